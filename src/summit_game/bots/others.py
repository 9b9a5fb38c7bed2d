"""What a bot believes about the other delegations, from public knowledge only: mandates, and at higher levels votes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from summit_game.bots.heard import Heard
from summit_game.engine.board import BRACKETS, Board, Changes
from summit_game.engine.queries import decisive, home_reaction
from summit_game.engine.view import View

WHOLE = 1000
"""Odds are in thousandths."""
_STEPS = 60
_STEP_OF_MOOD = 100
"""What one step of the curve of odds counts in points."""
NOTHING: Mapping[int, int] = MappingProxyType({})


def _logistic() -> tuple[int, ...]:
    """1 / (1 + e^(-z/3)) in thousandths for z = 0.._STEPS, with whole numbers only (e^(1/3) = 1.3956)."""
    table, odds = [], 1_000_000
    for _ in range(_STEPS + 1):
        table.append(WHOLE * odds // (odds + 1_000_000))
        odds = odds * 13956 // 10000
    return tuple(table)


_CURVE = _logistic()
_GOODWILL = 3
_SAID = 4
"""Half steps of the curve that it counts that a package moves an issue on which a delegation said that it can move, or
leads it further out on the one that matters most to it."""
_MET = _UNMET = 30
"""By how many in 100 the odds move for a level that a delegation named, if its objection alone blocks."""
_HELPED = {0: WHOLE, 1: 750, 2: 450, 3: 150}
"""Odds that a hesitating capital ratifies after all, by what it is short of (R15.5a, R15.5b)."""
_OVERRULED = 400
"""Least odds that count for a seat whose objection may be overruled."""


def curve(mood: int) -> int:
    """The odds of consent for a mood: 0 gives one half, 3 about 731, and so on."""
    return _CURVE[min(mood, _STEPS)] if mood >= 0 else WHOLE - _CURVE[min(-mood, _STEPS)]


class Mandates:
    """Odds from the public mandates alone: what brings a delegation nearer to its mandate, it likes."""

    def __init__(self, view: View, heard: Heard | None = None) -> None:
        self.view = view
        self.heard = heard or Heard(view)
        self.others = tuple(seat for seat in view.setting.seats if seat != view.seat)
        self.outs = view.setting.seat_specs
        self.now = {seat: self._now(seat) for seat in self.others}

    def _now(self, seat: int) -> tuple[int, ...]:
        """Twice the distance of each issue from the seat's mandate; an open issue counts as its first two texts."""
        out = self.outs[seat].out
        return tuple(
            row[1] + row[min(2, len(row) - 1)] if level == BRACKETS else 2 * row[level]
            for row, level in zip(out, self.view.text, strict=True)
        )

    def mood(self, seat: int, changes: Changes) -> int:
        """How much a seat likes a package, in steps of the curve."""
        out, now = self.outs[seat].out, self.now[seat]
        twice = sum(5 * (now[issue] - 2 * out[issue][level]) + 2 * (out[issue][level] == 0) for issue, level in changes)
        heard = self.heard
        if heard.first or heard.cheap:
            named = dict(changes)
            twice += _SAID * ((heard.cheap.get(seat) in named) - (heard.first.get(seat) in named and twice < 0))
        return twice // 2 + 2 * min(0, home_reaction(self.view, seat, changes))

    def price(self, seat: int, changes: Changes) -> int:
        """What a package is thought to cost a seat, in hundredths of a point; below 0 if it gains."""
        return -_STEP_OF_MOOD * self.mood(seat, changes)

    def seat_odds(self, seat: int, changes: Changes) -> int:
        """Odds that a seat lets a package pass, after what it said of it."""
        guess = self.guess(seat, changes)
        return self.heard.odds(seat, changes, guess) if self.view.setting.options.talk else guess

    def guess(self, seat: int, changes: Changes) -> int:
        """The same without what it said of this package."""
        return curve(self.mood(seat, changes) + _GOODWILL)

    def ready(self, seat: int) -> int:
        """How ready a seat is to sign the text as it stands, in thousandths."""
        out = self.outs[seat].out
        return curve(-2 * sum(row[max(0, level)] for row, level in zip(out, self.view.text, strict=True)) + _GOODWILL)

    def odds(self, changes: Changes, known: Mapping[int, int] = NOTHING) -> int:
        """Odds that all others together let a package pass; `known` are those of some seats."""
        view = self.view
        chance = WHOLE
        for seat in self.others:
            each = known[seat] if seat in known else self.seat_odds(seat, changes)
            if view.setting.options.slack and not decisive(view, seat, changes):
                each = _OVERRULED + (WHOLE - _OVERRULED) * each // WHOLE
            chance = chance * each // WHOLE
        return chance


def by_reasons(view: View, changes: Changes, odds: int) -> int:
    """Odds, in thousandths, after what objectors named lately: better where a package meets it, worse where not."""
    wishes: dict[int, set[tuple[int, int]]] = {}
    for each in view.named:
        if each.seat != view.seat and each.round >= view.round - 1:
            wishes.setdefault(each.seat, set()).add((each.issue, each.level))
    for seat, wanted in wishes.items():
        hard = decisive(view, seat, changes)
        if any(change in changes for change in wanted):
            odds += (WHOLE - odds) * (_MET if hard else _MET // 2) // 100
        elif not any(view.text[issue] == level for issue, level in wanted):
            odds = odds * (100 - (_UNMET if hard else _UNMET // 2)) // 100
    return odds


class Capitals:
    """The odds of ratification (R15.5), from the rule module that keeps them; without one, every capital ratifies."""

    def __init__(self, board: Board) -> None:
        self.setting = board.setting
        keeper = board.rules.capitals
        self.need, self.red_line = (keeper.need, keeper.red_line) if keeper else (0, 0)
        self.draw = keeper.draw if keeper else (0,)
        self.helped = _HELPED if board.rules.hesitates else {0: WHOLE}

    def one(self, seat: int, text: Sequence[int], support: int) -> int:
        """Odds in thousandths that a delegation's capital ratifies."""
        least = self.need - support + (self.red_line if self.setting.touches_red_line(seat, text) else 0)
        return sum(self.helped.get(max(0, least - each), 0) for each in self.draw) // len(self.draw)

    def odds(self, board: Board, text: Sequence[int], supports: Sequence[int]) -> int:
        """Odds in thousandths that enough capitals ratify a text if everybody signs it (R4.2 to R4.4)."""
        setting = self.setting
        treaty = tuple((issue, level) for issue, level in enumerate(text) if level != BRACKETS)
        all_in, one_out = WHOLE, 0
        for seat in setting.seats:
            passes = self.one(seat, text, supports[seat])
            lone = setting.options.slack and not decisive(board, seat, treaty)
            one_out = one_out * passes // WHOLE + (all_in * (WHOLE - passes) // WHOLE if lone else 0)
            all_in = all_in * passes // WHOLE
        return all_in + one_out
