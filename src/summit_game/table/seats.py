"""Who sits for a delegation: a person, several people, or a bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from summit_game.words.names import listed
from summit_game.words.safe import NAME_LENGTH, safe_text

MOST_PEOPLE = 8


@dataclass(frozen=True)
class Sitter:
    """Who sits for a delegation. With `bot` (a kind such as `simple`) a program decides; otherwise the `people` do.

    Names are cleaned when the sitter is made; there may be none.
    """

    people: tuple[str, ...] = ()
    bot: str = ""

    def __post_init__(self) -> None:
        names = (safe_text(name, NAME_LENGTH) for name in self.people[:MOST_PEOPLE])
        object.__setattr__(self, "people", tuple(name for name in names if name))

    def __str__(self) -> str:
        if self.bot:
            return f"a bot ({self.bot})"
        return listed(self.people) if self.people else "a person"

    def to_json(self) -> dict[str, Any]:
        """As a journal keeps it."""
        return {"bot": self.bot} if self.bot else {"people": list(self.people)}

    @classmethod
    def from_json(cls, written: dict[str, Any]) -> Sitter:
        """What `to_json` wrote."""
        return cls(tuple(written.get("people", ())), str(written.get("bot", "")))


PERSON = Sitter()
