"""Messages, answers and acts of R19 in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import Changes
from summit_game.engine.setting import Setting
from summit_game.language.catalogue import say


class Names(Protocol):
    """The names that are needed: `words.names.Words` has them."""

    setting: Setting

    @property
    def seats(self) -> tuple[str, ...]: ...
    def issue(self, issue: int) -> str: ...
    def changes(self, changes: Changes) -> str: ...
    def zone(self, zone: int) -> str: ...
    def proposal(self, card: int) -> str: ...
    def concession(self, card: int) -> str: ...


def act_in_words(words: Names, act: int) -> str:
    """What one of the two does, such as `let pass ENL 2`."""
    kind, about = words.setting.acts[act]
    values = {
        "change": words.changes((words.setting.changes[about],)) if kind in CHANGING else "",
        "zone": words.zone(about) if kind == a.ACT_DRAW else "",
    }
    return say(f"talk-act-{a.ACTS[kind]}", **values)


CHANGING = (a.ACT_LET, a.ACT_TABLE, a.ACT_LATER)


def said_in_words(words: Names, action: Action) -> str:
    """What a message says, or what is answered, without who says it to whom."""
    kind, *values = action.args
    if action.verb == a.ANSWER:
        return _answer(words, kind, values)
    about = values if kind in (a.ALL_NEED, a.ALL_FREE) else values[1:]
    facts: dict[str, object] = {}
    if kind == a.SOUND:
        facts = {"changes": words.changes(tuple(words.setting.changes[at] for at in about))}
    elif kind in (a.SAY_NEED, a.SAY_FREE, a.ALL_NEED, a.ALL_FREE):
        facts = {"issue": words.issue(about[0])}
    elif kind == a.OFFER and about_one_change(words.setting, about):
        acts = [words.setting.acts[act] for act in about]
        changes = words.changes((words.setting.changes[acts[0][1]],))
        return say(f"talk-offer-{'-'.join(a.ACTS[each] for each, _ in acts)}", change=changes)
    elif kind == a.OFFER:
        facts = {"give": act_in_words(words, about[0]), "get": act_in_words(words, about[1])}
    elif kind == a.WARN:
        facts = {"act": act_in_words(words, about[0]), "penalty": say(f"talk-penalty-{a.PENALTIES[about[1]]}")}
    elif kind == a.REGRET_CARD:
        facts = {"card": words.concession(about[0])}
    return say(f"talk-{a.MESSAGES[kind]}", **facts)


def about_one_change(setting: Setting, acts: Sequence[int]) -> bool:
    """Whether one tables a change that the other lets pass: it is named, and worth something, only once."""
    kinds, changes = zip(*(setting.acts[act] for act in acts), strict=True)
    return sorted(kinds) == sorted((a.ACT_LET, a.ACT_TABLE)) and len(set(changes)) == 1


def quoted(words: Names, *said: Sequence[int]) -> str:
    """A message and what was answered, each in numbers, one after the other."""
    return in_a_line([said_in_words(words, Action(each[0], tuple(each[1:]))) for each in said])


def in_a_line(parts: Sequence[str]) -> str:
    """Parts with semicolons between them; a full stop gives way to one, a question mark stands for it."""
    before = (each if each.endswith("?") else f"{each.removesuffix('.')};" for each in parts[:-1])
    return " ".join([*before, *parts[-1:]])


def _answer(words: Names, kind: int, values: list[int]) -> str:
    facts: dict[str, object] = {}
    if kind == a.TELL:
        facts = {"issue": words.issue(values[0])}
    elif kind in (a.ONLY, a.MISSING):
        facts = {"change": words.changes((words.setting.changes[values[0]],))}
    elif kind in (a.COUNTER_MINE, a.COUNTER_YOURS):
        facts = {"act": act_in_words(words, values[0])}
    return say(f"talk-answer-{a.ANSWERS[kind]}", **facts)


def action_in_words(words: Names, action: Action) -> str:
    """A message, an answer, or a package with a level that was told in private, for a menu or the log."""
    if action.verb == a.WRITE:
        at, card, laid, *given = action.args
        facts = {"change": words.changes((words.setting.changes[at],)), "card": words.proposal(card)}
        gifts = ", ".join(map(words.concession, given))
        return say("talk-write", laid=words.proposal(laid), given=bool(given), gifts=gifts, **facts)
    said = said_in_words(words, action)
    kind, *values = action.args
    if action.verb == a.ANSWER:
        return say("talk-answering", said=said)
    if kind == a.NOTHING:
        return said
    to_all = kind in (a.ALL_NEED, a.ALL_FREE)
    return say("talk-to-all", said=said) if to_all else say("talk-to", to=words.seats[values[0]], said=said)
