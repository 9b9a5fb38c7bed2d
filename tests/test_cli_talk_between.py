"""Messages between people on the command line (R19.1)."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.table.games_folder import games, look


@pytest.mark.parametrize("between", [True, False])
def test_a_table_chooses_messages_between_people_when_it_begins(
    between: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("SUMMIT_STATE_DIR", str(tmp_path / "state"))
    people = ("--seat", "RU=human", "--seat", "US=human")
    CliRunner().invoke(cli, ["play", "--plain", "--seed", "3", *people, *["--talk-between"] * between], input="")
    (entry,) = games()
    assert look(entry.id).table.talk_between == between
