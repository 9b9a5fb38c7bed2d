"""For authors of rule modules: `check_module` plays random games with a module and says what is wrong with it."""

from __future__ import annotations

import random
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from itertools import pairwise
from types import ModuleType
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError

from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.deck.models import Deck
from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR, OVER
from summit_game.engine.fold import fold
from summit_game.engine.hooks import Hooks
from summit_game.engine.legal import menu
from summit_game.engine.module import RuleModule
from summit_game.engine.notation import ActionError, action_text, parse_action
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.refusal import Refusal
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.verbs import Arg, Kind, Verb, every_action
from summit_game.engine.view import view
from summit_game.rules.registry import built_in, registry
from summit_game.testing import answers

MOST_DECISIONS = 5000
"""A game that asks for more decisions than this does not end."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_UNKNOWN = "no_such_parameter"
_HOOKS = frozenset(entry.name for entry in fields(Hooks)) | {
    "__init__",
    "acts",
    "explain",
    "promised",
    "resolve_order",
    "rights",
    "slice_start",
    "worth",
}
_CHANCE: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
    (random, ("random", "randint", "randrange", "choice", "choices", "shuffle", "sample", "uniform", "Random")),
    (time, ("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns")),
)


class BrokenModuleError(AssertionError):
    """What is wrong with a module, in one sentence."""


class _ChanceUsed(BaseException):
    """A module asked `random` or the clock; no `except Exception` of the module may hide it."""


def check_module(
    module_class: type[RuleModule], deck: Deck, params: Mapping[str, Any], games: int = 20, seats: int | None = None
) -> None:
    """Play random games of the deck with the module on; raise `AssertionError` with one sentence if it breaks a rule.

    `params` is what a deck would say under `modules`. `seats` is the table; None takes the deck's default table.

    >>> from summit_game.deck.library import find_deck
    >>> from summit_game.deck.load import open_deck
    >>> class Calm(RuleModule):
    ...     id = "calm"
    ...     clauses = ("CA1",)
    ...     class Params(BaseModel):
    ...         on: bool = True
    >>> check_module(Calm, open_deck(find_deck("linnet-river"))[0], {}, games=1)
    Traceback (most recent call last):
    summit_game.testing.BrokenModuleError: calm: `Params` accepts unknown keys; give it `extra='forbid'`.
    """
    _declaration(module_class)
    _params(module_class, params)
    name = module_class.id
    own_deck = deck.model_copy(update={"modules": {**deck.modules, name: {**params, "on": True}}})
    with _watched(module_class):
        try:
            game = compile_game(own_deck, TableOptions(seats), {**registry(), name: module_class})
        except SetupError as error:
            raise BrokenModuleError(f"the deck cannot be set up: {error}.") from error
        (module,) = (each for each in game.rules.modules if isinstance(each, module_class))
        _slice(module, module.slice_start(game.setting), None)
        answers.watch(game.rules, module, lambda words: _refuse(module, words))
        digests = [_Walk(game, module, seed).play() for seed in range(games)]
        for seed in reversed(range(games)):
            if _Walk(game, module, seed).play() != digests[seed]:
                raise BrokenModuleError(
                    f"{name}: seed {seed} gives another game the second time; keep everything that changes in the"
                    " slice and take chance from `Ops.stream` or `Ops.flash`."
                )


def _refuse(module: RuleModule, words: str) -> NoReturn:
    raise BrokenModuleError(f"{module.id}: {words}.")


# --- what the class declares ----------------------------------------------------------------------------------


def _declaration(kind: type[RuleModule]) -> None:
    if not (isinstance(kind, type) and issubclass(kind, RuleModule)):
        raise BrokenModuleError(f"{kind!r} is not a subclass of RuleModule.")
    name = getattr(kind, "id", None)
    if not isinstance(name, str):
        raise BrokenModuleError(f"{kind.__name__} has no `id`; give it one such as `id = 'back_channel'`.")
    if not _NAME.fullmatch(name):
        raise BrokenModuleError(f"{name!r} is not a valid id; write lower-case letters, digits and underscores.")
    if any(each.id == name and each is not kind for each in built_in()):
        raise BrokenModuleError(f"{name!r} is the id of a module of Summit itself; choose another.")
    if not (isinstance(kind.version, str) and kind.version.strip()):
        raise BrokenModuleError(f"{name}: `version` is not a text such as '1'.")
    if kind.api != RuleModule.api:
        raise BrokenModuleError(f"{name}: `api` is {kind.api!r}, but this Summit speaks {RuleModule.api}.")
    _texts(name, "clauses", kind.clauses)
    if not kind.clauses:
        raise BrokenModuleError(f"{name}: `clauses` is empty; number the clauses of its rule text.")
    _texts(name, "tracks", kind.tracks)
    if not isinstance(kind.verbs, tuple) or not all(isinstance(verb, Verb) for verb in kind.verbs):
        raise BrokenModuleError(f"{name}: `verbs` is not a tuple of Verb.")
    _texts(name, "verbs", tuple(verb.id for verb in kind.verbs))
    for verb in kind.verbs if kind not in built_in() else ():
        _verb(name, kind.clauses, verb)


def _verb(name: str, clauses: tuple[str, ...], verb: Verb) -> None:
    said = f"{name}: the verb {verb.id!r}"
    if not _NAME.fullmatch(verb.id) or verb.code:
        raise BrokenModuleError(
            f"{said} is not a valid one; write lower-case letters, digits, underscores, and no code."
        )
    if verb.clause not in clauses:
        raise BrokenModuleError(f"{said} rests on {verb.clause!r}, which is none of the module's `clauses`.")
    if not isinstance(verb.args, tuple) or not all(isinstance(arg, Arg) for arg in verb.args):
        raise BrokenModuleError(f"{said} has `args` that are not a tuple of Arg.")
    for arg in verb.args:
        if not 0 <= arg.least <= arg.most or arg.most < 1:
            raise BrokenModuleError(f"{said} asks for at least {arg.least} and at most {arg.most} of something.")
        if arg.most > arg.least and arg is not verb.args[-1]:
            raise BrokenModuleError(f"{said} has an argument that varies in number and is not the last one.")
        if (arg.kind is Kind.OPTION) != bool(arg.options):
            raise BrokenModuleError(f"{said} has an argument with options that is no OPTION, or the other way round.")


def _texts(name: str, what: str, value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(each, str) and each for each in value):
        raise BrokenModuleError(f"{name}: `{what}` is not a tuple of texts.")
    if len(set(value)) < len(value):
        raise BrokenModuleError(f"{name}: `{what}` names something twice.")


def _params(kind: type[RuleModule], params: Mapping[str, Any]) -> None:
    name, model = kind.id, getattr(kind, "Params", None)
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise BrokenModuleError(
            f"{name}: `Params` is not a pydantic model; derive it from summit_game.rules.params.Params."
        )
    if "on" not in model.model_fields:
        raise BrokenModuleError(f"{name}: `Params` has no `on`; derive it from summit_game.rules.params.Params.")
    try:
        model.model_validate(dict(params))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BrokenModuleError(
            f"{name}: `Params` refuses the parameters given, at {where!r}: {first['msg']}."
        ) from error
    try:
        model.model_validate({**params, _UNKNOWN: 1})
    except ValidationError:
        return
    raise BrokenModuleError(f"{name}: `Params` accepts unknown keys; give it `extra='forbid'`.")


# --- chance and faults of the module's own code ---------------------------------------------------------------


@contextmanager
def _watched(kind: type[RuleModule]) -> Iterator[None]:
    """Closes `random` and the clock for this thread, and turns what the module raises into one sentence."""
    kept = [(place, name, getattr(place, name)) for place, names in _CHANCE for name in names]
    thread = threading.get_ident()
    for place, name, real in kept:
        setattr(place, name, _closed(f"{place.__name__}.{name}", real, thread))
    try:
        yield
    except BrokenModuleError:
        raise
    except _ChanceUsed as error:
        raise BrokenModuleError(
            f"{kind.id}: {_where(kind, error)} calls {error}; take chance from `Ops.stream`."
        ) from error
    except Exception as error:
        raise BrokenModuleError(f"{kind.id}: {_where(kind, error)} raises {type(error).__name__}: {error}.") from error
    finally:
        for place, name, real in kept:
            setattr(place, name, real)


def _closed(name: str, real: Callable[..., Any], thread: int) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        if threading.get_ident() == thread:
            raise _ChanceUsed(name)
        return real(*args, **named)

    return call


def _where(kind: type[RuleModule], error: BaseException) -> str:
    """The hook of the module in which an error arose."""
    found = "the game with this module"
    codes = {getattr(getattr(kind, name), "__code__", None): name for name in _HOOKS}
    trace = error.__traceback__
    while trace is not None:
        name = codes.get(trace.tb_frame.f_code)
        if name is not None:
            found = f"`{name}`"
        trace = trace.tb_next
    return found


def _slice(module: RuleModule, value: object, length: int | None) -> int:
    if not isinstance(value, list):
        raise BrokenModuleError(
            f"{module.id}: `slice_start` gives {type(value).__name__}, not a list of whole numbers."
        )
    if not all(type(each) is int for each in value):
        raise BrokenModuleError(f"{module.id}: its slice holds something that is not a whole number: {value!r}.")
    if length is not None and len(value) != length:
        raise BrokenModuleError(f"{module.id}: its slice changes in length from {length} to {len(value)}.")
    return len(value)


# --- one random game ------------------------------------------------------------------------------------------


class _Walk:
    """One random game. The copy is built from the events alone."""

    def __init__(self, game: Game, module: RuleModule, seed: int) -> None:
        self.module = module
        self.seed = seed
        self.stream = Stream(seed, "check_module")
        self.options = tuple(every_action(game.setting, module.own_verbs))
        self.offers = _own(game.rules.hooks.floor_menu, module)
        self.copy = State(game, seed)
        self.length = _slice(module, self.copy.slices[module.index], None)
        self.state, events = start(game, seed)
        fold(self.copy, events)

    def fault(self, words: str) -> NoReturn:
        raise BrokenModuleError(f"{self.module.id}: {words} (seed {self.seed}, round {self.state.round}).")

    def play(self) -> str:
        """The digest of the state at the end of the game."""
        state = self.state
        for _ in range(MOST_DECISIONS):
            self.same()
            if state.phase == OVER:
                return state.digest()
            seat = self.stream.choice(tuple(state.waiting))
            for fault in answers.faults(self.module, state, seat):
                self.fault(fault)
            actions = legal(state, seat)
            if menu(view(state, seat), state.own[seat], seat) != actions:
                self.fault("the legal actions depend on what the delegation cannot see")
            if state.phase == FLOOR:
                self.own_options(seat)
            self.menu(seat, actions)
            self.same()
            own = [action for action in actions if action in self.options]
            prefer_own = bool(own) and self.stream.choice((0, 1)) == 1
            action = self.stream.choice(own if prefer_own else actions)
            fold(self.copy, apply(state, seat, action))
        return self.fault(f"a game does not end within {MOST_DECISIONS} decisions")

    def same(self) -> None:
        _slice(self.module, self.state.slices[self.module.index], self.length)
        if self.copy.key() != self.state.key():
            self.fault("the events do not give the state back; change the state only through `Ops`")

    def menu(self, seat: int, actions: Sequence[Action]) -> None:
        state = self.state
        setting = state.setting
        if not actions:
            self.fault(f"seat {seat} must act and has no legal action")
        if any(not first < second for first, second in pairwise(actions)):
            self.fault("the legal actions are not sorted, or one is there twice")
        if legal(state, seat) != actions:
            self.fault("the legal actions differ when they are asked for again")
        for action in actions:
            refused = refusal(state, seat, action)
            if refused is not None:
                self.fault(f"`{action_text(setting, action)}` is listed as legal but refused by {refused.clause}")
            self.round_trip(action)

    def round_trip(self, action: Action) -> None:
        text = action_text(self.state.setting, action)
        try:
            back = parse_action(self.state.setting, text)
        except ActionError as error:
            self.fault(f"`{text}` cannot be read back: {error}")
        if back != action:
            self.fault(f"`{text}` is read back as another action")

    def own_options(self, seat: int) -> None:
        offered: Sequence[Action] = self.offers(self.state, seat) if self.offers else ()
        for action in offered:
            if action not in self.options:
                self.fault(f"`floor_menu` offers {tuple(action)!r}, which is none of its own `use` options")
        for action in self.options:
            self.round_trip(action)
            if action in offered:
                continue
            answer = self.module.explain(self.state, seat, action)
            if not (isinstance(answer, Refusal) and answer.clause and answer.key):
                text = action_text(self.state.setting, action)
                self.fault(f"`explain` gives no Refusal for `{text}`, which is not offered")


def _own(hooks: Sequence[Callable[..., Any]], module: RuleModule) -> Callable[..., Any] | None:
    return next((hook for hook in hooks if getattr(hook, "__self__", None) is module), None)
