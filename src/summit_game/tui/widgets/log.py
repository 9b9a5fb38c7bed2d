"""The log: everything that happened, in words. Lines are wrapped when they come; only what is seen is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from textual.content import Content

from summit_game.language.catalogue import say
from summit_game.seat.port import Beat
from summit_game.tui.cells import row, wrap
from summit_game.tui.widgets.paper import Paper

MOST = 2000


class Log(Paper):
    """Sentences, the newest at the bottom. It stays at the bottom unless somebody scrolls up."""

    NAME, LETTER, HELP_LINES = "pane-log", "l", ("help-log",)
    from_end = True

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._told: list[tuple[str, bool]] = []
        """Sentences, and whether each tells of the reader's own doing."""
        self._wrapped: list[Content] = []
        self._at_width = 0
        self.following = True
        """Whether new lines are scrolled to: until somebody scrolls up, and again from the end on."""
        self.hidden = False

    @property
    def sentences(self) -> list[str]:
        """What it holds, the newest last."""
        return [sentence for sentence, _ in self._told]

    def tell(self, beats: Iterable[Beat]) -> None:
        """Add what was told at the end, in one go."""
        new = list(_lines(beats))
        if not new:
            return
        self._told += new
        if len(self._told) > MOST:
            del self._told[: len(self._told) - MOST]
            self._at_width = 0
        elif self._at_width:
            self._wrapped += self._wrap(new)
        self.rewrite()

    def become(self, beats: Iterable[Beat]) -> None:
        """Hold what was told in these beats and nothing else."""
        self.following = True
        self._told = list(_lines(beats))[-MOST:]
        self._at_width = 0
        self.lines = []
        self.rewrite()

    def cover(self, hidden: bool) -> None:
        """Show a word in place of the sentences, which may tell private things, or show them again."""
        if hidden != self.hidden:
            self.hidden = hidden
            self.rewrite()

    def rewrite(self) -> None:
        super().rewrite()
        if self.following and self.lines:
            self.call_after_refresh(self.scroll_end, animate=False)

    def action_move(self, by: int) -> None:
        super().action_move(by)
        self._moved(by)

    def action_turn(self, by: int) -> None:
        super().action_turn(by)
        self._moved(by)

    def action_to_end(self, end: int) -> None:
        super().action_to_end(end)
        self.following = bool(end)

    def on_mouse_scroll_up(self) -> None:
        self._moved(-1)

    def on_mouse_scroll_down(self) -> None:
        self._moved(1)

    def _moved(self, by: int) -> None:
        """Somebody scrolled: up stops following, back at the end it goes on."""
        self.following = by > 0 and self.scroll_target_y >= self.max_scroll_y

    def compose_lines(self, width: int) -> list[Content]:
        if width != self._at_width:
            self._at_width = width
            self._wrapped = self._wrap(self._told)
        if self.hidden:
            return [row((line, "$dim")) for line in wrap(say("pane-hidden"), width)]
        return list(self._wrapped)

    def _wrap(self, told: Iterable[tuple[str, bool]]) -> list[Content]:
        return [row((line, "bold" if own else "")) for text, own in told for line in wrap(text, self._at_width, "  ")]


def _lines(beats: Iterable[Beat]) -> Iterator[tuple[str, bool]]:
    for beat in beats:
        yield from zip(beat.lines, beat.own or repeat(False), strict=False)
