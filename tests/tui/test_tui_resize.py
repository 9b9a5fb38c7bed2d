"""Any size at any moment: nothing breaks, and the picture is the one a fresh start at that size would show."""

from __future__ import annotations

import random

import pytest
from textual.geometry import Region
from tui_support import asks, picture, send, sitting, some_action, still, table_of, until, view_of

from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.layout import TABBED, is_wide, plan
from summit_game.tui.reader import Reader
from summit_game.tui.round_screen import RoundScreen

STANDS = Reader | RoundScreen
"""A page that stands until it is read: a treaty that has failed, a round that is over."""


async def resized(times: int, seed: int) -> None:
    """Play while the window changes at random, from 1x1 to 300x100."""
    chance = random.Random(seed)
    game = sitting(4, seed=seed)
    app = GameApp(game, pace=0.001, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        for turn in range(times):
            await until(pilot, lambda: asks(app) or isinstance(app.screen, Ending | STANDS))
            while isinstance(app.screen, STANDS):
                await pilot.press("escape")
                await until(pilot, lambda: asks(app) or isinstance(app.screen, Ending | STANDS))
            if isinstance(app.screen, Ending):
                break
            screen = table_of(app)
            assert screen.private
            send(screen, some_action(view_of(screen), turn))
            large = turn % 10 == 9
            width, height = chance.randint(1, 300 if large else 150), chance.randint(1, 100 if large else 45)
            await pilot.resize_terminal(width, height)
            await until(pilot, lambda height=height: len(picture(app)) == height)
        for size in ((80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            assert [len(line) for line in await still(pilot)] == [size[0]] * size[1]


async def test_ten_resizes_while_bots_play() -> None:
    await resized(10, 7)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_two_hundred_resizes_while_bots_play(seed: int) -> None:
    await resized(50, seed)


async def test_after_any_size_the_picture_is_that_of_a_fresh_start() -> None:
    pictures = []
    for sizes in (((80, 24),), ((200, 60), (33, 9), (120, 40), (1, 1), (80, 24))):
        app = GameApp(sitting(), pace=0, guard=0)
        async with app.run_test(size=sizes[0]) as pilot:
            await until(pilot, lambda app=app: asks(app))  # type: ignore[misc]
            for size in sizes[1:]:
                await pilot.resize_terminal(*size)
            pictures.append(await still(pilot))
    assert pictures[0] == pictures[1]


def test_panes_never_overlap_and_never_leave_the_room() -> None:
    for issues, seats, tracks, zones in ((6, 4, 5, 7), (8, 8, 7, 12), (3, 2, 2, 0)):
        for width in (40, 60, 79, 80, 100, 119, 120, 160, 300):
            for height in (10, 18, 22, 28, 34, 38, 60, 98):
                for tab in TABBED:
                    places = plan(width, height, issues, seats, tracks, zones, tab)
                    regions = [Region(*place) for place in places.values()]
                    room = Region(0, 0, width, height)
                    for at, region in enumerate(regions):
                        assert room.contains_region(region), (width, height, tab, places)
                        assert not any(region.overlaps(other) for other in regions[:at]), (width, height, tab, places)
                    wide = is_wide(width, height + 2)
                    assert ("tabs" in places) != wide
                    assert set(TABBED) <= set(places) if wide else tab in places
