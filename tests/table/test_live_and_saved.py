"""What is on the disk is the live table, after every command; and what the disk and the system may do to it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.engine.refusal import Refused
from summit_game.engine.streams import Stream
from summit_game.table import opening
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.games_folder import Sitting, games, games_folder, new_sitting, resume
from summit_game.table.injects import Inject
from summit_game.table.journal import JournalError, read
from summit_game.table.opening import to_play
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from support import DECK

BOTS = {seat: Sitter(bot="random") for seat in range(4)}


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def begun(seed: int = 1, moves: int = 0, seats: int = 4, deck: Path = DECK, **values) -> Sitting:
    sitting = new_sitting(deck, TableOptions(seats), seed, values.pop("sitters", BOTS), **values)
    for _ in range(moves):
        due = sitting.table.bot_due()
        if due is None:
            break
        sitting.table.bot_acts(due)
    return sitting


def left(sitting: Sitting) -> str:
    """The program ends without warning: only the file remains."""
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting.id


def path_of(sitting: Sitting) -> Path:
    return games_folder() / f"{sitting.id}.summit"


def check_saved(table: Table) -> None:
    """What is in the file opens as the table that wrote it."""
    assert table.journal is not None
    contents = read(table.journal.path)
    saved = to_play(table.journal.path, contents, trusted=True).table
    assert saved.state.key() == table.state.key()
    assert saved.queue.items == table.queue.items
    assert (saved.paused, saved.ended) == (table.paused, table.ended)
    assert saved.sitters == table.sitters
    assert saved.history.redo_to == table.history.redo_to
    assert (saved.clock is None) == (table.clock is None)
    if saved.clock is not None and table.clock is not None:
        assert saved.clock.rule == table.clock.rule
        assert saved.clock.left == pytest.approx(table.clock.left, abs=0.06)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 12))])
def test_after_each_command_the_file_opens_as_the_live_table(seed: int) -> None:
    time = [0.0]
    table = begun(seed, sitters={1: Sitter(bot="random")}).table
    table.now = lambda: time[0]
    stream = Stream(seed, "commands")

    def act() -> None:
        seat = table.asks_now[0]
        if seat in table.bots:
            table.bot_acts(seat)
        else:
            table.submit(seat, stream.choice(table.view(seat).legal()))

    def undo() -> None:
        table.undo(table.history.entries[table.history.tip].seat)

    def redo() -> None:
        assert table.history.redo_to is not None
        table.redo(table.history.entries[table.history.redo_to].seat)

    def rewind() -> None:
        table.rewind(
            stream.choice([entry.number for entry in table.history.entries if table.history.has(entry.number)])
        )

    commands = [
        *[act] * 12,
        *[undo] * 3,
        redo,
        rewind,
        table.pause,
        *[table.go_on] * 2,
        lambda: table.end("bell"),
        lambda: table.inject(stream.below(10), stream.below(4)),
        lambda: table.enqueue(Inject(stream.below(10), table.state.round + 1)),
        lambda: table.dequeue(next(iter(table.queue.items))),
        lambda: table.move_track(0, -1, "why"),
        lambda: table.note("hello", stream.below(4)),
        lambda: table.sit(stream.below(4), stream.choice([Sitter(("Zoë",)), Sitter(bot="random")])),
        lambda: table.set_clock(Clock(ClockRule(stream.choice(["decision", "phase"]), 60, "stand-in"), table.now)),
        lambda: table.extend(30),
        table.tick,
    ]
    done = 0
    for _ in range(90):
        time[0] += stream.below(12)
        try:
            before = len(table.history.entries)
            stream.choice(commands)()
        except (Refused, IndexError, AssertionError, StopIteration):
            continue
        if len(table.history.entries) > before:
            done += 1
            check_saved(table)
        if table.ended:
            rewind()
    assert done > 35


def test_a_kill_between_a_move_and_what_was_queued_changes_nothing() -> None:
    table = begun(3).table
    table.enqueue(Inject(1, 2))
    table.enqueue(Inject(2, 2, 1))
    while table.state.round < 2:
        table.bot_acts(table.asks_now[0])
    key = table.state.key()
    assert table.journal is not None
    table.journal.close()
    path = table.journal.path
    good = read(path)
    keep = sum(9 + len(line) + 1 for line in good.lines[-2:])
    path.write_bytes(path.read_bytes()[:-keep])
    assert resume("last").table.state.key() == key


def test_a_file_that_is_taken_away_under_the_game_is_said() -> None:
    sitting = begun(1, 3)
    path = path_of(sitting)
    moved = path.rename(path.with_suffix(".elsewhere"))
    sitting.table.bot_acts(sitting.table.asks_now[0])
    assert "another file is in its place" in (sitting.table.trouble or "") or "no such file" in sitting.table.trouble
    moved.rename(path)
    sitting.table.bot_acts(sitting.table.asks_now[0])
    assert sitting.table.trouble is None
    assert resume(left(sitting)).table.state.key() == sitting.table.state.key()


def test_a_bot_that_is_gone_is_replaced_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun(1, 3, sitters={0: Sitter(bot="simple"), 1: Sitter(bot="flat")})
    left(sitting)
    real = opening.maker

    def without_flat(kind: str):
        return real("nobody" if kind == "flat" else kind)

    monkeypatch.setattr(opening, "maker", without_flat)
    again = resume(sitting.id)
    assert again.table.sitters[1] == Sitter(bot="simple")
    assert "US was played by a bot (flat), which is not here; a simple bot plays on." in again.note


def test_a_folder_without_locks_can_be_played_from(monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def no_locks(*args):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    sitting = begun(1, 3)
    assert sitting.table.trouble is None
    assert resume(left(sitting)).table.state.key() == sitting.table.state.key()


def test_what_is_kept_aside_is_as_private_as_the_journal() -> None:
    sitting = begun(4, 10)
    left(sitting)
    path = path_of(sitting)
    path.write_bytes(path.read_bytes()[:-5])
    left(resume(sitting.id))
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.stat().st_mode & 0o077 == 0


def test_a_journal_that_cannot_be_opened_is_not_cut() -> None:
    sitting = begun(4, 10)
    left(sitting)
    path = path_of(sitting)
    data = bytearray(path.read_bytes())
    data[2000] ^= 1
    path.write_bytes(data)
    with pytest.raises(JournalError, match="before the game was dealt"):
        resume(sitting.id)
    assert path.read_bytes() == data
    assert not games()[0].open
