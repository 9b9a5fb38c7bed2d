"""Why something is not allowed: a clause of the rules and a key of the catalogue, with values (R9.4)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, object] = MappingProxyType({})


class Refusal(NamedTuple):
    """The clause of `rules.md` (or of a rule module) that forbids, and the reason as a key with values.

    `words.messages` says it. The key of another package's module begins with the id of the module.
    """

    clause: str
    key: str
    values: Mapping[str, object] = _NONE


class Refused(Exception):  # noqa: N818  (a refusal is an answer to a player, not a fault of the program)
    """Raised by `engine.apply` for an action that is not legal. The state is unchanged."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.key} ({refusal.clause})")
        self.refusal = refusal
