"""The edges of a real terminal: none at all, signals, crashes, quitting, and what is written behind the curtain."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tui_support import private_words, sitting

from summit_game.engine import actions as a

HERE = Path(__file__).parent
SLOW = pytest.mark.slow
ENTER_SCREEN, LEAVE_SCREEN, CURSOR = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?25h"
MOUSE_OFF = b"\x1b[?1000l"


class Terminal:
    """A program in a pseudo-terminal; everything it writes is kept."""

    def __init__(self, args: list[str], columns: int = 80, rows: int = 24, **env: str) -> None:
        self.written = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **env})
            os.environ["PYTHONPATH"] = os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])
            os.execv(sys.executable, [sys.executable, *args])
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Take in what is there; False once the program has closed the terminal."""
        ready, _, _ = select.select([self.handle], [], [], seconds)
        if ready:
            try:
                part = os.read(self.handle, 65536)
            except OSError:
                return False
            if not part:
                return False
            self.written += part
        return True

    def until(self, words: str, start: int = 0, seconds: float = 20) -> None:
        """Wait until the text has been written after a place."""
        end = time.monotonic() + seconds
        while words not in plain(self.written[start:]):
            assert time.monotonic() < end, f"{words!r} was not written:\n{plain(self.written[start:])[-3000:]}"
            assert self.read(0.2), f"the program ended:\n{plain(self.written)[-3000:]}"

    def quiet(self, seconds: float = 0.6, at_most: float = 15) -> None:
        """Wait until nothing has been written for a while."""
        size = -1
        give_up = time.monotonic() + at_most
        while size != len(self.written):
            assert time.monotonic() < give_up, f"it still writes: {self.written[size:]!r}"
            size = len(self.written)
            end = time.monotonic() + seconds
            while time.monotonic() < end and self.read(0.05):
                pass

    def send(self, keys: bytes) -> None:
        os.write(self.handle, keys)

    def ended(self, seconds: float = 15) -> int:
        """Wait for the end; the exit code, 128 and more for a signal."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self.read(0.2):
            pass
        while (done := os.waitpid(self.pid, os.WNOHANG))[0] == 0:
            assert time.monotonic() < end, f"the program has not ended:\n{plain(self.written)[-3000:]}"
            time.sleep(0.02)
        return os.waitstatus_to_exitcode(done[1])

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.pid, 0)
        os.close(self.handle)


def plain(written: bytes) -> str:
    """The text without the commands to the terminal."""
    return re.sub(r"\x1b(\[[0-9;?<=>]*[a-zA-Z]|\][^\x07]*\x07|[=>()][0-9A-Z]?)", "", written.decode("utf-8", "replace"))


@contextlib.contextmanager
def game(*args: str, **env: str) -> Iterator[Terminal]:
    terminal = Terminal([str(HERE / "play_here.py"), *args], **env)
    try:
        yield terminal
    finally:
        terminal.close()


def left_clean(written: bytes) -> bool:
    """Whether the terminal is out of the alternate screen, with its cursor and without mouse reports."""
    after = written[written.rindex(ENTER_SCREEN) :]
    return LEAVE_SCREEN in after and after.rindex(CURSOR) > after.index(ENTER_SCREEN) and MOUSE_OFF in after


def test_quitting_leaves_nothing_on_the_terminal() -> None:
    with game("4", "0", "1") as terminal:
        terminal.until("promise in public")
        terminal.send(b"\x1b[21~")
        assert terminal.ended() == 0
        assert left_clean(terminal.written)
        before = terminal.written[: terminal.written.rindex(LEAVE_SCREEN)]
        assert b"\x1b[1;1H\x1b[2K" in before
        assert b"\x1b[24;1H\x1b[2K" in before
        assert "is saved" in plain(terminal.written[terminal.written.rindex(LEAVE_SCREEN) :])


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), pytest.param(signal.SIGHUP, 129, marks=SLOW)])
def test_signals_leave_a_clean_terminal_and_their_code(number: signal.Signals, code: int) -> None:
    with game("4", "0", "1") as terminal:
        terminal.until("promise in public")
        os.kill(terminal.pid, number)
        assert terminal.ended() == code
        assert left_clean(terminal.written)
        assert "Traceback" not in plain(terminal.written)


def test_the_program_ends_when_its_terminal_is_closed() -> None:
    with game("4", "0", "1") as terminal:
        terminal.until("promise in public")
        os.close(terminal.handle)
        terminal.handle = os.open(os.devnull, os.O_RDONLY)
        end = time.monotonic() + 20
        while os.waitpid(terminal.pid, os.WNOHANG)[0] == 0:
            assert time.monotonic() < end, "it still runs"
            time.sleep(0.05)


def test_a_crash_writes_a_file_without_local_variables_and_ends_with_70(tmp_path: Path) -> None:
    with game("4", "0", "1", "crash") as terminal:
        terminal.until("promise in public")
        terminal.send(b" ")
        assert terminal.ended() == 70
        assert left_clean(terminal.written)
        text = plain(terminal.written[terminal.written.rindex(LEAVE_SCREEN) :])
        assert "A fault of the program: ValueError" in text
        assert "Traceback" not in text
        assert "the-secret" not in plain(terminal.written)
    files = list((tmp_path / "state").glob("crash-*.txt"))
    assert len(files) == 1
    assert files[0].stat().st_mode & 0o777 == 0o600
    told = files[0].read_text(encoding="utf-8")
    assert "in fall" in told
    assert "local_secret =" not in told.replace('local_secret = "the-secret-of-a-local-variable"', "")


def test_after_ctrl_z_and_fg_everything_is_painted_again() -> None:
    with game("4", "0", "1") as terminal:
        terminal.until("promise in public")
        terminal.quiet()
        os.kill(terminal.pid, signal.SIGTSTP)
        time.sleep(0.5)
        start = len(terminal.written)
        os.kill(terminal.pid, signal.SIGCONT)
        for words in ("Tension", "Enlargement", "promise in public", "Make no promise", "Quit"):
            terminal.until(words, start)


def test_the_key_ctrl_z_stops_the_program_and_hides_what_is_private() -> None:
    with game("4", "0", "1") as terminal:
        terminal.until("promise in public")
        terminal.quiet()
        terminal.send(b"\x1a")
        end = time.monotonic() + 15
        while os.waitpid(terminal.pid, os.WNOHANG | os.WUNTRACED)[0] == 0:
            assert time.monotonic() < end, "it did not stop"
            terminal.read(0.05)
        start = len(terminal.written)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until("Hidden. Space shows", start)
        terminal.quiet()
        private = private_words(sitting(4, 1), 0)
        assert not [word for word in private if word in plain(terminal.written[start:])]


def test_nothing_private_is_written_between_the_curtain_and_the_key() -> None:
    """The bytes themselves: from the moment the curtain is up until it is opened, no private word of anybody."""
    twin = sitting(2, 1, people=(0, 1))
    words = [word for seat in twin.table.setting.seats for word in private_words(twin, seat)]
    with game("2", "0,1", "1") as terminal:
        terminal.until("look away")
        terminal.quiet()
        assert not [word for word in words if word in plain(terminal.written)]
        start = len(terminal.written)
        terminal.send(b"\r")
        terminal.until("promise in public", start)
        terminal.send(b"h")
        terminal.quiet()
        assert [word for word in private_words(twin, 0) if word in plain(terminal.written)]
        assert not [word for word in private_words(twin, 1) if word in plain(terminal.written)]
        start = len(terminal.written)
        terminal.send(b"m1\r")
        terminal.until("look away", start)
        curtain = start + terminal.written[start:].index(b"look away")
        terminal.send(b"\x1b[6~\x1b[A\x10")
        terminal.quiet()
        twin.table.submit(0, a.NO_PROMISE_ACTION)
        assert not [word for word in words if word in plain(terminal.written[curtain:])]
        terminal.send(b"\x1b[21~")
        terminal.ended()
        assert not [word for word in words if word in plain(terminal.written[curtain:])]


@pytest.mark.parametrize(
    ("env", "words"), [({"TERM": "dumb"}, "TERM=dumb"), ({"PYTHONIOENCODING": "ascii"}, "cannot write the signs")]
)
def test_a_terminal_that_cannot_hold_the_table_gets_a_sentence(env: dict[str, str], words: str) -> None:
    with game("4", "0", "1", **env) as terminal:
        assert terminal.ended() == 69
        text = plain(terminal.written)
        assert words in text
        assert "--plain" in text
        assert "Traceback" not in text


def test_without_a_terminal_there_is_a_sentence() -> None:
    args = [sys.executable, str(HERE / "play_here.py"), "4", "0", "1"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        args, capture_output=True, text=True, env=env, stdin=subprocess.DEVNULL, timeout=60, check=False
    )
    assert done.returncode == 69
    assert "--plain" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("args", [["simulate", "--games", "1", "--seats", "2"], pytest.param(["decks"], marks=SLOW)])
def test_commands_without_a_screen_do_not_load_textual(args: list[str]) -> None:
    code = (
        "import sys\n"
        "from summit_game.cli.main import main\n"
        f"sys.argv = ['summit', *{args!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('textual', 'rich') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
