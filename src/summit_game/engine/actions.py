"""Actions: what a delegation does, as numbers. Journals hold these numbers, so they never change (R9.5)."""

from __future__ import annotations

from typing import NamedTuple

VERBS = (
    "table",
    "nonpaper",
    "step",
    "press",
    "consult",
    "rally",
    "pledge",
    "sign",
    "use",
    "pass",
    "promise",
    "silence",
    "object",
    "order",
    "name",
    "amend",
    "ask",
    "pay",
    "reopen",
    "spend",
)
(TABLE, NONPAPER, STEP, PRESS, CONSULT, RALLY, PLEDGE, SIGN, USE, PASS, PROMISE, SILENCE, OBJECT, ORDER) = range(14)
(NAME, AMEND, ASK, PAY, REOPEN, SPEND) = range(14, 20)

ORDERS = ("hold", "build", "exercise", "draw", "monitor")
(HOLD, BUILD, EXERCISE, DRAW, MONITOR) = range(5)

AMENDMENTS = ("none", "add", "drop", "replace", "write")
(AMEND_NONE, AMEND_ADD, AMEND_DROP, AMEND_REPLACE, AMEND_WRITE) = range(5)

PAYMENTS = ("none", "card", "pledge", "goal")
(PAY_NONE, PAY_CARD, PAY_PLEDGE, PAY_GOAL) = range(4)

PROMISES = ("none", "restraint", "no_pressure", "support", "step")
(NO_PROMISE, RESTRAINT, NO_PRESSURE, SUPPORT_PROMISE, STEP_PROMISE) = range(5)


class Action(NamedTuple):
    """A verb and its arguments, all numbers of the setting. Actions sort by verb, then by arguments.

    table: proposal, concessions… · nonpaper: issue, level, two proposals · step: concession · press: card ·
    consult: up to two proposals · pledge: issue · use: module, option · promise: kind[, issue, level] ·
    order: kind[, zone] · name: up to two changes · amend: kind[, card][, change] · ask: change · pay: kind[, card or
    issue] · reopen: issue · the others have none. A change is an issue and a level from 1 (`Setting.changes`).
    """

    verb: int
    args: tuple[int, ...] = ()


PASS_ACTION = Action(PASS)
SIGN_ACTION = Action(SIGN)
RALLY_ACTION = Action(RALLY)
SILENCE_ACTION = Action(SILENCE)
OBJECT_ACTION = Action(OBJECT)
HOLD_ACTION = Action(ORDER, (HOLD,))
NAME_NOTHING_ACTION = Action(NAME)
AMEND_NOTHING_ACTION = Action(AMEND, (AMEND_NONE,))
PAY_NOTHING_ACTION = Action(PAY, (PAY_NONE,))
SPEND_ACTION = Action(SPEND)
NO_PROMISE_ACTION = Action(PROMISE, (NO_PROMISE,))
