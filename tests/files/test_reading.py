"""What is no regular file, too large, too deep or in nobody's home is told in a sentence; nothing hangs."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summit_game.bots.kinds import BotError, maker
from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.files.folders import CACHE, CONFIG, DATA, STATE, NoFolder, folder_of, home_meant
from summit_game.files.reading import is_regular, read, read_text, toml
from summit_game.table.games_folder import games, look, new_sitting
from summit_game.table.journal import JournalError
from summit_game.table.journal import read as journal
from summit_game.tui.app import write_crash_file
from summit_game.tui.keys import user_keymap
from summit_game.tui.lesson import LessonError, lessons, read_lesson
from summit_game.tui.preferences import Preferences, load, settings_file
from support import DECK, REPO
from test_cli_games import Home

posix = pytest.mark.skipif(os.name != "posix", reason="needs pipes and devices")
GOLDEN = REPO / "tests" / "golden" / "journals"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    for variable in (DATA, CONFIG, STATE):
        monkeypatch.setenv(variable, str(tmp_path))
    games_in(tmp_path)
    watchdog = threading.Timer(60, os._exit, (99,))  # a read that hangs cannot be interrupted in any other way
    watchdog.start()
    yield Home(tmp_path)
    watchdog.cancel()


def games_in(folder: Path) -> Path:
    """The games folder with one good game."""
    there = folder / "games"
    there.mkdir()
    (there / "good.summit").write_bytes((GOLDEN / "format-1-finished.summit").read_bytes())
    return there


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def terminal(path: Path) -> None:
    path.symlink_to("/dev/tty")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


def folder(path: Path) -> None:
    path.mkdir()


def nothing_there(path: Path) -> None:
    path.symlink_to("nowhere")


HOSTILE = (pipe, endless, terminal, loop, huge, folder, nothing_there)
hostile = pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)


@posix
@hostile
@pytest.mark.fault("K2.1")
@pytest.mark.fault("K2.3")
def test_the_door_is_closed_to_what_is_no_small_regular_file(home: Home, make: Callable[[Path], None]) -> None:
    path = home.folder / "x"
    make(path)
    with pytest.raises(OSError) as told:
        read(path)
    assert told.value.strerror
    assert is_regular(path) == (make is huge)


@pytest.mark.parametrize("name", ["", "\0", "x" * 5000, "a/\0/b", "\udcff"])
def test_names_that_no_file_has_are_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        read(tmp_path / name)
    assert not is_regular(tmp_path / name)


def test_a_text_is_utf_8_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes("\ufeffä".encode())
    assert read_text(path) == "ä"
    path.write_bytes(b"\xff")
    with pytest.raises(OSError, match="UTF-8"):
        read_text(path)


GAME_COMMANDS = (
    ("replay", "{}", "--plain"),
    ("replay", "{}", "--json"),
    ("export", "{}"),
    ("debrief", "{}"),
    ("compare", "{}", "good"),
    ("play", "--plain", "--resume", "{}"),
)


@posix
@hostile
@pytest.mark.fault("K2.1")
@pytest.mark.fault("K2.3")
@pytest.mark.fault("K2.7")
def test_no_neighbour_breaks_the_list_and_each_command_says_what_it_is(
    home: Home, make: Callable[[Path], None]
) -> None:
    path = home.folder / "games" / "bad.summit"
    make(path)
    listed = home.run("games")
    assert "good: December drafts" in listed
    assert "bad: cannot be read" in listed
    for words in GAME_COMMANDS:
        for named in ("bad", str(path)):
            done = home.all(*(each.format(named) for each in words))
            known = named == "bad" or (make is not nothing_there and make is not loop)
            assert done.returncode == (65 if known else 2), (words, done.stderr)
            assert done.stderr.startswith("summit: ")
            assert done.stderr.count("\n") == 1
    assert home.all("replay", "last", "--json").returncode == 0, "the bad one is not the last"
    if make is pipe:
        assert "not a regular file" in listed
    assert home.run("play", "--plain", typed="n\nquit\n") != ""


@posix
@hostile
@pytest.mark.fault("K2.2")
def test_scripts_decks_settings_keys_and_words_are_read_through_the_door(
    home: Home, make: Callable[[Path], None]
) -> None:
    script = home.folder / "p.yaml"
    make(script)
    done = home.all("simulate", "--games", "1", "--bots", str(script))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    done = home.all("play", "--plain", "--seat", f"US={script}")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    (home.folder / "decks").mkdir()
    make(home.folder / "decks" / "default")
    assert default_deck() == DECK.name
    make(settings_file())
    assert load()[0] == Preferences()
    assert load()[1] or make is nothing_there
    make(home.folder / "keys.toml")
    assert user_keymap()[0] == {}
    make(home.folder / "word")
    done = home.all("play", "--plain", "--new", "--word-file", str(home.folder / "word"))
    assert (done.returncode, done.stderr.count("\n")) in ((2, 1), (2, 4)), done.stderr
    assert home.all("deck", "check", str(script)).returncode == 65
    lesson = home.folder / "decks" / "d" / "lesson.toml"
    lesson.parent.mkdir()
    make(lesson)
    assert ("d" in lessons()) == (make is huge)
    with pytest.raises(LessonError):
        read_lesson(lesson)
    tables = home.folder / "tables"
    tables.mkdir()
    make(tables / "parties.csv")
    assert home.all("deals", str(tables)).returncode == 65


@posix
@hostile
@pytest.mark.fault("K2.4")
def test_a_script_that_a_save_names_is_read_through_the_door(home: Home, make: Callable[[Path], None]) -> None:
    script = home.folder / "q.yaml"
    make(script)
    with pytest.raises(BotError, match="cannot be read"):
        maker(f"{script}:2")
    save = home.folder / "from elsewhere.summit"
    begun = new_sitting(DECK, TableOptions(4, ()), 5)
    assert begun.table.journal is not None
    begun.table.journal.close()
    entries = [json.loads(line) for line in journal(begun.table.journal.path).lines]
    entries[0]["data"]["sitters"][2] = {"bot": str(script)}
    lines, crc = [b"summit-journal 1 0.1.0\n"], 0
    for entry in entries:
        payload = json.dumps(entry).encode()
        crc = zlib.crc32(payload, crc)
        lines.append(b"%08x %s\n" % (crc, payload))
    save.write_bytes(b"".join(lines))
    done = home.all("play", "--plain", "--resume", str(save), typed="quit\n")
    assert done.returncode == 0, done.stderr
    assert "which is not here; a simple bot plays on" in done.stdout


@pytest.mark.fault("K2.5")
@pytest.mark.parametrize(
    "words",
    [
        *GAME_COMMANDS,
        ("compare", "good", "{}"),
        ("play", "--plain", "--deck", "{}"),
        ("simulate", "--games", "1", "--deck", "{}"),
        ("card", "P-ENL-1A", "--deck", "{}"),
        ("balance", "{}"),
        ("tournament", "simple", "random", "--deck", "{}"),
    ],
    ids=" ".join,
)
def test_the_home_of_nobody_is_one_sentence(home: Home, words: tuple[str, ...]) -> None:
    for named in ("~nosuchuser", "~nosuchuser/x"):
        done = home.all(*(each.format(named) for each in words))
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
        assert "there is no user 'nosuchuser'" in done.stderr


@pytest.mark.fault("K2.5")
@pytest.mark.parametrize("variable", [DATA, CONFIG, STATE, CACHE])
@pytest.mark.parametrize("words", [(), ("games",), ("locate",), ("rules", "R1"), ("play", "--plain")], ids=" ".join)
def test_a_variable_that_names_the_home_of_nobody_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, words: tuple[str, ...]
) -> None:
    where = Path("~nosuchuser/x") if variable == DATA else tmp_path
    monkeypatch.setenv(variable, "~nosuchuser/x")
    done = Home(where).all(*words)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert variable in done.stderr
    assert write_crash_file(ValueError("x")) is None or variable != STATE


def test_a_tilde_is_ones_own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_meant("~/x") == tmp_path / "x"
    monkeypatch.chdir(tmp_path)
    Path("~odd").mkdir()
    assert home_meant("~odd/x") == Path("~odd/x"), "a file may be called so"


@pytest.mark.fault("K2.6")
@pytest.mark.parametrize("variable", [DATA, CONFIG, STATE, CACHE])
def test_without_a_home_the_variable_to_set_is_named(monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", variable):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", str)
    with pytest.raises(NoFolder, match=f"no home folder is known; set {variable}"):
        folder_of(variable)


NO_HOME = """if True:
    import pwd, sys
    def nobody(number):
        raise KeyError(number)
    pwd.getpwuid = nobody
    from summit_game.cli.main import main
    main()
"""


@pytest.mark.slow
@posix
@pytest.mark.fault("K2.6")
def test_somebody_without_a_home() -> None:
    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        env = {"PATH": os.environ["PATH"]}
        return subprocess.run(
            [sys.executable, "-c", NO_HOME, *words], input=typed, capture_output=True, text=True, env=env, check=False
        )

    for words in (("games",), ("locate",), ("debrief",), ("replay", "last")):
        done = run(*words)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
        assert "no home folder is known; set SUMMIT_DATA_DIR" in done.stderr
    assert DECK.name in run("decks").stdout, "the packaged ones are there for everybody"
    done = run("play", "--plain", typed="quit\n")
    assert done.returncode == 0, done.stderr
    assert "no home folder is known" in done.stdout


DEEP = "keys = " + "[" * 3000 + "]" * 3000
LONG = "pace = " + "9" * 5000


@pytest.mark.fault("K2.8")
@pytest.mark.parametrize("text", [DEEP, LONG, "a" * (2 << 20), "[[[", "\x00"], ids=range(5))
def test_settings_keys_and_lessons_that_cannot_be_read_are_told(home: Home, text: str) -> None:
    for name in ("settings.toml", "keys.toml"):
        (home.folder / name).write_text(text)
    wanted, trouble = load()
    assert wanted == Preferences()
    assert "settings.toml" in trouble
    assert "keys.toml" in user_keymap()[1]
    lesson = home.folder / "lesson.toml"
    lesson.write_text(text)
    with pytest.raises(LessonError):
        read_lesson(lesson)
    with pytest.raises(OSError):
        toml(lesson)
    assert home.all("games").returncode == 0


@posix
@hostile
def test_what_cannot_be_read_can_be_erased(home: Home, make: Callable[[Path], None]) -> None:
    make(home.folder / "games" / "bad.summit")
    done = home.all("games", "erase", "bad")
    assert done.returncode == (65 if make is folder else 0), done.stderr
    assert [each.id for each in games()] == (["good", "bad"] if make is folder else ["good"])


@posix
@hostile
def test_the_list_and_the_readers_in_this_process(home: Home, make: Callable[[Path], None]) -> None:
    make(home.folder / "games" / "bad.summit")
    assert [each.id for each in games()] == ["good", "bad"]
    with pytest.raises(JournalError):
        look("bad")
    make(home.folder / "d.yaml")
    if make not in (loop, nothing_there):
        assert find_deck(str(home.folder / "d.yaml"))


# --- the house ---------------------------------------------------------------------------------------------------

OF_THE_PACKAGE = {
    "cli/streams.py": "nothing (the null device, in the place of a closed stream)",
    "bots/left_behind.py": "what the system says of running processes",
    "bots/script.py": "scripts of the package",
    "deck/newdeck.py": "templates of the package",
    "deck/words.py": "a list of the package",
    "language/catalogue.py": "sentences of the package and of packages of rule modules",
    "look/sheet.py": "the style sheet of the package",
    "table/from_outside.py": "nothing (the null device, in the place of a lost terminal)",
    "rules/registry.py": "chapters that packages of rule modules bring",
    "tui/descriptions.py": "scripts of the package",
    "tui/rooms.py": "a list of the package",
    "tui/themes.py": "colours of the package",
}
"""Files that read what the program or a package brings with it, and what."""
DOORS = {
    "open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes", "expanduser", "mkstemp",
    "NamedTemporaryFile", "TemporaryFile", "mkdtemp", "touch", "chmod", "fchmod", "fromfile", "loadtxt", "load_toml",
}  # fmt: skip
"""Names of functions by which files are had without the room `files/`."""


def used(path: Path) -> set[str]:
    """The names of such functions that a file calls."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    calls = [node.func for node in nodes if isinstance(node, ast.Call)]
    found = {each.attr for each in calls if isinstance(each, ast.Attribute)} & DOORS
    return found | {"open" for each in calls if isinstance(each, ast.Name) and each.id == "open"}


@pytest.mark.fault("K2.1")
@pytest.mark.fault("K2.2")
@pytest.mark.fault("K2.5")
def test_nothing_outside_the_room_of_files_opens_one() -> None:
    src = REPO / "src" / "summit_game"
    outside = [path for path in src.rglob("*.py") if path.parent != src / "files"]
    found = {path.relative_to(src).as_posix(): used(path) for path in outside}
    assert {name: what for name, what in found.items() if what and name not in OF_THE_PACKAGE} == {}
    assert {name for name in OF_THE_PACKAGE if not found[name]} == set(), "they need no leave any more"
    assert used(src / "files" / "reading.py"), "the test sees what it looks for"


if sys.platform == "win32":
    HOSTILE = (huge, folder)
