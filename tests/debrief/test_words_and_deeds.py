"""Words and deeds are those of the game: counted anew from what the delegations themselves know at the end (R19)."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from talked import TABLES, deeds, exchanges, held, talked, told

from summit_game.debrief.ledger import moved
from summit_game.engine import actions as a
from summit_game.engine.board import BROKEN, DONE, GONE, KEPT, OPEN, SHOWN, Exchange
from summit_game.engine.talk import sounded, terms
from summit_game.words.names import Words
from summit_game.words.spoken import act_in_words

SEEDS = sorted(TABLES)
EVERYBODY = -1
clause = pytest.mark.clause
games = pytest.mark.parametrize("seed", SEEDS)


# --- counted anew ---------------------------------------------------------------------------------------------------


@games
@clause("R19.2")
def test_pairs_are_counted_from_what_was_said(seed: int) -> None:
    talk = exchanges(seed)
    asks = (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND)
    claims = (a.SAY_NEED, a.SAY_FREE, a.ALL_NEED, a.ALL_FREE)
    agreed = [each for each in talk if each.said[1] == a.OFFER and each.answers and each.answers[-1][1] == a.AGREE]
    assert deeds(seed).messages == len(talk)
    by_pair = {(each.seat, each.to): each for each in deeds(seed).pairs}
    seats = range(4)
    for pair in [*permutations(seats, 2), *((seat, EVERYBODY) for seat in seats)]:
        mine = [each for each in talk if (each.seat, each.to) == pair]
        back = [each for each in talk if (each.to, each.seat) == pair and each.said[1] in asks]
        words = [each.words[0] for each in mine if each.said[1] == a.OFFER]
        back_words = [each for each in talk if (each.to, each.seat) == pair]
        words += [each.words[1] for each in back_words if each.said[1] == a.OFFER]
        words += [each.words[1] for each in back_words if each.said[1] == a.SOUND and each.answers[-1][1] == a.YES]
        counts = (
            len(mine),
            sum(each.said[1] in asks for each in mine),
            sum(each.said[1] in claims for each in mine)
            + sum(bool(each.answers) and each.answers[-1][1] != a.DECLINE for each in back),
            sum(each.said[1] == a.OFFER for each in mine),
            sum({each.seat, each.to} == set(pair) for each in agreed),
            words.count(KEPT),
            words.count(BROKEN) + words.count(SHOWN),
        )
        if pair not in by_pair:
            assert not any(counts), pair
            continue
        row = by_pair[pair]
        assert (row.sent, row.asked, row.told, row.offered, row.agreed, row.kept, row.broken) == counts, pair


@games
@clause("R19.9")
@clause("R19.10")
def test_what_all_saw_is_what_the_rule_module_counted(seed: int) -> None:
    state = talked(seed).table.state
    module = next(each for each in state.rules.modules if each.id == "talk")
    for archive in (False, True):
        by_pair = {(each.seat, each.to): each for each in deeds(seed, archive).pairs}
        for pair in permutations(range(4), 2):
            row = by_pair.get(pair)
            assert (row.both_kept if row else 0) == module.kept(state, *pair)
            assert (row.accused if row else 0) == module.broken(state, *pair)


@games
@clause("R19.8")
def test_understandings_are_worth_what_the_briefs_say(seed: int) -> None:
    setting, briefs = talked(seed).table.setting, held(seed)
    words = Words(setting, talked(seed).deck)
    agreed = [each for each in exchanges(seed) if each.answers and each.answers[-1][1] == a.AGREE]
    found = deeds(seed).understandings
    assert len(found) == len(agreed)
    signs = [each for each in told(seed, True).votes if not each.changes]
    stands = {KEPT: "kept", BROKEN: "broken", SHOWN: "broken", GONE: "withdrawn", OPEN: "open"}
    for row, each in zip(sorted(found, key=lambda one: one.moment), agreed, strict=True):
        give, get = terms(each)
        assert (row.seat, row.to, row.round) == (each.seat, each.to, each.round)
        assert (row.give, row.get) == (act_in_words(words, give), act_in_words(words, get))
        assert row.stands == (stands[each.words[0]], stands[each.words[1]])
        counted = set()
        for act, points in ((give, row.give_points), (get, row.get_points)):
            kind, about = setting.acts[act]
            expected = None
            if kind in (a.ACT_LET, a.ACT_TABLE, a.ACT_LATER):
                issue, level = setting.changes[about]
                before = max(0, each.text[issue])
                both = [briefs[seat].brief.values[issue] for seat in (each.seat, each.to)]
                expected = tuple(values[level] - values[before] for values in both)
                counted.add((about, expected))
            elif kind == a.ACT_SIGN:
                first = next((vote for vote in signs if vote.moment > row.moment), None)
                if first is not None and first.round <= each.round + 1:
                    expected = (first.deltas[each.seat], first.deltas[each.to])
                    counted.add((-1, expected))
            assert points == expected
        together = tuple(sum(points[at] for _, points in counted) for at in (0, 1)) if counted else None
        assert row.points == together


def expected_mark(seed: int, each: Exchange) -> str:
    """What an answer was, by the ballots that the state has on record and the brief."""
    state = talked(seed).table.state
    setting, brief = state.setting, held(seed)[each.to].brief
    kind, *values = each.answers[-1][1:]
    if kind == a.DECLINE:
        return "declined"
    if each.said[1] in (a.ASK_FIRST, a.ASK_CHEAP):
        sign = 1 if each.said[1] == a.ASK_FIRST else -1
        room = [sign * (max(row) - row[max(0, now)]) for row, now in zip(brief.values, each.text, strict=True)]
        open_ = [room[at] for at, level in enumerate(each.text) if level < 0]
        named = values[0]
        first_open = bool(open_) and each.text[named] < 0 and room[named] == max(open_)
        return "true" if room[named] == max(room) or first_open else "shaded"
    if each.said[1] != a.SOUND:
        return "not-judged"
    asked = set(sounded(setting, each))
    level = {setting.changes[values[0]]} if kind == a.ONLY else set()
    with_level = {change for change in asked if change[0] not in {issue for issue, _ in level}} | level
    for ballot in state.record[each.votes :]:
        if ballot.round != each.round or ballot.tabler != each.seat or set(ballot.changes) not in (asked, with_level):
            continue
        let = each.to not in ballot.objectors
        if kind == a.YES:
            return "true" if let else "shaded"
        if kind == a.NO or set(ballot.changes) != with_level:
            return "shaded" if let else "true"
        return "true" if let else "shaded"
    return "not-judged"


@games
@clause("R19.3")
@clause("R19.13")
def test_answers_are_marked_by_brief_and_vote(seed: int) -> None:
    asked = [each for each in exchanges(seed) if each.said[1] in (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND)]
    found = deeds(seed).answers
    assert [each.mark for each in found] == [expected_mark(seed, each) for each in asked]
    assert [(each.seat, each.to) for each in found] == [(each.to, each.seat) for each in asked]


def test_the_games_have_every_kind_of_answer_and_word() -> None:
    assert {each.mark for seed in SEEDS for each in deeds(seed).answers} == {"true", "shaded", "declined", "not-judged"}
    assert {how for seed in SEEDS for each in deeds(seed).understandings for how in each.stands} == {
        "kept", "broken", "open",
    }  # fmt: skip
    assert {each.kind for seed in SEEDS for each in deeds(seed).seen} == {"both-kept", "accused", "without-level"}


@games
@clause("R19.11")
@clause("R19.14")
def test_warnings_end_as_their_words_stand(seed: int) -> None:
    warnings = [each for each in exchanges(seed) if each.said[1] == a.WARN]
    ends = {(KEPT, DONE): "carried-out", (BROKEN, DONE): "empty", (GONE, DONE): "no-occasion", (OPEN, OPEN): "open"}
    for row, each in zip(deeds(seed).warnings, warnings, strict=True):
        assert row.outcome in (("heeded", "withdrawn") if each.words == (GONE, GONE) else (ends[each.words],))


# --- questions ------------------------------------------------------------------------------------------------------


@games
def test_the_trade_asked_about_is_the_best_that_nobody_tried(seed: int) -> None:
    state, briefs = talked(seed).table.state, held(seed)
    setting = state.setting
    tried = [set(each.changes) for each in state.record]
    for each in exchanges(seed):
        if each.said[1] == a.SOUND:
            tried.append(set(sounded(setting, each)))
        elif each.said[1] == a.OFFER:
            for some in (terms(each), each.said[3:5]):
                acts = [setting.acts[at] for at in some]
                tried.append({setting.changes[at] for kind, at in acts if kind in (0, 1, 2)})
    best, count = (0, 0), 0
    for one, two in permutations(setting.seats, 2):
        for pair in combinations(setting.changes, 2):
            if pair[0][0] == pair[1][0] or any(set(pair) <= some for some in tried):
                continue
            if any(setting.seat_specs[seat].red[issue][level] for seat in (one, two) for issue, level in pair):
                continue
            gains = [[moved(briefs[seat], at, state.text[at], to) for at, to in pair] for seat in (one, two)]
            (mine, cost), (loss, theirs) = gains
            if mine > 0 > cost and theirs > 0 > loss and min(mine + cost, loss + theirs) > 0:
                count += 1
                best = max(best, (min(mine + cost, loss + theirs), mine + cost + loss + theirs))
    asked = [each for each in told(seed, True).word_questions if "sound it out" in each.text]
    assert bool(asked) == bool(count)
    if asked:
        points, *_, told_count = asked[0].facts
        numbers = sorted(int(part) for part in points.split() if part.isdigit())
        assert (numbers[0], sum(numbers)) == best
        assert f"the best of {count} " in told_count or count == 1
    assert not [each for each in told(seed, False).word_questions if "sound it out" in each.text]


@games
@pytest.mark.parametrize("archive", [False, True])
def test_questions_have_facts_and_moments(seed: int, archive: bool) -> None:
    debrief = told(seed, archive)
    assert 0 < len(debrief.word_questions) <= 3
    for each in debrief.word_questions:
        assert each.text.endswith("?")
        assert each.facts
        assert all(fact.endswith(".") and ".." not in fact for fact in each.facts), each.facts
        assert all(0 <= moment < len(debrief.moments) for moment in each.moments)


@games
def test_whose_word_was_worth_most_is_counted_from_kept_acts(seed: int) -> None:
    found, debrief = deeds(seed), told(seed, True)
    (question,) = [each for each in debrief.word_questions if each.text.startswith("Whose word")] or [None]
    worth = dict.fromkeys(range(4), 0)
    for each in found.understandings:
        if each.stands[0] == "kept" and each.give_points:
            worth[each.seat] += each.give_points[1]
        if each.stands[1] == "kept" and each.get_points:
            worth[each.to] += each.get_points[0]
    if question is not None:
        for seat, points in worth.items():
            if points:
                (fact,) = [fact for fact in question.facts if fact.startswith(debrief.seats[seat])]
                assert f"worth {points} point" in fact
