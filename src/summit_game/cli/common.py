"""What several commands share: exit codes, complaints, and the options that choose a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from summit_game.deck.compile import TableOptions
from summit_game.deck.library import deck_folders, find_deck
from summit_game.deck.load import open_deck
from summit_game.deck.models import Deck

EXIT_USAGE = 2
EXIT_DATA = 65


def default_deck() -> str:
    """The id of the deck that is played when none is named: it stands in the file `default` beside the decks."""
    for folder, _ in deck_folders():
        if (folder / "default").is_file():
            return (folder / "default").read_text(encoding="utf-8").strip()
    raise Complaint("no deck is installed; name one with --deck PATH", EXIT_USAGE)


class Complaint(Exception):  # noqa: N818
    """Something a person asked for cannot be done: one sentence and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def open_table(deck_name: str | None) -> tuple[Deck, Path]:
    """The deck that was named, or the first one."""
    path = find_deck(deck_name or default_deck())
    return open_deck(path)[0], path


def table_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that choose the deck and the table."""
    for option in reversed(
        (
            click.option("--deck", "deck_name", default=None, metavar="ID|PATH", help="The deck to play."),
            click.option("--seats", "size", type=int, default=None, help="Number of delegations."),
            click.option(
                "--variant", "variants", multiple=True, metavar="ID", help="A variant of the deck, such as quick."
            ),
            click.option("--without", multiple=True, metavar="MODULE", help="Switch a rule module off (open-door …)."),
        )
    ):
        command = option(command)
    return command


def chosen_table(table: Mapping[str, Any]) -> tuple[Path, TableOptions]:
    """The path of the deck and the table's options, from `table_options`."""
    without = tuple(name.replace("-", "_") for name in table["without"])
    return find_deck(table["deck_name"] or default_deck()), TableOptions(table["size"], table["variants"], without)
