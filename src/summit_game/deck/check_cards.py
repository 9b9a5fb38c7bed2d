"""Checks of cards: levels exist, every level can be asked for, and every delegation has something to give."""

from __future__ import annotations

from summit_game.deck.check_base import Checker
from summit_game.deck.models import Concession


def check_cards(ck: Checker) -> None:
    """All cards, as a set."""
    _reachable(ck)
    _hands(ck)
    _interests(ck)


def _reachable(ck: Checker) -> None:
    asked = {(card.issue, card.level) for card in ck.deck.proposals}
    # A card that names the issue or level wrongly may be the one that is missed: one fault is enough.
    astray = {issue for issue, level in asked if not ck.has_level(issue, level)}
    for i, issue in enumerate(ck.deck.issues):
        if issue.id in astray or astray - set(ck.levels):
            continue
        for level in range(1, len(issue.levels)):
            if (issue.id, level) not in asked:
                ck.fault(("issues", i, "levels", level), "level-unasked", level=level, issue=issue.id)


def _hands(ck: Checker) -> None:
    owners = {
        "concessions": {card.owner for card in ck.deck.concessions},
        "pressure": {card.owner for card in ck.deck.pressure},
    }
    if ck.deck.options.hand_pressure == 0:
        del owners["pressure"]
    for i, delegation in enumerate(ck.deck.delegations):
        for section, having in owners.items():
            if ck.tables_of[delegation.id] and delegation.id not in having and having <= set(ck.names["delegation"]):
                owner = f"owner: {delegation.id}"
                ck.fault(("delegations", i, "id"), f"no-{section}", delegation=delegation.id, owner=owner)


def _interests(ck: Checker) -> None:
    """Without a concession that somebody wants, a delegation can only ask (game design 10.5)."""
    for i, delegation in enumerate(ck.deck.delegations):
        own = [card for card in ck.deck.concessions if card.owner == delegation.id]
        sound = own and all(ck.has_level(card.issue, card.level) for card in own)
        if sound and not any(_wanted(ck, card) for card in own):
            ck.fault(("delegations", i, "id"), "concessions-worthless", delegation=delegation.id)


def _wanted(ck: Checker, card: Concession) -> bool:
    for delegation in ck.deck.delegations:
        row = delegation.briefs[0].values.get(card.issue, ())
        if delegation.id != card.owner and card.level < len(row) and row[card.level] > row[0]:
            return True
    return False
