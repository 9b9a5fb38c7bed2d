"""Your move: the rows of what is asked on the left, what the row under the cursor means on the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.language.catalogue import say
from summit_game.seat.ask import SURE
from summit_game.seat.question import Changes, Lines, Question, Row, Said
from summit_game.tui.cells import cut, fit, literal, row, style_of, wrap
from summit_game.tui.widgets.paper import Paper

NO_NEWS, NEWS_TOO, NEWS_ALONE = range(3)
"""What happened since the last move is not shown; shown below what the question itself says; shown alone."""
Kept = tuple[list[Question], list[int], int, Lines]
"""Questions, places in them, the cursor, and what happened since the last move."""


class Move(Paper):
    """Shows a question, walks through further ones, and sends the chosen action."""

    NAME, LETTER, HELP_LINES = "pane-move", "m", ("help-move",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "key-choose", id="move.choose"),
        Binding("escape", "back", "key-back", id="move.back"),
        *(Binding(str(digit), f"row({digit})", show=False) for digit in range(1, 10)),
    ]

    @dataclass
    class Sent(Message):
        """The person has chosen an action, for good: its written form."""

        action: str

    def __init__(self, guard: float = 0.0, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.path: list[Question] = []
        self.places: list[int] = []
        self.idle: tuple[str, ...] = ()
        self.guard = guard
        """Seconds after a new question in which Enter does nothing, against a key that was meant for something else."""
        self.follow: Callable[[str], Question | None] = lambda draft: None
        """Gives the question at a draft; None if nothing like it is asked any more."""
        self.consider: Callable[[str, Changes], None] = lambda question, changes: None
        """Told what is asked and what the row under the cursor would make of the treaty. A call, not a message, so
        that draft and preview are painted in one frame."""
        self.hidden = False
        self.news: Lines = ()
        """What happened since the last move: beside the rows until the cursor moves, and when it is asked for."""
        self._news = NO_NEWS
        self._asked_at = 0.0
        self._first = 0
        self._turn = 0

    # --- from the screen -----------------------------------------------------------------------------------------

    def ask(self, question: Question, news: Lines = ()) -> None:
        """Put a new question; with what happened since the last one, which gives way as soon as the cursor moves."""
        self.path, self.places, self.news = [question], [], news
        self._asked_at = monotonic()
        self._enter(question.start, NEWS_TOO if news else NO_NEWS)

    def _further(self, draft: str, stays: bool) -> None:
        """Put the question at a draft: in the place of this one, or so that back leads to this one."""
        question = self.follow(draft)
        if question is None:
            return
        if stays:
            self.path[-1] = question
            self._enter(self.cursor)
        else:
            self.places.append(self.cursor)
            self.path.append(question)
            self._enter(question.start)

    def take_up(self, action: str) -> None:
        """Put the cursor on the row that sends an action, or ask whether to send it if no row of this question does."""
        if not self.path:
            return
        self.path, self.places = self.path[:1], []
        rows = [each.action for each in self.path[0].rows]
        self._enter(rows.index(action) if action in rows else self.path[0].start)
        if action not in rows:
            self._further(SURE + action, stays=False)

    def keep(self) -> Kept:
        """What is asked and built so far, to be put back later."""
        return self.path, self.places, self.cursor, self.news

    def put_back(self, kept: Kept) -> None:
        """Go on where `keep` was called; for the same decision only."""
        self.path, self.places, cursor, self.news = kept
        self._asked_at = monotonic()
        self._enter(cursor)

    def rest(self, *sentences: str) -> None:
        """Ask nothing; say why."""
        if self.path or self.idle != sentences:
            self.path, self.places, self.idle, self.news = [], [], sentences, ()
            self._enter(-1)

    def cover(self, hidden: bool) -> None:
        """Show a word in place of rows and preview, and take no choice; or show them again as they were."""
        if hidden != self.hidden:
            self.hidden = hidden
            self._entitle()
            self.consider_again()
            self.refresh_bindings()

    @property
    def current(self) -> Question | None:
        """The question that is shown."""
        return self.path[-1] if self.path else None

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        ask = self.current
        return ask.rows[self.cursor] if ask is not None and 0 <= self.cursor < len(ask.rows) else None

    # --- drawing -------------------------------------------------------------------------------------------------

    @property
    def items(self) -> int:
        return len(self.current.rows) if self.current is not None and not self.hidden else 0

    def compose_lines(self, width: int) -> list[Content]:
        """As many lines as the pane is high: rows and preview each have a window of their own."""
        height = max(1, self.content_size.height)
        ask = self.current
        if self.hidden:
            return [row((line, "$dim")) for line in wrap(say("pane-hidden-as-left"), width)]
        if ask is None:
            return [row((line, "$dim")) for text in self.idle for line in wrap(text, width)][:height]
        rows = [self._row(at, each) for at, each in enumerate(ask.rows)]
        if width < 60:
            return self._stacked(rows, width, height)
        left = min(max([24, *(cell_len(text) for text, _ in rows)]), width * 58 // 100)
        self._first = _window(self._first, len(rows), height, self.cursor)
        preview = self._turned(self._preview(width - left - 3), height)
        lines = []
        for at in range(height):
            owner = self._first + at
            text, style = rows[owner] if owner < len(rows) else ("", "")
            said, how = preview[at] if at < len(preview) else ("", "")
            more = "▲" if at == 0 and self._first else "▼" if at == height - 1 and owner + 1 < len(rows) else "│"
            lines.append(row((fit(text, left), style), (f" {more} ", "$line"), (said, how)))
            self.owners.append(owner if owner < len(rows) else -1)
        return lines

    def _row(self, at: int, each: Row) -> tuple[str, str]:
        number = f"{at + 1}" if at < 9 else " "
        refused = bool(each.refusal)
        sign = each.mark or ("·" if refused else " ")
        if each.mark and refused:
            sign = " · "
        return f"{number} {sign} {each.label}", "$dim" if refused else ""

    def _stacked(self, rows: list[tuple[str, str]], width: int, height: int) -> list[Content]:
        """On narrow screens the preview is below the rows."""
        shown = min(len(rows), max(1, height - 3, height // 2))
        self._first = _window(self._first, len(rows), shown, self.cursor)
        lines = []
        for at in range(self._first, self._first + shown):
            lines.append(row((cut(rows[at][0], width), rows[at][1])))
            self.owners.append(at)
        lines.append(row(("─" * width, "$line")))
        lines += [row(each) for each in self._turned(self._preview(width), max(1, height - shown - 1))]
        return lines[:height]

    def _turned(self, preview: list[tuple[str, str]], height: int) -> list[tuple[str, str]]:
        """The part of the preview that has room, with a word if there is more."""
        self._turn = min(self._turn, max(0, len(preview) - height))
        part = preview[self._turn : self._turn + height]
        if len(preview) > self._turn + height:
            part[-1] = (say("pane-more-lines", count=len(preview) - self._turn - height + 1), "$accent")
        return part

    def _preview(self, width: int) -> list[tuple[str, str]]:
        ask, chosen = self.current, self.chosen
        assert ask is not None
        lines: list[Said] = []
        if self._news != NO_NEWS:
            lines += (*ask.lines, *([Said("")] if ask.lines else [])) if self._news == NEWS_TOO else ()
            lines += self.news
        elif chosen is None:
            lines.append(Said(say("pane-choose"), "dim"))
        elif chosen.refusal:
            lines.append(Said(say("pane-not-now", why=chosen.refusal), "warn"))
        if self._news == NO_NEWS:
            lines += chosen.lines if chosen is not None and chosen.lines else ask.lines
        result = []
        for text, tone in lines:
            indent = " " * (len(text) - len(text.lstrip()))
            result += [(line, style_of(tone)) for line in wrap(text, width, indent + "  ")]
        return result

    def _entitle(self) -> None:
        ask = self.current if not self.hidden else None
        self.border_title = literal(f"{self.LETTER} {ask.title if ask is not None else self.title}")

    def _enter(self, start: int, news: int = NO_NEWS) -> None:
        self._entitle()
        self.set_reactive(Move.cursor, start)
        self._first = 0
        self._news = news
        self.consider_again()
        self.refresh()
        self.refresh_bindings()

    def cursor_moved(self) -> None:
        self._news = NO_NEWS
        self.consider_again()

    def show_news(self) -> None:
        """Show what happened since the last move in place of the preview; once more shows the preview again."""
        self._news = NO_NEWS if self._news == NEWS_ALONE or not self.news else NEWS_ALONE
        self._turn = 0
        self.rewrite()

    def consider_again(self) -> None:
        """Draw the row under the cursor and say what it would make of the treaty."""
        self._turn = 0
        self.rewrite()
        ask, chosen = self.current, self.chosen
        changes = chosen.changes if chosen is not None and chosen.changes else ask.changes if ask is not None else ()
        if ask is not None:
            self.consider(ask.text, changes)

    def show_cursor(self) -> None:
        pass

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.hidden and action in ("back", "choose"):
            return False
        if action == "back":
            return len(self.path) > 1
        return self.current is not None if action == "choose" else True

    # --- keys ----------------------------------------------------------------------------------------------------

    def action_turn(self, by: int) -> None:
        """The page keys turn the preview."""
        self._turn = max(0, self._turn + by * max(1, self.content_size.height - 2))
        self.rewrite()

    def action_row(self, number: int) -> None:
        if number <= self.items:
            self.cursor = number - 1

    def action_choose(self) -> None:
        chosen = self.chosen
        if self.hidden or chosen is None or monotonic() - self._asked_at < self.guard:
            return
        if chosen.back:
            self.action_back()
        elif chosen.refusal:
            self.app.bell()
        elif chosen.draft is not None:
            self._further(chosen.draft, chosen.stays)
        elif chosen.twice:
            self._further(SURE + chosen.action, stays=False)
        elif chosen.action:
            self.post_message(self.Sent(chosen.action))

    def action_back(self) -> None:
        if len(self.path) > 1:
            self.path.pop()
            self._enter(self.places.pop())

    def on_click(self, event: events.Click) -> None:
        event.prevent_default()  # Else the base would take the click once more, for whatever is asked by then.
        before = self.cursor
        super().on_click(event)
        if self.cursor == before and self.owner_at(event) == before:
            self.action_choose()


def _window(first: int, count: int, height: int, cursor: int) -> int:
    """The first row to show, so that the cursor is seen and no room is left empty."""
    first = min(first, max(0, count - height))
    if cursor < 0:
        return first
    return min(max(first, cursor - height + 1), cursor)
