"""The title screen and the lists behind it."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from textual.pilot import Pilot
from textual.widgets import Input
from tui_pictures import EACH, all_seen, focusable, same_picture, walk
from tui_support import asks, picture, send, until, view_of

from summit_game.cli.common import chosen_table
from summit_game.cli.main import cli
from summit_game.deck.cache import cache_folder
from summit_game.deck.library import default_deck, find_deck
from summit_game.language.catalogue import say
from summit_game.table.class_code import seed_of
from summit_game.table.games_folder import games, games_folder, look
from summit_game.table.glance import GameEntry
from summit_game.table.sitter import PERSON, Sitter
from summit_game.tui import run, title
from summit_game.tui.choices import Choices
from summit_game.tui.dialogs import Write
from summit_game.tui.game_app import GameApp
from summit_game.tui.gameslist import DecksScreen, GamesScreen
from summit_game.tui.lesson import course, lessons
from summit_game.tui.newgame import NewGame
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.rooms import OFFERS, PLANNED
from summit_game.tui.settings import SettingsScreen
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.title import CONTINUE, PLAY, TitleScreen, quick_game, usual_deck
from summit_game.words.moments import when
from support import REPO

ROOMS = {"n": NewGame, "r": GamesScreen, "d": DecksScreen, "s": SettingsScreen}
"""Letter of the title -> the room it opens."""


@pytest.fixture(autouse=True)
def short_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders whose names are the same wherever the tests run."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", name.lower())


def hall() -> GameApp:
    return GameApp(pace=0, guard=0)


def shown(app: GameApp, text: str) -> bool:
    return any(text in line for line in picture(app))


def own_deck(name: str, title: str = "", damage: bool = False) -> Path:
    """A deck of one's own: a copy of the usual one, with another title or with a fault."""
    usual = default_deck()
    assert usual is not None
    path = Path("data/decks") / name
    shutil.copytree(find_deck(usual), path)
    text = (path / "deck.yaml").read_text(encoding="utf-8")
    text = text.replace(f"id: {usual}", f"id: {name}", 1)
    if title:
        line = next(line for line in text.splitlines() if line.strip().startswith("title:"))
        text = text.replace(line, f"  title: {title}", 1)
    if damage:
        text = text.replace("licence:", "license:", 1)
    (path / "deck.yaml").write_text(text, encoding="utf-8")
    return path


# --- looks -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), EACH)
async def test_every_room_looks_as_it_is_kept_and_can_be_left(width: int, height: int) -> None:
    app = hall()
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: shown(app, "Quit"))
        await same_picture(pilot, "title")
        all_seen(app)
        for key, room in ROOMS.items():
            await pilot.press(key)
            await until(pilot, lambda room=room: isinstance(app.screen, room))
            if room is DecksScreen:
                await until(pilot, lambda: shown(app, "no faults") and not shown(app, "being checked"))
            await same_picture(pilot, room.__name__.lower().removesuffix("screen"))
            all_seen(app)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, TitleScreen))


@pytest.mark.slow
async def test_tab_meets_everything_comes_back_and_help_opens_over_it() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shown(app, "Quit"))
        for key in ("", *ROOMS):
            if key:
                await pilot.press(key)
                await until(pilot, lambda key=key: isinstance(app.screen, ROOMS[key]))
            forth = await walk(pilot)
            assert set(forth) == focusable(app)
            assert set(await walk(pilot, "shift+tab")) == set(forth)
            focused = app.focused
            await pilot.press("question_mark")
            await until(pilot, lambda: shown(app, "Keys that work now"))
            await pilot.press("escape")
            await until(pilot, lambda focused=focused: app.focused is focused)
            if key:
                await pilot.press("escape")
                await until(pilot, lambda: isinstance(app.screen, TitleScreen))
                assert app.focused is app.screen.query_one("#menu")


@pytest.mark.parametrize(("width", "height"), [(60, 20), (40, 12), (30, 8)])
async def test_small_terminals_still_show_every_choice(width: int, height: int) -> None:
    app = hall()
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: shown(app, "New game"))
        all_seen(app)
        menu = app.screen.query_one(Choices)
        for at in range(menu.items):
            menu.cursor = at
            await pilot.pause()
            assert shown(app, menu.entries[at].label)


# --- ways --------------------------------------------------------------------------------------------------------


async def test_a_click_opens_a_room() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shown(app, "Settings"))
        line = next(at for at, text in enumerate(picture(app)) if "Settings" in text)
        await pilot.click(offset=(12, line))
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))


async def test_enter_alone_begins_a_game_and_asks_for_the_first_decision() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        table = app.screen
        assert isinstance(table, TableScreen)
        sitters = table.sitting.table.sitters
        assert [seat for seat, sitter in sitters.items() if not sitter.bot] == [0]
        assert len(sitters) == 4
        assert len({sitter.bot for sitter in sitters.values()}) == 4
        assert all(sitter.bot.endswith(":2") for seat, sitter in sitters.items() if seat)


async def test_a_key_pressed_twice_begins_one_game() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        title = app.screen
        assert isinstance(title, TitleScreen)
        title.action_choose(PLAY)
        title.action_choose(PLAY)
        await until(pilot, lambda: asks(app))
        assert len(games()) == 1


async def test_f9_leaves_the_table_and_continue_goes_on_with_it() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: asks(app))
        first = app.screen
        assert isinstance(first, TableScreen)
        assert first.private
        send(first, view_of(first).legal()[0])
        await until(pilot, lambda: asks(app) and first.private)
        moves = len(first.table.decisions)
        await pilot.press("f9")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen) and shown(app, "Continue"))
        menu = app.screen.query_one(Choices)
        menu.choose(CONTINUE)
        await until(pilot, lambda: asks(app))
        again = app.screen
        assert isinstance(again, TableScreen)
        assert again is not first
        assert again.sitting.id == first.sitting.id
        assert len(again.table.decisions) == moves


async def test_f10_and_q_quit() -> None:
    for key in ("f10", "q"):
        app = hall()
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: isinstance(app.screen, TitleScreen))
            await pilot.press(key)
            await pilot.pause()
        assert app.return_code == 0


async def test_the_palette_offers_the_rooms() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        offered = [command.title for command in app.get_system_commands(app.screen)]
        assert {"New game", "Learn to play", "Decks", "Settings", "Quit"} <= set(offered)


async def test_a_table_left_by_the_palette_is_the_same_as_by_f9() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "To the title" not in [each.title for each in app.get_system_commands(app.screen)]
        await pilot.press("p")
        await until(pilot, lambda: asks(app))
        (command,) = [each for each in app.get_system_commands(app.screen) if each.title == "To the title"]
        command.callback()
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))


# --- what it offers ----------------------------------------------------------------------------------------------


def parsed(line: str) -> dict[str, Any]:
    """The values of a command line; it is read, not carried out."""
    command: click.Command = cli
    name, *rest = shlex.split(line)
    command = command.get_command(click.Context(command), name)  # type: ignore[attr-defined]
    assert command is not None, f"there is no `summit {name}`"
    return command.make_context(name, rest).params


def test_every_entry_that_is_shown_opens_something_and_has_a_command_that_is_there() -> None:
    assert [each.name for each in PLANNED if not each.works] == ["join", "host", "teach"]
    assert len({each.key for each in PLANNED}) == len(PLANNED)
    for each in PLANNED:
        assert hasattr(TitleScreen, f"do_{each.name}") == each.works, each.name
    for name, offer in OFFERS.items():
        assert bool(offer.command) == (name != "quit")
        if offer.command:
            parsed(offer.command)
    lesson = course(next(iter(lessons().values())))
    table = chosen_table(parsed(OFFERS["learn"].command))
    assert table[0] == lesson.folder
    assert table[1].variants == lesson.lesson.lesson.options.variants
    assert lesson.deck.default_table == lesson.lesson.lesson.options.seats


def test_the_commands_of_the_title_screen_are_carried_out_and_help_lists_them() -> None:
    run = CliRunner()
    usual = [each.command for each in OFFERS.values() if each.command]
    for command in sorted(usual, key=lambda each: "--resume" in each):  # there must be a game to go on with
        done = run.invoke(cli, shlex.split(command), input="quit\n")
        assert done.exit_code == 0, (command, done.output)
    told = " ".join(run.invoke(cli, ["--help"]).output.split())
    assert all(f"summit {command}" in told for command in usual)
    assert not [each.command for each in PLANNED if not each.works and f"summit {each.command}" in told]


async def test_only_what_works_is_shown() -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shown(app, "Quit"))
        assert [each.name for each in app.screen.query_one(Choices).entries] == [*OFFERS][1:], "no game to go on with"
        for each in PLANNED:
            if not each.works:
                assert not shown(app, say(f"title-{each.name}-about")), each.name
                await pilot.press(each.key)
        await pilot.pause()
        assert isinstance(app.screen, TitleScreen)


# --- games -------------------------------------------------------------------------------------------------------


async def test_the_list_of_games_replays_and_deletes() -> None:
    sitting = quick_game(usual_deck(), 7)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    app = hall()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen) and shown(app, "Round 1 of 6"))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReplayScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen))
        await pilot.press("x")
        await until(pilot, lambda: shown(app, "X again deletes"))
        assert len(games()) == 1
        assert list(cache_folder().iterdir()), "the deck that was checked is kept"
        await pilot.press("x")
        await until(pilot, lambda: shown(app, "The game is deleted."))
        assert games() == []
        assert not list(cache_folder().iterdir()), "as with `summit games erase`"
        assert shown(app, "No game has been played")


async def test_a_damaged_game_is_listed_with_its_problem_and_cannot_be_opened() -> None:
    Path("data/games").mkdir(parents=True)
    sitting = quick_game(usual_deck(), 7)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    (entry,) = games()
    entry.path.write_bytes(b"nothing of a journal\n")
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen) and shown(app, "It cannot be opened"))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, GamesScreen)


@pytest.mark.clause("R9.8")
async def test_an_unfinished_game_of_an_older_edition_says_why_it_is_only_replayed() -> None:
    games_folder().mkdir(parents=True)
    shutil.copy(REPO / "tests" / "golden" / "journals" / "format-1-running.summit", games_folder())
    app = hall()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        assert app.screen.unfinished is None, "nothing is offered to be continued"
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen) and shown(app, "began under edition 1"))
        said = " ".join(line.strip(" │║") for line in picture(app))
        assert "so it is not played on." in " ".join(said.split())
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReplayScreen))


async def test_enter_on_an_unfinished_game_plays_on() -> None:
    sitting = quick_game(usual_deck(), 7)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen) and shown(app, "plays on"))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert app.sitting is not None
        assert app.sitting.id == sitting.id
    assert len(look(sitting.id).table.decisions) == 0


def test_moments_are_told_in_plain_words() -> None:
    assert when("not a time") == "not a time"
    assert "2026" in when("2026-11-25T12:40:00+00:00")


# --- decks that are not as they should be ------------------------------------------------------------------------


@pytest.mark.slow
async def test_a_hostile_title_is_shown_as_it_is_written() -> None:
    title = "[@click=app.quit]x[/] [/b] [red]"
    own_deck("hostile", f"'{title}'")
    app = hall()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, DecksScreen) and shown(app, title))
        decks = app.screen.query_one(Choices)
        decks.cursor = [each.name for each in decks.entries].index("hostile")
        await pilot.press("r")
        await until(pilot, lambda: shown(app, "Delegations"))
        await pilot.press("escape")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, NewGame) and shown(app, "[@click=app.quit]x[/]"))
        assert app.is_running


async def test_a_deck_with_faults_is_listed_with_their_number() -> None:
    own_deck("broken", damage=True)
    app = hall()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, DecksScreen) and shown(app, "fault, your own"), 20)
        await pilot.press("home")
        decks = app.screen.query_one(Choices)
        decks.cursor = [each.name for each in decks.entries].index("broken")
        await until(pilot, lambda: shown(app, "license"))


async def test_without_a_playable_deck_the_title_says_so() -> None:
    own_deck(str(default_deck()), damage=True)
    app = hall()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: shown(app, "There is no deck to play."))
        await pilot.press("p")
        await until(pilot, lambda: any("This deck has 1 fault" in each.message for each in app._notifications))
        assert isinstance(app.screen, TitleScreen)


async def test_a_deck_that_loads_but_does_not_pass_its_check_is_not_played() -> None:
    path = own_deck(str(default_deck())) / "deck.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nmodules:\n", "\nmodules:\n  sanctions: {}\n"), encoding="utf-8")
    app = hall()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("p")
        await until(pilot, lambda: any("sanctions` is not installed" in each.message for each in app._notifications))
        assert isinstance(app.screen, TitleScreen)
        assert games() == []


def test_without_a_terminal_the_title_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.on_screen() == run.EXIT_NO_TERMINAL
    assert "--plain" in capsys.readouterr().err


async def written(app: GameApp, pilot: Pilot[Any], code: str) -> None:
    await pilot.press("k")
    await until(pilot, lambda: isinstance(app.screen, Write))
    app.screen.query_one(Input).value = code
    await pilot.press("enter")


async def test_a_class_code_is_typed_and_the_deal_of_the_class_is_played() -> None:
    app = hall()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await written(app, pilot, "x")
        await until(pilot, lambda: shown(app, "A class code has"))
        await written(app, pilot, "hrdk 47")
        await until(pilot, lambda: asks(app))
        assert isinstance(app.screen, TableScreen)
        assert app.screen.table.seed == seed_of("HRDK47")
    assert games()[0].code == "HRDK47"


async def test_results_are_read_at_the_title(monkeypatch: pytest.MonkeyPatch) -> None:
    app = hall()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("e")
        await until(pilot, lambda: shown(app, say("results-none")))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        over = GameEntry(
            "x", Path("x"), title="A deck", delegations=("A", "B"), sitters=(PERSON, Sitter(bot="random")),
            stand=(6, 0, 0), ratings=(61, 20), endings=("agreed", "not agreed"), ending="agreed",
        )  # fmt: skip
        monkeypatch.setattr(title, "games", lambda: [over])
        await pilot.press("e")
        await until(pilot, lambda: shown(app, "Best as A: rating 61"))
        assert shown(app, "Not seen yet: not agreed.")
        assert shown(app, "no forecast")
