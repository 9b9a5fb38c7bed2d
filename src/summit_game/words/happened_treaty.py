"""What happened between the failure of a package and its amendment, and between signing and ratification."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine import events as ev
from summit_game.engine.actions import PAYMENTS
from summit_game.engine.events import Event
from summit_game.language.catalogue import say
from summit_game.words.names import Words, listed


def tell_capital(words: Words, event: ev.CapitalVoted) -> str:
    """Whether a capital ratified: the sum with its draw, or where none is taken what it asked for (R15.5)."""
    parts = {"who": words.seats[event.seat], "ratified": event.ratified, "support": event.support}
    drawn: Sequence[int] = next((each["draw"] for each in words.deck.modules.values() if "draw" in each), (1,))
    if any(drawn):
        return say("happened-capital", **parts, draw=event.draw, penalty=event.penalty)
    asked = next(spec.numbers["need"] for spec in words.setting.modules if "pay_points" in spec.numbers) + event.penalty
    covered = event.ratified and event.support < asked
    return say("happened-capital-asks", **parts, asked=asked, penalty=event.penalty, covered=covered)


def tell_treaty(words: Words, event: Event) -> str | None:
    """The sentence of such an event; None for all others, and for what another event says already."""
    name = words.seats
    match event:
        case ev.ReasonGiven() if event.changes:
            key = "happened-reason-either" if len(event.changes) > 1 else "happened-reason"
            return say(key, who=name[event.seat], changes=words.changes(event.changes))
        case ev.ReasonGiven():
            return say("happened-reason-none", who=name[event.seat])
        case ev.PackageAmended():
            return say("happened-amended", who=name[event.seat], changes=words.changes(event.changes))
        case ev.AmendmentDeclined():
            return say("happened-amendment-declined", who=name[event.seat])
        case ev.CapitalsCalled():
            return say("happened-capitals-called", who=listed(name[seat] for seat in event.seats))
        case ev.CapitalHesitated():
            return say("happened-hesitates", who=name[event.seat], short=event.short)
        case ev.StepAsked():
            change = words.changes(((event.issue, event.level),))
            return say("happened-step-asked", who=name[event.seat], change=change)
        case ev.StepAnswered():
            return say("happened-step-granted" if event.granted else "happened-step-refused", who=name[event.seat])
        case ev.CapitalPaid():
            return say(f"happened-paid-{PAYMENTS[event.payment]}", who=name[event.seat], covers=event.covers)
        case ev.GoalGivenUp():
            return say("happened-goal-given-up", who=name[event.seat], title=words.goal(event.seat, event.goal))
        case ev.ReopeningCalled():
            return say("happened-reopening-called", who=listed(name[seat] for seat in event.seats))
        case ev.IssueReopened():
            return say("happened-reopened", who=name[event.seat], issue=words.issue(event.issue))
    return None
