"""What is said to all before a game."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.words.names import listed


def played_as(deck: Deck, options: Mapping[str, Any]) -> str:
    """Which variants, set and switched-off rule modules a table plays with, one sentence; empty for the standard game.

    `options` as the head of a journal keeps them.
    """
    chosen = [each for each in deck.variants if each.id in options["variants"]]
    off = dict.fromkeys([*options["without"], *(name for each in chosen for name in each.without)])
    parts = [say("sitting-variant", title=each.title) for each in chosen]
    if "set" in options:
        parts.append(say("sitting-set", number=options["set"]))
    parts += [say("sitting-without", module=name.replace("_", " ")) for name in off]
    return say("sitting-plays", what=listed(parts)) if parts else ""
