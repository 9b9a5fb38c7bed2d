"""How many decisions a game asks of people, and how often one machine changes hands.

    python benchmarks/decisions.py [--games N] [--seats S] [--variant ID] [--deck ID] [--first SEED] [--kinds] [--apart]

Without `--variant` it is the lesson, the quick and the standard game, in mean and ninth of ten. Every seat is taken to
be a person's. Mixed bots decide in their place; what is counted is what the table asks. An order that leaves no choice
is given by the table (R9.10) and counted apart, as `by the table`; the lines `as before` count it as a decision. Any
other decision counts, whatever its choices. A hand-over is a decision of another delegation than the one before, at one
machine. With open votes (`open`) a round of votes is one prompt for all, promises and reasons are said aloud, and after
such a page the machine is handed over in any case. People send no messages to people (R19.1), so nobody is asked for
one. `--kinds` writes each kind of decision, `--apart` each game.
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from summit_game.bots.kinds import maker
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.engine.actions import NO_MESSAGE_ACTION, Action
from summit_game.engine.board import CAPITALS, NOBODY, PHASES, POSTURE, TALK, VOTE
from summit_game.engine.play import apply, start
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.verbs import VOTES
from summit_game.engine.view import view
from summit_game.many.mixed import MIXED, drawn
from summit_game.rules.registry import registry
from summit_game.seat.open_vote import OPEN
from summit_game.table.only_order import only_order

BY_TABLE = "by the table"
BUDGET = (("lesson",), ("quick",), ())
"""Variants of the games whose budget is looked at: the lesson, the quick and the standard game."""


class Counted(NamedTuple):
    """One game: decisions by kind, hand-overs, prompts and hand-overs with open votes."""

    kinds: Counter[str]
    hand_overs: int
    open_prompts: int
    open_hand_overs: int

    @property
    def decisions(self) -> int:
        """Decisions that somebody is asked for."""
        return sum(self.kinds.values()) - self.kinds[BY_TABLE]


def kind_of(state: State) -> str:
    """What a decision is called in the count."""
    if state.phase == CAPITALS:
        return "ask or pay"
    if state.phase == VOTE:
        return "vote again" if state.amended else "vote"
    return PHASES[state.phase]


def due(state: State, by_table: bool) -> tuple[int, Action | None]:
    """The seat that is next, and what the table does for it, if it does."""
    for seat in state.waiting if by_table and state.phase == POSTURE else ():
        if (action := only_order(view(state, seat))) is not None:
            return seat, action
    return state.waiting[0], NO_MESSAGE_ACTION if state.phase == TALK else None


def count(game: Game, seed: int, by_table: bool = True) -> Counted:
    """Play one game and count. Without `by_table` people are asked for the order that leaves no choice, too."""
    names = drawn([MIXED] * len(game.setting.seat_ids), seed)
    bots = [maker(kind)(seed, name) for kind, name in zip(names, game.setting.seat_ids, strict=True)]
    state, _ = start(game, seed)
    kinds: Counter[str] = Counter()
    hand_overs = open_prompts = open_hand_overs = 0
    last, last_open, voted = NOBODY, NOBODY, False
    while state.waiting:
        seat, done = due(state, by_table)
        if done is not None:
            kinds[BY_TABLE] += state.phase == POSTURE
            apply(state, seat, done)
            continue
        kinds[kind_of(state)] += 1
        hand_overs += seat != last
        last = seat
        votes = state.phase in VOTES
        open_prompts += not (votes and voted)
        if state.phase in OPEN:
            last_open = NOBODY
        else:
            open_hand_overs += seat != last_open
            last_open = seat
        before = state.phase, state.amended
        apply(state, seat, bots[seat].decide(view(state, seat)).action)
        voted = votes and (state.phase, state.amended) == before
    return Counted(kinds, hand_overs, open_prompts, open_hand_overs)


def counts(game: Game, games: int, first: int, by_table: bool = True) -> list[Counted]:
    """The counts of so many games."""
    return [count(game, seed, by_table) for seed in range(first, first + games)]


def line(name: str, values: Iterable[int]) -> str:
    """Mean, median, nine of ten, and most."""
    ordered = sorted(values)
    ninth = ordered[min(len(ordered) - 1, 9 * len(ordered) // 10)]
    mean, median = statistics.mean(ordered), statistics.median(ordered)
    return f"{name:<28}{mean:8.1f}{median:8.1f}{ninth:8d}{ordered[-1]:8d}"


def report(found: list[Counted], tail: str = "") -> Iterator[str]:
    """Decisions and hand-overs, with secret votes and with open ones."""
    yield line(f"decisions{tail}", (each.decisions for each in found))
    yield line(f"hand-overs{tail}", (each.hand_overs for each in found))
    yield line(f"prompts, open{tail}", (each.open_prompts for each in found))
    yield line(f"hand-overs, open{tail}", (each.open_hand_overs for each in found))


def main() -> None:
    """Count, and write a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=20)
    parser.add_argument("--seats", type=int, default=4)
    parser.add_argument("--variant", action="append", default=[])
    parser.add_argument("--deck", default=default_deck())
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--apart", action="store_true")
    asked = parser.parse_args()
    deck = open_deck(find_deck(asked.deck))[0]
    for variants in (tuple(asked.variant),) if asked.variant else BUDGET:
        game = compile_game(deck, TableOptions(asked.seats, variants), registry())
        found = counts(game, asked.games, asked.first)
        print(f"{asked.deck}, {asked.seats} seats, {' '.join(variants) or 'standard'}, {asked.games} games")
        if asked.apart:
            for seed, each in enumerate(found, asked.first):
                print(seed, each.decisions, each.hand_overs, each.open_hand_overs, dict(each.kinds))
        print(f"{'':<28}{'mean':>8}{'median':>8}{'90 %':>8}{'most':>8}")
        for kind in sorted({kind for each in found for kind in each.kinds}) if asked.kinds else ():
            print(line(kind, (each.kinds[kind] for each in found)))
        print(*report(counts(game, asked.games, asked.first, by_table=False), " as before"), sep="\n")
        print(*report(found), sep="\n")


if __name__ == "__main__":
    main()
