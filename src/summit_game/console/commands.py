"""The facilitator's commands: what each asks for, when it is refused, and what it does at the table (R9.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summit_game.console import arguments as ask
from summit_game.console.arguments import Argument, Facilitated, Misread
from summit_game.engine.events import NewsTurned
from summit_game.language.catalogue import say
from summit_game.table.clock import ANNOUNCE, ASK, PER_DECISION, PER_PHASE, STAND_IN, Clock, ClockRule
from summit_game.table.injects import Inject
from summit_game.table.sitter import Sitter, people_of
from summit_game.table.table import Table
from summit_game.words.effects import effect_words

WHOM = Argument("name", ask.seat_or_all, ask.everybody, ask.ALL, asks="whom")
CARD = Argument("card", ask.event, ask.events)
REASON = Argument("reason", rest=True)
TEXT = Argument("text", rest=True)
MORE = Argument("seconds", ask.number, default="+60", asks="more")


@dataclass(frozen=True)
class Command:
    """Something a facilitator can do.

    `run` does it, with a value for each argument, and says what the log does not; it raises `Refused`, `Misread` or
    `SetupError` and then changes nothing. `why_not`: why it cannot be done now whatever its arguments are, and what to
    do; empty if it can. `changes`: whether it does something, and does not only show. `aimed`: its first argument is
    set off by a colon, and may be left out.
    """

    name: str
    run: Callable[..., Sequence[str] | None]
    arguments: tuple[Argument, ...] = ()
    why_not: Callable[[Table], str] = lambda table: ""
    changes: bool = True
    aimed: bool = False

    @property
    def title(self) -> str:
        """What a list of commands calls it."""
        return say(f"console-title-{self.name}")

    @property
    def help(self) -> str:
        """What it does, in one line without a full stop."""
        return say(f"console-help-{self.name}")

    def usage(self) -> str:
        """How it is written."""
        if self.aimed:
            whom, what = (each.label.upper() for each in self.arguments)
            return f"{self.name} [{whom}:] {what}"
        return " ".join([self.name, *(each.shown for each in self.arguments)])

    def split(self, rest: str) -> list[str]:
        """What a written line gives each argument. Raises `Misread`."""
        if self.aimed:
            # A misspelt delegation must not turn a private note into a public one: one word and a colon is a name.
            name, colon, text = rest.partition(":")
            return ["", rest] if not colon or " " in name.strip() else [name, text]
        texts: list[str] = []
        for each in self.arguments:
            word, _, after = rest.partition(" ")
            text, rest = (rest, "") if each.rest else (word, after.strip())
            texts.append(text)
        if rest:
            raise Misread(say("console-too-much", usage=self.usage()))
        return texts

    def carry_out(self, console: Facilitated, texts: Sequence[str]) -> tuple[str, ...]:
        """Do it with these arguments; an empty text takes the default. Raises as `run` does."""
        if why := self.why_not(console.table):
            raise Misread(why)
        values = []
        for argument, text in zip(self.arguments, texts, strict=True):
            written = text.strip() or argument.default
            if written is None:
                told = {"name": argument.label, "meaning": argument.meaning, "usage": self.usage()}
                raise Misread(say("console-missing", **told))
            values.append(argument.read(console, written))
        return tuple(self.run(console, *values) or ())


# --- when they are refused -------------------------------------------------------------------------------------------


def _closed(table: Table) -> str:
    """Why nothing can be done to the game itself any more."""
    if table.over:
        return say("console-game-over")
    return say("console-sitting-over") if table.ended else ""


def _paused(table: Table) -> str:
    return say("console-paused-already") if table.paused else _closed(table)


def _not_paused(table: Table) -> str:
    return "" if table.paused else say("console-not-paused")


def _no_clock(table: Table) -> str:
    return say("console-has-no-clock") if table.clock is None else ""


def _no_adviser(table: Table) -> str:
    return say("console-graded") if table.graded else _closed(table)


def _no_talk(table: Table) -> str:
    return _closed(table) if table.setting.options.talk else say("console-no-talk")


def _nothing_lined_up(table: Table) -> str:
    return "" if table.queue.items else say("console-nothing-lined-up")


# --- what they do ----------------------------------------------------------------------------------------------------


def _set_clock(console: Facilitated, seconds: int | None, per: str, up: str) -> None:
    try:
        rule = None if seconds is None else ClockRule(per, seconds, up)
    except ValueError as error:
        raise Misread(str(error)) from error
    console.table.set_clock(None if rule is None else Clock(rule, console.table.now))


def _queued(console: Facilitated) -> list[str]:
    items = console.table.queue.items
    return [f"{number}: {ask.queued(console, number)}." for number in items] or [say("console-queue-empty")]


def _queue(console: Facilitated, card: int, round_: int, seat: int) -> list[str]:
    """What is not news yet may become it in that round. Whether it will is not told: who facilitates may also play."""
    table = console.table
    table.enqueue(Inject(card, round_, seat))
    turned = {each.card for each in table.events if isinstance(each, NewsTurned)}
    return [] if card in turned else [say("console-may-be-news")]


def _card(console: Facilitated, card: int) -> list[str]:
    shown = console.words.cards[console.setting.events[card].id]
    effects = effect_words(getattr(shown, "effects", ()), console.words.deck)
    return [f"{shown.title} ({shown.id}). {shown.text}", say("console-effects", effects=effects)]


def _points(console: Facilitated) -> list[str]:
    told = ((each.number, ask.point(console, each)) for each in ask.points(console))
    return [say("console-point-at", number=number, point=point) for number, point in told]


def _move_track(console: Facilitated, track: tuple[int, int], by: int, reason: str) -> None:
    console.table.move_track(track[0], by, reason, track[1])


def _sit(console: Facilitated, seat: int, who: str, names: str) -> None:
    word, _, first = who.partition(":")
    people = word.lower() == ask.HUMAN
    sitter = Sitter(people_of(f"{first} {names}")) if people else Sitter(bot=f"{who} {names}".strip())
    console.table.sit(seat, sitter)


def _table(method: Callable[..., Any]) -> Callable[..., None]:
    """A method of the table, for a command whose arguments it takes."""

    def run(console: Facilitated, *values: Any) -> None:
        method(console.table, *values)

    return run


CLOCK = (
    Argument("seconds", ask.seconds, ask.times, free=True),
    Argument("per", options=ask.words(PER_DECISION, PER_PHASE), default=PER_DECISION),
    Argument("up", options=ask.words(ANNOUNCE, ASK, STAND_IN), default=ANNOUNCE),
)
SWITCH = Argument("switch", ask.on_or_off, ask.words(*ask.ON_OFF))
LATER = (CARD, Argument("round", ask.number, ask.rounds), WHOM)
MOVED = (Argument("track", ask.track, ask.tracks), Argument("change", ask.number, ask.moves), REASON)
ADVISER = replace(SWITCH, default=ask.ON_OFF[0])
SEAT = (
    Argument("name", ask.seat, ask.seats),
    Argument("who", options=ask.players, free=True),
    Argument("names", default="", rest=True),
)
COMMANDS: dict[str, Command] = {
    each.name: each
    for each in (
        Command("pause", _table(Table.pause), why_not=_paused),
        Command("go", _table(Table.go_on), why_not=_not_paused),
        Command("clock", _set_clock, CLOCK),
        Command(
            "time", _table(Table.extend), (Argument("seconds", ask.number, default="+60", asks="more"),), _no_clock
        ),
        Command("note", lambda to, whom, text: to.table.note(text, whom), (WHOM, TEXT), aimed=True),
        Command("inject", _table(Table.inject), (CARD, WHOM), _closed),
        Command("queue", _queue, LATER, _closed),
        Command("queued", _queued, changes=False),
        Command("drop", _table(Table.dequeue), (Argument("number", ask.number, ask.lined_up),), _nothing_lined_up),
        Command("card", _card, (CARD,), changes=False),
        Command("track", _move_track, MOVED, _closed),
        Command("rewind", _table(Table.rewind), (Argument("point", ask.number, ask.back_to, free=True),)),
        Command("points", _points, changes=False),
        Command("seat", _sit, SEAT),
        Command("adviser", _table(Table.set_adviser), (ADVISER,), _no_adviser),
        Command("between", _table(Table.set_talk_between), (SWITCH,), _no_talk),
        Command("end", _table(Table.end), (replace(REASON, default=""),), _closed),
    )
}
"""Every command by its name, in the order of the lists."""
