"""The walked-through numbers of the design, and the joint measures against brute force."""

from __future__ import annotations

from pathlib import Path

import pytest

from brute_force import all_texts, front, in_zone, surpluses, touches
from summit_game.deals.agreement import agreement_zone, objectors, red_lines, space_of
from summit_game.deals.measures import measures
from summit_game.deals.space import Space
from summit_game.engine.scoring import Holding, holding, scores
from summit_game.engine.setting import SETTLEMENT
from summit_game.engine.state import State
from support import DECK, FIRST_EDITION, SECOND_DECK, game_of, random_walk

# Table size -> zone, zone minus one, Pareto, Pareto in the zone, Nash text, its surplus.
WALKED_THROUGH = {
    2: (280, 280, 40, 1, (1, 2, 3, 2, 2, 3), (13, 10)),
    3: (465, 465, 74, 2, (1, 2, 3, 2, 2, 3), (15, 16, 12)),
    4: (265, 315, 89, 5, (1, 2, 3, 2, 3, 3), (6, 19, 22, 13)),
    5: (226, 242, 189, 15, (1, 2, 3, 2, 3, 3), (8, 16, 24, 13, 12)),
    6: (79, 259, 203, 15, (1, 2, 3, 2, 3, 3), (10, 16, 24, 12, 13, 11)),
}
BEST_IN_ZONE = {
    2: (24, 15),
    3: (31, 21, 18),
    4: (23, 22, 22, 17),
    5: (23, 20, 24, 17, 25),
    6: (25, 21, 24, 19, 27, 14),
}


def with_first_briefs(seats: int) -> State:
    return State(game_of(seats=seats, deck=FIRST_EDITION), 0)


def space_at(state: State) -> Space:
    space = space_of(state)
    assert space is not None
    return space


def held_at(state: State) -> list[Holding]:
    return [holding(state, seat) for seat in state.setting.seats]


@pytest.mark.clause("R8.8")
@pytest.mark.parametrize("seats", WALKED_THROUGH)
def test_the_zone_table_of_the_flagship_deck(seats: int) -> None:
    state = with_first_briefs(seats)
    found, space = measures(state), space_at(state)
    assert found is not None
    assert found.texts == 5**6
    assert found[1:-1] == WALKED_THROUGH[seats]
    zone = agreement_zone(space, red_lines(state.setting))
    assert tuple((space.values[zone] - space.thresholds).max(axis=0).tolist()) == BEST_IN_ZONE[seats]


@pytest.mark.clause("R8.8")
@pytest.mark.parametrize(("deck", "seats", "seed"), [(DECK, 2, 7), (DECK, 4, 1), (SECOND_DECK, 2, 3)])
def test_every_text_is_in_the_zone_or_not_as_the_letter_says(deck: Path, seats: int, seed: int) -> None:
    *_, (state, _, _, _) = random_walk(game_of(seats=seats, deck=deck), seed)
    held, space = held_at(state), space_at(state)
    zone = agreement_zone(space, red_lines(state.setting)).tolist()
    for deal, each in enumerate(all_texts(state.setting, held)):
        assert space.text(deal) == each.text
        assert zone[deal] == in_zone(state.setting, held, each) == (objectors(state.setting, held, each.text) == [])
    assert True in zone


@pytest.mark.clause("R8.8")
def test_the_front_and_the_nash_text_are_those_of_brute_force() -> None:
    state = with_first_briefs(2)
    held, found = held_at(state), measures(state)
    texts = list(all_texts(state.setting, held))
    efficient = front(texts)
    assert found is not None
    assert found.pareto == sum(each.values in efficient for each in texts)
    products = {
        each.text: (surpluses(held, each)[0] + 1) * (surpluses(held, each)[1] + 1)
        for each in texts
        if in_zone(state.setting, held, each)
    }
    assert found.nash == max(products, key=products.__getitem__)


@pytest.mark.clause("R8.8")
@pytest.mark.parametrize(("deck", "seats", "seed"), [(DECK, 4, 1), (DECK, 3, 4), (SECOND_DECK, 2, 6)])
@pytest.mark.parametrize("settled", [True, False])
def test_a_missed_trade_is_the_best_of_all_texts(deck: Path, seats: int, seed: int, settled: bool) -> None:
    *_, (state, _, _, _) = random_walk(game_of(seats=seats, deck=deck), seed)
    setting, held = state.setting, held_at(state)
    if settled:
        state.ending = SETTLEMENT
    floor = [each.value(state.text) for each in held] if settled else [each.points for each in scores(state)]
    now = [max(0, level) for level in state.text]
    best = None
    for text, values in all_texts(setting, held):
        gains = tuple(value - least for value, least in zip(values, floor, strict=True))
        if min(gains) >= 0 and max(gains) > 0 and not touches(setting, text):
            changed = tuple(at for at, level in enumerate(text) if level != now[at])
            rank = (-min(gains), len(changed), text)
            best = min(best, (rank, changed, gains)) if best else (rank, changed, gains)
    found = measures(state)
    assert found is not None
    if best is None:
        assert found.missed is None
    else:
        assert found.missed == (best[0][2], best[1], best[2])
