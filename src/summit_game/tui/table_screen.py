"""The table for playing: decisions of people, the curtain between them, the keys of the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY, Changes
from summit_game.engine.refusal import Refused
from summit_game.table.shelf import Sitting
from summit_game.tui import conductor as what
from summit_game.tui.choosing import SURE, ask_for, confirmed
from summit_game.tui.curtain import Curtain
from summit_game.tui.sitting_screen import GUARD, PACE, SittingScreen
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Kept, Move
from summit_game.tui.widgets.treaty import Treaty
from summit_game.tui.words_of_seats import SeatWords


class TableScreen(SittingScreen):
    """One sitting, played by the people at this machine and bots. Dismissed with what is wanted next (`ending`)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "skip", "Skip", id="table.skip"),
        Binding("u", "undo", "Undo", id="table.undo"),
        Binding("u", "why_no_undo", "Say why nothing can be undone", show=False, id="table.undo2"),
        Binding("U", "redo", "Redo", id="table.redo", show=False),
        Binding("P", "pause", "Pause or go on", id="table.pause", show=False),
        Binding("P", "ask_pause", "Say who can pause", id="table.pause2", show=False),
    ]

    def __init__(self, sitting: Sitting, pace: float = PACE, guard: float = GUARD) -> None:
        super().__init__(sitting, pace, guard)
        self.secret = SeatWords()
        self._kept: tuple[int, int, Kept] | None = None
        """Where play was paused, for whom, and what was being built."""

    def on_mount(self) -> None:
        move = self.query_one(Move)
        move.guard, move.consider = self.guard, self.considered
        self.app.app_resume_signal.subscribe(self, lambda _: self.back_from_shell())

    # --- whoever is due ---------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Put the decision to the person whose view is shown."""
        self.close_papers()
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
        self.close_papers()
        self.curtained = True
        clock = self.table.clock
        if clock is not None:
            clock.pause()
        sitter = self.table.sitters[seat]
        name = self.words.seats[seat]
        who = f"{sitter} ({name})" if sitter.people else name
        curtain = Curtain(who, seat, self.secret, 2 * self.guard)
        self.app.push_screen(curtain, lambda opened: self._opened(seat, bool(opened)))
        self.drop()

    def before_shell(self) -> None:
        """Before ctrl+z: nothing private is on the screen when it is seen again."""
        if self.conductor.hot_seat:
            self.back_from_shell()
        elif self.view is not None and not self.hidden:
            self.action_hide()

    def back_from_shell(self) -> None:
        """After ctrl+z somebody else may sit here: the curtain goes up in a game of several people."""
        if self.conductor.hot_seat and self.seat != NOBODY and not self.curtained and not self.table.over:
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
        self.curtained = False
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
            return self.seat != NOBODY and not self.curtained and self.table.why_no_undo(self.seat) is None
        if action == "why_no_undo":
            return self.seat != NOBODY and not self.curtained and not self.check_action("undo", ())
        if action == "redo":
            place = self.table.history.redo_to
            return place is not None and self.table.history.entries[place].seat == self.seat
        if action == "hide":
            return self.seat != NOBODY
        return super().check_action(action, parameters)

    def action_pause(self) -> None:
        """Stop the game and its clock, or go on."""
        if self.asking:
            self._kept = (self.table.history.tip, self.seat, self.query_one(Move).keep())
        (self.table.go_on if self.table.paused else self.table.pause)()
        self.go_on()

    def action_skip(self) -> None:
        self.skip()

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
