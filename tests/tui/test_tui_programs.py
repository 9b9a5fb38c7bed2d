"""Programs as bots: they may think long, and fail."""

from __future__ import annotations

from threading import Event

from tui_support import asks, picture, send, sitting, table_of, until

from summit_game.bots.external import _tell
from summit_game.bots.kinds import Decision
from summit_game.bots.simple import SimpleBot
from summit_game.engine.actions import NO_PROMISE_ACTION
from summit_game.engine.view import View
from summit_game.table.sitter import Sitter
from summit_game.tui.game_app import GameApp
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
