"""The log: everything that happened, in words. Lines are wrapped when they come; only what is seen is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from summit_game.tui.cells import row, wrap
from summit_game.tui.widgets.paper import Paper

MOST = 2000


class Log(Paper):
    """Sentences, the newest at the bottom. It stays at the bottom unless somebody scrolls up."""

    NAME, LETTER = "Log", "l"
    HELP_LINES = ("Everything that happened, as you may know it. End goes to the newest line.",)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sentences: list[str] = []
        self._wrapped: list[Content] = []
        self._at_width = 0
        self.following = True
        """Whether new lines are scrolled to: until somebody scrolls up, and again from the end on."""
        self.hidden = False
        self.own = ""
        """The name of the delegation whose own doings are set off."""

    def tell(self, sentences: Iterable[str]) -> None:
        """Add sentences at the end, in one go."""
        new = list(sentences)
        if not new:
            return
        self.sentences += new
        if len(self.sentences) > MOST:
            del self.sentences[: len(self.sentences) - MOST]
            self._at_width = 0
        elif self._at_width:
            self._wrapped += self._wrap(new)
        self.rewrite()

    def become(self, sentences: Iterable[str], own: str = "") -> None:
        """Hold these sentences and no others; `own` is the delegation whose own doings are set off."""
        self.own = own
        self.following = True
        self.sentences = list(sentences)[-MOST:]
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
            self._wrapped = self._wrap(self.sentences)
        if self.hidden:
            return [row((line, "$dim")) for line in wrap("Hidden. Space shows it again.", width)]
        return list(self._wrapped)

    def _wrap(self, sentences: Iterable[str]) -> list[Content]:
        result = []
        for sentence in sentences:
            style = "bold" if self.own and sentence.startswith(self.own) else ""
            result += [row((line, style)) for line in wrap(sentence, self._at_width, "  ")]
        return result
