"""`summit module check`: whether rule modules of a package keep the rules of the protocol, without writing a test."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from summit_game.cli.exits import EXIT_DATA, EXIT_USAGE, Complaint
from summit_game.deck.library import find_deck, installed
from summit_game.deck.load import open_deck
from summit_game.engine.module import RuleModule
from summit_game.rules.registry import package_of, registry
from summit_game.testing import BrokenModuleError, check_module


@click.group()
def module() -> None:
    """Check rule modules of other packages."""


@module.command()
@click.argument("name", metavar="PACKAGE|MODULE")
@click.option("--deck", "deck_name", default=None, metavar="ID|PATH", help="Check on this deck alone.")
@click.option("--games", default=5, show_default=True, type=click.IntRange(1, 1000), help="Random games on each deck.")
def check(name: str, deck_name: str | None, games: int) -> None:
    """Play random games with a rule module, on every installed deck, and say in one sentence each what is wrong.

    A deck that names the module gives the parameters, else the module's own example of them.
    """
    paths = [find_deck(deck_name)] if deck_name is not None else [path for path, _ in installed().values()]
    faults = []
    for kind in _named(name):
        found = list(dict.fromkeys(filter(None, (_fault(kind, path, games) for path in paths))))
        for fault in found:
            click.echo(fault)
        if not found:
            click.echo(f"{kind.id}: no faults ({len(paths)} deck{'' if len(paths) == 1 else 's'}, {games} games each)")
        faults += found
    if faults:
        sys.exit(EXIT_DATA)


def _named(name: str) -> list[type[RuleModule]]:
    """The module with this id, or all modules of a package. Raises `Complaint`."""
    known = registry()
    wanted = name.replace("-", "_").lower()
    if wanted in known:
        return [known[wanted]]
    of_package = [
        kind
        for key, kind in known.items()
        if wanted in (package_of(key).replace("-", "_").lower(), kind.__module__.partition(".")[0])
    ]
    if not of_package:
        raise Complaint(
            f"no rule module or package with one is called {name[:40]!r}; known are {', '.join(known)} (is the package"
            " installed in this environment, with an entry point under summit_game.rules?)",
            EXIT_USAGE,
        )
    return of_package


def _fault(kind: type[RuleModule], path: Path, games: int) -> str:
    deck = open_deck(path)[0]
    try:
        check_module(kind, deck, deck.modules.get(kind.id, kind.example), games)
    except BrokenModuleError as error:
        return str(error)
    return ""
