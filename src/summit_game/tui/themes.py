"""Three themes of our own; their colours stand in `themes.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from textual.theme import Theme

OWN = ("dim", "good", "bad", "warn", "mine", "line", "strip", "strip-text", "chosen", "chosen-text", "marked")
"""Our own colour names: quiet text, good, bad, warning, what is yours, lines, and what the keys are on."""


def _theme(name: str, colours: dict[str, Any]) -> Theme:
    own = {each: colours[each] for each in OWN}
    text, panel, surface = colours["foreground"], colours["panel"], colours["surface"]
    return Theme(
        name=name,
        dark=colours["dark"],
        primary=colours["primary"],
        secondary=colours["primary"],
        accent=colours["accent"],
        warning=own["warn"],
        error=own["bad"],
        success=own["good"],
        foreground=text,
        background=colours["background"],
        surface=surface,
        panel=panel,
        boost=panel,
        text_alpha=1.0,
        variables={
            **own,
            "border": colours["accent"],
            "border-blurred": own["line"],
            "text-muted": own["dim"],
            "text-disabled": own["dim"],
            "input-cursor-background": text,
            "input-cursor-foreground": colours["background"],
            "input-selection-background": own["marked"],
            "block-cursor-background": own["chosen"],
            "block-cursor-foreground": own["chosen-text"],
            "footer-key-foreground": colours["accent"],
            "scrollbar": own["line"],
            **{f"scrollbar-{each}": colours["accent"] for each in ("hover", "active")},
            **dict.fromkeys(("scrollbar-background", "scrollbar-corner-color"), surface),
            **{f"scrollbar-background-{each}": surface for each in ("hover", "active")},
        },
    )


_COLOURS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
THEMES = tuple(_theme(name, colours) for name, colours in _COLOURS.items())
NAMES = tuple(_COLOURS)
DARK = NAMES[0]
DEFAULTS = {name: _COLOURS[DARK][name] for name in OWN}
"""What our own colour names stand for if a theme does not give them."""
