"""The catalogue holds what the program says and nothing else, and sets values in as they are."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor
from jinja2 import Environment, nodes

from summit_game.language import catalogue
from summit_game.language.catalogue import Catalogue, Name, pseudo
from summit_game.rules import registry as rules
from support import REPO

SOURCE = REPO / "src" / "summit_game"
FILES = sorted((SOURCE / "words" / "lang" / "en").glob("*.ftl"))
KEY = re.compile(r"[a-z_]+(-[a-z0-9_]+)+")
PREFIXES = {file.stem for file in FILES}
PROGRAM = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob("*.py")))
WRITTEN = set(re.findall(r'"([a-z0-9_-]+)"', PROGRAM))
"""Texts without spaces in the program, keys among them."""
ANY = "[a-z0-9_-]*"


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()
        self.named: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name.removesuffix("-number"))

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.named.add(node.id.name)


def _messages() -> dict[str, _Variables]:
    """Key -> variables of every message, as the library's own parser reads them."""
    found: dict[str, _Variables] = {}
    for file in FILES:
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                assert entry.id.name.startswith(f"{file.stem}-"), f"{entry.id.name} in {file.name}"
                found[entry.id.name] = _Variables()
                found[entry.id.name].visit(entry)
    return found


MESSAGES = _messages()


def _variables(key: str) -> set[str]:
    return MESSAGES[key].found.union(*(_variables(each) for each in MESSAGES[key].named))


def _said() -> Iterator[tuple[str, str, set[str] | None]]:
    """Place, pattern of the key, and names of the values (None: a mapping) of every `say`, in templates too."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", getattr(node.func, "attr", "")) != "say":
                continue
            pattern = _pattern(node.args[0]) if node.args else None
            names = {str(each.arg) for each in node.keywords}
            if pattern and pattern.split("-")[0] in PREFIXES:
                yield f"{path.name}:{node.lineno}", pattern, None if "None" in names else names
            elif pattern and pattern.startswith(f"{ANY}-"):
                # The prefix is a value: any that stands as a text of its own in the program.
                yield from ((path.name, pattern.replace(ANY, each, 1), None) for each in PREFIXES & WRITTEN)
    for path in sorted(SOURCE.rglob("*.html")):
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                pattern = _template_pattern(call.args[0])
                if pattern is not None:
                    yield f"{path.name}:{call.lineno}", pattern, {each.key for each in call.kwargs}


def _template_pattern(node: nodes.Expr) -> str | None:
    """The pattern of a key in a template, which may be put together with `~`; None if nothing of it is written."""
    parts = node.nodes if isinstance(node, nodes.Concat) else [node]
    found = [re.escape(each.value).replace(r"\-", "-") if isinstance(each, nodes.Const) else ANY for each in parts]
    return None if found == [ANY] else "".join(found)


def _pattern(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value).replace(r"\-", "-")
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) or ANY for part in node.values)
    return None


def test_every_sentence_that_is_said_is_in_the_catalogue_with_its_values() -> None:
    wrong = []
    for place, pattern, names in _said():
        keys = [key for key in MESSAGES if re.fullmatch(pattern, key)]
        wanted = [_variables(key) for key in keys]
        if not keys:
            wrong.append(f"{place}: no message {pattern}")
        elif names is not None and not any(each == names for each in wanted):
            wrong.append(f"{place}: {pattern} has the values {[sorted(each) for each in wanted]}, not {sorted(names)}")
    assert wrong == []


def test_every_message_of_the_catalogue_is_used() -> None:
    said = re.compile("|".join(f"(?:{pattern})" for pattern in sorted({pattern for _, pattern, _ in _said()})))
    named = set().union(*(each.named for each in MESSAGES.values()))
    used = {key for key in MESSAGES if key in WRITTEN | named or said.fullmatch(key)}
    assert set(MESSAGES) - used == set()


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of its own in the place of the real one."""
    folder = tmp_path / "lang" / "en"
    folder.mkdir(parents=True)
    (folder / "trial.ftl").write_text(
        "# A comment.\n"
        "-paper = treaty\n"
        "trial-broken = It is { $what }.\n"
        "trial-plain = { $who } says { $what }.\n"
        "trial-chosen = { $who } { $who-number ->\n    [plural] draw\n   *[singular] draws\n} { $count ->\n"
        "    [one] a Proposal\n   *[other] { $count } Proposals\n} for the { -paper }{ $open ->\n"
        '    [yes] {" "}for all\n   *[no] {""}\n}.\n',
        encoding="utf-8",
    )
    (tmp_path / "lang" / "de").mkdir()
    (tmp_path / "lang" / "de" / "trial.ftl").write_text(
        "trial-plain = { $what }, sagt { $who }.\ntrial-broken = Es ist { $was }.\n", encoding="utf-8"
    )
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path / "lang")
    catalogue._entries.cache_clear()
    yield
    catalogue._entries.cache_clear()


@pytest.mark.usefixtures("written")
def test_names_and_counts_carry_number() -> None:
    say = Catalogue().say
    assert say("trial-chosen", who=Name("The allies", "plural"), count=1, open=False) == (
        "The allies draw a Proposal for the treaty."
    )
    assert say("trial-chosen", who="The republic", count=1200, open=True) == (
        "The republic draws 1200 Proposals for the treaty for all."
    )


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("hostile", ["{ $what }", "a\nb = c", "\u2068x\u2069", "[bold]x[/]", "{", "\ue000", "x" * 5000])
def test_values_are_set_in_as_they_are(hostile: str) -> None:
    assert Catalogue().say("trial-plain", who=hostile, what=hostile) == f"{hostile} says {hostile}."
    assert Catalogue().say("trial-chosen", who=hostile, count=2, open=False) == (
        f"{hostile} draws 2 Proposals for the treaty."
    )


@pytest.mark.usefixtures("written")
def test_english_stands_in_for_a_language_that_lacks_a_sentence() -> None:
    assert Catalogue("de").say("trial-plain", who="Ana", what="ja") == "ja, sagt Ana."
    assert Catalogue("de").say("trial-chosen", who="Ana", count=1, open=False) == "Ana draws a Proposal for the treaty."
    assert Catalogue("de").say("trial-broken", what="ja") == "It is ja."
    with pytest.raises(LookupError, match="trial-absent"):
        Catalogue("de").say("trial-absent")
    with pytest.raises(LookupError):
        Catalogue().say("trial-plain", who="Ana")


@pytest.mark.usefixtures("written")
def test_the_pseudo_language_is_longer_and_keeps_values() -> None:
    said = Catalogue("xx").say("trial-plain", who="Ana", what="yes")
    assert said.startswith("Ana ")
    assert said.endswith(" yes.")
    assert "says" not in said


def test_pseudo_text_is_about_a_third_longer() -> None:
    text = " ".join(file.read_text(encoding="utf-8") for file in FILES) or "The treaty does not enter into force."
    assert 1.2 < len(pseudo(text)) / len(text) < 1.5
    assert not re.search(r"[aeiouy]", re.sub("`[^`]*`|--[a-z-]+", "", pseudo(text)))
    assert pseudo("write `undo` now").count("`undo`") == 1


def test_a_module_of_another_package_ships_its_own_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "far_package" / "lang").mkdir(parents=True)
    (tmp_path / "far_package" / "__init__.py").write_text("class Far:\n    id = 'far'\n", encoding="utf-8")
    (tmp_path / "far_package" / "lang" / "en.ftl").write_text("far-meets = { $who } meets.\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(catalogue, "_packages", {})
    far = importlib.import_module("far_package").Far
    catalogue.speak_for(rules._packages({"far": far}))
    assert Catalogue().say("far-meets", who="Ana") == "Ana meets."
    with pytest.raises(LookupError):
        Catalogue().say("near-meets", who="Ana")
    catalogue._entries.cache_clear()
