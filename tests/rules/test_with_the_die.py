"""The variant with the die (R9.3, R15.5): capitals draw as in the first edition, and do not hesitate."""

from __future__ import annotations

from collections import Counter

import pytest

from rulebook import Case
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import CAPITALS, OVER
from summit_game.engine.play import apply
from summit_game.engine.streams import flash_number
from support import DECK, FIRST_EDITION, game_of, random_walk, the_deck

clause = pytest.mark.clause
DIE = ("with-the-die",)
DRAW = {1: -2, 2: -1, 3: -1, 4: 0, 5: 1, 6: 2}


def signed(seed: int, support: int, red: bool = False, variants: tuple[str, ...] = DIE) -> Case:
    """All have signed; every capital has this support. With `red` the text touches a red line of UA alone."""
    case = Case(4, variants, seed=seed, deck=DECK)
    case.text(ENL=1, DEP=1, MIS=1, EXE=4 if red else 1, CON=1, DES=2).track(trust=10)
    for name in case.setting.seat_ids:
        case.home(name, support=support if name == "UA" else 6)
    case.floor("RU", 5).does("RU", "sign")
    for seat in tuple(case.state.waiting):
        case.events += apply(case.state, seat, a.SILENCE_ACTION)
    return case


@clause("R9.3")
@clause("R15.5")
@pytest.mark.parametrize("support", range(7))
@pytest.mark.parametrize("red", [False, True])
def test_a_capital_ratifies_with_support_and_luck_and_never_hesitates(support: int, red: bool) -> None:
    for seed in range(8):
        case = signed(seed, support, red)
        seat = case.seat("UA")
        draw = DRAW[flash_number(seed, 5, "ratification", seat)]
        votes = [each for each in case.events if isinstance(each, ev.CapitalVoted) and each.seat == seat]
        assert [(each.draw, each.ratified) for each in votes] == [(draw, support + draw - 3 * red >= 4)]
        assert not any(isinstance(each, ev.CapitalHesitated) for each in case.events)
        assert case.state.phase != CAPITALS


@clause("R15.5")
def test_without_the_variant_no_flash_number_is_taken_and_a_capital_hesitates() -> None:
    for seed in range(8):
        case = signed(seed, 4, variants=())
        assert case.state.phase == CAPITALS
        assert any(isinstance(each, ev.CapitalHesitated) for each in case.events)
        assert not any(isinstance(each, ev.FlashTurned) for each in case.events)


@clause("R9.3")
def test_the_numbers_are_those_of_the_first_edition_and_nothing_else_changes() -> None:
    deck, first = the_deck(), the_deck(FIRST_EDITION).modules["ratification"]
    (variant,) = (each for each in deck.variants if each.id == DIE[0])
    changed = variant.modules["ratification"]
    assert set(variant.modules) == {"ratification"}
    assert changed == {"need": first["need"], "draw": first["draw"], "hesitation": False}
    assert (variant.options, variant.start, variant.without) == ({}, {}, ())
    plain, die = game_of(4), game_of(4, DIE)
    assert plain.rules.hesitates is not None
    assert die.rules.hesitates is None
    assert plain.setting.options == die.setting.options


@clause("R9.3")
@pytest.mark.parametrize("seats", [2, 4, 6])
def test_random_games_end_and_no_capital_hesitates(seats: int) -> None:
    seen: Counter[type] = Counter()
    drawn: set[int] = set()
    for seed in range(16):
        for state, events, seat, _ in random_walk(game_of(seats, DIE), seed):
            seen.update(map(type, events))
            drawn |= {each.draw for each in events if isinstance(each, ev.CapitalVoted)}
            assert (state.phase == OVER) == (seat < 0)
    assert seen[ev.CapitalHesitated] == seen[ev.CapitalPaid] == 0
    assert seen[ev.CapitalVoted] > 0
    assert drawn - {0}
