"""What the house promises about itself: no deck in Python, files of one subject, commands that start fast."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from support import REPO, the_deck

SOURCES = sorted((REPO / "src").rglob("*.py"))
NAMES = re.compile(r"\b(russia\w*|nato|ukrain\w*|moscow|washington|kyiv|osce|kremlin|china|european)\b", re.IGNORECASE)


def summit(*args: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "summit_game.cli.main", *args], capture_output=True, text=True, timeout=120, check=False
    )


def test_no_proper_name_of_a_deck_stands_in_python() -> None:
    found = [
        f"{path.name}: {match.group()}"
        for path in SOURCES
        for match in NAMES.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_files_have_one_subject() -> None:
    long = [path.name for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []


def _module(path: Path) -> str:
    parts = path.relative_to(REPO / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path, known: set[str]) -> set[str]:
    """The modules of this house that a file imports anywhere, in functions and for the types too.

    In the engine not for the types: what a module may ask of a table and a table of its modules is one contract.
    """
    found = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if "engine" in path.parts:
        tree.body = [each for each in tree.body if not (isinstance(each, ast.If) and "TYPE_CHECKING" in ast.dump(each))]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            names = {f"{node.module}.{each.name}" for each in node.names}
            found |= (names & known) or {str(node.module)}
    return found & known


def test_no_module_imports_itself_by_way_of_others() -> None:
    known = {_module(path) for path in SOURCES}
    assert "summit_game.tui.title" in known
    house = {_module(path): _imports(path, known) for path in SOURCES}
    try:
        TopologicalSorter(house).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


HEADLESS = [_module(path) for path in SOURCES if "tui" not in path.parts and path.name != "__main__.py"]
"""Every module outside the screen."""


def test_no_module_outside_the_screen_imports_a_screen_library() -> None:
    """One process imports them all, and says after which the screen's library was there."""
    script = """if True:
        import importlib, sys
        for name in sys.argv[1:]:
            importlib.import_module(name)
            assert not {each.partition(".")[0] for each in sys.modules} & {"textual", "rich"}, name
    """
    done = subprocess.run([sys.executable, "-c", script, *HEADLESS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(HEADLESS) > 100


def test_simulate_prints_json_and_the_same_digest_for_any_number_of_processes() -> None:
    args = ("simulate", "--games", "60", "--seats", "2", "--seed", "5", "--json")
    one, two = summit(*args, "--jobs", "1"), summit(*args, "--jobs", "2")
    result = json.loads(one.stdout)
    assert result == json.loads(two.stdout)
    assert sum(result["endings"].values()) == result["games"] == 60
    assert set(result["endings"]) == {"settlement", "stalemate", "conflict", "cold_war"}
    assert set(result["delegations"]) == set(the_deck().tables[2])


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("simulate", "--deck", "european-security-2020"), 2, "did you mean"),
        (("simulate", "--without", "open-dor", "--games", "1"), 2, "open_door"),
        (("simulate", "--bots", "clever", "--games", "1"), 2, "there is no bot 'clever'"),
        (("simulate", "--seats", "9", "--games", "1"), 2, "no table for 9 delegations"),
        (("play", "--plain", "--seat", "XX=human"), 2, "there is no delegation 'XX'"),
        (("rules", "R99"), 2, "its chapters are R1"),
        (("card", "P-NO-1"), 2, "has no card"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_a_wrong_command_gets_one_sentence_and_a_code(args: tuple[str, ...], code: int, words: str) -> None:
    done = summit(*args)
    assert done.returncode == code
    assert words in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.fault("K20.10")
def test_rules_cards_and_decks_are_printed() -> None:
    assert summit("rules", "R4.3").stdout.startswith("**R4.3**")
    assert "source:" in summit("card", "P-ENL-1A").stdout
    listed = summit("card").stdout
    assert all(f"  {card.id}  {card.title}\n" in listed for card in (*the_deck().proposals, *the_deck().events))
    assert "european-security-2021" in summit("decks").stdout
    assert summit("--version").stdout.startswith("summit, version")
    assert "rules:" in summit("locate").stdout


def test_a_bots_script_is_checked_like_a_deck(tmp_path: Path) -> None:
    script = (REPO / "src/summit_game/bots/scripts/hardliner.yaml").read_text(encoding="utf-8")
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(script, encoding="utf-8")
    bad.write_text(script.replace("press: 55", "prress: 55"), encoding="utf-8")
    assert "no faults" in summit("deck", "check", str(good)).stdout
    done = summit("deck", "check", str(bad))
    assert done.returncode == 65
    assert f"{bad}:13:10: `habits` has no key `prress`; write `press`" in done.stdout
    assert json.loads(summit("deck", "check", str(bad), "--json").stdout)["faults"][0]["line"] == 13
