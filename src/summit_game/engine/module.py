"""The hook protocol of rule modules.

A rule module is one subject with its numbers. It subclasses `RuleModule`, overrides the hooks it needs, keeps its
public state in its own slice, and changes shared state only through `Ops`, which records every change with a cause.
Hooks that a module does not override are never called: `summit_game.engine.hooks` collects the bound methods once per
game and says how the answers of several modules combine. The module alone is asked about its own verbs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from summit_game.engine.actions import Action
from summit_game.engine.refusal import Refusal
from summit_game.engine.verbs import Verb, owned

if TYPE_CHECKING:
    from summit_game.engine.board import Board, Changes
    from summit_game.engine.legal import Hand
    from summit_game.engine.ops import Ops
    from summit_game.engine.setting import Setting
    from summit_game.engine.view import View


class Names(NamedTuple):
    """Numbers of the ids of one table, for modules that turn their parameters into numbers."""

    seats: Mapping[str, int]
    """Delegations that have a seat at this table."""
    delegations: frozenset[str]
    """All delegations of the deck."""
    sides: Mapping[str, int]
    zones: Mapping[str, int]
    issues: Mapping[str, int]
    tracks: Mapping[str, int]
    formula: Callable[[str], tuple[Any, ...]]
    """Turns a formula of the deck into an engine formula."""


class ModuleRight(NamedTuple):
    """A protected right that a module gives to a seat (R4.3)."""

    seat: int
    issue: int
    from_level: int
    clause: str
    reason: str


class Message(NamedTuple):
    """Something that people at the table read: a key of the catalogue, with values."""

    key: str
    values: Mapping[str, object]


class Line(NamedTuple):
    """One line of a sum that a player sees: points, and the card, issue, track or module behind it.

    What it says is the deck's own text, or a message of the catalogue.
    """

    text: str | Message
    points: int
    behind: str

    @classmethod
    def of(cls, key: str, points: int, behind: str, **values: object) -> Line:
        """A line that says a message of the catalogue."""
        return cls(Message(key, values), points, behind)


class Limit(NamedTuple):
    """Why a side may have no more than `units` in a zone: the clause, and the issue at its level if one is behind."""

    units: int
    clause: str
    issue: int = -1
    level: int = -1


class RuleModule:
    """Base of all rule modules. Class attributes declare the module; hooks default to doing nothing.

    `Params` (a pydantic model) checks the parameters that a deck gives. `api` is the version of this protocol.
    """

    id: ClassVar[str]
    version: ClassVar[str] = "1"
    api: ClassVar[int] = 2
    clauses: ClassVar[tuple[str, ...]] = ()
    """Clauses of `rules.md` (or of the module's own text) that it enforces."""
    tracks: ClassVar[tuple[str, ...]] = ()
    """Tracks it owns: they stay at their start while the module is off (R9.1)."""
    verbs: ClassVar[tuple[Verb, ...]] = ()
    """What it lets delegations do, written `use MODULE VERB` and the arguments."""
    Params: ClassVar[Any]

    index: int = -1
    """Place of the module, and of its slice, in this game."""
    own_verbs: tuple[Verb, ...] = ()
    """Its verbs as this game numbers them."""

    def __init__(self, params: Any, names: Names) -> None:
        """`params` is a checked `Params`; `names` gives the numbers of this table's ids."""
        self.params = params
        self.names = names

    def seated(self, index: int) -> None:
        """Give the module its place in a game, and its verbs their numbers."""
        self.index = index
        self.own_verbs = owned(self.verbs, self.id, index)

    def action(self, verb: str, *values: int) -> Action:
        """An action of its own: the id of a verb as the module declares it, and the arguments."""
        code = next(own.code for own, said in zip(self.own_verbs, self.verbs, strict=True) if said.id == verb)
        return Action(code[0], (*code[1:], *values))

    # --- what it adds to the setting -------------------------------------------------------------------------

    def rights(self) -> tuple[ModuleRight, ...]:
        """Protected rights that hold while the module is on (R4.3)."""
        return ()

    def slice_start(self, setting: Setting) -> list[int]:
        """The start of its public state: a list of whole numbers, never changing in length."""
        return []

    # --- questions: they read the board and change nothing ----------------------------------------------------

    def promise_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """Promises that the seat may make now (R17.1)."""
        raise NotImplementedError

    def floor_menu(self, board: Board, seat: int) -> tuple[Action, ...]:
        """Floor actions that the module adds for the seat, sorted."""
        raise NotImplementedError

    def capital_menu(self, board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
        """What a delegation whose capital hesitates may do (R15.5a, R15.5b)."""
        raise NotImplementedError

    def hand_menu(self, board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
        """Floor actions that the module adds and for which the hand counts, sorted."""
        raise NotImplementedError

    def talk_menu(self, board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
        """Messages that the seat may send now, or answers that it may give (R19.1)."""
        raise NotImplementedError

    def forbids(self, board: Board, seat: int, action: Action) -> Refusal | None:
        """A refusal of an action that the basic rules would allow, or None."""
        raise NotImplementedError

    def home_loss(self, board: Board, seat: int, changes: Changes) -> int:
        """Further losses in the home reaction of a seat that consents to a package (R10.1)."""
        raise NotImplementedError

    def home_reaction(self, board: Board, seat: int, changes: Changes) -> int:
        """Change of Support of a seat that consents to a package (R15.1)."""
        raise NotImplementedError

    def cap(self, board: Board, side: int, zone: int) -> Limit | None:
        """A limit on the units that the side may have in the zone, or None (R11.1)."""
        raise NotImplementedError

    def order_kinds(self, board: Board, seat: int, zone: int) -> tuple[int, ...]:
        """Order kinds it adds for the seat in one of its zones, sorted."""
        raise NotImplementedError

    def incident_relief(self, board: Board, zone: int) -> int:
        """How much less severe an incident in the zone is (R12.5)."""
        raise NotImplementedError

    def standoff_relief(self, board: Board) -> int:
        """How much lower the stand-off level is (R16.1)."""
        raise NotImplementedError

    def not_ready(self, board: Board) -> Refusal | None:
        """Why the treaty is not ready to be signed, or None (R7.1)."""
        raise NotImplementedError

    def no_deal_lines(self, board: Board, seat: int) -> list[Line]:
        """Lines of the seat's fallback now (R8.4)."""
        raise NotImplementedError

    def score_lines(self, board: Board, seat: int) -> list[Line]:
        """Lines of the seat's score (R8.5)."""
        raise NotImplementedError

    def fit_lines(self, board: Board, ending: int) -> list[Line]:
        """Lines of an ending's fit, besides those of the deck (R8.3)."""
        raise NotImplementedError

    def status(self, board: Board) -> list[Message]:
        """What the module holds that all may see, for the people at the table."""
        raise NotImplementedError

    # --- its own verbs: it alone is asked about them -----------------------------------------------------------

    def explain(self, board: Board, seat: int, action: Action) -> Refusal | None:
        """Why the module does not offer one of its own actions now, or None."""
        return None

    def judges(self, board: Board, hand: Hand, seat: int, action: Action) -> Refusal | None:
        """Why one of its own messages or answers cannot be sent now, or None: asked of a module with a `talk_menu`."""
        raise NotImplementedError

    def worth(self, view: View, action: Action) -> int:
        """What one of its own floor actions is worth to scripted bots, in points; 0 or less: they leave it."""
        return 0

    def promised(self, ops: Ops, seat: int, action: Action) -> None:
        """A promise of its own was made (R17.1)."""

    def acts(self, ops: Ops, seat: int, action: Action) -> None:
        """The seat took one of the module's own floor actions."""

    def resolve_order(self, ops: Ops, seat: int, kind: int, zone: int) -> int:
        """Carry out an order kind that the module added; the sign it counts (R5.6)."""
        return 0

    # --- happenings: they may change the state through Ops ------------------------------------------------------

    def round_begins(self, ops: Ops) -> None:
        """A round begins; reset what the module counts per round."""
        raise NotImplementedError

    def talk_turn(self, ops: Ops) -> None:
        """The promises are made, or a message is settled: ask whoever speaks next (R19.1), or nobody."""
        raise NotImplementedError

    def consulted(self, ops: Ops, seat: int) -> None:
        """The seat consulted (R3.8)."""
        raise NotImplementedError

    def on_votes(self, ops: Ops, objectors: Sequence[int], adopted: bool) -> None:
        """The votes on the package on the table were shown; nothing is adopted yet (R4.1)."""
        raise NotImplementedError

    def on_consent(self, ops: Ops, objectors: Sequence[int]) -> None:
        """The package on the table is adopted: what it does to those who consent, before `on_adopt` (R4.7)."""
        raise NotImplementedError

    def on_adopt(self, ops: Ops, objectors: Sequence[int]) -> None:
        """The package on the table is adopted; the levels are not yet written (R4.7)."""
        raise NotImplementedError

    def incident(self, ops: Ops, zone: int, cause: str) -> None:
        """A card brings an incident in a zone (R12.5)."""
        raise NotImplementedError

    def check_promises(self, ops: Ops) -> None:
        """First step of the Reckoning (R6.1)."""
        raise NotImplementedError

    def settle(self, ops: Ops) -> None:
        """Last step of the Reckoning, after pending steps (R6.1)."""
        raise NotImplementedError

    def ratify(self, ops: Ops, signatories: Sequence[int]) -> list[int]:
        """The capitals of the signatories vote, one at a time; those that do not ratify (R15.5)."""
        raise NotImplementedError

    def step_answered(self, ops: Ops, seat: int) -> None:
        """The step that a hesitating delegation asked for was granted or refused (R15.5a)."""
        raise NotImplementedError

    def on_force(self, ops: Ops, absent: Sequence[int]) -> None:
        """A treaty enters into force without the `absent` (R18.4)."""
        raise NotImplementedError
