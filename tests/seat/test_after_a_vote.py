"""The decisions of the second edition: asked, said, taken back, saved and sent, in random games with all of it on."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from test_protocol import validator
from test_seat_questions import reached

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import AMENDMENT, BRACKETS, CAPITALS, OVER, PHASES, REASONS, REOPENING, STEP_VOTE
from summit_game.engine.fold import fold
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.treaty_fold import TREATY_FOLDS
from summit_game.engine.verbs import code_of
from summit_game.engine.view import view
from summit_game.language.catalogue import choose
from summit_game.seat import bot_messages
from summit_game.seat.ask import SURE, question_at
from summit_game.seat.meaning import sent
from summit_game.seat.page import seat_page
from summit_game.seat.suggest import gain, to_amend, to_name, with_named
from summit_game.table.checked_events import EventCheck, Unsound
from summit_game.table.undo_rule import reveals
from summit_game.words.happened import tell
from summit_game.words.names import Words
from support import game_of, the_deck

NEW = (REASONS, AMENDMENT, CAPITALS, STEP_VOTE, REOPENING)
SILENT = {ev.CapitalAnswered, ev.ReasonsCalled, ev.AmendmentCalled}
"""Events that another one tells of."""


def walk(game, seed: int):
    """Random play, verb by verb, that likes to agree and to sign: as `support.random_walk`."""
    stream = Stream(seed, "after a vote")
    state, events = start(game, seed)
    while state.phase != OVER:
        seat = state.waiting[0]
        menu = legal(state, seat)
        agrees = a.SIGN_ACTION if a.SIGN_ACTION in menu else a.SILENCE_ACTION
        code = stream.choice(sorted({code_of(each) for each in menu}))
        if agrees in menu and stream.choice((True, True, False)):
            action = agrees
        else:
            action = stream.choice([each for each in menu if code_of(each) == code])
        yield state, events, seat, action
        events = apply(state, seat, action)
    yield state, events, -1, None


def walks(seats: int, seeds: int):
    for seed in range(seeds):
        yield from walk(game_of(seats, without=("talk",)), seed)


@pytest.mark.parametrize("seats", [2, 4])
def test_every_legal_action_is_reachable_and_rows_keep_their_places(seats: int) -> None:
    game = game_of(seats, without=("talk",))
    words = Words(game.setting, the_deck())
    places: dict[tuple[int, int], list[str]] = {}
    met: Counter[int] = Counter()
    for state, _, _, action in walks(seats, 14):
        if action is None or state.phase not in NEW or met[state.phase] >= 4:
            continue
        for seat in state.waiting:
            seen = view(state, seat)
            found, questions = reached(words, seen)
            assert found == {action_text(game.setting, each) for each in legal(state, seat)}
            assert all(row.word for row in questions[0].rows)
            rows = [row.word for row in questions[0].rows]
            assert places.setdefault((seat, state.phase), rows) == rows
            assert len(rows) <= (6 if state.phase == REOPENING else 5 if state.phase == CAPITALS else 4)
            met[state.phase] += 1
    assert set(met) == set(NEW), [PHASES[each] for each in set(NEW) - set(met)]


def test_every_new_event_and_every_action_has_its_sentence() -> None:
    game = game_of(without=("talk",))
    words = Words(game.setting, the_deck())
    told, verbs = set(), set()
    for at, (state, events, seat, action) in enumerate(walks(4, 30)):
        for event in events:
            if type(event) in TREATY_FOLDS:
                said = tell(words, event)
                assert (said is None) == (type(event) in SILENT), event
                assert said is None or "{" not in said
                told.add(type(event))
        if action is not None and (state.phase in NEW or at % 9 == 0):
            verb = game.setting.verb(action)
            assert verb is not None
            verbs.add(verb.id)
            assert words.action(action)
            assert parse_action(game.setting, action_text(game.setting, action)) == action
            seen = view(state, seat)
            assert str(words.seats[seat]) in sent(words, seen, action)
            assert question_at(words, seen, SURE + action_text(game.setting, action)).rows[0].action
    assert told == set(TREATY_FOLDS)
    assert {"name", "amend none", "amend write", "ask", "pay card", "pay none", "reopen", "spend"} <= verbs


def test_a_suggestion_is_legal_and_a_gain_and_one_of_an_issue() -> None:
    named = amended = 0
    for state, _, seat, action in walks(4, 8):
        if action is None or state.phase not in (REASONS, AMENDMENT):
            continue
        seen = view(state, seat)
        menu = legal(state, seat)
        if state.phase == REASONS:
            found = to_name(seen, menu)
            assert set(found) <= set(menu)
            assert all(gain(seen, with_named(seen, each.args[0]), seen.package.tabler) > 0 for each in found)
            issues = [seen.setting.changes[each.args[0]][0] for each in found]
            assert len(set(issues)) == len(issues)
            named += len(found)
        else:
            found = to_amend(seen, menu)
            assert set(found) <= set(menu) - {a.AMEND_NOTHING_ACTION}
            amended += len(found)
    assert named > 20
    assert amended > 10


def test_the_menu_is_what_is_accepted_and_what_is_wrong_says_why() -> None:
    game = game_of(without=("talk",))
    new = [verb for verb in game.setting.verbs if verb.code[0] >= a.NAME]
    keys = set()
    for at, (state, _, seat, action) in enumerate(walks(4, 10)):
        if action is None or (state.phase not in NEW and at % 20):
            continue
        menu = legal(state, seat)
        assert menu == sorted(set(menu))
        assert all(refusal(state, seat, each) is None for each in menu[:: max(1, len(menu) // 20)])
        for verb in new:
            some = a.Action(verb.code[0], (*verb.code[1:], *(0 for arg in verb.args for _ in range(arg.least))))
            refused = refusal(state, seat, some)
            assert (refused is None) == (some in menu)
            keys |= {refused.key} if refused else set()
    assert {"other-phase", "cannot-amend", "pay-not-held", "ask-not-towards-mandate", "reopen-not-agreed"} <= keys


def test_a_saved_game_is_the_live_one_and_hostile_events_are_refused() -> None:
    game = game_of(without=("talk",))
    for seed in range(3):
        check, saved, known = EventCheck(game), State(game, seed), []
        for live, events, _, _ in walk(game, seed):
            for event in events:
                check.happened(saved, event)
                fold(saved, [event])
            known += events
            assert saved.key() == live.key()
        fresh = State(game, seed)
        for event in known:
            if isinstance(
                event, ev.StepAnswered | ev.CapitalPaid | ev.ReasonGiven | ev.IssueReopened | ev.PackageAmended
            ):
                with pytest.raises(Unsound):
                    check.happened(fresh, event)


def test_what_was_named_and_who_hesitates_is_public_and_goes_over_the_wire() -> None:
    game = game_of(without=("talk",))
    words = Words(game.setting, the_deck())
    schema = validator("bot-1.schema.json", "decide")
    named = hesitates = 0
    for state, _, seat, action in walks(4, 10):
        if action is None or state.phase not in NEW:
            continue
        seen = view(state, seat)
        page = seat_page(words, seen)
        assert {(each.seat, at, each.level) for at, issue in enumerate(page.text) for each in issue.named} <= {
            (each.seat, each.issue, each.level) for each in state.named
        }
        named += any(issue.named for issue in page.text)
        short = [each.short for each in page.delegations if each.short]
        assert short == ([state.hesitation.short] if state.hesitation else [])
        hesitates += bool(short)
        message = json.loads(bot_messages.line(bot_messages.decide(seen, 1)))
        schema.validate(message)
        assert len(message["view"]["named"]) == len(state.named)
    assert named > 10
    assert hesitates > 3


def test_what_tells_of_a_hidden_hand_cannot_be_taken_back() -> None:
    assert reveals(ev.AmendmentCalled(0))
    assert reveals(ev.GoalGivenUp(0, 0))
    assert not reveals(ev.IssueReopened(0, 1))
    assert not reveals(ev.StepAsked(0, 1, 1, (1, 2)))


def test_an_issue_in_brackets_is_shown_and_cannot_be_reopened() -> None:
    game = game_of(without=("talk",))
    words = Words(game.setting, the_deck())
    seen_closed = 0
    for state, _, seat, action in walks(4, 8):
        if action is not None and state.phase == REOPENING:
            rows = question_at(words, view(state, seat)).rows
            for row, level in zip(rows, state.text, strict=True):
                assert bool(row.refusal) == (level == BRACKETS)
                assert row.lines
                seen_closed += level == BRACKETS
    assert seen_closed > 3


def test_the_second_question_has_the_sentence_that_the_log_will_have() -> None:
    game = game_of(without=("talk",))
    words = Words(game.setting, the_deck())
    verbs, last = set(), None
    for state, events, seat, action in walks(4, 30):
        if last is not None:
            assert last in [tell(words, event) for event in events]
        last = None
        if action is not None and state.phase in NEW and state.phase != STEP_VOTE:
            last = sent(words, view(state, seat), action)
            verbs.add(code_of(action))
    assert {(a.NAME,), (a.ASK,), (a.REOPEN,), (a.PAY, a.PAY_CARD), (a.PAY, a.PAY_NONE)} <= verbs
    assert {(a.AMEND, kind) for kind in range(5)} <= verbs


def test_no_english_of_the_house_is_left_in_the_questions_under_the_pseudo_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    game = game_of(without=("talk",))
    words = Words(game.setting, the_deck())
    seen: set[int] = set()
    monkeypatch.setenv("SUMMIT_LANGUAGE", "en")
    choose("xx")
    try:
        for state, _, seat, action in walks(4, 20):
            if action is None or state.phase not in NEW or state.phase in seen:
                continue
            seen.add(state.phase)
            question = question_at(words, view(state, seat))
            said = [question.title, question.text, *(line.text for line in question.lines)]
            said += [line.text for row in question.rows for line in row.lines]
            for text in said:
                assert any(not letter.isascii() for letter in text), text
    finally:
        choose("en")
    assert seen == set(NEW)
