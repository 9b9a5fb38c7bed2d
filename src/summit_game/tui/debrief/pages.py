"""The pages that show sections of the written debrief, with bars and the front as pictures in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from rich.cells import cell_len
from textual.content import Content

from summit_game.debrief.forms import sections
from summit_game.debrief.forms import sections_board as board
from summit_game.debrief.forms import sections_deals as possible
from summit_game.debrief.forms import sections_lead as summary
from summit_game.debrief.forms.sections_deeds import words_and_deeds
from summit_game.debrief.model import Debrief
from summit_game.language.catalogue import say
from summit_game.tui.cells import bar, fit, right, row
from summit_game.tui.debrief.blocks import Group, texts
from summit_game.tui.debrief.panes import SectionsPane
from summit_game.tui.debrief.plot import pairs, plot_lines

LOWEST, HIGHEST = 10, 24
"""Lines of the front, at least and at most."""


class FitPane(SectionsPane):
    """How it ended, and how well each ending fits: four bars, best first, the ending marked."""

    NAME, HELP_LINES = "debrief_screen-fit", ("debrief_screen-help-fit",)
    MAKERS = (
        sections.fits, summary.ending, summary.followed_short, possible.aftermath,
        summary.turning, possible.whatifs, summary.table,
    )  # fmt: skip

    def groups(self, debrief: Debrief, width: int) -> Iterator[Group]:
        if debrief.note:
            yield Group(texts(debrief.note, width, "$warn"))
        yield from super().groups(debrief, width)

    def picture(self, key: str, debrief: Debrief, width: int) -> list[Content]:
        if key != "fits":
            return []
        label = min(max(map(cell_len, debrief.endings)) + 1, max(12, width // 2))
        room = max(6, min(50, width - label - 8))
        return [
            row(
                (fit(debrief.endings[each.ending], label), "bold"),
                (bar(each.points, 0, 100, room), "$mine"),
                (right(str(each.points), 4), "bold"),
                (" ◄" if each.ending == debrief.ending else "", "bold $accent"),
            )
            for each in sorted(debrief.fits, key=lambda one: -one.points)
        ]


class ResultsPane(SectionsPane):
    """What each delegation reached, as bars and in numbers, and the lines that add up to it."""

    NAME, HELP_LINES = "debrief_screen-results", ("debrief_screen-help-results",)
    MAKERS = (summary.scores, summary.own_game, sections.points)

    def picture(self, key: str, debrief: Debrief, width: int) -> list[Content]:
        if key != "scores":
            return []
        label = min(max(map(cell_len, debrief.seats)) + 1, max(12, width // 2))
        best = debrief.deals.best if debrief.deals is not None else (0,) * len(debrief.seats)
        top = max(1, *best, *(each.points for each in debrief.scores), *(each.reservation for each in debrief.scores))
        room = max(6, min(50, width - label - 5))
        lines = [
            row(
                (fit(debrief.seats[each.seat], label), "bold"),
                (_scale(each.points, each.reservation, best[each.seat], top, room), "$mine"),
                (right(str(each.points), 5), "bold"),
            )
            for each in debrief.scores
        ]
        return lines + texts(say("debrief_screen-bars"), width, "$dim")


def _scale(points: int, reservation: int, best: int, top: int, width: int) -> str:
    """A bar from 0 to `top`: filled up to the points, light up to the best, with the mark of no deal."""

    def place(value: int) -> int:
        return round(width * min(max(value, 0), top) / top)

    full, light, mark = place(points), place(best), min(place(reservation), width - 1)
    return "".join("┃" if at == mark else "█" if at < full else "░" if at < light else " " for at in range(width))


class DealsPane(SectionsPane):
    """The deals that were possible, with the front among them where it has no pane of its own."""

    NAME, HELP_LINES = "debrief_screen-deals", ("debrief_screen-help-deals", "debrief_screen-help-pairs")
    MAKERS = (possible.deals,)
    pair = 0
    pictured = True

    def turn(self, pair: int) -> None:
        """Show another pair of delegations in the picture."""
        self.pair = pair
        self.rewrite()

    def picture(self, key: str, debrief: Debrief, width: int) -> list[Content]:
        return self.front(debrief, width, LOWEST) if self.pictured else []

    def front(self, debrief: Debrief, width: int, height: int) -> list[Content]:
        """The picture for the pair; none if the deals are not known."""
        pair = pairs(len(debrief.seats))[self.pair]
        return plot_lines(debrief, debrief.deals, pair, width, height) if debrief.deals is not None else []


class PlotPane(DealsPane):
    """The front alone, as large as the pane."""

    NAME, HELP_LINES = "debrief_screen-front", ("debrief_screen-help-front", "debrief_screen-help-pairs")

    def groups(self, debrief: Debrief, width: int) -> Iterator[Group]:
        room = self.scrollable_content_region.height - 8
        front = self.front(debrief, width, min(HIGHEST, max(LOWEST, room)))
        yield from [Group(front)] if front else super().groups(debrief, width)


class LedgerPane(SectionsPane):
    """Who gave what; then votes and promises, each of which leads to its moment."""

    NAME, HELP_LINES = "debrief_screen-ledger", ("debrief_screen-help-ledger",)
    MAKERS = (sections.ledger, sections.votes, board.capitals, sections.promises, sections.zones)


class StoriesPane(SectionsPane):
    """For each issue the table's level, and what was really said, by whom, when, from which source."""

    NAME, HELP_LINES = "debrief_screen-history", ("debrief_screen-help-history",)
    MAKERS = (summary.followed, possible.stories)


class QuestionsPane(SectionsPane):
    """Questions for the room with their facts, and the words with which everybody leaves the role."""

    NAME, HELP_LINES = "debrief_screen-questions", ("debrief_screen-help-questions",)
    MAKERS = (partial(summary.questions, most=None), summary.out_of_role)


class DeedsPane(SectionsPane):
    """Who said what to whom, and what became of it (R19); rows lead to their moments."""

    NAME, HELP_LINES = "debrief_screen-deeds", ("debrief_screen-help-deeds",)
    MAKERS = (words_and_deeds,)
