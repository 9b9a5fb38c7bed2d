"""Letters over the panes: the next key goes to one of them."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import Static


class Jump(ModalScreen[str | None]):
    """Dismissed with the name of a pane, or nothing. `spots`: letter -> name and place of a pane."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+o", "leave", "key-back", id="jump.leave")]

    def __init__(self, spots: dict[str, tuple[str, str, Offset]]) -> None:
        super().__init__()
        self.spots = spots

    def compose(self) -> ComposeResult:
        for letter, (_, title, offset) in self.spots.items():
            label = Static(Content(f"{letter} {title}".strip()))
            label.styles.offset = offset
            yield label

    def on_key(self, event: events.Key) -> None:
        if event.key in self.spots:
            event.stop()
            self.dismiss(self.spots[event.key][0])

    def action_leave(self) -> None:
        self.dismiss(None)
