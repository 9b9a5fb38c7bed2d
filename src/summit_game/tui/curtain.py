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

from summit_game.language.catalogue import say
from summit_game.tui.cells import literal
from summit_game.tui.delay import later
from summit_game.tui.passwords import SeatWords
from summit_game.tui.widgets.keybar import KeyBar


class Curtain(Screen[bool]):
    """Waits until the machine has changed hands. With a word for the delegation, only the word opens it.

    It is pushed before the last person's view is dropped, and is not see-through.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "key-open", id="curtain.open")]
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
            yield Static(say("screen-pass-to"), id="pass", markup=False)
            yield Static(literal(self.who), id="who")
            yield Static(say("screen-look-away"), id="note", markup=False)
            asked = known or self.secret.asked
            if asked:
                with Vertical(id="row"):
                    words = say("screen-your-word") if known else say("screen-new-word")
                    field = Input(password=True, placeholder=words, max_length=40, id="word")
                    field.disabled = self.guard > 0
                    yield field
            yield Static("", id="wrong", markup=False)
            open_ask = say("screen-opens-word") if asked else say("screen-opens")
            ask = say("screen-write-word") if known else open_ask
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
        self._say(say("screen-wrong-word"), say("screen-forgotten-word"))

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
            field.placeholder = say("screen-same-word")
            self._say("", say("screen-word-once-more"))
        else:
            field.placeholder = say("screen-new-word")
            self._say(say("screen-words-differ"), say("screen-choose-word"))
        return False

    def _say(self, wrong: str, ask: str) -> None:
        self.query_one("#wrong", Static).update(literal(wrong))
        self.query_one("#note2", Static).update(literal(ask))
