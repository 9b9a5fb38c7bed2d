"""Where the values of a joined deck stand, and how faults call the things they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from summit_game.deck.faults import Fault, Said, quote, told, word
from summit_game.deck.yamlpos import Document, Keys

Place = tuple[str, int, int]
"""File as shown to the person, line, column."""

_NESTED = ("goals", "briefs", "levels", "history", "score", "fit", "limits", "labels", "protected")
_CARDS = ("proposals", "concessions", "pressure", "events", "moods")
_SECTIONS = (
    *_CARDS,
    "issues",
    "delegations",
    "variants",
    "sides",
    "zones",
    "scenarios",
    "tables",
    "allowed_words",
    "background",
    "references",
)
"""Sections, and parts of what stands in them, that hold things with a noun; `tracks` and `modules` have some by key."""
_LABELS = ("id", "kind", "line", "delegation", "issue")
_FROM_ONE = ("history", "protected", "allowed_words", "background")


@dataclass
class Places:
    """Positions of values and keys in the joined deck. `start` stands for the deck as a whole."""

    start: Place = ("", 1, 1)
    values: dict[Keys, Place] = field(default_factory=dict)
    keys: dict[Keys, Place] = field(default_factory=dict)

    def add(self, document: Document, shown: str, offsets: Mapping[str, int], taken: frozenset[str]) -> None:
        """Take over the positions of one file. `offsets` shifts joined lists; `taken` sections are left out."""
        for source, target in ((document.at, self.values), (document.key_at, self.keys)):
            for keys, (line, column) in source.items():
                if not keys or keys[0] in taken:
                    continue
                section = keys[0]
                if len(keys) > 1 and section in offsets:
                    index = keys[1]
                    assert isinstance(index, int)
                    keys = (section, index + offsets[section], *keys[2:])  # type: ignore[index]
                target.setdefault(keys, (shown, line, column))

    def at(self, keys: Keys, key: bool = False) -> Place:
        """Where a value stands (or, with `key`, its key); of what surrounds it when it is not written out."""
        if key and keys in self.keys:
            return self.keys[keys]
        for length in range(len(keys), 0, -1):
            if place := self.values.get(keys[:length]):
                return place
        return self.start

    def fault(self, keys: Keys, what: str, /, key: bool = False, **values: object) -> Fault:
        """A fault at the place of a value, or with `key` of its key; `what` and the values as for `told`."""
        return Fault(*self.at(keys, key), *told(what, **values))


def value_at(data: Any, keys: Keys) -> Any:
    """The value at the end of a way, or None when the way ends earlier."""
    for key in keys:
        try:
            data = data[key]
        except (LookupError, TypeError):
            return None
    return data


def subject(data: Any, keys: Keys) -> Said:
    """What a way leads to, in words, such as "`text` of card `A-1`" or "entry 3 of `values.X` of brief `first`"."""
    parts: list[Said] = []
    rest: list[str | int] = []
    index = 0
    while index < len(keys):
        if _is_thing(keys, index):
            parts.insert(0, word(f"thing-{keys[index]}", label=_label(data, keys, index)))
            rest = []
            index += 2
            continue
        rest.append(keys[index])
        index += 1
    if rest:
        parts[:0] = _names(data, keys, rest)
    return reduce(lambda part, whole: word("of", part=part, whole=whole), parts or [word("the-deck")])


def _names(data: Any, keys: Keys, rest: list[str | int]) -> list[Said]:
    """The last part of a way: keys joined by points. Places in lists count from 1; a last one is set apart."""
    start = len(keys) - len(rest)
    in_list = [not isinstance(value_at(data, keys[: start + i]), Mapping) for i in range(len(rest))]
    shown = [
        str(key + 1) if listed and isinstance(key, int) else str(key) for key, listed in zip(rest, in_list, strict=True)
    ]
    parts = []
    if in_list[-1] and isinstance(rest[-1], int):
        parts.append(word("entry", at=Said(shown.pop())))
    if shown:
        parts.append(quote(".".join(shown)))
    return parts


def _is_thing(keys: Keys, index: int) -> bool:
    """Whether a key and the one after it name a thing: an item of a list, or an entry of `tracks` and the like."""
    if index + 1 >= len(keys):
        return False
    name, item = keys[index], keys[index + 1]
    if index == 0:
        return name in ("tracks", "modules") or (name in (*_SECTIONS, *_NESTED) and isinstance(item, int))
    return name in _NESTED and isinstance(item, int) and "modules" not in keys[:index]


def _label(data: Any, keys: Keys, index: int) -> Said:
    section, item = keys[index], keys[index + 1]
    if not isinstance(item, int) or section in ("tables", "levels"):
        return quote(item)
    thing = value_at(data, keys[: index + 2])
    if isinstance(thing, Mapping) and section not in _FROM_ONE:
        for name in _LABELS:
            if isinstance(label := thing.get(name), str) and label:
                return quote(label)
    if isinstance(thing, str):
        return quote(thing)
    return Said(item + 1)
