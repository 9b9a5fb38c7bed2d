"""SIGTERM, SIGHUP, Ctrl-C and even SIGKILL end, in every command, all that the program has started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support import REPO

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")

SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGKILL: -9}
BOT = """
import subprocess, time
subprocess.Popen(["sleep", "999"])
subprocess.Popen(["setsid", "sleep", "999"])
subprocess.Popen(["sh", "-c", "setsid sleep 999 & exit"])
open({mark!r}, "w").write("started")
time.sleep(999)
"""
MANY = ["--games", "100000", "--jobs", "2"]
COMMANDS = {
    "simulate": ["simulate", *MANY],
    "tournament": ["tournament", "random", "flat", *MANY],
    "balance": ["balance", "--games", "20000", "--jobs", "2"],
    "module": ["module", "check", "open_door", "--games", "1000"],
}


class Running:
    """A command, as a shell in a terminal would start it: at the head of a process group."""

    def __init__(self, args: list[str], home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "summit_game.cli.main", *args],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=REPO,
            env={**os.environ, "SUMMIT_DATA_DIR": str(home), "SUMMIT_BOT_SECONDS": "600"},
            start_new_session=True,
        )
        self.started: set[int] = set()

    def until(self, there: object) -> None:
        """Wait until `there()` is true."""
        assert callable(there)
        end = time.monotonic() + 60
        while not there():
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < end
            time.sleep(0.05)
        self.started |= descendants(self.process.pid)

    def ends(self, number: signal.Signals) -> tuple[int, str]:
        """Send the signal (Ctrl-C to all, as a terminal does): exit code and stderr, when all it started is gone."""
        self.started |= descendants(self.process.pid)
        (os.killpg if number == signal.SIGINT else os.kill)(self.process.pid, number)
        _, told = self.process.communicate(timeout=30)
        end = time.monotonic() + 20
        while left := [each for each in self.started if alive(each)]:
            assert time.monotonic() < end, left
            time.sleep(0.05)
        return self.process.returncode, told.decode()


def stat(process: int) -> tuple[str, int]:
    """State and parent of a process; nothing of one that has gone."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return "X", 0
    return words[0], int(words[1])


def alive(process: int) -> bool:
    return stat(process)[0] not in "ZX"


def descendants(root: int) -> set[int]:
    """All that a process started, and what these started; also what has their mark."""
    everybody = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]
    found, size = {root}, 0
    while len(found) > size:
        size = len(found)
        found |= {each for each in everybody if stat(each)[1] in found}
    return found - {root}


def sleepers() -> set[int]:
    """Processes of the bot above, in whatever session."""
    found = set()
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdigit() and (each / "cmdline").read_bytes() == b"sleep\0999\0":
                found.add(int(each.name))
        except OSError:
            continue
    return found


def signals(*quick: signal.Signals):
    """Every signal; only some in the fast suite."""
    return [each if each in quick else pytest.param(each, marks=pytest.mark.slow) for each in SIGNALS]


@pytest.mark.fault("K6.1")
@pytest.mark.fault("K6.4")
@pytest.mark.parametrize("number", signals(signal.SIGTERM, signal.SIGKILL))
def test_a_plain_game_takes_its_bots_along_with_all_that_they_started(number, tmp_path):
    mark, bot = tmp_path / "mark", tmp_path / "bot.py"
    bot.write_text(BOT.format(mark=str(mark)))
    before = sleepers()
    seats = ["--seat", f"HF=exec:{sys.executable} {bot}", "--seat", "LM=human"]
    game = Running(["play", "--plain", "--new", "--deck", "linnet-river", *seats], tmp_path)
    game.until(mark.exists)
    game.until(lambda: len(sleepers() - before) >= 3)
    game.started |= sleepers() - before
    code, told = game.ends(number)
    assert code == SIGNALS[number]
    assert "Traceback" not in told
    assert "fault" not in told


@pytest.mark.fault("K6.2")
@pytest.mark.fault("K6.3")
@pytest.mark.parametrize("number", signals(signal.SIGTERM))
@pytest.mark.parametrize(
    "name", [each if each == "simulate" else pytest.param(each, marks=pytest.mark.slow) for each in COMMANDS]
)
def test_a_long_command_takes_its_processes_along(name, number, tmp_path):
    command = Running(COMMANDS[name], tmp_path)
    workers = 0 if name == "module" else 4
    command.until(lambda: len(descendants(command.process.pid)) >= workers)
    time.sleep(3 if name == "module" else 0.5)
    code, told = command.ends(number)
    assert code == SIGNALS[number]
    if number != signal.SIGKILL:
        assert told.strip() == ("Stopped." if number == signal.SIGINT else "")


@pytest.mark.slow
@pytest.mark.fault("K6.3")
@pytest.mark.parametrize("wait", [0.7, 0.9, 1.1, 1.3, 1.6, 2.0])
def test_ctrl_c_while_workers_start_prints_no_traceback(wait, tmp_path):
    command = Running(COMMANDS["simulate"], tmp_path)
    time.sleep(wait)
    code, told = command.ends(signal.SIGINT)
    assert (code, told.strip()) == (130, "Stopped.")


@pytest.mark.slow
@pytest.mark.fault("K6.1")
def test_bots_of_worker_processes_end_too(tmp_path):
    mark, bot = tmp_path / "mark", tmp_path / "bot.py"
    bot.write_text(BOT.format(mark=str(mark)))
    before = sleepers()
    command = Running(["simulate", "--bots", f"exec:{sys.executable} {bot}", *MANY], tmp_path)
    command.until(lambda: len(sleepers() - before) >= 6)
    command.started |= sleepers() - before
    assert command.ends(signal.SIGTERM)[0] == 143


@pytest.mark.fault("K6.1")
def test_what_is_ignored_stays_ignored(tmp_path):
    """`nohup summit simulate …` goes on when the terminal is closed."""
    script = "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); sys.argv[0] = 'summit'\n"
    script += "from summit_game.table import from_outside; from_outside.watch()\n"
    script += "signal.raise_signal(signal.SIGHUP); print('on')"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "on\n"


@pytest.mark.fault("K10.6")
@pytest.mark.parametrize("jobs", ["0", "-1", "-7", "99999999999", "1025"])
@pytest.mark.parametrize("name", ["simulate", "tournament", "balance"])
def test_an_odd_number_of_processes_is_refused_with_the_range(name, jobs, monkeypatch, capsys):
    from summit_game.cli.main import main

    args = [name, *(["random", "flat"] if name == "tournament" else []), "--games", "60", "--jobs", jobs]
    monkeypatch.setattr(sys, "argv", ["summit", *args])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "is not in the range 1<=x<=1024" in capsys.readouterr().err


@pytest.mark.fault("K10.6")
def test_too_few_files_for_two_processes_is_one_sentence():
    command = f'ulimit -n 16; exec "{sys.executable}" -m summit_game.cli.main simulate --games 60 --jobs 2'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, cwd=REPO, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == "summit: 2 processes cannot be started (too many open files); try fewer: --jobs 1\n"


@pytest.mark.fault("K10.6")
def test_a_worker_that_is_killed_is_one_sentence(tmp_path):
    command = Running(COMMANDS["simulate"], tmp_path)

    def workers() -> list[int]:
        found = descendants(command.process.pid)
        return [each for each in found if b"popen_loky" in Path(f"/proc/{each}/cmdline").read_bytes()]

    command.until(lambda: len(workers()) == 2)
    os.kill(workers()[0], signal.SIGKILL)
    _, told = command.process.communicate(timeout=30)
    assert command.process.returncode == 2
    assert told.decode().startswith("summit: a process that played games was ended from outside")
