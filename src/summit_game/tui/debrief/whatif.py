"""A counterfactual on the screen: what it changes, how often each ending came out, and the same without the change."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from summit_game.debrief.model import Debrief, WhatIf
from summit_game.debrief.whatif.comparison import Named
from summit_game.tui.cells import literal, row
from summit_game.tui.choices import Choice
from summit_game.tui.debrief.fit_pane import whatif_lines
from summit_game.tui.debrief.panes import DebriefPane, texts
from summit_game.tui.widgets.keybar import KeyBar


def choices(found: tuple[Named, ...]) -> list[Choice]:
    """Counterfactuals to pick from; the note says each whole."""
    return [Choice(each.id, each.short, each.title) for each in found]


class WhatIfPane(DebriefPane):
    """Two sets of four bars: with the change and without it."""

    NAME = "What if"
    HELP_LINES = ("Both are played on by bots from the same point, with the same cards and news. Escape closes.",)

    def __init__(self, debrief: Debrief, tried: WhatIf, unchanged: WhatIf, *, id: str) -> None:  # noqa: A002 (Textual calls it so)
        super().__init__(id=id)
        self.debrief = debrief
        self.tried, self.unchanged = tried, unchanged

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        lines = texts(self.tried.title, width, "bold $accent")
        lines += [row(""), *whatif_lines(debrief, self.tried, width)]
        lines += [row(""), *texts(self.unchanged.title, width, "bold $accent")]
        return [*lines, row(""), *whatif_lines(debrief, self.unchanged, width)]


class WhatIfScreen(ModalScreen[None]):
    """Shows what came out."""

    DEFAULT_CSS = """
    WhatIfScreen { align: center middle; background: transparent; }
    WhatIfScreen KeyBar { dock: bottom; }
    WhatIfScreen WhatIfPane { width: 94%; max-width: 104; height: 90%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "Close", id="whatif.close", key_display="Esc"),
    ]

    def __init__(self, debrief: Debrief, tried: WhatIf, unchanged: WhatIf) -> None:
        super().__init__()
        self._pane = WhatIfPane(debrief, tried, unchanged, id="whatif")
        self._pane.border_subtitle = literal("Esc closes")

    def compose(self) -> ComposeResult:
        yield self._pane
        yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)
