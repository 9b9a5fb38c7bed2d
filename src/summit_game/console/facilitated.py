"""A table as the facilitator's commands see it."""

from __future__ import annotations

from summit_game.engine.board import NOBODY
from summit_game.table.log import lines
from summit_game.table.table import Table
from summit_game.words.names import Words


class Facilitated:
    """A table and the names of everything at it."""

    def __init__(self, table: Table, words: Words) -> None:
        self.table = table
        self.words = words
        self.setting = table.setting

    def told_since(self, number: int) -> list[str]:
        """What everybody reads of the entries from a number on."""
        return [line for entry in self.table.history.entries[number:] for line in lines(self.words, entry, NOBODY)]
