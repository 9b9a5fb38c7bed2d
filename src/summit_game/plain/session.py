"""A game in plain text: numbered choices, one line in, plain lines out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from summit_game.console.console import Console
from summit_game.deck.models import Deck
from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.plain import seat_word
from summit_game.plain.decision import Decision
from summit_game.plain.lines import PANES, about, help_lines, looked_up, opening, rules_said
from summit_game.plain.look import looking
from summit_game.plain.telling import Telling
from summit_game.plain.terminal import Terminal
from summit_game.seat.open_vote import HANDS_UP
from summit_game.seat.port import Port, Turned
from summit_game.seat.question import Row
from summit_game.table.course import Due
from summit_game.table.entry import DEAL
from summit_game.table.handover import handover
from summit_game.table.open_votes import OpenPort
from summit_game.table.table import Table
from summit_game.words.names import listed
from summit_game.words.safe import clean

PROMPT = "> "
LOG_LINES, CAUGHT_UP = 40, 12
FACILITATOR = ("facilitator", "f")


class _Stopped(Exception):  # noqa: N818  (a person leaves the game; no fault of the program)
    """The person quits, or the input is at its end."""


class PlainSession(Telling):
    """Play at a table in plain text.

    `people` gives the seats played by people and what to call them; every other seat needs a bot at the table.
    A game that has begun goes on where it is; `saved_as` is the id under which a person finds it again.
    `seal` is said before the game: by it anybody can check afterwards that the deal was not chosen late.
    `read` and `write` are as in `Terminal`.
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
        seal: str = "",
    ) -> None:
        empty = [seat for seat in table.game.setting.seats if seat not in people and seat not in table.bots]
        if empty:
            name = table.game.setting.seat_specs[empty[0]].name
            raise ValueError(f"nobody plays {name}; give the seat a person or a bot")
        super().__init__(deck, table, people, Terminal(read, write), saved_as)
        self.confirm_quit = self.terminal.asks if confirm_quit is None else confirm_quit
        self._seal = seal
        self.console = Console(table, self.words)
        self._console_open = not self.console.guarded
        """Whether the facilitator is at the machine: with a word, until somebody writes anything else."""
        self._newcomers: set[int] = set()
        self._last: int | None = None

    def run(self) -> int:
        """Play to the end, or until the person quits or the input ends. Returns the exit code 0."""
        try:
            self._play()
        except _Stopped as stopped:
            self.say(str(stopped))
        return 0

    # --- the run of the game ----------------------------------------------------------------------------------

    def _play(self) -> None:
        if self.table.history.tip < 0:
            self.table.start()
        self._page_of = self.table.state.round
        new = self.table.history.entries[-1].kind == DEAL
        title, *text = opening(self._sheet, self.words)
        self.say(title, say("plain-people", people=listed(map(self._name, self.people))))
        self.say(*(text if new else ()), say("sitting-opened-afterwards"))
        if self._seal:
            self.say(say("plain-sealed", game=self.saved_as, seal=self._seal))
        if not new:
            self._begun = len(self.table.history.entries)
            self.say(say("plain-lately"), *self.log()[-CAUGHT_UP:])
        while True:
            seat = self.table.waiting_person()
            late = seat is not None and self.table.tick()
            openly = self.course.open_port
            if seat is None or (openly is None and self._reads() != NOBODY):
                self._tell()
            if late and self.table.person_due != seat:
                continue
            if openly is not None:
                self._decide_openly(openly)
            elif seat is not None:
                if self._hand_over(seat):
                    self._decide(seat)
            elif self._leaves():
                break

    def _leaves(self) -> bool:
        """Nobody is asked: the table is paused, or the sitting or the game is over. True if the person leaves."""
        table, due = self.table, self.course.due[0]
        self._reader = NOBODY
        if due is Due.OVER:
            self._show_end()
            self.say("", say("plain-over"))
        elif due is Due.ENDED:
            self.say("", say("plain-sitting-over"), say("plain-sitting-back"))
        else:
            self.say(say("plain-paused"))
        stopped = due is not Due.PAUSED
        place = table.history.tip
        while table.history.tip == place and not table.asks_now:
            try:
                line = self._line(PROMPT)
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
                self.say(say("plain-leave-or-log"))
            else:
                self._facilitate(rest if word.lower() in FACILITATOR else line)
                if not stopped:
                    return False
        return False

    def _facilitate(self, line: str) -> None:
        """Carry out what a facilitator wrote; whoever sits down is asked for, and all read what was done."""
        if not self._console_open and not self.console.opens(self.terminal.secret(say("plain-word"))):
            self.say(say("console-not-the-word"))
            return
        self._console_open = True
        self.say(*self.console.do(line).said)
        self._changed_hands()
        self._tell()

    def _others_write(self) -> None:
        """Somebody else than the facilitator is at the machine."""
        self._console_open = not self.console.guarded

    def _hand_over(self, seat: int) -> bool:
        """Wait until the machine has changed hands; False if the last person took an action back instead."""
        if len(self.people) > 1 and seat != self._last:
            name = self._name(seat)
            self._reader = NOBODY
            self._told[NOBODY] = len(self.table.history.entries)
            if self.terminal.shows:
                self.say(say("plain-cleared" if self.terminal.clear() else "plain-not-cleared"))
            self.say(*self._round_page(), "", say("plain-pass-machine", name=name))
            place, sitters = self.table.history.tip, dict(self.table.sitters)
            # The machine is nobody's until Enter is pressed: nobody's time runs.
            self.table.attend(False)
            while (line := self._line(PROMPT)) != "" or not seat_word.opened(self.table, seat, self.terminal):
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
                self.say(say("plain-press-enter") if line else say("plain-not-the-word"))
            self._others_write()
        self.table.attend(True)
        self._last = self._reader = seat
        if seat in self._newcomers:
            self._newcomers.remove(seat)
            self.say("", *handover(self.words, self.table.view(seat)))
        self._tell()
        return True

    def _line(self, prompt: str) -> str:
        try:
            if not self.terminal.waits or self.table.clock is None:
                return self.terminal.line(prompt)
            with looking(self._look):
                return self.terminal.line(prompt)
        except EOFError:
            raise _Stopped(self.kept("plain-input-ended")) from None

    def _look(self) -> None:
        """While a line is waited for: say when time is up, and what a stand-in has done."""
        place = self.table.history.tip
        if self.table.tick():
            self.say("")
            self._tell()
            if self.table.history.tip != place:
                self.table.attend(False)
                self.say(say("plain-go-on"))
            sys.stdout.flush()

    def _quit(self) -> None:
        if self.confirm_quit and self._line(say("plain-leave", prompt=PROMPT)).lower() not in ("y", "yes"):
            self.say(say("plain-goes-on"))
            return
        raise _Stopped(self.kept("plain-left"))

    # --- one decision -----------------------------------------------------------------------------------------

    def _decide_openly(self, port: OpenPort) -> None:
        """All people at the machine read one page, on which nothing is private, and answer together."""
        if self._reader != NOBODY and self.terminal.shows:
            self.say(say("plain-cleared" if self.terminal.clear() else "plain-not-cleared"))
        self._reader, self._last = NOBODY, None
        self._others_write()
        self.table.attend(True)
        self._tell()
        self.say("", say("plain-open", round=self.table.state.round))
        self._tell_since(port)
        self._answer(port, port.seats)
        self._tell()

    def _decide(self, seat: int) -> None:
        self.say("", say("plain-decides", round=self.table.state.round, who=self.words.seats[seat]))
        self._tell_since(self.course.port(seat))
        self._answer(self.course.port(seat), (seat,))

    def _answer(self, port: Port, seats: tuple[int, ...]) -> None:
        """Put the question until these seats have decided, or play has gone elsewhere."""
        decision = Decision(port, self.say)
        if sum(not row.refusal for row in decision.question.rows) == 1 and decision.question.rows[0].action:
            self.say(say("plain-one-choice"))
        decision.show()
        place, sitters = self.table.history.tip, dict(self.table.sitters)
        while True:
            if (self.table.history.tip, self.table.sitters) != (place, sitters) or seats[0] not in self.table.asks_now:
                return
            line = self._line(PROMPT)
            if line.partition(" ")[0].lower() not in FACILITATOR:
                self._others_write()
            if self.table.tick():
                self._tell()
            if self.table.history.tip != place:
                self._too_late(line)
                return
            row = decision.row(line) or self._other(decision, line)
            if row is None:
                continue
            if row.refusal:
                self.say(say("plain-not-now", refusal=row.refusal))
            elif row.draft is not None:
                decision.follow(row)
            elif self._send(decision, row.action):
                return

    def _too_late(self, line: str) -> None:
        """What was written while a stand-in acted answers no question any more; the facilitator asks none."""
        word, _, rest = line.partition(" ")
        if word.lower() in FACILITATOR:
            self._facilitate(rest)
        elif word.lower() == "quit":
            self._quit()
        elif line:
            self.say(say("plain-too-late", line=repr(clean(line[:40]))))

    def _send(self, decision: Decision, action: str) -> bool:
        answer = decision.port.send(action, decision.asked)
        if isinstance(answer, Turned):
            self.say(say("plain-not-now", refusal=answer.why))
        return not isinstance(answer, Turned)

    # --- everything that is not a choice ----------------------------------------------------------------------

    def _other(self, decision: Decision, line: str) -> Row | None:
        """Answer a command; or the row of the action that is written."""
        word, _, rest = line.partition(" ")
        word, rest = word.lower(), rest.strip()
        if word in decision.lookups:
            decision.lookups[word](rest)
        elif word in ("rule", "rules"):
            self.say(*rules_said(rest))
        elif word in ("card", "cards", "?") and rest:
            self.say(*looked_up(self.words.deck, decision, word, rest))
        elif word == "log" and rest.lower() in ("", "all"):
            self.say(*(self.log() if rest else self.log()[-LOG_LINES:]))
        elif word in FACILITATOR:
            self._facilitate(rest)
        elif word == "word" and not rest and decision.port.seat in self.people:
            self.say(seat_word.chosen(self.table, decision.port.seat, self.terminal))
        elif word in ("undo", "redo") and not rest:
            self._back_or_forth(word, decision.port.seat)
        elif word == HANDS_UP and isinstance(decision.port, OpenPort):
            self._send(decision, line)
        elif word in {verb.id.split()[0] for verb in self.words.setting.verbs}:
            row = decision.written(line)
            if row is not None and row.changes and not row.refusal:
                self.say(*(text for text, _ in row.lines))
            return row
        elif rest or not self._command(decision, word):
            count = len(decision.question.rows)
            said = say("plain-not-understood", line=repr(clean(line[:40])), count=count) if line else ""
            self.say(said or say("plain-nothing-written", count=count))
        return None

    def _command(self, decision: Decision, word: str) -> bool:
        """A command of one word; False if there is none."""
        match word:
            case "help" | "?":
                self.say(*help_lines(decision.port.sheet, self.words.deck, decision.port.page().adviser))
            case "about":
                self.say(*about(self._sheet, self.words.deck))
            case "quit":
                self._quit()
            case "back":
                if not decision.back():
                    self.say(say("plain-first-choices"))
                decision.show()
            case "again":
                decision.show()
            case "adviser":
                decision.advised()
            case _:
                paper = decision.port.paper(PANES.get(word, word))
                self.say(*paper)
                return bool(paper) or decision.named(word)
        return True

    def _back_or_forth(self, word: str, seat: int | None) -> None:
        """Undo or redo for the delegation whose person has the machine."""
        if seat is None or seat not in self.people:
            self.say(say("plain-nothing-of-yours", word=word))
            return
        port = self.course.port(seat)
        turned = port.undo() if word == "undo" else port.redo()
        if turned is not None:
            self.say(say("plain-not-now", refusal=turned.why))

    def _changed_hands(self) -> None:
        """Whoever takes a seat over is told what that delegation knows, when the machine is theirs."""
        for seat, sitter in self.table.sitters.items():
            if sitter.bot:
                self.people.pop(seat, None)
            elif seat not in self.people and seat not in self.table.bots:
                self.people[seat] = str(sitter) if sitter.people else self.words.seats[seat]
                self._newcomers.add(seat)
                self._told[seat] = max(self._told.values(), default=self._begun)
                self._last = None
