"""What all checks share: the deck, the ids it has, and the list of faults that is being filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel

from summit_game.deck.faults import Fault, Said, choose, word
from summit_game.deck.load import LoadResult
from summit_game.deck.model_base import BySeats
from summit_game.deck.models import Deck
from summit_game.deck.places import subject
from summit_game.deck.yamlpos import Keys

SEAT_TRACKS = ("support", "credibility", "pressure")
"""Tracks that every delegation has for itself; all others belong to the table."""
NEEDED_TRACKS = ("tension", "trust", *SEAT_TRACKS)
"""Tracks that the rules themselves use."""


@dataclass
class Checker:
    """A deck under examination."""

    result: LoadResult
    deck: Deck
    registry: Mapping[str, type[BaseModel]]
    """Rule module -> model of its parameters."""
    owned_tracks: Mapping[str, tuple[str, ...]]
    """Rule module -> tracks that it cannot do without."""
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    """What should be better, and keeps nobody from playing."""

    def fault(self, keys: Keys, what: str, /, key: bool = False, **values: object) -> None:
        """Report a fault at a value, or with `key` at its key. `about` is what the value is called."""
        values = {"about": subject(self.result.data, keys), **values}
        self.faults.append(self.result.places.fault(keys, what, key, **values))

    def note(self, keys: Keys, what: str, /, **values: object) -> None:
        """Report what should be better, as `fault` reports what is wrong."""
        self.notes.append(self.result.places.fault(keys, what, key=False, **values))

    def around(self, keys: Keys, key: bool) -> Said:
        """What the value is called in a fault, or what surrounds it if the fault is at its key."""
        return subject(self.result.data, keys[:-1] if key else keys)

    @cached_property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Kind of id -> the ids of that kind, in the deck's order."""
        deck = self.deck
        # A track that is needed counts as known even if it is missing: that is one fault, not one for each use.
        owned = (track for module in deck.modules for track in self.owned_tracks.get(module, ()))
        tracks = (*deck.tracks, *NEEDED_TRACKS, *owned)
        return {
            "issue": tuple(issue.id for issue in deck.issues),
            "delegation": tuple(delegation.id for delegation in deck.delegations),
            "side": tuple(side.id for side in deck.sides),
            "zone": tuple(zone.id for zone in deck.zones),
            "track": tuple(dict.fromkeys(track for track in tracks if track not in SEAT_TRACKS)),
            "any track": tuple(deck.tracks),
            "module": tuple(deck.modules),
            "reference": tuple(each.id for each in deck.references),
        }

    def knows(self, kind: str, name: str, keys: Keys, key: bool = False) -> bool:
        """Whether the deck has an id; if not, the fault is reported."""
        if name in self.names[kind]:
            return True
        self.unknown(kind, name, keys, key, self.around(keys, key))
        return False

    def unknown(self, kind: str, name: str, keys: Keys, key: bool, about: Said) -> None:
        """Report a name that the deck does not have."""
        noun = word(f"noun-{kind.removeprefix('any ')}")
        self.fault(keys, "unknown", key, about=about, noun=noun, name=name, todo=choose(name, self.names[kind]))

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Issue -> its highest level."""
        return {issue.id: len(issue.levels) - 1 for issue in reversed(self.deck.issues)}

    def level(self, issue: str, level: int, keys: Keys, low: int = 1, key: bool = False) -> None:
        """Report a level that the issue does not have."""
        top = self.levels.get(issue)
        if top is not None and not low <= level <= top:
            what = "names-no-level" if key else "no-level"
            self.fault(keys, what, key, about=self.around(keys, key), level=level, issue=issue, low=low, top=top)

    def has_level(self, issue: str, level: int) -> bool:
        """Whether a card may set this level of this issue."""
        return 1 <= level <= self.levels.get(issue, 0)

    @cached_property
    def sound_tables(self) -> tuple[int, ...]:
        """Sizes of tables at which as many known delegations sit, each once."""
        known = self.names["delegation"]
        return tuple(
            size
            for size, seats in self.deck.tables.items()
            if len(set(seats)) == len(seats) == size and all(name in known for name in seats)
        )

    @cached_property
    def tables_of(self) -> Mapping[str, tuple[int, ...]]:
        """Delegation -> sizes of the tables at which it sits."""
        sizes = self.deck.tables.items()
        return {name: tuple(size for size, seats in sizes if name in seats) for name in self.names["delegation"]}

    def active(self, module: str | None) -> bool:
        """Whether a part that rests on a module is in the standard game."""
        return module is None or self.deck.modules.get(module, {"on": False}).get("on", True) is not False

    def sizes(self, by_seats: Mapping[int, int], wanted: Iterable[int], keys: Keys, what: str) -> None:
        """Report table sizes that a mapping of sizes to numbers lacks, or that the deck does not have.

        `what` the numbers are: `value`, `orders` or `start`.
        """
        unknown = [size for size in by_seats if size not in self.deck.tables]
        for size in unknown:
            at, todo = (*keys, size), choose(size, self.deck.tables)
            self.fault(at, "no-table", key=True, about=self.around(at, True), size=size, todo=todo)
        for size in wanted:
            # A wrong size stands for the one that is missing: one fault is enough.
            if size not in by_seats and not unknown:
                self.fault(keys, f"no-{what}", size=size)


def numbers(by_seats: BySeats, keys: Keys) -> list[tuple[int, Keys]]:
    """The numbers of a `BySeats` value, each with the way to it."""
    if isinstance(by_seats, int):
        return [(by_seats, keys)]
    return [(number, (*keys, size)) for size, number in by_seats.items()]
