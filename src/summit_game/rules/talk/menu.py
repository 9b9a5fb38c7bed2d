"""Which messages may be sent and which answers given, and why not (R19.1 to R19.12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine.actions import ANSWER, MESSAGE, Action
from summit_game.engine.board import BROKEN, OPEN, Board, Exchange
from summit_game.engine.legal import Hand
from summit_game.engine.queries import agreed
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import CREDIBILITY, SUPPORT
from summit_game.engine.talk import COUNTERS, asked, offered, open_between, other, sounded, terms, word
from summit_game.rules.talk import acts

ASKS = (a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN)
_BREAKABLE = (a.OFFER, a.SOUND)
"""Messages in whose exchange the addressee may have given its word to do something."""


class Rules(NamedTuple):
    """The parameters that menus need, and who has mended with whom already."""

    offers: int
    later: bool
    mended: frozenset[tuple[int, int]]


def could_write(board: Board, exchange: Exchange) -> list[int]:
    """Changes that an answer may name: what the text, with the changes that were sounded, would not bring about."""
    after = dict(sounded(board.setting, exchange)) if exchange.said[1] == a.SOUND else {}
    return [
        at for at, (issue, level) in enumerate(board.setting.changes) if after.get(issue, board.text[issue]) != level
    ]


def broken_by(hand: Hand, seat: int, to: int) -> Exchange | None:
    """The oldest exchange in which another has broken its word to the seat and was not accused of it yet."""
    for each in hand.talk:
        if each.said[1] in _BREAKABLE and {each.seat, each.to} == {seat, to} and word(each, to) == BROKEN:
            return each
    return None


def to_withdraw(hand: Hand, seat: int, to: int) -> Exchange | None:
    """The last warning of the seat or understanding with the other in which nothing has fallen due (R19.11)."""
    for each in reversed(hand.talk):
        own = each.said[1] == a.OFFER or (each.said[1] == a.WARN and each.seat == seat)
        if own and each.words == (OPEN, OPEN) and {each.seat, each.to} == {seat, to}:
            return each
    return None


# --- why not ------------------------------------------------------------------------------------------------------


def why_no_message(rules: Rules, board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """Why a message cannot be sent now, or None."""
    kind, *values = action.args
    if kind in (a.NOTHING, a.ALL_NEED, a.ALL_FREE):
        return None
    to, *about = values
    if to == seat:
        return Refusal("R19.1", "message-to-self")
    if kind == a.ASK_SIGN:
        return None if agreed(board) else Refusal("R19.3", "nothing-agreed-to-sign")
    if kind == a.SOUND:
        return _why_no_sounding(board, hand, to, about)
    if kind in (a.OFFER, a.WARN) and board.seat_tracks[CREDIBILITY][seat] < 1:
        return Refusal("R19.8" if kind == a.OFFER else "R19.11", "word-needs-credibility")
    if kind == a.OFFER:
        return _why_no_offer(rules, board, hand, seat, to, about)
    if kind == a.WARN:
        return _why_no_warning(board, hand, seat, to, about)
    if kind == a.WITHDRAW:
        return None if to_withdraw(hand, seat, to) else Refusal("R19.11", "nothing-to-withdraw")
    if kind == a.ACCUSE:
        return None if broken_by(hand, seat, to) else Refusal("R19.10", "no-word-broken")
    return _why_no_regret(rules, board, hand, seat, to, about) if kind in _REGRETS else None


_REGRETS = (a.REGRET_SUPPORT, a.REGRET_CARD)


def _why_no_sounding(board: Board, hand: Hand, to: int, about: Sequence[int]) -> Refusal | None:
    refused = _why_not_sounded(board, to, about)
    if refused is None and len(about) > 1:
        pair = len(about) == 2 and about[0] in acts.asks(board, hand) and about[1] in acts.gives(board, hand)
        return None if pair else Refusal("R19.3", "sounds-without-cards")
    return refused


def _why_not_sounded(board: Board, to: int, about: Sequence[int]) -> Refusal | None:
    """Why nobody asks this delegation about these changes, whatever cards they hold."""
    changes = board.setting.changes
    if any(acts.red(board, to, at) for at in about):
        return Refusal("R19.4", "red-line-no-need-to-ask", {"name": board.setting.seat_specs[to].name})
    if any(board.text[changes[at][0]] == changes[at][1] for at in about):
        return Refusal("R19.3", "sounds-nothing-new")
    if len(about) > 1 and changes[about[0]][0] == changes[about[1]][0]:
        return Refusal("R19.3", "sounds-issue-twice")
    return None


def _why_no_offer(rules: Rules, board: Board, hand: Hand, seat: int, to: int, about: list[int]) -> Refusal | None:
    if open_between(hand.talk, seat, to, a.OFFER):
        return Refusal("R19.8", "understanding-is-open")
    if offered(hand.talk, seat, board.round) >= rules.offers:
        return Refusal("R19.8", "offered-often-enough", {"offers": rules.offers})
    give, get = about
    fits = give in acts.given(board, hand, seat, to, rules.later) and get in acts.fitting(board.setting.acts)[give]
    if not fits or get not in acts.wanted(board, hand, seat, to, rules.later):
        return Refusal("R19.8", "offer-not-open")
    return None


def _why_no_warning(board: Board, hand: Hand, seat: int, to: int, about: list[int]) -> Refusal | None:
    if _warned(hand, seat, to):
        return Refusal("R19.11", "warning-is-open")
    deed, penalty = about
    if deed not in acts.warned_of(board, seat, to) or penalty not in acts.threatened(board, hand, seat):
        return Refusal("R19.11", "warning-not-open")
    return None


def _warned(hand: Hand, seat: int, to: int) -> bool:
    """Whether a warning of the seat to the other still stands."""
    return any(
        each.said[1] == a.WARN and (each.seat, each.to) == (seat, to) and each.words[0] == OPEN for each in hand.talk
    )


def _why_no_regret(rules: Rules, board: Board, hand: Hand, seat: int, to: int, about: list[int]) -> Refusal | None:
    spec = board.setting.seat_tracks[CREDIBILITY]
    if (seat, to) in rules.mended:
        return Refusal("R19.12", "has-mended")
    if spec.frozen or board.seat_tracks[CREDIBILITY][seat] >= spec.high:
        return Refusal("R19.12", "nothing-to-mend")
    if about:
        return None if about[0] in hand.concessions else Refusal("R19.12", "no-such-concessions-held")
    home = board.setting.seat_tracks[SUPPORT]
    if home.frozen or board.seat_tracks[SUPPORT][seat] <= home.low:
        return Refusal("R19.12", "no-support-to-pay")
    return None


# --- what may be sent ---------------------------------------------------------------------------------------------


def messages(rules: Rules, board: Board, hand: Hand, seat: int) -> list[Action]:
    """Everything that the seat may send now, sorted."""
    issues = range(len(board.setting.issues))
    found = [a.NO_MESSAGE_ACTION]
    found += [Action(MESSAGE, (kind, issue)) for kind in (a.ALL_NEED, a.ALL_FREE) for issue in issues]
    sounded = [(at,) for at in range(len(board.setting.changes))]
    pairs = list(product(acts.asks(board, hand), acts.gives(board, hand)))
    for to in board.setting.seats:
        if to != seat:
            thought = chain(_plain(board, to), _about_words(hand, to))
            found += [each for each in thought if why_no_message(rules, board, hand, seat, each) is None]
            asked_about = [about for about in (*sounded, *pairs) if _why_not_sounded(board, to, about) is None]
            found += [Action(MESSAGE, (a.SOUND, to, *about)) for about in asked_about]
            found += _all_or_none(rules, board, hand, seat, _offers(rules, board, hand, seat, to))
            found += _all_or_none(rules, board, hand, seat, _warnings(board, hand, seat, to))
    return sorted(found)


def _plain(board: Board, to: int) -> Iterator[Action]:
    """Questions and claims."""
    for kind in ASKS:
        yield Action(MESSAGE, (kind, to))
    for issue in range(len(board.setting.issues)):
        yield Action(MESSAGE, (a.SAY_NEED, to, issue))
        yield Action(MESSAGE, (a.SAY_FREE, to, issue))


def _about_words(hand: Hand, to: int) -> Iterator[Action]:
    """What is done about a word."""
    for kind in (a.WITHDRAW, a.ACCUSE, a.REGRET_SUPPORT):
        yield Action(MESSAGE, (kind, to))
    for card in sorted(set(hand.concessions)):
        yield Action(MESSAGE, (a.REGRET_CARD, to, card))


def _warnings(board: Board, hand: Hand, seat: int, to: int) -> list[Action]:
    penalties = acts.threatened(board, hand, seat)
    return [
        Action(MESSAGE, (a.WARN, to, deed, penalty))
        for deed in acts.warned_of(board, seat, to)
        for penalty in penalties
    ]


def _offers(rules: Rules, board: Board, hand: Hand, seat: int, to: int) -> list[Action]:
    gets = acts.wanted(board, hand, seat, to, rules.later)
    fitting = acts.fitting(board.setting.acts)
    return [
        Action(MESSAGE, (a.OFFER, to, give, get))
        for give in acts.given(board, hand, seat, to, rules.later)
        for get in gets
        if get in fitting[give]
    ]


def _all_or_none(rules: Rules, board: Board, hand: Hand, seat: int, found: list[Action]) -> list[Action]:
    """Offers or warnings to one delegation, of which only the first is asked about: what bars one bars all."""
    return found if found and why_no_message(rules, board, hand, seat, found[0]) is None else []


# --- answers ------------------------------------------------------------------------------------------------------


def answers(rules: Rules, board: Board, hand: Hand, seat: int) -> list[Action]:
    """Everything that the seat may answer to what it is asked, sorted; empty if it is asked nothing."""
    exchange = asked(hand.talk, seat)
    if exchange is None:
        return []
    kind = exchange.said[1]
    if kind in (a.ASK_FIRST, a.ASK_CHEAP):
        issues = range(len(board.setting.issues))
        return [Action(ANSWER, (a.DECLINE,)), *(Action(ANSWER, (a.TELL, issue)) for issue in issues)]
    if kind == a.OFFER:
        found = [Action(ANSWER, (a.REFUSE,)), Action(ANSWER, (a.AGREE,))]
        return found if exchange.answers else [*found, *_counters(rules, board, hand, seat, exchange)]
    named = a.ONLY if kind == a.SOUND else a.MISSING
    plain = [Action(ANSWER, (a.NO,)), Action(ANSWER, (a.YES,))]
    return [*plain, *(Action(ANSWER, (named, at)) for at in could_write(board, exchange))]


def _counters(rules: Rules, board: Board, hand: Hand, seat: int, exchange: Exchange) -> list[Action]:
    """The offer with one side changed: what the seat itself would do, or what it wants for it (R19.8)."""
    theirs, mine = terms(exchange)
    them, fitting = other(exchange, seat), acts.fitting(board.setting.acts)
    own = [each for each in acts.given(board, hand, seat, them, rules.later) if each != mine]
    asks = [each for each in acts.wanted(board, hand, seat, them, rules.later) if each != theirs]
    found = [Action(ANSWER, (a.COUNTER_MINE, each)) for each in own if theirs in fitting[each]]
    return [*found, *(Action(ANSWER, (a.COUNTER_YOURS, each)) for each in asks if each in fitting[mine])]


def _answered_so(rules: Rules, board: Board, hand: Hand, seat: int, action: Action) -> bool:
    """Whether what is asked can be answered so: `answers` for one of them."""
    exchange = asked(hand.talk, seat)
    assert exchange is not None
    kind, *values = action.args
    asking = exchange.said[1]
    if kind in COUNTERS and asking == a.OFFER and not exchange.answers:
        return action in _counters(rules, board, hand, seat, exchange)
    return kind in _ANSWERS[asking] and (kind not in (a.ONLY, a.MISSING) or values[0] in could_write(board, exchange))


_ANSWERS = {
    a.ASK_FIRST: (a.DECLINE, a.TELL),
    a.ASK_CHEAP: (a.DECLINE, a.TELL),
    a.ASK_SIGN: (a.NO, a.YES, a.MISSING),
    a.SOUND: (a.NO, a.YES, a.ONLY),
    a.OFFER: (a.REFUSE, a.AGREE),
}
"""Message -> kinds of answers that may be given to it, counter-offers aside."""


def why_no_answer(rules: Rules, board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
    """Why an answer cannot be given now, or None."""
    if asked(hand.talk, seat) is None:
        return Refusal("R19.2", "nothing-to-answer")
    if _answered_so(rules, board, hand, seat, action):
        return None
    offer = action.args[0] in (a.AGREE, a.REFUSE, *COUNTERS)
    return Refusal("R19.8" if offer else "R19.3", "no-such-answer")
