"""Random games: what holds at every state of every game, whatever the players do."""

from __future__ import annotations

from collections import Counter

import pytest

from summit_game.engine import actions as a
from summit_game.engine.board import OVER, TALK, VOTE
from summit_game.engine.fold import fold
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.play import apply, legal, refusal
from summit_game.engine.refusal import Refused
from summit_game.engine.state import State
from summit_game.engine.view import view
from summit_game.rules.registry import built_in
from support import ALL_DECKS, DECK, game_of, random_walk, the_deck, written_actions, written_messages

TALKED = (a.MESSAGE, a.ANSWER, a.WRITE)
"""Verbs of talk (R19). There are so many messages and packages that a part is tried; test_random_talk.py has more."""

TABLES = [(seats, (), (), DECK) for seats in range(2, 7)]
TABLES += [(4, (), tuple(sorted({module.id, "talk"})), DECK) for module in built_in()]  # talk has its own test
TABLES += [
    (seats, (variant,), ("talk",), DECK)
    for variant in ("all-promises", "quick", "strict", "with-the-die")
    for seats in (4, 6)
]
# The other decks: the whole deck, and each of its variants, at each of its tables.
TABLES += [
    (seats, variants, ("talk",) if variants and "talk" not in variants else (), path)
    for path in ALL_DECKS
    if path != DECK
    for seats in the_deck(path).tables
    for variants in ((), *((variant.id,) for variant in the_deck(path).variants))
]
NAMES = [
    "-".join(map(str, (*(() if path == DECK else (path.name,)), seats, *variants, *without)))
    for seats, variants, without, path in TABLES
]

tables = pytest.mark.parametrize(
    "table",
    # Every deck at every size each time; without a module or with a variant with the slow tests.
    [pytest.param(table, marks=pytest.mark.slow) if table[1] or table[2] else table for table in TABLES],
    ids=NAMES,
)


def each_copy(cards, owner):
    return Counter({at: card.copies for at, card in enumerate(cards) if card.owner == owner})


def cards_are_conserved(state, gone):
    setting = state.setting
    proposals = Counter(state.proposal_pile) + Counter(state.discard)
    for own in state.own:
        proposals += Counter(own.proposals)
    assert proposals == each_copy(setting.proposals, -1)
    for seat in setting.seats:
        own = state.own[seat]
        for kind, hand, pile, cards in (
            (1, own.concessions, state.concession_piles[seat], setting.concessions),
            (2, own.pressure, state.pressure_piles[seat], setting.pressure),
        ):
            assert Counter(hand) + Counter(pile) + gone[kind, seat] == each_copy(cards, seat)
        assert [row[seat] for row in state.hand_counts] == [
            len(own.proposals),
            len(own.concessions),
            len(own.pressure),
        ]


def tracks_are_in_range(state):
    setting = state.setting
    for spec, value in zip(setting.tracks, state.tracks, strict=True):
        assert spec.low <= value <= spec.high
        assert not spec.frozen or value == spec.start
    for spec, row in zip(setting.seat_tracks, state.seat_tracks, strict=True):
        assert all(spec.low <= value <= spec.high for value in row)
    assert all(count >= 0 for row in state.units for count in row)
    for issue, level in zip(setting.issues, state.text, strict=True):
        assert level == -1 or 0 <= level < issue.levels


def most_said(game):
    """Messages and answers to them in the talk of one delegation in one round, at most (R19.1, R19.8)."""
    offers = [module.params.offers for module in game.rules.modules if module.id == "talk"]
    messages = game.setting.options.talk
    # A message and its answer; an offer, a counter-offer and the answer to that; that nothing more is said.
    return 2 * messages + 3 * offers[0] + 1 if offers and messages else 0


@tables
def test_every_state_of_a_random_game_keeps_the_promises_of_the_engine(table):
    game = game_of(*table)
    for seed in range(2):
        mirror, gone = State(game, seed), Counter()
        gone = {(kind, seat): Counter() for kind in (1, 2) for seat in game.setting.seats}
        decisions = said = 0
        for state, events, _seat, action in random_walk(game, seed):
            decisions += 1
            said += action is not None and action.verb in (a.MESSAGE, a.ANSWER)
            fold(mirror, events)
            assert mirror.key() == state.key()
            for event in events:
                if type(event).__name__ == "CardSpent":
                    gone[event.kind, event.seat][event.card] += 1
            tracks_are_in_range(state)
            cards_are_conserved(state, gone)
            for each in game.setting.seats:
                actions = legal(state, each)
                assert actions == sorted(set(actions))
                assert bool(actions) == (each in state.waiting)
                seen = view(state, each)
                assert seen.legal() == actions
                part = actions[:: 1 + len(actions) // 20] if state.phase == TALK else actions
                assert all(refusal(state, each, action) is None for action in part)
        assert state.phase == OVER
        assert state.ending in range(4)
        turns = game.setting.options.rounds * len(game.setting.seats)
        assert decisions - said <= 1 + turns * (2 * 8 + 3)
        assert said <= turns * most_said(game)
        assert not any(legal(state, each) for each in game.setting.seats)


@tables
def test_every_action_has_one_text_that_reads_back(table):
    setting = game_of(*table).setting
    texts, read = set(), set()
    for seed in range(2):
        for state, _, _, _ in random_walk(game_of(*table), seed, "text"):
            for each in state.waiting:
                for action in set(legal(state, each)) - read:  # A text depends on the action and the setting alone.
                    read.add(action)
                    text = action_text(setting, action)
                    assert parse_action(setting, text) == action
                    assert parse_action(setting, f"  {text.upper()} ") == action
                    texts.add(text)
    assert "pass" in texts


@tables
def test_refusal_is_none_exactly_for_what_is_legal(table):
    game = game_of(*table)
    everything = {*written_actions(game.setting), *list(written_messages(game.setting))[::41]}
    seen_phases: dict[int, int] = {}
    for at, (state, _, _, _) in enumerate(random_walk(game, 77, "universe")):
        wanted = 1 if state.phase not in (VOTE, TALK) else 0
        if seen_phases.get(state.phase, 0) > wanted or at % 3 == 1:
            continue
        seen_phases[state.phase] = seen_phases.get(state.phase, 0) + 1
        seats = [*state.waiting[:1], *(x for x in game.setting.seats if x not in state.waiting)][:2]
        before = state.key()
        for each in seats:
            offered = set(legal(state, each))
            accepted = {action for action in everything if refusal(state, each, action) is None}
            assert accepted == {action for action in offered if action.verb not in TALKED or action in everything}
        assert state.key() == before
    assert len(seen_phases) >= 4


@tables
def test_a_refused_action_changes_nothing(table):
    game = game_of(*table)
    everything = [*written_actions(game.setting), *written_messages(game.setting)][::997]
    for at, (state, _, _, _) in enumerate(random_walk(game, 5, "refused")):
        if at % 7:
            continue
        before = state.key()
        for each in (*game.setting.seats, -1, 9):
            offered = legal(state, each)
            for action in (*everything, a.PASS_ACTION, a.SIGN_ACTION, a.OBJECT_ACTION):
                if action not in offered:
                    with pytest.raises(Refused) as refused:
                        apply(state, each, action)
                    assert refused.value.refusal.clause.startswith("R")
        assert state.key() == before
