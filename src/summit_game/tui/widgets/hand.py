"""Your hand: every card with its text."""

from __future__ import annotations

from textual.content import Content

from summit_game.engine.view import View
from summit_game.tui.cells import row, wrap
from summit_game.tui.widgets.paper import Paper
from summit_game.words.names import Words
from summit_game.words.papers import effect_words


class Hand(Paper):
    """The cards of a view. It holds no card while there is no view."""

    NAME, LETTER = "Hand", "h"
    HELP_LINES = (
        "Proposals ask, Concessions give, Pressure cards press. The number at the end is what a card's level",
        "would change for you. Only you see this pane.",
    )

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.view: View | None = None
        self.hidden = False

    def show(self, view: View | None, hidden: bool) -> None:
        """Show the hand of this view, or nothing."""
        self.view, self.hidden = view, hidden
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        view = self.view
        if view is None or self.hidden:
            why = "Hidden. Space shows it again." if view is not None else "Nobody's hand is shown."
            return [row((line, "$dim")) for line in wrap(why, width)]
        setting = self.words.setting
        lines: list[Content] = []
        for kind, held, specs in (
            ("ASK", view.proposals, setting.proposals),
            ("GIVE", view.concessions, setting.concessions),
        ):
            for card in held:
                spec = specs[card]
                values = view.held.brief.values[spec.issue]
                points = values[spec.level] - values[view.level(spec.issue)]
                spot = f"{setting.issues[spec.issue].id} {spec.level}"
                style = "$good" if points > 0 else "$bad" if points < 0 else "$dim"
                lines += self._card(width, kind, spec.id, spec.title, spot, f"{points:+d}", style)
        for card in view.pressure:
            press = setting.pressure[card]
            lines += self._card(width, "PRESS", press.id, press.title, "", "", "")
        if not lines:
            lines = [row(("Your hand is empty.", "$dim"))]
        return lines

    def _card(
        self, width: int, kind: str, card_id: str, title: str, spot: str, points: str, style: str
    ) -> list[Content]:
        card = self.words.cards[card_id]
        head = wrap(f"{kind} {spot} {title}".replace("  ", " "), max(10, width - len(points) - 1))
        first = head[0]
        pad = " " * max(1, width - len(first) - len(points))
        lines = [row((first, "bold"), pad, (points, f"bold {style}".strip()))]
        lines += [row((line, "bold")) for line in head[1:]]
        effects = getattr(card, "effects", ())
        text = f"{card.text} Effects: {effect_words(effects)}." if effects else card.text
        lines += [row(f"  {line}") for line in wrap(text, width - 2)]
        source = f"{card_id}. Source: {card.source}{' (invented)' if card.invented else ''}"
        lines += [row((f"  {line}", "$dim")) for line in wrap(source, width - 2)]
        return lines
