"""The tables of docs/balance.md: every command that makes one, and below it what it prints, as Markdown.

    python benchmarks/balance_tables.py [--games N] [--seed K] [--jobs J] [--only WORD ...] > tables.md

`--only` takes the names of sections: mixed, sizes, modules, skill, random. The same numbers make the same tables. Sizes
play half of the games, modules and skill a third, each many times; with 600 games everything takes about half an hour
on two cores.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence

from summit_game.many.balance.measured import FLIPS, MODULES, QUICK, SKILL

SIZES = (2, 3, 4, 5, 6)


def commands(games: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Each section's name with a command, without the number of processes."""

    def balance(parts: Sequence[str], seats: int = 4, share: int = 1) -> list[str]:
        chosen = [word for part in parts for word in ("--part", part)]
        count = str(max(1, games // share))
        return ["balance", *chosen, "--seats", str(seats), "--games", count, "--seed", str(seed), "--markdown"]

    yield "mixed", balance((*QUICK, FLIPS))
    for seats in SIZES:
        if seats != 4:
            yield "sizes", balance(QUICK, seats, 2)
    yield "modules", balance((MODULES,), share=3)
    yield "skill", balance((SKILL,), share=3)
    for seats in SIZES:
        table = ["--seats", str(seats), "--games", str(games), "--seed", str(seed)]
        yield "random", ["simulate", *table, "--bots", "random"]


def printed(command: Sequence[str], jobs: int) -> str:
    """What the command prints; what is no Markdown stands as a block, below its command."""
    done = subprocess.run(
        [sys.executable, "-m", "summit_game.cli.main", *command, "--jobs", str(jobs)],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
    )
    shown = f"    summit {' '.join(command)}"
    if "--markdown" in command:
        return "\n".join([shown, *done.stdout.splitlines()[1:]])
    return "\n".join([shown, "", *(f"    {line}".rstrip() for line in done.stdout.splitlines())])


def main() -> None:
    """Print the tables of the sections that are asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--games", type=int, default=600)
    options.add_argument("--seed", type=int, default=1000)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--only", nargs="*", default=[])
    given = options.parse_args()
    before = ""
    for section, command in commands(given.games, given.seed):
        if given.only and section not in given.only:
            continue
        if section != before:
            print(f"## {section}\n")
            before = section
        print(printed(command, given.jobs), end="\n\n", flush=True)


if __name__ == "__main__":
    main()
