"""The treaty draft: each issue with its text, brackets where nothing is agreed, and how each delegation stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.language.catalogue import say
from summit_game.seat.digest import Digest
from summit_game.seat.page import SeatPage
from summit_game.seat.question import Changes
from summit_game.tui.cells import Part, cut, fit, right, row
from summit_game.tui.widgets.pane import Pane


class Treaty(Pane):
    """The draft of a page; a package that is being voted on or built is written into it."""

    NAME, LETTER, HELP_LINES = "pane-treaty", "t", ("help-treaty",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "key-read-the-issue", id="treaty.read")]

    @dataclass
    class Read(Message):
        """The issue under the cursor is to be read."""

        issue: int

    changes: Changes = ()
    """What the package that is looked at would change."""

    def on_mount(self) -> None:
        super().on_mount()
        self.border_subtitle = Content(say("pane-legend"))
        self.cursor = 0

    @property
    def items(self) -> int:
        return len(self.sheet.issues)

    def show(self, page: SeatPage, hidden: bool = False, since: Digest | None = None) -> None:
        """Show this page with the package that lies on the table written into the draft."""
        self.changes = page.package.changes if page.package is not None else ()
        super().show(page, hidden, since)
        self._subtitle()

    def propose(self, changes: Changes) -> None:
        """Write another package into the same draft."""
        if changes != self.changes:
            self.changes = changes
            self.rewrite()

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        """Two lines for each issue where there is room; else one, with the title whole before the text of the level."""
        seats = self.sheet.delegations
        you = 7 if page.own is not None and not self.hidden else 0
        double = self.content_size.height >= 2 * self.items + 1
        longest = max((cell_len(spec.title) for spec in self.sheet.issues), default=8) + 1
        free = width - 7 - you - longest - (0 if double else 6)
        cell = next((cells for cells in (5, 4) if cells * len(seats) + (0 if double else 14) <= free), 3)
        room = max(6, width - 7 - cell * len(seats) - you)
        by = self._by_width(page, room - (longest if double else 29))
        title = room - by if double else min(longest, room - by - (17 if by else 6))
        level = 0 if double else room - by - title
        text = say("pane-text") if level >= 16 else say("pane-level")
        head = f"{fit('', 7)}{fit(say('pane-issue'), title)}{fit(text, level)}"
        marks = "".join(fit(f"{spec.id}{'*' if spec.principal else ''}", cell) for spec in seats)
        head += f"{marks}{fit(say('pane-by'), by)}" if double else f"{fit(say('pane-by'), by)}{marks}"
        lines = [row((f"{head}{right(say('pane-you'), you) if you else ''}", "bold $dim"))]
        self.owners = [-1]
        for issue in range(self.items):
            lines.append(self._line(page, issue, title, level, cell, you, by))
            self.owners.append(issue)
            if double:
                text, style = self._text(page, issue, width - 7)
                tried = self._tried(page, issue, width - 7 - cell_len(text))
                lines.append(row(" " * 7, (text, style), (tried, "$dim")))
                self.owners.append(issue)
        return lines

    @property
    def level_shown(self) -> tuple[str, int]:
        """Issue and level under the cursor: that of the package if it would change it, else that of the text."""
        issue = max(0, self.cursor)
        new = self._new(issue)
        now = self.page.text[issue].level if self.page is not None else 0
        return self.sheet.issues[issue].id, now if new is None else new

    def _new(self, issue: int) -> int | None:
        """The level that the package would write, if it writes one."""
        return dict(self.changes).get(self.sheet.issues[issue].id)

    def _text(self, page: SeatPage, issue: int, room: int) -> tuple[str, str]:
        """The level of an issue: in brackets while nothing is agreed, with an arrow where it would change."""
        now, new = page.text[issue], self._new(issue)
        name = self.sheet.issues[issue].levels[now.level if new is None else new].title
        if new is not None:
            number, style = f"{now.level}→{new}", "bold $warn"
        elif not now.agreed:
            number, style = "[0]", ""
        else:
            number, style = str(now.level), "bold $good"
        if room < 16:
            return number, style
        return cut(f"[{name}]" if not now.agreed and new is None else f"{number} {name}", room), style

    def _by_width(self, page: SeatPage, free: int) -> int:
        """Cells for who wrote each level and when; none before anything is agreed, or without room."""
        wide = max(cell_len(spec.id) for spec in self.sheet.delegations) + len(f" R{self.sheet.rounds} ")
        wide = max(wide, cell_len(say("pane-by")) + 1)
        return wide if free >= wide and any(issue.by >= 0 for issue in page.text) else 0

    def _by(self, page: SeatPage, issue: int, room: int) -> Part:
        now = page.text[issue]
        text = say("pane-by-in", who=self.sheet.delegations[now.by].id, round=now.since) if now.by >= 0 else ""
        return (fit(text, room), "$warn" if self._is_new(issue) else "$dim")

    def _is_new(self, issue: int) -> bool:
        return self.since is not None and any(each.issue == issue for each in self.since.issues)

    def _tried(self, page: SeatPage, issue: int, room: int) -> str:
        """Who asked for which level in packages that failed, the newest last; as much as there is room for."""
        names = self.sheet.delegations
        tries = [say("pane-try", who=names[each.seat].id, **each._asdict()) for each in page.text[issue].tried]
        while tries:
            if cell_len(text := "   " + say("pane-tried", tries=", ".join(tries))) <= room:
                return text
            del tries[0]
        return ""

    def _line(self, page: SeatPage, issue: int, title: int, level: int, cell: int, you: int, by: int) -> Content:
        spec, new = self.sheet.issues[issue], self._new(issue)
        shown = page.text[issue].level if new is None else new
        text, style = self._text(page, issue, level - 1) if level else ("", "")
        parts: list[Part] = [
            (">" if new is not None else "«" if self._is_new(issue) else " ", "bold $warn"),
            (fit(spec.id, 4), "bold"),
            ("◆ " if spec.core else "  ", "$accent"),
            (fit(cut(spec.title, title - 1), title), "" if level else "bold"),
            (fit(text, level), style),
        ]
        marks = [self._mark(page, seat, issue, shown, cell) for seat in range(len(self.sheet.delegations))]
        parts += [self._by(page, issue, by), *marks] if level else [*marks, self._by(page, issue, by)]
        if you and page.own is not None:
            parts.append(self._you(page.own.values[issue], page.text[issue].level, new, you))
        return row(*parts)

    def _mark(self, page: SeatPage, seat: int, issue: int, level: int, cell: int) -> Part:
        spec = self.sheet.delegations[seat]
        settled = page.text[issue].agreed or self._new(issue) is not None
        if spec.red[issue][level]:
            mark, style = "!", "bold $bad"
        elif out := spec.out[issue][level]:
            mark, style = f"-{out}", "$warn"
        else:
            mark, style = "+", "$good"
        if not settled:
            style = "$dim"
        if not spec.principal and self.sheet.objecting_blocks(seat, issue, level):
            mark += "*"
        if seat in page.text[issue].objectors:
            mark += "x"
        return (fit(mark, cell), style)

    def _you(self, values: Sequence[int], level: int, new: int | None, width: int) -> Part:
        now = values[level]
        if new is None:
            return (right(str(now), width), "$mine")
        then = values[new]
        style = "bold $good" if then > now else "bold $bad" if then < now else "bold"
        return (right(f"{now}→{then}", width), style)

    def cursor_moved(self) -> None:
        self._subtitle()

    def on_focus(self) -> None:
        self._subtitle()

    def on_blur(self) -> None:
        self.call_later(self._subtitle)  # the focus is still here while this is told

    def _subtitle(self) -> None:
        """The legend; with the keys here, the text of the issue under the cursor."""
        if not self.has_focus or self.page is None:
            marked = self.since is not None and self.since.issues
            self.border_subtitle = Content(say("pane-legend-new") if marked else say("pane-legend"))
            return
        name, level = self.level_shown
        levels = self.sheet.issues[max(0, self.cursor)].levels
        text = say("pane-reads-issue", level=f"{name} {level}: {levels[level].title}")
        self.border_subtitle = Content(cut(text, self.size.width - 6))

    def action_read(self) -> None:
        self.post_message(self.Read(max(0, self.cursor)))

    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        if event.chain == 2:
            self.action_read()
