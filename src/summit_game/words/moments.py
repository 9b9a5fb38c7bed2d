"""Moments as people say them, in the time of this machine."""

from __future__ import annotations

from datetime import UTC, datetime

from summit_game.language.catalogue import say


def when(written: str) -> str:
    """A moment of a journal: `25 Nov 2026, 12:40`. As it is, if it is no moment."""
    try:
        moment = datetime.fromisoformat(written)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        moment = moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return written
    return say("title-moment", day=moment.day, month=moment.month, year=moment.year, time=f"{moment:%H:%M}")
