"""Fixtures for all tests, and the marker that ties a test to a clause of the rules."""

from __future__ import annotations

import os

import pytest

import support


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--clause", help="run only the tests that are marked with this clause, such as R3.6")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every test has an end (`timeout` in pyproject.toml); a slow one may take longer."""
    if clause := config.getoption("--clause"):
        items[:] = [item for item in items if any(mark.args == (clause,) for mark in item.iter_markers("clause"))]
    for item in items:
        if item.get_closest_marker("slow") or item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(1500))


@pytest.fixture(scope="session")
def deck():
    """The 2021 deck."""
    return support.the_deck()


@pytest.fixture(scope="session")
def game_of():
    """`game_of(seats, variants, without)`, kept for the session."""
    return support.game_of


@pytest.fixture(scope="session", autouse=True)
def _folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is written into the person's own folders, by the programs that tests start neither. All workers of a
    run share the checked decks, so that a deck is checked once."""
    base = tmp_path_factory.getbasetemp()
    os.environ["SUMMIT_CACHE_DIR"] = str((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache")
    for name in ("DATA", "STATE", "CONFIG"):
        os.environ[f"SUMMIT_{name}_DIR"] = str(base / "own" / name.lower())
    support.paper_was_read(base / "own" / "state")
