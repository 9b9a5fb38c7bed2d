"""The table for playing: the course of the game, decisions, bots at a readable pace, the curtain between people."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR, NOBODY, PHASES, SIGNING, VOTE, Changes
from summit_game.engine.refusal import Refused
from summit_game.table.shelf import Sitting
from summit_game.tui import conductor as what
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.choosing import SURE, ask_for, confirmed
from summit_game.tui.conductor import Beat, Conductor
from summit_game.tui.curtain import Curtain
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Kept, Move
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.tui.widgets.treaty import Treaty
from summit_game.tui.words_of_seats import SeatWords

PACE = 0.8
"""Seconds for which what a bot did is the newest thing on the screen."""
GUARD = 0.35


class TableScreen(BoardScreen):
    """One sitting, played by the people at this machine and bots. Dismissed with what is wanted next (`ending`)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "skip", "Skip", id="table.skip"),
        Binding("u", "undo", "Undo", id="table.undo"),
        Binding("u", "why_no_undo", show=False, id="table.undo2"),
        Binding("U", "redo", "Redo", id="table.redo", show=False),
        Binding("P", "pause", "Pause or go on", id="table.pause", show=False),
    ]

    def __init__(self, sitting: Sitting, pace: float = PACE, guard: float = GUARD) -> None:
        conductor = Conductor(sitting)
        super().__init__(sitting, conductor.words)
        self.conductor = conductor
        self.pace = pace
        self.guard = guard
        self.secret = SeatWords()
        self.asking = False
        """Whether the person whose view is shown is asked for a decision."""
        self._beats: deque[Beat] = deque()
        self._skipping = False
        self._timer: Timer | None = None
        self._curtained = False
        self._trouble: str | None = None
        self._kept: tuple[int, int, Kept] | None = None
        """Where play was paused, for whom, and what was being built."""

    # --- what is shown ---------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        people = self.conductor.people
        if len(people) == 1:
            self.seat = people[0]
        move = self.query_one(Move)
        move.guard, move.consider = self.guard, self.considered
        self.set_interval(1.0, self._each_second)
        self.app.app_resume_signal.subscribe(self, lambda _: self.back_from_shell())
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.sitting.note:
            self.notify(self.sitting.note, markup=False)
        told = self.conductor.beats(self.seat if not self.conductor.hot_seat else NOBODY)
        self.query_one(Log).become((line for beat in told for line in beat.lines), self.own_name)
        self.lay_out()
        self.look()
        self.go_on()

    @property
    def own_name(self) -> str:
        """The delegation whose view is shown."""
        return self.words.seats[self.seat] if self.seat != NOBODY else ""

    def look(self) -> None:
        """Show the table as it stands, to whoever has the screen."""
        board = self.table.view(self.seat) if self.seat != NOBODY else self.table.public()
        self.show(board, board.package.changes if board.package is not None else ())

    def head(self) -> None:
        setting, board = self.words.setting, self.board
        where = f"Round {max(1, board.round)}/{setting.options.rounds}  {PHASES[board.phase].capitalize()}"
        if board.phase == FLOOR:
            where += f" {board.pass_number}/{setting.options.passes}"
        waiting = [setting.seat_ids[seat] for seat in board.waiting]
        turn = "YOUR TURN" if self.asking else f"{', '.join(waiting)} to move" if waiting else ""
        if self.table.paused:
            turn = "PAUSED"
        self.query_one(TitleBar).tell(self.sitting.deck.deck.title, where, turn, self._clock())

    def _clock(self) -> str:
        clock = self.table.clock
        if clock is None:
            return ""
        left = int(max(0, clock.left))
        time = f"{left // 60:02d}:{left % 60:02d}"
        return f"{time} stopped" if not clock.running else "TIME IS UP" if clock.left <= 0 else time

    def _each_second(self) -> None:
        if self._curtained:
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
            for beat in self.conductor.beats(self.seat):
                self.query_one(Log).tell(beat.lines)
            self.notify("Time is up: decide now. Nothing is decided for you.", severity="warning")
        else:
            self.go_on()

    def _stood_in(self) -> None:
        """A stand-in has acted because time was up: say so before anything else, and ask nothing more."""
        said = next((line for line in self.conductor.news(self.seat) if line.startswith("Time is up for")), "")
        said = said or "Time is up; a stand-in has acted."
        self.asking = False
        self.notify(said, severity="warning", timeout=10)
        self.asked(said)
        self.query_one(Move).rest(said)
        self.go_on()

    # --- the course of the game ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Tell what is new, let bots act at a readable pace, until a person must decide or the game is over."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.asking = False
        self._tell_trouble()
        delay = 0.0
        for _ in range(40):
            delay = self._one_thing()
            if delay < 0:
                self._skipping = False
                self.refresh_bindings()
                return
            if delay > 0 and not self._skipping:
                break
        self.refresh_bindings()
        self._timer = self.set_timer(0.001 if self._skipping else max(delay, 0.001), self.go_on)

    def _tell_trouble(self) -> None:
        """Say at once when the game is no longer saved, and when it is again."""
        trouble = self.table.trouble
        if trouble != self._trouble:
            said = trouble or "Everything is saved again."
            self.notify(said, severity="error" if trouble else "information", timeout=30, markup=False)
            self._trouble = trouble

    def _one_thing(self) -> float:
        """Do the next thing; returns how long it should stand, or -1 if people are asked."""
        if not self._beats:
            self._beats.extend(self.conductor.beats(self.seat))
            if not self._beats:
                return self._next_due()
        beat = self._beats.popleft()
        self.query_one(Log).tell(beat.lines)
        if beat.vote != NOBODY:
            self.asked(beat.lines[0])
            return self.pace / 2
        if not self._beats:
            self.look()
        return self.pace if beat.lines and self._followed else 0.0

    @property
    def _followed(self) -> bool:
        """Whether something may still come before a person is asked."""
        return bool(self._beats) or self.conductor.due[0] == what.BOT

    def _next_due(self) -> float:
        kind, seat = self.conductor.due
        if kind == what.BOT:
            self._meanwhile(seat)
            self.conductor.bot_moves()
            return 0.0
        if kind == what.PERSON:
            if seat != self.seat:
                self._hand_over(seat)
            else:
                self._ask()
        elif kind == what.OVER:
            self._over()
        else:
            said = (
                "The facilitator has paused the game; Shift+P goes on."
                if kind == what.PAUSED
                else "The facilitator has ended the sitting."
            )
            self.asked(said)
            self.query_one(Move).rest(said)
            self.look()
        return -1.0

    def _meanwhile(self, seat: int) -> None:
        """While bots decide, the log is what is to be read."""
        name = self.words.seats[seat]
        what_for = "the vote of " if self.board.phase in (VOTE, SIGNING) else ""
        self.asked(f"Waiting for {what_for}{name} …")
        self.query_one(Move).rest(f"Waiting for {what_for}{name}. S skips to your next decision.")
        if self.pace and not self._skipping and self.tab != "log":
            had_keys = isinstance(self.focused, Move)
            self.open_tab("log")
            if had_keys and self.tabbed:
                self.set_focus(self.query_one(Log))

    def _ask(self) -> None:
        """Put the decision to the person whose view is shown."""
        self.asking = True
        self.look()
        view = self.view
        assert view is not None
        ask = ask_for(self.words, view)
        self.asked(ask.question)
        self.open_tab("move")
        move = self.query_one(Move)
        kept, self._kept = self._kept, None
        if kept is not None and kept[:2] == (self.table.history.tip, self.seat):
            move.put_back(kept[2])
        else:
            move.ask(ask)
        self.set_focus(move)

    def _over(self) -> None:
        self.seat = self.seat if not self.conductor.hot_seat else NOBODY
        self.look()
        self.asked("The game is over.")
        self.query_one(Move).rest("The game is over.")
        self.over()

    def over(self) -> None:
        """The game is over: on to the ending."""
        self.dismiss("over")

    # --- decisions -------------------------------------------------------------------------------------------

    def considered(self, question: str, changes: Changes) -> None:
        """The cursor of the move pane is on another row or question."""
        self.query_one(Treaty).propose(self.standing if self.covered else changes or self.standing)
        if self.asking:
            self.asked("Hidden. Space shows everything again." if self.covered else question)

    @on(Move.Doubt)
    def doubt(self, event: Move.Doubt) -> None:
        view, action = self.view, event.row.action
        if view is None or action is None:
            return
        if action.verb in SURE:
            self.query_one(Move).further(confirmed(self.words, view, event.row))
        else:
            self.send(action)

    @on(Move.Sent)
    def sent(self, event: Move.Sent) -> None:
        self.send(event.action)

    def send(self, action: Action) -> None:
        """Give the action to the table."""
        if not self.asking or self.seat == NOBODY:
            return
        try:
            self.conductor.submit(self.seat, action)
        except Refused as refused:
            self.notify(f"Not now: {refused}", severity="warning", markup=False)
            return
        self.asking = False
        self.query_one(Move).rest("Sent.")
        self.go_on()

    # --- hot-seat --------------------------------------------------------------------------------------------

    def _hand_over(self, seat: int) -> None:
        """The curtain goes up before the last person's view is dropped."""
        self._curtained = True
        clock = self.table.clock
        if clock is not None:
            clock.pause()
        sitter = self.table.sitters[seat]
        name = self.words.seats[seat]
        who = f"{sitter} ({name})" if sitter.people else name
        curtain = Curtain(who, seat, self.secret, 2 * self.guard)
        self.app.push_screen(curtain, lambda opened: self._opened(seat, bool(opened)))
        self.drop()

    def back_from_shell(self) -> None:
        """After ctrl+z somebody else may sit here: the curtain goes up in a game of several people."""
        if self.conductor.hot_seat and self.seat != NOBODY and not self._curtained and not self.table.over:
            self._hand_over(self.seat)

    def drop(self) -> None:
        """Forget the view: nothing private is in any pane from here on."""
        self.seat = NOBODY
        self.query_one(Move).rest("")
        self.query_one(Log).become(())
        self.look()

    def _opened(self, seat: int, opened: bool) -> None:
        if not opened:
            return
        self._curtained = False
        self.hidden = False
        if self.table.clock is not None and not self.table.paused:
            self.table.clock.start()
        self.seat = seat
        self.query_one(Log).become(self.conductor.whole_log(seat), self.own_name)
        self.go_on()

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "skip":
            return not self.asking and self.conductor.due[0] == what.BOT
        if action == "undo":
            return self.seat != NOBODY and not self._curtained and self.table.why_no_undo(self.seat) is None
        if action == "why_no_undo":
            return self.seat != NOBODY and not self._curtained and not self.check_action("undo", ())
        if action == "redo":
            place = self.table.history.redo_to
            return place is not None and self.table.history.entries[place].seat == self.seat
        if action == "hide":
            return self.seat != NOBODY
        return True

    def action_pause(self) -> None:
        """Stop the game and its clock, or go on."""
        if self.asking:
            self._kept = (self.table.history.tip, self.seat, self.query_one(Move).keep())
        (self.table.go_on if self.table.paused else self.table.pause)()
        self.go_on()

    def action_skip(self) -> None:
        self._skipping = True
        self.go_on()

    def action_undo(self) -> None:
        self._back(self.table.undo)

    def action_why_no_undo(self) -> None:
        """Say why nothing can be taken back now."""
        if (why := self.table.why_no_undo(self.seat)) is not None:
            self.notify(str(why), severity="warning", markup=False)

    def action_redo(self) -> None:
        self._back(self.table.redo)

    def _back(self, how: Callable[[int], None]) -> None:
        try:
            how(self.seat)
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        self.go_on()

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers: panes, and what can be done now."""
        result: list[tuple[str, str, Callable[[], object]]] = []
        move = self.query_one(Move)
        if self.asking and move.path and not self.covered:
            for at, each in enumerate(move.path[0].rows):
                if each.refusal is None:
                    result.append((each.label, "Your move", lambda at=at: self._choose(at)))  # type: ignore[misc]
        for action, title in (
            ("undo", "Undo"),
            ("redo", "Redo"),
            ("skip", "Skip to your next decision"),
            ("pause", "Pause or go on"),
        ):
            if self.check_action(action, ()):
                result.append((title, "Table", getattr(self, f"action_{action}")))
        return [*result, *super().commands_now()]

    def _choose(self, at: int) -> None:
        move = self.query_one(Move)
        self.open_tab("move")
        self.set_focus(move)
        move.ask(move.path[0])
        move.cursor = at
        move.guard, guard = 0.0, move.guard
        move.action_choose()
        move.guard = guard
