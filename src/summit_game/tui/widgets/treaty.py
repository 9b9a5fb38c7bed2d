"""The treaty draft: each issue with its text, brackets where nothing is agreed, and how each delegation stands."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.engine.board import BRACKETS, Board, Changes
from summit_game.engine.view import View
from summit_game.tui.cells import Part, fit, right, row, wrap
from summit_game.tui.widgets.paper import Paper
from summit_game.words.names import Words

LEGEND = "+ in mandate  -n outside by n  ! red line  * blocks alone  x objected"


class Treaty(Paper):
    """The draft of a board; a package that is being voted on or built is written into it."""

    NAME, LETTER = "Treaty", "t"
    HELP_LINES = (
        "One line for each issue: in [brackets] while nothing is agreed; with → where a package would change it.",
        "Under each delegation: + the level is in its mandate; -2 it lies two steps outside; ! a red line;",
        "* its objection alone blocks this level (principals have the * at their name); x it objected here last time.",
        "You: what the level is worth to you. Enter reads the issue with all its levels.",
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "Read the issue", id="treaty.read")]

    class Read(Message):
        """The issue under the cursor is to be read."""

        def __init__(self, issue: int) -> None:
            super().__init__()
            self.issue = issue

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.board: Board | None = None
        self.changes: Changes = ()

    def on_mount(self) -> None:
        super().on_mount()
        self.border_subtitle = Content(LEGEND)
        self.cursor = 0

    @property
    def items(self) -> int:
        return len(self.words.setting.issues)

    def show(self, board: Board, changes: Changes = ()) -> None:
        """Show this board with a package written into it."""
        self.board, self.changes = board, changes
        self.rewrite()

    def propose(self, changes: Changes) -> None:
        """Write another package into the same board."""
        if changes != self.changes:
            self.changes = changes
            self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        board = self.board
        if board is None:
            return []
        seats = self.words.setting.seat_specs
        cell = 5 if width >= 30 + 5 * len(seats) + 30 else 4
        you = 8 if isinstance(board, View) else 0
        room = max(14, width - 6 - cell * len(seats) - you)
        title = min(28, room * 45 // 100) if room >= 26 else 0
        level = room - title
        head: list[Part] = [fit("", 6), fit("Issue", title), fit("Text", level)]
        head += [fit(f"{spec.id}{'*' if spec.principal else ''}", cell) for spec in seats]
        lines = [row((f"{''.join(map(str, head))}{right('You', you) if you else ''}", "bold $dim"))]
        self.owners = [-1]
        for issue in range(self.items):
            lines.append(self._line(board, issue, title, level, cell, you))
            self.owners.append(issue)
        if self.content_size.height >= self.items + 4:
            lines += self._detail(board, width)
            self.owners += [-1] * (len(lines) - len(self.owners))
        return lines

    def _line(self, board: Board, issue: int, title: int, level: int, cell: int, you: int) -> Content:
        spec = self.words.setting.issues[issue]
        now = board.text[issue]
        new = dict(self.changes).get(issue)
        shown = max(0, now) if new is None else new
        levels = self.words.deck.issues[issue].levels
        name = levels[shown].title
        if new is not None:
            text, style = f"{max(0, now)} → {new} {name}", "bold $warn"
        elif now == BRACKETS:
            text, style = f"[{name}]", ""
        else:
            text, style = f"{now} {name}", "bold $good"
        core = "*" if spec.core else " "
        parts: list[Part] = [
            (">" if new is not None else " ", "bold $warn"),
            (fit(spec.id, 4), "bold"),
            core,
            fit(spec.title, title - 1) + " " if title else "",
            (fit(text, level - 1) + " ", style),
        ]
        parts += [self._mark(board, seat, issue, shown, cell) for seat in self.words.setting.seats]
        if you and isinstance(board, View):
            parts.append(self._you(board, issue, new, you))
        return row(*parts)

    def _mark(self, board: Board, seat: int, issue: int, level: int, cell: int) -> Part:
        spec = self.words.setting.seat_specs[seat]
        settled = board.text[issue] != BRACKETS or issue in dict(self.changes)
        if spec.red[issue][level]:
            mark, style = "!", "bold $bad"
        elif out := spec.out[issue][level]:
            mark, style = f"-{out}", "$warn"
        else:
            mark, style = "+", "$good"
        if not settled:
            style = "$dim"
        if not spec.principal and any(r.issue == issue and level >= r.from_level for r in spec.rights):
            mark += "*"
        if self._objected(board, seat, issue):
            mark += "x"
        return (fit(mark, cell), style)

    def _objected(self, board: Board, seat: int, issue: int) -> bool:
        """Whether the seat objected the last time this issue was voted on."""
        for ballot in reversed(board.record):
            if any(at == issue for at, _ in ballot.changes):
                return seat in ballot.objectors
        return False

    def _you(self, view: View, issue: int, new: int | None, width: int) -> Part:
        values = view.held.brief.values[issue]
        now = values[view.level(issue)]
        if new is None:
            return (right(str(now), width), "$mine")
        then = values[new]
        style = "bold $good" if then > now else "bold $bad" if then < now else "bold"
        return (right(f"{now}→{then}", width), style)

    def _detail(self, board: Board, width: int) -> list[Content]:
        """The issue under the cursor: its question and its text."""
        issue = self.words.deck.issues[max(0, self.cursor)]
        new = dict(self.changes).get(max(0, self.cursor))
        shown = board.level(max(0, self.cursor)) if new is None else new
        text = wrap(f"{issue.id} {shown}: {issue.levels[shown].text}", width)
        return [row(""), *(row((line, "$dim")) for line in [*wrap(issue.question, width)[:1], *text])][:4]

    def cursor_moved(self) -> None:
        self.rewrite()

    def action_read(self) -> None:
        self.post_message(self.Read(max(0, self.cursor)))

    def clicked(self, line: int) -> None:
        pass

    def on_click(self, event: events.Click) -> None:
        super().on_click(event)
        if event.chain == 2:
            self.action_read()
