"""The sections on the deals that were possible, on what really happened and could have been, and behind questions."""

from __future__ import annotations

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, head
from summit_game.debrief.model import Closest, Deals, Debrief, WhatIf
from summit_game.debrief.real_world import IssueStory
from summit_game.debrief.your_game import your_points
from summit_game.language.catalogue import say
from summit_game.words.names import signed


def deals(debrief: Debrief) -> Section:
    """The deals that existed, the outcome among them, and what was missed."""
    found = debrief.deals
    if found is None:
        return Section("deals", "", ())
    blocks: list[Block] = [Items(tuple(_counts(found))), place(found)]
    shown = (found.outcome, *found.named)
    worth = [
        (deal.name, *map(_over, deal.values, deal.surplus), _over(sum(deal.values), sum(deal.surplus)))
        for deal in shown
    ]
    ends = (
        (say("debrief-deal-best"), *map(str, found.best), ""),
        (say("debrief-deal-no-deal"), *map(str, found.walk_away), str(sum(found.walk_away))),
    )
    columns = (*head("deal"), *debrief.seats, *head("together"))
    blocks.append(Grid(say("debrief-grid-deals"), columns, (*worth, *ends)))
    texts = ((issue, *(debrief.cell(at, each.text[at]) for each in shown)) for at, issue in enumerate(debrief.issues))
    names = (each.name for each in shown)
    blocks.append(Grid(say("debrief-grid-texts"), (*head("issue"), *names), tuple(texts)))
    blocks.append(
        Items(
            tuple(
                say("debrief-deal-definition", name=each.name, definition=each.definition, ties=each.ties)
                for each in shown
                if each.definition
            )
        )
    )
    blocks += _singles(debrief, found)
    blocks.append(Items(tuple(_closest(debrief, each, found) for each in found.closest), say("debrief-closest")))
    return Section("deals", say("debrief-title-deals"), tuple(each for each in blocks if each != Items(())))


def _over(value: int, surplus: int) -> str:
    return f"{value} ({signed(surplus)})"


def _counts(found: Deals) -> list[str]:
    return [
        say("debrief-deals-texts", count=found.texts, signable=found.signable),
        say("debrief-deals-zone", zone=found.zone, consensus=found.zone_minus_one),
        say("debrief-deals-pareto", count=found.pareto, zone=found.pareto_in_zone),
    ]


def place(found: Deals) -> str:
    """Where the outcome lies, in a sentence."""
    if found.on_front:
        return say("debrief-place-front")
    return say("debrief-place", count=found.dominating, points=found.distance)


def _singles(debrief: Debrief, found: Deals) -> list[Block]:
    if not found.single:
        return [say("debrief-no-single")]
    rows = tuple(
        (debrief.change(each.issue, each.before, each.after), *(signed(gain) for gain in each.gains))
        for each in found.single
    )
    return [Grid(say("debrief-grid-single"), (*head("change"), *debrief.seats), rows)]


def _closest(debrief: Debrief, each: Closest, found: Deals) -> str:
    who = debrief.seat(each.seat)
    if each.text is None:
        return say("debrief-closest-none", who=who)
    if not each.changed:
        return say("debrief-closest-same", who=who, surplus=signed(each.surplus))
    outcome = found.outcome.text
    changes = "; ".join(debrief.change(at, outcome[at], each.text[at]) for at in each.changed)
    return say(
        "debrief-closest-changed", who=who, count=len(each.changed), surplus=signed(each.surplus), changes=changes
    )


def stories(debrief: Debrief) -> Section:
    """What really happened, issue by issue, beside the table's text."""
    blocks: list[Block] = []
    for each in debrief.stories:
        table = f"{debrief.cell(each.issue, each.level)}. {each.level_text}".strip()
        rows = [(say("debrief-at-this-table"), "", table, source(each))]
        rows += [(said.who, said.when, said.text, said.source) for said in each.said]
        blocks.append(Grid(debrief.issues[each.issue], head("who when what source"), tuple(rows)))
    return Section("history", say("debrief-title-history"), tuple(blocks))


def source(story: IssueStory) -> str:
    """Where the table's level is from; an invented one says so."""
    own = story.invented and "invented" not in story.level_source.lower()
    return say("debrief-invented", source=story.level_source) if own else story.level_source


def whatifs(debrief: Debrief) -> Section:
    """Counterfactuals: how often each ending came out when one thing was changed."""
    blocks = [block for each in debrief.whatifs for block in whatif(debrief, each)]
    told = (say("whatif-bots"), say("about-no-forecast")) if blocks else ()
    return Section("whatif", say("debrief-title-whatif"), (*blocks, *told), lead=True)


def whatif(debrief: Debrief, tried: WhatIf) -> tuple[Block, ...]:
    """One counterfactual: a table of endings, then how it was played."""
    rows = tuple(
        (debrief.endings[share.ending], str(share.count), f"{share.percent:.1f} %",
         say("debrief-certain") if share.low == share.high
         else say("debrief-interval", low=f"{share.low:.1f}", high=f"{share.high:.1f}"))
        for share in tried.shares
    )  # fmt: skip
    certain = all(share.low == share.high for share in tried.shares)
    played = "" if certain else f" {say('debrief-played-on', at=debrief.at(tried.moment), count=tried.runs)}"
    grid = Grid(tried.title, head("ending games share interval"), rows)
    points = " ".join(each for each in (_mean_points(debrief, tried), your_points(debrief, tried)) if each)
    return (grid, points, f"{tried.how}{played}") if points else (grid, f"{tried.how}{played}")


def _mean_points(debrief: Debrief, tried: WhatIf) -> str:
    """What each delegation reached on average; empty if it is not known."""
    if not tried.points:
        return ""
    shown = ", ".join(f"{who} {points:.1f}" for who, points in zip(debrief.seats, tried.points, strict=True))
    return say("debrief-mean-points", points=shown)


def facts(debrief: Debrief) -> Section:
    """Everything that the questions for the room come from. Only if the summary has not said it all."""
    if not any(len(each.facts) > 1 for each in debrief.questions):
        return Section("facts", "", ())
    blocks = tuple(Items(each.facts, f"{number}. {each.text}") for number, each in enumerate(debrief.questions, 1))
    return Section("facts", say("debrief-title-facts"), blocks)


def aftermath(debrief: Debrief) -> Section:
    """What the deck tells of the time after the ending."""
    told = debrief.verdict[-1:] if len(debrief.verdict) > 1 else ()
    return Section("aftermath", say("debrief-title-aftermath"), told)
