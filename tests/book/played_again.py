"""The example game of the rule book, played again from its moves: what stood on the table after each of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.engine.notation import parse_action
from summit_game.engine.play import apply, start
from summit_game.engine.queries import home_reaction
from summit_game.engine.setting import Setting
from summit_game.engine.state import State
from support import dealt_game

MOVES = Path(__file__).with_name("game.txt")
"""One move a line, `DELEGATION: action`, in the order of play."""
SEATS, SEED = 4, 1
TRACKS = ("tension", "trust", "cohesion", "onlooker", "rivalry")

Values = dict[str, int]
"""Everything that has a number on the table, by the name that the book gives it."""


class Moment(NamedTuple):
    """After a move (empty: the deal). `seen` holds every value that a name had from just before the move up to here.

    What a track rose or fell to stands there too, as `tension rises to`.
    """

    move: str
    round: int
    events: Sequence[Event]
    seen: dict[str, set[int]]


class Played(NamedTuple):
    """The whole game. `rounds` holds the values at the end of each round; `reactions` those to the amended package."""

    state: State
    moments: tuple[Moment, ...]
    rounds: tuple[Values, ...]
    reactions: tuple[int, ...]


@cache
def played_again() -> Played:
    """Play the moves. Fails where the engine refuses one, waits for another delegation, or goes on after the last."""
    game = dealt_game(SEATS, SEED, without=("talk",))
    setting = game.setting
    state, events = start(game, SEED)
    table = _starts(setting)
    rounds: list[Values] = []
    reactions: tuple[int, ...] = ()
    moments = [Moment("", state.round, events, _seen(setting, table, events, rounds))]
    for move in MOVES.read_text(encoding="utf-8").splitlines():
        name, _, text = move.partition(": ")
        seat = setting.seat_ids.index(name)
        assert seat in state.waiting, move
        table = _values(state)
        events = apply(state, seat, parse_action(setting, text))
        if any(isinstance(each, ev.PackageAmended) for each in events):
            assert state.package is not None
            reactions = tuple(home_reaction(state, each, state.package.changes) for each in setting.seats)
        seen = _seen(setting, table, events, rounds)
        for each, value in _values(state).items():
            seen[each].add(value)
        moments.append(Moment(move, state.round, events, seen))
    assert not state.waiting
    return Played(state, tuple(moments), (*rounds, _values(state)), reactions)


def _starts(setting: Setting) -> Values:
    found = {track.id: track.start for track in setting.tracks}
    for track in setting.seat_tracks:
        found |= {f"{track.id} of {name}": track.start for name in setting.seat_ids}
    return found | dict.fromkeys(setting.issue_ids, -1)


def _values(state: State) -> Values:
    setting = state.setting
    found = {track.id: value for track, value in zip(setting.tracks, state.tracks, strict=True)}
    for track, row in zip(setting.seat_tracks, state.seat_tracks, strict=True):
        found |= {f"{track.id} of {name}": value for name, value in zip(setting.seat_ids, row, strict=True)}
    found |= dict(zip(setting.issue_ids, state.text, strict=True))
    escalation = next(each for each in state.rules.modules if "R16.1" in each.clauses)
    return found | {"units": sum(map(sum, state.units)), "stand-off level": escalation.standoff(state)}


def _seen(setting: Setting, table: Values, events: Sequence[Event], rounds: list[Values]) -> dict[str, set[int]]:
    """The values from `table` on, as the events move tracks and speak of levels; a round that ends adds to `rounds`."""
    now = dict(table)
    seen = {name: {value} for name, value in now.items()}
    for event in events:
        match event:
            case ev.RoundBegan() if event.round > 1:
                rounds.append(dict(now))
            case ev.TrackMoved() | ev.SeatTrackMoved():
                name = _name(setting, event)
                now[name] = event.value
                seen.setdefault(f"{name} {'rises' if event.delta > 0 else 'falls'} to", set()).add(event.value)
            case ev.PackageTabled() | ev.PackageAmended():
                for issue, level in event.changes:
                    seen[setting.issue_ids[issue]].add(level)
            case ev.CapitalHesitated():
                seen[f"short of {setting.seat_ids[event.seat]}"] = {event.short}
            case _:
                pass
        for name, value in now.items():
            seen[name].add(value)
    return seen


def _name(setting: Setting, event: ev.TrackMoved | ev.SeatTrackMoved) -> str:
    if isinstance(event, ev.TrackMoved):
        return setting.tracks[event.track].id
    return f"{setting.seat_tracks[event.track].id} of {setting.seat_ids[event.seat]}"
