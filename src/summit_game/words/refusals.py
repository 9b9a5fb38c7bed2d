"""Refusals in words: the reason in one sentence, with its clause (R9.4)."""

from __future__ import annotations

from summit_game.engine.refusal import Refusal
from summit_game.words.catalogue import say


def reason(refusal: Refusal) -> str:
    """Why, in one sentence. A rule module of another package says it in its own catalogue."""
    try:
        return say(f"refused-{refusal.key}", **refusal.values)
    except LookupError:
        return say(refusal.key, **refusal.values)


def refusal_text(refusal: Refusal) -> str:
    """Why, and the clause."""
    return f"{reason(refusal)} ({refusal.clause})"
