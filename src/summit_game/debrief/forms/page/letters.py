"""Letters for long names, where a page has many lines and says once what the letters mean."""

from __future__ import annotations

import re
from collections.abc import Callable

from summit_game.debrief.model import Debrief

LONG_NAME = 5
"""A name that is not longer than this stands as it is."""


def shortener(debrief: Debrief) -> Callable[[str], str]:
    """Writes letters for the long names of delegations, and for titles of issues that have their letters beside them.

    What is typed or a deck's own text is changed alike, if a name stands in it as a word.
    """
    letters = {debrief.issue(issue): name for issue, name in enumerate(debrief.issue_ids)}
    letters |= {
        name: letter
        for name, letter in zip(debrief.seats, debrief.seat_ids, strict=True)
        if len(name) > LONG_NAME and len(name) > len(letter)
    }
    ordered = sorted(letters, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in ordered))
    return lambda words: pattern.sub(lambda found: letters[found[0]], words)
