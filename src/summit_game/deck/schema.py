"""JSON Schema of deck files, for editors that complete and check YAML while it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from summit_game.deck.model_base import FORMAT
from summit_game.deck.models import Deck

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def deck_schema(registry: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """The schema of one file of a deck's folder.

    A deck may be split over files, so every section is optional here; that the sections are complete and that ids
    exist is what the deck checker says. `registry` gives the parameters of each rule module.
    """
    schema = Deck.model_json_schema()
    definitions: dict[str, Any] = schema.pop("$defs")
    properties: dict[str, Any] = schema.pop("properties")
    properties["modules"] = {
        "type": "object",
        "title": "Modules",
        "description": "Rule modules of this deck, with their parameters.",
        "properties": {name: _parameters(name, model, definitions) for name, model in registry.items()},
        "additionalProperties": False,
    }
    definitions["Variant"]["properties"]["modules"] |= {
        "properties": {name: _changes(each) for name, each in properties["modules"]["properties"].items()},
        "additionalProperties": False,
    }
    # A joined section may be short in each file: only the joined deck must hold enough entries.
    for section in properties.values():
        section.pop("minItems", None)
    properties["scenarios"].pop("maxItems", None)
    return {
        "$schema": DIALECT,
        "title": f"Summit deck file, format {FORMAT}",
        "description": "One file of a deck's folder. Sections may be split over files; lists are joined.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": definitions,
    }


def _changes(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of what a variant puts in the place of a module's parameters: some of them, whether it is on aside."""
    properties = {name: each for name, each in parameters["properties"].items() if name != "on"}
    return {name: each for name, each in parameters.items() if name != "required"} | {"properties": properties}


def _parameters(module: str, model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a module's parameters. Its definitions move to the top under names that cannot collide."""
    schema = model.model_json_schema(ref_template=f"#/$defs/{module}.{{model}}")
    for name, definition in schema.pop("$defs", {}).items():
        definitions[f"{module}.{name}"] = definition
    schema["title"] = f"Parameters of {module}"
    return schema
