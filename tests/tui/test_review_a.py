"""What a review of the table screen found: time, pauses, the curtain, programs as bots, ended sittings."""

from __future__ import annotations

from threading import Event

import pytest
from textual.widgets import Input
from tui_support import asks, picture, send, sitting, some_action, table_of, to_the_floor, until, view_of

from summit_game.bots.external import _tell
from summit_game.bots.simple import SimpleBot
from summit_game.engine.actions import NO_PROMISE_ACTION, Action
from summit_game.engine.view import View
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.games_folder import resume
from summit_game.table.sitter import Sitter
from summit_game.tui.curtain import Curtain
from summit_game.tui.ending import AGAIN
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.run import _run
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.widgets.log import Log
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


async def test_undo_that_cannot_be_says_why() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        screen = table_of(app)
        assert screen.private
        send(screen, some_action(view_of(screen), 1))
        await until(pilot, lambda: asks(app))
        await pilot.pause()
        assert not screen.check_action("undo", ())
        await pilot.press("u")
        await pilot.pause()
        assert any("R9.7" in line for line in told(app)), told(app)


async def test_a_new_word_is_asked_for_twice() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.pause()
        for word in ("moss", "fern"):
            await pilot.press(*word, "enter")
        await pilot.pause()
        assert any("not the same" in line for line in picture(app))
        assert isinstance(app.screen, Curtain)
        assert not app.screen.secret.has(app.screen.seat)
        for _ in range(2):
            await pilot.press(*"moss", "enter")
        await until(pilot, lambda: asks(app))
        assert table_of(app).secret.has(table_of(app).seat)


async def test_keys_pressed_as_the_curtain_comes_up_are_no_part_of_a_word() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await until(pilot, lambda: bool(app.screen.query(Input)))
        field = app.screen.query_one(Input)
        await pilot.press("x", "y")
        await until(pilot, lambda: app.focused is field)
        assert field.value == ""
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))


async def test_words_outlast_leaving_the_table_and_playing_again() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        app.run_worker(app.play(game, {0: "moss"}))
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.secret.has(0)  # type: ignore[attr-defined]
        assert app._secrets[game.id].has(0)
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))
        app.action_to_title()
        await until(pilot, lambda: not asks(app))
        app.run_worker(app.play(game))
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.secret.has(0)  # type: ignore[attr-defined]
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))
        app.screen.dismiss("over")
        await until(pilot, lambda: type(app.screen).__name__ == "Ending")
        app.screen.dismiss(AGAIN)
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert app.screen.secret.has(0)  # type: ignore[attr-defined]


class Slow:
    """A bot that thinks until it is allowed to answer, as a program would."""

    def __init__(self) -> None:
        self.may = Event()
        self.simple = SimpleBot(1, "US")

    def choose(self, view: View) -> Action:
        assert self.may.wait(20)
        _tell("the bot of US (there) is slow; a stand-in decided")
        return self.simple.choose(view)


async def test_a_program_that_thinks_long_does_not_stop_the_screen() -> None:
    game = sitting(2)
    slow = Slow()
    game.table.sitters[1] = Sitter(bot="exec:there")
    game.table.bots[1] = slow
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        send(table_of(app), NO_PROMISE_ACTION)
        await until(pilot, lambda: table_of(app).course.thinking)
        place = game.table.history.tip
        await pilot.press("z", "s")
        await pilot.pause()
        assert any("[z Zones]" in line for line in picture(app))
        assert game.table.history.tip == place
        slow.may.set()
        await until(pilot, lambda: asks(app))
        assert game.table.history.tip > place
        await until(pilot, lambda: any("is slow" in line for line in told(app)))


async def test_a_program_that_fails_is_stood_in_for() -> None:
    class Broken:
        def choose(self, view: View) -> Action:
            raise ValueError("no")

    game = sitting(2)
    game.table.sitters[1] = Sitter(bot="exec:there")
    game.table.bots[1] = Broken()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        send(table_of(app), NO_PROMISE_ACTION)
        await until(pilot, lambda: asks(app))
        assert any("simple one stands in" in line for line in app.screen.query_one(Log).sentences)


async def test_papers_close_when_somebody_must_decide() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))
        table = table_of(app)
        await pilot.press("t", "enter")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        send(table, NO_PROMISE_ACTION)
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        assert not [screen for screen in app.screen_stack if isinstance(screen, Reader)]
        app.screen.dismiss(True)
        await until(pilot, lambda: asks(app))


async def test_keys_go_to_the_log_while_bots_act_and_back_to_the_move() -> None:
    app = GameApp(sitting(), pace=0.02, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: asks(app))
        assert isinstance(app.focused, Move)
        send(table_of(app), NO_PROMISE_ACTION)
        await until(pilot, lambda: isinstance(app.focused, Log))
        await until(pilot, lambda: asks(app))
        assert isinstance(app.focused, Move)


async def test_the_log_opens_at_its_end() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        log = app.screen.query_one(Log)
        log.tell(f"Line {number}." for number in range(40))
        await pilot.press("l")
        await until(pilot, lambda: log.scroll_offset.y == log.max_scroll_y > 0)
        assert any("Line 39." in line for line in picture(app))


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


async def test_before_the_shell_everything_private_goes() -> None:
    for people, hidden in (((0,), True), ((0, 1), False)):
        app = GameApp(sitting(2, people=people), pace=0, guard=0)
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda app=app: asks(app) or isinstance(app.screen, Curtain))  # type: ignore[misc]
            if not hidden:
                app.screen.dismiss(True)
                await until(pilot, lambda app=app: asks(app))  # type: ignore[misc]
            table_of(app).before_shell()
            assert hidden == (isinstance(app.screen, TableScreen) and app.screen.hidden)
            assert hidden != isinstance(app.screen, Curtain)
