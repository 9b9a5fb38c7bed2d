"""Playing many games without people: endings, scores and one digest over all of them, on all cores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from summit_game.bots.kinds import maker
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import playable
from summit_game.engine.setting import ENDINGS, Game
from summit_game.language.catalogue import say
from summit_game.many.columns import row
from summit_game.many.mixed import MIXED, drawn
from summit_game.many.play import Played, play_one
from summit_game.many.share_out import Crew, Progress, Table, share_out


class Task(NamedTuple):
    """One game: a kind of bot for each seat, and the seed."""

    kinds: tuple[str, ...]
    seed: int


def play_all(table: Table, tasks: Sequence[Task]) -> list[Played]:
    """Play some games at a table: a worker's share of many."""
    return [play_one(table.dealt(task.seed), task.seed, task.kinds) for task in tasks]


def seat_kinds(game: Game, text: str) -> list[str]:
    """The kind of bot of each seat, from `NAME=KIND,…`; `KIND` alone is for all others.

    `mixed` is a kind too: such a seat draws its bot in each game.
    Raises `SetupError` or `BotError`.
    """
    names = game.setting.seat_ids
    chosen: dict[str, str] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, given, kind = (piece.strip() for piece in part.partition("="))
        if not given:
            name, kind = "", part
        if kind != MIXED:
            maker(kind)
        if given and name.upper() not in names:
            raise SetupError(say("many-no-delegation", name=repr(name[:30]), seats=", ".join(names)))
        if name.upper() in chosen:
            raise SetupError(say("many-bots-twice", name=name.upper(), named=bool(name)))
        chosen[name.upper()] = kind
    return [chosen.get(name, chosen.get("", "random")) for name in names]


def simulate(
    path: Path,
    options: TableOptions,
    bots: str,
    games: int,
    seed: int,
    crew: Crew | None = None,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Play `games` games with the seeds `seed`, `seed + 1`, … and sum them up.

    `progress` hears how many games of how many are done. The result, its digest too, is the same for any crew.
    """
    deck, deck_digest, _ = playable(path)
    table = Table(deck, deck_digest, options)
    game = table.game()
    kinds = seat_kinds(game, bots)
    tasks = [Task(tuple(drawn(kinds, each)), each) for each in range(seed, seed + games)]
    played = share_out(partial(play_all, table), tasks, crew or Crew(), progress)
    return {
        "deck": deck.deck.id,
        "deck_digest": deck_digest,
        "games": games,
        "seed": seed,
        "seats": len(game.setting.seats),
        "variants": list(options.variants),
        **({"set": options.set} if options.set is not None else {}),
        "modules": [module.id for module in game.setting.modules],
        "bots": dict(zip(game.setting.seat_ids, kinds, strict=True)),
        **_summary(game.setting.seat_ids, played),
    }


_WIDTHS = (8, 10, 10, 10)


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
    lines = [say("many-simulated", **{name: result[name] for name in ("deck", "games", "seats", "seed")}), ""]
    for name, count in result["endings"].items():
        lines.append(row(name, 12, [count, f"{100 * count / max(1, games):.1f} %"], [8, 10]))
    values = ("score", "surplus", "rating")
    heading = [say(f"many-{name}") for name in ("bot", *values)]
    lines += ["", row(say("many-delegation"), 12, heading, _WIDTHS)]
    for name, each in result["delegations"].items():
        cells = [result["bots"][name], *(f"{each[value]:.2f}" for value in values)]
        lines.append(row(name, 12, cells, _WIDTHS))
    lines += ["", say("many-rounds", rounds=result["rounds"], decisions=result["decisions"])]
    return "\n".join([*lines, say("about-no-forecast"), say("many-digest", digest=result["digest"])])
