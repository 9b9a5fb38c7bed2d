"""Why an action is not legal: one clause and one sentence (R9.4), or None if it is legal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import amendment_menu, nameable
from summit_game.engine.board import (
    AMENDMENT,
    BRACKETS,
    CAPITALS,
    CORRIDOR,
    FLOOR,
    OVER,
    PHASES,
    POSTURE,
    REASONS,
    REOPENING,
    TALK,
    VOTE,
    Board,
)
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

_WHEN = {CORRIDOR: "R2.8", FLOOR: "R3.1", VOTE: "R4.1", POSTURE: "R5.1"} | {
    REASONS: "R4.8",
    AMENDMENT: "R4.9",
    CAPITALS: "R15.5",
    REOPENING: "R7.4a",
    TALK: "R19.1",
}
"""The clause of each phase in which delegations are asked, by the first phase of a verb."""


def why_not(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """The refusal that `apply` would give, or None if the action is on the menu."""
    if board.phase == OVER:
        return Refusal("R8.1", "game-over")
    form = board.setting.form(action)
    if form is None:
        return Refusal("R9.1", "no-such-action")
    verb = form.verb
    if board.phase not in verb.phases:
        first = verb.phases[0]
        return Refusal(_WHEN[first], "other-phase", {"when": PHASES[first], "phase": PHASES[board.phase]})
    if seat not in board.waiting:
        names = ", ".join(board.setting.seat_specs[other].name for other in board.waiting)
        return Refusal("R3.1", "not-your-turn", {"names": names})
    values = action.args[form.skip :] if form.skip else action.args
    if (values or form.bounds) and not form.sound(values):
        return Refusal(verb.clause, "not-complete")
    if form.runs and not form.ordered(values):
        return Refusal("R9.5", "cards-out-of-order")
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
        return Refusal("R3.2", "no-such-proposal-held")
    limit = setting.options.package_concessions
    if len(given) > limit:
        return Refusal("R3.2", "too-many-concessions", {"limit": limit})
    if not _held(hand.concessions, given):
        return Refusal("R3.2", "no-such-concessions-held")
    cards = [setting.proposals[card], *(setting.concessions[c] for c in given)]
    for each in cards:
        if board.text[each.issue] == each.level:
            issue = setting.issues[each.issue].id
            return Refusal("R3.2", "changes-nothing", {"issue": issue, "level": each.level, "each": each.id})
    if len({each.issue for each in cards}) < len(cards):
        return Refusal("R3.2", "issue-twice")
    return None


def _nonpaper(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    setting = board.setting
    issue, level, *laid = action.args
    if len(hand.proposals) < 2:
        return Refusal("R3.3", "nonpaper-costs-two")
    if not _held(hand.proposals, laid):
        return Refusal("R3.3", "no-such-proposals-held")
    spec = setting.issues[issue]
    if level == 0:
        return Refusal("R3.5", "no-return-to-brackets", {"name": spec.id})
    if not 1 <= level < spec.levels:
        return Refusal("R3.3", "no-such-level", {"name": spec.id, "number": spec.levels - 1})
    if board.text[issue] == level:
        return Refusal("R3.3", "stands-at-level", {"name": spec.id, "level": level})
    return None


def _step(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action.args[0] not in hand.concessions:
        return Refusal("R3.6", "no-concession-for-step")
    return step_barred(board, seat)


def _press(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action.args[0] not in hand.pressure:
        return Refusal("R3.7", "no-such-pressure-held")
    return press_barred(board, seat)


def _consult(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    limit = board.setting.options.redraw
    if len(action.args) > limit:
        return Refusal("R3.8", "too-many-exchanged", {"limit": limit})
    if not _held(hand.proposals, action.args):
        return Refusal("R3.8", "no-such-proposals-held")
    return None


def _own(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """A floor action that a rule module adds: the module lists it, or says why it does not."""
    hooks = board.rules.hooks
    if board.phase == TALK or action.verb == a.WRITE:
        speaks = board.rules.owner(action)
        return speaks.judges(board, hand, seat, action) if speaks else Refusal("R9.1", "not-offered-now")
    if board.phase == CAPITALS:
        offered = any(action in menu(board, hand, seat) for menu in hooks.capital_menu)
    else:
        offered = any(action in menu(board, seat) for menu in hooks.floor_menu)
        offered = offered or any(action in menu(board, hand, seat) for menu in hooks.hand_menu)
    if offered:
        return None
    return _explained(board, seat, action)


def _explained(board: Board, seat: int, action: Action) -> Refusal:
    """Why a rule module does not offer one of its own actions."""
    owner, verb = board.rules.owner(action), board.setting.verb(action)
    refusal = owner.explain(board, seat, action) if owner else None
    clause = verb.clause if verb else "R9.1"
    return refusal or Refusal(clause, "not-offered-now")


def _sign(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    return sign_barred(board)


def _free(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    return None


def _promise(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action == a.NO_PROMISE_ACTION or action in promises(board, seat):
        return None
    spec = board.setting.seat_specs[seat]
    if not spec.may_promise:
        return Refusal("R17.1", "makes-no-promises", {"name": spec.name})
    return _explained(board, seat, action)


def _order(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    args = action.args
    setting = board.setting
    free, over = order_zones(board, seat, hand.orders)
    if over and not (args[0] == a.DRAW and args[1] in over):
        names = ", ".join(setting.zones[zone] for zone in over)
        return Refusal("R5.4", "draw-first", {"names": names, "count": len(over)})
    if args[0] == a.HOLD:
        return None
    kind, zone = args
    if zone not in free:
        used = any(zone == given for _, given in hand.orders)
        return Refusal("R5.2", "order-given-there" if used else "no-orders-there")
    return _order_in_zone(board, seat, kind, zone)


def _order_in_zone(board: Board, seat: int, kind: int, zone: int) -> Refusal | None:
    if kind not in (a.BUILD, a.DRAW):
        if any(kind in offers(board, seat, zone) for offers in board.rules.hooks.order_kinds):
            return None
        return _explained(board, seat, Action(a.ORDER, (kind, zone)))
    if not is_armed(board, seat):
        return Refusal("R5.3", "neutral-has-no-units")
    name = board.setting.zones[zone]
    side = board.setting.side_of[seat]
    units = board.units[side][zone]
    if kind == a.BUILD and units >= zone_cap(board, side, zone):
        limit = zone_limit(board, side, zone)
        here: dict[str, object] = {"zone": name, "units": limit.units, "there": units}
        if limit.issue < 0:
            return Refusal("R5.3", "zone-is-full", here)
        issue = board.setting.issues[limit.issue].id
        return Refusal(limit.clause, "limit-is-reached", {"issue": issue, "level": limit.level, **here})
    if kind == a.DRAW and units == 0:
        return Refusal("R5.3", "no-unit-there", {"name": name})
    return None


def _name(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    most = board.setting.options.reasons
    if len(action.args) > most:
        return Refusal("R4.8", "named-too-many", {"most": most})
    if len(set(action.args)) < len(action.args) or not set(action.args) <= set(nameable(board)):
        return Refusal("R4.8", "named-nothing-new")
    return None


def _amend(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if action in amendment_menu(board, hand):
        return None
    return Refusal("R4.9", "cannot-amend", {"how": a.AMENDMENTS[action.args[0]]})


def _reopen(board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    if board.text[action.args[0]] == BRACKETS:
        return Refusal("R7.4a", "reopen-not-agreed", {"issue": board.setting.issues[action.args[0]].id})
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
    a.NAME: _name,
    a.AMEND: _amend,
    a.REOPEN: _reopen,
}
"""What else is asked of a sound action, by verb; every other verb belongs to a rule module."""
