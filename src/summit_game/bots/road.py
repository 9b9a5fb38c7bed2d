"""A plan over two packages (level 3, where delegations talk): towards a text that the others will sign.

A single package is judged by what it does at once. The road says where the text should be after two of them: what its
hand allows, and the levels that others have said to be missing. Packages that lead there count more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from summit_game.bots.heard import WHOLE, Heard
from summit_game.bots.learned import Learned
from summit_game.bots.mind import Mind, after
from summit_game.engine.board import Changes
from summit_game.engine.view import View

STEPS = 4
"""Changes of two packages: what each asks, and what it gives."""
_COUNTS = 50
"""What the whole road counts, in percent of what the text at its end is worth more."""


class Road(NamedTuple):
    """Changes that lead to a text that is worth more, counted with the odds that it is signed, and by how much more."""

    changes: Changes
    better: int

    def leads(self, changes: Changes) -> int:
        """What a package counts more for the steps of the road that it takes; less if it leads away from it."""
        if not self.changes:
            return 0
        wanted = dict(self.changes)
        steps = sum(1 if wanted[issue] == level else -1 for issue, level in changes if issue in wanted)
        return self.better * _COUNTS * steps // (100 * len(self.changes))


def road(view: View, mind: Mind, outlook: Learned, heard: Heard) -> Road:
    """The best road from the text as it stands, one change after the other; empty if none betters it."""

    def worth(text: Sequence[int]) -> int:
        return max(0, mind.expected(text) - mind.walk) * outlook.sign_odds(text) // WHOLE

    known = sorted(_within_reach(view, heard))
    taken, text = _best(worth, known, tuple(view.text), mind)
    return Road(taken, max(0, worth(text) - worth(view.text)))


def _within_reach(view: View, heard: Heard) -> set[tuple[int, int]]:
    """What the own hand allows, and what others miss in the text."""
    found = {view.setting.asks[card] for card in view.proposals} | heard.missing
    found |= {view.setting.gives[card] for card in view.concessions}
    return {(issue, level) for issue, level in found if view.text[issue] != level}


def _best(
    worth: Callable[[Sequence[int]], int], known: Iterable[tuple[int, int]], text: tuple[int, ...], mind: Mind
) -> tuple[Changes, tuple[int, ...]]:
    taken: dict[int, int] = {}
    best = worth(text)
    left = [(issue, level) for issue, level in known if not mind.spec.red[issue][level]]
    while left and len(taken) < STEPS:
        ends = [(worth(after(text, (change,))), change) for change in left if change[0] not in taken]
        value, change = max(ends, default=(best, None))
        if change is None or value <= best:
            break
        best, text = value, after(text, (change,))
        taken[change[0]] = change[1]
    return tuple(sorted(taken.items())), text
