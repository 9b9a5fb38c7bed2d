"""Classes that tell a screen of forms and lists how much room there is."""

from __future__ import annotations

from typing import Any

from textual.geometry import Size
from textual.screen import Screen

SIDE_BY_SIDE, WIDE, LOW = 100, 120, 22
"""Columns from which two panes stand side by side; from which there is room to spare; rows below which panes shrink."""


def mark_size(screen: Screen[Any], size: Size) -> None:
    """Set `-side`, `-wide` and `-low` as they hold."""
    screen.set_class(size.width >= SIDE_BY_SIDE, "-side")
    screen.set_class(size.width >= WIDE, "-wide")
    screen.set_class(size.height < LOW, "-low")
