"""Folding what `talk_events` says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from summit_game.engine import talk_events as ev
from summit_game.engine.actions import AGREE, SOUND, WARN, YES
from summit_game.engine.board import DONE, NO_WORD, NOBODY, OPEN, SHOWN, TALK, Exchange
from summit_game.engine.state import State
from summit_game.engine.talk import answerer, awaits


def _turn(state: State, event: ev.TalkTurn) -> None:
    state.phase = TALK
    state.pass_number, state.turn = 0, event.turn
    state.waiting = [event.seat]


def _passed(state: State, event: ev.TalkPassed) -> None:
    state.waiting = []


def _hearing(state: State, seat: int, to: int, open_: bool) -> Iterable[int]:
    return state.setting.seats if open_ or to == NOBODY else (seat, to)


def _sent(state: State, event: ev.MessageSent) -> None:
    number, seat, to, said, open_ = event
    words = (OPEN, OPEN) if said[1] == WARN else (NO_WORD, NO_WORD)
    sent = Exchange(number, state.round, seat, to, said, tuple(state.text), (), words, state.round, len(state.record))
    for each in _hearing(state, seat, to, open_):
        state.own[each].talk.append(sent)
    state.waiting = [to] if awaits(sent) else []


def _answered(state: State, event: ev.AnswerGiven) -> None:
    kind = event.said[1]

    def answer(exchange: Exchange) -> Exchange:
        gives_word = kind == YES and exchange.said[1] == SOUND
        words = (OPEN, OPEN) if kind == AGREE else (NO_WORD, OPEN if gives_word else NO_WORD)
        return exchange._replace(answers=(*exchange.answers, event.said), words=words)

    now = _changed(state, event.number, answer)
    state.waiting = [answerer(now)] if now is not None and awaits(now) else []


def _changed(state: State, number: int, change: Callable[[Exchange], Exchange]) -> Exchange | None:
    """Change the exchange with this number for all who know it."""
    changed = None
    for own in state.own:
        for at in range(len(own.talk) - 1, -1, -1):
            if own.talk[at].number == number:
                changed = own.talk[at] = change(own.talk[at])
                break
    return changed


def _put(state: State, number: int, seat: int, now: int) -> None:
    """Say how the word of a seat stands in an exchange."""

    def put(exchange: Exchange) -> Exchange:
        ours, theirs = exchange.words
        words = (now, theirs) if exchange.seat == seat else (ours, now)
        if now == DONE:
            return exchange._replace(words=words, since=state.round, votes=len(state.record))
        return exchange._replace(words=words)

    _changed(state, number, put)


def _stands(state: State, event: ev.WordStands) -> None:
    _put(state, event.number, event.seat, event.now)


def _shown(state: State, event: ev.WordShown) -> None:
    _put(state, event.number, event.to, SHOWN)


def _shaded(state: State, event: ev.ShadingSeen) -> None:
    _put(state, event.number, event.seat, SHOWN)


def _nothing(state: State, event: ev.UnderstandingKept) -> None:
    """The module marks the pair in its own state."""


TALK_FOLDS: dict[type, Callable[[State, Any], None]] = {
    ev.TalkTurn: _turn,
    ev.TalkPassed: _passed,
    ev.MessageSent: _sent,
    ev.AnswerGiven: _answered,
    ev.WordStands: _stands,
    ev.UnderstandingKept: _nothing,
    ev.WordShown: _shown,
    ev.ShadingSeen: _shaded,
}
