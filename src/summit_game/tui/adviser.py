"""What the adviser would do, over the table: two ways and why. Whoever takes one still confirms it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.advice import Advice
from summit_game.tui.choices import Choice, Choices
from summit_game.tui.dialogs import Pick


class AdviserPane(Pick):
    """Dismissed with the action that is taken up, in its written form, or with None. It shows private things."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,a,f2", "close", "key-back", id="adviser.close"),
        Binding("space", "hide", "key-hide", id="adviser.hide"),
    ]

    def __init__(self, advice: Advice, hide: Callable[[], object]) -> None:
        """`hide`: what the key that hides private things does once the pane is closed."""
        told = (advice.note,) if advice.note else ()
        ways = [Choice(each.action, each.label, " ".join((*each.lines, *told))) for each in advice.ways]
        super().__init__(say("adviser-title"), ways)
        self._hide = hide

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Choices).border_subtitle = Content(say("adviser-keys"))

    def action_hide(self) -> None:
        self._hide()
        self.dismiss(None)
