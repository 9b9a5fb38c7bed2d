"""Tests that are marked with a fault name one that is listed."""

from __future__ import annotations

import re
import tomllib

import pytest

from support import REPO

FAULTS = tomllib.loads((REPO / "tests" / "faults.toml").read_text(encoding="utf-8"))
OWNERS = {"house", "faults", "second edition", "shows", "paper"}


def marked() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in (REPO / "tests").rglob("test_*.py"))
    return {found for text in texts for found in re.findall(r"\bfault\(\"(K[\d.]+)\"\)", text)}


def test_every_fault_that_a_test_is_marked_with_is_listed() -> None:
    assert marked() <= set(FAULTS)


def test_every_fault_says_whose_it_is_and_how_bad() -> None:
    for fault, about in FAULTS.items():
        assert re.fullmatch(r"K\d+\.\d+", fault)
        assert about["owner"] in OWNERS
        assert about["severity"] in {"high", "medium", "low"}
        assert about["met"].strip()


@pytest.mark.fault("K19.6")
def test_the_cheap_checks_run_before_any_test() -> None:
    lines = (REPO / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines.index(".ci/checks") < min(at for at, line in enumerate(lines) if line.startswith("$tests"))
