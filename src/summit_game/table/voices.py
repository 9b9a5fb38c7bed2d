"""What delegations say by themselves, entry by entry of a sitting: told, never played; no journal holds it.

The head of a journal says whether there is anything: `voices` is true (the lines of the deck, and reasons of
objections) or false (reasons alone). In a game that was begun before there were voices nobody speaks, so that it is
told for ever as it was. Only delegations that bots play speak; nothing is put into the mouth of a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summit_game.engine.board import NOBODY
from summit_game.engine.events import face
from summit_game.engine.setting import Setting
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.history import START, History
from summit_game.table.sitter import Sitter
from summit_game.words.hearing import Heard, Reaction, Said, hear, silence

KEY = "voices"
"""Where the head of a journal says whether delegations speak."""


def speaks(head: Mapping[str, Any]) -> bool:
    """Whether the delegations of a game speak in the voice of their deck."""
    return head.get(KEY) is True


class Voices:
    """What is said along the lines of play of a history. It grows with the history."""

    def __init__(self, setting: Setting, history: History) -> None:
        self._setting = setting
        self._history = history
        self._programs: list[tuple[int, frozenset[int]]] = []
        """From which entry on bots play which delegations."""
        self._read = 0
        self._told: dict[int, tuple[Heard, Mapping[int, tuple[Said, ...]]]] = {}
        """Entry -> what has been heard after it, and what is said after which of its events."""

    @property
    def on(self) -> bool:
        """Whether delegations speak with the lines of their deck."""
        return speaks(self._head)

    @property
    def _head(self) -> Mapping[str, Any]:
        entries = self._history.entries
        return entries[0].data if entries and entries[0].kind == kinds.HEAD else {}

    def programs(self, number: int) -> frozenset[int]:
        """The delegations that bots play when an entry is made."""
        entries = self._history.entries
        for at in range(self._read, len(entries)):
            each = entries[at]
            if each.kind == kinds.HEAD:
                sat = enumerate(map(Sitter.from_json, each.data.get("sitters", ())))
                self._programs.append((at, frozenset(seat for seat, sitter in sat if sitter.bot)))
            elif each.kind == kinds.SIT:
                before = self._programs[-1][1] if self._programs else frozenset()
                now = {each.seat} if Sitter.from_json(each.data).bot else set()
                self._programs.append((at, before - {each.seat} | now))
        self._read = len(entries)
        return next((seats for at, seats in reversed(self._programs) if at <= number), frozenset())

    def after(self, entry: Entry) -> Mapping[int, tuple[Said, ...]]:
        """What is said about an entry: after which of its events, counted from 0, and what."""
        if KEY not in self._head or not self._history.has(entry.number):
            return {}
        way, at = [], entry.number
        while at != START and at not in self._told:
            way.append(at)
            at = self._history.before(at)
        heard = silence(self._setting) if at == START else self._told[at][0]
        for number in reversed(way):
            heard = self._take_in(number, heard)
        return self._told[entry.number][1]

    def _take_in(self, number: int, heard: Heard) -> Heard:
        """Hear the public side of each event of an entry."""
        speakers = self.programs(number)
        told: dict[int, tuple[Said, ...]] = {}
        for at, event in enumerate(self._history.entries[number].events):
            seen = face(event, NOBODY)
            if seen is None:
                continue
            heard, said = hear(self._setting, heard, seen, speakers)
            said = tuple(each for each in said if self.on or not isinstance(each, Reaction))
            if said:
                told[at] = said
        self._told[number] = heard, told
        return heard
