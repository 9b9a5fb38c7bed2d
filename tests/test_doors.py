"""The ten doors that programs use: what their docstrings show is so."""

from __future__ import annotations

import doctest
import inspect

import pytest

from summit_game.debrief.analyse import analyse
from summit_game.deck.check import check_path
from summit_game.deck.compile import compile_game
from summit_game.deck.load import open_deck
from summit_game.engine.notation import parse_action
from summit_game.engine.play import apply, legal, start
from summit_game.engine.view import view
from summit_game.table.opening import Sitting
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.testing import check_module
from support import SECOND_DECK, game_of, the_deck

DOORS = (open_deck, check_path, compile_game, start, legal, apply, view, parse_action, check_module, analyse)


def sitting() -> Sitting:
    """A short game that two bots have played to its end."""
    table = Table(game_of(2, deck=SECOND_DECK), 7, sitters={seat: Sitter(bot="random") for seat in range(2)})
    table.start()
    while (due := table.bot_due()) is not None:
        table.bot_acts(due)
    return Sitting("a-game", the_deck(SECOND_DECK), table)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_the_example_of_a_door_is_true(door) -> None:
    names = {**inspect.getmodule(door).__dict__, "game": game_of(2, deck=SECOND_DECK)}
    if door is analyse:
        names["sitting"] = sitting()
    (example,) = doctest.DocTestFinder(recurse=False).find(door, door.__name__, globs=names)
    assert len(example.examples) > 0
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)
    assert said == [], "".join(said)
