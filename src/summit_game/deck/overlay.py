"""Texts of a deck in other languages, and a pseudo-language that shows what was not translated."""

from __future__ import annotations

import os

LANGUAGE_VARIABLE = "SUMMIT_LANGUAGE"
ENGLISH, PSEUDO = "en", "xx"
_ACCENTS = str.maketrans(
    "AEIOUYCDGHJKLNRSTWZaeiouycdghjklnrstwz",
    "ÅÉÎÖÛÝÇÐĜĤĴĶĻÑŔŠŢŴŽåéîöûýçðĝĥĵķļñŕšţŵž",
)


def pseudo(text: str) -> str:
    """A text with accents and about a third longer, as another language might be; still readable."""
    return "".join(char + char if char in "aeiou" else char for char in text).translate(_ACCENTS)


def chosen_language() -> str:
    """The language of this process, from `SUMMIT_LANGUAGE`; English if nothing is chosen."""
    return os.environ.get(LANGUAGE_VARIABLE) or ENGLISH
