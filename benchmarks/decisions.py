"""How many decisions a game asks of people, by kind, and how often one machine changes hands.

    python benchmarks/decisions.py [--games N] [--seats S] [--variant ID] [--deck ID] [--first SEED] [--apart]

Every seat is taken to be a person's. Mixed bots decide in their place; what is counted is what the table asks. A
decision with one choice is counted apart, as `no choice`: nothing is decided by it. A hand-over is a decision of
another delegation than the one before, at one machine. With open votes (`open`) a round of votes is one prompt for all,
promises and reasons are said aloud, and after such a page the machine is handed over in any case. People send no
messages to people (R19.1), so nobody is asked for one. `--apart` writes each game.
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from summit_game.bots.kinds import maker
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.engine.actions import NO_MESSAGE_ACTION
from summit_game.engine.board import CAPITALS, NOBODY, PHASES, TALK, VOTE
from summit_game.engine.play import apply, start
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.verbs import VOTES
from summit_game.engine.view import view
from summit_game.many.mixed import MIXED, drawn
from summit_game.rules.registry import registry
from summit_game.seat.open_vote import OPEN

NO_CHOICE = "no choice"


class Counted(NamedTuple):
    """One game: decisions by kind, those with one choice apart; hand-overs; prompts and hand-overs with open votes."""

    kinds: Counter[str]
    hand_overs: int
    open_prompts: int
    open_hand_overs: int

    @property
    def decisions(self) -> int:
        """Decisions that somebody is asked for."""
        return sum(self.kinds.values()) - self.kinds[NO_CHOICE]


def kind_of(state: State) -> str:
    """What a decision is called in the count."""
    if state.phase == CAPITALS:
        return "ask or pay"
    if state.phase == VOTE:
        return "vote again" if state.amended else "vote"
    return PHASES[state.phase]


def count(game: Game, seed: int) -> Counted:
    """Play one game and count."""
    names = drawn([MIXED] * len(game.setting.seat_ids), seed)
    bots = [maker(kind)(seed, name) for kind, name in zip(names, game.setting.seat_ids, strict=True)]
    state, _ = start(game, seed)
    kinds: Counter[str] = Counter()
    hand_overs = open_prompts = open_hand_overs = 0
    last, last_open, voted = NOBODY, NOBODY, False
    while state.waiting:
        seat = state.waiting[0]
        if state.phase == TALK:
            apply(state, seat, NO_MESSAGE_ACTION)
            continue
        seen = view(state, seat)
        action = bots[seat].decide(seen).action
        if len(seen.legal()) == 1:
            kinds[NO_CHOICE] += 1
        else:
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
            voted = votes
        before = state.phase, state.amended
        apply(state, seat, action)
        voted = voted and (state.phase, state.amended) == before
    return Counted(kinds, hand_overs, open_prompts, open_hand_overs)


def counts(game: Game, games: int, first: int) -> list[Counted]:
    """The counts of so many games."""
    return [count(game, seed) for seed in range(first, first + games)]


def line(name: str, values: Iterable[int]) -> str:
    """Mean, median, nine of ten, and most."""
    ordered = sorted(values)
    ninth = ordered[min(len(ordered) - 1, 9 * len(ordered) // 10)]
    mean, median = statistics.mean(ordered), statistics.median(ordered)
    return f"{name:<22}{mean:8.1f}{median:8.1f}{ninth:8d}{ordered[-1]:8d}"


def main() -> None:
    """Count, and write a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=20)
    parser.add_argument("--seats", type=int, default=4)
    parser.add_argument("--variant", action="append", default=[])
    parser.add_argument("--deck", default=default_deck())
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--apart", action="store_true")
    asked = parser.parse_args()
    game = compile_game(
        open_deck(find_deck(asked.deck))[0], TableOptions(asked.seats, tuple(asked.variant)), registry()
    )
    found = counts(game, asked.games, asked.first)
    if asked.apart:
        for seed, each in enumerate(found, asked.first):
            print(seed, each.decisions, each.hand_overs, each.open_hand_overs, dict(each.kinds))
    print(f"{asked.deck}, {asked.seats} seats, {' '.join(asked.variant) or 'standard'}, {asked.games} games")
    print(f"{'':<22}{'mean':>8}{'median':>8}{'90 %':>8}{'most':>8}")
    for kind in sorted({kind for each in found for kind in each.kinds}):
        print(line(kind, (each.kinds[kind] for each in found)))
    print(line("decisions", (each.decisions for each in found)))
    print(line("hand-overs", (each.hand_overs for each in found)))
    print(line("prompts, open", (each.open_prompts for each in found)))
    print(line("hand-overs, open", (each.open_hand_overs for each in found)))


if __name__ == "__main__":
    main()
