"""Whole games through the real program in tmux: keys in, screen out."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed"),
]
HERE = Path(__file__).parent


class Pane:
    """One tmux pane of a size, with a server of its own."""

    def __init__(self, socket: Path, width: int, height: int) -> None:
        self.base = ["tmux", "-f", "/dev/null", "-S", str(socket)]
        self.run("new-session", "-d", "-x", str(width), "-y", str(height), "sh")

    def run(self, *args: str) -> str:
        return subprocess.run([*self.base, *args], capture_output=True, text=True, timeout=20, check=True).stdout

    def send(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def shown(self) -> str:
        return self.run("capture-pane", "-p")

    def history(self) -> str:
        return self.run("capture-pane", "-p", "-S", "-")

    def until(self, *words: str, seconds: float = 30) -> str:
        """Wait until one of the words is on the screen."""
        end = time.monotonic() + seconds
        while not any(word in (text := self.shown()) for word in words):
            assert time.monotonic() < end, f"none of {words} is shown:\n{text}"
            time.sleep(0.05)
        return text


@contextlib.contextmanager
def tmux(tmp_path: Path, width: int, height: int) -> Iterator[Pane]:
    pane = Pane(tmp_path / "tmux", width, height)
    try:
        yield pane
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            pane.run("kill-server")


def start(pane: Pane, *args: str) -> None:
    path = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
    folders = " ".join(f"{name}='{os.environ[name]}'" for name in os.environ if re.match(r"SUMMIT_\w+_DIR$", name))
    pane.send(f"{folders} PYTHONPATH='{path}' '{sys.executable}' {' '.join(args)}; echo code=$?", "Enter")


def decide(pane: Pane, text: str) -> None:
    """One decision by keys: what passes, stays silent, holds or promises nothing."""
    if "has the floor" not in text and "Mark what you ask" in text:
        pane.send("Escape")
        return
    if "has the floor" in text and not re.search(r"\d   Pass", text):
        pane.send("9")
        time.sleep(0.1)
        text = pane.shown()
    rows = re.findall(r"(?m)^[\s┃│]*(\d)   (\S.*?)(?:\s{2,}|[│┃▼▲])", text)
    wanted = next(
        (number for number, label in rows if label.startswith(("Pass", "Stay silent"))), rows[0][0] if rows else "1"
    )
    pane.send(wanted)
    time.sleep(0.2)
    pane.send("Enter")


def play(pane: Pane) -> int:
    """Until the ending is on the screen; how many decisions it took."""
    for count in range(600):
        text = pane.until("YOUR TURN", "to move", "look away", "THE END", "is over; round", seconds=40)
        if "THE END" in text:
            return count
        if "look away" in text:
            time.sleep(0.8)
            pane.send("C-u", "Enter")
            time.sleep(0.3)
        elif "No treaty yet" in text:
            pane.send("Escape")
            time.sleep(0.15)
        elif "is over; round" in text or "Sure?" in text:
            pane.send("Enter")
            time.sleep(0.15)
        elif "YOUR TURN" in text:
            decide(pane, text)
            time.sleep(0.15)
        else:
            pane.send("s")
            time.sleep(0.1)
    raise AssertionError(f"no ending:\n{pane.shown()}")


@pytest.mark.parametrize(("width", "height"), [(80, 24), pytest.param(120, 40, marks=pytest.mark.long)])
@pytest.mark.parametrize("people", ["0", "0,1"], ids=["solo", "hot-seat"])
def test_a_whole_game_through_the_real_program(width: int, height: int, people: str, tmp_path: Path) -> None:
    with tmux(tmp_path, width, height) as pane:
        start(pane, str(HERE / "play_here.py"), "2" if "," in people else "4", people, "5")
        pane.until("YOUR TURN", "look away")
        assert play(pane) > 10
        for _ in range(5):
            pane.send("Enter")
            time.sleep(0.2)
        for _ in range(6):
            # The table of scores stands below the ending and what followed.
            if "Score" in pane.shown():
                break
            pane.send("NPage")
            time.sleep(0.3)
        pane.until("Score")
        pane.send("r")
        pane.until("REPLAY")
        pane.send("Right")
        pane.until("step 1 of")
        pane.send("Escape")
        pane.until("THE END")
        pane.send("F10")
        pane.until("code=0")
        left = pane.history()
        assert "Treaty" not in left
        assert "Score" not in left
        flags = pane.run("display-message", "-p", "#{mouse_any_flag} #{alternate_on} #{cursor_flag}").split()
        assert flags == ["0", "0", "1"]


def test_the_command_itself_opens_the_table(tmp_path: Path) -> None:
    with tmux(tmp_path, 80, 24) as pane:
        start(pane, "-m", "summit_game.cli.main", "play", "--new", "--seats", "2", "--seed", "3")
        pane.until("YOUR TURN")
        pane.send("F10")
        pane.until("code=0")
        assert "summit play --resume" in pane.history()


def test_the_page_between_two_rounds_stands_until_a_key(tmp_path: Path) -> None:
    with tmux(tmp_path, 80, 24) as pane:
        start(pane, str(HERE / "play_here.py"), "2", "0", "5")
        for _ in range(200):
            text = pane.until("YOUR TURN", "to move", "is over; round", seconds=40)
            if "is over; round" in text:
                break
            if "Sure?" in text:
                pane.send("Enter")
            elif "YOUR TURN" in text:
                decide(pane, text)
            time.sleep(0.2)
        assert "Round 1 is over; round 2 begins" in text
        time.sleep(3)
        assert "Round 1 is over; round 2 begins" in pane.shown()
        assert "NEWS: " in pane.shown()
        pane.send("Space")
        text = pane.until("Round 2/", seconds=40)
        assert "is over; round" not in text
        pane.until("YOUR TURN", seconds=40)
        pane.until("SINCE YOUR LAST MOVE")
