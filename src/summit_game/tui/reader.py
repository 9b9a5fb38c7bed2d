"""A paper to read over the table: scrolls, closes with Escape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from summit_game.language.catalogue import say
from summit_game.tui.cells import literal
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.page import Page, Paragraph
from summit_game.tui.widgets.paper import Paper


class WholePane(Page):
    """What a pane holds, with more room to read it."""

    def __init__(self, pane: Paper) -> None:
        super().__init__(pane.title, ())
        self._pane = pane

    def compose_lines(self, width: int) -> list[Content]:
        lines = self._pane.compose_lines(width)
        self._pane.rewrite()
        return lines

    def on_mount(self) -> None:
        super().on_mount()
        if self._pane.from_end:
            self.call_after_refresh(self.scroll_end, animate=False)


class Reader(ModalScreen[None]):
    """Shows a page."""

    CLOSES_SAID: ClassVar[str] = "form-escape-closes"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "key-close", id="reader.close", key_display="Esc"),
        Binding("space", "hide", "key-hide", id="reader.hide"),
    ]

    def __init__(
        self, title: str, paragraphs: Sequence[Paragraph] | WholePane, hide: Callable[[], object] | None = None
    ) -> None:
        """`hide`: for a paper with private things, what the key that hides them does once the paper is closed."""
        super().__init__()
        self._page = paragraphs if isinstance(paragraphs, WholePane) else Page(title, paragraphs)
        self._hide = hide

    def compose(self) -> ComposeResult:
        self._page.border_subtitle = literal(say(self.CLOSES_SAID))
        yield self._page
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._hide is not None if action == "hide" else True

    def action_hide(self) -> None:
        if self._hide is not None:
            self._hide()
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
