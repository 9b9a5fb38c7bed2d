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

OUT_OF_ROLE = (
    "Now leave the role. Put the brief aside and speak for yourself, under your own name. Each names one thing that "
    "the delegation wanted and that you as a person do not share. What you played was a model: it leaves out most of "
    "what real decisions weigh, and whoever sat for a delegation is not that delegation. The events of the real world "
    "that a game may point to are not a game; they happen to people."
)
"""Read by the facilitator before the questions about the real world."""


def questions(words: Words, told: Told, debrief: Debrief) -> tuple[Question, ...]:
    """Three to five questions, the ones that fit the ending first. The same game always gives the same."""
    case = Case(words, told, debrief)
    makers = AFTER_TREATY if case.settled else WITHOUT_TREATY
    found = [question for make in makers if (question := make(case)) is not None][:MOST]
    for make in ALWAYS:
        if len(found) < FEWEST and (question := make(case)) is not None and question not in found:
            found.append(question)
    return tuple(found)
