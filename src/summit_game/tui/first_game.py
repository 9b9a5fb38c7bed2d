"""Before the first game of a deck on this machine: its content note and background, once; one key goes on."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from summit_game.deck.models import Deck
from summit_game.files.folders import STATE, folder_of
from summit_game.files.reading import read_text
from summit_game.files.writing import write
from summit_game.tui.reader import Reader
from summit_game.words.about import before


class BeforeFirst(Reader):
    """The paper; Enter goes on, and so does Escape."""

    CLOSES_SAID = "form-goes-on"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "close", "key-go-on", id="before.close", key_display="Enter")
    ]

    def __init__(self, deck: Deck) -> None:
        super().__init__(deck.deck.title, before(deck))


def marks_file() -> Path:
    """Where the ids of decks stand whose paper was shown, one a line. Raises `OSError` if there is no such place."""
    return folder_of(STATE) / "decks-read.txt"


def due(deck: Deck) -> bool:
    """Whether the deck has a content note that was not shown here yet."""
    return deck.content_note is not None and deck.deck.id not in _marks()


def mark(deck: Deck) -> None:
    """Remember that it was shown; if that cannot be kept, it is shown again next time."""
    with suppress(OSError):
        path = marks_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, "".join(f"{each}\n" for each in [*_marks(), deck.deck.id]).encode(), private=True, force=True)


def _marks() -> list[str]:
    try:
        return read_text(marks_file()).split()
    except OSError:
        return []
