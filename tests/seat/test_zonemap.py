"""The map of zones: tiles never touch, every unit is shown, and what it says is what everybody may know."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_game.debrief.forms.map_svg import map_svg
from summit_game.deck.check_map import near
from summit_game.deck.model_map import ACROSS, DOWN, LEAST_HEIGHT, LEAST_WIDTH, MOST_ZONES
from summit_game.engine import events as ev
from summit_game.engine.events import face
from summit_game.seat.page import seat_page, zones_now
from summit_game.seat.sheet import Box, game_sheet
from summit_game.seat.zonemap.characters import BOXED, FRAME, PLAIN, drawn, legend, plain, wide
from summit_game.seat.zonemap.course import rounds_of_units
from summit_game.seat.zonemap.layout import LARGE, SMALL, places, tiles
from summit_game.seat.zonemap.model import (
    CLOSED,
    NEW,
    ROOM,
    UNIT,
    Standing,
    ZoneDrawn,
    ZoneMap,
    has_map,
    page_map,
    told,
)
from summit_game.table.port import LocalPort
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import ALL_DECKS, DECK, SECOND_DECK, game_of, the_deck

SIZES = [SMALL, LARGE]
BOTH = pytest.mark.parametrize("size", SIZES, ids=["small", "large"])


@st.composite
def boxes(draw) -> list[Box]:
    """Boxes that `deck check` lets pass: each that is too near to an earlier one is left out."""
    found: list[Box] = []
    for _ in range(draw(st.integers(1, 20))):
        width, height = draw(st.integers(LEAST_WIDTH, 60)), draw(st.integers(LEAST_HEIGHT, DOWN))
        box = draw(st.integers(0, ACROSS - width)), draw(st.integers(0, DOWN - height)), width, height
        if len(found) < MOST_ZONES and not any(near(box, other) for other in found):
            found.append(box)
    return found


NAMES = st.text(st.characters(codec="utf-8", categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=20)


@st.composite
def standings(draw, sides: int) -> tuple[Standing, ...]:
    """Any of the sides in a zone."""
    usual = draw(st.integers(0, 9))
    result = []
    for side in range(sides):
        if draw(st.booleans()):
            there, cap = draw(st.integers(0, 9)), draw(st.integers(0, usual))
            result.append(Standing(side, there, cap, usual, draw(st.integers(there - 9, there))))
    return tuple(result)


@st.composite
def zone_maps(draw) -> ZoneMap:
    zones = (
        ZoneDrawn(draw(NAMES), box, draw(st.booleans()), draw(st.booleans()), draw(standings(2)))
        for box in draw(boxes())
    )
    return ZoneMap(("First", "Second"), ("unit", "units"), tuple(zones))


@BOTH
@settings(deadline=None)
@given(found=boxes())
def test_tiles_never_touch_and_keep_their_order(size: tuple[int, int], found: list[Box]) -> None:
    laid = tiles(found, *size)
    for tile in laid:
        assert tile.width >= 10
        assert tile.height >= 2
        assert 0 <= tile.x <= size[0] - tile.width
        assert 0 <= tile.y <= size[1] - tile.height
    for (box, tile), (other, that) in combinations(zip(found, laid, strict=True), 2):
        beside = tile.x + tile.width < that.x or that.x + that.width < tile.x
        assert beside or tile.y + tile.height <= that.y or that.y + that.height <= tile.y
        for axis in (0, 1):
            if box[axis] + box[axis + 2] <= other[axis]:
                assert tile[axis] + tile[axis + 2] + (axis == 0) <= that[axis]


@BOTH
@pytest.mark.parametrize("path", [DECK, SECOND_DECK], ids=lambda path: path.name)
def test_the_tiles_of_the_decks_stand_apart_with_their_whole_names(size: tuple[int, int], path) -> None:
    deck = the_deck(path)
    laid = tiles([zone.box for zone in deck.zones if zone.box], *size)
    assert len(laid) == len(deck.zones)
    seen: set[tuple[int, int]] = set()
    for tile, zone in zip(laid, deck.zones, strict=True):
        cells = {(x, y) for x in range(tile.x, tile.x + tile.width) for y in range(tile.y, tile.y + tile.height)}
        around = {(x + by, y) for x, y in cells for by in (-1, 1)} - cells
        assert not seen & (cells | around)
        seen |= cells
        assert len(zone.name) <= tile.width - 2


@BOTH
@settings(deadline=None)
@given(shown=zone_maps())
def test_a_map_is_as_wide_as_it_says_and_every_tile_is_whole(size: tuple[int, int], shown: ZoneMap) -> None:
    for signs in (BOXED, PLAIN):
        lines = drawn(shown, size, signs)
        assert len(lines) == size[1]
        assert {wide("".join(run.text for run in line)) for line in lines} == {size[0]}
        frame = "".join(run.text for line in lines for run in line if run.tone == FRAME)
        corners = [frame.count(each) for each in dict.fromkeys(signs.corners)]
        assert corners == ([4 * len(shown.zones)] if signs is PLAIN else [len(shown.zones)] * 4)


def read(text: str, shape: int) -> int:
    """How many units of a shape a tile shows: as shapes, or as a number behind one."""
    number = re.search(rf"{BOXED.full[shape]}(\d)", text)
    return int(number[1]) if number else text.count(BOXED.full[shape])


@BOTH
@settings(deadline=None)
@given(shown=zone_maps())
def test_each_tile_shows_as_many_units_as_there_are(size: tuple[int, int], shown: ZoneMap) -> None:
    grid = [list(_cells(line)) for line in drawn(shown, size)]
    for zone, tile in zip(shown.zones, tiles([each.box for each in shown.zones], *size), strict=True):
        rows = [grid[row][tile.x + 1 : tile.x + tile.width - 1] for row in range(tile.y + 1, tile.y + tile.height)]
        text = " ".join("".join(row) for row in rows)
        for each in zone.standings:
            assert read(text, shown.marks[each.side]) == each.there
        assert ("!" in text) == any(each.over for each in zone.standings)


def _cells(line) -> list[str]:
    """One entry for each column."""
    result = []
    for run in line:
        for sign in run.text:
            result += {0: [], 1: [sign], 2: [sign, ""]}[wide(sign)]
    return result


@settings(deadline=None)
@given(each=standings(2))
def test_places_are_units_then_room_then_what_is_closed(each: tuple[Standing, ...]) -> None:
    for standing in each:
        kinds = standing.places
        assert sum(kind in (UNIT, NEW) for kind in kinds) == standing.there
        assert kinds.count(NEW) == max(0, standing.change)
        assert kinds[: standing.there] == tuple(kind for kind in kinds if kind in (UNIT, NEW))
        assert kinds.count(ROOM) <= standing.room
        assert kinds.count(CLOSED) <= standing.closed
        assert standing.there + standing.room + standing.closed == max(standing.usual, standing.there)
        if not standing.change:
            assert (kinds.count(ROOM), kinds.count(CLOSED)) == (standing.room, standing.closed)


# --- the picture -----------------------------------------------------------------------------------------------------

SHAPES = {"rect": 0, "circle": 1}


def drawing(shown: ZoneMap) -> ET.Element:
    return ET.fromstring(str(map_svg("m", shown, "A <title>")))


@settings(deadline=None)
@given(shown=zone_maps())
def test_a_picture_has_a_shape_for_each_unit_within_its_tile(shown: ZoneMap) -> None:
    root = drawing(shown)
    units = [each for each in root if each.get("class") == "u"]
    for side, shape in shown.marks.items():
        there = sum(each.there for zone in shown.zones for each in zone.standings if each.side == side)
        assert sum(SHAPES[each.tag] == shape for each in units) == there
    new = [each for each in root if each.get("class") == "new"]
    assert len(new) == sum(max(0, each.change) for zone in shown.zones for each in zone.standings)
    for zone in shown.zones:
        left, top, width, height = zone.box
        found = places(zone)
        for place in found:
            assert left < place.x - place.size < place.x + place.size < left + width
            assert top < place.y - place.size < place.y + place.size < top + height
        for one, other in combinations(found, 2):
            apart = one.size + other.size - 0.01
            assert abs(one.x - other.x) >= apart or abs(one.y - other.y) >= apart


@settings(deadline=None)
@given(shown=zone_maps())
def test_a_picture_is_told_to_those_who_do_not_see_it_and_has_no_colour(shown: ZoneMap) -> None:
    root = drawing(shown)
    assert root.get("role") == "img"
    assert [(each.tag, each.get("id")) for each in root[:2]] == [("title", "m-title"), ("desc", "m-desc")]
    assert (root[0].text, root[1].text) == ("A <title>", " ".join(told(shown)))
    assert not any({"fill", "stroke", "style"} & set(each.keys()) for each in root.iter())


@pytest.mark.parametrize("path", [DECK, SECOND_DECK], ids=lambda path: path.name)
def test_a_picture_of_a_deck_is_under_three_kilobytes(path) -> None:
    table, port = played(path, 4)
    assert 1000 < len(str(map_svg("m", page_map(port.sheet, port.page()), "Round 6"))) < 3000
    assert table.over


# --- from games ------------------------------------------------------------------------------------------------------


def played(path, seed: int) -> tuple[Table, LocalPort]:
    """A game of bots to its end, and the public's place at it."""
    deck = the_deck(path)
    seats = max(each for each in deck.tables if each <= 4)
    table = Table(game_of(seats, (), (), path), seed, sitters={seat: Sitter(bot="random") for seat in range(seats)})
    table.start()
    while (due := table.bot_due()) is not None:
        table.bot_acts(due)
    return table, LocalPort(table, Words(table.setting, deck))


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("path", ALL_DECKS, ids=lambda path: path.parent.name + path.name)
def test_the_rounds_of_a_page_are_those_that_were_played(path, seed: int) -> None:
    """At every step of a game: units as each round began, the orders that were shown, nothing that is hidden."""
    table, port = played(path, seed)
    history, found = table.history, {}
    for entry in history.line():
        state = history.state(table.game, table.seed, entry.number)
        rounds = rounds_of_units(port.words, history.events(entry.number))
        faces = [face(each, -1) for each in history.events(entry.number)]
        assert rounds == rounds_of_units(port.words, (each for each in faces if each is not None))
        assert [each.round for each in rounds] == list(range(1, state.round + 1))
        moved = any(isinstance(each, ev.UnitsMoved) for each in entry.events)
        if rounds and not moved and not any(isinstance(each, ev.RoundBegan) for each in entry.events):
            found.setdefault(state.round, tuple(map(tuple, state.units)))
        shown = [(each.seat, each.orders) for each in rounds[-1].orders] if rounds else []
        assert shown == [(at, port.words.orders(each)) for at, each in enumerate(state.orders_shown) if each]
    assert port.page().rounds == rounds
    assert len(rounds) > 1


def test_a_page_shows_what_changed_since_the_last_round_began() -> None:
    table, port = played(DECK, 3)
    page = port.page()
    assert len(page.rounds) > 1
    shown, first = page_map(port.sheet, page), page.rounds[0].units
    since = page_map(port.sheet, page, first)
    for at, zone in enumerate(shown.zones):
        for each, other in zip(zone.standings, since.zones[at].standings, strict=True):
            assert each.there == table.state.units[each.side][at]
            assert each.change == each.there - page.rounds[-2].units[each.side][at]
            assert other.change == each.there - first[each.side][at]
    assert any(each.change for zone in since.zones for each in zone.standings)
    alone = seat_page(port.words, table.public())
    assert not any(each.change for zone in page_map(port.sheet, alone).zones for each in zone.standings)


def test_a_deck_without_boxes_has_no_map() -> None:
    (older,) = (path for path in ALL_DECKS if path not in (DECK, SECOND_DECK) and "first-edition" in str(path))
    table, port = played(older, 1)
    assert not has_map(port.sheet.zones)
    assert page_map(port.sheet, port.page()).zones == ()
    assert port.paper("map") == port.paper("zones") != ()
    assert zones_now(table.public()) == port.page().zones


@pytest.mark.parametrize("path", [DECK, SECOND_DECK], ids=lambda path: path.name)
def test_plain_text_has_the_map_in_plain_characters_below_the_words(path) -> None:
    _, port = played(path, 2)
    words, both = port.paper("zones"), port.paper("map")
    assert both[: len(words)] == words
    below = both[len(words) + 1 :]
    assert len(below) >= SMALL[1] + 1
    assert all(line.isascii() and len(line) <= 80 for line in below[: SMALL[1]])
    shown = page_map(port.sheet, port.page())
    assert list(below) == [*plain(shown, SMALL, PLAIN), *legend(shown, 80, PLAIN)]
    assert all(zone.name in "\n".join(below) for zone in shown.zones)


def test_what_is_told_of_a_zone_is_what_is_drawn() -> None:
    zone = ZoneDrawn("Pass", (2, 2, 30, 20), False, True, (Standing(0, 3, 1, 3, 1), Standing(1, 0, 3, 3, -2)))
    shown = ZoneMap(("East side", "West side"), ("gate", "gates"), (zone,))
    assert told(shown) == [
        "Pass: East side 3 gates of at most 1, 2 too many, 1 more than before; "
        "West side 0 gates of at most 3, 2 fewer than before; a monitor is there."
    ]
    assert plain(shown, LARGE)[:3] == [" ╭Pass────M╮", " │■■■!+1   │", " ╰○○○-2────╯"]
    assert legend(shown, 40) == ["■ East side  ● West side  □○ room", "! over the cap"]
    empty = ZoneDrawn("Pass", (2, 2, 30, 20), False, False, ())
    assert told(ZoneMap(shown.sides, shown.units, (empty,))) == ["Pass: no gates can stand here."]


def test_the_sheet_gives_boxes_and_the_usual_cap() -> None:
    deck = the_deck(DECK)
    game = game_of(4, (), (), DECK)
    sheet = game_sheet(Words(game.setting, deck))
    assert [(zone.box, zone.sea) for zone in sheet.zones] == [(zone.box, zone.sea) for zone in deck.zones]
    assert sheet.zone_cap == game.setting.options.zone_cap
