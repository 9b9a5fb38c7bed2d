"""The three sizes of a written debrief: two pages for each person, four for a class, and everything."""

from __future__ import annotations

SHORT, CLASS, FULL = "short", "class", "full"
SIZES = (SHORT, CLASS, FULL)
