"""`docs/rule-modules.md` cannot rot: its tables are the protocol, its code is the example's, its commands run."""

from __future__ import annotations

import inspect
import re

import pytest
from click.testing import CliRunner

from summit_game.cli.main import cli
from summit_game.engine.hooks import COMBINED
from summit_game.engine.module import RuleModule
from support import REPO
from test_tenth_module import EXAMPLE, sanctions  # noqa: F401

PAGE = (REPO / "docs" / "rule-modules.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
SHOWN = [body for kind, body in BLOCKS if kind != "console"]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## The protocol")[2].splitlines()
    if line.startswith("| `")
]
"""Cells of the tables of hooks."""


def test_the_first_table_says_how_answers_combine_in_the_order_of_the_protocol() -> None:
    said = [(row[0].strip("`"), row[3]) for row in ROWS if len(row) == 5]
    assert dict(said) == {name: how.value for name, how in COMBINED.items()}
    assert len(said) == len(COMBINED)


def test_the_tables_hold_every_hook_whether_it_writes_and_its_clause() -> None:
    inner = {"seated", "action", "__init__"}
    hooks = {name: hook for name, hook in vars(RuleModule).items() if inspect.isfunction(hook) and name not in inner}
    assert {row[0].strip("`") for row in ROWS} == hooks.keys()
    for row in ROWS:
        name, writes, clause = row[0].strip("`"), row[2], row[-1]
        hook = hooks[name]
        assert writes == ("yes" if "ops" in inspect.signature(hook).parameters else "no"), name
        assert [clause] == (re.findall(r"\((R\d+\.\d+)\)", hook.__doc__ or "") or [""]), name


@pytest.mark.parametrize("body", SHOWN)
def test_what_is_shown_stands_in_the_example(body) -> None:
    first, _, rest = body.partition("\n")
    assert rest in (EXAMPLE / first.removeprefix("# ")).read_text(encoding="utf-8")


@pytest.mark.usefixtures("sanctions")
def test_the_commands_print_what_is_shown() -> None:
    (body,) = (body for kind, body in BLOCKS if kind == "console")
    for command, said in re.findall(r"^\$ summit (.+)\n((?:[^$].*\n)+)", body, re.MULTILINE):
        found = CliRunner().invoke(cli, command.split())
        assert (found.exit_code, found.output) == (0, said)
