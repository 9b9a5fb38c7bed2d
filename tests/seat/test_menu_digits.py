"""A digit of a menu means the same all through a game, in every front end: rows of a question keep their places."""

from __future__ import annotations

import pytest

from summit_game.engine.board import FLOOR, OVER
from summit_game.engine.play import apply, legal, start
from summit_game.engine.streams import Stream
from summit_game.engine.verbs import Kind
from summit_game.engine.view import view
from summit_game.seat.ask import question_at
from summit_game.words.names import Words
from support import ALL_DECKS, game_of, the_deck

HANDS = (Kind.PROPOSAL, Kind.CONCESSION, Kind.PRESSURE)


@pytest.mark.fault("K15.1")
@pytest.mark.parametrize("path", ALL_DECKS, ids=lambda each: each.name)
def test_a_row_stands_at_the_same_digit_all_through_a_game(path) -> None:
    game = game_of(min(the_deck(path).tables), deck=path)
    words = Words(game.setting, the_deck(path))
    state, _ = start(game, 7)
    stream = Stream(7, "digits")
    places: dict[tuple[object, ...], list[str]] = {}
    refused: dict[tuple[object, ...], set[tuple[bool, ...]]] = {}
    while state.phase != OVER:
        for seat in tuple(state.waiting):
            seen = view(state, seat)
            first = question_at(words, seen)
            asked = {(seat, state.phase): first}
            for verb in game.setting.verbs:  # Parts that do not come from the hand stand still as well.
                row = next((row for row in first.rows if row.draft == verb.id), None)
                if row is not None and verb.args[0].kind not in HANDS:
                    asked[seat, verb.id] = question_at(words, seen, verb.id)
            for key, question in asked.items():
                now = [row.word or row.label for row in question.rows]
                assert places.setdefault(key, now) == now
                refused.setdefault(key, set()).add(tuple(bool(row.refusal) for row in question.rows))
                if question.start >= 0:
                    possible = [at for at, row in enumerate(question.rows) if not row.refusal]
                    assert question.start == possible[0], "the cursor is on the first row that can be chosen"
        seat = stream.choice(tuple(state.waiting))
        apply(state, seat, stream.choice(legal(state, seat)))
    assert any(len(ways) > 1 for (_, phase), ways in refused.items() if phase == FLOOR), "what is refused never changed"
