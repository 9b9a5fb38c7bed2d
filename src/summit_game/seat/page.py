"""`SeatPage`: what a seat sees, as data. Built from a `View` or from the public board, never filtered from a state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from summit_game.engine.board import BRACKETS, NOBODY, PHASES, Board
from summit_game.engine.queries import zone_cap
from summit_game.engine.setting import CREDIBILITY, ENDINGS, PRESSURE_TOKENS, SUPPORT, TextCard
from summit_game.engine.view import View
from summit_game.seat.goal import goal_points
from summit_game.seat.question import Changes
from summit_game.words import papers
from summit_game.words.effects import effect_words
from summit_game.words.messages import status
from summit_game.words.names import Words

VERSION = 1
"""Version of pages. It counts up when a reader written for the last one could misunderstand a page."""


class NamedLevel(NamedTuple):
    """A level with which a delegation would have let a package pass (R4.8), and when it said so."""

    seat: int
    level: int
    round: int


@dataclass(frozen=True, slots=True)
class IssueNow:
    """An issue in the draft: its level (0 in brackets), and who objected when it was last voted on.

    `named`: what each delegation named on it the last time that it named anything there.
    """

    level: int
    agreed: bool
    objectors: tuple[int, ...]
    named: tuple[NamedLevel, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationNow:
    """What all see of a delegation. `hand`: Proposals, Concessions, Pressure cards."""

    support: int
    credibility: int
    pressure: int
    hand: tuple[int, int, int]
    stepped: bool
    """Whether it has taken a step that waits for an answer."""
    played_by: str
    short: int = 0
    """By how much its capital falls short while it hesitates (R15.5); 0 if it does not."""


class Units(NamedTuple):
    """Units of a side in a zone, and how many it may have."""

    there: int
    cap: int


@dataclass(frozen=True, slots=True)
class ZoneNow:
    """A zone: units of each side that may stand there, by side, and whether a monitor is there."""

    units: dict[int, Units]
    monitor: bool


Rows = tuple[tuple[int, ...], ...]
"""Units by side and zone."""


class Ordered(NamedTuple):
    """What a delegation ordered, in words."""

    seat: int
    orders: str


@dataclass(frozen=True, slots=True)
class RoundOfUnits:
    """Units as a round began, and the orders that were shown in it."""

    round: int
    units: Rows
    orders: tuple[Ordered, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """What lies on the table for a vote."""

    tabler: int
    changes: Changes
    amended: bool = False
    """Whether it is the amended one of two (R4.9)."""


@dataclass(frozen=True, slots=True)
class HandCard:
    """A card in the own hand. `kind`: proposal, concession or pressure. `points`: what its level would change."""

    kind: str
    id: str
    title: str
    text: str
    effects: str
    source: str
    invented: bool
    issue: str = ""
    level: int = 0
    points: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """What the reader alone knows."""

    hand: tuple[HandCard, ...]
    values: tuple[tuple[int, ...], ...]
    """Value of every level of every issue, in points."""
    worth: int
    """Value of the treaty as it stands."""
    no_deal: int
    """Walk-away value now (R8.4)."""
    brief: tuple[str, ...]
    goal: int = 0
    """What the own goal adds to the treaty as it stands, in points."""
    goal_away: int = 0
    """What the own goal adds to walking away now."""


@dataclass(frozen=True, slots=True)
class SeatPage:
    """What a reader sees. `seat` is the reader's, or -1 for everybody; a spectator's page has no `own`.

    Seats, issues, tracks and zones are numbers of the game sheet; `rev` is the number of the last journal entry.
    """

    version: int
    rev: int
    seat: int
    round: int
    phase: str
    pass_number: int
    waiting: tuple[int, ...]
    """Who must act by the rules."""
    asked: tuple[int, ...]
    """Who is asked now: nobody while the game is paused or ended."""
    halt: str
    """`paused` or `ended` if the facilitator has done so."""
    ending: str
    """The id of the ending once the game is over."""
    text: tuple[IssueNow, ...]
    tracks: tuple[int, ...]
    brink: int
    """The tension from which on conflict may come by itself, -1 if it does not (R16.3)."""
    delegations: tuple[DelegationNow, ...]
    zones: tuple[ZoneNow, ...]
    status: tuple[str, ...]
    """What rule modules hold that all may see."""
    package: Package | None
    own: Own | None
    rounds: tuple[RoundOfUnits, ...] = ()
    """The rounds so far, this one too."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a page says about the sitting besides the board."""

    rev: int = 0
    asked: tuple[int, ...] = ()
    halt: str = ""
    played_by: Mapping[int, str] | None = None
    rounds: tuple[RoundOfUnits, ...] = ()


def seat_page(words: Words, board: Board, sitting: Sitting = Sitting()) -> SeatPage:
    """The page of a view, or of the public board."""
    setting = words.setting
    played_by = sitting.played_by or {}
    package, hesitation = board.package, board.hesitation
    last: dict[int, tuple[int, ...]] = {}
    for ballot in board.record:
        last |= {issue: ballot.objectors for issue, _ in ballot.changes}
    return SeatPage(
        version=VERSION,
        rev=sitting.rev,
        seat=board.seat if isinstance(board, View) else NOBODY,
        round=board.round,
        phase=PHASES[board.phase],
        pass_number=board.pass_number,
        waiting=tuple(board.waiting),
        asked=sitting.asked,
        halt=sitting.halt,
        ending=ENDINGS[board.ending] if board.ending >= 0 else "",
        text=tuple(
            IssueNow(max(0, level), level != BRACKETS, last.get(issue, ()), named_on(board, issue))
            for issue, level in enumerate(board.text)
        ),
        tracks=tuple(board.tracks),
        brink=_brink(board),
        delegations=tuple(
            DelegationNow(
                support=board.seat_tracks[SUPPORT][seat],
                credibility=board.seat_tracks[CREDIBILITY][seat],
                pressure=board.seat_tracks[PRESSURE_TOKENS][seat],
                hand=(board.hand_counts[0][seat], board.hand_counts[1][seat], board.hand_counts[2][seat]),
                stepped=bool(board.step_markers[seat]),
                played_by=played_by.get(seat, ""),
                short=hesitation.short if hesitation is not None and hesitation.seat == seat else 0,
            )
            for seat in setting.seats
        ),
        zones=zones_now(board),
        status=tuple(status(board)),
        package=Package(package.tabler, named(words, package.changes), board.amended) if package is not None else None,
        own=_own(words, board) if isinstance(board, View) else None,
        rounds=sitting.rounds,
    )


def zones_now(board: Board) -> tuple[ZoneNow, ...]:
    """Every zone of a board."""
    stands = board.setting.stands
    return tuple(
        ZoneNow(
            {
                side: Units(row[zone], zone_cap(board, side, zone))
                for side, row in enumerate(board.units)
                if stands[side][zone]
            },
            bool(board.monitors[zone]),
        )
        for zone in range(len(board.setting.zones))
    )


def named_on(board: Board, issue: int) -> tuple[NamedLevel, ...]:
    """What each delegation named on an issue the last time that it named anything there (R4.8)."""
    here = [each for each in board.named if each.issue == issue]
    last = {each.seat: each.round for each in here}
    found = (NamedLevel(each.seat, each.level, each.round) for each in here if each.round == last[each.seat])
    return tuple(dict.fromkeys(found))


def _brink(board: Board) -> int:
    keeper = board.rules.brink
    return min((level for level, risk in keeper.brink.items() if risk), default=-1) if keeper is not None else -1


def named(words: Words, changes: tuple[tuple[int, int], ...]) -> Changes:
    """Changes with the ids of their issues."""
    return tuple((words.setting.issue_ids[issue], level) for issue, level in changes)


def _own(words: Words, view: View) -> Own:
    setting = words.setting
    hand = [_text_card(words, view, "proposal", setting.proposals[card]) for card in view.proposals]
    hand += [_text_card(words, view, "concession", setting.concessions[card]) for card in view.concessions]
    hand += [_card(words, "pressure", setting.pressure[card].id) for card in view.pressure]
    return Own(
        hand=tuple(hand),
        values=view.held.brief.values,
        worth=view.held.value(view.text),
        no_deal=view.no_deal(),
        brief=tuple(papers.brief(words, view)),
        goal=goal_points(view),
        goal_away=goal_points(view, treaty=False),
    )


def _card(words: Words, kind: str, card_id: str, issue: str = "", level: int = 0, points: int = 0) -> HandCard:
    card = words.cards[card_id]
    effects = effect_words(getattr(card, "effects", ()), words.deck)
    return HandCard(kind, card_id, card.title, card.text, effects, card.source, card.invented, issue, level, points)


def _text_card(words: Words, view: View, kind: str, spec: TextCard) -> HandCard:
    values = view.held.brief.values[spec.issue]
    points = values[spec.level] - values[view.level(spec.issue)]
    return _card(words, kind, spec.id, words.setting.issue_ids[spec.issue], spec.level, points)
