"""Turn what pydantic says about a deck into faults: our sentence, at the right line, with the thing's id."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from summit_game.deck.faults import Fault, Said, choose, nearest, quote, word
from summit_game.deck.places import Places, subject, value_at
from summit_game.deck.yamlpos import Keys

_PATTERNS = {
    "[A-Za-z][A-Za-z0-9_-]*": "id",
    "[A-Z][A-Z0-9]*": "card-id",
    "[a-z0-9]+(-": "deck-id",
    r"\d+/\d+": "share",
}
"""Part of a pattern -> what the value should be, by the key of its words."""
_KINDS = {
    "int": "whole",
    "bool": "bool",
    "string": "text",
    "dict": "mapping",
    "model": "mapping",
    "tuple": "list",
    "list": "list",
}
"""What pydantic asked for -> the same."""


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
        what, values = _sentence(each, model, data)
        result.append((each.keys, places.fault(each.keys, what, each.at_key, **values)))
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


def _sentence(error: _Error, model: type[BaseModel], data: Any) -> tuple[str, dict[str, object]]:
    """The key of what is said about an error, and its values."""
    if error.at_key or error.kind == "missing":
        what, values = _about_key(error, model)
        return what, {"owner": subject(data, error.keys[:-1]), "name": quote(error.keys[-1]), **values}
    what, values = _about_value(error)
    return what, {"about": subject(data, error.keys), **values}


def _about_key(error: _Error, model: type[BaseModel]) -> tuple[str, dict[str, object]]:
    name = error.keys[-1]
    if error.kind == "missing":
        return "missing", {"line": f"{name}: …"}
    if error.kind == "extra_forbidden":
        known = _fields(model, error.keys[len(error.base) : -1])
        todo = choose(name, known)
        return "extra", {"todo": todo if nearest(name, known) or not known else word("remove-or", todo=todo)}
    wanted = _wanted(error)
    return "key-kind" if wanted else "key-not-allowed", wanted


def _about_value(error: _Error) -> tuple[str, dict[str, object]]:
    kind, context, given = error.kind, error.context, quote(error.given)
    if kind == "string_too_long":
        return "text-long", {"count": len(str(error.given).strip()), "most": context["max_length"]}
    if kind == "string_too_short":
        return "text-short" if str(error.given).strip() else "text-empty", {"least": context["min_length"]}
    if kind in ("too_short", "too_long"):
        bound = context.get("min_length", context.get("max_length"))
        return kind.replace("_", "-"), {"count": context.get("actual_length"), "bound": bound}
    if kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        sign, bound = next(iter(context.items()))
        return f"bound-{sign}", {"given": given, "bound": bound}
    if kind == "value_error":
        return "value", {"why": Said(error.message.removeprefix("Value error, "))}
    if error.given is None:
        given = word("given-empty")
    if kind == "literal_error":
        return "literal", {"given": given, "expected": Said(str(context.get("expected", "")).replace("'", "`"))}
    wanted = _wanted(error)
    if not wanted:
        return "other", {"given": given, "why": Said(error.message)}
    return ("empty", {"noun": wanted["noun"]}) if error.given is None else ("wrong-kind", {"given": given, **wanted})


def _wanted(error: _Error) -> dict[str, object]:
    """What kind of value is wanted, and how to write one; empty if nothing is known about it."""
    key = _KINDS.get(error.kind.split("_")[0], "")
    if error.kind == "string_pattern_mismatch":
        key = next((key for part, key in _PATTERNS.items() if part in error.context.get("pattern", "")), key)
    elif error.union is not None and error.kind.startswith("int"):
        key = "whole-or-sizes"
    return {"noun": word(f"wanted-{key}"), "todo": word(f"wanted-{key}-todo")} if key else {}


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
