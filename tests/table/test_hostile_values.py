"""Every value of a save is looked at before it is used: whatever stands in its place, all readers end in order."""

from __future__ import annotations

import json
import random
import signal
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summit_game.cli.debrief import _written
from summit_game.debrief import compare
from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.sizes import CLASS, FULL, SHORT
from summit_game.deck.files import SourceFile
from summit_game.deck.load import pinned_deck
from summit_game.table import journal_head
from summit_game.table.export import FORMATS, export
from summit_game.table.games_folder import Sitting, games, games_folder, look, resume
from summit_game.table.journal import JournalError, read
from summit_game.table.log import EVERYTHING
from summit_game.table.replay import Replay
from summit_game.tui.gameslist import told
from summit_game.words.moments import when
from support import REPO
from test_cli_games import Home

GOLDEN = sorted((REPO / "tests" / "golden" / "journals").glob("*.summit"))
VALUES: tuple[Any, ...] = (
    *(-1, 0, 1, 2, 3, 9, 99, -2, 10**9, 10**30, 1.5, 1e999, -1e999, float("nan"), True, False, None),
    *("", "x", "0", "\x00\x1b[2J", "x" * 3000, "pass", "undo", "9999-12-31T23:59:59Z", "sign", "exec:true"),
    "/dev/zero.yaml",
    *([], [1], [[]], [-1, -1, -1], [0, 0, 0], [9, 9, 9], {}, {"people": [1]}, {"x": 1}, [[0, 0]], ["Acted"], [None]),
)  # fmt: skip
Path_ = tuple[str | int, ...]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    games_folder().mkdir()
    return tmp_path


@pytest.fixture(autouse=True)
def decks_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    @cache
    def read_once(files: tuple[SourceFile, ...]) -> object:
        return pinned_deck(files)

    monkeypatch.setattr(journal_head, "pinned_deck", lambda files: read_once(tuple(files)))


def entries_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in read(path).lines]


def kept(entries: list[dict[str, Any]], name: str = "bent", form: int = 2) -> Path:
    """A journal of these entries in a format, with right checksums."""
    lines, crc = [b"summit-journal %d 0.1.0\n" % form], 0
    for entry in entries:
        payload = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
        crc = zlib.crc32(payload, crc)
        lines.append(b"%08x %s\n" % (crc, payload))
    path = games_folder() / f"{name}.summit"
    path.write_bytes(b"".join(lines))
    return path


def places(value: Any, way: Path_ = ()) -> Iterator[Path_]:
    """Every place in an entry that holds a value, lists and tables too."""
    if way:
        yield way
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(each, (*way, key))


def put(entry: Any, way: Path_, value: Any) -> None:
    for key in way[:-1]:
        entry = entry[key]
    entry[way[-1]] = value


def watched(seconds: int, work: Callable[[], Any]) -> Any:
    """Do something that must end. The time is ten times what it takes on a slow machine."""

    def late(*_: object) -> None:
        raise AssertionError("it does not end")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        return work()
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def played_on(name: str, moves: int = 6) -> None:
    sitting = resume(name)
    try:
        for _ in range(moves):
            seat = next(iter(sitting.table.asks_now), None)
            if seat is None:
                break
            if seat in sitting.table.bots:
                sitting.table.bot_acts(seat)
            else:
                sitting.table.submit(seat, sitting.table.view(seat).legal()[0])
    finally:
        assert sitting.table.journal is not None
        sitting.table.journal.close()


def readers(name: str) -> None:
    """All that reads a game: each of them ends well or says that the game cannot be used."""
    for entry in games():
        assert entry.problem or told(entry)
        when(entry.saved)

    def seen(use: Callable[[Sitting], object]) -> None:
        try:
            sitting = look(name)
        except JournalError:
            return
        use(sitting)

    for reader in (EVERYTHING, -1, 0):
        seen(lambda game, reader=reader: list(Replay(game, reader).json_steps()))  # type: ignore[misc]
    seen(lambda game: [Replay(game, 0).board(step) for step in range(0, len(Replay(game, 0).steps), 9)])
    for form in FORMATS:
        seen(lambda game, form=form: export(game, form, True, form == "csv"))  # type: ignore[misc]
    for form, archive, size in (("json", True, FULL), (None, False, SHORT), (None, False, CLASS)):
        seen(lambda game, form=form, archive=archive, size=size: _written(analyse(game, archive), form, size))  # type: ignore[misc]
    seen(lambda game: compare.text([compare.seated(game, True), compare.seated(game, True)]))
    with suppress(JournalError):
        played_on(name)


def bent(seed: int, times: int) -> None:
    chance = random.Random(seed)
    good = [entries_of(path) for path in GOLDEN]
    for _ in range(times):
        entries = json.loads(json.dumps(chance.choice(good)))
        entry = chance.choice(entries) if chance.random() < 0.8 else entries[0]
        # Events are most of a journal: half of the changes go elsewhere.
        ways = [way for way in places(entry) if chance.random() < 0.5 or way[0] != "events"]
        way, value = chance.choice(ways), chance.choice(VALUES)
        put(entry, way, value)
        kept(entries)
        try:
            watched(60, lambda: readers("bent"))
        except BaseException as error:
            raise AssertionError(f"entry {entry.get('number')}, {way} = {value!r}") from error


@pytest.mark.fault("K3.3")
@pytest.mark.parametrize("seed", range(4))
def test_any_one_value_may_be_anything(seed: int) -> None:
    bent(seed, 12)


@pytest.mark.slow
@pytest.mark.fault("K3.3")
@pytest.mark.parametrize("seed", range(100, 104))
def test_any_one_value_may_be_anything_many_times(seed: int) -> None:
    bent(seed, 200)


def moves_of(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in entries if each["kind"] == "move"]


def swap(number: int, **values: Any) -> Callable[[list[dict[str, Any]]], None]:
    return lambda entries: moves_of(entries)[number].update(values)


def going(kind: str, **values: Any) -> Callable[[list[dict[str, Any]]], None]:
    return lambda entries: next(each for each in entries if each["kind"] == kind).update(values)


def event(name: str, *fields: Any) -> Callable[[list[dict[str, Any]]], None]:
    """Other fields for the first event of this name."""

    def change(entries: list[dict[str, Any]]) -> None:
        found = next(each for entry in entries for each in entry.get("events", ()) if each[0] == name)
        found[1:] = fields

    return change


LISTED: dict[str, Callable[[list[dict[str, Any]]], None]] = {
    "the number of the move before": lambda entries: moves_of(entries)[5].update(number=moves_of(entries)[4]["number"]),
    "a number that is a truth value": lambda entries: entries[1].update(number=True),
    "seat 9": swap(3, seat=9),
    "seat -1": swap(3, seat=-1),
    "no stand": swap(3, stand=[]),
    "a stand that is not so": swap(3, stand=[1, 4, 2]),
    "no action": swap(3, action=""),
    "an unknown action": swap(3, action="dance"),
    "a card of nobody": swap(3, action="press X-NO-1"),
    "NaN": swap(3, left=float("nan")),
    "a sitter of seat 99": going("sit", seat=99),
    "a sitter of names that are none": going("sit", data={"people": [7]}),
    "a rewind to -1": going("rewind", to=-1),
    "a rewind to what comes later": going("rewind", to=10**6),
    "an undo to itself": going("undo", to=20),
    "a card in the queue that does not exist": going("queue", data={"card": 999, "round": 2, "seat": 0}),
    "a queue without a round": going("queue", data={"card": 1}),
    "an action without fields": event("Acted"),
    "an action of numbers that name nothing": event("Acted", 0, [99, [1]]),
    "a track that does not exist": event("TrackMoved", 99, 1, 5, "R4.6"),
    "a track beyond its end": event("TrackMoved", 0, 999, 999, "R4.6"),
    "a value that is no number": event("TrackMoved", 0, 1, float("nan"), "R4.6"),
    "a card that was never dealt": event("CardsDiscarded", 0, [0, 0, 0]),
    "a second deal": lambda entries: entries.append({**entries[2], "number": len(entries)}),
    "an unknown kind": lambda entries: entries.append({**entries[-1], "number": len(entries), "kind": "dance"}),
    "no moment": swap(3, at="yesterday"),
}
READERS = (
    ("replay", "bent", "--json"),
    ("export", "bent"),
    ("debrief", "bent"),
    ("compare", "bent", "good"),
    ("play", "--plain", "--resume", "bent"),
)


@pytest.mark.fault("K3.1")
@pytest.mark.fault("K3.2")
@pytest.mark.parametrize("what", LISTED)
def test_what_cannot_be_is_told_by_every_reader(what: str, data_folder: Path) -> None:
    entries = entries_of(GOLDEN[1])
    kept(entries, "good")
    LISTED[what](entries)
    kept(entries)
    home = Home(data_folder)
    for words in READERS:
        done = watched(60, lambda words=words: home.all(*words))  # type: ignore[misc]
        assert done.returncode == 65, (words, done.stderr)
        assert done.stderr.startswith("summit: bent.summit holds what this program does not know (")
        assert done.stderr.count("\n") == 1
    assert "good: December drafts" in home.run("games")


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_the_unchanged_journals_pass(path: Path) -> None:
    kept(entries_of(path))
    look("bent")
