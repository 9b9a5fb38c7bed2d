"""Journals of every format ever released are kept and opened for ever.

Beside each journal stands what it says when it is opened: the open archive as text. `SUMMIT_GOLDEN=write` makes
journals that are missing, and the texts anew (after a change of wording); an existing journal is never written again.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.table.clock import PER_DECISION, ClockRule
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, games_folder, look, new_sitting, resume
from summit_game.table.injects import Inject
from summit_game.table.journal import JournalError
from summit_game.table.sitter import Sitter
from support import DECK

FOLDER = Path(__file__).parents[1] / "golden" / "journals"
NAMES = ("format-1-finished", "format-1-running")
WRITE = os.environ.get("SUMMIT_GOLDEN") == "write"


def _finished() -> Sitting:
    sitting = new_sitting(DECK, TableOptions(3), 21, {seat: Sitter(bot="random") for seat in range(3)})
    sitting.table.waiting_person()
    return sitting


def _running() -> Sitting:
    """A running game in which everything happened that an entry can say."""
    people = {0: Sitter(("Zoë", "=Ben")), 1: Sitter(bot="random")}
    sitting = new_sitting(DECK, TableOptions(4, ("quick",)), 22, people, ClockRule(PER_DECISION, 60))
    table = sitting.table

    def act() -> None:
        seat = table.asks_now[0]
        table.submit(seat, table.view(seat).legal()[0])

    for _ in range(6):
        act()
    seat = table.history.entries[-1].seat
    if table.why_no_undo(seat) is None:
        table.undo(seat)
        table.redo(seat)
        table.undo(seat)
    table.note("to all: “ready?”")
    table.note("for one", 2)
    table.enqueue(Inject(3, 2))
    table.enqueue(Inject(4, 3, 1))
    table.dequeue(list(table.queue.items)[-1])
    table.move_track(0, -1, "a reason")
    table.inject(5, 2)
    place = table.history.tip
    for _ in range(12):
        act()
    table.pause()
    table.go_on()
    table.rewind(place)
    table.sit(3, Sitter(bot="simple"))
    table.extend(30)
    for _ in range(30):
        act()
    return sitting


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))


@pytest.mark.skipif(not WRITE, reason="only with SUMMIT_GOLDEN=write")
@pytest.mark.parametrize(("name", "make"), [(NAMES[0], _finished), (NAMES[1], _running)])
def test_write_what_is_missing(name: str, make) -> None:
    target = FOLDER / f"{name}.summit"
    if not target.exists():
        sitting = make()
        assert sitting.table.journal is not None
        sitting.table.journal.close()
        shutil.copy(sitting.table.journal.path, target)
    (FOLDER / f"{name}.md").write_text(export(look(str(target)), "md", open_archive=True), encoding="utf-8")


def test_every_kept_journal_has_its_text() -> None:
    assert {each.stem for each in FOLDER.glob("*.summit")} == {each.stem for each in FOLDER.glob("*.md")}
    assert set(NAMES) <= {each.stem for each in FOLDER.glob("*.summit")}


@pytest.mark.parametrize("journal", sorted(FOLDER.glob("*.summit")), ids=lambda each: each.stem)
def test_a_kept_journal_opens_and_says_what_it_said(journal: Path) -> None:
    said = journal.with_suffix(".md").read_text(encoding="utf-8")
    assert export(look(str(journal)), "md", open_archive=True) == said


def test_a_kept_game_of_the_first_edition_is_looked_at_but_not_played_on() -> None:
    games_folder().mkdir(parents=True)
    for name in ("format-1-finished", "format-1-running"):
        shutil.copy(FOLDER / f"{name}.summit", games_folder() / f"{name}.summit")
    assert resume("format-1-finished").table.over
    with pytest.raises(JournalError, match="format-1-running can be replayed, but not played on: rule module"):
        resume("format-1-running")
    assert look("format-1-running").table.state.round >= 1
