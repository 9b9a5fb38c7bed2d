"""`summit` and its commands. Results go to stdout, everything else to stderr; exit codes stand in the README."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import click

from summit_game import __version__
from summit_game.cli.common import EXIT_DATA, EXIT_FAULT, EXIT_USAGE, Complaint, chosen_table, open_table, table_options
from summit_game.cli.games import export_command, games_command, replay_command
from summit_game.deck.faults import DeckError
from summit_game.deck.library import (
    DeckNotFound,
    RulesNotFound,
    list_decks,
    own_decks,
    packaged_decks,
    rules_path,
    rules_text,
    user_folder,
)
from summit_game.rules.registry import ModuleUnusable, parameters
from summit_game.table.journal import JournalError

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=CONTEXT, invoke_without_command=True)
@click.version_option(__version__, prog_name="summit")
@click.pass_context
def cli(context: click.Context) -> None:
    """Summit: a negotiation game with bracketed text, rule modules and four endings."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@cli.command()
@table_options
@click.option("--plain", is_flag=True, help="Play in plain text (the only way for now).")
@click.option(
    "--seat", "seats", multiple=True, metavar="NAME=WHO", help="Who sits where: human, human:Ana,Ben or a kind of bot."
)
@click.option("--seed", type=int, default=None, help="Deal of the cards; the same seed deals the same cards.")
@click.option("--clock", default=None, metavar="SECONDS:PER", help="Time for each decision or phase: 60:decision.")
@click.option("--resume", "resumed", default=None, metavar="ID|last", help="Go on with a saved game.")
@click.option("--new", is_flag=True, help="Begin a new game without being asked about an unfinished one.")
def play(
    plain: bool,
    seats: tuple[str, ...],
    seed: int | None,
    clock: str | None,
    resumed: str | None,
    new: bool,
    **table: Any,
) -> None:
    """Play a game in plain text. You take the first seat unless --seat says otherwise.

    Every move is saved. Without options for the table, an unfinished game is offered first.
    """
    from summit_game.cli import play as seating
    from summit_game.table.shelf import resume

    asked_for = seats or seed is not None or clock or any(table.values())
    if resumed is not None:
        if asked_for or new:
            raise Complaint("--resume goes on with a game as it is; leave the other options out", EXIT_USAGE)
        sys.exit(seating.play_plain(resume(resumed)))
    sitting = None if new or asked_for else seating.ask_to_resume()
    sys.exit(seating.play_plain(sitting or seating.begin(chosen_table(table), seats, seed, clock)))


@cli.command()
@table_options
@click.option("--games", type=click.IntRange(1, 10**7), default=100, show_default=True)
@click.option("--bots", default="random", show_default=True, metavar="KIND|NAME=KIND,…")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the first game; the next ones count up.")
@click.option("--jobs", type=int, default=-1, help="Processes; the default is one per core.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def simulate(games: int, bots: str, seed: int, jobs: int, as_json: bool, **table: Any) -> None:
    """Play many games without people, and sum them up."""
    from summit_game.simulate import progress_bar, table_text
    from summit_game.simulate import simulate as run

    path, options = chosen_table(table)
    result = run(path, options, bots, games, seed, jobs, progress_bar)
    click.echo(json.dumps(result, indent=2) if as_json else table_text(result))


@cli.command()
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


@cli.command()
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


@cli.command()
def decks() -> None:
    """List the decks that are installed, and those in your own folder."""
    for found in list_decks(parameters()):
        state = f" ({found.faults} faults: see `summit deck check`)" if found.faults else ""
        click.echo(
            f"{found.id}: {found.title or 'cannot be read'}{state}{' [your own]' if found.origin == 'own' else ''}"
        )


@cli.group()
def deck() -> None:
    """Check a deck, or print the schema of deck files."""


@deck.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(path: Path, as_json: bool) -> None:
    """Report every fault of a deck as file:line:column: what is wrong; what to do."""
    from summit_game.deck.check import check_path

    report = check_path(path, parameters())
    if as_json:
        click.echo(report.report_json(), nl=False)
    else:
        for fault in report.faults:
            click.echo(str(fault))
        if report.faults:
            click.echo(f"{len(report.faults)} faults", err=True)
        else:
            counts = ", ".join(f"{count} {name}" for name, count in report.counts.items())
            click.echo(f"{report.deck_id}: no faults ({counts})")
    if report.faults:
        sys.exit(EXIT_DATA)


@deck.command()
def schema() -> None:
    """Print a JSON Schema with which an editor completes deck files."""
    from summit_game.deck.schema import deck_schema

    click.echo(json.dumps(deck_schema(parameters()), indent=2))


@cli.command()
def locate() -> None:
    """Say where the rule book, the decks and your own data are."""
    click.echo(f"rules: {rules_path()}")
    click.echo(f"decks: {packaged_decks()}")
    click.echo(f"own decks: {own_decks()}")
    click.echo(f"data: {user_folder()}")


cli.add_command(games_command)
cli.add_command(replay_command)
cli.add_command(export_command)


@cli.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell: eval "$(summit completion bash)"."""
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    assert maker is not None
    click.echo(maker(cli, {}, "summit", "_SUMMIT_COMPLETE").source())


def main() -> None:
    """The `summit` command. Never ends in a traceback for what a person did."""
    try:
        cli(prog_name="summit", standalone_mode=True)
    except (Complaint, DeckNotFound, RulesNotFound, ModuleUnusable, JournalError) as error:
        click.echo(f"summit: {error}", err=True)
        sys.exit(getattr(error, "code", EXIT_USAGE))
    except DeckError as error:
        for fault in error.faults:
            click.echo(str(fault), err=True)
        sys.exit(EXIT_DATA)
    except ValueError as error:
        from summit_game.deck.compile import SetupError

        if not isinstance(error, SetupError):
            raise
        click.echo(f"summit: {error}", err=True)
        sys.exit(EXIT_USAGE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if os.environ.get("SUMMIT_DEBUG"):
            raise
        click.echo(f"summit: a fault of the program: {type(error).__name__}: {error}", err=True)
        click.echo("Please report it; SUMMIT_DEBUG=1 shows where it happened.", err=True)
        sys.exit(EXIT_FAULT)


if __name__ == "__main__":
    main()
