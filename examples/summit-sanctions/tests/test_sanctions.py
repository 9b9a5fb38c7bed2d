"""Run with `pytest` where Summit and this package are installed."""

from summit_sanctions import Sanctions

from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.testing import check_module


def test_it_follows_the_protocol() -> None:
    check_module(Sanctions, open_deck(find_deck(default_deck()))[0], {}, games=5)
