"""The commands that the README shows are carried out; those about a saved game are at least there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from support import REPO

TEXT = (REPO / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
LINES = [line.partition("#")[0].strip() for block in BLOCKS for line in block.splitlines()]
COMMANDS = [line for line in LINES if line.startswith("summit ")]
NAMED = re.findall(r"^\| (`summit.*?`) \|", TEXT, re.MULTILINE)
"""The table of commands: one cell each, with one or more commands."""


def summit(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """The command with a data folder of its own, and nobody who answers."""
    places = {f"SUMMIT_{name}_DIR": str(folder / name.lower()) for name in ("DATA", "STATE", "CONFIG")}
    command = [sys.executable, "-m", "summit_game.cli.main", *args]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **places}, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=100, check=False,
    )  # fmt: skip


def test_there_are_commands_to_try() -> None:
    assert len(COMMANDS) >= 8
    assert len(NAMED) >= 14


def test_the_commands_of_the_readme_work(tmp_path: Path) -> None:
    """As they stand there, but with few games, in plain text and with nobody who answers."""
    seen: set[str] = set()
    for line in COMMANDS:
        args = shlex.split(line)[1:]
        seen.add(args[0])
        if args[0] == "simulate":
            args[args.index("1000")] = "4"
        if args[0] == "play":
            args += [] if "--plain" in args else ["--plain"]
        if "ID" in args:
            args = [*args[: args.index("ID")], "--help"]
        done = summit(tmp_path, *args)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == 0, f"{line}: {done.returncode}\n{done.stderr}"
    assert seen >= {"play", "simulate", "debrief", "compare"}


@pytest.mark.parametrize("cell", NAMED)
def test_every_command_in_the_table_is_there(cell: str) -> None:
    for command in re.findall(r"`summit ?(.*?)`", cell + "`"):
        words = [word for word in command.split() if re.fullmatch(r"[a-z]+", word)]
        named = words[:2] if words[:1] in (["deck"], ["games"]) else words[:1]
        done = CliRunner().invoke(cli, [*named, "--help"])
        assert done.exit_code == 0, done.output
        assert "Usage:" in done.stdout
