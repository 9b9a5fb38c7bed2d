"""Bots in any language: a program that answers lines of JSON. `docs/external-bots.md` describes the protocol.

The program is asked one decision at a time, and each question carries everything the seat may know, so nothing is
lost by a resume or a rewind. Whatever goes wrong with it, the game goes on: a `SimpleBot` decides in its place.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from summit_game.bots.decision import Decision
from summit_game.bots.external_child import GONE, TOO_LONG, Child, ChildError, split_command
from summit_game.bots.simple import SimpleBot
from summit_game.deck.compile import SetupError
from summit_game.engine.notation import ActionError, parse_action
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat import bot_messages as messages
from summit_game.words.messages import reason

PREFIX = "exec:"
SECONDS = 10.0
"""Time for one answer, unless the environment variable `SUMMIT_BOT_SECONDS` says otherwise."""
MOST_STARTS = 2
"""How often the program is started in one game at most."""
MOST_BANNER = 20
"""Lines that are no JSON object, such as a banner of what runs the program, which may come before its hello."""
MOST_FAULTS = 5
"""After so many useless answers the stand-in plays to the end."""
STAND_IN_WHY = "bot-program-silent"
"""Key of the reason that is written where the stand-in decided."""

Notice = Callable[[str], None]


def to_stderr(text: str) -> None:
    """A line on stderr."""
    print(f"summit: {text}", file=sys.stderr, flush=True)


_listeners: list[Notice] = [to_stderr]


def listen(notice: Notice) -> None:
    """From now on `notice` hears what the bots that were made without a notice of their own have to say."""
    _listeners[:] = [notice]


def _tell(text: str) -> None:
    for notice in _listeners:
        notice(text)


class _Trouble(Exception):  # noqa: N818
    """The program cannot be used for this decision. `fatal`: it must be ended. `silent`: no line came in time."""

    def __init__(self, what: str, fatal: bool, silent: bool = False) -> None:
        super().__init__(what)
        self.fatal = fatal
        self.silent = silent


class ExternalBot:
    """A seat that a program plays. `notice` hears in one sentence whenever the stand-in has to decide, and why."""

    def __init__(
        self, command: str, seed: int, seat_id: str, notice: Notice = _tell, seconds: float | None = None
    ) -> None:
        """`seconds` is the time for one answer. Raises `SetupError` for a command that cannot be read."""
        try:
            self.command = split_command(command)
        except ChildError as error:
            raise SetupError(str(error)) from error
        self.seat_id = seat_id
        self.notice = notice
        self.seconds = seconds if seconds is not None else _seconds()
        self._stand_in = SimpleBot(seed, seat_id)
        self._child: Child | None = None
        self._starts = 0
        self._faults = 0
        self._asked = 0
        self._given_up = False

    def decide(self, view: View) -> Decision:
        """One legal action and what was said about it: the program's, or the stand-in's."""
        try:
            return self._ask(view)
        except _Trouble as trouble:
            self._handle(trouble)
            return Decision(self._stand_in.decide(view).action, say(STAND_IN_WHY))

    def close(self) -> None:
        """Say goodbye and end the program. It also ends when this object goes."""
        if self._child is not None:
            self._child.close()
            self._child = None

    def introduce(self) -> None:
        """Start the program for its hello, and end it. Raises `SetupError` if it cannot be used."""
        try:
            self._greet()
        except _Trouble as trouble:
            raise SetupError(say("bot-unusable", command=" ".join(self.command)[:60], trouble=trouble)) from trouble
        finally:
            self.close()

    # --- one decision -----------------------------------------------------------------------------------------

    def _ask(self, view: View) -> Decision:
        if self._given_up:
            raise _Trouble("", fatal=False)
        child = self._running(view)
        self._asked += 1
        child.forget()
        child.send(messages.line(messages.decide(view, self._asked)))
        until = monotonic() + self.seconds
        other = ""
        while True:
            try:
                answer = self._answer(child, until)
            except _Trouble as trouble:
                if other and trouble.silent:
                    # It is there, and quick enough: what it has to mend is the number.
                    raise _Trouble(say("bot-other-id", other=other, asked=self._asked), fatal=False) from trouble
                raise
            if answer.get("id", self._asked) == self._asked:
                return self._action(view, answer)
            late = type(answer["id"]) is int and answer["id"] < self._asked
            other = other if late else json.dumps(answer["id"])[:20]

    def _running(self, view: View) -> Child:
        """The program, started and introduced if it does not run yet."""
        if self._child is None:
            self._greet().send(messages.line(messages.setting_message(view.setting, view.seat)))
        assert self._child is not None
        return self._child

    def _greet(self) -> Child:
        self._starts += 1
        try:
            child = self._child = Child(self.command, messages.line(messages.goodbye()))
        except ChildError as error:
            raise _Trouble(str(error), fatal=True) from error
        child.send(messages.line(messages.hello()))
        try:
            answer = self._answer(child, monotonic() + self.seconds, MOST_BANNER)
        except _Trouble as trouble:
            raise _Trouble(say("bot-at-hello", trouble=trouble), fatal=True) from trouble
        if answer.get("type") != "hello" or answer.get("protocol") != messages.PROTOCOL:
            wanted = f'{{"type": "hello", "protocol": {messages.PROTOCOL}}}'
            raise _Trouble(say("bot-no-hello", wanted=wanted), fatal=True)
        return child

    def _answer(self, child: Child, until: float, banner: int = 0) -> dict[str, Any]:
        """The next line of the program, which must be a JSON object; up to `banner` lines may come before it."""
        line, passed = child.receive(until), b""
        while banner and line not in (None, TOO_LONG, GONE) and not line.lstrip().startswith(b"{"):
            banner, passed = banner - 1, passed or line.strip()
            line = child.receive(until)
        if line is None and passed:
            raise _Trouble(say("bot-no-json", line=_shown(passed)), fatal=True)
        if line is None:
            raise _Trouble(say("bot-late", seconds=f"{self.seconds:g}"), fatal=True, silent=True)
        if line == TOO_LONG:
            raise _Trouble(say("bot-long-line"), fatal=False)
        if line == GONE:
            code, words = child.exit_code(), child.last_words()
            facts = {"code": str(code), "running": code is None, "said": bool(words), "words": repr(words)}
            raise _Trouble(say("bot-ended", **facts), fatal=True)
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _Trouble(say("bot-no-json", line=_shown(line)), fatal=False) from error
        if not isinstance(answer, dict):
            raise _Trouble(say("bot-no-object", line=_shown(line)), fatal=False)
        return answer

    def _action(self, view: View, answer: dict[str, Any]) -> Decision:
        written, why = answer.get("action"), answer.get("why", "")
        if not isinstance(written, str):
            raise _Trouble(say("bot-no-action"), fatal=False)
        try:
            action = parse_action(view.setting, written[:500])
        except ActionError as error:
            raise _Trouble(say("bot-no-such-action", action=repr(written[:60]), error=error), fatal=False) from error
        refusal = view.refusal(action)
        if refusal is not None:
            raise _Trouble(say("bot-illegal", action=repr(written[:60]), why=reason(refusal)), fatal=False)
        return Decision(action, why if isinstance(why, str) else "")

    # --- when it goes wrong -----------------------------------------------------------------------------------

    def _handle(self, trouble: _Trouble) -> None:
        if self._given_up:
            return
        self._faults += 1
        if trouble.fatal and self._child is not None:
            self._child.kill()
            self._child = None
        if (trouble.fatal and self._starts >= MOST_STARTS) or self._faults >= MOST_FAULTS:
            self._given_up = True
            self.close()
            then = say("bot-stand-in-on")
        elif trouble.fatal:
            then = say("bot-stand-in-again")
        else:
            then = say("bot-stand-in")
        self.notice(say("bot-trouble", seat=self.seat_id, command=self.command[0], trouble=trouble, then=then))


def _shown(line: bytes) -> str:
    return repr(line[:60].decode("utf-8", "replace").rstrip("\n"))


def _seconds() -> float:
    """The time for one answer that the environment asks for. Raises `SetupError`."""
    text = os.environ.get("SUMMIT_BOT_SECONDS", "")
    try:
        seconds = float(text) if text else SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise SetupError(say("bot-seconds", text=repr(text[:20])))
    return seconds


def external(kind: str, notice: Notice = _tell) -> Callable[[int, str], ExternalBot]:
    """The maker of the bot `exec:COMMAND`. Raises `SetupError` for a command that cannot be read."""
    command = kind.removeprefix(PREFIX)
    try:
        split_command(command)
    except ChildError as error:
        raise SetupError(str(error)) from error
    _seconds()
    return partial(_made, command, notice)


def _made(command: str, notice: Notice, seed: int, seat_id: str) -> ExternalBot:
    return ExternalBot(command, seed, seat_id, notice)


def introduce(kind: str) -> None:
    """See that a bot can be used before many games are played with it; others than programs always can.

    In a game a stand-in would play for a program that cannot be started; the figures of many games would then be its.
    Raises `SetupError`.
    """
    if kind.startswith(PREFIX):
        external(kind)(0, "").introduce()
