"""The log of a sitting: each entry in plain sentences, as one seat, everybody or the open archive may read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summit_game.engine.board import KEPT, NOBODY
from summit_game.engine.events import Event, OrderGiven, TalkPassed, UnderstandingKept, WordStands, face
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.clock import ANNOUNCE, ASK
from summit_game.table.entry import Entry
from summit_game.table.sitter import Sitter
from summit_game.table.talk_between import KEY as TALK_BETWEEN
from summit_game.table.voices import Voices
from summit_game.words.before import played_as
from summit_game.words.happened import tell
from summit_game.words.hearing import Said
from summit_game.words.names import Words, listed
from summit_game.words.voice import spoken

EVERYTHING = -2
"""The reader of the open archive: sees what every seat saw, and the reasons of bots."""


def lines(words: Words, entry: Entry, reader: int, voices: Voices | None = None) -> list[str]:
    """What an entry says to a reader: a seat, everybody (-1), or the open archive (`EVERYTHING`)."""
    return [line for _, line in told(words, entry, reader, voices)]


def told(
    words: Words, entry: Entry, reader: int, voices: Voices | None = None
) -> Iterator[tuple[Event | Said | None, str]]:
    """The lines of an entry, each with the event that it tells of, if it is one.

    With `voices` also what delegations say by themselves, the same to every reader.
    """
    after: Mapping[int, tuple[Said, ...]] = voices.after(entry) if voices is not None else {}
    programs = voices.programs(entry.number) if voices is not None and voices.on else ()
    if said := _beside(words, entry, reader):
        yield None, said
    if entry.kind == kinds.MOVE and entry.by == "time":
        yield None, say("log-time-passed", who=words.seats[entry.seat])
    if entry.kind == kinds.MOVE and entry.by == "fault":
        yield None, say("log-bot-failed", who=words.seats[entry.seat])
    if is_only_order(entry):
        yield None, say("log-only-order", who=words.seats[entry.seat])
    both_kept = {frozenset((each.seat, each.to)) for each in entry.events if isinstance(each, UnderstandingKept)}
    for at, event in enumerate(entry.events):
        if isinstance(event, WordStands) and event.now == KEPT and frozenset((event.seat, event.to)) in both_kept:
            continue  # That both kept the understanding says it for the two.
        seen = event if reader == EVERYTHING else face(event, reader)
        if entry.by == kinds.BY_TABLE and isinstance(event, TalkPassed):
            continue  # Nobody was asked.
        said = tell(words, seen, programs) if seen is not None else None
        if said is not None:
            yield event, said
        for each in after.get(at, ()):
            line = spoken(words, each)
            if line is not None:
                yield each, line
    if reader == EVERYTHING and entry.why:
        yield None, say("log-reason", why=entry.why)


def is_only_order(entry: Entry) -> bool:
    """Whether the table gave the one order that a person could give (R9.10)."""
    return entry.by == kinds.BY_TABLE and any(isinstance(each, OrderGiven) for each in entry.events)


def _beside(words: Words, entry: Entry, reader: int) -> str | None:
    """What is said about an entry besides its events."""
    who = words.seats[entry.seat] if entry.seat != NOBODY else ""
    match entry.kind:
        case kinds.HEAD:
            return played_as(words.deck, entry.data["options"])
        case kinds.UNDO if entry.data.get("alone"):
            return say("log-undo-alone", who=who)
        case kinds.UNDO | kinds.REDO:
            return say(f"log-{entry.kind}", who=who)
        case kinds.REWIND:
            return say("log-rewind", point=entry.to, round=entry.stand[0])
        case kinds.SIT:
            return say("log-sit", who=who, player=Sitter.from_json(dict(entry.data)))
        case kinds.NOTE if entry.seat == NOBODY:
            return say("log-note-to-all", text=entry.text)
        case kinds.NOTE if reader in (entry.seat, EVERYTHING):
            return say("log-note-to", who=who, text=entry.text)
        case kinds.NOTE:
            return say("log-note-sent", who=who)
        case kinds.SAY | kinds.MESSAGE:
            return _spoken(words, entry, reader)
        case kinds.OUTCOME:
            return say("log-outcome-as", text=entry.text) if entry.text else say("log-outcome")
        case kinds.ADVICE:
            return say("log-advice", who=who)
        case kinds.ADVISER:
            return say("log-adviser", on=bool(entry.data["on"]))
        case kinds.QUEUE:
            return say("log-queue", round=entry.data["round"])
        case kinds.INJECT if entry.data.get("twice"):
            return say("log-twice")
        case kinds.TRACK:
            return say("log-track", text=entry.text)
        case kinds.OPENED if reader != EVERYTHING:
            return None  # It is nothing that happened at the table.
        case kinds.UNQUEUE | kinds.PAUSE | kinds.GO | kinds.OPENED:
            return say(f"log-{entry.kind}")
        case kinds.OPTION:
            return say("log-talk-between", on=entry.data[TALK_BETWEEN])
        case kinds.CLOCK if entry.text:
            change = entry.text.partition(" ")[0]  # the first edition wrote "+60 seconds"
            return say("log-clock-changed", change=change, one=change in ("+1", "-1"))
        case kinds.CLOCK if entry.data:
            return say("log-clock", seconds=entry.data["seconds"], per=entry.data["per"])
        case kinds.CLOCK:
            return say("log-clock-off")
        case kinds.TIME_UP:
            return say({ANNOUNCE: "log-time-up", ASK: "log-time-up-ask"}.get(entry.text, "log-time-up-act"))
        case kinds.END if entry.text:
            return say("log-end-because", reason=entry.text)
        case kinds.END:
            return say("log-end")
    return None


def _spoken(words: Words, entry: Entry, reader: int) -> str:
    """Words of a delegation to others, or a note: read by those to whom they go; everybody sees that they went."""
    who, to = words.seats[entry.seat], entry.data["to"]
    if not to:
        return say(f"log-{entry.kind}-to-all", who=who, text=entry.text)
    named = listed(words.seats[seat] for seat in to)
    if reader in (entry.seat, *to, EVERYTHING):
        return say(f"log-{entry.kind}", who=who, to=named, text=entry.text)
    return say(f"log-{entry.kind}-sent", who=who, to=named)
