"""Who played: people stand in journals by id, their names in a file beside; nobody who sat is lost (K12)."""

from __future__ import annotations

import errno
import json
import shutil
import stat
from pathlib import Path

import pytest
from test_hostile_values import entries_of, kept

from summit_game.deck.compile import TableOptions
from summit_game.table import journal as journals
from summit_game.table import people as file_of_names
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, again, erase, games, games_folder, look, new_sitting, resume
from summit_game.table.journal import JournalError, read
from summit_game.table.people import People, people_file
from summit_game.table.seatings import by_seat, played_by
from summit_game.table.sitter import Sitter
from support import DECK

GOLDEN = Path(__file__).parents[1] / "golden" / "journals"
ANA, BEN, ZOE = "Ana Anatole", "Ben, Esq.", "Zoë"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def begun(*names: str, seats: int = 2) -> Sitting:
    sitters = {0: Sitter(names)} | {seat: Sitter(bot="random") for seat in range(1, seats)}
    return new_sitting(DECK, TableOptions(seats, ("quick",)), 5, sitters)


def left(sitting: Sitting) -> Path:
    """The journal of a sitting that is left, closed."""
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting.table.journal.path


def played_on(sitting: Sitting) -> None:
    sitting.table.sit(0, Sitter(bot="random"))
    sitting.table.waiting_person()


@pytest.mark.fault("K12.1")
def test_a_journal_holds_ids_and_the_file_beside_it_the_names() -> None:
    sitting = begun(ANA, BEN)
    sitting.table.sit(0, Sitter((ZOE, ANA)))
    path = left(sitting)
    written = path.read_text(encoding="utf-8")
    assert [name for name in (ANA, BEN, ZOE) if name in written] == []
    assert '{"ids":["S1","S2"]}' in written
    assert '"data":{"ids":["S3","S1"]}' in written
    assert people_file(path).read_text(encoding="utf-8") == f"S1 {ANA}\nS2 {BEN}\nS3 {ZOE}\n"
    assert stat.S_IMODE(people_file(path).stat().st_mode) == 0o600


def test_a_game_of_bots_and_of_people_without_names_has_no_file_of_names() -> None:
    path = left(begun())
    assert not people_file(path).exists()
    assert look(path.name.removesuffix(".summit")).table.sitters[0] == Sitter()


def test_a_resumed_game_knows_everybody_and_gives_the_same_person_the_same_id() -> None:
    sitting = begun(ANA, BEN)
    sitting.table.sit(0, Sitter((ZOE,)))
    left(sitting)
    resumed = resume(sitting.id)
    assert resumed.table.sitters[0] == Sitter((ZOE,))
    resumed.table.sit(0, Sitter((BEN, "Cem")))
    path = left(resumed)
    assert '"data":{"ids":["S2","S4"]}' in path.read_text(encoding="utf-8")
    assert look(sitting.id).table.sitters[0] == Sitter((BEN, "Cem"))


def test_a_copy_elsewhere_has_the_names_if_the_file_went_with_it(tmp_path: Path) -> None:
    path = left(begun(ANA))
    alone, both = tmp_path / "alone" / path.name, tmp_path / "both" / path.name
    for copy in (alone, both):
        copy.parent.mkdir()
        shutil.copy(path, copy)
    shutil.copy(people_file(path), people_file(both))
    assert look(str(both)).table.sitters[0] == Sitter((ANA,))
    assert look(str(alone)).table.sitters[0] == Sitter(("S1",))
    resumed = resume(str(alone))
    resumed.table.sit(0, Sitter(("S1", BEN)))
    left(resumed)
    assert people_file(alone).read_text(encoding="utf-8") == f"S2 {BEN}\n", "S1 is still somebody else"
    assert look(str(alone)).table.sitters[0] == Sitter(("S1", BEN))


def test_once_more_takes_the_names_along_and_leaves_those_that_are_erased() -> None:
    sitting = begun(ANA, BEN)
    assert file_of_names.erase_name(left(sitting), ANA.upper())
    seen = look(sitting.id)
    assert seen.table.sitters[0] == Sitter(("S1", BEN))
    once_more = again(seen, 6)
    assert once_more.table.sitters[0] == Sitter((BEN,))
    assert people_file(left(once_more)).read_text(encoding="utf-8") == f"S1 {BEN}\n"


def test_the_file_of_names_goes_with_the_game() -> None:
    sitting = begun(ANA)
    path = left(sitting)
    assert people_file(path) in erase(sitting.id)
    assert list(games_folder().iterdir()) == []


def test_when_the_last_name_is_erased_so_is_the_file() -> None:
    sitting = begun(ANA)
    path = left(sitting)
    assert not file_of_names.erase_name(path, BEN)
    assert file_of_names.erase_name(path, "s1")
    assert not people_file(path).exists()
    assert ANA not in games()[0].sitters[0].people


# --- disks that refuse -----------------------------------------------------------------------------------------------


def full(*_args: object, **_values: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_names_of_a_game_in_memory_are_kept_and_saved_once_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(journals.Record, "create", full)
        sitting = begun(ANA)
        sitting.table.sit(0, Sitter((ZOE,)))
        assert sitting.table.trouble is not None
        assert not people_file(sitting.table.journal.path).exists(), "no names without a game"  # type: ignore[union-attr]
    sitting.table.note("there is room")
    assert sitting.table.trouble is None
    assert people_file(left(sitting)).read_text(encoding="utf-8") == f"S1 {ANA}\nS2 {ZOE}\n"


def test_names_that_cannot_be_saved_are_told_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as disk:
        disk.setattr(file_of_names, "write", full)
        sitting = begun(ANA)
        assert "names of people are NOT being saved" in str(sitting.table.trouble)
        assert sitting.table.lost(sitting.id) == "", "the game itself is saved"
        assert sitting.table.sitters[0] == Sitter((ANA,))
    sitting.table.note("there is room")
    assert sitting.table.trouble is None
    assert people_file(left(sitting)).exists()


@pytest.mark.parametrize("what", ["folder", "no text", "much too large"])
def test_names_that_cannot_be_read_hinder_nothing_and_are_not_overwritten(what: str) -> None:
    sitting = begun(ANA)
    names = people_file(left(sitting))
    names.unlink()
    if what == "folder":
        names.mkdir()
    else:
        names.write_bytes(b"S1 \xff\xfe" if what == "no text" else b"S1 Ana\n" * 200_000)
    resumed = resume(sitting.id)
    assert "cannot be read" in resumed.note
    assert resumed.table.sitters[0] == Sitter(("S1",))
    assert [each.problem for each in games()] == [""]
    before = None if what == "folder" else names.read_bytes()
    resumed.table.sit(0, Sitter((BEN,)))
    assert "NOT being saved" in str(resumed.table.trouble)
    assert before == (None if what == "folder" else names.read_bytes())
    left(resumed)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("S1 \x1b[31mAna\u202e\n", "[31mAna"),
        ("S1 " + "A" * 500, "A" * 39 + "…"),
        ("S1\nS1 \nS0 Nobody\nS1x Nobody\n1 Nobody\n", "S1"),
        ("\ufeffS1 Ana\r\nS1 \r\n", "Ana"),
    ],
)
def test_the_file_of_names_is_read_as_what_a_stranger_typed(text: str, shown: str) -> None:
    sitting = begun(ANA)
    people_file(left(sitting)).write_bytes(text.encode())
    assert look(sitting.id).table.sitters[0].people == (shown,)


@pytest.mark.parametrize("ids", [["Ana"], "S1", [1], [["S1"]], ["S0"], [f"S{10**9}"], None])
def test_ids_that_are_none_are_refused(ids: object) -> None:
    sitting = begun(ANA)
    path = left(sitting)
    lines = [json.loads(each) for each in read(path).lines]
    lines[0]["data"]["sitters"][0] = {"ids": ids}
    path.unlink()
    other = journals.Journal.create(path, "0")
    for each in lines:
        other.append(each)
    other.close()
    with pytest.raises(JournalError, match="does not know"):
        look(sitting.id)


# --- older journals --------------------------------------------------------------------------------------------------


def test_a_journal_with_names_in_it_opens_as_it_is_and_who_comes_now_stands_in_it_by_id(tmp_path: Path) -> None:
    first = shutil.copy(GOLDEN / "format-1-running.summit", tmp_path / "old.summit")
    assert look(str(first)).table.sitters[0] == Sitter(("Zoë", "=Ben"))
    entries = entries_of(left(begun(seats=3)))
    entries[0]["data"]["sitters"][0] = {"people": ["Zoë", "=Ben"]}
    path = kept(entries)
    seen = look(str(path))
    assert seen.table.sitters[0] == Sitter(("Zoë", "=Ben"))
    resumed = resume(str(path))
    assert not people_file(path).exists(), "names that stand in the journal need no file"
    resumed.table.sit(1, Sitter(("Cem", "Zoë")))
    left(resumed)
    assert "Cem" not in path.read_text(encoding="utf-8")
    assert look(str(path)).table.sitters[1] == Sitter(("Cem", "Zoë"))
    assert file_of_names.in_journal(look(str(path)).table.history.entries) >= {"Zoë", "=Ben"}
    file_of_names.erase_name(path, "Cem")
    assert look(str(path)).table.sitters[1] == Sitter(("S3", "Zoë"))


def test_ids_are_given_in_the_order_of_sitting_down_and_never_twice() -> None:
    people = People()
    assert [people.id_of(each) for each in (BEN, ANA, BEN, ZOE)] == ["S1", "S2", "S1", "S3"]
    assert people.pseudonym(Sitter((ZOE, BEN))) == Sitter(("S3", "S1"))


# --- who sat where ---------------------------------------------------------------------------------------------------


@pytest.mark.fault("K12.1")
def test_everybody_who_sat_is_in_the_list_and_in_every_export_through_swaps_and_rewinds() -> None:
    sitting = begun(ANA, BEN, seats=3)
    table = sitting.table
    place = table.history.tip
    table.waiting_person()
    seat = table.asks_now[0]
    table.submit(seat, table.view(seat).legal()[0])
    table.sit(0, Sitter((ZOE,)))
    while table.asks_now and table.state.round < 2:
        seat = table.asks_now[0]
        table.bot_acts(seat) if seat in table.bots else table.submit(seat, table.view(seat).legal()[0])
    table.rewind(place)
    played_on(sitting)
    sat = by_seat(table.seatings)
    assert [each.sitter for each in sat[0]] == [Sitter((ANA, BEN)), Sitter((ZOE,)), Sitter(bot="random")]
    assert [(each.first_round, each.last_round) for each in sat[0]] == [(1, 1), (1, 2), (1, table.state.round)]
    assert [each.decisions for each in sat[0]][:2] == [0, 0], "what they did was taken back"
    assert sum(each.decisions for each in table.seatings) == len(table.decisions)
    path = left(sitting)
    entry = games()[0]
    assert [(each.sitter, each.first_round, each.last_round) for each in entry.seatings] == [
        (each.sitter, each.first_round, each.last_round) for each in table.seatings
    ]
    told = played_by(sat[0])
    assert told == f"{ANA} and {BEN} in round 1, {ZOE} in rounds 1 to 2, a bot (random) in rounds 1 to {entry.stand[0]}"
    for form in ("md", "csv", "json"):
        written = export(look(str(path)), form).replace("\\", "")
        assert [name for name in (ANA, BEN, ZOE) if name not in written] == [], form
        hidden = export(look(str(path)), form, pseudonyms=True)
        assert [name for name in (ANA, BEN, ZOE) if name in hidden] == [], form
        assert [each for each in ("S1 and S2", "S3") if each not in hidden] == [], form


@pytest.mark.fault("K12.2")
def test_each_row_of_the_csv_says_who_sat_there() -> None:
    sitting = begun(ANA)
    table = sitting.table
    while table.asks_now and table.state.round < 2:
        seat = table.asks_now[0]
        table.bot_acts(seat) if seat in table.bots else table.submit(seat, table.view(seat).legal()[0])
    table.sit(0, Sitter((ZOE,)))
    table.note("the bell rings")
    table.waiting_person()
    seat = table.asks_now[0]
    table.submit(seat, table.view(seat).legal()[0])
    rows = [each for each in export(look(left(sitting).stem), "csv").splitlines() if "person" in each]
    assert all(each.endswith((f",{ANA}", f",{ZOE}")) for each in rows)
    assert rows[0].endswith(ANA)
    assert rows[-1].endswith(ZOE)
