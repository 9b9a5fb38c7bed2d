"""The examples of the rule book that quote the 2021 deck say what the deck says."""

from __future__ import annotations

import re
from typing import Any

import yaml

from support import DECK, RULES, the_deck

BOOK = RULES.read_text(encoding="utf-8")


def modules() -> Any:
    return yaml.safe_load((DECK / "deck.yaml").read_text(encoding="utf-8"))["modules"]


def _example(words: str) -> str:
    """The example that has these words, as running text."""
    found = (each.replace("\n> ", " ") for each in BOOK.split("\n\n") if each.startswith("> Example."))
    return next(each for each in found if words in each)


def test_the_example_of_exercises_is_the_decks() -> None:
    drills = modules()["exercises_incidents"]
    told = _example("the exercise issue")
    assert f"the exercise issue ({drills['issue']}) forbids EXERCISE" in told
    levels = [f"in {' and '.join(zones)} from level {level}" for level, zones in drills["forbid"].items()]
    assert ", also ".join(levels) in told
    tests = {each["zone"]: re.findall(r"units\((\w+), (\w)\) >= (\d)", each["when"]) for each in drills["contacts"]}
    assert tests["S"] == [("East", "S", "1"), ("West", "S", "1")]
    assert "for S: both sides have units in S." in told
    ((east, near, least), (west, there, other)) = tests["U"]
    assert (east, west) == ("East", "West")
    assert f"For U: Russia has {least} or more units in {near}, and the other side" in told
    assert f"the other side has {other} or more in {there}." in told


def test_the_example_of_limits_is_the_decks() -> None:
    told = _example("allows Russia one unit")
    caps = modules()["deployment_limits"]["caps"]
    limits = {(each["side"], each["zone"], each["issue"]): each["limits"] for each in caps}
    assert limits["East", "B", "DES"][2] == limits["East", "N", "DES"][2] == 1
    assert "allows Russia one unit in B and one in N" in told


def test_the_example_of_a_package_is_the_decks() -> None:
    deck = the_deck()
    told = _example("`P-ENL-2A with C-RU-2`")
    (asked,) = (card for card in deck.proposals if card.id == "P-ENL-2A")
    (given,) = (card for card in deck.concessions if card.id == "C-RU-2")
    assert (asked.issue, given.issue) == ("ENL", "DES")
    assert f"level {asked.level} on enlargement" in told
    assert f"level {given.level} on de-escalation" in told
