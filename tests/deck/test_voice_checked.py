"""How delegations speak, as a deck has it: what the checker asks of a voice, and that the shipped decks have one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_reserved import changed, checked

from summit_game.deck.load import open_deck
from summit_game.deck.model_voice import LONGEST_LINE, OCCASIONS
from summit_game.deck.overlay import texts_of
from summit_game.deck.schema import deck_schema
from summit_game.rules.registry import parameters
from support import REPO, SHIPPED, the_deck

KINDS = list(OCCASIONS)


def spoken(kinds: list[str] = KINDS[:6], **first: object) -> list[dict]:
    """A voice with two wordings for each kind; `first` changes the first kind."""
    voice = [{"kind": kind, "text": [f"One line for {kind}.", f"Another line for {kind}."]} for kind in kinds]
    voice[0] |= first
    return voice


def faults(folder: Path, voice: list[dict], number: int = 2) -> list[str]:
    report = checked(folder, lambda data: data["delegations"][0].update(voice=voice), number)
    return [each.what for each in report.faults]


def test_a_voice_of_six_occasions_is_enough_and_all_are_known(tmp_path: Path) -> None:
    assert faults(tmp_path, spoken()) == []
    assert faults(tmp_path, spoken(KINDS)) == []


def test_a_deck_may_do_without(tmp_path: Path) -> None:
    assert faults(tmp_path, []) == []


@pytest.mark.parametrize(
    ("voice", "says"),
    [
        (spoken(KINDS[:5]), "5 occasions"),
        (spoken(kind="gossip"), "gossip"),
        (spoken() + spoken()[:1], "a second time"),
        (spoken(text=["One line only."]), "one wording"),
        (spoken(text=[]), "voice"),
        (spoken(text=["A.", "B.", "C.", "D."]), "voice"),
        (spoken(text=["Yes.", "yes."]), "said already"),
        (spoken(text=["One line for offer.", "Two."]), "said already"),
        (spoken(text=["x" * LONGEST_LINE + ".", "Two."]), f"{LONGEST_LINE + 1} characters"),
        (spoken(text=["Dear {who}.", "Two."]), "nothing is filled in"),
        (spoken(text=["It costs $who.", "Two."]), "nothing is filled in"),
        (spoken(text=["They said “never”.", "Two."]), "quotation marks"),
        (spoken(text=['They said "never".', "Two."]), "quotation marks"),
        (spoken(text=["TODO", "Two."]), "TODO"),
        (spoken(text=["One\nmore.", "Two."]), "more than one line"),
        (spoken(text=["That regime.", "Two."]), "takes sides"),
        (spoken(text=["Turned\u202eround.", "Two."]), "U+202E"),
        (spoken(text=["Two  spaces.", "Two."]), "a space too many"),
        (spoken(mood="angry"), "mood"),
    ],
)
def test_what_a_voice_cannot_be_is_a_fault(tmp_path: Path, voice: list[dict], says: str) -> None:
    found = faults(tmp_path, voice)
    assert any(says in each for each in found), found


def test_a_line_of_the_greatest_length_fits(tmp_path: Path) -> None:
    assert faults(tmp_path, spoken(text=["x" * LONGEST_LINE, "Two."])) == []


def test_it_came_with_format_2(tmp_path: Path) -> None:
    found = [each for each in faults(tmp_path, spoken(), number=1) if "came with deck format 2" in each]
    assert ["voice" in each for each in found] == [True]


def test_a_pinned_deck_is_read_whatever_its_voice(tmp_path: Path) -> None:
    """What a checker asks of today's decks keeps nobody from reading an old game."""
    odd = [{"kind": "broken_promise", "text": ["We heard another word."]}]
    path = changed(tmp_path, lambda data: data["delegations"][0].update(voice=odd))
    assert open_deck(path)[0].delegations[0].voice[0].kind == "broken_promise"


def test_lines_are_translated(tmp_path: Path) -> None:
    texts = texts_of(the_deck(SHIPPED[1]))
    assert texts["delegations", "HF", "voice", "agree", "text", 0] == "That is fair."


def test_the_schema_and_the_documents_know_every_occasion() -> None:
    voice = deck_schema(parameters())["$defs"]["Voice"]["properties"]
    assert voice["kind"]["enum"] == KINDS
    assert voice["text"]["items"]["maxLength"] == LONGEST_LINE
    page = (REPO / "docs" / "decks.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z_]+)` \| it|^\| `([a-z_]+)` \|", page.partition("## 9a")[2], re.M) is not None
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_delegation_of_the_shipped_decks_has_lines_for_every_occasion(path: Path) -> None:
    deck = the_deck(path)
    for who in deck.delegations:
        assert [each.kind for each in who.voice] == KINDS, who.id
    lines = [line for who in deck.delegations for each in who.voice for line in each.text]
    assert len(set(lines)) > 0.95 * len(lines), "delegations do not speak alike"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_no_line_names_anybody_or_gives_a_number(path: Path) -> None:
    """A line fits whoever it is said to, and gives no fact: the facts stand beside it."""
    deck = the_deck(path)
    names = {word for who in deck.delegations for word in re.findall(r"[A-Z][a-z]+", who.name)} - {"United", "States"}
    for who in deck.delegations:
        for each in who.voice:
            for line in each.text:
                assert not names & set(re.findall(r"[A-Z][a-z]+", line)), line
                assert not re.search(r"\d", line), line
