"""Sentences agree with the number of what they name: one, several, and delegations that are plural."""

from __future__ import annotations

import pytest

from summit_game.engine.refusal import Refusal
from summit_game.language.catalogue import Name, say
from summit_game.table.entry import CLOCK, Entry
from summit_game.table.log import lines
from summit_game.words.messages import reason
from summit_game.words.names import Words
from support import game_of, the_deck


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (
            Refusal("R5.4", "draw-first", {"names": "B", "count": 1}),
            "Zone B stands above its cap; give DRAW there first.",
        ),
        (
            Refusal("R5.4", "draw-first", {"names": "B, N", "count": 2}),
            "Zones B, N stand above their caps; give DRAW there first.",
        ),
        (
            Refusal("R5.3", "zone-is-full", {"zone": "B", "units": 1, "there": 1}),
            "Zone B allows 1 unit of your side, and 1 stands there.",
        ),
        (
            Refusal("R11.1", "limit-is-reached", {"issue": "DES", "level": 4, "zone": "B", "units": 0, "there": 2}),
            "DES at level 4 allows no unit of your side in zone B, and 2 stand there.",
        ),
        (
            Refusal("R3.1", "other-phase", {"when": "floor", "phase": "vote"}),
            "This is done on the Floor; now a vote is taken.",
        ),
    ],
)
def test_a_refusal_agrees_with_its_numbers(refusal: Refusal, said: str) -> None:
    assert reason(refusal) == said


@pytest.mark.parametrize("number", [("singular", "acts"), ("plural", "act")], ids="{0[0]}".format)
def test_a_point_agrees_with_the_delegation(number: tuple[str, str]) -> None:
    who = Name("The allies", number[0])
    assert say("console-point", round=2, who=who, what="move", here=False) == f"round 2, The allies {number[1]}"


@pytest.mark.parametrize(
    ("written", "said"),
    [("+60", "+60 seconds"), ("+1", "+1 second"), ("-1", "-1 second"), ("+30 seconds", "+30 seconds")],
)
def test_time_that_is_given_is_said_from_the_catalogue_in_old_journals_too(written: str, said: str) -> None:
    entry = Entry(5, CLOCK, "2026-01-01T00:00:00Z", text=written)
    assert lines(Words(game_of(2).setting, the_deck()), entry, -1) == [f"The clock is changed by {said}."]
