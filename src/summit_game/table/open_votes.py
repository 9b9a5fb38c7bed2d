"""The place of all people at one machine in decisions that everybody sees: one page, and no hand-over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summit_game.engine import actions as a
from summit_game.engine.board import NOBODY
from summit_game.engine.notation import ActionError
from summit_game.engine.refusal import Refused
from summit_game.engine.verbs import VOTES
from summit_game.language.catalogue import say
from summit_game.seat.digest import Digest
from summit_game.seat.open_vote import OPEN, objecting, open_vote, said_aloud
from summit_game.seat.port import Receipt, Turned
from summit_game.seat.question import Question
from summit_game.table.port import LocalPort
from summit_game.table.table import Table
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words

KEY = "open_votes"
"""Where the head of a journal says that the people of this table vote openly."""


def votes_openly(head: Mapping[str, Any]) -> bool:
    """Whether the people of a table vote openly."""
    return head.get(KEY) is True


def open_seats(table: Table, people: Sequence[int]) -> tuple[int, ...]:
    """The people's seats that decide on one page now; none if the table votes in secret, or one person plays alone."""
    if not table.open_votes or len(people) < 2 or table.over or table.state.phase not in OPEN:
        return ()
    asked = table.asks_now
    return tuple(seat for seat in asked if seat in people) if asked and asked[0] in people else ()


class OpenPort(LocalPort):
    """What all see, and the decision that these seats take before all."""

    def __init__(self, table: Table, words: Words, seats: Sequence[int]) -> None:
        super().__init__(table, words, NOBODY)
        self.seats = tuple(seats)

    @property
    def _votes(self) -> bool:
        return self.table.state.phase in VOTES

    def asked(self) -> str:
        """The name of the decision: that of the first of the seats."""
        return self.table.decision(self.seats[0]) if self.seats[0] in self.table.asks_now else ""

    def question(self, draft: str = "") -> Question:
        """The question at a draft. Raises `ActionError` if nothing like it is asked."""
        if self.seats[0] not in self.table.asks_now:
            raise ActionError(say("table-nothing-asked"))
        if self._votes:
            return open_vote(self.words, self.table.public(), self.seats, draft)
        return said_aloud(self.words, self.table.view(self.seats[0]), draft)

    def since(self) -> Digest | None:
        """What changed for all since the first of these seats decided last; None before its first decision."""
        return self._since(self.seats[0])

    def send(self, action: str, asked: str = "", id: str = "") -> Receipt | Turned:  # noqa: A002  (the name on the wire)
        """Take the votes of all, or what one says aloud; a `Turned` says why it is not taken."""
        if asked and asked != self.asked():
            return Turned(say("table-nothing-asked"))
        if not self._votes:
            return LocalPort(self.table, self.words, self.seats[0]).send(action, asked, id)
        try:
            objectors = objecting(self.words, action)
            entry = NOBODY
            for seat in self.seats:
                vote = a.OBJECT_ACTION if seat in objectors else a.SILENCE_ACTION
                entry = self.table.move(seat, vote)
            return Receipt(id, entry)
        except ActionError as why:
            return Turned(str(why))
        except Refused as refused:
            return Turned(refusal_text(refused.refusal))
