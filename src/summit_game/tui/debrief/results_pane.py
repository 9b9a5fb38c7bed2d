"""Page 2: what each delegation reached, and what lay on the table for it."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from summit_game.debrief.model import Debrief
from summit_game.engine.scoring import band
from summit_game.tui.cells import fit, right, row
from summit_game.tui.debrief.panes import DebriefPane, gains, heading, texts
from summit_game.words import papers

NUMBERS = 32
"""Cells of the four columns of numbers."""


class ResultsPane(DebriefPane):
    """Bars of points with the mark of no deal, who signed, what was left on the table."""

    NAME = "Results"
    HELP_LINES = (
        "█ what was reached, ┃ what no deal was worth, ░ up to the best text for that delegation alone.",
        "Surplus is what was reached less what no deal was worth. Points of different delegations do not compare.",
    )

    @property
    def title(self) -> str:
        return "Results: what each delegation reached"

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        if not debrief.scores:
            return texts("What each delegation reached is told once the game is over.", width, "$dim")
        lines = self._bars(debrief, width)
        lines += self._together(debrief, width)
        if debrief.deals is not None:
            lines += self._left(debrief, width)
        lines += heading("How each score adds up", width)
        for score in debrief.scores:
            lines += texts(f"{debrief.seat(score.seat)}: {score.points} points, {band(score.rating)}", width, "bold")
            for line in papers.sum_lines(score.lines):
                lines += texts(line, width, "$dim", "    ")
        return lines

    def _bars(self, debrief: Debrief, width: int) -> list[Content]:
        longest = max(map(cell_len, debrief.seats))
        named = width - NUMBERS - longest - 1 >= 12
        names = debrief.seats if named else debrief.seat_ids
        column = max(map(cell_len, (*names, "Who"))) + 1
        room = max(6, min(50, width - column - NUMBERS))
        best = debrief.deals.best if debrief.deals is not None else tuple(0 for _ in debrief.seats)
        top = max(1, *best, *(each.points for each in debrief.scores), *(each.reservation for each in debrief.scores))
        head = f"{fit('Who', column)}{fit('', room)}  Points No deal Surplus Best"
        lines = [row((head, "bold $dim"))]
        for each in debrief.scores:
            style = "$good" if each.surplus > 0 else "$bad" if each.surplus < 0 else ""
            lines.append(
                row(
                    (fit(names[each.seat], column), "bold"),
                    (scale(each.points, each.reservation, best[each.seat], top, room), "$mine"),
                    (right(str(each.points), 8), "bold"),
                    right(str(each.reservation), 8),
                    (right(f"{each.surplus:+d}", 8), f"bold {style}".strip()),
                    right(str(best[each.seat]) if debrief.deals is not None else "-", 6),
                )
            )
        lines += texts("█ reached   ┃ no deal   ░ up to the best text for it alone", width, "$dim")
        return lines

    def _together(self, debrief: Debrief, width: int) -> list[Content]:
        below = [each for each in debrief.scores if each.surplus < 0]
        who = gains(debrief, [min(0, each.surplus) for each in debrief.scores])
        lines = [row("")]
        lines += texts(f"Everybody at least at no deal: {f'no ({who})' if below else 'yes'}.", width)
        total = sum(each.surplus for each in debrief.scores)
        together = f"Surplus together: {total:+d}."
        if debrief.deals is not None and debrief.deals.named:
            largest = max(debrief.deals.named, key=lambda deal: sum(deal.surplus))
            together += f" The text of “{largest.name}” would have given {sum(largest.surplus):+d}."
        lines += texts(together, width)
        if debrief.winners:
            lines += texts(f"Highest result, if you play for a single winner: {debrief.who(debrief.winners)}.", width)
        return lines + self._signed(debrief, width)

    def _signed(self, debrief: Debrief, width: int) -> list[Content]:
        vote = next((each for each in reversed(debrief.votes) if not each.changes), None)
        if vote is None:
            return texts("Signed: nobody; the text was never put to the question.", width)
        agreed = [seat for seat in range(len(debrief.seats)) if seat not in vote.objectors]
        against = f" Not: {debrief.who(vote.objectors)}." if vote.objectors else ""
        told = "Signed" if vote.passed else "Signing failed. Would have signed"
        return texts(f"{told} (round {vote.round}): {debrief.who(agreed)}.{against}", width)

    def _left(self, debrief: Debrief, width: int) -> list[Content]:
        deals = debrief.deals
        assert deals is not None
        lines = heading("Left on the table: single changes that help one and hurt none", width)
        if not deals.single:
            lines += texts("None: every single change would have hurt somebody.", width)
        for change in deals.single:
            step = debrief.change(change.issue, change.before, change.after, debrief.issue_ids[change.issue])
            lines += texts(f"{step}: {gains(debrief, change.gains)}", width, "", "    ")
        lines += heading("The closest text that each would have signed", width)
        for near in deals.closest:
            name = debrief.seat(near.seat)
            if near.text is None:
                told = "no text at all would have done"
            elif not near.changed:
                told = f"the text as it was ({near.surplus:+d})"
            else:
                steps = (
                    debrief.change(each, deals.outcome.text[each], near.text[each], debrief.issue_ids[each])
                    for each in near.changed
                )
                told = f"{'; '.join(steps)} ({near.surplus:+d})"
            lines += texts(f"{name}: {told}", width, "", "    ")
        return lines


def scale(points: int, reservation: int, best: int, top: int, width: int) -> str:
    """A bar from 0 to `top`: filled up to the points, light up to the best, with the mark of no deal."""

    def place(value: int) -> int:
        return round(width * min(max(value, 0), top) / top)

    full, light, mark = place(points), place(best), min(place(reservation), width - 1)
    return "".join("┃" if at == mark else "█" if at < full else "░" if at < light else " " for at in range(width))
