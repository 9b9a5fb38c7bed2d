"""The board on the screen: all panes, where they lie, and the keys that go to them. Nothing can be decided here.

The table for playing and the replay are both made from it; a facilitator's view would be too.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widgets import Static

from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.seat.delegation import delegation_paper
from summit_game.seat.issue import issue_paper
from summit_game.seat.page import SeatPage
from summit_game.seat.question import Changes
from summit_game.seat.sheet import GameSheet
from summit_game.table.games_folder import Sitting
from summit_game.tui.behind import behind_cursor
from summit_game.tui.cells import literal, style_of
from summit_game.tui.help import help_for
from summit_game.tui.jump import Jump
from summit_game.tui.labels import label
from summit_game.tui.layout import TABBED, plan
from summit_game.tui.reader import Reader, WholePane
from summit_game.tui.widgets.delegations import Delegations
from summit_game.tui.widgets.hand import Hand
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.page import Paragraph
from summit_game.tui.widgets.pane import Pane
from summit_game.tui.widgets.paper import Paper
from summit_game.tui.widgets.sheet import Sheet
from summit_game.tui.widgets.tabs import PaneTabs
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.tui.widgets.tracks import Tracks
from summit_game.tui.widgets.treaty import Treaty
from summit_game.tui.widgets.zone_map import rows_wanted
from summit_game.tui.widgets.zones import Zones

OF_THE_PAGE: dict[str, type[Pane]] = {"hand": Hand, "sheet": Sheet, "delegations": Delegations, "zones": Zones}
"""The panes behind tabs that show the page."""
PANES: dict[str, type[Paper]] = {"treaty": Treaty, "tracks": Tracks, "move": Move, "log": Log, **OF_THE_PAGE}
"""Id -> widget of every pane."""


TO_READ = (Log, Hand, Sheet, Delegations, Zones)
"""Panes that Enter opens whole."""
ENOUGH = Size(60, 20)
"""From this size on everything has room; below it the first line says so."""
LOW = 24
"""Below this height every line counts: panes behind tabs have no border."""


class Desk(Container):
    """Holds the panes at the places that `layout.plan` gives."""


class Asked(Static):
    """The line that says whose decision it is and what is asked; never covered by a tab. An ellipsis: it goes on."""

    DEFAULT_CSS = "Asked { text-wrap: nowrap; text-overflow: ellipsis; }"

    def tell(self, text: str) -> None:
        """Say this, in one line."""
        self.update(literal(f"► {text}"), layout=False)


class BoardScreen(Screen[str]):
    """Shows a page. Subclasses say whose it is and what keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "hide", "key-hide-show", id="table.hide"),
        Binding("f1,question_mark", "help", "key-help", id="table.help", key_display="?"),
        Binding("enter", "whole", "key-read-whole", id="table.whole"),
        Binding("ctrl+o", "jump", "key-letters-over-the-panes", id="table.jump", show=False),
        *(Binding(cls.LETTER, f"go('{name}')", cls.NAME, id=f"go.{name}", show=False) for name, cls in PANES.items()),
    ]

    def __init__(self, sitting: Sitting, sheet: GameSheet, page: SeatPage) -> None:
        super().__init__()
        self.sitting = sitting
        self.table = sitting.table
        self.sheet = sheet
        self.seat = NOBODY
        """Whose page is shown, or nobody's."""
        self.page = page
        self.tab = "move"
        self.hidden = False
        self._asked = ""

    # --- making and arranging --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Desk(id="desk"):
            yield Tracks(self.sheet, id="tracks")
            yield Treaty(self.sheet, id="treaty")
            yield Asked("", id="asked", markup=False)
            yield PaneTabs({name: (PANES[name].LETTER, label(PANES[name].NAME)) for name in TABBED}, id="tabs")
            yield Move(id="move")
            yield Log(id="log")
            yield from (pane(self.sheet, id=name) for name, pane in OF_THE_PAGE.items())
        yield KeyBar()

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out()

    @property
    def tabbed(self) -> bool:
        """Whether most panes are behind tabs."""
        return self.has_class("-tabbed")

    @property
    def room(self) -> Size:
        """The room for title, panes and keys: the screen, less what a subclass needs for itself."""
        return self.size

    def lay_out(self) -> None:
        """Put the panes where they belong at this size."""
        size = self.room
        places = plan(
            size.width,
            max(1, size.height - 2),
            len(self.sheet.issues),
            len(self.sheet.delegations),
            len(self.sheet.tracks),
            rows_wanted(self.sheet) + len(self.page.status) * 2,
            self.tab,
        )
        self.set_class("tabs" in places, "-tabbed")
        self.set_class(size.height < LOW, "-low")
        small = self.size.width < ENOUGH.width or self.size.height < ENOUGH.height
        needed = say("screen-larger", width=ENOUGH.width, height=ENOUGH.height) if small else ""
        self.query_one(TitleBar).warn(needed)
        self.query_one("#tracks").set_class("tabs" in places, "-strip")
        with self.app.batch_update():
            for widget in self.query_one("#desk").children:
                place = places.get(widget.id or "")
                if widget.display != (place is not None):
                    widget.display = place is not None
                    if isinstance(widget, Paper):
                        widget.call_after_refresh(widget.rewrite)
                if place is not None:
                    widget.styles.offset = (place.x, place.y)
                    widget.styles.width, widget.styles.height = place.width, place.height
        self.query_one(PaneTabs).show(self.tab)

    def open_tab(self, name: str) -> None:
        """Show a pane that is behind a tab."""
        if name != self.tab:
            self.tab = name
            if self.tabbed:
                self.lay_out()

    @on(PaneTabs.Chosen)
    def tab_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_go(event.name)

    def action_go(self, name: str) -> None:
        """Open a pane and put the keys there."""
        if name in TABBED:
            self.open_tab(name)
        self.set_focus(self.query_one(f"#{name}"))

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def private(self) -> bool:
        """Whether somebody's own page is shown."""
        return self.page.own is not None

    @property
    def covered(self) -> bool:
        """Whether the reader has hidden what is private in an own page."""
        return self.hidden and self.private

    @property
    def standing(self) -> Changes:
        """What the package that lies on the table would change."""
        return self.page.package.changes if self.page.package is not None else ()

    def show(self, page: SeatPage) -> None:
        """Show this page in every pane, with the package that lies on the table written into the draft."""
        self.page = page
        with self.app.batch_update():
            for pane in self.query(Pane):
                pane.show(page, self.hidden)
            self.query_one(Log).cover(self.covered)
            self.query_one(Move).cover(self.covered)
            self.head()

    def head(self) -> None:
        """Write the first line."""
        raise NotImplementedError

    def asked(self, text: str) -> None:
        """The line that says what is asked."""
        if text != self._asked:
            self._asked = text
            self.query_one(Asked).tell(text)

    @on(Treaty.Read)
    def read_issue(self, event: Treaty.Read) -> None:
        title, lines = issue_paper(self.sheet, self.page, event.issue, self.hidden)
        self.app.push_screen(Reader(title, [(text, style_of(tone)) for text, tone in lines], self._hiding))

    @on(Tracks.Read)
    def read_tracks(self) -> None:
        self.app.push_screen(Reader(label(Tracks.NAME), self.query_one(Tracks).paper()))

    # --- keys ------------------------------------------------------------------------------------------------

    @property
    def _hiding(self) -> Callable[[], object] | None:
        """What the key that hides does in a paper over the table, if the paper shows private things."""
        return self.action_hide if self.private and not self.hidden else None

    def action_hide(self) -> None:
        """Hide everything private in every pane, or show it again; what is being built is kept."""
        self.hidden = not self.hidden
        self.show(self.page)
        self.query_one(Move).cursor_moved()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return isinstance(self.focused, TO_READ) if action == "whole" else True

    def action_whole(self) -> None:
        """Read what the focused pane holds with more room."""
        pane = self.focused
        if isinstance(pane, TO_READ):
            private = isinstance(pane, Hand | Sheet | Log)
            whole = self._whole(pane) if isinstance(pane, Delegations | Zones) else WholePane(pane)
            self.app.push_screen(Reader(pane.title, whole, self._hiding if private else None))

    def _whole(self, pane: Delegations | Zones) -> list[Paragraph]:
        """What a pane holds and what it has no room for."""
        if isinstance(pane, Zones):
            return list(pane.paper())
        lines: list[Paragraph] = []
        for seat in range(len(self.sheet.delegations)):
            title, told = delegation_paper(self.sheet, self.page, seat)
            lines += [(title, "bold"), *((text, style_of(tone)) for text, tone in told), ""]
        return lines[:-1]

    def action_jump(self) -> None:
        """Letters over the panes that are shown, and over the tabs of the others."""
        spots = {}
        tabs = self.query_one(PaneTabs)
        for name, cls in PANES.items():
            pane = self.query_one(f"#{name}")
            if pane.display:
                offset = pane.region.offset + Offset(2, 0)
            elif tabs.display:
                offset = tabs.region.offset + Offset(tabs.column(name), 0)
            else:
                continue
            spots[cls.LETTER] = (name, label(cls.NAME) if pane.display else "", offset)
        self.app.push_screen(Jump(spots), lambda name: self.action_go(name) if name else None)

    def action_help(self) -> None:
        own = isinstance(self.focused, Hand | Move)
        lines = [*behind_cursor(self, self.sitting.deck), *help_for(self)]
        self.app.push_screen(Reader(say("key-help"), lines, self._hiding if own else None))

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers: a title, a word about it, what it does."""
        result: list[tuple[str, str, Callable[[], object]]] = []
        for name, cls in PANES.items():
            title = say("screen-go-to", pane=label(cls.NAME))
            result.append((title, "", partial(self.action_go, name)))
        result.append((say("key-letters-over-the-panes"), say("screen-letters"), self.action_jump))
        result.append((say("key-help"), say("screen-help"), self.action_help))
        return result
