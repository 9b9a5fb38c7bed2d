"""`summit play --plain`: seats people and bots at a table and hands over to the plain session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from summit_game.bots.kinds import KINDS, Bot, maker
from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.deck.load import open_deck
from summit_game.plain.session import PlainSession
from summit_game.rules.registry import registry
from summit_game.table.table import Table

HUMAN = "human"
EXIT_STOPPED = 130


def seat_plan(names: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    """Who sits where: `NAME=WHO` for each text. The first free seat is a person's if nobody is named a person."""
    plan: dict[str, str] = {}
    for text in texts:
        name, given, who = text.partition("=")
        if name not in names:
            raise SetupError(f"there is no delegation {name[:30]!r} at this table; it seats {', '.join(names)}")
        if not given or who not in (HUMAN, *KINDS):
            raise SetupError(f"write --seat {name}=WHO, where WHO is one of {', '.join((HUMAN, *KINDS))}")
        plan[name] = who
    if HUMAN not in plan.values():
        free = [name for name in names if name not in plan]
        if free:
            plan[free[0]] = HUMAN
    return {name: plan.get(name, "simple") for name in names}


def play_plain(chosen: tuple[Path, TableOptions], seats: Sequence[str], seed: int) -> int:
    """Play one game in plain text; the exit code. Ctrl-C stops it with 130."""
    path, options = chosen
    deck, _ = open_deck(path)
    game = compile_game(deck, options, registry())
    plan = seat_plan(game.setting.seat_ids, seats)
    bots: dict[int, Bot] = {}
    people: dict[int, str] = {}
    for seat, (name, who) in enumerate(plan.items()):
        if who == HUMAN:
            people[seat] = game.setting.seat_specs[seat].name
        else:
            bots[seat] = maker(who)(seed, name)
    print(f"Seed {seed}. To deal the same cards again, add --seed {seed}.")
    try:
        return PlainSession(deck, Table(game, seed, bots), people).run()
    except KeyboardInterrupt:
        print("\nStopped. This game is not saved.")
        return EXIT_STOPPED
