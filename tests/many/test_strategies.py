"""Trivial strategies: they do what their name says, by the rules, and nobody is offered them as opponents."""

from __future__ import annotations

from collections import Counter

import pytest

from summit_game.bots.kinds import KINDS, BotError, maker
from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR, POSTURE
from summit_game.engine.floor import package_changes
from summit_game.engine.play import apply, start
from summit_game.engine.view import view
from summit_game.many.balance.strategies import STRATEGIES, memory, player
from summit_game.many.mixed import MIXED, drawn
from support import game_of

TEXT = (1, 2, 2, 2, 2, 2)
ALL = (*STRATEGIES, memory(TEXT))
SEEDS = range(3)


def taken(kind: str, seats: int = 4) -> tuple[Counter, list, list]:
    """What it did in its seat (the first, then the second …) of some games, all it was asked, and the games."""
    done: Counter = Counter()
    asked, games = [], []
    game = game_of(seats)
    for seed in SEEDS:
        seat = seed % seats
        kinds = [kind if at == seat else MIXED for at in range(seats)]
        names = game.setting.seat_ids
        bots = [player(each)(seed, name) for each, name in zip(drawn(kinds, seed), names, strict=True)]
        state, _ = start(game, seed)
        while state.waiting:
            at = state.waiting[0]
            seen = view(state, at)
            action = bots[at].decide(seen).action
            if at == seat:
                assert action in seen.legal()
                done[action.verb, action.args[:1]] += 1
                asked.append((seen, action))
            apply(state, at, action)
        games.append((seat, state))
    return done, asked, games


@pytest.mark.parametrize("kind", ALL)
def test_it_plays_whole_games_by_the_rules_and_the_same_again(kind):
    done, _, games = taken(kind, 3)
    assert all(state.ending >= 0 for _, state in games)
    assert taken(kind, 3)[0] == done


def test_none_of_them_is_an_opponent():
    assert not {*STRATEGIES} & {*KINDS}
    for kind in ALL:
        with pytest.raises(BotError):
            maker(kind)
    with pytest.raises(BotError):
        player("always-clever")


def test_who_always_objects_consents_to_nothing():
    done, _, games = taken("always-object")
    assert not any(verb in (a.SILENCE, a.TABLE, a.NONPAPER, a.SIGN) for verb, _ in done)
    for seat, state in games:
        assert all(seat in ballot.objectors for ballot in state.record)


def test_who_always_accepts_objects_to_nothing():
    done, _, games = taken("always-accept")
    assert not any(verb in (a.OBJECT, a.TABLE) for verb, _ in done)
    assert all(seat not in ballot.objectors for seat, state in games for ballot in state.record)


def test_who_always_passes_only_votes():
    _, asked, _ = taken("always-pass")
    assert {action for seen, action in asked if seen.phase == FLOOR} == {a.PASS_ACTION}
    answers = {action.verb for _, action in asked}
    assert {a.SILENCE, a.OBJECT} <= answers


def test_who_always_presses_does_so_whenever_it_may():
    _, asked, _ = taken("press-always")
    for seen, action in asked:
        legal = seen.legal()
        if seen.phase == FLOOR and any(each.verb == a.PRESS for each in legal):
            assert action.verb == a.PRESS
        if seen.phase == POSTURE and any(each.args[0] == a.BUILD for each in legal):
            assert action.args[0] == a.BUILD
    assert any(action.verb == a.PRESS for _, action in asked)


def test_who_only_rallies_tables_nothing_and_rallies_whenever_it_may():
    _, asked, _ = taken("rally-only")
    floor = [(seen.legal(), action) for seen, action in asked if seen.phase == FLOOR]
    assert {action.verb for _, action in floor} <= {a.RALLY, a.CONSULT, a.SIGN, a.PASS}
    assert all(
        action == a.RALLY_ACTION for legal, action in floor if a.RALLY_ACTION in legal and a.SIGN_ACTION not in legal
    )


def test_who_waits_tables_nothing_before_the_question_may_be_put():
    _, asked, _ = taken("waits")
    first = game_of(4).setting.options.sign_from
    early = {action.verb for seen, action in asked if seen.phase == FLOOR and seen.round < first}
    assert early <= {a.RALLY, a.STEP, a.PASS}
    assert {action.verb for seen, action in asked if seen.phase == FLOOR and seen.round >= first} - early


def test_who_remembers_a_text_brings_the_table_nearer_to_it():
    _, asked, _ = taken(memory(TEXT))
    tabled = [(seen, action) for seen, action in asked if action.verb == a.TABLE]
    assert tabled
    for seen, action in tabled:
        changes = package_changes(seen.setting, action)
        away = sum(abs(max(0, seen.text[at]) - TEXT[at]) for at, _ in changes)
        assert sum(abs(level - TEXT[at]) for at, level in changes) < away
