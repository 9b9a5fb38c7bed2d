"""The table: one sitting of a game, with people and bots in its seats. Commands come one at a time.

Every command is answered with the events that followed or with a refusal, and is an entry of the history and, if the
table has a journal, on the disk before the answer. Front ends and bots get views, nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from summit_game.bots.kinds import Bot, Explains, maker
from summit_game.engine import actions as a
from summit_game.engine import play
from summit_game.engine.actions import Action, action_text, parse_action
from summit_game.engine.board import NOBODY, OVER, Board
from summit_game.engine.events import Event
from summit_game.engine.refusal import Refusal, Refused
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.view import View, public_view, view
from summit_game.table import entry as kinds
from summit_game.table.clock import PER_DECISION, STAND_IN, Clock
from summit_game.table.entry import Entry, to_json
from summit_game.table.history import History
from summit_game.table.journal import Journal
from summit_game.table.queue import Inject, Queue
from summit_game.table.seats import PERSON, Sitter
from summit_game.table.takeback import why_no_redo, why_no_undo
from summit_game.words.safe import NOTE_LENGTH, safe_text

BY_PERSON, BY_TIME = "person", "time"
STAND_INS = (a.PASS_ACTION, a.NO_PROMISE_ACTION, a.SILENCE_ACTION, a.HOLD_ACTION)
"""What is done for a seat whose time is up, if the clock says so: the least, and it is marked."""


class Table:
    """One sitting, from the deal to the end.

    `sitters` say who sits where (a person if nothing is said); `bots` may give bots that are made already. `listener`
    is called with each new entry, `now` gives seconds for the clock.
    """

    def __init__(
        self,
        game: Game,
        seed: int,
        bots: Mapping[int, Bot] | None = None,
        listener: Callable[[Entry], None] | None = None,
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
        self.listener = listener
        self.history = history or History()
        self.journal = journal
        self.clock: Clock | None = None
        self.paused = False
        self.ended = False
        """Whether the facilitator has ended the sitting before the game was over."""
        self.queue = Queue(self.history)
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
    def waiting(self) -> tuple[int, ...]:
        """Seats that must decide now; nobody while the table is paused or the sitting has been ended."""
        return () if self.paused or self.ended else tuple(self.state.waiting)

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
        """Why this game is not being saved now, in one sentence; None while all is well."""
        return self.journal.trouble if self.journal is not None else self._trouble

    def view(self, seat: int) -> View:
        """What the seat may know now."""
        return view(self.state, seat)

    def public(self) -> Board:
        """What everybody may know now."""
        return public_view(self.state)

    # --- beginning and going on -------------------------------------------------------------------------------

    def start(self) -> list[Event]:
        """Deal, and run to the first decision."""
        self._state, events = play.start(self.game, self.seed)
        self.write(kinds.DEAL, events=tuple(events))
        if self.clock is not None:
            self.clock.fresh()
            self.clock.start()
        return events

    def restore(self) -> None:
        """Stand where the history says, after a resume: no rule runs, no chance is used."""
        self._state = self.history.state(self.game, self.seed)
        self.queue = Queue(self.history)

    def without_journal(self, trouble: str) -> None:
        """Go on in memory alone; `trouble` says why."""
        self._trouble = trouble

    # --- players ----------------------------------------------------------------------------------------------

    def waiting_person(self) -> int | None:
        """Let bots act until a person must decide: the seat of that person, or None when nobody is asked."""
        while self.waiting:
            seat = self.waiting[0]
            if seat not in self.bots:
                return seat
            self.bot_acts(seat)
        return None

    def bot_due(self) -> int | None:
        """The seat of a bot that must decide now, if any."""
        return next((seat for seat in self.waiting if seat in self.bots), None)

    def bot_acts(self, seat: int) -> list[Event]:
        """Let the bot of a seat take its one decision."""
        bot, seen = self.bots[seat], self.view(seat)
        action = bot.choose(seen)
        why = safe_text(bot.why(seen, action), NOTE_LENGTH) if isinstance(bot, Explains) else ""
        try:
            return self.submit(seat, action, by=self.sitters[seat].bot or "bot", why=why)
        except Refused as refused:
            name = self.setting.seat_specs[seat].name
            written = self._written(action)
            raise RuntimeError(f"the bot of {name} chose an illegal action, {written}: {refused}") from refused

    def submit(self, seat: int, action: Action, by: str = BY_PERSON, why: str = "") -> list[Event]:
        """Take a decision. Returns what followed; raises `Refused`, with nothing changed, if it may not be."""
        self._must_be_open()
        events = play.apply(self.state, seat, action)
        self._moved(Entry(0, kinds.MOVE, "", seat, by=by, action=action_text(self.setting, action), why=why), events)
        return events

    def why_no_undo(self, seat: int) -> Refusal | None:
        """Why this delegation cannot take back its last action now, or None (R9.7)."""
        return why_no_undo(self.history, seat)

    def undo(self, seat: int) -> None:
        """Take back the last action of a delegation (R9.7). Raises `Refused`."""
        self._must_be_open()
        self._may(self.why_no_undo(seat))
        self._go_to(kinds.UNDO, self.history.before(self.history.tip), seat)

    def redo(self, seat: int) -> None:
        """Do again what was just taken back. Raises `Refused`."""
        self._must_be_open()
        self._may(why_no_redo(self.history, seat))
        place = self.history.redo_to
        assert place is not None
        self._go_to(kinds.REDO, place, seat)

    def sit(self, seat: int, sitter: Sitter) -> None:
        """Change who sits for a delegation, at any moment. Raises `BotError` if there is no such bot."""
        if seat not in self.setting.seats:
            raise Refused(Refusal("R1.1", "There is no such seat at this table."))
        self._seat(seat, sitter)
        self.write(kinds.SIT, seat=seat, data=sitter.to_json())

    # --- the facilitator (R9.6) -------------------------------------------------------------------------------

    def pause(self) -> None:
        """Stop play and clock."""
        if not self.paused:
            self.paused = True
            if self.clock is not None:
                self.clock.pause()
            self.write(kinds.PAUSE)

    def go_on(self) -> None:
        """Play and clock go on."""
        if self.paused:
            self.paused = False
            if self.clock is not None:
                self.clock.start()
            self.write(kinds.GO)

    def set_clock(self, clock: Clock | None) -> None:
        """Time the table from now on, or no longer."""
        self.clock = clock
        self.write(kinds.CLOCK, data=clock.rule.to_json() if clock is not None else {})
        if clock is not None and self._state is not None and not self.paused:
            clock.start()

    def extend(self, seconds: int) -> None:
        """Give the running allowance more time."""
        if self.clock is None:
            raise Refused(Refusal("R9.6", "This table has no clock."))
        self.clock.extend(seconds)
        self.write(kinds.CLOCK, text=f"{seconds:+d} seconds")

    def tick(self) -> bool:
        """Look at the clock: True if time has just run out, which everybody is then told.

        Nothing is decided by it unless the clock's rule says that a stand-in acts, and that is marked in the log.
        """
        clock = self.clock
        if clock is None or not clock.running or clock.announced or clock.left > 0 or not self.waiting:
            return False
        clock.announced = True
        self.write(kinds.TIME_UP, text=clock.rule.on_time_up)
        if clock.rule.on_time_up == STAND_IN:
            moment = self._moment()
            while self.waiting and self._moment() == moment:
                seat = self.waiting[0]
                legal = self.view(seat).legal()
                action = next((each for each in STAND_INS if each in legal), legal[0])
                self.submit(seat, action, by=BY_TIME)
        return True

    def inject(self, card: int, seat: int = NOBODY) -> list[Event]:
        """Bring in an event card now, aimed at all or at one delegation."""
        self._must_be_open()
        events = play.inject(self.state, card, seat)
        self._moved(Entry(0, kinds.INJECT, "", seat, text=self.setting.events[card].id), events)
        return events

    def enqueue(self, inject: Inject) -> None:
        """Bring in an event card at the beginning of a later round. Raises `Refused`."""
        self._may(self.queue.refusal(inject, self.state))
        self.write(kinds.QUEUE, seat=inject.seat, data=inject._asdict())
        self.queue = Queue(self.history)

    def dequeue(self, number: int) -> None:
        """Take a card out of the queue, by the number of the entry that put it there. Raises `Refused`."""
        if number not in self.queue.items:
            raise Refused(Refusal("R9.6", f"There is no card {number} in the queue."))
        self.write(kinds.UNQUEUE, to=number)
        self.queue = Queue(self.history)

    def move_track(self, track: int, delta: int, reason: str, seat: int = NOBODY) -> list[Event]:
        """Move a table track, or a delegation's, by at most 2 with a stated reason."""
        self._must_be_open()
        reason = safe_text(reason, NOTE_LENGTH)
        if not reason:
            raise Refused(Refusal("R9.6", "A facilitator who moves a track says why."))
        events = play.inject_move(self.state, track, delta, seat)
        self._moved(Entry(0, kinds.TRACK, "", seat, text=reason), events)
        return events

    def note(self, text: str, seat: int = NOBODY) -> None:
        """A note to all, or to one delegation."""
        text = safe_text(text, NOTE_LENGTH)
        if not text:
            raise Refused(Refusal("R9.6", "The note is empty; write something."))
        self.write(kinds.NOTE, seat=seat, text=text)

    def rewind(self, place: int) -> None:
        """Go back (or forward) to the state after an entry; logged and seen by all. Raises `Refused`."""
        if not self.history.has(place):
            raise Refused(Refusal("R9.6", f"There is no point {place} in this game to go back to."))
        self.ended = False
        self._go_to(kinds.REWIND, place, NOBODY)

    def end(self, reason: str = "") -> None:
        """End the sitting before the game is over. A rewind opens it again."""
        if not self.ended and not self.over:
            self.ended = True
            if self.clock is not None:
                self.clock.pause()
            self.write(kinds.END, text=safe_text(reason, NOTE_LENGTH))

    # --- inside -----------------------------------------------------------------------------------------------

    def _seat(self, seat: int, sitter: Sitter) -> None:
        if sitter.bot:
            self.bots[seat] = maker(sitter.bot)(self.seed, self.setting.seat_ids[seat])
        else:
            self.bots.pop(seat, None)
        self.sitters[seat] = sitter

    def _must_be_open(self) -> None:
        if self.ended:
            raise Refused(Refusal("R9.6", "The facilitator has ended this sitting."))
        if self.paused:
            raise Refused(Refusal("R9.6", "The facilitator has paused the game."))

    def _may(self, refusal: Refusal | None) -> None:
        if refusal is not None:
            raise Refused(refusal)

    def _go_to(self, kind: str, place: int, seat: int) -> None:
        self._state = self.history.state(self.game, self.seed, place)
        self._fresh_clock()
        self.write(kind, seat=seat, to=place)
        self.queue = Queue(self.history)

    def _moved(self, entry: Entry, events: list[Event]) -> None:
        """Keep what was done, and bring in what was queued for a round that has just begun."""
        fields = {name: getattr(entry, name) for name in ("seat", "by", "action", "text", "why")}
        self._fresh_clock()
        self.write(entry.kind, events=tuple(events), **fields)
        while not self.over and (due := self.queue.due(self.state.round)) is not None:
            number, inject = due
            brought = play.inject(self.state, inject.card, inject.seat)
            events += brought
            card = self.setting.events[inject.card].id
            self.write(kinds.INJECT, events=tuple(brought), seat=inject.seat, text=card, data={"queued": number})

    def _moment(self) -> tuple[int, ...]:
        """What a clock counts as one phase, or with a clock per decision, as one decision."""
        state = self.state
        moment = (state.round, state.phase)
        if self.clock is not None and self.clock.rule.per == PER_DECISION:
            return (*moment, state.pass_number, state.turn)
        return moment

    def _fresh_clock(self) -> None:
        clock = self.clock
        if clock is None:
            return
        if self.over:
            clock.pause()
        elif clock.rule.per == PER_DECISION or self.history.entries[-1].stand[:2] != self._moment()[:2]:
            clock.fresh()

    def write(self, kind: str, **values: Any) -> None:
        """Add an entry to the history and the journal. For the table, and for the shelf that opens and keeps it."""
        state = self._state
        stand = (state.round, state.phase, state.ending) if state is not None else (0, 0, -1)
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        left = round(self.clock.left, 1) if self.clock is not None else None
        entry = Entry(len(self.history.entries), kind, at, stand=stand, left=left, **values)
        if self.journal is not None:
            self.journal.append(to_json(entry))
        self.history.add(entry)
        if self.listener is not None:
            self.listener(entry)

    def _written(self, action: Action) -> str:
        try:
            return action_text(self.setting, action)
        except (IndexError, TypeError, ValueError):
            return repr(action)
