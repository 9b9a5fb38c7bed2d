"""What each verb is called and what it does; numbers come from the options and parameters of the game."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.verbs import Verb
from summit_game.language.catalogue import say
from summit_game.words.names import Words


def said_of(verb: Verb, what: str, **values: object) -> str:
    """A sentence about a verb: `verb-order-build` and the like, or the own catalogue of another package's module.

    Raises `LookupError` if that package says nothing.
    """
    code, *rest = verb.id.split()
    key = "-".join([*rest, what]) if verb.code[0] == a.USE else "-".join([what, code, *rest])
    return say(key, **values)


def label(verb: Verb) -> str:
    """What a verb is called in a menu."""
    try:
        return said_of(verb, "verb")
    except LookupError:
        return say("verb-use", verb=" ".join(verb.id.split()[1:]))


def verb_explained(words: Words, verb: Verb) -> str:
    """What a verb does, with the clauses behind it."""
    numbers: dict[str, object] = dict(words.setting.options._asdict())
    numbers |= next((spec.numbers for spec in words.setting.modules if spec.id == verb.module), {})
    try:
        return said_of(verb, "explained", **numbers)
    except LookupError:
        return say("explained-use", clause=verb.clause)


def explained(words: Words, action: Action) -> str:
    """What an action does."""
    verb = words.setting.verb(action)
    return verb_explained(words, verb) if verb else ""
