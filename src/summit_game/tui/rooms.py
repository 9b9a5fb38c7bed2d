"""What the title screen offers, and the command line that does the same in plain text: `rooms.toml`, read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from summit_game.language.catalogue import say


@dataclass(frozen=True)
class Offer:
    """A line of the title screen; the file's own comment says what is what."""

    name: str
    key: str
    command: str
    works: bool = True


PLANNED = tuple(Offer(**each) for each in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["room"])
"""Everything that is planned, in the order of the title screen."""
OFFERS = {each.name: each for each in PLANNED if each.works}
"""What works, by its name."""


def in_plain_text() -> list[tuple[str, str]]:
    """What each line of the title screen is called, and the command that does the same in plain text."""
    return [(say(f"title-{each.name}"), f"summit {each.command}") for each in OFFERS.values() if each.command]
