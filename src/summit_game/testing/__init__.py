"""For authors of rule modules: `check_module` plays random games with a module and says what is wrong with it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from inspect import signature
from itertools import pairwise
from types import ModuleType
from typing import Any, NoReturn

from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.deck.models import Deck
from summit_game.engine.actions import USE, Action
from summit_game.engine.board import FLOOR, OVER
from summit_game.engine.fold import fold
from summit_game.engine.hooks import collect_hooks
from summit_game.engine.legal import menu
from summit_game.engine.module import RuleModule
from summit_game.engine.notation import ActionError, action_text, parse_action
from summit_game.engine.ops import Ended, Ops
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.verbs import every_action
from summit_game.engine.view import public_view, view
from summit_game.rules.registry import registry
from summit_game.testing.answers import ANSWERS, ASKED, HAPPENS, Answer
from summit_game.testing.declared import BrokenModuleError, check_declaration, check_params, check_sentences

__all__ = ["BrokenModuleError", "check_module"]

MOST_DECISIONS = 5000
"""A game that asks for more decisions than this does not end."""

MOST_LOOKED_AT = 40
"""Of a longer menu (messages can be hundreds) about so many actions are tried, drawn anew each time, and all of the
module's own."""

_HOOKS = frozenset(ANSWERS) | {"__init__", "slice_start"}
_CHANCE: tuple[tuple[ModuleType, tuple[str, ...]], ...] = (
    (random, ("random", "randint", "randrange", "choice", "choices", "shuffle", "sample", "uniform", "Random")),
    (time, ("time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns")),
)


class _ChanceUsed(BaseException):
    """A module asked `random` or the clock; no `except Exception` of the module may hide it."""


def check_module(
    module_class: type[RuleModule], deck: Deck, params: Mapping[str, Any], games: int = 20, seats: int | None = None
) -> None:
    """Play random games of the deck with the module on; raise `AssertionError` with one sentence if it breaks a rule.

    `params` is what a deck would say under `modules`. `seats` is the table; None takes the deck's default table.

    >>> from pydantic import BaseModel
    >>> from summit_game.deck.library import find_deck
    >>> from summit_game.deck.load import open_deck
    >>> class Calm(RuleModule):
    ...     id = "calm"
    ...     clauses = ("CA1",)
    ...     class Params(BaseModel):
    ...         on: bool = True
    >>> check_module(Calm, open_deck(find_deck("linnet-river"))[0], {}, games=1)
    Traceback (most recent call last):
    summit_game.testing.declared.BrokenModuleError: calm: `Params` accepts unknown keys; give it `extra='forbid'`.
    """
    check_declaration(module_class)
    check_params(module_class, params)
    name = module_class.id
    own_deck = deck.model_copy(update={"modules": {**deck.modules, name: {**params, "on": True}}})
    with _watched(module_class):
        try:
            game = compile_game(own_deck, TableOptions(seats), {**registry(), name: module_class})
        except SetupError as error:
            raise BrokenModuleError(f"the deck cannot be set up: {error}.") from error
        (module,) = (each for each in game.rules.modules if isinstance(each, module_class))
        _slice(module, module.slice_start(game.setting), None)
        check_sentences(module, game.setting)
        _watch_answers(game, module)
        module.rights()
        digests = [_Walk(game, module, seed).play() for seed in range(games)]
        for seed in reversed(range(games)):
            if _Walk(game, module, seed).play() != digests[seed]:
                raise BrokenModuleError(
                    f"{name}: seed {seed} gives another game the second time; keep everything that changes in the"
                    " slice and take chance from `Ops.stream` or `Ops.flash`."
                )


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


def _watch_answers(game: Game, module: RuleModule) -> None:
    """From now on each hook of the module that is called has its answer checked."""
    for name, answer in ANSWERS.items():
        if getattr(type(module), name) is not getattr(RuleModule, name):
            setattr(module, name, _answered(module, name, answer))
    object.__setattr__(game.rules, "hooks", collect_hooks(game.rules.modules))


def _answered(module: RuleModule, name: str, answer: Answer) -> Callable[..., Any]:
    real = getattr(module, name)
    asked_with = list(signature(getattr(RuleModule, name)).parameters)[1:]
    try:
        signature(real).bind(*asked_with)
    except TypeError:
        raise BrokenModuleError(f"{module.id}: `{name}` does not take ({', '.join(asked_with)}).") from None

    def call(*asked: Any) -> Any:
        value = real(*asked)
        if not answer.holds(module, asked, value):
            raise BrokenModuleError(f"{module.id}: `{name}` answers {value!r:.120}, not {answer.words}.")
        return value

    return call


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
        self.own = tuple(verb for verb in module.own_verbs if verb.code[0] == USE)
        self.options = tuple(every_action(game.setting, self.own))
        self.hooks = [name for name in ANSWERS if name in vars(module)]
        self.tried: set[tuple[str, int]] = set()
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
            self.ask()
            self.happen(seat)
            actions = legal(state, seat)
            if menu(view(state, seat), state.own[seat], seat) != actions:
                self.fault("the legal actions depend on what the delegation cannot see")
            if state.phase == FLOOR:
                self.own_options(seat)
            self.menu(seat, actions)
            self.same()
            own = [action for action in actions if self.is_own(action)]
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
        step = 1 + len(actions) // MOST_LOOKED_AT
        drawn = actions[self.stream.below(step) :: step]
        for action in sorted({*drawn, *filter(self.is_own, actions)}):
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

    def ask(self) -> None:
        """Put every question to the module, on what all may see."""
        board = public_view(self.state)
        for name in sorted(ASKED.keys() & self.hooks):
            for asked in ASKED[name](board.setting):
                getattr(self.module, name)(board, *asked)

    def happen(self, seat: int) -> None:
        """Let everything happen to the module that could in this phase, once a round, on a copy of the state."""
        state = self.state
        for name in sorted(HAPPENS.keys() & self.hooks):
            phases, asked = HAPPENS[name]
            if state.phase not in phases or (name, state.round) in self.tried:
                continue
            self.tried.add((name, state.round))
            twin = deepcopy(state, {id(each): each for each in (state.game, state.setting, state.rules)})
            with suppress(Ended):
                getattr(self.module, name)(Ops(twin), *asked(twin, seat))

    def is_own(self, action: Action) -> bool:
        return self.state.setting.verb(action) in self.own

    def own_options(self, seat: int) -> None:
        offered = [action for action in legal(self.state, seat) if self.is_own(action)]
        seen = view(self.state, seat)
        for action in offered:
            self.module.worth(seen, action)
        for action in self.options:
            self.round_trip(action)
            if action not in offered and self.module.explain(self.state, seat, action) is None:
                text = action_text(self.state.setting, action)
                self.fault(f"`explain` gives no Refusal for `{text}`, which is not offered")
