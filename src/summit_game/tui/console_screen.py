"""The facilitator's console: the commands as a list, what the chosen one asks for, and what is said to it.

It covers the whole table, so that it can be opened in anybody's turn and at the curtain: it shows what everybody may
know, and what the facilitator has lined up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from summit_game.console.arguments import Argument, Option
from summit_game.console.commands import COMMANDS, Command
from summit_game.console.console import Console
from summit_game.engine.board import PHASES
from summit_game.language.catalogue import say
from summit_game.tui.choices import Choice, Choices
from summit_game.tui.dialogs import Pick, Write
from summit_game.tui.form import OPENS, STEPS, Field, Filling, Form
from summit_game.tui.labels import time_left, whereabouts
from summit_game.tui.widgets.keybar import KeyBar
from summit_game.tui.widgets.page import About
from summit_game.tui.widgets.titlebar import TitleBar
from summit_game.words.names import capital
from summit_game.words.safe import NOTE_LENGTH

DO = "do"
"""The line that carries the command out; no argument has this name."""
WRITTEN = "\0"
"""In a list of what can be chosen: something else, that is written."""
STEPPED = 6
"""Up to so many options are stepped through on their line."""


class ConsoleScreen(Filling[None]):
    """Commands at the left; at the right what the one under the cursor asks for, and below it what is said."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "key-back", id="console.back"),
        Binding("f8", "close", "key-close", id="console.close", key_display="F8"),
        Binding("f1,question_mark", "help", "key-help", id="console.help", key_display="?"),
    ]
    AUTO_FOCUS = "#commands"

    def __init__(self, console: Console, start: str = "") -> None:
        """`start`: the command that is asked for first, by its name."""
        super().__init__()
        self.console = console
        self.command: Command = COMMANDS.get(start) or next(iter(COMMANDS.values()))
        self.texts: dict[str, str] = {}
        """What was chosen or written for the arguments of the command."""
        self._start = start

    def compose(self) -> ComposeResult:
        yield TitleBar()
        with Horizontal(id="body"):
            yield Choices(id="commands")
            with Vertical(id="side"):
                yield Form(id="fields", title="")
                yield About(id="said")
        yield KeyBar()

    def on_mount(self) -> None:
        commands = self.query_one(Choices)
        commands.notes = 0
        commands.click_chooses = False
        commands.border_title = Content(say("key-facilitator"))
        self.renew()
        self.query_one(Form).cursor = 0
        self._about(self.command)
        if self._start and self.command.arguments:
            self.query_one(Form).focus()

    # --- what is shown ---------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Show the table as everybody sees it, and which commands are possible."""
        table = self.console.table
        board = table.public()
        where = whereabouts(board.round, self.console.setting.options.rounds, PHASES[board.phase])
        waits = ", ".join(self.console.setting.seat_ids[seat] for seat in board.waiting)
        stands = say("screen-ended") if table.ended else say("screen-paused") if table.paused else ""
        turn = stands or (say("screen-to-move", who=waits) if waits else "")
        clock = time_left(table.clock) if table.clock is not None else ""
        self.query_one(TitleBar).tell(say("key-facilitator"), where, turn, clock)
        choices = [
            Choice(each.name, each.title, style="$dim" if each.why_not(table) else "") for each in COMMANDS.values()
        ]
        self.query_one(Choices).put(choices, self.command.name)
        self.query_one(Form).border_title = Content(self.command.title)
        super().renew()

    def fields(self) -> Iterator[Field]:
        yield from map(self._field, self.command.arguments)
        yield Field(DO, say("console-do"), take=lambda _: self.carry_out())

    def _field(self, argument: Argument) -> Field:
        options = argument.options(self.console)
        text = self.texts.get(argument.name, argument.default or "")
        wanted = say("console-choose") if options else say("console-write")
        unchosen = say("console-not-given") if argument.default is not None else wanted
        choices = [Choice(each.value, _shown(options, each.value)) for each in options]
        further = [Choice(WRITTEN, say("console-something-else"))] if argument.free else []
        pick = partial(Pick, f"{self.command.title}: {argument.meaning}", [*choices, *further], text)
        return Field(
            argument.name,
            capital(argument.label),
            _shown(options, text) if text else unchosen,
            STEPS if 0 < len(options) <= STEPPED and not argument.free else OPENS,
            take=partial(self.texts.__setitem__, argument.name),
            options=choices,
            at=text,
            window=pick if options else partial(self._writing, argument.name),
        )

    def _writing(self, name: str) -> Write:
        """The window in which an argument is written."""
        argument = next(each for each in self.command.arguments if each.name == name)
        text = self.texts.get(name, argument.default or "")
        return Write(self.command.title, f"{capital(argument.label)}: {argument.meaning}.", text, NOTE_LENGTH)

    def _about(self, command: Command) -> None:
        """What a command does, and why it cannot be done now."""
        why = command.why_not(self.console.table)
        wrong = [(say("console-not-now", why=why), "bold $bad")] if why else []
        plain = say("console-in-plain", usage=command.usage())
        self._say((f"{capital(command.help)}.", ""), *wrong, (plain, "$dim"))

    def _say(self, *paragraphs: tuple[str, str], title: str = "") -> None:
        self.query_one(About).tell(*paragraphs, title=title or say("console-what-it-does"))

    @on(Choices.Considered)
    def considered(self, event: Choices.Considered) -> None:
        command = COMMANDS[event.choice.name]
        if command is not self.command:
            self.command = command
            self.texts = {}
            self.renew()
            self.query_one(Form).cursor = 0
            self._about(command)

    # --- filling in ------------------------------------------------------------------------------------------

    @on(Choices.Chosen)
    def chosen(self, event: Choices.Chosen) -> None:
        if self.command.arguments:
            self.query_one(Form).focus()
        else:
            self.carry_out()

    def picked(self, field: Field, value: str | None) -> None:
        """A value was chosen or written: on to the next line."""
        if value == WRITTEN:
            self.app.push_screen(self._writing(field.name), partial(self.picked, field))
        elif value is not None:
            self.took(field, value)
            self.query_one(Form).action_move(1)

    # --- doing -----------------------------------------------------------------------------------------------

    def carry_out(self) -> None:
        """Carry the command out and show, in place, what everybody reads of it, or why not."""
        before = len(self.console.table.history.entries)
        texts = [self.texts.get(each.name, "") for each in self.command.arguments]
        answer = self.console.carry_out(self.command, texts)
        if not answer.done:
            self._say(*((line, "bold $bad") for line in answer.said), title=say("console-refused"))
            return
        self.texts.clear()
        self.renew()
        self._say(*((line, "") for line in [*answer.said, *self.console.told_since(before)]), title=say("console-done"))
        self.query_one(Choices).focus()

    # --- keys ------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """From the form to the list, from the list to the table."""
        if self.focused is self.query_one(Choices):
            self.dismiss(None)
        else:
            self.query_one(Choices).focus()

    def before_shell(self) -> None:
        """Before ctrl+z: whoever comes back must open the console anew."""
        while self.app.screen is not self:
            self.app.screen.dismiss(None)
        self.dismiss(None)


def open_console(app: App[Any], console: Console, name: str, closed: Callable[[], None]) -> None:
    """Open the console at a command, after asking for the facilitator's word if the game has one; `closed` comes last.

    A command that asks for nothing is carried out at once.
    """

    def opened() -> None:
        command = COMMANDS.get(name)
        if command is None or command.arguments or not command.changes:
            app.push_screen(ConsoleScreen(console, name), lambda _: closed())
            return
        if not (answer := console.carry_out(command, ())).done:
            app.notify(answer.said[0], severity="warning")
        closed()

    def written(word: str | None) -> None:
        if word is not None and console.opens(word):
            opened()
            return
        if word is not None:
            app.notify(say("console-not-the-word"), severity="warning")
        closed()

    if console.guarded:
        app.push_screen(Write(say("key-facilitator"), say("screen-word-of-facilitator"), secret=True), written)
    else:
        opened()


def _shown(options: Sequence[Option], text: str) -> str:
    """An option with its words; a text that is none as it is."""
    label = next((each.label for each in options if each.value.casefold() == text.casefold()), text)
    return label if text in label else f"{text}: {label}"
