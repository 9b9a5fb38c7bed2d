"""What anybody may look up at any time: a card of the deck. The rules are in `rule_book`."""

from __future__ import annotations

from typing import Any

from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.words.effects import effect_words


def deck_cards(deck: Deck) -> dict[str, tuple[str, Any]]:
    """Id -> kind and card, for every card and goal of a deck, in the order of its files."""
    kinds = ("proposals", "concessions", "pressure", "events", "moods")
    cards = {each.id: (kind, each) for kind in kinds for each in getattr(deck, kind)}
    return {**cards, **{goal.id: ("goals", goal) for who in deck.delegations for goal in who.goals}}


def card_lines(deck: Deck, card_id: str) -> list[str]:
    """A card as it is written in the deck, with its source; empty if there is none."""
    kind, card = deck_cards(deck).get(card_id.upper(), ("", None))
    if card is None:
        return []
    lines = [f"{card.id}: {card.title} ({kind})", card.text]
    lines += [
        f"{name}: {getattr(card, name)}" for name in ("owner", "issue", "level", "test", "shift") if hasattr(card, name)
    ]
    if getattr(card, "effects", ()):
        lines.append(say("papers-effects", effects=effect_words(card.effects, deck)))
    if hasattr(card, "source"):
        lines.append(say("papers-card-source", source=card.source, invented=card.invented))
    return lines
