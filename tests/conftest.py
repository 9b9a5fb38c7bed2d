"""Fixtures for all tests, and the marker that ties a test to a clause of the rules."""

from __future__ import annotations

import os

import pytest

import support


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "clause(name): the clause of rules.md that the test holds")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test has an end (`timeout` in pyproject.toml); a slow one may take longer."""
    for item in items:
        if item.get_closest_marker("slow"):
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
def _cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Checked decks are kept away from the person's own, by the programs that tests start as well."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
