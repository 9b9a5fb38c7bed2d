"""Why something is not allowed: a clause of the rules and one sentence (R9.4)."""

from __future__ import annotations

from typing import NamedTuple


class Refusal(NamedTuple):
    """The clause of `rules.md` (or of a rule module) that forbids, and the reason in one sentence."""

    clause: str
    reason: str

    def __str__(self) -> str:
        return f"{self.reason} ({self.clause})"


class Refused(Exception):  # noqa: N818  (a refusal is an answer to a player, not a fault of the program)
    """Raised by `engine.apply` for an action that is not legal. The state is unchanged."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal
