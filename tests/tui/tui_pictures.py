"""Pictures in text that are kept beside the tests, and walks over what can have the keys."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from tui_support import picture

from summit_game import __version__

FOLDER = Path(__file__).parent / "snapshots"
SIZES = ((80, 24), (100, 30), (120, 40))
EACH = (pytest.param(80, 24), *(pytest.param(*size, marks=pytest.mark.slow) for size in SIZES[1:]))
"""The sizes as parameters; the larger ones are looked at with the slow tests."""


async def same_picture(pilot: Pilot[Any], name: str, last: int = 0) -> None:
    """The screen looks as it is kept in `snapshots/NAME-WxH.txt` (only its `last` lines, if they are given).

    Every line is exactly as wide as the screen. `SUMMIT_GOLDEN=write` keeps what it looks like now.
    """
    width, height = pilot.app.size
    lines = ["not yet"]
    while lines != (lines := picture(pilot.app)):
        await pilot.pause(0.03)
    assert [cell_len(line) for line in lines] == [width] * height
    now = "\n".join(line.rstrip().replace(__version__, "VERSION") for line in lines[-last:]) + "\n"
    path = FOLDER / f"{name}-{width}x{height}.txt"
    if os.environ.get("SUMMIT_GOLDEN") == "write":
        path.write_text(now, encoding="utf-8")
    assert now == path.read_text(encoding="utf-8"), f"{name} looks different:\n{now}"


async def walk(pilot: Pilot[Any], key: str = "tab") -> list[str]:
    """The ids that get the keys while `key` is pressed, until the first comes again."""
    seen: list[str] = []
    for _ in range(30):
        focused = pilot.app.focused
        assert focused is not None
        if focused.id in seen:
            assert focused.id == seen[0], "the cycle does not close"
            return seen
        seen.append(str(focused.id))
        await pilot.press(key)
    raise AssertionError(f"the cycle does not close: {seen}")


def focusable(app: App[Any]) -> set[str]:
    """The ids of everything on the screen that can have the keys."""
    return {str(widget.id) for widget in app.screen.query("*") if widget.focusable and widget.display}


def all_seen(app: App[Any]) -> None:
    """Everything that can have the keys lies on the screen, whole or in something that scrolls to it."""
    whole = app.screen.region
    for widget in app.screen.query("*"):
        if widget.focusable and widget.display:
            assert widget.region.width > 0, f"{widget} has no room"
            assert widget.region.height > 0, f"{widget} has no room"
            assert whole.contains_region(widget.region), f"{widget} lies outside: {widget.region}"
