"""Every mark and short word of a pane is explained where help is asked for; a brief sets its levels apart."""

from __future__ import annotations

import re

import pytest

from summit_game.language.catalogue import say
from summit_game.table.table import Table
from summit_game.words.names import Words
from summit_game.words.papers import brief
from support import game_of, the_deck


@pytest.mark.fault("K20.2")
def test_levels_of_a_brief_are_set_apart_from_their_points() -> None:
    game = game_of(4)
    table = Table(game, 1)
    table.start()
    lines = brief(Words(game.setting, the_deck()), table.view(0))
    rows = [line for line in lines if say("papers-value", level=0, points=0, red=False, now=False)[:7] in line]
    assert len(rows) == len(game.setting.issues)
    for line, issue in zip(rows, the_deck().issues, strict=True):
        assert len(re.findall(r"\blevel \d+: \d+(?: \([\w, ]+\))?[,.]", line)) == len(issue.levels), line


@pytest.mark.fault("K20.2")
@pytest.mark.parametrize(
    ("key", "marks"),
    [
        ("help-sheet", ["[n]", "!", "·"]),
        ("help-delegations", ["*", "»", *map("pane-seat-{}".format, ("support", "credibility", "pressure", "cards"))]),
        ("help-treaty", ["[", "→", "+", "-2", "!", "*", "x", "◆"]),
        ("help-zones", ["■", "□", "!", "M"]),
        ("help-move", ["·"]),
    ],
)  # fmt: skip
def test_the_help_of_a_pane_explains_its_marks(key: str, marks: list[str]) -> None:
    said = say(key)
    wanted = [say(mark) if mark.startswith("pane-") else mark for mark in marks]
    assert [mark for mark in wanted if mark not in said] == []


@pytest.mark.fault("K20.2")
def test_the_help_of_plain_text_explains_the_marks_of_the_brief() -> None:
    said = say("plain-help-marks")
    assert all(f"({mark})" in said for mark in ("now", "red line"))
