"""Questions that all people at one machine read together: votes by show of hands, and what is said aloud anyway.

Nothing here is worth anything to one seat: no value of a brief, no suggestion that was made from one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summit_game.engine.board import CORRIDOR, NOBODY, REASONS, REOPENING, STEP_VOTE, VOTE, Board, Changes
from summit_game.engine.notation import ActionError, find
from summit_game.engine.queries import agreed
from summit_game.engine.verbs import VOTES, Arg, Kind
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat.ask import question_at
from summit_game.seat.meaning import stance_lines, stances
from summit_game.seat.meaning_treaty import capital_lines, changed_line
from summit_game.seat.question import Lines, Question, Row, Said
from summit_game.words.names import Words

HANDS_UP = "objections"
"""What an answer to an open vote begins with; the ids of those who object follow."""
ALOUD = (CORRIDOR, REASONS, REOPENING)
"""Phases in which a delegation says before all what it decides, one after the other (R2.8, R4.8, R7.4a)."""
OPEN = (*VOTES, *ALOUD)


def objecting(words: Words, draft: str) -> tuple[int, ...]:
    """The seats that an answer to an open vote names. Raises `ActionError` if it is none."""
    first, *ids = draft.split() or [HANDS_UP]
    if first.casefold() != HANDS_UP:
        raise ActionError(say("ask-open-no-answer"))
    return tuple(sorted({find(words.setting, Arg(Kind.SEAT), each) for each in ids}))


def open_vote(words: Words, board: Board, seats: Sequence[int], draft: str = "") -> Question:
    """Who of these seats objects: a mark for each, and the last row counts. Raises `ActionError`."""
    marked = objecting(words, draft)
    rows = []
    for seat in seats:
        others = [each for each in marked if each != seat] if seat in marked else [*marked, seat]
        label = say("ask-open-objects", who=words.seats[seat])
        mark = "[x]" if seat in marked else "[ ]"
        rows.append(Row(label, words.setting.seat_ids[seat], draft=_written(words, others), stays=True, mark=mark))
    label = say("ask-open-count", count=len(marked))
    rows.append(Row(label, "count", action=_written(words, marked), mark=" ► "))
    text, lines, changes = _about(words, board)
    named = tuple((words.setting.issue_ids[issue], level) for issue, level in changes)
    return Question(_written(words, marked), say("ask-open-title"), text, tuple(rows), -1, lines, named)


def said_aloud(words: Words, view: View, draft: str = "") -> Question:
    """What a delegation decides before all, without what it would be worth to it. Raises `ActionError`."""
    naming = view.phase == REASONS
    first = not draft.strip()
    question = question_at(words, view, "name" if naming and first else draft)
    if view.phase == CORRIDOR:
        rows = question.rows
    else:
        rows = tuple(replace(row, lines=()) for row in question.rows)
    start = question.start
    if naming and first:
        rows = (*rows, Row(say("ask-reasons-nothing"), "none", action="name"))
        start = len(rows) - 1
    elif view.phase == REOPENING:
        start = -1
    text = question.text
    if first:
        key = {CORRIDOR: "corridor", REASONS: "reasons", REOPENING: "reopening"}[view.phase]
        text = say(f"ask-open-{key}", who=words.seats[view.seat])
    package = view.package.changes if naming and view.package is not None else ()
    lines = tuple(changed_line(words, view, each) for each in package)
    return replace(question, draft="" if first else question.draft, text=text, rows=rows, lines=lines, start=start)


def _written(words: Words, seats: Sequence[int]) -> str:
    return " ".join([HANDS_UP, *(words.setting.seat_ids[seat] for seat in sorted(seats))])


def _about(words: Words, board: Board) -> tuple[str, Lines, Changes]:
    """What the vote is about, as all may know it."""
    package = board.package
    if package is None or board.phase not in (VOTE, STEP_VOTE):
        changes, tabler, text = agreed(board), board.asker, say("ask-open-signing")
    else:
        changes, tabler = package.changes, package.tabler
        key = "step" if board.phase == STEP_VOTE else "amended" if board.amended else "vote"
        text = say(f"ask-open-{key}", tabler=words.seats[tabler])
    lines = [changed_line(words, board, each) for each in changes]
    others = [each for each in stances(board, changes) if each.seat != tabler or tabler == NOBODY]
    lines += [*stance_lines(words, others), *capital_lines(words, board)]
    lines.append(Said(say("meaning-slack", slack=words.setting.options.slack), "dim"))
    return text, tuple(lines), changes
