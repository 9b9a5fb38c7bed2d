"""Playing on from a point of a game, several times: everything stays the same except the chance of the bots.

The cards, the news and the flash numbers are those of the table's seed. Bots play every seat from there on. The first
run gives them the chance that they had at the table, each further one another chance of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from math import sqrt
from typing import NamedTuple

from summit_game.bots.external import PREFIX
from summit_game.bots.kinds import Bot, maker
from summit_game.bots.simple import SimpleBot
from summit_game.debrief.model import Share
from summit_game.deck.compile import SetupError
from summit_game.engine import play
from summit_game.engine.actions import Action
from summit_game.engine.board import (
    AMENDMENT,
    CAPITALS,
    CORRIDOR,
    FLOOR,
    OVER,
    POSTURE,
    REASONS,
    REOPENING,
    SIGNING,
    STEP_VOTE,
    TALK,
    VOTE,
)
from summit_game.engine.events import Event
from summit_game.engine.fold import fold
from summit_game.engine.refusal import Refused
from summit_game.engine.scoring import scores
from summit_game.engine.setting import ENDINGS, Game
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from summit_game.many.share_out import Crew, Table, share_out
from summit_game.table.sitter import Sitter

STAND_IN = "by-the-book:2"
"""Who plays on for a person, and for a program or script that is not started or not here.

Always the same one: fitting a personality to a few dozen decisions of a person would claim more than they show. It
keeps to public mandates, neither the most yielding nor the hardest of the personalities, and its choices depend on
chance, so that several runs differ. Comparing with `baseline`, in which it plays too, takes out what it does itself.
"""

Place = tuple[int, ...]
"""Where in a game a decision stands. Places only grow while a game is played, in whatever way."""


class Later(NamedTuple):
    """What the facilitator does when the game reaches a place: bring in a `card`, or if it is -1, move a track."""

    at: Place
    card: int
    track: int = -1
    delta: int = 0
    seat: int = -1


class Point(NamedTuple):
    """A game to be played on, as it travels to a worker: what happened, what the facilitator will do, the bots."""

    table: Table
    seed: int
    events: tuple[Event, ...]
    later: tuple[Later, ...]
    kinds: tuple[str, ...]


class Run(NamedTuple):
    """One game played to its end: the ending, a fingerprint of the whole final state, the score of each delegation."""

    ending: int
    digest: str
    points: tuple[int, ...] = ()


# --- playing ---------------------------------------------------------------------------------------------------------


def play_on(point: Point, runs: int, jobs: int = 1) -> list[Run]:
    """Play to the end `runs` times, on `jobs` processes (-1: one per core). The same for any number of processes."""
    return share_out(partial(_some, point), range(runs), Crew(jobs))


def _some(point: Point, numbers: Sequence[int]) -> list[Run]:
    game = point.table.game()
    finals = [final_state(game, point, number) for number in numbers]
    return [Run(each.ending, each.digest(), tuple(score.points for score in scores(each))) for each in finals]


def final_state(game: Game, point: Point, run: int = 0) -> State:
    """The end of one run. With run 0 the bots have the chance that they had at the table."""
    state = fold(State(game, point.seed), point.events)
    seed = bots_seed(point.seed, run)
    bots = [maker(kind)(seed, name) for kind, name in zip(point.kinds, game.setting.seat_ids, strict=True)]
    later = list(point.later)
    while True:
        while later and state.phase != OVER and later[0].at <= place(state):
            facilitate(state, later.pop(0))
        if not state.waiting:
            return state
        seat = state.waiting[0]
        play.apply(state, seat, _choice(bots[seat], view(state, seat), seed))


def bots_seed(seed: int, run: int) -> int:
    """The seed of the bots' own chance in a run; nothing else depends on it."""
    if run == 0:
        return seed
    stream = Stream(seed, "what if", run)
    return stream.word() << 32 | stream.word()


def _choice(bot: Bot, seen: View, seed: int) -> Action:
    """What the bot does; as at a table, a simple bot stands in for one that fails."""
    try:
        action = bot.decide(seen).action
        if seen.refusal(action) is None:
            return action
    except Exception:
        # Whatever a bot of somebody's own does, the others play on.
        return _stand_in(seen, seed)
    return _stand_in(seen, seed)


def _stand_in(seen: View, seed: int) -> Action:
    return SimpleBot(seed, seen.setting.seat_ids[seen.seat]).decide(seen).action


# --- the facilitator -------------------------------------------------------------------------------------------------

_STAGES = {CORRIDOR: 1, TALK: 1, POSTURE: 3}
_IN_TURN = (FLOOR, VOTE, SIGNING, REASONS, AMENDMENT, CAPITALS, STEP_VOTE, REOPENING)
_STEPS = {TALK: 1, VOTE: 1, SIGNING: 1, REASONS: 2, AMENDMENT: 3, CAPITALS: 5, STEP_VOTE: 5, REOPENING: 6}
_AMENDED = 4
"""What may follow each other in a turn, and, of the treaty, in the Final Session."""


def place(state: State) -> Place:
    """Where the game stands, so that "at the same place" has a meaning in a game that went another way.

    Every decision takes the game to a later place.
    """
    stage, turn = _STAGES.get(state.phase, 0), (0, 0)
    if state.closing:
        stage = 4
    elif state.phase in _IN_TURN:
        stage, turn = 2, (state.pass_number, state.turn)
    elif state.phase == TALK:
        turn = (0, state.turn)
    amended = state.phase == VOTE and state.amended
    step = _AMENDED if amended else _STEPS.get(state.phase, 0)
    return (state.round, stage, *turn, step, *_done(state))


def _done(state: State) -> tuple[int, ...]:
    """How far a step of a turn has come."""
    if state.phase == POSTURE:
        return (sum(len(own.orders) for own in state.own),)
    if state.phase == TALK:
        seat = state.turn_order()[state.turn]
        said = (each for each in state.own[seat].talk if (each.seat, each.round) == (seat, state.round))
        return (sum(1 + len(each.answers) for each in said),)
    if state.capitals is not None and state.hesitation is not None:
        left, hesitation = len(state.capitals.left), state.hesitation
        voting = state.phase == STEP_VOTE
        return (-left, hesitation.asked, not voting, -len(state.waiting) if voting else -hesitation.short)
    return (-len(state.waiting),)


def facilitate(state: State, later: Later) -> list[Event]:
    """Do what the facilitator did, if the game still allows it; else nothing happens."""
    try:
        if later.card >= 0:
            return play.inject(state, later.card, later.seat)
        return play.inject_move(state, later.track, later.delta, later.seat)
    except Refused:
        return []


# --- who plays -------------------------------------------------------------------------------------------------------


def who_plays(sitters: Mapping[int, Sitter]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The kind of bot that plays each seat on, and the seats among them in which it is the stand-in.

    A program that a journal names is never started, and of the files that it names only small regular ones are read.
    """
    kinds = [sitters[seat].bot if _is_here(sitters[seat].bot) else "" for seat in sorted(sitters)]
    return tuple(kind or STAND_IN for kind in kinds), tuple(seat for seat, kind in enumerate(kinds) if not kind)


def _is_here(kind: str) -> bool:
    if not kind or kind.startswith(PREFIX):
        return False
    try:
        maker(kind)
    except SetupError:
        return False
    return True


# --- how often -------------------------------------------------------------------------------------------------------


def mean_points(runs: Sequence[Run]) -> tuple[float, ...]:
    """The score of each delegation on average, to a tenth of a point; empty if there are no runs."""
    return tuple(round(sum(each) / len(each), 1) for each in zip(*(run.points for run in runs), strict=True))


_Z = 1.959964
"""Quantile of the normal distribution for 95 %."""


def shares(runs: Iterable[Run], certain: bool = False) -> tuple[Share, ...]:
    """How often each scenario came out, with Wilson's 95 % interval, which holds for few runs and for none or all.

    `certain`: no chance was left, so that the shares are no estimate and have no interval.
    """
    endings = [run.ending for run in runs]
    if certain:
        part = tuple(100.0 * (ending in endings) for ending in range(len(ENDINGS)))
        return tuple(Share(at, endings.count(at), each, each, each) for at, each in enumerate(part))
    return tuple(_share(at, endings.count(at), len(endings)) for at in range(len(ENDINGS)))


def _share(ending: int, count: int, total: int) -> Share:
    if not total:
        return Share(ending, 0, 0.0, 0.0, 100.0)
    part = count / total
    middle = part + _Z * _Z / (2 * total)
    spread = _Z * sqrt(part * (1 - part) / total + _Z * _Z / (4 * total * total))
    whole = 1 + _Z * _Z / total
    low = 0.0 if count == 0 else (middle - spread) / whole
    high = 1.0 if count == total else (middle + spread) / whole
    return Share(ending, count, *(round(100 * each, 1) for each in (part, low, high)))
