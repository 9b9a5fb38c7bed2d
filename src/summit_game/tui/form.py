"""A form as a pane: headings, switches, values to step through and lines to open, with a cursor over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.tui.cells import Part, cut, fit, row, wrap
from summit_game.tui.widgets.entries import Entries
from summit_game.tui.widgets.paper import Paper

HEADING, SWITCH, STEPS, OPENS, FIXED = "heading", "switch", "steps", "opens", "fixed"


@dataclass(frozen=True)
class Field:
    """A line of a form.

    `kind`: a heading; a switch that is `on` or not; a value to step through; a line that opens something; or a value
    that cannot be changed here. `about` is told while the cursor is on it.
    """

    name: str
    label: str
    value: str = ""
    kind: str = OPENS
    on: bool = False
    about: tuple[str, ...] = ()
    inset: int = 0


class Form(Entries[Field]):
    """Shows fields. Left and right step a value, Enter and space switch or open; the screen keeps the values."""

    NAME, HELP_LINES = "pane-form", ("help-form",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "key-change", id="form.left", key_display="←→"),
        Binding("right", "step(1)", "key-change", id="form.right", show=False),
        Binding("enter,space", "open", "key-open-switch", id="form.open", key_display="Enter"),
    ]

    @dataclass
    class Stepped(Message):
        """A value was stepped, by -1 or +1."""

        name: str
        by: int

    @dataclass
    class Opened(Message):
        """A line was opened, or a switch was switched."""

        name: str

    @dataclass
    class Considered(Message):
        """The cursor is on a field."""

        field: Field

    def __init__(self, *, id: str, title: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._title = title
        self.fields: tuple[Field, ...] = ()
        self._spots: dict[int, tuple[int, int]] = {}
        """Field number -> columns of its two arrows."""

    @property
    def title(self) -> str:
        return self._title

    def put(self, fields: Sequence[Field]) -> None:
        """Show these fields; the cursor stays on the field with the same name."""
        self.fields = tuple(fields)
        self.take([field for field in fields if field.kind != HEADING])

    def considered(self, entry: Field) -> None:
        self.post_message(self.Considered(entry))

    def compose_lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        labels = [cell_len(f.label) + f.inset for f in self.fields if f.kind not in (HEADING, SWITCH)]
        label = min(max(labels, default=0), max(10, width * 48 // 100))
        self._spots = {}
        at = -1
        for field in self.fields:
            if field.kind == HEADING:
                if lines:
                    lines.append(row(""))
                    self.owners.append(-1)
                lines.append(row((cut(field.label, width), "bold $accent")))
                self.owners.append(-1)
                continue
            at += 1
            lines.append(self._line(field, at, label, width))
            self.owners.append(at)
        return lines

    def _line(self, field: Field, at: int, label: int, width: int) -> Content:
        mark = "► " if at == self.cursor else "  "
        inset = " " * field.inset
        if field.kind == SWITCH:
            sign = "[x]" if field.on else "[ ]"
            tail = f"   {field.value}" if field.value else ""
            head = cut(f"{inset}{sign} {field.label}", width - 2)
            return row(mark, (head, "bold" if field.on else ""), (cut(tail, width - 2 - cell_len(head)), "$dim"))
        parts: list[Part] = [mark, f"{inset}{fit(field.label, label - field.inset)}  "]
        room = width - label - 4
        if field.kind == STEPS:
            value = cut(field.value, room - 4)
            start = label + 4
            self._spots[at] = (start, start + cell_len(value) + 3)
            parts += [("‹ ", "bold $accent"), (value, "bold"), (" ›", "bold $accent")]
        elif field.kind == OPENS:
            parts.append((cut(field.value, room), "bold"))
        else:
            parts.append((cut(field.value, room), "$dim"))
        return row(*parts)

    def action_step(self, by: int) -> None:
        field = self.current
        if field is None:
            return
        if field.kind == STEPS:
            self.post_message(self.Stepped(field.name, by))
        elif field.kind == SWITCH and field.on != (by > 0):
            self.post_message(self.Opened(field.name))

    def action_open(self) -> None:
        field = self.current
        if field is not None and field.kind in (OPENS, SWITCH, STEPS):
            self.post_message(self.Opened(field.name))
        elif field is not None:
            self.app.bell()

    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        offset = event.get_content_offset(self)
        field = self.current
        if offset is None or field is None or not self.clicked(event):
            return
        left, right = self._spots.get(self.cursor, (-9, -9))
        if field.kind == STEPS and left <= offset.x <= left + 1:
            self.action_step(-1)
        elif field.kind == STEPS and right - 1 <= offset.x <= right:
            self.action_step(1)
        elif field.kind in (SWITCH, OPENS) or (field.kind == STEPS and left < offset.x < right):
            self.action_open()


class About(Paper):
    """What the field under the cursor means, and what a person should know before going on."""

    NAME, HELP_LINES = "pane-about", ("help-about",)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.paragraphs: tuple[tuple[str, str], ...] = ()

    def tell(self, *paragraphs: tuple[str, str]) -> None:
        """Show paragraphs, each with its style."""
        if paragraphs != self.paragraphs:
            self.paragraphs = paragraphs
            self.scroll_to(y=0, animate=False)
            self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for at, (text, style) in enumerate(self.paragraphs):
            if at and self.size.height > 8:
                lines.append(row(""))
            lines += [row((line, style)) for line in wrap(text, width)]
        return lines
