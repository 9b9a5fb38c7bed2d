"""What two delegations may offer each other, and warn each other of (R19.8, R19.11)."""

from __future__ import annotations

from functools import cache

from summit_game.engine import actions as a
from summit_game.engine.board import BRACKETS, Board
from summit_game.engine.legal import Hand
from summit_game.engine.queries import is_armed
from summit_game.engine.setting import Setting

DEEDS = (a.ACT_DRAW, a.ACT_HOLD, a.ACT_QUIET, a.ACT_STEP)
_FOR = {
    a.ACT_LET: (a.ACT_LET, *DEEDS, a.ACT_SIGN),
    a.ACT_TABLE: (a.ACT_LET, a.ACT_SIGN),
    a.ACT_SIGN: (a.ACT_LET, *DEEDS, a.ACT_SIGN, a.ACT_LATER),
    a.ACT_LATER: (a.ACT_LET, *DEEDS, a.ACT_SIGN),
} | dict.fromkeys(DEEDS, (a.ACT_LET, a.ACT_TABLE, *DEEDS, a.ACT_SIGN, a.ACT_LATER))
"""What may be asked for each kind of act."""


@cache
def number_of(changes: int, zones: int, kind: int, about: int = -1) -> int:
    """The number of an act in a game with so many changes and zones: see `setting.acts_of`."""
    sizes = [max(1, changes if each in _CHANGING else zones if each == a.ACT_DRAW else 0) for each in range(kind)]
    return sum(sizes) + max(0, about)


_CHANGING = (a.ACT_LET, a.ACT_TABLE, a.ACT_LATER)


def act(setting: Setting, kind: int, about: int = -1) -> int:
    """The number of an act; `about` is its change or zone."""
    return number_of(len(setting.changes), len(setting.zones), kind, about)


def near(board: Board, seat: int) -> list[int]:
    """Changes one step from the text that lead the seat no further out of its mandate."""
    return _steps(board, seat, away=False)


def away(board: Board, seat: int) -> list[int]:
    """Changes one step from the text that lead the seat further out of its mandate."""
    return _steps(board, seat, away=True)


def _steps(board: Board, seat: int, away: bool) -> list[int]:
    out = board.setting.seat_specs[seat].out
    found: list[int] = []
    first = -1
    for issue, spec in enumerate(board.setting.issues):
        now = board.level(issue)
        brackets = board.text[issue] == BRACKETS
        for level in (now - 1, now, now + 1) if brackets else (now - 1, now + 1):
            if 0 < level < spec.levels and (out[issue][level] > out[issue][now]) == away:
                found.append(first + level)
        first += spec.levels - 1
    return found


def asks(board: Board, hand: Hand) -> list[int]:
    """Changes that the Proposals in a hand would bring about."""
    setting = board.setting
    wanted = {setting.asks[card] for card in hand.proposals}
    return [at for at, change in enumerate(setting.changes) if change in wanted and _moves(board, at)]


def gives(board: Board, hand: Hand) -> list[int]:
    """Changes that the Concessions in a hand would bring about."""
    setting = board.setting
    given = {setting.gives[card] for card in hand.concessions}
    return [at for at, change in enumerate(setting.changes) if change in given and _moves(board, at)]


def _moves(board: Board, at: int) -> bool:
    issue, level = board.setting.changes[at]
    return board.text[issue] != level


def red(board: Board, seat: int, at: int) -> bool:
    """Whether a change is a public red line of the seat (R19.4)."""
    issue, level = board.setting.changes[at]
    return board.setting.seat_specs[seat].red[issue][level]


def _deeds(board: Board, seat: int) -> list[int]:
    """What the seat may do or leave outside the text."""
    setting = board.setting
    spec = setting.seat_specs[seat]
    found = [act(setting, a.ACT_QUIET)]
    if is_armed(board, seat):
        units = board.units[spec.side]
        found += [act(setting, a.ACT_DRAW, zone) for zone in spec.zones if units[zone]]
        found.append(act(setting, a.ACT_HOLD))
    if spec.may_step:
        found.append(act(setting, a.ACT_STEP))
    return found


def given(board: Board, hand: Hand, seat: int, to: int, later: bool) -> list[int]:
    """Acts that a seat may put forward itself towards another."""
    setting = board.setting
    found = [act(setting, a.ACT_LET, at) for at in near(board, to)]
    found += [act(setting, a.ACT_TABLE, at) for at in asks(board, hand)]
    found += [act(setting, a.ACT_LATER, at) for at in near(board, to)] if later else []
    return sorted([*found, *_deeds(board, seat), act(setting, a.ACT_SIGN)])


def wanted(board: Board, hand: Hand, seat: int, to: int, later: bool) -> list[int]:
    """Acts that a seat may ask of another. What is a red line of the other cannot be asked (R19.4)."""
    setting = board.setting
    found = [act(setting, a.ACT_LET, at) for at in asks(board, hand) if not red(board, to, at)]
    found += [act(setting, a.ACT_TABLE, at) for at in near(board, seat) if not red(board, to, at)]
    found += [act(setting, a.ACT_LATER, at) for at in near(board, seat) if not red(board, to, at)] if later else []
    return sorted([*found, *_deeds(board, to), act(setting, a.ACT_SIGN)])


@cache
def fitting(acts: tuple[tuple[int, int], ...]) -> tuple[frozenset[int], ...]:
    """For each act of a game (`setting.acts`), the acts that it may be exchanged for.

    Who lets a change pass may ask that the other tables the same; what counts later goes with deeds and signatures, and
    is given for a let.
    """
    return tuple(frozenset(get for get, other in enumerate(acts) if _fit(one, other)) for one in acts)


def _fit(give: tuple[int, int], get: tuple[int, int]) -> bool:
    (mine, change), (theirs, about) = give, get
    if mine == a.ACT_LET and theirs == a.ACT_TABLE:
        return change == about
    return theirs in _FOR.get(mine, ())


def warned_of(board: Board, seat: int, to: int) -> list[int]:
    """Acts of another that a seat may warn of: what would lead it out of its mandate, building, pressing."""
    setting = board.setting
    found = [act(setting, a.ACT_TABLE, at) for at in away(board, seat)]
    found += [act(setting, a.ACT_BUILD)] if is_armed(board, to) else []
    return [*found, act(setting, a.ACT_PRESS)]


def threatened(board: Board, hand: Hand, seat: int) -> list[int]:
    """Penalties that a seat could carry out."""
    found = [a.PENALTY_OBJECT]
    found += [a.PENALTY_PRESS] if hand.pressure else []
    found += [a.PENALTY_BUILD] if is_armed(board, seat) else []
    return [*found, a.PENALTY_LEAVE]
