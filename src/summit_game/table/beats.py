"""What there is to tell, beat by beat: votes that are shown come one by one, before what they bring about."""

from __future__ import annotations

from collections.abc import Iterator

from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY
from summit_game.engine.events import Event
from summit_game.seat.port import FAILED, NOTE, TIME, Beat
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.history import History
from summit_game.table.log import told
from summit_game.table.voices import Voices
from summit_game.words.happened import tell
from summit_game.words.hearing import Said
from summit_game.words.names import Words

SMALL = (ev.CardsDrawn, ev.CardsDiscarded)
"""What can be left out if it is of another delegation."""


def beats(words: Words, history: History, entry: Entry, reader: int, voices: Voices | None = None) -> Iterator[Beat]:
    """An entry in beats, for a reader: a seat, or -1 for everybody; with what delegations say by themselves."""
    kind = TIME if entry.by == "time" else ""
    if entry.kind == kinds.NOTE and entry.seat in (NOBODY, reader):
        kind = NOTE
    lines: list[str] = []
    own: list[bool] = []
    small: list[bool] = []
    for event, line in told(words, entry, reader, voices):
        if isinstance(event, ev.VotesShown):
            if lines:
                yield Beat(tuple(lines), kind=kind, entry=entry.number, own=tuple(own), small=tuple(small))
            lines, own, small = [], [], []
            yield from _votes(words, history, entry, event, reader)
        if isinstance(event, ev.SigningFailed):
            kind = kind or FAILED
        lines.append(line)
        own.append(is_own(entry, event, reader))
        small.append((isinstance(event, SMALL) and not own[-1]) or isinstance(event, ev.TurnBegan))
    if lines:
        yield Beat(tuple(lines), kind=kind, entry=entry.number, own=tuple(own), small=tuple(small))


def is_own(entry: Entry, event: Event | Said | None, reader: int) -> bool:
    """Whether a line of an entry tells of the reader's own doing: an event of its seat, or what it took back."""
    if event is None:
        return entry.seat == reader != NOBODY and entry.kind != kinds.NOTE
    return reader != NOBODY and getattr(event, "seat", NOBODY) == reader


def _votes(words: Words, history: History, entry: Entry, shown: ev.VotesShown, reader: int) -> Iterator[Beat]:
    """Everybody else's vote, in turn order. All of it is public once it is shown."""
    before = history.line(entry.number) if history.has(entry.number) else [entry]
    voters: list[int] = []
    for earlier in reversed(before):
        given = [event.seat for event in earlier.events if isinstance(event, ev.VoteGiven)]
        if not given:
            break
        voters = given + voters
    for seat in voters:
        vote = ev.VoteGiven(seat, ev.OBJECTS if seat in shown.objectors else ev.CONSENTS)
        if seat != reader and (said := tell(words, vote)) is not None:
            yield Beat((said,), seat, entry=entry.number)
