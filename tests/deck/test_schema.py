"""The JSON Schema for editors."""

from __future__ import annotations

import json
import re
from typing import Any

import river

from summit_game.deck.models import Deck
from summit_game.deck.schema import DIALECT, deck_schema
from summit_game.deck.yamlpos import read_yaml
from summit_game.rules.registry import parameters


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(references(each) for each in value))
    return set()


def test_every_section_is_optional_and_nothing_else_is_allowed() -> None:
    schema = deck_schema(river.REGISTRY)
    assert schema["$schema"] == DIALECT
    assert schema["title"]
    assert set(schema["properties"]) == set(Deck.model_fields)
    assert "required" not in schema
    assert schema["additionalProperties"] is False
    assert not any("minItems" in section for section in schema["properties"].values())


def test_every_reference_leads_somewhere() -> None:
    for registry in (river.REGISTRY, parameters()):
        schema = deck_schema(registry)
        for reference in references(schema):
            assert reference.startswith("#/$defs/")
            assert reference.removeprefix("#/$defs/") in schema["$defs"]


def test_modules_bring_their_parameters() -> None:
    modules = deck_schema(parameters())["properties"]["modules"]
    assert set(modules["properties"]) == set(parameters())
    assert modules["additionalProperties"] is False
    assert "on" in modules["properties"]["escalation"]["properties"]


def test_fields_are_explained() -> None:
    schema = deck_schema(river.REGISTRY)
    delegation = schema["$defs"]["Delegation"]
    assert delegation["description"]
    assert delegation["properties"]["stand_in"]["description"]
    assert json.loads(json.dumps(schema)) == schema


def test_the_files_of_the_small_deck_match() -> None:
    schema = deck_schema(river.REGISTRY)
    for name, text in river.texts().items():
        _valid(read_yaml(text.encode(), name).value, schema, schema)


def _valid(value: Any, schema: Any, root: Any) -> None:
    """A small validator: types, required and closed objects, enough to see that the schema describes these files."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        assert any(_accepts(value, each, root) for each in schema["anyOf"]), value
        return
    kinds = {"object": dict, "array": tuple, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    if "type" in schema:
        assert isinstance(value, kinds[schema["type"]]), (value, schema)
    if isinstance(value, str) and "pattern" in schema:
        assert re.search(schema["pattern"], value)
    if isinstance(value, dict):
        properties, extra = schema.get("properties", {}), schema.get("additionalProperties", True)
        assert set(schema.get("required", ())) <= set(value)
        for key, each in value.items():
            if str(key) in properties:
                _valid(each, properties[str(key)], root)
            else:
                assert extra is not False, key
                if isinstance(extra, dict):
                    _valid(each, extra, root)
    if isinstance(value, tuple):
        for each in value:
            _valid(each, schema.get("items", {}), root)


def _accepts(value: Any, schema: Any, root: Any) -> bool:
    try:
        _valid(value, schema, root)
    except AssertionError:
        return False
    return True
