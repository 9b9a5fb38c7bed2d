"""The game of the one person at a table of bots, in sentences that speak to this person: one for each picture."""

from __future__ import annotations

from collections.abc import Mapping

from summit_game.debrief.model import Debrief, WhatIf
from summit_game.language.catalogue import say
from summit_game.words.names import signed


def your_game(debrief: Debrief) -> Mapping[str, str]:
    """A sentence for each picture that says something about this person's delegation, by the key of its section.

    Empty if several people played, or none.
    """
    seat = debrief.you
    if seat < 0:
        return {}
    found = {"results": "", "text": _packages(debrief, seat), "votes": _objections(debrief, seat)}
    if debrief.scores:
        own = debrief.scores[seat]
        found["results"] = say(
            "debrief_page-your-result", who=debrief.seats[seat], points=own.points, surplus=signed(own.surplus)
        )
    if debrief.moments and debrief.moments[0].values:
        found["worth"] = _worth(debrief, seat)
    if debrief.deals is not None:
        better = next((each for each in debrief.deals.closest if each.seat == seat), None)
        found["deals"] = say(
            "debrief_page-your-deals",
            best=debrief.deals.best[seat],
            points=debrief.deals.outcome.values[seat],
            signs=better is not None and better.text is not None and not better.changed,
        )
    return {key: words for key, words in found.items() if words}


def _packages(debrief: Debrief, seat: int) -> str:
    own = [each for each in debrief.votes if each.tabler == seat and not each.signing]
    return say("debrief_page-your-packages", count=len(own), passed=sum(each.passed for each in own))


def _objections(debrief: Debrief, seat: int) -> str:
    asked = [each for each in debrief.votes if seat in each.voters]
    if not asked:
        return ""
    objected = [each for each in asked if seat in each.objectors]
    return say(
        "debrief_page-your-objections",
        count=len(asked),
        objected=len(objected),
        alone=sum(each.objectors == (seat,) for each in objected),
    )


def _worth(debrief: Debrief, seat: int) -> str:
    over = [each.values[seat] - each.walk_away[seat] for each in debrief.moments]
    since = next((at for at in range(len(over)) if all(each >= 0 for each in over[at:])), -1)
    how = "never" if max(over) < 0 else "lost" if since < 0 else "always" if since == 0 else "since"
    round_ = debrief.moments[since].round
    return say("debrief_page-your-worth", how=how, round=round_, last=signed(over[-1]))


def your_points(debrief: Debrief, tried: WhatIf) -> str:
    """What this person's delegation would have reached in a counterfactual, on average; empty if it is not known."""
    if debrief.you < 0 or not tried.points:
        return ""
    return say("debrief_page-your-points", points=f"{tried.points[debrief.you]:.1f}", runs=tried.runs)
