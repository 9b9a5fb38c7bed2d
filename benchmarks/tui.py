"""The table on the screen beside a bare Textual app: `python benchmarks/tui.py [--starts N] [--keys N]`.

In a pseudo-terminal of 80x24 and 120x40, in one run: from the start of the process until the table is painted, and
from a key until the last byte of what it paints. The bare app has as many widgets as the table, each a `Static` with
a line of text. Reading the deck and dealing are part of the table's start and also shown by themselves.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import platform
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

from summit_game.deck.library import default_deck

QUIET = 0.06
"""Seconds without a byte after which a picture is taken to be complete."""

BARE = """
import sys, time
from textual.app import App
from textual.widgets import Static

class Bare(App):
    CSS = "Static { height: 1; }"
    def compose(self):
        for number in range(COUNT - 1):
            yield Static(f"line {number} " + "word " * 8, markup=False)
        yield Static("READY", id="last", markup=False)
    def on_key(self, event):
        self.query_one("#last", Static).update(f"key {event.key} {time.monotonic()}", layout=False)

Bare().run()
"""
TABLE = """
import os, sys, time
begin = time.perf_counter()
from pathlib import Path
from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.table.sitter import Sitter
from summit_game.table.games_folder import new_sitting
bots = {seat: Sitter(bot="flat") for seat in range(1, 4)}
sitting = new_sitting(find_deck(default_deck()), TableOptions(4), 1, bots)
dealt = time.perf_counter() - begin
from summit_game.tui.game_app import GameApp
app = GameApp(sitting, pace=0, guard=0)
app.run()
sys.stderr.write(f"DEALT {1000 * dealt:.1f}")
"""
COMMAND = """
import sys
from summit_game.cli.main import main
sys.argv = ["summit", "play", "--new", "--seats", "4", "--seed", "1"]
main()
"""
COUNT_WIDGETS = """
import asyncio, os
from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.table.games_folder import new_sitting
from summit_game.tui.game_app import GameApp

async def count():
    app = GameApp(new_sitting(find_deck(default_deck()), TableOptions(4), 1, {}), pace=0, guard=0)
    async with app.run_test() as pilot:
        await pilot.pause()
        print(len(list(app.screen_stack[1].walk_children())))

asyncio.run(count())
"""


class Run:
    """A program in a pseudo-terminal."""

    def __init__(self, code: str, columns: int, rows: int) -> None:
        self.begin = time.perf_counter()
        self.written = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS=str(columns), LINES=str(rows))
            os.execv(sys.executable, [sys.executable, "-c", code])
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.handle], [], [], seconds)
        if not ready:
            return False
        try:
            part = os.read(self.handle, 65536)
        except OSError:
            return False
        self.written += part
        return bool(part)

    def until(self, words: bytes) -> float:
        """Milliseconds from the start until the words are there."""
        while words not in self.written:
            if not self.read(20):
                raise RuntimeError(f"{words!r} was never written")
        return 1000 * (time.perf_counter() - self.begin)

    def settle(self, seconds: float = 0.3) -> None:
        while self.read(seconds):
            pass

    def key(self, key: bytes) -> float:
        """Milliseconds from a key to the last byte of what it paints."""
        begin = last = time.perf_counter()
        os.write(self.handle, key)
        if self.read(1.0):
            last = time.perf_counter()
            while self.read(QUIET):
                last = time.perf_counter()
        return 1000 * (last - begin)

    def close(self) -> bytes:
        os.write(self.handle, b"\x11" if b"READY" in self.written else b"\x1b[21~")
        end = time.perf_counter() + 5
        while time.perf_counter() < end and self.read(0.5):
            pass
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)
        return self.written


def told(name: str, values: list[float], floor: float | None = None) -> float:
    ordered = sorted(values)
    median, p95 = statistics.median(ordered), ordered[int(0.95 * (len(ordered) - 1))]
    ratio = f"   {median / floor:5.2f} x bare" if floor else ""
    print(f"  {name:<46}{median:8.1f} ms median {p95:8.1f} ms p95{ratio}")
    return median


def measure(columns: int, rows: int, starts: int, keys: int, widgets: int) -> None:
    bare_code = BARE.replace("COUNT", str(widgets))
    print(f"{columns}x{rows}")
    bare, table, command, dealt, bare_keys = [], [], [], [], []
    cursor, toggle = [], []
    for number in range(starts):
        run = Run(bare_code, columns, rows)
        bare.append(run.until(b"READY"))
        if number == 0:
            run.settle()
            bare_keys = [run.key(b"x") for _ in range(keys)]
        run.close()
        run = Run(TABLE, columns, rows)
        table.append(run.until(b"promise in public"))
        if number == 0:
            run.settle()
            run.key(b"\r")
            run.settle(0.5)
            run.key(b"1")
            run.key(b"\r")
            for at in range(keys):
                cursor.append(run.key((b"\x1b[B", b"\x1b[A")[at % 2]))
            toggle = [run.key(b"\r") for _ in range(keys)]
        written = run.close()
        if b"DEALT" in written:
            dealt.append(float(written[written.rindex(b"DEALT") + 6 :].split()[0]))
        run = Run(COMMAND, columns, rows)
        command.append(run.until(b"promise in public"))
        run.close()
    floor = told(f"bare app of {widgets} widgets: start to paint", bare)
    told("table: start to painted table", table, floor)
    told("`summit play`: start to painted table", command, floor)
    if dealt:
        told("  of it: reading the deck, dealing, saving", dealt)
    key = told("bare app: key to paint", bare_keys)
    told("table: cursor moves, preview and draft follow", cursor, key)
    told("table: a card is put into the package or taken", toggle, key)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=11)
    parser.add_argument("--keys", type=int, default=80)
    chosen = parser.parse_args()
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores, load {load:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "STATE", "CONFIG"):
            os.environ[f"SUMMIT_{name}_DIR"] = folder
        # The paper that is shown before the first game of a deck was read.
        (Path(folder) / "decks-read.txt").write_text(f"{default_deck()}\n", encoding="utf-8")
        counted = subprocess.run([sys.executable, "-c", COUNT_WIDGETS], capture_output=True, check=True).stdout
        for columns, rows in ((80, 24), (120, 40)):
            measure(columns, rows, chosen.starts, chosen.keys, int(counted))


if __name__ == "__main__":
    main()
