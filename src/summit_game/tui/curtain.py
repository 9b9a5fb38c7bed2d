"""Between two people at one machine: a screen with nothing on it but whose turn it is."""

from __future__ import annotations

from collections.abc import Callable
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
from summit_game.tui.widgets.line import Line


class Curtain(Screen[bool]):
    """Waits until the machine has changed hands. With a word for the delegation, only the word opens it.

    It is pushed before the last person's view is dropped, and is not see-through.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "key-open", id="curtain.open"),
        # A letter would go into the word.
        Binding("f6", "pause", "key-pause-or-go-on", id="curtain.pause", key_display="F6"),
        Binding("f7,u", "undo", "key-undo", id="curtain.undo", key_display="F7"),
        Binding("w", "word", "key-choose-a-word", id="curtain.word"),
    ]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        name: str,
        seat: int,
        secret: SeatWords,
        guard: float = 0.0,
        pause: Callable[[], bool] = bool,
        undo: Callable[[], object] | None = None,
    ) -> None:
        """`guard`: seconds in which keys do nothing, since they were meant for what was here before.

        `pause` stops the game or lets it go on, and says whether it stands. `undo` takes back what was done before the
        curtain came up, if that can be taken back.
        """
        super().__init__()
        self._pause = pause
        self.guard = guard
        self._up_since = monotonic()
        self.who = name
        self.seat = seat
        self.secret = secret
        self._undo = undo
        self._once: str | None = None
        """A new word that was written once; it counts when it is written the same way again."""

    def compose(self) -> ComposeResult:
        known = self.secret.has(self.seat)
        with Vertical(id="words"):
            yield Static(say("screen-pass-to"), id="pass", markup=False)
            yield Static(literal(self.who), id="who")
            yield Static(say("screen-look-away"), id="note", markup=False)
            with Vertical(id="row") as row:
                row.display = asked = known or self.secret.wanted(self.seat)
                words = say("screen-your-word") if known else say("screen-new-word")
                field = Line(password=True, placeholder=words, max_length=40, id="word")
                field.disabled = self.guard > 0 or not asked
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
        if self.query_one("#row").display:
            field = self.query_one(Input)
            field.disabled = False
            field.focus()

    @property
    def _guarded(self) -> bool:
        """Whether keys are still meant for what was here before."""
        return monotonic() - self._up_since < self.guard

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo":
            return self._undo is not None
        if action == "word":
            return self.is_mounted and not self.query_one("#row").display
        return True

    def action_undo(self) -> None:
        if self._undo is not None and not self._guarded:
            self._undo()

    def action_word(self) -> None:
        """Whoever wanted no word before chooses one after all."""
        if not self._guarded:
            self.query_one("#row").display = True
            self._say("", say("screen-choose-word"))
            self._listen()
            self.refresh_bindings()

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers."""
        return [(say("screen-do-undo"), say("screen-table"), self.action_undo)] if self._undo is not None else []

    @on(Input.Submitted)
    def submitted(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        if self._guarded:
            return
        field = self.query_one(Input)
        word = field.value.strip()
        if not self.secret.has(self.seat) and not self._twice(word):
            return
        if self.secret.opens(self.seat, word):
            self.dismiss(True)
            return
        field.value = ""
        self._say(say("screen-wrong-word"), say("screen-forgotten-word"))

    def action_pause(self) -> None:
        self._say(say("screen-paused-here") if self._pause() else "", "")

    def _twice(self, word: str) -> bool:
        """Whether a new word was written the same way twice, so that stray keys are no word. An empty field is none."""
        before, self._once = self._once, None
        if not word:
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
