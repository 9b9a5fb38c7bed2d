"""Why an action is not legal: one clause and one sentence (R9.4), or None if it is legal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, FLOOR, OVER, PHASES, POSTURE, VOTE, Board
from summit_game.engine.legal import Hand, promises
from summit_game.engine.queries import (
    is_armed,
    order_zones,
    press_barred,
    sign_barred,
    step_barred,
    zone_cap,
    zone_limit,
)
from summit_game.engine.refusal import Refusal

_WHEN = {
    CORRIDOR: ("R2.8", "Promises are made in the Corridor"),
    FLOOR: ("R3.1", "This is done on the Floor"),
    VOTE: ("R4.1", "Silence is kept and objections are raised when a package or the treaty is put to the vote"),
    POSTURE: ("R5.1", "Orders are written in Posture"),
}
"""The clause of each phase in which delegations are asked, by the first phase of a verb."""


def why_not(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """The refusal that `apply` would give, or None if the action is on the menu."""
    if board.phase == OVER:
        return Refusal("R8.1", "The game is over.")
    form = board.setting.form(action)
    if form is None:
        return Refusal("R9.1", "The rules of this game know no such action.")
    verb = form.verb
    if board.phase not in verb.phases:
        clause, when = _WHEN[verb.phases[0]]
        return Refusal(clause, f"{when}; now it is {PHASES[board.phase]}.")
    if seat not in board.waiting:
        names = ", ".join(board.setting.seat_specs[other].name for other in board.waiting)
        return Refusal("R3.1", f"It is not your turn; the table waits for {names}.")
    values = action.args[form.skip :] if form.skip else action.args
    if (values or form.bounds) and not form.sound(values):
        return Refusal(verb.clause, "The action is not complete or holds numbers that this game does not have.")
    if form.runs and not form.ordered(values):
        return Refusal("R9.5", "The cards of an action are written in the order of the deck.")
    refusal = _CHECKS.get(action.verb, _own)(board, hand, seat, action)
    if refusal is not None:
        return refusal
    for hook in board.rules.hooks.forbids:
        forbidden = hook(board, seat, action)
        if forbidden is not None:
            return forbidden
    return None


def _held(hand: Sequence[int], cards: Sequence[int]) -> bool:
    """Whether the cards, with their number of copies, are in the hand."""
    if len(cards) == 1:
        return cards[0] in hand
    return not Counter(cards) - Counter(hand)


def _table(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    setting = board.setting
    card, given = action.args[0], action.args[1:]
    if card not in hand.proposals:
        return Refusal("R3.2", "You do not hold that Proposal.")
    limit = setting.options.package_concessions
    if len(given) > limit:
        return Refusal("R3.2", f"A package holds at most {limit} Concessions.")
    if not _held(hand.concessions, given):
        return Refusal("R3.2", "You do not hold those Concessions.")
    cards = [setting.proposals[card], *(setting.concessions[c] for c in given)]
    for each in cards:
        if board.text[each.issue] == each.level:
            issue = setting.issues[each.issue].id
            return Refusal("R3.2", f"{issue} already stands at level {each.level}; {each.id} would change nothing.")
    if len({each.issue for each in cards}) < len(cards):
        return Refusal("R3.2", "All cards of a package are on different issues.")
    return None


def _nonpaper(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    setting = board.setting
    issue, level, *laid = action.args
    if len(hand.proposals) < 2:
        return Refusal("R3.3", "A non-paper costs two Proposals, and you do not hold two.")
    if not _held(hand.proposals, laid):
        return Refusal("R3.3", "You do not hold those Proposals.")
    spec = setting.issues[issue]
    if level == 0:
        return Refusal("R3.5", f"{spec.id} cannot return to brackets; a non-paper sets a level from 1 on.")
    if not 1 <= level < spec.levels:
        return Refusal("R3.3", f"{spec.id} has the levels 1 to {spec.levels - 1}.")
    if board.text[issue] == level:
        return Refusal("R3.3", f"{spec.id} already stands at level {level}.")
    return None


def _step(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action.args[0] not in hand.concessions:
        return Refusal("R3.6", "A step costs a Concession from your hand, and you do not hold that one.")
    return step_barred(board, seat)


def _press(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action.args[0] not in hand.pressure:
        return Refusal("R3.7", "You do not hold that Pressure card.")
    return press_barred(board, seat)


def _consult(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    limit = board.setting.options.redraw
    if len(action.args) > limit:
        return Refusal("R3.8", f"CONSULT exchanges at most {limit} Proposals.")
    if not _held(hand.proposals, action.args):
        return Refusal("R3.8", "You do not hold those Proposals.")
    return None


def _own(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """A floor action that a rule module adds: the module lists it, or says why it does not."""
    if any(action in menu(board, seat) for menu in board.rules.hooks.floor_menu):
        return None
    return _explained(board, seat, action)


def _explained(board: Board, seat: int, action: Action) -> Refusal:
    """Why a rule module does not offer one of its own actions."""
    owner, verb = board.rules.owner(action), board.setting.verb(action)
    refusal = owner.explain(board, seat, action) if owner else None
    clause = verb.clause if verb else "R9.1"
    return refusal or Refusal(clause, "The rule module of this action does not offer it now.")


def _sign(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    return sign_barred(board)


def _free(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    return None


def _promise(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action == a.NO_PROMISE_ACTION or action in promises(board, seat):
        return None
    spec = board.setting.seat_specs[seat]
    if not spec.may_promise:
        return Refusal("R17.1", f"{spec.name} makes no formal promises.")
    return _explained(board, seat, action)


def _order(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    args = action.args
    setting = board.setting
    free, over = order_zones(board, seat, hand.orders)
    if over and not (args[0] == a.DRAW and args[1] in over):
        names = ", ".join(setting.zones[zone] for zone in over)
        return Refusal("R5.4", f"Zone {names} stands above its cap; the order there must be DRAW first.")
    if args[0] == a.HOLD:
        return None
    kind, zone = args
    if zone not in free:
        used = any(zone == given for _, given in hand.orders)
        reason = "You have already given an order in that zone." if used else "You give no orders in that zone."
        return Refusal("R5.2", reason)
    return _order_in_zone(board, seat, kind, zone)


def _order_in_zone(board: Board, seat: int, kind: int, zone: int) -> Refusal | None:
    if kind not in (a.BUILD, a.DRAW):
        if any(kind in offers(board, seat, zone) for offers in board.rules.hooks.order_kinds):
            return None
        return _explained(board, seat, Action(a.ORDER, (kind, zone)))
    if not is_armed(board, seat):
        return Refusal("R5.3", "A neutral delegation has no units.")
    name = board.setting.zones[zone]
    side = board.setting.side_of[seat]
    units = board.units[side][zone]
    if kind == a.BUILD and units >= zone_cap(board, side, zone):
        limit = zone_limit(board, side, zone)
        if limit.issue < 0:
            return Refusal("R5.3", f"Zone {name} allows {limit.units} units of your side, and {units} stand there.")
        issue = board.setting.issues[limit.issue].id
        reason = f"{issue} at level {limit.level} allows {limit.units} units of your side in zone {name}"
        return Refusal(limit.clause, f"{reason}, and {units} stand there.")
    if kind == a.DRAW and units == 0:
        return Refusal("R5.3", f"Your side has no unit in zone {name}.")
    return None


_CHECKS: dict[int, Callable[[Board, Hand, int, Action], Refusal | None]] = {
    a.TABLE: _table,
    a.NONPAPER: _nonpaper,
    a.STEP: _step,
    a.PRESS: _press,
    a.CONSULT: _consult,
    a.SIGN: _sign,
    a.PASS: _free,
    a.PROMISE: _promise,
    a.SILENCE: _free,
    a.OBJECT: _free,
    a.ORDER: _order,
}
"""What else is asked of a sound action, by verb; every other verb belongs to a rule module."""
