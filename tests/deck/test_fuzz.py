"""Random damage to deck files: whatever was changed, the checker answers with faults, not with an exception."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import river
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summit_game.deck.check import check_path
from summit_game.deck.yamlpos import Keys, read_yaml
from summit_game.rules.registry import parameters

REPO = Path(__file__).resolve().parents[2]
REAL = REPO / "decks" / "european-security-2021"
PIECES = st.sampled_from(
    [
        *"[]{}'\"#|>\\é\n\t\x00\u202e0 ",
        *(
            "",
            "\n  ",
            "- ",
            ": ",
            "&a ",
            "*a",
            "!t ",
            "---\n",
            "<<: ",
            "null",
            "true",
            "-1",
            "7",
            "99",
            "999999",
            "1.5",
            "0x1",
        ),
        *(
            "self",
            "support",
            "level(",
            "clamp",
            "x",
            "[[[[[[",
            "if ",
            "not ",
            "* ",
            "+1",
            "effects",
            "id",
            "() ",
            "(1)(2)",
        ),
        *("issues:\n", "zones: []\n", "UP", "WEI", "ENL", "RU"),
    ]
)
EDITS = st.lists(
    st.tuples(
        st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 12), st.lists(PIECES, max_size=3).map("".join)
    ),
    min_size=1,
    max_size=4,
)
LINES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=3)


@cache
def real() -> dict[str, str]:
    return {
        file.relative_to(REAL).as_posix(): file.read_text(encoding="utf-8") for file in sorted(REAL.rglob("*.yaml"))
    }


def edited(texts: Mapping[str, str], edits: list[tuple[int, int, int, str]]) -> dict[str, str]:
    """Cut some characters at random places and write others there."""
    result = dict(texts)
    names = sorted(result)
    for which, where, length, piece in edits:
        name = names[which % len(names)]
        text = result[name]
        start = where % (len(text) + 1)
        result[name] = text[:start] + piece + text[start + length :]
    return result


def shuffled(texts: Mapping[str, str], moves: list[tuple[int, int, int]]) -> dict[str, str]:
    """Put lines of the deck in the place of others."""
    result = dict(texts)
    names = sorted(result)
    for which, to, source in moves:
        name = names[which % len(names)]
        lines = result[name].splitlines(keepends=True)
        every = [line for text in texts.values() for line in text.splitlines(keepends=True)]
        lines[to % len(lines)] = every[source % len(every)]
        result[name] = "".join(lines)
    return result


NUMBERS = (-999, -1, 0, 1, 2, 3, 4, 6, 9, 12, 40, 100, 999999)
TEXTS = (
    *(
        "UP",
        "LO",
        "WEI",
        "BRI",
        "Hills",
        "Chair",
        "UW",
        "alliance",
        "escalation",
        "tension",
        "support",
        "cohesion",
        "x",
    ),
    *(
        "0-2",
        "2-0",
        "9-9",
        "tension +1",
        "unit Hills UW -1",
        "incident MB",
        "support all -1",
        "tension",
        "units(Hills)",
    ),
    *(
        "1000 * 1000 * tension",
        "lowest_rating",
        "pressure",
        "not treaty",
        "clamp(1, 5, 2)",
        "min(agreed, 1)",
        "0/1",
        "E-01",
    ),
    *("settlement", "conflict", "in_play(LO)", "red_lines + monitors", "adopted(UP) * 9", "tension == 3 and trust"),
)
OTHERS = (None, True, False, (), {}, (1,), {"a": 1}, {2: 2}, {"if tension > 3": ("tension +1",)})


def leaves(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every value without parts, with the way to it."""
    if isinstance(value, dict | tuple) and value:
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(each, (*keys, key))
    else:
        yield keys, value


def replaced(value: Any, keys: Keys, new: Any) -> Any:
    if not keys:
        return new
    if isinstance(value, dict):
        return {key: replaced(each, keys[1:], new) if key == keys[0] else each for key, each in value.items()}
    return tuple(replaced(each, keys[1:], new) if i == keys[0] else each for i, each in enumerate(value))


def written(value: Any) -> str:
    """The value as YAML in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(each)}" for key, each in value.items()) + "}\n"
    if isinstance(value, tuple):
        return "[" + ", ".join(written(each) for each in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def judge(name: str, texts: Mapping[str, str], registry: Mapping[str, type[BaseModel]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / name
        for file, text in texts.items():
            path = deck / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        report = check_path(deck, registry)
        report.report_json()
    for fault in report.faults:
        assert str(fault).isprintable()
        assert fault.line >= 1
        assert fault.column >= 1
        assert fault.file.startswith(str(deck))


@settings(max_examples=80, deadline=None)
@given(EDITS)
def test_edits_of_the_small_deck(edits: list[tuple[int, int, int, str]]) -> None:
    judge("river-talks", edited(river.texts(), edits), river.REGISTRY)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_moved_lines_of_the_small_deck(moves: list[tuple[int, int, int]]) -> None:
    judge("river-talks", shuffled(river.texts(), moves), river.REGISTRY)


@pytest.mark.parametrize("examples", [40, pytest.param(150, marks=pytest.mark.slow)])
def test_other_values_in_the_small_deck(examples: int) -> None:
    """Values of the right kind in the wrong place: these decks often have the right shape."""

    @settings(max_examples=examples, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=3))
    def judged(changes: list[tuple[int, int]]) -> None:
        sections = {name: read_yaml(text.encode(), name).value for name, text in river.texts().items()}
        for which, what in changes:
            name = sorted(sections)[which % len(sections)]
            every = list(leaves(sections[name]))
            keys, old = every[which % len(every)]
            pool = NUMBERS if type(old) is int else TEXTS if isinstance(old, str) else OTHERS
            sections[name] = replaced(sections[name], keys, pool[what % len(pool)])
        judge("river-talks", {name: written(value) for name, value in sections.items()}, river.REGISTRY)

    judged()


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(EDITS)
def test_edits_of_the_real_deck(edits: list[tuple[int, int, int, str]]) -> None:
    judge(REAL.name, edited(real(), edits), parameters())


@settings(max_examples=12, deadline=None)
@given(LINES)
def test_moved_lines_of_the_real_deck(moves: list[tuple[int, int, int]]) -> None:
    judge(REAL.name, shuffled(real(), moves), parameters())
