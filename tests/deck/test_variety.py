"""Deck format 2: what the checker asks of a draw and of variety, and `summit deck upgrade`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from deck.test_reserved import checked
from summit_game.cli.main import cli
from summit_game.deck.check import CheckReport, check_path
from summit_game.deck.check_variety import DEALS, variety
from summit_game.rules.registry import parameters
from support import DECK, SECOND_DECK, the_deck


def changed(tmp_path: Path, file: str, *pairs: tuple[str, str], without_draw: bool = False) -> CheckReport:
    folder = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, folder)
    text = (folder / file).read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / file).write_text(text, encoding="utf-8")
    if without_draw:
        (folder / "draw.yaml").unlink()
    return check_path(folder, parameters())


@pytest.mark.parametrize("deck", [DECK, SECOND_DECK])
def test_the_best_text_of_a_drawn_deck_changes_from_deal_to_deal(deck: Path) -> None:
    found = variety(the_deck(deck))
    assert found is not None
    assert 2 * found.same <= DEALS
    report = check_path(deck, parameters())
    assert (report.faults, report.notes) == ((), ())


def test_a_deck_in_which_one_text_suits_everybody_in_nearly_all_deals_is_noted(tmp_path: Path) -> None:
    report = changed(tmp_path, "draw.yaml", ("  spread: [55, 75, 100, 135, 180]\n", ""))
    assert report.faults == ()
    (note,) = (each for each in report.notes if "one text suits everybody" in each.what)
    assert f"of {DEALS} deals" in note.what
    assert note.file.endswith("deck.yaml")


def test_that_too_is_silent_if_it_says_fixed(tmp_path: Path) -> None:
    folder = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, folder)
    for file, old, new in (
        ("draw.yaml", "  spread: [55, 75, 100, 135, 180]\n", ""),
        ("deck.yaml", "  format: 2\n", "  format: 2\n  fixed: true\n"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert not [note for note in check_path(folder, parameters()).notes if "one text" in note.what]


def test_a_deck_of_format_2_with_one_best_text_is_refused(tmp_path: Path) -> None:
    (fault,) = changed(tmp_path, "deck.yaml", without_draw=True).faults
    assert "the same in 100 of 100 deals" in fault.what


def test_not_if_it_says_fixed(tmp_path: Path) -> None:
    report = changed(tmp_path, "deck.yaml", ("  format: 2\n", "  format: 2\n  fixed: true\n"), without_draw=True)
    assert (report.faults, report.notes) == ((), ())


def test_in_format_1_it_is_a_note(tmp_path: Path) -> None:
    report = checked(tmp_path, lambda data: None, number=1)
    assert report.faults == ()
    assert any("the same in 100 of 100 deals" in note.what for note in report.notes)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[50, 80, 110, 160]", "[50, 80, 110]", "3 numbers"),
        ("shift: 60", "shift: 101", "shift"),
        ("most: 120", "most: {3: 120}", "3"),
        ("most: 120", "most: 1200", "1200"),
        ('WAT: {low: "0", high: "0-2"}', 'WAT: {low: "0", high: "0-7"}', "level 7"),
        ('WAT: {low: "0", high: "0-2"}', 'WAT: {low: "2-0", high: "0-2"}', "backwards"),
        ('WAT: {low: "0", high: "0-2"}', 'WAT: {low: "x", high: "0-2"}', "range"),
        ("    HF:\n", "    XX:\n", "XX"),
        ("    2: [5, ", "    2: [5, 5, ", "draws what set 1 draws"),
        ("    2: [5, ", "    3: [5, ", "table of 3"),
        ("    2: [5, ", "    2: [-5, ", "-5"),
        ("spread: [55, ", "spread: [5, ", "5"),
        ("    HF:\n", "    HF:\n      red_lines: [{issue: WAT, level: 1, chance: 101}]\n", "101"),
        ("    HF:\n", "    HF:\n      values: {WAT: [1, 2]}\n", "2 values"),
    ],
)
def test_a_wrong_draw_is_a_fault_at_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    faults = changed(tmp_path, "draw.yaml", (old, new)).faults
    assert any(says in fault.what and fault.file.endswith("draw.yaml") for fault in faults), faults


@pytest.mark.parametrize(("signs", "fault"), [(250, False), (251, True)])
@pytest.mark.parametrize("number", [1, 2])
def test_a_source_has_room_on_a_printed_card_in_format_2(tmp_path: Path, number: int, signs: int, fault: bool) -> None:
    old = 'source: "Invented for this deck"'
    changed(tmp_path, "issues.yaml", (old, f'source: "{"x" * signs}"'))
    path = tmp_path / SECOND_DECK.name / "deck.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("format: 2", f"format: {number}"), encoding="utf-8")
    said = [each.what for each in check_path(path.parent, parameters()).faults]
    assert any("printed card" in each for each in said) == (fault and number == 2)


def test_a_ranking_that_is_left_out_needs_format_2(tmp_path: Path) -> None:
    said = [each.what for each in changed(tmp_path, "deck.yaml", ("format: 2", "format: 1\n  ranking: false")).faults]
    assert any("ranking" in each and "format 2" in each for each in said)


def test_a_draw_needs_format_2_and_upgrade_writes_it(tmp_path: Path) -> None:
    faults = changed(tmp_path, "deck.yaml", ("format: 2", "format: 1")).faults
    assert {each.what for each in faults} == {
        f"`{key}` came with deck format 2" for key in ("box", "sea", "voice", "draw")
    }
    assert sum(each.file.endswith("draw.yaml") for each in faults) == 1
    folder = tmp_path / SECOND_DECK.name
    for says in ("is now of format 2", "newest format"):
        done = CliRunner().invoke(cli, ["deck", "upgrade", str(folder)])
        assert done.exit_code == 0, done.output
        assert says in done.output
    assert (folder / "deck.yaml").read_bytes() == (SECOND_DECK / "deck.yaml").read_bytes()
    assert check_path(folder, parameters()).faults == ()
