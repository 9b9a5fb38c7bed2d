"""The same table once more, with the same cards or others."""

from __future__ import annotations

from summit_game.deck.compile import TableOptions
from summit_game.deck.library import find_deck
from summit_game.table.shelf import Sitting, new_sitting


def again(sitting: Sitting, seed: int) -> Sitting:
    """A new sitting with the deck, options, people, bots and clock of this one.

    Raises `DeckNotFound` if the deck is not in the library, and what `new_sitting` raises.
    """
    head = sitting.table.history.entries[0].data
    options = head["options"]
    chosen = TableOptions(options["seats"], tuple(options["variants"]), tuple(options["without"]))
    clock = sitting.table.clock
    rule = clock.rule if clock is not None else None
    return new_sitting(find_deck(head["deck"]["id"]), chosen, seed, sitting.table.sitters, rule)
