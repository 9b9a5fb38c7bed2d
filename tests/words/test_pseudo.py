"""A whole game in the pseudo-language: nothing of the English catalogue is left, and nothing in the game changes."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from summit_game.bots.simple import SimpleBot
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.load import open_deck
from summit_game.deck.overlay import texts_of
from summit_game.language.catalogue import choose, pseudo, say
from summit_game.plain import PlainSession
from summit_game.rules.registry import registry
from summit_game.table.table import Table
from support import DECK, REPO

FILES = sorted((REPO / "src" / "summit_game" / "words" / "lang" / "en").glob("*.ftl"))
PAPERS = (
    "brief",
    "cards",
    "text",
    "mandates",
    "map",
    "score",
    "talk",
    "help",
    "log",
    "undo",
    "back",
    "nonsense",
    "why 1",
    "why 99",
)
PHRASE = re.compile(r"[A-Za-z]{2,}(?:,? [a-z]{2,}){2,}")


class _Phrases(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.found |= set(PHRASE.findall(re.sub("`[^`]*`", "", node.value)))


def _english() -> set[str]:
    """Phrases of three words and more in the English catalogue."""
    phrases = _Phrases()
    for file in FILES:
        phrases.visit(FluentParser().parse(file.read_text(encoding="utf-8")))
    return phrases.found


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SUMMIT_LANGUAGE", "en")
    choose("xx")
    yield
    choose("en")


def _played(seed: int) -> tuple[list[str], Table]:
    deck = open_deck(DECK)[0]
    game = compile_game(deck, TableOptions(4), registry())
    table = Table(game, seed, {seat: SimpleBot(seed, str(seat)) for seat in (1, 2, 3)})
    chance = random.Random(seed)
    shown: list[str] = []

    def read(prompt: str) -> str:
        if table.over:
            return ""
        if chance.random() < 0.2:
            return chance.choice(PAPERS)
        numbered = [line for line in shown[-40:] if re.match(r"\d+\. ", line)]
        return str(chance.randint(1, int(numbered[-1].split(".")[0]))) if numbered else "1"

    assert PlainSession(deck, table, {0: "Ana"}, read, shown.append, confirm_quit=False).run() == 0
    return shown, table


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize("seed", [1, 2])
def test_no_sentence_of_the_english_catalogue_is_left(seed: int) -> None:
    shown, table = _played(seed)
    assert table.over
    text = "\n".join(shown)
    assert [phrase for phrase in sorted(_english()) if phrase in text] == []
    choose("en")
    titles = {said for keys, said in texts_of(open_deck(DECK)[0]).items() if keys[-1] == "title" and " " in said}
    assert [title for title in sorted(titles) if title in text] == []


def test_the_language_changes_no_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_LANGUAGE", "en")
    english = _played(3)[1]
    choose("xx")
    other = _played(3)[1]
    choose("en")
    assert [each.events for each in other.history.entries] == [each.events for each in english.history.entries]
    assert len(english.history.entries) > 50


@pytest.mark.parametrize(
    "args",
    [
        ("deck", "check", "linnet-river", "--quick"),
        ("deck", "check", "absent"),
        ("simulate", "--games", "1", "--jobs", "1"),
        ("simulate", "--bots", "clever", "--games", "1"),
        ("tournament", "random", "flat", "--games", "1", "--seats", "2", "--jobs", "1"),
        ("balance", "linnet-river", "--games", "1", "--bots", "flat", "--jobs", "1"),
        ("module", "check", "absent"),
        ("debrief", "absent"),
    ],
    ids=" ".join,
)
def test_no_command_says_a_sentence_of_the_english_catalogue(args: tuple[str, ...]) -> None:
    run = [sys.executable, "-m", "summit_game.cli.main", "--language", "xx", *args]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    said = done.stdout + done.stderr
    assert said
    assert "Traceback" not in said
    assert [phrase for phrase in sorted(_english()) if phrase in re.sub("`[^`]*`", "", said)] == []


@pytest.mark.usefixtures("strange")
def test_what_the_help_says_can_be_typed_in_any_language() -> None:
    """Words that are typed, clauses and ids are the same in every language."""
    deck = open_deck(DECK)[0]
    table = Table(compile_game(deck, TableOptions(4), registry()), 1, {s: SimpleBot(1, str(s)) for s in (1, 2, 3)})
    shown: list[str] = []
    typed: list[str] = []
    asked = iter(["help"])
    # Each as it would be said, by its longest part without a value.
    misread = [say(f"plain-{key}", **values) for key, values in UNKNOWN]

    def read(prompt: str) -> str:
        if (line := next(asked, None)) is not None:
            return line
        if not typed:
            found = re.findall("`([^`]+)`", "\n".join(line for line in shown if "`" in line))
            typed.extend(dict.fromkeys(word for word in found if word not in LEAVES))
            assert len(typed) > 25
            typed.append("quit")
        shown.append("")
        return typed.pop(0)

    PlainSession(deck, table, {0: "Ana"}, read, shown.append, confirm_quit=False).run()
    assert typed == []
    text = "\n".join(shown)
    assert [said for said in misread if max(said.split("\ue001"), key=len) in text] == []


UNKNOWN = [
    ("not-understood", {"line": "\ue001", "count": "\ue001"}),
    ("no-rule", {"rule": "\ue001", "known": ""}),
    ("no-card", {"card": "\ue001"}),
    ("no-issue", {"ids": "\ue001"}),
    ("no-delegation", {"ids": "\ue001"}),
]
LEAVES = {"quit", "word"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It is refused (R5.4, R12).", ("R5.4", "R12")),
        ("use --seat or --new-game", ("--seat", "--new-game")),
        ("write `rule R4.2` now", ("`rule R4.2`",)),
    ],
)
def test_the_pseudo_language_keeps_clauses_options_and_commands(text: str, kept: tuple[str, ...]) -> None:
    assert all(each in pseudo(text) for each in kept)
    assert pseudo(text) != text


def test_a_command_that_holds_a_value_is_kept_whole() -> None:
    choose("xx")
    try:
        assert "`summit play --resume 7`" in say("app-game-saved", id=7)
    finally:
        choose("en")
