"""The kinds of bots that a seat can be given, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from summit_game.bots.chance import FlatBot, RandomBot
from summit_game.bots.simple import SimpleBot
from summit_game.engine.actions import Action
from summit_game.engine.view import View


class Bot(Protocol):
    """Anything that chooses a legal action from a view."""

    def choose(self, view: View) -> Action: ...


KINDS: Mapping[str, Callable[[int, str], Bot]] = MappingProxyType(
    {"flat": FlatBot, "random": RandomBot, "simple": SimpleBot}
)
"""Name -> maker, called with the table's seed and the id of the delegation."""
