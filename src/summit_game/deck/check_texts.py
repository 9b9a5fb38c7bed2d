"""Checks of what people read: no loaded words, no placeholders, no stray spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from summit_game.deck.characters import hidden, shown
from summit_game.deck.check_base import Checker
from summit_game.deck.faults import MOST_SHOWN, Said, choose
from summit_game.deck.faults import word as said
from summit_game.deck.overlay import ONE_LINE, PROSE, is_date
from summit_game.deck.words import entry_of, hits, loaded_words
from summit_game.deck.yamlpos import Keys

_PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b|\?\?\?|\b[Ll]orem\b")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What the reader puts in the place of a hostile character, which it has told."""


PRINTED = 250
"""Characters of a source that have room on a printed card."""


def check_texts(ck: Checker) -> None:
    """All texts of the deck, as they were written."""
    allowed = ck.deck.allowed_words
    known = {entry.removesuffix("*") for entry in loaded_words()}
    unknown = [i for i, word in enumerate(allowed) if word.casefold() not in known and not entry_of(word)]
    for count, i in enumerate(unknown):
        # Looking for what was meant takes long: not for faults that nobody will be shown.
        todo = choose(allowed[i], _close(allowed[i])) if count < MOST_SHOWN else said("remove")
        ck.fault(("allowed_words", i), "not-loaded", word=allowed[i], todo=todo)
    for keys, name, text in prose(ck.result.data):
        _text(ck, keys, name, text, allowed)
        if name == "source" and len(text) > PRINTED and ck.deck.deck.format > 1:
            ck.fault(keys, "source-long", count=len(text), most=PRINTED)


def _close(word: str) -> list[str]:
    """The entries that begin alike: the whole list would be too long to show."""
    return [entry.removesuffix("*") for entry in loaded_words() if entry[:2] == word[:2].casefold()]


def prose(value: Any, keys: Keys = (), name: str = "") -> Iterator[tuple[Keys, str, str]]:
    """Every text that people read, with the way to it and the name of its field."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            if key not in ("effects", "allowed_words"):
                yield from prose(each, (*keys, key), str(key))
    elif isinstance(value, tuple):
        for i, each in enumerate(value):
            yield from prose(each, (*keys, i), name)
    elif isinstance(value, str) and (name in PROSE or is_date(name, keys)):
        yield keys, name, value


def _text(ck: Checker, keys: Keys, name: str, text: str, allowed: tuple[str, ...]) -> None:
    if match := _PLACEHOLDER.search(text):
        ck.fault(keys, "placeholder", text=match[0])
    if text != text.strip(" ") or re.search(r"\S {2,}\S", text):
        ck.fault(keys, "spaces")
    if name in ONE_LINE and "\n" in text.strip():
        ck.fault(keys, "lines")
    unseen = (each for at, each in enumerate(text) if not (each in "\n\t" or shown(text, at) or hidden(each)))
    if not text.isprintable() and (each := next(unseen, "")) and each != _REPLACEMENT:
        ck.fault(keys, "unseen", character=Said(f"U+{ord(each):04X}"))
    for word in hits(text, allowed):
        ck.fault(keys, "takes-sides", word=word)
