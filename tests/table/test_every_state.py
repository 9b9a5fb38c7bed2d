"""At every state of random games: what is saved, loaded, folded and seen is the same; undo only if nothing showed."""

from __future__ import annotations

import json

import pytest

from summit_game.engine.events import face
from summit_game.engine.fold import fold
from summit_game.engine.notation import action_text
from summit_game.engine.refusal import Refused
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from summit_game.table.codec import decode, encode
from summit_game.table.entry import from_json, to_json
from summit_game.table.history import History
from summit_game.table.table import Table
from support import game_of


def seen(each: View) -> str:
    return repr(
        [
            (name, getattr(each, name))
            for base in type(each).__mro__
            for name in getattr(base, "__slots__", ())
            if name != "setting"
        ]
    )


def check_game(seats: int, seed: int) -> None:
    """Play one random game; at every state compare the live table with one loaded from its entries."""
    game = game_of(seats)
    table = Table(game, seed)
    table.start()
    stream = Stream(seed, "every state")
    folded = State(game, seed)
    told = 0
    while table.asks_now:
        for entry in table.history.entries[told:]:
            written = json.loads(json.dumps(to_json(entry)))
            assert from_json(written) == entry
            assert decode(json.loads(json.dumps(encode(entry.events)))) == list(entry.events)
            fold(folded, from_json(written).events)
        told = len(table.history.entries)
        assert folded.key() == table.state.key()
        looker = stream.choice(game.setting.seats)
        assert seen(view(folded, looker)) == seen(table.view(looker))
        seat = stream.choice(table.asks_now)
        before = table.state.key()
        knows = seen(table.view(seat))
        action = stream.choice(table.view(seat).legal())
        events = table.submit(seat, action)
        _undo_reveals_nothing(table, seat, before, knows, events)
    assert table.over
    loaded = Table(
        game,
        seed,
        history=History([from_json(json.loads(json.dumps(to_json(each)))) for each in table.history.entries]),
    )
    loaded.restore()
    assert loaded.state.key() == table.state.key()
    assert [action_text(game.setting, action) for _, action in loaded.decisions] == [
        entry.action for entry in table.history.line() if entry.action
    ]


def _undo_reveals_nothing(table: Table, seat: int, before: str, knows: str, events: list) -> None:
    """Where undo is allowed the seat is back where it was, and had learned nothing from the others or from chance."""
    if table.why_no_undo(seat) is not None:
        with pytest.raises(Refused):
            table.undo(seat)
        return
    after = table.state.key()
    assert all(face(event, -1) is not None for event in events), "nothing hidden moved"
    learned = {"CardsDrawn", "FlashTurned", "VotesShown", "OrdersShown", "NewsTurned", "Reshuffled", "CapitalVoted"}
    assert learned.isdisjoint(type(event).__name__ for event in events)
    table.undo(seat)
    assert table.state.key() == before
    assert seen(table.view(seat)) == knows
    table.redo(seat)
    assert table.state.key() == after


@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_every_state_of_some_games(seats: int) -> None:
    for seed in range(2):
        check_game(seats, seed)


@pytest.mark.parametrize(
    "part", [pytest.param(part, marks=pytest.mark.slow if part < 1 else pytest.mark.long) for part in range(10)]
)
def test_every_state_of_500_games(part: int) -> None:
    for seed in range(50):
        check_game(2 + (seed + part) % 5, 1000 * part + seed)
