"""The smell test of a deck: about a hundred quick games by bots, and what looks odd in them.

What it finds are notes, not faults: a deck may want a rare ending. The seeds are fixed, so a deck smells the same each
time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from summit_game.deck.compile import TableOptions
from summit_game.deck.door import playable
from summit_game.engine.setting import ENDINGS, EffectCard, Game, TextCard
from summit_game.language.catalogue import say
from summit_game.many.balance.games import CONCESSION, EVENT, PRESSURE, PROPOSAL, Watched, watch
from summit_game.many.mixed import MIXED
from summit_game.many.play import Endless
from summit_game.many.share_out import Table

KINDS = ("random", MIXED)
"""Who plays: half of the games by chance, so that nearly everything happens; half by personalities that negotiate."""
GAMES = 50
"""Games of each kind."""


def smell(path: Path) -> list[str]:
    """The notes on a deck without faults, at its default table, one sentence each. Raises `SetupError`."""
    deck, digest, _ = playable(path)
    table = Table(deck, digest, TableOptions())
    played: list[Watched] = []
    for kind in KINDS:
        for seed in range(1, GAMES + 1):
            try:
                played.append(watch(table.dealt(seed), kind, seed))
            except Endless:
                return [say("cli-smell-endless", kind=kind, seed=seed)]
    return [*_endings(played), *_cards(table.game(), played), *_seats(table.game(), played)]


def _endings(played: list[Watched]) -> Iterator[str]:
    count = Counter(each.ending for each in played)
    for at, name in enumerate(ENDINGS):
        if count[at] in (0, len(played)):
            yield say("cli-smell-ending", ending=name, all=count[at] > 0, games=len(played))


def _cards(game: Game, played: list[Watched]) -> Iterator[str]:
    setting = game.setting
    used = {play[:2] for each in played for play in each.plays}
    decks: tuple[tuple[str, Sequence[TextCard | EffectCard]], ...] = (
        (PROPOSAL, setting.proposals),
        (CONCESSION, setting.concessions),
        (PRESSURE, setting.pressure),
        (EVENT, setting.events),
    )
    idle = [card.id for deck, cards in decks for at, card in enumerate(cards) if (deck, at) not in used]
    if idle:
        yield say("cli-smell-idle", cards=f"{', '.join(idle[:12])}{' …' if len(idle) > 12 else ''}")


def _seats(game: Game, played: list[Watched]) -> Iterator[str]:
    for at, name in enumerate(game.setting.seat_ids):
        if max(each.surplus[at] for each in played) <= 0:
            yield say("cli-smell-seat", name=name)
