"""`summit simulate`: many games without people."""

from __future__ import annotations

import json
from typing import Any

import click

from summit_game.cli.common import chosen_table, progress_bar, table_options
from summit_game.cli.crew import crew_options
from summit_game.many.share_out import Crew
from summit_game.many.simulate import simulate as run
from summit_game.many.simulate import table_text


@click.command()
@table_options
@click.option("--games", type=click.IntRange(1, 10**7), default=100, show_default=True)
@click.option("--bots", default="random", show_default=True, metavar="KIND|NAME=KIND,…")
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of the first game; the next ones count up.")
@crew_options
def simulate(
    games: int,
    bots: str,
    seed: int,
    jobs: int | None,
    backend: str,
    scheduler: str | None,
    as_json: bool,
    **table: Any,
) -> None:
    """Play many games without people, and sum them up."""
    path, options = chosen_table(table)
    result = run(path, options, bots, games, seed, Crew(jobs or -1, backend, scheduler), progress_bar)
    click.echo(json.dumps(result, indent=2) if as_json else table_text(result))
