"""Tournaments of bots: every entrant in every seat, on the same seeds, so that pairs can be compared.

Two ways to seat them. `field`: the entrant takes one seat, the field kind all others; for two entrants in the same
seat on the same seed everything else is then equal. `all`: the entrants fill the table together; on each seed a
drawn line-up is turned until each entrant has sat in each seat once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from summit_game.bots.external import introduce
from summit_game.bots.kinds import maker
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import playable
from summit_game.engine.setting import ENDINGS
from summit_game.engine.streams import Stream
from summit_game.language.catalogue import say
from summit_game.many.columns import row, shown
from summit_game.many.intervals import RESAMPLES, Interval, Resampling
from summit_game.many.play import Played
from summit_game.many.share_out import Crew, Progress, Table, share_out
from summit_game.many.simulate import Task, play_all

FIELD, ALL = "field", "all"
MODES = (FIELD, ALL)


class Plan(NamedTuple):
    """What is compared. `games` is the number of seeds: each entrant plays that many games in each seat."""

    entrants: tuple[str, ...]
    games: int
    seed: int = 1
    mode: str = FIELD
    field: str = "simple"
    resamples: int = RESAMPLES


def line_up(plan: Plan, entrant: int, seat: int, seats: int, seed: int) -> tuple[str, ...]:
    """Who sits where in the game in which the entrant sits in that seat."""
    if plan.mode == FIELD:
        return tuple(plan.entrants[entrant] if at == seat else plan.field for at in range(seats))
    stream, count = Stream(seed, "line-up"), len(plan.entrants)
    base: list[int] = []
    while len(base) < seats:
        base += stream.shuffled(range(count))
    turn = entrant - base[seat]
    return tuple(plan.entrants[(each + turn) % count] for each in base[:seats])


class Results:
    """The games of a tournament, found by entrant, seat and seed."""

    def __init__(self, plan: Plan, seats: int, played: Mapping[Task, Played]) -> None:
        self.plan, self.seats = plan, range(seats)
        self.seeds = range(plan.seed, plan.seed + plan.games)
        self._played = played
        self._resampling = Resampling(plan.games, plan.resamples, plan.seed)

    def game(self, entrant: int, seat: int, seed: int) -> Played:
        """The game of an entrant in a seat on a seed."""
        return self._played[Task(line_up(self.plan, entrant, seat, len(self.seats), seed), seed)]

    def mean(self, entrant: int, seats: Sequence[int], what: str) -> Interval:
        """The mean of `ratings`, `surplus` or `points` over all seeds and the given seats."""
        totals = [sum(getattr(self.game(entrant, seat, seed), what)[seat] for seat in seats) for seed in self.seeds]
        return self._resampling.interval(totals, len(seats))

    def endings(self, entrant: int) -> dict[str, int]:
        """How many of the entrant's games ended how."""
        found = [self.game(entrant, seat, seed).ending for seat in self.seats for seed in self.seeds]
        return {name: found.count(at) for at, name in enumerate(ENDINGS)}

    def wins(self, one: int, other: int) -> Interval:
        """The share of (seat, seed) pairs in which `one` has the higher score than `other`; a tie is half."""
        totals = []
        for seed in self.seeds:
            halves = 0
            for seat in self.seats:
                mine = self.game(one, seat, seed).points[seat]
                theirs = self.game(other, seat, seed).points[seat]
                halves += (mine > theirs) + (mine >= theirs)
            totals.append(halves)
        return self._resampling.interval(totals, 2 * len(self.seats))


def tournament(
    path: Path, options: TableOptions, plan: Plan, crew: Crew | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Play the tournament and sum it up. The result, its digest too, is the same for any crew.

    Raises `SetupError` or `BotError` for what cannot be played.
    """
    _check(plan)
    deck, digest, _ = playable(path)
    table = Table(deck, digest, options)
    setting = table.game().setting
    seats = len(setting.seats)
    tasks = list(
        dict.fromkeys(
            Task(line_up(plan, entrant, seat, seats, seed), seed)
            for seed in range(plan.seed, plan.seed + plan.games)
            for entrant in range(len(plan.entrants))
            for seat in range(seats)
        )
    )
    played = share_out(partial(play_all, table), tasks, crew or Crew(), progress)
    results = Results(plan, seats, dict(zip(tasks, played, strict=True)))
    result = {
        "deck": deck.deck.id,
        "deck_digest": digest,
        "delegations": list(setting.seat_ids),
        "variants": list(options.variants),
        **({"set": options.set} if options.set is not None else {}),
        "modules": [module.id for module in setting.modules],
        "mode": plan.mode,
        "field": plan.field if plan.mode == FIELD else None,
        "seed": plan.seed,
        "games": plan.games,
        "resamples": plan.resamples,
        "played": len(tasks),
        "entrants": {name: _row(results, at, setting.seat_ids) for at, name in enumerate(plan.entrants)},
        "pairs": {
            name: {other: results.wins(one, two)._asdict() for two, other in enumerate(plan.entrants) if one != two}
            for one, name in enumerate(plan.entrants)
        },
    }
    fingerprint = blake2b(json.dumps(result, sort_keys=True).encode(), digest_size=16)
    for each in played:
        fingerprint.update(each.digest)
    return {**result, "digest": fingerprint.hexdigest()}


def _row(results: Results, entrant: int, names: Sequence[str]) -> dict[str, Any]:
    return {
        "games": results.plan.games * len(names),
        **_means(results, entrant, results.seats),
        "endings": results.endings(entrant),
        "seats": {name: _means(results, entrant, [seat]) for seat, name in enumerate(names)},
    }


def _means(results: Results, entrant: int, seats: Sequence[int]) -> dict[str, Any]:
    parts = {"rating": "ratings", "surplus": "surplus"}
    return {name: results.mean(entrant, seats, what)._asdict() for name, what in parts.items()}


def _check(plan: Plan) -> None:
    for kind in (*plan.entrants, plan.field):
        maker(kind)
    if len(set(plan.entrants)) != len(plan.entrants):
        twice = next(each for each in plan.entrants if plan.entrants.count(each) > 1)
        raise SetupError(say("many-entered-twice", name=twice[:40]))
    if len(plan.entrants) < 2:
        raise SetupError(say("many-one-entrant"))
    if plan.mode not in MODES:
        raise SetupError(say("many-no-mode", mode=repr(plan.mode[:20]), modes=", ".join(MODES)))
    for kind in (*plan.entrants, plan.field):
        introduce(kind)


# --- as text ---------------------------------------------------------------------------------------------------------


def tournament_text(result: Mapping[str, Any]) -> str:
    """The result as plain text."""
    rows, names, field = result["entrants"], result["delegations"], result["field"]
    title = say("many-entrant")
    width = max(map(len, (title, *rows))) + 2
    wide = max(width, 16)
    heading = (say("many-rating"), say("many-surplus"), *(f"{name} %" for name in ENDINGS))
    widths = (20, 22, *[14] * len(ENDINGS))
    lines = [
        say(
            "many-tournament",
            **{name: result[name] for name in ("deck", "games", "seed", "played")},
            entrants=len(rows),
            against=say("many-against-field", field=field) if field else say("many-against-each-other"),
            delegations=", ".join(names),
        ),
        say("many-means"),
        "",
        row(title, width, heading, widths),
    ]
    for name, each in rows.items():
        shares = (f"{100 * count / each['games']:.1f}" for count in each["endings"].values())
        lines.append(row(name, width, [shown(each["rating"]), shown(each["surplus"]), *shares], widths))
    lines += ["", row(say("many-rating-in-seat"), wide, names, [22])]
    lines += [
        row(name, wide, [shown(each["seats"][seat]["rating"]) for seat in names], [22]) for name, each in rows.items()
    ]
    widths = tuple(max(22, len(name) + 2) for name in rows)
    lines += ["", say("many-win-shares"), row("", width, rows, widths)]
    for name, others in result["pairs"].items():
        cells = (shown(others[other], 100) if other in others else "-" for other in rows)
        lines.append(row(name, width, cells, widths))
    return "\n".join([*lines, "", say("about-no-forecast"), say("many-digest", digest=result["digest"])])
