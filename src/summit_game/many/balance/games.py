"""Playing games for the balance report, and noting what was done in them and how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

from summit_game.bots.kinds import maker
from summit_game.deals.agreement import agreement_zone, objectors, red_lines, space_of
from summit_game.deals.solutions import nash
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.events import Event
from summit_game.engine.play import apply, start
from summit_game.engine.scoring import holding, scores, winners
from summit_game.engine.setting import SETTLEMENT, Game, Setting
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import view

PROPOSAL, CONCESSION, PRESSURE, EVENT = "proposal", "concession", "pressure", "event"
MIXED = "mixed"
"""A kind of play: each seat draws one of `MIX`."""
MIX = ("cooperator", "by-the-book", "salami-slicer", "opportunist", "hardliner")

MOST_DECISIONS = 20_000
"""Far more decisions than a game can hold whose rule modules let it end."""


class Endless(Exception):  # noqa: N818  (a fault of a rule module, not of the program)
    """A game that does not end."""


class Play(NamedTuple):
    """A card that was played, by whom (-1: it is news), and whether its package was adopted."""

    deck: str
    card: int
    seat: int
    adopted: bool


class Watched(NamedTuple):
    """A finished game. `acts` counts (seat, what it did); `treaty` is the surplus of the text per seat, if settled.

    `agreed` is whether that text lies in the zone of agreement: no red line, nobody below the reservation value.
    """

    ending: int
    points: tuple[int, ...]
    surplus: tuple[int, ...]
    ratings: tuple[int, ...]
    winners: tuple[int, ...]
    plays: tuple[Play, ...]
    acts: tuple[tuple[int, str, int], ...]
    adopted: tuple[tuple[int, str, int], ...]
    treaty: tuple[int, ...]
    agreed: bool
    digest: bytes


class Deal(NamedTuple):
    """What a deal allows: how many texts are in the zone of agreement, and the surplus of the Nash text per seat."""

    texts: int
    zone: int
    nash: tuple[int, ...]


def seated(kind: str, seed: int, seats: Sequence[int]) -> list[str]:
    """The kind of bot of each seat."""
    if kind != MIXED:
        return [kind] * len(seats)
    stream = Stream(seed, MIXED)
    return [stream.choice(MIX) for _ in seats]


def name_of(setting: Setting, action: Action) -> str:
    """What kind of thing an action is, such as `table` or `order build`."""
    verb = setting.verb(action)
    return verb.id if verb else ""


class _Notes:
    """What is noted while a game is played, from its events."""

    def __init__(self) -> None:
        self.plays: list[Play] = []
        self.adopted: Counter[tuple[int, str]] = Counter()
        self._open = 0
        self._verb = a.PASS

    def hear(self, events: Sequence[Event]) -> None:
        for event in events:
            match event:
                case ev.Acted():
                    self._acted(event.seat, event.action)
                case ev.PackageAdopted() | ev.PackageFailed():
                    self._decided(event.seat, isinstance(event, ev.PackageAdopted))
                case ev.NewsTurned():
                    self.plays.append(Play(EVENT, event.card, -1, False))

    def _decided(self, seat: int, passed: bool) -> None:
        """The package is adopted or not. A game may also end in between; then it is not."""
        self.plays = [play._replace(adopted=passed) if at >= self._open else play for at, play in enumerate(self.plays)]
        self._open = len(self.plays)
        if passed:
            self.adopted[seat, a.VERBS[self._verb]] += 1

    def _acted(self, seat: int, action: Action) -> None:
        self._verb, args = action
        self._open = len(self.plays)
        if self._verb == a.TABLE:
            self.plays.append(Play(PROPOSAL, args[0], seat, False))
            self.plays += [Play(CONCESSION, card, seat, False) for card in args[1:]]
        elif self._verb == a.STEP:
            self.plays.append(Play(CONCESSION, args[0], seat, False))
        elif self._verb == a.PRESS:
            self.plays.append(Play(PRESSURE, args[0], seat, False))


def watch(game: Game, kind: str, seed: int) -> Watched:
    """Play one game with bots of a kind and note what was done."""
    setting = game.setting
    state, events = start(game, seed)
    kinds = seated(kind, seed, setting.seats)
    bots = [maker(each)(seed, name) for each, name in zip(kinds, setting.seat_ids, strict=True)]
    notes, acts = _Notes(), Counter[tuple[int, str]]()
    fingerprint = blake2b(repr(events).encode(), digest_size=16)
    notes.hear(events)
    for _ in range(MOST_DECISIONS):
        if not state.waiting:
            break
        seat = state.waiting[0]
        action = bots[seat].decide(view(state, seat)).action
        acts[seat, name_of(setting, action)] += 1
        events = apply(state, seat, action)
        notes.hear(events)
        fingerprint.update(repr(events).encode())
    else:
        raise Endless(f"the game with seed {seed} has no end after {MOST_DECISIONS} decisions")
    results = scores(state)
    treaty, agreed = _treaty(state)
    return Watched(
        state.ending,
        tuple(each.points for each in results),
        tuple(each.surplus for each in results),
        tuple(each.rating for each in results),
        winners(state),
        tuple(notes.plays),
        tuple((seat, name, count) for (seat, name), count in sorted(acts.items())),
        tuple((seat, name, count) for (seat, name), count in sorted(notes.adopted.items())),
        treaty,
        agreed,
        fingerprint.digest(),
    )


def _treaty(state: State) -> tuple[tuple[int, ...], bool]:
    if state.ending != SETTLEMENT:
        return (), False
    held = [holding(state, seat) for seat in state.setting.seats]
    surplus = tuple(each.value(state.text) - each.reservation for each in held)
    return surplus, not objectors(state.setting, held, state.text)


def deal(game: Game, seed: int) -> Deal | None:
    """What the deal of a seed allows, by looking at every text; None if there are too many."""
    space = space_of(start(game, seed)[0])
    if space is None:
        return None
    zone = agreement_zone(space, red_lines(game.setting))
    best = nash(space, zone, plus=1)
    return Deal(space.deals, int(zone.sum()), space.surplus(best.deal) if best else ())
