"""Which characters may stand in a text: one rule for decks, names, notes, and for what is shown.

Shown is what Unicode calls printable, and the few joiners that some scripts cannot be spelt without, where they stand
as those scripts want them. Every kind of space is shown as a space. What only chooses the shape of the character
before it (variation selectors) is left out: terminals do not agree on its width. A joiner between two pictures is
left out for the same reason, so that the pictures stand side by side; and so is a soft hyphen, which no screen follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import bidirectional, category, combining

NON_JOINER, JOINER, SOFT_HYPHEN = "\u200c", "\u200d", "\u00ad"
_MONGOLIAN_VOWEL = "\u180e"
_VIRAMA = 9
"""The combining class of what takes a consonant's vowel away in the scripts of India and its neighbours."""
_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Signs that are seen, although Unicode counts them to the characters that steer."""

HOSTILE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and line ends are judged elsewhere
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible, or they turn text round
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # not characters at all
    "\U000e0000-\U000e0fff"  # tags and other invisible selectors
    "]"
)
"""Characters that can hide or reorder text on a screen. None belongs in a text, unless `needed` there."""
SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Characters that only choose the shape of the one before."""


def needed(text: str, at: int) -> bool:
    """Whether the character at this place is a joiner that the script around it is spelt with."""
    char = text[at]
    if char not in (NON_JOINER, JOINER, _MONGOLIAN_VOWEL):
        return False
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if char == _MONGOLIAN_VOWEL:
        return "\u1820" <= before <= "\u18aa" and "\u1820" <= after <= "\u18aa"
    if (before and combining(before) == _VIRAMA) or (after and combining(after) == _VIRAMA):
        return True
    return char == NON_JOINER and _joined(before) and _joined(after)


def _joined(char: str) -> bool:
    """Whether it is a letter, or a mark on one, of a script that is written joined, from right to left."""
    return bool(char) and (bidirectional(char) == "AL" or (bidirectional(char) == "NSM" and category(char) == "Mn"))


def hostile(text: str) -> Iterator[re.Match[str]]:
    """Each hostile character in a text."""
    return (match for match in HOSTILE.finditer(text) if not needed(text, match.start()))


def replaced(text: str, by: Callable[[str], str]) -> str:
    """The text with each hostile character replaced by what `by` makes of it."""
    return HOSTILE.sub(lambda match: match[0] if needed(text, match.start()) else by(match[0]), text)


def hidden(char: str) -> bool:
    """Whether it is left out of what is shown without a word: nothing is seen of it where it is followed, either."""
    return char in (JOINER, SOFT_HYPHEN) or SELECTOR.match(char) is not None


def shown(text: str, at: int) -> bool:
    """Whether a screen shows the character at this place, be it as a space."""
    char = text[at]
    return char.isprintable() or char in _SIGNS or category(char) == "Zs" or needed(text, at)
