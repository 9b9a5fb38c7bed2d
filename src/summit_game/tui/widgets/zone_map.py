"""The map in the pane of zones, and beside it how many units stood where as each round began."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.seat.sheet import GameSheet
from summit_game.seat.zonemap.characters import BOXED, FRAME, NAME, OVER, UNITS, drawn, legend
from summit_game.seat.zonemap.layout import LARGE, SMALL
from summit_game.seat.zonemap.model import ZoneMap, has_map, page_map
from summit_game.tui.cells import Part, cut, fit, right, row, wrap

STYLES = {FRAME: "$dim", NAME: "bold", UNITS: "", OVER: "bold $warn"}
BESIDE = 24
"""Cells that the history needs beside the map."""
_BETWEEN = " │ "
_ROUND, _LATEST, _MOST_ROUNDS = 3, 5, 6


def can_draw(sheet: GameSheet, width: int) -> bool:
    """Whether the zones of a game can be drawn in so many cells; if not, they are listed."""
    return has_map(sheet.zones) and width >= LARGE[0]


def rows_wanted(sheet: GameSheet) -> int:
    """Lines that the zones need in a narrow pane before anything else."""
    return LARGE[1] + 2 if has_map(sheet.zones) else len(sheet.zones)


def map_lines(sheet: GameSheet, page: SeatPage, width: int) -> list[Content]:
    """The map with its signs, then the last orders and what rule modules hold.

    How units came to stand there is told beside the map, or below all that in a narrow pane.
    """
    shown = page_map(sheet, page)
    beside = width >= SMALL[0] + len(_BETWEEN) + BESIDE
    size = SMALL if beside else LARGE
    lines: list[list[Part]] = [[(run.text, STYLES[run.tone]) for run in line] for line in drawn(shown, size)]
    signs = legend(shown, size[0] if beside else width)
    lines += [[(fit(line, size[0]) if beside else cut(line, width), "$dim")] for line in signs]
    history = history_lines(sheet, page, shown, width - size[0] - len(_BETWEEN) if beside else width)
    if beside:
        lines += [[" " * size[0]]] * (len(history) - len(lines))
        history += [[]] * (len(lines) - len(history))
        lines = [[*left, (_BETWEEN, "$line"), *told] for left, told in zip(lines, history, strict=True)]
    below = [*last_orders(sheet, page), *page.status]
    lines += [[(line, "$dim")] for each in below for line in wrap(each, width, "  ")]
    return [row(*line) for line in (lines if beside else lines + history)]


def history_lines(sheet: GameSheet, page: SeatPage, shown: ZoneMap, width: int) -> list[list[Part]]:
    """A line for each side in each zone: units as the rounds began, now, and the cap; `«` marks what changed."""
    now, cap = say("map-now"), say("map-cap")
    fixed = max(_LATEST, cell_len(now) + 1) + max(_LATEST, cell_len(cap) + 1) + 2
    names = [
        f"{zone.id} {zone.name} {BOXED.full[shown.marks[side]]}"
        for zone, here in zip(sheet.zones, page.zones, strict=True)
        for side in sorted(here.units)
    ]
    name = min(max(map(cell_len, names), default=4), max(8, width - fixed - 2 * _ROUND))
    past = page.rounds[:-1]
    count = min(_MOST_ROUNDS, len(past), max(0, (width - fixed - name) // _ROUND))
    rounds = past[len(past) - count :]
    begun = fit(say("map-start-of") if rounds else "", name)
    heads = "".join(right(f"R{each.round}", _ROUND) for each in rounds)
    columns = (max(_LATEST, cell_len(now) + 1), max(_LATEST, cell_len(cap) + 1))
    lines: list[list[Part]] = [[(begun + heads + right(now, columns[0]) + right(cap, columns[1]), "$dim")]]
    standings = [(at, each) for at, zone in enumerate(shown.zones) for each in zone.standings]
    for label, (zone, each) in zip(names, standings, strict=True):
        before = "".join(right(str(began.units[each.side][zone]), _ROUND) for began in rounds)
        mark = ("!" if each.over else "") + ("«" if each.change else "")
        lines.append(
            [
                fit(label, name),
                (before, "$dim"),
                (right(str(each.there), columns[0]), "bold"),
                (right(str(each.cap), columns[1]), "bold $warn" if each.over else ""),
                (fit(mark, 2), "bold $warn"),
            ]
        )
    return lines


def last_orders(sheet: GameSheet, page: SeatPage) -> list[str]:
    """What was ordered when orders were shown the last time; nothing before that."""
    last = next((each for each in reversed(page.rounds) if each.orders), None)
    if last is None:
        return []
    orders = "; ".join(
        say("map-ordered", who=sheet.delegations[each.seat].id, orders=each.orders) for each in last.orders
    )
    return [say("map-orders", round=last.round, orders=orders)]
