"""What is explained or refused has the numbers and the reason of this game, not those of the standard rules."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from rulebook import Case
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.load import open_deck
from summit_game.engine.queries import zone_limit
from summit_game.engine.view import view
from summit_game.rules.registry import registry
from summit_game.seat.ask import question_at
from summit_game.words.explained import verb_explained
from summit_game.words.names import Words
from support import DECK, SECOND_DECK, the_deck


@pytest.mark.fault("K14.7")
@pytest.mark.parametrize("dep", [-1, 2, 3, 4])
@pytest.mark.parametrize("des", [-1, 1, 4])
def test_an_order_that_an_agreed_level_forbids_names_issue_level_and_article(dep: int, des: int) -> None:
    case = Case(4).text(DEP=dep, DES=des)
    case.posture(*case.setting.seat_ids)
    words = Words(case.setting, the_deck())
    for side in (0, 1):  # As many units as may stand there, so that BUILD is all that is refused.
        for zone in range(len(case.setting.zones)):
            case.state.units[side][zone] = zone_limit(case.state, side, zone).units
    refused = 0
    for seat in case.setting.seats:
        side, seen = case.setting.side_of[seat], view(case.state, seat)
        for row in question_at(words, seen).rows:
            zone = next((at for at, name in enumerate(case.setting.zones) if f"({name})" in row.label), None)
            if zone is None or not row.label.startswith("Add a unit") or not row.refusal or side > 1:
                continue
            limit, name = zone_limit(case.state, side, zone), case.setting.zones[zone]
            there = case.state.units[side][zone]
            refused += 1
            units = {0: "no unit", 1: "1 unit"}.get(limit.units, f"{limit.units} units")
            numbers = f"allows {units} of your side"
            assert numbers in row.refusal
            if limit.issue >= 0:
                issue = case.setting.issues[limit.issue].id
                assert row.refusal.startswith(f"{issue} at level {limit.level} ")
                assert row.refusal.endswith(f"{there} {'stands' if there == 1 else 'stand'} there. ({limit.clause})")
                assert limit.clause == "R11.1"
            else:
                assert row.refusal.startswith(f"Zone {name} ")
    assert refused >= 4


@pytest.mark.fault("K14.8")
@pytest.mark.parametrize(
    ("deck", "number", "verb", "clause"),
    [
        (SECOND_DECK, "rally", "rally", "R15.2"),
        (SECOND_DECK, "pledge_gain", "pledge", "R15.3"),
        (SECOND_DECK, "pledge_loss", "pledge", "R15.4"),
        (SECOND_DECK, "pledge_credibility", "pledge", "R15.4"),
        (DECK, "kept_trust", "promise restraint", "R17.2"),
        (DECK, "broken_trust", "promise restraint", "R17.4"),
        (DECK, "broken_credibility", "promise restraint", "R17.4"),
    ],
)
def test_an_explanation_has_the_numbers_of_the_deck(
    deck: Path, number: str, verb: str, clause: str, tmp_path: Path
) -> None:
    def explained(path: Path) -> str:
        opened = open_deck(path)[0]
        setting = compile_game(opened, TableOptions(min(opened.tables), (), ()), registry()).setting
        found = next(each for each in setting.verbs if each.id == verb)
        return verb_explained(Words(setting, opened), found)

    copy = tmp_path / "copy"
    shutil.copytree(deck, copy)
    text = (copy / "deck.yaml").read_text(encoding="utf-8")
    changed, count = re.subn(rf"(?m)^(    {number}:) \d+", r"\1 7", text)
    if not count:
        pytest.fail(f"{number} stands in no module of {deck.name}")
    (copy / "deck.yaml").write_text(changed, encoding="utf-8")
    before, after = explained(deck), explained(copy)
    assert re.search(r"[+−]7\b", after), after
    assert not re.search(r"[+−]7\b", before)
    assert clause in after
