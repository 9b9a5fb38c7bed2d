"""Small decks, decks with very many faults, and texts that no screen shows."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest
import river

from summit_game.deck import check_zopa as zone
from summit_game.deck.check import check_path
from summit_game.deck.check_base import Checker
from summit_game.deck.faults import MOST_SHOWN, Fault, first_lines
from summit_game.deck.load import load_deck


def faults(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    text = river.texts()[file]
    assert old in text
    found = check_path(river.write(tmp_path, {file: text.replace(old, new, 1)}), river.REGISTRY).faults
    return [str(each) for each in found]


@pytest.mark.fault("K18.1")
@pytest.mark.parametrize(
    ("levels", "zones"),
    [(2, (False, True, True)), (3, (False, True, True)), (4, (False, True, True)), (13, (False,) * 14 + (True,))],
)
def test_one_text_may_always_suit_everybody(
    levels: int, zones: tuple[bool, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`zones[n - 1]`: whether n texts that suit everybody are too many, of `levels` times `levels` texts."""
    result = load_deck(river.FIXTURE)
    assert result.deck is not None
    issues = result.deck.issues[:2]
    few = [issue.model_copy(update={"levels": (issue.levels * levels)[:levels]}) for issue in issues]
    deck = result.deck.model_copy(update={"issues": tuple(few)})
    for count, wide in enumerate(zones if levels < 13 else (False,) * 13 + (True,), 1):
        ck = Checker(result, deck, river.REGISTRY, {})
        monkeypatch.setattr(zone, "zopa_size", lambda *_, count=count: count)
        zone.check_zopa(ck)
        assert bool(ck.faults) == wide, count
        assert all("add levels or an issue" in each.todo for each in ck.faults)


@pytest.mark.fault("K18.2")
def test_of_very_many_faults_the_first_hundred_and_a_count_are_told(tmp_path: Path) -> None:
    words = ", ".join(f"xq{number}" for number in range(3_000))
    begun = monotonic()
    text = f"allowed_words: [{words}]\n" + river.texts()["cards.yaml"]
    found = check_path(river.write(tmp_path, {"cards.yaml": text}), river.REGISTRY).faults
    assert monotonic() - begun < 60, "a watchdog"
    assert len(found) == 3_000
    lines = first_lines(found)
    assert lines[:MOST_SHOWN] == [str(each) for each in found[:MOST_SHOWN]]
    assert lines[MOST_SHOWN:] == ["… and 2900 more faults"]


@pytest.mark.fault("K18.2")
@pytest.mark.parametrize("count", [1, MOST_SHOWN, MOST_SHOWN + 1])
def test_the_count_is_told_only_when_something_is_left_out(count: int) -> None:
    lines = first_lines([Fault("f", 1, 1, "w", "t")] * count)
    assert len(lines) == count
    assert (lines[-1] == "… and one more fault") == (count > MOST_SHOWN)


@pytest.mark.fault("K9.1")
def test_spaces_of_every_kind_are_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, "cards.yaml", "Dry week", "Dry\u00a0week\u202f!") == []


@pytest.mark.fault("K18.3")
@pytest.mark.parametrize("char", ["\ue000", "\U000f0000", "\u0378"])
def test_a_text_that_no_screen_shows_is_a_fault(tmp_path: Path, char: str) -> None:
    (fault,) = faults(tmp_path, "cards.yaml", "Dry week", f"Dry {char} week")
    assert f"U+{ord(char):04X}, which no screen shows" in fault
