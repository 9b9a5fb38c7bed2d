"""How a bot values texts and packages: its brief, its concession curve, its value of no deal. Hundredths of a point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summit_game.bots.script import Curve, Personality
from summit_game.engine.board import BRACKETS, Changes
from summit_game.engine.queries import home_reaction
from summit_game.engine.setting import SUPPORT
from summit_game.engine.view import View

POINT = 100
_SAFE_SUPPORT = 5
_BROKEN_PLEDGE = 8 * POINT
_CLEAR_GAIN = 2 * POINT
_SLACK = 3 * POINT
"""A package may leave the text this much below half the margin; there will be others."""
_SIGN_SLACK = 2 * POINT


class Verdict(NamedTuple):
    """What a bot thinks of a package: whether it would let it pass, what it changes, and why."""

    accepts: bool
    gain: int
    home: int
    after: int
    """Expected value of the text with the package."""
    reason: str
    """`red`, `below`, `loss` or `fine`."""


class Mind:
    """The values of one delegation at one moment, for one personality."""

    def __init__(self, view: View, who: Personality) -> None:
        self.view = view
        self.who = who
        self.seat = view.seat
        self.spec = view.setting.seat_specs[view.seat]
        self.values = [[POINT * value for value in row] for row in view.held.brief.values]
        self.open_worth = [(row[1] + row[min(2, len(row) - 1)]) // 2 for row in self.values]
        """What an open issue counts: the mean of its first two texts."""
        self.now = self.expected(view.text)
        self.no_deal = POINT * view.no_deal()
        own = POINT * view.held.reservation
        self.walk = self.no_deal if who.trade.counts_losses else max(self.no_deal, own)
        self.loss = progress(view, who.trade.loss)
        self.margin = progress(view, who.trade.margin)
        below = who.trade.sign_below
        self.least = self.walk - (POINT * below.points if below else 0)
        """It agrees to nothing worth less than this."""
        self.home_weight = who.trade.home_safe if self.support >= _SAFE_SUPPORT else who.trade.home

    @property
    def support(self) -> int:
        """Own Support now."""
        return self.view.seat_tracks[SUPPORT][self.seat]

    def expected(self, text: Sequence[int]) -> int:
        """What a text is worth while it is being written: open issues count as their first two texts on average."""
        return sum(
            row[level] if level != BRACKETS else middle
            for row, middle, level in zip(self.values, self.open_worth, text, strict=True)
        )

    def worth(self, text: Sequence[int]) -> int:
        """What a text is worth when it is signed: open issues count as level 0."""
        return sum(row[max(0, level)] for row, level in zip(self.values, text, strict=True))

    def gain(self, changes: Changes) -> int:
        """By how much a package changes the expected value of the text."""
        text = self.view.text
        return sum(
            self.values[issue][level]
            - (self.values[issue][text[issue]] if text[issue] != BRACKETS else self.open_worth[issue])
            for issue, level in changes
        )

    def outside(self, changes: Changes) -> int:
        """How many levels of a package lie outside the own mandate."""
        return sum(self.spec.out[issue][level] > 0 for issue, level in changes)

    def red(self, changes: Changes) -> bool:
        """Whether a level of a package is a red line."""
        return any(self.spec.red[issue][level] for issue, level in changes)

    def verdict(self, changes: Changes) -> Verdict:
        """What to think of a package, for the own packages too: it offers nothing that it would refuse."""
        gain = self.gain(changes) - _BROKEN_PLEDGE * broken_pledges(self.view, self.seat, changes)
        home = home_reaction(self.view, self.seat, changes)
        after = self.now + gain
        if self.red(changes):
            return Verdict(False, gain, home, after, "red")
        wanted = max(self.least, self.walk + self.margin // 2 - _SLACK)
        if after < wanted and gain < _CLEAR_GAIN:
            return Verdict(False, gain, home, after, "below")
        fine = gain + self.home_weight * min(0, home) >= -self.loss
        return Verdict(fine, gain, home, after, "fine" if fine else "loss")

    def signs(self, text: Sequence[int]) -> bool:
        """Whether a text is worth signing now."""
        if self.view.setting.touches_red_line(self.seat, text):
            return False
        return self.worth(text) >= max(self.least, self.walk + self.margin // 2 - _SIGN_SLACK)


def progress(view: View, curve: Curve) -> int:
    """Where a concession curve stands in this round, in hundredths of a point."""
    whole = max(1, view.setting.options.rounds - 1)
    done = min(max(view.round - 1, 0), whole)
    first, last = POINT * curve.first, POINT * curve.last
    if curve.bend == "even":
        return first + (last - first) * done // whole
    if curve.bend == "late":
        return first + (last - first) * done * done // (whole * whole)
    left = whole - done
    return last - (last - first) * left * left // (whole * whole)


def broken_pledges(view: View, seat: int, changes: Changes) -> int:
    """How many pledges a package would break; asked of the rule module that keeps them."""
    capitals = view.rules.capitals
    return len(capitals.broken_pledges(view, seat, changes)) if capitals else 0


def after(text: Sequence[int], changes: Changes) -> tuple[int, ...]:
    """The text with a package written into it."""
    result = list(text)
    for issue, level in changes:
        result[issue] = level
    return tuple(result)
