"""Scoreable games of others: read, refused with one sentence, and counted as published."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.cli.deals import deals
from summit_game.cli.exits import EXIT_DATA, EXIT_USAGE, Complaint
from summit_game.debrief.scoreable import (
    ScoreTableError,
    analyse_tables,
    deal_text,
    read_deal,
    read_tables,
)
from support import REPO

PUBLISHED = REPO.parent / "shared" / "data" / "scoreable"

# Game -> deals, feasible, unanimous, Pareto, Pareto and unanimous, Pareto and feasible; deals that each party accepts,
# of all and of the feasible; Nash deal and its product, largest sum and its deal, the same of the unanimous deals.
COUNTED = {
    "base": (
        (720, 55, 12, 481, 12, 51),
        (646, 555, 462, 354, 195, 320),
        (55, 47, 40, 55, 55, 35),
        ("A2,B3,C3,D2,E3", 6_031_872, "A2,B3,C1,D1,E1", 412, "A2,B3,C2,D2,E4", 391),
    ),
    "base_7players": (
        (2880, 204, 52, 1360, 43, 135),
        (2118, 2325, 1917, 1348, 1083, 1200, 1700),
        (202, 158, 166, 204, 204, 144, 198),
        ("A2,B3,C3,D1,E3,F2", 267_079_680, "A2,B3,C1,D1,E3,F1", 517, "A2,B3,C3,D1,E3,F1", 496),
    ),
    "base_rewritten": (
        (720, 55, 12, 481, 12, 51),
        (195, 320, 646, 555, 354, 462),
        (55, 35, 55, 47, 55, 40),
        ("A2,B2,C3,D3,E3", 7_402_752, "A1,B2,C3,D1,E1", 412, "A2,B2,C3,D4,E2", 391),
    ),
    "game1": (
        (720, 57, 21, 241, 21, 50),
        (310, 306, 313, 364, 444, 418),
        (57, 43, 57, 54, 48, 47),
        ("A3,B3,C3,D2,E2", 3_083_080, "A3,B3,C3,D5,E3", 431, "A3,B3,C3,D2,E3", 425),
    ),
    "game2": (
        (720, 57, 18, 454, 18, 50),
        (231, 311, 487, 584, 641, 544),
        (57, 57, 46, 57, 52, 34),
        ("A3,B2,C3,D3,E1", 47_201_700, "A3,B2,C3,D3,E3", 407, "A3,B2,C3,D3,E2", 388),
    ),
    "game3": (
        (720, 55, 35, 141, 26, 34),
        (324, 242, 530, 432, 320, 544),
        (55, 55, 52, 43, 53, 52),
        ("A2,B2,C1,D4,E2", 89_250_000, "A2,B3,C1,D4,E3", 511, "A2,B2,C1,D4,E2", 481),
    ),
}


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published score tables are not here")
@pytest.mark.parametrize("name", COUNTED)
def test_published_games_are_counted_exactly(name: str) -> None:
    counts, accepts, accepts_feasible, (nash, product_of, largest, total, unanimous, unanimous_total) = COUNTED[name]
    found = analyse_tables(read_tables(PUBLISHED / name))
    assert (
        found.deals,
        found.feasible,
        found.unanimous,
        found.pareto,
        found.pareto_unanimous,
        found.pareto_feasible,
    ) == counts
    assert found.accepts == accepts
    assert found.accepts_feasible == accepts_feasible
    assert found.best == (100,) * len(accepts)
    named = {deal.name: deal for deal in found.named}
    first = named["Nash product"]
    result = 1
    for surplus in first.surplus:
        result *= surplus
    assert (deal_text(first.text), result, first.ties) == (nash, product_of, 1)
    for key, text, points in (
        ("Largest sum", largest, total),
        ("Largest sum, unanimous", unanimous, unanimous_total),
    ):
        assert (deal_text(named[key].text), sum(named[key].values), named[key].ties) == (text, points, 1)


PARTIES = 'party,scores_file,role\n"Mill",mill.txt,p1\nTown,town.txt,p2\n"Anglers, upper river",anglers.txt,player\n'
FILES = {
    "parties.csv": PARTIES,
    "mill.txt": "0, 20, 40\n30, 10 \n50\n",
    "town.txt": "25,15,0\n0,35\n\n35\n",
    "anglers.txt": "30,10,0\r\n5,0\r\n15\r\n",
    "initial_deal.txt": "A3,B1\n",
}


def folder_of(place: Path, **changed: str | bytes | None) -> Path:
    """The small game, with other contents of some files (a name with `_` for `.`); None leaves a file out."""
    contents = {**FILES, **{name.replace("__", "."): text for name, text in changed.items()}}
    for name, text in contents.items():
        if text is not None:
            (place / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return place


def test_a_small_game_is_counted_as_by_hand(tmp_path: Path) -> None:
    tables = read_tables(folder_of(tmp_path))
    assert [(party.name, party.role, party.threshold) for party in tables.parties] == [
        ("Mill", "p1", 50),
        ("Town", "p2", 35),
        ("Anglers, upper river", "player", 15),
    ]
    assert tables.initial == (2, 0)
    found = analyse_tables(tables)
    scores = [((0, 20, 40), (30, 10)), ((25, 15, 0), (0, 35)), ((30, 10, 0), (5, 0))]
    values = [tuple(table[0][a] + table[1][b] for table in scores) for a, b in product(range(3), range(2))]
    accepts = [tuple(v >= t for v, t in zip(each, (50, 35, 15), strict=True)) for each in values]
    # A3,B2 is worth 50 to the mill, 35 to the town and nothing to the anglers: feasible, and the only such deal.
    assert [yes[0] and yes[1] for yes in accepts] == [False] * 5 + [True]
    assert found.deals == 6
    assert (found.feasible, found.unanimous) == (1, 0)
    assert found.accepts == tuple(map(sum, zip(*accepts, strict=True))) == (3, 3, 3)
    assert found.accepts_feasible == (1, 1, 0)
    assert [deal.name for deal in found.named] == ["Largest sum"]
    assert (found.named[0].text, found.named[0].values) == ((0, 1), (10, 60, 30))
    assert found.initial is not None
    assert found.initial.deal.values == (70, 0, 5)
    assert found.initial.accepted == (True, False, False)
    assert found.initial.on_front
    other = analyse_tables(tables, (1, 1)).initial
    assert other is not None
    assert other.deal.name == "A2,B2"
    assert not other.feasible


def test_a_game_may_be_one_party_with_one_issue(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text("party,scores_file,role\nAlone,a.txt,player\n")
    (tmp_path / "a.txt").write_text("1,5,5\n2")
    found = analyse_tables(read_tables(tmp_path))
    assert (found.deals, found.unanimous, found.pareto, found.initial) == (3, 2, 2, None)
    assert {deal.name: deal.ties for deal in found.named}["Nash product"] == 2
    # All but at most one may be nobody at all: without a veto every deal of one party is feasible.
    assert found.feasible == 3


def test_a_deal_that_is_not_efficient_says_what_would_hurt_nobody(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text("party,scores_file,role\nA,a.txt,p1\nB,b.txt,p2\n")
    (tmp_path / "a.txt").write_text("0,3\n0,1\n2")
    (tmp_path / "b.txt").write_text("0,2\n4,0\n2")
    place = analyse_tables(read_tables(tmp_path), (0, 0)).initial
    assert place is not None
    assert (place.on_front, place.dominating, place.distance) == (False, 1, 2)
    assert [(step.name, step.values) for step in place.steps] == [("A2", (3, 6))]


BROKEN = {
    "no parties": ({"parties__csv": None}, "parties.csv:1:", "no such file"),
    "heading": ({"parties__csv": "name,file,role\n"}, "parties.csv:1:", "heading"),
    "nothing": ({"parties__csv": ""}, "parties.csv:1:", "heading"),
    "nobody": ({"parties__csv": "party,scores_file,role\n\n"}, "parties.csv:2:", "no party"),
    "cells": ({"parties__csv": PARTIES + "Four,a.txt\n"}, "parties.csv:5:", "2 cells"),
    "no name": ({"parties__csv": PARTIES + "\u200b,mill.txt,player\n"}, "parties.csv:5:", "no name"),
    "role": ({"parties__csv": PARTIES + "Four,mill.txt,p3\n"}, "parties.csv:5:", "'p3' is no role"),
    "twice p1": ({"parties__csv": PARTIES + "Four,mill.txt,p1\n"}, "parties.csv:5:", "p1 already"),
    "twice": ({"parties__csv": PARTIES + "Town,mill.txt,player\n"}, "parties.csv:5:", "there already"),
    "no file": ({"mill__txt": None}, "mill.txt:1:", "no such file"),
    "outside": ({"parties__csv": PARTIES + "Four,../a.txt,player\n"}, "parties.csv:5:", "not the name of a file"),
    "absolute": ({"parties__csv": PARTIES + "Four,/etc/hosts,player\n"}, "parties.csv:5:", "not the name of a file"),
    "the folder": ({"parties__csv": PARTIES + "Four,.,player\n"}, "parties.csv:5:", "not the name of a file"),
    "quotes": ({"parties__csv": PARTIES + '"Four"x,mill.txt,player\n'}, "parties.csv:5:", "not proper CSV"),
    "open quotes": ({"parties__csv": PARTIES + '"Four,mill.txt,player\n'}, "parties.csv:", "not proper CSV"),
    "half a point": ({"mill__txt": "0,20,40\n30,1.5\n50\n"}, "mill.txt:2:", "'1.5' is not a whole number"),
    "no number": ({"mill__txt": "0,20,40\n30,\n50\n"}, "mill.txt:2:", "'' is not a whole number"),
    "other digits": ({"mill__txt": "0,20,40\n30,\u0661\n50\n"}, "mill.txt:2:", "not a whole number"),
    "huge": ({"mill__txt": "0,20,40\n30," + "9" * 17 + "\n50\n"}, "mill.txt:2:", "not a whole number"),
    "endless": ({"mill__txt": "0,20,40\n30," + "9" * 9000 + "\n50\n"}, "mill.txt:2:", "not a whole number"),
    "no threshold": ({"mill__txt": "0,20,40\n30,10\n"}, "mill.txt:2:", "end the file with the threshold"),
    "only threshold": ({"mill__txt": "50\n"}, "mill.txt:1:", "too few lines"),
    "empty": ({"mill__txt": ""}, "mill.txt:1:", "too few lines"),
    "other options": ({"town__txt": "25,15\n0,35\n35\n"}, "parties.csv:3:", "2×2 options"),
    "other issues": ({"town__txt": "25,15,0\n35\n"}, "parties.csv:3:", "3 options"),
    "many issues": ({"mill__txt": "1\n" * 28}, "mill.txt:28:", "more than 26 issues"),
    "many lines": ({"mill__txt": "1\n" * 2000}, "mill.txt:1000:", "more than 1000 lines"),
    "large": ({"mill__txt": "1," * 600_000}, "mill.txt:1:", "larger than"),
    "not text": ({"mill__txt": b"0,20,40\n\xff\xfe\n50\n"}, "mill.txt:2:", "not UTF-8"),
    "no such option": ({"initial_deal__txt": "A1,B3\n"}, "initial_deal.txt:1:", "'B3' does not fit"),
    "no such issue": ({"initial_deal__txt": "A1,B1,C1\n"}, "initial_deal.txt:1:", "'C1' does not fit"),
    "option twice": ({"initial_deal__txt": "A1,A2\n"}, "initial_deal.txt:1:", "'A2' does not fit"),
    "issue missing": ({"initial_deal__txt": "\nB1\n"}, "initial_deal.txt:2:", "no option for issue A"),
    "two deals": ({"initial_deal__txt": "A1,B1\nA2,B1\n"}, "initial_deal.txt:1:", "2 deals"),
    "escape codes": ({"initial_deal__txt": "A1,\x1b[2JB1\n"}, "initial_deal.txt:1:", "does not fit"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_game_is_told_in_one_sentence(name: str, tmp_path: Path) -> None:
    changed, where, what = BROKEN[name]
    with pytest.raises(ScoreTableError) as caught:
        read_tables(folder_of(tmp_path, **changed))
    told = str(caught.value)
    assert told.startswith(where)
    assert what in told
    assert "; " in told
    assert "\n" not in told
    assert told.isprintable()
    assert len(told) < 300


def test_hostile_names_are_cleaned_once(tmp_path: Path) -> None:
    hostile = 'party,scores_file,role\n"\x1b[31mRed\u202eder",mill.txt,p1\n' + "x" * 500 + ",town.txt,player\n"
    tables = read_tables(folder_of(tmp_path, parties__csv=hostile))
    assert tables.parties[0].name == "[31mRedder"
    assert len(tables.parties[1].name) == 40
    assert all(party.name.isprintable() for party in tables.parties)


def test_a_game_with_too_many_deals_is_refused(tmp_path: Path) -> None:
    (tmp_path / "parties.csv").write_text("party,scores_file,role\nAlone,a.txt,player\n")
    (tmp_path / "a.txt").write_text("1,2\n" * 26 + "3\n")
    tables = read_tables(tmp_path)
    with pytest.raises(ScoreTableError, match="67108864 deals and 1 parties are too many"):
        analyse_tables(tables)


def test_deals_are_read_as_they_are_written() -> None:
    sizes = (3, 4, 12)
    for text in ((0, 0, 0), (2, 3, 11), (1, 2, 9)):
        assert read_deal(deal_text(text), sizes, "here") == text
    assert read_deal(" C3, A1 ,B2", sizes, "here") == (0, 1, 2)
    for wrong in ("", "A1", "A1,B1,C1,", "A0,B1,C1", "a1,b1,c1", "A1,B1,C13", "A1;B1;C1", "A\u0661,B1,C1"):
        with pytest.raises(ScoreTableError, match=r"^here: "):
            read_deal(wrong, sizes, "here")


# --- the command --------------------------------------------------------------------------------------------------


def test_the_command_tells_counts_parties_and_deals(tmp_path: Path) -> None:
    done = CliRunner().invoke(deals, [str(folder_of(tmp_path))])
    assert done.exit_code == 0, done.output
    for told in (
        "6 deals among 3 parties",
        "feasible (veto parties accept, and all but at most one): 1",
        "unanimous (all accept): 0",
        "Mill (p1)",
        "Anglers, upper river ",
        "No deal is accepted by all.",
        "Largest sum: A1,B2, scores 10 60 30.",
        "The deal A3,B1, scores 70 0 5:",
        "It is not feasible. Below the threshold of Town, Anglers, upper river.",
        "It is efficient",
    ):
        assert told in done.output


def test_the_command_gives_json(tmp_path: Path) -> None:
    done = CliRunner().invoke(deals, [str(folder_of(tmp_path)), "--json", "--deal", "A2,B2"])
    data = json.loads(done.stdout)
    assert (data["deals"], data["feasible"], data["unanimous"]) == (6, 1, 0)
    assert [party["accepts"] for party in data["parties"]] == [3, 3, 3]
    assert data["placed"]["deal"] == "A2,B2"
    assert data["placed"]["scores"] == [30, 50, 10]
    assert data["named"][0]["ties"] == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nowhere"], EXIT_USAGE),
        (["parties.csv"], EXIT_USAGE),
        (["x" * 5000], EXIT_USAGE),
        ([".", "--deal", "A9,B1"], EXIT_USAGE),
        (["broken"], EXIT_DATA),
    ],
)
def test_the_command_refuses_with_an_exit_code(
    words: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path)
    (tmp_path / "broken").mkdir()
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(deals, words)
    assert isinstance(done.exception, Complaint)
    assert done.exception.code == code
    assert done.stdout == ""
