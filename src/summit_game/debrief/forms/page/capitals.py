"""Capital by capital: what each counted, against what it asked."""

from __future__ import annotations

from markupsafe import Markup

from summit_game.debrief.board import Capital
from summit_game.debrief.forms.page.render import render
from summit_game.debrief.forms.svg import box, drawing, line
from summit_game.debrief.model import Debrief
from summit_game.debrief.opening import last_capitals
from summit_game.look.marks import seat_class

WIDTH = 160.0
STEP = 16.0
"""Pixels of one point of support."""


def capitals(debrief: Debrief) -> Markup:
    """The table of the capitals that were called last, with a bar for each; empty if there were none."""
    found = last_capitals(debrief)
    if not found:
        return Markup("")
    earlier = len(debrief.capitals) > len(found)
    drawn = any(each.draw for each in debrief.capitals)
    covered = any(each.covered for each in found)
    rows = [(each, _bar(each)) for each in found]
    return render(
        "capitals.html", debrief=debrief, rows=rows, drawn=drawn, covered=covered, earlier=earlier, need=found[0].need
    )


def _bar(capital: Capital) -> Markup:
    total = max(0, capital.total) * STEP
    need = capital.need * STEP
    width = max(WIDTH, total, need)
    parts = [box(0, 2, width, 12, "b"), box(0, 2, total, 12, "f"), line(need, 0, need, 16, "k")]
    return drawing(width, 16, "", parts, f"ch row {seat_class(capital.seat)}")
