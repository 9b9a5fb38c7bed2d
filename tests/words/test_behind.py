"""Source and background of a card, a level or a choice."""

from __future__ import annotations

import pytest

from summit_game.language.catalogue import say
from summit_game.words.behind import behind, named_in, references
from support import DECK, SECOND_DECK, SHIPPED, the_deck


def sourced():
    """Ids and sources of everything that can be asked about."""
    deck = the_deck(DECK)
    yield from ((each.id, each.source) for each in (*deck.proposals, *deck.concessions, *deck.pressure, *deck.events))
    for issue in deck.issues:
        yield from ((f"{issue.id} {at}", level.source) for at, level in enumerate(issue.levels))


def test_everything_with_a_source_tells_it_with_the_pages_behind_it() -> None:
    deck = the_deck(DECK)
    for name, source in sourced():
        told = "\n".join(behind(deck, name))
        assert f"Source: {source}" in told, name
        for page in references(deck, source):
            assert page.heading in told, name
            assert page.address in told, name


def test_background_on_the_same_pages_is_told_too() -> None:
    deck = the_deck(DECK)
    found = 0
    for name, source in sourced():
        told, cited = "\n".join(behind(deck, name)), {each.id for each in references(deck, source)}
        for each in deck.background:
            assert (each.text in told) == bool(cited.intersection(each.sources)), (name, each.title)
            found += each.text in told
    assert found > 20


def test_what_is_invented_says_so() -> None:
    deck = the_deck(SECOND_DECK)
    card = deck.proposals[0]
    assert card.invented
    assert behind(deck, card.id.lower())[-1] == say("papers-source", source=card.source, invented=True)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_an_issue_tells_all_its_levels(path) -> None:
    deck = the_deck(path)
    issue = deck.issues[0]
    told = behind(deck, issue.id)
    assert all(level.text in told for level in issue.levels)


@pytest.mark.parametrize("name", ["", "P-NO", "ENL 7", "9", "table"])
def test_nothing_stands_behind_what_is_not_there(name: str) -> None:
    assert behind(the_deck(DECK), name) == []


@pytest.mark.parametrize(
    ("action", "names"),
    [
        ("table P-MIS-1A with C-US-3", ["P-MIS-1A", "C-US-3"]),
        ("nonpaper ENL 2 laying P-DEP-1A P-EXE-2B", ["P-DEP-1A", "P-EXE-2B"]),
        ("name ENL-1 EXE-3", ["ENL 1", "EXE 3"]),
        ("press X-RU-1", ["X-RU-1"]),
        ("pass", []),
    ],
)
def test_a_choice_names_cards_or_else_levels(action: str, names: list[str]) -> None:
    assert named_in(the_deck(DECK), action) == names


def test_a_vote_is_about_the_levels_that_the_package_would_write() -> None:
    assert named_in(the_deck(DECK), "silence", (("ENL", 2), ("MIS", 1))) == ["ENL 2", "MIS 1"]
