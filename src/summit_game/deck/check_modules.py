"""Checks of rule modules' parameters: the module's own model, and the ids, levels and formulas in them.

The checker does not know what a module does. What a parameter refers to is said by its type: `IssueId`, `Level` and
the others of `rules.params`, in the model of the module, at any depth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from summit_game.deck.check_base import Checker
from summit_game.deck.check_references import check_references
from summit_game.deck.shape import shape_faults
from summit_game.deck.yamlpos import Keys

_CONTAINERS = {"list_type", "set_type", "frozen_set_type"}


def check_modules(ck: Checker) -> None:
    """The parameters of every module that the deck lists and the program knows."""
    for module, params in ck.deck.modules.items():
        if model := ck.registry.get(module):
            keys: Keys = ("modules", module)
            _validate(ck, model, params, keys)
            check_references(ck, model, params, keys)
    for i, variant in enumerate(ck.deck.variants):
        for module, changed in variant.modules.items():
            _variant(ck, module, changed, ("variants", i, "modules", module))


def _variant(ck: Checker, module: str, changed: Mapping[str, Any], keys: Keys) -> None:
    """What a variant puts in the place of parameters, in its place among the others."""
    model, params = ck.registry.get(module), ck.deck.modules.get(module)
    if model is None or params is None:
        return
    if "on" in changed:
        ck.fault((*keys, "on"), "variant-on", key=True)
    own = replace(ck, faults=[])
    _validate(own, model, {**params, **changed}, keys)
    check_references(own, model, {**params, **changed}, keys)
    # A parameter that the variant does not write has the place of the whole: what is wrong with it is wrong there too,
    # unless it is so without the variant.
    alone = replace(ck, faults=[])
    _validate(alone, model, params, ("modules", module))
    check_references(alone, model, params, ("modules", module))
    whole = ck.result.places.at(keys)
    ck.faults += [each for each in own.faults if not (alone.faults and (each.file, each.line, each.column) == whole)]


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
