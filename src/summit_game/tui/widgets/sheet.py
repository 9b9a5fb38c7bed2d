"""Your private sheet: what every level is worth to you, what walking away is worth, your brief."""

from __future__ import annotations

from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.tui.cells import Part, bar, fit, right, row, wrap
from summit_game.tui.widgets.pane import Pane
from summit_game.words.names import signed


class Sheet(Pane):
    """The value sheet and brief of a view. It holds nothing while there is no view."""

    NAME, LETTER, HELP_LINES = "pane-sheet", "b", ("help-sheet",)

    @property
    def title(self) -> str:
        return say("pane-sheet-private")

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        own = page.own
        if own is None or self.hidden:
            return self.compose_private(page, width, say("pane-no-brief"))
        now, away = own.worth + own.goal, own.no_deal + own.goal_away
        lines = [
            row(
                f"{say('pane-draft')} ",
                (str(now), "bold"),
                f"  {say('pane-walk-away')} ",
                (str(away), "bold"),
                f"  {say('pane-margin')} ",
                (f"{now - away:+d}", "bold $good" if now > away else "bold $bad"),
                f"  {say('pane-goal-counted', points=signed(own.goal))}" if own.goal else "",
            )
        ]
        best = sum(max(each) for each in own.values)
        lines.append(row((bar(own.worth, 0, best, min(40, width - 8)), "$mine"), f" {say('pane-of-best', best=best)}"))
        issues = self.sheet.issues
        most = max(len(issue.levels) for issue in issues)
        cell = 5 if width >= 6 + 5 * most else 4
        lines.append(row((fit("", 5) + "".join(right(str(level), cell) for level in range(most)), "bold $dim")))
        spec = self.sheet.delegations[page.seat]
        for at, values in enumerate(own.values):
            parts: list[Part] = [(fit(issues[at].id, 5), "bold")]
            for level, points in enumerate(values):
                here = page.text[at].level == level
                mark = "!" if spec.red[at][level] else "·" if spec.out[at][level] else ""
                text = f"[{points}]{mark}" if here else f"{points}{mark}"
                style = "bold $mine" if here else "$bad" if mark == "!" else "$dim" if mark else ""
                parts.append((right(text, cell), style))
            lines.append(row(*parts))
        lines.append(row(""))
        for text in own.brief:
            lines += [row(line) for line in wrap(text, width, "  ")]
        return lines
