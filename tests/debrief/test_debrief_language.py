"""A debrief in the pseudo-language: its sentences and headings come from the catalogue, and nothing in it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from debrief.played import sitting
from debrief.test_whatif import act, begun, closed
from summit_game.debrief.analyse import analyse
from summit_game.debrief.compare import html, seated, sheet
from summit_game.debrief.compare import text as compared
from summit_game.debrief.forms.data import as_data
from summit_game.debrief.forms.markdown import markdown
from summit_game.debrief.forms.page import page
from summit_game.debrief.forms.sections import sections
from summit_game.debrief.forms.text import WIDTH, short, text
from summit_game.debrief.whatif.changes import BOT, WITHOUT, parse, suggestions
from summit_game.debrief.whatif.comparison import WhatIfError, baseline, run
from summit_game.deck.overlay import texts_of
from summit_game.language.catalogue import choose, pseudo
from summit_game.table.opening import Sitting
from support import REPO

SENTENCES = [
    REPO / "src" / "summit_game" / "words" / "lang" / "en" / f"{name}.ftl"
    for name in ("debrief", "debrief_page", "whatif", "compare")
]
PHRASE = re.compile(r"[A-Za-z]{2,}(?:,? [a-z]{2,}){2,}")


class _Phrases(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.found |= set(PHRASE.findall(node.value))


def _left(written: str, own: str) -> list[str]:
    """The English phrases of the catalogue that stand in a text, and not because a deck says them too."""
    phrases = _Phrases()
    for path in SENTENCES:
        phrases.visit(FluentParser().parse(path.read_text(encoding="utf-8")))
    assert len(phrases.found) > 200
    return [phrase for phrase in sorted(phrases.found) if phrase in written and phrase not in own]


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("SUMMIT_LANGUAGE", "en")
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))
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
    for archive in (False, True):
        found = analyse(played, archive)
        told = text(found)
        assert max(map(len, told.splitlines())) <= WIDTH
        for written in (" ".join(told.split()), markdown(found), page(found), short(found)):
            assert _left(written, own) == []


def _written_down(seed: int = 1) -> Sitting:
    """A game with a journal, played to its end by bots."""
    played = begun(seed)
    act(played)
    return closed(played)


@pytest.mark.usefixtures("strange")
def test_no_sentence_of_a_what_if_is_left_in_english() -> None:
    played = _written_down()
    own = "\n".join(texts_of(played.deck).values())
    found = suggestions(played)
    assert {each.what for each in found} >= {WITHOUT, BOT}
    tried = [run(played, each, runs=1) for each in found] + [baseline(played, found[0], runs=1)]
    assert _left("\n".join(f"{each.title} {each.how}" for each in tried), own) == []
    with pytest.raises(WhatIfError) as wrong:
        parse(played, "nothing")
    assert _left(str(wrong.value), own) == []
    assert "nothing" in str(wrong.value)


@pytest.mark.usefixtures("strange")
def test_no_sentence_of_a_comparison_is_left_in_english() -> None:
    first, other = _written_down(), _written_down(2)
    own = "\n".join(texts_of(first.deck).values())
    tables = [seated(first), seated(other)]
    for written in (compared(tables), html(tables), sheet(tables)):
        assert _left(" ".join(written.split()), own) == []


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
