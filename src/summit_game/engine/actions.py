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
    "message",
    "answer",
    "write",
)
(TABLE, NONPAPER, STEP, PRESS, CONSULT, RALLY, PLEDGE, SIGN, USE, PASS, PROMISE, SILENCE, OBJECT, ORDER) = range(14)
(NAME, AMEND, ASK, PAY, REOPEN, SPEND, MESSAGE, ANSWER, WRITE) = range(14, 23)

ORDERS = ("hold", "build", "exercise", "draw", "monitor")
(HOLD, BUILD, EXERCISE, DRAW, MONITOR) = range(5)

AMENDMENTS = ("none", "add", "drop", "replace", "write")
(AMEND_NONE, AMEND_ADD, AMEND_DROP, AMEND_REPLACE, AMEND_WRITE) = range(5)

PAYMENTS = ("none", "card", "pledge", "goal")
(PAY_NONE, PAY_CARD, PAY_PLEDGE, PAY_GOAL) = range(4)

PROMISES = ("none", "restraint", "no_pressure", "support", "step")
(NO_PROMISE, RESTRAINT, NO_PRESSURE, SUPPORT_PROMISE, STEP_PROMISE) = range(5)

MESSAGES = (
    *("nothing", "first", "cheap", "sign", "sound", "need", "free", "all_need", "all_free", "offer", "warn"),
    *("withdraw", "accuse", "regret_support", "regret_card"),
)
(NOTHING, ASK_FIRST, ASK_CHEAP, ASK_SIGN, SOUND, SAY_NEED, SAY_FREE, ALL_NEED, ALL_FREE, OFFER, WARN) = range(11)
(WITHDRAW, ACCUSE, REGRET_SUPPORT, REGRET_CARD) = range(11, 15)

ANSWERS = ("decline", "no", "refuse", "yes", "tell", "only", "missing", "agree", "counter_mine", "counter_yours")
(DECLINE, NO, REFUSE, YES, TELL, ONLY, MISSING, AGREE, COUNTER_MINE, COUNTER_YOURS) = range(10)
"""The first three commit to nothing and come first, so that the first answer on a menu is always such a one."""

ACTS = ("let", "table", "later", "draw", "hold", "quiet", "step", "sign", "build", "press")
(ACT_LET, ACT_TABLE, ACT_LATER, ACT_DRAW, ACT_HOLD, ACT_QUIET, ACT_STEP, ACT_SIGN, ACT_BUILD, ACT_PRESS) = range(10)
"""What messages are about: a change is `let` or tabled or kept for later, a zone is drawn in, the rest stand alone."""

PENALTIES = ("object", "press", "build", "leave")
(PENALTY_OBJECT, PENALTY_PRESS, PENALTY_BUILD, PENALTY_LEAVE) = range(4)


class Action(NamedTuple):
    """A verb and its arguments, all numbers of the setting. Actions sort by verb, then by arguments.

    table: proposal, concessions… · nonpaper: issue, level, two proposals · step: concession · press: card ·
    consult: up to two proposals · pledge: issue · use: module, option · promise: kind[, issue, level] ·
    order: kind[, zone] · name: up to two changes · amend: kind[, card][, change] · ask: change · pay: kind[, card or
    issue] · reopen: issue · message: kind[, seat, what it is about…] · answer: kind[, issue, change or act] ·
    write: change, two proposals, concessions… · the others have none. A change is an
    issue and a level from 1 (`Setting.changes`), an act is one of `Setting.acts`.
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
NO_MESSAGE_ACTION = Action(MESSAGE, (NOTHING,))
