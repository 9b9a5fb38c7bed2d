"""Page 4, above: every moment as one column; letters for what each delegation did, tracks, and where we are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from rich.cells import cell_len
from textual import events
from textual.content import Content

from summit_game.debrief.model import Debrief, Moment
from summit_game.debrief.moments import spoken
from summit_game.engine.board import BRACKETS
from summit_game.language.catalogue import say
from summit_game.tui.cells import Part, cut, fit, right, row
from summit_game.tui.debrief.blocks import texts
from summit_game.tui.debrief.panes import DebriefPane, See, flow
from summit_game.words.names import capital

LETTERS = {
    "table": "P",
    "nonpaper": "N",
    "step": "s",
    "press": "!",
    "consult": "c",
    "rally": "r",
    "pledge": "g",
    "sign": "S",
    "use": "u",
    "pass": ".",
    "promise": "p",
    "silence": "a",
    "object": "x",
    "vote": "v",
    "order": "d",
    "deal": "=",
    "inject": "i",
    "track": "t",
    "message": ">",
    "answer": "<",
    "write": "w",
    "other": "*",
}
"""Kind of a moment -> its letter."""
STEPS = "▁▂▃▄▅▆▇█"
BREAK = -1
"""A column between two rounds."""


def letter(moment: Moment) -> str:
    """The letter for what was done."""
    return LETTERS.get(spoken(moment) or moment.kind, LETTERS["other"])


def talk_moments(debrief: Debrief) -> list[int]:
    """The moments at which a message or an answer was given of which anything may be told, and those at which all saw
    that words were kept or broken."""
    said = {at for at, each in enumerate(debrief.moments) if spoken(each) and (each.said or each.hidden)}
    seen = debrief.words_and_deeds.seen if debrief.words_and_deeds is not None else ()
    return sorted(said | {each.moment for each in seen})


def meanings(letters: Iterable[str]) -> list[str]:
    """What letters mean, each with its letter in front."""
    kinds = {mark: kind for kind, mark in LETTERS.items()}
    return [f"{mark} {say('debrief_screen-letter', kind=kinds[mark])}" for mark in dict.fromkeys(letters)]


def columns_of(moments: tuple[Moment, ...]) -> list[int]:
    """The numbers of the moments with a break between rounds."""
    result: list[int] = []
    for _, group in groupby(range(len(moments)), lambda at: moments[at].round):
        result += ([BREAK] if result else []) + list(group)
    return result


def window(columns: int, at: int, width: int) -> int:
    """The first column that is shown, so that column `at` is seen, in the middle where that is possible."""
    return max(0, min(at - width // 2, columns - width))


class TimelinePane(DebriefPane):
    """The line of play. It moves along with the moment that is looked at."""

    NAME, HELP_LINES = "debrief_screen-timeline", ("debrief_screen-help-timeline", "debrief_screen-help-letters")

    at = 0
    _shown: Sequence[int] = ()
    _label, _cell, _room = 0, 1, 0

    @property
    def title(self) -> str:
        if self.debrief is None or not self.debrief.moments:
            return super().title
        return say("debrief_screen-moment-of", at=self.at + 1, count=len(self.debrief.moments))

    def lines_wanted(self, debrief: Debrief, whole: bool) -> int:
        """How many lines it takes to see what was done and the first two tracks, or the `whole` of it."""
        first = len(debrief.seats) + 3 + self._acted_at_table(debrief) + min(2, len(debrief.track_names))
        return first + max(0, len(debrief.track_names) - 2) + bool(debrief.turning) + 2 if whole else first

    def step(self, at: int) -> None:
        """Look at another moment."""
        self.at = at
        self.rewrite()
        self.border_title = Content(self.title)

    @staticmethod
    def _acted_at_table(debrief: Debrief) -> bool:
        return any(each.seat < 0 and each.kind != "deal" for each in debrief.moments)

    def told(self, debrief: Debrief, width: int) -> list[Content]:
        if not debrief.moments:
            return texts(say("debrief_screen-nothing-yet"), width, "$dim")
        self._label = 30 if width >= 100 else 15
        self._room = room = max(4, width - self._label)
        columns = columns_of(debrief.moments)
        self._cell = 2 if len(columns) * 2 <= room else 1
        cells = room // self._cell
        first = window(len(columns), columns.index(self.at), cells)
        self._shown = columns[first : first + cells]
        more = first > 0, first + cells < len(columns)
        lines = [self._rounds(debrief.moments, more)]
        for seat in range(len(debrief.seats)):
            lines.append(self._line(self._head(debrief, seat), self._letters(debrief.moments, seat)))
        if self._acted_at_table(debrief):
            lines.append(self._line(fit(capital(say("names-table")), self._label), self._letters(debrief.moments, -1)))
        lines.append(self._here(debrief.moments))
        now = debrief.moments[self.at]
        agreed = [sum(level != BRACKETS for level in each.text) for each in debrief.moments]
        agreed_now = self._valued(say("debrief_screen-agreed"), agreed[self.at])
        lines.append(self._line(agreed_now, lambda at: steps(agreed[at], 0, len(debrief.issues))))
        for track, name in enumerate(debrief.track_names):
            head = self._valued(name, now.tracks[track])
            lines.append(self._line(head, self._track(debrief.moments, track, *debrief.track_ranges[track])))
        if debrief.turning:
            tipped = {each.moment for each in debrief.turning}
            head = fit(cut(say("debrief_screen-turning"), self._label - 1), self._label)
            lines.append(self._line(head, lambda at: "*" if at in tipped else " "))
        return lines + flow(meanings(map(letter, debrief.moments)), width, "$dim")

    def _head(self, debrief: Debrief, seat: int) -> str:
        short, name = debrief.seat_ids[seat], debrief.seat(seat)
        whole = self._label - 1
        return fit(name if cell_len(name) <= whole else cut(f"{short} {name}", whole), self._label)

    def _valued(self, name: str, value: int) -> str:
        """A name with the value at the moment that is looked at."""
        return fit(cut(name, self._label - 5), self._label - 4) + right(str(value), 3) + " "

    @staticmethod
    def _letters(moments: tuple[Moment, ...], seat: int) -> Callable[[int], str]:
        return lambda at: letter(moments[at]) if moments[at].seat == seat else "·"

    @staticmethod
    def _track(moments: tuple[Moment, ...], track: int, low: int, high: int) -> Callable[[int], str]:
        return lambda at: steps(moments[at].tracks[track], low, high)

    def _line(self, head: str, cell: Callable[[int], str]) -> Content:
        parts: list[Part] = [(head, "bold")]
        for at in self._shown:
            if at == BREAK:
                parts.append((fit("│", self._cell), "$line"))
                continue
            mark = cell(at)
            if at == self.at:
                parts += [(mark, "bold $chosen-text on $chosen"), " " * (self._cell - 1)]
            else:
                parts.append((fit(mark, self._cell), "" if mark not in "·" else "$dim"))
        return row(*parts)

    def _rounds(self, moments: tuple[Moment, ...], more: tuple[bool, bool]) -> Content:
        """The rounds where each begins in what is shown, or their numbers; arrows where more is to be seen."""
        text = ""
        starts = [*self._starts(moments), (self._room, 0)]
        for (start, number), (end, _) in pairwise(starts):
            name = say("debrief_screen-round", round=number)
            text = fit(text, start) + (name if cell_len(name) < end - start else str(number) if number else "")
        before, after = ("‹" if more[0] else " "), ("›" if more[1] else " ")
        return row((fit("", self._label - 1) + before, "bold"), (fit(text, self._room - 1) + after, "bold $dim"))

    def _starts(self, moments: tuple[Moment, ...]) -> Iterator[tuple[int, int]]:
        before = None
        for place, at in enumerate(self._shown):
            if at != BREAK and moments[at].round != before:
                before = moments[at].round
                yield place * self._cell, before

    def _here(self, moments: tuple[Moment, ...]) -> Content:
        place = self._shown.index(self.at) * self._cell
        now = moments[self.at]
        same = [at for at, each in enumerate(moments) if each.round == now.round]
        words = say("debrief_screen-here", round=now.round, at=same.index(self.at) + 1, count=len(same))
        if place + len(words) + 2 <= self._room:
            text = " " * place + "^ " + words
        elif place > len(words):
            text = " " * (place - len(words) - 1) + words + " ^"
        else:
            text = " " * place + "^"
        return row(" " * self._label, (text, "bold $accent"))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.x < self._label:
            return
        place = (offset.x - self._label) // self._cell
        if place < len(self._shown) and self._shown[place] != BREAK:
            self.post_message(See(self._shown[place]))


def steps(value: int, low: int, high: int) -> str:
    """A value as the height of a block."""
    share = (min(max(value, low), high) - low) / max(1, high - low)
    return STEPS[round(share * (len(STEPS) - 1))]
