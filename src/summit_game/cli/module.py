"""`summit module`: for authors of rule modules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from summit_game.cli.exits import EXIT_DATA, Complaint
from summit_game.deck.door import playable
from summit_game.deck.library import find_deck, installed
from summit_game.engine.module import RuleModule
from summit_game.language.catalogue import say
from summit_game.rules.registry import registry


@click.group()
def module() -> None:
    """Check a rule module of your own."""


@module.command()
@click.argument("name")
@click.option("--deck", "decks", multiple=True, metavar="ID|PATH", help="Check with this deck; else with all.")
@click.option("--games", default=5, show_default=True, type=click.IntRange(1, 1000), help="Random games on each deck.")
def check(name: str, decks: tuple[str, ...], games: int) -> None:
    """Play random games with an installed rule module and say what is wrong with it, a sentence for each deck.

    The deck's own parameters are used if it has the module, else the module's defaults. A deck that has not the module
    is left out if there are parameters without a default.
    """
    from summit_game.testing import check_module

    if name not in registry():
        raise Complaint(say("cli-no-module", name=repr(name[:40]), known=", ".join(registry())))
    kind = registry()[name]
    missing = _without_default(kind)
    played, failed = 0, False
    for each in decks or installed():
        deck = playable(Path(find_deck(each))).deck
        if missing and name not in deck.modules:
            click.echo(say("cli-module-left-out", deck=deck.deck.id, module=name, missing=missing))
            continue
        played += 1
        try:
            check_module(kind, deck, deck.modules.get(name, {}), games)
        except AssertionError as fault:
            click.echo(f"{deck.deck.id}: {fault}")
            failed = True
        else:
            click.echo(say("cli-module-fine", deck=deck.deck.id, games=games))
    if not played:
        raise Complaint(say("cli-module-nowhere", module=name, missing=missing), EXIT_DATA)
    if failed:
        sys.exit(EXIT_DATA)


def _without_default(kind: type[RuleModule]) -> str:
    """The parameters that a deck must give, by name."""
    fields = getattr(getattr(kind, "Params", None), "model_fields", {})
    return ", ".join(name for name, field in fields.items() if field.is_required())
