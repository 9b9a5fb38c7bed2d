"""`summit tournament` and `summit balance`: bots against each other, and what their games say about a deck."""

from __future__ import annotations

import json
from typing import Any

import click

from summit_game.cli.common import chosen_table, progress_bar, table_options, variant_options
from summit_game.cli.crew import crew_options
from summit_game.many.balance.report import balance
from summit_game.many.balance.text import balance_text
from summit_game.many.intervals import RESAMPLES
from summit_game.many.share_out import Crew
from summit_game.many.tournament import FIELD, MODES, Plan, tournament, tournament_text


@click.command("tournament")
@click.argument("entrants", nargs=-1, required=True, metavar="KIND KIND…")
@table_options
@click.option("--mode", type=click.Choice(MODES), default=FIELD, show_default=True)
@click.option("--field", default="simple", show_default=True, metavar="KIND", help="Who fills the other seats.")
@click.option("--games", type=click.IntRange(1, 10**6), default=100, show_default=True, help="Seeds for each seat.")
@click.option("--seed", type=int, default=1, show_default=True, help="The first seed; the next ones count up.")
@click.option("--resamples", type=click.IntRange(40, 100_000), default=RESAMPLES, show_default=True)
@crew_options
def tournament_command(
    entrants: tuple[str, ...],
    mode: str,
    field: str,
    games: int,
    seed: int,
    resamples: int,
    jobs: int | None,
    backend: str,
    scheduler: str | None,
    as_json: bool,
    **table: Any,
) -> None:
    """Let bots play each other in every seat, paired by seed.

    With --mode field each entrant plays one seat against a fixed field; with --mode all the entrants fill the table.
    """
    path, chosen = chosen_table(table)
    plan = Plan(entrants, games, seed, mode, field, resamples)
    result = tournament(path, chosen, plan, Crew(jobs or -1, backend, scheduler), progress_bar)
    click.echo(json.dumps(result, indent=2) if as_json else tournament_text(result))


@click.command("balance")
@click.argument("deck_name", required=False, metavar="[DECK]")
@variant_options
@click.option(
    "--games", type=click.IntRange(1, 10**6), default=200, show_default=True, help="Games of each kind of play."
)
@click.option("--seed", type=int, default=1, show_default=True, help="The first seed; the next ones count up.")
@click.option("--bots", multiple=True, metavar="KIND", help="A kind of play; may be given again.")
@crew_options
def balance_command(
    games: int,
    seed: int,
    bots: tuple[str, ...],
    jobs: int | None,
    backend: str,
    scheduler: str | None,
    as_json: bool,
    **table: Any,
) -> None:
    """Report how a deck plays: endings, seats, cards, deals found, going first."""
    path, chosen = chosen_table(table)
    result = balance(path, chosen, games, seed, bots, Crew(jobs or -1, backend, scheduler), progress_bar)
    click.echo(json.dumps(result, indent=2) if as_json else balance_text(result))
