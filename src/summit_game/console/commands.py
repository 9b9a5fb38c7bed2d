"""The facilitator's commands: what each asks for, when it is refused, and what it does at the table (R9.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from summit_game.console import arguments as ask
from summit_game.console.arguments import Argument, Misread
from summit_game.console.facilitated import Facilitated
from summit_game.table.clock import ANNOUNCE, ASK, PER_DECISION, PER_PHASE, STAND_IN, Clock, ClockRule
from summit_game.table.injects import Inject as Lined
from summit_game.table.sitter import Sitter
from summit_game.words.catalogue import say
from summit_game.words.papers import effect_words

WHOM = Argument("name", ask.seat_or_all, ask.everybody, ask.ALL, asks="whom")
CARD = Argument("card", ask.event, ask.events)
REASON = Argument("reason", rest=True)


class Command:
    """Something a facilitator can do. A subclass is a dataclass with one field for each argument, in their order."""

    name: ClassVar[str]
    arguments: ClassVar[tuple[Argument, ...]] = ()
    changes: ClassVar[bool] = True
    """Whether it does something, and does not only show."""
    while_open: ClassVar[bool] = False
    """Whether it is refused once the game is over or the sitting ended."""

    def __init__(self, *values: Any) -> None:
        """For dataclasses; see `read`."""

    @classmethod
    def title(cls) -> str:
        """What a list of commands calls it."""
        return say(f"console-title-{cls.name}")

    @classmethod
    def help(cls) -> str:
        """What it does, in one line without a full stop."""
        return say(f"console-help-{cls.name}")

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
            raise Misread(say("console-too-much", usage=cls.usage()))
        return texts

    @classmethod
    def read(cls, console: Facilitated, texts: Sequence[str]) -> Self:
        """The command with these arguments; an empty text takes the default. Raises `Misread`."""
        values = []
        for argument, text in zip(cls.arguments, texts, strict=True):
            written = text.strip() or argument.default
            if written is None:
                told = {"name": argument.label, "meaning": argument.meaning, "usage": cls.usage()}
                raise Misread(say("console-missing", **told))
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
        return say("console-game-over")
    return say("console-sitting-over") if console.table.ended else ""


class Pause(Command):
    name = "pause"

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return say("console-paused-already") if console.table.paused else _closed(console)

    def run(self, console: Facilitated) -> None:
        console.table.pause()


class Go(Command):
    name = "go"

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return "" if console.table.paused else say("console-not-paused")

    def run(self, console: Facilitated) -> None:
        console.table.go_on()


@dataclass(frozen=True)
class SetClock(Command):
    seconds: int | None
    per: str
    up: str

    name = "clock"
    arguments = (
        Argument("seconds", ask.seconds, ask.times, free=True),
        Argument("per", options=ask.words(PER_DECISION, PER_PHASE), default=PER_DECISION),
        Argument("up", options=ask.words(ANNOUNCE, ASK, STAND_IN), default=ANNOUNCE),
    )

    def run(self, console: Facilitated) -> None:
        try:
            rule = None if self.seconds is None else ClockRule(self.per, self.seconds, self.up)
        except ValueError as error:
            raise Misread(str(error)) from error
        console.table.set_clock(None if rule is None else Clock(rule, console.table.now))


@dataclass(frozen=True)
class AddTime(Command):
    seconds: int

    name = "time"
    arguments = (Argument("seconds", ask.number, default="+60", asks="more"),)

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return say("console-has-no-clock") if console.table.clock is None else ""

    def run(self, console: Facilitated) -> None:
        console.table.extend(self.seconds)


@dataclass(frozen=True)
class Inject(Command):
    card: int
    seat: int

    name = "inject"
    while_open = True
    arguments = (CARD, WHOM)

    def run(self, console: Facilitated) -> None:
        console.table.inject(self.card, self.seat)


@dataclass(frozen=True)
class Queue(Command):
    card: int
    round: int
    seat: int

    name = "queue"
    while_open = True
    arguments = (CARD, Argument("round", ask.number, ask.rounds), WHOM)

    def run(self, console: Facilitated) -> None:
        console.table.enqueue(Lined(self.card, self.round, self.seat))


class Queued(Command):
    name = "queued"
    changes = False

    def run(self, console: Facilitated) -> list[str]:
        items = console.table.queue.items
        return [f"{number}: {ask.queued(console, number)}." for number in items] or [say("console-queue-empty")]


@dataclass(frozen=True)
class Dequeue(Command):
    number: int

    name = "drop"
    arguments = (Argument("number", ask.number, ask.lined_up),)

    @classmethod
    def refusal(cls, console: Facilitated) -> str:
        return "" if console.table.queue.items else say("console-nothing-lined-up")

    def run(self, console: Facilitated) -> None:
        console.table.dequeue(self.number)


@dataclass(frozen=True)
class Card(Command):
    card: int

    name = "card"
    changes = False
    arguments = (CARD,)

    def run(self, console: Facilitated) -> list[str]:
        card = console.words.cards[console.setting.events[self.card].id]
        effects = effect_words(getattr(card, "effects", ()))
        return [f"{card.title} ({card.id}). {card.text}", say("console-effects", effects=effects)]


@dataclass(frozen=True)
class Track(Command):
    track: tuple[int, int]
    by: int
    reason: str

    name = "track"
    while_open = True
    arguments = (Argument("track", ask.track, ask.tracks), Argument("change", ask.number, ask.moves), REASON)

    def run(self, console: Facilitated) -> None:
        track, seat = self.track
        console.table.move_track(track, self.by, self.reason, seat)


@dataclass(frozen=True)
class Note(Command):
    seat: int
    text: str

    name = "note"
    arguments = (WHOM, Argument("text", rest=True))

    @classmethod
    def usage(cls) -> str:
        whom, text = (each.label.upper() for each in cls.arguments)
        return f"{cls.name} [{whom}:] {text}"

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

    name = "rewind"
    arguments = (Argument("point", ask.number, ask.back_to, free=True),)

    def run(self, console: Facilitated) -> None:
        console.table.rewind(self.point)


class Points(Command):
    name = "points"
    changes = False

    def run(self, console: Facilitated) -> list[str]:
        told = ((each.number, ask.point(console, each)) for each in ask.points(console))
        return [say("console-point-at", number=number, point=point) for number, point in told]


@dataclass(frozen=True)
class Sit(Command):
    seat: int
    who: str
    names: str

    name = "seat"
    arguments = (
        Argument("name", ask.seat, ask.seats),
        Argument("who", options=ask.players, free=True),
        Argument("names", default="", rest=True),
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

    name = "end"
    while_open = True
    arguments = (replace(REASON, default=""),)

    def run(self, console: Facilitated) -> None:
        console.table.end(self.reason)


COMMANDS: dict[str, type[Command]] = {
    each.name: each
    for each in (
        Pause, Go, SetClock, AddTime, Note, Inject, Queue, Queued, Dequeue, Card, Track, Rewind, Points, Sit, End,
    )
}  # fmt: skip
"""Every command by its name, in the order of the lists."""
