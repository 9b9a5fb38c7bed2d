"""`summit debrief` and `summit compare` as a person calls them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.table.games_folder import new_sitting
from summit_game.table.sitter import Sitter
from support import DECK, the_deck
from test_cli_games import Home

NAME = "Zebedee Quillfeather"


def play(seed: int, moves: int = 10_000, people: bool = True) -> str:
    """A saved game of two delegations; bots play, and a named person sits at the first seat at the end."""
    sitting = new_sitting(DECK, TableOptions(2, ("quick",)), seed, {seat: Sitter(bot="simple") for seat in range(2)})
    table = sitting.table
    for _ in range(moves):
        due = table.bot_due()
        if due is None:
            break
        table.bot_acts(due)
    if people:
        table.sit(0, Sitter(people=(NAME,)))
        table.note(f"{NAME} is late")
    if table.journal is not None:
        table.journal.close()
    return sitting.id


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, list[str]]:
    """A machine with two games that are over (one seed) and one that is not."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMIT_DATA_DIR", str(folder))
        ids = [play(3), play(3, people=False), play(4, moves=12)]
    return Home(folder), ids


def test_every_form_is_printed_for_an_id_or_a_part_of_it(house: tuple[Home, list[str]]) -> None:
    home, ids = house
    assert home.run("debrief", ids[0]).startswith("Debrief: ")
    assert home.run("debrief", ids[0], "--md").startswith("# Debrief")
    assert home.run("debrief", ids[0], "--csv").startswith("\ufeffsection,")
    assert json.loads(home.run("debrief", ids[0], "--json"))["id"] == ids[0]


def test_without_an_id_it_is_the_game_played_last_and_says_so(house: tuple[Home, list[str]]) -> None:
    home, ids = house
    last = home.games()[0]["id"]
    done = home.all("debrief", "--json")
    assert json.loads(done.stdout)["id"] == last
    assert f"the game played last, {last}" in done.stderr
    assert last in ids


def test_files_are_written_and_never_overwritten_unasked(house: tuple[Home, list[str]], tmp_path: Path) -> None:
    home, ids = house
    html, out = tmp_path / "a.html", tmp_path / "a.md"
    done = home.all("debrief", ids[0], "--html", str(html), "--md", "--out", str(out))
    assert done.returncode == 0
    assert done.stdout == ""
    assert html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    before = html.read_bytes()
    html.write_text("mine", encoding="utf-8")
    assert "exists already" in home.run("debrief", ids[0], "--html", str(html), code=2)
    assert html.read_text(encoding="utf-8") == "mine"
    home.run("debrief", ids[0], "--html", str(html), "--force")
    assert html.read_bytes() == before, "the same game gives the same bytes"
    assert "named twice" in home.run("debrief", ids[0], "--html", str(html), "--out", str(html), code=2)
    assert "cannot be written" in home.run("debrief", ids[0], "--out", str(tmp_path / "no" / "a.txt"), code=2)


def test_wrong_commands_get_one_sentence(house: tuple[Home, list[str]], tmp_path: Path) -> None:
    home, ids = house
    assert "there is no game 'nope'" in home.run("debrief", "nope", code=2)
    assert "there are no games yet" in Home(tmp_path / "empty").run("debrief", code=2)
    assert "at least two games" in home.run("compare", ids[0], code=2)
    assert "named twice" in home.run("compare", ids[0], ids[0], code=2)
    assert "--change needs --what-if" in home.run("debrief", ids[0], "--change", "adopt:3", code=2)
    assert "is no what-if" in home.run("debrief", ids[0], "--what-if", "1", "--change", "x", code=2)
    assert "the facilitator adds --open" in home.run("debrief", ids[2], "--what-if", "1", code=2)
    bad = tmp_path / "bad.summit"
    bad.write_text("not a journal\n", encoding="utf-8")
    assert bad.name in home.run("debrief", str(bad), code=65)


def sentences(*parts: str) -> list[str]:
    """Longer sentences of confidential texts."""
    return [each for part in parts for each in re.split(r"(?<=[.?!])\s+", " ".join(part.split())) if len(each) > 25]


def test_a_share_safe_debrief_names_nobody_and_quotes_no_brief(house: tuple[Home, list[str]], tmp_path: Path) -> None:
    home, ids = house
    deck = the_deck()
    secret = [
        each
        for who in deck.delegations
        for brief in who.briefs
        for each in sentences(brief.instructions, *brief.priorities, *brief.questions)
    ]
    assert len(secret) > 20
    assert NAME in " ".join(home.run("debrief", ids[0]).split())
    page = tmp_path / "a.html"
    home.run("debrief", ids[0], "--pseudonyms", "--html", str(page))
    for written in (
        page.read_text(encoding="utf-8"),
        *(home.run("debrief", ids[0], "--pseudonyms", *form) for form in ((), ("--md",), ("--csv",), ("--json",))),
        home.run("compare", ids[0], ids[1]),
    ):
        assert NAME not in written
        assert "Quillfeather" not in written
        flat = " ".join(written.split())
        assert [each for each in secret if each in flat] == []


def test_an_unfinished_game_is_told_as_everybody_saw_it(house: tuple[Home, list[str]]) -> None:
    home, ids = house
    shown = home.run("debrief", ids[2])
    assert "The game is not over." in shown
    assert "surplus" not in shown
    assert "surplus" in home.run("debrief", ids[2], "--open", "--yes-show-secrets")


def test_what_if_plays_on_beside_the_game_as_it_was(house: tuple[Home, list[str]]) -> None:
    home, ids = house
    done = home.all("debrief", ids[1], "--json", "--what-if", "2")
    found = json.loads(done.stdout)["whatifs"]
    assert len(found) >= 2
    assert found[0]["title"].startswith("As it was")
    assert all(sum(share["count"] for share in each["shares"]) == each["runs"] == 2 for each in found)
    wanted = re.search(r"more for --change: ([^,\s]+)", done.stderr)
    assert wanted
    chosen = json.loads(home.run("debrief", ids[1], "--json", "--what-if", "1", "--change", wanted[1]))["whatifs"]
    assert len(chosen) == 2


def test_compare_says_what_was_the_same(house: tuple[Home, list[str]], tmp_path: Path) -> None:
    home, ids = house
    assert "All tables played the same deck" in home.run("compare", ids[0], ids[1])
    done = home.all("compare", *ids, "--json")
    data = json.loads(done.stdout)
    assert [each["id"] for each in data["tables"]] == ids
    assert data["same"] is False
    assert "same seed" in done.stderr
    page = tmp_path / "c.html"
    home.run("compare", *ids, "--html", str(page))
    assert page.read_text(encoding="utf-8").count('class="ch course"') == 3
    assert home.run("compare", *ids, "--csv").startswith("\ufefftable,")


def test_text_is_short_until_all_is_asked_for(house: tuple[Home, list[str]], tmp_path: Path) -> None:
    home, ids = house
    short, full = home.run("debrief", ids[0]), home.run("debrief", ids[0], "--full")
    assert "QUESTIONS FOR THE ROOM" in short
    assert "--full" in short
    assert "MOVE BY MOVE" not in short
    assert "MOVE BY MOVE" in full
    assert home.run("debrief", ids[0], "--short") == short
    assert "MOVE BY MOVE" in home.run("debrief", ids[0], "--open"), "who opens the archive wants to read it"
    assert "Move by move" in home.run("debrief", ids[0], "--md", "--full")
    assert home.run("debrief", ids[0], "--md", "--short") == home.run("debrief", ids[0], "--md")
    assert "Move by move" not in home.run("debrief", ids[0], "--md")
    assert "WHO LET WHOSE TEXT PASS" not in short
    for_class = home.run("debrief", ids[0], "--class")
    assert "Who let whose text pass" in for_class
    assert "MOVE BY MOVE" not in for_class
    sheet = tmp_path / "sheet.html"
    for size, more in (((), False), (("--class",), False), (("--full",), True), (("--open", "--pseudonyms"), True)):
        home.run("debrief", ids[0], *size, "--html", str(sheet), "--force")
        assert ("Move by move" in sheet.read_text(encoding="utf-8")) == more, size
    assert "always hold everything" in home.run("debrief", ids[0], "--csv", "--short", code=2)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_file_with_the_archive_open_is_for_its_owner_only(house: tuple[Home, list[str]], tmp_path: Path) -> None:
    home, ids = house
    home.run("debrief", ids[0], "--md", "--out", str(tmp_path / "a.md"), "--open")
    assert (tmp_path / "a.md").stat().st_mode & 0o077 == 0


def test_the_page_about_debriefs_names_only_options_that_exist(house: tuple[Home, list[str]]) -> None:
    home, _ = house
    told = (Path(__file__).parents[1] / "docs" / "debrief.md").read_text(encoding="utf-8")
    commands = ("debrief", "compare", "replay", "export", "games erase", "play")
    helps = "".join(home.run(*command.split(), "--help") for command in commands)
    named = set(re.findall(r"--[a-z][a-z-]+", told))
    assert len(named) >= 10
    assert {each for each in named if each not in helps} == set()
