"""Ratification (R15): home reactions, RALLY, SPEND and pledges, and the vote of the capitals, which may hesitate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine.actions import (
    ASK,
    PAY,
    PAY_CARD,
    PAY_GOAL,
    PAY_NONE,
    PAY_NOTHING_ACTION,
    PAY_PLEDGE,
    PLEDGE,
    RALLY,
    RALLY_ACTION,
    SPEND,
    SPEND_ACTION,
    Action,
)
from summit_game.engine.board import CAPITALS, NOBODY
from summit_game.engine.events import (
    CONCESSION,
    CapitalAnswered,
    CapitalHesitated,
    CapitalPaid,
    CapitalVoted,
    CardSpent,
    GoalGivenUp,
)
from summit_game.engine.formula import evaluate
from summit_game.engine.module import Line, Message, Names, RuleModule
from summit_game.engine.queries import agreed
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import CREDIBILITY, SUPPORT
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.engine.voting import ask_step
from summit_game.rules.params import Params

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes
    from summit_game.engine.legal import Hand
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting


class Ratification(RuleModule):
    """Support at home.

    Slice: per seat 1 if it rallied this round; per seat its pledges as bits of issues; per seat the points that it
    has paid at home.
    """

    id = "ratification"
    version = "2"
    clauses = ("R15.1", "R15.2", "R15.2a", "R15.3", "R15.4", "R15.5", "R15.5a", "R15.5b", "R15.5c", "R15.6")
    tracks = ("support",)
    verbs = (
        Verb("rally", (), "R15.2", code=(RALLY,)),
        Verb("pledge", (Arg(Kind.ISSUE),), "R15.3", asks_twice=True, code=(PLEDGE,)),
        Verb("spend", (), "R15.2a", code=(SPEND,)),
        Verb("ask", (Arg(Kind.CHANGE),), "R15.5a", code=(ASK,), phases=(CAPITALS,)),
        Verb("pay none", (), "R15.5c", asks_twice=True, code=(PAY, PAY_NONE), phases=(CAPITALS,)),
        Verb("pay card", (Arg(Kind.CONCESSION),), "R15.5b", code=(PAY, PAY_CARD), phases=(CAPITALS,)),
        Verb("pay pledge", (Arg(Kind.ISSUE),), "R15.5b", code=(PAY, PAY_PLEDGE), phases=(CAPITALS,)),
        Verb("pay goal", (), "R15.5b", asks_twice=True, code=(PAY, PAY_GOAL), phases=(CAPITALS,)),
    )

    class Params(Params):
        need: int = Field(4, description="Support plus draw, less the red-line penalty, that ratifies.")
        draw: tuple[int, ...] = Field((-2, -1, -1, 0, 1, 2), min_length=6, max_length=6, description="By flash number.")
        red_line: int = Field(3, ge=0)
        loss_max: int = Field(2, ge=0)
        gain_max: int = Field(0, ge=0)
        rally: int = Field(1, ge=0)
        rally_up_to: int = Field(99, ge=0, description="Highest Support at which RALLY is offered.")
        spend: int = Field(0, ge=0, description="Support that SPEND wins (R15.2a); 0: there is no SPEND.")
        spend_rivalry: int = Field(1, ge=0)
        hesitation: bool = Field(False, description="A capital that falls short hesitates instead of refusing (R15.5).")
        pay_most: int = Field(2, ge=0, description="Cards and pledges that a hesitating delegation may pay.")
        pay_points: int = Field(4, ge=0, description="Points of its score that each of them costs.")
        goal_covers: int = Field(2, ge=0, description="Shortage that a goal covers that is given up.")
        pledge_gain: int = Field(2, ge=0)
        pledge_loss: int = Field(3, ge=0)
        pledge_credibility: int = Field(1, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.seats = len(names.seats)
        self.loss_max, self.gain_max = params.loss_max, params.gain_max
        self.need: int = params.need
        self.draw: tuple[int, ...] = params.draw
        self.red_line: int = params.red_line
        self.rally, self.pledge_gain = params.rally, params.pledge_gain
        self.hesitation: bool = params.hesitation
        self.pay_most: int = params.pay_most
        self.pay_points: int = params.pay_points
        self.goal_covers: int = params.goal_covers
        self.rivalry = names.tracks.get("rivalry", -1)
        self.pledge_actions = [Action(PLEDGE, (issue,)) for issue in range(len(names.issues))]

    def slice_start(self, setting: Setting) -> list[int]:
        return [0] * (3 * self.seats)

    def rallied(self, board: Board, seat: int) -> bool:
        """Whether the seat has rallied or pledged in this round."""
        return bool(board.slices[self.index][seat])

    def pledges(self, board: Board, seat: int) -> int:
        """The issues that the seat has pledged, as bits."""
        return board.slices[self.index][self.seats + seat]

    def paid(self, board: Board, seat: int) -> int:
        """Points that the seat has paid at home (R15.5b)."""
        return board.slices[self.index][2 * self.seats + seat]

    def round_begins(self, ops: Ops) -> None:
        for seat in range(self.seats):
            ops.set_slice(self.index, seat, 0)

    def home_reaction(self, board: Board, seat: int, changes: Changes) -> int:
        """R15.1: gains minus losses against the mandate, never a gain over the whole package."""
        spec = board.setting.seat_specs[seat]
        gain = loss = 0
        for issue, level in changes:
            old = board.text[issue]
            out = spec.out[issue]
            before, after = out[old if old > 0 else 0], out[level]
            if after > before:
                loss += after - before
            elif after < before or (after == 0 and old != level):
                gain += 1
        for hook in board.rules.hooks.home_loss:
            loss += hook(board, seat, changes)
        net = gain - loss
        return -self.loss_max if net < -self.loss_max else self.gain_max if net > self.gain_max else net

    def broken_pledges(self, board: Board, seat: int, changes: Changes) -> tuple[int, ...]:
        """Pledged issues that the changes move further outside the seat's mandate (R15.4)."""
        pledges = self.pledges(board, seat)
        if not pledges:
            return ()
        out = board.setting.seat_specs[seat].out
        return tuple(
            issue
            for issue, level in changes
            if pledges >> issue & 1 and out[issue][level] > out[issue][board.level(issue)]
        )

    def floor_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """R15.2, R15.2a and R15.3."""
        if board.slices[self.index][seat]:
            return ()
        result = [] if self._rally_barred(board, seat) else [RALLY_ACTION]
        if self._pledge_barred(board, seat) is None:
            pledges = self.pledges(board, seat)
            result += [action for action in self.pledge_actions if not pledges >> action.args[0] & 1]
        if self.params.spend:
            result.append(SPEND_ACTION)
        return tuple(result)

    def _rally_barred(self, board: Board, seat: int) -> Refusal | None:
        if board.seat_tracks[SUPPORT][seat] > self.params.rally_up_to:
            return Refusal("R15.2", "rally-not-needed", {"most": self.params.rally_up_to})
        return None

    def _pledge_barred(self, board: Board, seat: int) -> Refusal | None:
        if board.seat_tracks[CREDIBILITY][seat] < 1:
            return Refusal("R15.3", "pledge-needs-credibility")
        return None

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        if action.verb in (ASK, PAY):
            return self._why_not_at_home(board, action)
        if self.rallied(board, seat):
            return Refusal("R15.2", "has-rallied")
        if action.verb == SPEND:
            return Refusal("R15.2a", "no-spend")
        if action.verb == RALLY:
            return self._rally_barred(board, seat)
        barred = self._pledge_barred(board, seat)
        if barred is not None:
            return barred
        return Refusal("R15.3", "has-pledged", {"id": board.setting.issues[action.args[0]].id})

    def status(self, board: Board) -> list[Message]:
        """Who has pledged what (R15.3)."""
        lines = []
        for seat, spec in enumerate(board.setting.seat_specs):
            pledges = self.pledges(board, seat)
            named = ", ".join(issue.id for at, issue in enumerate(board.setting.issues) if pledges >> at & 1)
            if named:
                lines.append(Message("status-pledges", {"who": spec.name, "issues": named}))
        return lines

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        if action.verb in (ASK, PAY):
            self._at_home(ops, seat, action)
            return
        ops.set_slice(self.index, seat, 1)
        if action.verb == RALLY:
            ops.move_seat_track(SUPPORT, seat, self.rally, "R15.2")
        elif action.verb == SPEND:
            ops.move_seat_track(SUPPORT, seat, self.params.spend, "R15.2a")
            if self.rivalry >= 0:
                ops.move_track(self.rivalry, self.params.spend_rivalry, "R15.2a")
        else:
            ops.set_slice(self.index, self.seats + seat, self.pledges(ops.state, seat) | 1 << action.args[0])
            ops.move_seat_track(SUPPORT, seat, self.pledge_gain, "R15.3")

    def on_consent(self, ops: Ops, objectors: Sequence[int]) -> None:
        """R15.1 and R15.4, for every delegation that consents."""
        state, package = ops.state, ops.state.package
        assert package is not None
        consenting = [seat for seat in state.setting.seats if seat not in objectors]
        for seat in consenting:
            reaction = self.home_reaction(state, seat, package.changes)
            if reaction:
                ops.move_seat_track(SUPPORT, seat, reaction, "R15.1")
        for seat in consenting:
            for issue in self.broken_pledges(state, seat, package.changes):
                ops.set_slice(self.index, self.seats + seat, self.pledges(state, seat) & ~(1 << issue))
                ops.move_seat_track(SUPPORT, seat, -self.params.pledge_loss, "R15.4")
                ops.move_seat_track(CREDIBILITY, seat, -self.params.pledge_credibility, "R15.4")

    # --- the capitals -----------------------------------------------------------------------------------------

    def ratify(self, ops: Ops, signatories: Sequence[int]) -> list[int]:
        """R15.5: Support, plus the draw if there is one, less the red-line penalty, against what a capital asks."""
        state = ops.state
        purpose = "ratification" if state.asker != NOBODY else "final ratification"
        failed = []
        for seat in signatories:
            draw = self.draw[ops.flash(purpose, seat) - 1] if any(self.draw) else 0
            short = self.short(state, seat, draw)
            if short > 0 and self.hesitation and self._can_help(ops, seat, short):
                ops.record(CapitalHesitated(seat, short))
            else:
                self._voted(ops, seat, draw, short <= 0)
                failed += [seat] if short > 0 else []
        return failed

    def penalty(self, board: Board, seat: int) -> int:
        """What the capital asks besides, where the text touches a red line."""
        red_line: int = self.red_line
        return red_line if board.setting.touches_red_line(seat, board.text) else 0

    def short(self, board: Board, seat: int, draw: int = 0) -> int:
        """By how much a capital falls short of ratifying the text as it stands; 0 or less: it ratifies."""
        asked: int = self.need + self.penalty(board, seat)
        return asked - board.seat_tracks[SUPPORT][seat] - draw

    def _voted(self, ops: Ops, seat: int, draw: int, ratified: bool) -> None:
        state = ops.state
        support, penalty = state.seat_tracks[SUPPORT][seat], self.penalty(state, seat)
        ops.record(CapitalVoted(seat, ratified, support, draw, penalty))

    def _can_help(self, ops: Ops, seat: int, short: int) -> bool:
        """Whether all that the delegation may do could cover the shortage (R15.5c)."""
        state = ops.state
        own = state.own[seat]
        goal = self.goal_covers if own.goal_test and evaluate(own.goal_test, state) else 0
        return short <= bool(self._steps(state, seat)) + self._payable(state, own, seat) + goal

    def _payable(self, board: Board, hand: Hand, seat: int) -> int:
        paid = board.hesitation.paid if board.hesitation else 0
        pledges = bin(self.pledges(board, seat)).count("1")
        return max(0, min(self.pay_most - paid, len(hand.concessions) + pledges))

    def _steps(self, board: Board, seat: int) -> list[Action]:
        """Agreed issues outside the mandate, one level towards it, not below 1 (R15.5a)."""
        setting = board.setting
        out = setting.seat_specs[seat].out
        return [
            Action(ASK, (setting.changes.index((issue, to)),))
            for issue, level in agreed(board)
            if out[issue][level]
            for to in (level - 1, level + 1)
            if 1 <= to < len(out[issue]) and out[issue][to] < out[issue][level]
        ]

    def capital_menu(self, board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
        """R15.5a and R15.5b."""
        hesitation = board.hesitation
        if hesitation is None or hesitation.seat != seat:
            return ()
        result = [PAY_NOTHING_ACTION]
        if not hesitation.asked:
            result += self._steps(board, seat)
        if self._payable(board, hand, seat):
            result += [Action(PAY, (PAY_CARD, card)) for card in sorted(set(hand.concessions))]
            pledges = self.pledges(board, seat)
            result += [Action(PAY, (PAY_PLEDGE, at)) for at in range(len(board.text)) if pledges >> at & 1]
        if hand.goal_test and self.goal_covers and evaluate(hand.goal_test, board):
            result.append(Action(PAY, (PAY_GOAL,)))
        return tuple(result)

    def _why_not_at_home(self, board: Board, action: Action) -> Refusal:
        hesitation = board.hesitation
        if action.verb == ASK:
            asked = hesitation is not None and hesitation.asked
            return Refusal("R15.5a", "has-asked" if asked else "ask-not-towards-mandate")
        if action.args[0] == PAY_GOAL:
            return Refusal("R15.5b", "goal-does-not-hold")
        if hesitation is not None and hesitation.paid >= self.pay_most:
            return Refusal("R15.5b", "has-paid", {"most": self.pay_most})
        return Refusal("R15.5b", "pay-not-held")

    def _at_home(self, ops: Ops, seat: int, action: Action) -> None:
        """R15.5a to R15.5c."""
        state = ops.state
        if action.verb == ASK:
            ask_step(ops, seat, *state.setting.changes[action.args[0]])
            return
        kind, *rest = action.args
        if kind == PAY_NONE:
            self._final(ops, seat, False)
            return
        if kind == PAY_GOAL:
            ops.record(GoalGivenUp(seat, state.own[seat].goal))
        else:
            if kind == PAY_CARD:
                ops.record(CardSpent(seat, CONCESSION, rest[0]))
            else:
                ops.set_slice(self.index, self.seats + seat, self.pledges(state, seat) & ~(1 << rest[0]))
            ops.set_slice(self.index, 2 * self.seats + seat, self.paid(state, seat) + self.pay_points)
        ops.record(CapitalPaid(seat, kind, self.goal_covers if kind == PAY_GOAL else 1))
        self._settled(ops, seat)

    def step_answered(self, ops: Ops, seat: int) -> None:
        """R15.5a."""
        self._settled(ops, seat)

    def _settled(self, ops: Ops, seat: int) -> None:
        """The capital ratifies once nothing is short, and refuses once nothing more can be done (R15.5c)."""
        state = ops.state
        assert state.hesitation is not None
        if state.hesitation.short <= 0:
            self._final(ops, seat, True)
        elif len(self.capital_menu(state, state.own[seat], seat)) == 1:
            self._final(ops, seat, False)

    def _final(self, ops: Ops, seat: int, ratified: bool) -> None:
        self._voted(ops, seat, 0, ratified)
        ops.record(CapitalAnswered(seat, ratified))

    def score_lines(self, board: Board, seat: int) -> list[Line]:
        """R15.5b."""
        paid = self.paid(board, seat)
        return [Line.of("line-paid-at-home", -paid, "R15.5b")] if paid else []
