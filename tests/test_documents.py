"""What documents promise to teachers is there, and what they name exists: found by structure, not by wording."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.bots.kinds import maker
from summit_game.bots.opponents import DIFFICULTIES
from summit_game.cli.main import cli
from summit_game.files import folders
from support import REPO

README = (REPO / "README.md").read_text(encoding="utf-8")


def _document(name: str) -> str:
    return (REPO / "docs" / name).read_text(encoding="utf-8")


def _section(text: str, word: str) -> str:
    """The section under the first heading that holds a word."""
    parts = re.split(r"^(#+ .*)$", text, flags=re.MULTILINE)
    return next(body for head, body in zip(parts[1::2], parts[2::2], strict=True) if word in head.lower())


@pytest.mark.fault("K20.4")
def test_the_readme_tells_a_teacher_of_classes_teams_and_another_computer() -> None:
    text = _section(README, "class")
    assert re.search(r"--seat \w+=human:\w+,\w+", text), "a team"
    assert "rules.md#" in text, "the lesson plan"
    assert ".summit" in text, "the file that is taken along"
    assert "docs/debrief.md" in text
    assert "docs/bots.md" in text


@pytest.mark.fault("K20.4")
def test_the_readme_names_every_variable_of_a_folder() -> None:
    names = [
        value for value in vars(folders).values() if isinstance(value, str) and re.fullmatch("SUMMIT_.*_DIR", value)
    ]
    assert len(names) >= 4
    assert [name for name in names if name not in README] == []


@pytest.mark.fault("K20.4")
@pytest.mark.parametrize("path", ["README.md", *(f"docs/{each.name}" for each in (REPO / "docs").glob("*.md"))])
def test_links_inside_the_documents_lead_somewhere(path: str) -> None:
    text = (REPO / path).read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\((?!\w+:)([^)#\s]*)(?:#([\w-]+))?\)", text):
        file = (REPO / path).parent / target if target else REPO / path
        assert file.exists(), target
        if anchor:
            heads = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}, anchor


@pytest.mark.fault("K20.4")
def test_locate_names_settings_keys_and_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CONFIG_DIR", str(tmp_path / "mine"))
    said = CliRunner().invoke(cli, ["locate"]).output
    paths = [Path(line.partition(": ")[2]) for line in said.splitlines()]
    assert {tmp_path / "mine" / "settings.toml", tmp_path / "mine" / "keys.toml"} <= set(paths)
    assert any((path / "hardliner.yaml").is_file() for path in paths)
    assert any(os.environ["SUMMIT_DATA_DIR"] in str(path) for path in paths)


@pytest.mark.fault("K20.7")
def test_the_page_about_bots_says_whom_to_choose() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", _section(_document("bots.md"), "which to choose"), re.MULTILINE)[2:]
    for word in ("lesson", "quarrel", "missing"):
        assert [kinds for row, kinds in rows if word in row], word
    for _, kinds in rows:
        for kind in re.findall(r"`([\w:-]+)`", kinds):
            maker(kind)
        assert set(re.findall(r"--opponents (\w+)", kinds)) <= set(DIFFICULTIES)


@pytest.mark.fault("K20.7")
def test_the_page_about_balance_says_for_whom_it_is_before_how() -> None:
    first = [line for line in _document("balance-report.md").splitlines() if line.strip()][1]
    assert "write decks" in first
    terms = re.findall(r"^- \*\*(.*?)\*\*", _document("balance-report.md"), re.MULTILINE)
    assert len(terms) >= 7


@pytest.mark.fault("K20.7")
def test_the_page_about_the_debrief_says_which_page_to_hand_out() -> None:
    text = _section(_document("debrief.md"), "quarter")
    assert re.search(r"hand out.*--short", text, re.IGNORECASE)
    shown = _section(_document("debrief.md"), "shown when")
    assert "--yes-show-secrets" in shown
    assert "word" in shown
