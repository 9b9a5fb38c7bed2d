"""The entries of a sitting and the line of play they make: undo and rewind go back, nothing is deleted.

Every entry that changes the game follows the one that was current when it was made. Going back only moves the
current place; the entries that were left stay and can be returned to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summit_game.engine.events import Event
from summit_game.engine.fold import fold
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.table.entry import BY_TABLE, CHANGES_GAME, GOES_BACK, REDO, UNDO, Entry

START = -1
"""The place before anything was dealt."""


class History:
    """All entries so far, and where the game is."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: list[Entry] = []
        self.tip = START
        """The number of the entry after which the game stands."""
        self._before: dict[int, int] = {}
        self._undone: list[tuple[int, int]] = []
        """What was taken back and not done again since: the place that was left, and whose undo it was."""
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in the next entry."""
        self.entries.append(entry)
        if entry.kind in CHANGES_GAME:
            self._before[entry.number] = self.tip
            self.tip = entry.number
            self._undone.clear()
        elif entry.kind in GOES_BACK:
            if entry.kind == UNDO:
                self._undone.append((self.tip, entry.seat))
            elif entry.kind == REDO:
                self._undone.pop()
            else:
                self._undone.clear()
            self.tip = entry.to

    @property
    def redo_to(self) -> int | None:
        """The entry that a redo would return to; None if nothing was taken back, or something was done since."""
        return self._undone[-1][0] if self._undone else None

    @property
    def redo_of(self) -> int | None:
        """The seat that took back what a redo would return to; None if there is nothing."""
        return self._undone[-1][1] if self._undone else None

    def last(self, place: int | None = None) -> list[Entry]:
        """The entry that led to a place (without one: to where the game is), and what the table itself added to it.

        Empty before the deal.
        """
        at = self.tip if place is None else place
        result: list[Entry] = []
        while at != START:
            result.insert(0, self.entries[at])
            if result[0].by != BY_TABLE:
                break
            at = self._before[at]
        return result

    def before(self, number: int) -> int:
        """The entry that an entry with events followed."""
        return self._before[number]

    def line(self, tip: int | None = None) -> list[Entry]:
        """The entries with events that lead to a place (without one: to where the game is), in order.

        Raises `KeyError` if there is no such place.
        """
        at = self.tip if tip is None else tip
        result = []
        while at != START:
            result.append(self.entries[at])
            at = self._before[at]
        return result[::-1]

    def has(self, place: int) -> bool:
        """Whether one can go to this place."""
        return place in self._before

    def events(self, tip: int | None = None) -> Iterator[Event]:
        """What happened on the line to a place."""
        for entry in self.line(tip):
            yield from entry.events

    def state(self, game: Game, seed: int, tip: int | None = None) -> State:
        """The game as it stood at a place, folded from the events alone: no rule runs, no chance is used."""
        return fold(State(game, seed), self.events(tip))
