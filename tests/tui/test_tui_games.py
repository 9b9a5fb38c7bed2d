"""Whole games through the screen."""

from __future__ import annotations

import pytest
from tui_support import picture, play_to_the_end, sitting, until

from summit_game.tui.ending import Ending
from summit_game.tui.rooms import Rooms


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_a_whole_solo_game_ends_with_its_ending(width: int, height: int) -> None:
    game = sitting()
    app = Rooms(game, pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        given = await play_to_the_end(pilot)
        assert given > 20
        assert game.table.over
        assert isinstance(app.screen, Ending)
        for _ in range(5):
            app.screen.action_next()
        title = game.table.setting.scenarios[game.table.state.ending].title
        await until(pilot, lambda: any(title in line for line in picture(app)))
