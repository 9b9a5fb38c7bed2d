"""Checks of what the parts of a deck refer to: ids, levels and formulas, as the types of the models say.

A type of `deck.models` or `rules.params` that carries `Refers` or `LevelOf` is found at any depth.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from summit_game.deck.check_base import Checker
from summit_game.deck.check_formulas import check_formula
from summit_game.deck.yamlpos import Keys
from summit_game.rules.params import LevelOf, Refers


def check_references(ck: Checker, model: type[BaseModel], written: Mapping[str, Any], keys: Keys = ()) -> None:
    """Everything that is written for a model, at `keys` of the deck."""
    _walk(ck, model, written, keys, {})


def _walk(ck: Checker, kind: Any, value: Any, at: Keys, around: Mapping[str, Any], key: bool = False) -> None:
    """Check a value of a type, or with `key` a key. `around` holds the parameters beside it and around it by name.

    The key of the mapping in which a value stands is there under the empty name, as in `LevelOf()`.
    """
    kind = getattr(kind, "__value__", kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        for marker in kind.__metadata__:
            _marked(ck, marker, value, at, around, key)
        _walk(ck, args[0], value, at, around, key)
    elif origin in (Union, UnionType):
        # A word that the type lists itself, such as `all` beside an id, is no reference.
        if not any(get_origin(arm) is Literal and _accepts(arm, value) for arm in args):
            for arm in filter(lambda arm: _accepts(arm, value), args):
                _walk(ck, arm, value, at, around, key)
    elif isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, Mapping):
        for name, field in kind.model_fields.items():
            name = field.alias or name
            if name in value:
                for marker in field.metadata:
                    _marked(ck, marker, value[name], (*at, name), {**around, **value}, key=False)
                _walk(ck, field.annotation, value[name], (*at, name), {**around, **value})
    elif isinstance(value, Mapping) and len(args) == 2:
        for name, each in value.items():
            _walk(ck, args[0], name, (*at, name), around, key=True)
            _walk(ck, args[1], each, (*at, name), {**around, "": name})
    elif isinstance(value, tuple | list) and args:
        kinds = args if origin is tuple and args[-1] is not ... else args[:1] * len(value)
        for i, (each_kind, each) in enumerate(zip(kinds, value, strict=False)):
            _walk(ck, each_kind, each, (*at, i), around)


def _accepts(kind: Any, value: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _marked(ck: Checker, marker: Any, value: Any, at: Keys, around: Mapping[str, Any], key: bool) -> None:
    if isinstance(marker, LevelOf) and type(value) is int:
        if isinstance(issue := around.get(marker.issue), str):
            ck.level(issue, value, at, marker.low, key=key)
    elif isinstance(marker, Refers) and isinstance(value, str):
        if marker.kind in ("formula", "label"):
            check_formula(ck, value.strip(), at, labels=marker.kind == "label", key=key)
        else:
            ck.knows(marker.kind, value, at, key=key)
