"""A class code: a short word that a teacher says, and the deal that everybody who types it is dealt to practise alone.

It is no secret and no seat at a table: whoever knows it is dealt the same cards, news and briefs by the same deck with
the same options. The tables of the class itself have seeds of their own, which stand on no sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from summit_game.language.catalogue import say
from summit_game.words.safe import safe_text

CLASS_CODE = "class_code"
"""Where the head of a journal has the code that its deal comes from, if it comes from one."""
SHORTEST, LONGEST = 4, 24
"""How many letters and digits a code has."""


class ClassCodeError(ValueError):
    """What was typed is no class code. Its text is a sentence for whoever typed it."""


def class_code(typed: str) -> str:
    """The code that was meant: capitals and digits alone, whatever stands between them. Raises `ClassCodeError`."""
    code = "".join(each for each in safe_text(typed, 200).upper() if each.isalnum())
    if not SHORTEST <= len(code) <= LONGEST:
        raise ClassCodeError(say("table-no-class-code", least=SHORTEST, most=LONGEST))
    return code


def seed_of(code: str) -> int:
    """The seed of 64 bits that a code, as `class_code` gives it, stands for, on any machine."""
    return int.from_bytes(sha256(f"summit class code {code}".encode()).digest()[:8], "big")


def code_of(head: Mapping[str, Any]) -> str:
    """The code that a game's deal comes from; nothing if it comes from none."""
    return safe_text(str(head.get(CLASS_CODE, "")), LONGEST)
