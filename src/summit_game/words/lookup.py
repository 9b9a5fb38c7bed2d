"""What anybody may look up at any time: a chapter or clause of the rules, a card of the deck."""

from __future__ import annotations

import re
from typing import Any

from summit_game.deck.library import rules_text
from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.rules.registry import chapters


def rule(name: str) -> str | None:
    """A chapter (`R4`) or a clause (`R4.2`) of the rule book or of an installed module; None if there is none."""
    wanted = re.escape(name.upper())
    pattern = rf"^\*\*{wanted}\*\*.*?(?=^\*\*[A-Z]+\d|^#|\Z)|^## {wanted}\b.*?(?=^## |\Z)"
    found = re.search(pattern, _whole(), re.MULTILINE | re.DOTALL)
    return found.group().rstrip() if found else None


def rule_chapters() -> list[str]:
    """The chapters that `rule` knows, in the order of the book."""
    return re.findall(r"^## ([A-Z]+\d*)\b", _whole(), re.MULTILINE)


def _whole() -> str:
    return "\n".join([rules_text(), *chapters().values()])


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
    lines += [f"effect: {effect}" for effect in getattr(card, "effects", ())]
    if hasattr(card, "source"):
        lines.append(say("papers-card-source", source=card.source, invented=card.invented))
    return lines
