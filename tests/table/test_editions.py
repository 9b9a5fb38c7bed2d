"""Editions of the rules, and what format 2 of the journal has besides format 1 (docs/journal.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_hostile_values import GOLDEN, entries_of, kept

from summit_game.cli.debrief import _written
from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.sizes import SIZES
from summit_game.debrief.whatif.line_of_play import Line, WhatIfError
from summit_game.deck.compile import TableOptions
from summit_game.engine.refusal import Refused
from summit_game.rules import EDITION
from summit_game.table.export import FORMATS, export
from summit_game.table.games_folder import games, games_folder, look, new_sitting, resume
from summit_game.table.journal import FORMAT, JournalError, read
from summit_game.table.log import EVERYTHING
from summit_game.table.opening import Sitting
from summit_game.table.replay import Replay
from summit_game.table.sitter import Sitter
from summit_game.words.messages import refusal_text
from support import FIRST_EDITION, SECOND_DECK
from test_cli_games import Home

OLD = {path.stem: path for path in GOLDEN if path.stem.startswith("format-1-")}


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
    games_folder().mkdir()
    return tmp_path


def closed(sitting: Sitting) -> Path:
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting.table.journal.path


def begun(deck: Path = SECOND_DECK, moves: int = 6) -> Path:
    """A game of people, some decisions old."""
    sitting = new_sitting(deck, TableOptions(2), 5)
    for _ in range(moves):
        seat = sitting.table.asks_now[0]
        sitting.table.submit(seat, sitting.table.view(seat).legal()[0])
    return closed(sitting)


# --- editions --------------------------------------------------------------------------------------------------------


@pytest.mark.clause("R9.8")
@pytest.mark.parametrize("deck", [SECOND_DECK, FIRST_EDITION], ids=["format-2-deck", "format-1-deck"])
def test_a_game_that_begins_now_says_this_edition_and_is_played_on(deck: Path) -> None:
    """Of a deck of any format: what is played is the edition of the rules, not that of the deck."""
    path = begun(deck)
    contents = read(path)
    assert contents.format == FORMAT == 2
    assert json.loads(contents.lines[0])["data"]["edition"] == EDITION == 2
    (entry,) = games()
    assert entry.open
    assert entry.edition == EDITION
    sitting = resume(path.stem.removesuffix(".summit"))
    seat = sitting.table.asks_now[0]
    assert sitting.table.submit(seat, sitting.table.view(seat).legal()[0])
    sitting.table.rewind(2)
    closed(sitting)


def older(name: str = "old") -> Path:
    """A game whose head names no edition, and which differs from one of today in nothing else."""
    entries = entries_of(begun())
    del entries[0]["data"]["edition"]
    return kept(entries, name, form=1)


def reads(path: Path) -> Iterator[str]:
    """Everything that a game can be looked at with."""
    name = str(path)
    yield from (export(look(name), form, True) for form in FORMATS)
    yield json.dumps(list(Replay(look(name), EVERYTHING).json_steps()))
    for form in (None, "json"):
        for archive in (False, True):
            yield from (_written(analyse(look(name), archive), form, size) for size in SIZES)


@pytest.mark.clause("R9.8")
@pytest.mark.parametrize("name", ["old", "format-1-running"])
def test_an_unfinished_game_of_an_older_edition_is_looked_at_and_debriefed_but_not_played_on(name: str) -> None:
    path = older() if name == "old" else OLD[name]
    if name != "old":
        (games_folder() / path.name).write_bytes(path.read_bytes())
    assert all(reads(path))
    before = path.read_bytes()
    with pytest.raises(JournalError, match="not played on: it began under edition 1 of the rules, and") as refused:
        resume(name)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == before
    entry = next(each for each in games() if each.id == name)
    assert not entry.problem
    assert entry.going_on
    assert not entry.open
    with pytest.raises(WhatIfError, match="edition 1"):
        Line(look(str(path)))


@pytest.mark.clause("R9.8")
def test_commands_say_in_one_sentence_why_an_old_game_is_not_played_on(data_folder: Path) -> None:
    older()
    home = Home(data_folder)
    done = home.all("play", "--plain", "--resume", "old")
    assert done.returncode == 65
    assert done.stderr == (
        "summit: old can be replayed and debriefed, but not played on: it began under edition 1 of the rules, "
        "and this program plays edition 2\n"
    )
    listed = next(line for line in home.run("games").splitlines() if line.startswith("old: "))
    assert listed.endswith("begun under edition 1 of the rules, to be replayed and debriefed only")
    assert "Round 1" in home.run("export", "old")


@pytest.mark.clause("R9.8")
@pytest.mark.parametrize("name", ["old", "format-1-finished"])
def test_a_finished_game_of_an_older_edition_opens_at_its_end_and_is_not_taken_back(name: str) -> None:
    if name == "old":
        sitting = new_sitting(SECOND_DECK, TableOptions(2), 3, dict.fromkeys(range(2), Sitter(bot="random")))
        sitting.table.waiting_person()
        entries = entries_of(closed(sitting))
        del entries[0]["data"]["edition"]
        kept(entries, name, form=1)
    else:
        (games_folder() / OLD[name].name).write_bytes(OLD[name].read_bytes())
    sitting = resume(name)
    table = sitting.table
    assert table.over
    seat = table.history.entries[table.history.tip].seat
    before = len(table.history.entries)
    for what in (lambda: table.rewind(2), lambda: table.undo(seat), lambda: table.redo(seat), lambda: table.inject(0)):
        with pytest.raises(Refused) as refused:
            what()
        assert refusal_text(refused.value.refusal).startswith("This game is looked at and not played on: it began")
        assert refusal_text(refused.value.refusal).endswith("(R9.8)")
    assert table.why_no_undo(seat) == refused.value.refusal
    assert len(table.history.entries) == before
    assert table.over
    closed(sitting)


def test_a_game_of_a_newer_edition_is_told_as_that() -> None:
    entries = entries_of(begun())
    entries[0]["data"]["edition"] = EDITION + 1
    kept(entries, "new")
    with pytest.raises(JournalError, match="under edition 3 of the rules, and this program knows editions up to 2"):
        look("new")


@pytest.mark.parametrize("edition", [0, -1, "2", 2.0, True, None])
def test_an_edition_is_a_whole_number(edition: object) -> None:
    entries = entries_of(begun())
    entries[0]["data"]["edition"] = edition
    kept(entries)
    with pytest.raises(JournalError, match="holds what this program does not know"):
        look("bent")


# --- format 2 --------------------------------------------------------------------------------------------------------


def test_a_kind_of_a_later_format_is_refused_in_one_sentence() -> None:
    entries = entries_of(begun())
    path = kept([*entries, after(entries[-1], "caucus")], "later", form=FORMAT + 1)
    with pytest.raises(JournalError, match=r"in format 3, and this program reads formats up to 2; use a newer Summit$"):
        look(str(path))
    path = kept([*entries, after(entries[-1], "caucus")], "unknown")
    with pytest.raises(JournalError, match=r"unknown\.summit holds what this program does not know"):
        look(str(path))


def after(last: dict[str, Any], kind: str, **values: Any) -> dict[str, Any]:
    """An entry of a kind that follows another one and changes nothing."""
    same = {name: last[name] for name in ("at", "stand") if name in last}
    return {"number": last["number"] + 1, "kind": kind, **same, **values}


def reserved() -> list[dict[str, Any]]:
    """A game with the entries that a later program writes: words, notes between people, and a typed-in outcome."""
    entries = entries_of(begun())
    add = [
        ("say", {"seat": 0, "by": "person", "text": "Our boats first.", "data": {"to": [1]}}),
        ("say", {"seat": 1, "by": "person", "text": "Heard by all.", "data": {"to": []}}),
        ("message", {"seat": 1, "by": "person", "text": "Between us two.", "data": {"to": [0]}}),
        ("outcome", {"text": "a roll of 4", "events": [["FlashTurned", "brink_check", -1, 4]]}),
    ]
    for kind, values in add:
        entries.append(after(entries[-1], kind, **values))
    return entries


def test_entries_of_later_features_are_kept_and_told_to_whom_they_go() -> None:
    path = kept(reserved())
    to_both = ["Highfield", "Lowmere"]
    said: dict[int, str] = {}
    for reader in (-1, 0, 1, EVERYTHING):
        replay = Replay(look("bent"), reader)
        said[reader] = "\n".join(line for at in range(len(replay.steps)) for line in replay.lines(at))
    for reader in (0, 1, EVERYTHING):
        assert f"{to_both[0]} to {to_both[1]}: Our boats first." in said[reader]
        assert f"A note from {to_both[1]} to {to_both[0]}: Between us two." in said[reader]
    for private in ("Our boats first.", "Between us two."):
        assert private not in said[-1]
    assert f"{to_both[0]} speaks to {to_both[1]}." in said[-1]
    assert f"A note goes from {to_both[1]} to {to_both[0]}." in said[-1]
    for everybody in ("Heard by all.", "An outcome is entered: a roll of 4"):
        assert all(everybody in each for each in said.values())
    assert all(reads(path))


def test_what_people_wrote_there_is_left_out_under_pseudonyms() -> None:
    kept(reserved())
    for form in FORMATS:
        written = export(look("bent"), form, True, pseudonyms=True)
        assert "a note" in written
        for text in ("Our boats first.", "Heard by all.", "Between us two.", "a roll of 4"):
            assert text not in written


def test_such_a_game_is_played_on() -> None:
    path = kept(reserved())
    sitting = resume("bent")
    table = sitting.table
    seat = table.asks_now[0]
    table.submit(seat, table.view(seat).legal()[0])
    table.rewind(table.history.entries[-1].number)
    digest = table.state.digest()
    closed(sitting)
    assert look(str(path)).table.state.digest() == digest
    assert Line(look(str(path))).votes is not None


@pytest.mark.parametrize("kind", ["say", "message", "outcome"])
def test_format_1_has_none_of_them(kind: str) -> None:
    entries = entries_of(begun())
    words = {"seat": 0, "text": "a word", "data": {"to": [1]}}
    entries.append(after(entries[-1], kind, **({} if kind == "outcome" else words)))
    kept(entries, form=2)
    look("bent")
    kept(entries, form=1)
    with pytest.raises(JournalError, match="kind of entry"):
        look("bent")


@pytest.mark.parametrize(
    "wrong",
    [
        {"seat": -1},
        {"seat": 7},
        {"text": ""},
        {"text": "x" * 401},
        {"data": {}},
        {"data": {"to": [0]}},
        {"data": {"to": [1, 1]}},
        {"data": {"to": [2]}},
        {"data": {"to": "1"}},
        {"data": {"to": [True]}},
        {"events": [["FlashTurned", "brink_check", -1, 4]]},
    ],
)
@pytest.mark.parametrize("kind", ["say", "message"])
def test_words_that_nobody_can_have_said_are_refused(kind: str, wrong: dict[str, Any]) -> None:
    entries = entries_of(begun())
    right = {"seat": 0, "text": "a word", "data": {"to": [1]}}
    kept([*entries, after(entries[-1], kind, **right)])
    look("bent")
    kept([*entries, after(entries[-1], kind, **(right | wrong))])
    with pytest.raises(JournalError, match="holds what this program does not know"):
        look("bent")
