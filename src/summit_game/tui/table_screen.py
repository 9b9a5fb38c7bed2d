"""The table for playing: decisions of people, the curtain between them, the keys of the table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from summit_game.engine.board import NOBODY
from summit_game.engine.notation import ActionError
from summit_game.language.catalogue import say
from summit_game.seat.digest_lines import digest_lines
from summit_game.seat.port import Beat, Port, Turned
from summit_game.seat.question import Changes, Lines, Question, Said
from summit_game.table.course import Course, Due
from summit_game.table.open_votes import OpenPort
from summit_game.table.sitter import Sitter
from summit_game.tui.adviser import AdviserPane
from summit_game.tui.curtain import Curtain
from summit_game.tui.delay import later
from summit_game.tui.labels import label
from summit_game.tui.reader import Reader
from summit_game.tui.sitting_screen import GUARD, PACE, SittingScreen
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Kept, Move
from summit_game.tui.widgets.treaty import Treaty
from summit_game.words.about import before
from summit_game.words.messages import refusal_text

PUBLIC_PAPERS = ("about", "text", "mandates", "map")
PAPERS = (*PUBLIC_PAPERS, "brief", "cards", "score", "talk")
"""What can be read over the table, in both front ends; the last only where delegations talk (R19)."""


class TableScreen(SittingScreen):
    """One sitting, played by the people at this machine and bots. Dismissed with what is wanted next (`ending`)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "news", "key-news", id="table.news"),
        Binding("s", "skip", "key-skip", id="table.skip"),
        Binding("u", "undo", "key-undo", id="table.undo"),
        Binding("u", "why_no_undo", "key-say-why-nothing-can-be-undone", show=False, id="table.undo2"),
        Binding("U", "redo", "key-redo", id="table.redo", show=False),
        Binding("a,f2", "adviser", "key-adviser", id="table.adviser", key_display="a"),
        Binding("P", "pause", "key-pause-or-go-on", id="table.pause", show=False),
        Binding("P", "ask_pause", "key-say-who-can-pause", id="table.pause2", show=False),
    ]

    DIGESTS: ClassVar[bool] = True
    """Whether a decision begins with what happened since the last one."""

    def __init__(self, course: Course, pace: float = PACE, guard: float = GUARD) -> None:
        super().__init__(course, pace, guard)
        self._openly: OpenPort | None = None
        """The place of all people at the screen, while they decide together."""
        self._decision = ""
        """The name of the decision that is asked for."""
        self._veiled = False
        """Whether what is private is hidden because the game is paused."""
        self._kept: tuple[tuple[int, int, Sitter | None], Kept] | None = None
        """Where play stopped, for whom, and what was being built."""

    def on_mount(self) -> None:
        move = self.query_one(Move)
        move.guard, move.consider, move.follow = self.guard, self.considered, self.question
        self.app.app_resume_signal.subscribe(self, lambda _: self.back_from_shell())

    # --- whoever is due ---------------------------------------------------------------------------------------

    @property
    def port(self) -> Port:
        """The port of whoever decides: the person whose view is shown, or all together."""
        return super().port if self._openly is None else self._openly

    def _ask_openly(self, port: OpenPort) -> None:
        """Put a decision to all people at once, over what everybody may see."""
        if self.seat != NOBODY:
            self.close_papers()
            self.drop()
            self.query_one(Log).become(self._told_so_far())
        self._openly = port
        self._put()

    def _ask(self) -> None:
        """Put the decision to the person whose view is shown."""
        self._openly = None
        self._put()

    def _put(self) -> None:
        self.close_papers()
        self.asking = True
        self.table.attend(True)
        self.since = self.port.since() if self.DIGESTS else None
        self.look()
        self._decision = self.port.asked()
        question = self.port.question()
        self.asked(question.text)
        self.open_tab("move")
        move = self.query_one(Move)
        kept, self._kept = self._kept, None
        if kept is not None and kept[0] == self._whose:
            move.put_back(kept[1])
        else:
            move.ask(question, self._news())
        self.set_focus(move)

    def _news(self) -> Lines:
        """What happened since the last move, with its title; nothing if nothing did."""
        lines = digest_lines(self.sheet, self.since) if self.since is not None else ()
        if not lines:
            return ()
        title = say("since-title") if self.seat != NOBODY else say("since-title-all")
        return (Said(title, "strong accent"), *lines)

    def _over(self) -> None:
        self.seat = self.seat if not self.course.hot_seat else NOBODY
        self.look()
        self.asked(say("screen-game-over"))
        self.query_one(Move).rest(say("screen-game-over"))
        self.over()

    def over(self) -> None:
        """The game is over: on to the ending."""
        self.dismiss("over")

    # --- decisions -------------------------------------------------------------------------------------------

    def considered(self, question: str, changes: Changes) -> None:
        """The cursor of the move pane is on another row or question."""
        self.query_one(Treaty).propose(self.standing if self.covered else changes or self.standing)
        if self.asking:
            self.asked(say("screen-hidden") if self.covered else question)

    def question(self, draft: str) -> Question | None:
        """The question at a draft; None, and a word about it, if nothing like it is asked any more."""
        try:
            return self.port.question(draft)
        except ActionError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None

    @on(Move.Sent)
    def sent(self, event: Move.Sent) -> None:
        self.send(event.action)

    def send(self, action: str) -> None:
        """Give the action to the table."""
        if not self.asking or (self.seat == NOBODY and self._openly is None):
            return
        answer = self.port.send(action, self._decision)
        if isinstance(answer, Turned):
            self.notify(say("pane-not-now", why=answer.why), severity="warning", markup=False)
            return
        self.asking, self._kept, self._openly, self.since = False, None, None, None
        self.query_one(Move).rest(say("screen-sent"))
        self.asked(self.moves or say("screen-sent"))
        self.go_on()

    # --- hot-seat --------------------------------------------------------------------------------------------

    def _hand_over(self, seat: int) -> None:
        """The curtain goes up before the last person's view is dropped."""
        self.close_papers()
        self._openly = None
        self.curtained = True
        self.table.attend(False)
        sitter = self.table.sitters[seat]
        name = self.sheet.delegations[seat].name
        who = say("screen-person", person=str(sitter), who=name) if sitter.people else name
        last = self.seat
        undo = partial(self._undo_behind, last) if last != NOBODY and self.table.why_no_undo(last) is None else None
        curtain = Curtain(who, seat, self.secret, 2 * self.guard, self._pause_here, undo)
        self.app.push_screen(curtain, lambda opened: self._opened(seat, bool(opened)))
        self.drop()

    def _undo_behind(self, last: int) -> None:
        """Take back what the one before did, while the curtain is up: it then comes up for that person again."""
        if (turned := self.course.port(last).undo()) is not None:
            self.notify(turned.why, markup=False)
            return
        self.curtained = False
        self.app.screen.dismiss(False)
        later(self, 0.0, self.go_on)

    def before_shell(self) -> None:
        """Before ctrl+z: nothing private is on the screen when it is seen again."""
        if self.course.hot_seat:
            self.back_from_shell()
        elif self.private and not self.hidden:
            self.action_hide()

    def back_from_shell(self) -> None:
        """After ctrl+z somebody else may sit here: the curtain goes up in a game of several people."""
        if self.course.hot_seat and self.seat != NOBODY and not self.curtained and not self.table.over:
            self._hand_over(self.seat)

    def veil(self, paused: bool) -> None:
        """In a pause people walk about: what is private goes. Of several people, one opens it anew afterwards."""
        if paused and self.course.hot_seat and self.seat != NOBODY:
            self.close_papers()
            self.drop()
        elif paused and self.private and not (self.hidden or self._veiled):
            self.close_papers()
            self.hidden = self._veiled = True
        elif not paused and self._veiled:
            self.hidden = self._veiled = False
            self.look()

    def drop(self) -> None:
        """Forget the view: nothing private is in any pane from here on."""
        self.seat, self.since = NOBODY, None
        self.query_one(Move).rest("")
        self.query_one(Log).become(())
        self.look()

    def _opened(self, seat: int, opened: bool) -> None:
        if not opened:
            return
        self.curtained = False
        self.hidden = False
        self.seat = seat
        self.query_one(Log).become(self._told_so_far())
        self.go_on()

    def _told_so_far(self) -> list[Beat]:
        """Everything that has been told at this screen so far, as the one who has it now may know it."""
        upto = self._told[self.seat] = max(self._told.values(), default=0)
        return [beat for beat in self.port.told(0).beats if beat.entry < upto]

    # --- keys ------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "news":
            return self.asking and bool(self.query_one(Move).news)
        if action == "skip":
            return not self.asking and self.course.due[0] is Due.BOT
        if action == "undo":
            return self.seat != NOBODY and not self.curtained and self.table.why_no_undo(self.seat) is None
        if action == "why_no_undo":
            return self.seat != NOBODY and not self.curtained and not self.check_action("undo", ())
        if action == "redo":
            place = self.table.history.redo_to
            return place is not None and self.table.history.entries[place].seat == self.seat
        if action == "adviser":
            return self.asking and self.page.adviser and not self.covered
        if action == "hide":
            return self.seat != NOBODY
        return super().check_action(action, parameters)

    @property
    def _whose(self) -> tuple[int, int, Sitter | None]:
        """The decision that is asked for: place in the game, seat, and who sits there."""
        return self.table.history.tip, self.seat, self.table.sitters.get(self.seat)

    def keep(self) -> None:
        if self.asking:
            self._kept = (self._whose, self.query_one(Move).keep())

    def action_pause(self) -> None:
        """Stop the game and its clock, or go on."""
        self.keep()
        (self.table.go_on if self.table.paused else self.table.pause)()
        self.go_on()

    def _pause_here(self) -> bool:
        """The same at the curtain, which stays; whether the game is paused now."""
        if self.check_action("pause", ()):
            (self.table.go_on if self.table.paused else self.table.pause)()
        else:
            self.action_ask_pause()
        return self.table.paused

    def action_news(self) -> None:
        """What happened since the last move, or the preview again."""
        self.action_go("move")
        self.query_one(Move).show_news()

    def action_skip(self) -> None:
        self.skip()

    def action_adviser(self) -> None:
        """Ask what the adviser would do. The log says that it was asked."""
        advice = self.port.advice()
        if isinstance(advice, Turned):
            self.notify(say("pane-not-now", why=advice.why), severity="warning", markup=False)
            return
        self.query_one(Log).tell(self._new_beats())
        decision = self._decision
        self.app.push_screen(
            AdviserPane(advice, self.action_hide),
            lambda action: self._take_up(action) if action and self.asking and decision == self._decision else None,
        )

    def _take_up(self, action: str) -> None:
        """Put what was advised before the person, who still confirms it."""
        self.open_tab("move")
        move = self.query_one(Move)
        self.set_focus(move)
        move.take_up(action)

    def action_undo(self) -> None:
        self._back(self.port.undo)

    def action_why_no_undo(self) -> None:
        """Say why nothing can be taken back now."""
        if (why := self.table.why_no_undo(self.seat)) is not None:
            self._say_here(refusal_text(why))

    def action_redo(self) -> None:
        self._back(self.port.redo)

    def _back(self, how: Callable[[], Turned | None]) -> None:
        if (turned := how()) is not None:
            self._say_here(turned.why)
        else:
            self.go_on()

    def _say_here(self, why: str) -> None:
        """Say it in the question line, where it covers nothing, until the cursor moves."""
        self.asked(why)
        self.app.bell()

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What the palette offers: panes, and what can be done now."""
        result: list[tuple[str, str, Callable[[], object]]] = []
        move = self.query_one(Move)
        if self.asking and move.path and not self.covered:
            for at, each in enumerate(move.path[0].rows):
                if not each.refusal:
                    result.append((each.label, label(Move.NAME), partial(self._choose, at)))
        for action in ("adviser", "undo", "redo", "skip", "pause"):
            if self.check_action(action, ()):
                title = say(f"screen-do-{action}")
                result.append((title, say("screen-table"), getattr(self, f"action_{action}")))
        if not self.curtained:
            silent = not self.sitting.table.setting.options.talk
            for name in PAPERS[: -1 if silent else None]:
                result.append((say(f"paper-{name}"), say("paper-read"), partial(self._paper, name)))
        return [*result, *super().commands_now()]

    def _paper(self, name: str) -> None:
        """A paper as plain text has it, to be read over the table."""
        sheet = self.sheet
        lines = [sheet.setting, *before(self.sitting.deck)] if name == "about" else self.port.paper(name)
        private = name not in PUBLIC_PAPERS
        why = say("paper-hidden") if private and self.covered else say("paper-nobody")
        shown = [why] if private and (self.covered or not lines) else lines
        self.app.push_screen(Reader(say(f"paper-{name}"), shown, self._hiding if private else None))

    def _choose(self, at: int) -> None:
        move = self.query_one(Move)
        self.open_tab("move")
        self.set_focus(move)
        move.ask(move.path[0])
        move.cursor = at
        move.guard, guard = 0.0, move.guard
        move.action_choose()
        move.guard = guard
