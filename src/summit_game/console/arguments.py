"""What a facilitator's command asks for: what it means, how it is read, and what may be chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from summit_game.bots.kinds import KINDS
from summit_game.bots.script import script_names
from summit_game.engine.board import NOBODY
from summit_game.engine.setting import SEAT_TRACK_IDS
from summit_game.language.catalogue import say
from summit_game.table.entry import CHANGES_GAME, Entry
from summit_game.table.table import Table
from summit_game.words.names import Words, signed

POINTS_SHOWN = 15
ALL, HUMAN = "all", "human"
ON_OFF = ("on", "off")


class Facilitated:
    """A table as the facilitator's commands see it: the table and the names of everything at it."""

    def __init__(self, table: Table, words: Words) -> None:
        self.table = table
        self.words = words
        self.setting = table.setting


class Misread(Exception):  # noqa: N818  (a person wrote it otherwise; no fault of the program)
    """What was written is not understood, or not possible now; the message says what to do, without its full stop."""


@dataclass(frozen=True)
class Option:
    """Something to choose: as it is written, and in words."""

    value: str
    label: str


Read = Callable[[Facilitated, str], Any]
"""Gives the value that is meant. Raises `Misread`."""
Options = Callable[[Facilitated], Sequence[Option]]
"""Gives what may be chosen at a table now; nothing if it can only be written."""


@dataclass(frozen=True)
class Argument:
    """One thing that a command asks for. `default` is taken if nothing is written; None if something must be.

    `free`: something else than the options may be written. `rest`: it takes the rest of a written line. `asks`: what
    the catalogue calls its meaning, if its name does not say it.
    """

    name: str
    read: Read = lambda _, text: text
    options: Options = lambda _: ()
    default: str | None = None
    free: bool = False
    rest: bool = False
    asks: str = ""

    @property
    def label(self) -> str:
        """What a form calls it."""
        return say(f"console-label-{self.name}")

    @property
    def meaning(self) -> str:
        """What is asked for, in a few words."""
        return say(f"console-asks-{self.asks or self.name}")

    @property
    def shown(self) -> str:
        """As help shows it."""
        return self.label.upper() if self.default is None else f"[{self.label.upper()}]"


# --- how it is read --------------------------------------------------------------------------------------------------


def number(console: Facilitated, text: str) -> int:
    """A whole number."""
    try:
        return int(text[:12])
    except ValueError:
        raise Misread(say("console-no-number", text=repr(text[:30]))) from None


def seconds(console: Facilitated, text: str) -> int | None:
    """An allowance of a clock, or `off`: then None."""
    return None if text.lower() == "off" else number(console, text)


def on_or_off(console: Facilitated, text: str) -> bool:
    """`on` or `off`."""
    if text.lower() not in ON_OFF:
        raise Misread(say("console-on-or-off", text=repr(text[:30])))
    return text.lower() == ON_OFF[0]


def seat(console: Facilitated, text: str) -> int:
    """A delegation."""
    return _one_of(console.setting.seat_ids, text, "console-no-delegation")


def seat_or_all(console: Facilitated, text: str) -> int:
    """A delegation, or all of them."""
    return NOBODY if text.lower() == ALL else seat(console, text)


def event(console: Facilitated, text: str) -> int:
    """An event card of the deck."""
    return _one_of([card.id for card in console.setting.events], text, "console-no-event")


def track(console: Facilitated, text: str) -> tuple[int, int]:
    """A track of the table, or `NAME:support` for a delegation's own: number of the track, and whose it is."""
    name, colon, own = text.partition(":")
    if colon:
        if own not in SEAT_TRACK_IDS:
            raise Misread(say("console-own-tracks", ids=", ".join(SEAT_TRACK_IDS)))
        return SEAT_TRACK_IDS.index(own), seat(console, name)
    found = console.setting.track(name)
    if found is None:
        raise Misread(say("console-tracks", ids=", ".join(each.id for each in console.setting.tracks)))
    return found, NOBODY


def _one_of(ids: Iterable[str], name: str, absent: str) -> int:
    """The place of a name in a list of ids; `absent` says that it is in none."""
    known = list(ids)
    if name.upper() not in known:
        raise Misread(say(absent, name=repr(name[:30]), ids=", ".join(known)))
    return known.index(name.upper())


# --- what may be chosen ----------------------------------------------------------------------------------------------


def words(*values: str) -> Options:
    """A few words, each with its meaning."""
    return lambda _: [Option(each, say(f"console-choice-{each}")) for each in values]


def moves(console: Facilitated) -> Sequence[Option]:
    """By how much a track moves (R9.6: by at most 2)."""
    return [Option(signed(by), signed(by)) for by in (1, 2, -1, -2)]


def times(console: Facilitated) -> Sequence[Option]:
    """Allowances of a clock."""
    usual = [Option(str(each), say("console-seconds", count=each)) for each in (30, 60, 90, 120, 300)]
    return [Option("off", say("console-no-clock")), *usual]


def seats(console: Facilitated) -> Sequence[Option]:
    """The delegations."""
    return [Option(*each) for each in zip(console.setting.seat_ids, console.words.seats, strict=True)]


def everybody(console: Facilitated) -> Sequence[Option]:
    """All delegations at once, and each."""
    return [Option(ALL, say("console-all-delegations")), *seats(console)]


def events(console: Facilitated) -> Sequence[Option]:
    """The event cards of the deck."""
    return [Option(each.id, console.words.cards[each.id].title) for each in console.setting.events]


def rounds(console: Facilitated) -> Sequence[Option]:
    """The rounds that have not begun."""
    left = range(console.table.public().round + 1, console.setting.options.rounds + 1)
    return [Option(str(each), say("console-round", round=each)) for each in left]


def tracks(console: Facilitated) -> Sequence[Option]:
    """The tracks of the table, and each delegation's own."""
    own = [
        Option(f"{each.value}:{track}", say(f"console-own-{track}", who=each.label))
        for each in seats(console)
        for track in SEAT_TRACK_IDS
    ]
    return [*(Option(each.id, each.name) for each in console.setting.tracks), *own]


def lined_up(console: Facilitated) -> Sequence[Option]:
    """The cards that are lined up."""
    return [Option(str(number), queued(console, number)) for number in console.table.queue.items]


def back_to(console: Facilitated) -> Sequence[Option]:
    """The points to go back to, the last one first."""
    return [Option(str(each.number), point(console, each)) for each in reversed(points(console))]


def players(console: Facilitated) -> Sequence[Option]:
    """Who can play: people, or a kind of bot."""
    bots = [Option(kind, say("console-bot", levels=kind in script_names())) for kind in KINDS]
    return [Option(HUMAN, say("console-people")), *bots]


def points(console: Facilitated) -> list[Entry]:
    """The last points that the game can go back to."""
    return [each for each in console.table.history.entries if each.kind in CHANGES_GAME][-POINTS_SHOWN:]


def point(console: Facilitated, each: Entry) -> str:
    """A point in words. Votes and orders are secret until they are shown, also from a facilitator who plays."""
    who = console.words.seats[each.seat] if each.seat != NOBODY else say("console-the-table")
    here = each.number == console.table.history.tip
    return say("console-point", round=each.stand[0], who=who, what=each.kind, here=here)


def queued(console: Facilitated, number: int) -> str:
    """A card that is lined up, in words."""
    each = console.table.queue.items[number]
    card = console.words.card(console.setting.events[each.card].id)
    whom = console.words.seats[each.seat] if each.seat != NOBODY else say("console-all")
    return say("console-queued-card", card=card, round=each.round, whom=whom)
