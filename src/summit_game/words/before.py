"""What is said to all before a game."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summit_game.deck.models import Deck
from summit_game.words.names import listed

OPENED_AFTERWARDS = (
    "At the debrief after the game everything private may be opened to all: briefs, hands, secret votes and orders, "
    "notes and the reasons of bots (R9.9)."
)
"""Said by every front end where people sit down, before anybody decides anything."""


def played_as(deck: Deck, options: Mapping[str, Any]) -> str:
    """Which variants and switched-off rule modules a table plays with, one sentence; empty for the standard game.

    `options` as the head of a journal keeps them.
    """
    chosen = [each for each in deck.variants if each.id in options["variants"]]
    off = dict.fromkeys([*options["without"], *(name for each in chosen for name in each.without)])
    parts = [f"the variant {each.title}" for each in chosen] + [f"without {name.replace('_', ' ')}" for name in off]
    return f"This table plays {listed(parts)}." if parts else ""
