"""What exchanges between delegations mean (R19): who is to answer, what is agreed, what may be written."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from summit_game.engine.actions import (
    AGREE,
    ALL_FREE,
    ALL_NEED,
    ANSWER,
    ASK_CHEAP,
    ASK_FIRST,
    ASK_SIGN,
    COUNTER_MINE,
    COUNTER_YOURS,
    DECLINE,
    MESSAGE,
    MISSING,
    NO,
    NO_MESSAGE_ACTION,
    NOTHING,
    OFFER,
    ONLY,
    REFUSE,
    SOUND,
    Action,
)
from summit_game.engine.board import OPEN, Board, Changes, Exchange
from summit_game.engine.refusal import Refusal

if TYPE_CHECKING:
    from summit_game.engine.setting import Setting

ALOUD = Refusal("R19.1", "people-speak-aloud")
"""Why a table takes no message that goes to people alone, unless it chose otherwise."""
COUNTERS = (COUNTER_MINE, COUNTER_YOURS)
_NEUTRAL = {ASK_FIRST: DECLINE, ASK_CHEAP: DECLINE, ASK_SIGN: NO, SOUND: NO, OFFER: REFUSE}
"""Messages that ask for an answer, and the answer that commits to nothing."""


def awaits(exchange: Exchange) -> bool:
    """Whether an answer is still to come."""
    if exchange.said[1] not in _NEUTRAL:
        return False
    return not exchange.answers or exchange.answers[-1][1] in COUNTERS


def answerer(exchange: Exchange) -> int:
    """Who answers next: the addressee, or after a counter-offer the sender."""
    return exchange.seat if exchange.answers else exchange.to


def asked(talk: Sequence[Exchange], seat: int) -> Exchange | None:
    """The message that the seat has to answer now, or None."""
    last = talk[-1] if talk else None
    return last if last is not None and awaits(last) and answerer(last) == seat else None


def neutral(talk: Sequence[Exchange], seat: int) -> Action:
    """What a seat says that commits it to nothing: no message, or the empty answer to what it is asked."""
    exchange = asked(talk, seat)
    return NO_MESSAGE_ACTION if exchange is None else Action(ANSWER, (_NEUTRAL[exchange.said[1]],))


def only_to(setting: Setting, seat: int, action: Action, others: Collection[int]) -> bool:
    """Whether an action is a message of the seat that goes to nobody but these others."""
    if action.verb != MESSAGE or action.args[0] == NOTHING:
        return False
    to_all = action.args[0] in (ALL_NEED, ALL_FREE)
    to = [each for each in setting.seats if each != seat] if to_all else [action.args[1]]
    return all(each in others for each in to)


def agreed_to(exchange: Exchange) -> bool:
    """Whether an offer was agreed to (R19.8)."""
    return bool(exchange.answers) and exchange.answers[-1][1] == AGREE


def spent(talk: Sequence[Exchange], seat: int, round_: int) -> int:
    """Messages that a seat has used in a round: all that it sent, an offer only if it was agreed to (R19.8)."""
    sent = [each for each in talk if each.seat == seat and each.round == round_]
    return sum(each.said[1] != OFFER or agreed_to(each) for each in sent)


def offered(talk: Sequence[Exchange], seat: int, round_: int) -> int:
    """Offers that a seat has made in a round."""
    return sum(each.seat == seat and each.round == round_ and each.said[1] == OFFER for each in talk)


def other(exchange: Exchange, seat: int) -> int:
    """The other party to an exchange."""
    return exchange.to if exchange.seat == seat else exchange.seat


def word(exchange: Exchange, seat: int) -> int:
    """How the word of a party stands."""
    return exchange.words[0 if exchange.seat == seat else 1]


def terms(exchange: Exchange) -> tuple[int, int]:
    """The acts of an offer as it stands: what the sender does, and what the addressee does."""
    give, get = exchange.said[3:5]
    for _, kind, *values in exchange.answers:
        if kind == COUNTER_MINE:
            get = values[0]
        elif kind == COUNTER_YOURS:
            give = values[0]
    return give, get


def act_of(exchange: Exchange, seat: int) -> int:
    """The act of a party to an understanding."""
    return terms(exchange)[0 if exchange.seat == seat else 1]


def open_between(talk: Sequence[Exchange], seat: int, to: int, kind: int) -> Exchange | None:
    """The last exchange of a kind between two in which a word is open, or None."""
    for each in reversed(talk):
        if each.said[1] == kind and OPEN in each.words and {each.seat, each.to} == {seat, to}:
            return each
    return None


def sounded(setting: Setting, exchange: Exchange) -> Changes:
    """The changes that a message sounds out."""
    return tuple(setting.changes[at] for at in exchange.said[3:])


def covered(board: Board, seat: int, word_: Changes, changes: Changes) -> bool:
    """Whether a package does what a word is about, and besides moves issues only within the mandate of the seat."""
    out = board.setting.seat_specs[seat].out
    return set(word_) <= set(changes) and all(change in word_ or out[change[0]][change[1]] == 0 for change in changes)


def writable(board: Board, talk: Sequence[Exchange], seat: int) -> list[int]:
    """Changes that a seat was told to be missing or to turn a package, and may write now (R19.5), in order."""
    found = set()
    for each in talk:
        if each.seat == seat and each.round >= board.round - 1 and each.answers:
            _, kind, *values = each.answers[-1]
            if kind in (ONLY, MISSING):
                issue = board.setting.changes[values[0]][0]
                if board.text[issue] == each.text[issue]:
                    found.add(values[0])
    return sorted(found)
