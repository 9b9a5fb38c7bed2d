"""Why the ending that fits best need not be the one that came (R8.2)."""

from __future__ import annotations

from summit_game.engine.setting import CONFLICT, ENDINGS, SETTLEMENT
from summit_game.language.catalogue import say


def why_not(came: str, best: str, ending: str, other: str) -> str:
    """`came` and `best` are kinds of endings, `ending` and `other` their titles. Empty if they are the same."""
    decided = (ENDINGS[CONFLICT], ENDINGS[SETTLEMENT])
    if came == best:
        return ""
    if came in decided:
        return say(f"papers-over-{came}", ending=ending, other=other)
    return say(f"papers-not-{best}", other=other) if best in decided else ""
