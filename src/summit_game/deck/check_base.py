"""What all checks share: the deck, the ids it has, and the list of faults that is being filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel

from summit_game.deck.faults import Fault, choose, quote
from summit_game.deck.load import LoadResult
from summit_game.deck.models import BySeats, Deck
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

    def fault(self, keys: Keys, what: str, todo: str, key: bool = False) -> None:
        """Report a fault at a value, or with `key` at its key."""
        self.faults.append(self.result.places.fault(keys, what, todo, key))

    def about(self, keys: Keys) -> str:
        """What the value is called in a fault."""
        return subject(self.result.data, keys)

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
        }

    def knows(self, kind: str, name: str, keys: Keys, key: bool = False) -> bool:
        """Whether the deck has an id; if not, the fault is reported."""
        if name in self.names[kind]:
            return True
        noun = kind.removeprefix("any ")
        where = self.about(keys[:-1]) if key else self.about(keys)
        self.fault(keys, f"{where} names the unknown {noun} {quote(name)}", choose(name, self.names[kind]), key)
        return False

    @cached_property
    def levels(self) -> Mapping[str, int]:
        """Issue -> its highest level."""
        return {issue.id: len(issue.levels) - 1 for issue in reversed(self.deck.issues)}

    def level(self, issue: str, level: int, keys: Keys, low: int = 1, key: bool = False) -> None:
        """Report a level that the issue does not have."""
        top = self.levels.get(issue)
        if top is not None and not low <= level <= top:
            where = self.about(keys[:-1]) if key else self.about(keys)
            verb = "names" if key else "is"
            what = f"{where} {verb} level {level}, but the issue {quote(issue)} has levels {low} to {top}"
            self.fault(keys, what, "write one of these, or add the level to the issue", key)

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
        """Report table sizes that a mapping of sizes to numbers lacks, or that the deck does not have."""
        unknown = [size for size in by_seats if size not in self.deck.tables]
        for size in unknown:
            where = f"{self.about(keys)} names a table of {size}, which the deck does not have"
            self.fault((*keys, size), where, choose(size, self.deck.tables), key=True)
        for size in wanted:
            # A wrong size stands for the one that is missing: one fault is enough.
            if size not in by_seats and not unknown:
                self.fault(keys, f"{self.about(keys)} has no {what} for the table of {size}", f"add `{size}: …`")


def numbers(by_seats: BySeats, keys: Keys) -> list[tuple[int, Keys]]:
    """The numbers of a `BySeats` value, each with the way to it."""
    if isinstance(by_seats, int):
        return [(by_seats, keys)]
    return [(number, (*keys, size)) for size, number in by_seats.items()]
