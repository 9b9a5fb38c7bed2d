"""What the checker says stands in the catalogue: each key that is named has its words, and no words stand unused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from deck.river import REGISTRY
from summit_game.deck.check import check_path
from summit_game.language import catalogue
from support import REPO

SOURCE = REPO / "src" / "summit_game"
FILES = [*sorted((SOURCE / "deck").glob("*.py")), SOURCE / "bots" / "script.py"]
CATALOGUE = {
    name: set(re.findall(rf"^{name}-([\w-]+) =", (SOURCE / "words/lang/en" / f"{name}.ftl").read_text(), re.MULTILINE))
    for name in ("check", "formula")
}
FAULTS = {"fault", "stop", "broken", "told"}
"""What is called with the key of a fault."""


def _texts(node: ast.expr) -> Iterator[str]:
    """The keys that an expression can be."""
    match node:
        case ast.Constant(value=str(key)):
            yield key
        case ast.IfExp(body=body, orelse=other):
            yield from (*_texts(body), *_texts(other))
        case ast.JoinedStr():
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else ".+" for part in node.values)


def _named() -> Iterator[tuple[str, str, str, bool]]:
    """File, catalogue, key and whether the call itself says what to do, of every call with a key."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            file = "formula" if called == "FormulaError" else "check"
            names = {each.arg for each in node.keywords}
            alone = called not in FAULTS or bool(names & {"todo", None})
            if called in {*FAULTS, "word", "FormulaError"}:
                for arg in node.args[:2]:
                    yield from ((path.name, file, key, alone) for key in _texts(arg))


def test_every_key_that_is_named_has_its_words() -> None:
    named = list(_named())
    assert len(named) > 120
    for file, name, key, alone in named:
        found = [each for each in CATALOGUE[name] if re.fullmatch(key, each)]
        assert found, f"{file}: {name}-{key}"
        assert alone or any(re.fullmatch(f"{key}-todo", each) for each in CATALOGUE[name]), f"{file}: {key}-todo"


def test_no_words_stand_unused() -> None:
    program = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    written = set(re.findall(r'"(?:check-)?([\w-]+)"', program))
    patterns = {key for _, _, key, _ in _named()} | {"bound-.+", "too-short|too-long"}
    for key in CATALOGUE["check"] | CATALOGUE["formula"]:
        bare = key.removesuffix("-todo")
        assert bare in written or any(re.fullmatch(each, bare) for each in patterns), key


def test_a_fault_is_said_in_the_language_that_is_chosen(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_chosen", catalogue.Catalogue("xx"))
    (fault, *_) = check_path(tmp_path / "absent", REGISTRY).faults
    assert fault.what != "there is no such file or folder"
    monkeypatch.setattr(catalogue, "_chosen", catalogue.Catalogue())
    (fault, *_) = check_path(tmp_path / "absent", REGISTRY).faults
    assert (fault.what, fault.todo) == ("there is no such file or folder", "check the path")
