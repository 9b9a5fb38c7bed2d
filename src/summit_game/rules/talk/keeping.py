"""Whether words were kept (R19.6, R19.9, R19.11, R19.13): asked when votes are shown, and in the Reckoning."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine.board import BROKEN, DONE, GONE, KEPT, NO_WORD, OPEN, Ballot, Board, Changes, Exchange
from summit_game.engine.state import State
from summit_game.engine.talk import act_of, agreed_to, covered, other, sounded, word


class Verdict(NamedTuple):
    """How the word of a seat in an exchange stands from now on."""

    exchange: Exchange
    seat: int
    now: int


def exchanges(state: State) -> list[Exchange]:
    """Every exchange between two delegations, once, in the order in which they began."""
    found = {each.number: each for own in state.own for each in own.talk if each.to >= 0}
    return [found[number] for number in sorted(found)]


def due(board: Board, exchange: Exchange) -> bool:
    """Whether the round after that of the exchange has come (R19.8, R19.11)."""
    return board.round > exchange.round


# --- votes on packages --------------------------------------------------------------------------------------------


def on_package(board: Board, exchange: Exchange, objectors: Collection[int]) -> Iterator[Verdict]:
    """What the votes on the package on the table say of the words of an exchange with the one who tabled it."""
    package = board.package
    assert package is not None
    kind, tabler = exchange.said[1], package.tabler
    them = other(exchange, tabler)
    if kind == a.SOUND and exchange.seat == tabler and exchange.round == board.round:
        asked = sounded(board.setting, exchange)
        if word(exchange, them) == OPEN and them in objectors and covered(board, them, asked, package.changes):
            yield Verdict(exchange, them, BROKEN)
    elif kind == a.OFFER and agreed_to(exchange):
        yield from _of_acts(board, exchange, package.changes, tabler, them in objectors)
    elif kind == a.WARN and exchange.to == tabler:
        yield from _of_warning(board, exchange, package.changes, them in objectors)


def _of_acts(board: Board, exchange: Exchange, changes: Changes, tabler: int, objects: bool) -> Iterator[Verdict]:
    setting, them = board.setting, other(exchange, tabler)
    kind, at = setting.acts[act_of(exchange, tabler)]
    if word(exchange, tabler) == OPEN and kind == a.ACT_TABLE and setting.changes[at] in changes:
        yield Verdict(exchange, tabler, KEPT)
    kind, at = setting.acts[act_of(exchange, them)]
    if word(exchange, them) == OPEN and kind == a.ACT_LET and covered(board, them, (setting.changes[at],), changes):
        yield Verdict(exchange, them, BROKEN if objects else KEPT)


def _of_warning(board: Board, exchange: Exchange, changes: Changes, objects: bool) -> Iterator[Verdict]:
    """A package of the one who was warned: it may be what was warned of, and the warner may object to it."""
    setting = board.setting
    (kind, at), penalty = setting.acts[exchange.said[3]], exchange.said[4]
    done = exchange.words[1] == DONE
    if exchange.words[1] == OPEN:
        done = kind == a.ACT_TABLE and setting.changes[at] in changes
        done = done or (kind == a.ACT_PRESS and board.pressed[exchange.to] >= exchange.round)
        if done:
            yield Verdict(exchange, exchange.to, DONE)
    if done and exchange.words[0] == OPEN and penalty == a.PENALTY_OBJECT:
        yield Verdict(exchange, exchange.seat, KEPT if objects else BROKEN)


def shaded(board: Board, exchange: Exchange, objectors: Collection[int]) -> bool:
    """Whether who asked for a level lets the same package pass without it, in the same round (R19.13)."""
    package = board.package
    assert package is not None
    if exchange.said[1] != a.SOUND or exchange.seat != package.tabler or exchange.round != board.round:
        return False
    if not exchange.answers or exchange.answers[-1][1] != a.ONLY or exchange.words[1] != NO_WORD:
        return False
    same = set(package.changes) == set(sounded(board.setting, exchange))
    return same and exchange.to not in objectors


# --- the Reckoning ------------------------------------------------------------------------------------------------


def in_reckoning(board: Board, exchange: Exchange) -> Iterator[Verdict]:
    """What the round says of the words of an exchange, once its orders are shown."""
    if exchange.said[1] == a.WARN:
        yield from _warning_reckoned(board, exchange)
    elif exchange.said[1] == a.SOUND and word(exchange, exchange.to) == OPEN:
        yield Verdict(exchange, exchange.to, GONE)
    elif exchange.said[1] == a.OFFER and agreed_to(exchange):
        for seat in (exchange.seat, exchange.to):
            if word(exchange, seat) == OPEN:
                kept = _kept(board, exchange, seat)
                if kept is not None:
                    yield Verdict(exchange, seat, KEPT if kept else BROKEN)


def _kept(board: Board, exchange: Exchange, seat: int) -> bool | None:
    """Whether a party has kept its act; None while it is open."""
    kind, at = board.setting.acts[act_of(exchange, seat)]
    orders = board.orders_shown[seat] if board.orders_shown else ()
    late = due(board, exchange)
    if kind == a.ACT_HOLD:
        return not any(order in (a.BUILD, a.EXERCISE) for order, _ in orders)
    if kind == a.ACT_DRAW:
        return (a.DRAW, at) in orders
    if kind == a.ACT_QUIET:
        return False if board.pressed[seat] >= exchange.round else True if late else None
    if kind == a.ACT_STEP:
        return True if board.stepped[seat] >= exchange.round else False if late else None
    if kind == a.ACT_SIGN:
        votes = _questions(board, exchange.votes)
        return not any(seat in each.objectors for each in votes) if votes else True if late else None
    if kind == a.ACT_LATER:
        return None
    return kind == a.ACT_LET if late else None


def _questions(board: Board, votes: int) -> Sequence[Ballot]:
    """Votes whether to sign that came after so many votes."""
    return [each for each in board.record[votes:] if not each.changes]


def _warning_reckoned(board: Board, exchange: Exchange) -> Iterator[Verdict]:
    warner, warned = exchange.seat, exchange.to
    mine, theirs = exchange.words
    if theirs == DONE and mine == OPEN:
        carried = _carried_out(board, exchange)
        if carried is not None:
            yield Verdict(exchange, warner, carried)
    elif theirs == OPEN:
        kind = board.setting.acts[exchange.said[3]][0]
        orders = board.orders_shown[warned] if board.orders_shown else ()
        built = kind == a.ACT_BUILD and any(order == a.BUILD for order, _ in orders)
        if built or (kind == a.ACT_PRESS and board.pressed[warned] >= exchange.round):
            yield Verdict(exchange, warned, DONE)
        elif due(board, exchange):
            yield Verdict(exchange, warned, GONE)
            yield Verdict(exchange, warner, GONE)


def _carried_out(board: Board, exchange: Exchange) -> int | None:
    """Whether a penalty was carried out by the end of the round after; GONE if there was no occasion for it."""
    warner, penalty = exchange.seat, exchange.said[4]
    late = board.round > exchange.since
    orders = board.orders_shown[warner] if board.orders_shown else ()
    if penalty == a.PENALTY_PRESS and board.pressed[warner] >= exchange.since:
        return KEPT
    if penalty == a.PENALTY_BUILD and any(order == a.BUILD for order, _ in orders):
        return KEPT
    if penalty == a.PENALTY_LEAVE:
        votes = _questions(board, exchange.votes)
        if votes:
            return KEPT if warner in votes[0].objectors else BROKEN
    if not late:
        return None
    return BROKEN if penalty in (a.PENALTY_PRESS, a.PENALTY_BUILD) else GONE
