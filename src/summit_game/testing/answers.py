"""What every hook must answer: each one that a module overrides is asked at every state of the games of a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from summit_game.engine.actions import PASS_ACTION, Action
from summit_game.engine.hooks import COMBINED, Combine, Rules
from summit_game.engine.module import Limit, Line, Message, RuleModule
from summit_game.engine.play import legal
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import ENDINGS
from summit_game.engine.state import State

Check = Callable[[Any], bool]


def _whole(answer: Any) -> bool:
    return type(answer) is int


def _all_of(kind: type, outer: type[list[Any]] | type[tuple[Any, ...]]) -> Check:
    return lambda answer: isinstance(answer, outer) and all(isinstance(each, kind) for each in answer)


def _refusal(answer: Any) -> bool:
    return answer is None or (isinstance(answer, Refusal) and bool(answer.clause and answer.key))


def _limit(answer: Any) -> bool:
    return answer is None or (isinstance(answer, Limit) and type(answer.units) is int and answer.units >= 0)


def _lines(answer: Any) -> bool:
    return _all_of(Line, list)(answer) and all(type(each.points) is int for each in answer)


def _sorted_actions(answer: Any) -> bool:
    return _all_of(Action, tuple)(answer) and all(first < second for first, second in pairwise(answer))


ANSWERS: dict[str, tuple[str, Check, str]] = {
    "promise_menu": ("seat", _sorted_actions, "a tuple of actions, sorted, each once"),
    "floor_menu": ("seat", _sorted_actions, "a tuple of actions, sorted, each once"),
    "forbids": ("seat action", _refusal, "a Refusal with a clause and a reason, or None"),
    "home_loss": ("seat changes", _whole, "a whole number"),
    "home_reaction": ("seat changes", _whole, "a whole number"),
    "cap": ("side zone", _limit, "a Limit of 0 units or more, or None"),
    "order_kinds": ("seat zone", _all_of(int, tuple), "a tuple of whole numbers"),
    "incident_relief": ("zone", _whole, "a whole number"),
    "standoff_relief": ("", _whole, "a whole number"),
    "not_ready": ("", _refusal, "a Refusal with a clause and a reason, or None"),
    "no_deal_lines": ("seat", _lines, "a list of Line with whole points"),
    "score_lines": ("seat", _lines, "a list of Line with whole points"),
    "fit_lines": ("ending", _lines, "a list of Line with whole points"),
    "status": ("", _all_of(Message, list), "a list of Message"),
}
"""Hook -> what it is asked with besides the board, whether an answer is one, and what it should be."""


def asked(state: State, seat: int, what: str) -> Iterator[tuple[Any, ...]]:
    """What a hook is asked with at a state: for every side and zone, and for the seat that must act."""
    setting = state.setting
    zones = range(len(setting.zones))
    match what:
        case "":
            yield ()
        case "seat":
            yield from ((each,) for each in setting.seats)
        case "seat action":
            yield from ((seat, action) for action in (*legal(state, seat)[:3], PASS_ACTION))
        case "seat changes":
            yield from (
                (each, ((at, issue.levels - 1),)) for each in setting.seats for at, issue in enumerate(setting.issues)
            )
        case "side zone":
            yield from ((side, zone) for side in range(2) for zone in zones)
        case "seat zone":
            yield from ((seat, zone) for zone in setting.seat_specs[seat].zones)
        case "zone":
            yield from ((zone,) for zone in zones)
        case "ending":
            yield from ((ending,) for ending in range(len(ENDINGS)))


def faults(module: RuleModule, state: State, seat: int) -> Iterator[str]:
    """What is wrong with what the module answers at this state."""
    for name, (what, fits, wanted) in ANSWERS.items():
        if getattr(type(module), name) is getattr(RuleModule, name):
            continue
        for args in asked(state, seat, what):
            answer = getattr(module, name)(state, *args)
            if not fits(answer):
                yield f"`{name}` gives {answer!r}, not {wanted}"


def watch(rules: Rules, module: RuleModule, fault: Callable[[str], Any]) -> None:
    """From now on, say it if a happening of the module answers something; `ratify` must name signatories."""

    def watched(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def asked_now(*args: Any) -> Any:
            answer = call(*args)
            if name == "ratify":
                if not _all_of(int, list)(answer) or not set(answer) <= set(args[1]):
                    fault(f"`ratify` gives {answer!r}, not a list of those signatories that do not ratify")
            elif answer is not None:
                fault(f"`{name}` gives {answer!r}, but a happening answers nothing")
            return answer

        return asked_now

    for name, how in COMBINED.items():
        if how is Combine.EACH or name == "ratify":
            hooks = getattr(rules.hooks, name)
            own = [watched(name, each) if getattr(each, "__self__", None) is module else each for each in hooks]
            object.__setattr__(rules.hooks, name, tuple(own))
