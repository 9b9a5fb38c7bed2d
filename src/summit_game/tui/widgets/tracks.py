"""The tracks of the table: in two lines on small screens, each with its bar and the words of its ends on wide ones."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.seat.page import SeatPage
from summit_game.seat.sheet import GameSheet
from summit_game.tui.cells import bar, fit, right, row
from summit_game.tui.widgets.paper import Paper


class Tracks(Paper):
    """Shows the tracks. The meaning of each is in the help of this pane and in its paper."""

    NAME, LETTER = "Tracks", "k"
    HELP_LINES = ("What the talks have done to the world so far. Enter reads what each track means.",)
    DEFAULT_CSS = """
    Tracks.-strip { border: none; padding: 0 1; background: $panel; }
    Tracks.-strip:focus { border: none; background: $marked; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "Read", id="tracks.read")]

    class Read(Message):
        """What the tracks mean is to be read."""

    def __init__(self, sheet: GameSheet, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sheet = sheet
        self.page: SeatPage | None = None

    def show(self, page: SeatPage) -> None:
        """Show this page."""
        self.page = page
        self.rewrite()

    def compose_lines(self, width: int) -> list[Content]:
        if self.page is None:
            return []
        return self._strip(width) if self.has_class("-strip") else self._list(width)

    def _strip(self, width: int) -> list[Content]:
        page = self.page
        assert page is not None
        specs = self.sheet.tracks
        each = max(8, (width + 2) // max(1, len(specs)))
        numbers = [f"{page.tracks[at]}/{spec.high}" for at, spec in enumerate(specs)]
        longest = max(
            (cell_len(spec.name) + 1 + len(text) for spec, text in zip(specs, numbers, strict=True)), default=0
        )
        if self.size.height > 1 and each - 2 < longest:
            return self._narrow_strip(each)
        names: list[str | tuple[str, str]] = []
        bars: list[str | tuple[str, str]] = []
        for at, spec in enumerate(specs):
            number = numbers[at]
            room = each - 2 - len(number) - 1
            names += [fit(spec.name, room), " ", (right(number, len(number)), "bold"), "  "]
            bars += [(bar(page.tracks[at], spec.low, spec.high, each - 2), "$mine"), "  "]
        return [row(*names), row(*bars)] if self.size.height > 1 else [row(*names)]

    def _narrow_strip(self, each: int) -> list[Content]:
        """Where a name and its number do not fit side by side: the number below, with a short bar."""
        page = self.page
        assert page is not None
        names: list[str | tuple[str, str]] = []
        bars: list[str | tuple[str, str]] = []
        for at, spec in enumerate(self.sheet.tracks):
            number = f"{page.tracks[at]}/{spec.high}"
            names += [fit(spec.name, each - 2), "  "]
            short = bar(page.tracks[at], spec.low, spec.high, max(0, each - 3 - len(number)))
            bars += [(number, "bold"), " ", (fit(short, each - 3 - len(number)), "$mine"), "  "]
        return [row(*names), row(*bars)]

    def _list(self, width: int) -> list[Content]:
        """Two lines for each track: bar and number, then the words of its ends under the bar."""
        page = self.page
        assert page is not None
        specs = self.sheet.tracks
        name = min(12, max((cell_len(spec.name) for spec in specs), default=8) + 2)
        room = max(6, width - name - 6)
        lines = []
        for at, spec in enumerate(specs):
            number = right(f"{page.tracks[at]}/{spec.high}", 6)
            filled = bar(page.tracks[at], spec.low, spec.high, room)
            lines.append(row(fit(spec.name, name), (filled, "$mine"), (number, "bold")))
            if self.content_size.height < 2 * len(specs):
                continue
            low, high = spec.lowest or str(spec.low), spec.highest or str(spec.high)
            ends = "frozen in this game" if spec.frozen else f"{low}{' ' * max(1, room - cell_len(low + high))}{high}"
            lines.append(row(" " * name, (fit(ends, room), "$dim")))
        return lines

    def action_read(self) -> None:
        self.post_message(self.Read())

    def paper(self) -> list[str]:
        """Every track with its meaning, for the reader."""
        page = self.page
        if page is None:
            return []
        result = []
        for at, spec in enumerate(self.sheet.tracks):
            frozen = " It is frozen in this game." if spec.frozen else ""
            result.append(f"{spec.name}: {page.tracks[at]} of {spec.low} to {spec.high}. {spec.meaning}{frozen}")
        return result
