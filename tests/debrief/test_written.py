"""A debrief as Markdown, CSV and JSON: the same facts, for a reader, a spreadsheet and a program."""

from __future__ import annotations

import csv
import io
import json
import re

from played import finished
from small import SHOWN, golden, hostile, small

from summit_game.debrief.forms.data import KEYS, as_data, as_json
from summit_game.debrief.forms.markdown import literal, markdown
from summit_game.debrief.forms.sections import sections
from summit_game.debrief.forms.sheets import COLUMNS, sheet

NUMBER = re.compile(r"-?\d+(\.\d+)?")


def rows(written: str) -> list[dict[str, str]]:
    """The rows of a sheet by column."""
    assert written.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def test_markdown_is_written_as_before() -> None:
    assert markdown(small()) == golden("debrief-small.md", markdown(small()))


def test_every_row_of_a_markdown_table_has_the_cells_of_its_head() -> None:
    for debrief in (hostile(), finished(2)[1]):
        width = 0
        for line in markdown(debrief).splitlines():
            if not line.startswith("| "):
                width = 0
                continue
            cells = len(re.findall(r"(?<!\\)\|", line))
            width = width or cells
            assert cells == width, line


def test_markdown_shows_hostile_text_as_it_is() -> None:
    shown = markdown(hostile())
    assert not re.search(r"(?<!\\)<|(?<!\\)\[a|(?<!\\)&", shown)
    undone = re.sub(r"\\([^\w\s])", r"\1", shown)
    assert SHOWN in undone
    assert [literal(each) for each in ("1. x", "- x", "+5")] == ["1\\. x", "\\- x", "\\+5"]


def test_the_sheet_is_a_table_without_formulas() -> None:
    for debrief in (hostile(), finished(4)[1]):
        written = sheet(debrief)
        assert "\r\n" in written
        assert "\n" not in written.replace("\r\n", "")
        for row in rows(written):
            assert tuple(row) == COLUMNS
            for cell in row.values():
                assert not cell.startswith(("=", "+", "@", "\t")), cell
                assert not cell.startswith("-") or NUMBER.fullmatch(cell), cell


def test_the_lines_of_the_sheet_add_up() -> None:
    debrief = finished(2)[1]
    found = rows(sheet(debrief))
    for who in debrief.seats:
        lines = sum(int(row["value"]) for row in found if row["section"] == "score_line" and row["delegation"] == who)
        (points,) = (
            row["value"]
            for row in found
            if (row["section"], row["item"], row["delegation"]) == ("score", "points", who)
        )
        assert lines == int(points)
    moments = {row["moment"] for row in found if row["section"] == "moment"}
    assert moments == {str(at) for at in range(1, len(debrief.moments) + 1)}


def test_json_has_the_keys_that_are_described_and_names_beside_numbers() -> None:
    for debrief in (small(), hostile(), finished(2)[1]):
        data = json.loads(as_json(debrief))
        assert list(data) == list(KEYS)
        assert data["format"] == 1
        assert data == json.loads(json.dumps(as_data(debrief)))
        assert [each["delegation"] for each in data["scores"]] == list(debrief.seat_ids)
        for each in data["scores"]:
            assert sum(line["points"] for line in each["lines"]) == each["points"]
        assert len(data["moments"]) == len(debrief.moments)
        assert data["deals"]["outcome"]["text"].keys() == set(debrief.issue_ids)
    assert as_data(small())["moments"][0]["text"] == {"FIS": None, "GAU": None, "FER": 0}


def test_json_holds_no_character_that_steers() -> None:
    assert all(char == "\n" or char.isprintable() for char in as_json(hostile()))


def test_sections_have_different_keys_and_none_is_empty() -> None:
    made = sections(small())
    assert len({each.key for each in made}) == len(made) == 23
    assert all(each.blocks and each.title for each in made)


def test_the_same_debrief_gives_the_same_text() -> None:
    assert markdown(small()) == markdown(small())
    assert sheet(finished(6)[1]) == sheet(finished(6)[1])
