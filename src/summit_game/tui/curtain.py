"""Between two people at one machine: a screen with nothing on it but whose turn it is."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from summit_game.tui.cells import literal
from summit_game.tui.delay import later
from summit_game.tui.passwords import SeatWords
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.words.catalogue import say

NEW = "choose a word, or leave this empty"
FORGOTTEN = "Forgotten? Quit with F10 and resume: words are forgotten then."


class Curtain(Screen[bool]):
    """Waits until the machine has changed hands. With a word for the delegation, only the word opens it.

    It is pushed before the last person's view is dropped, and is not see-through.
    """

    DEFAULT_CSS = """
    Curtain { background: $background; align: center middle; }
    Curtain #words { width: 64; max-width: 100%; height: auto; }
    Curtain Static { text-align: center; width: 100%; color: $foreground; }
    Curtain #pass { color: $dim; }
    Curtain #who { text-style: bold; color: $accent; margin: 1 0; }
    Curtain #note { color: $dim; margin-bottom: 1; }
    Curtain #after { color: $dim; margin-top: 1; }
    Curtain #wrong { color: $bad; height: 1; }
    Curtain Input { width: 40; max-width: 100%; border: round $line; background: $surface; color: $foreground; }
    Curtain Input:focus { border: heavy $accent; }
    Curtain #row { height: auto; align-horizontal: center; }
    Curtain KeyBar { dock: bottom; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "Open", id="curtain.open")]
    AUTO_FOCUS = "Input"

    def __init__(self, name: str, seat: int, secret: SeatWords, guard: float = 0.0) -> None:
        """`guard`: seconds in which keys do nothing, since they were meant for what was here before."""
        super().__init__()
        self.guard = guard
        self._up_since = monotonic()
        self.who = name
        self.seat = seat
        self.secret = secret
        self._once: str | None = None
        """A new word that was written once; it counts when it is written the same way again."""

    def compose(self) -> ComposeResult:
        known = self.secret.has(self.seat)
        with Vertical(id="words"):
            yield Static("Pass the screen to", id="pass", markup=False)
            yield Static(literal(self.who), id="who")
            yield Static("Everyone else: look away. Nothing private is shown.", id="note", markup=False)
            asked = known or self.secret.asked
            if asked:
                with Vertical(id="row"):
                    words = "your word" if known else NEW
                    field = Input(password=True, placeholder=words, max_length=40, id="word")
                    field.disabled = self.guard > 0
                    yield field
            yield Static("", id="wrong", markup=False)
            open_ask = "Enter opens. A word keeps others out next time." if asked else "Enter opens."
            ask = "Write your word, then Enter." if known else open_ask
            yield Static(ask, id="note2", markup=False)
            yield Static(say("sitting-opened-afterwards"), id="after", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        if self.guard > 0:
            later(self, self.guard, self._listen)

    def _listen(self) -> None:
        """From now on keys are meant for this screen."""
        for field in self.query(Input):
            field.disabled = False
            field.focus()

    @on(Input.Submitted)
    def submitted(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        if monotonic() - self._up_since < self.guard:
            return
        fields = self.query(Input)
        word = fields.first().value.strip() if fields else ""
        if not self.secret.has(self.seat) and not self._twice(word):
            return
        if self.secret.opens(self.seat, word):
            self.dismiss(True)
            return
        fields.first().value = ""
        self._say("That is not the word of this delegation.", FORGOTTEN)

    def _twice(self, word: str) -> bool:
        """Whether a new word was written the same way twice, so that stray keys are no word. None needs no second."""
        before, self._once = self._once, None
        if before is None and not word:
            return True
        if before is not None and word.casefold() == before.casefold():
            return True
        field = self.query_one(Input)
        field.value = ""
        if before is None:
            self._once = word
            field.placeholder = "the same word again"
            self._say("", "Write the new word once more, then Enter.")
        else:
            field.placeholder = NEW
            self._say("The two words were not the same.", "Choose a word again, or leave this empty; then Enter.")
        return False

    def _say(self, wrong: str, ask: str) -> None:
        self.query_one("#wrong", Static).update(literal(wrong))
        self.query_one("#note2", Static).update(literal(ask))
