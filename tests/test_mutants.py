"""Mutants: changes that break a clause of the rules, by hand, as data; a test of that clause must fail for each.

`mutants/*.toml` holds them: the clause, a file, an `old` text that stands in it exactly once, and the `new` text.
Each is made in a copy of the project, where the fast tests that are marked with the clause are run. So a clause counts
as tested only if one of its own tests notices that it is broken. Every sixth mutant runs with the slow tests, the
others with the long ones; those of one clause: `pytest -m 'slow or long' tests/test_mutants.py -k R3.6-`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support import REPO
from test_clauses import in_rules

UNTESTED: dict[str, str] = {}
"""Clauses without a mutant that a test kills, each with the reason."""

SAMPLE = 6
"""Every sixth mutant is run by `.ci/run`."""

PARTS = ("src", "decks", "docs", "tests", "rules.md", "README.md", "pyproject.toml")
MUTANTS = [
    mutant
    for file in sorted((REPO / "tests" / "mutants").glob("*.toml"))
    for mutant in tomllib.loads(file.read_text(encoding="utf-8"))["mutant"]
]
NAMES = [f"{mutant['clause']}-{at}-{Path(mutant['file']).stem}" for at, mutant in enumerate(MUTANTS)]


def read(mutant: dict[str, str], root: Path = REPO) -> str:
    return (root / mutant["file"]).read_text(encoding="utf-8")


def near(clause: str) -> list[str]:
    """The files with tests of the clause."""
    wanted = re.compile(rf'clause\("{re.escape(clause)}"\)')
    files = sorted((REPO / "tests").rglob("test_*.py"))
    return [str(file.relative_to(REPO)) for file in files if wanted.search(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("mutant", MUTANTS, ids=NAMES)
def test_the_text_that_a_mutant_changes_is_there(mutant: dict[str, str]) -> None:
    assert (REPO / mutant["file"]).is_file(), f"{mutant['file']} is no longer there; say where its text is now"
    count = read(mutant).count(mutant["old"])
    assert count == 1, f"in {mutant['file']} this text stands {count} times; write the mutant anew:\n{mutant['old']}"
    assert mutant["new"] != mutant["old"]
    if mutant["file"].endswith(".py"):
        compile(read(mutant).replace(mutant["old"], mutant["new"]), mutant["file"], "exec")


@pytest.mark.fault("K19.8")
def test_every_clause_has_a_mutant_or_a_reason_why_not() -> None:
    clauses = {mutant["clause"] for mutant in MUTANTS}
    assert clauses - in_rules() == set()
    assert in_rules() - clauses - UNTESTED.keys() == set()
    assert UNTESTED.keys() & clauses == set()


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, one for each worker."""
    root = tmp_path_factory.mktemp("mutants")
    for part in PARTS:
        if (REPO / part).is_dir():
            shutil.copytree(REPO / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(REPO / part, root / part)
    return root


def run(root: Path, clause: str) -> subprocess.CompletedProcess[str]:
    """The fast tests of a clause, in the copy, until the first that fails."""
    command = [sys.executable, "-m", "pytest", "-o", "addopts=", "-p", "no:cacheprovider", "-q", "-x", "--tb=line"]
    command += ["-n", "0", "-m", "not slow and not long", "--clause", clause, *near(clause)]
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=600, check=False)


@pytest.mark.parametrize(
    "mutant",
    [
        pytest.param(mutant, id=name, marks=pytest.mark.long if at % SAMPLE else pytest.mark.slow)
        for at, (mutant, name) in enumerate(zip(MUTANTS, NAMES, strict=True))
    ],
)
@pytest.mark.fault("K19.1")
def test_a_test_of_the_clause_notices_the_mutant(mutant: dict[str, str], copy: Path) -> None:
    file, text = copy / mutant["file"], read(mutant)
    file.write_text(text.replace(mutant["old"], mutant["new"]), encoding="utf-8")
    try:
        done = run(copy, mutant["clause"])
    finally:
        file.write_text(text, encoding="utf-8")
    # 1: a test failed. Everything else is no proof: 0 all passed, 2 and more: the tests could not be run.
    assert done.returncode == 1, f"{mutant['clause']} can be broken unseen:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


@pytest.mark.long
@pytest.mark.parametrize("clause", sorted({mutant["clause"] for mutant in MUTANTS}))
def test_without_a_mutant_the_tests_of_the_clause_pass_in_the_copy(clause: str, copy: Path) -> None:
    done = run(copy, clause)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
