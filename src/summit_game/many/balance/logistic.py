"""A small logistic regression with a ridge, cross-validated. The same numbers in, the same numbers out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from summit_game.engine.streams import Stream

Floats = npt.NDArray[np.float64]

RIDGE = 10.0
"""Half of it times the squared weights is added to the loss; features are standardised, the intercept is free."""
FOLDS = 5
_STEPS = 50
_CLOSE = 1e-10


class Fit(NamedTuple):
    """How well outcomes are told from features: McFadden's R² (0: not at all) and the area under the curve (0.5)."""

    r2: float
    auc: float


def cross_validated(features: Sequence[Sequence[float]], outcomes: Sequence[bool], seed: int) -> Fit | None:
    """Each fifth is predicted from the other four. None if a kind of outcome is too rare to stand in every fold."""
    x, y = np.array(features, np.float64), np.array(outcomes, np.float64)
    if min(y.sum(), len(y) - y.sum()) < 2 * FOLDS:
        return None
    folds = _folds(outcomes, seed)
    chance = np.empty(len(y))
    for fold in range(FOLDS):
        held = folds == fold
        weights, centre, scale = fit(x[~held], y[~held])
        chance[held] = _sigmoid(_standard(x[held], centre, scale) @ weights)
    return Fit(_mcfadden(y, chance), area(y, chance))


def fit(x: Floats, y: Floats, ridge: float = RIDGE) -> tuple[Floats, Floats, Floats]:
    """The weights (the intercept last), and centre and scale of the features, by Newton's method."""
    centre, scale = x.mean(axis=0), x.std(axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    design = _standard(x, centre, scale)
    weights = np.zeros(design.shape[1])
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 0.0
    for _ in range(_STEPS):
        chance = _sigmoid(design @ weights)
        slope = design.T @ (y - chance) - penalty * weights
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights = weights + step
        if np.abs(step).max() < _CLOSE:
            break
    return weights, centre, scale


def area(y: Floats, chance: Floats) -> float:
    """The share of pairs, one of each outcome, in which the one that came true had the higher chance; a tie is half."""
    order = np.argsort(chance, kind="stable")
    ranks = np.empty(len(y))
    ranks[order] = np.arange(1, len(y) + 1)
    for value in np.unique(chance):
        same = chance == value
        ranks[same] = ranks[same].mean()
    yes = y.sum()
    return float((ranks[y == 1].sum() - yes * (yes + 1) / 2) / (yes * (len(y) - yes)))


def _mcfadden(y: Floats, chance: Floats) -> float:
    bounded = np.clip(chance, 1e-12, 1 - 1e-12)
    loss = -(y * np.log(bounded) + (1 - y) * np.log(1 - bounded)).mean()
    share = y.mean()
    return float(1 - loss / -(share * np.log(share) + (1 - share) * np.log(1 - share)))


def _folds(outcomes: Sequence[bool], seed: int) -> npt.NDArray[np.int64]:
    """The fold of each observation, drawn; both outcomes are spread evenly."""
    folds = np.empty(len(outcomes), np.int64)
    for kind in (False, True):
        members = [at for at, outcome in enumerate(outcomes) if bool(outcome) == kind]
        for at, member in enumerate(Stream(seed, "folds", int(kind)).shuffled(members)):
            folds[member] = at % FOLDS
    return folds


def _standard(x: Floats, centre: Floats, scale: Floats) -> Floats:
    return np.column_stack([(x - centre) / scale, np.ones(len(x))])


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -500, 500))))
