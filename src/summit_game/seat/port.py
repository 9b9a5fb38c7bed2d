"""The one way in for whoever sits at a delegation, here or elsewhere: `Port`. Spectators have one too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from summit_game.seat.advice import Advice
from summit_game.seat.digest import Digest
from summit_game.seat.page import SeatPage
from summit_game.seat.question import Question
from summit_game.seat.round_page import RoundOver
from summit_game.seat.sheet import GameSheet

NOTE, TIME, FAILED = "note", "time", "failed"
"""Kinds of beats: a note of the facilitator; a stand-in has acted, as time was up; the treaty was put and failed."""


@dataclass(frozen=True, slots=True)
class Beat:
    """What is told at once. `vote` is the seat whose vote it shows, or -1; `kind` says what is special about it."""

    lines: tuple[str, ...]
    vote: int = -1
    kind: str = ""
    entry: int = -1
    """The number of the entry of the history that it tells of."""
    own: tuple[bool, ...] = ()
    """For each line, whether it tells of the reader's own doing; empty: none does."""
    small: tuple[bool, ...] = ()
    """For each line, whether who reads line by line can do without: whose turn it is, cards that others draw and lay
    aside. Empty: none is small."""


@dataclass(frozen=True, slots=True)
class Told:
    """What happened since an entry, as the reader may know it; `upto` is where to ask from the next time."""

    upto: int
    beats: tuple[Beat, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """An action was taken: the number of its journal entry. The same `id` again gets the same receipt."""

    id: str
    entry: int


@dataclass(frozen=True, slots=True)
class Turned:
    """An answer that was not taken, and why, in one sentence."""

    why: str


class Port(Protocol):
    """A seat, or the public's place at the table. Nothing of another seat can be asked through it."""

    @property
    def seat(self) -> int:
        """The number of the seat, -1 for the public."""

    @property
    def sheet(self) -> GameSheet:
        """What everybody may know before the game."""

    def page(self) -> SeatPage:
        """What the reader sees now."""

    def asked(self) -> str:
        """The name of the decision that the seat is asked for now; empty if it is asked for none.

        It changes exactly when the question does; votes of others do not change it.
        """

    def question(self, draft: str = "") -> Question:
        """The question at a draft. Raises `ActionError` if nothing like it is asked."""

    def told(self, since: int) -> Told:
        """What happened after this many entries of the history."""

    def since(self) -> Digest | None:
        """What changed since the reader decided last; None before its first decision."""

    def round_over(self) -> RoundOver | None:
        """What all may read about the round that ended last; None in the first round."""

    def send(self, action: str, asked: str = "", id: str = "") -> Receipt | Turned:  # noqa: A002  (the name on the wire)
        """Take an action in its written form. `asked` names the decision that it answers, if the sender knows it."""

    def advice(self) -> Advice | Turned:
        """What the adviser of the seat would do now, if the table has one; asking is noted, and all are told of it."""

    def undo(self) -> Turned | None:
        """Take back the last own action (R9.7)."""

    def redo(self) -> Turned | None:
        """Do again what was taken back."""

    def paper(self, name: str) -> tuple[str, ...]:
        """Paper (`brief`, `text`, `mandates`, `cards`, `map`, `zones`, `score`) by its name; empty if there is none."""
