"""What a review of the table screen found: time, pauses, the curtain, programs as bots, ended sittings."""

from __future__ import annotations

from textual.widgets import Input
from tui_support import asks, picture, sitting, some_action, table_of, to_the_floor, until

from summit_game.table.clock import Clock, ClockRule
from summit_game.tui.curtain import Curtain
from summit_game.tui.ending import AGAIN
from summit_game.tui.hall import Hall
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


async def test_a_new_word_is_asked_for_twice() -> None:
    app = Rooms(sitting(2, people=(0, 1)), pace=0, guard=0)
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
    app = Rooms(sitting(2, people=(0, 1)), pace=0, guard=0.3)
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
    app = Hall(pace=0, guard=0)
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
