"""`summit simulate`, `tournament` and `balance`: many games of bots, and what they say."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import click

from summit_game.cli.common import chosen_table, options, progress_bar, table_options, variant_options
from summit_game.cli.crew import crew_options
from summit_game.many.balance.measured import PARTS
from summit_game.many.balance.report import OVERVIEW, balance
from summit_game.many.balance.text import balance_markdown, balance_text
from summit_game.many.intervals import RESAMPLES
from summit_game.many.share_out import Crew
from summit_game.many.simulate import simulate, table_text
from summit_game.many.tournament import FIELD, MODES, Plan, tournament, tournament_text

many_options = options(
    click.option("--seed", type=int, default=1, show_default=True, help="The first seed; the next ones count up."),
    crew_options,
)
"""Options that say which games are played, where, and how they are told."""


def _crew(given: Mapping[str, Any]) -> Crew:
    return Crew(given["jobs"] or -1, given["backend"], given["scheduler"])


def _tell(result: Mapping[str, Any], given: Mapping[str, Any], text: Callable[[Mapping[str, Any]], str]) -> None:
    click.echo(json.dumps(result, indent=2) if given["as_json"] else text(result))


@click.command("simulate")
@table_options
@click.option("--games", type=click.IntRange(1, 10**7), default=100, show_default=True)
@click.option(
    "--bots",
    default="random",
    show_default=True,
    metavar="KIND|NAME=KIND,…",
    help="Who plays; mixed draws a personality and a level for each seat of each game.",
)
@many_options
def simulate_command(games: int, bots: str, seed: int, **given: Any) -> None:
    """Play many games without people, and sum them up."""
    _tell(simulate(*chosen_table(given), bots, games, seed, _crew(given), progress_bar), given, table_text)


@click.command("tournament")
@click.argument("entrants", nargs=-1, required=True, metavar="KIND KIND…")
@table_options
@click.option("--mode", type=click.Choice(MODES), default=FIELD, show_default=True)
@click.option("--field", default="simple", show_default=True, metavar="KIND", help="Who fills the other seats.")
@click.option("--games", type=click.IntRange(1, 10**6), default=100, show_default=True, help="Seeds for each seat.")
@click.option("--resamples", type=click.IntRange(40, 100_000), default=RESAMPLES, show_default=True)
@many_options
def tournament_command(
    entrants: tuple[str, ...], mode: str, field: str, games: int, seed: int, resamples: int, **given: Any
) -> None:
    """Let bots play each other in every seat, paired by seed.

    With --mode field each entrant plays one seat against a fixed field; with --mode all the entrants fill the table.
    """
    plan = Plan(entrants, games, seed, mode, field, resamples)
    _tell(tournament(*chosen_table(given), plan, _crew(given), progress_bar), given, tournament_text)


@click.command("balance")
@click.argument("deck_name", required=False, metavar="[DECK]")
@variant_options
@click.option(
    "--games", type=click.IntRange(1, 10**6), default=200, show_default=True, help="Games of each kind of play."
)
@click.option("--bots", multiple=True, metavar="KIND", help="A kind of play; may be given again.")
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice((OVERVIEW, *PARTS)),
    help="This part alone; may be given again. The parts but the overview are about mixed tables.",
)
@click.option("--full", is_flag=True, help="All parts, those too that play many more games.")
@click.option("--markdown", is_flag=True, help="Print the tables of the parts as Markdown.")
@many_options
def balance_command(
    games: int, seed: int, bots: tuple[str, ...], parts: tuple[str, ...], full: bool, markdown: bool, **given: Any
) -> None:
    """Report how a deck plays: endings, seats, cards, deals found, going first, clauses, variety, skill and more."""
    chosen = (OVERVIEW, *PARTS) if full else parts or None
    result = balance(*chosen_table(given), games, seed, bots, _crew(given), progress_bar, chosen)
    _tell(result, given, partial(balance_markdown, command=_command()) if markdown else balance_text)


def _command() -> str:
    """The command as it was typed."""
    return shlex.join(["summit", *sys.argv[1:]])
