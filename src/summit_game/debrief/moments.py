"""What happened, move by move: the line of play folded once, with what it meant to everybody after each move.

Only what `shown` allows is put into a moment, so nothing that is made from moments can tell more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from summit_game.debrief.board import Units
from summit_game.debrief.ledger import VoteBook
from summit_game.debrief.maps import ZonesAt, zones_at
from summit_game.debrief.model import ARCHIVE, PUBLIC, Moment, Points
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import PHASES, SETUP, TALK
from summit_game.engine.fold import fold
from summit_game.engine.notation import parse_action
from summit_game.engine.queries import zone_cap
from summit_game.engine.scenarios import fit
from summit_game.engine.scoring import Holding, holding, no_deal
from summit_game.engine.setting import ENDINGS, MINUS, PLUS, SUPPORT
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.log import EVERYTHING, lines, told
from summit_game.table.voices import Voices
from summit_game.words.drawn_brief import title_of
from summit_game.words.names import Words, signed

EVERYBODY = -1
_ANSWERS = frozenset(each.split("_")[0] for each in a.ANSWERS)
VOTE_KIND = "vote"
"""The kind of a moment that is a secret vote, while the archive is closed."""
MESSAGE_KIND, ANSWER_KIND = "message", "answer"
"""The same for what only two have heard (R19.2)."""
_VOTES = (a.VERBS[a.SILENCE], a.VERBS[a.OBJECT])
SECRET_KINDS = (*_VOTES, a.VERBS[a.ORDER])
"""The kinds of secret votes and orders, where the archive is open."""
_REPEATED = (
    *(ev.Acted, ev.CardsDiscarded, ev.CardSpent, ev.ReasonGiven, ev.AmendmentDeclined),
    *(ev.TurnBegan, ev.TalkPassed),
)
_QUIET = (ev.VoteGiven, ev.OrderGiven)
"""Events that change nothing that a value, a fit or a track is made of."""


class Told(NamedTuple):
    """The line of play as it is told: a moment for each entry, the votes and promises, and the state at the end."""

    entries: tuple[Entry, ...]
    moments: tuple[Moment, ...]
    book: VoteBook
    state: State
    held: tuple[Holding, ...]
    """What was dealt to each delegation; empty if only public."""
    ends: tuple[ZonesAt, ...]
    """The zones as each round ended, the start first."""


class _Stand(NamedTuple):
    text: tuple[int, ...]
    values: Points
    walk_away: Points
    fits: tuple[int, ...]
    tracks: tuple[int, ...]
    support: Points
    units: Units
    caps: Units


def spoken(moment: Moment) -> str:
    """`message` or `answer` if something was said between delegations (R19), whatever of it may be told; else empty."""
    if moment.phase != PHASES[TALK] or moment.kind == a.MESSAGES[a.NOTHING]:
        return ""
    return ANSWER_KIND if moment.kind in _ANSWERS | {ANSWER_KIND} else MESSAGE_KIND


def tell_all(words: Words, entries: Iterable[Entry], state: State, shown: str, voices: Voices | None = None) -> Told:
    """Fold the entries into `state` (a table before the deal) and tell each of them."""
    line = tuple(entries)
    book = VoteBook(words)
    moments: list[Moment] = []
    ends: list[ZonesAt] = []
    held: tuple[Holding, ...] = ()
    stand: _Stand | None = None
    for at, entry in enumerate(line):
        round_, phase = state.round, state.phase
        for event in entry.events:
            book.see(at, event, state, held)
            if isinstance(event, ev.RoundBegan):
                ends.append(zones_at(state))
            fold(state, (event,))
        if entry.kind == kinds.DEAL and shown != PUBLIC:
            held = tuple(holding(state, seat) for seat in state.setting.seats)
        if stand is None or not all(isinstance(each, _QUIET) for each in entry.events):
            stand = _stand(state, held)
        heard = tuple(told(words, entry, EVERYBODY, voices))
        said = tuple(each for _, each in heard)
        kind = _kind(entry)
        private = any(map(ev.in_private, entry.events))
        secret = (kind in SECRET_KINDS or private) and shown != ARCHIVE
        moments.append(
            Moment(
                entry=entry.number,
                round=round_,
                phase=PHASES[SETUP if entry.kind == kinds.DEAL else phase],
                seat=entry.seat if entry.kind == kinds.MOVE else EVERYBODY,
                kind=_closed_kind(kind, entry) if secret else kind,
                action="" if secret else _action(words, entry),
                said=said,
                hidden=_hidden(words, entry, said, state, voices) if shown == ARCHIVE else (),
                repeats=tuple(at for at, (event, _) in enumerate(heard) if _repeats(event, shown)),
                **stand._asdict(),
            )
        )
    return Told(line, tuple(moments), book, state, held, (*ends, zones_at(state)))


def _repeats(event: object, shown: str) -> bool:
    """Whether a line says no more than `action`, or than the lines of the archive that stand beside it."""
    if shown == ARCHIVE and isinstance(event, ev.MessageSent | ev.AnswerGiven):
        return ev.in_private(event)
    return isinstance(event, _REPEATED)


def _stand(state: State, held: tuple[Holding, ...]) -> _Stand:
    return _Stand(
        tuple(state.text),
        tuple(each.value(state.text) for each in held),
        tuple(no_deal(state, seat, each) for seat, each in enumerate(held)),
        tuple(fit(state, ending).points for ending in range(len(ENDINGS))),
        tuple(state.tracks),
        tuple(state.seat_tracks[SUPPORT]),
        tuple(map(tuple, state.units)),
        tuple(tuple(zone_cap(state, side, zone) for zone in range(len(state.monitors))) for side in (PLUS, MINUS)),
    )


def _hidden(words: Words, entry: Entry, said: Iterable[str], state: State, voices: Voices | None) -> tuple[str, ...]:
    """The lines that were not told to everybody, in order; after the deal also what each delegation holds."""
    known = list(said)
    result = []
    for line in lines(words, entry, EVERYTHING, voices):
        if line in known:
            known.remove(line)
        else:
            result.append(line)
    if entry.kind == kinds.DEAL:
        result += [_holds(words, seat, holding(state, seat)) for seat in state.setting.seats]
    return tuple(result)


def _holds(words: Words, seat: int, held: Holding) -> str:
    """What a delegation was dealt, by titles: no sentence of a brief."""
    parts = [say("debrief-holds-brief", title=title_of(words, seat, held.brief))]
    if held.goal is not None:
        parts.append(say("debrief-holds-goal", title=held.goal.title))
    if held.mood is not None:
        parts.append(say("debrief-holds-mood", title=held.mood.title))
    return say("debrief-holds", who=words.seats[seat], what=", ".join(parts))


def _kind(entry: Entry) -> str:
    return entry.action.split()[0].lower() if entry.kind == kinds.MOVE else entry.kind


def _closed_kind(kind: str, entry: Entry) -> str:
    """The kind of a secret move, so that it tells no more than everybody knows."""
    for event in entry.events:
        if ev.in_private(event):
            return MESSAGE_KIND if isinstance(event, ev.MessageSent) else ANSWER_KIND
    return VOTE_KIND if kind in _VOTES else kind


def _action(words: Words, entry: Entry) -> str:
    """What was done, in words."""
    if entry.kind == kinds.MOVE:
        return words.action(parse_action(words.setting, entry.action))
    if entry.kind == kinds.INJECT:
        who = words.seats[entry.seat] if entry.seat >= 0 else "all"
        return say("debrief-bring-in", card=words.card(entry.text), who=who)
    moved = entry.kind == kinds.TRACK
    return say("debrief-move", what=_moved(words, entry), why=entry.text) if moved else ""


def _moved(words: Words, entry: Entry) -> str:
    """The track that the facilitator moved; nothing moved if it stood at its end already."""
    for event in entry.events:
        if isinstance(event, ev.TrackMoved):
            track = words.setting.tracks[event.track].name
            return say("debrief-moved-track", track=track, by=signed(event.delta))
        if isinstance(event, ev.SeatTrackMoved):
            track = words.setting.seat_tracks[event.track].name
            return say("debrief-moved-seat-track", track=track, who=words.seats[event.seat], by=signed(event.delta))
    return say("debrief-moved-nothing")
