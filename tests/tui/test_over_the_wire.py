"""The screen stands on a seat's port alone: a whole game is played on it, by keys, over JSON lines."""

from __future__ import annotations

import sys

import pytest
from tui_support import asks, picture, sitting, table_of, until

from seat.wiring import wired
from summit_game.engine.streams import Stream
from summit_game.language.catalogue import say
from summit_game.seat.wire import WirePort
from summit_game.table.course import Course
from summit_game.table.games_folder import Sitting
from summit_game.table.table import Table
from summit_game.tui import game_app
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.page import Page


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, bytes, bytes]]:
    """What goes over the wire; the screen gets no other port, and may not look at a view."""
    said: list[tuple[int, bytes, bytes]] = []
    view = Table.view

    def looked_at(table: Table, seat: int):
        asker = sys._getframe(1).f_globals["__name__"]
        assert not asker.startswith("summit_game.tui"), asker
        return view(table, seat)

    monkeypatch.setattr(Table, "view", looked_at)
    monkeypatch.setattr(game_app, "Course", lambda now: Course(now, wired(now, said).__getitem__))
    return said


async def play(game: Sitting, seed: int, size: tuple[int, int]) -> int:
    """Play by keys alone until the ending is shown. Returns the number of decisions."""
    app, stream, decisions = GameApp(game, pace=0, guard=0), Stream(seed, "wire"), 0
    async with app.run_test(size=size) as pilot:
        while True:
            await until(pilot, lambda: asks(app) or isinstance(app.screen, Ending))
            if isinstance(app.screen, Ending):
                assert any("fit" in line or "Fit" in line for line in picture(app))
                return decisions
            screen = table_of(app)
            assert isinstance(screen.port, WirePort)
            move = screen.query_one(Move)
            place = game.table.history.tip
            for _ in range(60):
                assert move.current is not None
                rows = move.current.rows
                can = [at for at, row in enumerate(rows) if not row.refusal and not row.back]
                move.cursor = stream.choice(can)
                await pilot.press("enter")
                if game.table.history.tip != place or isinstance(app.screen, Ending):
                    break
            else:
                raise AssertionError("no decision after 60 choices")
            decisions += 1


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_whole_game_on_the_screen_goes_over_the_wire(lines, size: tuple[int, int]) -> None:
    game = sitting(2, seed=3, people=(0,), bot="flat")
    assert await play(game, 5, size) > 8
    assert {seat for seat, _, _ in lines} >= {0, -1}
    assert not any(b'"type":"error"' in answer for _, _, answer in lines)
    assert game.table.over


@pytest.mark.parametrize("name", ["about", "text", "map", "brief", "cards", "score"])
async def test_papers_of_plain_text_can_be_read_on_the_screen_too(name: str) -> None:
    game = sitting(2, seed=3, people=(0,), bot="flat")
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        table = table_of(app)
        title = say(f"paper-{name}")
        (read,) = (run for shown, _, run in table.commands_now() if shown == title)
        read()
        await pilot.pause()
        page = app.screen.query_one(Page)
        told = [table.sheet.setting] if name == "about" else table.port.paper(name)
        assert page.paragraphs[0] == told[0]
        await pilot.press("escape", "space")
        read()
        await pilot.pause()
        hidden = name in ("brief", "cards", "score")
        assert (app.screen.query_one(Page).paragraphs[0] == say("paper-hidden")) == hidden
