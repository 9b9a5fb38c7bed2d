"""The rule book as a paper to read on the screen."""

from __future__ import annotations

import re

from summit_game.deck.library import RulesNotFound, rules_text
from summit_game.language.catalogue import say
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.page import Paragraph


def rules_paper() -> list[Paragraph]:
    """The rule book in paragraphs: headings set off, the signs of its source left out."""
    try:
        text = rules_text()
    except (RulesNotFound, OSError, UnicodeDecodeError) as error:
        return [str(error)]
    result: list[Paragraph] = []
    for block in re.split(r"\n\s*\n", text):
        result += _paragraphs(block.strip("\n"))
        result.append("")
    return result


def _paragraphs(block: str) -> list[Paragraph]:
    if heading := re.match(r"#+ (.+)", block):
        rest = block[heading.end() :].strip("\n")
        return [(heading[1], "bold $accent"), *(_paragraphs(rest) if rest else [])]
    lines = block.splitlines()
    if lines and lines[0].startswith("|"):
        rows = [[_plain(cell).strip() for cell in line.strip("| ").split("|")] for line in lines]
        return ["  " + " · ".join(row) for row in rows if any(set(cell) - set("-: ") for cell in row)]
    result: list[str] = []
    for line in lines:
        line = line.removeprefix("> ").removeprefix(">")
        if result and not re.match(r"\s*(- |\d+\. )", line):
            result[-1] = f"{result[-1]} {line.strip()}"
        else:
            result.append(line)
    return [_plain(line) for line in result]


def _plain(text: str) -> str:
    """Without the signs for bold, slanted and code."""
    return re.sub(r"\*\*(.+?)\*\*|(?<!\w)\*(.+?)\*(?!\w)|`(.+?)`", lambda m: m[1] or m[2] or m[3], text)


def rules_reader() -> Reader:
    """The rule book, to be pushed as a screen."""
    return Reader(say("app-rules"), rules_paper())
