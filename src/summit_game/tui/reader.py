"""A paper to read over the table: scrolls, closes with Escape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from summit_game.tui.cells import literal, row, wrap
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.paper import Paper

Paragraph = str | tuple[str, str]


class Page(Paper):
    """Paragraphs, each with a style if it has one."""

    NAME = "Paper"
    HELP_LINES = ("↑ ↓ and Page keys scroll. Escape closes.",)

    def __init__(self, title: str, paragraphs: Sequence[Paragraph], *, id: str = "page") -> None:  # noqa: A002
        super().__init__(id=id)
        self._title = title
        self.paragraphs = paragraphs

    @property
    def title(self) -> str:
        return self._title

    def compose_lines(self, width: int) -> list[Content]:
        lines = []
        for paragraph in self.paragraphs:
            text, style = paragraph if isinstance(paragraph, tuple) else (paragraph, "")
            indent = " " * (len(text) - len(text.lstrip()))
            lines += [row((line, style)) for line in wrap(text, width, indent + "  " if indent else "")]
        return lines


class Reader(ModalScreen[None]):
    """Shows a page."""

    DEFAULT_CSS = """
    Reader { align: center middle; background: transparent; }
    Reader KeyBar { dock: bottom; }
    Reader Page { width: 90%; max-width: 100; height: 90%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "Close", id="reader.close", key_display="Esc"),
    ]

    def __init__(self, title: str, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._page = (title, paragraphs)

    def compose(self) -> ComposeResult:
        title, paragraphs = self._page
        page = Page(title, paragraphs)
        page.border_subtitle = literal("Esc closes")
        yield page
        yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)
