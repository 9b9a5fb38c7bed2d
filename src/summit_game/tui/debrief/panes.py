"""The base of the debrief's panes, those that show its sections, and lines that stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.debrief.forms.blocks import Section
from summit_game.debrief.model import PUBLIC, Debrief
from summit_game.language.catalogue import say
from summit_game.tui.cells import literal, row
from summit_game.tui.debrief.blocks import Group, section_groups, texts
from summit_game.tui.widgets.paper import Paper


@dataclass
class See(Message):
    """A moment is to be looked at."""

    moment: int


class DebriefPane(Paper):
    """A pane that shows a part of a debrief, or says that it is being read."""

    debrief: Debrief | None = None

    def show(self, debrief: Debrief) -> None:
        """Show this debrief."""
        self.debrief = debrief
        self.rewrite()
        self.border_title = literal(self.title)

    def compose_lines(self, width: int) -> list[Content]:
        if self.debrief is None:
            return texts(say("debrief_screen-waiting"), width, "$dim")
        return self.told(self.debrief, width)

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        """The lines at a width. Every pane has its own; this class alone is never shown."""
        raise NotImplementedError


class SectionsPane(DebriefPane):
    """Sections of the written debrief. Some lines lead to a moment: Enter goes there, elsewhere it only scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "see", "debrief_screen-see", id="debrief.see")]
    MAKERS: ClassVar[tuple[Callable[[Debrief], Section], ...]] = ()
    """What makes the sections, in their order."""
    places: Sequence[int] = ()
    """Item -> the moment it leads to."""

    @property
    def items(self) -> int:
        return len(self.places)

    def picture(self, key: str, debrief: Debrief, width: int) -> list[Content]:
        """What is drawn below the heading of the section with this key, if anything is."""
        return []

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        places: list[int] = []
        lines: list[Content] = []
        for lead, moment in self.groups(debrief, width):
            self.owners += [len(places) if moment >= 0 else -1] * len(lead)
            if moment >= 0:
                if len(places) == self.cursor:
                    lead[0] = Content.assemble(("► ", "bold"), lead[0][2:])
                places.append(moment)
            lines += lead
        self.places = places
        return lines

    def groups(self, debrief: Debrief, width: int) -> Iterator[Group]:
        """Everything the pane says, section by section."""
        begun = False
        for make in self.MAKERS:
            section = make(debrief)
            none = say("debrief_screen-none", section=section.key, public=debrief.shown == PUBLIC)
            if begun and (section.blocks or none):
                yield Group([row("")])
            if section.blocks:
                yield from section_groups(section, width, self.picture(section.key, debrief, width))
            elif none:
                yield Group(texts(none, width, "$dim"))
            begun = begun or bool(section.blocks or none)

    def action_move(self, by: int) -> None:
        """To the next item if it can be seen; else the lines move."""
        top = self.scroll_offset.y
        seen = set(self.owners[max(0, top - 1) : top + self.scrollable_content_region.height + 1]) - {-1}
        wanted = self.cursor + by if self.cursor >= 0 else min(seen, default=-1) if by > 0 else -1
        if wanted in seen:
            self.cursor = wanted
        else:
            if wanted < 0:
                self.cursor = -1
            self.scroll_relative(y=by, animate=False)

    def action_turn(self, by: int) -> None:
        self.cursor = -1
        height = max(1, self.scrollable_content_region.height - 1)
        self.scroll_relative(y=by * height, animate=False)

    def action_to_end(self, end: int) -> None:
        self.cursor = -1
        self.scroll_to(y=self.max_scroll_y if end else 0, animate=False)

    def cursor_moved(self) -> None:
        self.rewrite()
        self.screen.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "see" or 0 <= self.cursor < len(self.places)

    def action_see(self) -> None:
        self.post_message(See(self.places[self.cursor]))


def flow(items: Sequence[str], width: int, style: str = "", gap: str = "   ") -> list[Content]:
    """Short texts one after the other; each stays whole if it fits a line."""
    lines, line = [], ""
    for item in items:
        if line and cell_len(line) + len(gap) + cell_len(item) > width:
            lines.append(line)
            line = ""
        line = f"{line}{gap}{item}" if line else item
    return [part for each in [*lines, line] if each for part in texts(each, width, style)]


def beside(left: Sequence[Content], right: Sequence[Content], width: int) -> list[Content]:
    """Two columns of lines; the left one is `width` cells wide."""
    lines = []
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else Content("")
        second = right[at] if at < len(right) else Content("")
        gap = " " * max(0, width - first.cell_length)
        lines.append(Content.assemble(first, gap, (" │ ", "$line"), second))
    return lines
