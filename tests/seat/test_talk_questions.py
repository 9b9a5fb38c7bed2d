"""Messages slot by slot (R19): all that is legal can be reached, in four choices, from questions of nine rows."""

from __future__ import annotations

from collections import Counter

import pytest
from test_protocol import validator
from test_seat_questions import reached

from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR, OVER, TALK
from summit_game.engine.notation import action_text
from summit_game.engine.play import legal, start
from summit_game.engine.streams import Stream
from summit_game.engine.talk import act_of, asked, other
from summit_game.engine.view import View, view
from summit_game.language.catalogue import say
from summit_game.seat.ask import SURE, question_at
from summit_game.seat.bot_messages import decide
from summit_game.seat.goal import goal_points
from summit_game.seat.meaning_talk import act_in_short
from summit_game.seat.suggest import text_with
from summit_game.words.names import Words, signed
from summit_game.words.spoken import said_in_words
from summit_game.words.talk_paper import talked
from support import game_of, random_walk, talking, the_deck, written_messages


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
            found, questions = reached(words, view(state, seat))
            assert all(len(each.rows) <= 9 for each in questions if each.draft.startswith("write"))
            assert found == {action_text(game.setting, action) for action in actions}
    assert {("asked", a.SOUND), ("asked", a.OFFER), ("phase", TALK), ("phase", FLOOR)} <= seen


def test_any_message_or_answer_that_is_written_out_at_any_time_is_sent_or_refused_with_a_reason() -> None:
    game, chance = talking(3), Stream(1, "written out")
    words, messages = Words(game.setting, the_deck()), tuple(written_messages(game.setting))
    answers = tuple(each for each in messages if each.verb == a.ANSWER)
    sent, refused = Counter[int](), Counter[tuple[int, int]]()
    for state, _, seat, _ in random_walk(game, 7, "written out"):
        if state.phase == OVER:
            break
        legal_now = legal(state, seat)
        for action in (chance.choice(messages), a.NO_MESSAGE_ACTION, chance.choice(answers), chance.choice(legal_now)):
            yes, _ = question_at(words, view(state, seat), SURE + action_text(game.setting, action)).rows
            assert bool(yes.refusal) == (action not in legal_now)
            assert yes.lines[0].text.removeprefix(say("meaning-log", sentence="")), "the sentence is not empty"
            if yes.refusal:
                refused[state.phase, action.verb] += 1
            else:
                sent[action.verb] += 1
    assert {FLOOR, TALK} <= {phase for phase, verb in refused if verb == a.ANSWER}
    assert sent[a.MESSAGE]
    assert sent[a.ANSWER]


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
    assert "talk" not in decide(view(start(game_of(3, without=("talk",)), 1)[0], 0), 1)["view"]


def in_talk(seats: int, seed: int, **params: object):
    """Moments of a game at which somebody is asked to talk, one for each kind of question and each round."""
    game = talking(seats, **params)
    seen = set()
    for state, _, _, _ in random_walk(game, seed, "slots"):
        if state.phase == TALK:
            (seat,) = state.waiting
            exchange = asked(state.own[seat].talk, seat)
            kind = (state.round, exchange.said[1] if exchange else -1, bool(exchange and exchange.answers))
            if kind not in seen:
                seen.add(kind)
                yield view(state, seat)


@pytest.mark.parametrize("later", [False, True])
def test_no_question_has_more_than_nine_rows(later: bool) -> None:
    words = Words(talking(4, later=later).setting, the_deck())
    paged = 0
    for seen in in_talk(4, 9, later=later):
        for question in reached(words, seen)[1]:
            assert 1 <= len(question.rows) <= 9
            assert len({row.label for row in question.rows}) == len(question.rows)
            assert len({row.word for row in question.rows if row.word}) == sum(bool(row.word) for row in question.rows)
            paged += "+" in question.draft
    assert paged > 10


def choices(words: Words, seen: View) -> dict[str, int]:
    """How many choices each action takes at least; a further page of a question is none."""
    least: dict[str, int] = {}
    todo = [("", 1)]
    done = set()
    while todo:
        draft, depth = todo.pop(0)
        if draft in done:
            continue
        done.add(draft)
        for row in question_at(words, seen, draft).rows:
            if row.action:
                least.setdefault(row.action, depth)
            elif row.draft is not None:
                todo.append((row.draft, depth + ("+" not in row.draft)))
    return least


def test_a_message_takes_four_choices_at_most() -> None:
    words = Words(talking(4).setting, the_deck())
    most = [max(choices(words, seen).values()) for seen in in_talk(4, 5)]
    assert max(most) == 4


def test_the_sentence_that_is_built_stands_in_the_last_line() -> None:
    words = Words(talking(3).setting, the_deck())
    seen = next(in_talk(3, 1))
    them = next(each for each in seen.setting.seats if each != seen.seat)
    draft = ""
    for word in ("offer", seen.setting.seat_ids[them]):
        draft = f"{draft} {word}".strip()
        row = next(each for each in question_at(words, seen, draft).rows if not each.refusal)
        assert row.lines[-1].text.startswith(
            f"To {words.seats[them] if draft != 'offer' else row.label}: if you …, we "
        )
    said = question_at(words, seen, row.draft).rows[0]
    offer = next(each for each in seen.legal() if action_text(seen.setting, each) == said.action)
    give, get = (act_in_short(words, act, titled=False) for act in offer.args[2:])
    assert said.lines[-1].text == f"To {words.seats[them]}: if you {get}, we {give}."


@pytest.mark.clause("R19.8")
def test_an_offer_says_what_it_is_worth_to_the_one_who_answers() -> None:
    words = Words(talking(3).setting, the_deck())
    found = 0
    for seed in range(6):
        for seen in in_talk(3, seed):
            exchange = asked(seen.talk, seen.seat)
            if exchange is None or exchange.said[1] != a.OFFER:
                continue
            theirs = seen.setting.acts[act_of(exchange, other(exchange, seen.seat))]
            if theirs[0] not in (a.ACT_LET, a.ACT_TABLE):
                continue
            issue, level = seen.setting.changes[theirs[1]]
            values = seen.held.brief.values[issue]
            question = question_at(words, seen)
            points = values[level] - values[seen.level(issue)]
            if goal_points(seen) or goal_points(seen, text_with(seen, ((issue, level),))):
                continue
            assert f"Worth to you: {signed(points)}" in [line.text for line in question.lines]
            assert [row.word for row in question.rows][:2] == ["agree", "refuse"]
            found += 1
    assert found


def test_the_paper_has_what_was_said_to_and_by_the_reader_and_nothing_else() -> None:
    game = talking(4)
    words = Words(game.setting, the_deck())
    for state, _, _, _ in random_walk(game, 4, "paper"):
        last = state
    for seat in game.setting.seats:
        told = talked(words, view(last, seat))
        own = last.own[seat].talk
        heard = [line for line in told if line.startswith("  ") and not line.startswith("    ")]
        assert [line.strip().split(": ", 1)[1] for line in heard] == [
            said_in_words(words, a.Action(each.said[0], each.said[1:])) for each in own
        ]
        assert len(own) > 3
    assert len({len(last.own[seat].talk) for seat in game.setting.seats}) > 1
    silent = start(game_of(3, without=("talk",)), 1)[0]
    assert talked(Words(silent.setting, the_deck()), view(silent, 0)) == [
        "At this table delegations send no messages. (R19)"
    ]
