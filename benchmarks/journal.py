"""The journal against its floor: `python benchmarks/journal.py [--moves N] [--folder PATH]`.

Prints, from one run on one disk: the time to append and sync the same bytes to a bare file (the floor), to append an
entry to the journal, and to insert the same entry into SQLite (WAL, synchronous=FULL), which is the alternative we
did not choose; how many events a second are folded at growing lengths; and how long a finished game takes to resume.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from summit_game.deck.compile import TableOptions
from summit_game.engine.fold import fold
from summit_game.engine.state import State
from summit_game.table.entry import to_json
from summit_game.table.games_folder import new_sitting, resume
from summit_game.table.journal import Journal
from summit_game.table.sitter import Sitter

DECK = Path(__file__).resolve().parents[1] / "decks" / "european-security-2021"


def timed(work: Callable[[bytes], None], payloads: list[bytes]) -> list[float]:
    """Milliseconds of each call."""
    result = []
    for payload in payloads:
        begin = time.perf_counter()
        work(payload)
        result.append(1000 * (time.perf_counter() - begin))
    return result


def line(name: str, values: list[float], floor: float | None = None) -> float:
    values = sorted(values)
    median, p95 = statistics.median(values), values[int(0.95 * (len(values) - 1))]
    ratio = f"   {median / floor:5.2f} x the floor" if floor else ""
    print(f"{name:<44}{median:8.3f} ms median {p95:8.3f} ms p95{ratio}")
    return median


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moves", type=int, default=600)
    parser.add_argument("--folder", type=Path, default=None, help="a folder on the disk to be measured")
    chosen = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        folder = Path(name)
        os.environ["SUMMIT_DATA_DIR"] = name
        sitting = new_sitting(DECK, TableOptions(4), 1, {seat: Sitter(bot="random") for seat in range(4)})
        sitting.table.waiting_person()
        entries = [to_json(each) for each in sitting.table.history.line()][1:]
        entries = (entries * (1 + chosen.moves // len(entries)))[: chosen.moves]
        payloads = [json.dumps(each, ensure_ascii=False, separators=(",", ":")).encode() for each in entries]
        print(f"{len(payloads)} entries, median {int(statistics.median(map(len, payloads)))} bytes\n")

        bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

        def append_bare(payload: bytes) -> None:
            os.write(bare, payload)
            os.fsync(bare)

        floor = line("write and fsync, bare file (the floor)", timed(append_bare, payloads))
        journal = Journal.create(folder / "bench.summit", "0")
        values = []
        for each in entries:
            begin = time.perf_counter()
            journal.append(each)
            values.append(1000 * (time.perf_counter() - begin))
        line("journal: encode, append, fsync", values, floor)
        database = sqlite3.connect(folder / "bench.sqlite", isolation_level=None)
        database.execute("pragma journal_mode=wal")
        database.execute("pragma synchronous=full")
        database.execute("create table entries (number integer primary key, body text)")

        def insert(payload: bytes) -> None:
            database.execute("insert into entries (body) values (?)", (payload,))

        line("SQLite, WAL, synchronous=FULL: insert", timed(insert, payloads), floor)

        print()
        events = [event for entry in sitting.table.history.line() for event in entry.events]
        for length in (1_000, 10_000, 100_000):
            lists = [events[: length % len(events)], *([events] * (length // len(events)))]
            best = 0.0
            for _ in range(3):
                states = [State(sitting.table.game, 1) for _ in lists]
                begin = time.perf_counter()
                for state, part in zip(states, lists, strict=True):
                    fold(state, part)
                best = max(best, length / (time.perf_counter() - begin))
            print(f"fold of {length:>7,} events{best:>22,.0f} events/s")

        assert sitting.table.journal is not None
        sitting.table.journal.close()
        print()
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            table = resume(sitting.id).table
            times.append(1000 * (time.perf_counter() - begin))
            assert table.over
            assert table.journal is not None
            table.journal.close()
        print(f"resume of a finished game ({len(events)} events){statistics.median(times):>12.0f} ms median of 5")


if __name__ == "__main__":
    main()
