"""Runs a sitting between the decisions of people: what is due, for whom, and what bots do."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from summit_game.engine.board import NOBODY
from summit_game.seat.port import Port
from summit_game.table import entry as kinds
from summit_game.table.games_folder import Sitting
from summit_game.table.open_votes import OpenPort, open_seats
from summit_game.table.port import LocalPort
from summit_game.table.programs import slow_bots
from summit_game.words.names import Words


class Due(Enum):
    """What comes next."""

    BOT = "bot"
    PERSON = "person"
    OVER = "over"
    PAUSED = "paused"
    ENDED = "ended"


class Course:
    """One sitting at this machine. It asks the table and lets bots act; it decides nothing.

    `port` makes the port of a seat (-1: of the public); without one it is a local one.
    """

    def __init__(self, sitting: Sitting, port: Callable[[int], Port] | None = None) -> None:
        self.sitting = sitting
        self.table = sitting.table
        self.words = Words(sitting.table.setting, sitting.deck)
        self._make = port or (lambda seat: LocalPort(self.table, self.words, seat))
        self._ports: dict[int, Port] = {}
        self._slow = slow_bots(self.table)

    def port(self, seat: int) -> Port:
        """The port of a seat, or the public's with -1."""
        if seat not in self._ports:
            self._ports[seat] = self._make(seat)
        return self._ports[seat]

    def reseated(self) -> None:
        """Somebody else sits in a seat now: programs that have come are asked beside the front end too."""
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
    def due(self) -> tuple[Due, int]:
        """What comes next, and for whom."""
        if self.table.over:
            return Due.OVER, NOBODY
        if self.table.ended:
            return Due.ENDED, NOBODY
        asked = self.table.asks_now
        if not asked:
            return Due.PAUSED, NOBODY
        return (Due.BOT if asked[0] in self.table.bots else Due.PERSON), asked[0]

    @property
    def open_port(self) -> OpenPort | None:
        """The place of all people at the machine, if they decide openly now; None otherwise."""
        seats = open_seats(self.table, self.people)
        return OpenPort(self.table, self.words, seats) if seats else None

    @property
    def thinking(self) -> bool:
        """Whether a program is being asked beside the front end."""
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
        if kind is not Due.BOT:
            return True
        slow, place = self._slow.get(seat), self.table.history.tip
        if slow is not None and not slow.knows(place):
            slow.think(self.table.view(seat), place, thought)
            return False
        self.table.bot_acts(seat)
        return True
