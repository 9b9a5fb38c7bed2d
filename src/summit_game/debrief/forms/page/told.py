"""The parts of a page that are words and no picture: out of role, what followed, questions, what was said, details."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from summit_game.debrief.forms import sections as details
from summit_game.debrief.forms.blocks import Block, Grid, Section, head, yes_no
from summit_game.debrief.forms.page.front import front
from summit_game.debrief.forms.page.moves import moves
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.forms.page.worth import vote_name
from summit_game.debrief.forms.sections_deals import aftermath, deals, source
from summit_game.debrief.forms.sections_deeds import words_and_deeds
from summit_game.debrief.forms.sections_lead import scores, table
from summit_game.debrief.model import Debrief, Question
from summit_game.language.catalogue import say
from summit_game.words.names import signed


def out_of_role(debrief: Debrief) -> Part | None:
    """The words with which everybody leaves the role."""
    if not debrief.out_of_role:
        return None
    body = render("blocks.html", blocks=(debrief.out_of_role,))
    title = say("debrief-title-out-of-role")
    return Part("out-of-role", title, title, (), body)


def followed(debrief: Debrief, whole: bool) -> Part | None:
    """What followed in the real world; `whole`: also with dates and sources, folded."""
    if debrief.followed is None:
        return None
    body = render("followed.html", debrief=debrief, followed=debrief.followed, whole=whole)
    return Part("followed", say("about-followed"), say("debrief_page-named-followed"), (), body)


def questions(debrief: Debrief, asked: Sequence[Question], facts: int | None, linked: bool) -> Part | None:
    """Questions for the room, each with so many facts at most (None: all); `linked`: to the round in the moves."""
    if not asked:
        return None
    rows = []
    for each in asked:
        moment = each.moments[0] if each.moments else -1
        known = 0 <= moment < len(debrief.moments)
        rows.append((each, each.facts[:facts], debrief.moments[moment].round if known else 0, moment if known else -1))
    body = render("questions.html", rows=rows, linked=linked)
    says = (say("debrief_page-questions-how", count=len(rows)),)
    named = say("debrief_page-named-questions")
    return Part("questions", say("debrief-title-questions"), named, says, body, wide=True)


def history(debrief: Debrief) -> Part | None:
    """What was really said, folded by issue."""
    if not debrief.stories:
        return None
    body = render("history.html", debrief=debrief, stories=debrief.stories, sources=[*map(source, debrief.stories)])
    title = say("debrief-title-history")
    return Part("history", title, say("debrief_page-named-history"), (say("debrief_page-history-how"),), body)


def deeds(debrief: Debrief) -> Part | None:
    """Words and deeds, if the table talked."""
    found = words_and_deeds(debrief)
    if not found.blocks:
        return None
    first, *rest = found.blocks
    body = render("blocks.html", blocks=tuple(rest))
    says = (first,) if isinstance(first, str) else ()
    return Part("words-and-deeds", found.title, found.title, says, body)


def more(debrief: Debrief) -> Part:
    """Everything behind the pictures, folded; the moves by round."""
    makers = (
        table, scores, aftermath, details.points, details.fits, deals, details.ledger, points_of_votes,
        details.promises, details.facilitator, details.rounds,
    )  # fmt: skip
    folds = []
    for section in (make(debrief) for make in makers):
        if section.blocks:
            above = front(debrief, debrief.deals) if section.key == "deals" and debrief.deals else Markup("")
            folds.append((section.title, f"{section.key}-more", above + _blocks(section.blocks)))
    folds += moves(debrief)
    body = render("folds.html", folds=folds)
    title = say("debrief-title-details")
    return Part("more", title, title, (say("debrief_page-more-how"),), body, say("debrief_page-more-print"))


def points_of_votes(debrief: Debrief) -> Section:
    """What each vote would have meant to each delegation; empty while that is not told."""
    if not any(each.deltas for each in debrief.votes):
        return Section("votes", "", ())
    rows = tuple(
        (str(each.round), vote_name(debrief, each), debrief.seat_ids[each.tabler] if each.tabler >= 0 else "",
         yes_no(each.passed), *map(signed, each.deltas))
        for each in debrief.votes
    )  # fmt: skip
    grid = Grid(say("debrief-grid-votes"), (*head("round what by passed"), *debrief.seat_ids), rows)
    return Section("votes", say("debrief_page-votes-points"), (say("debrief-votes-how"), grid))


def _blocks(blocks: Iterable[Block]) -> Markup:
    return render("blocks.html", blocks=tuple(blocks))
