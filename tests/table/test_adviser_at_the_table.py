"""The adviser at a table: who has one, and the mark that asking leaves in journal, log, exports and debrief."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.data import as_json
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sheets import sheet
from summit_game.debrief.forms.text import text
from summit_game.debrief.grading import written
from summit_game.deck.compile import TableOptions
from summit_game.engine.refusal import Refused
from summit_game.seat.advice import Advice
from summit_game.seat.port import Turned
from summit_game.table import entry as kinds
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, again, look, new_sitting, resume
from summit_game.table.log import EVERYTHING
from summit_game.table.port import LocalPort
from summit_game.table.replay import Replay
from summit_game.table.sitter import PERSON, Sitter
from summit_game.words.names import Words
from support import DECK

SAID = "Russian Federation asks its adviser."


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game(people: int = 1, adviser: bool | None = None, graded: bool = False, first: Sitter = PERSON) -> Sitting:
    sitters = {seat: PERSON if seat < people else Sitter(bot="by-the-book") for seat in range(4)}
    return new_sitting(DECK, TableOptions(4), 4, {**sitters, 0: first}, adviser=adviser, graded=graded)


def port(sitting: Sitting, seat: int = 0) -> LocalPort:
    return LocalPort(sitting.table, Words(sitting.table.setting, sitting.deck), seat)


def asked(sitting: Sitting) -> list[int]:
    return [each.seat for each in sitting.table.history.entries if each.kind == kinds.ADVICE]


def to_own_turn(sitting: Sitting) -> LocalPort:
    assert sitting.table.waiting_person() == 0
    return port(sitting)


def decide(sitting: Sitting) -> None:
    sitting.table.submit(0, sitting.table.view(0).legal()[0])
    sitting.table.waiting_person()


# --- who has one -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "adviser", "graded", "has"),
    [
        (1, None, False, True), (2, None, False, False), (4, None, False, False), (2, True, False, True),
        (1, False, False, False), (1, None, True, False), (1, True, True, False), (2, True, True, False),
    ],
)  # fmt: skip
def test_a_person_alone_has_one_and_others_if_it_is_chosen_but_never_in_a_graded_game(
    people: int, adviser: bool | None, graded: bool, has: bool
) -> None:
    sitting = a_game(people, adviser, graded)
    seat = to_own_turn(sitting)
    assert seat.page().adviser is has
    assert isinstance(seat.advice(), Advice) is has
    assert asked(sitting) == ([0] if has else [])
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    resumed = resume(sitting.id)
    assert resumed.table.advises is has
    assert again(resumed, 9).table.advises is has


def test_a_team_at_one_delegation_is_not_alone() -> None:
    assert not a_game(first=Sitter(("Ana", "Ben"))).table.advises
    assert a_game(first=Sitter(("Ana",))).table.advises


def test_the_facilitator_gives_an_adviser_and_takes_it_and_that_stands_in_the_journal() -> None:
    sitting = a_game(2)
    sitting.table.set_adviser(True)
    assert isinstance(to_own_turn(sitting).advice(), Advice)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    resumed = resume(sitting.id)
    assert resumed.table.advises
    resumed.table.set_adviser(False)
    assert isinstance(port(resumed).advice(), Turned)
    assert [each.said for each in analyse(resumed).acts] == [
        "Delegations may ask an adviser from now on.",
        "There is no adviser any more.",
    ]


def test_nobody_gives_a_graded_game_an_adviser() -> None:
    sitting = a_game(graded=True)
    with pytest.raises(Refused):
        sitting.table.set_adviser(True)
    assert not sitting.table.advises
    turned = to_own_turn(sitting).advice()
    assert turned == Turned("There is no adviser at this table. (R9.6)")


def test_only_whoever_is_asked_may_ask_and_not_in_a_pause() -> None:
    sitting = a_game(2, adviser=True)
    to_own_turn(sitting)
    assert isinstance(port(sitting, 1).advice(), Turned)
    assert isinstance(port(sitting, -1).advice(), Turned)
    assert not port(sitting, 1).page().adviser
    sitting.table.pause()
    assert isinstance(port(sitting).advice(), Turned)
    assert asked(sitting) == []


def test_an_adviser_that_fails_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = a_game()
    monkeypatch.setattr("summit_game.table.advice.advice", lambda view: 1 // 0)
    assert to_own_turn(sitting).advice() == Turned("The adviser has nothing to say here.")
    decide(sitting)


# --- what it says ----------------------------------------------------------------------------------------------------


def test_what_it_says_can_be_written_as_it_stands() -> None:
    sitting = a_game()
    two = 0
    while sitting.table.waiting_person() is not None and sitting.table.state.round < 3:
        seat = port(sitting)
        found = seat.advice()
        assert isinstance(found, Advice)
        two += len(found.ways) == 2
        assert bool(found.note) == (len(found.ways) == 1)
        assert all(way.label and way.lines for way in found.ways)
        assert not isinstance(seat.send(found.ways[-1].action), Turned)
    assert two > 5


# --- the mark --------------------------------------------------------------------------------------------------------


def test_asking_changes_nothing_of_the_game_and_counts_once_for_a_decision() -> None:
    sitting = a_game()
    seat = to_own_turn(sitting)
    table = sitting.table
    before = (table.state.key(), table.history.tip, seat.asked(), [each.action for each in seat.question().rows])
    first = seat.advice()
    assert seat.advice() == first
    assert (
        table.state.key(),
        table.history.tip,
        seat.asked(),
        [each.action for each in seat.question().rows],
    ) == before
    assert asked(sitting) == [0]
    decide(sitting)
    seat.advice()
    assert asked(sitting) == [0, 0]


def test_undo_takes_back_the_move_and_not_the_mark() -> None:
    sitting = a_game()
    seat = to_own_turn(sitting)
    seat.advice()
    sitting.table.submit(0, sitting.table.view(0).legal()[0])
    assert seat.undo() is None
    assert asked(sitting) == [0]
    seat.advice()
    assert asked(sitting) == [0, 0], "it is another decision now"
    sitting.table.rewind(2)
    assert asked(sitting) == [0, 0]
    assert analyse(sitting).adviser == (2, 0, 0, 0)


def two_questions() -> Sitting:
    sitting = a_game(first=Sitter(("Ana",)))
    for _ in range(2):
        to_own_turn(sitting).advice()
        decide(sitting)
    return sitting


def test_the_journal_keeps_it_and_all_are_told_that_it_was_asked_and_not_what_it_said() -> None:
    sitting = two_questions()
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    found = look(sitting.id)
    assert asked(found) == [0, 0]
    for reader in (-1, 0, 1, EVERYTHING):
        replay = Replay(found, reader)
        lines = [replay.lines(at) for at, each in enumerate(replay.steps) if each.kind == kinds.ADVICE]
        assert lines == [[SAID], [SAID]]
    told = [line for beat in port(found, 1).told(0).beats for line in beat.lines]
    assert told.count(SAID) == 2
    entry = next(each for each in found.table.history.entries if each.kind == kinds.ADVICE)
    assert not (entry.events)
    assert not (entry.text)
    assert not (entry.why)
    assert not (entry.action)


@pytest.mark.parametrize("pseudonyms", [False, True])
def test_every_export_has_the_mark(pseudonyms: bool) -> None:
    sitting = two_questions()
    rows = list(csv.DictReader(io.StringIO(export(sitting, "csv", pseudonyms=pseudonyms).lstrip("\ufeff"))))
    assert [row["in_words"] for row in rows if row["action"] == "advice"] == [SAID, SAID]
    assert export(sitting, "md", pseudonyms=pseudonyms).count("asks its adviser") == 2
    steps = json.loads(export(sitting, "json", pseudonyms=pseudonyms))["steps"]
    assert [each["delegation"] for each in steps if each["kind"] == "advice"] == ["RU", "RU"]


def test_every_form_of_the_debrief_counts_it() -> None:
    found = analyse(two_questions())
    sentence = "The adviser was asked: by Russian Federation 2 times."
    assert sentence in text(found)
    assert sentence in markdown(found)
    assert sentence in page(found)
    assert [each["asked_adviser"] for each in json.loads(as_json(found))["delegations"]] == [2, 0, 0, 0]
    rows = list(csv.DictReader(io.StringIO(sheet(found).lstrip("\ufeff"))))
    assert next((row["delegation"], row["value"]) for row in rows if row["item"] == "asked_adviser") == (
        "Russian Federation", "2",
    )  # fmt: skip
    nobody = analyse(a_game())
    assert "The adviser was asked" not in text(nobody)


def test_a_teacher_who_grades_reads_it_for_each_person() -> None:
    (ana,) = json.loads(written(two_questions(), "json"))["people"]
    assert ana["adviser"] == 2
