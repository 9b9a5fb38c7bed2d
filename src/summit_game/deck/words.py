"""Loaded words: words that take sides, which texts of a deck avoid (`loaded_words.txt` beside this module)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("loaded_words.txt")


@cache
def loaded_words() -> tuple[str, ...]:
    """The list. A `*` at the end of a word stands for any ending."""
    lines = (line.strip() for line in _LIST.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _pattern() -> re.Pattern[str]:
    words = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in loaded_words())
    # Longer entries first: `criminal regime` before `regime`. A word that is part of a hyphenated one counts too.
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE)


def hits(text: str, allowed: Iterable[str] = ()) -> Iterator[str]:
    """Each loaded word in a text, once, as it is written there. `allowed` words count in all their forms."""
    permitted = {word.casefold() for word in allowed}
    seen = set()
    for match in _pattern().finditer(text):
        word = " ".join(match[0].casefold().split())
        if word in seen or word in permitted or entry_of(word).removesuffix("*") in permitted:
            continue
        seen.add(word)
        yield match[0]


def entry_of(word: str) -> str:
    """The entry of the list that a word falls under, or an empty text."""
    folded = " ".join(word.casefold().split())
    for entry in loaded_words():
        if folded == entry or (entry.endswith("*") and folded.startswith(entry[:-1])):
            return entry
    return ""
