"""The log of a sitting: each entry in plain sentences, as one seat, everybody or the open archive may read it."""

from __future__ import annotations

from collections.abc import Iterator

from summit_game.engine.board import NOBODY
from summit_game.engine.events import Event, face
from summit_game.table import entry as kinds
from summit_game.table.clock import ANNOUNCE, ASK
from summit_game.table.entry import Entry
from summit_game.table.sitter import Sitter
from summit_game.words.before import played_as
from summit_game.words.happened import tell
from summit_game.words.names import Words

EVERYTHING = -2
"""The reader of the open archive: sees what every seat saw, and the reasons of bots."""


def lines(words: Words, entry: Entry, reader: int) -> list[str]:
    """What an entry says to a reader: a seat, everybody (-1), or the open archive (`EVERYTHING`)."""
    return [line for _, line in told(words, entry, reader)]


def told(words: Words, entry: Entry, reader: int) -> Iterator[tuple[Event | None, str]]:
    """The lines of an entry, each with the event that it tells of, if it is one."""
    for line in _facilitator(words, entry, reader):
        yield None, line
    if entry.kind == kinds.MOVE and entry.by == "time":
        yield None, f"Time is up for {words.seats[entry.seat]}; a stand-in acts for it."
    if entry.kind == kinds.MOVE and entry.by == "fault":
        yield None, f"The bot of {words.seats[entry.seat]} failed; a simple one stands in for it."
    for event in entry.events:
        seen = event if reader == EVERYTHING else face(event, reader)
        said = tell(words, seen) if seen is not None else None
        if said is not None:
            yield event, said
    if reader == EVERYTHING and entry.why:
        yield None, f"Its reason: {entry.why}"


def _facilitator(words: Words, entry: Entry, reader: int) -> list[str]:
    """What is said about an entry besides its events."""
    name = words.seats[entry.seat] if entry.seat != NOBODY else ""
    match entry.kind:
        case kinds.HEAD:
            told = played_as(words.deck, entry.data["options"])
            return [told] if told else []
        case kinds.UNDO:
            return [f"{name} takes back its last action."]
        case kinds.REDO:
            return [f"{name} does again what it took back."]
        case kinds.REWIND:
            return [f"The facilitator takes the game back to point {entry.to}, in round {entry.stand[0]}."]
        case kinds.SIT:
            return [f"{name} is now played by {Sitter.from_json(dict(entry.data))}."]
        case kinds.NOTE:
            return _note(words, entry, reader)
        case kinds.QUEUE:
            return [f"The facilitator lines up an event card for round {entry.data['round']}."]
        case kinds.UNQUEUE:
            return ["The facilitator takes back an event card that was lined up."]
        case kinds.TRACK:
            return [f"The facilitator moves a track: {entry.text}"]
        case kinds.PAUSE:
            return ["The facilitator pauses the game."]
        case kinds.GO:
            return ["The game goes on."]
        case kinds.CLOCK:
            return [_clock(entry)]
        case kinds.TIME_UP:
            return [_time_up(entry)]
        case kinds.END:
            reason = f": {entry.text}" if entry.text else "."
            return [f"The facilitator ends the sitting before the game is over{reason}"]
        case kinds.OPENED:
            return ["The game was opened again."]
    return []


def _note(words: Words, entry: Entry, reader: int) -> list[str]:
    if entry.seat == NOBODY:
        return [f"The facilitator to all: {entry.text}"]
    whom = words.seats[entry.seat]
    if reader in (entry.seat, EVERYTHING):
        return [f"The facilitator to {whom}: {entry.text}"]
    return [f"The facilitator sends a note to {whom}."]


def _clock(entry: Entry) -> str:
    if entry.text:
        return f"The clock is changed by {entry.text}."
    if not entry.data:
        return "The clock is off."
    return f"The clock gives {entry.data['seconds']} seconds for each {entry.data['per']}."


def _time_up(entry: Entry) -> str:
    if entry.text == ANNOUNCE:
        return "Time is up."
    return "Time is up; the facilitator decides." if entry.text == ASK else "Time is up; a stand-in acts."
