"""The base of panes that show a page of the table."""

from __future__ import annotations

from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.digest import Digest
from summit_game.seat.page import SeatPage
from summit_game.seat.sheet import GameSheet
from summit_game.tui.cells import row, wrap
from summit_game.tui.widgets.paper import Paper


class Pane(Paper):
    """Shows a page of the game of `sheet`. It is empty until there is one."""

    def __init__(self, sheet: GameSheet, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sheet = sheet
        self.page: SeatPage | None = None
        self.since: Digest | None = None
        """What is new to the reader, and is marked; None marks nothing."""
        self.hidden = False
        """Whether what a seat alone knows is left out."""

    def show(self, page: SeatPage, hidden: bool = False, since: Digest | None = None) -> None:
        """Show this page, with marks at what is new."""
        self.page, self.hidden, self.since = page, hidden, since
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        return self.compose_page(self.page, width) if self.page is not None else []

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        """The lines of a page at a width."""
        raise NotImplementedError

    def compose_private(self, page: SeatPage, width: int, nobody: str) -> list[Content]:
        """In place of private things: that they are hidden, or else the sentence `nobody`."""
        why = say("pane-hidden") if page.own is not None else nobody
        return [row((line, "$dim")) for line in wrap(why, width)]
