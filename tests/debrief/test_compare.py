"""Several tables side by side: what they had in common, what came out, and that nothing secret is told."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

from small import SHOWN, golden, hostile, small

from summit_game.debrief.compare import COLUMNS, Seated, as_json, differences, html, sheet, text
from summit_game.debrief.forms.blocks import cleaned
from summit_game.debrief.forms.page.courses import small_course
from summit_game.debrief.model import Debrief
from summit_game.language.catalogue import say

SEED = 987654321


def table(debrief: Debrief, **more) -> Seated:
    facts = {"digest": "d1", "options": "2 delegations", "rules": "r", "seed": SEED, **more}
    return Seated(cleaned(debrief), **facts)


def three() -> list[Seated]:
    """The small game, one that stopped early, and one with another deck."""
    stopped = replace(
        small(), id="20260103-000000-ffff", ending=-1, in_force=False, scores=(), deals=None, last_round=1
    )
    stopped = replace(stopped, moments=stopped.moments[:3])
    other = replace(small(), id="20260104-000000-eeee", issue_ids=("FIS", "GAU", "ICE"), seat_ids=("NO", "WE"))
    return [table(small()), table(stopped), table(other, digest="d2", seed=1)]


def test_the_comparison_is_written_as_before() -> None:
    assert text(three()) == golden("compare-small.txt", text(three()))


def test_a_comparison_of_endings_says_that_it_is_no_forecast() -> None:
    for written in (text(three()), html(three())):
        assert say("about-tables-no-forecast") in " ".join(written.split())


def test_tables_that_played_the_same_are_said_to() -> None:
    same = [table(small()), table(replace(small(), id="another"))]
    assert differences(same) == ()
    assert "All tables played the same deck with the same options, rules and seed." in text(same)
    assert json.loads(as_json(same))["same"] is True


def test_every_difference_is_said_with_the_tables_that_share_it() -> None:
    said = differences(three())
    assert len(said) == 2
    assert "same deck (the same: Table 1 and Table 2)." in said[0]
    assert "same seed" in said[1]
    for key, what in (("options", "same options"), ("rules", "same rules")):
        (only,) = differences([table(small()), table(small(), **{key: "x"})])
        assert what in only


def test_the_seed_is_compared_and_not_told() -> None:
    for written in (text(three()), html(three()), as_json(three()), sheet(three())):
        assert str(SEED) not in written


def test_what_a_table_did_not_have_is_left_open() -> None:
    data = json.loads(as_json(three()))
    first, stopped, other = data["tables"]
    assert (first["ending"], first["distance"], first["scores"]["NO"]["surplus"]) == ("settlement", 2, 7)
    assert (stopped["ending"], stopped["distance"], stopped["scores"]) == (None, None, {})
    assert other["text"]["ICE"] == 0
    assert "Ferries (FER). Table 1: 0 none; Table 2: 0 none; Table 3: -" in " ".join(text(three()).split())


def test_the_sheet_is_tidy_and_adds_up() -> None:
    written = sheet([*three(), table(hostile())])
    rows = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    assert all(tuple(row) == COLUMNS for row in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())
    points = [row["value"] for row in rows if (row["id"], row["item"]) == (small().id, "points")]
    assert points[:2] == ["38", "47"]


def test_the_page_draws_the_tension_of_every_table() -> None:
    written = html([*three(), table(hostile())])
    assert written.count('class="ch course"') == 4
    assert "<script" not in written
    assert "://" not in written
    drawn = ET.fromstring(str(small_course(small(), 0)))
    assert drawn.attrib["aria-label"] == "Tension goes from 6 to 3, at most 6."
    assert SHOWN.split(" &")[0] not in written, "markup in a name is escaped"
