"""A map of zones as one small picture: for the debrief, and for every page that has such a map to show.

A square is a unit of the first side, a circle one of the second, a triangle one of the third. Filled it stands, hollow
there is room, a cross is closed by what is agreed, framed it is new, dashed it is gone; `!` follows what is over.
Colours come from the page's style alone and say nothing of their own.
"""

from __future__ import annotations

from markupsafe import Markup

from summit_game.debrief.forms.svg import element, number, short
from summit_game.deck.model_map import ACROSS, DOWN
from summit_game.language.catalogue import say
from summit_game.seat.zonemap.layout import Place, places
from summit_game.seat.zonemap.model import CLOSED, GONE, NEW, ROOM, ZoneDrawn, ZoneMap, told

SQUARE, CIRCLE, TRIANGLE = range(3)
VIEW = f"1 1 {ACROSS - 2} {DOWN - 2}"
_CORNER = 3
_LETTER = 2.35
"""Steps that a letter of a name takes."""
_CLASSES = {ROOM: "cap", CLOSED: "cap", GONE: "gone"}


GROUND = "ground"
"""The id of the tiles, where a page with several maps of one deck defines them once."""


def ground(shown: ZoneMap) -> Markup:
    """The tiles alone, to stand in a page once, before its maps."""
    tiles = Markup("").join(part for zone in shown.zones for part in _tile(zone))
    symbol = element("symbol", tiles, id=GROUND, viewBox=VIEW)
    return element("svg", element("defs", wave() + symbol), width=0, height=0, klass="map defs", aria_hidden="true")


def map_svg(key: str, shown: ZoneMap, title: str, grounded: bool = False) -> Markup:
    """The picture. `key`: an id that nothing else on the page begins with. Screen readers hear title and zones.

    `grounded`: the page holds the tiles already (`ground`).
    """
    marks = shown.marks
    parts = [element("title", title, id=f"{key}-title"), element("desc", " ".join(told(shown)), id=f"{key}-desc")]
    if grounded:
        left, top, width, height = VIEW.split()
        parts.append(element("use", href=f"#{GROUND}", x=left, y=top, width=width, height=height))
    for zone in shown.zones:
        parts += [] if grounded else _tile(zone)
        parts += _monitor(zone)
        found = places(zone)
        parts += [_mark(each, marks[each.side]) for each in found]
        for each in zone.standings:
            own = [place for place in found if place.side == each.side]
            if each.over:
                last = own[-1]
                parts.append(element("text", "!", x=last.x + 2 * last.size, y=last.y - 2.5))
    return element(
        "svg", Markup("").join(parts), viewBox=VIEW, role="img",
        aria_labelledby=f"{key}-title {key}-desc", klass="map",
    )  # fmt: skip


def map_figure(key: str, shown: ZoneMap, title: str) -> Markup:
    """The picture under its title."""
    return element("figure", element("figcaption", title, aria_hidden="true") + map_svg(key, shown, title))


def signs(shown: ZoneMap) -> str:
    """What the shapes mean, in one line."""
    shapes = {SQUARE: "■", CIRCLE: "●", TRIANGLE: "▲"}
    sides = (f"{shapes[shape]} {shown.sides[side]}" for side, shape in shown.marks.items())
    return say("map-signs", sides=", ".join(sides))


def wave() -> Markup:
    """The pattern that water is filled with: once on every page with maps."""
    line = element("path", d="M0 1.2q1.5-1 3 0t3 0", klass="water")
    return element("pattern", line, id="wave", width=6, height=3, patternUnits="userSpaceOnUse")


def _tile(zone: ZoneDrawn) -> list[Markup]:
    x, y, width, height = zone.box
    right, low = x + width, y + height
    corners = f"M{x + _CORNER} {y}H{right - _CORNER}L{right} {y + _CORNER}V{low - _CORNER}L{right - _CORNER} {low}"
    outline = f"{corners}H{x + _CORNER}L{x} {low - _CORNER}V{y + _CORNER}z"
    parts = [element("path", d=outline, klass=klass) for klass in ("zn", *["sea"] * zone.sea)]
    name = short(zone.name, max(3, int((width - 9) / _LETTER)))
    return [*parts, element("text", name, x=x + 2.5, y=y + 1.6, klass="zt")]


def _monitor(zone: ZoneDrawn) -> list[Markup]:
    x, y, width, _ = zone.box
    return [element("text", "M", x=x + width - 6.5, y=y + 1.6)] if zone.monitor else []


def _mark(place: Place, shape: int) -> Markup:
    if place.kind == CLOSED:
        arm = number(2 * 0.6 * place.size)
        start = f"M{number(place.x - 0.6 * place.size)} {number(place.y - 0.6 * place.size)}"
        return element("path", d=f"{start}l{arm} {arm}m0-{arm}l-{arm} {arm}", klass="cap")
    size = place.size * (0.8 if place.kind == ROOM else 1)
    mark = _shape(shape, place.x, place.y, size, _CLASSES.get(place.kind, "u"))
    return mark + _shape(shape, place.x, place.y, 1.6 * size, "new") if place.kind == NEW else mark


def _shape(shape: int, x: float, y: float, size: float, klass: str) -> Markup:
    if shape == SQUARE:
        return element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, klass=klass)
    if shape == CIRCLE:
        return element("circle", cx=x, cy=y, r=1.1 * size, klass=klass)
    corners = f"M{number(x)} {number(y - size)}L{number(x + size)} {number(y + size)}H{number(x - size)}z"
    return element("path", d=corners, klass=klass)
