"""The facilitator's console at a table: reads a command, carries it out, and always answers in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summit_game.console.arguments import Facilitated, Misread
from summit_game.console.commands import COMMANDS, Command
from summit_game.deck.compile import SetupError
from summit_game.engine.board import NOBODY
from summit_game.engine.refusal import Refused
from summit_game.language.catalogue import say
from summit_game.table.log import lines
from summit_game.table.word import guarded, opens
from summit_game.words.messages import refusal_text
from summit_game.words.names import capital


@dataclass(frozen=True)
class Answer:
    """What is said to a command, and whether it was carried out."""

    said: tuple[str, ...]
    done: bool = True


class Console(Facilitated):
    """One table's console. What it shows is public, apart from what it has lined up itself."""

    @property
    def guarded(self) -> bool:
        """Whether a word was set for the facilitator when the game began."""
        return guarded(self.table.history)

    def opens(self, word: str) -> bool:
        """Whether this is the facilitator's word."""
        return opens(self.table.history, word)

    def told_since(self, number: int) -> list[str]:
        """What everybody reads of the entries from a number on."""
        return [
            line
            for entry in self.table.history.entries[number:]
            for line in lines(self.words, entry, NOBODY, self.table.voices)
        ]

    def carry_out(self, command: Command, texts: Sequence[str]) -> Answer:
        """Carry a command out with these arguments, or say why not; then nothing has changed."""
        try:
            return Answer(command.carry_out(self, texts))
        except Refused as refused:
            return Answer((say("console-refused-now", why=refusal_text(refused.refusal)),), done=False)
        except (Misread, SetupError) as error:
            return _not_done(error)

    def do(self, line: str) -> Answer:
        """One written command, with or without a stroke before it; help if there is no such command."""
        word, _, rest = line.strip().removeprefix("/").partition(" ")
        command, rest = COMMANDS.get(word.lower()), rest.strip()
        if command is COMMANDS["queue"] and not rest:
            command = COMMANDS["queued"]
        if command is None:
            return Answer(
                tuple(say("console-line", usage=each.usage(), help=each.help) for each in COMMANDS.values()),
                done=False,
            )
        try:
            return self.carry_out(command, command.split(rest))
        except Misread as error:
            return _not_done(error)


def _not_done(error: Exception) -> Answer:
    return Answer((f"{capital(str(error))}.",), done=False)
