"""The rules in play in one game: its modules, their hooks, and lists of actions that are made once.

`Hooks` says of every hook what it is asked with and what it answers; `COMBINED` how the answers of several modules
become one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import TYPE_CHECKING

from summit_game.engine.actions import Action
from summit_game.engine.module import Limit, Line, Message, RuleModule
from summit_game.engine.powers import (
    HasBrink,
    Hesitates,
    HoldsTalks,
    KeepsPromises,
    KeepsUnity,
    KeepsWords,
    Ratifies,
    Verifies,
)
from summit_game.engine.refusal import Refusal
from summit_game.engine.verbs import code_of

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes
    from summit_game.engine.legal import Hand
    from summit_game.engine.ops import Ops

Actions = tuple[Action, ...]


class Combine(Enum):
    """How the answers of several modules become one."""

    LEAST = "the lowest counts"
    ADD = "they are added"
    FIRST = "the first that is not None counts"
    JOIN = "they are put one after the other"
    EACH = "each module does its part, in module order"


@dataclass(frozen=True)
class Hooks:
    """The bound methods of all modules of one game that override them, in module order, collected once."""

    promise_menu: tuple[Callable[[Board, int], Actions], ...] = ()
    floor_menu: tuple[Callable[[Board, int], Actions], ...] = ()
    capital_menu: tuple[Callable[[Board, Hand, int], Actions], ...] = ()
    hand_menu: tuple[Callable[[Board, Hand, int], Actions], ...] = ()
    talk_menu: tuple[Callable[[Board, Hand, int], Actions], ...] = ()
    forbids: tuple[Callable[[Board, int, Action], Refusal | None], ...] = ()
    home_loss: tuple[Callable[[Board, int, Changes], int], ...] = ()
    home_reaction: tuple[Callable[[Board, int, Changes], int], ...] = ()
    cap: tuple[Callable[[Board, int, int], Limit | None], ...] = ()
    order_kinds: tuple[Callable[[Board, int, int], tuple[int, ...]], ...] = ()
    incident_relief: tuple[Callable[[Board, int], int], ...] = ()
    standoff_relief: tuple[Callable[[Board], int], ...] = ()
    not_ready: tuple[Callable[[Board], Refusal | None], ...] = ()
    no_deal_lines: tuple[Callable[[Board, int], list[Line]], ...] = ()
    score_lines: tuple[Callable[[Board, int], list[Line]], ...] = ()
    fit_lines: tuple[Callable[[Board, int], list[Line]], ...] = ()
    status: tuple[Callable[[Board], list[Message]], ...] = ()
    round_begins: tuple[Callable[[Ops], None], ...] = ()
    talk_turn: tuple[Callable[[Ops], None], ...] = ()
    consulted: tuple[Callable[[Ops, int], None], ...] = ()
    on_votes: tuple[Callable[[Ops, Sequence[int], bool], None], ...] = ()
    on_consent: tuple[Callable[[Ops, Sequence[int]], None], ...] = ()
    on_adopt: tuple[Callable[[Ops, Sequence[int]], None], ...] = ()
    incident: tuple[Callable[[Ops, int, str], None], ...] = ()
    check_promises: tuple[Callable[[Ops], None], ...] = ()
    settle: tuple[Callable[[Ops], None], ...] = ()
    ratify: tuple[Callable[[Ops, Sequence[int]], list[int]], ...] = ()
    step_answered: tuple[Callable[[Ops, int], None], ...] = ()
    on_force: tuple[Callable[[Ops, Sequence[int]], None], ...] = ()


_JOINED = (
    "promise_menu",
    "floor_menu",
    "capital_menu",
    "hand_menu",
    "talk_menu",
    "order_kinds",
    "no_deal_lines",
    "score_lines",
    "fit_lines",
    "status",
    "ratify",
)
_ADDED = ("home_loss", "home_reaction", "incident_relief", "standoff_relief")

COMBINED = (
    {entry.name: Combine.EACH for entry in fields(Hooks)}
    | dict.fromkeys(_JOINED, Combine.JOIN)
    | dict.fromkeys(_ADDED, Combine.ADD)
    | {"forbids": Combine.FIRST, "not_ready": Combine.FIRST, "cap": Combine.LEAST}
)


def collect_hooks(modules: Sequence[RuleModule]) -> Hooks:
    """The hooks that the modules override, in module order."""
    return Hooks(
        **{
            entry.name: tuple(
                getattr(module, entry.name)
                for module in modules
                if getattr(type(module), entry.name) is not getattr(RuleModule, entry.name)
            )
            for entry in fields(Hooks)
        }
    )


@dataclass(frozen=True)
class Rules:
    """What is in play besides the numbers of the setting: the modules, and what is made from them once."""

    modules: tuple[RuleModule, ...] = ()
    hooks: Hooks = field(init=False)
    owners: dict[tuple[int, ...], RuleModule] = field(init=False, repr=False)
    """Which module a verb belongs to, by its code."""
    promises: KeepsPromises | None = field(init=False, repr=False)
    capitals: Ratifies | None = field(init=False, repr=False)
    hesitates: Hesitates | None = field(init=False, repr=False)
    talks: HoldsTalks | None = field(init=False, repr=False)
    unity: KeepsUnity | None = field(init=False, repr=False)
    verifies: Verifies | None = field(init=False, repr=False)
    words: KeepsWords | None = field(init=False, repr=False)
    brink: HasBrink | None = field(init=False, repr=False)
    """The first module that offers each power, for whoever looks ahead."""
    menus: dict[tuple[int, ...], Actions] = field(init=False, repr=False, compare=False)
    """Lists of actions that depend only on cards and levels, kept by `summit_game.engine.legal`."""
    papers: dict[tuple[int, int], Actions] = field(init=False, repr=False, compare=False)
    """The non-papers of each pair of Proposals, kept there too."""

    def __post_init__(self) -> None:
        def keep(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        keep("hooks", collect_hooks(self.modules))
        keep("owners", {verb.code: module for module in self.modules for verb in module.own_verbs})
        keep("promises", next((each for each in self.modules if isinstance(each, KeepsPromises)), None))
        keep("capitals", next((each for each in self.modules if isinstance(each, Ratifies)), None))
        keep("hesitates", next((x for x in self.modules if isinstance(x, Hesitates) and x.hesitation), None))
        keep("talks", next((each for each in self.modules if isinstance(each, HoldsTalks)), None))
        keep("unity", next((each for each in self.modules if isinstance(each, KeepsUnity)), None))
        keep("verifies", next((each for each in self.modules if isinstance(each, Verifies)), None))
        keep("words", next((each for each in self.modules if isinstance(each, KeepsWords)), None))
        keep("brink", next((each for each in self.modules if isinstance(each, HasBrink)), None))
        keep("menus", {})
        keep("papers", {})

    def __deepcopy__(self, memo: object) -> Rules:
        """A copy of a state shares what is in play: nothing in it changes."""
        return self

    def owner(self, action: Action) -> RuleModule | None:
        """The module that adds the verb of an action; None for the basic game's."""
        return self.owners.get(code_of(action))
