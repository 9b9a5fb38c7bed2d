"""What a facilitator writes at a table in plain text, after the word `facilitator` or `f` (R9.6)."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.deck.compile import SetupError
from summit_game.engine.board import NOBODY
from summit_game.engine.refusal import Refused
from summit_game.engine.setting import SEAT_TRACK_IDS
from summit_game.table import entry as kinds
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.entry import CHANGES_GAME
from summit_game.table.injects import Inject
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.words.names import Words
from summit_game.words.papers import effect_words

HELP = (
    "facilitator pause, facilitator go: stop and go on. facilitator end REASON: end the sitting.",
    "facilitator note TEXT: a note to all; facilitator note NAME: TEXT: to one delegation (NAME may be all).",
    "facilitator card ID: what a card does. facilitator inject ID [NAME]: bring it in now, aimed at all or at one.",
    "facilitator queue ID ROUND [NAME]: line it up for a round. facilitator queue: what is lined up. "
    "facilitator drop NUMBER: take it out.",
    "facilitator track TRACK +1 REASON: move a track by at most 2; for a delegation's own, TRACK is NAME:support.",
    "facilitator points: the points to go back to. facilitator rewind POINT: go back there.",
    "facilitator clock SECONDS decision|phase [announce|ask|stand-in], facilitator clock off, facilitator time +60.",
    "facilitator seat NAME human|BOT: change who plays a delegation.",
)
POINTS_SHOWN = 15


class Misread(Exception):  # noqa: N818
    """What was written is not understood; the message says what to write."""


class Facilitator:
    """Carries out what a facilitator writes. `say` gets the answers."""

    def __init__(self, table: Table, words: Words, say: Callable[..., None]) -> None:
        self.table = table
        self.words = words
        self.say = say

    def do(self, line: str) -> None:
        """One command, without the word before it. Answers in a sentence whatever is written."""
        word, _, rest = line.strip().partition(" ")
        command = {
            "pause": self._pause,
            "go": self._go,
            "end": self._end,
            "note": self._note,
            "card": self._card,
            "inject": self._inject,
            "queue": self._queue,
            "drop": self._drop,
            "track": self._track,
            "points": self._points,
            "rewind": self._rewind,
            "clock": self._clock,
            "time": self._time,
            "seat": self._sit,
        }.get(word.lower())
        if command is None:
            self.say(*HELP)
            return
        try:
            command(rest.strip())
        except Refused as refused:
            self.say(f"Not now: {refused}")
        except (Misread, SetupError) as error:
            self.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")

    def _pause(self, rest: str) -> None:
        self.table.pause()

    def _go(self, rest: str) -> None:
        self.table.go_on()

    def _end(self, rest: str) -> None:
        self.table.end(rest)

    def _note(self, rest: str) -> None:
        name, colon, text = rest.partition(":")
        name = name.strip()
        if not colon or " " in name:
            self.table.note(rest)
        elif name.lower() == "all":
            self.table.note(text)
        else:
            # A misspelt delegation must not turn a private note into a public one.
            self.table.note(text, self._seat(name))

    def _card(self, rest: str) -> None:
        card = self.words.cards[self.table.setting.events[self._event(rest)].id]
        self.say(f"{card.title} ({card.id}). {card.text}", f"Effects: {effect_words(getattr(card, 'effects', ()))}.")

    def _inject(self, rest: str) -> None:
        parts = rest.split()
        if not 1 <= len(parts) <= 2:
            raise Misread("write inject, the card and perhaps one delegation")
        self.table.inject(self._event(parts[0]), self._seat(parts[1]) if len(parts) == 2 else NOBODY)

    def _queue(self, rest: str) -> None:
        parts = rest.split()
        if not parts:
            for number, each in self.table.queue.items.items():
                whom = self.words.seats[each.seat] if each.seat != NOBODY else "all"
                card = self.words.card(self.table.setting.events[each.card].id)
                self.say(f"{number}: {card}, in round {each.round}, for {whom}.")
            if not self.table.queue.items:
                self.say("Nothing is lined up.")
            return
        if not 2 <= len(parts) <= 3:
            raise Misread("write queue, the card, the round and perhaps one delegation")
        seat = self._seat(parts[2]) if len(parts) == 3 else NOBODY
        self.table.enqueue(Inject(self._event(parts[0]), _number(parts[1]), seat))

    def _drop(self, rest: str) -> None:
        self.table.dequeue(_number(rest))

    def _track(self, rest: str) -> None:
        parts = rest.split(maxsplit=2)
        if len(parts) < 3:
            raise Misread("write track, its name, +1, +2, -1 or -2, and the reason")
        setting = self.table.setting
        name, colon, own = parts[0].partition(":")
        if colon:
            if own not in SEAT_TRACK_IDS:
                raise Misread(f"a delegation's tracks are {', '.join(SEAT_TRACK_IDS)}")
            self.table.move_track(SEAT_TRACK_IDS.index(own), _number(parts[1]), parts[2], self._seat(name))
            return
        track = setting.track(name)
        if track is None:
            raise Misread(f"the tracks are {', '.join(each.id for each in setting.tracks)}")
        self.table.move_track(track, _number(parts[1]), parts[2])

    def _points(self, rest: str) -> None:
        entries = [each for each in self.table.history.entries if each.kind in CHANGES_GAME]
        for each in entries[-POINTS_SHOWN:]:
            who = self.words.seats[each.seat] if each.seat != NOBODY else "The table"
            # Votes and orders are secret until they are shown, also from a facilitator who plays.
            what = "acts" if each.kind == kinds.MOVE else each.kind
            here = ", where the game is" if each.number == self.table.history.tip else ""
            self.say(f"Point {each.number}: round {each.stand[0]}, {who} {what}{here}.")

    def _rewind(self, rest: str) -> None:
        self.table.rewind(_number(rest))

    def _clock(self, rest: str) -> None:
        parts = rest.split()
        if parts == ["off"]:
            self.table.set_clock(None)
            return
        if not 2 <= len(parts) <= 3:
            raise Misread("write clock, the seconds, and decision or phase; or clock off")
        try:
            rule = ClockRule(parts[1], _number(parts[0]), *parts[2:])
        except ValueError as error:
            raise Misread(str(error)) from error
        self.table.set_clock(Clock(rule, self.table.now))

    def _time(self, rest: str) -> None:
        self.table.extend(_number(rest))

    def _sit(self, rest: str) -> None:
        parts = rest.split(maxsplit=1)
        if len(parts) != 2:
            raise Misread("write seat, the delegation, and human or a kind of bot")
        seat = self._seat(parts[0])
        if parts[1].lower().startswith("human"):
            self.table.sit(seat, Sitter(tuple(parts[1][len("human") :].lstrip(" :").split(","))))
        else:
            self.table.sit(seat, Sitter(bot=parts[1]))

    def _seat(self, name: str) -> int:
        ids = self.table.setting.seat_ids
        if name.upper() not in ids:
            raise Misread(f"there is no delegation {name[:30]!r}; it is one of {', '.join(ids)}")
        return ids.index(name.upper())

    def _event(self, name: str) -> int:
        ids = [card.id for card in self.table.setting.events]
        if name.upper() not in ids:
            raise Misread(f"there is no event card {name[:30]!r}; it is one of {', '.join(ids)}")
        return ids.index(name.upper())


def _number(text: str) -> int:
    try:
        return int(text[:12])
    except ValueError:
        raise Misread(f"{text[:30]!r} is not a number") from None
