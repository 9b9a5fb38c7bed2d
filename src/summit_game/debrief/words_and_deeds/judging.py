"""What words were worth, and which answers were true: by the briefs and by the votes that followed."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.debrief.ledger import moved
from summit_game.debrief.model import VoteRow
from summit_game.debrief.words_and_deeds.exchanges import Run
from summit_game.debrief.words_and_deeds.rows import DECLINED, NOT_JUDGED, SHADED, TRUE
from summit_game.engine import actions as a
from summit_game.engine.board import BRACKETS
from summit_game.engine.scoring import Holding
from summit_game.engine.setting import Setting
from summit_game.engine.talk import sounded

CHANGING = (a.ACT_LET, a.ACT_TABLE, a.ACT_LATER)
"""Acts that are about a change of the text."""


def mark(setting: Setting, run: Run, votes: Sequence[VoteRow], held: Sequence[Holding]) -> str:
    """What the answer of an exchange was.

    The issue that matters most is the one on which most is still to be gained by the brief, from the text as it stood;
    the one to move on most easily, where least is. The first of all issues will do, and the first of those in brackets.
    A yes or no to a sounding, and a level that it asks for, is judged by the first vote of that round on exactly the
    package that was sounded out, with or without that level. All else is not judged.
    """
    assert run.answer is not None
    kind, *values = run.answer
    if kind == a.DECLINE:
        return DECLINED
    if run.kind in (a.ASK_FIRST, a.ASK_CHEAP):
        return TRUE if values[0] in _first_issues(run, held[run.exchange.to]) else SHADED
    return _by_vote(setting, run, votes) if run.kind == a.SOUND else NOT_JUDGED


def _first_issues(run: Run, held: Holding) -> set[int]:
    """The issues that may truly be named, by what their best level is worth over the text when it was asked."""
    text = run.exchange.text
    room = [max(row) - row[max(0, level)] for row, level in zip(held.brief.values, text, strict=True)]
    pick = max if run.kind == a.ASK_FIRST else min
    found = set()
    for some in (range(len(text)), [at for at, level in enumerate(text) if level == BRACKETS]):
        best = pick((room[at] for at in some), default=None)
        found |= {at for at in some if room[at] == best}
    return found


def _by_vote(setting: Setting, run: Run, votes: Sequence[VoteRow]) -> str:
    assert run.answer is not None
    kind, *values = run.answer
    exchange = run.exchange
    bare = dict(sounded(setting, exchange))
    written = {**bare, setting.changes[values[0]][0]: setting.changes[values[0]][1]} if kind == a.ONLY else bare
    for vote in votes:
        package = dict(vote.changes)
        after = vote.moment > run.answered and vote.round == exchange.round
        if after and vote.tabler == exchange.seat and package in (bare, written):
            passes = exchange.to not in vote.objectors
            said_so = kind == a.YES or (kind == a.ONLY and package == written)
            return TRUE if passes == said_so else SHADED
    return NOT_JUDGED


def points_of_act(
    setting: Setting, act: int, run: Run, votes: Sequence[VoteRow], held: Sequence[Holding]
) -> tuple[int, int] | None:
    """What an act of an understanding is worth to whoever offered it and to the other, in points of their briefs.

    A change counts from the text as it stood when the offer was made; to sign, as the surplus over no deal of the text
    that was first put to the question in its term. None for all other acts, and if nothing was put to the question.
    """
    exchange = run.exchange
    pair = (exchange.seat, exchange.to)
    kind, about = setting.acts[act]
    if kind in CHANGING:
        issue, level = setting.changes[about]
        one, two = (moved(held[seat], issue, exchange.text[issue], level) for seat in pair)
        return one, two
    if kind == a.ACT_SIGN:
        for vote in votes:
            if not vote.changes and vote.deltas and vote.moment > run.answered:
                return (vote.deltas[pair[0]], vote.deltas[pair[1]]) if vote.round <= exchange.round + 1 else None
    return None


def together(
    setting: Setting, acts: tuple[int, int], points: Sequence[tuple[int, int] | None]
) -> tuple[int, int] | None:
    """What two acts are worth together; the same change, or the same question, counts once. None if neither counts."""
    known = [each for each in points if each is not None]
    if len(known) == 2 and _same(setting, *acts):
        known = known[:1]
    return (sum(each[0] for each in known), sum(each[1] for each in known)) if known else None


def _same(setting: Setting, give: int, get: int) -> bool:
    (mine, change), (theirs, about) = setting.acts[give], setting.acts[get]
    if mine in CHANGING and theirs in CHANGING:
        return change == about
    return mine == theirs == a.ACT_SIGN
