"""Where a command's result goes: a file that is written whole or not at all, or stdout, which `-` stands for."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from summit_game.cli.exits import Complaint
from summit_game.files.reading import is_there, reason
from summit_game.files.writing import write
from summit_game.language.catalogue import say
from summit_game.words.safe import clean

STDOUT = Path("-")


def free(files: Sequence[Path | None], force: bool) -> None:
    """Refuse before any work what would overwrite a file, or put two results in one place. Raises `Complaint`."""
    named = [each for each in files if each is not None]
    for at, each in enumerate(named):
        if each.absolute() in [other.absolute() for other in named[:at]]:
            raise Complaint(say("cli-file-twice", file=each))
    for each in named:
        if each != STDOUT and not force and is_there(each):
            raise Complaint(say("cli-file-exists", file=each))


def paged(words: str) -> None:
    """A long text on stdout: page by page on a terminal that is too small for it, else whole."""
    room = shutil.get_terminal_size()
    lines = sum(1 + max(0, len(line) - 1) // room.columns for line in words.splitlines())
    if _on_a_terminal() and lines >= room.lines:
        click.echo_via_pager(words)
    else:
        click.echo(words, nl=not words.endswith("\n"))


def _on_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def put(path: Path, words: str, force: bool = False, private: bool = False) -> None:
    """Write a result in UTF-8. With what was private in it, its file can be read by its owner only.

    Raises `Complaint`.
    """
    data = words.encode("utf-8", "replace")
    if path == STDOUT:
        sys.stdout.buffer.write(data)
        return
    try:
        write(path, data, private=private, force=force)
    except OSError as error:
        raise Complaint(say("cli-not-written", file=path, reason=reason(error))) from error
    beside(say("cli-written", path=path))


def beside(words: str) -> None:
    """A line for whoever called the command, beside the result."""
    click.echo(clean(f"summit: {words}"), err=True)
