"""What a debrief says first, and why the best fit may not be the ending: sentences that follow from its data by rule.

If no rule fits, less is said. Nothing here judges: it counts what everybody saw.
"""

from __future__ import annotations

from collections import Counter

from summit_game.debrief.board import Capital
from summit_game.debrief.model import Debrief
from summit_game.engine.board import BRACKETS
from summit_game.engine.setting import CONFLICT, ENDINGS, TENSION
from summit_game.language.catalogue import say
from summit_game.words.endings import why_not

OFTEN = 2
"""An issue is named as tried without success if it was tried at least so often."""


def opening(debrief: Debrief) -> tuple[str, ...]:
    """One to three sentences: issues agreed, what became of a treaty, the issue that was tried most without success.

    Empty before anything happened.
    """
    if not debrief.moments:
        return ()
    made = (_agreed(debrief), _treaty(debrief), _tried(debrief))
    return tuple(each for each in made if each)


def _agreed(debrief: Debrief) -> str:
    text = debrief.moments[-1].text
    count = sum(level != BRACKETS for level in text)
    return say("debrief_page-agreed", count=count, issues=len(text), all=count == len(text))


def _treaty(debrief: Debrief) -> str:
    if debrief.ending >= 0 and debrief.ending_ids[debrief.ending] == ENDINGS[CONFLICT]:
        tension = {"track": debrief.track_names[TENSION], "value": debrief.moments[-1].tracks[TENSION]}
        return say("debrief_page-conflict", round=debrief.last_round, **tension)
    put = [each for each in debrief.votes if each.signing]
    refused = [each.seat for each in last_capitals(debrief) if not each.ratified]
    if debrief.in_force:
        out = [*put[-1].objectors, *refused] if put else refused
        counted = bool(debrief.capitals)
        return say("debrief_page-in-force", out=debrief.who(out) if out else "none", capitals=counted)
    if not put:
        return say("debrief_page-never-put") if debrief.ending >= 0 else ""
    if put[-1].passed:
        return say("debrief_page-not-ratified", who=debrief.who(refused)) if refused else ""
    return say("debrief_page-signing-failed", who=debrief.who(put[-1].objectors))


def last_capitals(debrief: Debrief) -> tuple[Capital, ...]:
    """The votes of the capitals after the last signing that went to them."""
    signed = [each.moment for each in debrief.votes if each.signing and each.passed]
    return tuple(each for each in debrief.capitals if signed and each.moment >= signed[-1])


def _tried(debrief: Debrief) -> str:
    """The issue that is still in brackets though packages named it most often; none if two share that place."""
    text = debrief.moments[-1].text
    counts = Counter(issue for each in debrief.votes for issue, _ in each.changes if text[issue] == BRACKETS)
    first, second = [*counts.most_common(2), (-1, 0), (-1, 0)][:2]
    if first[1] < OFTEN or first[1] == second[1]:
        return ""
    return say("debrief_page-tried", issue=debrief.issues[first[0]], count=first[1])


def passed_over(debrief: Debrief) -> str:
    """Why the ending that fitted best is not the one that came (R8.2); empty if it is, or if nothing came."""
    if debrief.ending < 0 or not debrief.fits:
        return ""
    best = max(debrief.fits, key=lambda each: (each.points, each.ending == debrief.ending))
    if best.ending == debrief.ending:
        return ""
    came, other = (debrief.ending_ids[each] for each in (debrief.ending, best.ending))
    return why_not(came, other, debrief.endings[debrief.ending], debrief.endings[best.ending])
