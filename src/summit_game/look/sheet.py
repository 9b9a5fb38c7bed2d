"""The style sheet, as it stands in a page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup


def written_sheet() -> str:
    """The style sheet as it was written, with its remarks."""
    return files("summit_game.look").joinpath("style.css").read_text(encoding="utf-8")


@cache
def sheet() -> Markup:
    """The style sheet without remarks and spare blanks, to stand in a page. It is package data, no text of anybody."""
    text = re.sub(r"/\*.*?\*/", "", written_sheet(), flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return Markup(re.sub(r"\s*([{};,>])\s*|(?<=[:(])\s+", r"\1", text).replace(";}", "}").strip())
