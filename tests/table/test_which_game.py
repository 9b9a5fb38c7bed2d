"""Which game and which table is meant: a game is named by its file, and lists tell games apart."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, again, find, games, games_folder, look, new_sitting, resume
from summit_game.table.sitter import Sitter
from summit_game.tui.gameslist import GamesScreen
from support import DECK, REPO, SECOND_DECK
from test_cli_games import Home

GOLDEN = REPO / "tests" / "golden" / "journals"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    return Home(tmp_path)


def begun(seed: int = 1, name: str = "") -> Sitting:
    bots = {1: Sitter(bot="random")}
    return new_sitting(DECK, TableOptions(2), seed, bots, name=name)


def left(sitting: Sitting) -> str:
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting.id


def copied(name: str, as_name: str, to: Path | None = None) -> Path:
    target = (to or games_folder()) / f"{as_name}.summit"
    target.parent.mkdir(exist_ok=True, parents=True)
    shutil.copy(GOLDEN / f"{name}.summit", target)
    return target


@pytest.mark.fault("K4.1")
def test_a_game_is_called_by_its_file_wherever_it_is_named(home: Home) -> None:
    copied("format-1-running", "table-3")
    assert [each.id for each in games()] == ["table-3"]
    sitting = look("table-3")
    assert sitting.id == "table-3"
    assert "table-3" in export(sitting, "md")
    assert '"id": "table-3"' in export(sitting, "json")
    assert '"id": "table-3"' in home.run("debrief", "table-3", "--json")
    left(new_sitting(DECK, TableOptions(2, ()), 5))
    begun = next(each for each in games() if each.id != "table-3")
    begun.path.rename(begun.path.with_name("table-4.summit"))
    resumed = resume("table-4")
    assert resumed.id == resumed.resumed_as == left(resumed)
    assert "--resume table-4`" in home.run("play", "--plain", "--resume", "last", typed="quit\n")


@pytest.mark.fault("K4.1")
def test_a_game_that_lies_elsewhere_is_gone_on_with_by_its_path(home: Home, tmp_path: Path) -> None:
    sitting = begun()
    path = tmp_path / "else where" / "mine.summit"
    path.parent.mkdir()
    shutil.move(games_folder() / f"{left(sitting)}.summit", path)
    said = home.run("play", "--plain", "--resume", str(path), typed="quit\n")
    assert f"--resume '{path}'`" in said
    assert find(str(path)) == path


@pytest.mark.fault("K4.1")
def test_copies_can_be_compared_and_one_file_is_not_compared_with_itself(home: Home, tmp_path: Path) -> None:
    copied("format-1-finished", "a")
    copied("format-1-finished", "b")
    tables = json.loads(home.run("compare", "a", "b", "--json"))["tables"]
    assert [each["id"] for each in tables] == ["a", "b"]
    (games_folder() / "c.summit").symlink_to("a.summit")
    assert "named twice" in home.run("compare", "a", "c", code=2)
    assert "named twice" in home.run("compare", "a", str(games_folder() / "a.summit"), code=2)


@pytest.mark.fault("K4.2")
def test_yes_to_a_game_that_is_open_elsewhere_begins_no_other(home: Home) -> None:
    sitting = begun()
    said = home.run("play", "--plain", typed="yes\ny\nyes\n", code=2)
    assert "nothing was begun" in said
    assert [each.id for each in games()] == [sitting.id]
    done = home.all("play", "--plain", typed="y\nn\nquit\n")
    assert done.stdout.count("open in another window") == 1
    assert "Write `y` to try again, or `n` for a new game" in done.stdout
    assert len(games()) == 2
    left(sitting)


@pytest.mark.fault("K4.3")
def test_a_table_has_a_name_in_all_lists(home: Home) -> None:
    for name in ("Room 12", "Room\x1b[2J 13", "x" * 300):
        home.run("play", "--plain", "--seats", "2", "--table", name, typed="quit\n")
    found = games()
    assert {each.name for each in found} == {"Room 12", "Room[2J 13", "x" * 39 + "…"}
    ids = [each.id for each in found if each.name != "x" * 39 + "…"]
    assert ": Room 12, December drafts" in home.run("games")
    assert {"Room 12", "Room[2J 13"} < {each["name"] for each in home.games()}
    assert "Room 12 (" in home.run("compare", *ids)
    assert "Room 12" in home.run("compare", *ids, "--json")
    twelve = next(each for each in found if each.name == "Room 12")
    assert look(twelve.id).name == "Room 12"
    os.utime(twelve.path, (4e9, 4e9))
    assert "Room 12, " in home.all("play", "--plain", typed="n\nquit\n").stdout
    assert "Room 12, " in home.all("debrief").stderr
    follows = again(resume(twelve.id), 3)
    assert follows.name == "Room 12"


@pytest.mark.fault("K4.3")
def test_lines_of_games_begun_in_the_same_minute_differ(home: Home) -> None:
    for _ in range(3):
        home.run("play", "--plain", "--new", "--seats", "2", typed="quit\n")
    copied("format-1-finished", "renamed")
    lines = [GamesScreen()._choice(each) for each in games()]
    assert len({(each.label, each.note) for each in lines}) == 4
    finished = next(each for each in lines if each.name == "renamed")
    assert "renamed" in finished.label
    assert "stalemate" in finished.note


@pytest.mark.fault("K4.4")
def test_the_last_game_is_by_the_later_of_entry_and_file(home: Home) -> None:
    old = copied("format-1-running", "clock-was-back")  # its entries say 2026-11-25
    new = left(begun())
    os.utime(old, (5e9, 5e9))
    assert find("last").stem == "clock-was-back"
    os.utime(old, (1, 1))
    os.utime(games_folder() / f"{new}.summit", (1, 1))
    assert find("last").stem == new, "a copy with an old date is known by its entries"
    assert games()[0].id == new


@pytest.mark.fault("K4.4")
def test_a_file_that_cannot_be_opened_is_never_the_last(home: Home) -> None:
    left(begun())
    bad = games_folder() / "bad.summit"
    bad.write_text("nothing")
    os.utime(bad, (5e9, 5e9))
    assert [bool(each.problem) for each in games()] == [False, True]


@pytest.mark.fault("K4.5")
def test_an_id_that_is_taken_is_drawn_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter(["aaaa", "aaaa", "aaaa", "bbbb"])
    monkeypatch.setattr("summit_game.table.games_folder._new_id", lambda: f"20261126-120000-{next(drawn)}")
    one = begun()
    two = begun()
    assert (one.id[-4:], two.id[-4:]) == ("aaaa", "bbbb")
    assert one.table.trouble is None
    assert two.table.trouble is None
    assert len(games()) == 2


@pytest.mark.fault("K4.6")
def test_the_offer_says_when_in_words_and_takes_a_letter(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    copied("format-1-running", "older-edition")  # which is not offered: nobody plays it on
    home.run("play", "--plain", "--seats", "2", typed="quit\n")
    games()[0].path.unlink()
    copied("format-2-running", "old")
    done = home.all("play", "--plain", typed="perhaps\nn\nquit\n")
    assert "26 Nov 2026, " in done.stdout
    assert "2026-11-26T" not in done.stdout
    assert "Write `y` to go on with it, or `n` for a new game." in done.stdout
    assert len(games()) == 3


def test_the_list_says_an_ending_as_its_deck_calls_it(home: Home) -> None:
    bots = dict.fromkeys(range(2), Sitter(bot="random"))
    sitting = new_sitting(SECOND_DECK, TableOptions(2), 3, bots)
    sitting.table.waiting_person()
    title = sitting.table.setting.scenarios[sitting.table.state.ending].title
    name = left(sitting)
    assert games()[0].ending == title
    assert home.run("games").rstrip().endswith(f"over: {title}")
    copied("format-1-finished", "older")  # whose head does not say it
    assert {each.id: each.ended_as for each in games()} == {name: title, "older": "stalemate"}
