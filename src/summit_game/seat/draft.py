"""Drafts: unfinished actions in the written form of R9.5, read and written."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine.actions import Action
from summit_game.engine.notation import ActionError, find, verb_of_words
from summit_game.engine.setting import Setting
from summit_game.engine.verbs import Arg, Kind, Verb, ids_of

Part = tuple[int, ...]


def read(setting: Setting, draft: str) -> tuple[Verb, list[Part]]:
    """The verb of a draft and what it has of each argument, in order. Raises `ActionError` if it is none."""
    verb, words = verb_of_words(setting, draft.split())
    left = list(words)
    parts: list[Part] = []
    for at, arg in enumerate(verb.args):
        if arg.word and left and left[0].casefold() == arg.word:
            del left[0]
        until = [later.word for later in verb.args[at + 1 :] if later.word]
        taken: list[int] = []
        while left and left[0].casefold() not in until and (len(taken) < arg.most or arg is verb.args[-1]):
            taken.append(find(setting, arg, left.pop(0), parts[-1] if parts else ()))
        parts.append(tuple(sorted(taken)) if arg.most > 1 else tuple(taken))
    if left or any(len(part) > max(arg.most, arg.least) for arg, part in zip(verb.args, parts, strict=True)):
        raise ActionError(f"{draft[:60]!r} is not the beginning of an action")
    return verb, parts


def issue_begun(setting: Setting, draft: str) -> tuple[str, int]:
    """A draft that ends with the issue of a change whose level is still to come: what stands before, and the issue.

    The issue is -1 for all other drafts.
    """
    before, _, last = draft.strip().rpartition(" ")
    found = next((at for at, each in enumerate(setting.issue_ids) if each.casefold() == last.casefold()), -1)
    if found < 0 or not before or last.upper() in setting.change_ids:
        return draft, -1
    verb, _ = verb_of_words(setting, before.split())
    return (before, found) if any(arg.kind is Kind.CHANGE for arg in verb.args) else (draft, -1)


def written(setting: Setting, verb: Verb, parts: Sequence[Part]) -> str:
    """The draft with these parts."""
    words = [verb.id]
    for arg, part in zip(verb.args, parts, strict=False):
        if part and arg.word:
            words.append(arg.word)
        ids = ids_of(setting, arg)
        words += [ids[value] for value in part]
    return " ".join(words)


def action_of(verb: Verb, parts: Sequence[Part]) -> Action:
    """The action that the parts make up."""
    code = verb.code
    return Action(code[0], (*code[1:], *(value for part in parts for value in part)))


def wanted(verb: Verb, parts: Sequence[Part]) -> int:
    """The number of the first argument that is still to be chosen, or that of the last one."""
    return next(
        (at for at, (arg, part) in enumerate(zip(verb.args, parts, strict=True)) if len(part) < arg.least),
        len(verb.args) - 1,
    )


def varies(arg: Arg) -> bool:
    """Whether there may be more or fewer of an argument, so that they are marked instead of chosen."""
    return arg.most > arg.least
