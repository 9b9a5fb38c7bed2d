"""Runs a sitting between the decisions of people: what is due, and what there is to tell, beat by beat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.games_folder import Sitting
from summit_game.table.log import lines
from summit_game.tui.slowbots import slow_bots
from summit_game.words.happened import tell
from summit_game.words.names import Words

BOT, PERSON, OVER, PAUSED, ENDED = "bot", "person", "over", "paused", "ended"


@dataclass(frozen=True)
class Beat:
    """What is told at once. `vote` is the seat whose vote it shows, or -1."""

    lines: tuple[str, ...]
    vote: int = NOBODY
    note: bool = False
    """Whether it is a note of the facilitator."""


class Conductor:
    """One sitting at one screen. It asks the table and tells what happened; it decides nothing."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.table = sitting.table
        self.words = Words(sitting.table.setting, sitting.deck)
        self.told = 0
        """How many entries of the history have been told."""
        self._slow = slow_bots(self.table)

    @property
    def people(self) -> tuple[int, ...]:
        """Seats of people at this machine."""
        return tuple(seat for seat in self.table.setting.seats if seat not in self.table.bots)

    @property
    def hot_seat(self) -> bool:
        """Whether several people share the machine."""
        return len(self.people) > 1

    @property
    def due(self) -> tuple[str, int]:
        """What comes next, and for whom."""
        if self.table.over:
            return OVER, NOBODY
        if self.table.ended:
            return ENDED, NOBODY
        waiting = self.table.asks_now
        if not waiting:
            return PAUSED, NOBODY
        return (BOT if waiting[0] in self.table.bots else PERSON), waiting[0]

    @property
    def thinking(self) -> bool:
        """Whether a program is being asked beside the screen."""
        return any(bot.thinking for bot in self._slow.values())

    @property
    def why_ended(self) -> str:
        """What the facilitator gave as the reason for ending the sitting, if anything."""
        return next((each.text for each in reversed(self.table.history.entries) if each.kind == kinds.END), "")

    def bot_moves(self, thought: Callable[[], object]) -> bool:
        """Let the bot that is due take its decision, if one is.

        False if it needs time: `thought` is then called, in another thread, when this should be called again.
        """
        kind, seat = self.due
        if kind != BOT:
            return True
        slow, place = self._slow.get(seat), self.table.history.tip
        if slow is not None and not slow.knows(place):
            slow.think(self.table.view(seat), place, thought)
            return False
        self.table.bot_acts(seat)
        return True

    def submit(self, seat: int, action: Action) -> None:
        """Take a person's decision. Raises `Refused`."""
        self.table.submit(seat, action)

    def beats(self, reader: int) -> list[Beat]:
        """What is new since the last time, for a reader (a seat, or -1 for everybody)."""
        entries = self.table.history.entries
        fresh = entries[self.told :]
        self.told = len(entries)
        return [beat for entry in fresh for beat in self._beats(entry, reader)]

    def _beats(self, entry: Entry, reader: int) -> Iterator[Beat]:
        """An entry in beats: votes that are shown come one by one, before what they bring about."""
        told = lines(self.words, entry, reader)
        at = next((at for at, event in enumerate(entry.events) if isinstance(event, ev.VotesShown)), None)
        if at is None:
            yield Beat(tuple(told), note=entry.kind == kinds.NOTE and entry.seat in (NOBODY, reader))
            return
        shown = entry.events[at]
        assert isinstance(shown, ev.VotesShown)
        sentence = tell(self.words, shown)
        cut = told.index(sentence) if sentence in told else 0
        if told[:cut]:
            yield Beat(tuple(told[:cut]))
        for seat, objects in self._votes(entry, shown):
            vote = ev.VoteGiven(seat, ev.OBJECTS if objects else ev.CONSENTS)
            if seat != reader and (said := tell(self.words, vote)) is not None:
                yield Beat((said,), seat)
        yield Beat(tuple(told[cut:]))

    def _votes(self, entry: Entry, shown: ev.VotesShown) -> list[tuple[int, bool]]:
        """Everybody who voted, in turn order, and whether they objected. All of it is public once it is shown."""
        before = self.table.history.line(entry.number) if self.table.history.has(entry.number) else [entry]
        voters: list[int] = []
        for earlier in reversed(before):
            given = [event.seat for event in earlier.events if isinstance(event, ev.VoteGiven)]
            if not given:
                break
            voters = given + voters
        return [(seat, seat in shown.objectors) for seat in voters]

    def news(self, reader: int) -> list[str]:
        """What has not been told yet. It stays to be told."""
        return [line for entry in self.table.history.entries[self.told :] for line in lines(self.words, entry, reader)]

    def whole_log(self, reader: int) -> list[str]:
        """Everything that has been told so far, as a reader may know it."""
        entries = self.table.history.entries[: self.told]
        return [line for entry in entries for line in lines(self.words, entry, reader)]
