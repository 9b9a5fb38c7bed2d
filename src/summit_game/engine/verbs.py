"""Verbs: what a delegation can do, declared as data (R9.5).

A verb says its id, what its arguments are and in which phase it is used. Its written form, the refusal of nonsense,
the menus and the messages of the wire follow from that. `BASIC` are those of the basic game; rule modules declare
their own. A verb of another package is written `use MODULE VERB` and numbered in the order of its module.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from summit_game.engine import actions as a
from summit_game.engine.board import (
    AMENDMENT,
    CORRIDOR,
    FINAL,
    FLOOR,
    POSTURE,
    REASONS,
    REOPENING,
    SIGNING,
    STEP_VOTE,
    VOTE,
)

if TYPE_CHECKING:
    from summit_game.engine.setting import Setting


class Kind(Enum):
    """What an argument refers to. The value is how a person calls it."""

    SEAT = "delegation"
    ISSUE = "issue"
    LEVEL = "level"
    ZONE = "zone"
    PROPOSAL = "proposal card"
    CONCESSION = "concession card"
    PRESSURE = "pressure card"
    OPTION = "option"
    CHANGE = "issue and level"
    ACT = "act"


class Needs(Enum):
    """What a delegation must be so that a verb is ever there for it."""

    NOTHING = 0
    ARMED = 1
    MONITORS = 2


class Arg(NamedTuple):
    """One argument: what it is, how many of it (`most` is only a limit of the form), and the word written before."""

    kind: Kind
    least: int = 1
    most: int = 1
    word: str = ""
    options: tuple[str, ...] = ()
    """What an `OPTION` may be."""


class Verb(NamedTuple):
    """One thing that a delegation can do.

    `id` is its written form without arguments (`order build`). `code` is what its actions begin with in a journal.
    `asks_twice`: front ends ask again before it is done. A module that declares verbs of its own leaves `code`,
    `module` and `phases` as they are: they are filled in when the module is set up.
    """

    id: str
    args: tuple[Arg, ...] = ()
    clause: str = "R9.1"
    asks_twice: bool = False
    code: tuple[int, ...] = ()
    phases: tuple[int, ...] = (FLOOR,)
    needs: Needs = Needs.NOTHING
    module: str = ""
    """The rule module that adds it; empty for the basic game."""


VOTES = (VOTE, SIGNING, FINAL, STEP_VOTE)

BASIC: tuple[Verb, ...] = (
    Verb(
        "table", (Arg(Kind.PROPOSAL), Arg(Kind.CONCESSION, 0, 2, word="with")), "R3.2", asks_twice=True, code=(a.TABLE,)
    ),
    Verb(
        "nonpaper",
        (Arg(Kind.ISSUE), Arg(Kind.LEVEL), Arg(Kind.PROPOSAL, 2, 2, word="laying")),
        "R3.3",
        asks_twice=True,
        code=(a.NONPAPER,),
    ),
    Verb("step", (Arg(Kind.CONCESSION),), "R3.6", asks_twice=True, code=(a.STEP,)),
    Verb("press", (Arg(Kind.PRESSURE),), "R3.7", asks_twice=True, code=(a.PRESS,)),
    Verb("consult", (Arg(Kind.PROPOSAL, 0, 2),), "R3.8", code=(a.CONSULT,)),
    Verb("sign", (), "R3.9", asks_twice=True, code=(a.SIGN,)),
    Verb("pass", (), "R3.10", code=(a.PASS,)),
    Verb("promise none", (), "R2.8", code=(a.PROMISE, a.NO_PROMISE), phases=(CORRIDOR,)),
    Verb("silence", (), "R4.1", asks_twice=True, code=(a.SILENCE,), phases=VOTES),
    Verb("object", (), "R4.1", asks_twice=True, code=(a.OBJECT,), phases=VOTES),
    Verb("name", (Arg(Kind.CHANGE, 0, 2),), "R4.8", code=(a.NAME,), phases=(REASONS,)),
    Verb("amend none", (), "R4.9", code=(a.AMEND, a.AMEND_NONE), phases=(AMENDMENT,)),
    Verb("amend add", (Arg(Kind.CONCESSION),), "R4.9", code=(a.AMEND, a.AMEND_ADD), phases=(AMENDMENT,)),
    Verb("amend drop", (Arg(Kind.CONCESSION),), "R4.9", code=(a.AMEND, a.AMEND_DROP), phases=(AMENDMENT,)),
    Verb("amend replace", (Arg(Kind.PROPOSAL),), "R4.9", code=(a.AMEND, a.AMEND_REPLACE), phases=(AMENDMENT,)),
    Verb(
        "amend write",
        (Arg(Kind.CHANGE), Arg(Kind.PROPOSAL, word="laying")),
        "R4.9",
        code=(a.AMEND, a.AMEND_WRITE),
        phases=(AMENDMENT,),
    ),
    Verb("reopen", (Arg(Kind.ISSUE),), "R7.4a", code=(a.REOPEN,), phases=(REOPENING,)),
    Verb("order hold", (), "R5.3", code=(a.ORDER, a.HOLD), phases=(POSTURE,)),
    Verb("order build", (Arg(Kind.ZONE),), "R5.3", code=(a.ORDER, a.BUILD), phases=(POSTURE,), needs=Needs.ARMED),
    Verb("order draw", (Arg(Kind.ZONE),), "R5.3", code=(a.ORDER, a.DRAW), phases=(POSTURE,), needs=Needs.ARMED),
)

_CODES = {a.PROMISE: 2, a.ORDER: 2, a.USE: 3, a.AMEND: 2, a.PAY: 2, a.MESSAGE: 2, a.ANSWER: 2}
"""How many numbers name the verb, where it is more than one."""


def code_of(action: a.Action) -> tuple[int, ...]:
    """The numbers that name the verb of an action."""
    return (action.verb, *action.args[: _CODES.get(action.verb, 1) - 1])


def values_of(action: a.Action) -> tuple[int, ...]:
    """The arguments of an action, without those numbers that name its verb."""
    return action.args[_CODES.get(action.verb, 1) - 1 :]


def owned(verbs: Sequence[Verb], module: str, index: int) -> tuple[Verb, ...]:
    """The verbs that a module declares, as its game numbers them. Verbs with a code of their own keep it."""
    return tuple(
        verb._replace(module=module)
        if verb.code
        else verb._replace(module=module, id=f"use {module} {verb.id}", code=(a.USE, index, at))
        for at, verb in enumerate(verbs)
    )


def shares(verb: Verb, values: Sequence[int]) -> list[tuple[Arg, Sequence[int]]] | None:
    """The values that belong to each argument, or None if they are too few or too many.

    Only the last argument of a verb may have a number of values that varies; it takes what the others leave.
    """
    spare = len(values) - sum(arg.least for arg in verb.args)
    result = []
    at = 0
    for arg in verb.args:
        count = arg.least
        if arg.most > arg.least:
            count, spare = count + max(spare, 0), min(spare, 0)
        result.append((arg, values[at : at + count]))
        at += count
    return result if spare == 0 else None


def ids_of(setting: Setting, arg: Arg) -> tuple[str, ...]:
    """The ids that an argument may be, by number. A level is its own id."""
    match arg.kind:
        case Kind.SEAT:
            return setting.seat_ids
        case Kind.ISSUE:
            return setting.issue_ids
        case Kind.ZONE:
            return setting.zones
        case Kind.PROPOSAL:
            return setting.proposal_ids
        case Kind.CONCESSION:
            return setting.concession_ids
        case Kind.PRESSURE:
            return setting.pressure_ids
        case Kind.LEVEL:
            return tuple(map(str, range(10)))
        case Kind.CHANGE:
            return setting.change_ids
        case Kind.ACT:
            return setting.act_ids
        case Kind.OPTION:
            return arg.options


class Form(NamedTuple):
    """A verb with what its values may be, made once for a game so that an action is checked quickly."""

    verb: Verb
    bounds: tuple[int, ...]
    """How many things each value that is always there can name."""
    rest: int
    """The same for the values that may follow, 0 if none may."""
    skip: int
    """Arguments of an action that name the verb, before the values."""
    runs: tuple[slice, ...]
    """Values that are written in one order, so that an action has one form (R9.5)."""

    def sound(self, values: Sequence[int]) -> bool:
        """Whether the values are as many as the verb needs and each names something of this game."""
        count = len(self.bounds)
        if len(values) != count and not (self.rest and len(values) > count):
            return False
        for value, bound in zip(values, self.bounds, strict=False):
            if not 0 <= value < bound:
                return False
        return not self.rest or all(0 <= value < self.rest for value in values[count:])

    def ordered(self, values: Sequence[int]) -> bool:
        """Whether cards of one kind are written in the order of the deck."""
        return all(list(values[run]) == sorted(values[run]) for run in self.runs)


def form_of(setting: Setting, verb: Verb) -> Form:
    """The form of a verb. Only its last argument may be there more or fewer times."""
    bounds: list[int] = []
    runs = []
    rest = 0
    for arg in verb.args:
        size, start = len(ids_of(setting, arg)), len(bounds)
        bounds += [size] * arg.least
        if arg.most > arg.least:
            rest = size
        if arg.most > 1:
            runs.append(slice(start, None if rest else len(bounds)))
    return Form(verb, tuple(bounds), rest, len(verb.code) - 1, tuple(runs))


def every_action(setting: Setting, verbs: Sequence[Verb]) -> Iterator[a.Action]:
    """Every sound action of verbs with a fixed number of arguments, legal or not, in order."""
    for verb in verbs:
        ranges = [range(len(ids_of(setting, arg))) for arg in verb.args for _ in range(arg.least)]
        for values in product(*ranges):
            yield a.Action(verb.code[0], (*verb.code[1:], *values))


def ever(setting: Setting, seat: int, verb: Verb) -> bool:
    """Whether the verb is ever there for this delegation: by what it is, and by the promises that are in play."""
    if verb.code[0] == a.PROMISE:
        return verb.code[1] == a.NO_PROMISE or verb.code[1] in setting.options.promises
    spec = setting.seat_specs[seat]
    if verb.needs is Needs.MONITORS:
        return spec.monitors
    return verb.needs is Needs.NOTHING or spec.side < 2
