"""The language is chosen by an option, else by a variable, else by the settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def _played(folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    run = [sys.executable, "-m", "summit_game.cli.main", *options, "play", "--plain", "--new", "--deck", "linnet-river"]
    own = {"SUMMIT_DATA_DIR": str(folder), "SUMMIT_STATE_DIR": str(folder), "SUMMIT_CONFIG_DIR": str(folder)}
    environment = {**os.environ, **own, "PYTHONIOENCODING": "utf-8", **variables}
    return subprocess.run(
        run, input="", capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60, check=False
    )


@pytest.mark.parametrize(
    ("option", "variable", "setting", "strange"),
    [
        ("", "", "", False),
        ("xx", "", "", True),
        ("", "xx", "en", True),
        ("", "", "xx", True),
        ("en", "xx", "xx", False),
        ("de", "", "", False),
    ],
)
def test_the_language_is_chosen(tmp_path: Path, option: str, variable: str, setting: str, strange: bool) -> None:
    if setting:
        (tmp_path / "settings.toml").write_text(f'language = "{setting}"\n', encoding="utf-8")
    options = ("--language", option) if option else ()
    done = _played(tmp_path, *options, SUMMIT_LANGUAGE=variable)
    assert done.returncode == 0, done.stderr
    assert ("The input is at its end" in done.stdout) is not strange
    assert ("Ţĥéé îîñpûûţ îîš ååţ îîţš ééñð" in done.stdout) is strange


def test_what_names_no_language_is_refused(tmp_path: Path) -> None:
    done = _played(tmp_path, "--language", "../../etc")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "names no language" in done.stderr
