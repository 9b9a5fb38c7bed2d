"""`summit results`: endings that were seen on this machine, and the best rating with each delegation."""

from __future__ import annotations

import json

import click

from summit_game.language.catalogue import say
from summit_game.table.games_folder import games
from summit_game.table.results import Results, results, told
from summit_game.words.safe import clean


@click.command(name="results")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def results_command(as_json: bool) -> None:
    """Say which endings the games on this machine came to, and the best rating with each delegation."""
    found = results(games())
    if as_json:
        click.echo(json.dumps([_as_json(each) for each in found], indent=2, ensure_ascii=False))
        return
    for each in found:
        click.echo(clean(each.title))
        for line in told(each):
            click.echo(clean(f"  {line}"))
    click.echo(say("about-tables-no-forecast" if found else "results-none"), err=not found)


def _as_json(found: Results) -> dict[str, object]:
    return {
        "deck": found.title,
        "games": found.games,
        "endings": dict(found.endings),
        "best": [
            {"delegation": each.delegation, "rating": each.rating, "ending": each.entry.ended_as, "game": each.entry.id}
            for each in found.best
        ],
    }
