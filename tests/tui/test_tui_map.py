"""The map in the pane of zones: beside its history, above it in a narrow pane, in another language, without colour."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from tui_pictures import same_picture
from tui_support import asks, picture, sitting, some_action, until

from summit_game.engine.board import FLOOR
from summit_game.language import catalogue
from summit_game.language.catalogue import choose
from summit_game.seat.zonemap.layout import LARGE, SMALL
from summit_game.seat.zonemap.model import page_map
from summit_game.table.games_folder import Sitting
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.game_app import GameApp
from summit_game.tui.themes import NAMES
from summit_game.tui.widgets.zone_map import can_draw, history_lines, last_orders, rows_wanted
from summit_game.tui.widgets.zones import Zones
from support import ALL_DECKS

SIZES = ((80, 24), (100, 30), (120, 40))


def in_the_fourth_round() -> Sitting:
    """A game in which texts close places, units went away, and more stand in a zone than the cap allows."""
    game, turn = sitting(4, seed=5, bot="random"), 0
    while (seat := game.table.waiting_person()) is not None:
        view = game.table.view(seat)
        if view.phase == FLOOR and view.round >= 4:
            break
        game.table.submit(seat, some_action(view, turn))
        turn += 1
    return game


def zones_of(app: GameApp) -> Zones:
    assert isinstance(app.screen, BoardScreen)
    return app.screen.query_one(Zones)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_map_looks_as_it_is_kept(size: tuple[int, int]) -> None:
    app = GameApp(in_the_fourth_round(), pace=0, guard=0, theme=NAMES[2])
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("z")
        await same_picture(pilot, "map")
        text = "\n".join(picture(app))
        zones = zones_of(app)
        assert zones.page is not None
        shown = page_map(zones.sheet, zones.page)
        for zone in shown.zones:
            assert re.search(rf"[╭]{zone.name}[─~M]*╮", text), zone.name
        assert "×" in text
        assert "!" in "".join(each.plain for each in zones.lines[:8])
        assert any(each.change for zone in shown.zones for each in zone.standings)
        assert last_orders(zones.sheet, zones.page)[0].startswith("Orders of round 3: ")


async def test_the_history_beside_it_says_what_the_map_says() -> None:
    """Each line: units as the rounds began, now and cap; marks stand where something changed or is too much."""
    app = GameApp(in_the_fourth_round(), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("z")
        zones = zones_of(app)
        assert zones.page is not None
        sheet, page = zones.sheet, zones.page
        shown = page_map(sheet, page)
        lines = [
            "".join(str(part[0]) for part in line if isinstance(part, tuple))
            for line in history_lines(sheet, page, shown, 36)
        ]
        standings = [(at, each) for at, zone in enumerate(shown.zones) for each in zone.standings]
        assert lines[0].split() == ["start", "of", "R1", "R2", "R3", "now", "cap"]
        assert len(lines) == 1 + len(standings)
        for line, (at, each) in zip(lines[1:], standings, strict=True):
            numbers = [int(number) for number in re.findall(r"\b\d\b", line)]
            past = [each_round.units[each.side][at] for each_round in page.rounds[:-1]]
            assert numbers == [*past, each.there, each.cap]
            assert ("«" in line) == bool(each.change)
            assert ("!" in line) == bool(each.over)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_map_fits_in_the_pseudo_language(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    game, before = in_the_fourth_round(), catalogue._chosen
    monkeypatch.setenv("SUMMIT_LANGUAGE", "xx")
    choose("xx")
    try:
        app = GameApp(game, pace=0, guard=0)
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: asks(app))
            await pilot.press("z")
            zones = zones_of(app)
            assert all(cell_len(line.plain) <= zones.inner for line in zones.lines)
            said = "\n".join(line.plain for line in zones.lines)
            assert not re.search(r"\b(now|cap|room|closed|Orders|over)\b", said)
            assert "╭" in said
    finally:
        catalogue._chosen = before


@pytest.mark.parametrize(("width", "drawn"), [(60, True), (44, True), (41, True), (38, False)])
async def test_a_pane_too_narrow_for_the_map_lists_the_zones(width: int, drawn: bool) -> None:
    app = GameApp(in_the_fourth_round(), pace=0, guard=0)
    async with app.run_test(size=(width, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("z")
        zones = zones_of(app)
        assert ("╭" in "".join(line.plain for line in zones.lines)) == drawn
        assert can_draw(zones.sheet, zones.inner) == drawn
        assert all(cell_len(line.plain) <= zones.inner for line in zones.lines)


async def test_a_deck_without_boxes_keeps_its_list() -> None:
    from summit_game.deck.compile import TableOptions
    from summit_game.table.games_folder import new_sitting
    from summit_game.table.sitter import Sitter

    older = next(path for path in ALL_DECKS if "first-edition" in str(path))
    game = new_sitting(older, TableOptions(2, (), ()), 1, {0: Sitter(), 1: Sitter(bot="random")})
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("z")
        zones = zones_of(app)
        assert not can_draw(zones.sheet, 200)
        assert rows_wanted(zones.sheet) == len(zones.sheet.zones)
        said = [line.plain for line in zones.lines]
        assert [line.split()[0] for line in said[: len(zones.sheet.zones)]] == [each.id for each in zones.sheet.zones]


def test_the_two_maps_fit_the_panes_they_are_made_for() -> None:
    assert SMALL == (40, 6)
    assert LARGE == (36, 9)
