"""The page for authors of rule modules names every hook, and how answers combine, as the code has it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from summit_game.engine.hooks import COMBINED, Hooks
from summit_game.engine.module import RuleModule

PAGE = (Path(__file__).parent.parent / "docs" / "rule-modules.md").read_text(encoding="utf-8")


def test_every_hook_stands_in_the_table_with_how_answers_combine() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]+) \|$", PAGE, re.MULTILINE))
    assert rows == {name: how.value for name, how in COMBINED.items()}
    assert set(COMBINED) == {entry.name for entry in fields(Hooks)}
    for name in COMBINED:
        assert callable(getattr(RuleModule, name))


def test_what_may_write_is_said() -> None:
    for name in COMBINED:
        (row,) = re.findall(rf"^\| `{name}` \|.*$", PAGE, re.MULTILINE)
        first = next(iter(RuleModule.__dict__[name].__annotations__))
        assert ("may write" in row) == (first == "ops"), name
