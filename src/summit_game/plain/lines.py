"""What is told before a game."""

from __future__ import annotations

from summit_game.language.catalogue import say
from summit_game.seat.sheet import GameSheet

HELP = (
    "number",
    "why",
    "what",
    "papers",
    "same",
    "lookup",
    "issue",
    "delegation",
    "score",
    "undo",
    "paste",
    "word",
    "leave",
)
"""Keys of the lines of the help."""


def about(sheet: GameSheet) -> list[str]:
    """What the deck is about, and what in it is fact and what invented."""
    title = say("plain-title", title=sheet.title, setting=sheet.setting)
    return [title, sheet.summary, *filter(str.strip, sheet.note.splitlines())]
