"""What `summit deck sets` prints: the numbered sets of a deck, or new ones, as Markdown or YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from summit_game.deals.drawn import with_drawn
from summit_game.deals.sets import NumberedSet, chosen, set_of
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.dealing import draw_spec
from summit_game.deck.door import game_of, playable
from summit_game.engine.setting import Game
from summit_game.language.catalogue import say
from summit_game.table.pinned_draw import drawn_data
from summit_game.words.sets import sheet


def printed(path: Path, seats: int | None, count: int, new: bool, as_yaml: bool) -> str:
    """The first `count` sets of the deck, or with `new`, or where it has fewer, ones that are chosen for it.

    Raises `DeckError`, or `SetupError` for a deck that draws nothing.
    """
    deck = playable(path).deck
    game = game_of(deck, TableOptions(seats))
    spec = draw_spec(deck, game)
    if spec is None or deck.draw is None:
        raise SetupError(say("deck-draws-nothing", deck=deck.deck.id))
    kept = deck.draw.sets.get(len(game.setting.seats), ())
    sets = chosen(spec, count) if new or len(kept) < count else [set_of(spec, seed) for seed in kept[:count]]
    return "\n".join(_yaml(game, sets)) + "\n" if as_yaml else sheet(deck, game.setting, sets)


def _yaml(game: Game, sets: Sequence[NumberedSet]) -> Iterator[str]:
    yield f"seats: {len(game.setting.seats)}"
    yield "sets:"
    for number, each in enumerate(sets, 1):
        public, secret = drawn_data(with_drawn(game, each.drawn))
        yield f"  - number: {number}"
        yield f"    seed: {each.seed}"
        yield f"    suits: {each.suits}  # of 1000 texts"
        yield f"    best: {_flow(dict(zip(game.setting.issue_ids, each.best, strict=False)))}"
        for name, rows in (public | secret).items():
            yield f"    {name}:"
            for seat, row in rows.items():
                yield f"      {seat}:"
                yield from (f"        {key}: {_flow(value)}" for key, value in row.items())


def _flow(value: object) -> str:
    """A value on one line: JSON is YAML."""
    return json.dumps(value)
