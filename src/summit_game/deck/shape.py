"""Turn what pydantic says about a deck into faults: our sentence, at the right line, with the thing's id."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from summit_game.deck.faults import Fault, choose, nearest, quote
from summit_game.deck.places import Places, subject, value_at
from summit_game.deck.yamlpos import Keys

_PATTERNS = {
    "[A-Za-z][A-Za-z0-9_-]*": ("an id", "start with a letter, then letters, digits, `_` or `-`"),
    "[A-Z][A-Z0-9]*": ("a card id", "write capitals and digits joined by hyphens, such as `P-ABC-1`"),
    "[a-z0-9]+(-": ("a deck id", "write lower-case words joined by hyphens"),
    r"\d+/\d+": ("a share", "write it as two whole numbers, such as `2/5`"),
}
_KINDS = {
    "int": ("a whole number", "write a whole number without quotes"),
    "bool": ("true or false", "write `true` or `false` without quotes"),
    "string": ("a text", "put it in quotes"),
    "dict": ("a mapping", "write `key: value` lines below it"),
    "model": ("a mapping", "write `key: value` lines below it"),
    "tuple": ("a list", "write a list, with `- ` before each entry or in [ ]"),
    "list": ("a list", "write a list, with `- ` before each entry or in [ ]"),
}


def shape_faults(
    error: ValidationError, model: type[BaseModel], data: Any, places: Places, base: Keys = ()
) -> list[tuple[Keys, Fault]]:
    """The faults of a failed validation of the value at `base`, each with the way to the value it is about."""
    found = [_Error(dict(each), data, base) for each in error.errors(include_url=False)]
    extra = [each for each in found if each.kind == "extra_forbidden"]
    result = []
    for each in found:
        if not each.counts():
            continue
        if each.kind == "missing" and any(_means(each, other) for other in extra):
            continue  # a misspelt key: reported once, with the right name
        what, todo = _sentence(each, model, data)
        result.append((each.keys, places.fault(each.keys, what, todo, key=each.at_key)))
    return result


class _Error:
    """One error of pydantic, with its location as a way through the deck's own data."""

    def __init__(self, error: Mapping[str, Any], data: Any, base: Keys) -> None:
        self.kind: str = error["type"]
        self.message: str = error["msg"]
        self.context: Mapping[str, Any] = error.get("ctx") or {}
        self.given: Any = error.get("input")
        self.base = base
        self.at_key = self.kind == "extra_forbidden"
        self.union: tuple[Any, str] | None = None
        keys = list(base)
        node = value_at(data, base)
        parts = error["loc"]
        for index, part in enumerate(parts):
            if part == "[key]" and index == len(parts) - 1:
                self.at_key = True
                self.given = keys[-1]
            elif _holds(node, part):
                keys.append(part)
                node = node[part]
            elif self.kind == "missing" and index == len(parts) - 1:
                keys.append(part)
            elif self.union is None:
                # The name of a branch of a union: not part of the deck.
                self.union = (node, str(part))
        self.keys: Keys = tuple(keys)

    def counts(self) -> bool:
        """Whether it is a fault: of the branches of a union only the one counts that the value was meant for."""
        if self.kind == "too_short" and isinstance(self.given, tuple | list):
            # pydantic does not count entries that have faults of their own.
            return len(self.given) < int(self.context["min_length"])
        if self.union is None:
            return True
        value, branch = self.union
        return isinstance(value, Mapping) == branch.startswith("dict")


def _holds(node: Any, part: Any) -> bool:
    if isinstance(node, Mapping):
        return part in node
    return isinstance(node, tuple | list) and isinstance(part, int) and 0 <= part < len(node)


def _means(missing: _Error, extra: _Error) -> bool:
    same = missing.keys[:-1] == extra.keys[:-1]
    return same and nearest(extra.keys[-1], [missing.keys[-1]]) is not None


def _sentence(error: _Error, model: type[BaseModel], data: Any) -> tuple[str, str]:
    kind, context = error.kind, error.context
    about = subject(data, error.keys)
    if kind == "missing":
        owner = subject(data, error.keys[:-1])
        colon = f"add a line `{error.keys[-1]}: …`"
        return f"{quote(error.keys[-1])} is missing in {owner}", colon
    if kind == "extra_forbidden":
        owner = subject(data, error.keys[:-1])
        known = _fields(model, error.keys[len(error.base) : -1])
        todo = choose(error.keys[-1], known)
        if todo.startswith("write one of"):
            todo = f"remove it, or {todo}"
        return f"{owner} has no key {quote(error.keys[-1])}", todo
    if error.at_key:
        noun, todo = _wanted(error)
        where = subject(data, error.keys[:-1])
        return f"the key {quote(error.keys[-1])} in {where} is not {noun or 'allowed'}", todo
    if kind == "string_too_long":
        return f"{about} has {len(str(error.given).strip())} characters", f"shorten it to {context['max_length']}"
    if kind == "string_too_short":
        least = context["min_length"]
        todo = "write the text" if least == 1 else f"write {least} characters or more"
        return f"{about} is {'too short' if str(error.given).strip() else 'empty'}", todo
    if kind in ("too_short", "too_long"):
        bound = context.get("min_length", context.get("max_length"))
        count = context.get("actual_length")
        limit = f"at least {bound}" if kind == "too_short" else f"at most {bound}"
        return f"{about} has {count} {'entry' if count == 1 else 'entries'}", f"give it {limit}"
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        sign, bound = next(iter(context.items()))
        words = {"ge": "or more", "le": "or less", "gt": "excluded, or more", "lt": "excluded, or less"}[sign]
        return f"{about} is {quote(error.given)}", f"write {bound} {words}"
    if kind == "value_error":
        return f"{about} cannot be used: {error.message.removeprefix('Value error, ')}", "correct it"
    given = "empty" if error.given is None else quote(error.given)
    if kind == "literal_error":
        return f"{about} is {given}", "write " + str(context.get("expected", "")).replace("'", "`")
    noun, todo = _wanted(error)
    if noun and error.given is None:
        return f"{about} is empty", f"write {noun}"
    if noun:
        return f"{about} is {given}, not {noun}", todo
    return f"{about} is {given} and cannot be used ({error.message})", todo


def _wanted(error: _Error) -> tuple[str, str]:
    """What kind of value is wanted, and how to write one."""
    if error.kind == "string_pattern_mismatch":
        for start, words in _PATTERNS.items():
            if start in error.context.get("pattern", ""):
                return words
    if error.union is not None and error.kind.startswith("int"):
        return "a whole number", "write one number, or a mapping of table sizes to numbers"
    return _KINDS.get(error.kind.split("_")[0], ("", "correct it"))


def _fields(model: type[BaseModel], keys: Keys) -> list[str]:
    """The keys that a mapping may have, or none if it is not a model's."""
    annotation: Any = model
    for key in keys:
        annotation = next(_inside(annotation, key), None)
    found = next((each for each in _branches(annotation) if _is_model(each)), None)
    return list(found.model_fields) if found else []


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _branches(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, types.UnionType):
        for each in get_args(annotation):
            yield from _branches(each)
    elif get_origin(annotation) is Annotated:
        yield from _branches(get_args(annotation)[0])
    else:
        yield annotation


def _inside(annotation: Any, key: str | int) -> Iterator[Any]:
    """What the value under a key or place of such a value may be."""
    for branch in _branches(annotation):
        if _is_model(branch) and key in branch.model_fields:
            yield branch.model_fields[key].annotation
        elif get_origin(branch) is dict:
            yield get_args(branch)[1]
        elif get_origin(branch) in (tuple, list) and isinstance(key, int):
            yield get_args(branch)[0]
