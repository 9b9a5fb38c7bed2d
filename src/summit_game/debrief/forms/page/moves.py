"""Move by move, round by round: short lines with marks and letters, in which nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from summit_game.debrief.forms.page.letters import shortener
from summit_game.debrief.forms.page.render import render
from summit_game.debrief.forms.sections import SECRET, alike, happened
from summit_game.debrief.model import Debrief, Moment
from summit_game.debrief.moments import SECRET_KINDS, spoken
from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say


def moves(debrief: Debrief) -> list[tuple[str, str, Markup]]:
    """Title, id and list of every round."""
    short = shortener(debrief)
    folds = []
    for number in sorted({each.round for each in debrief.moments}):
        own = [(at, each) for at, each in enumerate(debrief.moments, 1) if each.round == number]
        found = [row for key, some in groupby(own, alike) for row in _rows(debrief, key, list(some), short)]
        rows = [_row(debrief, words, list(some)) for words, some in groupby(found, lambda each: each.words)]
        body = render("moves.html", debrief=debrief, rows=rows)
        folds.append((say("debrief_page-moves", round=number), f"round-{number}", body))
    return folds


class _Told(NamedTuple):
    """What was told of one move, or of several; the seat is -1 where the words say who it was."""

    first: int
    last: int
    seat: int
    words: str


def _rows(debrief: Debrief, key: str, some: list[tuple[int, Moment]], short: Callable[[str], str]) -> list[_Told]:
    """Several secret moves of which nothing may be told make one row."""
    if key:
        who = ", ".join(debrief.seat_ids[seat] for seat in dict.fromkeys(each.seat for _, each in some))
        return [_Told(some[0][0], some[-1][0], -1, say(f"debrief-secret-{key}", who=who))]
    return [_Told(at, at, *_words(debrief, each, short)) for at, each in some]


def _row(debrief: Debrief, words: str, some: list[_Told]) -> tuple[str, str, str]:
    """Numbers, letters and words of moves in a row of which the same is told."""
    first, last = some[0].first, some[-1].last
    who = ", ".join(debrief.seat_ids[each.seat] for each in some if each.seat >= 0)
    return (str(first) if first == last else f"{first}–{last}", who, words)


def _words(debrief: Debrief, moment: Moment, short: Callable[[str], str]) -> tuple[int, str]:
    """The seat, if the words do not say it, and what was done, with what was told besides."""
    told = [each for at, each in enumerate(moment.said) if at not in moment.repeats]
    if moment.hidden:
        told.append(say("debrief-hidden", what=" ".join(moment.hidden)))
    if told and (spoken(moment) or (moment.hidden and moment.kind in SECRET_KINDS)):
        return NOBODY, short(" ".join(told))  # they quote what was said, or tell the vote or order
    if not moment.action or moment.seat < 0 or moment.kind in SECRET:
        return NOBODY, short(" ".join(happened(debrief, moment)))
    return moment.seat, short(" ".join([f"{moment.action}.", *told]))
