"""The kinds of bots that a seat can be given, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from summit_game.bots.chance import FlatBot, RandomBot
from summit_game.bots.simple import SimpleBot
from summit_game.deck.compile import SetupError
from summit_game.engine.actions import Action
from summit_game.engine.view import View


class Bot(Protocol):
    """Whoever decides for a seat by program. It sees a view, never the state.

    A bot remembers nothing from one decision to the next: what it knows is in the view (`View.record` holds every
    vote so far), and its chance comes from `decision_stream`. So it can be put into any seat at any moment, and after
    a resume or a rewind it plays as it would have.
    """

    def choose(self, view: View, /) -> Action:
        """One legal action for the seat of the view."""
        ...


@runtime_checkable
class Explains(Protocol):
    """A bot that can say why it chose what it chose."""

    def why(self, view: View, action: Action, /) -> str:
        """One sentence, from its own view only. Asked right after `choose` with the same view.

        Private until the debrief.
        """
        ...


Maker = Callable[[int, str], Bot]
"""Called with the table's seed and the id of the delegation."""

KINDS: Mapping[str, Maker] = MappingProxyType({"flat": FlatBot, "random": RandomBot, "simple": SimpleBot})
"""Name -> maker."""


class BotError(SetupError):
    """There is no such bot; the message is one sentence that says what to write."""


def maker(kind: str) -> Maker:
    """The maker of a kind of bot, such as `simple`. Raises `BotError`."""
    if kind not in KINDS:
        raise BotError(f"there is no bot {kind[:30]!r}; choose from {', '.join(KINDS)}")
    return KINDS[kind]
