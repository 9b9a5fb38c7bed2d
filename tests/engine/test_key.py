"""The fingerprint of a state: what decides how the game goes on is in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summit_game.engine.play import start
from summit_game.engine.setting import Game, OptionSpec
from summit_game.engine.state import State
from support import game_of


def with_options(game: Game, **values: object) -> State:
    """A table before the deal, other options, all else the same."""
    return State(replace(game, setting=replace(game.setting, options=game.setting.options._replace(**values))), 5)


@pytest.mark.parametrize("name", OptionSpec._fields)
@pytest.mark.fault("K17.5")
def test_each_option_is_in_the_digest(name: str) -> None:
    game = game_of(3)
    value = getattr(game.setting.options, name)
    other = (*value, 99) if isinstance(value, tuple) else value + 1 if type(value) is int else not value
    assert with_options(game).digest() == with_options(game).digest()
    assert with_options(game, **{name: other}).digest() != with_options(game).digest()


@pytest.mark.fault("K17.5")
def test_a_module_that_is_off_is_seen_in_the_digest() -> None:
    found = {
        start(game_of(4, (), off), 7)[0].digest() for off in ((), ("alliance",), ("ratification",), ("escalation",))
    }
    assert len(found) == 4
