"""Looking things up in the rule book: chapters, clauses and words."""

from __future__ import annotations

import os
import re

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.cli.output import paged
from summit_game.words.rule_book import chapter_titles, find, looked_up, plain, rule, rule_chapters
from support import RULES

BOOK = RULES.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["reference", "Example", "SOVEREIGNTY", "stand-off level", "informal paper"])
def test_words_are_found_whole_first_with_their_places(words: str) -> None:
    found = find(words)
    assert found
    whole = [bool(re.search(rf"(?<!\w){words}(?!\w)", each.line, re.IGNORECASE)) for each in found]
    assert whole == sorted(whole, reverse=True)
    places = set(chapter_titles()) | set(rule_chapters()) | set(re.findall(r"^#+ (.+)$", BOOK, re.MULTILINE)) | {""}
    for each in found:
        assert words.lower() in each.line.lower()
        assert each.place in places or f"**{each.place}**" in BOOK


def test_a_clause_is_told_with_the_line_in_which_the_word_stands() -> None:
    (first,) = (each for each in find("stand-in") if each.place == "R2.7")
    assert str(first).startswith("R2.7: ")
    assert "stand-in" in first.line
    assert "**" not in first.line


def test_a_heading_comes_before_the_clauses() -> None:
    assert str(find("Posture")[0]) == "R5 Posture"


def test_no_place_of_the_book_is_left_out() -> None:
    words = {each.lower() for each in re.findall(r"[A-Za-z]{4,}", plain(BOOK))}
    for word in sorted(words)[::25]:
        assert find(word), word


@pytest.mark.parametrize("title", ["Glossary", "player aid", "A whole game", "posture"])
def test_a_chapter_is_found_by_its_title(title: str) -> None:
    found = rule(title)
    assert found is not None
    assert re.fullmatch(rf"## (R\d+ )?{title}", found.splitlines()[0], re.IGNORECASE)
    assert len(re.findall(r"^## ", found, re.MULTILINE)) == 1


@pytest.mark.parametrize("name", ["R4.3", "r4.3", "R15.5a", "R15.5A"])
def test_a_clause_is_found_however_it_is_written(name: str) -> None:
    found = rule(name)
    assert found is not None
    assert found.lower().startswith(f"**{name.lower()}**")
    assert found.count("\n**R") == 0


@pytest.mark.parametrize("nothing", ["R99", "R4.33", "xyzzy", "", "   "])
def test_what_is_not_in_the_book_gives_nothing(nothing: str) -> None:
    assert looked_up(nothing) == []


def test_the_chapters_have_the_order_of_a_table_and_all_numbers() -> None:
    order = [int(each[1:]) for each in rule_chapters() if each.startswith("R")]
    assert order[:9] == [1, 2, 3, 4, 5, 6, 7, 15, 8]
    assert sorted(order) == list(range(1, 20))
    titles = chapter_titles()
    last = (
        "A whole game",
        "Historical notes",
        "Glossary",
        "Player aid",
        "Notes for the facilitator",
        "For the program",
        "Index",
    )
    assert [each for each in titles if each in last] == list(last)
    assert titles.index("A whole game") > titles.index("R18 Alliance")


def test_every_entry_of_the_index_leads_to_clauses() -> None:
    index = rule("Index")
    assert index is not None
    entries = [line.removeprefix("- ").partition(":")[0] for line in index.splitlines() if line.startswith("- ")]
    assert entries == sorted(entries, key=str.lower)
    for clause in re.findall(r"\bR\d+\.\d+[a-z]?", index):
        assert f"**{clause}**" in BOOK, clause


def test_the_command_lists_chapters_and_finds_words() -> None:
    run = CliRunner()
    assert run.invoke(cli, ["rules", "--chapters"]).output.splitlines() == chapter_titles()
    assert run.invoke(cli, ["rules"]).output == BOOK
    assert run.invoke(cli, ["rules", "stand-off", "level"]).output.splitlines() == looked_up("stand-off level")
    assert run.invoke(cli, ["rules", "R4"]).output.startswith("## R4 ")


@pytest.mark.parametrize(("rows", "pages"), [(24, True), (2000, False)])
def test_a_long_text_is_paged_on_a_terminal_only(rows: int, pages: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    import click

    from summit_game.cli import output

    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(click, "echo_via_pager", lambda text: shown.append(("page", text)))
    monkeypatch.setattr(click, "echo", lambda text, nl: shown.append(("whole", text)))
    monkeypatch.setattr(output.shutil, "get_terminal_size", lambda: os.terminal_size((80, rows)))
    for terminal in (True, False):
        monkeypatch.setattr(output, "_on_a_terminal", lambda terminal=terminal: terminal)
        paged(BOOK)
    assert [how for how, _ in shown] == ["page" if pages else "whole", "whole"]
    assert {text for _, text in shown} == {BOOK}


def test_the_written_forms_of_the_book_are_read_by_the_program() -> None:
    from summit_game.engine.notation import action_text, parse_action
    from support import game_of

    setting = game_of(4, ("all-promises",)).setting
    program = rule("For the program")
    assert program is not None
    rows = re.findall(r"^\| .+? \| (`.+`) \|$", program, re.MULTILINE)
    forms = [form for row in rows for form in re.findall(r"`([^`]+)`", row) if not form.startswith("use ")]
    assert len(forms) > 30
    for form in forms:
        assert action_text(setting, parse_action(setting, form)) == form
