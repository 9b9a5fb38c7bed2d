"""Checks of rule modules' parameters: the module's own model, and the ids and levels in them.

The checker does not know what a module does. It goes by the names of parameters, at any depth:

* a name that ends in `issue`, `side`, `zone`, `delegation` or `track` (or their plurals) holds ids of that kind:
  one, a list of them, or a mapping with ids as keys;
* `points` maps issues to levels; `forbid` maps levels to lists of zones; `limits` has levels as keys;
* `level` and names that end in `_level` are levels; `when` is a formula.

Levels belong to the issue that the same mapping, or the nearest one around it, names as `issue`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from summit_game.deck.check_base import Checker
from summit_game.deck.check_formulas import check_formula
from summit_game.deck.shape import shape_faults
from summit_game.deck.yamlpos import Keys

_KINDS = ("issue", "side", "zone", "delegation", "track")
_CONTAINERS = {"list_type", "set_type", "frozen_set_type"}


def check_modules(ck: Checker) -> None:
    """The parameters of every module that the deck lists and the program knows."""
    for module, params in ck.deck.modules.items():
        if model := ck.registry.get(module):
            keys: Keys = ("modules", module)
            _validate(ck, model, params, keys)
            _walk(ck, params, keys, None)


def _validate(ck: Checker, model: type[BaseModel], params: Mapping[str, Any], keys: Keys) -> None:
    try:
        model.model_validate(params, strict=True)
    except ValidationError as error:
        if any(each["type"] in _CONTAINERS for each in error.errors(include_url=False)):
            # Lists are read as tuples. A model that asks for another collection is met halfway.
            try:
                model.model_validate(params)
            except ValidationError as loose:
                error = loose
            else:
                return
        found = shape_faults(error, model, ck.result.data, ck.result.places, keys)
        ck.faults += [fault for _, fault in found]


def _walk(ck: Checker, value: Any, keys: Keys, issue: str | None) -> None:
    if isinstance(value, Mapping):
        own = value.get("issue")
        issue = own if isinstance(own, str) else issue
        for key, each in value.items():
            _parameter(ck, key, each, (*keys, key), issue)
    elif isinstance(value, tuple | list):
        for i, each in enumerate(value):
            _walk(ck, each, (*keys, i), issue)


def _parameter(ck: Checker, key: str | int, value: Any, at: Keys, issue: str | None) -> None:
    name = str(key)
    last = name.rsplit("_", 1)[-1]
    kind = next((kind for kind in _KINDS if last in (kind, f"{kind}s")), None)
    if kind:
        _ids(ck, kind, value, at)
    elif name == "points" and isinstance(value, Mapping):
        for each, level in value.items():
            if isinstance(each, str) and ck.knows("issue", each, (*at, each), key=True):
                _level(ck, each, level, (*at, each))
    elif name == "forbid" and isinstance(value, Mapping):
        for level, zones in value.items():
            _level(ck, issue, level, (*at, level), key=True)
            _ids(ck, "zone", zones, (*at, level))
    elif name == "limits" and isinstance(value, Mapping):
        for level in value:
            _level(ck, issue, level, (*at, level), key=True)
    elif last == "level":
        _level(ck, issue, value, at)
    elif name == "when" and isinstance(value, str):
        check_formula(ck, value, at)
    _walk(ck, value, at, issue)


def _ids(ck: Checker, kind: str, value: Any, at: Keys) -> None:
    if isinstance(value, str):
        ck.knows(kind, value, at)
    elif isinstance(value, Mapping):
        for each in value:
            if isinstance(each, str):
                ck.knows(kind, each, (*at, each), key=True)
    elif isinstance(value, tuple | list):
        for i, each in enumerate(value):
            if isinstance(each, str):
                ck.knows(kind, each, (*at, i))


def _level(ck: Checker, issue: str | None, level: Any, at: Keys, key: bool = False) -> None:
    if issue is not None and type(level) is int:
        ck.level(issue, level, at, key=key)
