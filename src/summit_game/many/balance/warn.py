"""What stands out in a balance report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say

MOST_RATIO = 1.5
"""The highest mean rating over the lowest, from which the report warns."""
ENOUGH_SEEDS = 20
"""Seeds from which the interval of going first is taken seriously."""


def warnings(result: Mapping[str, Any]) -> list[str]:
    """What the author of the deck should look at, in sentences."""
    found = []
    for kind, row in result["kinds"].items():
        means = {name: each["rating"]["mean"] for name, each in row["delegations"].items()}
        best, worst = max(means, key=means.__getitem__), min(means, key=means.__getitem__)
        if row["ratio"] is None:
            found.append(say("balance-ratio-endless", kind=kind, best=best, worst=worst, fair=str(MOST_RATIO)))
        elif row["ratio"] > MOST_RATIO:
            times = f"{row['ratio']:.2f}"
            found.append(say("balance-ratio", kind=kind, best=best, times=times, worst=worst, fair=str(MOST_RATIO)))
        if below := row["deals"]["below_no_deal"]:
            found.append(say("balance-below-no-deal", kind=kind, count=below))
    for ending in ENDINGS:
        if not any(row["endings"][ending] for row in result["kinds"].values()):
            found.append(say("balance-no-ending", ending=ending))
    if result["deals"] is not None and result["deals"]["exist"] < result["games"]:
        found.append(say("balance-no-treaty", count=result["games"] - result["deals"]["exist"]))
    mover = result["first_mover"]
    first, seeds = mover["places"][0], mover["games"] // len(mover["places"])
    if seeds >= ENOUGH_SEEDS and (first["low"] > 0 or first["high"] < 0):
        found.append(say("balance-first-matters", points=f"{first['mean']:+.1f}"))
    return found
