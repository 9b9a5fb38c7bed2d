"""What happened since a reader's last move: the difference of two boards, as data.

Nothing is stored for it: `before` is what the reader saw when it decided last, `now` what it sees. Left out are where
play stands (round, phase, whose turn), how many cards others hold, and what the reader alone did in secret.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summit_game.engine.board import NOBODY, Board
from summit_game.engine.view import View
from summit_game.seat.goal import goal_points


class TrackMoved(NamedTuple):
    """A track of the table moved from one value to another."""

    track: int
    before: int
    now: int


class SeatTrackMoved(NamedTuple):
    """A track of a delegation moved. `kind`: SUPPORT, CREDIBILITY or PRESSURE_TOKENS."""

    kind: int
    seat: int
    before: int
    now: int


class IssueMoved(NamedTuple):
    """The text of an issue changed: levels, -1 in brackets. `by` tabled the package that did it, -1 if none did."""

    issue: int
    before: int
    now: int
    by: int


class UnitsMoved(NamedTuple):
    """Units of a side in a zone changed in number."""

    side: int
    zone: int
    before: int
    now: int


class VoteHeld(NamedTuple):
    """A vote that was shown. `changes`: issue, level before (-1 in brackets), level asked; none: whether to sign."""

    tabler: int
    changes: tuple[tuple[int, int, int], ...]
    objectors: tuple[int, ...]
    passed: bool


class LevelNamed(NamedTuple):
    """A level with which an objector would have let a package pass (R4.8)."""

    seat: int
    issue: int
    level: int


class Worth(NamedTuple):
    """What the draft and walking away were worth to the reader, goal included, and are now."""

    draft_before: int
    draft: int
    away_before: int
    away: int

    @property
    def margin(self) -> int:
        """How much better than walking away the draft is."""
        return self.draft - self.away

    @property
    def risen(self) -> int:
        """By how much the margin has grown."""
        return self.margin - (self.draft_before - self.away_before)


@dataclass(frozen=True, slots=True)
class Digest:
    """What changed for a reader. Numbers of tracks, issues, sides, zones and seats are those of the game sheet."""

    seat: int
    """The reader, -1 for everybody."""
    tracks: tuple[TrackMoved, ...] = ()
    delegations: tuple[SeatTrackMoved, ...] = ()
    issues: tuple[IssueMoved, ...] = ()
    units: tuple[UnitsMoved, ...] = ()
    monitors: tuple[int, ...] = ()
    """Zones in which a monitor stands since."""
    votes: tuple[VoteHeld, ...] = ()
    named: tuple[LevelNamed, ...] = ()
    """By others than the reader."""
    pressed: tuple[int, ...] = ()
    """Delegations that played a Pressure card."""
    stepped: tuple[int, ...] = ()
    """Delegations that took a step."""
    closed: tuple[int, ...] = ()
    """Delegations whose step no longer waits: it was answered, or has lapsed."""
    drawn: tuple[str, ...] = ()
    """Ids of the cards that came into the own hand."""
    worth: Worth | None = None
    """Given to a delegation alone, whether or not it has changed."""

    @property
    def empty(self) -> bool:
        """Whether nothing has changed."""
        moved = self.worth is not None and self.worth[::2] != self.worth[1::2]
        parts = (self.tracks, self.delegations, self.issues, self.units, self.monitors, self.votes, self.named)
        return not (moved or any(parts) or self.pressed or self.stepped or self.closed or self.drawn)


def digest(before: Board, now: Board) -> Digest:
    """What changed from one board to a later one of the same game, both as the same reader sees them."""
    seats = now.setting.seats
    own, was = (now, before) if isinstance(now, View) and isinstance(before, View) else (None, None)
    return Digest(
        seat=own.seat if own is not None else NOBODY,
        tracks=tuple(TrackMoved(*each) for each in _moved(before.tracks, now.tracks)),
        delegations=tuple(
            SeatTrackMoved(kind, *each)
            for kind, (old, new) in enumerate(zip(before.seat_tracks, now.seat_tracks, strict=True))
            for each in _moved(old, new)
        ),
        issues=tuple(IssueMoved(*each, wrote(now, each[0])[0]) for each in _moved(before.text, now.text)),
        units=tuple(
            UnitsMoved(side, *each)
            for side, (old, new) in enumerate(zip(before.units, now.units, strict=True))
            for each in _moved(old, new)
        ),
        monitors=tuple(zone for zone, _, there in _moved(before.monitors, now.monitors) if there),
        votes=tuple(
            VoteHeld(
                ballot.tabler,
                tuple((issue, ballot.before[issue], level) for issue, level in ballot.changes),
                ballot.objectors,
                ballot.passed,
            )
            for ballot in now.record[len(before.record) :]
        ),
        named=tuple(
            LevelNamed(each.seat, each.issue, each.level)
            for each in now.named[len(before.named) :]
            if own is None or each.seat != own.seat
        ),
        pressed=tuple(seat for seat in seats if now.pressed[seat] != before.pressed[seat]),
        stepped=tuple(seat for seat in seats if now.stepped[seat] != before.stepped[seat]),
        closed=tuple(seat for seat in seats if before.step_markers[seat] and not now.step_markers[seat]),
        drawn=_drawn(was, own) if was is not None and own is not None else (),
        worth=Worth(_draft(was), _draft(own), _away(was), _away(own)) if was is not None and own is not None else None,
    )


def wrote(board: Board, issue: int) -> tuple[int, int]:
    """Who tabled the package that wrote the level of an agreed issue, and in which round; (-1, 0) if none did."""
    if board.text[issue] >= 0:
        for ballot in reversed(board.record):
            if ballot.passed and (issue, board.text[issue]) in ballot.changes:
                return ballot.tabler, ballot.round
    return NOBODY, 0


def _moved(before: Sequence[int], now: Sequence[int]) -> list[tuple[int, int, int]]:
    return [(at, old, new) for at, (old, new) in enumerate(zip(before, now, strict=True)) if old != new]


def _draft(view: View) -> int:
    return view.held.value(view.text) + goal_points(view)


def _away(view: View) -> int:
    return view.no_deal() + goal_points(view, treaty=False)


def _drawn(before: View, now: View) -> tuple[str, ...]:
    setting, drawn = now.setting, []
    hands = (
        (setting.proposals, before.proposals, now.proposals),
        (setting.concessions, before.concessions, now.concessions),
        (setting.pressure, before.pressure, now.pressure),
    )
    for cards, old, new in hands:
        drawn += [cards[card].id for card in (Counter(new) - Counter(old)).elements()]
    return tuple(drawn)
