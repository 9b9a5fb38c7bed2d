"""The deals that were possible at a table: the same as the joint measures, and as brute force."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from brute_force import all_texts, front, in_zone, surpluses
from summit_game.deals import agreement as module
from summit_game.deals.measures import measures
from summit_game.debrief.model import Deals
from summit_game.debrief.possible import possible
from summit_game.engine.play import start
from summit_game.engine.queries import unsettled
from summit_game.engine.scoring import Holding, holding
from summit_game.engine.setting import TRUST
from summit_game.engine.state import State
from support import DECK, SECOND_DECK, game_of, random_walk

TABLES = [(DECK, 2, 7), (DECK, 4, 1), pytest.param(DECK, 6, 2, marks=pytest.mark.slow), (SECOND_DECK, 2, 3)]


def dealt(deck: Path, seats: int, seed: int) -> tuple[State, list[Holding]]:
    state, _ = start(game_of(seats=seats, deck=deck), seed)
    return state, [holding(state, seat) for seat in state.setting.seats]


def finished(deck: Path, seats: int, seed: int) -> tuple[State, list[Holding]]:
    *_, (state, _, _, _) = random_walk(game_of(seats=seats, deck=deck), seed)
    return state, [holding(state, seat) for seat in state.setting.seats]


def found_in(state: State) -> Deals:
    found = possible(state)
    assert found is not None
    return found


@pytest.mark.clause("R8.8")
@pytest.mark.parametrize(("deck", "seats", "seed"), TABLES)
def test_counts_are_those_of_the_joint_measures(deck: Path, seats: int, seed: int) -> None:
    state, held = dealt(deck, seats, seed)
    found, joint = found_in(state), measures(state)
    assert joint is not None
    # No text of these zones has too few agreed issues, so the zone of signable texts is that of R8.8.
    assert (found.texts, found.zone, found.zone_minus_one) == (joint.texts, joint.zone, joint.zone_minus_one)
    assert (found.pareto, found.pareto_in_zone) == (joint.pareto, joint.pareto_in_zone)
    nash = found.named[0]
    assert (nash.text, nash.surplus) == (joint.nash, joint.nash_surplus)
    assert found.walk_away == tuple(each.reservation for each in held)
    assert set(found.front) == front(list(all_texts(state.setting, held)))
    assert list(found.front) == sorted(set(found.front))


@pytest.mark.clause("R7.1")
@pytest.mark.parametrize(("deck", "seats"), [(DECK, 4), (SECOND_DECK, 2)])
def test_signable_texts_are_those_that_the_rules_would_let_be_signed(deck: Path, seats: int) -> None:
    state, _ = dealt(deck, seats, 1)
    state.tracks[TRUST] = state.setting.tracks[TRUST].high + 100  # R14.3 is a matter of the moment
    ready = 0
    for text in product(*(range(issue.levels) for issue in state.setting.issues)):
        state.text = [level or -1 for level in text]
        ready += unsettled(state) is None
    assert found_in(state).signable == ready


@pytest.mark.parametrize(("deck", "seats", "seed"), TABLES)
def test_named_deals_are_in_the_zone_and_best_there(deck: Path, seats: int, seed: int) -> None:
    state, held = dealt(deck, seats, seed)
    found = found_in(state)
    zone = [each for each in all_texts(state.setting, held) if in_zone(state.setting, held, each)]
    named = {deal.name: deal for deal in found.named}
    assert list(named) == ["Nash product", "Kalai-Smorodinsky", "Largest sum", "Largest smallest surplus"]
    for deal in found.named:
        (same,) = (each for each in zone if each.text == deal.text)
        assert deal.values == same.values
        assert deal.surplus == surpluses(held, same)
        assert deal.definition
    sums = [sum(each.values) for each in zone]
    assert sum(named["Largest sum"].values) == max(sums)
    assert named["Largest sum"].ties == sums.count(max(sums))
    least = [min(surpluses(held, each)) for each in zone]
    assert min(named["Largest smallest surplus"].surplus) == max(least)
    assert named["Largest smallest surplus"].ties == least.count(max(least))


@pytest.mark.parametrize(("deck", "seats", "seed"), [(DECK, 3, 4), (DECK, 5, 5), (SECOND_DECK, 2, 6)])
def test_the_outcome_is_placed_as_by_brute_force(deck: Path, seats: int, seed: int) -> None:
    state, held = finished(deck, seats, seed)
    setting, found = state.setting, found_in(state)
    texts = list(all_texts(setting, held))
    mine = tuple(each.value(state.text) for each in held)
    assert found.outcome.text == tuple(state.text)
    assert found.outcome.values == mine
    over = [tuple(a - b for a, b in zip(each.values, mine, strict=True)) for each in texts]
    assert found.dominating == sum(min(gains) >= 0 and max(gains) > 0 for gains in over)
    assert found.on_front == (found.dominating == 0)
    assert found.distance == max(map(min, over))
    assert found.best == tuple(map(max, zip(*(each.values for each in texts), strict=True)))


@pytest.mark.parametrize(("deck", "seats", "seed"), [(DECK, 3, 4), (DECK, 4, 8), (SECOND_DECK, 2, 6)])
def test_single_changes_help_one_and_hurt_none(deck: Path, seats: int, seed: int) -> None:
    state, held = finished(deck, seats, seed)
    setting, found = state.setting, found_in(state)
    expected = {}
    for issue, now in enumerate(state.text):
        for level in range(setting.issues[issue].levels):
            gains = tuple(each.brief.values[issue][level] - each.brief.values[issue][max(0, now)] for each in held)
            red = any(spec.red[issue][level] for spec in setting.seat_specs)
            if min(gains) >= 0 and max(gains) > 0 and not red:
                expected[issue, now, level] = gains
    assert {(each.issue, each.before, each.after): each.gains for each in found.single} == expected


@pytest.mark.parametrize(("deck", "seats", "seed"), [(DECK, 3, 4), (DECK, 6, 8), (SECOND_DECK, 2, 6)])
def test_the_closest_text_is_that_of_brute_force(deck: Path, seats: int, seed: int) -> None:
    state, held = finished(deck, seats, seed)
    setting, found = state.setting, found_in(state)
    least, core = setting.options.min_issues, {at for at, issue in enumerate(setting.issues) if issue.core}
    now = [max(0, level) for level in state.text]
    assert [each.seat for each in found.closest] == list(setting.seats)
    for seat, mine in enumerate(held):
        best = None
        for text, values in all_texts(setting, held):
            agreed = {at for at, level in enumerate(text) if level > 0}
            if len(agreed) < least or (setting.options.need_core and not agreed & core):
                continue
            if values[seat] < mine.reservation or setting.touches_red_line(seat, text):
                continue
            changed = tuple(at for at, level in enumerate(text) if level != now[at])
            rank = (len(changed), sum(abs(a - b) for a, b in zip(text, now, strict=True)), -values[seat], text)
            if best is None or rank < best[0]:
                best = (rank, changed)
        each = found.closest[seat]
        if best is None:
            assert (each.text, each.changed, each.surplus) == (None, (), 0)
            continue
        (_, _, value, text), changed = best
        assert each.text is not None
        assert tuple(max(0, level) for level in each.text) == text
        assert each.changed == changed
        assert each.surplus == -value - mine.reservation
        assert all(each.text[at] == state.text[at] for at in range(len(text)) if at not in changed)


def test_before_anything_is_agreed_the_text_counts_as_level_0() -> None:
    state, held = dealt(DECK, 4, 3)
    found = found_in(state)
    assert found.outcome.text == (-1,) * 6
    assert found.outcome.values == tuple(each.value((0,) * 6) for each in held)


def test_without_any_zone_there_are_no_named_deals(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = dealt(SECOND_DECK, 2, 3)

    def demanding(state: State, seat: int) -> Holding:
        held = holding(state, seat)
        return held._replace(brief=held.brief._replace(reservation=1000))

    monkeypatch.setattr(module, "holding", demanding)
    found = found_in(state)
    assert (found.zone, found.zone_minus_one, found.pareto_in_zone, found.named) == (0, 0, 0, ())
    assert [each.text for each in found.closest] == [None, None]
    assert found.pareto > 0


def test_a_deck_with_too_many_texts_is_not_enumerated(monkeypatch: pytest.MonkeyPatch) -> None:
    state, _ = dealt(SECOND_DECK, 2, 3)
    found = found_in(state)
    monkeypatch.setattr(module, "MAX_TEXTS", found.texts - 1)
    assert possible(state) is None
