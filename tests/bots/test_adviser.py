"""The adviser: one or two legal moves with reasons, the same in all games that the delegation cannot tell apart."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "engine"))

from botgames import steps
from test_secrecy import other_world

from summit_game.bots.adviser import Adviser, advice
from summit_game.bots.kinds import KINDS
from summit_game.bots.script import neutral, script_names
from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR, PHASES, POSTURE, TALK, VOTE
from summit_game.engine.floor import package_changes
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from support import SECOND_DECK, game_of, random_walk, talking

KINDS_AT = ["cooperator:2", "hardliner:2", "by-the-book:2", "opportunist:2"]


def games() -> Iterator[tuple[State, View]]:
    """Decisions of games with and without talk, played by bots."""
    for game, seats, seed in ((talking(4), 4, 1), (game_of(4), 4, 2), (game_of(2, deck=SECOND_DECK), 2, 3)):
        yield from ((state, seen) for state, _, seen, _ in steps(game, seed, KINDS_AT[:seats]))


def test_it_advises_one_or_two_legal_moves_that_differ_each_with_a_reason() -> None:
    counted: Counter[tuple[str, int]] = Counter()
    for _, seen in games():
        found = advice(seen)
        counted[PHASES[seen.phase], len(found)] += 1
        assert 1 <= len(found) <= 2
        assert len({each.action for each in found}) == len(found)
        for each in found:
            assert seen.refusal(each.action) is None
            assert each.why.endswith(".")
            assert "We chose" not in each.why, "it advises, it has not done anything"
    assert counted["floor", 2] > 50
    assert counted["talk", 2] > 20
    assert counted["vote", 1] > 5, "a vote for which only one thing speaks has one way"
    assert counted["vote", 2] > 5
    assert {phase for phase, _ in counted} >= {"corridor", "floor", "vote", "posture", "talk", "signing"}


def test_the_first_move_is_that_of_the_neutral_script_at_level_3() -> None:
    compared = 0
    for _, seen in games():
        assert advice(seen)[0].action == Adviser(seen).decide(seen).action
        compared += 1
    assert compared > 100


def test_two_packages_that_are_advised_ask_for_different_things() -> None:
    both = 0
    for _, seen in games():
        found = [each.action for each in advice(seen) if each.action.verb in (a.TABLE, a.NONPAPER)]
        if seen.phase == FLOOR and len(found) == 2:
            first, second = (package_changes(seen.setting, action)[0] for action in found)
            assert first != second
            both += 1
    assert both > 2


def test_a_package_comes_with_what_everybody_knows_of_the_mandates() -> None:
    checked = 0
    for _, seen in games():
        specs = seen.setting.seat_specs
        for each in advice(seen):
            if each.action.verb in (a.TABLE, a.NONPAPER):
                changes = package_changes(seen.setting, each.action)
                for seat in (*each.inside, *each.outside):
                    out = any(specs[seat].out[issue][level] for issue, level in changes)
                    assert out == (seat in each.outside)
                assert sorted((*each.inside, *each.outside)) == [s for s in seen.setting.seats if s != seen.seat]
                checked += 1
            elif each.action.verb != a.WRITE:
                assert not (each.inside)
                assert not (each.outside)
                assert not (each.told)
    assert checked > 20


def test_an_answer_about_the_package_is_recalled_as_it_was_given() -> None:
    told = [one for _, seen in games() if seen.phase == FLOOR for each in advice(seen) for one in each.told]
    assert told
    assert {one.kind for one in told} <= {a.YES, a.NO, a.ONLY}


@pytest.mark.clause("R1.6")
@pytest.mark.parametrize("seats", [2, pytest.param(4, marks=pytest.mark.slow)])
def test_it_is_the_same_in_all_worlds_that_the_seat_cannot_tell_apart(seats: int) -> None:
    stream = Stream(11, "adviser", seats)
    compared = changed = 0
    phases = set()
    for game in (game_of(seats), talking(max(3, seats))):
        for at, (state, _, _, action) in enumerate(random_walk(game, 4, "adviser")):
            if at % 4 or action is None:
                continue
            for seat in state.waiting:
                world = other_world(state, seat, stream)
                mine, theirs = view(state, seat), view(world, seat)
                assert advice(mine) == advice(theirs)
                changed += world.key() != state.key()
                compared += bool(advice(mine))
                phases.add(state.phase)
    assert changed > 30
    assert compared > 30
    assert phases >= {FLOOR, TALK, POSTURE, VOTE}


def test_the_comparison_finds_an_adviser_that_knows_the_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both directions: with other chance for each game the advice differs somewhere."""
    known = [(seen, advice(seen)) for _, seen in games()]
    before = Adviser.__init__

    def seeded(self: Adviser, seen: View) -> None:
        before(self, seen)
        self.seed = 77

    monkeypatch.setattr(Adviser, "__init__", seeded)
    assert any(advice(seen) != found for seen, found in known)


def test_nobody_is_advised_who_is_asked_for_nothing() -> None:
    state, seen = next((state, seen) for state, seen in games() if seen.phase == FLOOR)
    other = next(seat for seat in seen.setting.seats if seat not in state.waiting)
    assert advice(view(state, other)) == ()


def test_the_script_is_neutral_honest_and_plays_for_nobody() -> None:
    who = neutral()
    assert who.talk.candour == who.talk.keep == 100
    assert who.habits["build"] == who.habits["exercise"] == who.habits["breaks"] == 0
    assert who.trade.sign_below is None
    assert who.trade.counts_losses
    assert "adviser" not in script_names()
    assert "adviser" not in KINDS
