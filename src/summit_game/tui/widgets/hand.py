"""Your hand: every card with its text."""

from __future__ import annotations

from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.page import HandCard, SeatPage
from summit_game.tui.cells import row, wrap
from summit_game.tui.widgets.pane import Pane


class Hand(Pane):
    """The cards of a reader. It holds no card while nobody reads."""

    NAME, LETTER, HELP_LINES = "pane-hand", "h", ("help-hand",)

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        if page.own is None or self.hidden:
            return self.compose_private(page, width, say("pane-no-hand"))
        lines = [line for card in page.own.hand for line in self._card(width, card)]
        return lines or [row((say("pane-hand-empty"), "$dim"))]

    def _card(self, width: int, card: HandCard) -> list[Content]:
        points = f"{card.points:+d}" if card.issue else ""
        style = "$good" if card.points > 0 else "$bad" if card.points < 0 else "$dim"
        spot = f"{card.issue} {card.level} " if card.issue else ""
        head = wrap(f"{say(f'pane-card-{card.kind}')} {spot}{card.title}", max(10, width - len(points) - 1))
        first = head[0]
        pad = " " * max(1, width - len(first) - len(points))
        lines = [row((first, "bold"), pad, (points, f"bold {style}"))]
        lines += [row((line, "bold")) for line in head[1:]]
        text = say("pane-card-effects", text=card.text, effects=card.effects) if card.effects else card.text
        lines += [row(f"  {line}") for line in wrap(text, width - 2)]
        key = "pane-card-invented" if card.invented else "pane-card-source"
        source = say(key, id=card.id, source=card.source)
        lines += [row((f"  {line}", "$dim")) for line in wrap(source, width - 2)]
        return lines
