"""What a card does is told in the words of the deck, everywhere alike."""

from __future__ import annotations

import re

import pytest

from summit_game.words.effects import condition, effect_words
from summit_game.words.lookup import card_lines
from support import ALL_DECKS, the_deck


@pytest.mark.parametrize(
    ("effects", "words"),
    [
        (["tension +1"], "Tension +1"),
        (["support self +1", "support all -1"], "your Support +1; Support of every delegation -1"),
        (["pressure RU +1"], "Pressure of Russian Federation +1"),
        (["unit East B +1"], "one unit more of Russia in Border (B)"),
        (["unit West F -1"], "one unit less of Allies and partners in Flank (F)"),
        (["incident S"], "an incident in Black Sea (S)"),
        (
            [{"if cohesion <= 5": ["onlooker +1"], "else": ["trust +1", "cohesion -1"]}],
            "if Cohesion is 5 or less: Onlooker +1; otherwise: Trust +1; Cohesion -1",
        ),
        (
            [{"if level(EXE) < 2": ["unit East N +1"]}],
            "if EXE is at level 1 or lower: one unit more of Russia in North (N)",
        ),
        ([{"if level(CON) > 1": ["trust +1"]}], "if CON is at level 2 or higher: Trust +1"),
        ([{"if level(CON) < 1": ["trust -1"]}], "if CON is at level 0 or in brackets: Trust -1"),
        ([{"if agreed >= 5": ["tension +3"]}], "if at least 5 issues are agreed: Tension +3"),
        ([], ""),
    ],
)
def test_every_kind_of_effect_has_words(effects: list, words: str) -> None:
    assert effect_words(effects, the_deck()) == words


def test_a_test_that_is_more_than_a_comparison_stays_as_it_is() -> None:
    for formula in ("units(East, B) >= 2 and trust < 3", "max(trust, 3) == 4", "units(East) >= 5"):
        assert condition(formula, the_deck()) == formula


@pytest.mark.parametrize("path", ALL_DECKS, ids=lambda each: each.name)
def test_no_card_shows_how_it_is_written_in_the_deck(path) -> None:
    deck = the_deck(path)
    looked = 0
    for card in (*deck.pressure, *deck.events):
        said = effect_words(card.effects, deck)
        looked += 1
        assert not re.search(r"[<>=\[\]{}]|level\(|\bself\b", said), said
        if said:
            assert any(said in line for line in card_lines(deck, card.id))
    assert looked > 10
