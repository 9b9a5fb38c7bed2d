"""The kinds of bots that a seat can be given, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from summit_game.bots.beginner import Beginner
from summit_game.bots.chance import FlatBot, RandomBot
from summit_game.bots.decision import Decision
from summit_game.bots.external import PREFIX, external
from summit_game.bots.negotiator import Negotiator, Turn
from summit_game.bots.planner import Planner
from summit_game.bots.script import Personality, compile_script, load_script, personality, script_names
from summit_game.bots.search import Searcher
from summit_game.bots.simple import SimpleBot
from summit_game.deck.compile import SetupError
from summit_game.deck.faults import DeckError, nearest
from summit_game.engine.view import View
from summit_game.files.reading import read, reason
from summit_game.language.catalogue import say


class Bot(Protocol):
    """Whoever decides for a seat by program. It sees a view, never the state.

    A bot remembers nothing from one decision to the next: what it knows is in the view (`View.record` holds every
    vote so far), and its chance comes from `decision_stream`. So it can be put into any seat at any moment, and after
    a resume or a rewind it plays as it would have.
    """

    def decide(self, view: View, /) -> Decision:
        """One legal action for the seat of the view, and why."""
        ...


Maker = Callable[[int, str], Bot]
"""Called with the table's seed and the id of the delegation."""

_TURNS = {1: Beginner, 2: Turn, 3: Planner, 4: Searcher}
LEVELS = tuple(_TURNS)
"""Levels of a personality, from beginner to the strongest."""
DEFAULT_LEVEL = 2


class BotError(SetupError):
    """There is no such bot; the message is one sentence that says what to write."""


def _scripted(name: str, level: int = DEFAULT_LEVEL) -> Maker:
    return partial(_of_the_package, name, level)


def _of_the_package(name: str, level: int, seed: int, seat_id: str) -> Bot:
    """Its script is read here, not by `maker`: a table that seats none of them reads none."""
    return _negotiator(personality(name), level, seed, seat_id)


def _negotiator(who: Personality, level: int, seed: int, seat_id: str) -> Bot:
    return Negotiator(who, _TURNS[level], seed, seat_id)


KINDS: Mapping[str, Maker] = MappingProxyType(
    {"flat": FlatBot, "random": RandomBot, "simple": SimpleBot, **{name: _scripted(name) for name in script_names()}}
)
"""Name -> maker. Personalities stand for their level 2; `maker` also reads `NAME:LEVEL`."""


SCRIPT_FILES = (".yaml", ".yml")
LARGEST_SCRIPT = 256 * 1024
"""Bytes of a script of somebody's own."""


def maker(kind: str) -> Maker:
    """The maker of a kind of bot: `simple`, `hardliner`, `hardliner:3`, a script file, or a program, `exec:COMMAND`.

    A script file is a path that ends with `.yaml`, with or without a level: `mine.yaml:3`. Raises `BotError`, or
    `SetupError` for a command that cannot be read.
    """
    if kind.startswith(PREFIX):
        return external(kind)
    name, colon, level = kind.rpartition(":") if not kind.endswith(SCRIPT_FILES) else (kind, "", "")
    name = name if colon else kind
    if name.endswith(SCRIPT_FILES):
        return partial(_negotiator, _own_script(name), _level(name, level) if colon else DEFAULT_LEVEL)
    if name not in KINDS:
        near = nearest(name, KINDS)
        raise BotError(
            say("bot-unknown", name=repr(name[:30]), guess=near is not None, near=near, known=", ".join(KINDS))
        )
    if not colon:
        return KINDS[name]
    if name not in script_names():
        raise BotError(say("bot-no-levels", name=name))
    return _scripted(name, _level(name, level))


def takes_time(kind: str) -> bool:
    """Whether a bot of this kind may take longer than an eye does: a program, or one that searches."""
    return kind.startswith(PREFIX) or kind.endswith(f":{LEVELS[-1]}")


def _level(name: str, level: str) -> int:
    if level not in map(str, LEVELS):
        raise BotError(say("bot-no-level", level=repr(level[:10]), name=name, last=LEVELS[-1]))
    return int(level)


def _own_script(path: str) -> Personality:
    """A script from a file of somebody's own."""
    try:
        data = read(Path(path), LARGEST_SCRIPT)
    except OSError as error:
        raise BotError(say("bot-script-unread", path=repr(path[:80]), reason=reason(error))) from None
    try:
        return compile_script(Path(path).stem, load_script(data, path))
    except DeckError as error:
        raise BotError(str(error)) from None
