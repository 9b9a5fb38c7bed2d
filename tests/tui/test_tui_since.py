"""What happened since the last move, on the screen; the page between two rounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tui_pictures import EACH, same_picture
from tui_support import asks, picture, send, sitting, some_action, still, styles, table_of, until, view_of

from summit_game.engine.board import CORRIDOR, FLOOR, VOTE
from summit_game.language.catalogue import choose, say
from summit_game.seat.digest import Digest
from summit_game.seat.digest_lines import digest_lines
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.course import Course
from summit_game.table.games_folder import Sitting
from summit_game.tui import preferences
from summit_game.tui.curtain import Curtain
from summit_game.tui.game_app import GameApp
from summit_game.tui.preferences import Preferences
from summit_game.tui.round_screen import RoundScreen
from summit_game.tui.widgets.move import Move

TITLE = "SINCE YOUR LAST MOVE"
QUICK = 0.001


def come_to(
    round_: int,
    phase: int,
    people: tuple[int, ...] = (0,),
    seats: int = 4,
    wanted: Callable[[Digest], bool] | None = None,
) -> Sitting:
    """A game that has come to a decision of a person in a phase, with news that are wanted."""
    for seed in range(3, 13):
        game, turn = sitting(seats, seed=seed, people=people), 0
        while (seat := game.table.waiting_person()) is not None:
            now = game.table.view(seat)
            told = Course(game).port(seat).since() if wanted is not None else None
            if now.round >= round_ and now.phase == phase and (wanted is None or (told is not None and wanted(told))):
                return game
            game.table.submit(seat, some_action(now, turn))
            turn += 1
    raise AssertionError("no game came to that")


def much(told: Digest) -> bool:
    """The text has changed, and a track."""
    return bool(told.issues and told.tracks)


def right_half(lines: list[str]) -> str:
    """What stands beside the rows of the pane of the move."""
    return "\n".join(line.partition("│")[2] for line in lines[12:])


@pytest.mark.parametrize(("width", "height"), EACH)
async def test_a_decision_begins_with_what_happened(width: int, height: int) -> None:
    app = GameApp(come_to(2, FLOOR, wanted=much), pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: asks(app))
        assert TITLE in "\n".join(await still(pilot))
        await same_picture(pilot, "since")


async def test_it_gives_way_to_the_preview_and_comes_back_by_a_key() -> None:
    app = GameApp(come_to(3, CORRIDOR), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        first = await still(pilot)
        lines = digest_lines(table_of(app).sheet, table_of(app).since)
        assert TITLE in right_half(first)
        assert lines[0].text[:30] in right_half(first)
        await pilot.press("down")
        assert TITLE not in "\n".join(await still(pilot))
        await pilot.press("l", "n")
        assert TITLE in right_half(await still(pilot))
        assert isinstance(app.focused, Move)
        await pilot.press("n")
        assert TITLE not in "\n".join(await still(pilot))
        await pilot.press("n", "up")
        assert TITLE not in "\n".join(await still(pilot))


async def test_what_happened_stands_below_a_package_that_is_voted_on() -> None:
    app = GameApp(come_to(1, VOTE, wanted=lambda told: not told.empty), pace=0, guard=0)
    async with app.run_test(size=(100, 50)) as pilot:
        await until(pilot, lambda: asks(app))
        lines = "\n".join(await still(pilot))
        current = table_of(app).query_one(Move).current
        assert current is not None
        assert lines.index(current.lines[0].text) < lines.index(TITLE)
        assert digest_lines(table_of(app).sheet, table_of(app).since)[0].text in lines


async def test_marks_go_when_the_move_is_made_and_hide_with_what_is_private() -> None:
    app = GameApp(come_to(3, CORRIDOR), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        before = "\n".join((await still(pilot))[:3])
        assert "▼1" in before or "▲1" in before
        await pilot.press("space")
        assert TITLE not in "\n".join(await still(pilot))
        await pilot.press("space")
        assert TITLE in "\n".join(await still(pilot))
        screen = table_of(app)
        send(screen, "promise none")
        assert screen.since is None


async def test_no_colour_takes_nothing_away(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    for no_colour in ("", "1"):
        if no_colour:
            monkeypatch.setenv("NO_COLOR", no_colour)
        app = GameApp(come_to(2, FLOOR, wanted=much), pace=0, guard=0)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: asks(app))
            shown.append(await still(pilot))
            if no_colour:
                colours = {
                    style.color.triplet for _, style in styles(app) if style and style.color and style.color.triplet
                }
                assert all(max(colour) - min(colour) <= 2 for colour in colours)
    assert shown[0] == shown[1]


async def test_each_person_reads_its_own_after_the_curtain() -> None:
    game = come_to(2, CORRIDOR, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    read: dict[int, str] = {}
    async with app.run_test(size=(100, 40)) as pilot:
        for _ in range(8):
            await until(pilot, lambda: asks(app) or isinstance(app.screen, Curtain))
            if isinstance(app.screen, Curtain):
                assert TITLE not in "\n".join(picture(app))
                await pilot.press("enter")
                continue
            screen = table_of(app)
            told = screen.since
            assert told is not None
            assert told.seat == screen.seat
            if not told.empty:
                text = digest_lines(screen.sheet, told)[0].text
                assert text in "\n".join(await still(pilot))
                read[screen.seat] = text
            if len(read) == 2:
                break
            send(screen, some_action(view_of(screen), 1))
    assert len(read) == 2


# --- between two rounds ----------------------------------------------------------------------------------------------


async def to_the_round_page(pilot, app: GameApp) -> RoundScreen:
    """Play on until the page between two rounds stands."""
    for turn in range(60):
        await until(pilot, lambda: asks(app) or isinstance(app.screen, RoundScreen | Curtain))
        if isinstance(app.screen, RoundScreen):
            return app.screen
        if isinstance(app.screen, Curtain):
            await pilot.press("enter")
            continue
        send(table_of(app), some_action(view_of(table_of(app)), turn))
    raise AssertionError("no page came")


@pytest.mark.parametrize(("width", "height"), EACH)
async def test_a_page_stands_between_two_rounds(width: int, height: int) -> None:
    app = GameApp(come_to(1, FLOOR), pace=QUICK, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        page = await to_the_round_page(pilot, app)
        assert page.over.round == 1
        await same_picture(pilot, "round")


@pytest.mark.parametrize("key", ["enter", "space", "escape"])
async def test_the_page_waits_for_a_key_and_the_clock_waits_too(key: str) -> None:
    game, now = come_to(1, FLOOR), [0.0]
    game.table.now = lambda: now[0]
    game.table.set_clock(Clock(ClockRule("decision", 60), game.table.now))
    app = GameApp(game, pace=QUICK, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await to_the_round_page(pilot, app)
        clock = game.table.clock
        assert not clock.running
        left, place = clock.left, game.table.history.tip
        now[0] += 500
        app.screen_stack[1]._each_second()
        await pilot.pause(0.2)
        assert app.screen is page
        assert clock.left == left
        assert game.table.history.tip == place
        await pilot.press(key)
        await until(pilot, lambda: asks(app))
        assert game.table.state.round == 2
        assert clock.running


async def test_several_people_read_it_once_and_nothing_private_stands_behind_it() -> None:
    game = come_to(1, FLOOR, people=(0, 1), seats=2)
    app = GameApp(game, pace=QUICK, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_round_page(pilot, app)
        table = app.screen_stack[1]
        assert table.seat == -1
        assert not table.private
        await pilot.press("enter")
        for _ in range(2):
            await until(pilot, lambda: isinstance(app.screen, Curtain))
            await pilot.press("enter")
            await until(pilot, lambda: asks(app))
            assert game.table.state.round == 2
            send(table_of(app), view_of(table_of(app)).legal()[0])


@pytest.mark.parametrize("why", ["settings", "pace"])
async def test_no_page_comes_where_it_is_not_wanted(why: str) -> None:
    preferences.save(Preferences(rounds=why != "settings"))
    game = come_to(1, FLOOR)
    app = GameApp(game, pace=0 if why == "pace" else QUICK, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        turn = 0
        while game.table.state.round < 3:
            await until(pilot, lambda: asks(app) or isinstance(app.screen, RoundScreen))
            assert not isinstance(app.screen, RoundScreen)
            send(table_of(app), some_action(view_of(table_of(app)), turn))
            turn += 1


async def test_no_page_comes_where_nobody_is_a_person() -> None:
    game = sitting(2, seed=3, people=())
    app = GameApp(game, pace=QUICK, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: game.table.state.round > 2, seconds=20)
        assert not any(isinstance(screen, RoundScreen) for screen in app.screen_stack)


async def test_the_page_and_the_news_speak_the_chosen_language() -> None:
    choose("xx")
    try:
        app = GameApp(come_to(1, FLOOR), pace=QUICK, guard=0)
        async with app.run_test(size=(80, 24)) as pilot:
            await to_the_round_page(pilot, app)
            shown = "\n".join(await still(pilot))
            assert "is over" not in shown
            assert say("round-goes-on") in shown
            await pilot.press("enter")
            await until(pilot, lambda: asks(app))
            shown = "\n".join(await still(pilot))
            assert TITLE not in shown
            assert say("since-title") in shown
    finally:
        choose("en")


def test_the_setting_is_kept(tmp_path: Path) -> None:
    assert preferences.load()[0].rounds
    preferences.save(Preferences(rounds=False))
    assert not preferences.load()[0].rounds
