"""What a review of the table screen found: time, pauses, the curtain, programs as bots, ended sittings."""

from __future__ import annotations

from tui_support import asks, picture, sitting, some_action, table_of, to_the_floor, until

from summit_game.table.clock import Clock, ClockRule
from summit_game.tui.rooms import Rooms
from summit_game.tui.widgets.move import Move


def told(app: Rooms) -> list[str]:
    """The notices that were given."""
    return [notice.message for notice in app._notifications]


async def test_a_pause_keeps_what_is_being_built() -> None:
    app = Rooms(sitting(), pace=0, guard=0)
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
    app = Rooms(game, pace=30, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        seconds[0] += 1000
        table_of(app)._each_second()
        assert not asks(app)
        assert app.screen.query_one(Move).current is None
        await pilot.pause()
        assert any("Time is up for" in line for line in told(app))


async def test_undo_that_cannot_be_says_why() -> None:
    app = Rooms(sitting(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        screen = table_of(app)
        assert screen.view is not None
        screen.send(some_action(screen.view, 1))
        await until(pilot, lambda: asks(app))
        await pilot.pause()
        assert not screen.check_action("undo", ())
        await pilot.press("u")
        await pilot.pause()
        assert any("R9.7" in line for line in told(app)), told(app)
