"""A debrief in the pseudo-language: its sentences and headings come from the catalogue, and nothing in it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from debrief.played import sitting
from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms.data import as_data
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sections import sections
from summit_game.debrief.forms.text import WIDTH, short, text
from summit_game.deck.overlay import texts_of
from summit_game.language.catalogue import pseudo
from summit_game.words.catalogue import choose
from support import REPO

SENTENCES = REPO / "src" / "summit_game" / "words" / "lang" / "en" / "debrief.ftl"
PHRASE = re.compile(r"[A-Za-z]{2,}(?:,? [a-z]{2,}){2,}")


class _Phrases(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.found |= set(PHRASE.findall(node.value))


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SUMMIT_LANGUAGE", "en")
    choose("xx")
    yield
    choose("en")


@pytest.mark.usefixtures("strange")
@pytest.mark.parametrize(("seed", "moves"), [(1, 100_000), (3, 100_000), (5, 100_000), (6, 60)])
def test_no_sentence_of_a_debrief_is_left_in_english(seed: int, moves: int) -> None:
    choose("en")
    played = sitting(seed, moves)
    own = "\n".join(texts_of(played.deck).values())
    choose("xx")
    phrases = _Phrases()
    phrases.visit(FluentParser().parse(SENTENCES.read_text(encoding="utf-8")))
    assert len(phrases.found) > 100
    for archive in (False, True):
        found = analyse(played, archive)
        told = text(found)
        assert max(map(len, told.splitlines())) <= WIDTH
        for written in (" ".join(told.split()), markdown(found), page(found), short(found)):
            assert [phrase for phrase in sorted(phrases.found) if phrase in written and phrase not in own] == []


@pytest.mark.usefixtures("strange")
def test_every_heading_of_a_debrief_is_translated() -> None:
    played = sitting(1)
    strange = [each.title for each in sections(analyse(played, archive=True))]
    choose("en")
    english = [each.title for each in sections(analyse(played, archive=True))]
    assert strange == [pseudo(title) for title in english]


@pytest.mark.usefixtures("strange")
def test_the_language_changes_no_number_of_a_debrief() -> None:
    played = sitting(3)
    strange = as_data(analyse(played))
    choose("en")
    english = as_data(analyse(played))

    def numbers(value: object) -> list[object]:
        if isinstance(value, dict):
            return [(key, numbers(each)) for key, each in value.items() if key not in ("name", "tracks")]
        return (
            [numbers(each) for each in value] if isinstance(value, list) else [] if isinstance(value, str) else [value]
        )

    assert numbers(strange) == numbers(english)
