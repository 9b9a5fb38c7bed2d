"""What there is to tell, beat by beat: votes that are shown come one by one, before what they bring about."""

from __future__ import annotations

from collections.abc import Iterator

from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY
from summit_game.seat.port import NOTE, TIME, Beat
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.history import History
from summit_game.table.log import told
from summit_game.words.happened import tell
from summit_game.words.names import Words


def beats(words: Words, history: History, entry: Entry, reader: int) -> Iterator[Beat]:
    """An entry in beats, for a reader: a seat, or -1 for everybody."""
    kind = TIME if entry.by == "time" else ""
    if entry.kind == kinds.NOTE and entry.seat in (NOBODY, reader):
        kind = NOTE
    gathered: list[str] = []
    for event, line in told(words, entry, reader):
        if isinstance(event, ev.VotesShown):
            if gathered:
                yield Beat(tuple(gathered), kind=kind, entry=entry.number)
            gathered = []
            yield from _votes(words, history, entry, event, reader)
        gathered.append(line)
    if gathered:
        yield Beat(tuple(gathered), kind=kind, entry=entry.number)


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
