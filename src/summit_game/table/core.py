"""The heart of a table: the game, its history and journal, and how an entry is added. `table` has the commands."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from summit_game.bots.kinds import Bot, maker
from summit_game.engine import play
from summit_game.engine.actions import NO_MESSAGE_ACTION, Action
from summit_game.engine.board import (
    AMENDMENT,
    CAPITALS,
    CORRIDOR,
    FLOOR,
    OVER,
    POSTURE,
    REASONS,
    REOPENING,
    TALK,
    Board,
)
from summit_game.engine.events import Event
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.refusal import Refusal, Refused
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.talk import asked
from summit_game.engine.view import View, public_view, view
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.advice import alone
from summit_game.table.clock import PER_DECISION, Clock
from summit_game.table.entry import Entry, to_json
from summit_game.table.history import History
from summit_game.table.injects import Queue
from summit_game.table.journal import Journal
from summit_game.table.only_order import only_order
from summit_game.table.people import People
from summit_game.table.ratings import RATINGS, ratings_of
from summit_game.table.receipts import Receipts, decision_of
from summit_game.table.seatings import Seating, seatings
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.voices import Voices

PAUSED, ENDED = "paused", "ended"
ORDERED = (CORRIDOR, FLOOR, REASONS, AMENDMENT, CAPITALS, REOPENING, TALK)
"""Phases in which one delegation decides after the other (R2.8, R3.1, R4.8); in all others everybody at once."""


class Core:
    """What every command stands on.

    `sitters` say who sits where (a person if nothing is said); `bots` may give bots that are made already. `now` gives
    seconds for the clock. Nobody but the table writes; whoever wants to know of it subscribes.
    """

    def __init__(
        self,
        game: Game,
        seed: int,
        bots: Mapping[int, Bot] | None = None,
        *,
        sitters: Mapping[int, Sitter] | None = None,
        history: History | None = None,
        journal: Journal | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.game = game
        self.setting = game.setting
        self.seed = seed
        self.bots: dict[int, Bot] = dict(bots or {})
        self.sitters: dict[int, Sitter] = dict.fromkeys(game.setting.seats, PERSON)
        for seat, sitter in (sitters or {}).items():
            self._seat(seat, sitter)
        self._subscribers: list[Callable[[int], None]] = []
        self.history = history or History()
        self.journal = journal
        self.voices = Voices(game.setting, self.history)
        """What delegations say by themselves."""
        self.people = People()
        """The names of those who sit or sat here, and their ids."""
        self.clock: Clock | None = None
        self.unattended = False
        """Whether nobody has the machine to decide with: between two people, or while others are at it."""
        self.open_votes = False
        """Whether the people at one machine vote openly, on one page."""
        self.adviser: bool | None = None
        """Whether delegations have an adviser; None: only a person alone has one."""
        self.graded = False
        """Whether the game is graded: there is no adviser then."""
        self.talk_between = False
        """Whether people send messages to people (R19.1); if not, they speak to each other aloud."""
        self.paused = False
        self.ended = False
        """Whether the facilitator has ended the sitting before the game was over."""
        self.closed: Refusal | None = None
        """Why this game is looked at and not played on, if it is not: it began under other rules (R9.8)."""
        self.queue = Queue(self.history)
        self._receipts = Receipts(self.history.entries)
        self.now = now
        self._trouble: str | None = None
        self._state: State | None = None

    # --- what front ends may ask ------------------------------------------------------------------------------

    @property
    def state(self) -> State:
        """The game as it stands. Only for the table itself and for what is shown after the end."""
        if self._state is None:
            raise RuntimeError("the table has not been started; call start() first")
        return self._state

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.phase == OVER

    @property
    def asks_now(self) -> tuple[int, ...]:
        """Seats that are asked now: all that have still to decide where everybody decides at once, else one.

        Nobody while the table is paused or the sitting has been ended.
        """
        state = self.state
        if self.paused or self.ended:
            return ()
        return tuple(state.waiting[:1] if state.phase in ORDERED else state.waiting)

    @property
    def advises(self) -> bool:
        """Whether delegations may ask an adviser."""
        return not self.graded and (alone(self.sitters.values()) if self.adviser is None else self.adviser)

    @property
    def events(self) -> list[Event]:
        """Everything that happened on the line of play to where the game is."""
        return list(self.history.events())

    @property
    def decisions(self) -> list[tuple[int, Action]]:
        """Every decision on the line of play, in order: with the seed they are the whole game."""
        moves = (entry for entry in self.history.line() if entry.kind == kinds.MOVE)
        return [(entry.seat, parse_action(self.setting, entry.action)) for entry in moves]

    @property
    def trouble(self) -> str | None:
        """Why this game, or the names in it, is not being saved now, in one sentence; None while all is well."""
        return self._unsaved or self.people.trouble

    @property
    def _unsaved(self) -> str | None:
        return self.journal.trouble if self.journal is not None else self._trouble

    def lost(self, game_id: str) -> str:
        """What leaving now would lose of the game with this id, in a sentence; nothing while all is saved."""
        if self._unsaved is None:
            return ""
        saved = self.history.entries[: self.journal.saved if self.journal is not None else 0]
        if all(entry.kind != kinds.DEAL for entry in saved):
            return say("table-lost")
        return say("table-lost-since", round=max(1, saved[-1].stand[0]), id=game_id)

    @property
    def seatings(self) -> tuple[Seating, ...]:
        """Who sits and sat where, seat by seat, in order."""
        return seatings(self.history.entries, self.sitters, self.history.line())

    def view(self, seat: int) -> View:
        """What the seat may know now."""
        return view(self.state, seat)

    def public(self) -> Board:
        """What everybody may know now."""
        return public_view(self.state)

    def aloud(self, seat: int) -> tuple[int, ...]:
        """Delegations to which this one sends no messages: people sit for both, and speak to each other (R19.1)."""
        if self.talk_between or self._is_bot(seat):
            return ()
        return tuple(each for each in self.setting.seats if each != seat and not self._is_bot(each))

    def _is_bot(self, seat: int) -> bool:
        return seat in self.bots or bool(self.sitters[seat].bot)

    def decision(self, seat: int) -> str:
        """The name of the decision that this seat takes next; a move may say that it answers this one."""
        return decision_of(self.history, seat)

    def subscribe(self, callback: Callable[[int], None]) -> Callable[[], None]:
        """From now on `callback` gets the number of each new entry, once it is kept. Returns what ends that."""
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    # --- beginning and going on -------------------------------------------------------------------------------

    def start(self) -> list[Event]:
        """Deal, and run to the first decision."""
        self._state, events = play.start(self.game, self.seed)
        if self.clock is not None:
            self.clock.fresh()
        self.write(kinds.DEAL, events=tuple(events))
        return [*events, *self._pass_over()]

    def restore(self) -> None:
        """Stand where the history says, after a resume: no rule runs, no chance is used."""
        self._state = self.history.state(self.game, self.seed)
        self.queue = Queue(self.history)

    def reopened(self, program: str) -> None:
        """Go on after a resume: what was due comes, and a running clock runs."""
        if self.asks_now:
            self.write(kinds.OPENED, text=program)
            self._bring_due()
            self._pass_over()

    # --- the clock --------------------------------------------------------------------------------------------

    def keep_time(self) -> None:
        """Let the clock run while a person who has the machine is asked, and stop it otherwise; nothing else does."""
        if self.clock is None:
            return
        if self.person_due is not None and not self.unattended:
            self.clock.start()
        else:
            self.clock.pause()

    @property
    def person_due(self) -> int | None:
        """The seat of the person who must decide next; None if nobody must, or a bot."""
        asked = self.asks_now if self._state is not None else ()
        return asked[0] if asked and asked[0] not in self.bots else None

    def attend(self, attended: bool) -> None:
        """Say whether somebody has the machine to decide with. A table without a front end has somebody always."""
        self.unattended = not attended
        self.keep_time()

    def keep_look(self) -> None:
        """Keep what the clock has left in the journal, so that ending the program, in any way, gives no time back.

        It is no entry of the history: the next entry takes its place.
        """
        if self.clock is not None and self.journal is not None:
            self.journal.look(to_json(self._entry(kinds.LOOK)))

    def leave(self) -> None:
        """The program ends, or goes elsewhere: the clock stops, and what it has left is kept."""
        if self.clock is not None and self.clock.running:
            self.attend(False)
            self.keep_look()

    # --- inside -----------------------------------------------------------------------------------------------

    def without_journal(self, trouble: str) -> None:
        """Go on in memory alone; `trouble` says why."""
        self._trouble = trouble

    def _seat(self, seat: int, sitter: Sitter) -> None:
        if sitter.bot:
            self.bots[seat] = maker(sitter.bot)(self.seed, self.setting.seat_ids[seat])
        else:
            self.bots.pop(seat, None)
        self.sitters[seat] = sitter

    def _must_not_be_ended(self) -> None:
        self._may(self.closed)
        if self.ended:
            raise Refused(Refusal("R9.6", "sitting-ended"))

    def _must_be_open(self) -> None:
        self._must_not_be_ended()
        if self.paused:
            raise Refused(Refusal("R9.6", "game-paused"))

    def _may(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            raise Refused(refusal)

    def _go_to(
        self, kind: str, place: int, seat: int, left: float | None = None, data: Mapping[str, Any] | None = None
    ) -> None:
        """Stand at another place. `left` is what the clock has there; without it, as after a move that leads there."""
        self._state = self.history.state(self.game, self.seed, place)
        if self.clock is not None and left is not None:
            self.clock.set(left)
        else:
            self._fresh_clock()
        self.write(kind, seat=seat, to=place, data=dict(data or {}))
        self.queue = Queue(self.history)
        self._pass_over()

    def _moved(self, kind: str, events: list[Event], data: Mapping[str, Any] | None = None, **values: Any) -> int:
        """Keep what was done, and bring in what was queued for a round that has just begun. The entry's number."""
        had = {"had": round(self.clock.left, 1)} if self.clock is not None else {}
        self._fresh_clock()
        ratings = {RATINGS: ratings_of(self.state)} if self.over else {}
        number = self.write(kind, events=tuple(events), data={**had, **ratings, **(data or {})}, **values)
        events += self._bring_due()
        events += self._pass_over()
        return number

    def _pass_over(self) -> list[Event]:
        """Go on past people who have nothing to decide: no message to send (R19.1), one order left (R9.10).

        What followed.
        """
        for seat in self.asks_now if self._state is not None else ():
            action = None if self._is_bot(seat) else self._only_action(seat)
            if action is not None:
                events = play.apply(self.state, seat, action)
                written = action_text(self.setting, action)
                # Keeping it goes on past whoever is next.
                self._moved(kinds.MOVE, events, seat=seat, by=kinds.BY_TABLE, action=written)
                return events
        return []

    def _only_action(self, seat: int) -> Action | None:
        """What a person does who has nothing to decide now, or None."""
        if self.state.phase != TALK:
            return only_order(self.view(seat)) if self.state.phase == POSTURE else None
        answers = asked(self.state.own[seat].talk, seat) is not None
        return None if answers or len(self.aloud(seat)) < len(self.setting.seats) - 1 else NO_MESSAGE_ACTION

    def _bring_due(self) -> list[Event]:
        """Bring in the cards that were queued for a round which has begun."""
        events: list[Event] = []
        while not self.over and (due := self.queue.due(self.state.round)) is not None:
            number, inject = due
            brought = play.inject(self.state, inject.card, inject.seat)
            events += brought
            card = self.setting.events[inject.card].id
            twice = self._twice(inject.card)
            data = {"queued": number, **twice}
            self.write(kinds.INJECT, events=tuple(brought), seat=inject.seat, text=card, data=data)
        return events

    def _twice(self, card: int) -> dict[str, bool]:
        """What an entry says of a card that is brought in while it is this round's news: it acts a second time."""
        return {"twice": True} if self.state.news == card else {}

    def _moment(self) -> tuple[int, ...]:
        """What a clock counts as one phase, or with a clock per decision, as one decision."""
        state = self.state
        moment = (state.round, state.phase)
        if self.clock is not None and self.clock.rule.per == PER_DECISION:
            return (*moment, state.pass_number, state.turn, *(state.waiting[:1] if state.phase in ORDERED else ()))
        return moment

    def _fresh_clock(self) -> None:
        clock = self.clock
        if clock is None or self.over:
            return
        if clock.rule.per == PER_DECISION or self.history.entries[-1].stand[:2] != self._moment()[:2]:
            clock.fresh()

    def write(self, kind: str, **values: Any) -> int:
        """Add an entry to the history and the journal; its number. For the table, and for what opens and keeps it."""
        self.keep_time()
        entry = self._entry(kind, **values)
        written = to_json(self.people.hidden(entry))
        if self.journal is not None:
            # Names before the entry that has their ids, so that nobody is left without one; but not before there is a
            # journal, so that no names are left without one.
            self._keep_names()
            self.journal.append(written)
            self._keep_names()
        self.history.add(entry)
        for callback in tuple(self._subscribers):
            callback(entry.number)
        return entry.number

    def _keep_names(self) -> None:
        if self.journal is not None and self.journal.on_disk:
            self.people.save(self.journal.path)

    def _entry(self, kind: str, **values: Any) -> Entry:
        """An entry as things stand now."""
        state = self._state
        stand = (state.round, state.phase, state.ending) if state is not None else (0, 0, -1)
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        left = round(self.clock.left, 1) if self.clock is not None else None
        halt = ENDED if self.ended else PAUSED if self.paused else ""
        return Entry(len(self.history.entries), kind, at, stand=stand, halt=halt, left=left, **values)
