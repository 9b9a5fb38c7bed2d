"""The table: the draft, the tracks, the papers, the log, and the decision that is asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR, NOBODY, PHASES, SIGNING, VOTE, Board
from summit_game.engine.refusal import Refused
from summit_game.engine.view import View
from summit_game.table.shelf import Sitting
from summit_game.tui import conductor as what
from summit_game.tui.choosing import SURE, ask_for, confirmed
from summit_game.tui.conductor import Beat, Conductor
from summit_game.tui.curtain import Curtain
from summit_game.tui.desk import TABBED, plan
from summit_game.tui.helps import help_for
from summit_game.tui.issue_paper import issue_paper
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.delegations import Delegations
from summit_game.tui.widgets.hand import Hand
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.paper import Paper
from summit_game.tui.widgets.sheet import Sheet
from summit_game.tui.widgets.tabs import PaneTabs
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.tui.widgets.tracks import Tracks
from summit_game.tui.widgets.treaty import Treaty
from summit_game.tui.widgets.zones import Zones
from summit_game.tui.words_of_seats import SeatWords

PACE = 0.8
"""Seconds for which what a bot did is the newest thing on the screen."""
GUARD = 0.35
PANES: dict[str, type[Paper]] = {
    "treaty": Treaty,
    "tracks": Tracks,
    "move": Move,
    "log": Log,
    "hand": Hand,
    "sheet": Sheet,
    "delegations": Delegations,
    "zones": Zones,
}
"""Id -> widget of every pane."""


class Desk(Container):
    """Holds the panes at the places that `desk.plan` gives."""

    DEFAULT_CSS = """
    Desk { height: 1fr; background: $background; overflow: hidden; }
    Desk > * { position: absolute; }
    """


class Asked(Static):
    """The line that says whose decision it is and what is asked; never covered by a tab."""

    DEFAULT_CSS = """
    Asked { background: $marked; color: $foreground; text-style: bold; padding: 0 1; height: 1; }
    """


class TableScreen(Screen[str]):
    """One sitting, played by the people at this machine and bots. Dismissed with what is wanted next (`ending`)."""

    DEFAULT_CSS = """
    TableScreen { layout: vertical; background: $background; }
    TableScreen.-tabbed Desk Paper { border-left: none; border-right: none; border-bottom: none; }
    TableScreen.-tabbed Desk Treaty { border: round $line; }
    TableScreen.-tabbed Desk Treaty:focus { border: heavy $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "skip", "Skip", id="table.skip"),
        Binding("u", "undo", "Undo", id="table.undo"),
        Binding("U", "redo", "Redo", id="table.redo", show=False),
        Binding("space", "hide", "Hide/show brief", id="table.hide"),
        Binding("f1,question_mark", "help", "Help", id="table.help", key_display="?"),
        *(Binding(cls.LETTER, f"go('{name}')", cls.NAME, id=f"go.{name}", show=False) for name, cls in PANES.items()),
    ]

    def __init__(self, sitting: Sitting, pace: float = PACE, guard: float = GUARD) -> None:
        super().__init__()
        self.conductor = Conductor(sitting)
        self.sitting = sitting
        self.table = sitting.table
        self.words = self.conductor.words
        self.pace = pace
        self.guard = guard
        self.seat = NOBODY
        """Whose view is shown, or nobody's."""
        self.board: Board = self.table.public()
        self.tab = "move"
        self.hidden = False
        self.secret = SeatWords()
        self._beats: deque[Beat] = deque()
        self._skipping = False
        self._timer: Timer | None = None
        self.asking = False
        self._curtained = False

    # --- making and arranging --------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Desk(id="desk"):
            yield Tracks(self.words, id="tracks")
            yield Treaty(self.words, id="treaty")
            yield Asked("", id="asked", markup=False)
            yield PaneTabs({name: (PANES[name].LETTER, PANES[name].NAME) for name in TABBED}, id="tabs")
            yield Move(self.guard, id="move")
            yield Log(id="log")
            yield Hand(self.words, id="hand")
            yield Sheet(self.words, id="sheet")
            yield Delegations(self.words, id="delegations")
            yield Zones(self.words, id="zones")
        yield KeyBar()

    def on_mount(self) -> None:
        people = self.conductor.people
        if len(people) == 1:
            self.seat = people[0]
        self.query_one(Log).become(())
        self.set_interval(1.0, self._each_second)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.sitting.note:
            self.notify(self.sitting.note, markup=False)
        told = self.conductor.beats(self.seat if not self.conductor.hot_seat else NOBODY)
        self.query_one(Log).become(line for beat in told for line in beat.lines)
        self.lay_out()
        self.look()
        self.go_on()

    def on_resize(self, event: events.Resize) -> None:
        self.lay_out()

    @property
    def tabbed(self) -> bool:
        """Whether most panes are behind tabs."""
        return self.has_class("-tabbed")

    def lay_out(self) -> None:
        """Put the panes where they belong at this size."""
        size = self.size
        setting = self.words.setting
        status = sum(len(hook(self.board)) for hook in setting.hooks.status)
        places = plan(
            size.width,
            max(1, size.height - 2),
            len(setting.issues),
            len(setting.seats),
            len(setting.tracks),
            len(setting.zones) + status * 2,
            self.tab,
        )
        self.set_class("tabs" in places, "-tabbed")
        self.query_one("#tracks").set_class("tabs" in places, "-strip")
        with self.app.batch_update():
            for widget in self.query_one("#desk").children:
                place = places.get(widget.id or "")
                widget.display = place is not None
                if place is not None:
                    widget.styles.offset = (place.x, place.y)
                    widget.styles.width, widget.styles.height = place.width, place.height
        self.query_one(PaneTabs).show(self.tab)
        for paper in self.query(Paper):
            paper.call_after_refresh(paper.rewrite)

    def open_tab(self, name: str) -> None:
        """Show a pane that is behind a tab."""
        if name != self.tab:
            self.tab = name
            if self.tabbed:
                self.lay_out()

    @on(PaneTabs.Chosen)
    def tab_chosen(self, event: PaneTabs.Chosen) -> None:
        self.action_go(event.name)

    def action_go(self, name: str) -> None:
        """Open a pane and put the keys there."""
        if name in TABBED:
            self.open_tab(name)
        self.query_one(f"#{name}").focus()

    # --- what is shown ---------------------------------------------------------------------------------------

    @property
    def view(self) -> View | None:
        """The view that is shown, if it is anybody's."""
        return self.board if isinstance(self.board, View) else None

    def look(self) -> None:
        """Show the table as it stands, to whoever has the screen."""
        self.board = self.table.view(self.seat) if self.seat != NOBODY else self.table.public()
        board, view = self.board, self.view
        changes = board.package.changes if board.package is not None else ()
        with self.app.batch_update():
            self.query_one(Tracks).show(board)
            self.query_one(Treaty).show(board, changes)
            self.query_one(Delegations).show(board, self._sitters(), self.seat)
            self.query_one(Zones).show(board)
            self.query_one(Hand).show(view, self.hidden)
            self.query_one(Sheet).show(view, self.hidden)
            self._head()

    def _sitters(self) -> dict[int, str]:
        result = {}
        for seat, sitter in self.table.sitters.items():
            person = "you" if seat == self.seat else str(sitter) if sitter.people else "person"
            result[seat] = f"bot {sitter.bot}" if sitter.bot else person
        return result

    def _head(self) -> None:
        setting, board = self.words.setting, self.board
        where = f"Round {max(1, board.round)}/{setting.options.rounds}  {PHASES[board.phase].capitalize()}"
        if board.phase == FLOOR:
            where += f" {board.pass_number}/{setting.options.passes}"
        waiting = [setting.seat_ids[seat] for seat in board.waiting]
        turn = "YOUR TURN" if self.asking else f"{', '.join(waiting)} to move" if waiting else ""
        self.query_one(TitleBar).tell(self.sitting.deck.deck.title, where, turn, self._clock())

    def _clock(self) -> str:
        clock = self.table.clock
        if clock is None:
            return "paused" if self.table.paused else ""
        left = int(max(0, clock.left))
        time = f"{left // 60:02d}:{left % 60:02d}"
        return f"{time} stopped" if not clock.running else "TIME IS UP" if clock.left <= 0 else time

    def asked(self, text: str) -> None:
        """The line that says what is asked."""
        self.query_one("#asked", Asked).update(Content(f"► {text}"), layout=False)

    def _each_second(self) -> None:
        if self._curtained:
            return
        if self.table.tick():
            self.go_on()
        if self.table.clock is not None:
            self._head()

    # --- the course of the game ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Tell what is new, let bots act at a readable pace, until a person must decide or the game is over."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.asking = False
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
            said = "The game is paused." if kind == what.PAUSED else "The facilitator has ended the sitting."
            self.asked(said)
            self.query_one(Move).rest(said)
            self.look()
        return -1.0

    def _meanwhile(self, seat: int) -> None:
        """While bots decide, the log is what is to be read."""
        name = self.words.seats[seat]
        doing = "votes" if self.board.phase in (VOTE, SIGNING) else "decides"
        self.asked(f"{name} {doing} …")
        self.query_one(Move).rest(f"{name} {doing}. S skips to your next decision.")
        if self.pace and not self._skipping:
            self.open_tab("log")

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
        move.ask(ask)
        move.focus()

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

    @on(Move.Considered)
    def considered(self, event: Move.Considered) -> None:
        package = self.board.package
        standing = package.changes if package is not None else ()
        self.query_one(Treaty).propose(event.changes or standing)

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

    @on(Treaty.Read)
    def read_issue(self, event: Treaty.Read) -> None:
        title, paragraphs = issue_paper(self.words, self.board, event.issue)
        self.app.push_screen(Reader(title, paragraphs))

    # --- hot-seat --------------------------------------------------------------------------------------------

    def _hand_over(self, seat: int) -> None:
        """The curtain goes up before the last person's view is dropped."""
        self._curtained = True
        sitter = self.table.sitters[seat]
        name = self.words.seats[seat]
        who = f"{sitter} ({name})" if sitter.people else name
        self.app.push_screen(Curtain(who, seat, self.secret), lambda opened: self._opened(seat, bool(opened)))
        self.drop()

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
        self.seat = seat
        self.query_one(Log).become(self.conductor.whole_log(seat))
        self.go_on()

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "skip":
            return not self.asking and self.conductor.due[0] == what.BOT
        if action == "undo":
            return self.seat != NOBODY and self.asking and self.table.why_no_undo(self.seat) is None
        if action == "redo":
            place = self.table.history.redo_to
            return place is not None and self.table.history.entries[place].seat == self.seat
        if action == "hide":
            return self.seat != NOBODY
        return True

    def action_skip(self) -> None:
        self._skipping = True
        self.go_on()

    def action_undo(self) -> None:
        self._back(self.table.undo)

    def action_redo(self) -> None:
        self._back(self.table.redo)

    def _back(self, how: Callable[[int], None]) -> None:
        try:
            how(self.seat)
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        self.go_on()

    def action_hide(self) -> None:
        self.hidden = not self.hidden
        self.look()

    def action_help(self) -> None:
        self.app.push_screen(Reader("Help", help_for(self)))

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers: panes, and what can be done now."""
        result: list[tuple[str, str, Callable[[], object]]] = []
        move = self.query_one(Move)
        if self.asking and move.path:
            for at, each in enumerate(move.path[0].rows):
                if each.refusal is None:
                    result.append((each.label, "Your move", lambda at=at: self._choose(at)))  # type: ignore[misc]
        for name in PANES:
            title = self.query_one(f"#{name}", Paper).NAME
            result.append((f"Go to: {title}", "Pane", lambda name=name: self.action_go(name)))  # type: ignore[misc]
        for action, title in (("undo", "Undo"), ("redo", "Redo"), ("skip", "Skip to your next decision")):
            if self.check_action(action, ()):
                result.append((title, "Table", getattr(self, f"action_{action}")))
        result.append(("Help", "What the focused pane is", self.action_help))
        return result

    def _choose(self, at: int) -> None:
        move = self.query_one(Move)
        self.open_tab("move")
        move.focus()
        move.ask(move.path[0])
        move.cursor = at
        move.guard, guard = 0.0, move.guard
        move.action_choose()
        move.guard = guard
