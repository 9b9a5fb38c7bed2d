"""How fast deals are analysed, beside NegMAS in the same run if it is installed (`pip install '.[bench]'`).

    python benchmarks/analysis.py [--games N] [--limit SECONDS] [--no-peer]

Times are CPU seconds of one process. Prints (a) the time of the whole debrief of finished games of the default deck
without counterfactuals (goal: under 1 s) and of the space of deals in it; (b) the time of everything that
`summit_game.deals.solutions` and `front` can say about a space of 10^6 deals and 6 parties (goal: under 4 s), on
three kinds of random tables; (c) the Pareto front of the same tables by NegMAS: from its utility functions
(`pareto_frontier`) and from the finished table of values (`pareto_frontier_numpy`), each stopped after `--limit`
seconds on the clock, and whether it finds the same number of efficient deals.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from summit_game.deals.front import pareto
from summit_game.deals.solutions import (
    distance,
    dominating,
    egalitarian,
    kalai_smorodinsky,
    largest_sum,
    nash,
    nearest,
    single_steps,
)
from summit_game.deals.space import Space
from summit_game.debrief.analyse import analyse
from summit_game.debrief.possible import possible
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.rules.registry import registry
from summit_game.table.opening import Sitting
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table

ISSUES, OPTIONS, PARTIES = 6, 10, 6
GOAL_GAME, GOAL_SPACE = 1.0, 4.0


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds, and the result."""
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


def game_of_bots(seats: int, seed: int) -> Sitting:
    """A finished game of the default deck, played by the simplest bots that negotiate."""
    name = default_deck()
    assert name is not None
    deck = open_deck(find_deck(name))[0]
    game = compile_game(deck, TableOptions(seats), registry())
    table = Table(game, seed, sitters={seat: Sitter(bot="simple") for seat in range(seats)})
    table.start()
    while (due := table.bot_due()) is not None:
        table.bot_acts(due)
    return Sitting("benchmark", deck, table)


def debriefs(games: int) -> None:
    """(a)"""
    for seats in (4, 6):
        whole, part = [], []
        for seed in range(games):
            sitting = game_of_bots(seats, seed)
            took, found = timed(lambda sitting=sitting: analyse(sitting, archive=True))
            assert found.deals is not None
            whole.append(took)
            part.append(timed(lambda sitting=sitting: possible(sitting.table.state))[0])
        print(
            f"(a) debrief of a finished game, {seats} seats, {found.deals.texts:,} texts: median "
            f"{statistics.median(whole):.3f} s, worst {max(whole):.3f} s (goal {GOAL_GAME:g} s: "
            f"{'met' if max(whole) < GOAL_GAME else 'MISSED'}); of this the deals {statistics.median(part):.3f} s"
        )


def tables_of(kind: str, seed: int) -> list[list[list[int]]]:
    """Scores of random parties; the best options of each add up to 100.

    `any order`: evenly spread scores in random order. `one direction`: each party wants every issue high or low.
    `opposed`: parties in pairs with opposite wishes up to one point, so that a large share of all deals is efficient.
    """
    random = np.random.default_rng(seed)
    tables: list[list[list[int]]] = []
    for party in range(PARTIES):
        weights = random.multinomial(100, np.ones(ISSUES) / ISSUES)
        spread = [np.linspace(0, weight, OPTIONS).astype(np.int64) for weight in weights]
        if kind == "one direction":
            rows = [row[:: random.choice((1, -1))] for row in spread]
        elif kind == "opposed" and party % 2:
            rows = [max(row) - np.array(row) + random.integers(0, 2, OPTIONS) for row in tables[-1]]
        else:
            rows = [random.permutation(row) for row in spread]
        tables.append([row.tolist() for row in rows])
    return tables


def everything(tables: list[list[list[int]]]) -> tuple[dict[str, float], Space, int]:
    """Seconds of each part of the analysis, the space, and the number of efficient deals."""
    took: dict[str, float] = {}
    took["enumerate"], space = timed(lambda: Space(tables, [40] * PARTIES))
    took["Pareto front"], front = timed(lambda: pareto(space))
    took["zone"], zone = timed(space.rational)
    for name, pick in (
        ("Nash", nash),
        ("Kalai-Smorodinsky", kalai_smorodinsky),
        ("largest sum", largest_sum),
        ("egalitarian", egalitarian),
    ):
        took[name] = timed(lambda pick=pick: pick(space, zone))[0]
    took["largest sum of all"] = timed(lambda: largest_sum(space, np.ones(space.deals, np.bool_)))[0]
    deal = space.deals // 3
    value = space.value(deal)
    took["dominating"] = timed(lambda: dominating(space, value))[0]
    took["distance"] = timed(lambda: distance(space, value))[0]
    took["single steps"] = timed(lambda: single_steps(space, deal))[0]
    accepted = [space.accepted_by(party) for party in range(space.parties)]
    took["nearest"] = timed(lambda: nearest(space, deal, accepted))[0]
    return took, space, int(front.sum())


def spaces(peer: bool, limit: float) -> None:
    """(b) and (c)"""
    for kind in ("any order", "one direction", "opposed"):
        runs = [everything(tables_of(kind, seed)) for seed in (1, 2, 3)]
        totals = [sum(took.values()) for took, _, _ in runs]
        efficient = ", ".join(f"{count:,}" for _, _, count in runs)
        print(f"(b) {runs[0][1].deals:,} deals, {PARTIES} parties, {kind}; {efficient} efficient")
        median, worst = statistics.median(totals), max(totals)
        verdict = "met" if worst < GOAL_SPACE else "MISSED"
        print(f"    median {median:.2f} s, worst {worst:.2f} s (goal {GOAL_SPACE:g} s: {verdict})")
        print("    " + ", ".join(f"{name} {seconds:.3f}" for name, seconds in runs[0][0].items()))
        if peer:
            own = runs[0][0]["enumerate"] + runs[0][0]["Pareto front"]
            for name, work in (
                ("pareto_frontier (from utility functions)", negmas_whole),
                ("pareto_frontier_numpy (from the values)", negmas_points),
            ):
                print(f"(c) NegMAS {name}: {compared(work, tables_of(kind, 1), own, runs[0][2], limit)}")


def negmas_whole(tables: list[list[list[int]]]) -> tuple[float, int]:
    """Seconds and efficient deals from NegMAS's utility functions; making them is not counted."""
    from negmas import LinearAdditiveUtilityFunction, make_issue
    from negmas.preferences.ops import pareto_frontier
    from negmas.preferences.value_fun import TableFun

    issues = [make_issue(OPTIONS, f"issue {at}") for at in range(ISSUES)]
    ufuns = [
        LinearAdditiveUtilityFunction(
            values=[TableFun({at: float(score) for at, score in enumerate(row)}) for row in table],
            weights=[1.0] * ISSUES,
            issues=issues,
        )
        for table in tables
    ]
    took, found = timed(lambda: pareto_frontier(ufuns, issues=issues))
    return took, len(found[1])


def negmas_points(tables: list[list[list[int]]]) -> tuple[float, int]:
    """Seconds and efficient deals from the finished table of values."""
    from negmas.preferences.ops import pareto_frontier_numpy

    points = np.ascontiguousarray(Space(tables, [0] * PARTIES).values.astype(float))
    took, found = timed(lambda: pareto_frontier_numpy(points))
    return took, len(found)


def _in_child(work: Callable[..., tuple[float, int]], tables: Any, pipe: Connection) -> None:
    try:
        pipe.send(work(tables))
    except ImportError:
        pipe.send(None)


def compared(work: Callable[..., tuple[float, int]], tables: Any, own: float, efficient: int, limit: float) -> str:
    """What the peer needs, in words; its process is ended after `limit` seconds."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_in_child, args=(work, tables, there), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(limit):
            return f"stopped after {limit:g} s on the clock, while this took {own:.2f} s"
        answer = here.recv()
    except EOFError:
        return "it failed"
    finally:
        process.terminate()
        process.join()
    if answer is None:
        return "not installed; pip install '.[bench]'"
    took, count = answer
    same = "the same number" if count == efficient else f"{count:,}, NOT {efficient:,}"
    return f"{took:.2f} s, {took / own:,.1f} times as long ({own:.2f} s to enumerate and find the front); {same}"


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=5)
    parser.add_argument("--limit", type=float, default=300.0, help="Seconds after which the peer is stopped.")
    parser.add_argument("--no-peer", action="store_true")
    options = parser.parse_args()
    debriefs(options.games)
    spaces(not options.no_peer, options.limit)


if __name__ == "__main__":
    main()
