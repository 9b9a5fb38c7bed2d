"""What happened between the failure of a package and its amendment, and between signing and ratification."""

from __future__ import annotations

from summit_game.engine import events as ev
from summit_game.engine.actions import PAYMENTS
from summit_game.engine.events import Event
from summit_game.language.catalogue import say
from summit_game.words.names import Words, listed, signed


def capital_sum(words: Words, event: ev.CapitalVoted) -> dict[str, object]:
    """What a capital asked for and what it had (R15.5); `covered`: it ratified because what was short was made up."""
    need = next((spec.numbers["need"] for spec in words.setting.modules if "pay_points" in spec.numbers), 0)
    asked = need + event.penalty
    covered = event.ratified and event.support + event.draw < asked
    parts = {"support": event.support, "draw": signed(event.draw) if event.draw else 0, "penalty": event.penalty}
    return {**parts, "asked": asked, "covered": covered}


def tell_treaty(words: Words, event: Event) -> str | None:
    """The sentence of such an event; None for all others, and for what another event says already."""
    name = words.seats
    match event:
        case ev.ReasonsCalled():
            return say("happened-reasons-called", who=listed(name[seat] for seat in event.seats))
        case ev.ReasonGiven() if event.changes:
            key = "happened-reason-either" if len(event.changes) > 1 else "happened-reason"
            return say(key, who=name[event.seat], changes=words.changes(event.changes))
        case ev.ReasonGiven():
            return say("happened-reason-none", who=name[event.seat])
        case ev.AmendmentCalled():
            return say("happened-amendment-called", who=name[event.seat])
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
