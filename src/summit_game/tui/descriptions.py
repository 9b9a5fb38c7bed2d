"""What rule modules and bots are, in a sentence or two: from the rule book and from the scripts, not written twice."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from summit_game.bots.kinds import DEFAULT_LEVEL, KINDS, LEVELS
from summit_game.bots.script import load_script, script_names
from summit_game.deck.faults import DeckError
from summit_game.deck.library import RulesNotFound, rules_text
from summit_game.engine.module import RuleModule
from summit_game.language.catalogue import say
from summit_game.rules.registry import chapters, registry

_SAID = r"(?:\*Module `\w+`\. Adds: (.+?)\. Switched off: (.+?)\*$)?"
"""What stands below the heading of a chapter; those of other packages may leave it out."""


@dataclass(frozen=True)
class ModuleTold:
    """A rule module in words. `clause` is its chapter of rules."""

    name: str
    clause: str
    adds: str
    off: str


@cache
def modules_told() -> dict[str, ModuleTold]:
    """Module id -> what its chapter of rules says about it; what that leaves out, its own docstring."""
    try:
        book = rules_text()
    except (RulesNotFound, OSError, UnicodeDecodeError):
        book = ""
    own = chapters()
    return {name: _module_told(name, kind, own.get(name, book)) for name, kind in registry().items()}


def _module_told(name: str, kind: type[RuleModule], text: str) -> ModuleTold:
    """What a text of rules says about a module: its chapter is what all its clauses begin with (R10.1, SA1)."""
    clause = next(iter(kind.clauses), "").rstrip("0123456789").rstrip(".")
    found = re.search(rf"^## {re.escape(clause)} (.+)\n+{_SAID}", text, re.MULTILINE)
    title, adds, off = found.groups() if found else (None, None, None)
    doc = " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split())
    return ModuleTold(
        title or _title(name),
        clause,
        _sentence(adds) if adds else doc,
        _sentence(off) if off else say("newgame-left-out"),
    )


def _title(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:].rstrip('.')}."


@dataclass(frozen=True)
class BotTold:
    """A kind of bot in words."""

    kind: str
    name: str
    about: str


@cache
def bots_told() -> tuple[BotTold, ...]:
    """Every kind of bot: personalities first, in the order of their names."""
    told = []
    for kind in script_names():
        data = (files("summit_game.bots") / "scripts" / f"{kind}.yaml").read_bytes()
        with suppress(DeckError):
            script = load_script(data, f"{kind}.yaml")
            told.append(BotTold(kind, script.name, script.about))
    others = (kind for kind in KINDS if kind not in script_names())
    return (*told, *(BotTold(kind, _title(kind), say(f"newgame-bot-{kind}")) for kind in others))


def bot_name(kind: str) -> str:
    """A kind such as `hardliner:3` in words: `Hardliner, level 3`."""
    name, _, level = kind.partition(":")
    title = next((each.name for each in bots_told() if each.kind == name), name)
    return say("newgame-at-level", name=title, level=level) if level else title


def level_words(level: int) -> str:
    """A level of a personality, in a word or two."""
    if level == LEVELS[0]:
        return say("newgame-beginner")
    if level == DEFAULT_LEVEL:
        return say("newgame-steady")
    return say("newgame-strongest") if level == LEVELS[-1] else say("newgame-strong")
