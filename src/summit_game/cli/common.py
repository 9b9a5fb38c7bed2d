"""What several commands share: the options that choose a table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from summit_game.cli.exits import Complaint
from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.language.catalogue import say


def deck_path(name: str | None) -> Path:
    """The deck that was named, or the default one."""
    chosen = name or default_deck()
    if chosen is None:
        raise Complaint(say("cli-no-deck"))
    return find_deck(chosen)


Options = Callable[[Callable[..., Any]], Callable[..., Any]]


def options(*each: Options) -> Options:
    """Several options as one decorator, in this order."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(each):
            command = option(command)
        return command

    return decorate


variant_options = options(
    click.option("--seats", "size", type=int, default=None, help="Number of delegations."),
    click.option("--variant", "variants", multiple=True, metavar="ID", help="A variant of the deck, such as quick."),
    click.option("--set", "number", type=int, metavar="N", help="A numbered set of mandates and briefs of the deck."),
    click.option("--without", multiple=True, metavar="MODULE", help="Switch a rule module off (open-door …)."),
)
"""Options that choose a table of a deck."""
table_options = options(
    click.option("--deck", "deck_name", default=None, metavar="ID|PATH", help="The deck to play."), variant_options
)
"""Options that choose the deck and the table."""


def chosen_table(table: Mapping[str, Any]) -> tuple[Path, TableOptions]:
    """The path of the deck and the table's options, from `table_options`."""
    without = tuple(name.replace("-", "_") for name in table["without"])
    return deck_path(table["deck_name"]), TableOptions(table["size"], table["variants"], without, table["number"])


def progress_bar(done: int, total: int) -> None:
    """A progress bar on stderr, redrawn in place on a terminal only."""
    if not sys.stderr.isatty():
        return
    filled = 30 * done // max(1, total)
    bar = f"\r{'#' * filled}{'.' * (30 - filled)} {say('many-progress', done=done, total=total)}"
    print(bar, end="\n" if done >= total else "", file=sys.stderr, flush=True)
