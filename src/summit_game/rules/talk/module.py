"""The rule module of R19. Its public state: per pair understandings kept, words shown to be broken, and amends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import ANSWER, MESSAGE, WRITE, Action
from summit_game.engine.amendment import told_package
from summit_game.engine.board import BROKEN, GONE, KEPT, NOBODY, OPEN, TALK
from summit_game.engine.module import Names, RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import CREDIBILITY, MINUS, PLUS, SUPPORT, TRUST
from summit_game.engine.talk import act_of, asked, covered, other, sounded, spent, word
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.rules.params import Params
from summit_game.rules.talk import keeping, menu
from summit_game.rules.talk.keeping import Verdict
from summit_game.rules.talk.writing import may_write, writings

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes, Exchange
    from summit_game.engine.legal import Hand
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting

_PHASES = (TALK,)
_SEAT, _ISSUE, _CHANGE, _ACT = Arg(Kind.SEAT), Arg(Kind.ISSUE), Arg(Kind.CHANGE), Arg(Kind.ACT)


def _message(id_: str, kind: int, clause: str, *args: Arg, asks_twice: bool = False) -> Verb:
    return Verb(id_, args, clause, asks_twice, (MESSAGE, kind), _PHASES)


def _answer(id_: str, kind: int, clause: str, *args: Arg, asks_twice: bool = False) -> Verb:
    return Verb(id_, args, clause, asks_twice, (ANSWER, kind), _PHASES)


class Talk(RuleModule):
    """Messages in the Corridor, understandings and warnings, and what becomes of a word.

    Slice, with n seats: n × n understandings that two have kept; n × n words of one that another has shown to be
    broken; n × n whether one has mended with another (R19.12); 1 if trust has risen in this round (R19.9).
    """

    id = "talk"
    clauses = tuple(f"R19.{number}" for number in range(1, 15))
    verbs = (
        _message("nothing", a.NOTHING, "R19.1"),
        _message("ask first", a.ASK_FIRST, "R19.3", _SEAT),
        _message("ask cheap", a.ASK_CHEAP, "R19.3", _SEAT),
        _message("ask sign", a.ASK_SIGN, "R19.3", _SEAT),
        _message("sound", a.SOUND, "R19.3", _SEAT, _CHANGE, Arg(Kind.CHANGE, 0, 1, word="and")),
        _message("say need", a.SAY_NEED, "R19.7", _SEAT, _ISSUE),
        _message("say free", a.SAY_FREE, "R19.7", _SEAT, _ISSUE),
        _message("say all need", a.ALL_NEED, "R19.7", _ISSUE),
        _message("say all free", a.ALL_FREE, "R19.7", _ISSUE),
        _message("offer", a.OFFER, "R19.8", _SEAT, _ACT, Arg(Kind.ACT, word="for"), asks_twice=True),
        _message(
            "warn",
            a.WARN,
            "R19.11",
            _SEAT,
            _ACT,
            Arg(Kind.OPTION, word="else", options=a.PENALTIES),
            asks_twice=True,
        ),
        _message("withdraw", a.WITHDRAW, "R19.11", _SEAT),
        _message("accuse", a.ACCUSE, "R19.10", _SEAT, asks_twice=True),
        _message("regret support", a.REGRET_SUPPORT, "R19.12", _SEAT, asks_twice=True),
        _message("regret card", a.REGRET_CARD, "R19.12", _SEAT, Arg(Kind.CONCESSION), asks_twice=True),
        _answer("decline", a.DECLINE, "R19.3"),
        _answer("no", a.NO, "R19.3"),
        _answer("refuse", a.REFUSE, "R19.8"),
        _answer("yes", a.YES, "R19.3"),
        _answer("tell", a.TELL, "R19.3", _ISSUE),
        _answer("only with", a.ONLY, "R19.3", _CHANGE),
        _answer("missing", a.MISSING, "R19.3", _CHANGE),
        _answer("agree", a.AGREE, "R19.8", asks_twice=True),
        _answer("counter mine", a.COUNTER_MINE, "R19.8", _ACT),
        _answer("counter yours", a.COUNTER_YOURS, "R19.8", _ACT),
        Verb(
            "write",
            (
                _CHANGE,
                Arg(Kind.PROPOSAL, word="into"),
                Arg(Kind.PROPOSAL, word="laying"),
                Arg(Kind.CONCESSION, 0, 2, word="with"),
            ),
            "R19.5",
            asks_twice=True,
            code=(WRITE,),
        ),
    )

    class Params(Params):
        offers: int = Field(3, ge=0, le=9, description="Offers that a delegation may make in a round (R19.8).")
        open_talk: bool = Field(False, description="All hear what is said (R19.2).")
        later: bool = Field(False, description="Side understandings that count after the game may be offered (R19.8).")
        kept_trust: int = Field(1, ge=0, description="Trust for the first understanding of a round that sides keep.")
        broken_trust: int = Field(1, ge=0)
        broken_credibility: int = Field(1, ge=0)
        empty_credibility: int = Field(1, ge=0, description="Credibility that an empty warning costs (R19.11).")
        regret_credibility: int = Field(1, ge=0)

    def __init__(self, params: Params, names: Names) -> None:
        super().__init__(params, names)
        self.seats = len(names.seats)

    def slice_start(self, setting: Setting) -> list[int]:
        return [0] * (3 * self.seats * self.seats + 1)

    # --- the slice --------------------------------------------------------------------------------------------

    def _at(self, part: int, one: int, two: int) -> int:
        return (part * self.seats + one) * self.seats + two

    def _count(self, ops: Ops, part: int, one: int, two: int) -> None:
        at = self._at(part, one, two)
        ops.set_slice(self.index, at, ops.state.slices[self.index][at] + 1)

    def kept(self, board: Board, one: int, two: int) -> int:
        """Understandings that two delegations have kept."""
        return board.slices[self.index][self._at(0, one, two)]

    def broken(self, board: Board, one: int, to: int) -> int:
        """Words of one delegation to another that the other has shown to be broken."""
        return board.slices[self.index][self._at(1, one, to)]

    def mended(self, board: Board, one: int, to: int) -> bool:
        """Whether one delegation has expressed its regret to another (R19.12)."""
        return bool(board.slices[self.index][self._at(2, one, to)])

    def _rules(self, board: Board, seat: int) -> menu.Rules:
        pairs = frozenset((seat, to) for to in board.setting.seats if self.mended(board, seat, to))
        return menu.Rules(self.params.offers, self.params.later, pairs)

    # --- what may be said -------------------------------------------------------------------------------------

    def talk_menu(self, board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
        """R19.1 to R19.12."""
        rules = self._rules(board, seat)
        if asked(hand.talk, seat) is not None:
            return tuple(menu.answers(rules, board, hand, seat))
        return tuple(menu.messages(rules, board, hand, seat))

    def judges(self, board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
        rules = self._rules(board, seat)
        if action.verb == WRITE:
            return None if may_write(board, hand, seat, action) else Refusal("R19.5", "nothing-told-to-write")
        if action.verb == ANSWER:
            return menu.why_no_answer(rules, board, hand, seat, action)
        if asked(hand.talk, seat) is not None:
            return Refusal("R19.2", "answer-first")
        return menu.why_no_message(rules, board, hand, seat, action)

    def hand_menu(self, board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
        """R19.5."""
        return writings(board, hand, seat) if hand.talk else ()

    def word_given(self, board: Board, hand: Hand, seat: int, tabler: int, changes: Changes) -> bool:
        """Whether the seat would break its word if it objected to a package (R19.6, R19.8)."""
        setting = board.setting
        for each in hand.talk:
            if {each.seat, each.to} != {seat, tabler} or word(each, seat) != OPEN:
                continue
            if each.said[1] == a.SOUND and each.round == board.round:
                wanted = sounded(setting, each)
            elif each.said[1] == a.OFFER and setting.acts[act_of(each, seat)][0] == a.ACT_LET:
                wanted = (setting.changes[setting.acts[act_of(each, seat)][1]],)
            else:
                continue
            if covered(board, seat, wanted, changes):
                return True
        return False

    # --- saying it --------------------------------------------------------------------------------------------

    def talk_turn(self, ops: Ops) -> None:
        """R19.1: whoever is speaking goes on while messages are left; then the next speaks."""
        state = ops.state
        most, order = state.setting.options.talk, state.turn_order()
        turn = state.turn if state.phase == TALK else 0
        passed = bool(ops.events) and isinstance(ops.events[-1], ev.TalkPassed)
        for at in range(turn + passed, len(order)):
            seat = order[at]
            if spent(state.own[seat].talk, seat, state.round) < most:
                ops.record(ev.TalkTurn(at, seat))
                return

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        if action.verb == WRITE:
            package = told_package(ops.state, seat, action)
            ops.record(ev.CardsDiscarded(seat, package.proposals))
            voters = tuple(each for each in ops.state.turn_order() if each != seat)
            ops.record(ev.PackageTabled(seat, package.changes, package.proposals, package.concessions, voters))
        elif action.verb == ANSWER:
            self._answers(ops, seat, action)
        elif action == a.NO_MESSAGE_ACTION:
            ops.record(ev.TalkPassed(seat))
        else:
            self._sends(ops, seat, action)

    def _answers(self, ops: Ops, seat: int, action: Action) -> None:
        exchange = asked(ops.state.own[seat].talk, seat)
        assert exchange is not None
        to = other(exchange, seat)
        said = (action.verb, *action.args)
        ops.record(ev.AnswerGiven(exchange.number, seat, to, said, self.params.open_talk))

    def _sends(self, ops: Ops, seat: int, action: Action) -> None:
        state = ops.state
        kind, *values = action.args
        to = NOBODY if kind in (a.ALL_NEED, a.ALL_FREE) else values[0]
        broken = menu.broken_by(state.own[seat], seat, to) if kind == a.ACCUSE else None
        open_ = menu.to_withdraw(state.own[seat], seat, to) if kind == a.WITHDRAW else None
        number = 1 + max((each.number for own in state.own for each in own.talk), default=0)
        ops.record(ev.MessageSent(number, seat, to, (action.verb, *action.args), self.params.open_talk))
        if broken is not None:
            self._accuses(ops, seat, to, broken)
        if open_ is not None:
            for each in (open_.seat, open_.to):
                self._stands(ops, Verdict(open_, each, GONE))
        if kind == a.REGRET_SUPPORT:
            ops.move_seat_track(SUPPORT, seat, -1, "R19.12")
        elif kind == a.REGRET_CARD:
            ops.record(ev.CardSpent(seat, ev.CONCESSION, values[1]))
        if kind in (a.REGRET_SUPPORT, a.REGRET_CARD):
            self._count(ops, 2, seat, to)
            ops.move_seat_track(CREDIBILITY, seat, self.params.regret_credibility, "R19.12")

    def _accuses(self, ops: Ops, seat: int, to: int, exchange: Exchange) -> None:
        """R19.10."""
        ops.record(ev.WordShown(exchange.number, seat, to, exchange.said, exchange.answers))
        self._count(ops, 1, to, seat)
        ops.move_seat_track(CREDIBILITY, to, -self.params.broken_credibility, "R19.10")
        ops.move_track(TRUST, -self.params.broken_trust, "R19.10")

    # --- keeping it -------------------------------------------------------------------------------------------

    def round_begins(self, ops: Ops) -> None:
        ops.set_slice(self.index, 3 * self.seats * self.seats, 0)

    def on_votes(self, ops: Ops, objectors: Sequence[int], adopted: bool) -> None:
        """R19.6, R19.8, R19.11, R19.13."""
        assert ops.state.package is not None
        tabler = ops.state.package.tabler
        for exchange in keeping.exchanges(ops.state):
            if tabler in (exchange.seat, exchange.to):
                for verdict in list(keeping.on_package(ops.state, exchange, objectors)):
                    self._stands(ops, verdict)
                if keeping.shaded(ops.state, exchange, objectors):
                    ops.record(ev.ShadingSeen(exchange.number, exchange.to, exchange.seat))

    def check_promises(self, ops: Ops) -> None:
        """R19.9 and R19.11, in the order in which words were given."""
        for exchange in keeping.exchanges(ops.state):
            for verdict in list(keeping.in_reckoning(ops.state, exchange)):
                self._stands(ops, verdict)

    def _stands(self, ops: Ops, verdict: Verdict) -> None:
        exchange, seat, now = verdict
        to = other(exchange, seat)
        ops.record(ev.WordStands(exchange.number, seat, to, now, self.params.open_talk))
        if exchange.said[1] == a.WARN and now == BROKEN:
            ops.move_seat_track(CREDIBILITY, seat, -self.params.empty_credibility, "R19.11")
        elif exchange.said[1] == a.OFFER and now == KEPT:
            (after,) = (each for each in ops.state.own[seat].talk if each.number == exchange.number)
            if after.words == (KEPT, KEPT):
                self._both_kept(ops, seat, to)

    def _both_kept(self, ops: Ops, seat: int, to: int) -> None:
        """R19.9."""
        ops.record(ev.UnderstandingKept(seat, to))
        self._count(ops, 0, seat, to)
        self._count(ops, 0, to, seat)
        side_of, flag = ops.state.setting.side_of, 3 * self.seats * self.seats
        if {side_of[seat], side_of[to]} == {PLUS, MINUS} and not ops.state.slices[self.index][flag]:
            ops.set_slice(self.index, flag, 1)
            ops.move_track(TRUST, self.params.kept_trust, "R19.9")
