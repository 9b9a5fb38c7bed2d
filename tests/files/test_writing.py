"""Files are written whole or not at all; a game looks before it writes, tries again, and says truly what is lost."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.files import writing
from summit_game.files.lock import lock
from summit_game.files.record import InUse, Overtaken, Record, in_use
from summit_game.files.writing import write
from summit_game.table.games_folder import Sitting, games, games_folder, look, new_sitting, resume
from summit_game.table.journal import read
from summit_game.table.sitter import Sitter
from summit_game.tui.debrief import files as exports
from support import DECK, REPO
from test_cli_games import SUMMIT, Home

GOLDEN = REPO / "tests" / "golden" / "journals" / "format-1-finished.summit"
posix = pytest.mark.skipif(os.name != "posix", reason="needs limits, devices and strace")
strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data" / "games").mkdir(parents=True)
    shutil.copy(GOLDEN, tmp_path / "data" / "games" / "done.summit")
    return tmp_path


def begun(seed: int = 1, seats: int = 2) -> Sitting:
    return new_sitting(DECK, TableOptions(seats), seed, {seat: Sitter(bot="random") for seat in range(seats)})


def moves(sitting: Sitting, count: int) -> None:
    for _ in range(count):
        seat = sitting.table.bot_due()
        assert seat is not None
        sitting.table.bot_acts(seat)


def left(sitting: Sitting) -> str:
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting.id


# --- whole files ---------------------------------------------------------------------------------------------------


def test_a_file_is_written_whole_and_only_with_leave_over_another(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write(path, b"one")
    with pytest.raises(FileExistsError):
        write(path, b"two")
    assert path.read_bytes() == b"one"
    path.chmod(0o640)
    write(path, b"two", force=True)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o640)
    write(path, b"three", force=True, private=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    link = tmp_path / "link"
    link.symlink_to("x")
    write(link, b"four", force=True)
    assert link.is_symlink()
    assert path.read_bytes() == b"four"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link", "x"]


@posix
@pytest.mark.parametrize("there", ["pipe", "folder", "device"])
def test_what_is_no_regular_file_is_never_written_over(tmp_path: Path, there: str) -> None:
    path = tmp_path / "x"
    if there == "pipe":
        os.mkfifo(path)
    elif there == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/null")
    with pytest.raises(OSError):
        write(path, b"x", force=True)
    with pytest.raises(FileExistsError):
        write(path, b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["x"]
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("step", ["sync", "_into_place", "replace"])
@pytest.mark.fault("K5.5")
def test_whatever_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool, step: str
) -> None:
    path = tmp_path / "x"
    if force:
        path.write_bytes(b"good")

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else writing, step, full)
    if step == "replace":
        monkeypatch.setattr(os, "link", full)
    if not (force and step == "_into_place"):
        with pytest.raises(OSError, match="No space"):
            write(path, b"new", force=force)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == ([b"good"] if force else []) or step == "_into_place"


def test_without_hard_links_a_file_gets_its_name_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    write(tmp_path / "x", b"one")
    with pytest.raises(FileExistsError):
        write(tmp_path / "x", b"two")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"one"]


# --- exports -------------------------------------------------------------------------------------------------------

EXPORTS = (
    ("debrief", "done", "--csv", "-o", "{}"),
    ("debrief", "done", "--md", "-o", "{}"),
    ("debrief", "done", "--html", "{}"),
    ("export", "done", "-o", "{}"),
    ("compare", "done", "other", "--csv", "-o", "{}"),
    ("compare", "done", "other", "--html", "{}"),
)
exporting = pytest.mark.parametrize("words", EXPORTS, ids=" ".join)


@pytest.mark.slow
@posix
@exporting
@pytest.mark.fault("K5.5")
def test_a_failed_export_leaves_the_last_good_file_and_no_half_one(folder: Path, words: tuple[str, ...]) -> None:
    shutil.copy(GOLDEN, folder / "data" / "games" / "other.summit")
    target = folder / "out" / "x"
    target.parent.mkdir()
    home = Home(folder / "data")
    called = [each.format(target) for each in words]
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); {MAIN}"

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "SUMMIT_DATA_DIR": str(home.folder)}
        return subprocess.run(
            [sys.executable, "-c", limited, *called, *more], capture_output=True, text=True, env=env, check=False
        )

    done = run()
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert list(target.parent.iterdir()) == []
    home.run(*called)
    good = target.read_bytes()
    assert len(good) > 1000
    if words[0] != "export":
        assert run("--force").returncode == 2
    else:
        assert home.all(*called).returncode == 2, "there is no leave to overwrite"
    assert [each.read_bytes() for each in target.parent.iterdir()] == [good]


@pytest.mark.fault("K5.7")
@exporting
def test_a_hyphen_is_stdout(folder: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(GOLDEN, folder / "data" / "games" / "other.summit")
    monkeypatch.chdir(folder)
    home = Home(folder / "data")
    done = home.all(*(each.format("-") for each in words))
    assert done.returncode == 0
    assert len(done.stdout) > 1000
    assert "written to" not in done.stderr
    assert [each.name for each in folder.iterdir()] == ["data"]


@pytest.mark.fault("K5.7")
def test_two_results_do_not_go_to_stdout(folder: Path) -> None:
    assert "named twice" in Home(folder / "data").run("debrief", "done", "--html", "-", "--md", code=2)


@pytest.mark.fault("K5.5")
def test_the_screens_debrief_leaves_no_part_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from summit_game.debrief.analyse import analyse

    found = analyse(look("done"))
    real, calls = exports.write_new, []

    def full(path: Path, data: bytes, *, private: bool = False) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        real(path, data, private=private)

    monkeypatch.setattr(exports, "write_new", full)
    monkeypatch.chdir(folder)
    written = exports.write_down(found, ["html", "md", "csv"])
    assert {each.parent for each in written} == {folder}
    assert list((folder / "data" / "exports").iterdir()) == []


# --- output that cannot be written -----------------------------------------------------------------------------------

MAIN = "from summit_game.cli.main import main; main()"
SAYING = (
    ("games",),
    ("rules", "R1"),
    ("debrief", "done"),
    ("export", "done"),
    ("locate",),
    ("--help",),
    ("card", "P-ENL-1A"),
)


def shell(line: str, folder: Path, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """A line for the shell, in which `summit` is the command."""
    line = line.replace("summit", " ".join(SUMMIT), 1)
    full = {**os.environ, "SUMMIT_DATA_DIR": str(folder / "data"), **env}
    return subprocess.run(["bash", "-c", line], input=typed, capture_output=True, text=True, env=full, check=False)


@posix
@pytest.mark.slow
@pytest.mark.parametrize("words", SAYING, ids=" ".join)
@pytest.mark.fault("K5.6")
def test_an_output_that_cannot_be_written_is_a_sentence(folder: Path, words: tuple[str, ...]) -> None:
    for where in ("> /dev/full", ">&-"):
        done = shell(f"summit {' '.join(words)} {where}", folder)
        assert done.returncode == 2
        assert re.fullmatch(
            r"(summit: the game played last.*\n)?summit: the output cannot be written \(.*\)\n", done.stderr
        )


@posix
@pytest.mark.fault("K5.6")
def test_an_output_that_ends_in_the_middle_of_a_game_is_a_sentence_and_the_game_is_saved(folder: Path) -> None:
    typed = "1\n" * 3 + "log all\n" * 40
    done = shell(f"ulimit -f 4; summit play --plain --new > {folder / 'out'}", folder, typed, PYTHONUNBUFFERED="1")
    assert done.returncode in (0, 2), done.stderr
    done = shell("summit games > /dev/full", folder)
    assert (done.returncode, done.stderr) == (2, "summit: the output cannot be written (no space left on device)\n")
    done = shell("summit play --plain --new > /dev/full", folder, typed)
    assert done.returncode == 2
    assert "the output cannot be written" in done.stderr
    assert games()[0].open


@posix
@pytest.mark.fault("K5.8")
@pytest.mark.parametrize("streams", ["<&-", "2>&-", "<&- 2>&-", "2>/dev/full"])
def test_closed_streams_end_a_game_in_a_sentence(folder: Path, streams: str) -> None:
    done = shell(f"summit play --plain --new {streams}", folder, "quit\n")
    assert done.returncode == 0, done.stderr
    assert "It is saved" in done.stdout
    assert done.stderr == ""
    assert games()[0].open
    assert not games()[0].damaged, "no stream stands in the place of the game's file"


@posix
@pytest.mark.fault("K5.8")
@pytest.mark.parametrize("code", ["utf-16", "utf-32", "cp037", "utf-7"])
def test_a_code_in_which_no_lines_can_be_written_is_told_and_utf_8_used(folder: Path, code: str) -> None:
    done = shell("summit play --plain --new", folder, "quit\n", PYTHONIOENCODING=code)
    assert done.returncode == 0, done.stderr
    assert "It is saved" in done.stdout
    assert ("UTF-8 is used" in done.stderr) == (code != "utf-7")


# --- a journal that is written to ------------------------------------------------------------------------------------


def test_a_record_is_locked_private_and_ends_where_it_says(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "x"
    record = Record.create(path, b"first\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(InUse):
        Record(path)
    assert in_use(path)
    with pytest.raises(FileExistsError):
        Record.create(path, b"again\n")
    record.append(b"second\n")
    assert record.end == path.stat().st_size == 13
    record.close()
    assert not in_use(path)


@pytest.mark.fault("K5.1")
def test_before_writing_it_is_looked_whether_the_file_still_ends_there(tmp_path: Path) -> None:
    path = tmp_path / "x"
    record = Record.create(path, b"first\n")
    with path.open("ab") as other:
        other.write(b"theirs\n")
    for _ in range(2):
        with pytest.raises(Overtaken):
            record.append(b"ours\n")
    assert path.read_bytes() == b"first\ntheirs\n"
    with path.open("r+b") as other:
        other.truncate(3)
    with pytest.raises(Overtaken):
        record.append(b"ours\n")


@pytest.mark.fault("K5.1")
def test_what_another_program_wrote_at_the_same_moment_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    record = Record.create(path, b"first\n")
    real = os.write

    def at_once(descriptor: int, data: bytes) -> int:
        monkeypatch.setattr(os, "write", real)
        with path.open("ab") as other:
            other.write(b"theirs\n")
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", at_once)
    with pytest.raises(Overtaken):
        record.append(b"ours\n")
    assert path.read_bytes().startswith(b"first\ntheirs\n")


@pytest.mark.fault("K5.1")
def test_two_players_on_one_save_where_nothing_can_be_locked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")

    def no_locks(*args: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    name = left(begun())
    one, two = resume(name), resume(name)
    moves(one, 1)
    assert one.table.trouble is None or "another program" in one.table.trouble
    moves(two, 2)
    troubled = [each for each in (one, two) if each.table.trouble]
    assert troubled, "somebody is told"
    for each in troubled:
        assert "another program has written to this file" in str(each.table.trouble)
        assert "NOT saved" in each.table.lost(name)
    safe = next(each for each in (one, two) if each not in troubled)
    left(one)
    left(two)
    assert not read(games_folder() / f"{name}.summit").damaged
    kept = look(name).table.history.entries
    assert [each.action for each in kept] == [each.action for each in safe.table.history.entries]


@posix
@strace
@pytest.mark.slow
@pytest.mark.fault("K5.1")
def test_two_programs_on_a_folder_without_locks(folder: Path) -> None:
    name = left(new_sitting(DECK, TableOptions(3), 2, {1: Sitter(bot="simple"), 2: Sitter(bot="simple")}))
    no_locks = ["strace", "-f", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK"]
    env = {**os.environ, "SUMMIT_DATA_DIR": str(folder / "data")}
    both = []
    for number in range(2):
        said = folder / f"said-{number}"
        with said.open("wb") as file:
            command = [*no_locks, *SUMMIT, "play", "--plain", "--resume", name]
            both.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=file, stderr=file, text=True, env=env))
        while "decides" not in said.read_text():
            time.sleep(0.05)
    for each in both:
        each.communicate("1\n1\nquit\n", timeout=100)
    told = [(folder / f"said-{number}").read_text() for number in range(2)]
    assert sum("another program has written to this file" in each for each in told) == 1, told
    assert sum("It is saved" in each for each in told) == 1
    assert not read(games_folder() / f"{name}.summit").damaged


@posix
@strace
@pytest.mark.slow
@pytest.mark.fault("K5.4")
def test_a_folder_that_refuses_chmod_is_saved_to(folder: Path) -> None:
    calls = "chmod,fchmod,fchmodat"
    no_chmod = f"strace -f -o /dev/null -e trace={calls} -e inject={calls}:error=EPERM"
    done = shell(f"{no_chmod} summit play --plain --new", folder, "quit\n")
    assert "It is saved" in done.stdout, done.stderr
    (path,) = (each.path for each in games() if each.id != "done")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.fault("K5.4")
def test_nothing_asks_chmod(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: object, **more: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    for name in ("chmod", "fchmod"):
        monkeypatch.setattr(os, name, refused)
    monkeypatch.setattr(Path, "chmod", refused)
    sitting = begun()
    assert sitting.table.trouble is None
    assert stat.S_IMODE((games_folder() / f"{sitting.id}.summit").stat().st_mode) == 0o600
    write(folder / "x", b"x", private=True, force=True)


@pytest.mark.fault("K5.2")
def test_a_game_begun_where_nothing_could_be_written_is_saved_once_it_can_be(folder: Path) -> None:
    shutil.rmtree(folder / "data")
    (folder / "data").write_text("a file stands where the folder should be")
    sitting = begun()
    assert "NOT being saved" in str(sitting.table.trouble)
    moves(sitting, 2)
    assert sitting.table.lost(sitting.id) == "It is NOT saved and is lost."
    (folder / "data").unlink()
    moves(sitting, 1)
    assert (sitting.table.trouble, sitting.table.lost(sitting.id)) == (None, "")
    assert resume(left(sitting)).table.state.key() == sitting.table.state.key()


@pytest.mark.fault("K5.2")
@pytest.mark.parametrize("damaged", [False, True])
def test_a_game_resumed_where_nothing_could_be_written_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch, damaged: bool
) -> None:
    name = left(begun(seats=3))
    path = games_folder() / f"{name}.summit"
    if damaged:
        with path.open("ab") as file:
            file.write(b"torn")
    real = Record.__init__

    def refused(self: Record, path: Path, flags: int = 0) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(Record, "__init__", refused)
    sitting = resume(name)
    moves(sitting, 2)
    assert "read-only" in str(sitting.table.trouble)
    assert sitting.table.lost(name) == (
        f"What was played here since round 1 is NOT saved; `summit play --resume {name}` goes on with what is."
    )
    monkeypatch.setattr(Record, "__init__", real)
    moves(sitting, 1)
    assert sitting.table.trouble is None
    left(sitting)
    assert len(list(games_folder().glob("*.damaged-1"))) == damaged
    assert resume(name).table.state.key() == sitting.table.state.key()


@pytest.mark.fault("K5.2")
def test_but_not_over_what_another_program_played_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = left(begun(seats=3))
    real = Record.__init__

    def refused(self: Record, path: Path, flags: int = 0) -> None:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(Record, "__init__", refused)
    sitting = resume(name)
    monkeypatch.setattr(Record, "__init__", real)
    other = resume(name)
    moves(other, 2)
    left(other)
    moves(sitting, 2)
    assert "another program has written to this file" in str(sitting.table.trouble)
    assert look(name).table.state.key() == other.table.state.key()


def full_disk(place: Path) -> bool:
    """A file system of a megabyte at this place, if one can be had."""
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    return done.returncode == 0


@posix
@pytest.mark.fault("K5.2")
@pytest.mark.fault("K5.3")
def test_a_real_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "data"
    if not full_disk(place):
        pytest.skip("needs a file system of its own")
    try:
        monkeypatch.setenv("SUMMIT_DATA_DIR", str(place))
        filler = place / "filler"

        def fill() -> None:
            size = shutil.disk_usage(place).free
            filler.write_bytes(b"x" * (size // 4096 * 4096))

        fill()
        sitting = begun(seats=3)
        moves(sitting, 3)
        assert "no space left" in str(sitting.table.trouble)
        filler.unlink()
        moves(sitting, 1)
        assert sitting.table.trouble is None
        fill()
        moves(sitting, 40)
        assert "no space left" in str(sitting.table.trouble)
        assert "What was played here since round " in sitting.table.lost(sitting.id)
        shown = look(left(sitting))
        assert 4 <= len(shown.table.decisions) < 44
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


@pytest.mark.fault("K5.3")
def test_plain_text_says_truly_what_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = Home(folder / "data")
    real = os.write
    allowed = [5]

    def full(descriptor: int, data: bytes) -> int:
        if os.fstat(descriptor).st_size and bytes(data[8:9]) == b" ":
            allowed[0] -= 1
            if allowed[0] < 0:
                raise OSError(28, "No space left on device")
        return real(descriptor, data)

    monkeypatch.setattr(os, "write", full)
    said = home.all("play", "--plain", "--new", "--seat", "RU=human", typed="1\n" * 8).stdout
    assert re.search(r"What was played here since round \d is NOT saved; `summit play --resume \S+` goes on", said)
    assert "is lost" not in said


def test_locks_are_locks(tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as one, (tmp_path / "x").open("rb") as two:
        assert lock(one)
        assert not lock(two)
