"""A game at a real terminal, ended from outside with programs at the table: none lives on, and the code says how."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from test_tui_terminal import Terminal

from test_ended_from_outside import BOT, alive, descendants, sleepers

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc"),
    pytest.mark.fault("K6.1"),
]

CLOSED = 0
ENDS = {CLOSED: 129, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGKILL: 137}


@pytest.mark.parametrize("how", [pytest.param(each, marks=pytest.mark.slow) for each in ENDS])
@pytest.mark.parametrize("plain", [True, False])
def test_no_program_outlives_a_game_at_a_terminal(how: int, plain: bool, tmp_path: Path) -> None:
    mark, bot = tmp_path / "mark", tmp_path / "bot.py"
    bot.write_text(BOT.format(mark=str(mark)))
    before = sleepers()
    args = ["-m", "summit_game.cli.main", "play", "--new", "--deck", "linnet-river", *(["--plain"] if plain else [])]
    seats = ["--seat", f"HF=exec:{sys.executable} {bot}", "--seat", "LM=human"]
    game = Terminal([*args, *seats], SUMMIT_DATA_DIR=str(tmp_path), SUMMIT_BOT_SECONDS="600")
    end = time.monotonic() + 60
    while not (mark.exists() and len(sleepers() - before) >= 3):
        game.read(0.1)
        assert time.monotonic() < end
    started = descendants(game.pid) | (sleepers() - before)
    assert len(started) >= 4
    if how == CLOSED:
        os.close(game.handle)
        _, status = os.waitpid(game.pid, 0)
        code = os.waitstatus_to_exitcode(status)
    else:
        os.kill(game.pid, how)
        code = game.ended()
    assert code % 256 in (ENDS[how], -how % 256)
    end = time.monotonic() + 20
    while left := [each for each in started if alive(each)]:
        assert time.monotonic() < end, left
        time.sleep(0.05)
