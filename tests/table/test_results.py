"""What lists say of games that are over, the best of each delegation, and class codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_commands import calmest

from summit_game.deck.compile import TableOptions
from summit_game.engine.scoring import scores
from summit_game.table.checked import check_game
from summit_game.table.checked_events import Unsound
from summit_game.table.class_code import ClassCodeError, class_code, seed_of
from summit_game.table.entry import Entry
from summit_game.table.games_folder import Sitting, games, look, new_sitting, resume
from summit_game.table.glance import GameEntry
from summit_game.table.results import results, told
from summit_game.table.sitter import PERSON, Sitter
from support import DECK
from test_cli_games import Home

BOT = Sitter(bot="random")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    return Home(tmp_path)


def played(seed: int, people: tuple[int, ...] = (0,), code: str = "") -> Sitting:
    sitters = {seat: PERSON if seat in people else BOT for seat in range(2)}
    begun = new_sitting(DECK, TableOptions(2, ("quick",)), seed, sitters, code=code)
    table = begun.table
    while (seat := table.waiting_person()) is not None:
        table.submit(seat, calmest(table, seat))
    table.journal.close()  # type: ignore[union-attr]
    return begun


def test_a_game_that_is_over_has_the_ratings_that_the_score_sheet_has(home: Home) -> None:
    state = played(1).table.state
    (entry,) = games()
    assert entry.ratings == tuple(each.rating for each in scores(state))
    line = home.run("games")
    assert f"({entry.delegations[0]} {entry.ratings[0]})" in line, "only of the person's delegation"
    assert home.games()[0]["ratings"] == dict(zip(entry.delegations, entry.ratings, strict=True))


def test_a_game_that_goes_on_has_none_and_one_that_was_taken_back_neither(home: Home) -> None:
    begun = new_sitting(DECK, TableOptions(2), 3, {0: PERSON, 1: BOT})
    assert games()[0].ratings == ()
    begun.table.journal.close()  # type: ignore[union-attr]
    again = played(1)
    table = resume(again.id).table
    over = table.history.tip
    table.rewind(over - 10)
    assert [each.ratings for each in games() if each.id == again.id] == [()]
    table.rewind(over)
    table.note("The end stands.")
    assert [len(each.ratings) for each in games() if each.id == again.id] == [2], "the one where the game stands"
    table.journal.close()  # type: ignore[union-attr]


def test_ratings_that_the_game_does_not_give_are_not_believed() -> None:
    table = played(2).table
    *rest, last = table.history.entries
    forged = Entry(**{**vars(last), "data": {**last.data, "ratings": [100, 100]}})
    check_game(table.game, table.seed, [*rest, last])
    with pytest.raises(Unsound):
        check_game(table.game, table.seed, [*rest, forged])


def entry(
    deck: str, ending: int, ratings: tuple[int, ...], people: tuple[int, ...] = (0,), problem: str = ""
) -> GameEntry:
    sitters = tuple(PERSON if seat in people else BOT for seat in range(2))
    names = ("good", "none", "war", "cold")
    return GameEntry(
        "x", Path("x"), title=deck, delegations=("A", "B"), sitters=sitters, stand=(6, 0, ending), ratings=ratings,
        endings=names, ending=names[ending] if ending >= 0 else "", problem=problem,
    )  # fmt: skip


def test_results_count_endings_and_keep_the_best_of_people_alone() -> None:
    found = results([
        entry("one", 0, (60, 90)),
        entry("one", 0, (70, 10), (0, 1)),
        entry("one", 2, (10, 95), ()),
        entry("one", -1, ()),
        entry("two", 3, ()),
        entry("two", 1, (1, 1), problem="damaged"),
    ])  # fmt: skip
    one, two = found
    assert (one.games, one.endings) == (2, (("good", 2), ("none", 0), ("war", 0), ("cold", 0)))
    assert {each.delegation: each.rating for each in one.best} == {"A": 70, "B": 10}
    assert two.best == (), "nobody wrote ratings down then"
    assert told(one)[1] == "Endings seen: 1 of 4: good (2)."
    assert told(one)[2] == "Not seen yet: none, war and cold."


def test_the_command_says_them_with_the_sentence_on_forecasts(home: Home) -> None:
    assert home.run("results") == ""
    played(1, (0, 1))
    played(2, (0,))
    said = home.run("results")
    assert "2 games played to the end" in said.lower()
    assert "no forecast" in said
    (deck,) = json.loads(home.run("results", "--json"))
    assert deck["games"] == sum(deck["endings"].values()) == 2
    assert {each["delegation"] for each in deck["best"]} == set(games()[0].delegations)


# --- class codes -----------------------------------------------------------------------------------------------------


def test_a_code_is_meant_however_it_is_written() -> None:
    assert {class_code(each) for each in ("HRDK 47", "hrdk47", " hrdk-47 ", "\x1bHRDK\n47")} == {"HRDK47"}
    assert class_code("Клас 7") == "КЛАС7"


@pytest.mark.parametrize("typed", ["", "abc", "- - - -", "x" * 25, "\x1b[2J"])
def test_what_is_no_code_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(ClassCodeError, match="4 to 24 letters and digits"):
        class_code(typed)


def test_a_code_deals_the_same_on_any_machine_and_another_one_another() -> None:
    assert seed_of("HRDK47") == 12501003340294827385, "a deal of today is dealt next year too"
    assert len({seed_of(f"CODE{number}") for number in range(1000)}) == 1000
    assert all(0 <= seed_of(f"CODE{number}") < 2**64 for number in range(1000))


def test_all_who_type_it_are_dealt_the_same(home: Home) -> None:
    for code in ("HRDK 47", "hrdk47", "HRDK 48"):
        home.run("play", "--plain", "--class-code", code, typed="quit\n")
    first = {each.id: look(each.id).table.history.entries[2].events for each in games()}
    codes = {each.id: each.code for each in games()}
    assert sorted(codes.values()) == ["HRDK47", "HRDK47", "HRDK48"]
    same = [first[each] for each, code in codes.items() if code == "HRDK47"]
    (other,) = (first[each] for each, code in codes.items() if code == "HRDK48")
    assert same[0] == same[1] != other


@pytest.mark.parametrize(
    ("words", "said"), [(("--class-code", "x"), "4 to 24"), (("--class-code", "HRDK47", "--seed", "4"), "leave --seed")]
)
def test_a_code_that_cannot_be_used_is_one_sentence(home: Home, words: tuple[str, ...], said: str) -> None:
    done = home.all("play", "--plain", *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
