"""What each hook of a rule module must answer, and with what it is asked beyond what a game asks anyway."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, product
from typing import Any, NamedTuple

from summit_game.engine import board as b
from summit_game.engine.actions import ORDER, Action
from summit_game.engine.board import Board
from summit_game.engine.module import Limit, Line, Message, ModuleRight, RuleModule
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import ENDINGS, Setting


class Answer(NamedTuple):
    """What an answer must be, in words, and the test of it: the module, what it was asked with, the answer."""

    words: str
    holds: Callable[[RuleModule, Sequence[Any], Any], bool]


def _whole(value: object, least: int | None = None) -> bool:
    return type(value) is int and (least is None or value >= least)


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _refusal(module: RuleModule, value: object) -> bool:
    return isinstance(value, Refusal) and value.clause in module.clauses and _text(value.key)


def _line(value: object) -> bool:
    said = isinstance(value, Line) and (_text(value.text) or isinstance(value.text, Message))
    return said and _whole(value.points) and _text(value.behind)  # type: ignore[attr-defined]


def _limit(module: RuleModule, value: object) -> bool:
    return isinstance(value, Limit) and _whole(value.units, 0) and value.clause in module.clauses


def _listed(value: object, each: Callable[[Any], bool], kind: type = list) -> bool:
    return isinstance(value, kind) and all(map(each, value))  # type: ignore[call-overload]


def _rising(values: Sequence[Any]) -> bool:
    return all(first < second for first, second in pairwise(values))


def _own_actions(module: RuleModule, asked: Sequence[Any], value: object) -> bool:
    setting = asked[0].setting

    def own(each: object) -> bool:
        form = setting.form(each) if isinstance(each, Action) else None
        return form is not None and form.verb in module.own_verbs and form.sound(each.args[form.skip :])  # type: ignore[attr-defined]

    return _listed(value, own, tuple) and _rising(value)  # type: ignore[arg-type]


def _own_kinds(module: RuleModule, asked: Sequence[Any], value: object) -> bool:
    kinds = {verb.code[1] for verb in module.own_verbs if verb.code[0] == ORDER}
    return _listed(value, kinds.__contains__, tuple) and _rising(value)  # type: ignore[arg-type]


_ACTIONS = Answer("a sorted tuple of its own actions", _own_actions)
_NUMBER = Answer("a whole number", lambda module, asked, value: _whole(value))
_POSITIVE = Answer("a whole number from 0 up", lambda module, asked, value: _whole(value, 0))
_REASON = Answer(
    "None or a Refusal with one of its clauses and the key of a sentence",
    lambda module, asked, value: value is None or _refusal(module, value),
)
_LINES = Answer("a list of Line", lambda module, asked, value: _listed(value, _line))
_NOTHING = Answer("None: a happening answers nothing", lambda module, asked, value: value is None)

ANSWERS: dict[str, Answer] = {
    "rights": Answer(
        "a tuple of ModuleRight with one of its clauses",
        lambda module, asked, value: _listed(
            value, lambda each: isinstance(each, ModuleRight) and each.clause in module.clauses, tuple
        ),
    ),
    "promise_menu": _ACTIONS,
    "floor_menu": _ACTIONS,
    "hand_menu": _ACTIONS,
    "talk_menu": _ACTIONS,
    "forbids": _REASON,
    "home_loss": _POSITIVE,
    "home_reaction": _NUMBER,
    "cap": Answer(
        "None or a Limit with units from 0 up and one of its clauses",
        lambda module, asked, value: value is None or _limit(module, value),
    ),
    "order_kinds": Answer("a sorted tuple of order kinds it declares", _own_kinds),
    "incident_relief": _POSITIVE,
    "standoff_relief": _POSITIVE,
    "not_ready": _REASON,
    "no_deal_lines": _LINES,
    "score_lines": _LINES,
    "fit_lines": _LINES,
    "status": Answer(
        "a list of Message", lambda module, asked, value: _listed(value, lambda each: isinstance(each, Message))
    ),
    "explain": _REASON,
    "judges": _REASON,
    "worth": _NUMBER,
    "resolve_order": _NUMBER,
    "ratify": Answer(
        "a list of some of the signatories",
        lambda module, asked, value: _listed(value, asked[1].__contains__) and len(set(value)) == len(value),
    ),
} | dict.fromkeys(
    (
        "promised",
        "acts",
        "round_begins",
        "talk_turn",
        "consulted",
        "on_votes",
        "on_consent",
        "on_adopt",
        "incident",
        "check_promises",
        "settle",
        "on_force",
    ),
    _NOTHING,
)
"""Hook -> what it must answer."""


def _seats(setting: Setting) -> Iterable[tuple[Any, ...]]:
    return ((seat,) for seat in setting.seats)


def _zones(setting: Setting) -> Iterable[tuple[Any, ...]]:
    return ((zone,) for zone in range(len(setting.zones)))


def _homes(setting: Setting) -> Iterable[tuple[Any, ...]]:
    changes = [((at, level),) for at, issue in enumerate(setting.issues) for level in (0, issue.levels - 1)]
    return product(setting.seats, changes)


ASKED: dict[str, Callable[[Setting], Iterable[tuple[Any, ...]]]] = {
    "home_loss": _homes,
    "home_reaction": _homes,
    "cap": lambda setting: product((0, 1), range(len(setting.zones))),
    "incident_relief": _zones,
    "standoff_relief": lambda setting: [()],
    "not_ready": lambda setting: [()],
    "no_deal_lines": _seats,
    "score_lines": _seats,
    "fit_lines": lambda setting: ((ending,) for ending in range(len(ENDINGS))),
    "status": lambda setting: [()],
}
"""Questions that are put at every state, on a board that holds nothing private, and with what."""

_VOTES = (b.SIGNING, b.FINAL)
HAPPENS: dict[str, tuple[tuple[int, ...], Callable[[Board, int], tuple[Any, ...]]]] = {
    "consulted": ((b.FLOOR,), lambda board, seat: (seat,)),
    "on_votes": ((b.VOTE,), lambda board, seat: ((seat,), False)),
    "on_consent": ((b.VOTE,), lambda board, seat: ((),)),
    "on_adopt": ((b.VOTE,), lambda board, seat: ((),)),
    "incident": ((b.FLOOR,), lambda board, seat: (board.round % len(board.setting.zones), "check")),
    "ratify": (_VOTES, lambda board, seat: (tuple(board.setting.seats),)),
    "on_force": (_VOTES, lambda board, seat: ((seat,),)),
}
"""Happenings that a random game may never reach: tried once a round on a copy of the state, in these phases, with
these arguments after `Ops`."""
