"""A sweep of the catalogue: whatever stands behind a number or a name that can be plural agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from summit_game.language.catalogue import PLURAL, Name, say
from summit_game.words.names import cards_counted
from support import REPO

FILES = sorted((REPO / "src" / "summit_game" / "words" / "lang" / "en").glob("*.ftl"))
VERBS = {
    "is",
    "has",
    "was",
    "less",
    "s",
    "does",
    "needs",
    "allows",
    "holds",
    "stands",
    "means",
    "says",
    "goes",
    "ends",
    "begins",
}
"""What is no noun in the plural though it ends in an s."""
NAMED = {"who", "tabler", "other", "by", "absent", "blockers"}
"""Values that hold the names of delegations, which may be plural."""
NUMBERS = {
    "agreed", "all", "count", "deals", "decisions", "games", "jobs", "levels", "parties", "points", "risk", "rounds",
    "runs", "seats", "seconds", "signable", "times", "total", "zones", "played", "monitors-max",
}  # fmt: skip
"""Values that are whole numbers and may be one."""
SEVERAL = {
    "check-text-long", "many-endless", "table-several", "newgame-size", "compare-options", "many-simulated seats",
    "check-stands-in-absent", "balance-ratio times", "balance-first-matters points", "form-one-line", "check-rule-does",
    "debrief_page-tried count", "debrief_page-your-points points",
}  # fmt: skip
"""Messages (or their values) whose number is never one: sizes of tables, large counts, shares with decimals."""


def _pairs(pattern: ftl.Pattern, chosen: frozenset[str] = frozenset()) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Each value with the word behind it in the same text, and what the message has chosen by there."""
    elements = pattern.elements
    for at, element in enumerate(elements):
        if not isinstance(element, ftl.Placeable):
            continue
        inner = element.expression
        if isinstance(inner, ftl.SelectExpression):
            name = inner.selector.id.name if isinstance(inner.selector, ftl.VariableReference) else ""
            for variant in inner.variants:
                yield from _pairs(variant.value, chosen | {name})
        elif isinstance(inner, ftl.VariableReference) and at + 1 < len(elements):
            behind = elements[at + 1]
            if isinstance(behind, ftl.TextElement) and (found := re.match(r" ([a-z]+)\b", behind.value)):
                before = elements[at - 1] if at else None
                owner = isinstance(before, ftl.TextElement) and before.value.endswith(" of ")
                # In "the step of NAME was" the verb belongs to the step.
                yield "owner" if owner and inner.id.name in NAMED else inner.id.name, found[1], chosen


FOUND = [
    (entry.id.name, *pair)
    for file in FILES
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body
    if isinstance(entry, ftl.Message) and entry.value is not None
    for pair in _pairs(entry.value)
]


def _wrong(name: str, word: str, chosen: frozenset[str]) -> bool:
    """Whether a word behind a value agrees with one only, or with several only, whatever the value is."""
    if name in NAMED:
        return word in VERBS | {"have", "are", "were", "do"} and f"{name}-number" not in chosen
    return name in NUMBERS and word.endswith("s") and word not in VERBS and name not in chosen


@pytest.mark.fault("K20.1")
def test_words_behind_a_value_agree_with_its_number() -> None:
    assert len(FOUND) > 300
    wrong = [f"{key} {name} {word}" for key, name, word, chosen in FOUND if _wrong(name, word, chosen)]
    assert [each for each in wrong if not {each.split()[0], each.rpartition(" ")[0]} & SEVERAL] == []


@pytest.mark.fault("K20.1")
def test_one_card_is_one_card_and_allies_are_several() -> None:
    allies, cards = Name("The allies", PLURAL), cards_counted(0, 1)
    assert cards == "1 Proposal"
    assert [cards_counted(kind, 1) for kind in (1, 2)] == ["1 Concession", "1 Pressure card"]
    assert say("happened-draws", who=allies, cards=cards) == "The allies draw 1 Proposal."
    assert say("happened-silent", who=allies) == "The allies stay silent."
    assert say("happened-no-promise", who=allies) == "The allies make no promise."
