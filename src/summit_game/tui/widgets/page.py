"""Text to read: paragraphs that are broken to fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from summit_game.tui.cells import literal, row, wrap
from summit_game.tui.widgets.paper import Paper

Paragraph = str | tuple[str, str]
"""A text, perhaps with a style."""


class Page(Paper):
    """Paragraphs, each with a style if it has one."""

    NAME, HELP_LINES = "pane-paper", ("help-paper",)
    SPACED = False
    """Whether an empty line stands between paragraphs where there is room."""

    def __init__(self, title: str = "", paragraphs: Sequence[Paragraph] = (), *, id: str = "page") -> None:  # noqa: A002
        super().__init__(id=id)
        self._title = title
        self.paragraphs = paragraphs

    @property
    def title(self) -> str:
        return self._title or super().title

    def tell(self, *paragraphs: tuple[str, str], title: str = "") -> None:
        """Show these paragraphs in place of what is there, below another title if one is given."""
        if title:
            self.border_title = literal(title)
        if paragraphs != self.paragraphs:
            self.paragraphs = paragraphs
            self.scroll_to(y=0, animate=False)
            self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for paragraph in self.paragraphs:
            text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, "")
            if lines and self.SPACED and self.size.height > 8:
                lines.append(row(""))
            indent = " " * (len(text) - len(text.lstrip()))
            lines += [row((line, style)) for line in wrap(text, width, indent + "  " if indent else "")]
        return lines


class About(Page):
    """What the line under the cursor means, and what a person should know before going on."""

    NAME, HELP_LINES, SPACED = "pane-about", ("help-about",), True
