"""The base of panes with named entries and a cursor over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from textual import events

from summit_game.tui.widgets.paper import Paper


class Named(Protocol):
    """An entry that can be found again by its name."""

    @property
    def name(self) -> str: ...


Entry = TypeVar("Entry", bound=Named)


class Entries(Paper, Generic[Entry]):
    """Entries that the cursor goes over, and tells about."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.entries: tuple[Entry, ...] = ()
        """What the cursor can be on."""

    def considered(self, entry: Entry) -> None:
        """The cursor is on an entry."""
        raise NotImplementedError

    def take(self, entries: Sequence[Entry], start: str = "") -> None:
        """Show these, with the cursor on the one named `start`, on the one it was on, or as near as may be."""
        before = self.current.name if self.current is not None else ""
        self.entries = tuple(entries)
        names = [each.name for each in self.entries]
        wanted = start if start in names else before
        at = names.index(wanted) if wanted in names else min(max(self.cursor, 0), len(names) - 1)
        self.set_reactive(Entries.cursor, at)
        self.rewrite()
        self.refresh()
        self.show_cursor()
        self.cursor_moved()

    @property
    def items(self) -> int:
        return len(self.entries)

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if 0 <= self.cursor < len(self.entries) else None

    def go(self, name: str) -> bool:
        """Put the cursor on an entry; whether there is one of that name."""
        names = [each.name for each in self.entries]
        if name in names:
            self.cursor = names.index(name)
        return name in names

    def cursor_moved(self) -> None:
        self.rewrite()
        if self.current is not None:
            self.considered(self.current)

    def clicked(self, event: events.Click) -> bool:
        """Whether a click was on the entry under the cursor."""
        return self.owner_at(event) == self.cursor >= 0
