"""Numbered sets of mandates and briefs (R1.4d): what the shipped ones claim; chosen, printed, played."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.deals.drawn import DrawSpec, drawn_of
from summit_game.deals.sets import SETS, NumberedSet, chosen, set_of, spread
from summit_game.deck.check import check_path
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.dealing import draw_spec
from summit_game.rules.registry import parameters
from summit_game.table.checked import check_head
from summit_game.table.checked_events import Unsound
from summit_game.table.games_folder import again, look, new_sitting, resume
from support import DECK, SECOND_DECK, game_of, the_deck

TABLES = [*((DECK, seats) for seats in (2, 3, 4, 5, 6)), (SECOND_DECK, 2)]
tables = pytest.mark.parametrize(("deck", "seats"), TABLES, ids=[f"{deck.name}-{seats}" for deck, seats in TABLES])


def spec_of(deck: Path, seats: int, number: int | None = None) -> DrawSpec:
    spec = draw_spec(the_deck(deck), game_of(seats, deck=deck), number)
    assert spec is not None
    return spec


def shipped(deck: Path, seats: int) -> list[NumberedSet]:
    draw = the_deck(deck).draw
    assert draw is not None
    return [set_of(spec_of(deck, seats), seed) for seed in draw.sets[seats]]


@pytest.mark.clause("R1.4d")
@tables
def test_a_deck_prints_twelve_sets_for_each_table_and_each_leaves_room_for_agreement(deck: Path, seats: int) -> None:
    sets, spec = shipped(deck, seats), spec_of(deck, seats)
    assert len(sets) == SETS
    for each in sets:
        assert each.drawn.within
        assert spec.least * each.zone.size <= 1000 * int(each.zone.sum()) <= spec.most * each.zone.size
        assert each.best


@pytest.mark.clause("R1.4d")
@tables
def test_the_sets_of_a_deck_differ(deck: Path, seats: int) -> None:
    found = spread(shipped(deck, seats))
    assert (found.best, found.commonest) == (SETS, 1)
    # Of six delegations only few texts suit all, and they lie close together.
    least = 1 if deck != DECK else 2 if seats == 6 else 3
    assert found.nearest >= least
    assert found.fitting < SETS, "one text suits everybody in every set"


@pytest.mark.clause("R1.4d")
@pytest.mark.slow
@tables
def test_the_sets_of_a_deck_are_those_that_are_chosen_for_it(deck: Path, seats: int) -> None:
    assert [each.seed for each in chosen(spec_of(deck, seats))] == [each.seed for each in shipped(deck, seats)]


@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
def test_a_further_red_line_stands_in_as_many_sets_as_its_chance_says(seats: int) -> None:
    hard = sum(each.drawn.seats[0].red[0][1] for each in shipped(DECK, seats))
    assert hard == {2: 2}.get(seats, 5)  # 20 and 38 in 100, of twelve


def test_few_sets_are_the_first_of_many_and_the_seeds_may_not_hold_so_many() -> None:
    spec = spec_of(SECOND_DECK, 2)
    some, more = chosen(spec, 3, 40), chosen(spec, 6, 40)
    assert [each.seed for each in some] == [each.seed for each in more[:3]]
    assert len(chosen(spec, 12, 5)) <= 5


# --- the checker -----------------------------------------------------------------------------------------------------


def faults_with(tmp_path: Path, *pairs: tuple[str, str]):
    folder = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, folder)
    text = (folder / "draw.yaml").read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "draw.yaml").write_text(text, encoding="utf-8")
    return check_path(folder, parameters())


def test_a_set_in_which_no_text_suits_everybody_is_a_fault(tmp_path: Path) -> None:
    pairs = [("zone: {least: 20, most: 120}", "zone: {least: 999, most: 1000}"), ("attempts: 40", "attempts: 1")]
    faults = faults_with(tmp_path, *pairs).faults
    assert len([each for each in faults if "too few or too many texts suit everybody" in each.what]) == SETS


def test_two_sets_with_one_best_text_are_noted(tmp_path: Path) -> None:
    spec = spec_of(SECOND_DECK, 2)
    first = shipped(SECOND_DECK, 2)[0]
    twin = next(seed for seed in range(300, 900) if set_of(spec, seed).best == first.best)
    report = faults_with(tmp_path, (f"    2: [{first.seed}, ", f"    2: [{first.seed}, {twin}, "))
    assert report.faults == ()
    (note,) = report.notes
    assert "set 2 of the table of 2 has the same best text as set 1" in note.what


# --- printed ---------------------------------------------------------------------------------------------------------


def run(*words: str):
    return CliRunner().invoke(cli, ["deck", "sets", *words])


def test_the_sheet_shows_every_mandate_every_value_and_the_value_without_a_treaty() -> None:
    done = run("linnet-river")
    assert done.exit_code == 0, done.output
    sheets = re.split(r"^## Set \d+$", done.output, flags=re.MULTILINE)[1:]
    sets = shipped(SECOND_DECK, 2)
    assert len(sheets) == len(sets)
    for text, each in zip(sheets, sets, strict=True):
        for seat in each.drawn.seats:
            assert f"Points without a treaty: {seat.brief.reservation}." in text
            for row in seat.brief.values:
                assert f"| {' | '.join(map(str, row))} |" in text
            for (low, high), red in zip(seat.mandate, seat.red, strict=True):
                levels = str(low) if low == high else f"{low} to {high}"
                lines = ", ".join(str(level) for level, flag in enumerate(red) if flag)
                assert f"| {levels}{f'; red line {lines}' if lines else ''} |" in text
    again_ = run("linnet-river")
    assert again_.output == done.output


def test_yaml_can_be_read_and_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "sets.yaml"
    assert run("european-security-2021", "--seats", "3", "--count", "2", "--yaml", "--out", str(file)).exit_code == 0
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert read["seats"] == 3
    for one, each in zip(read["sets"], shipped(DECK, 3)[:2], strict=True):
        assert one["seed"] == each.seed
        assert tuple(one["best"].values()) == each.best
        for seat in each.drawn.seats:
            (who,) = (
                name
                for name, brief in one["briefs"].items()
                if list(map(tuple, brief["values"].values())) == list(seat.brief.values)
            )
            assert one["briefs"][who]["reservation"] == seat.brief.reservation
    again_ = run("european-security-2021", "--yaml", "--out", str(file))
    assert "exists already" in str(again_.exception)


def test_a_deck_that_draws_nothing_or_has_no_such_table_is_told_so(tmp_path: Path) -> None:
    assert "no table" in str(run("linnet-river", "--seats", "5").exception)
    folder = tmp_path / SECOND_DECK.name
    shutil.copytree(SECOND_DECK, folder)
    (folder / "draw.yaml").unlink()
    text = (folder / "deck.yaml").read_text(encoding="utf-8")
    (folder / "deck.yaml").write_text(text.replace("  format: 2\n", "  format: 2\n  fixed: true\n"), encoding="utf-8")
    done = run(str(folder))
    assert "draws no mandates and briefs" in str(done.exception)


# --- played ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))


@pytest.mark.clause("R1.4d")
@pytest.mark.usefixtures("_own_folder")
def test_a_table_takes_a_set_whatever_its_seed_and_keeps_it() -> None:
    third = shipped(DECK, 4)[2]
    tables = [new_sitting(DECK, TableOptions(4, set=3), seed) for seed in (1, 2)]
    for each in tables:
        assert drawn_of(each.table.game).seats == third.drawn.seats
        assert each.table.history.entries[0].data["options"]["set"] == 3
        assert each.table.journal is not None
        each.table.journal.close()
    hands = [[own.proposals for own in each.table.state.own] for each in tables]
    assert hands[0] != hands[1], "everything else is dealt as always"
    assert resume(tables[0].id).table.game.secrets == tables[0].table.game.secrets
    assert look(tables[1].id).table.game.setting.seat_specs == tables[1].table.game.setting.seat_specs
    assert drawn_of(again(tables[0], 9).table.game).seats == third.drawn.seats
    drawn = new_sitting(DECK, TableOptions(4), 1)
    assert "set" not in drawn.table.history.entries[0].data["options"]
    assert drawn_of(drawn.table.game).seats != third.drawn.seats


@pytest.mark.usefixtures("_own_folder")
@pytest.mark.parametrize("wrong", ["3", 3.0, None, True, [3]])
def test_a_head_with_something_else_for_a_set_is_refused(wrong: object) -> None:
    head = json.loads(json.dumps(new_sitting(DECK, TableOptions(4, set=3), 1).table.history.entries[0].data))
    check_head(head)
    head["options"]["set"] = wrong
    with pytest.raises(Unsound):
        check_head(head)


@pytest.mark.parametrize(
    ("deck", "options"),
    [
        (DECK, TableOptions(4, set=13)),
        (DECK, TableOptions(4, set=0)),
        (SECOND_DECK, TableOptions(2, ("first-lesson",), set=1)),
    ],
)
def test_a_set_that_the_table_does_not_have_is_refused_in_a_sentence(deck: Path, options: TableOptions) -> None:
    from summit_game.deck.door import game_of as compiled

    with pytest.raises(SetupError, match=f"no set {options.set}"):
        compiled(the_deck(deck), options)


def test_bots_play_a_set_too() -> None:
    words = ["simulate", "--deck", "linnet-river", "--games", "2", "--jobs", "1", "--json"]
    plain, with_set, same = (
        json.loads(CliRunner().invoke(cli, [*words, *more]).output) for more in ([], ["--set", "2"], ["--set", "2"])
    )
    assert "set" not in plain
    assert with_set["set"] == 2
    assert with_set["digest"] == same["digest"] != plain["digest"]
