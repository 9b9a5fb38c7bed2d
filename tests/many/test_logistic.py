"""The logistic regression of the balance report."""

from __future__ import annotations

import numpy as np
import pytest

from summit_game.engine.streams import Stream
from summit_game.many.balance.logistic import RIDGE, area, cross_validated, fit


def observations(count: int, clear: int) -> tuple[list[list[float]], list[bool]]:
    """Two features, the first of which says `clear` parts in a hundred of the outcome."""
    stream = Stream(3, "observations")
    features, outcomes = [], []
    for _ in range(count):
        outcome = stream.chance(1, 2)
        told = outcome if stream.chance(clear, 100) else stream.chance(1, 2)
        features.append([10.0 * told + stream.below(5), float(stream.below(100))])
        outcomes.append(outcome)
    return features, outcomes


def test_the_fit_stands_where_the_slope_is_nothing():
    features, outcomes = observations(200, 60)
    x, y = np.array(features), np.array(outcomes, float)
    weights, centre, scale = fit(x, y)
    design = np.column_stack([(x - centre) / scale, np.ones(len(x))])
    chance = 1 / (1 + np.exp(-design @ weights))
    slope = design.T @ (y - chance)
    slope[:-1] -= RIDGE * weights[:-1]
    assert np.abs(slope).max() < 1e-6
    assert chance.mean() == pytest.approx(y.mean())
    assert weights[0] > 5 * abs(weights[1])


def test_what_tells_the_outcome_is_found_and_noise_is_not():
    assert cross_validated(*observations(300, 100), 1).r2 > 0.8
    assert cross_validated(*observations(300, 100), 1).auc == 1
    partly, noise = cross_validated(*observations(300, 60), 1), cross_validated(*observations(300, 0), 1)
    assert 0.15 < partly.r2 < 0.5
    assert 0.7 < partly.auc < 0.9
    assert abs(noise.r2) < 0.05
    assert abs(noise.auc - 0.5) < 0.1


def test_the_same_numbers_give_the_same_fit_and_a_constant_feature_changes_nothing():
    features, outcomes = observations(100, 50)
    assert cross_validated(features, outcomes, 7) == cross_validated(features, outcomes, 7)
    wider = cross_validated([[*row, 4.0] for row in features], outcomes, 7)
    assert wider.r2 == pytest.approx(cross_validated(features, outcomes, 7).r2)


def test_too_few_of_a_kind_are_not_told_apart():
    features, outcomes = observations(60, 50)
    rare = [at < 9 for at in range(60)]
    assert cross_validated(features, rare, 1) is None
    assert cross_validated(features, outcomes, 1) is not None
    assert cross_validated([], [], 1) is None


def test_the_area_counts_pairs_and_ties_half():
    assert area(np.array([0, 1, 0, 1]), np.array([0.1, 0.9, 0.2, 0.8])) == 1
    assert area(np.array([0, 1]), np.array([0.5, 0.5])) == 0.5
    assert area(np.array([1, 1, 0]), np.array([0.1, 0.5, 0.3])) == 0.5
