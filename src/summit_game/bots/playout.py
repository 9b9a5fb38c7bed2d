"""Playing a world to its end quickly: every delegation follows one simple policy for its (guessed) brief.

Inside a world nothing is hidden, so a delegation that tables knows who would object; that makes these games shorter
and more fruitful than real ones. The first vote on a treaty ends a playout: its odds are reckoned, not drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summit_game.bots.others import WHOLE, Capitals, curve
from summit_game.bots.sketch import apart, aside
from summit_game.bots.worlds import Guess
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import (
    AMENDMENT,
    BRACKETS,
    CORRIDOR,
    FINAL,
    FLOOR,
    POSTURE,
    REASONS,
    SIGNING,
    STEP_VOTE,
    TALK,
    VOTE,
    Changes,
)
from summit_game.engine.formula import evaluate
from summit_game.engine.legal import menu
from summit_game.engine.play import apply
from summit_game.engine.queries import decisive, home_reaction, objections_fail, order_zones, sign_barred
from summit_game.engine.scoring import score
from summit_game.engine.setting import PRESSURE_TOKENS, SUPPORT
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.talk import neutral
from summit_game.engine.view import View

POINT = 100
_HOME = 200
_NEW_ISSUE = 300
_ASK = 300
"""Least odds of ratification, in thousandths, at which the question is put before the last round."""
_FULL = 6
_GUESSWORK = 300
_SIGN_STEP = 150
_NEVER = 60_00

_LEAST = {CORRIDOR: a.NO_PROMISE_ACTION, REASONS: a.NAME_NOTHING_ACTION, AMENDMENT: a.AMEND_NOTHING_ACTION}
"""What a delegation does where a playout does not think."""


class Playout:
    """One world being played. `view` is whose result counts; `losses` is what each seat gives up in one package."""

    def __init__(
        self, view: View, state: State, guesses: Mapping[int, Guess], losses: Mapping[int, int], stream: Stream
    ) -> None:
        self.view = view
        self.state = state
        self.capitals = Capitals(view)
        self.values = {seat: guess.values for seat, guess in guesses.items()}
        self.walks = {seat: guess.walk for seat, guess in guesses.items()}
        self.losses = losses
        self.stream = stream
        self.nodes = 0

    def result(self, seat: int, action: Action) -> int:
        """Points at the end for the seat of the view, in hundredths, if it takes this action now."""
        state = self.state
        if action.verb == a.SIGN:
            return self.treaty(seat)
        apply(state, seat, action)
        self.nodes += 1
        while state.waiting:
            if state.phase in (SIGNING, FINAL):
                return self.treaty(state.asker)
            now = state.waiting[0]
            chosen = self.policy(now)
            if chosen.verb == a.SIGN:
                return self.treaty(now)
            apply(state, now, chosen)
            self.nodes += 1
        me = self.view.seat
        return POINT * score(state, me, self.view.held, state.ending).points

    def policy(self, seat: int) -> Action:
        """What a delegation does next."""
        phase = self.state.phase
        if phase == FLOOR:
            return self.floor(seat)
        if phase in (VOTE, STEP_VOTE):
            package = self.state.package
            assert package is not None
            return a.SILENCE_ACTION if self.accepts(seat, package.changes) else a.OBJECT_ACTION
        if phase == POSTURE:
            _, over = order_zones(self.state, seat, self.state.own[seat].orders)
            return Action(a.ORDER, (a.DRAW, over[0])) if over else a.HOLD_ACTION
        if phase == TALK:
            return neutral(self.state.own[seat].talk, seat)
        return _LEAST.get(phase) or menu(self.state, self.state.own[seat], seat)[0]

    # --- texts ------------------------------------------------------------------------------------------------

    def gain(self, seat: int, changes: Changes) -> int:
        """Change of the expected value of the text to a seat."""
        rows, text, total = self.values[seat], self.state.text, 0
        for issue, level in changes:
            row, old = rows[issue], text[issue]
            total += row[level] - (row[old] if old != BRACKETS else (row[1] + row[2 if len(row) > 2 else 1]) // 2)
        return total

    def accepts(self, seat: int, changes: Changes) -> bool:
        """Whether a delegation lets a package pass."""
        red = self.state.setting.seat_specs[seat].red
        for issue, level in changes:
            if red[issue][level]:
                return False
        gain = self.gain(seat, changes)
        if gain + self.losses[seat] < 0:
            return False
        return gain + _HOME * home_reaction(self.state, seat, changes) + self.losses[seat] >= 0

    def passes(self, tabler: int, changes: Changes) -> bool:
        """Whether a package would pass."""
        others = [seat for seat in self.state.setting.seats if seat != tabler]
        against = []
        slack = self.state.setting.options.slack
        for seat in others:
            if not self.accepts(seat, changes):
                against.append(seat)
                if len(against) > slack:
                    return False
        return objections_fail(self.state, changes, against)

    def worth(self, seat: int, text: Sequence[int]) -> int:
        """Value of a text to a seat, open issues at level 0."""
        return sum(row[level if level > 0 else 0] for row, level in zip(self.values[seat], text, strict=True))

    def surplus(self, seat: int) -> int:
        """What the text as it stands is worth to a delegation above no deal; far below zero at a red line."""
        state = self.state
        if state.setting.touches_red_line(seat, state.text):
            return -_NEVER
        tokens = state.seat_tracks[PRESSURE_TOKENS][seat] * state.setting.options.pressure_value * POINT
        walk = self.walks[seat] - (tokens if seat != self.view.seat else 0)
        return self.worth(seat, state.text) - walk

    def signs(self, seat: int) -> bool:
        """Whether a delegation would put the question; of others only a guess is known, so it need not be exact."""
        return self.surplus(seat) >= (0 if seat == self.view.seat else -_GUESSWORK)

    def treaty(self, asker: int) -> int:
        """Points for the seat of the view once the question is put: signing and ratifying by their odds."""
        state = self.state
        text = tuple(state.text)
        treaty = tuple((issue, level) for issue, level in enumerate(text) if level != BRACKETS)
        all_in, one_out = WHOLE, 0
        for seat in state.setting.seats:
            each = self.capitals.one(seat, text, state.seat_tracks[SUPPORT][seat])
            if seat == self.view.seat:
                each = each if self.surplus(seat) >= 0 else 0
            elif seat != asker:
                each = each * curve(self.surplus(seat) // _SIGN_STEP + 3) // WHOLE
            lone = state.setting.options.slack and not decisive(state, seat, treaty)
            one_out = one_out * each // WHOLE + (all_in * (WHOLE - each) // WHOLE if lone else 0)
            all_in = all_in * each // WHOLE
        odds = all_in + one_out
        again = WHOLE // 2 if state.round < state.setting.options.rounds else 0
        odds += (WHOLE - odds) * (odds * again // WHOLE) // WHOLE
        base = POINT * apart(self.view, state)
        gain = POINT * self.view.held.value(text) - base
        return base + odds * gain // WHOLE + POINT * aside(self.view, state) + self._goal()

    def _goal(self) -> int:
        """What the own goal is worth as things stand, in hundredths of a point."""
        goal = self.view.held.goal
        met = goal is not None and evaluate(goal.test, self.state)
        return POINT * self.view.setting.options.goal_worth * met

    # --- floor ------------------------------------------------------------------------------------------------

    def floor(self, seat: int) -> Action:
        """Ask if it pays, mend fences when it is time, else the best package that would pass."""
        state = self.state
        last = state.round >= state.setting.options.rounds
        support = state.seat_tracks[SUPPORT][seat]
        if sign_barred(state) is None and self.signs(seat):
            odds = self.capitals.odds(state, state.text, state.seat_tracks[SUPPORT])
            if odds >= _ASK or last:
                return a.SIGN_ACTION
        late = state.round + 2 >= state.setting.options.sign_from
        if support < _FULL and (late or support < 3) and self.stream.chance(1, 2):
            for hook in state.rules.hooks.floor_menu:
                if a.RALLY_ACTION in hook(state, seat):
                    return a.RALLY_ACTION
        found = self.package(seat)
        return found if found is not None else a.PASS_ACTION

    def package(self, seat: int) -> Action | None:
        """The best package for the seat that would pass, among single Proposals and those with one Concession."""
        state, setting = self.state, self.state.setting
        own, text = state.own[seat], state.text
        gives = [(setting.gives[card], card) for card in dict.fromkeys(own.concessions)]
        gives = [(give, card) for give, card in gives if text[give[0]] != give[1]]
        ranked: list[tuple[int, Changes, Action]] = []
        for card in dict.fromkeys(own.proposals):
            ask = setting.asks[card]
            if text[ask[0]] == ask[1]:
                continue
            alone: Changes = (ask,)
            ranked.append((self._pull(seat, alone), alone, Action(a.TABLE, (card,))))
            for give, conceded in gives:
                if give[0] != ask[0]:
                    both: Changes = (ask, give)
                    ranked.append((self._pull(seat, both), both, Action(a.TABLE, (card, conceded))))
        ranked.sort(key=lambda each: -each[0])
        for pull, changes, action in ranked[:6]:
            if pull <= 0:
                break
            if self.passes(seat, changes):
                return action
        return None

    def _pull(self, seat: int, changes: Changes) -> int:
        text = self.state.text
        return self.gain(seat, changes) + _NEW_ISSUE * sum(text[issue] == BRACKETS for issue, _ in changes)
