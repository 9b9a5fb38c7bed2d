"""A sitting as it goes on, on the screen: clock, trouble, bots at a readable pace. Subclasses ask people."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import ClassVar

from textual.command import CommandPalette
from textual.message import Message
from textual.screen import Screen

from summit_game.console.console import Console
from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.seat.port import FAILED, NOTE, TIME, Beat, Port
from summit_game.table.course import Course, Due
from summit_game.table.open_votes import OpenPort
from summit_game.table.sitter import Sitter
from summit_game.table.word import guarded
from summit_game.tui.adviser import AdviserPane
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.console_screen import open_console
from summit_game.tui.delay import later
from summit_game.tui.jump import Jump
from summit_game.tui.labels import time_left, whereabouts
from summit_game.tui.passwords import SeatWords
from summit_game.tui.reader import Reader
from summit_game.tui.round_screen import RoundScreen
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.titlebar import TitleBar

PACE = 0.8
"""Seconds for which what a bot did is the newest thing on the screen."""
GUARD = 0.35
"""Seconds after a new question in which keys that choose do nothing: they were meant for what was there before."""


class SittingScreen(BoardScreen):
    """Tells what happens and lets bots act until a person must decide. What then happens is the subclass's matter."""

    FACILITATED: ClassVar[bool] = True
    """Whether a facilitator can intervene."""

    ROUND_PAGES: ClassVar[bool] = True
    """Whether there is a page to read between rounds."""

    class Thought(Message):
        """A program that was asked beside the screen has answered."""

    def __init__(self, course: Course, pace: float = PACE, guard: float = GUARD) -> None:
        public = course.port(NOBODY)
        super().__init__(course.sitting, public.sheet, public.page())
        self.course = course
        self.pace = pace
        self.guard = guard
        self.asking = False
        """Whether the person whose view is shown is asked for a decision."""
        self.curtained = False
        """Whether nobody's view is shown because the screen changes hands."""
        self._told: dict[int, int] = {}
        """How many entries of the history each reader has been told."""
        self.facilitating = False
        """Whether the facilitator is at the screen; nothing goes on by itself then."""
        self.secret = SeatWords(course.sitting.table)
        self._beats: deque[Beat] = deque()
        self._skipping = False
        self._decided = False
        """Whether a bot has just decided: keys are heeded before the next one does."""
        self._turns = 0
        """How often play went on; what was planned before the last time no longer counts."""
        self._trouble: str | None = None
        self.rounds = True
        """Whether the person wants the page between rounds."""
        self._round = 0
        """The round that has begun for those at the screen."""

    # --- what is shown ---------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        people = self.course.people
        if len(people) == 1:
            self.seat = people[0]
        self.set_interval(1.0, self._each_second)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.sitting.note:
            self.notify(self.sitting.note, markup=False)
        self._round = self.table.state.round
        self.query_one(Log).become(self._new_beats())
        self.lay_out()
        self.look()
        self.go_on()

    @property
    def port(self) -> Port:
        """The port of whoever has the screen: a seat's, or the public's."""
        return self.course.port(self.seat)

    def _new_beats(self) -> tuple[Beat, ...]:
        """What the reader has not been told yet."""
        told = self.port.told(self._told.get(self.seat, 0))
        self._told[self.seat] = told.upto
        return told.beats

    def look(self) -> None:
        """Show the table as it stands, to whoever has the screen."""
        self.show(self.port.page())

    def head(self) -> None:
        page, sheet = self.page, self.sheet
        of = f" {page.pass_number}/{sheet.passes}" if page.phase == "floor" else ""
        where = whereabouts(page.round, sheet.rounds, page.phase, of)
        turn = say("screen-your-turn") if self.asking else self.moves
        if not self.table.over and (self.table.ended or self.table.paused):
            turn = say("screen-ended") if self.table.ended else say("screen-paused")
        tail = "  ".join(filter(None, (say("screen-not-saved") if self.table.trouble else "", self._clock())))
        self.query_one(TitleBar).tell(self.sitting.deck.deck.title, where, turn, tail)

    @property
    def moves(self) -> str:
        """Who is asked by the rules now, also while the last things are still told; nothing if nobody is."""
        waiting = [self.sheet.delegations[seat].id for seat in self.table.state.waiting]
        return say("screen-to-move", who=", ".join(waiting)) if waiting else ""

    def _clock(self) -> str:
        clock = self.table.clock
        if clock is None:
            return ""
        time = time_left(clock)
        if not clock.running and (self.table.paused or self.curtained or self.facilitating):
            return say("screen-stopped", time=time)
        return time if clock.left > 0 else say("screen-time-is-up")

    def _each_second(self) -> None:
        if self.curtained or self.facilitating or self.course.thinking:
            return
        place = self.table.history.tip
        if self.table.tick():
            if place == self.table.history.tip:
                self._time_is_up()
            else:
                self._stood_in()
        if self.table.clock is not None:
            self.head()

    def _time_is_up(self) -> None:
        """Say it. What is being built stays as it is."""
        if self.asking:
            self.query_one(Log).tell(self._new_beats())
            self.notify(say("screen-decide-now"), severity="warning")
        else:
            self.go_on()

    def _stood_in(self) -> None:
        """A stand-in has acted because time was up: say so before anything else, and ask nothing more."""
        news = self.port.told(self._told.get(self.seat, 0)).beats
        said = next((beat.lines[0] for beat in news if beat.kind == TIME), say("screen-stood-in"))
        self.asking = False
        self.notify(said, severity="warning", timeout=10)
        self.asked(said)
        self.query_one(Move).rest(said)
        self.go_on()

    # --- the course of the game ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Tell what is new, let bots act at a readable pace, until a person must decide or the game is over."""
        self._turns = turn = self._turns + 1
        if self.curtained or self.facilitating:
            return
        self.asking = self._decided = False
        # Nobody's time runs while things are told and bots decide.
        self.table.attend(False)
        self.head()
        self._tell_trouble()
        delay = 0.0
        for _ in range(40):
            next_delay = self._one_thing()
            if next_delay is None:
                self.refresh_bindings()
                return
            delay = next_delay
            if delay < 0:
                self._skipping = False
                self.refresh_bindings()
                return
            if self._decided or (delay > 0 and not self._skipping):
                break
        self.refresh_bindings()
        later(self, 0.0 if self._skipping else delay, lambda: self.go_on() if self._turns == turn else None)

    def on_sitting_screen_thought(self) -> None:
        if not self.asking:
            self.go_on()

    def _tell_trouble(self) -> None:
        """Say at once when the game is no longer saved, and when it is again."""
        trouble = self.table.trouble
        if trouble != self._trouble:
            said = trouble or say("screen-saved-again")
            self.notify(said, severity="error" if trouble else "information", timeout=8, markup=False)
            self._trouble = trouble
            self.head()

    def _one_thing(self) -> float | None:
        """Do the next thing. Returns how long it should stand, -1 if people are asked, None while a program thinks."""
        if not self._beats:
            self._beats.extend(self._new_beats())
            if not self._beats:
                return self._next_due()
        beat = self._beats.popleft()
        self.query_one(Log).tell([beat])
        if beat.kind == NOTE:
            self.notify(say("screen-note-in-log") if self.covered else beat.lines[0], timeout=10)
        if beat.vote != NOBODY:
            self.asked(beat.lines[0])
            return self.pace / 2
        if not self._beats:
            self.look()
        if beat.kind == FAILED and self.pace and self.course.people and not self._skipping:
            self._stop(beat)
            return -1.0
        return self.pace if beat.lines and self._followed else 0.0

    def _stop(self, beat: Beat) -> None:
        """Nothing goes on until somebody has read what happened: a treaty that fails is not passed over.

        Where only bots play, nobody may be there to read.
        """
        self._until_read(Reader(say("screen-treaty-failed"), beat.lines))

    def _until_read(self, paper: Screen[None]) -> None:
        """Show it; nothing goes on, and nobody's time runs, until it is closed."""
        turn = self._turns

        def went_on(_: object) -> None:
            if self._turns == turn:
                self.go_on()

        self.app.push_screen(paper, went_on)

    def _round_began(self) -> bool:
        """Show what happened at the end of a round to all at the screen, once; whether there is something to read."""
        before, self._round = self._round, self.table.state.round
        wanted = self.rounds and self.ROUND_PAGES and self.course.people
        if self._round <= before or not wanted or not self.pace or self._skipping:
            return False
        over = self.course.port(NOBODY).round_over()
        if over is None:
            return False
        self.close_papers()
        if self.course.hot_seat:
            self.drop()
        self._until_read(RoundScreen(over))
        return True

    @property
    def _followed(self) -> bool:
        """Whether something may still come before a person is asked."""
        return bool(self._beats) or self.course.due[0] is Due.BOT

    def _next_due(self) -> float | None:
        kind, seat = self.course.due
        if kind in (Due.BOT, Due.PERSON) and self._round_began():
            return -1.0
        self.veil(kind is Due.PAUSED)
        if kind is Due.BOT:
            self._meanwhile(seat)
            self._decided = self.course.bot_moves(lambda: self.post_message(self.Thought()))
            return 0.0 if self._decided else None
        if kind is Due.PERSON:
            if self.table.tick():
                return 0.0
            if (openly := self.course.open_port) is not None:
                self._ask_openly(openly)
            elif seat != self.seat:
                self._hand_over(seat)
            else:
                self._ask()
        elif kind is Due.OVER:
            self._over()
        else:
            said = self._halted(kind)
            self.asked(said)
            self.query_one(Move).rest(said)
            self.look()
        return -1.0

    def _halted(self, kind: Due) -> str:
        """Why nothing goes on, and what can be done."""
        if kind is Due.PAUSED:
            return say("screen-has-paused", open=bool(self.check_action("pause", ())))
        why = self.course.why_ended.rstrip(".")
        ended = say("screen-has-ended-because", reason=why) if why else say("screen-has-ended")
        titled = bool(self.app.check_action("to_title", ()))
        return f"{ended} {say('screen-after-end', titled=titled, id=self.sitting.id)}"

    def _meanwhile(self, seat: int) -> None:
        """While bots decide, the log is what is to be read."""
        name = self.sheet.delegations[seat].name
        vote = self.page.phase in ("vote", "signing")
        self.asked(say("screen-waiting", who=name, vote=vote))
        self.query_one(Move).rest(say("screen-waiting-skip", who=name, vote=vote))
        if self.pace and not self._skipping:
            self.open_tab("log")
            if isinstance(self.focused, Move):
                self.set_focus(self.query_one(Log))

    def close_papers(self) -> None:
        """Close what is open to be read over the table: it tells how things stood, and to one person."""
        stack = self.app.screen_stack
        above = stack[stack.index(self) + 1 :] if self in stack else []
        for screen in reversed(above):
            if not isinstance(screen, Reader | Jump | CommandPalette | AdviserPane):
                break
            screen.dismiss(None)

    # --- the facilitator -------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("pause", "ask_pause"):
            return guarded(self.table.history) == (action == "ask_pause")
        return super().check_action(action, parameters)

    def action_ask_pause(self) -> None:
        self.notify(say("screen-who-pauses"), severity="warning")

    def facilitate(self, name: str = "") -> None:
        """Open the console at a command; meanwhile nothing goes on, and what is being built is kept."""
        self.facilitating = True
        self.table.attend(False)
        self.keep()
        place, sitters = self.table.history.tip, dict(self.table.sitters)
        console = Console(self.table, self.course.words)
        open_console(self.app, console, name, lambda: self._facilitated(place, sitters))

    def _facilitated(self, place: int, before: Mapping[int, Sitter]) -> None:
        """The console is closed: play goes on from how things are now. What is being built stays, if nothing moved."""
        self.facilitating = False
        table = self.table
        changed = [seat for seat, sitter in table.sitters.items() if sitter != before[seat]]
        if changed:
            self.course.reseated()
        same = table.history.tip == place and not changed and self.course.due[0] is Due.PERSON
        if self.curtained:
            if not same:
                self.curtained = False
                self.app.screen.dismiss(False)
                later(self, 0.0, self.go_on)
            return
        if self.seat in changed:
            self.drop()
        if same and self.asking:
            table.attend(True)
            self.query_one(Log).tell(self._new_beats())
            self.look()
        else:
            self.go_on()

    # --- for subclasses --------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """The person whose view is shown must decide."""
        raise NotImplementedError

    def _ask_openly(self, port: OpenPort) -> None:
        """All people at the screen decide together."""
        raise NotImplementedError

    def _hand_over(self, seat: int) -> None:
        """Somebody whose view is not shown must decide."""
        raise NotImplementedError

    def _over(self) -> None:
        """The game is over."""
        raise NotImplementedError

    def veil(self, paused: bool) -> None:
        """Show nothing private while the game is paused."""
        raise NotImplementedError

    def drop(self) -> None:
        """Forget the view that is shown."""
        raise NotImplementedError

    def keep(self) -> None:
        """Remember what is being built, for when the same person is asked for the same decision again."""

    def skip(self) -> None:
        """Go on to the next decision of a person without a stop."""
        self._skipping = True
        self.go_on()
