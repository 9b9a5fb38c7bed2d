"""The tracks of the table: in two lines on small screens, each with its bar and the words of its ends on wide ones."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from summit_game.engine.setting import TENSION
from summit_game.language.catalogue import say
from summit_game.seat.page import SeatPage
from summit_game.tui.cells import bar, fit, right, row
from summit_game.tui.widgets.pane import Pane

NEAR = 2
"""How far below the brink a bar begins to warn."""


class Tracks(Pane):
    """Shows the tracks. The meaning of each is in the help of this pane and in its paper."""

    NAME, LETTER, HELP_LINES = "pane-tracks", "k", ("help-tracks",)
    DEFAULT_CSS = """
    Tracks.-strip { border: none; padding: 0 1; background: $panel; }
    Tracks.-strip:focus { border: none; background: $marked; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "key-read", id="tracks.read")]

    class Read(Message):
        """What the tracks mean is to be read."""

    def compose_page(self, page: SeatPage, width: int) -> list[Content]:
        return self._strip(page, width) if self.has_class("-strip") else self._list(page, width)

    def _strip(self, page: SeatPage, width: int) -> list[Content]:
        specs = self.sheet.tracks
        each = max(8, (width + 2) // max(1, len(specs)))
        moved = [self._delta(at) for at in range(len(specs))]
        # A track that moved has its sign in place of its highest value, which the bar shows too.
        numbers = [f"{page.tracks[at]}{moved[at] or f'/{spec.high}'}" for at, spec in enumerate(specs)]
        longest = max(
            (cell_len(spec.name) + 1 + len(text) for spec, text in zip(specs, numbers, strict=True)), default=0
        )
        if self.size.height > 1 and each - 2 < longest:
            return self._narrow_strip(page, numbers, each)
        names: list[str | tuple[str, str]] = []
        bars: list[str | tuple[str, str]] = []
        for at, (spec, number) in enumerate(zip(specs, numbers, strict=True)):
            room = each - 2 - len(number) - 1
            names += [fit(spec.name, room), " ", (right(number, len(number)), self._tone(at)), "  "]
            bars += [self._bar(page, at, each - 2), "  "]
        return [row(*names), row(*bars)] if self.size.height > 1 else [row(*names)]

    def _narrow_strip(self, page: SeatPage, numbers: list[str], each: int) -> list[Content]:
        """Where a name and its number do not fit side by side: the number below, with a short bar."""
        names: list[str | tuple[str, str]] = []
        bars: list[str | tuple[str, str]] = []
        for at, (spec, number) in enumerate(zip(self.sheet.tracks, numbers, strict=True)):
            names += [fit(spec.name, each - 2), "  "]
            short, style = self._bar(page, at, max(0, each - 3 - len(number)))
            bars += [(number, self._tone(at)), " ", (fit(short, each - 3 - len(number)), style), "  "]
        return [row(*names), row(*bars)]

    def _list(self, page: SeatPage, width: int) -> list[Content]:
        """Two lines for each track: bar and number, then the words of its ends under the bar."""
        specs = self.sheet.tracks
        name = min(12, max((cell_len(spec.name) for spec in specs), default=8) + 2)
        delta = 4 if any(self._delta(at) for at in range(len(specs))) else 0
        room = max(6, width - name - 6 - delta)
        lines = []
        for at, spec in enumerate(specs):
            number = right(f"{page.tracks[at]}/{spec.high}", 6)
            lines.append(
                row(
                    fit(spec.name, name),
                    self._bar(page, at, room),
                    (number, "bold"),
                    (fit(self._delta(at), delta), "bold $warn"),
                )
            )
            if self.content_size.height < 2 * len(specs):
                continue
            low, high = spec.lowest or str(spec.low), spec.highest or str(spec.high)
            space = " " * max(1, room - cell_len(low + high))
            ends = say("pane-frozen") if spec.frozen else f"{low}{space}{high}"
            lines.append(row(" " * name, (fit(ends, room), "$dim")))
        return lines

    def _before(self, at: int, now: int) -> int:
        """The value of a track when the reader decided last."""
        return next((each.before for each in self.since.tracks if each.track == at), now) if self.since else now

    def _delta(self, at: int) -> str:
        """By how much a track has moved since then; nothing if it has not."""
        by = next((each.now - each.before for each in self.since.tracks if each.track == at), 0) if self.since else 0
        return f" {say('since-up' if by > 0 else 'since-down', by=abs(by))}" if by else ""

    def _tone(self, at: int) -> str:
        return "bold $warn" if self._delta(at) else "bold"

    def _bar(self, page: SeatPage, at: int, room: int) -> tuple[str, str]:
        """The bar of a track. Where conflict may come by itself it has a `!`, and the colour warns near it."""
        spec, now = self.sheet.tracks[at], page.tracks[at]
        filled = bar(now, spec.low, spec.high, room)
        before = len(bar(self._before(at, now), spec.low, spec.high, room).rstrip("░"))
        here = len(filled.rstrip("░"))
        filled = (
            "█" * min(before, here) + "▒" * (here - before) + "╌" * (before - here) + "░" * (room - max(before, here))
        )
        if at != TENSION or page.brink < 0 or spec.frozen:
            return filled, "$mine"
        mark = len(bar(page.brink, spec.low, spec.high, room).rstrip("░")) - 1
        if 0 <= mark < room:
            filled = f"{filled[:mark]}!{filled[mark + 1 :]}"
        return filled, "bold $bad" if now >= page.brink else "$warn" if now >= page.brink - NEAR else "$mine"

    def action_read(self) -> None:
        self.post_message(self.Read())

    def paper(self) -> list[str]:
        """Every track with its meaning, for the reader."""
        if (page := self.page) is None:
            return []
        return [
            say("pane-track", name=spec.name, value=value, low=spec.low, high=spec.high, meaning=spec.meaning)
            + (f" {say('pane-track-frozen')}" if spec.frozen else "")
            + (f" {say('pane-track-brink', brink=page.brink)}" if at == TENSION and page.brink >= 0 else "")
            for at, (spec, value) in enumerate(zip(self.sheet.tracks, page.tracks, strict=True))
        ]
