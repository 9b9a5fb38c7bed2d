"""What acts are worth to a bot, and what it offers, agrees to and asks instead (R19.8). Hundredths of a point.

Its own gain and cost come from its brief and script, what others gain or lose from their public mandates.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import product

from summit_game.bots.heard import WHOLE
from summit_game.bots.mind import POINT
from summit_game.bots.weighing import HOME_GAIN, Weighing
from summit_game.engine import actions as a
from summit_game.engine.actions import ANSWER, MESSAGE, Action
from summit_game.engine.board import Exchange
from summit_game.engine.queries import is_armed
from summit_game.engine.setting import SUPPORT, TENSION
from summit_game.engine.talk import act_of

_LET = 930
"""Odds that a delegation lets pass what it agreed to let pass."""
_TABLED = 60
"""How often, in percent, what was agreed is tabled and passes."""
_ADOPTED = 400
"""What it counts besides that a package is adopted."""
_CALM = 7
"""Tension from which deeds that calm count more."""
_TRUST = 80
"""What an understanding counts besides that two sides keep: trust rises (R19.9)."""
_DEEDS = {a.ACT_HOLD: 150, a.ACT_DRAW: 300, a.ACT_QUIET: 120, a.ACT_STEP: 200}
"""What a deed of the other side is worth; of the own side a third."""
_BURDEN = {a.ACT_HOLD: 90, a.ACT_DRAW: 280, a.ACT_QUIET: 60, a.ACT_STEP: 260, a.ACT_SIGN: 400}
"""What a deed is thought to cost another delegation."""
_STEP_OF_MOOD = 100
"""What one step of the curve of odds counts in points."""
_GOODWILL = 100
"""What an offer must be worth to the other, as far as its mandate tells."""


class Bargain:
    """What can be exchanged with one other delegation."""

    def __init__(self, turn: Weighing, them: int) -> None:
        self.turn = turn
        self.view = turn.view
        self.them = them
        sides = turn.view.setting.side_of
        self.rivals = sides[them] != sides[turn.seat] and is_armed(turn.view, them) and is_armed(turn.view, turn.seat)
        self.believed = turn.heard.believed(them)
        self._gains: dict[int, int] = {}
        self._costs: dict[int, int | None] = {}

    @cached_property
    def asks(self) -> set[tuple[int, int]]:
        """Changes that the own Proposals ask for."""
        return {self.view.setting.asks[card] for card in self.view.proposals}

    @property
    def margin(self) -> int:
        """What it asks of an understanding above its cost."""
        return max(0, self.turn.mind.margin) // 10 - (_TRUST if self.rivals else 0)

    def surplus(self, theirs: int, own: int) -> int | None:
        """What an exchange of acts is worth to it above what it asks; None if it never does its own."""
        cost = self.cost(own)
        return None if cost is None else self.gain(theirs) * self.believed // WHOLE - cost - self.margin

    # --- the own side of it -----------------------------------------------------------------------------------

    def gain(self, act: int) -> int:
        """What an act of the other is worth to it."""
        if act not in self._gains:
            kind, about = self.view.setting.acts[act]
            self._gains[act] = self._gain(kind, about)
        return self._gains[act]

    def _gain(self, kind: int, about: int) -> int:
        turn = self.turn
        if kind in _DEEDS:
            worth = _DEEDS[kind] * (3 if self.view.tracks[TENSION] >= _CALM else 2) // 2
            if kind == a.ACT_QUIET and not self.view.hand_counts[2][self.them]:
                return 0
            return worth if self.rivals else worth // 3
        if kind == a.ACT_SIGN:
            surplus = turn.mind.worth(self.view.text) - turn.mind.walk
            return max(0, surplus) // 3 if turn.mind.signs(self.view.text) else 0
        if kind not in (a.ACT_LET, a.ACT_TABLE):
            return 0
        changes = (self.view.setting.changes[about],)
        found = turn.mind.verdict(changes)
        if not found.accepts or (kind == a.ACT_LET and changes[0] not in self.asks):
            return 0
        worth = found.gain + HOME_GAIN * found.home + _ADOPTED
        if kind == a.ACT_TABLE:
            return max(0, worth * turn.outlook.odds(changes, {self.them: WHOLE}) // WHOLE // 2)
        better = turn.outlook.odds(changes, {self.them: _LET}) - turn.outlook.odds(changes)
        return max(0, worth * better // WHOLE)

    def cost(self, act: int) -> int | None:
        """What an act of its own costs it; None if it does not do that."""
        if act not in self._costs:
            kind, about = self.view.setting.acts[act]
            self._costs[act] = self._cost(kind, about)
        return self._costs[act]

    def _cost(self, kind: int, about: int) -> int | None:
        turn, habits = self.turn, self.turn.who.habits
        if kind in (a.ACT_LET, a.ACT_TABLE):
            return self._cost_of_change(kind, about)
        if kind == a.ACT_HOLD:
            return 20 + 4 * (habits["build"] + habits["exercise"])
        if kind == a.ACT_DRAW:
            behind = turn.facts.ahead < 0
            return None if behind and habits["draw"] < 20 else 300 - 4 * habits["draw"] + 150 * behind
        if kind == a.ACT_QUIET:
            return 10 + 4 * habits["press"] if self.view.pressure else 0
        if kind == a.ACT_STEP:
            able = self.view.concessions and self.view.seat_tracks[SUPPORT][turn.seat] >= 2
            return 350 - 4 * habits["step"] if able else None
        return 0 if kind == a.ACT_SIGN and turn.mind.signs(self.view.text) else None

    def _cost_of_change(self, kind: int, about: int) -> int | None:
        mind = self.turn.mind
        changes = (self.view.setting.changes[about],)
        found = mind.verdict(changes)
        if found.reason in ("red", "below") or self.turn.would_object(changes):
            return None
        if kind == a.ACT_TABLE and changes[0] not in self.asks:
            return None
        balance = found.gain + mind.home_weight * min(0, found.home)
        return max(0, -balance) * _TABLED // 100 + (50 if kind == a.ACT_TABLE else 0)

    # --- the side of the other --------------------------------------------------------------------------------

    def for_them(self, own: int, theirs: int) -> int:
        """What the other is thought to win if the bot does its own act for theirs."""
        return self._benefit(own) - self._burden(theirs)

    def _benefit(self, act: int) -> int:
        kind, about = self.view.setting.acts[act]
        if kind in _DEEDS:
            worth = 0 if kind == a.ACT_QUIET and not self.view.pressure else _DEEDS[kind]
            return worth if self.rivals else worth // 3
        if kind in (a.ACT_LET, a.ACT_TABLE):
            return max(0, self._mood(about)) * _STEP_OF_MOOD // 2
        return _BURDEN[a.ACT_SIGN] // 2 if kind == a.ACT_SIGN else 0

    def _burden(self, act: int) -> int:
        kind, about = self.view.setting.acts[act]
        if kind in (a.ACT_LET, a.ACT_TABLE):
            return max(0, -self._mood(about)) * _STEP_OF_MOOD
        return _BURDEN.get(kind, 10 * POINT)

    def _mood(self, about: int) -> int:
        return self.turn.outlook.mood(self.them, (self.view.setting.changes[about],))


# --- answering ----------------------------------------------------------------------------------------------------


def answer(turn: Weighing, exchange: Exchange) -> Action:
    """Agree if it is worth it; else ask for what would make it so, once; else refuse."""
    seat, them = turn.seat, exchange.to if exchange.seat == turn.seat else exchange.seat
    if turn.wronged_by(them):
        return Action(ANSWER, (a.REFUSE,))
    bargain = Bargain(turn, them)
    theirs, own = act_of(exchange, them), act_of(exchange, seat)
    worth = bargain.surplus(theirs, own)
    if worth is not None and worth >= 0:
        return Action(ANSWER, (a.AGREE,))
    if exchange.answers:
        return Action(ANSWER, (a.REFUSE,))
    best, chosen = 0, Action(ANSWER, (a.REFUSE,))
    for action in turn.legal:
        if action.args[0] not in (a.COUNTER_MINE, a.COUNTER_YOURS):
            continue
        mine, asked = (action.args[1], theirs) if action.args[0] == a.COUNTER_MINE else (own, action.args[1])
        worth = bargain.surplus(asked, mine)
        if worth is not None and worth >= 0 and bargain.for_them(mine, asked) > best:
            best, chosen = bargain.for_them(mine, asked), action
    return chosen


# --- offering -----------------------------------------------------------------------------------------------------


def offer(turn: Weighing, to: Iterable[int]) -> Action | None:
    """The offer that is worth most to it, of those that seem worth something to the other too; None if none is."""
    best, chosen = 0, None
    made = {each.said[2:5] for each in turn.view.talk if each.said[1] == a.OFFER and each.round == turn.view.round}
    for them in to:
        if turn.wronged_by(them):
            continue
        bargain = Bargain(turn, them)
        pairs = [each.args[2:] for each in turn.legal if each.args[0] == a.OFFER and each.args[1] == them]
        costs = {own for own, _ in pairs if bargain.cost(own) is not None}
        gains = {theirs for _, theirs in pairs if bargain.gain(theirs) > 0}
        legal = set(pairs)
        for own, theirs in sorted(product(costs, gains)):
            if (own, theirs) not in legal or (to_ := (them, own, theirs)) in made:
                continue
            worth = bargain.surplus(theirs, own)
            if worth is not None and worth > best and bargain.for_them(own, theirs) >= _GOODWILL:
                best, chosen = worth, Action(MESSAGE, (a.OFFER, *to_))
    return chosen
