"""Your hand: every card with its text."""

from __future__ import annotations

from textual.content import Content

from summit_game.seat.page import HandCard, Own
from summit_game.tui.cells import row, wrap
from summit_game.tui.widgets.paper import Paper

KINDS = {"proposal": "ASK", "concession": "GIVE", "pressure": "PRESS"}


class Hand(Paper):
    """The cards of a reader. It holds no card while nobody reads."""

    NAME, LETTER = "Hand", "h"
    HELP_LINES = (
        "Proposals ask, Concessions give, Pressure cards press. The number at the end is what a card's level",
        "would change for you. Only you see this pane.",
    )

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.own: Own | None = None
        self.hidden = False

    def show(self, own: Own | None, hidden: bool) -> None:
        """Show the hand of this reader, or nothing."""
        self.own, self.hidden = own, hidden
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        if self.own is None or self.hidden:
            why = "Hidden. Space shows it again." if self.own is not None else "Nobody's hand is shown."
            return [row((line, "$dim")) for line in wrap(why, width)]
        lines = [line for card in self.own.hand for line in self._card(width, card)]
        return lines or [row(("Your hand is empty.", "$dim"))]

    def _card(self, width: int, card: HandCard) -> list[Content]:
        points = f"{card.points:+d}" if card.issue else ""
        style = "$good" if card.points > 0 else "$bad" if card.points < 0 else "$dim"
        spot = f"{card.issue} {card.level} " if card.issue else ""
        head = wrap(f"{KINDS[card.kind]} {spot}{card.title}", max(10, width - len(points) - 1))
        first = head[0]
        pad = " " * max(1, width - len(first) - len(points))
        lines = [row((first, "bold"), pad, (points, f"bold {style}"))]
        lines += [row((line, "bold")) for line in head[1:]]
        text = f"{card.text} Effects: {card.effects}." if card.effects else card.text
        lines += [row(f"  {line}") for line in wrap(text, width - 2)]
        source = f"{card.id}. Source: {card.source}{' (invented)' if card.invented else ''}"
        lines += [row((f"  {line}", "$dim")) for line in wrap(source, width - 2)]
        return lines
