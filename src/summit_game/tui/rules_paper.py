"""The rule book as a paper to read on the screen."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.binding import Binding, BindingType

from summit_game.deck.library import RulesNotFound, rules_text
from summit_game.language.catalogue import say
from summit_game.tui.choices import Choice
from summit_game.tui.dialogs import Pick, Write
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.page import Paragraph
from summit_game.words.rule_book import chapter_titles, find, plain, rule


def rules_paper() -> list[Paragraph]:
    """The rule book in paragraphs: headings set off, the signs of its source left out."""
    try:
        return paragraphs(rules_text())
    except (RulesNotFound, OSError, UnicodeDecodeError) as error:
        return [str(error)]


def paragraphs(text: str) -> list[Paragraph]:
    """A text of the rule book in paragraphs."""
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
        rows = [[plain(cell).strip() for cell in line.strip("| ").split("|")] for line in lines]
        return ["  " + " · ".join(row) for row in rows if any(set(cell) - set("-: ") for cell in row)]
    result: list[str] = []
    for line in lines:
        line = line.removeprefix("> ").removeprefix(">")
        if result and not re.match(r"\s*(- |\d+\. )", line):
            result[-1] = f"{result[-1]} {line.strip()}"
        else:
            result.append(line)
    return [plain(line) for line in result]


class RulesReader(Reader):
    """The rule book, with its chapters and a search; what is chosen or found is read over it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "chapters", "key-chapters", id="rules.chapters"),
        Binding("slash,f", "find", "key-find", id="rules.find", key_display="/"),
    ]

    def __init__(self) -> None:
        super().__init__(say("app-rules"), rules_paper())

    def action_chapters(self) -> None:
        chapters = [Choice(title, title) for title in chapter_titles()]
        self.app.push_screen(Pick(say("app-chapters"), chapters), self.look_up)

    def action_find(self) -> None:
        self.app.push_screen(Write(say("key-find"), say("app-find-words")), self.look_up)

    def look_up(self, words: str | None) -> None:
        """Show a chapter, a clause, or the places where words stand; the place of the book is kept."""
        if words is None or not words.strip():
            return
        found = rule(words.strip())
        lines = paragraphs(found) if found else [str(each) for each in find(words)]
        self.app.push_screen(Reader(words.strip(), lines or [say("app-found-nothing", words=words.strip())]))


def rules_reader() -> Reader:
    """The rule book, to be pushed as a screen."""
    return RulesReader()
