"""Questions for the room come from this game: three to five, with facts that hold and moments to look at."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from played import finished, sitting

from summit_game.debrief.analyse import analyse
from summit_game.debrief.model import RESULTS, Debrief
from summit_game.debrief.moments import tell_all
from summit_game.debrief.questions import bargain, conduct
from summit_game.debrief.questions.case import Case
from summit_game.deck import words as deck_words
from summit_game.engine import events as ev
from summit_game.engine.board import BRACKETS
from summit_game.engine.queries import decisive
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.words.names import Words

GAMES = (*range(40), 51, 58)
"""The last two end in conflict, as few games do."""
REFUSED_AT_HOME = (15, 34, 37, 55, 62, 63, 77)
"""A text was signed that was worth the fallback to everybody, and a capital refused it."""


@cache
def case_of(seed: int) -> Case:
    """The finished game of a seed, to ask about."""
    played, found = finished(seed)
    table = played.table
    words = Words(table.setting, played.deck)
    told = tell_all(words, table.history.line(), State(table.game, table.seed), RESULTS)
    return Case(words, told, found)


def check(found: Debrief) -> None:
    assert 3 <= len(found.questions) <= 5
    assert len({each.text for each in found.questions}) == len(found.questions)
    for each in found.questions:
        assert each.text.endswith("?")
        assert each.facts
        assert all(fact.endswith(".") and ".." not in fact for fact in each.facts), each.facts
        assert all(0 <= moment < len(found.moments) for moment in each.moments)


def test_every_finished_game_has_three_to_five_questions_with_facts() -> None:
    for seed in GAMES:
        _, found = finished(seed)
        check(found)
        assert found.out_of_role == say("debrief-out-of-role")


@pytest.mark.parametrize("moves", [0, 1, 3, 15, 60])
def test_a_game_that_goes_on_has_them_too(moves: int) -> None:
    for seed in range(4):
        played = sitting(seed, moves)
        check(analyse(played))
        check(analyse(played, archive=True))


def test_the_same_game_gives_the_same_questions() -> None:
    for seed in range(5):
        assert analyse(sitting(seed)).questions == finished(seed)[1].questions


def test_every_kind_of_question_is_asked_in_some_game() -> None:
    makers = (
        bargain.possible, bargain.trade, bargain.blockers, bargain.missed, conduct.broken,
        conduct.objections, conduct.tipped, conduct.conflict, conduct.kept,
    )  # fmt: skip
    asked = {make.__name__: 0 for make in makers}
    for seed in GAMES:
        case = case_of(seed)
        for make in makers:
            question = make(case)
            if question is not None:
                asked[make.__name__] += 1
                check(
                    replace(
                        finished(seed)[1],
                        questions=(question, conduct.still_open(case), conduct.expected(case)),
                    )
                )
    assert all(asked.values()), asked


def test_a_deal_became_possible_at_the_first_moment_worth_no_deal_to_all() -> None:
    reached = never = 0
    for seed in GAMES:
        _, found = finished(seed)
        question = bargain.possible(case_of(seed))
        assert question is not None
        enough = [
            at
            for at, each in enumerate(found.moments)
            if all(value >= least for value, least in zip(each.values, each.walk_away, strict=True))
        ]
        if enough:
            reached += 1
            assert question.moments == (enough[0],)
            for name, value, least in zip(
                found.seats, found.moments[enough[0]].values, found.moments[enough[0]].walk_away, strict=True
            ):
                assert f"{name} {value} against {least}" in " ".join(question.facts)
        else:
            never += 1
            assert "points missing" in question.facts[0]
    assert reached
    assert never


def test_what_paid_for_what_adds_up_to_the_package() -> None:
    for seed in GAMES:
        case = case_of(seed)
        question = bargain.trade(case)
        if question is None:
            continue
        (moment,) = question.moments
        vote = next(each for each in case.found.votes if each.moment == moment)
        assert vote.passed
        assert len(vote.changes) > 1
        for name, delta in zip(case.found.seats, vote.deltas, strict=True):
            told = next((fact for fact in question.facts if fact.startswith(f"{name}: ")), None)
            assert told is None if not delta and told is None else told.endswith(f"together {delta:+d}.")


def test_who_kept_silence_could_really_have_stopped_it() -> None:
    for seed in GAMES:
        case = case_of(seed)
        question = bargain.blockers(case)
        if question is None:
            continue
        (moment,) = question.moments
        vote = next(each for each in case.found.votes if each.moment == moment)
        levels = vote.changes or tuple(
            (issue, level) for issue, level in enumerate(case.found.moments[moment].text) if level != BRACKETS
        )
        seat = next(
            at for at, name in enumerate(case.found.seats) if f"An objection of {name} alone" in question.facts[1]
        )
        assert seat not in vote.objectors
        assert seat != vote.tabler
        assert decisive(case.told.state, seat, levels)
        assert case.found.seats[seat] in question.text
        if vote.changes:
            assert f"{vote.deltas[seat]:+d} points" in question.facts[0]
            assert vote.deltas[seat] < 0


def test_a_broken_promise_is_shown_with_what_moved_at_once() -> None:
    for seed in GAMES:
        case = case_of(seed)
        question = conduct.broken(case)
        if question is None:
            continue
        made, checked = question.moments
        row = next(each for each in case.found.promises if each.kept is False)
        assert (made, row.seat) == (row.moment, case.found.moments[made].seat)
        assert case.found.seats[row.seat] in question.text
        said = case.found.moments[checked].said
        assert any(
            ("broke its promise" in line or "broke their promise" in line) and case.found.seats[row.seat] in line
            for line in said
        )
        moved = [fact for fact in question.facts if fact in said]
        assert moved, "credibility or trust moved"


def test_the_counts_of_objections_are_those_of_the_votes() -> None:
    for seed in GAMES:
        _, found = finished(seed)
        question = conduct.objections(case_of(seed))
        packages = [each for each in found.votes if each.changes]
        counts = {name: sum(at in each.objectors for each in packages) for at, name in enumerate(found.seats)}
        if question is None:
            assert not packages
        elif any(counts.values()):
            for name, count in counts.items():
                assert (f"{name} {count}" in question.facts[0]) == (count > 0)


def test_whoever_used_a_right_is_not_asked_what_it_gave_up() -> None:
    asked = {True: 0, False: 0}
    for seed in GAMES:
        case = case_of(seed)
        question = conduct.objections(case)
        if question is None or not any(each.objectors for each in case.found.votes if each.changes):
            continue
        seat = next(at for at, name in enumerate(case.found.seats) if question.text.startswith(name))
        own = [each.changes for each in case.found.votes if each.changes and seat in each.objectors]
        rights = case.words.setting.seat_specs[seat].rights
        used = any(
            (r.issue, level)
            for r in rights
            for each in own
            for i, level in each
            if i == r.issue and level >= r.from_level
        )
        assert ("give up" in question.text) != used
        asked[used] += 1
    assert all(asked.values())


def test_the_question_after_a_conflict_says_what_the_game_leaves_out() -> None:
    found = [case_of(seed) for seed in GAMES]
    told = [question for case in found if (question := conduct.conflict(case)) is not None]
    assert told
    assert all("not from one delegation's choice" in question.facts[0] for question in told)
    calm = next(case for case in found if conduct.conflict(case) is None)
    assert not any("one delegation's choice" in fact for fact in conduct.tension(calm).facts)


def test_no_question_uses_loaded_words() -> None:
    path = Path(deck_words.__file__).with_name("loaded_words.txt")
    loaded = {
        line.strip().lower() for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] not in "#["
    }
    assert len(loaded) > 10
    for seed in GAMES:
        for question in finished(seed)[1].questions:
            words = set(question.text.lower().replace(",", " ").replace("?", " ").replace(".", " ").split())
            assert words.isdisjoint(loaded | {"fault", "guilty", "blame", "wrong", "liar", "cheated"})


def test_a_treaty_that_the_capitals_refused_is_asked_about_with_their_names() -> None:
    told = 0
    for seed in (*range(1, 30), *REFUSED_AT_HOME):
        played, debrief = finished(seed)
        refused = [
            event.seat
            for entry in played.table.history.line()
            for event in entry.events
            if isinstance(event, ev.CapitalVoted) and not event.ratified
        ]
        for fact in (fact for each in debrief.questions for fact in each.facts if "did not ratify" in fact):
            assert not debrief.in_force
            assert all(debrief.seats[seat] in fact.split("did not ratify")[1] for seat in refused)
            told += 1
    assert told > 2
