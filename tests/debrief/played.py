"""Finished and unfinished games in memory, for the tests of the debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from summit_game.debrief.analyse import analyse
from summit_game.debrief.model import Debrief
from summit_game.engine.streams import Stream
from summit_game.table.opening import Sitting
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from support import DECK, SECOND_DECK, game_of, the_deck

DECKS = (DECK, DECK, DECK, SECOND_DECK)
VARIANTS = ((), ("quick",), ("strict",), ("all-promises",), ("long",), ("goals-and-moods",))
BOTS = ("random", "simple", "random", "flat")


def sitting(
    seed: int, moves: int = 100_000, sitters: Mapping[int, Sitter] | None = None, bots: Sequence[str] = BOTS
) -> Sitting:
    """A game of one of the decks, played by bots for so many decisions. The seed also chooses deck and options."""
    stream = Stream(seed, "what is played")
    path = stream.choice(DECKS)
    deck = the_deck(path)
    seats = stream.choice(tuple(sorted(deck.tables)))
    variants = tuple(each for each in stream.choice(VARIANTS) if any(each == known.id for known in deck.variants))
    without = (stream.choice(tuple(sorted(deck.modules))),) if seed % 3 == 0 else ()
    game = game_of(seats, variants, without, path)
    seated = {seat: Sitter(bot=stream.choice(tuple(bots))) for seat in range(seats)}
    table = Table(game, seed, sitters=seated)
    table.start()
    for _ in range(moves):
        due = table.bot_due()
        if due is None:
            break
        table.bot_acts(due)
    for seat, sitter in (sitters or {}).items():
        table.sit(seat, sitter)
    return Sitting("a-game", deck, table)


@cache
def finished(seed: int) -> tuple[Sitting, Debrief]:
    """A finished game with its debrief, kept for all tests; nothing may be changed in it."""
    played = sitting(seed)
    return played, analyse(played)


def strings(value: object) -> list[str]:
    """Every text in a debrief, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in strings(each)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for name in value.__dataclass_fields__ for text in strings(getattr(value, name))]
    return []


def all_words(debrief: Debrief) -> str:
    """Everything that a debrief says, in one text."""
    return "\n".join(strings(debrief))
