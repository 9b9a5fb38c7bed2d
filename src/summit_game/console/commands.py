"""The facilitator's commands: what each asks for, when it is refused, and what it does at the table (R9.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from summit_game.console import arguments as ask
from summit_game.console.arguments import Argument, Misread
from summit_game.console.facilitated import Facilitated
from summit_game.table.clock import ANNOUNCE, ASK, PER_DECISION, PER_PHASE, STAND_IN, Clock, ClockRule
from summit_game.table.injects import Inject as Lined
from summit_game.table.sitter import Sitter
from summit_game.words.papers import effect_words

WHOM = ask.Seat("name", "a delegation, or all", ask.ALL)
CARD = ask.Event("card", "an event card")


class Command:
    """Something a facilitator can do. A subclass is a dataclass with one field for each argument, in their order."""

    name: ClassVar[str]
    title: ClassVar[str]
    """What a list of commands calls it."""
    help: ClassVar[str]
    """What it does, in one line."""
    arguments: ClassVar[tuple[Argument, ...]] = ()
    changes: ClassVar[bool] = True
    """Whether it does something, and does not only show."""
    while_open: ClassVar[bool] = False
    """Whether it is refused once the game is over or the sitting ended."""

    def __init__(self, *values: Any) -> None:
        """For dataclasses; see `read`."""

    @classmethod
    def usage(cls) -> str:
        """How it is written."""
        return " ".join([cls.name, *(each.shown for each in cls.arguments)])

    @classmethod
    def split(cls, rest: str) -> list[str]:
        """What a written line gives each argument. Raises `Misread`."""
        texts: list[str] = []
        for each in cls.arguments:
            word, _, after = rest.partition(" ")
            text, rest = (rest, "") if each.rest else (word, after.strip())
            texts.append(text)
        if rest:
            raise Misread(f"write {cls.usage()} and nothing more")
        return texts

    @classmethod
    def read(cls, console: Facilitated, texts: Sequence[str]) -> Self:
        """The command with these arguments; an empty text takes the default. Raises `Misread`."""
        values = []
        for argument, text in zip(cls.arguments, texts, strict=True):
            written = text.strip() or argument.default
            if written is None:
                raise Misread(f"the {argument.name} is missing ({argument.meaning}); write {cls.usage()}")
            values.append(argument.read(console, written))
        return cls(*values)

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        """Why it cannot be done now whatever its arguments are, and what to do; empty if it can."""
        return _closed(console) if cls.while_open else ""

    def run(self, console: Facilitated) -> Sequence[str] | None:
        """Do it, and say what the log does not say. Raises `Refused`, `Misread` or `SetupError` and changes nothing."""
        raise NotImplementedError


def _closed(console: Facilitated) -> str:
    """Why nothing can be done to the game itself any more."""
    if console.table.over:
        return "the game is over; rewind goes back into it"
    return "the sitting is over; rewind goes back into the game" if console.table.ended else ""


class Pause(Command):
    name, title, help = "pause", "Pause", "stops play and clock"

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return "the game is paused already; go goes on" if console.table.paused else _closed(console)

    def run(self, console: Facilitated) -> None:
        console.table.pause()


class Go(Command):
    name, title, help = "go", "Go on", "play and clock go on after a pause"

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return "" if console.table.paused else "the game is not paused; pause stops it"

    def run(self, console: Facilitated) -> None:
        console.table.go_on()


@dataclass(frozen=True)
class SetClock(Command):
    seconds: int | None
    per: str
    up: str

    name, title, help = "clock", "Clock", "times each decision or phase from now on, or no longer"
    arguments = (
        ask.Seconds("seconds", "the time each time, or off", free=True),
        ask.OneOf(
            "per", "for each decision or phase", PER_DECISION,
            words=((PER_DECISION, "for each decision"), (PER_PHASE, "for each phase")),
        ),
        ask.OneOf(
            "up", "when time is up", ANNOUNCE,
            words=((ANNOUNCE, "it is only said"), (ASK, "you decide"), (STAND_IN, "the least is done, and marked")),
        ),
    )  # fmt: skip

    def run(self, console: Facilitated) -> None:
        try:
            rule = None if self.seconds is None else ClockRule(self.per, self.seconds, self.up)
        except ValueError as error:
            raise Misread(str(error)) from error
        console.table.set_clock(None if rule is None else Clock(rule, console.table.now))


@dataclass(frozen=True)
class AddTime(Command):
    seconds: int

    name, title, help = "time", "More time", "gives the running clock more seconds, or with - fewer"
    arguments = (ask.Number("seconds", "how many more", "+60"),)

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return "this table has no clock; clock sets one" if console.table.clock is None else ""

    def run(self, console: Facilitated) -> None:
        console.table.extend(self.seconds)


@dataclass(frozen=True)
class Inject(Command):
    card: int
    seat: int

    name, title, help = "inject", "Event now", "brings an event card in now, aimed at all or at one"
    while_open = True
    arguments = (CARD, WHOM)

    def run(self, console: Facilitated) -> None:
        console.table.inject(self.card, self.seat)


@dataclass(frozen=True)
class Queue(Command):
    card: int
    round: int
    seat: int

    name, title, help = "queue", "Event later", "lines an event card up for a later round; queue alone: what is"
    while_open = True
    arguments = (CARD, ask.Round("round", "a round that has not begun"), WHOM)

    def run(self, console: Facilitated) -> None:
        console.table.enqueue(Lined(self.card, self.round, self.seat))


class Queued(Command):
    name, title, help = "queued", "Lined up", "shows what is lined up"
    changes = False

    def run(self, console: Facilitated) -> list[str]:
        items = console.table.queue.items
        return [f"{number}: {ask.queued(console, number)}." for number in items] or ["Nothing is lined up."]


@dataclass(frozen=True)
class Dequeue(Command):
    number: int

    name, title, help = "drop", "Take out", "takes a card that was lined up out again"
    arguments = (ask.Queued("number", "its number, as queue shows it"),)

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return "" if console.table.queue.items else "nothing is lined up; queue lines a card up"

    def run(self, console: Facilitated) -> None:
        console.table.dequeue(self.number)


@dataclass(frozen=True)
class Card(Command):
    card: int

    name, title, help = "card", "Read a card", "shows an event card and its effects, to whoever is at the machine"
    changes = False
    arguments = (CARD,)

    def run(self, console: Facilitated) -> list[str]:
        card = console.words.cards[console.setting.events[self.card].id]
        effects = effect_words(getattr(card, "effects", ()))
        return [f"{card.title} ({card.id}). {card.text}", f"Effects: {effects}."]


@dataclass(frozen=True)
class Track(Command):
    track: tuple[int, int]
    by: int
    reason: str

    name, title, help = "track", "Move a track", "moves a track by at most 2, and says why; NAME:support: one's own"
    while_open = True
    arguments = (
        ask.Track("track", "a track; NAME:support for a delegation's own"),
        ask.Moved("change", "+1, +2, -1 or -2"),
        ask.Text("reason", "why; everybody reads it", rest=True),
    )

    def run(self, console: Facilitated) -> None:
        track, seat = self.track
        console.table.move_track(track, self.by, self.reason, seat)


@dataclass(frozen=True)
class Note(Command):
    seat: int
    text: str

    name, title, help = "note", "Note", "sends a note to all; note NAME: TEXT sends it to one delegation alone"
    arguments = (WHOM, ask.Text("text", "what it says", rest=True))

    @classmethod
    def usage(cls) -> str:
        return "note [NAME:] TEXT"

    @classmethod
    def split(cls, rest: str) -> list[str]:
        """A misspelt delegation must not turn a private note into a public one, so one word and a colon is a name."""
        name, colon, text = rest.partition(":")
        return ["", rest] if not colon or " " in name.strip() else [name, text]

    def run(self, console: Facilitated) -> None:
        console.table.note(self.text, self.seat)


@dataclass(frozen=True)
class Rewind(Command):
    point: int

    name, title, help = "rewind", "Go back", "takes the game back (or forward) to a point; everybody sees it"
    arguments = (ask.Point("point", "a number, as points shows it", free=True),)

    def run(self, console: Facilitated) -> None:
        console.table.rewind(self.point)


class Points(Command):
    name, title, help = "points", "Points", "shows the points to go back to"
    changes = False

    def run(self, console: Facilitated) -> list[str]:
        return [f"Point {each.number}: {ask.point(console, each)}." for each in ask.points(console)]


@dataclass(frozen=True)
class Sit(Command):
    seat: int
    who: str
    names: str

    name, title, help = "seat", "Change a seat", "changes who plays a delegation: human, human Ana,Ben or a bot"
    arguments = (
        ask.Seat("name", "a delegation"),
        ask.Player("who", "human, or a kind of bot such as hardliner:3", free=True),
        ask.Text("names", "the people's names, with commas", "", rest=True),
    )

    def run(self, console: Facilitated) -> None:
        word, _, first = self.who.partition(":")
        if word.lower() == ask.HUMAN:
            console.table.sit(self.seat, Sitter(tuple(f"{first} {self.names}".split(","))))
        else:
            console.table.sit(self.seat, Sitter(bot=f"{self.who} {self.names}".strip()))


@dataclass(frozen=True)
class End(Command):
    reason: str

    name, title, help = "end", "End", "ends the sitting before the game is over; a rewind opens it again"
    while_open = True
    arguments = (ask.Text("reason", "why; everybody reads it", "", rest=True),)

    def run(self, console: Facilitated) -> None:
        console.table.end(self.reason)


COMMANDS: dict[str, type[Command]] = {
    each.name: each
    for each in (
        Pause, Go, SetClock, AddTime, Note, Inject, Queue, Queued, Dequeue, Card, Track, Rewind, Points, Sit, End,
    )
}  # fmt: skip
"""Every command by its name, in the order of the lists."""
