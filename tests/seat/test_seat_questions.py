"""Questions: from the empty draft every legal action is reachable and nothing else, in all phases, on every deck."""

from __future__ import annotations

import pytest

from summit_game.engine.board import OVER, TALK
from summit_game.engine.notation import action_text
from summit_game.engine.play import apply, legal, start
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from summit_game.seat.ask import SURE, question_at
from summit_game.seat.question import Question
from summit_game.words.names import Words
from support import ALL_DECKS, game_of, the_deck


def reached(words: Words, seen: View) -> tuple[set[str], list[Question]]:
    """Every action that rows send, and every question, walking all drafts from the empty one."""
    found, questions, todo, done = set(), [], [""], set()
    while todo:
        draft = todo.pop()
        if draft in done:
            continue
        done.add(draft)
        question = question_at(words, seen, draft)
        questions.append(question)
        for row in question.rows:
            ways = [bool(row.action), row.draft is not None, bool(row.refusal), row.back]
            assert sum(ways) == 1, row
            if row.action:
                found.add(row.action)
            elif row.draft is not None:
                todo.append(row.draft)
    return found, questions


TABLES = [(path, seats, ()) for path in ALL_DECKS for seats in sorted(the_deck(path).tables)[:3]]
TABLES += [(path, None, (variant.id,)) for path in ALL_DECKS for variant in the_deck(path).variants]


@pytest.mark.parametrize(("path", "seats", "variants"), TABLES, ids=lambda each: getattr(each, "name", str(each)))
def test_every_legal_action_is_reachable_and_nothing_else(path, seats, variants) -> None:
    seats = seats or min(the_deck(path).tables)
    game = game_of(seats, variants, deck=path)
    words = Words(game.setting, the_deck(path))
    state, _ = start(game, 7)
    stream = Stream(7, "questions")
    seen_phases = set()
    for at in range(160):
        if state.phase == OVER:
            break
        for seat in tuple(state.waiting):
            if (at % 3 or state.phase == TALK) and state.phase in seen_phases:
                continue  # Talk has its own test of all its questions.
            seen = view(state, seat)
            found, _ = reached(words, seen)
            assert found == {action_text(game.setting, action) for action in legal(state, seat)}
        seen_phases.add(state.phase)
        seat = stream.choice(tuple(state.waiting))
        apply(state, seat, stream.choice(legal(state, seat)))
    assert len(seen_phases) >= 4


def test_what_must_not_slip_is_asked_twice() -> None:
    game = game_of(2)
    words = Words(game.setting, the_deck())
    state, _ = start(game, 7)
    while state.phase != OVER:
        seat = state.waiting[0]
        seen = view(state, seat)
        for row in question_at(words, seen).rows:
            if not row.action:
                continue
            verb = game.setting.verb(legal(state, seat)[0])
            assert verb is not None
            sure = question_at(words, seen, SURE + row.action)
            assert [each.action for each in sure.rows] == [row.action, ""]
            assert sure.rows[1].back
            assert not sure.rows[0].twice
        apply(state, seat, legal(state, seat)[-1])
