"""Questions about a board that the rules, the menus and the front ends ask. None of them changes anything."""

from __future__ import annotations

from collections.abc import Collection

from summit_game.engine.board import BRACKETS, Board, Changes
from summit_game.engine.formula import clamp
from summit_game.engine.module import Limit
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import MINUS, PLUS, TENSION

_NONE_STAND = Limit(0, "R2.6")


def zone_limit(board: Board, side: int, zone: int) -> Limit:
    """The most units a side may have in a zone now, and the clause behind it (R2.6, R11.1)."""
    setting = board.setting
    if not setting.stands[side][zone]:
        return _NONE_STAND
    least = Limit(setting.options.zone_cap, "R2.6")
    for hook in board.rules.hooks.cap:
        limit = hook(board, side, zone)
        if limit is not None and limit.units < least.units:
            least = limit
    return least


def zone_cap(board: Board, side: int, zone: int) -> int:
    """The most units a side may have in a zone now."""
    if not board.setting.stands[side][zone]:
        return 0
    cap = board.setting.options.zone_cap
    for hook in board.rules.hooks.cap:
        limit = hook(board, side, zone)
        if limit is not None and limit.units < cap:
            cap = limit.units
    return cap


def is_armed(board: Board, seat: int) -> bool:
    """Whether the delegation belongs to one of the two armed sides."""
    return board.setting.side_of[seat] in (PLUS, MINUS)


def units_of(board: Board, side: int) -> int:
    """All units of an armed side."""
    return sum(board.units[side])


def balance(board: Board) -> int:
    """Units of the plus side minus units of the other, with the deck's offset and bound (R8.4)."""
    options = board.setting.options
    raw = units_of(board, PLUS) - units_of(board, MINUS) + options.balance_offset
    return clamp(raw, -options.balance_bound, options.balance_bound)


def decisive(board: Board, seat: int, changes: Changes) -> bool:
    """Whether this delegation's objection alone blocks the levels (R4.2, R4.3)."""
    spec = board.setting.seat_specs[seat]
    if spec.principal:
        return True
    return any(issue == right.issue and level >= right.from_level for issue, level in changes for right in spec.rights)


def objections_fail(board: Board, changes: Changes, objectors: Collection[int]) -> bool:
    """Whether the levels pass in spite of these objectors (R4.2 to R4.4)."""
    if len(objectors) > board.setting.options.slack:
        return False
    return not any(decisive(board, seat, changes) for seat in objectors)


def agreed(board: Board) -> Changes:
    """The agreed issues with their levels: the treaty as it stands."""
    return tuple((issue, level) for issue, level in enumerate(board.text) if level != BRACKETS)


def reopens(board: Board, changes: Changes) -> bool:
    """Whether a package changes an issue that is already agreed (R4.6)."""
    return any(board.text[issue] not in (BRACKETS, level) for issue, level in changes)


def home_reaction(board: Board, seat: int, changes: Changes) -> int:
    """Change of Support of a seat that consents to these changes (R15.1)."""
    return sum(hook(board, seat, changes) for hook in board.rules.hooks.home_reaction)


def unsettled(board: Board) -> Refusal | None:
    """Why the treaty is not ready to be signed, or None (R7.1)."""
    setting = board.setting
    treaty = agreed(board)
    if len(treaty) < setting.options.min_issues:
        return Refusal("R7.1", "too-few-issues", {"min-issues": setting.options.min_issues, "len": len(treaty)})
    if setting.options.need_core and not any(setting.issues[issue].core for issue, _ in treaty):
        cores = ", ".join(issue.id for issue in setting.issues if issue.core)
        return Refusal("R7.1", "no-core-issue", {"cores": cores})
    if board.last_failed == tuple(board.text):
        return Refusal("R7.4", "text-failed")
    for hook in board.rules.hooks.not_ready:
        refusal = hook(board)
        if refusal is not None:
            return refusal
    return None


def step_barred(board: Board, seat: int) -> Refusal | None:
    """Why the seat may not step now, its hand aside (R3.6)."""
    spec = board.setting.seat_specs[seat]
    if not spec.may_step:
        return Refusal("R3.6", "takes-no-steps", {"name": spec.name})
    if board.side_stepped[spec.side] >= board.setting.options.step_per_side:
        return Refusal("R3.6", "side-has-stepped")
    return None


def press_barred(board: Board, seat: int) -> Refusal | None:
    """Why the seat may not press now, its hand aside (R3.7)."""
    if board.pressed[seat] == board.round:
        return Refusal("R3.7", "has-pressed")
    limit = board.setting.options.press_per_side
    if board.side_pressed[board.setting.side_of[seat]] >= limit:
        return Refusal("R3.7", "side-has-pressed", {"limit": limit})
    return None


def sign_barred(board: Board) -> Refusal | None:
    """Why the question cannot be put now (R3.9)."""
    first = board.setting.options.sign_from
    if board.round < first:
        return Refusal("R3.9", "question-too-early", {"first": first, "round": board.round})
    if board.asked_in_round:
        return Refusal("R3.9", "question-was-put")
    return unsettled(board)


def order_zones(board: Board, seat: int, given: Collection[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Zones in which the seat may still order, and those of them where it must draw (R5.2, R5.4).

    As many delegations of a side must draw in a zone as it has units too many there, the first in initiative order.
    """
    used = [zone for _, zone in given]
    free = [zone for zone in board.setting.seat_specs[seat].zones if zone not in used]
    if not is_armed(board, seat):
        return free, []
    side = board.setting.side_of[seat]
    units = board.units[side]
    over = ((zone, units[zone] - zone_cap(board, side, zone)) for zone in free)
    return free, [zone for zone, excess in over if excess > 0 and seat in _first_there(board, side, zone)[:excess]]


def _first_there(board: Board, side: int, zone: int) -> list[int]:
    """The delegations of a side that may give orders in a zone, in initiative order."""
    specs = board.setting.seat_specs
    return [each for each in board.turn_order() if specs[each].side == side and zone in specs[each].zones]


def tension(board: Board) -> int:
    """Tension now."""
    return board.tracks[TENSION]
