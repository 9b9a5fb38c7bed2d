"""Checks of cards: levels exist, every level can be asked for, and every delegation has something to give."""

from __future__ import annotations

from summit_game.deck.check_base import Checker
from summit_game.deck.faults import quote
from summit_game.deck.models import Concession
from summit_game.deck.yamlpos import Keys


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
                what = f"no proposal asks for level {level} of the issue {quote(issue.id)}"
                ck.fault(("issues", i, "levels", level), what, "add a card under `proposals`, or remove the level")


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
                noun = "concession" if section == "concessions" else "pressure card"
                what = f"the delegation {quote(delegation.id)} has no {noun}"
                ck.fault(("delegations", i, "id"), what, f"add a card with `owner: {delegation.id}` under `{section}`")


def _interests(ck: Checker) -> None:
    """Without a concession that somebody wants, a delegation can only ask (game design 10.5)."""
    for i, delegation in enumerate(ck.deck.delegations):
        own = [card for card in ck.deck.concessions if card.owner == delegation.id]
        sound = own and all(ck.has_level(card.issue, card.level) for card in own)
        if sound and not any(_wanted(ck, card) for card in own):
            keys: Keys = ("delegations", i, "id")
            what = f"no concession of {quote(delegation.id)} is worth more than level 0 to another delegation"
            ck.fault(keys, what, "add a concession that another delegation's first brief values")


def _wanted(ck: Checker, card: Concession) -> bool:
    for delegation in ck.deck.delegations:
        row = delegation.briefs[0].values.get(card.issue, ())
        if delegation.id != card.owner and card.level < len(row) and row[card.level] > row[0]:
            return True
    return False
