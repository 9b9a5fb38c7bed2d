"""A field for one line: what cannot be taken whole is not taken, and says so."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from summit_game.language.catalogue import say


class Line(Input):
    """An input that refuses several pasted lines, and what is too long, instead of keeping a part."""

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            self._refuse(say("form-one-line", count=len(lines)))
        elif lines and self.max_length and len(self.value) - len(self.selected_text) + len(lines[0]) > self.max_length:
            self._refuse(say("form-too-long", most=self.max_length))
        elif lines:
            self.replace(lines[0], *self.selection)

    def _refuse(self, why: str) -> None:
        self.app.notify(why, severity="warning", markup=False)
