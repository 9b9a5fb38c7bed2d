"""Given, when and then for delegations that talk (R19)."""

from __future__ import annotations

from pathlib import Path

from rulebook import Case, hand
from summit_game.engine import events as ev
from summit_game.engine.board import CORRIDOR, TALK, Exchange
from summit_game.engine.events import face
from summit_game.engine.play import start
from summit_game.engine.setup import begin_round
from support import FIRST_EDITION, talking


class TalkCase(Case):
    """A game of the 2021 deck, as the first edition had it, in which delegations talk; the promises are made."""

    def __init__(self, seats: int = 4, messages: int = 2, deck: Path = FIRST_EDITION, seed: int = 1, **given: object):
        self.state, self.events = start(talking(seats, messages, deck, **given), seed)
        self.setting = self.state.setting
        self.promised()
        self.track(tension=6, trust=4)

    def promised(self) -> TalkCase:
        """Nobody promises anything."""
        while self.state.phase == CORRIDOR:
            self.does(self.setting.seat_ids[self.state.waiting[0]], "promise none")
        return self

    @property
    def asked(self) -> str:
        """The one delegation that decides now."""
        (seat,) = self.state.waiting
        return self.setting.seat_ids[seat]

    def asked_all(self) -> set[str]:
        return {self.setting.seat_ids[seat] for seat in self.state.waiting}

    @property
    def talks(self) -> bool:
        return self.state.phase == TALK

    def says(self, name: str, *messages: str) -> TalkCase:
        """The delegation sends these messages; whoever speaks before it sends nothing more."""
        while self.asked != name:
            self.does(self.asked, "nothing")
        for message in messages:
            self.does(name, message)
        return self

    def silent(self) -> TalkCase:
        """Nobody sends anything more in this round."""
        while self.talks:
            self.does(self.asked, "nothing")
        return self

    def understanding(self, one: str, other: str, give: str, get: str) -> TalkCase:
        """One offers, the other agrees."""
        return self.says(one, f"offer {other} {give} for {get}").does(other, "agree")

    def next_round(self) -> TalkCase:
        """A new round, with the promises made."""
        self._do(begin_round)
        return self.promised()

    def round_ends(self, **orders: str) -> TalkCase:
        """Orders and the Reckoning; tension is kept away from conflict."""
        self.track(tension=6).orders(**orders)
        before = self.events
        self.track(tension=6).reckoning()
        self.events = [*before, *self.events]
        return self

    def last(self, name: str) -> Exchange:
        """The last exchange that a delegation knows of."""
        return self.state.own[self.seat(name)].talk[-1]

    def words(self, name: str) -> tuple[int, int]:
        return self.last(name).words

    def kinds(self) -> list[str]:
        return [type(event).__name__ for event in self.events]

    def seen_by(self, name: str | None) -> list[ev.Event]:
        """What a delegation, or a spectator, sees of what happened last."""
        seat = -1 if name is None else self.seat(name)
        return [seen for event in self.events if (seen := face(event, seat)) is not None]

    def kept(self, one: str, other: str) -> int:
        return self.module.kept(self.state, self.seat(one), self.seat(other))

    def broken(self, one: str, to: str) -> int:
        return self.module.broken(self.state, self.seat(one), self.seat(to))

    @property
    def module(self):
        return next(each for each in self.state.rules.modules if each.id == "talk")


def cards(case: TalkCase) -> TalkCase:
    """RU asks for ENL 2, DEP 1 or EXE 2 and gives DES 2 or CON 1; UA asks for MIS 1 or DES 2 and gives EXE 2."""
    hand(case, "RU", ("P-ENL-2A", "P-DEP-1A", "P-EXE-2B"), ("C-RU-2", "C-RU-6"), ("X-RU-1",))
    return hand(case, "UA", ("P-MIS-1A", "P-DES-2A"), ("C-UA-3",), ())
