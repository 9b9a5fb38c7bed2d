"""The map, round by round: units after the orders of each round, as a map if the deck draws one, else as a list."""

from __future__ import annotations

from itertools import pairwise

from markupsafe import Markup

from summit_game.debrief.forms.map_svg import ground, map_svg, signs
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.model import Debrief, MapAt, Moment
from summit_game.language.catalogue import say
from summit_game.words.names import signed


def maps(debrief: Debrief) -> Part | None:
    """The part; None if no units are counted, or nothing happened."""
    ends = debrief.round_ends()
    if not debrief.zones or not ends or not ends[0].units:
        return None
    shown = [(ends[0], None), *((after, before) for before, after in pairwise(ends))]
    rows = [(each.round, said(debrief, each, before), Markup("")) for each, before in shown]
    if debrief.maps:
        rows = [(each.round, _moved(debrief, each), _draw(each)) for each in debrief.maps]
    tiles = ground(debrief.maps[0].map) if debrief.maps else ""
    body = render("maps.html", debrief=debrief, rows=rows, tiles=tiles, table=_table(debrief, ends))
    first, last = ends[0].units, ends[-1].units
    told = ", ".join(
        say("debrief_page-side-units", side=side, first=sum(first[at]), last=sum(last[at]))
        for at, side in enumerate(debrief.sides)
    )
    says = (say("debrief_page-map-how", units=told),)
    hint = say("debrief_page-map-hint")
    if debrief.maps:
        shown_map = debrief.maps[0].map
        hint = f"{signs(shown_map)} {say('map-schema', units=shown_map.units[1])}"
    return Part("map", say("debrief_page-map"), say("debrief_page-named-map"), says, body, hint, wide=True)


def _draw(shown: MapAt) -> Markup:
    """The map as a round ended, with what is new and gone since the one before."""
    title = say("debrief_page-round", rounds=shown.round) if shown.round else say("debrief-start")
    return map_svg(f"map-{shown.round}", shown.map, title, grounded=True)


def _moved(debrief: Debrief, at: MapAt) -> str:
    """What a map shows as new and gone, side by side; how many units there are at the start."""
    if not at.round:
        counts = dict.fromkeys(range(len(debrief.sides)), 0)
        for zone in at.map.zones:
            for each in zone.standings:
                counts[each.side] = counts.get(each.side, 0) + each.there
        return ", ".join(say("debrief_page-units", side=at.map.sides[side], count=n) for side, n in counts.items())
    moved: dict[int, list[str]] = {}
    for zone in at.map.zones:
        for each in zone.standings:
            if each.change:
                moved.setdefault(each.side, []).append(f"{zone.name} {signed(each.change)}")
    told = [say("debrief_page-moved", side=at.map.sides[side], moved=", ".join(moved[side])) for side in sorted(moved)]
    return "; ".join(told) or say("debrief_page-nothing-moved")


def said(debrief: Debrief, now: Moment, before: Moment | None) -> str:
    """What moved since the end of the round before, side by side; how many there are at the start."""
    if before is None:
        return ", ".join(
            say("debrief_page-units", side=side, count=sum(now.units[at])) for at, side in enumerate(debrief.sides)
        )
    parts = []
    for at, side in enumerate(debrief.sides):
        moved = [
            f"{zone.name} {signed(now.units[at][place] - before.units[at][place])}"
            for place, zone in enumerate(debrief.zones)
            if now.units[at][place] != before.units[at][place]
        ]
        if moved:
            parts.append(say("debrief_page-moved", side=side, moved=", ".join(moved)))
    return "; ".join(parts) or say("debrief_page-nothing-moved")


def _table(debrief: Debrief, ends: list[Moment]) -> list[tuple[str, list[str]]]:
    """For each side and each zone where it may stand the units at the end of every round, with the cap if it is lower
    than at the start."""
    rows = []
    for at, side in enumerate(debrief.sides):
        for place, zone in enumerate(debrief.zones):
            if at in zone.open_to:
                rows.append((f"{zone.name}, {side}", [_cell(each, ends[0], at, place) for each in ends]))
    return rows


def _cell(moment: Moment, first: Moment, side: int, zone: int) -> str:
    units, cap = moment.units[side][zone], moment.caps[side][zone]
    return f"{units} ({cap})" if cap < first.caps[side][zone] else str(units)
