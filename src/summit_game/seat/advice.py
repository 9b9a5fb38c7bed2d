"""What an adviser would do, as data: drawn by a screen, spoken in plain text, sent as JSON."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A move that is advised. `action` is in its written form, `label` says it, `lines` say why, a sentence each."""

    action: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """One or two ways, the best first. `note` says why there is only one; else it is empty."""

    ways: tuple[Way, ...]
    note: str = ""
