"""Every clause of the rules has a test, and every clause that a test or the program names is in the rules."""

from __future__ import annotations

import re

from support import REPO, RULES

UNTESTED: dict[str, str] = {}
"""Clauses without a test, each with the reason."""

CLAUSE = r"R\d+\.\d+[a-z]?"


def in_rules() -> set[str]:
    return set(re.findall(rf"^\*\*({CLAUSE})\*\*", RULES.read_text(encoding="utf-8"), re.MULTILINE))


def sources(folder: str) -> dict[str, str]:
    files = sorted((REPO / folder).rglob("*.py"))
    return {str(file.relative_to(REPO)): file.read_text(encoding="utf-8") for file in files}


def named_by_tests() -> set[str]:
    """Clauses that a marker on a test names, in a file whose name pytest collects."""
    found: set[str] = set()
    for name, text in sources("tests").items():
        if name.rpartition("/")[2].startswith("test_"):
            found |= set(re.findall(rf'^@(?:pytest\.mark\.)?clause\("({CLAUSE})"\)', text, re.MULTILINE))
    return found


def enforced() -> set[str]:
    """Clauses that the program names in a string: refusals, causes and the `clauses` of rule modules."""
    found = {clause for text in sources("src").values() for clause in re.findall(rf'"({CLAUSE})"', text)}
    return found | {clause for module in modules() for clause in module.clauses}


def modules():
    from summit_game.rules.registry import built_in

    return built_in()


def test_the_rules_have_clauses():
    assert len(in_rules()) > 90


def test_every_clause_has_a_test_or_a_reason_why_not():
    assert in_rules() - named_by_tests() - UNTESTED.keys() == set()


def test_the_list_of_untested_clauses_is_honest():
    assert UNTESTED.keys() & named_by_tests() == set()
    assert UNTESTED.keys() - in_rules() == set()
    assert all(UNTESTED.values())


def test_every_clause_that_a_test_names_is_in_the_rules():
    assert named_by_tests() - in_rules() == set()


def test_every_clause_that_the_program_names_is_in_the_rules():
    assert enforced() - in_rules() == set()


def test_every_module_names_exactly_the_clauses_of_its_chapter():
    for module in modules():
        (chapter,) = {clause.partition(".")[0] for clause in module.clauses}
        assert set(module.clauses) == {clause for clause in in_rules() if clause.partition(".")[0] == chapter}
