"""Decks that passed the check are kept, and read again only as long as nothing they depend on has changed."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.deck import cache, check, door
from summit_game.deck.compile import TableOptions
from summit_game.deck.door import Playable, game_of, playable
from summit_game.deck.faults import DeckError
from summit_game.deck.library import packaged_decks
from summit_game.deck.load import open_deck
from summit_game.table.games_folder import new_sitting
from summit_game.table.history import History
from summit_game.table.table import Table

DECKS = [path for path in sorted(packaged_decks().iterdir()) if path.is_dir()]


@pytest.fixture(autouse=True)
def checks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The digests of the decks that were checked."""
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "home"))
    monkeypatch.delenv("SUMMIT_CACHE_DIR")
    done = []
    whole = check.check_loaded

    def counted(result, *others):
        done.append(result.digest)
        return whole(result, *others)

    monkeypatch.setattr(check, "check_loaded", counted)
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A deck that may be changed."""
    found = tmp_path / DECKS[0].name
    for path in DECKS[0].rglob("*.yaml"):
        target = found / path.relative_to(DECKS[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return found


def kept() -> list[Path]:
    return sorted(cache.cache_folder().iterdir())


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_a_kept_deck_is_the_same_deck_and_game(path: Path, checks: list[str]) -> None:
    first, second = playable(path), playable(path)
    assert len(checks) == 1
    assert second == first == Playable(*open_deck(path), first.files)
    assert repr(second.deck) == repr(first.deck)
    begun = []
    for each in (first, second):
        table = Table(game_of(each.deck, TableOptions()), 3, history=History())
        table.start()
        begun.append(table)
    one, two = begun
    assert one.state.key() == two.state.key()
    assert [(each.kind, each.data) for each in one.history.entries] == [(e.kind, e.data) for e in two.history.entries]


def test_what_is_kept_belongs_to_its_person_alone(folder: Path) -> None:
    playable(folder)
    (file,) = kept()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_every_change_is_checked_anew(folder: Path, checks: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    playable(folder)
    with (folder / "deck.yaml").open("a", encoding="utf-8") as file:
        file.write("# one byte more\n")
    playable(folder)
    (folder / "lang").mkdir(exist_ok=True)
    (folder / "lang" / "de.yaml").write_text("deck: {title: Der Fluss}\n", encoding="utf-8")
    english = playable(folder).deck.deck.title
    monkeypatch.setenv("SUMMIT_LANGUAGE", "de")
    assert [playable(folder).deck.deck.title for _ in range(2)] == ["Der Fluss"] * 2 != [english] * 2
    assert len(checks) == 4
    monkeypatch.setattr(door, "versions", lambda: {"open_door": "another version"})
    playable(folder)
    monkeypatch.setattr(cache, "__version__", "another")
    playable(folder)
    assert len(checks) == 6


def test_a_deck_in_a_folder_of_another_name_is_refused_though_its_files_are_kept(folder: Path) -> None:
    playable(folder)
    with pytest.raises(DeckError):
        playable(folder.rename(folder.with_name("another")))


@pytest.mark.parametrize("damage", ["half", "byte", "empty", "other", "folder"])
def test_a_damaged_file_counts_as_missing(folder: Path, damage: str, checks: list[str]) -> None:
    right = playable(folder)
    (file,) = kept()
    data = file.read_bytes()
    file.unlink()
    match damage:
        case "half":
            file.write_bytes(data[: len(data) // 2])
        case "byte":
            file.write_bytes(data.replace(b"title", b"tItle", 1))
        case "empty":
            file.touch()
        case "other":
            file.write_bytes(b"0" + data[1:] if data[:1] != b"0" else b"1" + data[1:])
        case _:
            file.mkdir()
    assert playable(folder) == right
    assert len(checks) == 2
    if damage != "folder":
        assert file.read_bytes() == data
    assert kept() == [file]


def test_a_refused_deck_is_not_kept(folder: Path) -> None:
    (folder / "deck.yaml").write_text("deck: {}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DeckError):
            playable(folder)
    assert not cache.cache_folder().exists()


@pytest.mark.parametrize("write", ["mkdir", "write", "replace"])
def test_where_nothing_can_be_written_decks_are_played_all_the_same(
    folder: Path, write: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "no")

    owner = {"mkdir": Path, "write": cache, "replace": Path}[write]
    monkeypatch.setattr(owner, write, refuse)
    assert playable(folder).deck.deck.id == folder.name
    assert not cache.cache_folder().exists() or kept() == []


def test_two_processes_at_once_and_a_third_that_reads(folder: Path, checks: list[str]) -> None:
    code = (
        "import sys; from pathlib import Path; from summit_game.deck.door import playable; playable(Path(sys.argv[1]))"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, str(folder)], env=os.environ) for _ in range(2)]
    assert [each.wait(60) for each in both] == [0, 0]
    assert len(kept()) == 1
    playable(folder)
    assert checks == []


def test_a_bounded_number_is_kept_and_all_of_it_can_be_forgotten(folder: Path) -> None:
    deck = playable(folder).deck
    for number in range(cache.MOST + 3):
        cache.keep(f"{number:064}", deck)
    assert len(kept()) == cache.MOST
    assert cache.kept(f"{cache.MOST + 2:064}") == deck
    assert len(cache.forget()) == cache.MOST
    assert kept() == []


def test_mappings_whose_keys_are_no_texts_come_back() -> None:
    for value in ({1: ({"": 2},), "a": {}}, {"": 1}, {2: {3: ()}}):
        assert cache._read(cache.json.loads(cache.json.dumps(cache._written(value)))) == value


def test_locate_names_the_folder_and_erasing_a_game_empties_it(folder: Path) -> None:
    run = CliRunner()
    assert str(cache.cache_folder()) in run.invoke(cli, ["locate"]).output
    sitting = new_sitting(folder, TableOptions(), 1)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    (file,) = kept()
    assert f"erased {file.name}" in run.invoke(cli, ["games", "erase", sitting.id]).output
    assert kept() == []
