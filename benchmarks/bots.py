"""How well the scripted opponents play: the tables of docs/bots.md.

    python benchmarks/bots.py ladder [--games N] [--seats S] [--bots NAME,...] [--levels K,...] [--first SEED]
    python benchmarks/bots.py tables | deals | speed | probes

`ladder`: one seat at level k against the same seat at level k - 1, with the same seeds and all others at level 2 of the
same personality; every seat has seeds of its own, because one game of the lower level would otherwise count in four
pairs. A pair is won by the higher rating, equal ratings are half a win. The interval is the middle 95 % of 2,000
bootstrap samples of the pairs. `tables`: endings. `deals`: deals found among those that exist. `speed`: time for a
decision. `probes`: what an ordinary opportunist gets out of a table, and one that always objects, echoes, repeats its
offer or waits for the end. Every game is dealt as at a table: its seed draws mandates and briefs (R1.4a to R1.4c).
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise

from summit_game.bots import offers
from summit_game.bots.decision import Decision
from summit_game.bots.kinds import Bot, maker
from summit_game.bots.negotiator import Negotiator
from summit_game.bots.script import script_names
from summit_game.deals.agreement import agreement_zone, objectors, red_lines, space_of
from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR, PHASES
from summit_game.engine.play import apply, start
from summit_game.engine.scoring import holding, scores
from summit_game.engine.setting import ENDINGS, SETTLEMENT, Game
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from summit_game.many.share_out import Table

OPPONENTS = tuple(name for name in script_names() if name != "spoiler")
FIRST_SEED = 70_000
Watch = Callable[[View, Action, float], None]


@cache
def table_of(seats: int) -> Table:
    """The default deck at a table size."""
    name = default_deck()
    assert name is not None
    return Table(*open_deck(find_deck(name)), TableOptions(seats))


def play(game: Game, seed: int, bots: Sequence[Bot], watch: Watch | None = None) -> State:
    """One game to its end."""
    state, _ = start(game, seed)
    while state.waiting:
        seat = state.waiting[0]
        seen = view(state, seat)
        began = time.process_time()
        action = bots[seat].decide(seen).action
        if watch is not None:
            watch(seen, action, time.process_time() - began)
        apply(state, seat, action)
    return state


def seated(game: Game, seed: int, kinds: Sequence[str]) -> list[Bot]:
    """Bots of these kinds, one per seat."""
    return [maker(kind)(seed, name) for kind, name in zip(kinds, game.setting.seat_ids, strict=True)]


def rating(table: Table, seed: int, kind: str, seat: int, others: str) -> int:
    """The rating of one seat of one kind among others of another kind."""
    game = table.dealt(seed)
    kinds = [kind if at == seat else others for at in game.setting.seats]
    return scores(play(game, seed, seated(game, seed, kinds)))[seat].rating


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of the means of 2,000 samples drawn with replacement."""
    stream = Stream(1, "bootstrap")
    count = len(values)
    means = sorted(sum(values[stream.below(count)] for _ in range(count)) / count for _ in range(2000))
    return means[50], means[1949]


def ladder(games: int, seats: int, names: Iterable[str], levels: Sequence[int], first: int) -> None:
    """Won pairs of level k against k - 1, per personality and over all."""
    table = table_of(seats)
    setting = table.game().setting
    every: dict[int, list[float]] = {}
    print(f"{seats} seats, {games} seeds a seat and personality")
    for name in names:
        got = {
            (level, seat, seed): rating(table, seed, f"{name}:{level}", seat, f"{name}:2")
            for level in levels
            for seat in setting.seats
            for seed in range(first + games * seat, first + games * (seat + 1))
        }
        for low, high in pairwise(levels):
            pairs = [(got[high, seat, seed], value) for (level, seat, seed), value in got.items() if level == low]
            won = [1.0 if up > down else 0.5 if up == down else 0.0 for up, down in pairs]
            every.setdefault(high, []).extend(won)
            means = " ".join(
                f"{spec.id} {_mean(got, low, seat):.0f}>{_mean(got, high, seat):.0f}"
                for seat, spec in enumerate(setting.seat_specs)
            )
            print(f"{name:<15}{high} against {low}: {100 * statistics.mean(won):5.1f} %   {means}", flush=True)
    for high, won in every.items():
        low_end, high_end = interval(won)
        share, pairs_played = statistics.mean(won), len(won)
        print(
            f"all            {high} against {high - 1}: {100 * share:5.1f} %"
            f"  [{100 * low_end:.1f}, {100 * high_end:.1f}]  {pairs_played} pairs",
            flush=True,
        )


def _mean(got: dict[tuple[int, int, int], int], level: int, seat: int) -> float:
    return statistics.mean(value for (k, s, _), value in got.items() if k == level and s == seat)


def tables(games: int, sizes: Sequence[int], kinds: Iterable[str]) -> None:
    """Endings in percent, for tables of one kind."""
    for kind in kinds:
        for seats in sizes:
            ends = [0] * len(ENDINGS)
            for seed in range(FIRST_SEED, FIRST_SEED + games):
                game = table_of(seats).dealt(seed)
                ends[play(game, seed, seated(game, seed, [kind] * seats)).ending] += 1
            shares = " ".join(f"{name} {100 * count / games:5.1f}" for name, count in zip(ENDINGS, ends, strict=True))
            print(f"{kind:<20}{seats} seats  {shares}", flush=True)


def deals(games: int, sizes: Sequence[int], kinds: Iterable[str]) -> None:
    """Deals that nobody loses by (R8.8): where one exists, in force, and on the table at the end of the game."""
    for kind in kinds:
        for seats in sizes:
            exist = settled = texts = outside = 0
            for seed in range(FIRST_SEED, FIRST_SEED + games):
                game = table_of(seats).dealt(seed)
                state = play(game, seed, seated(game, seed, [kind] * seats))
                space = space_of(state)
                assert space is not None
                if not agreement_zone(space, red_lines(game.setting)).any():
                    continue
                exist += 1
                settled += state.ending == SETTLEMENT
                against = objectors(game.setting, [holding(state, seat) for seat in game.setting.seats], state.text)
                texts += not against
                outside += state.ending == SETTLEMENT and bool(against)
            print(
                f"{kind:<20}{seats} seats  deals exist in {exist} of {games} games; in force {_share(settled, exist)},"
                f" text in the zone at the end {_share(texts, exist)}, settled outside the zone {outside}",
                flush=True,
            )


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / max(1, whole):.1f} %)"


class Clock:
    """Time of decisions: by phase, and per round of all seats but the first."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}
        self.rounds: dict[tuple[int, int], float] = {}
        self.seed = 0

    def __call__(self, seen: View, action: Action, took: float) -> None:
        """Note one decision."""
        self.spent.setdefault(PHASES[seen.phase], []).append(1000 * took)
        if seen.seat:
            key = (self.seed, seen.round)
            self.rounds[key] = self.rounds.get(key, 0.0) + took


def speed(games: int, sizes: Sequence[int], kinds: Iterable[str]) -> None:
    """Milliseconds of processor time of a decision by phase, and the longest round of all opponents of a solo game."""
    for kind in kinds:
        for seats in sizes:
            clock = Clock()
            for clock.seed in range(FIRST_SEED, FIRST_SEED + games):
                game = table_of(seats).dealt(clock.seed)
                play(game, clock.seed, seated(game, clock.seed, [kind] * seats), clock)
            every = [each for times in clock.spent.values() for each in times]
            parts = ", ".join(f"{phase} {statistics.median(times):.2f}" for phase, times in sorted(clock.spent.items()))
            rounds = clock.rounds.values()
            middle, longest = statistics.median(rounds), max(rounds)
            print(
                f"{kind:<20}{seats} seats  median {statistics.median(every):.2f} ms ({parts}), longest {max(every):.0f}"
                f" ms; a round of {seats - 1} opponents: median {middle:.2f} s, longest {longest:.2f} s",
                flush=True,
            )


# --- probes -----------------------------------------------------------------------------------------------------


class Probe:
    """A level 2 opportunist, as it is or with one habit that a table should not reward."""

    def __init__(self, habit: str, seed: int, seat_id: str) -> None:
        self.habit = habit
        self.seed = seed
        self.bot = maker("opportunist:2")(seed, seat_id)
        assert isinstance(self.bot, Negotiator)

    def decide(self, seen: View) -> Decision:
        """One legal action."""
        return Decision(self._action(seen))

    def _action(self, seen: View) -> Action:
        legal = seen.legal()
        if self.habit == "always-no" and a.OBJECT_ACTION in legal:
            return a.OBJECT_ACTION
        if seen.phase != FLOOR or self.habit == "opportunist":
            return self.bot.decide(seen).action
        habits = {
            "always-no": self._always_no,
            "echo": self._echo,
            "repeat-offer": self._repeat_offer,
            "last-second": self._last_second,
        }
        return habits[self.habit](seen, legal)

    def _always_no(self, seen: View, legal: list[Action]) -> Action:
        return a.PASS_ACTION

    def _echo(self, seen: View, legal: list[Action]) -> Action:
        """Table what another delegation tabled last, if the hand allows it."""
        for ballot in reversed(seen.record):
            for offer in offers.offers(seen, legal):
                if ballot.tabler != seen.seat and ballot.changes and offer.changes == offers.same(ballot.changes):
                    return offer.action
        return self.bot.decide(seen).action

    def _repeat_offer(self, seen: View, legal: list[Action]) -> Action:
        """Table the same best package for itself again and again."""
        found = offers.offers(seen, legal)
        values = seen.held.brief.values
        best = [
            (sum(values[i][n] - values[i][max(0, seen.text[i])] for i, n in offer.changes), offer) for offer in found
        ]
        top = max(best, key=lambda pair: pair[0], default=None)
        return top[1].action if top is not None and top[0] > 0 else self.bot.decide(seen).action

    def _last_second(self, seen: View, legal: list[Action]) -> Action:
        """Say nothing before the last round, then ask for the most."""
        if seen.round < seen.setting.options.rounds:
            return a.RALLY_ACTION if a.RALLY_ACTION in legal else a.PASS_ACTION
        return self._repeat_offer(seen, legal)


def probes(games: int, seats: int, kinds: Iterable[str]) -> None:
    """Mean rating of a seat with each probe, against that of an ordinary seat, at tables of one kind."""
    table = table_of(seats)
    for kind in kinds:
        for seat, spec in enumerate(table.game().setting.seat_specs):
            line = []
            for habit in ("", "opportunist", "always-no", "echo", "repeat-offer", "last-second"):
                got = []
                for seed in range(FIRST_SEED, FIRST_SEED + games):
                    game = table.dealt(seed)
                    bots = seated(game, seed, [kind] * seats)
                    if habit:
                        bots[seat] = Probe(habit, seed, spec.id)
                    got.append(scores(play(game, seed, bots))[seat].rating)
                line.append(f"{habit or 'same kind'} {statistics.mean(got):.1f}")
            print(f"{kind:<18}{spec.id}  " + ", ".join(line), flush=True)


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("ladder", "tables", "deals", "speed", "probes"))
    parser.add_argument("--games", type=int, default=40)
    parser.add_argument("--seats", type=_numbers, default=[4])
    parser.add_argument("--bots", type=lambda text: text.split(","), default=list(OPPONENTS))
    parser.add_argument("--first", type=int, default=FIRST_SEED, help="first seed (ladder only)")
    parser.add_argument("--levels", type=_numbers, default=[1, 2, 3, 4])
    chosen = parser.parse_args()
    if chosen.what == "ladder":
        for seats in chosen.seats:
            ladder(chosen.games, seats, chosen.bots, chosen.levels, chosen.first)
    elif chosen.what == "probes":
        for seats in chosen.seats:
            probes(chosen.games, seats, chosen.bots)
    else:
        {"tables": tables, "deals": deals, "speed": speed}[chosen.what](chosen.games, chosen.seats, chosen.bots)


if __name__ == "__main__":
    main()
