"""The boxes of zones: what a map can be, and what the checker says of one that it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.test_reserved import changed, checked
from summit_game.deck.check import check_path
from summit_game.deck.load import open_deck
from summit_game.deck.schema import deck_schema
from summit_game.rules.registry import parameters
from support import DECK, SECOND_DECK

LEFT, MIDDLE, RIGHT = [0, 0, 30, 60], [35, 10, 30, 40], [70, 0, 30, 60]


def boxes(*found: list[int] | None, sea: bool = False):
    """A change of the river deck: these boxes for its three zones."""

    def change(data: dict) -> None:
        for zone, box in zip(data["zones"], found, strict=True):
            zone |= {"box": box, "sea": sea}
            if box is None:
                del zone["box"]

    return change


@pytest.mark.parametrize("path", [DECK, SECOND_DECK], ids=lambda path: path.name)
def test_the_decks_have_a_map_without_fault_or_note(path: Path) -> None:
    report = check_path(path, parameters())
    assert not [each for each in (*report.faults, *report.notes) if "box" in str(each)]
    assert all(zone.box is not None for zone in open_deck(path)[0].zones)


@pytest.mark.parametrize(
    "found",
    [
        (LEFT, MIDDLE, RIGHT),
        ([0, 0, 26, 16], [28, 0, 26, 16], [0, 18, 26, 16]),
        ([74, 0, 26, 16], [0, 44, 26, 16], [28, 44, 72, 16]),
        (None, None, None),
    ],
)
def test_boxes_that_stand_apart_on_the_grid_are_a_map(tmp_path: Path, found) -> None:
    report = checked(tmp_path, boxes(*found))
    assert report.faults == ()
    assert not any("box" in fault.what for fault in report.notes)
    kept = [zone.box for zone in open_deck(changed(tmp_path, boxes(*found)))[0].zones]
    assert kept == [None if box is None else tuple(box) for box in found]


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ((LEFT, None, RIGHT), "has none"),
        ((LEFT, MIDDLE, [71, 0, 30, 60]), "does not lie on the map"),
        ((LEFT, [35, 30, 30, 31], RIGHT), "does not lie on the map"),
        (([0, 0, 25, 60], MIDDLE, RIGHT), "too small"),
        ((LEFT, [35, 10, 30, 15], RIGHT), "too small"),
        (([0, 0, 34, 60], MIDDLE, RIGHT), "too near"),
        (([0, 0, 40, 60], MIDDLE, RIGHT), "too near"),
        (([0, 0, 26, 16], [0, 17, 26, 16], RIGHT), "too near"),
        (([0, 0, 26, 16], [27, 17, 26, 16], RIGHT), "too near"),
        ((LEFT, [10, 10, 26, 16], RIGHT), "too near"),
        ((LEFT[:3], MIDDLE, RIGHT), "box"),
        ((LEFT, MIDDLE, [70, 0, 300, 60]), "box"),
        ((LEFT, MIDDLE, [-1, 0, 30, 60]), "box"),
        ((LEFT, MIDDLE, [70, 0.5, 30, 59]), "box"),
    ],
)
def test_what_a_map_cannot_be_is_one_fault(tmp_path: Path, found, says: str) -> None:
    faults = checked(tmp_path, boxes(*found)).faults
    assert len([each for each in faults if says in each.what]) == 1, faults


def test_a_map_holds_seven_zones(tmp_path: Path) -> None:
    places = [[x, y, 26, 16] for y in (0, 18, 36) for x in (0, 28, 56)]

    def zones(count: int):
        def change(data: dict) -> None:
            boxes(*places[:3])(data)
            for at in range(3, count):
                data["zones"].append({"id": f"Z{at}", "name": f"Zone {at}", "start": {}, "box": places[at]})

        return change

    assert not any("too many" in each.what for each in checked(tmp_path, zones(7)).faults)
    (fault,) = checked(tmp_path, zones(8)).faults
    assert "8 of at most 7" in fault.what


def test_boxes_are_new_in_format_2(tmp_path: Path) -> None:
    said = sorted(each.what for each in checked(tmp_path, boxes(LEFT, MIDDLE, RIGHT), number=1).faults)
    assert said == ["`box` came with deck format 2"] * 3 + ["`sea` came with deck format 2"] * 3


def test_the_schema_knows_boxes() -> None:
    properties = deck_schema(parameters())["$defs"]["Zone"]["properties"]
    assert {"box", "sea"} <= set(properties)
    assert "eserved" not in str(properties)
