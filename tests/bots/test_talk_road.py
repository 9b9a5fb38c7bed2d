"""What level 3 plans over two packages (R19), what of it was asked for, and what a broken word does to a vote."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

import pytest
from botgames import talked, talker

from summit_game.bots.heard import WHOLE, Heard
from summit_game.bots.mind import Mind, after
from summit_game.bots.planner import Planner
from summit_game.bots.road import STEPS, Road
from summit_game.engine import actions as a
from summit_game.engine.amendment import told_package, written
from summit_game.engine.board import BROKEN, FLOOR, NO_WORD, OPEN, VOTE, Changes, Exchange, Package
from summit_game.engine.talk import sounded
from summit_game.engine.view import View, view
from support import talking
from talkbook import TalkCase, cards

MIXED = ["by-the-book:3", "hardliner:3", "cooperator:2", "opportunist:3"]
US = 1


def exchange(seen: View, to: int, kind: int, about: Changes, *answer: int) -> Exchange:
    """The seat of the view asked another in this round, and was answered so."""
    numbers = {change: at for at, change in enumerate(seen.setting.changes)}
    said = (a.MESSAGE, kind, to, *(numbers[change] for change in about))
    words = (NO_WORD, OPEN if answer[0] == a.YES else NO_WORD)
    return Exchange(90, seen.round, seen.seat, to, said, tuple(seen.text), ((a.ANSWER, *answer),), words, seen.round)


def hearing(seen: View, *talk: Exchange) -> View:
    result = copy(seen)
    result.talk = talk
    return result


@pytest.fixture
def seen() -> View:
    case = cards(TalkCase()).silent()
    return view(case.state, case.seat("RU"))


# --- the road ---------------------------------------------------------------------------------------------------------


def test_the_road_leads_to_a_text_that_is_worth_more_with_what_is_within_reach() -> None:
    found = 0
    for seed in range(2):
        for _, bot, seen, _ in talked(talking(4), seed, MIXED):
            turn = bot.turn(seen)
            if seen.phase != FLOOR or not isinstance(turn, Planner):
                continue
            road, mind, outlook = turn.road, turn.mind, turn.outlook
            reach = {seen.setting.asks[card] for card in seen.proposals} | turn.heard.missing
            reach |= {seen.setting.gives[card] for card in seen.concessions}
            assert set(road.changes) <= reach
            assert len({issue for issue, _ in road.changes}) == len(road.changes) <= STEPS
            assert not mind.red(road.changes)
            ends = [
                max(0, mind.expected(text) - mind.walk) * outlook.sign_odds(text) // WHOLE
                for text in (tuple(seen.text), after(seen.text, road.changes))
            ]
            assert road.better == ends[1] - ends[0]
            assert (road.better > 0) == bool(road.changes)
            found += bool(road.changes)
    assert found >= 10


def test_packages_count_more_for_each_step_and_less_if_they_lead_away() -> None:
    road = Road(((0, 2), (3, 1)), 600)
    assert road.leads(((0, 2), (3, 1))) == 2 * road.leads(((0, 2),)) == 300
    assert road.leads(((0, 1),)) == -road.leads(((0, 2),))
    assert road.leads(((1, 1),)) == 0
    assert Road((), 0).leads(((0, 1),)) == 0


def test_a_level_that_is_missing_comes_within_reach(seen: View) -> None:
    bot = talker("cooperator:3", 1, "RU")
    plain = bot.turn(seen)
    assert isinstance(plain, Planner)
    reached = 0
    for at, change in enumerate(seen.setting.changes):
        turn = bot.turn(hearing(seen, exchange(seen, US, a.ASK_SIGN, (), a.MISSING, at)))
        assert isinstance(turn, Planner)
        reached += change in turn.road.changes and change not in plain.road.changes
    assert reached > 0


def test_without_talk_a_package_counts_as_it_did(seen: View) -> None:
    turn = talker("cooperator:3", 1, "RU").turn(seen)
    assert isinstance(turn, Planner)
    step = turn.road.changes[:1]
    loud = turn.weigh(step, turn.mind.verdict(step), WHOLE)
    quiet = copy(seen)
    quiet.setting = replace(seen.setting, options=seen.setting.options._replace(talk=0))
    without = talker("cooperator:3", 1, "RU").turn(quiet)
    assert loud - without.weigh(step, without.mind.verdict(step), WHOLE) == turn.road.leads(step) > 0


# --- what was asked for -----------------------------------------------------------------------------------------------


def test_a_level_is_written_only_into_the_package_for_which_it_was_asked_or_where_it_is_missing() -> None:
    wrote = 0
    for seed in range(6):
        for _, _, seen, action in talked(
            talking(4), seed, ["by-the-book:2", "hardliner:3", "cooperator:2", "opportunist:3"]
        ):
            if action.verb != a.WRITE:
                continue
            changes = told_package(seen, seen.seat, action).changes
            level = seen.setting.changes[action.args[0]]
            told = [each for each in seen.talk if each.answers and each.seat == seen.seat]
            wanted = [each for each in told if each.answers[-1][1:] == (a.ONLY, action.args[0])]
            missing = any(each.answers[-1][1] == a.MISSING for each in told)
            exact = any(set(written(seen, sounded(seen.setting, each), level)) == set(changes) for each in wanted)
            assert exact or missing
            wrote += exact
    assert wrote >= 1


# --- a broken word ----------------------------------------------------------------------------------------------------


def broken(seen: View, tabler: int) -> View:
    """Another has broken an understanding with the seat of the view in this round."""
    hold = seen.setting.acts.index((a.ACT_HOLD, -1))
    said = (a.MESSAGE, a.OFFER, seen.seat, hold, hold)
    each = Exchange(
        91, seen.round, tabler, seen.seat, said, tuple(seen.text), ((a.ANSWER, a.AGREE),), (BROKEN, OPEN), seen.round
    )
    return hearing(seen, each)


def test_who_broke_its_word_is_let_pass_less_as_long_as_it_is_remembered(seen: View) -> None:
    passed = dict.fromkeys((0, 3), 0)
    for change in seen.setting.changes:
        thought = broken(seen, US)
        thought.phase, thought.package = VOTE, Package(US, (change,), (), ())
        for memory in passed:
            bot = talker("opportunist:2", 1, "RU", memory=memory)
            passed[memory] += bot.decide(thought).action == a.SILENCE_ACTION
        plain = copy(thought)
        plain.talk = ()
        forgot = talker("opportunist:2", 1, "RU", memory=0)
        assert forgot.decide(thought).action == forgot.decide(plain).action
    assert 0 < passed[3] < passed[0]


def test_without_memory_everybody_is_believed_and_offered_something(seen: View) -> None:
    wronged = broken(seen, US)
    assert Heard(wronged, memory=3).believed(US) == WHOLE // 3
    assert Heard(wronged, memory=0).believed(US) == WHOLE
    assert talker("opportunist:2", 1, "RU", memory=3).turn(wronged).wronged_by(US)
    assert not talker("opportunist:2", 1, "RU", memory=0).turn(wronged).wronged_by(US)
    assert (
        Mind(seen, talker("opportunist:2", 1, "RU").who).now == Mind(wronged, talker("opportunist:2", 1, "RU").who).now
    )
