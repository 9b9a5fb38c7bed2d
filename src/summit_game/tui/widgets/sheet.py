"""Your private sheet: what every level is worth to you, what walking away is worth, your brief."""

from __future__ import annotations

from textual.content import Content

from summit_game.engine.view import View
from summit_game.tui.cells import Part, bar, fit, right, row, wrap
from summit_game.tui.widgets.paper import Paper
from summit_game.words import papers
from summit_game.words.names import Words


class Sheet(Paper):
    """The value sheet and brief of a view. It holds nothing while there is no view."""

    NAME, LETTER = "Brief", "b"
    HELP_LINES = (
        "Only you see this. Each row gives the value of every level; [n] is the level now, ! a red line, · outside",
        "your mandate. Space hides it.",
    )

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.view: View | None = None
        self.hidden = False

    @property
    def title(self) -> str:
        return "Brief (private)"

    def show(self, view: View | None, hidden: bool) -> None:
        """Show the sheet of this view, or nothing."""
        self.view, self.hidden = view, hidden
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        view = self.view
        if view is None or self.hidden:
            why = "Hidden. Space shows it again." if view is not None else "Nobody's brief is shown."
            return [row((line, "$dim")) for line in wrap(why, width)]
        now, away = view.held.value(view.text), view.no_deal()
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
        best = sum(max(each) for each in view.held.brief.values)
        lines.append(row((bar(now, 0, best, min(40, width - 8)), "$mine"), f" of {best}"))
        issues = self.words.setting.issues
        most = max(issue.levels for issue in issues)
        cell = 5 if width >= 6 + 5 * most else 4
        lines.append(row((fit("", 5) + "".join(right(str(level), cell) for level in range(most)), "bold $dim")))
        spec = self.words.setting.seat_specs[view.seat]
        for at, values in enumerate(view.held.brief.values):
            parts: list[Part] = [(fit(issues[at].id, 5), "bold")]
            for level, points in enumerate(values):
                here = view.level(at) == level
                mark = "!" if spec.red[at][level] else "·" if spec.out[at][level] else ""
                text = f"[{points}]{mark}" if here else f"{points}{mark}"
                style = "bold $mine" if here else "$bad" if mark == "!" else "$dim" if mark else ""
                parts.append((right(text, cell), style))
            lines.append(row(*parts))
        lines.append(row(""))
        for text in papers.brief(self.words, view):
            lines += [row(line) for line in wrap(text, width, "  ")]
        return lines
