"""The front in text cells, for two delegations: efficient texts, the outcome, Nash, drafts by round, no deal."""

from __future__ import annotations

from textual.content import Content

from summit_game.debrief.model import Deals, Debrief
from summit_game.language.catalogue import say
from summit_game.tui.cells import Part, right, row
from summit_game.tui.debrief.blocks import texts
from summit_game.tui.debrief.panes import flow

FRONT, OUTCOME, NASH = "o", "T", "N"
MARGIN = 5
"""Cells of the axis at the left."""
STYLES = {OUTCOME: "bold $accent", NASH: "bold $good", FRONT: "$mine", "┊": "$line", "┄": "$line", "┼": "$line"}


def pairs(seats: int) -> list[tuple[int, int]]:
    """All pairs of delegations, in the order in which they are stepped through."""
    return [(one, other) for one in range(seats) for other in range(one + 1, seats)]


def _marks(debrief: Debrief, deals: Deals, pair: tuple[int, int]) -> list[tuple[int, int, str]]:
    """What stands where, in points; what comes later covers what came before."""
    across, up = pair
    found = [(each[across], each[up], FRONT) for each in deals.front]
    for moment in debrief.round_ends():
        if moment.round and moment.values:
            found.append((moment.values[across], moment.values[up], str(moment.round)[-1]))
    if (best := deals.nash) is not None:
        found.append((best.values[across], best.values[up], NASH))
    found.append((deals.outcome.values[across], deals.outcome.values[up], OUTCOME))
    return found


def plot_lines(debrief: Debrief, deals: Deals, pair: tuple[int, int], width: int, height: int) -> list[Content]:
    """The picture in `height` lines of at most `width` cells, and below it what the marks mean."""
    across, up = pair
    found = _marks(debrief, deals, pair)
    away = deals.walk_away[across], deals.walk_away[up]
    columns, rows = max(8, width - MARGIN - 2), max(4, height)
    xs, ys = [each[0] for each in found] + [away[0]], [each[1] for each in found] + [away[1]]
    left, low, high_x, high_y = min(xs), min(ys), max(xs), max(ys)

    def place(x: int, y: int) -> tuple[int, int]:
        column = round((columns - 1) * (x - left) / max(1, high_x - left))
        line = round((rows - 1) * (high_y - y) / max(1, high_y - low))
        return column, line

    cells = [[" "] * columns for _ in range(rows)]
    column, line = place(*away)
    for at in range(rows):
        cells[at][column] = "┊"
    for at in range(columns):
        cells[line][at] = "┼" if at == column else "┄"
    for x, y, mark in found:
        there = place(x, y)
        cells[there[1]][there[0]] = mark
    ticks = {rows - 1: low, 0: high_y, line: away[1]}
    lines = texts(say("debrief-chart-pair", across=debrief.seats[across], up=debrief.seats[up]), width, "bold")
    for at, each in enumerate(cells):
        label = str(ticks[at]) if at in ticks else ""
        parts: list[Part] = [(right(label, MARGIN - 1), "$dim"), (" │", "$line")]
        parts += [(cell, STYLES.get(cell, "bold")) for cell in each]
        lines.append(row(*parts))
    lines.append(row((" " * MARGIN + "└" + "─" * columns, "$line")))
    lines.append(row((_ticks([(0, left), (column, away[0]), (columns - 1, high_x)], columns), "$dim")))
    return lines + _legend(deals, pair, width)


def _ticks(places: list[tuple[int, int]], columns: int) -> str:
    """Numbers below the axis; one that would touch another is left out, the ends come first."""
    cells = [" "] * (columns + MARGIN + 2)
    for column, value in (places[0], places[2], places[1]):
        text = str(value)
        start = min(MARGIN + 1 + column, len(cells) - len(text))
        around = cells[max(0, start - 1) : start + len(text) + 1]
        if all(cell == " " for cell in around):
            cells[start : start + len(text)] = text
    return "".join(cells).rstrip()


def _legend(deals: Deals, pair: tuple[int, int], width: int) -> list[Content]:
    across, up = pair

    def at(values: tuple[int, ...]) -> str:
        return f"{values[across]}/{values[up]}"

    best = deals.nash
    told = [f"{OUTCOME} {say('debrief-chart-text')} {at(deals.outcome.values)}"]
    told += [f"{NASH} {best.name} {at(best.values)}"] if best is not None else []
    told += [f"┊ ┄ {say('debrief-chart-no-deal')} {at(deals.walk_away)}"]
    told += [f"{FRONT} {say('debrief_screen-efficient')}", f"1-9 {say('debrief_screen-drafts')}"]
    return flow(told, width, "$dim")
