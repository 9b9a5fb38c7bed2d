"""A fault: what is wrong in a deck, where, and what to do about it. Always one line, whatever the bytes were."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

QUOTE_LENGTH = 60
"""Longest piece of a deck's own text that a fault repeats."""
LINE_LENGTH = 400
"""Longest `what` or `todo` of a fault."""
_NAMES_SHOWN = 12

HOSTILE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and line ends are judged elsewhere
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, or they turn text round
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # not characters at all
    "\U000e0000-\U000e0fff"  # tags and other invisible selectors
    "]"
)
"""Characters that can hide or reorder text on a screen. None of them belongs in a deck."""


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


class DeckError(Exception):
    """A deck that cannot be played. `faults` says why; the message is the first of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        super().__init__(f"{faults[0]}{more}" if faults else "the deck cannot be played")
        self.faults = faults


def one_line(text: str, limit: int = LINE_LENGTH) -> str:
    """The text without line breaks and hostile characters, cut at `limit`."""
    safe = HOSTILE.sub(_escape, text[: limit * 4])
    safe = re.sub(r"[\t\n\r]+", " ", safe)
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


def quote(value: object) -> str:
    """A value of the deck inside backticks, made safe to print and cut to `QUOTE_LENGTH`."""
    text = value if isinstance(value, str) else _plain(value)
    return f"`{one_line(text, QUOTE_LENGTH)}`"


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


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def nearest(name: object, names: Iterable[object], cutoff: float = 0.6) -> str | None:
    """The one of `names` that looks most like `name`, whatever the case, or None. `cutoff` 1 asks for the same."""
    by_folded = {str(known).casefold(): str(known) for known in names}
    close = difflib.get_close_matches(str(name)[:QUOTE_LENGTH].casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[close[0]] if close else None


def choose(name: object, names: Iterable[object], none: str = "remove it") -> str:
    """What to do about an unknown name: write the nearest one, or one of those that exist."""
    known = [str(one) for one in names]
    if not known:
        return none
    if close := nearest(name, known):
        return f"write {quote(close)}"
    shown = ", ".join(quote(one) for one in known[:_NAMES_SHOWN])
    return f"write one of {shown}{' …' if len(known) > _NAMES_SHOWN else ''}"
