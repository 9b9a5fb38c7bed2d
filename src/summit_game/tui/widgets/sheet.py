"""Your private sheet: what every level is worth to you, what walking away is worth, your brief."""

from __future__ import annotations

from textual.content import Content

from summit_game.seat.page import SeatPage
from summit_game.seat.sheet import GameSheet
from summit_game.tui.cells import Part, bar, fit, right, row, wrap
from summit_game.tui.widgets.paper import Paper


class Sheet(Paper):
    """The value sheet and brief of a view. It holds nothing while there is no view."""

    NAME, LETTER = "Brief", "b"
    HELP_LINES = (
        "Only you see this. Each row gives the value of every level; [n] is the level now, ! a red line, · outside",
        "your mandate. Space hides it.",
    )

    def __init__(self, sheet: GameSheet, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sheet = sheet
        self.page: SeatPage | None = None
        self.hidden = False

    @property
    def title(self) -> str:
        return "Brief (private)"

    def show(self, page: SeatPage | None, hidden: bool) -> None:
        """Show the brief of this page, or nothing."""
        self.page, self.hidden = page, hidden
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        page = self.page
        own = page.own if page is not None else None
        if page is None or own is None or self.hidden:
            why = "Hidden. Space shows it again." if own is not None else "Nobody's brief is shown."
            return [row((line, "$dim")) for line in wrap(why, width)]
        now, away = own.worth, own.no_deal
        lines = [
            row(
                "Draft ",
                (str(now), "bold"),
                "  walk away ",
                (str(away), "bold"),
                "  margin ",
                (f"{now - away:+d}", "bold $good" if now > away else "bold $bad"),
            )
        ]
        best = sum(max(each) for each in own.values)
        lines.append(row((bar(now, 0, best, min(40, width - 8)), "$mine"), f" of {best}"))
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
