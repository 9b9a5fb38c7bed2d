"""Programs at a real table: named on the command line, resumed with it; never started by a file from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summit_game.bots.external import ExternalBot
from summit_game.deck.compile import TableOptions
from summit_game.table.games_folder import games_folder, look, new_sitting, resume
from summit_game.table.journal import JournalError
from summit_game.table.sitter import Sitter
from support import DECK, REPO

EXAMPLE = f'exec:"{sys.executable}" "{REPO / "docs" / "example_bot.py"}"'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "home"))


def test_a_program_sits_at_a_table_and_goes_on_after_a_resume_and_a_rewind():
    sitting = new_sitting(DECK, TableOptions(2), 4, {0: Sitter(), 1: Sitter(bot=EXAMPLE)})
    table = sitting.table
    for _ in range(4):
        table.submit(table.waiting_person(), table.view(0).legal()[0])
    table.waiting_person()
    reasons = [entry.why for entry in table.history.line() if entry.by == "exec"]
    assert "The best for us that I see." in reasons
    place, action = table.history.tip, table.view(0).legal()[0]
    table.submit(0, action)
    table.waiting_person()
    first = table.decisions
    table.journal.close()
    again = resume(sitting.id).table
    again.rewind(place)
    again.submit(0, action)
    again.waiting_person()
    assert again.decisions == first
    assert isinstance(again.bots[1], ExternalBot)
    for bot in (table.bots[1], again.bots[1]):
        bot.close()
    again.journal.close()


def test_a_file_from_elsewhere_starts_no_program(tmp_path):
    mark = tmp_path / "started"
    command = f'exec:"{sys.executable}" -c "open({str(mark)!r}, \'w\')"'
    sitting = new_sitting(DECK, TableOptions(2), 4, {0: Sitter(), 1: Sitter(bot=command)})
    sitting.table.journal.close()
    (journal,) = games_folder().iterdir()
    elsewhere = tmp_path / journal.name
    elsewhere.write_bytes(journal.read_bytes())
    with pytest.raises(JournalError, match=r"would start the program .* if you trust it"):
        resume(str(elsewhere))
    assert look(str(elsewhere)).table.bots == {}
    assert not mark.exists()


def test_a_program_is_named_on_the_command_line():
    seat = ("--seat", f"US={EXAMPLE}")
    done = subprocess.run(
        [*f"{sys.executable} -m summit_game.cli.main play --plain --seats 2 --seed 3 --deck".split(), DECK, *seat],
        input="1\n" * 200,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "stand-in" not in done.stderr
    assert done.returncode == 0, done.stderr
