"""Move by move, round by round: short lines with marks and letters, in which nothing is said twice."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup

from summit_game.debrief.forms.page.letters import shortener
from summit_game.debrief.forms.page.render import render
from summit_game.debrief.forms.sections import SECRET, alike, happened
from summit_game.debrief.model import Debrief, Moment
from summit_game.language.catalogue import say


def moves(debrief: Debrief) -> list[tuple[str, str, Markup]]:
    """Title, id and list of every round."""
    short = shortener(debrief)
    folds = []
    for number in sorted({each.round for each in debrief.moments}):
        own = [(at, each) for at, each in enumerate(debrief.moments, 1) if each.round == number]
        rows = [row for key, some in groupby(own, alike) for row in _rows(debrief, key, list(some), short)]
        body = render("moves.html", debrief=debrief, rows=rows)
        folds.append((say("debrief_page-moves", round=number), f"round-{number}", body))
    return folds


def _rows(
    debrief: Debrief, key: str, some: list[tuple[int, Moment]], short: Callable[[str], str]
) -> list[tuple[str, int, str]]:
    """Number, seat and words; several secret moves of which nothing may be told make one row."""
    if key:
        first, last = some[0][0], some[-1][0]
        who = ", ".join(debrief.seat_ids[seat] for seat in dict.fromkeys(each.seat for _, each in some))
        where = str(first) if first == last else f"{first}–{last}"
        return [(where, -1, say(f"debrief-secret-{key}", who=who))]
    return [(str(at), each.seat, short(_words(debrief, each))) for at, each in some]


def _words(debrief: Debrief, moment: Moment) -> str:
    """What was done, and what was told besides."""
    if not moment.action or moment.seat < 0 or moment.kind in SECRET:
        return " ".join(happened(debrief, moment))
    told = [each for at, each in enumerate(moment.said) if at not in moment.repeats]
    return " ".join([f"{moment.action}.", *told, *(say("debrief-hidden", what=each) for each in moment.hidden)])
