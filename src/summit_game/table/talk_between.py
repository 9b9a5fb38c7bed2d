"""Whether people at a table send messages to people (R19.1): as it was chosen before the game, and changed since.

By default they do not: they sit in one room and speak to each other. Messages between people and bots, and between
bots, are not touched by it. The rules allow all of them; it is the table that asks for none of these, and takes none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from summit_game.table import entry as kinds
from summit_game.table.entry import Entry

KEY = "talk_between"
"""Where the head of a journal, and an entry of the kind `option`, has it."""


def talks_between(head: Mapping[str, Any], entries: Iterable[Entry] = ()) -> bool:
    """Whether people send messages to people, after these entries."""
    on = head.get(KEY) is True
    for each in entries:
        if each.kind == kinds.OPTION:
            on = each.data[KEY] is True
    return on
