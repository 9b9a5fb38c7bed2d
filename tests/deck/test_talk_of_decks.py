"""Which decks let delegations talk (R19), and how a table chooses otherwise."""

from __future__ import annotations

import pytest

from summit_game.deck.compile import modules_used
from summit_game.engine.setting import Setting
from summit_game.tui.game_setup import Plan, stacks
from support import DECK, SECOND_DECK, game_of, the_deck


def talks(setting: Setting) -> bool:
    """Whether messages are sent; the number of messages and the module go together."""
    listed = any(module.id == "talk" for module in setting.modules)
    assert (setting.options.talk > 0) == listed
    return listed


def test_delegations_of_the_2021_deck_send_two_messages_unless_it_is_switched_off() -> None:
    assert game_of(4).setting.options.talk == 2
    assert talks(game_of(4).setting)
    assert not talks(game_of(4, without=("talk",)).setting)


@pytest.mark.parametrize("variant", [each.id for each in the_deck(DECK).variants])
def test_of_its_variants_only_the_lesson_is_without(variant: str) -> None:
    assert talks(game_of(4, (variant,)).setting) == (variant != "lesson")


def test_the_river_has_talk_in_a_variant_and_its_lesson_stays_as_it_is() -> None:
    assert not talks(game_of(2, deck=SECOND_DECK).setting)
    assert not talks(game_of(2, ("first-lesson",), deck=SECOND_DECK).setting)
    assert game_of(2, ("talk",), deck=SECOND_DECK).setting.options.talk == 2
    assert talks(game_of(2, ("talk",), deck=SECOND_DECK).setting)


def test_a_module_without_messages_is_not_in_play() -> None:
    river = the_deck(SECOND_DECK)
    assert "talk" in river.modules
    assert "talk" not in modules_used(river)
    assert "talk" in modules_used(river, ("talk",))
    assert set(modules_used(river)) == set(river.modules) - {"talk"}
    assert set(modules_used(the_deck(DECK))) == set(the_deck(DECK).modules)
    off = river.model_copy(update={"modules": {**river.modules, "escalation": {"on": False}}})
    assert "escalation" not in modules_used(off)


def test_the_form_for_a_new_game_lists_it_where_it_is_in_play() -> None:
    found = stacks()
    at = {each.id: number for number, each in enumerate(found)}
    plan = Plan(found, at["european-security-2021"])
    assert "talk" in plan.modules
    assert plan.talks
    plan.off.add("talk")
    assert not plan.talks
    plan.off.clear()
    plan.variants.add("lesson")
    assert not plan.talks
    plan = Plan(found, at["linnet-river"])
    assert "talk" not in plan.modules
    assert not plan.talks
    plan.variants.add("talk")
    assert plan.talks
