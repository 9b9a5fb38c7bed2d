"""Who sits for a delegation: a person, several people, or a bot."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from summit_game.bots.external import PREFIX
from summit_game.deck.compile import SetupError
from summit_game.language.catalogue import say
from summit_game.words.names import listed
from summit_game.words.safe import NAME_LENGTH, clean, dropped, safe_text

MOST_PEOPLE = 8
_QUOTE = '"'
LONGEST_NAMES = MOST_PEOPLE * (NAME_LENGTH + 4)
"""Characters of a line that holds the names of as many people as can sit, each in quotes."""


@dataclass(frozen=True)
class Sitter:
    """Who sits for a delegation. With `bot` (a kind such as `simple`) a program decides; otherwise the `people` do.

    Names are cleaned when the sitter is made; there may be none. What a person writes goes through `people_of` first,
    which refuses what would be lost here.
    """

    people: tuple[str, ...] = ()
    bot: str = ""

    def __post_init__(self) -> None:
        names = (safe_text(name, NAME_LENGTH) for name in self.people[:MOST_PEOPLE])
        object.__setattr__(self, "people", tuple(name for name in names if name))

    @property
    def kind(self) -> str:
        """The kind of bot, to be shown: the command of a program stays in the journal."""
        return "exec" if self.bot.startswith(PREFIX) else self.bot

    def __str__(self) -> str:
        if self.bot:
            return say("sitting-bot", kind=self.kind)
        return listed(self.people) if self.people else say("sitting-somebody")

    def to_json(self) -> dict[str, Any]:
        """As a journal keeps it."""
        return {"bot": self.bot} if self.bot else {"people": list(self.people)}

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Sitter:
        """What `to_json` wrote. Raises `TypeError` for anything else."""
        if not isinstance(written, Mapping):
            raise TypeError(f"{str(written)[:30]!r} is nobody who sits")
        return cls(tuple(map(str, written.get("people", ()))), str(written.get("bot", "")))


def people_of(text: str) -> tuple[str, ...]:
    """The people that are written, with commas between them; a name with a comma stands in double quotes.

    Raises `SetupError` for what cannot be kept as it is written.

    >>> people_of('Ana, "Last, First"')
    ('Ana', 'Last, First')
    """
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise SetupError(say("table-names-unread", names=repr(clean(text[:60])))) from None
    names = [name.strip() for row in rows for name in row if name.strip()]
    for name in names:
        if dropped(name) or not safe_text(name, NAME_LENGTH):
            raise SetupError(say("table-name-unseen", name=repr(clean(name[:NAME_LENGTH]))))
        if len(safe_text(name, 2 * NAME_LENGTH)) > NAME_LENGTH:
            raise SetupError(say("table-name-long", name=repr(clean(name[:NAME_LENGTH])), most=NAME_LENGTH))
    if len(names) > MOST_PEOPLE:
        raise SetupError(say("table-people-many", count=len(names), most=MOST_PEOPLE))
    return tuple(names)


def written(people: Iterable[str]) -> str:
    """The names in one line, as `people_of` reads them.

    >>> written(("Ana", "Last, First"))
    'Ana, "Last, First"'
    """
    return ", ".join(f'"{name.replace(_QUOTE, 2 * _QUOTE)}"' if {",", _QUOTE} & {*name} else name for name in people)


PERSON = Sitter()
