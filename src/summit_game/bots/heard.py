"""What a delegation was told in private, and how far it believes whom (R19). Read from the own view each time."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine.amendment import written
from summit_game.engine.board import BROKEN, OPEN, SHOWN, Board, Changes, Exchange
from summit_game.engine.talk import act_of, agreed_to, covered, other, sounded, word
from summit_game.engine.view import View

WHOLE = 1000
"""Odds, and how far somebody is believed, in thousandths."""
_YES, _ONCE_YES, _NO, _UNMET, _MET = 930, 800, 30, 120, 900
"""Odds that who answered so lets the package pass; `_ONCE_YES` in the round after, when it is no longer a word."""
_LARGER = 700
"""What is left of the odds of a package that holds one which was refused."""
_UNASKED = 760
"""What is left of the odds that a delegation lets pass what it was not asked about, where it could have been asked:
who tables without asking is refused more often than mandates tell (fitted on games of the 2021 deck)."""
_NO_LETTING = 500
"""Odds that a let is kept by somebody who is not believed at all."""


class Told(NamedTuple):
    """What was answered to a sounding: `kind` is YES, NO or ONLY, the last with the level that was asked for."""

    seat: int
    kind: int
    changes: Changes
    more: tuple[int, int] | None
    odds: int
    """Of a yes: the odds that it holds."""


class Heard:
    """What the seat of a view has heard and not forgotten."""

    def __init__(
        self, view: View, remembers: Callable[[Exchange], bool] = lambda exchange: True, memory: int = 1
    ) -> None:
        """`remembers` says what it has not forgotten; `memory` is that of its script, and with 0 it believes all."""
        self.view = view
        self.memory = memory
        self.told: dict[int, list[Told]] = {}
        """Answers that still hold, of each delegation, the latest first."""
        self.signing: dict[int, int] = {}
        """What delegations said of signing the text as it stands: YES, NO or MISSING."""
        self.missing: set[tuple[int, int]] = set()
        """Levels that somebody misses in the text."""
        self.first: dict[int, int] = {}
        self.cheap: dict[int, int] = {}
        """Which issue matters most to a delegation, and where it could move, as it says."""
        for each in reversed(view.talk):
            if each.to >= 0 and remembers(each):
                self._hear(each)

    def _hear(self, each: Exchange) -> None:
        view, asked = self.view, each.said[1]
        them = other(each, view.seat)
        if asked == a.OFFER:
            kind, at = view.setting.acts[act_of(each, them)] if agreed_to(each) else (-1, -1)
            if kind == a.ACT_LET and word(each, them) == OPEN:
                odds = _NO_LETTING + (_YES - _NO_LETTING) * self.believed(them) // WHOLE
                self._note(Told(them, a.YES, (view.setting.changes[at],), None, odds))
        elif asked in (a.SAY_NEED, a.SAY_FREE) and each.seat != view.seat:
            (self.first if asked == a.SAY_NEED else self.cheap).setdefault(them, each.said[3])
        elif each.seat == view.seat and each.answers:
            self._answered(each, them, *each.answers[-1][1:])

    def _answered(self, each: Exchange, them: int, kind: int, *values: int) -> None:
        view, asked = self.view, each.said[1]
        if asked == a.SOUND:
            self._sounding(each, them, kind, *values)
        elif asked == a.ASK_SIGN and each.text == tuple(view.text):
            self.signing.setdefault(them, kind)
            if kind == a.MISSING:
                self.missing.add(view.setting.changes[values[0]])
        elif kind == a.TELL:
            (self.first if asked == a.ASK_FIRST else self.cheap).setdefault(them, values[0])

    def _sounding(self, each: Exchange, them: int, kind: int, *values: int) -> None:
        """An answer holds in its round and the next, while the text stands where it was sounded out."""
        view = self.view
        changes = sounded(view.setting, each)
        bound = kind == a.YES and each.round == view.round and each.words[1] == OPEN
        stands = all(view.text[issue] == each.text[issue] for issue, _ in changes)
        if bound or (stands and each.round >= view.round - 1):
            more = view.setting.changes[values[0]] if kind == a.ONLY else None
            self._note(Told(them, kind, changes, more, _YES if bound else _ONCE_YES))

    def _note(self, told: Told) -> None:
        self.told.setdefault(told.seat, []).append(told)

    def odds(self, seat: int, changes: Changes, guess: int) -> int:
        """Odds that a seat lets a package pass, after what it said; `guess` are those without it.

        Where questions can be asked, what nobody was asked about counts less.
        """
        guess = guess * _UNASKED // WHOLE
        wanted = set(changes)
        for told in self.told.get(seat, ()):
            asked = set(told.changes)
            if told.kind == a.YES:
                if covered(self.view, seat, told.changes, changes):
                    return max(guess, told.odds)
                if len(asked ^ wanted) == 1:
                    guess += max(0, told.odds - guess) // 2
            elif self._with_its_level(told, wanted):
                return max(guess, _MET)
            elif asked == wanted:
                return _NO if told.kind == a.NO else _UNMET
            elif told.more in wanted and asked <= wanted:
                guess = max(guess, _MET * _LARGER // WHOLE)
            elif asked < wanted:
                guess = guess * _LARGER // WHOLE
        return guess

    def asks_for(self, changes: Changes) -> bool:
        """Whether somebody asked for this package: what was sounded out with the level that it named, or one with a
        level that it misses in the text. A level that was asked for in one package turns nobody in another."""
        wanted = set(changes)
        if wanted & self.missing:
            return True
        return any(self._with_its_level(told, wanted) for answers in self.told.values() for told in answers)

    def _with_its_level(self, told: Told, wanted: set[tuple[int, int]]) -> bool:
        return told.more is not None and wanted == set(written(self.view, told.changes, told.more))

    def believed(self, seat: int) -> int:
        """How far a seat is believed, in thousandths."""
        return reliability(self.view, seat) if self.memory else WHOLE

    def refuse_to_sign(self) -> list[int]:
        """Who said that it would not sign the text as it stands."""
        return [seat for seat, kind in self.signing.items() if kind != a.YES]


def broken_to(view: View, seat: int, them: int, rounds: int) -> bool:
    """Whether another has broken its word to the seat in one of the last rounds."""
    return any(
        {each.seat, each.to} == {seat, them}
        and _is_word(each, them)
        and word(each, them) in (BROKEN, SHOWN)
        and view.round - each.round <= rounds
        for each in view.talk
    )


def _is_word(exchange: Exchange, seat: int) -> bool:
    """Whether a party gave its word in an exchange; who only asked for more than it needed gave none (R19.13)."""
    if exchange.said[1] == a.SOUND:
        return exchange.to == seat and exchange.answers[-1:] != () and exchange.answers[-1][1] == a.YES
    return exchange.said[1] == a.OFFER or (exchange.said[1] == a.WARN and exchange.seat == seat)


def reliability(view: View, seat: int) -> int:
    """How far a seat is believed, in thousandths: (1 + kept) / (1 + kept + 2 x broken).

    Counted are the public marks of all pairs, and what it broke to the own delegation and was not accused of.
    """
    kept, broken = record(view, view, seat)
    broken += sum(
        each.to >= 0 and other(each, view.seat) == seat and word(each, seat) == BROKEN and _is_word(each, seat)
        for each in view.talk
    )
    return WHOLE * (1 + kept) // (1 + kept + 2 * broken)


def record(board: Board, view: View, seat: int) -> tuple[int, int]:
    """Understandings that a seat has kept with anybody, and words of it that were shown to be broken."""
    keeper = view.rules.words
    if keeper is None:
        return 0, 0
    others = [each for each in board.setting.seats if each != seat]
    return (
        sum(keeper.kept(board, seat, each) for each in others),
        sum(keeper.broken(board, seat, each) for each in others),
    )
