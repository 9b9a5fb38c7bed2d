"""Lessons: the file, the guided game, and what happens when something else is done."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from tui_pictures import EACH, SIZES, all_seen, focusable, same_picture, walk
from tui_support import asks, picture, send, until, view_of

from summit_game.engine.notation import action_text
from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.table.games_folder import games
from summit_game.tui.dialogs import Pick
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.learn import LessonScreen
from summit_game.tui.lesson import FILE, LessonError, course, lessons, read_lesson
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.title import TitleScreen
from summit_game.tui.widgets.move import Move


@pytest.fixture(autouse=True)
def short_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", name.lower())


def folder() -> Path:
    """The first deck with a lesson."""
    return next(iter(lessons().values()))


def own_lesson(old: str = "", new: str = "") -> Path:
    """A deck of one's own with the same lesson, one text in it replaced."""
    copy = Path("data/decks") / folder().name
    shutil.copytree(folder(), copy)
    path = copy / FILE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return copy


def lesson_of(app: GameApp) -> LessonScreen:
    assert isinstance(app.screen, LessonScreen), app.screen
    return app.screen


def shown(app: GameApp, text: str) -> bool:
    return any(text in line for line in picture(app))


async def begin(app: GameApp, pilot: Pilot[Any]) -> LessonScreen:
    await until(pilot, lambda: isinstance(app.screen, TitleScreen))
    await pilot.press("l")
    await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.panel.reading)
    return lesson_of(app)


async def read_on(pilot: Pilot[Any], screen: LessonScreen) -> None:
    """Read pages until a decision is asked or the lesson is over."""
    for _ in range(40):
        await until(pilot, lambda: pilot.app.screen is not screen or screen.panel.reading or screen.asking)
        if pilot.app.screen is not screen or screen.asking:
            return
        pages = len(screen._pages)
        screen.panel.action_read()
        await until(
            pilot, lambda pages=pages: pilot.app.screen is not screen or len(screen._pages) != pages or screen.asking
        )
    raise AssertionError("the pages do not end")


# --- the file ----------------------------------------------------------------------------------------------------


def test_every_lesson_that_comes_with_the_program_can_be_given() -> None:
    assert lessons()
    for path in lessons().values():
        found = course(path)
        assert sorted(each.kind for each in found.lesson.endings) == sorted(ENDINGS)
        assert found.lesson.steps[-1].done


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("format = 1", "format = 2", "lesson.format"),
        ("seats = 2", "seats = 7", "no table for 7"),
        ("seats = 2", 'seats = "two"', "lesson.seats"),
        ('learner = "', 'learner = "X', "lesson.learner"),
        ('variant = "', 'variant = "no-', "no variant"),
        ('deck = "', 'deck = "other-', "lesson.deck"),
        ('try = "', 'try = "jump ', "steps 1.try"),
        ('partner = ["', 'partner = ["jump ', "steps 1.partner 1"),
        ('phase = "floor"', 'phase = "attic"', "steps 1.when.phase"),
        ("\nsay = ", "\nspeak = ", "steps 1."),
        ("\n[closing]", "\n[end]", "closing"),
        ("\n[lesson]", "\n[lesson", "is not TOML"),
    ],
)
def test_a_fault_of_a_lesson_is_one_sentence_with_file_and_key(old: str, new: str, said: str) -> None:
    path = own_lesson(old, new)
    with pytest.raises(LessonError) as caught:
        course(path)
    message = str(caught.value)
    assert said in message
    assert FILE in message
    assert "\n" not in message


def test_in_another_language_a_lesson_is_a_file_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    path = own_lesson()
    text = (path / FILE).read_text(encoding="utf-8")
    title = course(path).lesson.lesson.title
    (path / "lesson.de.toml").write_text(text.replace(f'title = "{title}"', 'title = "Spielen lernen"', 1), "utf-8")
    assert course(path).lesson.lesson.title == title
    monkeypatch.setenv("SUMMIT_LANGUAGE", "de")
    assert course(path).lesson.lesson.title == "Spielen lernen"
    monkeypatch.setenv("SUMMIT_LANGUAGE", "fr")
    assert course(path).lesson.lesson.title == title


def test_files_that_are_no_lessons_are_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE
    with pytest.raises(LessonError, match="cannot be read"):
        read_lesson(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(LessonError, match="no text in UTF-8"):
        read_lesson(path)
    path.write_bytes(b"#" * 300_000)
    with pytest.raises(LessonError, match="larger"):
        read_lesson(path)
    path.write_text("", encoding="utf-8")
    with pytest.raises(LessonError, match="lesson"):
        read_lesson(path)


# --- the guided game ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [*EACH, (60, 20), (170, 44)])
async def test_the_first_step_stands_below_or_beside_the_table(width: int, height: int) -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        screen = await begin(app, pilot)
        await read_on(pilot, screen)
        await pilot.pause()
        all_seen(app)
        panel = screen.panel.region
        assert panel.x > 100 if width == 170 else panel.width == width
        assert not panel.overlaps(screen.query_one("#desk").region)
        if (width, height) in SIZES:
            await same_picture(pilot, "lesson", last=8)


async def test_a_lesson_is_played_by_its_suggestions_to_the_ending() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        steps = screen.ready.lesson.steps
        for at, step in enumerate(steps):
            await read_on(pilot, screen)
            assert screen.asking
            assert screen.step == at
            assert f"step {at + 1} of {len(steps)}" in str(screen.panel.border_title)
            told = " ".join(text for text, _ in screen.panel.paragraphs)
            assert step.say in told
            assert "Try: " in told
            await until(pilot, lambda: isinstance(app.focused, Move))
            screen.action_do_it()
            await until(pilot, lambda at=at: screen.step == at + 1)
        assert not screen.course.lost
        await read_on(pilot, screen)
        await until(pilot, lambda: isinstance(app.screen, Ending))
        assert screen.table.over
        assert games() == []
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReplayScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen is not screen)


async def test_new_cards_after_a_lesson_are_a_game_of_ones_own() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        screen.dismiss("over")
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press("n")
        await until(pilot, lambda: asks(app))
        assert not isinstance(app.screen, LessonScreen)
        table = app.screen.table  # type: ignore[attr-defined]
        assert [seat for seat, sitter in table.sitters.items() if not sitter.bot] == [screen.ready.learner]
        assert len(games()) == 1
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))


async def test_every_page_is_read_with_enter_and_the_endings_are_explained() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await begin(app, pilot)
        lesson = screen.ready.lesson
        told: list[str] = []
        for _ in range(200):
            if app.screen is not screen:
                break
            panel = screen.panel
            told += [text for text, _ in panel.paragraphs if text not in told]
            if panel.reading:
                await pilot.press("enter")
            elif screen.asking:
                await pilot.press("g")
            else:
                await pilot.pause()
        wanted = [*lesson.intro, *(each.say for each in lesson.steps), *lesson.closing.say]
        wanted += [each.after for each in lesson.steps if each.after] + [each.say for each in lesson.endings]
        assert [text for text in wanted if text not in told] == []


async def test_something_else_is_not_sent_and_is_answered_gently() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await read_on(pilot, screen)
        moves = len(screen.table.decisions)
        assert screen.private
        written = [action_text(screen.table.setting, each) for each in view_of(screen).legal()]
        other = next(each for each in written if each != screen.ready.suggested(0))
        send(screen, other)
        await pilot.pause()
        assert len(screen.table.decisions) == moves
        assert screen.asking
        assert screen.step == 0
        told = [text for text, _ in screen.panel.paragraphs]
        assert told[0] == f"Not sent. {screen.ready.lesson.steps[0].other}"
        assert told[1].startswith("Try: ")
        send(screen, screen.ready.suggested(0))
        await until(pilot, lambda: screen.step == 1)


async def test_the_suggested_action_can_be_chosen_in_the_move_pane() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await begin(app, pilot)
        wanted = next(at for at, each in enumerate(screen.ready.lesson.steps) if each.when.asked == "vote")
        for _ in range(wanted):
            await read_on(pilot, screen)
            at = screen.step
            screen.action_do_it()
            await until(pilot, lambda at=at: screen.step == at + 1)
        await read_on(pilot, screen)
        move = screen.query_one(Move)
        assert move.current is not None
        action = screen.ready.suggested(wanted)
        move.cursor = next(at for at, row in enumerate(move.current.rows) if row.action == action)
        await pilot.press("enter")
        await pilot.pause()
        if screen.step == wanted:
            await pilot.press("enter")
        await until(pilot, lambda: screen.step == wanted + 1)


async def test_tab_meets_the_panel_and_n_goes_there() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await read_on(pilot, screen)
        assert "lesson" in focusable(app)
        assert set(await walk(pilot)) == focusable(app)
        await pilot.press("n")
        assert app.focused is screen.panel


async def test_a_lesson_can_be_left_and_begun_anew() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await begin(app, pilot)
        await read_on(pilot, first)
        first.action_do_it()
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        assert games() == []
        second = await begin(app, pilot)
        assert second is not first
        assert second.step == 0
        assert len(second._pages) == len(second.ready.lesson.intro)


async def test_undo_redo_and_pause_are_not_offered_and_the_palette_helps() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await read_on(pilot, screen)
        titles = [each.title for each in app.get_system_commands(screen)]
        assert {"Do it for me", "Leave the lesson"} <= set(titles)
        assert not {"Undo", "Redo", "Pause or go on"} & set(titles)


async def test_a_lesson_that_loses_its_place_says_so_and_lets_play_on() -> None:
    own_lesson('round = 1, phase = "vote"', 'round = 3, phase = "vote"')
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(app, pilot)
        await read_on(pilot, screen)
        screen.action_do_it()
        await until(pilot, lambda: screen.step == 1)
        await read_on(pilot, screen)
        assert screen.course.lost
        assert [text for text, _ in screen.panel.paragraphs] == [say("learn-lost")]
        assert screen.private
        moves = len(screen.table.decisions)
        send(screen, view_of(screen).legal()[0])
        await until(pilot, lambda: len(screen.table.decisions) > moves and screen.asking)


async def test_a_broken_lesson_is_one_notice_on_the_title() -> None:
    own_lesson("format = 1", "format = 9")
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("l")
        await until(pilot, lambda: shown(app, "lesson.format"))
        assert isinstance(app.screen, TitleScreen)


async def test_with_two_lessons_one_is_picked() -> None:
    copy = own_lesson()
    other = copy.rename(copy.parent / "another-deck")
    for path in (other / "deck.yaml", other / FILE):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(copy.name, "another-deck"), encoding="utf-8")
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, Pick) and app.focused is not None)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
