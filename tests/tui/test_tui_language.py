"""The main screens in the pseudo-language: every line fits, and no word comes from anywhere but catalogue and deck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len
from test_tui_pictures import RUNS, at_phase
from textual.command import CommandPalette
from textual.widgets import Input
from tui_support import asks, picture, sitting, still, until

from summit_game.bots.kinds import KINDS
from summit_game.console.commands import COMMANDS
from summit_game.debrief.model import ARCHIVE
from summit_game.language import catalogue
from summit_game.language.catalogue import choose, say
from summit_game.table import games_folder
from summit_game.tui import descriptions
from summit_game.tui.console_screen import ConsoleScreen
from summit_game.tui.curtain import Curtain
from summit_game.tui.debrief.files import MAKERS
from summit_game.tui.debrief.layout import PANES
from summit_game.tui.debrief.panes import DebriefPane
from summit_game.tui.debrief.plot import FRONT, NASH, OUTCOME
from summit_game.tui.debrief.screen import DebriefScreen
from summit_game.tui.dialogs import Pick
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.learn import LessonScreen
from summit_game.tui.lesson import lessons
from summit_game.tui.themes import NAMES
from summit_game.tui.title import TitleScreen
from support import SHIPPED, the_deck

NOT_SAID = {
    # What is typed, and what keys, themes and the program are called.
    *("SUMMIT", "Summit", "Shift", "summit", "replay", "PgDn", "Page", "Rules", "Enter"),
    *("esc", "toml", "home", "end", "pgup", "pgdn", "space", "enter", "tab"),
    *"-".join(NAMES).split("-"),
    *("seat", "human", "facilitator", "Ana", "Ben"),
}
WORD = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture(autouse=True)
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SUMMIT_LANGUAGE", "xx")
    # A game is named by the time and four hexadecimal digits: where a line ends before them, letters look like a word.
    numbers = count()
    monkeypatch.setattr(games_folder.secrets, "token_hex", lambda size: f"{next(numbers):0{2 * size}d}")
    before = catalogue._chosen
    for each in (descriptions.bots_told, descriptions.modules_told):
        each.cache_clear()
    choose("xx")
    yield
    catalogue._chosen = before
    for each in (descriptions.bots_told, descriptions.modules_told):
        each.cache_clear()


def plain_words(lines: list[str]) -> set[str]:
    """Words with a vowel that no translator has touched: the pseudo-language leaves no vowel without its accent.

    Paths are left out, names in scripts of bots and in the rule book, which are not in the catalogue, and what sources
    are called.
    """
    named = [*descriptions.bots_told(), *descriptions.modules_told().values()]
    known = {word for each in named for text in vars(each).values() for word in WORD.findall(str(text))}
    sources = [str(reference) for path in SHIPPED for reference in the_deck(path).references]
    known |= {word for text in (*sources, *(path.name for path in SHIPPED)) for word in WORD.findall(text)}
    shown = [re.sub(r"\S*/\S*|\d{8}-\d{6}-[0-9a-f]{4}", "", line) for line in lines]
    return {word for line in shown for word in WORD.findall(line) if re.search("[aeiou]", word)} - NOT_SAID - known


def looked_at(lines: list[str], size: tuple[int, int]) -> set[str]:
    """Every line is exactly as wide as the screen. Returns words from no catalogue."""
    assert [cell_len(line) for line in lines] == [size[0]] * size[1]
    # Words behind a window are cut by its frame: what is left of one is no word.
    return plain_words([re.sub(r"┃\w+|\w+┃", "┃", line) for line in lines])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("run", RUNS)
async def test_a_game_speaks_the_language_and_fits(run: str, size: tuple[int, int]) -> None:
    phase, pictures = RUNS[run]
    app = GameApp(at_phase(phase), pace=0, guard=0)
    found = {}
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: asks(app) or isinstance(app.screen, Ending))
        for name, keys in pictures:
            await pilot.press(*keys)
            found[name] = looked_at(await still(pilot), size)
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_the_curtain_speaks_the_language_and_fits(size: tuple[int, int]) -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert looked_at(await still(pilot), size) == set()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_the_console_speaks_the_language_and_fits(size: tuple[int, int]) -> None:
    """Every command with its form, what can be chosen, a refusal, and what is said when it is done."""
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    words: dict[str, set[str]] = {}
    typed = {*COMMANDS, "facilitator"}
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        console = app.screen
        for name, command in COMMANDS.items():
            await pilot.press("home", *["down"] * list(COMMANDS).index(name))
            words[name] = looked_at(await still(pilot), size)
            for at, argument in enumerate(command.arguments):
                if options := argument.options(console.console):
                    typed |= {word for each in options for word in WORD.findall(each.value)}
                    await pilot.press("enter", "home", *["down"] * at, "enter")
                    words[f"{name} {argument.name}"] = looked_at(await still(pilot), size)
                    while app.screen is not console or not console.query_one("#commands").has_focus:
                        await pilot.press("escape")
        for name, keys in (("queued", ("enter",)), ("rewind", ("enter", "end", "enter")), ("points", ("enter",))):
            await pilot.press("home", *["down"] * list(COMMANDS).index(name), *keys)
            words[f"{name} answered"] = looked_at(await still(pilot), size)
            if not console.query_one("#commands").has_focus:
                await pilot.press("escape")
        await pilot.press("f1")
        words["help"] = looked_at(await still(pilot), size)
    # A word that is typed may be cut where the line ends.
    strange = {
        name: {one for one in found if not any(each.startswith(one) for each in typed)} for name, found in words.items()
    }
    assert {name: found for name, found in strange.items() if found} == {}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_a_lesson_speaks_the_language_and_fits(size: tuple[int, int]) -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("l")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.panel.reading)
        words = looked_at(await still(pilot), size)
        while not app.screen.asking:
            await pilot.press("enter")
            words |= looked_at(await still(pilot), size)
        for keys in (("g",), ("f1",), ("escape",), ("f9",)):
            await pilot.press(*keys)
            words |= looked_at(await still(pilot), size)
        assert isinstance(app.screen, TitleScreen)
    assert words == set()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("room", ["title", "n", "r", "d", "s"])
async def test_the_rooms_speak_the_language_and_fit(
    room: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    with TemporaryDirectory() as folder:  # A long path would be broken over lines, and its rest taken for a word.
        for name in ("DATA", "STATE", "CONFIG"):
            monkeypatch.setenv(f"SUMMIT_{name}_DIR", folder)
        await rooms_speak(room, size)


async def rooms_speak(room: str, size: tuple[int, int]) -> None:
    assert lessons(), "a deck with a lesson is there"
    game = sitting(2, people=(0,))
    assert game.table.journal is not None
    game.table.journal.close()
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        if room != "title":
            await pilot.press(room)
            await until(pilot, lambda: not isinstance(app.screen, TitleScreen))
        await still(pilot)
        words = looked_at(picture(app), size)
        if room in "ns":
            for _ in range(12):
                await pilot.press("down", "right")
                words |= looked_at(await still(pilot), size)
        await pilot.press("f1")
        words |= looked_at(await still(pilot), size)
    assert words == set()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_the_debrief_speaks_the_language_and_fits(size: tuple[int, int]) -> None:
    played = sitting(2, seed=11, people=(), bot="simple")
    played.table.waiting_person()
    app = GameApp(pace=0, guard=0)
    found = {}
    async with app.run_test(size=size) as pilot:
        screen = DebriefScreen(played)
        await app.push_screen(screen)
        await until(pilot, lambda: screen.debrief is not None)
        for page, panes in PANES.items():
            await pilot.press(page)
            found[page] = looked_at(await still(pilot), size)
            for pane in screen.query(DebriefPane):
                if str(pane.id) in panes and pane.display:
                    found[page] |= plain_words([line.plain for line in pane.lines])
            await pilot.press("f1")
            found[f"help {page}"] = looked_at(await still(pilot), size)
            await pilot.press("escape")
        for key in "hxe":
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, Pick))
            found[key] = looked_at(await still(pilot), size)
            await pilot.press("escape")
        await pilot.press("h", "down", "enter", "4")
        await until(pilot, lambda: screen.debrief is not None and screen.debrief.shown == ARCHIVE)
        for at in range(0, len(screen.debrief.moments if screen.debrief else ()), 7):
            screen.go(at)
            found[f"moment {at}"] = looked_at(await still(pilot), size)
        found["palette"] = plain_words([each for name, about, _ in screen.commands_now() for each in (name, about)])
    left = {name: {word for word in words if not _is_id(word, screen)} for name, words in found.items()}
    assert {name: words for name, words in left.items() if words} == {}


def _is_id(word: str, screen: DebriefScreen) -> bool:
    """Whether this is the beginning of an id (a window may cut it) or a row of marks of the plot."""
    assert screen.debrief is not None
    sums = (*screen.debrief.fits, *screen.debrief.scores)
    ids = " ".join([screen.sitting.id, *(line.behind for each in sums for line in each.lines), *MAKERS, *KINDS])
    ids += " " + " ".join(each.id for each in screen.sitting.table.setting.modules)
    return set(word) <= {FRONT, OUTCOME, NASH} or any(each.startswith(word) for each in WORD.findall(ids))


async def test_the_field_of_the_palette_speaks_the_language() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        assert app.screen.query_one(Input).placeholder == say("app-palette")
        assert plain_words([say("app-palette")]) == set()
