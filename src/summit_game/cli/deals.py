"""`summit deals`: the deals that a scoreable game of others allows, counted exactly."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summit_game.cli.exits import EXIT_DATA, EXIT_USAGE, Complaint
from summit_game.language.catalogue import say
from summit_game.many.columns import row

if TYPE_CHECKING:
    from summit_game.debrief.model import Deal
    from summit_game.debrief.scoreable import Analysis, Place, ScoreTables


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--deal", "wanted", default=None, metavar="A1,B2,…", help="Place this deal instead of the initial one.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def deals(folder: Path, wanted: str | None, as_json: bool) -> None:
    """Count the deals of a scoreable game: a folder with parties.csv and a score table for each party.

    parties.csv has the heading party,scores_file,role; the roles p1 and p2 have a veto, player has none. A score table
    has a line of scores for each issue, a score for each option; its last line is the party's threshold.
    """
    from summit_game.debrief.scoreable import ScoreTableError, analyse_tables, is_folder, read_deal, read_tables

    try:
        tables = read_tables(folder)
    except ScoreTableError as error:
        raise Complaint(str(error), EXIT_DATA if is_folder(folder) else EXIT_USAGE) from error
    try:
        deal = None if wanted is None else read_deal(wanted, tuple(map(len, tables.parties[0].scores)), "--deal")
    except ScoreTableError as error:
        raise Complaint(str(error), EXIT_USAGE) from error
    try:
        found = analyse_tables(tables, deal)
    except ScoreTableError as error:
        raise Complaint(str(error), EXIT_DATA) from error
    if as_json:
        click.echo(json.dumps(_data(tables, found), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_told(tables, found)))


def _told(tables: ScoreTables, found: Analysis) -> Iterator[str]:
    from summit_game.debrief.scoreable import deal_text

    yield say("deals-game", name=tables.name, deals=found.deals, parties=len(tables.parties))
    yield say("deals-feasible", count=found.feasible)
    yield say("deals-unanimous", count=found.unanimous)
    both = {"feasible": found.pareto_feasible, "unanimous": found.pareto_unanimous}
    yield say("deals-efficient", count=found.pareto, **both)
    yield ""
    width = max(len(party.name) for party in tables.parties) + 5
    heading = [say(f"deals-heading-{name}") for name in ("threshold", "best", "accepts", "feasible")]
    yield row(say("deals-heading-party"), width, heading, [10])
    for at, party in enumerate(tables.parties):
        name = f"{party.name} ({party.role})" if party.veto else party.name
        numbers = (party.threshold, found.best[at], found.accepts[at], found.accepts_feasible[at])
        yield row(name, width, numbers, [10])
    yield ""
    if not found.unanimous:
        yield say("deals-none")
    for deal in found.named:
        facts = {"name": deal.name, "definition": deal.definition, "ties": deal.ties}
        yield say("deals-named", deal=deal_text(deal.text), scores=_numbers(deal.values), **facts)
    if found.initial is not None:
        yield ""
        yield from _place(tables, found.initial)


def _place(tables: ScoreTables, place: Place) -> Iterator[str]:
    yield say("deals-placed", deal=place.deal.name, scores=_numbers(place.deal.values))
    against = [party.name for party, yes in zip(tables.parties, place.accepted, strict=True) if not yes]
    yield say("deals-accepted", feasible=place.feasible, all=not against, against=", ".join(against))
    if place.on_front:
        yield say("deals-on-front")
        return
    yield say("deals-not-on-front", better=place.dominating, points=place.distance)
    for step in place.steps:
        gains = (now - before for now, before in zip(step.values, place.deal.values, strict=True))
        yield say("deals-step", deal=step.name, gains=", ".join(f"{gain:+d}" for gain in gains))


def _numbers(values: tuple[int, ...]) -> str:
    return " ".join(map(str, values))


_COUNTS = ("deals", "feasible", "unanimous", "pareto", "pareto_feasible", "pareto_unanimous")


def _data(tables: ScoreTables, found: Analysis) -> dict[str, Any]:
    return {
        "game": tables.name,
        **{name: getattr(found, name) for name in _COUNTS},
        "parties": [
            {
                "name": party.name,
                "role": party.role,
                "threshold": party.threshold,
                "best": found.best[at],
                "accepts": found.accepts[at],
                "accepts_feasible": found.accepts_feasible[at],
            }
            for at, party in enumerate(tables.parties)
        ],
        "named": [_deal(deal) | {"definition": deal.definition, "ties": deal.ties} for deal in found.named],
        "placed": _placed(found.initial) if found.initial is not None else None,
    }


def _placed(place: Place) -> dict[str, Any]:
    judged = {name: getattr(place, name) for name in ("accepted", "feasible", "on_front", "dominating", "distance")}
    return _deal(place.deal) | judged | {"single_changes": [_deal(step) for step in place.steps]}


def _deal(deal: Deal) -> dict[str, Any]:
    from summit_game.debrief.scoreable import deal_text

    return {"name": deal.name, "deal": deal_text(deal.text), "scores": deal.values, "surplus": deal.surplus}
