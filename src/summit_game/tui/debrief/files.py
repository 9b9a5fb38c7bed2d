"""Writing a debrief down from the screen: never over a file that is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from summit_game.debrief.forms.data import as_json
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sheets import sheet
from summit_game.debrief.forms.text import text
from summit_game.debrief.model import ARCHIVE, Debrief
from summit_game.files.folders import NoFolder
from summit_game.files.reading import is_there
from summit_game.files.writing import write_new
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
    with suppress(NoFolder):
        yield games_folder().parent / "exports"
    yield Path.cwd()


def write_down(debrief: Debrief, forms: Sequence[str]) -> list[Path]:
    """Write these kinds of files and say which. Only the owner can read them.

    Raises `OSError` if neither folder can be written.
    """
    made = {form: MAKERS[form](debrief) for form in forms}
    trouble: OSError | None = None
    written: list[Path] = []
    for folder in folders():
        try:
            for form, words in made.items():
                written.append(_write(folder, debrief, form, words))
            return written
        except OSError as error:
            trouble = error
            # What this folder took is written into the next one too: they belong together.
            while written:
                written.pop().unlink(missing_ok=True)
    raise trouble or OSError("no folder can be written")


def _write(folder: Path, debrief: Debrief, form: str, words: str) -> Path:
    stem = f"debrief-{debrief.id}{'-archive' if debrief.shown == ARCHIVE else ''}"
    number = 1
    while True:
        path = folder / (f"{stem}.{form}" if number == 1 else f"{stem}-{number}.{form}")
        try:
            write_new(path, words.encode("utf-8", "replace"), private=True)
        except FileExistsError:
            if not is_there(path):
                raise  # A file stands where the folder should be.
            number += 1
            continue
        return path
