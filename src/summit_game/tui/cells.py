"""Text that fits: cut, padded and wrapped by terminal cells, always with a cut at a cell boundary."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size
from textual.content import Content

from summit_game.words.safe import clean

Part = str | tuple[str, str] | Content
"""Text, or text with a style such as `$dim`."""


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis if it is longer. Nothing in it can steer a terminal."""
    text = clean(text)
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return "…"[:width]
    return set_cell_size(text, width - 1).rstrip() + "…"


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells."""
    return set_cell_size(cut(text, width), width) if width > 0 else ""


def right(text: str, width: int) -> str:
    """The text in exactly `width` cells, at the right."""
    text = cut(text, width)
    return " " * max(0, width - cell_len(text)) + text


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """The text broken between words; further lines begin with `indent`. Words that are too long are broken."""
    width = max(width, 4)
    text = clean(text)
    result: list[str] = []
    line = text[: len(text) - len(text.lstrip())][: width - 2]
    for word in text.lstrip().split(" "):
        room = width - cell_len(line) - (1 if line.strip() else 0)
        if cell_len(word) <= room:
            line = f"{line} {word}" if line.strip() else line + word
            continue
        if line.strip():
            result.append(line)
            line = indent
        while cell_len(word) > width - cell_len(indent):
            first = chop_cells(word, max(2, width - cell_len(indent)))[0]
            result.append(line + first)
            word, line = word[len(first) :], indent
        line += word
    if line.strip() or not result:
        result.append(line)
    return result


def literal(text: str) -> Content:
    """The text as it is, with nothing in it that can steer a terminal."""
    return Content(clean(text))


def row(*parts: Part) -> Content:
    """One line of parts, each with its style."""
    return Content.assemble(*parts)


def style_of(tone: str) -> str:
    """The style of a tone of the seat's documents, such as `strong good`."""
    return " ".join("bold" if each == "strong" else f"${each}" for each in tone.split())


def bar(value: int, low: int, high: int, width: int) -> str:
    """A bar of `width` cells; its share of filled cells is the place of the value between the bounds."""
    share = 0 if high <= low else round(width * (min(max(value, low), high) - low) / (high - low))
    return "█" * share + "░" * (width - share)
