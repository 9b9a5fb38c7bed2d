"""What happens between delegations that talk (R19). `summit_game.engine.events` has all of them with the others.

`said` is an action in numbers, and empty on the face of whoever does not hear it. `open`: all hear it (R19.2).
"""

from __future__ import annotations

from typing import NamedTuple


class TalkTurn(NamedTuple):
    """A seat may send messages now: its place in initiative order from 0 (R19.1)."""

    turn: int
    seat: int


class TalkPassed(NamedTuple):
    """A seat sends no more messages in this round (R19.1)."""

    seat: int


class MessageSent(NamedTuple):
    """A message to one delegation, or to all (-1). Who sent it to whom is public (R19.2)."""

    number: int
    seat: int
    to: int
    said: tuple[int, ...]
    open: bool


class AnswerGiven(NamedTuple):
    """What the other party answers to the message with this number."""

    number: int
    seat: int
    to: int
    said: tuple[int, ...]
    open: bool


class WordStands(NamedTuple):
    """How the word stands `now` that a seat gave to another in an exchange: KEPT, BROKEN, GONE or DONE."""

    number: int
    seat: int
    to: int
    now: int
    open: bool


class UnderstandingKept(NamedTuple):
    """Two delegations have both kept an understanding. Public, without what it was about (R19.9)."""

    seat: int
    to: int


class WordShown(NamedTuple):
    """A seat shows to all that another, `to`, has broken its word: what was said and answered (R19.10)."""

    number: int
    seat: int
    to: int
    said: tuple[int, ...]
    answers: tuple[tuple[int, ...], ...]


class ShadingSeen(NamedTuple):
    """A seat let pass, without the level that it had asked for, what it told `to` it would pass only with it."""

    number: int
    seat: int
    to: int


TALK_TOLD = (MessageSent, AnswerGiven, UnderstandingKept, WordShown, ShadingSeen)
"""What is said, and what all see of words; whose turn it is, and how a word stands, are not among them."""
