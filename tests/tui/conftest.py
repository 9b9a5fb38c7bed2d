"""Every test of the screen has its own folders, and waits no longer than the screen works."""

from __future__ import annotations

from asyncio import sleep
from pathlib import Path
from time import monotonic, thread_time
from typing import Any

import pytest
import textual.app
import textual.pilot
from textual._context import active_app

import support


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", str(tmp_path / name.lower()))
    support.paper_was_read(tmp_path / "state")


async def settled(_min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until the screen's loop has nothing to do and what waits for the next frame is laid out.

    Textual's own wait sleeps 20 ms, twice for each key, until the whole process is nearly idle: bots that think in
    threads and slow machines made up half the time of these tests.
    """
    app, end, quiet = active_app.get(), monotonic() + max_sleep, 0
    while quiet < 2 and monotonic() < end:
        used = thread_time()
        await sleep(0.004)
        if app._screen_stacks.get(app._current_mode) and app.screen.is_attached:
            app.screen._on_timer_update()
            await sleep(0)
        quiet = quiet + 1 if thread_time() - used < 0.001 else 0


_resize = textual.pilot.Pilot.resize_terminal


async def resized(pilot: textual.pilot.Pilot[Any], width: int, height: int) -> None:
    """Textual lays a new size out a frame later, by a timer of its own."""
    await _resize(pilot, width, height)
    await sleep(0.05)
    await settled()


@pytest.fixture(scope="session", autouse=True)
def _waits_only_for_the_screen() -> None:
    textual.app.wait_for_idle = textual.pilot.wait_for_idle = settled
    textual.pilot.Pilot.resize_terminal = resized
