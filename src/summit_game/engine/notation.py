"""The one written form of each action (R9.5), printed and read from what its verb declares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summit_game.engine.actions import Action
from summit_game.engine.setting import Setting
from summit_game.engine.verbs import Arg, Kind, Verb, ids_of, shares, values_of


class ActionError(ValueError):
    """A text that is not an action; the message is one sentence that says what to write."""


def action_text(setting: Setting, action: Action) -> str:
    """The written form of an action, such as `table P-ENL-2A with C-RU-2`. `parse_action` reads it back.

    Raises `ValueError` for an action that this game does not have.
    """
    verb = setting.verb(action)
    shared = shares(verb, values_of(action)) if verb else None
    if verb is None or shared is None:
        raise ValueError(f"{tuple(action)} is no action of this game")
    words = [verb.id]
    for arg, values in shared:
        if values and arg.word:
            words.append(arg.word)
        ids = ids_of(setting, arg)
        words += [ids[value] for value in values]
    return " ".join(words)


def form(verb: Verb) -> str:
    """How a verb is written, such as `order build ZONE`."""
    words = [verb.id]
    for arg in verb.args:
        name = (arg.kind.name if arg.kind is not Kind.PRESSURE else "card").upper()
        words += [arg.word] * bool(arg.word) + [name] * arg.most
    return " ".join(words)


def parse_action(setting: Setting, text: str) -> Action:
    """The action that a text stands for. Case and extra spaces do not matter. Raises `ActionError`.

    The action need not be legal now: that is for `engine.legal` to say.

    >>> action_text(game.setting, parse_action(game.setting, " Order  HOLD"))
    'order hold'
    """
    words = text.split()
    if not words:
        raise ActionError("nothing was written; write an action such as `pass`")
    verb, rest = verb_of_words(setting, words)
    code = verb.code
    return Action(code[0], (*code[1:], *_values(setting, verb, rest)))


def verb_of_words(setting: Setting, words: Sequence[str]) -> tuple[Verb, Sequence[str]]:
    """The verb that a text begins with, and the words after it. Raises `ActionError` if there is none."""
    among: Sequence[Verb] = setting.verbs
    at = 0
    while True:
        word = words[at].casefold() if at < len(words) else ""
        before, among = among, [verb for verb in among if _words(verb.id)[at] == word]
        if not among:
            known = ", ".join(dict.fromkeys(verb.id.split()[at] for verb in before))
            begun = " ".join(words[:at])
            if not word:
                raise ActionError(f"write `{begun}` and one of {known}")
            what = f"cannot follow `{begun}`; write one of" if begun else "is not an action; the actions are"
            raise ActionError(f"{words[at][:30]!r} {what} {known}")
        at += 1
        whole = [verb for verb in among if len(_words(verb.id)) == at]
        among = [verb for verb in among if verb not in whole]
        following = words[at].casefold() if at < len(words) else ""
        if whole and not any(_words(verb.id)[at] == following for verb in among):
            return whole[0], words[at:]


@cache
def _words(verb: str) -> tuple[str, ...]:
    """The words of a verb's written form, as they are compared."""
    return tuple(verb.casefold().split())


def _values(setting: Setting, verb: Verb, words: Sequence[str]) -> tuple[int, ...]:
    wanted = f"write it as `{form(verb)}`"
    if words and not verb.args:
        raise ActionError(f"nothing may follow here, but {words[0][:30]!r} does")
    kept = list(words)
    at = 0
    for arg in verb.args:
        if arg.word and at < len(kept):
            if kept[at].casefold() != arg.word or at + 1 == len(kept):
                raise ActionError(wanted)
            del kept[at]
        at += arg.least
    shared = shares(verb, range(len(kept)))
    if shared is None:
        raise ActionError(wanted)
    values: list[int] = []
    for arg, places in shared:
        found = [find(setting, arg, kept[place], values) for place in places]
        values += sorted(found) if len(found) > 1 else found
    return tuple(values)


def find(setting: Setting, arg: Arg, word: str, before: Sequence[int] = ()) -> int:
    """The number of what a word names. Raises `ActionError` if this game has no such thing.

    `before`: the numbers of what stands before the word; a level is one of the issue that stands last there.
    """
    folded = word.casefold()
    if arg.kind is Kind.LEVEL and before:
        last = setting.issues[before[-1]].levels - 1
        if word in ids_of(setting, arg)[last + 1 :]:
            raise ActionError(f"{setting.issue_ids[before[-1]]} has levels 0 to {last}, not {word}")
    for at, name in enumerate(ids_of(setting, arg)):
        if name.casefold() == folded:
            return at
    if arg.kind is Kind.LEVEL:
        raise ActionError(f"{word[:30]!r} is not a level")
    raise ActionError(f"there is no {arg.kind.value} {word[:30]!r} at this table")
