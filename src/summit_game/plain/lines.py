"""What is told before a game."""

from __future__ import annotations

from summit_game.deck.models import Deck
from summit_game.language.catalogue import say
from summit_game.seat.sheet import GameSheet
from summit_game.words.about import before, content_note

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


def opening(sheet: GameSheet, deck: Deck) -> list[str]:
    """Before a new game: what the deck is about, its content note, what is fact and what invented, where more is."""
    more = [say("about-more")] if deck.content_note is not None or deck.background else []
    note = [each for each in content_note(deck) if each]
    return [_title(sheet), sheet.summary, *note, *filter(str.strip, sheet.note.splitlines()), *more]


def about(sheet: GameSheet, deck: Deck) -> list[str]:
    """Everything that the deck tells before a game."""
    return [_title(sheet), *before(deck)]


def _title(sheet: GameSheet) -> str:
    return say("plain-title", title=sheet.title, setting=sheet.setting)
