"""What the draft was worth: for each delegation its points over its own fallback, move by move, and where it tipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup

from summit_game.debrief.forms.page.letters import shortener
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.forms.svg import (
    apart,
    box,
    circle,
    drawing,
    element,
    label,
    line,
    seat_mark,
    short,
    stairs,
)
from summit_game.debrief.model import Debrief, TurningPoint, VoteRow
from summit_game.debrief.your_game import your_game
from summit_game.language.catalogue import say
from summit_game.look.marks import seat_class
from summit_game.words.names import signed

TOP, LEFT, STEP = 34.0, 34.0, 20
CHARACTER = 6.6
"""The width of a character of a label, about."""


def worth(debrief: Debrief, most: int) -> Part | None:
    """The part, with so many turning points at most; None while the game goes on, when nobody is told what a draft is
    worth to others."""
    if not debrief.moments or not debrief.moments[0].values:
        return None
    debrief = replace(debrief, turning=_largest(debrief.turning, most))
    told = told_worth(debrief)
    drawn = [_Chart(debrief, 720, 300, "ch wide", 96).drawn(told), _Chart(debrief, 360, 330, "ch thin", 54).drawn(told)]
    lettered = shortener(debrief)
    turns = [(number, each, lettered(each.words)) for number, each in enumerate(debrief.turning, 1)]
    body = render("worth.html", debrief=debrief, pictures=drawn, turns=turns)
    says = (f"{told} {say('debrief_page-worth-how')}",)
    hint = say("debrief_page-worth-hint", turns=len(debrief.turning))
    you = your_game(debrief).get("worth", "")
    return Part("worth", say("debrief_page-worth"), say("debrief_page-named-worth"), says, body, hint, you, wide=True)


def _largest(turning: Sequence[TurningPoint], most: int) -> tuple[TurningPoint, ...]:
    ranked = sorted(turning, key=lambda each: (-abs(each.after - each.before), each.moment))[:most]
    return tuple(sorted(ranked, key=lambda each: each.moment))


def over(debrief: Debrief, seat: int) -> list[int]:
    """The draft less the fallback at that moment, for each moment."""
    return [each.values[seat] - each.walk_away[seat] for each in debrief.moments]


def told_worth(debrief: Debrief) -> str:
    """The picture in a sentence: since when all were served, or whom the last draft did not serve."""
    ends = [over(debrief, seat) for seat in range(len(debrief.seats))]
    short = [seat for seat, each in enumerate(ends) if each[-1] < 0]
    if short:
        return say("debrief_page-worth-short", who=debrief.who(short), all=len(short) == len(ends))
    last = max((at for each in ends for at, value in enumerate(each) if value < 0), default=-1)
    return say("debrief_page-worth-all", round=debrief.moments[last + 1].round, always=last < 0)


class _Chart:
    """One drawing of it, of a width and a height."""

    def __init__(self, debrief: Debrief, width: float, height: float, klass: str, room: float) -> None:
        self.debrief, self.width, self.height, self.klass = debrief, float(width), float(height), klass
        self.right, self.bottom = width - room, height - 26.0
        self.lines = [over(debrief, seat) for seat in range(len(debrief.seats))]
        numbers = [0, *(value for each in self.lines for value in each)]
        self.low = min(numbers) - 4
        self.high = max(*numbers, 10) + 4
        self.narrow = width < 500

    def across(self, at: int) -> float:
        """Where a moment stands from left to right."""
        return LEFT + (self.right - LEFT) * at / max(1, len(self.debrief.moments) - 1)

    def up(self, value: float) -> float:
        """Where a number of points stands."""
        return self.bottom - (value - self.low) * (self.bottom - TOP) / (self.high - self.low)

    def drawn(self, told: str) -> Markup:
        parts = [*self._rounds(), *self._grid(), *self._curves(), *self._names(), *self._flags()]
        return drawing(self.width, self.height, f"{say('debrief_page-worth-told')} {told}", parts, self.klass)

    def _rounds(self) -> list[Markup]:
        parts = []
        numbered = groupby(enumerate(self.debrief.moments), lambda pair: pair[1].round)
        for number, some in ((number, list(some)) for number, some in numbered if number):
            start, end = self.across(some[0][0] - 1), self.across(some[-1][0])
            if number % 2:
                parts.append(box(start, TOP, end - start, self.bottom - TOP, "b"))
            name = say("debrief_page-rounds" if self.narrow else "debrief_page-round", rounds=number)
            if end - start > len(name) * CHARACTER:
                parts.append(label((start + end) / 2, self.height - 8, name, anchor="middle"))
        return parts

    def _grid(self) -> list[Markup]:
        step = STEP if self.high - self.low < 130 else 2 * STEP
        parts = []
        for value in range(-(-self.low // step) * step, self.high, step):
            y = self.up(value)
            parts.append(line(LEFT, y, self.right, y, "g" if value else "z"))
            parts.append(label(LEFT - 6, y + 4, signed(value) if value else "0", anchor="end"))
        return parts

    def _curves(self) -> list[Markup]:
        """The lines, each with its mark in the middle of every other round."""
        parts = []
        moments = self.debrief.moments
        marked = [at for at in range(1, len(moments)) if moments[at].round % 2 == 1 and self._middle(at)]
        for seat, values in enumerate(self.lines):
            points = [(self.across(at), self.up(value)) for at, value in enumerate(values)]
            parts.append(element("path", d=stairs(points), klass=f"ln {seat_class(seat)}"))
            parts += [seat_mark(seat, *points[at]) for at in marked]
        return parts

    def _middle(self, at: int) -> bool:
        moments = self.debrief.moments
        same = [each for each, moment in enumerate(moments) if moment.round == moments[at].round]
        return at == same[len(same) // 2]

    def _names(self) -> list[Markup]:
        """Who each line is and where it ends, beside its end; what no deal is, beside the line of it."""
        ends = sorted((self.up(values[-1]), seat) for seat, values in enumerate(self.lines))
        places = apart([y for y, _ in ends], 15, TOP, self.bottom)
        parts = []
        for (y, seat), place in zip(ends, places, strict=True):
            parts.append(seat_mark(seat, self.right, y, 12))
            name = f"{self.debrief.seat_ids[seat]} {signed(self.lines[seat][-1])}"
            parts.append(label(self.right + 10, place + 4, name, "t"))
        words = say("debrief_page-fallback", short=self.narrow)
        parts.append(label(LEFT + 6, self.up(0) - 5, words, "t halo"))
        return parts

    def _flags(self) -> list[Markup]:
        """Numbered flags where it tipped, with a name where there is room."""
        parts: list[Markup] = []
        places = [self.across(each.moment) for each in self.debrief.turning]
        shown = apart(places, 20, LEFT, self.right)
        for at, (x, flag, turn) in enumerate(zip(places, shown, self.debrief.turning, strict=True)):
            parts.append(line(x, TOP - 6, x, self.bottom, "dash"))
            parts.append(circle(flag, 18, 9, "fl"))
            parts.append(label(flag, 22, str(at + 1), "on", "middle"))
            room = (shown[at + 1] if at + 1 < len(shown) else self.width) - flag - 26
            words = "" if self.narrow else flag_name(self.debrief, turn)
            if words and room > 12 * CHARACTER:
                parts.append(label(flag + 13, 22, short(words, int(room / CHARACTER)), "t"))
        return parts


def flag_name(debrief: Debrief, turn: TurningPoint) -> str:
    """What a flag is called: who moved which issues to which levels; empty for other turning points."""
    vote = next((each for each in debrief.votes if each.moment == turn.moment and each.passed), None)
    if vote is None:
        return ""
    who = debrief.seat_ids[vote.tabler] if vote.tabler >= 0 else say("names-table")
    return f"{who}: {vote_name(debrief, vote)}"


def vote_name(debrief: Debrief, vote: VoteRow) -> str:
    """What was on the table, as short as it can be said."""
    if vote.signing:
        return say("debrief_page-signing")
    return " ".join(f"{debrief.issue_ids[issue]} {level}" for issue, level in vote.changes)
