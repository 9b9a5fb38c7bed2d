"""A list of things to choose from: a name each, a word about it, and a letter that goes straight there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.language.catalogue import say
from summit_game.tui.cells import Part, cut, fit, row, wrap
from summit_game.tui.widgets.entries import Entries


@dataclass(frozen=True)
class Choice:
    """One line to choose. `note` stands beside the label, or below it if there is room; `key` is its letter."""

    name: str
    label: str
    note: str = ""
    key: str = ""
    style: str = ""


class Choices(Entries[Choice]):
    """Choices with a cursor. Enter or a click chooses."""

    NAME, HELP_LINES = "pane-choices", ("help-choices",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "key-choose", id="choices.choose")]

    @dataclass
    class Chosen(Message):
        """A line was chosen."""

        choice: Choice

    @dataclass
    class Considered(Message):
        """The cursor is on a line."""

        choice: Choice

    def __init__(self, choices: Sequence[Choice] = (), *, id: str, empty: str = "") -> None:  # noqa: A002
        super().__init__(id=id)
        self.entries = tuple(choices)
        self.empty = empty
        self.gap = 0
        """Empty lines between choices."""
        self.notes = 1
        """Lines for a note; 0 shows none."""
        self.click_chooses = True

    def put(self, choices: Sequence[Choice], start: str = "") -> None:
        """Show these choices, with the cursor on the one named `start`, or as near as may be."""
        self.take(choices, start)

    def considered(self, entry: Choice) -> None:
        self.post_message(self.Considered(entry))

    @property
    def label_width(self) -> int:
        """Cells of the widest label."""
        return max((cell_len(each.label) for each in self.entries), default=0)

    def compose_lines(self, width: int) -> list[Content]:
        if not self.entries:
            return [row((line, "$dim")) for line in wrap(self.empty or say("form-empty"), width)]
        lines: list[Content] = []
        keys = any(each.key for each in self.entries)
        head = 2 + (3 if keys else 0)
        label = min(self.label_width, max(8, width - head))
        room = width - head - label - 3
        beside = self.notes > 0 and room >= 24
        for at, each in enumerate(self.entries):
            mark = "► " if at == self.cursor else "  "
            key = fit(each.key, 3) if keys else ""
            notes = wrap(each.note, room)[: self.notes] if beside and each.note else []
            if notes and " ".join(notes) != each.note:
                rest = each.note.removeprefix(" ".join(notes[:-1])).lstrip()
                notes[-1] = cut(rest, room)
            style = f"bold {each.style}".strip()
            first: list[Part] = [mark, (key, "bold $accent"), (fit(each.label, label), style)]
            lines.append(row(*first, "   ", (notes[0], "$dim")) if notes else row(*first))
            lines += [row(" " * (head + label + 3), (note, "$dim")) for note in notes[1:]]
            self.owners += [at] * max(1, len(notes))
            if at < len(self.entries) - 1:
                lines += [row("")] * self.gap
                self.owners += [-1] * self.gap
        return lines

    def action_choose(self) -> None:
        if self.current is not None:
            self.post_message(self.Chosen(self.current))

    def choose(self, name: str) -> None:
        """Put the cursor on a choice and choose it, as its letter does."""
        if self.go(name):
            self.action_choose()

    def on_click(self, event: events.Click) -> None:
        before = self.cursor
        super().on_click(event)
        if self.clicked(event) and (self.click_chooses or (before == self.cursor and event.chain == 2)):
            self.action_choose()
