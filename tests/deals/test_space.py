"""The space of deals, its Pareto front and the named deals, against brute force with exact fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_game.deals import front
from summit_game.deals.front import pareto, undominated
from summit_game.deals.solutions import (
    distance,
    dominating,
    egalitarian,
    kalai_smorodinsky,
    largest_sum,
    nash,
    nearest,
    single_steps,
)
from summit_game.deals.space import MAX_SCORE, Space

Vector = tuple[int, ...]

unhurried = settings(deadline=None)


@st.composite
def spaces(draw: st.DrawFn, most: int = 12) -> Space:
    """Small games; few different scores, so that ties are frequent."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    parties = draw(st.integers(1, 4))
    score = st.integers(-2, most)
    tables = [[draw(st.lists(score, min_size=n, max_size=n)) for n in sizes] for _ in range(parties)]
    return Space(tables, draw(st.lists(st.integers(-2, 2 * most), min_size=parties, max_size=parties)))


def texts(space: Space) -> list[Vector]:
    return list(product(*map(range, space.sizes)))


def worth(space: Space, text: Vector) -> Vector:
    return tuple(sum(row[at] for row, at in zip(table, text, strict=True)) for table in space.scores)


def surplus(space: Space, text: Vector) -> Vector:
    return tuple(have - least for have, least in zip(worth(space, text), space.thresholds, strict=True))


def dominates(one: Vector, other: Vector) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


@unhurried
@given(spaces())
def test_deals_are_numbered_in_order_and_worth_the_sum_of_their_scores(space: Space) -> None:
    assert [space.text(deal) for deal in range(space.deals)] == texts(space)
    assert [space.number(text) for text in texts(space)] == list(range(space.deals))
    assert [space.value(deal) for deal in range(space.deals)] == [worth(space, text) for text in texts(space)]
    assert space.values.tolist() == [list(worth(space, text)) for text in texts(space)]
    accepted = [min(surplus(space, text)) >= 0 for text in texts(space)]
    assert space.rational().tolist() == accepted


@unhurried
@given(spaces())
def test_the_front_is_what_nothing_dominates(space: Space) -> None:
    values = [worth(space, text) for text in texts(space)]
    expected = [not any(dominates(other, mine) for other in values) for mine in values]
    assert pareto(space).tolist() == expected
    assert undominated(space.by_party).tolist() == expected


@unhurried
@given(st.integers(1, 5), st.integers(0, 180), st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_the_front_of_any_points_is_the_same_in_blocks_of_any_size(
    coordinates: int, count: int, span: int, seed: int
) -> None:
    points = np.random.default_rng(seed).integers(-span, span, (coordinates, count))
    rows = [tuple(row) for row in points.T.tolist()]
    expected = [not any(dominates(other, mine) for other in rows) for mine in rows]
    with pytest.MonkeyPatch.context() as patch:
        for block, chunk, wide in ((1, 1, 99), (3, 2, 0), (64, 7, 20), (70, 200, 0)):
            patch.setattr(front, "BLOCK", block)
            patch.setattr(front, "CHUNK", chunk)
            patch.setattr(front, "SPAN", wide)
            assert undominated(points).tolist() == expected


def best(space: Space, among: list[Vector], rank) -> tuple[int, int] | None:
    """The first of the best and how many tie; None if there is nothing."""
    if not among:
        return None
    top = max(map(rank, among))
    fitting = [text for text in among if rank(text) == top]
    return texts(space).index(fitting[0]), len(fitting)


@unhurried
@given(spaces(), st.integers(0, 1), st.integers(0, 2**32 - 1))
def test_named_deals_are_those_of_brute_force(space: Space, plus: int, seed: int) -> None:
    among = np.random.default_rng(seed).random(space.deals) < 0.8
    marked = [text for text, yes in zip(texts(space), among, strict=True) if yes]
    zone = [text for text in marked if min(surplus(space, text)) >= 0]
    ideal = [max((surplus(space, text)[party] for text in zone), default=0) for party in range(space.parties)]

    def smallest_share(text: Vector) -> Fraction:
        pairs = zip(surplus(space, text), ideal, strict=True)
        return min((Fraction(have, most) for have, most in pairs if most), default=Fraction(1))

    product_of = best(space, zone, lambda text: prod(each + plus for each in surplus(space, text)))
    assert nash(space, among, plus) == product_of
    assert kalai_smorodinsky(space, among) == best(space, zone, smallest_share)
    assert largest_sum(space, among) == best(space, marked, lambda text: sum(worth(space, text)))
    assert egalitarian(space, among) == best(space, marked, lambda text: min(surplus(space, text)))


@unhurried
@given(spaces(), st.data())
def test_an_outcome_is_placed_as_by_brute_force(space: Space, data: st.DataObject) -> None:
    here = data.draw(st.sampled_from(texts(space)))
    mine = worth(space, here)
    better = [text for text in texts(space) if dominates(worth(space, text), mine)]
    gains = [min(a - b for a, b in zip(worth(space, text), mine, strict=True)) for text in texts(space)]
    assert dominating(space, mine) == len(better)
    assert distance(space, mine) == max(gains) >= 0
    assert (dominating(space, mine) == 0) == pareto(space)[space.number(here)]
    steps = {
        (step.issue, step.option): tuple(a + b for a, b in zip(mine, step.gains, strict=True))
        for step in single_steps(space, space.number(here))
    }
    one_away = [text for text in better if sum(a != b for a, b in zip(text, here, strict=True)) == 1]
    changed = [next((i, a) for i, (a, b) in enumerate(zip(text, here, strict=True)) if a != b) for text in one_away]
    assert steps == dict(zip(changed, (worth(space, text) for text in one_away), strict=True))
    sums = [sum(step.gains) for step in single_steps(space, space.number(here))]
    assert sums == sorted(sums, reverse=True)


@unhurried
@given(spaces(), st.data())
def test_the_nearest_deal_is_that_of_brute_force(space: Space, data: st.DataObject) -> None:
    here = data.draw(st.sampled_from(texts(space)))
    found = nearest(space, space.number(here), [space.accepted_by(party) for party in range(space.parties)])

    for party in range(space.parties):

        def rank(text: Vector, party: int = party) -> tuple:
            pairs = list(zip(text, here, strict=True))
            return sum(a != b for a, b in pairs), sum(abs(a - b) for a, b in pairs), -worth(space, text)[party], text

        good = [text for text in texts(space) if surplus(space, text)[party] >= 0]
        expected = min(good, key=rank, default=None)
        assert found[party] == (None if expected is None else space.number(expected))


def test_steps_to_barred_options_are_left_out() -> None:
    space = Space([[[0, 3, 5]], [[0, 1, 0]]], [0, 0])
    assert [step.option for step in single_steps(space, 0)] == [2, 1]
    assert [step.option for step in single_steps(space, 0, [[False, False, True]])] == [1]


@unhurried
@given(spaces(), st.randoms(use_true_random=False))
def test_the_order_of_issues_and_parties_changes_nothing(space: Space, shuffler) -> None:
    issues, parties = list(range(len(space.sizes))), list(range(space.parties))
    shuffler.shuffle(issues)
    shuffler.shuffle(parties)
    other = Space(
        [[space.scores[party][issue] for issue in issues] for party in parties],
        [space.thresholds[party] for party in parties],
    )
    front_texts = {space.text(int(deal)) for deal in np.flatnonzero(pareto(space))}
    moved = {tuple(text[issue] for issue in issues) for text in front_texts}
    assert {other.text(int(deal)) for deal in np.flatnonzero(pareto(other))} == moved
    everything = np.ones(space.deals, bool)
    for pick, measure in (
        (nash, prod),
        (largest_sum, sum),
        (egalitarian, min),
        (kalai_smorodinsky, None),
    ):
        one, two = pick(space, everything), pick(other, everything)
        assert (one is None) == (two is None)
        if one is not None and two is not None:
            assert one.ties == two.ties
            if measure is not None:
                assert measure(space.surplus(one.deal)) == measure(other.surplus(two.deal))


def test_one_party_gets_all_it_can_and_ties_are_counted() -> None:
    space = Space([[[1, 7, 7], [0, 2]]], [3])
    everything = np.ones(space.deals, bool)
    assert np.flatnonzero(pareto(space)).tolist() == [3, 5]
    for pick in (nash, kalai_smorodinsky, largest_sum, egalitarian):
        assert pick(space, everything) == (3, 2)


def test_one_issue_is_a_list_of_options() -> None:
    space = Space([[[10, 5, 0]], [[0, 6, 10]]], [1, 1])
    everything = np.ones(3, bool)
    assert pareto(space).all()
    assert nash(space, everything) == (1, 1)
    assert kalai_smorodinsky(space, everything) == (1, 1)
    assert egalitarian(space, everything) == (1, 1)
    assert largest_sum(space, everything) == (1, 1)


def test_no_deal_is_possible() -> None:
    space = Space([[[1, 0]], [[0, 1]]], [1, 1])
    assert not space.rational().any()
    everything = np.ones(2, bool)
    assert nash(space, everything) is None
    assert kalai_smorodinsky(space, everything) is None
    assert largest_sum(space, space.rational()) is None
    assert egalitarian(space, space.rational()) is None
    assert egalitarian(space, everything) == (0, 2)
    assert nearest(space, 0, [space.accepted_by(0), np.zeros(2, bool)]) == (0, None)


def test_nobody_can_gain_in_the_only_deals_there_are() -> None:
    space = Space([[[4, 4]], [[2, 2]]], [4, 2])
    assert kalai_smorodinsky(space, np.ones(2, bool)) == (0, 2)
    assert nash(space, np.ones(2, bool)) == (0, 2)


def test_products_and_shares_beyond_64_bits_stay_exact() -> None:
    big = 10**11 + 3
    # Seven parties, each with another ideal; options 1 and 2 differ by one point in one party.
    tables = [[[0, big + at, big + at - (at == 6), 2 * big + 7 * at]] for at in range(7)]
    tables[0][0][3] = 1
    space = Space(tables, [0] * 7)
    everything = np.ones(4, bool)
    products = [prod(space.surplus(deal)) for deal in range(4)]
    assert products[1] > 2**63
    assert nash(space, everything) == (products.index(max(products)), 1)
    ideals = [max(row[0]) for row in tables]
    shares = [min(Fraction(s, i) for s, i in zip(space.surplus(deal), ideals, strict=True)) for deal in range(4)]
    assert kalai_smorodinsky(space, everything) == (shares.index(max(shares)), shares.count(max(shares)))


def test_large_games_are_refused_before_any_memory_is_taken() -> None:
    with pytest.raises(ValueError, match="too many"):
        Space([[[0] * 1000] * 3], [0])
    with pytest.raises(ValueError, match="More than 10\\^"):
        Space([[[0, 1]] * 900], [0])
    with pytest.raises(ValueError, match="parties are too many"):
        Space([[[0] * 1000] * 2] * 40, [0] * 40)


@pytest.mark.parametrize(
    ("scores", "thresholds", "told"),
    [
        ([], [], "1 to 1000 parties"),
        ([[]], [0], "1 to 1000 issues"),
        ([[[1], []]], [0], "at least one option"),
        ([[[1, 2]], [[1]]], [0, 0], "Party 2 scores other"),
        ([[[1, 2]]], [], "1 parties but 0 thresholds"),
        ([[[1, 0.5]]], [0], "whole numbers"),
        ([[[1, True]]], [0], "whole numbers"),
        ([[[1, MAX_SCORE + 1]]], [0], "whole numbers"),
        ([[[1, 2]]], [-MAX_SCORE - 1], "whole numbers"),
    ],
)
def test_tables_that_are_no_game_are_refused(scores, thresholds, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Space(scores, thresholds)


def test_numbers_of_deals_that_do_not_exist_are_refused() -> None:
    space = Space([[[0, 1], [0, 1, 2]]], [0])
    for text in ((0,), (0, 3), (-1, 0), (2, 0)):
        with pytest.raises(ValueError, match="option"):
            space.number(text)


def test_points_of_equal_sum_are_all_on_the_front() -> None:
    rows = np.arange(20_000)
    assert undominated(np.stack([rows, -rows])).all()
