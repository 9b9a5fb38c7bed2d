"""Why an action is not legal: one clause and one sentence (R9.4), or None if it is legal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import OVER, PHASES, Board
from summit_game.engine.legal import Hand, promises, verb_fits
from summit_game.engine.queries import is_armed, order_zones, press_barred, sign_barred, step_barred, zone_cap
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import Setting

_WHEN = {
    a.PROMISE: ("R2.8", "Promises are made in the Corridor"),
    a.SILENCE: ("R4.1", "Silence is kept when a package or the treaty is put to the vote"),
    a.OBJECT: ("R4.1", "Objections are raised when a package or the treaty is put to the vote"),
    a.ORDER: ("R5.1", "Orders are written in Posture"),
}


def why_not(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """The refusal that `apply` would give, or None if the action is on the menu."""
    if board.phase == OVER:
        return Refusal("R8.1", "The game is over.")
    if not verb_fits(board, action.verb):
        clause, when = _WHEN.get(action.verb, ("R3.1", "This is done on the Floor"))
        return Refusal(clause, f"{when}; now it is {PHASES[board.phase]}.")
    if seat not in board.waiting:
        names = ", ".join(board.setting.seat_specs[other].name for other in board.waiting)
        return Refusal("R3.1", f"It is not your turn; the table waits for {names}.")
    refusal = _CHECKS[action.verb](board, hand, seat, action.args)
    if refusal is not None:
        return refusal
    for hook in board.setting.hooks.forbids:
        forbidden: Refusal | None = hook(board, seat, action)
        if forbidden is not None:
            return forbidden
    return None


Args = tuple[int, ...]


def _held(hand: Sequence[int], cards: Sequence[int]) -> bool:
    """Whether the cards, with their number of copies, are in the hand."""
    if len(cards) == 1:
        return cards[0] in hand
    return not Counter(cards) - Counter(hand)


def _malformed(clause: str) -> Refusal:
    return Refusal(clause, "The action is not complete or holds numbers that this game does not have.")


def _valid_issue(setting: Setting, issue: int) -> bool:
    return 0 <= issue < len(setting.issues)


def _table(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    setting = board.setting
    if not args:
        return _malformed("R3.2")
    card, given = args[0], args[1:]
    if card not in hand.proposals:
        return Refusal("R3.2", "You do not hold that Proposal.")
    limit = setting.options.package_concessions
    if len(given) > limit:
        return Refusal("R3.2", f"A package holds at most {limit} Concessions.")
    if not _held(hand.concessions, given):
        return Refusal("R3.2", "You do not hold those Concessions.")
    if list(given) != sorted(given):
        return Refusal("R9.5", "The Concessions of a package are written in the order of the deck.")
    cards = [setting.proposals[card], *(setting.concessions[c] for c in given)]
    for each in cards:
        if board.text[each.issue] == each.level:
            issue = setting.issues[each.issue].id
            return Refusal("R3.2", f"{issue} already stands at level {each.level}; {each.id} would change nothing.")
    if len({each.issue for each in cards}) < len(cards):
        return Refusal("R3.2", "All cards of a package are on different issues.")
    return None


def _nonpaper(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    setting = board.setting
    if len(args) != 4 or not _valid_issue(setting, args[0]):
        return _malformed("R3.3")
    issue, level, *laid = args
    if len(hand.proposals) < 2:
        return Refusal("R3.3", "A non-paper costs two Proposals, and you do not hold two.")
    if not _held(hand.proposals, laid):
        return Refusal("R3.3", "You do not hold those Proposals.")
    if laid != sorted(laid):
        return Refusal("R9.5", "The Proposals laid down are written in the order of the deck.")
    spec = setting.issues[issue]
    if level == 0:
        return Refusal("R3.5", f"{spec.id} cannot return to brackets; a non-paper sets a level from 1 on.")
    if not 1 <= level < spec.levels:
        return Refusal("R3.3", f"{spec.id} has the levels 1 to {spec.levels - 1}.")
    if board.text[issue] == level:
        return Refusal("R3.3", f"{spec.id} already stands at level {level}.")
    return None


def _step(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    if len(args) != 1:
        return _malformed("R3.6")
    if args[0] not in hand.concessions:
        return Refusal("R3.6", "A step costs a Concession from your hand, and you do not hold that one.")
    return step_barred(board, seat)


def _press(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    if len(args) != 1:
        return _malformed("R3.7")
    if args[0] not in hand.pressure:
        return Refusal("R3.7", "You do not hold that Pressure card.")
    return press_barred(board, seat)


def _consult(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    limit = board.setting.options.redraw
    if len(args) > limit:
        return Refusal("R3.8", f"CONSULT exchanges at most {limit} Proposals.")
    if not _held(hand.proposals, args):
        return Refusal("R3.8", "You do not hold those Proposals.")
    if list(args) != sorted(args):
        return Refusal("R9.5", "The Proposals exchanged are written in the order of the deck.")
    return None


def _own_action(clause: str) -> Callable[[Board, Hand, int, Args, int], Refusal | None]:
    """Actions that a rule module adds: the module lists them and explains what it does not list."""

    def check(board: Board, hand: Hand, seat: int, args: Args, verb: int) -> Refusal | None:
        action = Action(verb, args)
        for menu in board.setting.hooks.floor_menu:
            if action in menu(board, seat):
                return None
        for explain in board.setting.hooks.explain:
            refusal: Refusal | None = explain(board, seat, action)
            if refusal is not None:
                return refusal
        return Refusal(clause, "No rule module in this game offers that action.")

    return check


def _rally(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    return _own_action("R15.2")(board, hand, seat, args, a.RALLY)


def _pledge(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    return _own_action("R15.3")(board, hand, seat, args, a.PLEDGE)


def _use(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    return _own_action("R9.1")(board, hand, seat, args, a.USE)


def _sign(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    return _malformed("R3.9") if args else sign_barred(board)


def _bare(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    return _malformed("R9.5") if args else None


def _promise(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    if args == a.NO_PROMISE_ACTION.args:
        return None
    action = Action(a.PROMISE, args)
    if action in promises(board, seat):
        return None
    spec = board.setting.seat_specs[seat]
    if not spec.may_promise:
        return Refusal("R17.1", f"{spec.name} makes no formal promises.")
    for explain in board.setting.hooks.explain:
        refusal: Refusal | None = explain(board, seat, action)
        if refusal is not None:
            return refusal
    return Refusal("R17.1", "That promise is not offered in this game.")


def _order(board: Board, hand: Hand, seat: int, args: Args) -> Refusal | None:
    if not args or not 0 <= args[0] < len(a.ORDERS) or len(args) != (1 if args[0] == a.HOLD else 2):
        return _malformed("R5.3")
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
    name = board.setting.zones[zone]
    if kind in (a.BUILD, a.DRAW):
        if not is_armed(board, seat):
            return Refusal("R5.3", "A neutral delegation has no units.")
        side = board.setting.side_of[seat]
        units = board.units[side][zone]
        cap = zone_cap(board, side, zone)
        if kind == a.BUILD and units >= cap:
            return Refusal("R5.3", f"Zone {name} allows {cap} units of your side, and {units} stand there.")
        if kind == a.DRAW and units == 0:
            return Refusal("R5.3", f"Your side has no unit in zone {name}.")
        return None
    for offers in board.setting.hooks.order_kinds:
        if kind in offers(board, seat, zone):
            return None
    action = Action(a.ORDER, (kind, zone))
    for explain in board.setting.hooks.explain:
        refusal: Refusal | None = explain(board, seat, action)
        if refusal is not None:
            return refusal
    return Refusal("R5.3", f"No rule module in this game offers the order {a.ORDERS[kind]}.")


_CHECKS: dict[int, Callable[[Board, Hand, int, Args], Refusal | None]] = {
    a.TABLE: _table,
    a.NONPAPER: _nonpaper,
    a.STEP: _step,
    a.PRESS: _press,
    a.CONSULT: _consult,
    a.RALLY: _rally,
    a.PLEDGE: _pledge,
    a.SIGN: _sign,
    a.USE: _use,
    a.PASS: _bare,
    a.PROMISE: _promise,
    a.SILENCE: _bare,
    a.OBJECT: _bare,
    a.ORDER: _order,
}
