"""The paper `talk`: what was said to and by a delegation, and how each word stands (R19)."""

from __future__ import annotations

from summit_game.engine.actions import Action
from summit_game.engine.board import BROKEN, DONE, GONE, KEPT, NOBODY, OPEN, SHOWN, Board, Exchange
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.words.names import Words
from summit_game.words.spoken import said_in_words

_STANDS = {OPEN: "open", KEPT: "kept", BROKEN: "broken", SHOWN: "shown", DONE: "done", GONE: "gone"}


def talked(words: Words, board: Board) -> list[str]:
    """What the reader has said and heard, round by round; one sentence at a table without talk, or if it is nothing."""
    if not words.setting.options.talk:
        return [say("papers-talk-none")]
    result = [say("papers-talk")]
    last = 0
    for each in board.talk if isinstance(board, View) else ():
        if each.round != last:
            last = each.round
            result.append(say("papers-talk-round", round=last))
        result += _exchange(words, each)
    return result if last else [*result, say("papers-talk-nothing")]


def _exchange(words: Words, exchange: Exchange) -> list[str]:
    """A message, its answers, and how the word of each of the two stands."""
    who = words.seats[exchange.seat]
    to = words.seats[exchange.to] if exchange.to != NOBODY else say("names-table")
    result = [f"  {say('happened-message-heard', who=who, to=to, said=_said(words, exchange.said))}"]
    for at, answer in enumerate(exchange.answers):
        one, two = (to, who) if at % 2 == 0 else (who, to)
        result.append(f"    {say('happened-answer', who=one, to=two, said=_said(words, answer))}")
    for name, word in zip((who, to), exchange.words, strict=True):
        if word in _STANDS:
            result.append(f"    {say('papers-talk-word', who=name, how=_STANDS[word])}")
    return result


def _said(words: Words, said: tuple[int, ...]) -> str:
    return said_in_words(words, Action(said[0], said[1:]))
