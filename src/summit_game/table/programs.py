"""Bots that take their time (programs, and those that search) are asked beside the screen, which so never stops."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

from summit_game.bots.decision import Decision
from summit_game.bots.kinds import Bot, takes_time
from summit_game.engine.view import View
from summit_game.table.table import Table


class SlowBot:
    """Sits in the place of a bot and gives the answer that the bot has thought out in a thread of its own.

    The table asks it like any other; if nothing has been thought out, the table has to wait.
    """

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.thinking = False
        self._place = -1
        self._answer: Decision | Exception | None = None
        self._one_at_a_time = Lock()

    def knows(self, place: int) -> bool:
        """Whether it has an answer for this place in the history."""
        return self._answer is not None and self._place == place

    def think(self, view: View, place: int, thought: Callable[[], object]) -> None:
        """Begin to think about this place; `thought` is called in the other thread. Nothing, if it thinks already."""
        if self.thinking:
            return
        self.thinking = True
        self._answer = None

        def work() -> None:
            answer: Decision | Exception
            try:
                answer = self._ask(view)
            except Exception as error:  # The table handles it, as it does with every bot.
                answer = error
            self._place, self._answer = place, answer
            self.thinking = False
            thought()

        # A daemon: leaving the program need not wait for an answer that nobody wants any more.
        Thread(target=work, daemon=True).start()

    def _ask(self, view: View) -> Decision:
        with self._one_at_a_time:
            return self.bot.decide(view)

    def decide(self, view: View) -> Decision:
        """What was thought out, or what the bot says now."""
        answer = self._answer if self._answer is not None else self._ask(view)
        self._answer = None
        if isinstance(answer, Exception):
            raise answer
        return answer


def slow_bots(table: Table) -> dict[int, SlowBot]:
    """Put a `SlowBot` before each bot at the table that takes its time."""
    for seat, sitter in table.sitters.items():
        bot = table.bots.get(seat)
        if bot is not None and takes_time(sitter.bot) and not isinstance(bot, SlowBot):
            table.bots[seat] = SlowBot(bot)
    return {seat: bot for seat, bot in table.bots.items() if isinstance(bot, SlowBot)}
