"""Programs as bots: they may think long, and fail."""

from __future__ import annotations

from threading import Event, get_ident
from time import monotonic

import pytest
from tui_support import asks, picture, send, sitting, table_of, until, view_of

from summit_game.bots.external import _tell
from summit_game.bots.kinds import Decision
from summit_game.bots.simple import SimpleBot
from summit_game.engine.actions import NO_PROMISE_ACTION
from summit_game.engine.view import View
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.entry import BY_TABLE, MOVE
from summit_game.table.sitter import Sitter
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.log import Log


def told(app: GameApp) -> list[str]:
    """The notices that were given."""
    return [notice.message for notice in app._notifications]


class Slow:
    """A bot that thinks until it is allowed to answer, as a program would."""

    def __init__(self) -> None:
        self.may = Event()
        self.simple = SimpleBot(1, "US")

    def decide(self, view: View) -> Decision:
        assert self.may.wait(20)
        _tell("the bot of US (there) is slow; a stand-in decided")
        return self.simple.decide(view)


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
        def decide(self, view: View) -> Decision:
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


class Asked:
    """A bot that must never be asked in the screen's loop."""

    def __init__(self, seat: str) -> None:
        self.simple, self.threads = SimpleBot(1, seat), set[int]()

    def decide(self, view: View) -> Decision:
        self.threads.add(get_ident())
        return self.simple.decide(view)


@pytest.mark.fault("K8.1")
@pytest.mark.parametrize("per", ["decision", "phase"])
async def test_when_time_is_up_no_program_is_waited_for(per: str) -> None:
    game, seconds = sitting(3), [0.0]
    slow = Slow()
    for seat in (1, 2):
        game.table.sitters[seat] = Sitter(bot="exec:there")
        game.table.bots[seat] = slow
    game.table.set_clock(Clock(ClockRule(per, 60, "stand-in"), lambda: seconds[0]))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        seconds[0] += 1000
        before = monotonic()
        table_of(app)._each_second()
        await until(pilot, lambda: table_of(app).course.thinking)
        await pilot.press("space", "f1")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        assert monotonic() - before < 15, "somebody waited for a bot"
        assert [each.seat for each in game.table.history.entries if each.by == "time"] == [0]
        slow.may.set()


@pytest.mark.fault("K8.2")
@pytest.mark.parametrize("kind", ["exec:there", "bridge-builder:4"])
async def test_what_takes_its_time_is_never_asked_in_the_loop(kind: str) -> None:
    game = sitting(3)
    bots = [Asked("US"), Asked("UA")]
    for seat, bot in enumerate(bots, 1):
        game.table.sitters[seat] = Sitter(bot=kind)
        game.table.bots[seat] = bot
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(3):
            await until(pilot, lambda: asks(app))
            send(table_of(app), view_of(table_of(app)).legal()[0])
        await until(pilot, lambda: asks(app))
    assert all(bot.threads and get_ident() not in bot.threads for bot in bots)


@pytest.mark.fault("K8.2")
async def test_keys_are_heeded_between_two_decisions_of_quick_bots() -> None:
    game = sitting(6)
    app = GameApp(game, pace=0, guard=0)
    most = [0]

    def decided() -> int:
        """Decisions that somebody made; what the table does by itself costs no time (R9.10)."""
        return sum(each.kind == MOVE and each.by != BY_TABLE for each in game.table.history.line())

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        screen, one = table_of(app), table_of(app).go_on

        def go_on() -> None:
            before = decided()
            one()
            most[0] = max(most[0], decided() - before)

        screen.go_on = go_on  # type: ignore[method-assign]
        for _ in range(8):
            await until(pilot, lambda: asks(app))
            send(screen, view_of(screen).legal()[0])
        await until(pilot, lambda: asks(app))
    assert most == [1]


@pytest.mark.fault("K8.2")
async def test_skipping_gives_the_loop_back_too() -> None:
    game = sitting(6)
    app = GameApp(game, pace=30, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        send(table_of(app), view_of(table_of(app)).legal()[0])
        before = len(game.table.decisions)
        table_of(app).skip()
        assert len(game.table.decisions) - before <= 1
        await until(pilot, lambda: asks(app))
