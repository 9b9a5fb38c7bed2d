"""A game in plain text: numbered choices, one line in, plain lines out."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping

from summit_game.deck.models import Deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action, ActionError, parse_action
from summit_game.engine.events import face
from summit_game.engine.refusal import Refused
from summit_game.engine.view import View
from summit_game.plain import screens
from summit_game.plain.menus import Choice, Menu, changes_of, menu_for, preview
from summit_game.plain.words import Words, clean, listed, tell
from summit_game.table.table import Table

PROMPT = "> "
LOG_LINES = 40

HELP = (
    "Write the number of a choice, or an action in its written form, such as `pass` or `order hold`.",
    "back: to the choices before. why N: why choice N is refused. why ACTION: the same for a written action.",
    "brief: your confidential brief. cards: your hand. text: the treaty so far. map: tracks, zones and units.",
    "score: the four fits and your own score now. log: what happened lately; log all: everything.",
    "quit: leave the game. help: this text.",
)


class _Stopped(Exception):  # noqa: N818  (a person leaves the game; no fault of the program)
    """The person quits, or the input is at its end."""


HIDING_LINES = 60
"""Empty lines at a hand-over on a terminal, so that the last person's papers are off the screen."""


class PlainSession:
    """Play at a table in plain text.

    `people` gives the seats played by people and what to call them; every other seat needs a bot at the table.
    `read` is like `input`: it takes a prompt, returns a line and raises `EOFError` at the end of the input.
    `write` gets one line at a time, without its line end.
    """

    def __init__(
        self,
        deck: Deck,
        table: Table,
        people: Mapping[int, str],
        read: Callable[[str], str] = input,
        write: Callable[[str], object] = print,
        confirm_quit: bool | None = None,
    ) -> None:
        empty = [seat for seat in table.game.setting.seats if seat not in people and seat not in table.bots]
        if empty:
            name = table.game.setting.seat_specs[empty[0]].name
            raise ValueError(f"nobody plays {name}; give the seat a person or a bot")
        self.table = table
        self.people = dict(people)
        self.read = read
        self._write = write
        self.confirm_quit = (read is input and sys.stdin.isatty()) if confirm_quit is None else confirm_quit
        self._terminal = write is print and sys.stdout.isatty()
        self.words = Words(table.game.setting, deck)
        self.deck = deck
        self.log: list[str] = []
        self._told = 0
        self._last: int | None = None

    def run(self) -> int:
        """Play to the end, or until the person quits or the input ends. Returns the exit code 0."""
        try:
            self._play()
        except _Stopped as stopped:
            self.say(str(stopped))
        return 0

    def say(self, *lines: str) -> None:
        """Write lines, literally: nothing in a deck or a name can steer the terminal."""
        for line in lines:
            self._write(self._fitted(clean(line)))

    def _fitted(self, line: str) -> str:
        """On a terminal, broken between words at its width; elsewhere as it is."""
        if not self._terminal:
            return line
        width = max(20, shutil.get_terminal_size().columns - 1)
        indent = " " * (len(line) - len(line.lstrip()))
        return "\n".join(textwrap.wrap(line, width, subsequent_indent=indent)) or line

    # --- the run of the game ----------------------------------------------------------------------------------

    def _play(self) -> None:
        meta = self.deck.deck
        self.say(f"{meta.title}. {meta.setting}.", meta.summary)
        played = listed(map(self._name, self.people))
        self.say(f"Played by people: {played}. Write `help` at any time.")
        self.table.start()
        while True:
            seat = self.table.waiting_person()
            self._tell()
            if seat is None:
                break
            self._hand_over(seat)
            self._decide(seat)
        self.say("", *screens.the_end(self.words, self.table.state))

    def _tell(self) -> None:
        """Write what happened since the last time: what all may see, or with one person what that person may."""
        seat = next(iter(self.people)) if len(self.people) == 1 else -1
        for event in self.table.events[self._told :]:
            seen = face(event, seat)
            words = tell(self.words, seen) if seen is not None else None
            if words is not None:
                self.log.append(words)
                self.say(words)
        self._told = len(self.table.events)

    def _hand_over(self, seat: int) -> None:
        if len(self.people) > 1 and seat != self._last:
            name = self._name(seat)
            if self._terminal:
                self.say(*[""] * HIDING_LINES)
            self.say("", f"Pass the machine to {name}. Press Enter when {name} is ready.")
            while (line := self._line(PROMPT).strip().lower()) != "":
                if line == "quit":
                    self._quit()
                self.say("Press Enter alone when the machine has changed hands.")
        self._last = seat

    def _name(self, seat: int) -> str:
        """The delegation of a seat, after the person's own name if it has one."""
        label, role = self.people[seat], self.words.seats[seat]
        return role if label == role else f"{label} ({role})"

    def _line(self, prompt: str) -> str:
        try:
            return self.read(prompt)
        except EOFError:
            raise _Stopped("The input is at its end; the game is stopped.") from None

    def _quit(self) -> None:
        if self.confirm_quit and self._line("Leave the game? Write yes or no. > ").strip().lower() not in ("y", "yes"):
            self.say("The game goes on.")
            return
        raise _Stopped("You have left the game.")

    # --- one decision -----------------------------------------------------------------------------------------

    def _decide(self, seat: int) -> None:
        view = self.table.view(seat)
        path = [menu_for(self.words, view)]
        legal = view.legal()
        self.say("", f"Round {view.round}. {self.words.seats[seat]} decides.")
        if len(legal) == 1:
            self.say("There is only one thing to choose.")
        show = True
        while True:
            if show:
                self._show(path[-1], len(path) > 1)
            line = self._line(PROMPT).strip()
            show = False
            chosen = self._chosen(path[-1], line)
            if chosen is None:
                action = self._other(view, path, line)
                if action is not None and self._submit(seat, action):
                    return
                show = line.lower() == "back"
            elif chosen.refusal is not None:
                self.say(f"Not now: {chosen.refusal}")
            elif chosen.more is not None:
                path.append(chosen.more())
                show = True
            elif chosen.action is not None and self._submit(seat, chosen.action):
                return

    def _show(self, menu: Menu, deeper: bool) -> None:
        self.say(menu.asked)
        for number, choice in enumerate(menu.choices, 1):
            self.say(f"{number}. {choice.label}{' (not now)' if choice.refusal else ''}")
        if deeper:
            self.say("Write a number, or back.")

    def _chosen(self, menu: Menu, line: str) -> Choice | None:
        if line.isascii() and line.isdigit() and len(line) < 6 and 1 <= int(line) <= len(menu.choices):
            return menu.choices[int(line) - 1]
        return next((choice for choice in menu.choices if choice.key and choice.key == line.lower()), None)

    def _submit(self, seat: int, action: Action) -> bool:
        try:
            self.table.submit(seat, action)
        except Refused as refused:
            self.say(f"Not now: {refused}")
            return False
        return True

    # --- everything that is not a choice ----------------------------------------------------------------------

    def _other(self, view: View, path: list[Menu], line: str) -> Action | None:
        """Answer a command; or the action that is written, if it is allowed."""
        word, _, rest = line.lower().partition(" ")
        if word == "why":
            self._why(view, path[-1], line[4:].strip())
        elif word == "log" and rest.strip() in ("", "all"):
            self.say(*(self.log if rest else self.log[-LOG_LINES:]))
        elif word in a.VERBS:
            return self._written(view, line)
        elif rest or not self._command(view, path, word):
            count = len(path[-1].choices)
            said = f"{clean(line[:40])!r} is not understood" if line else "Nothing was written"
            self.say(f"{said}; write a number from 1 to {count}, or help.")
        return None

    def _command(self, view: View, path: list[Menu], word: str) -> bool:
        match word:
            case "help":
                self.say(*HELP)
            case "brief":
                self.say(*screens.brief(self.words, view))
            case "text":
                self.say(*screens.treaty(self.words, view))
            case "cards":
                self.say(*screens.cards(self.words, view))
            case "map":
                self.say(*screens.the_map(self.words, view))
            case "score":
                self.say(*screens.standing(self.words, view))
            case "quit":
                self._quit()
            case "back":
                if len(path) > 1:
                    path.pop()
                else:
                    self.say("These are the first choices; there is nothing to go back to.")
            case _:
                return False
        return True

    def _written(self, view: View, line: str) -> Action | None:
        try:
            action = parse_action(self.words.setting, line)
        except ActionError as error:
            self.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            return None
        refusal = view.refusal(action)
        if refusal is not None:
            self.say(f"Not now: {refusal}")
            return None
        changes = changes_of(self.words, action)
        if changes:
            self.say(f"Your package {preview(self.words, view, changes)}.")
        return action

    def _why(self, view: View, menu: Menu, rest: str) -> None:
        if rest and rest.split()[0].lower() in a.VERBS and self._chosen(menu, rest) is None:
            try:
                refusal = view.refusal(parse_action(self.words.setting, rest))
            except ActionError as error:
                self.say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
                return
            self.say(str(refusal) if refusal else "That action is allowed.")
            return
        choice = self._chosen(menu, rest)
        if choice is None:
            self.say(f"Write why and a number from 1 to {len(menu.choices)}.")
            return
        number = menu.choices.index(choice) + 1
        self.say(str(choice.refusal) if choice.refusal else f"Choice {number} is allowed.")
