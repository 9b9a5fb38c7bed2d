"""Votes: who tabled, who kept silence and who objected; beside it who let whose text pass, and the tracks."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from summit_game.debrief.forms.page.courses import tracks
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.forms.page.worth import vote_name
from summit_game.debrief.forms.svg import box, drawing
from summit_game.debrief.model import Debrief, VoteRow
from summit_game.debrief.passes import Passed, always_against, passes, tabled
from summit_game.debrief.your_game import your_game
from summit_game.language.catalogue import say

MOST = 20
"""Votes that a page of a few sheets holds."""


def votes(debrief: Debrief, whole: bool) -> Part | None:
    """The part. `whole`: every vote; else at most `MOST` of them, those that passed and signings first."""
    if not debrief.votes:
        return None
    shown = debrief.votes if whole else chosen(debrief.votes)
    drawn = [[None if each is None else (each, _bar(each)) for each in row] for row in passes(debrief)]
    body = render(
        "votes.html",
        debrief=debrief,
        rows=[(each, vote_name(debrief, each)) for each in shown],
        left=len(debrief.votes) - len(shown),
        passes=[(seat, tabled(debrief, seat), row) for seat, row in enumerate(drawn)],
        tracks=tracks(debrief),
    )
    said = told_votes(debrief)
    you = your_game(debrief).get("votes", "")
    hint = say("debrief_page-votes-marks")
    return Part("votes", say("debrief_page-votes"), say("debrief_page-named-votes"), said, body, hint, you, wide=True)


def chosen(found: Sequence[VoteRow], most: int = MOST) -> list[VoteRow]:
    """At most so many votes in order: those that passed, signings, then those with the fewest objectors."""
    ranked = sorted(found, key=lambda each: (not (each.passed or each.signing), len(each.objectors), each.moment))
    kept = ranked[:most]
    return [each for each in found if each in kept]


def told_votes(debrief: Debrief) -> tuple[str, ...]:
    """How many texts passed, and who objected to every text on an issue."""
    passed = sum(each.passed for each in debrief.votes)
    said = [say("debrief_page-votes-how", count=len(debrief.votes), passed=passed)]
    said += [
        say("debrief_page-always", who=debrief.seats[seat], issue=debrief.issues[issue])
        for seat, issue in always_against(debrief)[:2]
    ]
    return (" ".join(said),)


def _bar(found: Passed) -> Markup:
    width = 100.0 * found.silent / found.asked
    return drawing(100, 7, "", [box(0, 0, 100, 7, "seg"), box(0, 0, width, 7, "f")], "ch mt")
