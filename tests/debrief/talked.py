"""Games with talk between delegations (R19), played by bots, for the tests of the debrief."""

from __future__ import annotations

import random
from functools import cache

from summit_game.debrief.analyse import analyse
from summit_game.debrief.model import Debrief
from summit_game.debrief.words_and_deeds.rows import WordsAndDeeds
from summit_game.deck.compile import TableOptions
from summit_game.engine.board import Exchange
from summit_game.engine.scoring import Holding, holding
from summit_game.table import entry as kinds
from summit_game.table.journal_head import head_data
from summit_game.table.opening import Sitting
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from support import DECK as PATH
from support import talking, the_deck, with_talk

TABLES = {
    0: ("opportunist:1", "random", "salami-slicer:1", "hardliner:1"),
    1: ("cooperator:1", "cooperator:1", "bridge-builder:1", "opportunist:1"),
    3: ("cooperator:1", "random", "salami-slicer:1", "hardliner:1"),
    8: ("opportunist:1", "random", "salami-slicer:1", "hardliner:1"),
    9: ("salami-slicer:1", "bridge-builder:1", "salami-slicer:1", "opportunist:1"),
}
"""Seed -> bots. Together they keep and break understandings or leave them open, accuse, warn, shade and decline."""


@cache
def talked(seed: int, messages: int = 2, **params: object) -> Sitting:
    """A game of these bots, played to its end; nothing may be changed in it."""
    sitters = {seat: Sitter(bot=kind) for seat, kind in enumerate(TABLES[seed])}
    deck, game = with_talk(the_deck(PATH), messages, **params), talking(4, messages, **params)
    table = Table(game, seed, sitters=sitters)
    table.write(kinds.HEAD, data=head_data("a-game", deck, (), TableOptions(4), game, seed, sitters, None))
    table.start()
    while (due := table.bot_due()) is not None:
        table.bot_acts(due)
    return Sitting("a-game", deck, table)


@cache
def by_chance(seed: int) -> Sitting:
    """A game in which everything that is done and said is drawn by chance: it changes only with the rules."""
    game, drawn = talking(4), random.Random(seed)
    sitters = dict.fromkeys(game.setting.seats, PERSON)
    table = Table(game, seed, sitters=sitters)
    table.talk_between = True
    table.write(
        kinds.HEAD, data=head_data("a-game", with_talk(the_deck(PATH)), (), TableOptions(4), game, seed, sitters, None)
    )
    table.start()
    while (seat := table.waiting_person()) is not None:
        table.submit(seat, drawn.choice(table.view(seat).legal()))
    return Sitting("a-game", with_talk(the_deck(PATH)), table)


@cache
def told(seed: int, archive: bool, **params: object) -> Debrief:
    """Its debrief."""
    return analyse(talked(seed, **params), archive)


def exchanges(seed: int) -> list[Exchange]:
    """Every exchange as the delegations know it at the end."""
    found = {each.number: each for own in talked(seed).table.state.own for each in own.talk}
    return [found[number] for number in sorted(found)]


def held(seed: int) -> list[Holding]:
    state = talked(seed).table.state
    return [holding(state, seat) for seat in state.setting.seats]


def deeds(seed: int, archive: bool = True, **params: object) -> WordsAndDeeds:
    found = told(seed, archive, **params).words_and_deeds
    assert found is not None
    return found
