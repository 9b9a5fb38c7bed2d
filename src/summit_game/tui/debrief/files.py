"""Writing a debrief down from the screen: never over a file that is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summit_game.debrief.forms.data import as_json
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sheets import sheet
from summit_game.debrief.forms.text import text
from summit_game.debrief.model import ARCHIVE, Debrief
from summit_game.language.catalogue import say
from summit_game.table.games_folder import games_folder
from summit_game.tui.choices import Choice

MAKERS: dict[str, Callable[[Debrief], str]] = {
    "html": page,
    "md": markdown,
    "csv": sheet,
    "json": as_json,
    "txt": text,
}
"""Ending of a file's name -> what writes it."""
ALL = "all"


def choices() -> list[Choice]:
    """The kinds of files to pick from, and all of them."""
    return [
        Choice(each, say("debrief_screen-file", form=each), say("debrief_screen-file-about", form=each))
        for each in (ALL, *MAKERS)
    ]


def folders() -> Iterator[Path]:
    """Where files may go, the best place first."""
    yield games_folder().parent / "exports"
    yield Path.cwd()


def write_down(debrief: Debrief, forms: Sequence[str]) -> list[Path]:
    """Write these kinds of files and say which. With the archive open only the owner can read them.

    Raises `OSError` if neither folder can be written.
    """
    made = {form: MAKERS[form](debrief) for form in forms}
    trouble: OSError | None = None
    for folder in folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return [_write(folder, debrief, form, words) for form, words in made.items()]
        except OSError as error:
            trouble = error
    assert trouble is not None
    raise trouble


def _write(folder: Path, debrief: Debrief, form: str, words: str) -> Path:
    private = debrief.shown == ARCHIVE
    stem = f"debrief-{debrief.id}{'-archive' if private else ''}"
    number = 1
    while True:
        path = folder / (f"{stem}.{form}" if number == 1 else f"{stem}-{number}.{form}")
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o644)
        except FileExistsError:
            number += 1
            continue
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(words)
        return path
