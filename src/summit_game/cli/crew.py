"""The options of commands that play many games: where they are played."""

from __future__ import annotations

import click

from summit_game.cli.common import options
from summit_game.many.share_out import BACKENDS, LOCAL, MOST_JOBS

crew_options = options(
    click.option(
        "--jobs", type=click.IntRange(1, MOST_JOBS), default=None, help="Processes; the default is one per core."
    ),
    click.option("--backend", type=click.Choice(BACKENDS), default=LOCAL, show_default=True),
    click.option("--scheduler", default=None, metavar="ADDRESS", help="Of Dask, such as tcp://127.0.0.1:8786."),
    click.option("--json", "as_json", is_flag=True, help="Print JSON."),
)
"""Options that say where many games are played."""
