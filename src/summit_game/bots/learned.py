"""Learning what the others want from the votes that everybody saw (level 3 and up).

Each other delegation gets a guessed value for every level of every issue, in hundredths of a point. The first guess
comes from its public mandate; every vote that does not fit the guess moves it by as much as is needed (a
passive-aggressive perceptron). Nothing is kept between decisions: the record is read again each time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summit_game.bots.heard import Heard, Told
from summit_game.bots.others import NOTHING, WHOLE, Mandates, curve
from summit_game.engine.actions import YES
from summit_game.engine.board import BRACKETS, Ballot, Changes
from summit_game.engine.queries import decisive, home_reaction
from summit_game.engine.setting import PRESSURE_TOKENS, SeatSpec, Setting
from summit_game.engine.view import View

_TOTAL = 100_00
"""The best levels of a brief add up to 100 points."""
_CORE = 3
_OTHER = 2
"""Weights of core and of other issues in the first guess."""
_ROOM = 3_00
"""No deal is worth this much less to a delegation than the text in the middle, at first guess."""
_HOME = 300
_YES, _NO, _TABLED = -200, -500, 100
"""A consent shows a gain of at least this, an objection at most that, a package of one's own at least the last."""
_MOST = 8_00
_EASE, _EASE_MOST, _MORE, _LESS = 300, 1500, 50, 20
"""What a delegation gives up in one package: first guess, most, and what one consent or objection says."""
_STEP = 115
"""Hundredths of a point for one step of the curve of odds."""
_SIGN_STEP = 150


def first_guess(setting: Setting, seat: int) -> list[list[int]]:
    """Values that the public mandate of a delegation suggests."""
    spec = setting.seat_specs[seat]
    weights = [_CORE if issue.core else _OTHER for issue in setting.issues]
    whole = sum(weights)
    rows = []
    for at, issue in enumerate(setting.issues):
        top = issue.levels - 1
        low, high = spec.mandate[at]
        twice = 2 * top if high >= top and low > 0 else low + high
        reach = max(twice, 2 * top - twice, 1)
        best = _TOTAL * weights[at] // whole
        rows.append([best - best * abs(2 * level - twice) // reach for level in range(issue.levels)])
    return rows


_CANDOUR = 800
"""How far an answer of somebody who never broke its word is believed, in thousandths."""
_FIRST, _CHEAP = 130, 80
"""What an issue counts, in percent, that a delegation says to matter most to it, or to be one on which it can move."""
_NAMED = 400
"""What a level counts more, in hundredths of a point, that a delegation named."""


class Learned(Mandates):
    """Odds from mandates and from all votes so far."""

    def __init__(self, view: View, heard: Heard | None = None) -> None:
        super().__init__(view, heard)
        self.values = {seat: first_guess(view.setting, seat) for seat in self.others}
        own = [[100 * value for value in row] for row in view.held.brief.values]
        fair = middle(view.setting, {**self.values, view.seat: own})
        self.walks = {seat: self.worth(seat, fair) - _ROOM for seat in self.others}
        self.ease = dict.fromkeys(self.others, _EASE)
        """How much a delegation gives up in one package, as far as its votes tell."""
        for ballot in view.record:
            if ballot.changes:
                self._learn(ballot)
            else:
                self._learn_signing(ballot)
        for named in view.named:
            if named.seat != view.seat:
                self.values[named.seat][named.issue][named.level] += _NAMED
        for seat, answers in self.heard.told.items():
            for told in reversed(answers):
                self._learn_told(seat, told)
        for seat, kind in self.heard.signing.items():
            self._signs_or_not(seat, view.text, kind == YES)
        for said, percent in ((self.heard.first, _FIRST), (self.heard.cheap, _CHEAP)):
            for seat, issue in said.items():
                self.values[seat][issue] = [value * percent // 100 for value in self.values[seat][issue]]

    # --- learning ---------------------------------------------------------------------------------------------

    def _learn(self, ballot: Ballot) -> None:
        for seat in self.others:
            if seat == ballot.tabler:
                self._fit(seat, ballot, _TABLED, 1)
            elif seat in ballot.objectors:
                self._fit(seat, ballot, _NO, -1)
                self.ease[seat] = max(0, self.ease[seat] - _LESS)
            else:
                self._fit(seat, ballot, _YES, 1)
                self.ease[seat] = min(_EASE_MOST, self.ease[seat] + _MORE)

    def _fit(self, seat: int, ballot: Ballot, bound: int, sign: int, weight: int = WHOLE) -> None:
        """Move the guess so that the vote fits: the gain is at least (sign 1) or at most (sign -1) the bound.

        `weight` is how much of the way it goes, in thousandths.
        """
        rows = self.values[seat]
        spec = self.view.setting.seat_specs[seat]
        gain = _gain(rows, ballot.before, ballot.changes) - _HOME * _losses(spec, ballot)
        missing = min(_MOST, sign * (bound - gain)) * weight // WHOLE
        if missing <= 0:
            return
        share = sign * missing // len(ballot.changes)
        for issue, level in ballot.changes:
            row, old = rows[issue], max(0, ballot.before[issue])
            beyond = range(level, len(row)) if level > old else range(level, -1, -1)
            for far, each in enumerate(beyond):
                row[each] += share // (1 + far)
            row[old] -= share // 2

    def _learn_signing(self, ballot: Ballot) -> None:
        for seat in self.others:
            self._signs_or_not(seat, ballot.before, seat not in ballot.objectors)

    def _signs_or_not(self, seat: int, text: Sequence[int], signs: bool) -> None:
        worth = self.worth(seat, text)
        self.walks[seat] = min(self.walks[seat], worth - 200) if signs else max(self.walks[seat], worth + 300)

    def _learn_told(self, seat: int, told: Told) -> None:
        """An answer to a sounding counts as the vote that it announces, as far as the delegation is believed."""
        view = self.view
        yes = told.kind == YES
        ballot = Ballot(view.round, view.seat, told.changes, tuple(view.text), () if yes else (seat,), yes)
        believed = _CANDOUR * self.heard.believed(seat) // WHOLE
        self._fit(seat, ballot, _YES if yes else _NO, 1 if yes else -1, believed)
        if told.more is not None:
            issue, level = told.more
            self.values[seat][issue][level] += _NAMED * believed // WHOLE

    # --- asking -----------------------------------------------------------------------------------------------

    def worth(self, seat: int, text: Sequence[int]) -> int:
        """The guessed value of a text to a seat, open issues at level 0."""
        return sum(row[max(0, level)] for row, level in zip(self.values[seat], text, strict=True))

    def expected(self, seat: int, text: Sequence[int]) -> int:
        """The same with open issues at the mean of their first two texts."""
        return sum(
            row[level] if level != BRACKETS else (row[1] + row[min(2, len(row) - 1)]) // 2
            for row, level in zip(self.values[seat], text, strict=True)
        )

    def price(self, seat: int, changes: Changes) -> int:
        home = min(0, home_reaction(self.view, seat, changes))
        return -_gain(self.values[seat], self.view.text, changes) - _HOME * home

    def guess(self, seat: int, changes: Changes) -> int:
        """Odds that a seat lets a package pass, without what it said of this package."""
        spec = self.view.setting.seat_specs[seat]
        if any(spec.red[issue][level] for issue, level in changes):
            return 30
        gain = _gain(self.values[seat], self.view.text, changes)
        gain += _HOME * min(0, home_reaction(self.view, seat, changes)) + self.ease[seat]
        return curve(gain // _STEP)

    def odds(self, changes: Changes, known: Mapping[int, int] = NOTHING) -> int:
        """Odds that the package passes: nobody decisive objects, and of the others at most as many as may."""
        view = self.view
        all_in, one_out = WHOLE, 0
        for seat in self.others:
            each = known[seat] if seat in known else self.seat_odds(seat, changes)
            lone = view.setting.options.slack and not decisive(view, seat, changes)
            one_out = one_out * each // WHOLE + (all_in * (WHOLE - each) // WHOLE if lone else 0)
            all_in = all_in * each // WHOLE
        return all_in + one_out

    def ready(self, seat: int) -> int:
        """How ready a seat is to sign the text as it stands, in thousandths."""
        return self._signs(seat, self.view.text)

    def _signs(self, seat: int, text: Sequence[int]) -> int:
        view = self.view
        tokens = view.seat_tracks[PRESSURE_TOKENS][seat] * view.setting.options.pressure_value * 100
        gap = self.expected(seat, text) - self.walks[seat] + tokens
        return 30 if view.setting.touches_red_line(seat, text) else curve(gap // _SIGN_STEP + 3)

    def sign_odds(self, text: Sequence[int]) -> int:
        """Odds that enough of the others sign a text."""
        view = self.view
        treaty = tuple((issue, level) for issue, level in enumerate(text) if level != BRACKETS)
        all_in, one_out = WHOLE, 0
        for seat in self.others:
            each = self._signs(seat, text)
            lone = view.setting.options.slack and not decisive(view, seat, treaty)
            one_out = one_out * each // WHOLE + (all_in * (WHOLE - each) // WHOLE if lone else 0)
            all_in = all_in * each // WHOLE
        return all_in + one_out


def middle(setting: Setting, values: Mapping[int, Sequence[Sequence[int]]]) -> tuple[int, ...]:
    """The text that is best on average over sides, issue by issue: what the table may end with if all give equally.

    Decks are checked to hold a zone of agreement, so no deal cannot be worth much more to anybody than such a text.
    """
    sides: dict[int, list[int]] = {}
    for seat in setting.seats:
        sides.setdefault(setting.side_of[seat], []).append(seat)

    def joint(issue: int, level: int) -> int:
        return sum(sum(values[seat][issue][level] for seat in group) // len(group) for group in sides.values())

    return tuple(
        max(range(spec.levels), key=lambda level: (joint(issue, level), -level))
        for issue, spec in enumerate(setting.issues)
    )


def _gain(rows: list[list[int]], before: Sequence[int], changes: Changes) -> int:
    total = 0
    for issue, level in changes:
        row, old = rows[issue], before[issue]
        total += row[level] - (row[old] if old != BRACKETS else (row[1] + row[min(2, len(row) - 1)]) // 2)
    return total


def _losses(spec: SeatSpec, ballot: Ballot) -> int:
    """Support that a package costs the seat at home, by mandate alone."""
    lost = 0
    for issue, level in ballot.changes:
        before, after = spec.out[issue][max(0, ballot.before[issue])], spec.out[issue][level]
        lost += after - before if after > before else -1
    return max(0, min(2, lost))
