"""Every test of the screen has its own folders, and an end."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def bounded(request: pytest.FixtureRequest) -> Iterator[None]:
    """No test waits for ever, whatever it waits for."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    seconds = 240 if request.node.get_closest_marker("slow") else 90

    def ring(number: int, frame: object) -> None:
        raise TimeoutError(f"the test has run for {seconds} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
