"""Learn to play: the real table with a lesson below it (beside it on very wide screens), step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from summit_game.engine.actions import Action
from summit_game.engine.notation import parse_action
from summit_game.language.catalogue import say
from summit_game.table.course import Course, Due
from summit_game.tui.labels import label
from summit_game.tui.lesson import ReadyLesson, fits_place
from summit_game.tui.sitting_screen import GUARD, PACE
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.page import Page

LEAVE = "leave"
"""What the screen is dismissed with when the person leaves the lesson."""


@dataclass(frozen=True)
class Leaf:
    """Something to read before the game goes on. `lead` stands before it: what the learner has just done well."""

    title: str
    text: str
    lead: str = ""


class LessonCourse(Course):
    """Plays the others' actions from the lesson; a bot only once the lesson has lost its place."""

    def __init__(self, ready: ReadyLesson) -> None:
        super().__init__(ready.begin())
        self.ready = ready
        self.queue: list[Action] = []
        """What the others will do before the learner decides again."""
        self.lost = False

    @property
    def due(self) -> tuple[Due, int]:
        kind, seat = super().due
        if kind not in (Due.BOT, Due.PERSON) or self.lost:
            return kind, seat
        waiting = self.table.asks_now
        others = [each for each in waiting if each != self.ready.learner]
        if others and (self.queue or self.ready.learner not in waiting):
            return Due.BOT, others[0]
        return Due.PERSON, self.ready.learner

    def bot_moves(self, thought: Callable[[], object]) -> bool:
        kind, seat = self.due
        if kind is not Due.BOT:
            return True
        if not self.lost and self.queue and self.queue[0] in self.table.view(seat).legal():
            self.table.submit(seat, self.queue.pop(0), by="lesson")
            return True
        self.lost = True
        return super().bot_moves(thought)


class LessonPanel(Page):
    """What the lesson says now. With something to read it takes the keys, and Enter goes on."""

    NAME, LETTER, HELP_LINES = "pane-lesson", "n", ("help-lesson",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "read", "key-go-on", id="lesson.read")]

    class Done(Message):
        """What was there to read has been read."""

    reading = False

    def tell(self, *paragraphs: tuple[str, str], title: str = "", reading: bool = False) -> None:
        """Show paragraphs with their styles. `reading`: Enter goes on from here."""
        self.reading = reading
        self.border_subtitle = Content(say("learn-goes-on") if reading else say("learn-does-it"))
        super().tell(*paragraphs, title=title)
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.reading if action == "read" else True

    def action_read(self) -> None:
        self.post_message(self.Done())

    def on_click(self, event: events.Click) -> None:
        if self.reading:
            self.post_message(self.Done())


class LessonScreen(TableScreen):
    """The table of a lesson. Dismissed with `over` at the end, or with `LEAVE`."""

    FACILITATED = False
    DIGESTS = False
    ROUND_PAGES = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "do_it", "key-do-it-for-me", id="lesson.do"),
        Binding("n", "panel", "key-lesson", id="go.lesson", show=False),
        Binding("f9", "leave_lesson", "key-leave", id="lesson.leave", key_display="F9"),
    ]
    HEIGHT, WIDTH, BESIDE = 7, 44, 164
    """Rows of the panel below the table, columns of it beside the table, and the width from which it is beside."""

    def __init__(self, ready: ReadyLesson, pace: float = PACE, guard: float = GUARD) -> None:
        course = LessonCourse(ready)
        super().__init__(course, pace, guard)
        self.course: LessonCourse = course
        self.ready = ready
        self.step = 0
        """The step that is shown, or will be shown next."""
        self._pages: list[Leaf] = [Leaf(ready.lesson.lesson.title, text) for text in ready.lesson.intro]
        self._ending_told = False
        """Whether the closing pages have been laid out."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            if isinstance(widget, KeyBar):
                yield LessonPanel(id="lesson")
            yield widget

    @property
    def room(self) -> Size:
        size = self.size
        beside = size.width >= self.BESIDE
        self.set_class(beside, "-beside")
        return Size(size.width - self.WIDTH, size.height) if beside else Size(size.width, size.height - self.HEIGHT)

    @property
    def panel(self) -> LessonPanel:
        """The lesson's pane."""
        return self.query_one(LessonPanel)

    # --- the course of the lesson ------------------------------------------------------------------------------

    def go_on(self) -> None:
        if self._pages:
            self._read()
        else:
            super().go_on()

    def _read(self) -> None:
        """Put the next page before anything else happens."""
        page = self._pages[0]
        self.asking = False
        self.look()
        self.asked(say("learn-read"))
        self.query_one(Move).rest(say("learn-first-read"))
        self.open_tab("log" if self.step else "move")
        told = [(page.lead, "$good"), (page.text, "")]
        self.panel.tell(*(each for each in told if each[0]), title=page.title, reading=True)
        self.panel.focus()
        self.refresh_bindings()

    def on_lesson_panel_done(self) -> None:
        if self._pages:
            self._pages.pop(0)
            self.go_on()

    def _ask(self) -> None:
        lesson = self.ready.lesson
        if self._after_pages():
            self._read()
            return
        super()._ask()
        steps = lesson.steps
        if self.course.lost or self.step >= len(steps) or not fits_place(steps[self.step].when, self.page):
            self.course.lost = True
            self.panel.tell((say("learn-lost"), ""), title=label(LessonPanel.NAME))
            self.panel.border_subtitle = Content(say("learn-leaves"))
            return
        self._tell_step()

    def _after_pages(self) -> bool:
        """What the step before brought about, to be read first."""
        if self.course.lost or self.step == 0 or self.course.queue or self._read_after >= self.step:
            return False
        self._read_after = self.step
        before = self.ready.lesson.steps[self.step - 1]
        self._pages.append(Leaf(self._progress(self.step - 1), before.after or "", before.done))
        return True

    _read_after = 0
    """The number of steps whose `after` has been read."""

    def _progress(self, at: int) -> str:
        step = self.ready.lesson.steps[at]
        name = f"{step.id}, {step.clause}" if step.clause else step.id
        return say("learn-step", step=at + 1, steps=len(self.ready.lesson.steps), name=name)

    def _tell_step(self, *feedback: tuple[str, str]) -> None:
        step = self.ready.lesson.steps[self.step]
        words = self.course.words.action(parse_action(self.table.setting, self.ready.suggested(self.step)))
        said = feedback or ((step.say, ""),)
        self.panel.tell(*said, (say("learn-try", action=words), "bold $accent"), title=self._progress(self.step))

    def send(self, action: str) -> None:
        if not self.asking or self.course.lost:
            super().send(action)
            return
        if action != self.ready.suggested(self.step):
            super()._ask()
            step = self.ready.lesson.steps[self.step]
            self._tell_step((say("learn-not-sent", why=step.other), "$warn"))
            return
        step = self.ready.lesson.steps[self.step]
        self.course.queue = list(self.ready.partner(self.step))
        self.panel.tell((step.done, "$good"), title=self._progress(self.step))
        self.panel.border_subtitle = Content("")
        self.step += 1
        super().send(action)

    def over(self) -> None:
        """What the last step brought about, the closing pages and the endings; then the real ending."""
        if not self._ending_told:
            self._ending_told = True
            lesson = self.ready.lesson
            if not self.course.lost:
                self._after_pages()
                self._pages += [Leaf(lesson.lesson.title, text) for text in lesson.closing.say]
            count = len(lesson.endings)
            self._pages += [
                Leaf(say("learn-ending", number=at, count=count, title=each.title), each.say)
                for at, each in enumerate(lesson.endings, start=1)
            ]
        if self._pages:
            self._read()
        else:
            self.dismiss("over")

    # --- keys --------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "do_it":
            return self.asking and not self.course.lost
        if action in ("undo", "redo", "pause"):
            return False
        return super().check_action(action, parameters)

    def action_do_it(self) -> None:
        if self.asking and not self.course.lost:
            self.send(self.ready.suggested(self.step))

    def action_panel(self) -> None:
        self.panel.focus()

    def action_leave_lesson(self) -> None:
        self.dismiss(LEAVE)

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        own: list[tuple[str, str, Callable[[], object]]] = []
        if self.check_action("do_it", ()):
            own.append((say("key-do-it-for-me"), say("learn-suggested"), self.action_do_it))
        own.append((say("learn-leave"), say("learn-back"), self.action_leave_lesson))
        return [*own, *super().commands_now()]
