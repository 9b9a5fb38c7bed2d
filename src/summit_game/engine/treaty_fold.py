"""Folding what `treaty_events` says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summit_game.engine import treaty_events as ev
from summit_game.engine.actions import PAY_GOAL
from summit_game.engine.board import (
    AMENDMENT,
    BRACKETS,
    CAPITALS,
    REASONS,
    REOPENING,
    STEP_VOTE,
    VOTE,
    Capitals,
    Hesitation,
    Named,
    Package,
)
from summit_game.engine.state import State


def _reasons_called(state: State, event: ev.ReasonsCalled) -> None:
    state.phase = REASONS
    state.named_from = len(state.named)
    state.waiting = list(event.seats)


def _reason_given(state: State, event: ev.ReasonGiven) -> None:
    state.waiting.remove(event.seat)
    state.named += tuple(Named(state.round, event.seat, issue, level) for issue, level in event.changes)


def _amendment_called(state: State, event: ev.AmendmentCalled) -> None:
    state.phase = AMENDMENT
    state.waiting = [event.seat]


def _package_amended(state: State, event: ev.PackageAmended) -> None:
    state.phase = VOTE
    state.amended = True
    state.package = Package(event.seat, event.changes, event.proposals, event.concessions)
    state.waiting = list(event.voters)


def _amendment_declined(state: State, event: ev.AmendmentDeclined) -> None:
    state.waiting = []
    state.amended = True


def _capitals_called(state: State, event: ev.CapitalsCalled) -> None:
    state.phase = CAPITALS
    state.capitals = Capitals(event.seats, event.absent)


def _capital_hesitated(state: State, event: ev.CapitalHesitated) -> None:
    state.phase = CAPITALS
    state.hesitation = Hesitation(event.seat, event.short, False, 0)
    state.waiting = [event.seat]


def _step_asked(state: State, event: ev.StepAsked) -> None:
    assert state.hesitation is not None
    state.phase = STEP_VOTE
    state.hesitation = state.hesitation._replace(asked=True)
    state.package = Package(event.seat, ((event.issue, event.level),), (), ())
    state.waiting = list(event.voters)


def _step_answered(state: State, event: ev.StepAnswered) -> None:
    assert state.hesitation is not None
    assert state.package is not None
    state.phase = CAPITALS
    if event.granted:
        for issue, level in state.package.changes:
            state.text[issue] = level
        state.hesitation = state.hesitation._replace(short=state.hesitation.short - 1)
    state.package = None
    state.waiting = [event.seat]


def _capital_paid(state: State, event: ev.CapitalPaid) -> None:
    assert state.hesitation is not None
    short = state.hesitation.short - event.covers
    paid = state.hesitation.paid + (event.payment != PAY_GOAL)
    state.hesitation = state.hesitation._replace(short=short, paid=paid)
    state.waiting = [event.seat]


def _goal_given_up(state: State, event: ev.GoalGivenUp) -> None:
    own = state.own[event.seat]
    own.goal, own.goal_test = -1, None


def _capital_answered(state: State, event: ev.CapitalAnswered) -> None:
    assert state.capitals is not None
    left = tuple(seat for seat in state.capitals.left if seat != event.seat)
    absent = state.capitals.absent if event.ratified else (*state.capitals.absent, event.seat)
    state.capitals = Capitals(left, absent)
    state.hesitation = None
    state.waiting = []


def _reopening_called(state: State, event: ev.ReopeningCalled) -> None:
    state.phase = REOPENING
    state.waiting = list(event.seats)


def _issue_reopened(state: State, event: ev.IssueReopened) -> None:
    state.text[event.issue] = BRACKETS
    state.waiting.remove(event.seat)
    if all(level == BRACKETS for level in state.text):
        state.waiting = []


TREATY_FOLDS: dict[type, Callable[[State, Any], None]] = {
    ev.ReasonsCalled: _reasons_called,
    ev.ReasonGiven: _reason_given,
    ev.AmendmentCalled: _amendment_called,
    ev.PackageAmended: _package_amended,
    ev.AmendmentDeclined: _amendment_declined,
    ev.CapitalsCalled: _capitals_called,
    ev.CapitalHesitated: _capital_hesitated,
    ev.StepAsked: _step_asked,
    ev.StepAnswered: _step_answered,
    ev.CapitalPaid: _capital_paid,
    ev.GoalGivenUp: _goal_given_up,
    ev.CapitalAnswered: _capital_answered,
    ev.ReopeningCalled: _reopening_called,
    ev.IssueReopened: _issue_reopened,
}
