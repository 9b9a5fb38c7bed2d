"""The same seed gives the same game in every process and on every Python (R1.5)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("digest_of_games.py")


GAMES = 10
"""Two of each size of table."""


def digest(python: str = sys.executable, hash_seed: int = 0, games: int = GAMES, cheat: str = "") -> str:
    """What another process finds for some games."""
    environment = {**os.environ, "PYTHONHASHSEED": str(hash_seed)}
    done = subprocess.run(
        [python, str(SCRIPT), str(games), cheat],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.slow
@pytest.mark.clause("R1.5")
def test_games_do_not_depend_on_the_hash_seed():
    found = {digest(hash_seed=seed) for seed in (0, 1)}
    assert len(found) == 1
    assert len(found.pop()) == 32


@pytest.mark.clause("R1.5")
@pytest.mark.parametrize("version", ["3.12", "3.13"])
def test_games_do_not_depend_on_the_python(version):
    places = [shutil.which(f"python{version}"), *map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))]
    for python in filter(None, places):
        try:
            asked = subprocess.run([python, "-c", "import pydantic, yaml"], capture_output=True, timeout=60)
        except OSError:
            continue
        if asked.returncode == 0:
            assert digest(python) == digest()
            return
    pytest.skip(f"no Python {version} with pydantic and yaml here")


@pytest.mark.parametrize("cheat", ["hash", "random"])
def test_the_check_notices_an_engine_that_cheats(cheat):
    assert len({digest(hash_seed=seed, games=1, cheat=cheat) for seed in range(2)}) == 2
