"""How different the treaties are: those that are signed, and the best ones that the deals allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import exp, log
from typing import Any

import numpy as np

from summit_game.engine.setting import SETTLEMENT, Setting
from summit_game.many.balance.games import Deal, Watched
from summit_game.many.intervals import DIGITS

NEARLY_ALL = 90
"""A text suits nearly everybody if it lies in so many per cent of the zones of agreement."""


def variety(setting: Setting, played: Sequence[Watched], deals: Sequence[Deal]) -> dict[str, Any]:
    """Signed treaties, best (Nash) texts of the deals, and the text that lies in most zones of agreement."""
    signed = [game.course.text for game in played if game.ending == SETTLEMENT]
    best = [deal.best for deal in deals if deal.best]
    found = fitting(setting, deals)
    most, text = found if found else (0, ())
    return {
        "signed": spread(setting, [tuple(max(0, level) for level in text) for text in signed]),
        "best": spread(setting, best),
        "deals": len(deals),
        "zones": len(best),
        "one_text": {"zones": most, "text": written(setting, text)},
        "nearly_all": int((_zones(setting, deals) * 100 >= NEARLY_ALL * len(best)).sum()) if best else 0,
    }


def spread(setting: Setting, texts: Sequence[Sequence[int]]) -> dict[str, Any]:
    """How many texts, distinct ones, and as how many equally frequent ones they count; the commonest."""
    count = Counter(tuple(text) for text in texts)
    text, times = min(count.items(), key=lambda each: (-each[1], each[0])) if count else ((), 0)
    return {
        "texts": len(texts),
        "distinct": len(count),
        "effective": effective(texts),
        "commonest": {"times": times, "text": written(setting, text)},
    }


def effective(items: Sequence[Hashable] | Sequence[Sequence[int]]) -> float:
    """The exponential of the entropy: so many different items, all equally frequent, would be as varied."""
    shares = [times / len(items) for times in Counter(items).values()]
    return round(exp(-sum(share * log(share) for share in shares)), DIGITS) if shares else 0.0


def fitting(setting: Setting, deals: Sequence[Deal]) -> tuple[int, tuple[int, ...]] | None:
    """The text that lies in the zones of agreement of most deals, the first of several, and of how many."""
    zones = _zones(setting, deals)
    if not zones.any():
        return None
    at = int(zones.argmax())
    levels = []
    for issue in reversed(setting.issues):
        at, level = divmod(at, issue.levels)
        levels.append(level)
    return int(zones.max()), tuple(reversed(levels))


def _zones(setting: Setting, deals: Sequence[Deal]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Of how many deals each text lies in the zone of agreement."""
    count = np.zeros(int(np.prod([issue.levels for issue in setting.issues])), np.int64)
    for deal in deals:
        count[deal.inside()] += 1
    return count


def written(setting: Setting, text: Sequence[int]) -> str:
    """A text in letters: each issue with its level."""
    return " ".join(f"{issue} {level}" for issue, level in zip(setting.issue_ids, text, strict=False))
