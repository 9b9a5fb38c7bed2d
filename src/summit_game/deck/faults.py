"""A fault: what is wrong in a deck, where, and what to do about it. Always one line, whatever the bytes were.

What is wrong stands in the catalogue as `check-KEY`, what to do as `check-KEY-todo`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summit_game.deck.characters import replaced
from summit_game.language.catalogue import say

QUOTE_LENGTH = 60
"""Longest piece of a deck's own text that a fault repeats."""
LINE_LENGTH = 400
"""Longest `what` or `todo` of a fault."""
_NAMES_SHOWN = 12
MOST_SHOWN = 100
"""How many faults of one deck a person is shown; of the others, how many there are."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in a deck. Faults sort by file, line and column (both count from 1)."""

    file: str
    line: int
    column: int
    what: str
    todo: str

    def __str__(self) -> str:
        """`file:line:column: what; todo`, on one line."""
        place = f"{one_line(self.file)}:{self.line}:{self.column}"
        return f"{place}: {one_line(self.what)}; {one_line(self.todo)}"


def first_lines(faults: Sequence[Fault]) -> list[str]:
    """The first hundred faults, each on its line; if there are more, a line that says how many."""
    lines = [str(fault) for fault in faults[:MOST_SHOWN]]
    return lines if len(faults) <= MOST_SHOWN else [*lines, say("check-more", count=len(faults) - MOST_SHOWN)]


class DeckError(Exception):
    """A deck that cannot be played. `faults` says why; the message is the first of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        several = say("check-several", first=str(faults[0]), more=len(faults) - 1) if len(faults) > 1 else ""
        super().__init__(several or (str(faults[0]) if faults else say("check-no-deck")))
        self.faults = faults


class Said(str):
    """Words that are said already: set into a sentence as they are, where a deck's own text is quoted."""

    __slots__ = ()


def word(key: str, /, **values: object) -> Said:
    """`check-KEY` of the catalogue. Values that are neither numbers nor said already are the deck's own: quoted."""
    return Said(say(f"check-{key}", **{n: v if isinstance(v, int | Said) else quote(v) for n, v in values.items()}))


def told(key: str, /, **values: object) -> tuple[str, str]:
    """What is wrong, and what to do about it: the value `todo`, or else the catalogue's words."""
    return word(key, **values), str(values.get("todo") or word(f"{key}-todo", **values))


def either(names: Iterable[object]) -> Said:
    """Names of which one is to be written."""
    return Said(say("check-or").join(quote(name) for name in names))


def one_line(text: str, limit: int = LINE_LENGTH) -> str:
    """The text without line breaks and hostile characters, cut at `limit`."""
    safe = replaced(text[: limit * 4], _escape)
    safe = re.sub(r"[\t\n\r]+", " ", safe)
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


def quote(value: object) -> Said:
    """A value of the deck inside backticks, made safe to print and cut to `QUOTE_LENGTH`."""
    text = value if isinstance(value, str) else _plain(value)
    return Said(f"`{one_line(text, QUOTE_LENGTH)}`")


def _plain(value: object) -> str:
    """How a value looks in YAML. Collections are named, not repeated: they can be large."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case dict():
            return "{…}"
        case list() | tuple():
            return "[…]"
    return str(value)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}"


def nearest(name: object, names: Iterable[object], cutoff: float = 0.6) -> str | None:
    """The one of `names` that looks most like `name`, whatever the case, or None. `cutoff` 1 asks for the same."""
    by_folded = {str(known).casefold(): str(known) for known in names}
    close = difflib.get_close_matches(str(name)[:QUOTE_LENGTH].casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


def choose(name: object, names: Iterable[object]) -> Said:
    """What to do about an unknown name: write the nearest one, or one of those that exist."""
    known = [str(one) for one in names]
    if not known:
        return word("remove")
    if close := nearest(name, known):
        return word("write", name=close)
    shown = ", ".join(quote(one) for one in known[:_NAMES_SHOWN])
    return word("write-one", names=Said(f"{shown}{' …' if len(known) > _NAMES_SHOWN else ''}"))
