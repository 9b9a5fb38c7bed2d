"""Rooms give keys and values, or say keys: no sentence for people stands in their Python."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import REPO

ROOMS = ("engine", "rules", "table", "bots", "deals", "deck", "many", "cli")
SOURCE = REPO / "src" / "summit_game"
FILES = sorted(path for room in ROOMS for path in (SOURCE / room).rglob("*.py"))
SPEAKING = ("console", "plain", "tui")
"""Rooms that say keys themselves; panes of the debrief are still English."""
SAID_FILES = sorted(path for room in SPEAKING for path in (SOURCE / room).rglob("*.py") if "debrief" not in path.parts)
SENTENCE = re.compile(r"[A-Z{].*\w.*[.!?]", re.DOTALL)
"""Errors are written small and without a full stop; what begins large and ends with one is for people to read."""
KEYED = {"Refusal": 1, "Message": 0, "Line": 0, "Line.of": 0}
"""What is made with a key -> the place of the key among its arguments."""
KEY = re.compile(r"[a-z_]+(-[a-z_]+)+|[a-z_]+")


def _said(node: ast.AST) -> str | None:
    """The text of a string, `{}` for what is set into it."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _strings(node: ast.AST) -> Iterator[ast.AST]:
    """Every string in a tree but docstrings, what is raised or asserted, and what describes fields and options."""
    if isinstance(node, ast.Raise | ast.Assert) or (isinstance(node, ast.Expr) and _said(node.value) is not None):
        return
    if isinstance(node, ast.keyword) and node.arg in ("description", "help"):
        return
    if isinstance(node, ast.Dict):
        node.values = [
            each for key, each in zip(node.keys, node.values, strict=True) if key is None or _said(key) != "description"
        ]
    if _said(node) is not None:
        yield node
        return
    for child in ast.iter_child_nodes(node):
        yield from _strings(child)


def sentences(text: str) -> list[str]:
    """The sentences in a Python text, and what stands where a key belongs and is none."""
    tree = ast.parse(text)
    found = [said for node in _strings(tree) if SENTENCE.fullmatch(said := _said(node) or "") and said.count(" ") >= 2]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (key := _key(node)) is not None and not KEY.fullmatch(key):
            found.append(key)
    return found


def _key(call: ast.Call) -> str | None:
    """What is written where the key belongs of something that is made with one."""
    place = KEYED.get(ast.unparse(call.func))
    return _said(call.args[place]) if place is not None and len(call.args) > place else None


@pytest.mark.parametrize("path", [*FILES, *SAID_FILES], ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_sentence_stands_in_python(path: Path) -> None:
    assert sentences(path.read_text(encoding="utf-8")) == []


OURS = {"ValueError", "TypeError", "RuntimeError", "OSError", "UnknownEventError", "Unsound"}
"""What is raised for programmers, with a sentence of its own."""


def complaints(text: str) -> list[str]:
    """Words in a Python text that are raised for people to read, without a key."""
    raised = [node.exc for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Raise)]
    calls = [each for each in raised if isinstance(each, ast.Call) and ast.unparse(each.func) not in OURS]
    words = (_said(arg) or "" for call in calls for arg in call.args)
    return [each for each in words if " " in each]


@pytest.mark.parametrize("path", [each for each in FILES if "engine" not in each.parts], ids=lambda path: path.name)
def test_what_is_raised_for_people_has_a_key(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


def test_a_planted_complaint_is_found() -> None:
    assert complaints('raise Complaint(f"there is no {name}", 2)') == ["there is no {}"]
    assert complaints('raise Complaint(say("cli-no-card", card=card))') == []
    assert complaints('raise ValueError("so many totals")') == []


@pytest.mark.parametrize(
    "planted",
    [
        'x = Refusal("R3.2", "You do not hold that Proposal.")',
        'x = Refusal("R3.2", "you hold none")',
        'x = Refusal("R3.2", f"you hold {limit}")',
        'x = [Message("{who} has promised", {"who": name})]',
        'def status(self, board):\n    return [f"Tension drifts towards {level} (R16.1)."]',
        'x = Line("cost of conflict", -3, "R8.5")',
        'x = Line.of(f"mood: {title}", 2, "M-1")',
        'why = f"{spec.name} does not take steps."',
        'trouble = ("The game is not saved. "\n    "It goes on in memory.")',
    ],
)
def test_a_planted_sentence_is_found(planted: str) -> None:
    assert sentences(planted)


@pytest.mark.parametrize(
    "fine",
    [
        '"""A sentence about a module."""',
        'raise ValueError(f"{text} is no number.")',
        'level = Field(1, description="Level from which the door counts as narrowed.")',
        'x = Refusal("R3.2", "no-proposal", {"limit": 2})',
        'x = Message("status-standoff", {"level": 3})',
    ],
)
def test_what_is_no_sentence_for_people_is_left_alone(fine: str) -> None:
    assert sentences(fine) == []


def _keys(path: Path) -> Iterator[str]:
    """The catalogue's keys that a file names where something is made with a key."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (key := _key(node)) is not None:
            yield f"refused-{key}" if ast.unparse(node.func) == "Refusal" else key


def test_every_key_that_the_rooms_name_has_its_sentence() -> None:
    named = {key for path in FILES for key in _keys(path)}
    assert len(named) > 50
    catalogue = "\n".join(each.read_text(encoding="utf-8") for each in (SOURCE / "words" / "lang" / "en").glob("*.ftl"))
    assert named - set(re.findall(r"^([\w-]+) =", catalogue, re.MULTILINE)) == set()
