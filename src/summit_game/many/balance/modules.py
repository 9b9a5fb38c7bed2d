"""What each rule module changes: the same seeds and bots, with it switched off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from summit_game.engine.setting import ENDINGS
from summit_game.many.balance.endings import error, mean
from summit_game.many.mixed import MIXED, drawn
from summit_game.many.play import play_out
from summit_game.many.share_out import Table


class Final(NamedTuple):
    """How a game ended."""

    ending: int
    text: tuple[int, ...]
    ratings: tuple[int, ...]
    digest: bytes


def final(table: Table, seed: int) -> Final:
    """The mixed game of a seed, played to its end."""
    game = table.dealt(seed)
    state, played = play_out(game, seed, drawn([MIXED] * len(game.setting.seats), seed))
    return Final(played.ending, tuple(state.text), played.ratings, played.digest)


def without(table: Table, module: str) -> Table:
    """The table with one more module off."""
    return table._replace(options=replace(table.options, without=(*table.options.without, module)))


def modules(names: Sequence[str], usual: Sequence[Final], off: Mapping[str, Sequence[Final]]) -> dict[str, Any]:
    """For each module: endings without it, and what is otherwise than in the same games with it."""
    return {
        "games": len(usual),
        "endings": _endings(usual),
        "off": {module: _row(names, usual, games) for module, games in off.items()},
    }


def _endings(games: Sequence[Final]) -> dict[str, int]:
    return {name: sum(game.ending == at for game in games) for at, name in enumerate(ENDINGS)}


def _row(names: Sequence[str], usual: Sequence[Final], off: Sequence[Final]) -> dict[str, Any]:
    pairs = list(zip(usual, off, strict=True))
    moved = [[b - a for a, b in zip(one.ratings, two.ratings, strict=True)] for one, two in pairs]
    return {
        "endings": _endings(off),
        "ending_changed": sum(one.ending != two.ending for one, two in pairs),
        "text_changed": sum(one.text != two.text for one, two in pairs),
        "rating_moved": mean([abs(each) for row in moved for each in row]),
        "rating": {
            name: {"mean": mean([row[at] for row in moved]), "error": error([row[at] for row in moved])}
            for at, name in enumerate(names)
        },
    }
