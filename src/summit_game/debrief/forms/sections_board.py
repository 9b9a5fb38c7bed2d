"""The sections on what everybody saw: who let whose text pass, what capitals counted, and units by round."""

from __future__ import annotations

from summit_game.debrief.board import Capital
from summit_game.debrief.forms.blocks import Grid, Section, head, yes_no
from summit_game.debrief.model import Debrief
from summit_game.debrief.passes import passes, tabled
from summit_game.language.catalogue import say
from summit_game.words.names import capital, signed


def let_pass(debrief: Debrief) -> Grid:
    """For each delegation, how many of its texts each other let pass."""
    rows = tuple(
        (
            debrief.seats[seat], str(tabled(debrief, seat)),
            *("" if each is None else say("compare-of", part=each.silent, whole=each.asked) for each in row),
        )
        for seat, row in enumerate(passes(debrief))
    )  # fmt: skip
    columns = (say("debrief_page-tabled-by"), say("debrief_page-texts-column"), *debrief.seats)
    return Grid(say("debrief_page-passes"), columns, rows)


def capitals(debrief: Debrief) -> Section:
    """Every vote of a capital, with the sum that it counted (R15.5)."""
    if not debrief.capitals:
        return Section("capitals", "", ())
    drawn = any(each.draw for each in debrief.capitals)
    rows = tuple(_capital(debrief, each, drawn) for each in debrief.capitals)
    keys = ("support", *(("draw",) if drawn else ()), "red", "covered", "total", "asks", "ratifies")
    columns = (*head("moment"), *(say(f"debrief_page-capital-{each}") for each in ("of", *keys)))
    caption = say("debrief_page-capitals", need=debrief.capitals[0].need, drawn=drawn)
    grid = Grid(caption, columns, rows, tuple(each.moment for each in debrief.capitals))
    return Section("capitals", say("debrief_page-capital-title"), (grid,))


def _capital(debrief: Debrief, row: Capital, drawn: bool) -> tuple[str, ...]:
    numbers = (
        str(row.support), *((signed(row.draw),) if drawn else ()), str(-row.penalty), str(row.covered),
        str(row.total), str(row.need),
    )  # fmt: skip
    return (capital(debrief.at(row.moment)), debrief.seats[row.seat], *numbers, yes_no(row.ratified))


def units(debrief: Debrief) -> Section:
    """Units of each side in each zone at the end of every round, with what the text allows where that is less."""
    ends = debrief.round_ends()
    if not ends or not debrief.zones or not ends[0].units:
        return Section("units", "", ())
    places = [(side, zone) for side in range(len(debrief.sides)) for zone in range(len(debrief.zones))]
    open_ = [(side, zone) for side, zone in places if side in debrief.zones[zone].open_to]
    columns = tuple(
        say("debrief_page-zone-of", zone=debrief.zones[zone].name, side=debrief.sides[side]) for side, zone in open_
    )
    rows = tuple(
        (
            str(each.round) if each.round else say("debrief-start"),
            *(say("compare-of", part=each.units[side][zone], whole=each.caps[side][zone]) for side, zone in open_),
        )
        for each in ends
    )
    grid = Grid(say("debrief_page-map-caption"), (*head("round"), *columns), rows)
    return Section("units", say("debrief_page-map"), (grid,))
