"""A counterfactual on the screen: what it changes, how often each ending came out, and the same without the change."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from summit_game.debrief.forms.sections_deals import whatif
from summit_game.debrief.model import Debrief, WhatIf
from summit_game.language.catalogue import say
from summit_game.tui.cells import literal, row
from summit_game.tui.debrief.blocks import block_lines
from summit_game.tui.debrief.panes import DebriefPane
from summit_game.tui.widgets.keybar import KeyBar


class WhatIfPane(DebriefPane):
    """How often each ending came out, with the change and without it."""

    NAME, HELP_LINES = "debrief_screen-whatif", ("debrief_screen-help-whatif",)

    def __init__(self, debrief: Debrief, *tried: WhatIf, id: str) -> None:  # noqa: A002 (Textual calls it so)
        super().__init__(id=id)
        self.debrief = debrief
        self.tried = tried

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        blocks = [block for each in self.tried for block in (*whatif(debrief, each), "")]
        told = [line for each in blocks for line in (block_lines(each, width) or [row("")])]
        return [*told, *block_lines(f"{say('whatif-bots')} {say('about-no-forecast')}", width)]


class WhatIfScreen(ModalScreen[None]):
    """Shows what came out."""

    DEFAULT_CSS = """
    WhatIfScreen { align: center middle; background: transparent; }
    WhatIfScreen KeyBar { dock: bottom; }
    WhatIfScreen WhatIfPane { width: 94%; max-width: 104; height: 90%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "key-close", id="whatif.close"),
    ]

    def __init__(self, debrief: Debrief, tried: WhatIf, unchanged: WhatIf) -> None:
        super().__init__()
        self._pane = WhatIfPane(debrief, tried, unchanged, id="whatif")
        self._pane.border_subtitle = literal(say("form-escape-closes"))

    def compose(self) -> ComposeResult:
        yield self._pane
        yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)
