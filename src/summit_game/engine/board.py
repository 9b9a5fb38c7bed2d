"""The board: everything on the table that all delegations can see. `State` and `View` are boards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summit_game.engine.hooks import Rules
    from summit_game.engine.setting import Setting

BRACKETS = -1
"""An issue on which nothing is agreed. Counts as level 0 (R3.5)."""

(SETUP, NEWS, CORRIDOR, FLOOR, VOTE, SIGNING, POSTURE, RECKONING, FINAL, OVER) = range(10)
(REASONS, AMENDMENT, CAPITALS, STEP_VOTE, REOPENING, TALK) = range(10, 16)
"""Phases of the second edition; journals hold the numbers of all, so new ones come last."""
PHASES = (
    *("setup", "news", "corridor", "floor", "vote", "signing", "posture", "reckoning", "final", "over"),
    *("reasons", "amendment", "capitals", "step-vote", "reopening", "talk"),
)

NOBODY = -1

Changes = tuple[tuple[int, int], ...]
"""What a package would write: (issue, level) pairs, the asked issue first."""

Orders = tuple[tuple[int, int], ...]
"""Orders of one delegation: (kind, zone) pairs; HOLD has zone -1."""


class Package(NamedTuple):
    """What lies on the table for a vote: who tabled it, what it changes, the Proposals and Concessions in it."""

    tabler: int
    changes: Changes
    proposals: tuple[int, ...]
    concessions: tuple[int, ...]


class Named(NamedTuple):
    """A level that an objector named: with it, it would have let the package pass (R4.8). Public."""

    round: int
    seat: int
    issue: int
    level: int


class Capitals(NamedTuple):
    """The capitals vote one after the other (R15.5): who is still to come, and who will be absent from the treaty."""

    left: tuple[int, ...]
    absent: tuple[int, ...]


class Hesitation(NamedTuple):
    """A capital that falls `short`: whether it has asked for a step, and how often it has paid (R15.5a, R15.5b)."""

    seat: int
    short: int
    asked: bool
    paid: int


WORDS = ("none", "open", "kept", "broken", "gone", "shown", "done")
NO_WORD, OPEN, KEPT, BROKEN, GONE, SHOWN, DONE = range(7)
"""How the word of one party to an exchange stands: none given, open, kept or broken; taken back, lapsed or released;
broken (or shaded) and seen by all; of a warning: what it warned of was done."""


class Exchange(NamedTuple):
    """A message and what was answered (R19). Known to the two, and to all if it went to all or talk is open.

    `said` and each of the `answers` are an action in numbers: its verb and arguments. `text` is the text on which it
    was said. `words` says how the word of the sender and that of the addressee stand. `since` is the round, and `votes`
    how many votes had been shown, when it was said; of a warning, once what it warned of was done, when that was.
    """

    number: int
    round: int
    seat: int
    to: int
    said: tuple[int, ...]
    text: tuple[int, ...]
    answers: tuple[tuple[int, ...], ...] = ()
    words: tuple[int, int] = (NO_WORD, NO_WORD)
    since: int = 0
    votes: int = 0


class Ballot(NamedTuple):
    """One vote that was shown: on a package, or whether to sign (`changes` is empty).

    `before` is the text on which it was taken; `tabler` is -1 in the Final Session. The objectors are public (R4.1).
    """

    round: int
    tabler: int
    changes: Changes
    before: tuple[int, ...]
    objectors: tuple[int, ...]
    passed: bool


class Board:
    """The public state of a game. Seats, issues, zones and cards are numbers of the setting."""

    setting: Setting
    rules: Rules
    round: int
    """0 during set-up, then 1..rounds."""
    phase: int
    pass_number: int
    """Floor pass, from 1."""
    turn: int
    """How many floor turns of this pass are over; while delegations talk, how many have spoken."""
    initiative: int
    waiting: Sequence[int]
    """Seats that must act now, in the order they are asked."""
    text: Sequence[int]
    """Level of each issue, or BRACKETS."""
    tracks: Sequence[int]
    seat_tracks: Sequence[Sequence[int]]
    """`seat_tracks[SUPPORT | CREDIBILITY | PRESSURE_TOKENS][seat]`."""
    units: Sequence[Sequence[int]]
    """`units[side][zone]` of the two armed sides."""
    monitors: Sequence[int]
    """1 for each zone with a monitor."""
    adopted: Sequence[int]
    """Packages of each seat that were adopted."""
    step_markers: Sequence[int]
    """Round in which the seat placed a pending step, 0 for none (R3.6)."""
    stepped: Sequence[int]
    """Round of the seat's last step, 0 for none."""
    pressed: Sequence[int]
    """Round in which the seat last played a Pressure card, 0 for none."""
    side_pressed: Sequence[int]
    """Pressure cards of each side in this round."""
    side_stepped: Sequence[int]
    """Steps of each side in this round."""
    asked_in_round: bool
    """Whether the question was put in this round (R3.9)."""
    asker: int
    """Who put the question that is being voted on, or NOBODY in the Final Session."""
    adopted_in_round: bool
    last_failed: tuple[int, ...] | None
    """The last text that failed ratification (R7.1)."""
    package: Package | None
    amended: bool
    """Whether the package on the table is an amended one (R4.9)."""
    named: tuple[Named, ...]
    """Every level that was named, oldest first."""
    named_from: int
    """Where those begin that were named for the package on the table."""
    capitals: Capitals | None
    hesitation: Hesitation | None
    closing: bool
    """Whether the question that was put last is that of the Final Session (R7.5)."""
    orders_shown: tuple[Orders, ...]
    """Orders of this round's Posture, per seat, once they are revealed."""
    news: int
    """Number of the event card of this round, -1 before it is turned."""
    hand_counts: Sequence[Sequence[int]]
    """`hand_counts[0 | 1 | 2][seat]`: Proposals, Concessions, Pressure cards in hand."""
    discard: Sequence[int]
    """The discard pile of Proposals, oldest first."""
    slices: Sequence[Sequence[int]]
    """The public state of each rule module, in module order."""
    record: tuple[Ballot, ...]
    """Every vote so far, oldest first: whoever takes a seat over knows what was offered and refused."""
    in_force: bool
    conflict: bool
    ending: int
    """SETTLEMENT, STALEMATE, CONFLICT or COLD_WAR; -1 while the game goes on."""

    __slots__ = tuple(__annotations__)

    def level(self, issue: int) -> int:
        """The level of an issue, brackets counting as 0."""
        return max(0, self.text[issue])

    def turn_order(self) -> list[int]:
        """All seats, beginning with the one that has the initiative (R2.3)."""
        count = len(self.setting.seats)
        return [(self.initiative + at) % count for at in range(count)]
