"""A digit of a menu means the same all through a game, in every front end: rows of a question keep their places."""

from __future__ import annotations

import pytest

from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR, OVER, TALK
from summit_game.engine.play import apply, legal, start
from summit_game.engine.streams import Stream
from summit_game.engine.talk import asked
from summit_game.engine.verbs import Kind
from summit_game.engine.view import View, view
from summit_game.seat.ask import question_at
from summit_game.seat.ask_talk import MORE
from summit_game.words.names import Words
from support import ALL_DECKS, game_of, the_deck

KINDS = {(kind, False) for kind in (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND, a.OFFER)} | {(a.OFFER, True)}
"""Messages that are answered, and whether with a counter-offer already."""
HANDS = (Kind.PROPOSAL, Kind.CONCESSION, Kind.PRESSURE)
TOLD = "write"
"""What it writes was told to the delegation, for two rounds (R19.5): it comes and goes like a hand."""


def heard(seen: View) -> tuple[object, ...]:
    """What a seat is to answer, if anything: each kind of message is a question of its own, and so is a counter."""
    exchange = asked(seen.talk, seen.seat)
    return () if exchange is None else (exchange.said[1], bool(exchange.answers))


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
            found = {(seat, state.phase, *heard(seen)): first}
            for verb in game.setting.verbs:  # Parts that do not come from the hand stand still as well.
                row = next((row for row in first.rows if row.draft == verb.id), None)
                if row is not None and verb.args[0].kind not in HANDS and verb.id != TOLD:
                    found[seat, verb.id] = question_at(words, seen, verb.id)
            for key, question in found.items():
                now = [row.word or row.label for row in question.rows]
                if key[1:] == (TALK,) and now[-1] == MORE:  # It comes last, so no other row moves when it does.
                    now.pop()
                assert places.setdefault(key, now) == now
                refused.setdefault(key, set()).add(tuple(bool(row.refusal) for row in question.rows))
                if question.start >= 0:
                    possible = [at for at, row in enumerate(question.rows) if not row.refusal]
                    assert question.start == possible[0], "the cursor is on the first row that can be chosen"
        seat = stream.choice(tuple(state.waiting))
        menu = legal(state, seat)
        if state.phase == TALK:  # Questions are few among many offers: first which kind, then which of them.
            kind = stream.choice(tuple(sorted({action.args[0] for action in menu})))
            menu = [action for action in menu if action.args[0] == kind]
        apply(state, seat, stream.choice(menu))
    talks = {key[2:] for key in places if key[1] == TALK}
    assert talks == ({(), *KINDS} if game.setting.options.talk else set()), "some kind of message did not come"
    on_the_floor = [ways for key, ways in refused.items() if key[1] == FLOOR]
    assert any(len(ways) > 1 for ways in on_the_floor), "what is refused never changed"
