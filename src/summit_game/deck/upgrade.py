"""Write the newest format number into a deck. Nothing else of its files changes."""

from __future__ import annotations

import re
from pathlib import Path

from summit_game.deck.faults import DeckError
from summit_game.deck.load import load_deck
from summit_game.deck.model_base import FORMAT
from summit_game.files.reading import read
from summit_game.files.writing import write


def upgraded(path: Path) -> Path | None:
    """The file that was changed; None if the deck is of the newest format already.

    Raises `DeckError` if the deck cannot be understood, `OSError` if the file cannot be written.
    """
    result = load_deck(path)
    if result.deck is None or result.faults:
        raise DeckError(result.faults)
    if result.deck.deck.format == FORMAT:
        return None
    name, line, column = result.places.at(("deck", "format"))
    file = Path(name)
    lines = read(file).decode("utf-8").splitlines(keepends=True)
    before, after = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
    lines[line - 1] = before + re.sub(r"^\d+", str(FORMAT), after)
    write(file, "".join(lines).encode(), private=False, force=True)
    return file
