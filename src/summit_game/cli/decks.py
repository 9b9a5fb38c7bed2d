"""`summit rules`, `summit card`, `summit decks` and `summit deck`: what can be read and checked without playing."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import click

from summit_game.bots.script import check_script
from summit_game.cli.common import deck_path
from summit_game.cli.exits import EXIT_DATA, Complaint
from summit_game.cli.output import STDOUT, free, paged, put
from summit_game.deck.faults import Fault, first_lines
from summit_game.deck.library import installed, list_decks, own_decks, rules_text
from summit_game.deck.load import load_deck, open_deck
from summit_game.files.reading import is_there, read
from summit_game.language.catalogue import say
from summit_game.rules.registry import parameters
from summit_game.words.lookup import card_lines, deck_cards
from summit_game.words.rule_book import chapter_titles, looked_up, rule_chapters


@click.command()
@click.argument("what", metavar="[CHAPTER|CLAUSE|WORDS]", nargs=-1)
@click.option("--chapters", "only_chapters", is_flag=True, help="List the chapters.")
def rules(what: tuple[str, ...], only_chapters: bool) -> None:
    """Read the rule book, one chapter or clause of it (`R4`, `R4.3`, `glossary`), or find words in it (`sovereignty`).

    On a terminal what is longer than the window is shown page by page. The chapters of rule modules of other packages
    can be read too (`summit rules SA1`).
    """
    if only_chapters:
        click.echo("\n".join(chapter_titles()))
        return
    if not what:
        paged(rules_text())
        return
    wanted = " ".join(what)
    found = looked_up(wanted)
    if not found:
        raise Complaint(say("cli-no-chapter", chapter=repr(wanted[:20]), known=", ".join(rule_chapters())))
    paged("\n".join(found) + "\n")


@click.command()
@click.argument("card_id", required=False)
@click.option("--deck", "deck_name", default=None, metavar="ID|PATH")
def card(card_id: str | None, deck_name: str | None) -> None:
    """Print one card with its source; without an id, the ids and titles of all cards."""
    deck, _ = open_deck(deck_path(deck_name))
    if card_id is None:
        for kind, group in groupby(deck_cards(deck).values(), itemgetter(0)):
            click.echo(f"{kind}:")
            for _, each in group:
                click.echo(f"  {each.id}  {each.title}")
        return
    lines = card_lines(deck, card_id)
    if not lines:
        raise Complaint(say("cli-no-card", deck=deck.deck.id, card=repr(card_id[:30])))
    click.echo("\n".join(lines))


@click.command()
def decks() -> None:
    """List the decks that are installed, and those in your own folder."""
    for found in list_decks(parameters()):
        title = found.title or say("cli-deck-unreadable")
        click.echo(say("cli-deck", id=found.id, title=title, faults=found.faults, own=found.origin == "own"))


@click.group()
def deck() -> None:
    """Write a new deck, check a deck, read about a deck, or give editors the schema of deck files."""


@deck.command()
@click.argument("name", metavar="ID|PATH")
def about(name: str) -> None:
    """Print what a deck tells beside the game: content note, background, and what followed in the real world."""
    from summit_game.words.about import after, before
    from summit_game.words.safe import clean

    found, _ = open_deck(deck_path(name))
    title = say("plain-title", title=found.deck.title, setting=found.deck.setting)
    lines = [title, *before(found), "", *after(found)]
    click.echo("\n".join(clean(each) for each in lines).rstrip())


@deck.command()
@click.argument("name")
@click.option("--seats", type=click.IntRange(2, 6), default=2, show_default=True, help="Delegations.")
@click.option("--issues", type=click.IntRange(2, 6), default=3, show_default=True, help="Issues.")
@click.option("--folder", type=click.Path(path_type=Path), default=None, help="Where; else among your own decks.")
def new(name: str, seats: int, issues: int, folder: Path | None) -> None:
    """Write a small deck that can be played as it is, with comments that say what to change."""
    from summit_game.deck.newdeck import new_deck

    path = new_deck(folder or own_decks(), name, seats, issues, parameters())
    word = name if folder is None else path
    click.echo(f"{path}\n{say('cli-deck-written', deck=word)}")


@deck.command()
@click.argument("path", metavar="ID|PATH", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--quick", is_flag=True, help="Leave out the games that bots play at the end.")
@click.option("--language", metavar="xx", help="Report what the texts in this language (lang/xx.yaml) lack.")
def check(path: Path, as_json: bool, quick: bool, language: str | None) -> None:
    """Report every fault of a deck, or of a bot's script, as file:line:column: what is wrong; what to do.

    A deck without faults is then played by bots a hundred times; what looks odd is noted and changes no exit code.
    """
    from summit_game.deck.check import check_path

    known = installed()
    if str(path) in known and not is_there(path):
        path = known[str(path)][0]
    if language is not None:
        _check_language(path, language)
        return

    data, notes = _script_in(path), None
    noted: tuple[Fault, ...] = ()
    if data is not None:
        faults = check_script(data, str(path))
        report_json = json.dumps({"script": str(path), "faults": [asdict(fault) for fault in faults]}, indent=2) + "\n"
        summary = say("cli-script-fine", name=path.name)
    else:
        report = check_path(path, parameters())
        faults, noted = report.faults, report.notes
        if not faults and not quick:
            from summit_game.cli.smell import smell

            notes = smell(path)
        report_json = report.report_json(notes)
        summary = "" if faults else say("cli-deck-fine", deck=report.deck_id, **report.counts)
    if as_json:
        click.echo(report_json, nl=False)
    else:
        for line in first_lines(faults):
            click.echo(line)
        click.echo(say("cli-faults", count=len(faults)) if faults else summary, err=bool(faults))
        for found in noted:
            click.echo(say("cli-deck-note", note=str(found)))
        if notes is not None:
            click.echo(say("cli-smelled" if notes else "cli-smells-fine"))
            for note in notes:
                click.echo(f"- {note}")
            click.echo(say("cli-smell-balance", path=path))
    if faults:
        sys.exit(EXIT_DATA)


def _check_language(path: Path, language: str) -> None:
    from summit_game.deck.check_overlay import overlay_faults

    found = overlay_faults(load_deck(path), language)
    for fault in found:
        click.echo(str(fault))
    click.echo(
        say("cli-faults", count=len(found)) if found else say("cli-overlay-complete", language=language),
        err=bool(found),
    )
    if found:
        sys.exit(EXIT_DATA)


def _script_in(path: Path) -> bytes | None:
    """The bytes of a file that is a bot's script, told by its keys; None for everything else."""
    try:
        data = read(path)
    except OSError:
        return None
    return data if re.search(rb"^(trade|habits|signing):", data, re.MULTILINE) else None


@deck.command()
@click.argument("path", metavar="ID|PATH", type=click.Path(path_type=Path))
def upgrade(path: Path) -> None:
    """Write the newest format number into a deck's file, and say what that makes possible and what the check asks."""
    from summit_game.deck.upgrade import upgraded

    known = own_decks() / path
    path = path if is_there(path) else known
    where = upgraded(path)
    click.echo(say("cli-deck-upgraded", file=str(where)) if where else say("cli-deck-newest", path=str(path)))


@deck.command()
@click.argument("name", metavar="ID|PATH")
@click.option("--seats", type=int, default=None, help="Delegations; else the deck's usual table.")
@click.option("--count", type=click.IntRange(1, 60), default=12, show_default=True, help="How many sets.")
@click.option("--new", is_flag=True, help="Choose sets anew, whatever sets the deck has.")
@click.option("--yaml", "as_yaml", is_flag=True, help="Print YAML instead of Markdown.")
@click.option("--out", type=click.Path(path_type=Path), default=STDOUT, help="The file; else stdout.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def sets(name: str, seats: int | None, count: int, new: bool, as_yaml: bool, out: Path, force: bool) -> None:
    """Print numbered sets of mandates and briefs, for tables on paper and classes with one sheet for all (R1.4d).

    Those of the deck, if it has so many; else sets whose best texts lie far apart. `summit play --set N` plays one.
    """
    from summit_game.cli.deck_sets import printed

    free([out], force)
    put(out, printed(deck_path(name), seats, count, new, as_yaml), force)


@deck.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def schema(folder: Path | None) -> None:
    """Print a JSON Schema with which an editor completes deck files, or write it into a deck's FOLDER."""
    from summit_game.deck.newdeck import SCHEMA, write_schema
    from summit_game.deck.schema import deck_schema

    if folder is None:
        click.echo(json.dumps(deck_schema(parameters()), indent=2))
        return
    click.echo(write_schema(folder, parameters()))
    click.echo(say("cli-schema-line", schema=SCHEMA), err=True)
