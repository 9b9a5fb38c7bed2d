"""The one door into a game: what is played has passed the whole check of its deck, whichever command begins it.

The deck that a saved game keeps was checked when the game began; for it only `game_of` is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from summit_game.deck.check import check_loaded
from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.deck.faults import DeckError
from summit_game.deck.files import SourceFile
from summit_game.deck.load import load_deck
from summit_game.deck.models import Deck
from summit_game.engine.setting import Game
from summit_game.rules.registry import ModuleUnusable, parameters, registry

_passed: set[tuple[Path, str]] = set()
"""Path and digest of decks that this process has checked already."""


class Playable(NamedTuple):
    """A deck that passed `summit deck check`, its digest, and its files as they were then."""

    deck: Deck
    digest: str
    files: tuple[SourceFile, ...]


def playable(path: Path) -> Playable:
    """The deck in a folder or file. Raises `DeckError` with all that `summit deck check` says against it."""
    result = load_deck(path)
    key = path.absolute(), result.digest
    if result.deck is None or key not in _passed:
        try:
            faults = check_loaded(result, parameters()).faults
        except ModuleUnusable as error:
            raise SetupError(str(error)) from error
        if result.deck is None or faults:
            raise DeckError(faults)
        _passed.add(key)
    return Playable(result.in_language().deck or result.deck, result.digest, result.files)


def game_of(deck: Deck, options: TableOptions) -> Game:
    """The game of a deck for one table. Raises `SetupError` for a choice that the deck does not offer."""
    try:
        return compile_game(deck, options, registry())
    except ModuleUnusable as error:
        raise SetupError(str(error)) from error
