"""Two small windows: one to pick from a list with a word about each line, one to write a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from summit_game.language.catalogue import say
from summit_game.tui.choices import Choice, Choices
from summit_game.tui.widgets.line import Line


class Pick(ModalScreen[str | None]):
    """Pick one line; the note of the line under the cursor is shown whole below."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "key-back", id="pick.close")]
    KEYS_SAID = "form-chooses"
    """Key of the sentence for what its keys do."""

    def __init__(self, title: str, choices: Sequence[Choice], start: str = "") -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._start = start

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield Choices(id="picks")
            yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        picks = self.query_one(Choices)
        picks.notes = 0
        picks.border_title = Content(self._title)
        picks.border_subtitle = Content(say(self.KEYS_SAID))
        picks.put(self._choices, self._start)
        picks.focus()

    def on_resize(self, event: events.Resize) -> None:
        room = event.size.height - 7
        self.query_one(Choices).styles.height = max(4, min(len(self._choices) + 2, 16, room))

    @on(Choices.Considered)
    def considered(self, event: Choices.Considered) -> None:
        self.query_one("#about", Static).update(Content(event.choice.note), layout=False)

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        self.dismiss(event.choice.name)

    def action_close(self) -> None:
        self.dismiss(None)


class Write(ModalScreen[str | None]):
    """Write one line; dismissed with the text, or None if it was left alone.

    `twice`: a word that nobody sees; a new one is asked for once more, since a slip would lock its owner out.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "key-back", id="write.close")]
    AUTO_FOCUS = "Input"

    def __init__(
        self, title: str, why: str, value: str = "", limit: int = 40, secret: bool = False, twice: bool = False
    ) -> None:
        super().__init__()
        self._title = title
        self._why = why
        self._value = value
        self._limit = limit
        self._secret = secret or twice
        self._twice = twice

    def compose(self) -> ComposeResult:
        with Vertical(id="frame") as frame:
            frame.border_title = Content(self._title)
            yield Static(Content(self._why), id="why")
            yield Line(self._value, max_length=self._limit, password=self._secret, id="line")
            yield Static(say("form-keeps"), id="keys", markup=False)

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        word = event.value.strip()
        if self._twice and word:
            self._twice, self._value = False, word
            event.input.value = ""
            self.query_one("#why", Static).update(Content(say("form-same-word")))
        elif self._secret and self._value and word != self._value:
            self.app.notify(say("form-words-differ"), severity="warning")
            self.dismiss(None)
        else:
            self.dismiss(event.value)

    def action_close(self) -> None:
        self.dismiss(None)
