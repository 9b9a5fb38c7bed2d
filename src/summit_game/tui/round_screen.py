"""Between two rounds: the news, what the Reckoning did, promises and words that were kept. It stands until a key."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from summit_game.language.catalogue import say
from summit_game.seat.round_page import RoundOver, round_lines, round_title
from summit_game.tui.cells import literal, style_of
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.page import Page


class RoundScreen(Screen[None]):
    """Shows the page, which all at the machine may read, and nothing of the table behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "close", "key-go-on", id="round.close", key_display="Enter"),
        Binding("escape", "close", "key-skip", id="round.skip"),
    ]

    def __init__(self, over: RoundOver) -> None:
        super().__init__()
        self.over = over

    def compose(self) -> ComposeResult:
        lines = [(text, style_of(tone)) for text, tone in round_lines(self.over)]
        page = Page(round_title(self.over), lines)
        page.border_subtitle = literal(say("round-goes-on"))
        yield page
        yield KeyBar()

    def action_close(self) -> None:
        """On to the new round."""
        self.dismiss(None)
