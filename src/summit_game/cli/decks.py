"""`summit rules`, `summit card`, `summit decks` and `summit deck`: what can be read and checked without playing."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from pathlib import Path

import click

from summit_game.bots.script import check_script
from summit_game.cli.common import open_table
from summit_game.cli.exits import EXIT_DATA, EXIT_USAGE, Complaint
from summit_game.deck.library import list_decks, rules_text
from summit_game.rules.registry import parameters


@click.command()
@click.argument("chapter", required=False)
def rules(chapter: str | None) -> None:
    """Print the rule book, or one chapter or clause of it (`summit rules R4`, `summit rules R4.3`)."""
    text = rules_text()
    if chapter is None:
        click.echo(text)
        return
    wanted = chapter.upper()
    if "." in wanted:
        pattern = rf"^\*\*{re.escape(wanted)}\*\*.*?(?=^\*\*R\d|^#|\Z)"
    else:
        pattern = rf"^## {re.escape(wanted)}\b.*?(?=^## |\Z)"
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    if found is None:
        chapters = ", ".join(re.findall(r"^## (R\d+)", text, re.MULTILINE))
        raise Complaint(f"the rule book has no {chapter[:20]!r}; its chapters are {chapters}", EXIT_USAGE)
    click.echo(found.group().rstrip())


@click.command()
@click.argument("card_id")
@click.option("--deck", "deck_name", default=None, metavar="ID|PATH")
def card(card_id: str, deck_name: str | None) -> None:
    """Print one card with its source."""
    deck, _ = open_table(deck_name)
    kinds = ("proposals", "concessions", "pressure", "events", "moods")
    cards = {each.id: (kind, each) for kind in kinds for each in getattr(deck, kind)}
    cards.update({goal.id: ("goals", goal) for who in deck.delegations for goal in who.goals})
    if card_id.upper() not in cards:
        raise Complaint(f"deck {deck.deck.id} has no card {card_id[:30]!r}", EXIT_USAGE)
    kind, found = cards[card_id.upper()]
    click.echo(f"{found.id}: {found.title} ({kind})\n{found.text}")
    for name in ("owner", "issue", "level", "test", "shift"):
        if hasattr(found, name):
            click.echo(f"{name}: {getattr(found, name)}")
    for effect in getattr(found, "effects", ()):
        click.echo(f"effect: {effect}")
    if hasattr(found, "source"):
        click.echo(f"source: {found.source}" + (" (invented for the game)" if found.invented else ""))


@click.command()
def decks() -> None:
    """List the decks that are installed, and those in your own folder."""
    for found in list_decks(parameters()):
        state = f" ({found.faults} faults: see `summit deck check`)" if found.faults else ""
        click.echo(
            f"{found.id}: {found.title or 'cannot be read'}{state}{' [your own]' if found.origin == 'own' else ''}"
        )


@click.group()
def deck() -> None:
    """Check a deck, or print the schema of deck files."""


@deck.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--language", metavar="xx", help="Report what the texts in this language (lang/xx.yaml) lack.")
def check(path: Path, as_json: bool, language: str | None) -> None:
    """Report every fault of a deck, or of a bot's script, as file:line:column: what is wrong; what to do."""
    from summit_game.deck.check import check_path

    if language is not None:
        _check_language(path, language)
        return

    data = _script_in(path)
    if data is not None:
        faults = check_script(data, str(path))
        report_json = json.dumps({"script": str(path), "faults": [asdict(fault) for fault in faults]}, indent=2) + "\n"
        summary = f"{path.name}: no faults (a bot's script)"
    else:
        report = check_path(path, parameters())
        faults, report_json = report.faults, report.report_json()
        counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
        summary = f"{report.deck_id}: no faults ({counts})"
    if as_json:
        click.echo(report_json, nl=False)
    else:
        for fault in faults:
            click.echo(str(fault))
        click.echo(f"{len(faults)} faults" if faults else summary, err=bool(faults))
    if faults:
        sys.exit(EXIT_DATA)


def _check_language(path: Path, language: str) -> None:
    from summit_game.deck.load import load_deck
    from summit_game.deck.overlay import overlay_faults

    found = overlay_faults(load_deck(path), language)
    for fault in found:
        click.echo(str(fault))
    click.echo(f"{len(found)} faults" if found else f"every text is there in {language}", err=bool(found))
    if found:
        sys.exit(EXIT_DATA)


def _script_in(path: Path) -> bytes | None:
    """The bytes of a file that is a bot's script, told by its keys; None for everything else."""
    try:
        data = path.read_bytes() if path.is_file() else b""
    except (OSError, ValueError):
        return None
    return data if re.search(rb"^(trade|habits|signing):", data, re.MULTILINE) else None


@deck.command()
def schema() -> None:
    """Print a JSON Schema with which an editor completes deck files."""
    from summit_game.deck.schema import deck_schema

    click.echo(json.dumps(deck_schema(parameters()), indent=2))
