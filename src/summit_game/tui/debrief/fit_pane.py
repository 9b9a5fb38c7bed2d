"""Page 1: how well each ending fits what was done, with the lines that add up."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.debrief.model import Debrief, WhatIf
from summit_game.tui.cells import bar, fit, right, row
from summit_game.tui.debrief.panes import DebriefPane, heading, texts
from summit_game.words import papers


class FitPane(DebriefPane):
    """Four bars, best first, the ending marked; then the verdict as it was read out, and what was tried since."""

    NAME = "Fit"
    HELP_LINES = (
        "How well each ending fits what was done, 0 to 100. The lines below a bar add up to it.",
        "◄ marks the ending of this game. A treaty in force or a conflict decides before any fit does.",
    )

    @property
    def title(self) -> str:
        return "Fit: how well each ending fits what was done"

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        lines = texts(note, width, "$warn") if (note := debrief.note) else []
        if debrief.ending >= 0:
            force = "a treaty is in force" if debrief.in_force else "no treaty is in force"
            lines += texts(f"The ending: {debrief.endings[debrief.ending]}; {force}.", width, "bold")
        else:
            lines += texts("It is not over: this is how it would fit if it ended now.", width, "bold")
        for each in sorted(debrief.fits, key=lambda one: -one.points):
            lines += [row(""), bar_line(debrief, each.ending, each.points, width)]
            for line in papers.sum_lines(each.lines):
                lines += texts(line, width, "$dim", "    ")
        if debrief.verdict:
            lines += heading("As it was read out", width)
            for sentence in debrief.verdict:
                lines += texts(sentence, width)
        for tried in debrief.whatifs:
            lines += heading(tried.title, width)
            lines += whatif_lines(debrief, tried, width)
        return lines


def label_of(debrief: Debrief, width: int) -> int:
    """Cells for the name of an ending in front of its bar."""
    return min(max(map(cell_len, debrief.endings)) + 1, max(12, width // 2))


def bar_line(debrief: Debrief, ending: int, points: int, width: int) -> Content:
    """An ending, its bar from 0 to 100, its points, and a mark if it is that of this game."""
    label = label_of(debrief, width)
    room = max(6, min(50, width - label - 8))
    return row(
        (fit(debrief.endings[ending], label), "bold"),
        (bar(points, 0, 100, room), "$mine"),
        (right(str(points), 4), "bold"),
        (" ◄" if ending == debrief.ending else "", "bold $accent"),
    )


def whatif_lines(debrief: Debrief, tried: WhatIf, width: int) -> list[Content]:
    """How often each ending came out: a bar, the share, and between what it lies with 95 % certainty."""
    lines = texts(tried.how, width, "$dim")
    label = label_of(debrief, width)
    room = max(6, min(40, width - label - 26))
    for share in tried.shares:
        low, high = (round(room * each / 100) for each in (share.low, share.high))
        full = round(room * share.percent / 100)
        cells = "".join("█" if at < full else "▒" if low <= at < high else "░" for at in range(room))
        told = f"{share.percent:3.0f} %  ({share.low:.0f} to {share.high:.0f})"
        name = debrief.endings[share.ending]
        lines.append(row((fit(name, label), "bold"), (cells, "$mine"), f" {told}"))
    lines += texts(
        f"{tried.runs} games played on. ▒ and the numbers in brackets: with 95 % certainty it lies there. Bots played "
        "on, not you: it shows what was possible, not what you would have done.",
        width,
        "$dim",
    )
    return lines
