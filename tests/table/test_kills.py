"""200 games killed at random moments: the journal opens every time and holds every move that was acknowledged."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.table import entry as kinds
from summit_game.table.games_folder import games, new_sitting, resume
from summit_game.table.sitter import Sitter
from support import DECK, game_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
BOTS = {seat: Sitter(bot="random") for seat in range(4)}


def _child(seed: int, pipe: int) -> None:
    """Begin a game or go on with it; write a byte for each acknowledged move."""
    sitting = resume("last") if games() else new_sitting(DECK, TableOptions(4), seed, BOTS)
    os.write(pipe, b"S")
    while (due := sitting.table.bot_due()) is not None:
        sitting.table.bot_acts(due)
        os.write(pipe, b".")
    os.write(pipe, b"E")


def _killed_once(seed: int, wait: float) -> int:
    """Let a child play, kill it after a while, and count the moves that it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            _child(seed, writer)
        finally:
            os._exit(0)
    os.close(writer)
    heard = os.read(reader, 1)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while chunk := os.read(reader, 1 << 16):
        heard += chunk
    os.close(reader)
    return heard.count(b".")


def _kill(times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    chance = random.Random(5)
    game_of(4)
    finished = acknowledged = 0
    folder = tmp_path
    for number in range(times):
        if number % 8 == 0 or finished:
            folder = tmp_path / str(number)
            monkeypatch.setenv("SUMMIT_DATA_DIR", str(folder))
            acknowledged, finished = 0, 0
        acknowledged += _killed_once(number, chance.random() * 0.12)
        (entry,) = games()
        assert not entry.problem
        sitting = resume(entry.id)
        table = sitting.table
        moves = [each for each in table.history.entries if each.kind == kinds.MOVE]
        assert acknowledged <= len(moves) <= acknowledged + 1, "at most the move in hand was not acknowledged yet"
        acknowledged = len(moves)
        assert table.journal is not None
        table.journal.close()
        finished = int(table.over)
    return times


def test_killed_at_random_moments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _kill(16, tmp_path, monkeypatch) == 16


@pytest.mark.slow
def test_killed_200_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sys.platform != "win32"
    assert _kill(200, tmp_path, monkeypatch) == 200
