"""What the adviser would do, over the table: two ways and why. Whoever takes one still confirms it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from summit_game.language.catalogue import say
from summit_game.seat.advice import Advice, Way
from summit_game.tui.choices import Choice
from summit_game.tui.dialogs import Pick

ROOM = 68
"""Cells of a line of the list: a longer label is read whole below."""


class AdviserPane(Pick):
    """Dismissed with the action that is taken up, in its written form, or with None. It shows private things."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,a,f2", "close", "key-back", id="adviser.close"),
        Binding("space", "hide", "key-hide", id="adviser.hide"),
    ]

    KEYS_SAID = "adviser-keys"

    def __init__(self, advice: Advice, hide: Callable[[], object]) -> None:
        """`hide`: what the key that hides private things does once the pane is closed."""
        told = (advice.note,) if advice.note else ()
        ways = [Choice(each.action, each.label, " ".join((*_whole(each), *each.lines, *told))) for each in advice.ways]
        super().__init__(say("adviser-title"), ways)
        self._hide = hide

    def action_hide(self) -> None:
        self._hide()
        self.dismiss(None)


def _whole(way: Way) -> tuple[str, ...]:
    if cell_len(way.label) <= ROOM:
        return ()
    return (way.label if way.label.endswith((".", "?")) else f"{way.label}.",)
