"""A game in plain text: numbered choices, one line in, plain lines out."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Mapping
from getpass import getpass

from summit_game.console.console import NOT_THE_WORD, Console
from summit_game.deck.models import Deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY
from summit_game.engine.events import RoundBegan
from summit_game.engine.refusal import Refusal, Refused
from summit_game.engine.view import View
from summit_game.plain.answers import Answers, chosen
from summit_game.plain.menus import Menu, menu_for
from summit_game.table.entry import DEAL, NOTE
from summit_game.table.handover import handover
from summit_game.table.log import lines
from summit_game.table.table import Table
from summit_game.words import papers
from summit_game.words.catalogue import say
from summit_game.words.names import Words, listed
from summit_game.words.safe import clean

PROMPT = "> "
LOG_LINES = 40
CAUGHT_UP = 12
FACILITATOR = ("facilitator", "f")

HELP = ("number", "why", "papers", "score", "undo", "leave")
"""Keys of the lines of the help."""


class _Stopped(Exception):  # noqa: N818  (a person leaves the game; no fault of the program)
    """The person quits, or the input is at its end."""


HIDING_LINES = 60
"""Empty lines at a hand-over on a terminal, so that the last person's papers are off the screen."""


class PlainSession:
    """Play at a table in plain text.

    `people` gives the seats played by people and what to call them; every other seat needs a bot at the table.
    A game that has begun goes on where it is; `saved_as` is the id under which a person finds it again.
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
        saved_as: str = "",
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
        self._ended_at: int | None = None
        self.saved_as = saved_as
        self.answers = Answers(self.words, self.say)
        self.console = Console(table, self.words)
        self._console_open = not self.console.guarded
        """Whether the facilitator is at the machine: with a word, until somebody writes anything else."""
        self._newcomers: set[int] = set()
        self._notes_read: dict[int, int] = {}
        self._told = 0
        self._trouble: str | None = None
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
        self.say(say("plain-title", title=meta.title, setting=meta.setting), meta.summary)
        played = listed(map(self._name, self.people))
        self.say(say("plain-people", people=played), say("sitting-opened-afterwards"))
        if self.table.history.tip < 0:
            self.table.start()
        if self.table.history.entries[-1].kind != DEAL:
            self._told = len(self.table.history.entries)
            self.say(say("plain-lately"), *self.log()[-CAUGHT_UP:])
        while True:
            seat = self.table.waiting_person()
            self._tell()
            if seat is not None:
                if self._hand_over(seat):
                    self._decide(seat)
            elif self._leaves():
                break

    def _leaves(self) -> bool:
        """Nobody is asked: the table is paused, or the sitting or the game is over. True if the person leaves."""
        table = self.table
        if table.over:
            self._show_end()
            self.say("", say("plain-over"))
        elif table.ended:
            self.say("", say("plain-sitting-over"), say("plain-sitting-back"))
        else:
            self.say(say("plain-paused"))
        stopped = table.over or table.ended
        place = table.history.tip
        while table.history.tip == place and not table.asks_now:
            try:
                line = self._line(PROMPT).strip()
            except _Stopped:
                if stopped:
                    return True
                raise
            word, _, rest = line.partition(" ")
            if stopped and word.lower() in ("", "quit"):
                return True
            if word.lower() == "quit":
                self._quit()
            elif word.lower() == "log":
                self.say(*self.log())
            elif stopped and word.lower() not in FACILITATOR:
                self.say("Press Enter to leave, or write log or a facilitator command.")
            else:
                self._facilitate(rest if word.lower() in FACILITATOR else line)
                if not stopped:
                    return False
        return False

    def _show_end(self) -> None:
        """The ending, once for each time that the game is over."""
        if self._ended_at != self.table.history.tip:
            self._ended_at = self.table.history.tip
            self.say("", *papers.the_end(self.words, self.table.state))
            self.say(say("plain-seed", seed=self.table.seed))

    def _reader(self) -> int:
        """Who reads what is written between decisions: one person alone, or everybody at the machine."""
        return next(iter(self.people)) if len(self.people) == 1 else NOBODY

    def log(self) -> list[str]:
        """What happened so far, as whoever sits at the machine now may read it."""
        reader = self._reader()
        return [line for entry in self.table.history.entries for line in lines(self.words, entry, reader)]

    def _tell(self) -> None:
        """Write what happened since the last time: what all may see, or with one person what that person may."""
        entries = self.table.history.entries
        new_round = False
        for entry in entries[self._told :]:
            self.say(*lines(self.words, entry, self._reader()))
            new_round = new_round or any(isinstance(event, RoundBegan) for event in entry.events)
        self._told = len(entries)
        trouble = self.table.trouble
        if trouble != self._trouble or (trouble and new_round):
            self.say("", say("plain-attention", trouble=trouble) if trouble else say("plain-saved-again"), "")
            self._trouble = trouble

    def _facilitate(self, line: str) -> None:
        """Carry out what a facilitator wrote; whoever sits down is asked for, and all read what was done."""
        if not self._console_open and not self.console.opens(self._secret("The facilitator's word: ")):
            self.say(NOT_THE_WORD)
            return
        self._console_open = True
        self.say(*self.console.do(line).said)
        self._changed_hands()
        self._tell()

    def _others_write(self) -> None:
        """Somebody else than the facilitator is at the machine."""
        self._console_open = not self.console.guarded

    def _secret(self, prompt: str) -> str:
        """A line that a terminal does not show."""
        if self.read is not input or not sys.stdin.isatty():
            return self._line(prompt)
        try:
            return getpass(prompt)
        except EOFError:
            return ""

    def _hand_over(self, seat: int) -> bool:
        """Wait until the machine has changed hands; False if the last person took an action back instead."""
        if len(self.people) > 1 and seat != self._last:
            name = self._name(seat)
            if self._terminal:
                self.say(*[""] * HIDING_LINES)
            self.say("", say("plain-pass-machine", name=name))
            place, sitters = self.table.history.tip, dict(self.table.sitters)
            while (line := self._line(PROMPT).strip()) != "":
                word, _, rest = line.partition(" ")
                if word.lower() in FACILITATOR:
                    self._facilitate(rest)
                elif line.lower() == "quit":
                    self._quit()
                elif line.lower() in ("undo", "redo"):
                    self._back_or_forth(line.lower(), self._last)
                moved = (self.table.history.tip, self.table.sitters) != (place, sitters)
                if moved or seat not in self.table.asks_now:
                    return False
                self.say(say("plain-press-enter"))
            self._others_write()
        self._last = seat
        if seat in self._newcomers:
            self._newcomers.remove(seat)
            self.say("", *handover(self.words, self.table.view(seat)))
        return True

    def _name(self, seat: int) -> str:
        """The delegation of a seat, after the person's own name if it has one."""
        label, role = self.people[seat], self.words.seats[seat]
        return role if label == role else say("plain-person", person=label, who=role)

    def _line(self, prompt: str) -> str:
        try:
            return self.read(prompt)
        except EOFError:
            raise _Stopped(self.kept("plain-input-ended")) from None

    def _quit(self) -> None:
        if self.confirm_quit and self._line(say("plain-leave", prompt=PROMPT)).strip().lower() not in ("y", "yes"):
            self.say(say("plain-goes-on"))
            return
        raise _Stopped(self.kept("plain-left"))

    def kept(self, key: str) -> str:
        """A sentence, and how to find the game again."""
        if self.table.trouble:
            return f"{say(key)} {say('plain-not-saved')}"
        return f"{say(key)} {say('plain-saved', id=self.saved_as)}" if self.saved_as else say(key)

    # --- one decision -----------------------------------------------------------------------------------------

    def _decide(self, seat: int) -> None:
        self._notes_for(seat)
        view = self.table.view(seat)
        path = [menu_for(self.words, view)]
        legal = view.legal()
        self.say("", say("plain-decides", round=view.round, who=self.words.seats[seat]))
        if len(legal) == 1:
            self.say(say("plain-one-choice"))
        show = True
        place, sitters = self.table.history.tip, dict(self.table.sitters)
        while True:
            if (self.table.history.tip, self.table.sitters) != (place, sitters) or seat not in self.table.asks_now:
                return
            if show:
                self._show(path[-1], len(path) > 1)
            line = self._line(PROMPT).strip()
            if line.partition(" ")[0].lower() not in FACILITATOR:
                self._others_write()
            show = False
            if self.table.tick():
                self._tell()
                if self.table.history.tip != place:
                    return
            choice = chosen(path[-1], line)
            if choice is None:
                action = self._other(view, path, line)
                if action is not None and self._submit(seat, action):
                    return
                show = line.lower() == "back"
            elif choice.refusal is not None:
                self.say(say("plain-not-now", refusal=choice.refusal))
            elif choice.more is not None:
                path.append(choice.more())
                show = True
            elif choice.action is not None and self._submit(seat, choice.action):
                return

    def _notes_for(self, seat: int) -> None:
        """With several people at the machine, a note to one of them is read when the machine is theirs."""
        if self._reader() == NOBODY:
            entries = self.table.history.entries
            for entry in entries[self._notes_read.get(seat, 0) :]:
                if entry.kind == NOTE and entry.seat == seat:
                    self.say(*lines(self.words, entry, seat))
            self._notes_read[seat] = len(entries)

    def _show(self, menu: Menu, deeper: bool) -> None:
        self.say(menu.asked)
        for number, choice in enumerate(menu.choices, 1):
            key = "plain-choice-not-now" if choice.refusal else "plain-choice"
            self.say(say(key, number=number, choice=choice.label))
        if deeper:
            self.say(say("plain-number-or-back"))

    def _submit(self, seat: int, action: Action) -> bool:
        try:
            self.table.submit(seat, action)
        except Refused as refused:
            self.say(say("plain-not-now", refusal=refused))
            return False
        return True

    # --- everything that is not a choice ----------------------------------------------------------------------

    def _other(self, view: View, path: list[Menu], line: str) -> Action | None:
        """Answer a command; or the action that is written, if it is allowed."""
        word, _, rest = line.lower().partition(" ")
        if word == "why":
            self.answers.why(view, path[-1], line[4:].strip())
        elif word == "log" and rest.strip() in ("", "all"):
            self.say(*(self.log() if rest else self.log()[-LOG_LINES:]))
        elif word in FACILITATOR:
            self._facilitate(line.partition(" ")[2])
        elif word in ("undo", "redo") and not rest:
            self._back_or_forth(word, view.seat)
        elif word in a.VERBS:
            return self.answers.written(view, line)
        elif rest or not self._command(view, path, word):
            count = len(path[-1].choices)
            said = say("plain-not-understood", line=repr(clean(line[:40])), count=count) if line else ""
            self.say(said or say("plain-nothing-written", count=count))
        return None

    def _command(self, view: View, path: list[Menu], word: str) -> bool:
        """A command of one word; False if there is none."""
        match word:
            case "help":
                self.say(*(say(f"plain-help-{line}") for line in HELP))
            case "quit":
                self._quit()
            case "back":
                if len(path) > 1:
                    path.pop()
                else:
                    self.say(say("plain-first-choices"))
            case _:
                return self.answers.paper(view, word)
        return True

    def _back_or_forth(self, word: str, seat: int | None) -> None:
        """Undo or redo for the delegation whose person has the machine."""
        try:
            if seat not in self.people:
                raise Refused(Refusal("R9.7", f"There is nothing of yours to {word} now."))
            (self.table.undo if word == "undo" else self.table.redo)(seat)
        except Refused as refused:
            self.say(say("plain-not-now", refusal=refused))

    def _changed_hands(self) -> None:
        """Whoever takes a seat over is told what that delegation knows, when the machine is theirs."""
        for seat, sitter in self.table.sitters.items():
            if sitter.bot:
                self.people.pop(seat, None)
            elif seat not in self.people and seat not in self.table.bots:
                self.people[seat] = str(sitter) if sitter.people else self.words.seats[seat]
                self._newcomers.add(seat)
                self._last = None
