"""The base of all panes: lines of text that fit the width, drawn line by line, with a cursor if the pane has one."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from summit_game.tui.cells import literal
from summit_game.tui.labels import label


class Paper(ScrollView, can_focus=True):
    """A scrolling pane. A subclass gives `compose_lines(width)`; `rewrite()` draws them anew where they changed."""

    DEFAULT_CSS = """
    Paper {
        background: $surface;
        color: $foreground;
        border: round $line;
        border-title-color: $foreground;
        border-title-style: bold;
        border-subtitle-color: $dim;
        padding: 0 1;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        &:focus {
            border: heavy $accent;
            border-title-color: $accent;
        }
        & > .paper--cursor { background: $marked; }
        &:focus > .paper--cursor { background: $chosen; color: $chosen-text; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"paper--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "key-up", show=False),
        Binding("down", "move(1)", "key-down", show=False),
        Binding("pageup", "turn(-1)", "key-page-up", show=False),
        Binding("pagedown", "turn(1)", "key-page-down", show=False),
        Binding("home", "to_end(0)", "key-top", show=False),
        Binding("end", "to_end(1)", "key-end", show=False),
    ]
    LETTER = ""
    """The key that goes to this pane."""
    NAME = ""
    """What it is called: a key of the catalogue."""
    HELP_LINES: ClassVar[tuple[str, ...]] = ()
    """What help says about this pane: keys of the catalogue."""

    from_end: ClassVar[bool] = False
    """Whether it is read from its end backwards: the newest is there."""

    cursor: var[int] = var(-1)
    """The line group under the cursor, or -1 in panes without one."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.lines: list[Content] = []
        self.owners: list[int] = []
        """For each line, the number of the item it belongs to (-1: none)."""
        self._width = 0

    @property
    def title(self) -> str:
        """The words on the border and on the pane's tab."""
        return label(self.NAME)

    def on_mount(self) -> None:
        self.border_title = literal(f"{self.LETTER} {self.title}".strip())

    # --- lines -----------------------------------------------------------------------------------------------

    def compose_lines(self, width: int) -> list[Content]:
        """The lines at a width; a pane with a cursor also sets `owners`."""
        raise NotImplementedError

    @property
    def inner(self) -> int:
        """Cells for text; the scroll bar's cell is always kept free, so that lines never have to be broken anew."""
        return max(1, self.scrollable_content_region.width)

    def rewrite(self) -> None:
        """Compose the lines anew and draw what changed."""
        if not self.display:
            self.lines, self.owners = [], []
            return
        if not self.is_mounted or self.size.width < 3:
            return
        width = self.inner
        self.owners = []
        lines = self.compose_lines(width)
        old, self.lines = self.lines, lines
        if len(self.owners) != len(lines):
            self.owners = [-1] * len(lines)
        if (size := Size(width, len(lines))) != self.virtual_size:
            self.virtual_size = size
            self.refresh()
        elif width != self._width or len(old) != len(lines):
            self.refresh()
        else:
            for at, (before, after) in enumerate(zip(old, lines, strict=True)):
                if before.plain != after.plain or before.spans != after.spans:
                    self._redraw(at)
        self._width = width

    def _redraw(self, line: int) -> None:
        if 0 <= line - self.scroll_offset.y < self.scrollable_content_region.height:
            self.refresh_line(line)

    def on_resize(self, event: events.Resize) -> None:
        self.rewrite()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.visual_style
        if at >= len(self.lines):
            return Strip.blank(width, base.rich_style)
        if self.cursor >= 0 and self.owners[at] == self.cursor:
            style = self.get_visual_style("paper--cursor")
            content = Content(self.lines[at].plain) if self.has_focus else self.lines[at]
        else:
            style, content = base, self.lines[at]
        strips = Visual.to_strips(self, content, width, 1, style, pad=True)
        strip = strips[0] if strips else Strip.blank(width, style.rich_style)
        return strip.adjust_cell_length(width, style.rich_style)

    # --- cursor ----------------------------------------------------------------------------------------------

    @property
    def items(self) -> int:
        """How many items the cursor moves over; 0 for a pane that only scrolls."""
        return 0

    def watch_cursor(self, old: int, new: int) -> None:
        if not self.is_mounted:
            return
        for at, owner in enumerate(self.owners):
            if owner in (old, new):
                self._redraw(at)
        self.show_cursor()
        self.cursor_moved()

    def cursor_moved(self) -> None:
        """For subclasses: the cursor is on another item."""

    def show_cursor(self) -> None:
        """Scroll so that the item under the cursor is seen."""
        mine = [at for at, owner in enumerate(self.owners) if owner == self.cursor]
        height = self.scrollable_content_region.height
        if not mine or height <= 0:
            return
        top = self.scroll_offset.y
        if mine[0] < top:
            self.scroll_to(y=0 if mine[0] <= 1 else mine[0], animate=False)
        elif mine[-1] >= top + height:
            self.scroll_to(y=min(mine[0], mine[-1] - height + 1), animate=False)

    def action_move(self, by: int) -> None:
        if self.items:
            self.cursor = min(max(self.cursor + by, 0), self.items - 1)
        else:
            self.scroll_relative(y=by, animate=False)

    def action_turn(self, by: int) -> None:
        height = max(1, self.scrollable_content_region.height - 1)
        if self.items:
            self.cursor = min(max(self.cursor + by * height, 0), self.items - 1)
        else:
            self.scroll_relative(y=by * height, animate=False)

    def action_to_end(self, end: int) -> None:
        if self.items:
            self.cursor = self.items - 1 if end else 0
        else:
            self.scroll_to(y=self.max_scroll_y if end else 0, animate=False)

    def on_click(self, event: events.Click) -> None:
        if (owner := self.owner_at(event)) >= 0:
            self.cursor = owner

    def owner_at(self, event: events.Click) -> int:
        """The item that was clicked, or -1."""
        offset = event.get_content_offset(self)
        if offset is None or not self.items:
            return -1
        at = offset.y + self.scroll_offset.y
        return self.owners[at] if 0 <= at < len(self.owners) else -1
