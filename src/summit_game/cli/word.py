"""The facilitator's word in commands: set by `play`, asked for before what is private in a running game is shown."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

import click

from summit_game.cli.exits import EXIT_USAGE, Complaint
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting
from summit_game.table.word import guarded, opens

word_file_option = click.option(
    "--word-file", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
    help="The facilitator's word stands in the first line of this file.",
)  # fmt: skip


def from_file(path: Path) -> str:
    """The word in the first line of a file. Raises `Complaint`."""
    try:
        with path.open(encoding="utf-8") as file:
            word = file.readline(400).strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = (getattr(error, "strerror", None) or say("cli-no-text")).lower()
        raise Complaint(say("cli-not-read", path=path, reason=reason)) from error
    if not word:
        raise Complaint(say("cli-word-empty", path=path))
    return word


def new_word(ask: bool, path: Path | None) -> str:
    """The word for a new game: from a file, asked for twice, or none. Raises `Complaint`."""
    if path is not None:
        return from_file(path)
    if not ask:
        return ""
    word = _asked(say("cli-choose-word"))
    if not word or word != _asked(say("cli-word-again")):
        raise Complaint(say("cli-word-twice"))
    return word


def must_open(sitting: Sitting, private: bool, path: Path | None) -> None:
    """Refuse to show what is private in a game that goes on, unless the facilitator's word is given."""
    table = sitting.table
    if not private or table.over or table.ended or not guarded(table.history):
        return
    if not opens(table.history, from_file(path) if path is not None else _asked(say("cli-word"))):
        why = say("console-not-the-word")
        raise Complaint(f"{why[:1].lower()}{why[1:].rstrip('.')}", EXIT_USAGE)


def _asked(prompt: str) -> str:
    """A word from the terminal, which does not show it. Raises `Complaint`."""
    if not sys.stdin.isatty():
        raise Complaint(say("cli-word-needed"))
    try:
        return getpass(f"{prompt}: ").strip()
    except (EOFError, KeyboardInterrupt):
        raise Complaint(say("cli-no-word")) from None
