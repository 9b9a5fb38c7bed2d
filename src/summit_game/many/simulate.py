"""Playing many games without people: endings, scores and one digest over all of them, on all cores."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from summit_game.bots.kinds import maker
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import playable
from summit_game.engine.play import apply, start
from summit_game.engine.scoring import scores
from summit_game.engine.setting import ENDINGS, Game
from summit_game.engine.view import view
from summit_game.many.share_out import Crew, Progress, Table, share_out


class Task(NamedTuple):
    """One game: a kind of bot for each seat, and the seed."""

    kinds: tuple[str, ...]
    seed: int


class Played(NamedTuple):
    """One finished game: its ending, rounds begun, decisions taken, results per seat, and a fingerprint."""

    ending: int
    rounds: int
    decisions: int
    points: tuple[int, ...]
    surplus: tuple[int, ...]
    ratings: tuple[int, ...]
    digest: bytes


def play_one(game: Game, seed: int, kinds: Sequence[str]) -> Played:
    """Play one game with bots, one kind per seat, and say how it went."""
    state, events = start(game, seed)
    bots = [maker(kind)(seed, name) for kind, name in zip(kinds, game.setting.seat_ids, strict=True)]
    fingerprint = blake2b(repr(events).encode(), digest_size=16)
    decisions = 0
    while state.waiting:
        seat = state.waiting[0]
        fingerprint.update(repr(apply(state, seat, bots[seat].decide(view(state, seat)).action)).encode())
        decisions += 1
    results = scores(state)
    return Played(
        state.ending,
        state.round,
        decisions,
        tuple(each.points for each in results),
        tuple(each.surplus for each in results),
        tuple(each.rating for each in results),
        fingerprint.digest(),
    )


def play_all(table: Table, tasks: Sequence[Task]) -> list[Played]:
    """Play some games at a table: a worker's share of many."""
    return [play_one(table.game(), task.seed, task.kinds) for task in tasks]


def seat_kinds(game: Game, text: str) -> list[str]:
    """The kind of bot of each seat, from `KIND` for all or `NAME=KIND,…`. Raises `SetupError` or `BotError`."""
    names = game.setting.seat_ids
    chosen = dict.fromkeys(names, "random")
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, given, kind = part.partition("=")
        if not given:
            name, kind = "", part
        maker(kind)
        if name and name not in names:
            raise SetupError(f"there is no delegation {name[:30]!r} at this table; it seats {', '.join(names)}")
        chosen.update({name: kind} if name else dict.fromkeys(names, kind))
    return [chosen[name] for name in names]


def simulate(
    path: Path,
    options: TableOptions,
    bots: str,
    games: int,
    seed: int,
    jobs: int = -1,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Play `games` games with the seeds `seed`, `seed + 1`, … and sum them up.

    `jobs` processes work at it (-1: one per core); `progress` hears how many games of how many are done. The result,
    its digest too, is the same for any number of processes.
    """
    deck, deck_digest, _ = playable(path)
    table = Table(deck, deck_digest, options)
    game = table.game()
    kinds = seat_kinds(game, bots)
    tasks = [Task(tuple(kinds), each) for each in range(seed, seed + games)]
    played = share_out(partial(play_all, table), tasks, Crew(jobs), progress)
    return {
        "deck": deck.deck.id,
        "deck_digest": deck_digest,
        "games": games,
        "seed": seed,
        "seats": len(game.setting.seats),
        "variants": list(options.variants),
        "modules": [module.id for module in game.setting.modules],
        "bots": dict(zip(game.setting.seat_ids, kinds, strict=True)),
        **_summary(game.setting.seat_ids, played),
    }


def _mean(values: Sequence[int]) -> float:
    return round(sum(values) / len(values), 2) if values else 0.0


def _summary(names: Sequence[str], played: Sequence[Played]) -> dict[str, Any]:
    digest = blake2b(digest_size=16)
    for each in played:
        digest.update(each.digest)
    return {
        "endings": {name: sum(each.ending == at for each in played) for at, name in enumerate(ENDINGS)},
        "delegations": {
            name: {
                "score": _mean([each.points[at] for each in played]),
                "surplus": _mean([each.surplus[at] for each in played]),
                "rating": _mean([each.ratings[at] for each in played]),
            }
            for at, name in enumerate(names)
        },
        "rounds": _mean([each.rounds for each in played]),
        "decisions": _mean([each.decisions for each in played]),
        "digest": digest.hexdigest(),
    }


def table_text(result: Mapping[str, Any]) -> str:
    """The result as plain text."""
    games = result["games"]
    lines = [f"{result['deck']}: {games} games, {result['seats']} delegations, seeds from {result['seed']}", ""]
    for name, count in result["endings"].items():
        lines.append(f"{name:<12}{count:>8}{100 * count / max(1, games):>8.1f} %")
    lines += ["", f"{'delegation':<12}{'bot':>8}{'score':>10}{'surplus':>10}{'rating':>10}"]
    for name, row in result["delegations"].items():
        lines.append(
            f"{name:<12}{result['bots'][name]:>8}{row['score']:>10.2f}{row['surplus']:>10.2f}{row['rating']:>10.2f}"
        )
    lines += ["", f"rounds {result['rounds']}, decisions {result['decisions']}", f"digest {result['digest']}"]
    return "\n".join(lines)


def progress_bar(done: int, total: int) -> None:
    """A progress bar on stderr, redrawn in place on a terminal only."""
    if not sys.stderr.isatty():
        return
    filled = 30 * done // max(1, total)
    end = "\n" if done >= total else ""
    print(f"\r{'#' * filled}{'.' * (30 - filled)} {done}/{total} games", end=end, file=sys.stderr, flush=True)
