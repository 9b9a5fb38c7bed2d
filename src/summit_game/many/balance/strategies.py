"""Trivial strategies in one seat: what a table pays to somebody who does not negotiate.

They are yardsticks of the balance report and never offered as opponents. What a strategy does not say, it leaves to
an ordinary bot.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from summit_game.bots.decision import Decision
from summit_game.bots.kinds import Maker, maker
from summit_game.bots.mind import POINT, Mind, after
from summit_game.bots.offers import offers, refused, same
from summit_game.bots.script import personality
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import (
    AMENDMENT,
    CORRIDOR,
    FINAL,
    FLOOR,
    POSTURE,
    REASONS,
    SIGNING,
    STEP_VOTE,
    VOTE,
    Changes,
)
from summit_game.engine.setting import SUPPORT, TENSION
from summit_game.engine.view import View

_VALUES = "by-the-book"
"""The personality by whose values texts are weighed; values of a brief are the same for all."""
_CLEAR = 6 * POINT
_TENSE = 8
_BACKED = 5


class Strategy:
    """Without more: promises nothing, passes, holds, and otherwise does as an opportunist does."""

    base = "opportunist:2"

    def __init__(self, seed: int, seat_id: str) -> None:
        self.bot = maker(self.base)(seed, seat_id)

    def decide(self, view: View) -> Decision:
        """One legal action."""
        return Decision(self._action(view))

    def _action(self, view: View) -> Action:
        if view.phase == CORRIDOR:
            return self.promise(view)
        if view.phase == FLOOR:
            return self.floor(view)
        if view.phase == POSTURE:
            return self.order(view)
        if view.phase == VOTE and view.package is not None:
            return _answer(self.vote(view, view.package.changes))
        if view.phase in (SIGNING, FINAL):
            return _answer(self.sign(view))
        return self.side(view)

    def usual(self, view: View) -> Action:
        """What the ordinary bot would do."""
        return self.bot.decide(view).action

    def promise(self, view: View) -> Action:
        """In the corridor."""
        return a.NO_PROMISE_ACTION

    def floor(self, view: View) -> Action:
        """On the floor."""
        return a.PASS_ACTION

    def order(self, view: View) -> Action:
        """In Posture: hold, if it may."""
        legal = view.legal()
        return a.HOLD_ACTION if a.HOLD_ACTION in legal else legal[0]

    def vote(self, view: View, changes: Changes) -> bool:
        """Whether it lets a package pass."""
        return self.usual(view) == a.SILENCE_ACTION

    def sign(self, view: View) -> bool:
        """Whether it signs."""
        return self.usual(view) == a.SILENCE_ACTION

    def side(self, view: View) -> Action:
        """Reasons, amendments, capitals, reopening."""
        return self.usual(view)


class Objects(Strategy):
    """Objects to everything and tables nothing."""

    def vote(self, view: View, changes: Changes) -> bool:
        return False

    def sign(self, view: View) -> bool:
        return False

    def side(self, view: View) -> Action:
        if view.phase == REASONS:
            return a.NAME_NOTHING_ACTION
        return a.OBJECT_ACTION if view.phase == STEP_VOTE else self.usual(view)


class Accepts(Strategy):
    """Accepts and signs everything and tables nothing."""

    def vote(self, view: View, changes: Changes) -> bool:
        return True

    def sign(self, view: View) -> bool:
        return True

    def side(self, view: View) -> Action:
        return a.SILENCE_ACTION if view.phase == STEP_VOTE else self.usual(view)


class Presses(Strategy):
    """Presses and builds whenever it may."""

    def floor(self, view: View) -> Action:
        return _first(view, a.PRESS) or self.usual(view)

    def order(self, view: View) -> Action:
        return next((each for each in view.legal() if each.args[0] == a.BUILD), None) or super().order(view)


class Rallies(Strategy):
    """Rallies, else consults; lets pass what loses it nothing."""

    def floor(self, view: View) -> Action:
        legal = view.legal()
        if a.SIGN_ACTION in legal and self.sign(view):
            return a.SIGN_ACTION
        if a.RALLY_ACTION in legal:
            return a.RALLY_ACTION
        return _consults(legal)

    def vote(self, view: View, changes: Changes) -> bool:
        mind = _mind(view)
        return not mind.red(changes) and mind.gain(changes) >= 0

    def sign(self, view: View) -> bool:
        return _worth_it(view)


class Waits(Strategy):
    """Keeps calm and gives nothing until the question may be put; then negotiates."""

    def floor(self, view: View) -> Action:
        if not _early(view):
            return self.usual(view)
        if a.RALLY_ACTION in view.legal():
            return a.RALLY_ACTION
        step = _first(view, a.STEP) if view.tracks[TENSION] >= _TENSE else None
        return step or a.PASS_ACTION

    def order(self, view: View) -> Action:
        return super().order(view) if _early(view) else self.usual(view)

    def vote(self, view: View, changes: Changes) -> bool:
        if not _early(view):
            return self.usual(view) == a.SILENCE_ACTION
        mind = _mind(view)
        return not mind.red(changes) and mind.gain(changes) >= _CLEAR


class Remembers(Strategy):
    """Knows one text by heart: tables and accepts what comes nearer to it."""

    base = "cooperator:3"

    def __init__(self, text: tuple[int, ...], seed: int, seat_id: str) -> None:
        super().__init__(seed, seat_id)
        self.text = text

    def promise(self, view: View) -> Action:
        return self.usual(view)

    def order(self, view: View) -> Action:
        return self.usual(view)

    def floor(self, view: View) -> Action:
        legal = view.legal()
        if a.SIGN_ACTION in legal and self.sign(view) and view.seat_tracks[SUPPORT][view.seat] >= _BACKED:
            return a.SIGN_ACTION
        stale, mind = refused(view), _mind(view)
        best: tuple[int, int, Action] | None = None
        for changes, action in offers(view, legal):
            nearer = self.nearer(view, changes)
            if nearer <= 0 or mind.red(changes) or same(changes) in stale:
                continue
            found = nearer, mind.gain(changes), action
            if best is None or found[:2] > best[:2]:
                best = found
        if best is not None and (view.pass_number == 1 or best[0] >= 2):
            return best[-1]
        if a.RALLY_ACTION in legal:
            return a.RALLY_ACTION
        return best[-1] if best is not None else _consults(legal)

    def vote(self, view: View, changes: Changes) -> bool:
        mind, nearer = _mind(view), self.nearer(view, changes)
        return not mind.red(changes) and (nearer > 0 or (nearer == 0 and mind.gain(changes) > 0))

    def sign(self, view: View) -> bool:
        return _worth_it(view)

    def side(self, view: View) -> Action:
        if view.phase == AMENDMENT:
            return a.AMEND_NOTHING_ACTION
        return self.usual(view)

    def nearer(self, view: View, changes: Changes) -> int:
        """By how many levels a package brings the text nearer to the one that is remembered."""
        return self._away(view.text) - self._away(after(view.text, changes))

    def _away(self, text: Sequence[int]) -> int:
        return sum(abs(max(0, now) - wanted) for now, wanted in zip(text, self.text, strict=True))


def _answer(consents: bool) -> Action:
    return a.SILENCE_ACTION if consents else a.OBJECT_ACTION


def _first(view: View, verb: int) -> Action | None:
    return next((each for each in view.legal() if each.verb == verb), None)


def _consults(legal: list[Action]) -> Action:
    """Consult with as many cards as it may, else pass."""
    found = [each for each in legal if each.verb == a.CONSULT]
    return max(found, key=lambda each: len(each.args)) if found else a.PASS_ACTION


def _mind(view: View) -> Mind:
    return Mind(view, personality(_VALUES))


def _worth_it(view: View) -> bool:
    mind = _mind(view)
    return not view.setting.touches_red_line(view.seat, view.text) and mind.worth(view.text) >= mind.no_deal


def _early(view: View) -> bool:
    return view.round < view.setting.options.sign_from


STRATEGIES: Mapping[str, Maker] = MappingProxyType(
    {
        "always-object": Objects,
        "always-pass": Strategy,
        "always-accept": Accepts,
        "press-always": Presses,
        "rally-only": Rallies,
        "waits": Waits,
    }
)
MEMORY = "memory"


def memory(text: tuple[int, ...]) -> str:
    """The kind of a strategy that remembers this text."""
    return f"{MEMORY}:{'-'.join(map(str, text))}"


def player(kind: str) -> Maker:
    """The maker of a strategy, or of an ordinary kind of bot."""
    if kind in STRATEGIES:
        return STRATEGIES[kind]
    name, colon, levels = kind.partition(":")
    if name == MEMORY and colon:
        text = tuple(int(level) for level in levels.split("-"))
        return lambda seed, seat_id: Remembers(text, seed, seat_id)
    return maker(kind)
