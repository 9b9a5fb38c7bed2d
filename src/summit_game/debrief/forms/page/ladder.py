"""The ladder of the final text: an issue a row, a level a cell, who moved it there and who tried."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from summit_game.debrief.forms.page.capitals import capitals
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.model import Debrief
from summit_game.debrief.your_game import your_game
from summit_game.engine.board import BRACKETS
from summit_game.language.catalogue import say

MOST = 3
"""Delegations that a cell names of those that tried."""


class Tries(NamedTuple):
    """The rounds in which a delegation brought an issue to a level, or tried to."""

    seat: int
    rounds: tuple[int, ...]


class Cell(NamedTuple):
    """A level of an issue: `up` on the way to the end, `end` where it stands, `open` if that is in brackets."""

    level: int
    title: str
    up: bool
    end: bool
    open: bool
    moved: tuple[Tries, ...]
    tried: tuple[Tries, ...]
    more: int
    """How many more tried."""


def ladder(debrief: Debrief, whole: bool) -> Part | None:
    """The part; `whole`: with what the capitals counted. None before anything happened."""
    if not debrief.moments:
        return None
    rows = [(issue, cells(debrief, issue)) for issue in range(len(debrief.issues))]
    body = render("ladder.html", debrief=debrief, rows=rows, capitals=capitals(debrief) if whole else Markup(""))
    over = debrief.ending >= 0
    title = say("debrief_page-text", over=over)
    hint = render("ladder_hint.html")
    says = (say("debrief_page-text-how"),)
    you = your_game(debrief).get("text", "")
    return Part("text", title, say("debrief_page-named-text"), says, body, hint, you, wide=True)


def cells(debrief: Debrief, issue: int) -> tuple[Cell, ...]:
    """The levels of an issue, from the status quo on."""
    end = debrief.moments[-1].text[issue]
    moved, tried = _moved(debrief, issue), _tried(debrief, issue)
    return tuple(
        Cell(
            level, title, end != BRACKETS and level < end, level == end, end == BRACKETS and level == 0,
            _by_seat(moved, level), _by_seat(tried, level)[:MOST], max(0, len(_by_seat(tried, level)) - MOST),
        )
        for level, title in enumerate(debrief.level_titles[issue])
    )  # fmt: skip


def _moved(debrief: Debrief, issue: int) -> list[tuple[int, int, int]]:
    """Level, seat and round of every move of the issue to a level; a package is moved by whoever tabled it."""
    tablers = {each.moment: each.tabler for each in debrief.votes if each.passed}
    found = []
    for at, (before, after) in enumerate(pairwise(debrief.moments), 1):
        if before.text[issue] != after.text[issue] != BRACKETS:
            found.append((after.text[issue], tablers.get(at, after.seat), after.round))
    return found


def _tried(debrief: Debrief, issue: int) -> list[tuple[int, int, int]]:
    """The same of every package that failed."""
    failed = [each for each in debrief.votes if not each.passed]
    return [(level, each.tabler, each.round) for each in failed for at, level in each.changes if at == issue]


def _by_seat(found: list[tuple[int, int, int]], level: int) -> tuple[Tries, ...]:
    seats = sorted({seat for at, seat, _ in found if at == level and seat >= 0})
    rounds = {seat: dict.fromkeys(r for at, who, r in found if (at, who) == (level, seat)) for seat in seats}
    return tuple(Tries(seat, tuple(rounds[seat])) for seat in seats)
