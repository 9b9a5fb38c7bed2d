"""What comes between: a pause, time that is up, a note, the end of a sitting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tui_support import asks, picture, send, sitting, some_action, table_of, to_the_floor, until, view_of

from summit_game.engine.actions import NO_PROMISE_ACTION
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.games_folder import resume
from summit_game.table.sitter import Sitter
from summit_game.tui.curtain import Curtain
from summit_game.tui.dialogs import Pick
from summit_game.tui.game_app import GameApp
from summit_game.tui.run import _run
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.widgets.move import Move


def told(app: GameApp) -> list[str]:
    """The notices that were given."""
    return [notice.message for notice in app._notifications]


async def test_a_pause_keeps_what_is_being_built() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter")
        move = app.screen.query_one(Move)
        assert move.current is not None
        built = move.current.title
        await pilot.press("P")
        await pilot.pause()
        shown = "\n".join(picture(app))
        assert "The facilitator has paused the game" in shown
        assert "PAUSED" in shown
        assert "to move" not in shown
        await pilot.press("P")
        await until(pilot, lambda: asks(app))
        assert move.current is not None
        assert move.current.title == built == "Package"
        await pilot.press("escape")
        assert len(move.path) == 1


async def test_a_pause_from_the_console_keeps_it_too_and_somebody_new_does_not_get_it() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        for newcomer in (False, True):
            await pilot.press("1", "enter")
            move = app.screen.query_one(Move)
            assert move.current is not None
            assert move.current.title == "Package"
            table_of(app).facilitate("pause")
            await until(pilot, lambda: game.table.paused and "PAUSED" in "\n".join(picture(app)))
            assert move.current is None
            if newcomer:
                game.table.sit(0, Sitter(("Zoe",)))
            table_of(app).facilitate("go")
            await until(pilot, lambda: asks(app))
            assert len(move.path) == (1 if newcomer else 2)
            await pilot.press("escape")


async def test_time_that_is_up_is_said_in_a_notice_and_a_stand_in_ends_the_question() -> None:
    game = sitting()
    seconds = [0.0]
    game.table.set_clock(Clock(ClockRule("decision", 60, "stand-in"), lambda: seconds[0]))
    app = GameApp(game, pace=30, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        seconds[0] += 1000
        table_of(app)._each_second()
        assert not asks(app)
        assert app.screen.query_one(Move).current is None
        await pilot.pause()
        assert any("Time is up for" in line for line in told(app))


@pytest.mark.parametrize("word", ["fern", ""])
async def test_undo_that_cannot_be_says_why(word: str) -> None:
    """Where a word guards the game not even a person alone takes back what others have followed (R9.7)."""
    game = sitting(word=word)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        screen = table_of(app)
        assert screen.private
        before = game.table.history.tip
        send(screen, some_action(view_of(screen), 1))
        await until(pilot, lambda: asks(app))
        await pilot.pause()
        tip = game.table.history.tip
        assert tip > before + 1, "bots have acted since"
        assert screen.check_action("undo", ()) == (not word)
        await pilot.press("u")
        await pilot.pause()
        assert ("R9.7" in screen._asked) == bool(word)
        assert game.table.history.tip == (tip if word else before)


async def test_an_ended_sitting_says_why_and_what_can_be_done(capsys: pytest.CaptureFixture[str]) -> None:
    game = sitting()
    game.table.end("the bell rings")
    assert game.table.journal is not None
    game.table.journal.close()
    app = GameApp(resume(game.id), pace=0, guard=0)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: "ENDED" in picture(app)[0])
        shown = " ".join("\n".join(picture(app)).split())
        for words in ("ended the sitting: the bell rings.", "F10 quits", "summit replay"):
            assert words in shown
        await pilot.press("f10")
    app.run = lambda: None  # type: ignore[method-assign, assignment]
    _run(app)
    assert "goes on" not in capsys.readouterr().err


async def test_a_note_of_the_facilitator_is_a_notice() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        game.table.note("Look at the clock.")
        game.table.note("Not for you.", 1)
        send(table_of(app), NO_PROMISE_ACTION)
        await until(pilot, lambda: any("Look at the clock." in line for line in told(app)))
        assert not any("Not for you" in line for line in told(app))


async def test_a_game_that_is_not_saved_says_so_and_is_not_left_without_a_question() -> None:
    game = sitting(2)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        game.table.journal = None
        game.table.without_journal("The game is NOT being saved: the disk is full.")
        table_of(app).go_on()
        await until(pilot, lambda: "NOT SAVED" in picture(app)[0])
        quit_now = next(each for each in app.get_system_commands(app.screen) if each.title == "Quit")
        assert "NOT saved" in quit_now.help
        await pilot.press("f10", "f10")
        await pilot.pause()
        assert isinstance(app.screen, Pick)
        assert any("Not all of this game is saved. Leave?" in line for line in picture(app))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert not app.told_at_exit
        await pilot.press("f10", "down", "enter")
        await pilot.pause()
    assert len([line for line in app.told_at_exit if "disk is full" in line]) == 1


@pytest.mark.fault("K7.5")
@pytest.mark.parametrize("asked", [True, False])
async def test_the_game_is_paused_at_the_curtain_with_and_without_a_word(asked: bool) -> None:
    game = sitting(2, people=(0, 1))
    game.table.set_clock(Clock(ClockRule("decision", 60), game.table.now))
    app = GameApp(game, pace=0, guard=0)
    app.preferences = replace(app.preferences, words=asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.press("f6")
        assert game.table.paused
        await until(pilot, lambda: "PAUSED" in "\n".join(picture(app)))
        await pilot.press("f6")
        assert not game.table.paused
        await until(pilot, lambda: "PAUSED" not in "\n".join(picture(app)))
        assert game.table.clock is not None
        assert not game.table.clock.running
        await pilot.press("f6", "enter")
        await until(pilot, lambda: "The facilitator has paused" in "\n".join(picture(app)))
        await pilot.press("P")
        await until(pilot, lambda: isinstance(app.screen, Curtain))  # Who comes back from a pause may be another.
        assert not game.table.clock.running
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert game.table.clock.running


@pytest.mark.fault("K7.5")
async def test_at_a_guarded_table_only_the_facilitator_pauses_at_the_curtain() -> None:
    game = sitting(2, people=(0, 1), word="fern")
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.press("f6")
        assert not game.table.paused
        await until(pilot, lambda: any("Only the facilitator pauses" in line for line in told(app)))


@pytest.mark.fault("K7.1")
@pytest.mark.fault("K7.3")
@pytest.mark.parametrize("up", ["announce", "stand-in"])
async def test_time_taken_away_is_said_at_the_next_look_and_nobody_is_late_behind_the_curtain(up: str) -> None:
    game = sitting(2, people=(0, 1))
    seconds = [0.0]
    game.table.set_clock(Clock(ClockRule("decision", 30, up), lambda: seconds[0]))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        seconds[0] += 1000
        for screen in app.screen_stack:
            if isinstance(screen, TableScreen):
                screen._each_second()
        assert not any(each.kind == "time_up" for each in game.table.history.entries)
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        game.table.extend(-40)
        table_of(app)._each_second()
        entries = game.table.history.entries
        assert sum(each.kind == "time_up" for each in entries) == 1
        assert [each.seat for each in entries if each.by == "time"] == ([0] if up == "stand-in" else [])
