"""Forms: headings, switches, values to step through and lines to open, with a cursor over them; and their screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Button, Static

from summit_game.language.catalogue import say
from summit_game.tui.cells import Part, cut, fit, row
from summit_game.tui.choices import Choice
from summit_game.tui.room import Room
from summit_game.tui.widgets.entries import Entries
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.page import About
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.names import capital

HEADING, SWITCH, STEPS, OPENS, FIXED = "heading", "switch", "steps", "opens", "fixed"
Window = Callable[[], ModalScreen[str | None]]
"""Makes the small window in which a value is picked or written."""


@dataclass(frozen=True)
class Field:
    """A line of a form.

    `kind`: a heading; a switch that is `on` or not; a value to step through; a line that opens something; or a value
    that cannot be changed here. `about` is told while the cursor is on it. `take` gets a new value: the name of one of
    the `options` (`at`: which holds now), what comes from the `window`, or nothing, for a switch. Raises `ValueError`
    with a sentence for a value that cannot be.
    """

    name: str
    label: str
    value: str = ""
    kind: str = OPENS
    on: bool = False
    about: tuple[str, ...] = ()
    inset: int = 0
    take: Callable[[str], object] = str
    options: Sequence[Choice] = ()
    at: str = ""
    window: Window | None = None


def heading(label: str) -> Field:
    """A heading."""
    return Field("", label, kind=HEADING)


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

    def named(self, name: str) -> Field:
        """The field with this name."""
        return next(each for each in self.fields if each.name == name)

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


class Filling(Room[ScreenResultType]):
    """A screen with a form. A subclass gives `fields`; what is stepped, switched, picked or written is taken here."""

    def fields(self) -> Iterable[Field]:
        """Every line of the form."""
        raise NotImplementedError

    def renew(self) -> None:
        """Show the values as they are."""
        self.query_one(Form).put(tuple(self.fields()))

    @on(Form.Stepped)
    def stepped(self, event: Form.Stepped) -> None:
        field = self.query_one(Form).named(event.name)
        names = [each.name for each in field.options]
        at = names.index(field.at) + event.by if field.at in names else 0
        self.took(field, names[at % len(names)] if names else None)

    @on(Form.Opened)
    def opened(self, event: Form.Opened) -> None:
        field = self.query_one(Form).named(event.name)
        if field.window is not None:
            self.app.push_screen(field.window(), partial(self.picked, field))
        elif field.options:
            self.stepped(Form.Stepped(event.name, 1))
        else:
            self.took(field, "")

    def picked(self, field: Field, value: str | None) -> None:
        """A window has closed, with a value or without one."""
        self.took(field, value)

    def took(self, field: Field, value: str | None) -> None:
        """Take a value for a line, if there is one."""
        if value is not None:
            try:
                field.take(value)
            except ValueError as error:
                self.notify(capital(str(error)), severity="warning", markup=False)
            self.renew()


class FormScreen(Filling[ScreenResultType]):
    """A form, what its lines mean beside or below it, and a line with buttons."""

    TITLE_SAID: ClassVar[str]
    """What the catalogue calls its title."""
    AUTO_FOCUS = "#form"

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Vertical(id="body"):
            yield Form(id="form", title=say(self.TITLE_SAID))
            yield About(id="about")
        with Horizontal(id="end"):
            yield Static("", id="state", markup=False)
            yield from self.buttons()
            yield Button(Content(say("key-back")), id="back", compact=True)
        yield KeyBar()

    def buttons(self) -> Iterable[Button]:
        """Buttons before the one that goes back."""
        return ()

    @on(Form.Considered)
    def considered(self, event: Form.Considered) -> None:
        self.explain(event.field)

    def explain(self, field: Field, *before: tuple[str, str]) -> None:
        """What a line means, after something else."""
        told = ((text, "") for text in field.about if text)
        self.query_one(About).tell(*before, *told, title=field.label)

    @on(Button.Pressed, "#back")
    def pressed_back(self) -> None:
        self.action_close()
