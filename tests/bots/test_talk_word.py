"""What a bot's word does to its votes, orders and turns (R19.6, R19.8, R19.11), and when it breaks it."""

from __future__ import annotations

from copy import copy

import pytest
from botgames import talked, talker

from summit_game.bots.keeping import DEAR, Bound
from summit_game.bots.mind import Mind
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import BROKEN, DONE, FLOOR, OPEN, VOTE, Exchange, Package
from summit_game.engine.talk import act_of, agreed_to
from summit_game.engine.talk import word as word_of
from summit_game.engine.view import View, view
from support import talking
from talkbook import TalkCase, cards

KEEPS, BREAKS = {"keep": 100}, {"keep": 0}
LEVELS = (1, 2, 3)


def said_yes(seen: View, package: Package) -> Exchange:
    """The seat of the view was sounded out about a package in this round, and said yes."""
    about = tuple(seen.setting.changes.index(change) for change in package.changes)
    said = (a.MESSAGE, a.SOUND, seen.seat, *about)
    return Exchange(
        90, seen.round, package.tabler, seen.seat, said, tuple(seen.text), ((a.ANSWER, a.YES),), (0, OPEN), seen.round
    )


@pytest.mark.parametrize("level", LEVELS)
def test_a_yes_goes_before_the_vote_unless_it_costs_dear_and_a_word_is_worth_little(level: int) -> None:
    kind, cheap, dear = f"opportunist:{level}", 0, 0
    for seed in range(8):
        for _, bot, seen, _ in talked(talking(4), seed, [kind] * 4):
            if seen.phase != VOTE or seen.package is None or any(level == 0 for _, level in seen.package.changes):
                continue
            mind = Mind(seen, bot.who)
            found = mind.verdict(seen.package.changes)
            if found.accepts or found.reason == "red":
                continue
            promised, without = copy(seen), copy(seen)
            promised.talk, without.talk = (said_yes(seen, seen.package),), ()
            honest, liar = (talker(kind, seed, bot.seat_id, **word) for word in (KEEPS, BREAKS))
            assert honest.decide(promised).action == a.SILENCE_ACTION
            cost = -(found.gain + mind.home_weight * min(0, found.home))
            below = found.after < mind.least and found.gain < 0
            if cost <= DEAR and not below:
                assert liar.decide(promised).action == a.SILENCE_ACTION
                cheap += 1
            else:
                assert liar.decide(promised).action == liar.decide(without).action
                dear += 1
    assert cheap >= 5
    assert dear >= 5


def understanding(give: str, get: str, other: str = "US") -> TalkCase:
    return cards(TalkCase()).understanding("RU", other, give, get)


def orders_of(case: TalkCase, name: str, kind: str, **talk: int) -> set[int]:
    """Kinds of orders that such a bot gives in many games, whatever their seeds are."""
    case.posture(name)
    seen = view(case.state, case.seat(name))
    return {talker(kind, seed, name, **talk).decide(seen).action.args[0] for seed in range(60)}


@pytest.mark.parametrize("level", LEVELS)
def test_who_agreed_to_hold_does_not_build(level: int) -> None:
    case = understanding("hold", "hold").silent()
    arms = {a.BUILD, a.EXERCISE}
    assert not orders_of(case, "US", f"hardliner:{level}", **KEEPS) & arms
    assert orders_of(case, "US", f"hardliner:{level}", **BREAKS) & arms


@pytest.mark.parametrize("level", LEVELS)
def test_who_agreed_to_draw_down_does_so_there(level: int) -> None:
    case = understanding("draw-B", "hold").silent().posture("RU")
    seen = view(case.state, case.seat("RU"))
    for seed in range(20):
        draws = talker(f"hardliner:{level}", seed, "RU", **KEEPS).decide(seen).action
        assert draws == Action(a.ORDER, (a.DRAW, case.zone("B")))


@pytest.mark.parametrize("level", LEVELS)
def test_who_agreed_to_be_quiet_does_not_press(level: int) -> None:
    case = understanding("quiet", "hold").silent()
    assert case.state.phase == FLOOR
    seen = view(case.state, case.seat("RU"))
    assert any(action.verb == a.PRESS for action in seen.legal())
    kept = {talker(f"hardliner:{level}", seed, "RU", **KEEPS).decide(seen).action.verb for seed in range(60)}
    broken = {talker("hardliner:2", seed, "RU", **BREAKS).decide(seen).action.verb for seed in range(60)}
    assert a.PRESS not in kept
    assert a.PRESS in broken


def test_who_agreed_to_step_steps() -> None:
    case = understanding("step", "hold").silent()
    seen = view(case.state, case.seat("RU"))
    assert talker("hardliner:2", 1, "RU", **KEEPS).decide(seen).action.verb == a.STEP


def test_a_word_is_meant_or_not_once_and_for_all() -> None:
    case = understanding("hold", "hold").silent()
    seen = view(case.state, case.seat("US"))
    for seed in range(10):
        who = talker("opportunist:2", seed, "US", keep=50).who
        deeds = {bool(Bound(seen, who, seed).deeds) for _ in range(5)}
        assert len(deeds) == 1
    meant = [bool(Bound(seen, talker("opportunist:2", s, "US", keep=50).who, s).deeds) for s in range(200)]
    assert 70 < sum(meant) < 130


# --- warnings ---------------------------------------------------------------------------------------------------------


def test_who_is_warned_does_not_build_unless_it_is_firm_and_the_other_not_believed() -> None:
    case = cards(TalkCase()).says("RU", "warn US build else press").silent()
    assert a.BUILD not in orders_of(case, "US", "hardliner:2", firm=4)
    case.home("RU", credibility=1)
    assert a.BUILD in orders_of(case, "US", "hardliner:2", firm=4)
    assert a.BUILD not in orders_of(case, "US", "hardliner:2", firm=2)


def test_who_warned_builds_if_the_other_did() -> None:
    case = cards(TalkCase()).says("RU", "warn US build else build").silent()
    case.round_ends(US="build F")
    assert case.words("US") == (OPEN, DONE)
    case.next_round().silent()
    assert orders_of(case, "RU", "cooperator:2", firm=1) == {a.BUILD}


def test_who_warned_of_it_objects_to_a_package_that_it_would_let_pass() -> None:
    case = cards(TalkCase()).says("RU", "warn US press else object").silent()
    seen = view(case.state, case.seat("RU"))
    values = seen.held.brief.values
    thought = copy(seen)
    thought.phase = VOTE
    (warning,) = seen.talk
    for done, firm, action in ((OPEN, 4, a.SILENCE_ACTION), (DONE, 4, a.OBJECT_ACTION), (DONE, 0, a.SILENCE_ACTION)):
        for issue, level in seen.setting.changes:
            gain = 2 * values[issue][level] - values[issue][1] - values[issue][min(2, len(values[issue]) - 1)]
            if 2 <= gain <= 12 and seen.setting.seat_specs[seen.seat].out[issue][level] == 0:
                thought.package = Package(case.seat("US"), ((issue, level),), (), ())
                thought.talk = (warning._replace(words=(OPEN, done)),)
                assert talker("cooperator:2", 1, "RU", firm=firm).decide(thought).action == action
                break
        else:
            raise AssertionError("no package fits")


KINDS = ("cooperator:2", "hardliner:3", "by-the-book:2", "opportunist:1")


@pytest.mark.parametrize(("word", "breaks"), [(KEEPS, False), (BREAKS, True)])
def test_deeds_of_understandings_are_kept_in_whole_games(word: dict[str, int], breaks: bool) -> None:
    """What is broken in spite of a word that is always kept is no deed."""
    broken: set[tuple[int, int]] = set()
    for seed in range(4):
        for _, _, seen, _ in talked(talking(4), seed, list(KINDS), **word):
            broken |= {
                (seed, each.number)
                for each in seen.talk
                if each.said[1] == a.OFFER
                and agreed_to(each)
                and word_of(each, seen.seat) == BROKEN
                and seen.setting.acts[act_of(each, seen.seat)][0] in (a.ACT_HOLD, a.ACT_QUIET, a.ACT_DRAW)
            }
    assert bool(broken) == breaks
