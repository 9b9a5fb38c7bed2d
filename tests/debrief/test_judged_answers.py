"""How one answer, one word and one warning are judged, case by case (R19)."""

from __future__ import annotations

import pytest
from talked import held, talked

from summit_game.debrief.analyse import analyse
from summit_game.debrief.model import VoteRow
from summit_game.debrief.words_and_deeds.exchanges import Run
from summit_game.debrief.words_and_deeds.judging import mark, points_of_act, together
from summit_game.debrief.words_and_deeds.tell import became
from summit_game.engine import actions as a
from summit_game.engine.board import BROKEN, DONE, GONE, KEPT, OPEN, TALK, Exchange
from summit_game.engine.notation import parse_action
from summit_game.table.opening import Sitting
from summit_game.table.table import Table
from support import DECK, talking, the_deck, with_talk

clause = pytest.mark.clause
US, RU = 1, 0
SETTING = talked(0).table.setting
BRACKETS = (-1,) * len(SETTING.issues)
SOUNDED, LEVEL = SETTING.changes.index((0, 1)), SETTING.changes.index((1, 2))
PACKAGE = (SETTING.changes[SOUNDED],)
WITH_LEVEL = (*PACKAGE, SETTING.changes[LEVEL])


def run(said: tuple[int, ...], *answer: int, text: tuple[int, ...] = BRACKETS, words=(0, 0)) -> Run:
    """RU says something to US in round 2, at moment 10; the answer comes at moment 11."""
    answers = ((a.ANSWER, *answer),) if answer else ()
    return Run(Exchange(1, 2, RU, US, (a.MESSAGE, *said), text, answers, words), 10, 11)


def vote(changes, objectors=(), round_: int = 2, moment: int = 20, tabler: int = RU, deltas=()) -> VoteRow:
    return VoteRow(moment, round_, tabler, changes, "", objectors, not objectors, deltas)


@clause("R19.3")
@pytest.mark.parametrize(
    ("answer", "changes", "objectors", "expected"),
    [
        ((a.YES,), PACKAGE, (), "true"),
        ((a.YES,), PACKAGE, (US,), "shaded"),
        ((a.YES,), PACKAGE, (3,), "true"),
        ((a.NO,), PACKAGE, (US,), "true"),
        ((a.NO,), PACKAGE, (), "shaded"),
        ((a.ONLY, LEVEL), PACKAGE, (US,), "true"),
        ((a.ONLY, LEVEL), PACKAGE, (), "shaded"),
        ((a.ONLY, LEVEL), WITH_LEVEL, (), "true"),
        ((a.ONLY, LEVEL), WITH_LEVEL[::-1], (US,), "shaded"),
        ((a.YES,), WITH_LEVEL, (US,), "not-judged"),
        ((a.NO,), WITH_LEVEL[1:], (), "not-judged"),
    ],
)
def test_an_answer_to_a_sounding_is_judged_by_the_vote(answer, changes, objectors, expected: str) -> None:
    asked = run((a.SOUND, US, SOUNDED), *answer)
    assert mark(SETTING, asked, [vote(changes, objectors)], held(0)) == expected


@clause("R19.3")
def test_only_the_first_vote_of_that_round_on_a_package_of_the_asker_counts() -> None:
    asked = run((a.SOUND, US, SOUNDED), a.YES)
    for other in (
        vote(PACKAGE, (US,), round_=3),
        vote(PACKAGE, (US,), moment=9),
        vote(PACKAGE, (US,), tabler=2),
        vote((), (US,)),
    ):
        assert mark(SETTING, asked, [other], held(0)) == "not-judged"
        assert mark(SETTING, asked, [other, vote(PACKAGE)], held(0)) == "true"
    assert mark(SETTING, asked, [vote(PACKAGE, (US,)), vote(PACKAGE, moment=30)], held(0)) == "shaded"


@clause("R19.3")
@pytest.mark.parametrize(("question", "pick"), [(a.ASK_FIRST, max), (a.ASK_CHEAP, min)])
def test_which_issue_matters_is_judged_by_the_brief(question: int, pick) -> None:
    rows = held(0)[US].brief.values
    room = [max(row) - row[0] for row in rows]
    for issue in range(len(rows)):
        expected = "true" if room[issue] == pick(room) else "shaded"
        assert mark(SETTING, run((question, US), a.TELL, issue), [], held(0)) == expected
    assert len(set(room)) > 1


@clause("R19.3")
def test_the_issue_in_brackets_that_matters_most_is_true_too() -> None:
    rows = held(0)[US].brief.values
    room = [max(row) - row[0] for row in rows]
    first = room.index(max(room))
    text = tuple(0 if at == first else -1 for at in range(len(rows)))
    rest = [each for at, each in enumerate(room) if at != first]
    for issue in range(len(rows)):
        expected = "true" if room[issue] in (max(room), max(rest)) else "shaded"
        assert mark(SETTING, run((a.ASK_FIRST, US), a.TELL, issue, text=text), [], held(0)) == expected


@clause("R19.3")
def test_silence_is_declined_and_a_signature_is_not_judged() -> None:
    assert mark(SETTING, run((a.ASK_FIRST, US), a.DECLINE), [], held(0)) == "declined"
    for answer in ((a.YES,), (a.NO,), (a.MISSING, LEVEL)):
        assert mark(SETTING, run((a.ASK_SIGN, US), *answer), [vote((), (US,))], held(0)) == "not-judged"


def _act(kind: int, about: int = -1) -> int:
    return next(at for at, each in enumerate(SETTING.acts) if each[0] == kind and (about < 0 or each[1] == about))


@clause("R19.8")
def test_a_signature_is_worth_the_first_text_put_to_the_question_in_its_term() -> None:
    act, asked = _act(a.ACT_SIGN), run((a.OFFER, US, 0, 0), a.AGREE)
    first, second = vote((), deltas=(5, -3, 0, 0)), vote((), moment=30, deltas=(9, 9, 9, 9))
    assert points_of_act(SETTING, act, asked, [first, second], held(0)) == (5, -3)
    assert points_of_act(SETTING, act, asked, [vote(PACKAGE, deltas=(1, 1, 1, 1)), first], held(0)) == (5, -3)
    assert points_of_act(SETTING, act, asked, [vote((), round_=4, deltas=(5, -3, 0, 0))], held(0)) is None
    assert points_of_act(SETTING, act, asked, [vote((), moment=9, deltas=(5, -3, 0, 0))], held(0)) is None
    assert points_of_act(SETTING, _act(a.ACT_QUIET), asked, [first], held(0)) is None


@clause("R19.8")
def test_one_change_of_two_acts_counts_once() -> None:
    table, let = _act(a.ACT_TABLE, SOUNDED), _act(a.ACT_LET, SOUNDED)
    other, quiet = _act(a.ACT_LET, LEVEL), _act(a.ACT_QUIET)
    assert together(SETTING, (table, let), [(4, 6), (4, 6)]) == (4, 6)
    assert together(SETTING, (table, other), [(4, 6), (-1, 2)]) == (3, 8)
    assert together(SETTING, (table, quiet), [(4, 6), None]) == (4, 6)
    assert together(SETTING, (quiet, quiet), [None, None]) is None


@clause("R19.11")
@clause("R19.14")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((GONE, GONE), "heeded"),
        ((KEPT, DONE), "carried-out"),
        ((BROKEN, DONE), "empty"),
        ((GONE, DONE), "no-occasion"),
        ((OPEN, DONE), "open"),
        ((OPEN, OPEN), "open"),
    ],
)
def test_what_became_of_a_warning(words: tuple[int, int], expected: str) -> None:
    warned = run((a.WARN, US, 0, 0), words=words)
    assert became(warned) == expected
    warned.withdrawn = True
    assert became(warned) == "withdrawn"


@clause("R19.11")
def test_what_is_taken_back_is_told_so() -> None:
    table = Table(talking(4, 6), 5)
    table.talk_between = True
    table.start()
    while table.state.phase != TALK:
        table.submit(table.asks_now[0], parse_action(table.setting, "promise none"))
    for seat, said in (
        (RU, "offer US quiet for quiet"), (US, "counter mine hold"), (RU, "agree"), (RU, "withdraw US"),
        (RU, "warn US press else object"), (RU, "withdraw US"), (RU, "say all need ENL"),
    ):  # fmt: skip
        assert table.asks_now == (seat,)
        table.submit(seat, parse_action(table.setting, said))
    sitting = Sitting("a-game", with_talk(the_deck(DECK), 6), table)
    found = analyse(sitting, archive=True).words_and_deeds
    assert found is not None
    (agreed,) = found.understandings
    assert (agreed.seat, agreed.to, agreed.stands) == (RU, US, ("withdrawn", "withdrawn"))
    assert agreed.get.startswith("neither build")
    assert [each.outcome for each in found.warnings] == ["withdrawn"]
    assert [(each.seat, each.to, each.sent, each.told) for each in found.pairs if each.to < 0] == [(RU, -1, 1, 1)]
    closed = analyse(sitting).words_and_deeds
    assert closed is not None
    assert (closed.understandings, closed.warnings, closed.messages) == ((), (), 5)
