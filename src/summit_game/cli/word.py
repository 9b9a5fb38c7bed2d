"""The facilitator's word in commands: set by `play`, asked for before what is private in a running game is shown."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

import click

from summit_game.cli.exits import EXIT_USAGE, Complaint
from summit_game.files.reading import read_text, reason
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting
from summit_game.table.word import guarded, opens

word_file_option = click.option(
    "--word-file", type=click.Path(dir_okay=False, path_type=Path), default=None, metavar="FILE",
    help="The facilitator's word stands in the first line of this file.",
)  # fmt: skip

sure_option = click.option(
    "--yes-show-secrets", "sure", is_flag=True, help="Show what is private although the game goes on (no word is set)."
)
"""What must be said where no word guards a game."""


def from_file(path: Path) -> str:
    """The word in the first line of a file. Raises `Complaint`."""
    try:
        word = "".join(read_text(path).splitlines()[:1])[:400].strip()
    except OSError as error:
        raise Complaint(say("cli-not-read", path=path, reason=reason(error))) from error
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


def must_open(sitting: Sitting, private: bool, path: Path | None, sure: bool) -> None:
    """Refuse to show what is private in a game that goes on, unless the facilitator's word is given.

    If none was set, it must be asked for expressly (`sure`): a slip at the shell must not show a hand.
    """
    table = sitting.table
    if not private or table.over or table.ended:
        return
    if not guarded(table.history):
        if not sure:
            raise Complaint(say("cli-secrets"), EXIT_USAGE)
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
    except EOFError:
        raise Complaint(say("cli-no-word")) from None
