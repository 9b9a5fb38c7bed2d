"""What a facilitator's command asks for: what it means, how it is read, and what may be chosen for it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from summit_game.bots.kinds import KINDS
from summit_game.bots.script import script_names
from summit_game.console.facilitated import Facilitated
from summit_game.engine.board import NOBODY
from summit_game.engine.setting import SEAT_TRACK_IDS
from summit_game.table import entry as kinds
from summit_game.table.entry import CHANGES_GAME, Entry
from summit_game.words.names import signed

POINTS_SHOWN = 15
ALL, HUMAN = "all", "human"


class Misread(Exception):  # noqa: N818  (a person wrote it otherwise; no fault of the program)
    """What was written is not understood, or not possible now; the message says what to do, without its full stop."""


@dataclass(frozen=True)
class Option:
    """Something to choose: as it is written, and in words."""

    value: str
    label: str


@dataclass(frozen=True)
class Argument:
    """One thing that a command asks for. `default` is taken if nothing is written; None if something must be.

    `free`: something else than the options may be written. `rest`: it takes the rest of a written line.
    """

    name: str
    meaning: str
    default: str | None = None
    free: bool = False
    rest: bool = False

    @property
    def shown(self) -> str:
        """As help shows it."""
        return self.name.upper() if self.default is None else f"[{self.name.upper()}]"

    def options(self, console: Facilitated) -> Sequence[Option]:
        """What may be chosen at this table now; nothing if it can only be written."""
        return ()

    @abstractmethod
    def read(self, console: Facilitated, text: str) -> Any:
        """The value that is meant. Raises `Misread`."""
        raise NotImplementedError


class Text(Argument):
    """Words of the facilitator's own."""

    def read(self, console: Facilitated, text: str) -> str:
        return text


class Number(Argument):
    """A whole number."""

    def read(self, console: Facilitated, text: str) -> int:
        return whole(text)


class Moved(Number):
    """By how much a track moves (R9.6: by at most 2)."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option(signed(by), signed(by)) for by in (1, 2, -1, -2)]


class Seconds(Number):
    """An allowance of a clock, or `off`: then None."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option("off", "no clock"), *(Option(str(each), f"{each} seconds") for each in (30, 60, 90, 120, 300))]

    def read(self, console: Facilitated, text: str) -> Any:
        return None if text.lower() == "off" else whole(text)


@dataclass(frozen=True)
class OneOf(Argument):
    """One of a few words. `words`: each and what it means."""

    words: tuple[tuple[str, str], ...] = ()

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option(word, meaning) for word, meaning in self.words]

    def read(self, console: Facilitated, text: str) -> str:
        return text


class Seat(Argument):
    """A delegation; with a default also all of them."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        names = zip(console.setting.seat_ids, console.words.seats, strict=True)
        everybody = [Option(ALL, "all delegations")] if self.default is not None else []
        return [*everybody, *(Option(each, name) for each, name in names)]

    def read(self, console: Facilitated, text: str) -> int:
        return NOBODY if self.default is not None and text.lower() == ALL else seat(console, text)


class Event(Argument):
    """An event card of the deck."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option(each.id, console.words.cards[each.id].title) for each in console.setting.events]

    def read(self, console: Facilitated, text: str) -> int:
        return one_of([card.id for card in console.setting.events], text, "event card")


class Round(Number):
    """A round that has not begun."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        rounds = range(console.table.public().round + 1, console.setting.options.rounds + 1)
        return [Option(str(each), f"round {each}") for each in rounds]


class Track(Argument):
    """A track of the table, or `NAME:support` for a delegation's own: number of the track, and whose it is."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        own = [
            Option(f"{seat}:{track}", f"{track} of {name}")
            for seat, name in zip(console.setting.seat_ids, console.words.seats, strict=True)
            for track in SEAT_TRACK_IDS
        ]
        return [*(Option(each.id, each.name) for each in console.setting.tracks), *own]

    def read(self, console: Facilitated, text: str) -> tuple[int, int]:
        name, colon, own = text.partition(":")
        if colon:
            if own not in SEAT_TRACK_IDS:
                raise Misread(f"a delegation's tracks are {', '.join(SEAT_TRACK_IDS)}")
            return SEAT_TRACK_IDS.index(own), seat(console, name)
        track = console.setting.track(name)
        if track is None:
            raise Misread(f"the tracks are {', '.join(each.id for each in console.setting.tracks)}")
        return track, NOBODY


class Queued(Number):
    """The number of a card that is lined up."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option(str(number), queued(console, number)) for number in console.table.queue.items]


class Point(Number):
    """A point of the game to go back to."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option(str(each.number), point(console, each)) for each in reversed(points(console))]


class Player(Argument):
    """Who is to play: `human`, or a kind of bot."""

    def options(self, console: Facilitated) -> Sequence[Option]:
        return [Option(HUMAN, "a person or several"), *(Option(kind, bot_words(kind)) for kind in KINDS)]

    def read(self, console: Facilitated, text: str) -> str:
        return text


def bot_words(kind: str) -> str:
    """A kind of bot in words."""
    return "a bot; :1 to :4 behind it is how well it plays" if kind in script_names() else "a bot"


def points(console: Facilitated) -> list[Entry]:
    """The last points that the game can go back to."""
    return [each for each in console.table.history.entries if each.kind in CHANGES_GAME][-POINTS_SHOWN:]


def point(console: Facilitated, each: Entry) -> str:
    """A point in words. Votes and orders are secret until they are shown, also from a facilitator who plays."""
    who = console.words.seats[each.seat] if each.seat != NOBODY else "The table"
    what = "acts" if each.kind == kinds.MOVE else each.kind
    here = ", where the game is" if each.number == console.table.history.tip else ""
    return f"round {each.stand[0]}, {who} {what}{here}"


def queued(console: Facilitated, number: int) -> str:
    """A card that is lined up, in words."""
    each = console.table.queue.items[number]
    whom = console.words.seats[each.seat] if each.seat != NOBODY else "all"
    return f"{console.words.card(console.setting.events[each.card].id)}, in round {each.round}, for {whom}"


def seat(console: Facilitated, name: str) -> int:
    """The delegation with this id. Raises `Misread`."""
    return one_of(console.setting.seat_ids, name, "delegation")


def one_of(ids: Iterable[str], name: str, what: str) -> int:
    """The place of a name in a list of ids. Raises `Misread`."""
    known = list(ids)
    if name.upper() not in known:
        raise Misread(f"there is no {what} {name[:30]!r}; it is one of {', '.join(known)}")
    return known.index(name.upper())


def whole(text: str) -> int:
    """The number that is written. Raises `Misread`."""
    try:
        return int(text[:12])
    except ValueError:
        raise Misread(f"{text[:30]!r} is not a number") from None
