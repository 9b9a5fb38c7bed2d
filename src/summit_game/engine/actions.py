"""Actions: what a delegation can do, and the one written form of each (R9.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summit_game.engine.setting import Setting

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
)
(TABLE, NONPAPER, STEP, PRESS, CONSULT, RALLY, PLEDGE, SIGN, USE, PASS, PROMISE, SILENCE, OBJECT, ORDER) = range(14)

ORDERS = ("hold", "build", "exercise", "draw", "monitor")
(HOLD, BUILD, EXERCISE, DRAW, MONITOR) = range(5)

PROMISES = ("none", "restraint", "no_pressure", "support", "step")
(NO_PROMISE, RESTRAINT, NO_PRESSURE, SUPPORT_PROMISE, STEP_PROMISE) = range(5)


class Action(NamedTuple):
    """A verb and its arguments, all numbers of the setting. Actions sort by verb, then by arguments.

    table: proposal, concessions… · nonpaper: issue, level, two proposals · step: concession · press: card ·
    consult: up to two proposals · pledge: issue · use: module, option · promise: kind[, issue, level] ·
    order: kind[, zone] · the others have none.
    """

    verb: int
    args: tuple[int, ...] = ()


PASS_ACTION = Action(PASS)
SIGN_ACTION = Action(SIGN)
RALLY_ACTION = Action(RALLY)
SILENCE_ACTION = Action(SILENCE)
OBJECT_ACTION = Action(OBJECT)
HOLD_ACTION = Action(ORDER, (HOLD,))
NO_PROMISE_ACTION = Action(PROMISE, (NO_PROMISE,))


class ActionError(ValueError):
    """A text that is not an action; the message is one sentence that says what to write."""


def action_text(setting: Setting, action: Action) -> str:
    """The written form of an action, such as `table P-ENL-2A with C-RU-2`. `parse_action` reads it back."""
    verb, args = action
    word = VERBS[verb]
    if verb == TABLE:
        asked = f"{word} {setting.proposals[args[0]].id}"
        given = " ".join(setting.concessions[c].id for c in args[1:])
        return f"{asked} with {given}" if given else asked
    if verb == NONPAPER:
        laid = " ".join(setting.proposals[p].id for p in args[2:])
        return f"{word} {setting.issues[args[0]].id} {args[1]} laying {laid}"
    if verb == STEP:
        return f"{word} {setting.concessions[args[0]].id}"
    if verb == PRESS:
        return f"{word} {setting.pressure[args[0]].id}"
    if verb == CONSULT:
        return " ".join([word, *(setting.proposals[p].id for p in args)])
    if verb == PLEDGE:
        return f"{word} {setting.issues[args[0]].id}"
    if verb == USE:
        module = setting.modules[args[0]]
        return f"{word} {module.id} {module.options[args[1]]}"
    if verb == PROMISE:
        if args[0] == SUPPORT_PROMISE:
            return f"{word} support {setting.issues[args[1]].id} {args[2]}"
        return f"{word} {PROMISES[args[0]]}"
    if verb == ORDER:
        if args[0] == HOLD:
            return f"{word} hold"
        return f"{word} {ORDERS[args[0]]} {setting.zones[args[1]]}"
    return word


def parse_action(setting: Setting, text: str) -> Action:
    """The action that a text stands for. Case and extra spaces do not matter. Raises `ActionError`.

    The action need not be legal now: that is for `engine.legal` to say.
    """
    words = text.split()
    if not words:
        raise ActionError("nothing was written; write an action such as `pass`")
    word, rest = words[0].lower(), words[1:]
    if word not in VERBS:
        raise ActionError(f"{words[0][:30]!r} is not an action; the actions are {', '.join(VERBS)}")
    return Action(VERBS.index(word), _PARSERS[word](setting, rest))


def _find(names: tuple[str, ...], word: str, kind: str) -> int:
    folded = word.casefold()
    for at, name in enumerate(names):
        if name.casefold() == folded:
            return at
    raise ActionError(f"there is no {kind} {word[:30]!r} at this table")


def _count(rest: list[str], counts: tuple[int, ...], form: str) -> None:
    if len(rest) not in counts:
        raise ActionError(f"write it as `{form}`")


def _level(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) == 1):
        raise ActionError(f"{word[:30]!r} is not a level")
    return int(word)


def _proposals(setting: Setting, words: list[str]) -> tuple[int, ...]:
    return tuple(sorted(_find(setting.proposal_ids, word, "proposal card") for word in words))


def _table(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    form = "table PROPOSAL with CONCESSION CONCESSION"
    if len(rest) > 1 and rest[1].lower() != "with":
        raise ActionError(f"write it as `{form}`")
    if not rest or len(rest) == 2:
        raise ActionError(f"write it as `{form}`, or `table PROPOSAL` alone")
    given = sorted(_find(setting.concession_ids, word, "concession card") for word in rest[2:])
    return (_find(setting.proposal_ids, rest[0], "proposal card"), *given)


def _nonpaper(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    form = "nonpaper ISSUE LEVEL laying PROPOSAL PROPOSAL"
    _count(rest, (5,), form)
    if rest[2].lower() != "laying":
        raise ActionError(f"write it as `{form}`")
    return (_find(setting.issue_ids, rest[0], "issue"), _level(rest[1]), *_proposals(setting, rest[3:]))


def _step(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    _count(rest, (1,), "step CONCESSION")
    return (_find(setting.concession_ids, rest[0], "concession card"),)


def _press(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    _count(rest, (1,), "press CARD")
    return (_find(setting.pressure_ids, rest[0], "pressure card"),)


def _consult(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    _count(rest, tuple(range(setting.options.redraw + 1)), "consult PROPOSAL PROPOSAL")
    return _proposals(setting, rest)


def _pledge(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    _count(rest, (1,), "pledge ISSUE")
    return (_find(setting.issue_ids, rest[0], "issue"),)


def _use(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    _count(rest, (2,), "use MODULE OPTION")
    at = _find(tuple(module.id for module in setting.modules), rest[0], "rule module")
    return (at, _find(setting.modules[at].options, rest[1], "option"))


def _promise(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    if not rest:
        raise ActionError(f"write `promise` and one of {', '.join(PROMISES)}")
    kind = _find(PROMISES, rest[0], "promise")
    if kind == SUPPORT_PROMISE:
        _count(rest, (3,), "promise support ISSUE LEVEL")
        return (kind, _find(setting.issue_ids, rest[1], "issue"), _level(rest[2]))
    _count(rest, (1,), f"promise {PROMISES[kind]}")
    return (kind,)


def _order(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    if not rest:
        raise ActionError("write `order hold`, or `order`, what to do and the zone")
    kind = _find(ORDERS, rest[0], "order")
    if kind == HOLD:
        _count(rest, (1,), "order hold")
        return (kind,)
    _count(rest, (2,), f"order {ORDERS[kind]} ZONE")
    return (kind, _find(setting.zones, rest[1], "zone"))


def _bare(setting: Setting, rest: list[str]) -> tuple[int, ...]:
    if rest:
        raise ActionError(f"nothing may follow here, but {rest[0][:30]!r} does")
    return ()


_PARSERS = {
    "table": _table,
    "nonpaper": _nonpaper,
    "step": _step,
    "press": _press,
    "consult": _consult,
    "rally": _bare,
    "pledge": _pledge,
    "sign": _bare,
    "use": _use,
    "pass": _bare,
    "promise": _promise,
    "silence": _bare,
    "object": _bare,
    "order": _order,
}
