"""Stepping through a journal. Nothing can be played from here: a replay reads, it never writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from summit_game.engine.board import Board
from summit_game.engine.events import Event, face
from summit_game.engine.state import State
from summit_game.engine.view import public_view, view
from summit_game.language.catalogue import say
from summit_game.seat.page import RoundOfUnits
from summit_game.seat.port import Beat
from summit_game.seat.zonemap.course import rounds_of_units
from summit_game.table import entry as kinds
from summit_game.table.beats import is_own
from summit_game.table.codec import encode
from summit_game.table.entry import CHANGES_GAME, GOES_BACK, Entry
from summit_game.table.games_folder import Sitting
from summit_game.table.history import History
from summit_game.table.log import EVERYTHING, told
from summit_game.words.names import Words

HIDDEN = frozenset((kinds.HEAD, kinds.DECK, kinds.WORD))
"""Entries that are no part of what happened."""


class Replay:
    """The steps of a game for one reader: a seat, everybody (-1), or the open archive (`log.EVERYTHING`).

    Steps are counted from 0; the first is the deal. What was taken back is stepped through too, and so is taking back.
    """

    def __init__(self, sitting: Sitting, reader: int) -> None:
        self.sitting = sitting
        self.reader = reader
        self.words = Words(sitting.table.setting, sitting.deck)
        self.steps: list[Entry] = [each for each in sitting.table.history.entries if each.kind not in HIDDEN]

    def lines(self, step: int) -> list[str]:
        """What a step says to the reader."""
        return [line for _, line in self._told(step)]

    def beat(self, step: int) -> Beat:
        """The same as a beat, with the reader's own doings marked."""
        entry = self.steps[step]
        found = self._told(step)
        own = tuple(is_own(entry, event, self.reader) for event, _ in found)
        return Beat(tuple(line for _, line in found), entry=entry.number, own=own)

    def _told(self, step: int) -> list[tuple[Event | None, str]]:
        """Who steps through a game is told also what was nothing to tell at the table, so that no step is empty."""
        entry = self.steps[step]
        found = list(told(self.words, entry, self.reader))
        return found or [(None, say("log-opened"))] if entry.kind == kinds.OPENED else found

    def state(self, step: int) -> State:
        """The game after a step. For the open archive and for making boards; do not show it to a seat."""
        return self._history(step).state(self.sitting.table.game, self.sitting.table.seed)

    def _history(self, step: int) -> History:
        return History(self.sitting.table.history.entries[: self.steps[step].number + 1])

    def rounds(self, step: int) -> tuple[RoundOfUnits, ...]:
        """The rounds up to a step, with the units as they began."""
        return rounds_of_units(self.words, self._history(step).events())

    def board(self, step: int) -> Board:
        """What the reader may see of the game after a step: its own view, or what everybody sees."""
        state = self.state(step)
        return view(state, self.reader) if self.reader >= 0 else public_view(state)

    def json_steps(self) -> Iterator[Mapping[str, Any]]:
        """Every step as data, with only what the reader may see."""
        seats = self.sitting.table.setting.seat_ids
        for at, step in enumerate(self.steps):
            events = (each if self.reader == EVERYTHING else face(each, self.reader) for each in step.events)
            yield {
                "step": at,
                "kind": step.kind,
                "at": step.at,
                "delegation": seats[step.seat] if step.seat >= 0 else None,
                "round": step.stand[0],
                "events": encode(each for each in events if each is not None),
                "lines": self.lines(at),
                **({"back_to": self._step_of(step.to)} if step.kind in GOES_BACK else {}),
                **({"action": step.action, "why": step.why} if self.reader == EVERYTHING and step.action else {}),
            }

    def changes(self, step: int) -> bool:
        """Whether a step changed the game."""
        return self.steps[step].kind in CHANGES_GAME | GOES_BACK

    def _step_of(self, number: int) -> int:
        return next((at for at, each in enumerate(self.steps) if each.number == number), -1)
