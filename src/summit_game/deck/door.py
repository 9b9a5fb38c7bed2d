"""The one door into a game: what is played has passed the whole check of its deck, whichever command begins it.

The deck that a saved game keeps was checked when the game began; for it only `game_of` is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from summit_game.deck.cache import keep, kept, key_of
from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.deck.faults import DeckError
from summit_game.deck.files import SourceFile, digest_of, read_files
from summit_game.deck.models import Deck
from summit_game.engine.setting import Game
from summit_game.language.catalogue import chosen_language
from summit_game.rules.registry import ModuleUnusable, parameters, registry, versions


class Playable(NamedTuple):
    """A deck that passed `summit deck check`, its digest, and its files as they were then."""

    deck: Deck
    digest: str
    files: tuple[SourceFile, ...]


def playable(path: Path) -> Playable:
    """The deck in a folder or file. Raises `DeckError` with all that `summit deck check` says against it."""
    found = read_files(path)
    try:
        key = key_of(path, found.files, chosen_language(), versions())
        deck = None if found.faults else kept(key)
        if deck is None:
            # Only here: the check and YAML cost more than the start of a game whose deck is kept.
            from summit_game.deck.check import check_loaded
            from summit_game.deck.load import load_files

            result = load_files(path, found)
            faults = check_loaded(result, parameters()).faults
            deck = result.in_language().deck
            if deck is None or faults:
                raise DeckError(faults)
            keep(key, deck)
    except ModuleUnusable as error:
        raise SetupError(str(error)) from error
    return Playable(deck, digest_of(found.files), tuple(found.files))


def game_of(deck: Deck, options: TableOptions) -> Game:
    """The game of a deck for one table. Raises `SetupError` for a choice that the deck does not offer."""
    try:
        return compile_game(deck, options, registry())
    except ModuleUnusable as error:
        raise SetupError(str(error)) from error
