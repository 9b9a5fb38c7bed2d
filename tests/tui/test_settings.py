"""Settings: what is kept, how, and what becomes of a file that cannot be used."""

from __future__ import annotations

import os
import tomllib
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from test_tui_colours import faint
from tui_support import asks, picture, styles, until

from summit_game.table.games_folder import games
from summit_game.tui.curtain import Curtain
from summit_game.tui.form import Form
from summit_game.tui.game_app import GameApp
from summit_game.tui.game_setup import PERSON
from summit_game.tui.learn import LessonScreen
from summit_game.tui.newgame import NewGame
from summit_game.tui.preferences import PACES, Preferences, load, save, settings_file
from summit_game.tui.settings import SettingsScreen
from summit_game.tui.themes import NAMES
from summit_game.tui.title import TitleScreen


@pytest.fixture(autouse=True)
def short_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", name.lower())


def shown(app: GameApp, text: str) -> bool:
    return any(text in line for line in picture(app))


async def open_settings(app: GameApp, pilot: object) -> SettingsScreen:
    await until(pilot, lambda: isinstance(app.screen, TitleScreen))  # type: ignore[arg-type]
    app.screen.action_choose("settings")  # type: ignore[attr-defined]
    await until(
        pilot, lambda: isinstance(app.screen, SettingsScreen) and any(form.items > 3 for form in app.screen.query(Form))
    )  # type: ignore[arg-type]
    assert isinstance(app.screen, SettingsScreen)
    return app.screen


# --- the file ----------------------------------------------------------------------------------------------------


def test_without_a_file_the_usual_settings_hold_and_nothing_is_said() -> None:
    assert load() == (Preferences(), "")


@pytest.mark.parametrize("wanted", [Preferences(*each) for each in product(NAMES, PACES, (True, False))])
def test_what_is_saved_is_read_again(wanted: Preferences) -> None:
    assert save(wanted) == ""
    assert load() == (wanted, "")
    assert set(tomllib.loads(settings_file().read_text(encoding="utf-8"))) == {
        each.name for each in fields(Preferences)
    }
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "text", ["theme = ", "\x00\xff", "[[[", 'theme = "summit-dark"\ntheme = "summit-light"', "a" * 10_000]
)
def test_a_damaged_file_is_told_in_one_sentence_and_ignored(text: str) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text, encoding="latin-1")
    wanted, trouble = load()
    assert wanted == Preferences()
    assert str(settings_file()) in trouble
    assert trouble.count("\n") == 0
    assert save(Preferences(pace="fast")) == ""
    assert load() == (Preferences(pace="fast"), "")


@pytest.mark.parametrize(
    ("text", "key", "kept"),
    [
        ('theme = "pink"\npace = "fast"', "theme", Preferences(pace="fast")),
        ("pace = 3\nwords = false", "pace", Preferences(words=False)),
        ('words = "no"', "words", Preferences()),
        ("pace = [1]", "pace", Preferences()),
    ],
)
def test_one_unknown_value_leaves_the_others_as_they_are(text: str, key: str, kept: Preferences) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text, encoding="utf-8")
    wanted, trouble = load()
    assert wanted == kept
    assert key in trouble


def test_a_folder_in_the_place_of_the_file_is_told() -> None:
    settings_file().mkdir(parents=True)
    assert "cannot be read" in load()[1]
    assert "cannot be written" in save(Preferences())
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.toml"]


def test_a_write_that_fails_leaves_the_old_file_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    save(Preferences(pace="slow"))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "no space left" in save(Preferences(pace="fast"))
    assert load() == (Preferences(pace="slow"), "")
    assert [path.name for path in settings_file().parent.iterdir()] == ["settings.toml"]


# --- the screen --------------------------------------------------------------------------------------------------


async def test_a_theme_changes_at_once_and_is_there_the_next_time() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_settings(app, pilot)
        seen = [app.theme]
        for _ in NAMES[1:]:
            await pilot.press("right")
            seen.append(app.theme)
        assert seen == list(NAMES)
        assert shown(app, NAMES[-1])
    assert GameApp().theme == NAMES[-1]


async def test_pace_words_and_palette_are_kept() -> None:
    app = GameApp(guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_settings(app, pilot)
        form = screen.query_one(Form)
        form.go("pace")
        await pilot.press("right")
        form.go("words")
        await pilot.press("space")
        assert app.pace == PACES["fast"]
        app._use(NAMES[1])
        await pilot.click("#back")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
    assert load() == (Preferences(NAMES[1], "fast", False), "")


async def test_a_damaged_file_is_one_notice_on_the_title() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("[", encoding="utf-8")
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: shown(app, "is not TOML"))
        assert isinstance(app.screen, TitleScreen)
        assert len(app._notifications) == 1


async def test_settings_that_cannot_be_written_are_told_and_hold_all_the_same() -> None:
    Path("config").write_text("a file, no folder", encoding="utf-8")
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_settings(app, pilot)
        await pilot.press("right")
        await until(pilot, lambda: shown(app, "are not saved"))
        assert app.theme == NAMES[1]


@pytest.mark.parametrize("words", [True, False])
async def test_people_are_asked_for_words_only_if_the_settings_say_so(words: bool) -> None:
    save(Preferences(words=words))
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("n")
        await until(pilot, lambda: hasattr(app.screen, "plan"))
        plan = app.screen.plan  # type: ignore[attr-defined]
        plan.seat(plan.delegations[1], PERSON)
        app.screen.renew()  # type: ignore[attr-defined]
        assert any(field.name.startswith("word.") for field in app.screen.query_one(Form).fields) is words
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.query_one("#row").display is words
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert len(games()) == 1


async def test_the_title_and_the_new_game_can_be_read() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shown(app, "Quit"))
        found = faint(styles(app))
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NewGame))
        await pilot.pause()
        assert found | faint(styles(app)) == set()


@pytest.mark.slow
@pytest.mark.parametrize("theme", NAMES)
async def test_everything_painted_in_the_rooms_can_be_read(theme: str) -> None:
    app = GameApp(pace=0, guard=0, theme=theme)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: shown(app, "Quit"))
        found = faint(styles(app))
        for keys in (
            ("n",),  # new game
            ("tab", "tab"),  # its buttons
            ("shift+tab", "shift+tab", "enter"),  # a list to pick from
            ("escape", "end", "up", "enter"),  # a line to write
            ("escape", "escape", "s"),
            ("escape", "d"),
            ("escape", "r"),
            ("escape", "l"),
            ("enter", "enter", "enter"),
        ):
            await pilot.press(*keys)
            await pilot.pause(0.05)
            found |= faint(styles(app))
        assert isinstance(app.screen, LessonScreen)
        assert found == set()
        await pilot.press("f9", "n")
        await until(pilot, lambda: isinstance(app.screen, NewGame))
        app.screen.problem = "This deck has a fault."
        begin = app.screen.query_one("#begin")
        begin.disabled = True
        await pilot.pause()
        assert faint(styles(app)) == set()


@pytest.mark.fault("K2.6")
async def test_places_that_are_nowhere_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setenv("SUMMIT_CONFIG_DIR", "~nosuchuser/x")
        await open_settings(app, pilot)
        await until(pilot, lambda: shown(app, "SUMMIT_CONFIG_DIR cannot be used"))
