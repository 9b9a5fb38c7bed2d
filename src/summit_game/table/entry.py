"""Entries of a journal: everything that was done at a table, in order, with what followed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from summit_game.engine.events import Event
from summit_game.table.codec import decode, encode

HEAD, DECK, DEAL, MOVE, INJECT, TRACK = "head", "deck", "deal", "move", "inject", "track"
UNDO, REDO, REWIND = "undo", "redo", "rewind"
SIT, NOTE, QUEUE, UNQUEUE, OPENED, WORD = "sit", "note", "queue", "unqueue", "opened", "word"
ADVICE, ADVISER = "advice", "adviser"
"""A delegation asked its adviser; the facilitator gave the delegations an adviser, or took it from them."""
SAY, MESSAGE, OUTCOME = "say", "message", "outcome"
"""What a delegation says to others, a note between people, and an outcome that was typed in: kinds of format 2 that
this program reads, checks and tells, and does not write yet (docs/journal.md)."""
PAUSE, GO, CLOCK, TIME_UP, END, OPTION = "pause", "go", "clock", "time_up", "end", "option"
LOOK = "look"
"""What the clock had left when the program ended without a word; it is in a journal only as the last that was kept."""
_FIRST = frozenset(
    (*(HEAD, DECK, DEAL, MOVE, INJECT, TRACK, UNDO, REDO, REWIND), *(SIT, NOTE, QUEUE, UNQUEUE, OPENED))
) | {PAUSE, GO, CLOCK, TIME_UP, END, LOOK, WORD}
KINDS_OF = {1: _FIRST, 2: _FIRST | {SAY, MESSAGE, OUTCOME, ADVICE, ADVISER, OPTION}}
"""Format of a journal -> every kind it has."""
CHANGES_GAME = frozenset((DEAL, MOVE, INJECT, TRACK, OUTCOME))
"""Kinds that carry events."""
SPOKEN = frozenset((SAY, MESSAGE))
"""Kinds that are words of a delegation to the seats in `data["to"]`, or to all if there are none."""
FACILITATOR = frozenset(
    (SIT, NOTE, QUEUE, UNQUEUE, INJECT, TRACK, OUTCOME, REWIND, PAUSE, GO, CLOCK, END, ADVISER, OPTION)
)
"""Kinds that are acts of the facilitator (R9.6)."""
BY_TABLE = "table"
"""Who acted where the table itself went on past a person with nobody to send a message to (R19.1), or with one order
left (R9.10)."""
GOES_BACK = frozenset((UNDO, REDO, REWIND))
"""Kinds that take the game to the state after entry `to`."""


@dataclass(frozen=True)
class Entry:
    """One entry. `number` counts from 0 (the head); `at` is the time in UTC; what a kind does not use stays empty.

    `seat` is whose it is (-1: the table or the facilitator); `by` says who acted for it (`person`, a bot's kind,
    `time`, or `table`); `action` is in its written form; `why` is a bot's reason, private until the debrief; `left` is
    what the clock had left, in seconds; `stand` is round, phase and ending after the entry, and `halt` whether the
    table is `paused` or the sitting `ended` by then, for lists of games.
    """

    number: int
    kind: str
    at: str
    seat: int = -1
    to: int = -1
    by: str = ""
    action: str = ""
    text: str = ""
    why: str = ""
    left: float | None = None
    events: tuple[Event, ...] = ()
    stand: tuple[int, int, int] = (0, 0, -1)
    halt: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


_DEFAULTS = {each.name: each.default for each in fields(Entry) if each.name not in ("number", "kind", "at", "data")}


def to_json(entry: Entry) -> dict[str, Any]:
    """The entry as `json` writes it, without what is empty."""
    result: dict[str, Any] = {"number": entry.number, "kind": entry.kind, "at": entry.at}
    for name, default in _DEFAULTS.items():
        value = getattr(entry, name)
        if value != default:
            result[name] = encode(value) if name == "events" else value
    return {**result, "data": entry.data} if entry.data else result


def from_json(written: Mapping[str, Any]) -> Entry:
    """The entry that `to_json` wrote. Raises `ValueError`, `KeyError` or `TypeError` if it is none."""
    values = dict(written)
    values["events"] = tuple(decode(values.get("events", ())))
    values["stand"] = tuple(values.get("stand", (0, 0, -1)))
    return Entry(**values)
