"""Changing the state: every change is decided here, recorded as an event and folded at once.

Rule code, basic or in a module, gets an `Ops` and nothing else to write with.
"""

from __future__ import annotations

from summit_game.engine import events as ev
from summit_game.engine.fold import FOLDS
from summit_game.engine.queries import zone_cap
from summit_game.engine.setting import TENSION
from summit_game.engine.state import State
from summit_game.engine.streams import Stream, flash_number


class Ended(Exception):  # noqa: N818  (not a fault: the game is over in the middle of a phase)
    """Conflict came: nothing more of the current action happens (R8.1)."""


class Ops:
    """One command's worth of changes to a state, with the events they make."""

    __slots__ = ("ceiling", "events", "state")

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[ev.Event] = []
        self.ceiling: int | None = None
        """Tension that what happens now does not pass (R2.5b)."""

    def record(self, event: ev.Event) -> None:
        """Fold an event and keep it."""
        FOLDS[type(event)](self.state, event)
        self.events.append(event)

    def move_track(self, track: int, delta: int, cause: str) -> None:
        """Move a table track within its range (R2.6). Tension at its maximum ends the game (R8.1)."""
        spec = self.state.setting.tracks[track]
        if spec.frozen:
            return
        old = self.state.tracks[track]
        value = old + delta
        value = spec.low if value < spec.low else spec.high if value > spec.high else value
        if track == TENSION and self.ceiling is not None and delta > 0:
            value = max(old, min(value, self.ceiling))
        if value != old:
            self.record(ev.TrackMoved(track, value - old, value, cause))
        if track == TENSION and value == spec.high:
            self.conflict(cause)

    def move_seat_track(self, track: int, seat: int, delta: int, cause: str) -> None:
        """Move a delegation's track within its range (R2.6)."""
        spec = self.state.setting.seat_tracks[track]
        if spec.frozen:
            return
        old = self.state.seat_tracks[track][seat]
        value = old + delta
        value = spec.low if value < spec.low else spec.high if value > spec.high else value
        if value != old:
            self.record(ev.SeatTrackMoved(track, seat, value - old, value, cause))

    def move_units(self, side: int, zone: int, delta: int, cause: str) -> bool:
        """Add a unit below the cap or remove one that is there; otherwise nothing and False (R2.6)."""
        old = self.state.units[side][zone]
        value = old + delta
        if value < 0 or (delta > 0 and value > zone_cap(self.state, side, zone)):
            return False
        self.record(ev.UnitsMoved(side, zone, delta, value, cause))
        return True

    def set_slice(self, module: int, at: int, value: int) -> None:
        """Write a number of a module's public state."""
        if self.state.slices[module][at] != value:
            self.record(ev.SliceSet(module, at, value))

    def flash(self, purpose: str, seat: int = -1) -> int:
        """Turn a flash number 1..6 for a purpose, once per round, purpose and seat (R1.5)."""
        number = flash_number(self.state.seed, self.state.round, purpose, seat)
        self.record(ev.FlashTurned(purpose, seat, number))
        return number

    def stream(self, *purpose: str | int) -> Stream:
        """A random stream for a purpose. What it decides must be recorded in an event."""
        return Stream(self.state.seed, *purpose)

    def conflict(self, cause: str) -> None:
        """Conflict: the game ends at once (R8.1)."""
        self.record(ev.ConflictCame(cause))
        raise Ended
