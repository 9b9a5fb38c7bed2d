"""Three themes of our own. A test holds the contrast of every pair of colours that is painted to 4.5 or more."""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "summit-dark", "summit-light", "summit-contrast"
DEFAULTS = {"dim": "#a9b4c4", "good": "#7fd7a0", "bad": "#ff9b94", "warn": "#f2c76e", "mine": "#8fc7ff"}
"""Our own colour names, if a theme does not give them: quiet text, good, bad, warning, what is yours."""


def _theme(name: str, dark: bool, colours: dict[str, str], own: dict[str, str]) -> Theme:
    text = colours["foreground"]
    return Theme(
        name=name,
        dark=dark,
        primary=colours["primary"],
        secondary=colours["primary"],
        accent=colours["accent"],
        warning=own["warn"],
        error=own["bad"],
        success=own["good"],
        foreground=text,
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        boost=colours["panel"],
        text_alpha=1.0,
        variables={
            **own,
            "line": colours["line"],
            "strip": colours["strip"],
            "strip-text": colours["strip-text"],
            "chosen": colours["chosen"],
            "chosen-text": colours["chosen-text"],
            "marked": colours["marked"],
            "border": colours["accent"],
            "border-blurred": colours["line"],
            "text-muted": own["dim"],
            "text-disabled": own["dim"],
            "input-cursor-background": text,
            "input-cursor-foreground": colours["background"],
            "input-selection-background": colours["marked"],
            "block-cursor-background": colours["chosen"],
            "block-cursor-foreground": colours["chosen-text"],
            "footer-key-foreground": colours["accent"],
            "scrollbar": colours["line"],
            "scrollbar-hover": colours["accent"],
            "scrollbar-active": colours["accent"],
            "scrollbar-background": colours["surface"],
            "scrollbar-background-hover": colours["surface"],
            "scrollbar-background-active": colours["surface"],
            "scrollbar-corner-color": colours["surface"],
        },
    )


THEMES = (
    _theme(
        DARK,
        True,
        {
            "primary": "#5b9bd5",
            "accent": "#8fc7ff",
            "foreground": "#e8ecf2",
            "background": "#10151d",
            "surface": "#161d28",
            "panel": "#212b3a",
            "line": "#7d8ba0",
            "strip": "#274b73",
            "strip-text": "#ffffff",
            "chosen": "#8fc7ff",
            "chosen-text": "#0b1017",
            "marked": "#2b3a50",
        },
        DEFAULTS,
    ),
    _theme(
        LIGHT,
        False,
        {
            "primary": "#1f5f9e",
            "accent": "#0f4f8f",
            "foreground": "#171c24",
            "background": "#f4f5f7",
            "surface": "#ffffff",
            "panel": "#e6eaf0",
            "line": "#66707f",
            "strip": "#1d4470",
            "strip-text": "#ffffff",
            "chosen": "#1d4470",
            "chosen-text": "#ffffff",
            "marked": "#dbe6f3",
        },
        {"dim": "#4c5665", "good": "#0f6634", "bad": "#a31a14", "warn": "#7a4a00", "mine": "#0f4f8f"},
    ),
    _theme(
        CONTRAST,
        True,
        {
            "primary": "#ffff00",
            "accent": "#ffff00",
            "foreground": "#ffffff",
            "background": "#000000",
            "surface": "#000000",
            "panel": "#000000",
            "line": "#ffffff",
            "strip": "#ffffff",
            "strip-text": "#000000",
            "chosen": "#ffff00",
            "chosen-text": "#000000",
            "marked": "#303030",
        },
        {"dim": "#e0e0e0", "good": "#7dff9b", "bad": "#ffb0a8", "warn": "#ffd75f", "mine": "#8fd7ff"},
    ),
)
NAMES = tuple(theme.name for theme in THEMES)
