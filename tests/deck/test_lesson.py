"""`docs/decks.md` cannot rot: its YAML stands in the deck, its faults are those of the checker, its commands run."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.deck.check import check_path
from summit_game.rules.registry import parameters
from support import DECK, REPO, SECOND_DECK

LESSON = (REPO / "docs" / "decks.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", LESSON, re.MULTILINE | re.DOTALL)
SHOWN = [body for kind, body in BLOCKS if kind == "yaml"]
WRONG = [(body, said) for (kind, body), (_, said) in pairwise(BLOCKS) if kind == "diff"]
COMMANDS = [line[2:] for kind, body in BLOCKS if kind == "console" for line in body.splitlines()]


def named(body: str) -> tuple[str, str]:
    """The file that a block names in its first line, and the rest of the block."""
    first, _, rest = body.partition("\n")
    return first.removeprefix("# "), rest


def damaged(folder: Path, body: str) -> Path:
    """A copy of the deck with the first place of the `-` lines changed to the `+` lines."""
    file, rest = named(body)
    old, new = ("".join(f"{line[1:]}\n" for line in rest.splitlines() if line[0] == sign) for sign in "-+")
    path = folder / SECOND_DECK.name
    for source in SECOND_DECK.rglob("*.yaml"):
        target = path / source.relative_to(SECOND_DECK)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        if target == path / file:
            assert old in text
            text = text.replace(old, new, 1)
        target.write_text(text, encoding="utf-8")
    return path


def faults_of(folder: Path, body: str) -> str:
    """What the checker says of the change, as the lesson shows it: without the folder before the file."""
    path = damaged(folder, body)
    return "".join(f"{fault}\n".replace(f"{path}/", "") for fault in check_path(path, parameters()).faults)


def test_the_lesson_has_something_to_check() -> None:
    assert len(SHOWN) > 10
    assert len(WRONG) > 8
    assert len(COMMANDS) > 3


@pytest.mark.parametrize("body", SHOWN)
def test_what_is_shown_stands_in_the_deck(body) -> None:
    file, text = named(body)
    path = REPO / "decks" / file if file.startswith(DECK.name) else SECOND_DECK / file
    assert text in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("body", "said"), WRONG)
def test_what_the_checker_says_is_what_it_says(body, said, tmp_path) -> None:
    assert said == faults_of(tmp_path, body) != ""


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_run(command, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    words = command.split()
    assert words.pop(0) == "summit"
    if words[0] == "play":  # the rest is a person's part
        words += ["--plain", "--new"]
    result = CliRunner().invoke(cli, words, input="")
    assert result.exit_code == 0, result.output
    assert result.output
