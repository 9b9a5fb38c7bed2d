"""The walked-through numbers of the design, and the joint measures against brute force."""

from __future__ import annotations

from itertools import product

import pytest

from summit_game.engine.measures import all_texts, measures, missed_trade, pareto
from summit_game.engine.scoring import Holding
from summit_game.engine.state import State
from support import game_of

# Table size -> zone, zone minus one, Pareto, Pareto in the zone, best surplus, Nash text, its surplus.
WALKED_THROUGH = {
    2: (280, 280, 40, 1, (24, 15), (1, 2, 3, 2, 2, 3), (13, 10)),
    3: (465, 465, 74, 2, (31, 21, 18), (1, 2, 3, 2, 2, 3), (15, 16, 12)),
    4: (265, 315, 89, 5, (23, 22, 22, 17), (1, 2, 3, 2, 3, 3), (6, 19, 22, 13)),
    5: (226, 242, 189, 15, (23, 20, 24, 17, 25), (1, 2, 3, 2, 3, 3), (8, 16, 24, 13, 12)),
    6: (79, 259, 203, 15, (25, 21, 24, 19, 27, 14), (1, 2, 3, 2, 3, 3), (10, 16, 24, 12, 13, 11)),
}


def _first_briefs(seats: int) -> tuple[State, list[Holding]]:
    game = game_of(seats=seats)
    return State(game, 0), [Holding(briefs[0], None, None) for briefs in game.secrets.briefs]


@pytest.mark.clause("R8.8")
@pytest.mark.parametrize(
    "seats", [pytest.param(seats, marks=pytest.mark.slow) if seats > 4 else seats for seats in WALKED_THROUGH]
)
def test_the_zone_table_of_the_flagship_deck(seats: int) -> None:
    state, held = _first_briefs(seats)
    found = measures(state, held)
    assert found.texts == 5**6
    assert found[1:] == WALKED_THROUGH[seats]


@pytest.mark.clause("R8.8")
def test_the_pareto_front_equals_brute_force() -> None:
    state, held = _first_briefs(2)
    texts = all_texts(state.setting, held)
    points = {each.values for each in texts}
    undominated = {p for p in points if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in points)}
    assert {each.values for each in pareto(texts)} == undominated


@pytest.mark.clause("R8.8")
@pytest.mark.parametrize("final", [(2, 2, 2, 1, 2, 2), (0, 0, 0, 0, 0, 0), (1, 3, 0, 2, 4, 1)], ids=str)
def test_a_missed_trade_helps_everybody(final: tuple[int, ...]) -> None:
    state, held = _first_briefs(4)
    floor = [each.value(final) for each in held]
    trade = missed_trade(state.setting, held, final, floor)
    assert trade is not None
    assert min(trade.gains) >= 0
    assert trade.gains == tuple(each.value(trade.text) - least for each, least in zip(held, floor, strict=True))
    smallest = [
        min(each.value(text) - least for each, least in zip(held, floor, strict=True))
        for text in product(range(5), repeat=6)
        if not any(state.setting.touches_red_line(seat, text) for seat in state.setting.seats)
    ]
    assert min(trade.gains) == max(smallest)
