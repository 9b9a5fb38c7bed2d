"""Stepping through a game in plain text. Only looking: no line written here can change a game."""

from __future__ import annotations

from collections.abc import Callable

from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.table.replay import Replay
from summit_game.words import papers
from summit_game.words.safe import answered, clean


def step_through(replay: Replay, read: Callable[[str], str] = input, write: Callable[[str], object] = print) -> None:
    """Show the deal, then answer what is written until `quit` or the end of the input.

    With no input at all, as in a pipe, the whole game is written.
    """
    session = _Stepping(replay, write)
    session.show()
    written = False
    while True:
        try:
            line = answered(read(say("plain-replay-prompt"))).lower()
        except KeyboardInterrupt:
            return
        except EOFError:
            if not written:
                session.answer("all")
            return
        written = True
        if line in ("q", "quit"):
            return
        session.answer(line)


class _Stepping:
    def __init__(self, replay: Replay, write: Callable[[str], object]) -> None:
        self.replay = replay
        self.at = 0
        self._write = write
        self.say(say("plain-replay", id=replay.sitting.id), say("plain-replay-help"))

    def say(self, *lines: str) -> None:
        for line in lines:
            self._write(clean(line))

    def show(self) -> None:
        """The step where we are."""
        step, last = self.replay.steps[self.at], len(self.replay.steps) - 1
        told = say("plain-replay-step", step=self.at, last=last, round=step.stand[0])
        self.say("", told, *self.replay.lines(self.at))

    def answer(self, line: str) -> None:
        last = len(self.replay.steps) - 1
        on, back = self.at + 1, self.at - 1
        there = {"": on, "n": on, "next": on, "b": back, "back": back, "end": last}
        if line in there or line.isdecimal():
            wanted = there[line] if line in there else int(line[:9])
            if not 0 <= wanted <= last:
                self.say(say("plain-replay-steps", last=last, step=self.at))
                return
            self.at = wanted
            self.show()
        elif line == "all":
            while self.at < last:
                self.at += 1
                self.show()
        elif line == "words":
            found = self.replay.talk_after(self.at)
            if found is None:
                self.say(say("replay-no-talk"))
            else:
                self.at = found
                self.show()
        elif line in ("text", "map", "brief", "cards"):
            self._paper(line)
        else:
            self.say(say("plain-replay-help"))

    def _paper(self, line: str) -> None:
        board, words = self.replay.board(self.at), self.replay.words
        if line == "text":
            self.say(*papers.treaty(words, board))
        elif line == "map":
            self.say(*papers.the_map(words, board))
        elif not isinstance(board, View):
            self.say(say("plain-replay-private"))
        else:
            self.say(*(papers.brief if line == "brief" else papers.cards)(words, board))
