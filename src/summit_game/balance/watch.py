"""Playing games for the balance report, and noting what was done in them and how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from math import prod
from typing import NamedTuple

from summit_game.bots.kinds import maker
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.events import Event
from summit_game.engine.measures import MAX_TEXTS, Valued, all_texts, in_zone, nash_text, surpluses
from summit_game.engine.play import apply, start
from summit_game.engine.scoring import Holding, holding, scores, winners
from summit_game.engine.setting import SETTLEMENT, Game, Setting
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import view

PROPOSAL, CONCESSION, PRESSURE, EVENT = "proposal", "concession", "pressure", "event"
MIXED = "mixed"
"""A kind of play: each seat draws one of `MIX`."""
MIX = ("cooperator", "by-the-book", "salami-slicer", "opportunist", "hardliner")


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
    while state.waiting:
        seat = state.waiting[0]
        action = bots[seat].choose(view(state, seat))
        acts[seat, name_of(setting, action)] += 1
        events = apply(state, seat, action)
        notes.hear(events)
        fingerprint.update(repr(events).encode())
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


def _held(state: State) -> list[Holding]:
    return [holding(state, seat) for seat in state.setting.seats]


def _treaty(state: State) -> tuple[tuple[int, ...], bool]:
    if state.ending != SETTLEMENT:
        return (), False
    held = _held(state)
    text = tuple(max(0, level) for level in state.text)
    valued = Valued(text, tuple(each.value(text) for each in held))
    return surpluses(held, valued), in_zone(state.setting, held, valued)


def deal(game: Game, seed: int) -> Deal | None:
    """What the deal of a seed allows, by looking at every text; None if there are too many."""
    setting = game.setting
    if prod(issue.levels for issue in setting.issues) > MAX_TEXTS:
        return None
    held = _held(start(game, seed)[0])
    texts = all_texts(setting, held)
    zone = [each for each in texts if in_zone(setting, held, each)]
    best = nash_text(held, zone)
    return Deal(len(texts), len(zone), surpluses(held, best) if best else ())
