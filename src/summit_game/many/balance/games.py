"""Playing games for the balance report, and noting what was done in them and how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from zlib import compress, decompress

import numpy as np
import numpy.typing as npt

from summit_game.deals.agreement import agreement_zone, objectors, red_lines, space_of
from summit_game.deals.solutions import dominating, nash
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.events import Event
from summit_game.engine.play import start
from summit_game.engine.scoring import holding, winners
from summit_game.engine.setting import SETTLEMENT, Game, Setting
from summit_game.engine.state import State
from summit_game.many.balance.course import Course, Listener
from summit_game.many.mixed import drawn
from summit_game.many.play import play_out

PROPOSAL, CONCESSION, PRESSURE, EVENT = "proposal", "concession", "pressure", "event"


class Play(NamedTuple):
    """A card that was played, by whom (-1: it is news), and whether its package was adopted."""

    deck: str
    card: int
    seat: int
    adopted: bool


class Watched(NamedTuple):
    """A finished game. `acts` counts (seat, what it did); `treaty` is the surplus of the text per seat, if settled.

    `agreed` is whether that text lies in the zone of agreement: no red line, nobody below the reservation value.
    `near` is whether the last text does, settled or not; `efficient` whether no text is better for all than a treaty.
    """

    ending: int
    points: tuple[int, ...]
    surplus: tuple[int, ...]
    ratings: tuple[int, ...]
    digest: bytes
    winners: tuple[int, ...]
    plays: tuple[Play, ...]
    acts: tuple[tuple[int, str, int], ...]
    adopted: tuple[tuple[int, str, int], ...]
    treaty: tuple[int, ...]
    agreed: bool
    near: bool
    efficient: bool
    course: Course


class Deal(NamedTuple):
    """What a deal allows: how many texts are in the zone of agreement, and the surplus of the Nash text per seat.

    `best` is the Nash text; `packed` are the numbers of the texts of the zone.
    """

    texts: int
    zone: int
    nash: tuple[int, ...]
    best: tuple[int, ...] = ()
    packed: bytes = b""

    def inside(self) -> npt.NDArray[np.uint32]:
        """The numbers of the texts of the zone."""
        return np.frombuffer(decompress(self.packed), np.uint32)


class _Notes:
    """What is noted while a game is played."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.plays: list[Play] = []
        self.acts: Counter[tuple[int, str]] = Counter()
        self.adopted: Counter[tuple[int, str]] = Counter()
        self._open = 0
        self._verb = a.PASS

    def hear(self, seat: int, action: Action | None, events: Sequence[Event]) -> None:
        if action is not None:
            verb = self.setting.verb(action)
            self.acts[seat, verb.id if verb else ""] += 1
        for event in events:
            match event:
                case ev.Acted():
                    self._acted(event.seat, event.action)
                case ev.PackageTabled() if self._verb == a.WRITE:
                    self._written(event)
                case ev.PackageAmended():
                    self._amended(event)
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

    def _amended(self, event: ev.PackageAmended) -> None:
        """Cards that the amendment drops were played in vain; those that it adds are played now."""
        asked = event.proposals[:1] if self._verb in (a.TABLE, a.WRITE) else ()
        left = Counter([(PROPOSAL, card) for card in asked] + [(CONCESSION, card) for card in event.concessions])
        kept: list[Play] = []
        dropped: list[Play] = []
        for play in self.plays[self._open :]:
            card = play.deck, play.card
            (kept if left[card] else dropped).append(play)
            left[card] -= 1
        added = [Play(deck, card, event.seat, False) for deck, card in (+left).elements()]
        self.plays[self._open :] = [*dropped, *kept, *added]
        self._open += len(dropped)

    def _written(self, event: ev.PackageTabled) -> None:
        """A WRITE plays the Proposal that it tables and what is given with it; the other Proposal is laid down."""
        self.plays.append(Play(PROPOSAL, event.proposals[0], event.seat, False))
        self.plays += [Play(CONCESSION, card, event.seat, False) for card in event.concessions]

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
    """Play one game with bots of a kind and note what was done. Raises `Endless`."""
    notes, listener = _Notes(game.setting), Listener()

    def heard(state: State, seat: int, action: Action | None, events: Sequence[Event]) -> None:
        notes.hear(seat, action, events)
        listener.hear(state, seat, action, events)

    state, played = play_out(game, seed, drawn([kind] * len(game.setting.seats), seed), heard)
    return Watched(
        played.ending,
        played.points,
        played.surplus,
        played.ratings,
        played.digest,
        winners(state),
        tuple(notes.plays),
        _counted(notes.acts),
        _counted(notes.adopted),
        *_treaty(state),
        listener.told(state),
    )


def _counted(found: Counter[tuple[int, str]]) -> tuple[tuple[int, str, int], ...]:
    return tuple((seat, name, count) for (seat, name), count in sorted(found.items()))


def _treaty(state: State) -> tuple[tuple[int, ...], bool, bool, bool]:
    held = [holding(state, seat) for seat in state.setting.seats]
    near = not objectors(state.setting, held, state.text)
    if state.ending != SETTLEMENT:
        return (), False, near, False
    values = [each.value(state.text) for each in held]
    space = space_of(state)
    efficient = space is not None and dominating(space, values) == 0
    return tuple(value - each.reservation for value, each in zip(values, held, strict=True)), near, near, efficient


def deal(game: Game, seed: int) -> Deal | None:
    """What the deal of a seed allows, by looking at every text; None if there are too many."""
    space = space_of(start(game, seed)[0])
    if space is None:
        return None
    zone = agreement_zone(space, red_lines(game.setting))
    best = nash(space, zone, plus=1)
    packed = compress(np.flatnonzero(zone).astype(np.uint32).tobytes(), 1)
    if best is None:
        return Deal(space.deals, 0, (), (), packed)
    return Deal(space.deals, int(zone.sum()), space.surplus(best.deal), space.text(best.deal), packed)
