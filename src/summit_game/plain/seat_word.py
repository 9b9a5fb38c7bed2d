"""A delegation's word in plain text: chosen in its turn, asked for when the machine has changed hands."""

from __future__ import annotations

from summit_game.language.catalogue import say
from summit_game.plain.terminal import Terminal
from summit_game.table.table import Table
from summit_game.table.word import has_word, opens_seat


def chosen(table: Table, seat: int, terminal: Terminal) -> str:
    """Ask for a new word, twice, and set it; an empty one is none. The sentence that says what came of it."""
    word = terminal.secret(say("plain-new-word"))
    if word.casefold() != terminal.secret(say("plain-same-word")).casefold():
        return say("plain-words-differ")
    table.set_word(seat, word)
    return say("plain-word-set" if word else "plain-word-gone")


def opened(table: Table, seat: int, terminal: Terminal) -> bool:
    """Whether whoever has the machine knows the delegation's word; it is asked for if there is one."""
    return not has_word(table.history, seat) or opens_seat(table.history, seat, terminal.secret(say("plain-seat-word")))
