"""What is said to all before a game."""

from __future__ import annotations

OPENED_AFTERWARDS = (
    "At the debrief after the game everything private may be opened to all: briefs, hands, secret votes and orders, "
    "notes and the reasons of bots (R9.9)."
)
"""Said by every front end where people sit down, before anybody decides anything."""
