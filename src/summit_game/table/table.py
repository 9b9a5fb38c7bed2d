"""The table: one sitting of a game, with people and bots in its seats. Commands come one at a time.

Every command is answered with the events that followed or with a refusal, and is an entry of the history and, if the
table has a journal, on the disk before the answer. Front ends and bots get views, nothing else.
"""

from __future__ import annotations

from summit_game.bots.simple import SimpleBot
from summit_game.engine import actions as a
from summit_game.engine import play
from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY
from summit_game.engine.events import Event
from summit_game.engine.notation import action_text
from summit_game.engine.refusal import Refusal, Refused
from summit_game.engine.talk import ALOUD, only_to
from summit_game.engine.view import View
from summit_game.table import entry as kinds
from summit_game.table.advice import GRADED, alone
from summit_game.table.clock import PER_PHASE, STAND_IN, Clock
from summit_game.table.core import Core
from summit_game.table.injects import Inject, Queue
from summit_game.table.receipts import ID, why_no_id
from summit_game.table.sitter import Sitter
from summit_game.table.talk_between import KEY as TALK_BETWEEN
from summit_game.table.undo_rule import last_move, why_no_redo, why_no_undo
from summit_game.table.word import KEY, hashed
from summit_game.words.safe import NOTE_LENGTH, safe_text

BY_PERSON, BY_TIME, BY_FAULT = "person", "time", "fault"
STAND_INS = (
    *(a.PASS_ACTION, a.NO_PROMISE_ACTION, a.SILENCE_ACTION, a.HOLD_ACTION),
    *(a.NAME_NOTHING_ACTION, a.AMEND_NOTHING_ACTION, a.PAY_NOTHING_ACTION),
)
"""What is done for a seat whose time is up, if the clock says so: the least, and it is marked."""


class Table(Core):
    """One sitting, from the deal to the end: the commands of players and of the facilitator."""

    # --- players ----------------------------------------------------------------------------------------------

    def waiting_person(self) -> int | None:
        """Let bots act until a person must decide: the seat of that person, or None when nobody is asked.

        It waits for each bot: not for a front end that must heed its keys meanwhile (`Course.bot_moves`).
        """
        while self.asks_now:
            seat = self.asks_now[0]
            if seat not in self.bots:
                return seat
            self.bot_acts(seat)
        return None

    def bot_due(self) -> int | None:
        """The seat of a bot that must decide now, if any."""
        return next((seat for seat in self.asks_now if seat in self.bots), None)

    def bot_acts(self, seat: int) -> list[Event]:
        """Let the bot of a seat take its one decision. A simple bot stands in for one that fails; the log says so."""
        bot, seen = self.bots[seat], self.view(seat)
        try:
            action, why = bot.decide(seen)
            refusal = seen.refusal(action)
            if refusal is not None:
                raise Refused(refusal)
        except Exception as error:
            # Whatever a bot does, the people at the table can play on; what went wrong is kept for whoever mends it.
            action = SimpleBot(self.seed, self.setting.seat_ids[seat]).decide(seen).action
            return self.submit(
                seat, action, by=BY_FAULT, why=safe_text(f"{type(error).__name__}: {error}", NOTE_LENGTH)
            )
        return self.submit(seat, action, by=self.sitters[seat].kind or "bot", why=safe_text(why, NOTE_LENGTH))

    def submit(self, seat: int, action: Action, by: str = BY_PERSON, why: str = "") -> list[Event]:
        """Take a decision. Returns what followed; raises `Refused`, with nothing changed, if it may not be."""
        return self._decided(seat, action, "", by, why)[1]

    def move(self, seat: int, action: Action, *, move_id: str = "", question: str = "") -> int:
        """A person's decision that may be sent again: the number of the entry that keeps it.

        The same `move_id` again gives the same number and changes nothing, in a resumed game too. With `question`, a
        name from `decision`, an answer to another one is refused. Raises `Refused`, with nothing changed.
        """
        self._may(why_no_id(move_id))
        done = self._receipts.number(seat, move_id)
        if done is not None:
            return done
        if question and question != self.decision(seat):
            raise Refused(Refusal("R3.1", "question-is-over"))
        return self._decided(seat, action, move_id, BY_PERSON, "")[0]

    def _decided(self, seat: int, action: Action, move_id: str, by: str, why: str) -> tuple[int, list[Event]]:
        self._must_be_open()
        self._may(self._why_not_asked(seat) or self._why_not_sent(seat, action))
        events = play.apply(self.state, seat, action)
        data = {ID: move_id} if move_id else {}
        written = action_text(self.setting, action)
        number = self._moved(kinds.MOVE, events, data, seat=seat, by=by, action=written, why=why)
        self._receipts.add(seat, move_id, number)
        return number, events

    def _why_not_asked(self, seat: int) -> Refusal | None:
        """Why a seat that has still to decide is not asked yet; the engine refuses all others."""
        asked = self.asks_now
        if seat in asked or seat not in self.state.waiting:
            return None
        return Refusal("R2.8", "turn-of-another", {"name": self.setting.seat_specs[asked[0]].name})

    def _why_not_sent(self, seat: int, action: Action) -> Refusal | None:
        """Why this table takes no message that is legal: it goes to people alone, who speak aloud here (R19.1)."""
        return ALOUD if only_to(self.setting, seat, action, self.aloud(seat)) else None

    def advice(self, seat: int) -> View:
        """Note that a delegation asks its adviser about its decision; the view that the adviser is shown.

        Everybody may know that it asked. Asking again about the same decision is not noted again. Raises `Refused`.
        """
        self._must_be_open()
        self._may(None if self.advises else Refusal("R9.6", "no-adviser"))
        if seat not in self.asks_now:
            raise Refused(self._why_not_asked(seat) or Refusal("R3.1", "question-is-over"))
        question = self.decision(seat)
        before = ((each.seat, each.data["question"]) for each in self.history.entries if each.kind == kinds.ADVICE)
        if (seat, question) not in before:
            self.write(kinds.ADVICE, seat=seat, data={"question": question})
        return self.view(seat)

    def why_no_undo(self, seat: int) -> Refusal | None:
        """Why this delegation cannot take back its last action now, or None (R9.7)."""
        if self.closed is not None or self.takes_back_alone(seat):
            return self.closed
        return why_no_undo(self.history, seat)

    def takes_back_alone(self, seat: int) -> bool:
        """Whether the seat may take its last action back, with all that followed, because nobody else is there (R9.7).

        Not where a facilitator's word guards the game, or where it is graded.
        """
        head = self.history.entries[0].data
        if self.over or seat in self.bots or KEY in head or head.get(GRADED) is True:
            return False
        return alone(self.sitters.values()) and last_move(self.history, seat) is not None

    def undo(self, seat: int) -> None:
        """Take back the last action of a delegation (R9.7). Raises `Refused`."""
        self._must_be_open()
        self._may(self.why_no_undo(seat))
        alone = why_no_undo(self.history, seat) is not None
        number = last_move(self.history, seat) if alone else self.history.last()[0].number
        assert number is not None
        last = self.history.entries[number]
        # What the rule allows everybody needs no mark of its own in the log.
        self._go_to(
            kinds.UNDO, self.history.before(number), seat, last.data.get("had"), {"alone": True} if alone else {}
        )

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
            raise Refused(Refusal("R1.1", "no-such-seat"))
        self._seat(seat, sitter)
        self.write(kinds.SIT, seat=seat, data=sitter.to_json())
        self._pass_over()

    def set_word(self, seat: int, word: str) -> None:
        """From now on this word opens the delegation's papers at a machine that changes hands; an empty one: none."""
        self.write(kinds.WORD, seat=seat, data=hashed(word))

    # --- the facilitator (R9.6) -------------------------------------------------------------------------------

    def pause(self) -> None:
        """Stop play and clock."""
        if not self.paused:
            self.paused = True
            self.write(kinds.PAUSE)

    def go_on(self) -> None:
        """Play and clock go on."""
        if self.paused:
            self.paused = False
            self.write(kinds.GO)
            self._pass_over()

    def set_clock(self, clock: Clock | None) -> None:
        """Time the table from now on, or no longer."""
        self.clock = clock
        self.write(kinds.CLOCK, data=clock.rule.to_json() if clock is not None else {})

    def set_talk_between(self, on: bool) -> None:
        """From now on people send messages to people too, or speak to them aloud (R19.1)."""
        self._may(self.closed)
        self.talk_between = on
        self.write(kinds.OPTION, data={TALK_BETWEEN: on})
        self._pass_over()

    def extend(self, seconds: int) -> None:
        """Give the running allowance more time."""
        if self.clock is None:
            raise Refused(Refusal("R9.6", "no-clock"))
        self.clock.extend(seconds)
        self.write(kinds.CLOCK, text=f"{seconds:+d}")

    def tick(self) -> bool:
        """Look at the clock: True if there is something to tell: time has just run out, or a stand-in has acted.

        Nothing is decided by it unless the clock's rule says that a stand-in acts, and that is marked in the log.
        """
        clock = self.clock
        if clock is None or self._late is None:
            if clock is not None and clock.running:
                self.keep_look()
            return False
        told = not clock.announced
        if told:
            clock.announced = True
            self.write(kinds.TIME_UP, text=clock.rule.on_time_up)
        return self._stand_in() or told

    @property
    def _late(self) -> int | None:
        """The seat of the person whose time is up, if anybody's is.

        Who never had the machine is late only if a phase is timed, and is over for all.
        """
        clock = self.clock
        if clock is None or clock.left > 0 or (self.unattended and clock.rule.per != PER_PHASE):
            return None
        return self.person_due

    def _stand_in(self) -> bool:
        """The least for each person who is late, if the clock says so; whether anything was done.

        No bot is asked: it was not late, and whoever runs the table lets it act as it always does.
        """
        clock, done = self.clock, False
        while clock is not None and clock.rule.on_time_up == STAND_IN and (seat := self._late) is not None:
            legal = self.view(seat).legal()
            self.submit(seat, next((each for each in STAND_INS if each in legal), legal[0]), by=BY_TIME)
            done = True
        return done

    def inject(self, card: int, seat: int = NOBODY) -> list[Event]:
        """Bring in an event card now, aimed at all or at one delegation. A pause does not hinder it."""
        self._must_not_be_ended()
        events = play.inject(self.state, card, seat)
        self._moved(kinds.INJECT, events, self._twice(card), seat=seat, text=self.setting.events[card].id)
        return events

    def enqueue(self, inject: Inject) -> None:
        """Bring in an event card at the beginning of a later round. Raises `Refused`."""
        self._may(self.queue.refusal(inject, self.state))
        self.write(kinds.QUEUE, seat=inject.seat, data=inject._asdict())
        self.queue = Queue(self.history)

    def dequeue(self, number: int) -> None:
        """Take a card out of the queue, by the number of the entry that put it there. Raises `Refused`."""
        if number not in self.queue.items:
            raise Refused(Refusal("R9.6", "no-card-queued", {"number": number}))
        self.write(kinds.UNQUEUE, to=number)
        self.queue = Queue(self.history)

    def move_track(self, track: int, delta: int, reason: str, seat: int = NOBODY) -> list[Event]:
        """Move a table track, or a delegation's, by at most 2 with a stated reason. A pause does not hinder it."""
        self._must_not_be_ended()
        reason = safe_text(reason, NOTE_LENGTH)
        if not reason:
            raise Refused(Refusal("R9.6", "track-needs-reason"))
        events = play.inject_move(self.state, track, delta, seat)
        self._moved(kinds.TRACK, events, seat=seat, text=reason)
        return events

    def set_adviser(self, on: bool) -> None:
        """From now on delegations have an adviser, or none. Raises `Refused` in a graded game."""
        self._must_not_be_ended()
        if on and self.graded:
            raise Refused(Refusal("R9.6", "no-adviser-graded"))
        self.adviser = on
        self.write(kinds.ADVISER, data={"on": on})

    def note(self, text: str, seat: int = NOBODY) -> None:
        """A note to all, or to one delegation."""
        text = safe_text(text, NOTE_LENGTH)
        if not text:
            raise Refused(Refusal("R9.6", "note-is-empty"))
        self.write(kinds.NOTE, seat=seat, text=text)

    def rewind(self, place: int) -> None:
        """Go back (or forward) to the state after an entry; logged and seen by all. Raises `Refused`."""
        self._may(self.closed)
        if not self.history.has(place):
            raise Refused(Refusal("R9.6", "no-such-point", {"place": place}))
        self.ended = False
        self._go_to(kinds.REWIND, place, NOBODY, self.clock.rule.seconds if self.clock is not None else None)
        self._bring_due()

    def end(self, reason: str = "") -> None:
        """End the sitting before the game is over. A rewind opens it again."""
        if not self.ended and not self.over:
            self.ended = True
            self.write(kinds.END, text=safe_text(reason, NOTE_LENGTH))
