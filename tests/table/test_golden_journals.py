"""Journals of every format ever released are kept and opened for ever, with the scoring of their edition (R9.8).

Beside each journal stands what it says when it is opened, the open archive as text, and how its game ended, in figures.
`SUMMIT_GOLDEN=write` makes journals and figures that are missing, and the texts anew (after a change of wording); an
existing journal and its figures are never written again. Those of format 1 were compared with what the program of the
first edition said of them.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.text import text as debrief_text
from summit_game.deck.compile import TableOptions
from summit_game.engine import events as ev
from summit_game.engine.scenarios import fit
from summit_game.engine.scoring import scores
from summit_game.engine.setting import ENDINGS
from summit_game.table import entry as kinds
from summit_game.table.clock import PER_DECISION, ClockRule
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, games_folder, look, new_sitting, resume
from summit_game.table.injects import Inject
from summit_game.table.journal import JournalError, read
from summit_game.table.journal_head import edition_of
from summit_game.table.pinned_draw import is_drawn
from summit_game.table.sitter import Sitter
from support import DECK, SECOND_DECK

FOLDER = Path(__file__).parents[1] / "golden" / "journals"
ALL = sorted(FOLDER.glob("*.summit"))
WRITE = os.environ.get("SUMMIT_GOLDEN") == "write"
MIXED = ("by-the-book", "hardliner", "salami-slicer", "bridge-builder")


def _of_bots(deck: Path, seed: int, *bots: str) -> Sitting:
    sitting = new_sitting(deck, TableOptions(len(bots)), seed, {seat: Sitter(bot=bot) for seat, bot in enumerate(bots)})
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


MAKE: dict[str, Callable[[], Sitting]] = {
    "format-2-reopened": lambda: _of_bots(DECK, 1, *MIXED),
    "format-2-treaty": lambda: _of_bots(DECK, 15, *MIXED),
    "format-2-river": lambda: _of_bots(SECOND_DECK, 5, "cooperator", "opportunist"),
    "format-2-running": _running,
}
"""How the journals of this format are made; those of format 1 cannot be made any more."""
NAMES = ("format-1-finished", "format-1-running", *MAKE)


def end_of(sitting: Sitting) -> dict[str, Any]:
    """How a game stands at its last entry, in figures and names: no wording, nothing that a later program adds."""
    state, setting = sitting.table.state, sitting.table.setting
    seats = setting.seat_ids

    def by_seat(values: Any) -> dict[str, Any]:
        return dict(zip(seats, values, strict=True))

    return {
        "edition": edition_of(sitting.table.history.entries[0].data),
        "round": state.round,
        "ending": ENDINGS[state.ending] if state.ending >= 0 else None,
        "in_force": state.in_force,
        "text": dict(zip(setting.issue_ids, state.text, strict=True)),
        "tracks": dict(zip([track.id for track in setting.tracks], state.tracks, strict=True)),
        "seat_tracks": {
            track.id: by_seat(row) for track, row in zip(setting.seat_tracks, state.seat_tracks, strict=True)
        },
        "units": [dict(zip(setting.zones, row, strict=True)) for row in state.units],
        "adopted": by_seat(state.adopted),
        "goals": by_seat(own.goal for own in state.own),
        "moods": by_seat(own.mood for own in state.own),
        "briefs": by_seat([list(row) for row in sitting.table.game.secrets.briefs[s][own.brief].values]
                          for s, own in enumerate(state.own)),
        "fits": {name: fit(state, ending).points for ending, name in enumerate(ENDINGS)},
        "scores": {
            seats[each.seat]: {
                "points": each.points,
                "rating": each.rating,
                "lines": [[line.points, line.behind, getattr(line.text, "key", line.text)] for line in each.lines],
            }
            for each in (scores(state) if sitting.table.over else ())
        },
    }  # fmt: skip


@pytest.mark.skipif(not WRITE, reason="only with SUMMIT_GOLDEN=write")
@pytest.mark.parametrize("name", NAMES)
def test_write_what_is_missing(name: str) -> None:
    target = FOLDER / f"{name}.summit"
    if not target.exists():
        sitting = MAKE[name]()
        assert sitting.table.journal is not None
        sitting.table.journal.close()
        shutil.copy(sitting.table.journal.path, target)
    if not (figures := target.with_suffix(".json")).exists():
        written = json.dumps(end_of(look(str(target))), indent=1, ensure_ascii=False)
        figures.write_text(written + "\n", encoding="utf-8")
    target.with_suffix(".md").write_text(export(look(str(target)), "md", open_archive=True), encoding="utf-8")


def test_every_kept_journal_has_its_text_and_its_figures() -> None:
    for suffix in ("md", "json"):
        assert {each.stem for each in ALL} == {each.stem for each in FOLDER.glob(f"*.{suffix}")}
    assert {each.stem for each in ALL} == set(NAMES)


@pytest.mark.parametrize("journal", ALL, ids=lambda each: each.stem)
def test_a_kept_journal_opens_and_says_what_it_said(journal: Path) -> None:
    said = journal.with_suffix(".md").read_text(encoding="utf-8")
    assert export(look(str(journal)), "md", open_archive=True) == said


@pytest.mark.clause("R9.8")
@pytest.mark.parametrize("journal", ALL, ids=lambda each: each.stem)
def test_a_kept_journal_ends_and_is_scored_as_it_was(journal: Path) -> None:
    kept = json.loads(journal.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(end_of(look(str(journal))))) == kept
    edition = int(journal.stem.split("-")[1])
    assert kept["edition"] == read(journal).format == edition


@pytest.mark.clause("R9.8")
@pytest.mark.parametrize("journal", ALL, ids=lambda each: each.stem)
def test_a_kept_journal_is_debriefed_with_its_ratings(journal: Path) -> None:
    kept = json.loads(journal.with_suffix(".json").read_text(encoding="utf-8"))
    for archive in (False, True):
        debrief = analyse(look(str(journal)), archive)
        if kept["ending"] is not None:
            assert ENDINGS[debrief.ending] == kept["ending"]
            assert [each.rating for each in debrief.scores] == [each["rating"] for each in kept["scores"].values()]
        assert len(debrief_text(debrief).splitlines()) > 100


def test_the_kept_games_of_the_second_edition_hold_what_it_brought() -> None:
    happened: dict[str, set[type]] = {}
    for name in MAKE:
        sitting = look(str(FOLDER / f"{name}.summit"))
        assert is_drawn(sitting.table.history.entries[0].data)
        happened[name] = {type(event) for each in sitting.table.history.entries for event in each.events}
    assert {ev.IssueReopened, ev.SigningFailed, ev.CapitalVoted, ev.PackageAmended} <= happened["format-2-reopened"]
    assert {ev.TreatyInForce, ev.CapitalHesitated, ev.CapitalPaid, ev.StepAnswered} <= happened["format-2-treaty"]
    assert ev.GameEnded in happened["format-2-river"]
    assert ev.GameEnded not in happened["format-2-running"]
    written = {each.kind for each in look(str(FOLDER / "format-2-running.summit")).table.history.entries}
    assert written >= {kinds.UNDO, kinds.REDO, kinds.REWIND, kinds.NOTE, kinds.QUEUE, kinds.UNQUEUE, kinds.INJECT}
    assert written >= {kinds.SIT, kinds.TRACK, kinds.PAUSE, kinds.GO, kinds.CLOCK}


@pytest.mark.clause("R9.8")
def test_a_kept_game_of_the_first_edition_is_looked_at_but_not_played_on() -> None:
    games_folder().mkdir(parents=True)
    for name in ("format-1-finished", "format-1-running"):
        shutil.copy(FOLDER / f"{name}.summit", games_folder() / f"{name}.summit")
    assert resume("format-1-finished").table.over
    with pytest.raises(JournalError, match="-running can be replayed and debriefed, but not played on: it began"):
        resume("format-1-running")
    assert look("format-1-running").table.state.round >= 1
