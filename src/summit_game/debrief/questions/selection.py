"""Questions for the room, derived from this game, and the words with which everybody leaves the role."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.debrief.model import Debrief, Question
from summit_game.debrief.moments import Told
from summit_game.debrief.questions.bargain import blockers, missed, possible, trade
from summit_game.debrief.questions.case import Case
from summit_game.debrief.questions.conduct import (
    broken,
    conflict,
    expected,
    kept,
    objections,
    still_open,
    tension,
    tipped,
)
from summit_game.words.names import Words

FEWEST, MOST = 3, 5

_Maker = Callable[[Case], Question | None]
AFTER_TREATY: tuple[_Maker, ...] = (possible, trade, blockers, missed, broken, tipped, objections)
WITHOUT_TREATY: tuple[_Maker, ...] = (conflict, possible, missed, objections, broken, tipped, trade, blockers)
ALWAYS: tuple[_Maker, ...] = (kept, tension, still_open, expected)
"""Asked only to come to three: the last three have something to say about any game."""


def questions(words: Words, told: Told, debrief: Debrief) -> tuple[Question, ...]:
    """Three to five questions, the ones that fit the ending first. The same game always gives the same."""
    case = Case(words, told, debrief)
    makers = AFTER_TREATY if case.settled else WITHOUT_TREATY
    found = [question for make in makers if (question := make(case)) is not None][:MOST]
    for make in ALWAYS:
        if len(found) < FEWEST and (question := make(case)) is not None and question not in found:
            found.append(question)
    return tuple(found)
