"""The module breaks no rule of the protocol, on the decks that come with Summit. Run it with `pytest`."""

from summit_sanctions import Sanctions

from summit_game.deck.library import installed
from summit_game.deck.load import open_deck
from summit_game.testing import check_module


def test_it_breaks_no_rule() -> None:
    for path, _ in installed().values():
        check_module(Sanctions, open_deck(path)[0], Sanctions.example, games=3)
