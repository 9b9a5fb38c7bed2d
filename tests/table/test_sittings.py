"""Sittings on the disk: begun, listed, gone on with, recovered, erased. A game keeps the deck it began with (R9.8)."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from summit_game.deck.cache import cache_folder
from summit_game.deck.compile import TableOptions
from summit_game.engine.state import State
from summit_game.files.record import Record
from summit_game.table import entry as kinds
from summit_game.table import journal_head
from summit_game.table.clock import PER_DECISION, Clock, ClockRule
from summit_game.table.games_folder import Sitting, erase, find, games, games_folder, look, new_sitting, resume
from summit_game.table.history import History
from summit_game.table.injects import Inject
from summit_game.table.journal import Journal, JournalError, read
from summit_game.table.journal_head import commitment
from summit_game.table.sitter import Sitter
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


@pytest.mark.parametrize("moves", [0, 1, 7, 40, 400])
def test_a_game_goes_on_where_it_was(moves: int) -> None:
    sitting = begun(7, moves)
    before = sitting.table.state
    again = resume(left(sitting))
    assert again.table.state.key() == before.key()
    assert again.table.sitters == sitting.table.sitters
    assert again.table.seed == 7
    assert again.note == ""
    assert again.table.decisions == sitting.table.decisions
    assert again.table.waiting_person() is None
    assert again.table.over
    whole = begun(7, 1000)
    assert again.table.state.key() == whole.table.state.key(), "an interruption changes nothing"


def test_hands_pause_end_queue_and_clock_are_as_they_were() -> None:
    sitting = begun(2, 5, rule=ClockRule(PER_DECISION, 60))
    now = [0.0]
    table = sitting.table
    table.set_clock(Clock(ClockRule(PER_DECISION, 90, "ask"), lambda: now[0]))
    table.sit(table.asks_now[0], Sitter())  # nobody's time runs while a bot decides
    now[0] += 30
    table.sit(1, Sitter(("Ana",)))
    table.enqueue(Inject(3, 2))
    table.pause()
    again = resume(left(sitting)).table
    assert again.paused
    assert again.sitters[1] == Sitter(("Ana",))
    assert 1 not in again.bots
    assert list(again.queue.items.values()) == list(table.queue.items.values())
    assert again.clock is not None
    assert again.clock.rule == ClockRule(PER_DECISION, 90, "ask")
    assert again.clock.left == 60
    assert not again.clock.running
    again.end("the bell")
    assert again.journal is not None
    again.journal.close()
    last = resume("last").table
    assert last.ended
    assert last.asks_now == ()


@pytest.mark.clause("R9.8")
def test_a_changed_deck_file_never_changes_a_running_game(tmp_path: Path) -> None:
    deck = tmp_path / DECK.name
    shutil.copytree(DECK, deck)
    sitting = begun(3, 20, deck=deck)
    key = sitting.table.state.key()
    for file in deck.glob("*.yaml"):
        file.write_text("broken: [", encoding="utf-8")
    again = resume(left(sitting))
    assert again.table.state.key() == key
    assert again.table.waiting_person() is None
    shutil.rmtree(deck)
    assert look(sitting.id).table.state.key() == again.table.state.key()


@pytest.mark.clause("R9.8")
def test_a_game_of_other_rules_is_shown_but_not_played_on(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun(3, 20)
    key = sitting.table.state.key()
    left(sitting)
    real = journal_head.modules_of
    monkeypatch.setattr(journal_head, "modules_of", lambda setting: dict.fromkeys(real(setting), "99"))
    with pytest.raises(JournalError, match=r"but not played on: rule module .* is version 99 here"):
        resume(sitting.id)
    assert look(sitting.id).table.state.key() == key


@pytest.mark.clause("R9.8")
def test_folding_runs_no_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun(3, 60)
    key = sitting.table.state.key()
    left(sitting)
    from summit_game.engine import ops

    def never(*args, **kwargs):
        raise AssertionError("a rule ran while a game was opened")

    for name in ("record", "stream", "flash"):
        monkeypatch.setattr(ops.Ops, name, never)
    assert resume(sitting.id).table.state.key() == key


def test_every_prefix_of_the_entries_folds_to_the_state_it_was_saved_in() -> None:
    keys: list[tuple[int, str]] = []
    sitting = new_sitting(DECK, TableOptions(3), 5, {seat: Sitter(bot="random") for seat in range(3)})
    table = sitting.table
    while (due := table.bot_due()) is not None:
        keys.append((table.history.tip, table.state.key()))
        table.bot_acts(due)
    shown = look(left(sitting))
    for tip, key in keys:
        assert shown.table.history.state(shown.table.game, 5, tip).key() == key


def test_two_programs_do_not_play_one_game() -> None:
    sitting = begun()
    with pytest.raises(JournalError, match="open in another window"):
        resume(sitting.id)
    assert look(sitting.id).table.state.key() == sitting.table.state.key(), "reading is allowed"
    with pytest.raises(JournalError, match="being played"):
        erase(sitting.id)


# --- damage --------------------------------------------------------------------------------------------------------


def test_a_torn_last_entry_is_kept_aside_and_said() -> None:
    sitting = begun(4, 30)
    key = sitting.table.state.key()
    sitting.table.bot_acts(sitting.table.bot_due())
    left(sitting)
    path = path_of(sitting)
    data = path.read_bytes()
    path.write_bytes(data[:-20])
    again = resume(sitting.id)
    assert again.table.state.key() == key
    assert "damaged at its end" in again.note
    (aside,) = path.parent.glob("*.damaged-*")
    assert str(aside) in again.note
    assert data.endswith(aside.read_bytes() + data[-20:])
    assert again.table.waiting_person() is None


@pytest.mark.parametrize("place", range(0, 100, 9))
def test_a_changed_byte_anywhere_never_crashes_and_keeps_what_is_before(place: int) -> None:
    sitting = begun(4, 30)
    left(sitting)
    path = path_of(sitting)
    data = bytearray(path.read_bytes())
    at = len(data) * place // 100
    data[at] ^= 0x15
    path.write_bytes(data)
    assert len(games()) == 1, "it stays on the list"
    before = bytes(data[:at]).count(b"\n") - 1
    if before < 3:
        with pytest.raises(JournalError) as told:
            resume(sitting.id)
        assert "\n" not in str(told.value)
        return
    again = resume(sitting.id)
    assert again.note
    assert len(again.table.history.entries) == before + 1, "every entry before the damage, and that it was opened"


def test_rubbish_and_newer_formats_stay_on_the_list_with_a_sentence() -> None:
    games_folder().mkdir(parents=True)
    (games_folder() / "a.summit").write_bytes(b"\x00\xff" * 50)
    (games_folder() / "b.summit").write_bytes(b"")
    (games_folder() / "c.summit").write_bytes(b"summit-journal 7 9.4.1\nwhatever\n")
    (games_folder() / "d.summit").write_bytes(b"summit-journal 1 0.1.0\nnothing\n")
    (games_folder() / "e.summit").mkdir()
    left(begun())
    listed = {each.id: each for each in games()}
    assert len(listed) == 6
    assert "was written by Summit 9.4.1 in format 7" in listed["c"].problem
    assert "use a newer Summit" in listed["c"].problem
    for name in "abcde":
        assert listed[name].problem
        assert not listed[name].open
        with pytest.raises(JournalError) as told:
            resume(name)
        assert "\n" not in str(told.value)
    assert sum(each.open for each in listed.values()) == 1


def test_an_unknown_event_says_so() -> None:
    sitting = begun(1, 3)
    left(sitting)
    path = path_of(sitting)
    journal, _ = Journal.reopen(path)
    journal.append({"number": 99, "kind": "move", "at": "", "events": [["FromTheFuture", 1]]})
    journal.close()
    with pytest.raises(JournalError, match="use a newer Summit"):
        resume(sitting.id)
    assert games()[0].title


def test_a_deck_that_was_changed_inside_a_journal_is_not_trusted() -> None:
    sitting = begun(1, 3)
    left(sitting)
    contents = read(path_of(sitting))
    journal = Journal.create(games_folder() / "forged.summit", "0.1.0")
    for line in contents.lines:
        changed = json.loads(line)
        if changed["kind"] == "deck":
            changed["data"]["files"][0][1] += "\n# more"
        journal.append(changed)
    journal.close()
    with pytest.raises(JournalError, match="cannot be trusted"):
        look("forged")


# --- the disk refuses ----------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_the_next_move_saves_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun(6, 10)
    table = sitting.table
    good = path_of(sitting).read_bytes()
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if len(data) > 10:
            return real(descriptor, bytes(data)[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    table.bot_acts(table.bot_due())
    assert table.trouble is not None
    assert "NOT being saved" in table.trouble
    assert "no space left" in table.trouble
    table.bot_acts(table.bot_due())
    assert path_of(sitting).read_bytes() == good, "what was saved is not harmed"
    monkeypatch.setattr(os, "write", real)
    table.bot_acts(table.bot_due())
    assert table.trouble is None
    assert resume(left(sitting)).table.state.key() == table.state.key()


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from pathlib import Path
from summit_game.deck.compile import TableOptions
from summit_game.table.injects import Inject
from summit_game.table.sitter import Sitter
from summit_game.table.games_folder import new_sitting
sitting = new_sitting(Path(sys.argv[1]), TableOptions(4), 1, {seat: Sitter(bot="random") for seat in range(4)})
table = sitting.table
size = table.journal.path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 5000, size + 5000))
saved = 0
while (due := table.bot_due()) is not None:
    table.bot_acts(due)
    saved += table.trouble is None
print(sitting.id, saved, table.over, table.trouble)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_real_limit_of_the_system_ends_saving_not_the_game() -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, str(DECK)], capture_output=True, text=True, check=True)
    game_id, saved, over, trouble = done.stdout.strip().split(" ", 3)
    assert over == "True"
    assert "NOT being saved" in trouble
    assert done.stderr == ""
    shown = look(game_id).table
    assert len(shown.decisions) == int(saved) > 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_for_an_ordinary_user(data_folder: Path) -> None:
    data_folder.mkdir()
    data_folder.chmod(0o500)
    assert "NOT being saved" in (begun().table.trouble or "")


def test_a_folder_that_cannot_be_made_is_said_and_the_game_goes_on(data_folder: Path) -> None:
    data_folder.parent.mkdir(exist_ok=True)
    data_folder.write_text("a file stands where the folder should be")
    sitting = begun(1, 10)
    assert "NOT being saved" in (sitting.table.trouble or "")
    assert sitting.table.waiting_person() is None
    assert sitting.table.over
    assert games() == []


def test_a_read_only_journal_goes_on_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun(1, 10)
    left(sitting)
    before = path_of(sitting).read_bytes()

    def refused(self: Record, path: Path, flags: int = 0):
        raise PermissionError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Record, "__init__", refused)
    again = resume(sitting.id)
    assert "read-only" in (again.table.trouble or "")
    assert again.table.waiting_person() is None
    assert path_of(sitting).read_bytes() == before


# --- the list ------------------------------------------------------------------------------------------------------


def test_games_are_found_by_id_beginning_last_and_file() -> None:
    first, second = begun(1), begun(2)
    left(first)
    left(second)
    assert find(first.id) == path_of(first)
    assert find(str(path_of(first))) == path_of(first)
    assert find("last") == games()[0].path
    with pytest.raises(JournalError, match="2 games begin with '20'"):
        find("20")
    for name in ("nothing", "", "a\0b", "x" * 5000):
        with pytest.raises(JournalError):
            find(name)


def test_the_list_knows_where_each_game_stands() -> None:
    sitting = begun(1, 1000)
    left(sitting)
    running = begun(2, 12, seats=3, sitters={0: Sitter(("Ana",))})
    left(running)
    listed = {each.id: each for each in games()}
    assert listed[sitting.id].stand[2] == sitting.table.state.ending >= 0
    assert not listed[sitting.id].open
    entry = listed[running.id]
    assert entry.open
    assert entry.title == running.deck.deck.title
    assert entry.delegations == tuple(spec.name for spec in running.table.setting.seat_specs)
    assert [str(each) for each in entry.sitters] == ["Ana", "a person", "a person"]
    assert entry.stand[0] == 1


def test_erase_removes_every_file_of_a_game_and_the_checked_decks_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SUMMIT_CACHE_DIR", str(tmp_path / "cache"))
    sitting, other = begun(1, 3), begun(2)
    left(sitting)
    left(other)
    path = path_of(sitting)
    path.write_bytes(path.read_bytes()[:-5])
    left(resume(sitting.id))
    files, decks = list(games_folder().glob(f"{sitting.id}*")), list(cache_folder().iterdir())
    assert (len(files), len(decks)) == (2, 1)
    assert sorted(erase(sitting.id)) == sorted([*files, *decks])
    assert list(cache_folder().iterdir()) == []
    assert [each.name for each in games_folder().iterdir()] == [path_of(other).name]


def test_a_file_elsewhere_is_not_erased(tmp_path: Path) -> None:
    sitting = begun()
    left(sitting)
    copy = tmp_path / "copy.summit"
    shutil.copy(path_of(sitting), copy)
    with pytest.raises(JournalError, match="the whole id is needed"):
        erase(str(copy))
    assert copy.exists()
    assert look(str(copy)).table.state.key() == sitting.table.state.key()


def test_the_seed_can_be_checked_after_the_game() -> None:
    sitting = begun(1234)
    head = sitting.table.history.entries[0].data
    assert head["commitment"] == commitment(1234, head["secret"]["salt"])
    assert head["commitment"] != commitment(1235, head["secret"]["salt"])


def test_a_history_made_entry_by_entry_is_the_history() -> None:
    table = begun(1, 30).table
    rebuilt = History(table.history.entries)
    assert (rebuilt.tip, rebuilt.line()) == (table.history.tip, table.history.line())
    state: State = rebuilt.state(table.game, 1)
    assert state.key() == table.state.key()
    assert rebuilt.entries[0].kind == kinds.HEAD


def test_no_byte_of_the_last_entry_takes_the_list_down() -> None:
    """Even with a sum that fits: whatever an entry says, the other games stay on the list."""
    sitting = begun(1, 5)
    left(sitting)
    left(begun(2))
    good = read(path_of(sitting))
    for rubbish in (
        b"[" * 200_000,
        b"{}",
        b"7",
        b'{"at":"","stand":[1,4,91]}',
        b'{"at":"","stand":[1,99,-1]}',
        b'{"at":"","stand":[1]}',
        b'{"at":"","stand":"abc"}',
        b'{"at":null,"stand":[1e999,1,1]}',
        b'{"kind":"sit","at":"","seat":0,"number":1,"data":7}',
        b'{"kind":"sit","at":"","seat":"x","number":1,"data":{"people":7}}',
    ):
        journal = Journal.create(games_folder() / "bent.summit", "0.1.0")
        for line in good.lines[:-1]:
            journal.append(json.loads(line))
        journal.close()
        path = games_folder() / "bent.summit"
        found = read(path)
        with path.open("ab") as file:
            file.write(b"%08x %s\n" % (zlib.crc32(rubbish, found.crc), rubbish))
        assert len(games()) == 3
        for opener in (look, resume):
            with suppress(JournalError):
                opened = opener("bent")
                if opener is resume:
                    left(opened)
        path.unlink()
