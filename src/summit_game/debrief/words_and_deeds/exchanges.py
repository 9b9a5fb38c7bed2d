"""What was said on the line of play, as far as it may be shown: each exchange with the moments of its message, its
answers and what all saw of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_game.debrief.model import ARCHIVE, Moment
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.board import NO_WORD, NOBODY, OPEN, Exchange
from summit_game.engine.events import Event
from summit_game.table.entry import Entry


@dataclass
class Run:
    """An exchange as it went. `said` of the exchange is empty if it may not be shown. `withdrawn`: taken back."""

    exchange: Exchange
    moment: int
    answered: int = -1
    withdrawn: bool = False

    @property
    def kind(self) -> int:
        """The kind of the message, `actions.NOTHING` if it may not be shown."""
        return self.exchange.said[1] if self.exchange.said else a.NOTHING

    @property
    def answer(self) -> tuple[int, ...] | None:
        """The last answer, without its verb; None if there is none or it may not be shown."""
        return self.exchange.answers[-1][1:] if self.exchange.answers else None


@dataclass
class Heard:
    """Every exchange, oldest first, and what all saw of words: the moment with its event."""

    runs: list[Run] = field(default_factory=list)
    seen: list[tuple[int, Event]] = field(default_factory=list)
    all_told: bool = True
    """Whether nothing is left out since only two heard it."""


def listen(entries: Sequence[Entry], moments: Sequence[Moment], shown: str) -> Heard:
    """What may be told of what was said: while the archive is closed, the side of each event that a spectator sees."""
    heard = Heard()
    by_number: dict[int, Run] = {}
    for at, entry in enumerate(entries):
        withdraws = False
        for event in entry.events:
            face = event if shown == ARCHIVE else ev.face(event, NOBODY)
            if face != event and ev.in_private(event):
                heard.all_told = False
            match face:
                case ev.MessageSent(number, seat, to, said):
                    withdraws = said[1:2] == (a.WITHDRAW,)
                    words = (OPEN, OPEN) if said[1:2] == (a.WARN,) else (NO_WORD, NO_WORD)
                    moment = moments[at]
                    run = Run(Exchange(number, moment.round, seat, to, said, moment.text, (), words), at)
                    by_number[number] = run
                    heard.runs.append(run)
                case ev.AnswerGiven(number, _, _, said):
                    _answered(by_number[number], at, said)
                case ev.WordStands(number, seat, _, now):
                    run = by_number[number]
                    _stands(run, seat, now)
                    run.withdrawn |= withdraws
                case ev.UnderstandingKept() | ev.WordShown() | ev.ShadingSeen():
                    heard.seen.append((at, face))
    return heard


def _answered(run: Run, at: int, said: tuple[int, ...]) -> None:
    run.answered = at
    exchange = run.exchange
    words = exchange.words
    if said[1] == a.AGREE:
        words = (OPEN, OPEN)
    elif said[1] == a.YES and run.kind == a.SOUND:
        words = (NO_WORD, OPEN)
    run.exchange = exchange._replace(answers=(*exchange.answers, said), words=words)


def _stands(run: Run, seat: int, now: int) -> None:
    ours, theirs = run.exchange.words
    words = (now, theirs) if run.exchange.seat == seat else (ours, now)
    run.exchange = run.exchange._replace(words=words)
