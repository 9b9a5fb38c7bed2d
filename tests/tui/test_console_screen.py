"""The facilitator's console on the screen: every command from the form, the palette, at the curtain, behind a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input
from tui_pictures import same_picture
from tui_support import (
    asks,
    picture,
    play_to_the_end,
    private_words,
    sitting,
    still,
    table_of,
    to_the_floor,
    until,
)

from console_cases import CASES, Case, no_arguments, numbered, prepare
from summit_game.console.commands import COMMANDS
from summit_game.console.console import Console
from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.sitter import Sitter
from summit_game.table.word import guarded, opens
from summit_game.tui.choices import Choices
from summit_game.tui.console_screen import DO, WRITTEN, ConsoleScreen
from summit_game.tui.curtain import Curtain
from summit_game.tui.dialogs import Pick, Write
from summit_game.tui.ending import Ending
from summit_game.tui.form import Form
from summit_game.tui.game_app import GameApp
from summit_game.tui.newgame import NewGame
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.page import About
from summit_game.words.names import Words


def console_of(app: App[Any]) -> ConsoleScreen:
    screen = app.screen
    assert isinstance(screen, ConsoleScreen), screen
    return screen


def noticed(app: App[Any], text: str) -> bool:
    """Whether a notice is told."""
    return any(text in each.message for each in app._notifications)


async def open_console(pilot: Pilot[Any]) -> ConsoleScreen:
    await pilot.press("f8")
    await until(pilot, lambda: isinstance(pilot.app.screen, ConsoleScreen))
    await pilot.pause()
    return console_of(pilot.app)


async def close_console(pilot: Pilot[Any]) -> None:
    await pilot.press("f8")
    await until(pilot, lambda: not isinstance(pilot.app.screen, ConsoleScreen))


async def choose_command(pilot: Pilot[Any], name: str) -> None:
    """Put the cursor of the list on a command."""
    commands = console_of(pilot.app).query_one("#commands", Choices)
    await pilot.press("home", *["down"] * list(COMMANDS).index(name))
    await until(pilot, lambda: console_of(pilot.app).command.name == name)
    assert commands.has_focus


async def fill(pilot: Pilot[Any], name: str, text: str) -> None:
    """Open the line of an argument; choose the text from its list, or write it."""
    app, console = pilot.app, console_of(pilot.app)
    console.query_one(Form).go(name)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, Pick | Write))
    await pilot.pause()
    if isinstance(app.screen, Pick):
        picks = app.screen.query_one(Choices)
        names = [each.name for each in picks.entries]
        if text not in names and WRITTEN not in names:
            await pilot.press("escape")
        else:
            picks.choose(text if text in names else WRITTEN)
        await until(pilot, lambda: not isinstance(app.screen, Pick))
        await pilot.pause()
    if isinstance(app.screen, Write):
        app.screen.query_one(Input).value = text
        await pilot.press("enter")
    await until(pilot, lambda: app.screen is console)


async def carry_out(pilot: Pilot[Any], name: str, texts: list[str]) -> str:
    """Choose a command, fill in the form, do it; what is said then."""
    await choose_command(pilot, name)
    console = console_of(pilot.app)
    await pilot.press("enter")
    if texts:
        for argument, text in zip(COMMANDS[name].arguments, texts, strict=True):
            if text:
                await fill(pilot, argument.name, text)
        console.query_one(Form).go(DO)
        await pilot.press("enter")
    said = console.query_one(About)
    await until(pilot, lambda: str(said.border_title) in ("Done", "Refused"))
    return "\n".join(text for text, _ in said.paragraphs)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.fault("K13.1")
async def test_every_command_is_carried_out_and_refused_in_the_form(case: Case) -> None:
    game = sitting(without=() if case.talk else ("talk",))
    prepare(Console(game.table, Words(game.table.setting, game.deck)), case)
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TableScreen))
        await open_console(pilot)
        before = len(game.table.history.entries)
        assert case.said in await carry_out(pilot, case.name, numbered(game.table, case.texts))
        assert [each.kind for each in game.table.history.entries[before:]] == [case.kind] * bool(case.kind)
        if no_arguments(case):
            return
        await pilot.press("home" if case.name != "pause" else "end")
        before = len(game.table.history.entries)
        said = await carry_out(pilot, case.name, list(case.wrong))
        assert (case.said if case.stands else case.unchosen or case.why) in said
        assert [each.kind for each in game.table.history.entries[before:]] == [case.kind] * case.stands
        assert isinstance(app.screen, ConsoleScreen)


async def test_a_draft_stays_while_the_facilitator_adds_time_and_nobodys_time_runs() -> None:
    game = sitting()
    table = game.table
    now = [0.0]
    table.set_clock(Clock(ClockRule("decision", 60), lambda: now[0]))
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter")
        move = table_of(app).query_one(Move)
        await until(pilot, lambda: len(move.path) > 1)
        depth, place = len(move.path), table.history.tip
        await open_console(pilot)
        now[0] += 300
        assert "+60 seconds" in await carry_out(pilot, "time", [""])
        await close_console(pilot)
        assert table.clock is not None
        assert table.clock.left == 120
        assert table.clock.running
        assert (len(move.path), table.history.tip) == (depth, place)
        assert asks(app)
        await pilot.press("l")
        await pilot.pause()
        assert "The clock is changed by +60 seconds." in "\n".join(picture(app))


async def test_bots_wait_while_the_console_is_open() -> None:
    game = sitting(people=())
    app = GameApp(game, 0.05, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: len(game.table.decisions) > 2)
        await open_console(pilot)
        place = game.table.history.tip
        await pilot.pause(0.4)
        assert game.table.history.tip == place
        await close_console(pilot)
        await until(pilot, lambda: game.table.history.tip > place)


@pytest.mark.fault("K13.1")
async def test_the_palette_offers_every_command_and_does_at_once_what_asks_for_nothing() -> None:
    game = sitting()
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: asks(app))
        offered = {each.title for each in app.get_system_commands(app.screen)}
        assert {f"Facilitator: {each.title}" for each in COMMANDS.values()} <= offered
        for words, done in (("Facilitator: Pause", True), ("Facilitator: Go on", False)):
            await palette(pilot, words)
            await until(pilot, lambda done=done: game.table.paused == done)  # type: ignore[misc]
            assert isinstance(app.screen, TableScreen)
        await until(pilot, lambda: asks(app))
        await palette(pilot, "Facilitator: Go on")
        await until(pilot, lambda: noticed(app, "The game is not paused; `pause` stops it."))
        await palette(pilot, "Facilitator: Move a track")
        await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
        await pilot.pause()
        assert console_of(app).command.name == "track"
        assert isinstance(app.focused, Form)


async def palette(pilot: Pilot[Any], words: str) -> None:
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
    palette = pilot.app.screen
    palette.query_one(Input).value = words
    await until(pilot, lambda: palette.query_one("CommandList").option_count == 1)  # type: ignore[attr-defined]
    await pilot.press("enter")
    if pilot.app.screen is palette:
        await pilot.press("enter")
    await until(pilot, lambda: pilot.app.screen is not palette)


# --- at the curtain ----------------------------------------------------------------------------------------------


async def test_at_the_curtain_the_console_opens_nobodys_secrets() -> None:
    game = sitting(people=(0, 1))
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await until(pilot, lambda: "F8 Facilitator" in "".join(picture(app)))
        await open_console(pilot)
        for name in COMMANDS:
            await choose_command(pilot, name)
            shown = "\n".join(await still(pilot))
            assert not [word for seat in (0, 1) for word in private_words(game, seat) if word in shown]
        assert "a report" in await carry_out(pilot, "note", ["", "a report"])
        await close_console(pilot)
        assert isinstance(app.screen, Curtain)
        assert table_of_below(app).seat == NOBODY
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))


def table_of_below(app: App[Any]) -> TableScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, TableScreen))


async def test_a_pause_at_the_curtain_takes_it_down_and_going_on_hangs_it_again() -> None:
    game = sitting(people=(0, 1))
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await open_console(pilot)
        await carry_out(pilot, "pause", [])
        await close_console(pilot)
        await until(pilot, lambda: "The facilitator has paused the game" in "\n".join(picture(app)))
        assert not any(isinstance(screen, Curtain) for screen in app.screen_stack)
        assert table_of(app).seat == NOBODY
        await open_console(pilot)
        await carry_out(pilot, "go", [])
        await close_console(pilot)
        await until(pilot, lambda: isinstance(app.screen, Curtain))


async def test_whoever_takes_over_a_seat_gets_it_behind_a_curtain_without_the_old_word() -> None:
    game = sitting(people=(0, 1), names=("Ana",))
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        table_of_below(app).secret.opens(0, "rose")
        await open_console(pilot)
        await carry_out(pilot, "seat", ["RU", "human", "Zoe"])
        await close_console(pilot)
        await until(pilot, lambda: isinstance(app.screen, Curtain) and "Zoe" in "\n".join(picture(app)))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        await open_console(pilot)
        await carry_out(pilot, "seat", ["RU", "simple", ""])
        await close_console(pilot)
        screen = table_of_below(app)
        await until(pilot, lambda: isinstance(app.screen, Curtain) and "Ana" in "\n".join(picture(app)))
        assert screen.seat == NOBODY


async def test_ctrl_z_closes_the_console_and_what_is_open_over_it() -> None:
    game = sitting(people=(0, 1))
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        await open_console(pilot)
        await choose_command(pilot, "inject")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        app.cover()
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.pause()
        assert not any(isinstance(screen, ConsoleScreen) for screen in app.screen_stack)
        assert table_of_below(app).seat == NOBODY
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))


# --- at the ending -----------------------------------------------------------------------------------------------


async def test_from_the_ending_the_facilitator_takes_the_game_back() -> None:
    game = sitting(2)
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24)) as pilot:
        await play_to_the_end(pilot)
        over = game.table.history.tip
        console = await open_console(pilot)
        assert console.command.name == "rewind"
        await close_console(pilot)
        assert isinstance(app.screen, Ending), "nothing was taken back"
        moves = [each.number for each in game.table.history.entries if each.kind == "move" and each.seat == 0]
        await open_console(pilot)
        await pilot.press("escape")
        await carry_out(pilot, "rewind", [str(moves[-1] - 1)])
        await close_console(pilot)
        await until(pilot, lambda: asks(app))
        assert not game.table.over
        await play_to_the_end(pilot)
        assert game.table.history.tip > over
        assert not game.table.trouble, "it is saved all the time"


# --- the word ----------------------------------------------------------------------------------------------------


def with_word() -> Sitting:
    name = default_deck()
    assert name is not None
    sitters = {0: Sitter(("Ana",)), 1: Sitter(bot="simple")}
    return new_sitting(Path(find_deck(name)), TableOptions(2, (), ()), 3, sitters, word="rose")


async def write(pilot: Pilot[Any], word: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Write))
    pilot.app.screen.query_one(Input).value = word
    await pilot.press("enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, Write))


async def test_the_word_is_asked_once_for_each_opening_and_a_wrong_one_shows_nothing() -> None:
    game = with_word()
    app = GameApp(game, 0, 0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: asks(app))
        for words in ("", "Facilitator: Pause"):
            await (palette(pilot, words) if words else pilot.press("f8"))
            await write(pilot, "guess")
            await until(pilot, lambda: noticed(app, say("console-not-the-word")))
            assert isinstance(app.screen, TableScreen)
            assert not game.table.paused
        for _ in range(2):
            await pilot.press("f8")
            await write(pilot, "Rose")
            await until(pilot, lambda: isinstance(app.screen, ConsoleScreen))
            await carry_out(pilot, "note", ["", "one"])
            await carry_out(pilot, "note", ["", "two"])
            await close_console(pilot)
        await pilot.press("P")
        await pilot.pause()
        assert not game.table.paused
        await until(pilot, lambda: noticed(app, "Only the facilitator pauses this game"))
        await palette(pilot, "Facilitator: Pause")
        await write(pilot, "rose")
        assert game.table.paused
        await until(pilot, lambda: "the facilitator (F8) goes on" in "\n".join(picture(app)))


async def test_the_new_game_form_sets_the_word_once_it_was_written_twice_the_same_way() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: len(app.screen_stack) > 1)
        form = NewGame()
        app.push_screen(form)
        await until(pilot, lambda: app.screen is form and any(each.fields for each in form.query(Form)))
        for first, second, kept in (("rose", "roes", ""), ("rose", "rose", "rose")):
            form.query_one("#form", Form).go("facilitator")
            form.query_one("#form").focus()
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Write))
            app.screen.query_one(Input).value = first
            await pilot.press("enter")
            await until(pilot, lambda: "The same word again." in "\n".join(picture(app)))
            app.screen.query_one(Input).value = second
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is form)
            await pilot.pause()
            assert form.plan.word == kept
        begun = form.plan.begin()
        assert guarded(begun.table.history)
        assert opens(begun.table.history, "rose")


# --- how it looks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_how_the_console_looks(size: tuple[int, int]) -> None:
    game = sitting(people=(0, 1))
    app = GameApp(game, 0, 0)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        console = await open_console(pilot)
        await same_picture(pilot, "console")
        await choose_command(pilot, "track")
        await pilot.press("enter")
        await fill(pilot, "track", "tension")
        await pilot.press("right", "down", "down", "enter")
        await until(pilot, lambda: console.query_one(About).border_title == "Refused")
        await same_picture(pilot, "console-refused")
        await pilot.press("escape")
        await choose_command(pilot, "inject")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await same_picture(pilot, "console-cards")
        await pilot.press("escape", "escape")
        await carry_out(pilot, "note", ["UA", "Come to the door."])
        await same_picture(pilot, "console-done")
