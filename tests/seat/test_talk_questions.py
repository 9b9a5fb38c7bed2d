"""A plain menu for delegations that talk (R19): all that is legal can be reached from the empty draft."""

from __future__ import annotations

import pytest
from test_protocol import validator
from test_seat_questions import reached

from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR, TALK
from summit_game.engine.notation import action_text
from summit_game.engine.play import legal, start
from summit_game.engine.talk import asked
from summit_game.engine.view import view
from summit_game.seat.ask import SURE, question_at
from summit_game.seat.bot_messages import decide
from summit_game.words.names import Words
from support import game_of, random_walk, talking, the_deck


@pytest.mark.clause("R19.1")
def test_every_message_answer_and_writing_is_reachable_and_nothing_else() -> None:
    game = talking(3)
    words = Words(game.setting, the_deck())
    seen: set[tuple[str, int]] = set()
    for state, _, _, _ in random_walk(game, 7, "talk questions"):
        for seat in state.waiting:
            actions = legal(state, seat)
            exchange = asked(state.own[seat].talk, seat) if state.phase == TALK else None
            kind = ("asked", exchange.said[1]) if exchange else ("phase", state.phase)
            if kind in seen or (state.phase != TALK and not any(action.verb == a.WRITE for action in actions)):
                continue
            seen.add(kind)
            found, _ = reached(words, view(state, seat))
            assert found == {action_text(game.setting, action) for action in actions}
    assert {("asked", a.SOUND), ("asked", a.OFFER), ("phase", TALK), ("phase", FLOOR)} <= seen


@pytest.mark.clause("R19.2")
def test_who_is_asked_reads_what_was_said() -> None:
    game = talking(3)
    words = Words(game.setting, the_deck())
    heard = 0
    for state, _, _, _ in random_walk(game, 3, "heard"):
        if state.phase != TALK:
            continue
        (seat,) = state.waiting
        seen = view(state, seat)
        question = question_at(words, seen)
        exchange = asked(state.own[seat].talk, seat)
        if exchange is not None:
            heard += 1
            assert words.seats[exchange.seat if seat == exchange.to else exchange.to] in question.text
        sent = [row.action for row in question.rows if row.action][:1]
        for action in sent:
            assert [row.action for row in question_at(words, seen, SURE + action).rows] == [action, ""]
    assert heard > 10


def test_a_program_is_told_what_was_said_to_it() -> None:
    game = talking(3)
    schema = validator("bot-1.schema.json", "decide")
    said = 0
    for at, (state, _, _, _) in enumerate(random_walk(game, 5, "programs")):
        for seat in state.waiting if at % 7 == 0 else ():
            message = decide(view(state, seat), at)
            schema.validate(message)
            talk = message["view"]["talk"]
            own = state.own[seat].talk
            assert [(each["said"], each["round"]) for each in talk] == [
                (action_text(game.setting, a.Action(each.said[0], each.said[1:])), each.round) for each in own
            ]
            said += len(talk)
    assert said > 20
    assert "talk" not in decide(view(start(game_of(3), 1)[0], 0), 1)["view"]
