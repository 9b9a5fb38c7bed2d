"""Who held which seat, from when to when, along all that happened: a rewind takes nobody out of it.

The one list from which the debrief, the list of games and every export say who played.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.sitter import Sitter

_NOT_THEIRS = ("time", "fault", kinds.BY_TABLE)
"""Who decided for whoever sat there: not they themselves."""


@dataclass(frozen=True)
class Seating:
    """A person, several people or a bot at a delegation, from one change of seats to the next.

    Rounds are counted from 1; `begin` and `end` are the numbers of the first entry that is in it and of the first that
    is not. `decisions` counts those on the line of play; what was taken back has none, and still has who sat there.
    """

    seat: int
    sitter: Sitter
    first_round: int
    last_round: int
    decisions: int
    begin: int
    end: int

    def has(self, seat: int, entry: int) -> bool:
        """Whether an entry of a seat falls into it."""
        return seat == self.seat and self.begin <= entry < self.end

    def told(self) -> str:
        """Who, and in which rounds."""
        first, last = self.first_round, self.last_round
        return say("sitting-held", player=str(self.sitter), first=first, last=last, same=first == last)

    def to_json(self) -> dict[str, Any]:
        """As data for programs."""
        return {
            "played_by": str(self.sitter),
            "people": list(self.sitter.people),
            "bot": self.sitter.kind or None,
            "first_round": self.first_round,
            "last_round": self.last_round,
        }


def seatings(entries: Sequence[Entry], sat: Mapping[int, Sitter], line: Iterable[Entry] = ()) -> tuple[Seating, ...]:
    """All of them, seat by seat, in order.

    `sat`: who sits there now; so it was always if no entry says anything. `line`: the line of play, for decisions.
    """
    changes: dict[int, list[tuple[int, Sitter]]] = {}
    for each in entries:
        if each.kind == kinds.HEAD:
            changes = {seat: [(0, Sitter.from_json(first))] for seat, first in enumerate(each.data["sitters"])}
        elif each.kind == kinds.SIT:
            before = changes.setdefault(each.seat, [])
            sitter = Sitter.from_json(each.data)
            if not before or before[-1][1] != sitter:
                before.append((each.number, sitter))
    changes = {seat: [(0, sitter)] for seat, sitter in sat.items()} | changes
    last = entries[-1].number + 1 if entries else 0
    stands = {each.number for each in line}
    return tuple(
        _seating(entries, stands, seat, sitter, begin, end)
        for seat, begun in sorted(changes.items())
        for (begin, sitter), (end, _) in pairwise([*begun, (last, begun[-1][1])])
    )


def _seating(
    entries: Iterable[Entry], stands: Collection[int], seat: int, sitter: Sitter, begin: int, end: int
) -> Seating:
    during = [each for each in entries if begin <= each.number < end and each.kind not in (kinds.HEAD, kinds.DECK)]
    rounds = [max(1, each.stand[0]) for each in during] or [1]
    moves = [each for each in during if each.kind == kinds.MOVE and each.number in stands]
    own = sum(each.seat == seat and each.by not in _NOT_THEIRS for each in moves)
    return Seating(seat, sitter, min(rounds), max(rounds), own, begin, end)


def by_seat(found: Iterable[Seating]) -> dict[int, tuple[Seating, ...]]:
    """The same for each seat."""
    result: dict[int, tuple[Seating, ...]] = {}
    for each in found:
        result[each.seat] = (*result.get(each.seat, ()), each)
    return result


def played_by(found: Sequence[Seating]) -> str:
    """Who played a delegation, in words; with the rounds if it was not the same all the time."""
    return str(found[0].sitter) if len(found) == 1 else ", ".join(each.told() for each in found)
