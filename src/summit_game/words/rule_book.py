"""The rule book, to look things up in: a chapter, a clause, or every place where a word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summit_game.deck.library import rules_text
from summit_game.rules.registry import chapters

_HEADING = re.compile(r"^#+ +(.+)$")
_ITEM = re.compile(r"- |\d+\. ")
_NUMBERED = re.compile(r"^([A-Z]{2,}|[A-Z]+\d+)\b")
_CLAUSE = re.compile(r"^\*\*([A-Z]+\d+(?:\.\d+)?[a-z]?)\*\*")
_LONG, _SHORT = 160, 60
"""Longer places are cut to the sentence in which the word stands, and to the next one if that is short."""


class Found(NamedTuple):
    """A place of the book: the clause or chapter (empty for a heading), and the line in which the word stands."""

    place: str
    line: str

    def __str__(self) -> str:
        return f"{self.place}: {self.line}" if self.place else self.line


def rule(name: str) -> str | None:
    """A chapter (`R4`, `Glossary`) or a clause (`R4.2`) of the rule book or of an installed module; None if none is."""
    wanted = rf"(?i:{re.escape(name)})"
    title = rf"(?:[A-Z]+\d* )?{wanted}$"
    if _NUMBERED.fullmatch(name.upper()):
        title = rf"(?:{re.escape(name.upper())}\b|{title})"
    pattern = rf"^\*\*{wanted}\*\*.*?(?=^\*\*[A-Z]+\d|^#|\Z)|^## {title}.*?(?=^## |\Z)"
    found = re.search(pattern, _whole(), re.MULTILINE | re.DOTALL)
    return found.group().rstrip() if found else None


def rule_chapters() -> list[str]:
    """The numbers of the chapters that have one, in the order of the book."""
    return [found[1] for title in chapter_titles() if (found := _NUMBERED.match(title))]


def chapter_titles() -> list[str]:
    """All chapters by their headings, in the order of the book."""
    return re.findall(r"^## (.+)$", _whole(), re.MULTILINE)


def find(words: str) -> list[Found]:
    """Every place with these words, in the order of the book; large and small letters are the same.

    Places where they stand as whole words come first, and among those the headings.
    """
    part = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    if not words.split():
        return []
    whole = re.compile(rf"(?<!\w){part.pattern}(?!\w)", re.IGNORECASE)
    ranked: list[tuple[int, Found]] = []
    for place, block in _blocks():
        if hit := whole.search(block):
            ranked.append((1 if place else 0, Found(place, _excerpt(block, hit))))
        elif hit := part.search(block):
            ranked.append((2, Found(place, _excerpt(block, hit))))
    return [found for _, found in sorted(ranked, key=lambda each: each[0])]


def looked_up(name: str) -> list[str]:
    """What the book has on a chapter, a clause or words, in lines; empty if it has nothing."""
    return (rule(name) or "").splitlines() or [str(each) for each in find(name)]


def plain(text: str) -> str:
    """A text of the book without the signs for bold, slanted and code, and without the targets of its links."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\*\*(.+?)\*\*|(?<!\w)\*(.+?)\*(?!\w)|`(.+?)`", lambda m: m[1] or m[2] or m[3], text)


def _whole() -> str:
    return "\n".join([rules_text(), *chapters().values()])


def _blocks() -> Iterator[tuple[str, str]]:
    """Headings (without a place), clauses, rows of tables, items and paragraphs, each with its place, without signs."""
    chapter, lines = "", list[str]()
    for line in [*_whole().splitlines(), ""]:
        heading = _HEADING.match(line)
        alone = heading or line.startswith("|")
        if lines and (alone or not line.strip() or _ITEM.match(line)):
            yield _placed(chapter, " ".join(lines))
            lines = []
        if heading:
            numbered = _NUMBERED.match(heading[1])
            chapter = numbered[1] if numbered and line.startswith("## ") else plain(heading[1])
            yield "", plain(heading[1])
        elif line.startswith("|"):
            cells = [plain(cell).strip() for cell in line.strip("| ").split("|")]
            if any(set(cell) - set("-: ") for cell in cells):
                yield chapter, " · ".join(filter(None, cells))
        elif line.strip():
            lines.append(line.removeprefix(">").removeprefix("- ").strip())


def _placed(chapter: str, block: str) -> tuple[str, str]:
    clause = _CLAUSE.match(block)
    return (clause[1], plain(block[clause.end() :]).strip()) if clause else (chapter, plain(block))


def _excerpt(block: str, hit: re.Match[str]) -> str:
    if len(block) <= _LONG:
        return block
    start = max((each.end() for each in re.finditer(r"[.:;!?] ", block[: hit.start()])), default=0)
    ends = (each.end() for each in re.finditer(r"[.:;!?](?= |$)", block))
    stop = next((end for end in ends if end >= hit.end() and end - start >= _SHORT), len(block))
    return f"{'… ' * (start > 0)}{block[start:stop]}{' …' * (stop < len(block))}"
