"""Letter keys on keyboards that are set to another script: each sign stands for the Latin letter at its place."""

from __future__ import annotations

_ROWS = "qwertyuiopasdfghjklzxcvbnm"
_SCRIPTS = (
    "йцукенгшщзфывапролдячсмить",
    "йцукенгшщзфівапролдячсмить",
    ";ςερτυθιοπασδφγηξκλζχψωβνμ",
    "/'קראטוןםפשדגכעיחלךזסבהנמצ",
)
"""The same rows in Cyrillic, Greek and Hebrew."""

LATIN = {sign: letter for script in _SCRIPTS for sign, letter in zip(script, _ROWS, strict=True) if not sign.isascii()}
"""Sign -> the letter that a Latin keyboard has at its place."""


def latin(character: str | None) -> str | None:
    """The Latin letter at the place of a sign of another script, large if it is; None for any other sign."""
    if character is None or (letter := LATIN.get(character.lower())) is None:
        return None
    return letter if character == character.lower() else letter.upper()
