"""The tracks of the table: in two lines on small screens, each with its bar and the words of its ends on wide ones."""

from __future__ import annotations

from textual.content import Content

from summit_game.engine.board import Board
from summit_game.tui.cells import bar, fit, right, row, wrap
from summit_game.tui.widgets.paper import Paper
from summit_game.words.names import Words


class Tracks(Paper):
    """Shows a board's tracks. The meaning of each is in the help of this pane and in its paper."""

    NAME, LETTER = "Tracks", "k"
    HELP_LINES = ("What moves between the delegations. Each track is told with its meaning; frozen ones do not move.",)
    DEFAULT_CSS = """
    Tracks.-strip { border: none; padding: 0 1; background: $panel; }
    Tracks.-strip:focus { border: none; background: $marked; }
    """

    def __init__(self, words: Words, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words
        self.board: Board | None = None

    def show(self, board: Board) -> None:
        """Show this board."""
        self.board = board
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        if self.board is None:
            return []
        return self._strip(width) if self.has_class("-strip") else self._list(width)

    def _strip(self, width: int) -> list[Content]:
        board = self.board
        assert board is not None
        specs = self.words.setting.tracks
        each = max(8, (width + 2) // max(1, len(specs)))
        names: list[str | tuple[str, str]] = []
        bars: list[str | tuple[str, str]] = []
        for at, spec in enumerate(specs):
            number = f"{board.tracks[at]}/{spec.high}"
            room = each - 2 - len(number) - 1
            names += [fit(spec.name, room), " ", (right(number, len(number)), "bold"), "  "]
            bars += [(bar(board.tracks[at], spec.low, spec.high, each - 2), "$mine"), "  "]
        return [row(*names), row(*bars)] if self.size.height > 1 else [row(*names)]

    def _list(self, width: int) -> list[Content]:
        board = self.board
        assert board is not None
        lines = []
        for at, spec in enumerate(self.words.setting.tracks):
            track = self.words.deck.tracks[spec.id]
            number = right(f"{board.tracks[at]}/{spec.high}", 5)
            room = max(4, width - 11 - 6 - 2 - 18)
            ends = f"{track.low or spec.low} … {track.high or spec.high}" if not spec.frozen else "frozen"
            lines.append(
                row(
                    fit(spec.name, 11),
                    (bar(board.tracks[at], spec.low, spec.high, room), "$mine"),
                    (number, "bold"),
                    "  ",
                    (fit(ends, max(0, width - 11 - room - 5 - 2)), "$dim"),
                )
            )
        return lines

    def paper(self) -> list[str]:
        """Every track with its meaning, for the reader."""
        board = self.board
        if board is None:
            return []
        result = []
        for at, spec in enumerate(self.words.setting.tracks):
            track = self.words.deck.tracks[spec.id]
            frozen = " It is frozen in this game." if spec.frozen else ""
            result.append(f"{spec.name}: {board.tracks[at]} of {spec.low} to {spec.high}. {track.meaning}{frozen}")
        return result


def wrapped(text: str, width: int, style: str = "") -> list[Content]:
    """A paragraph as lines of a pane."""
    return [row((line, style)) for line in wrap(text, width)]
