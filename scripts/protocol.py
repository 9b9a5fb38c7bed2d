"""Writes the JSON schema of the messages of a seat into `docs/protocol/`. Usage: `python scripts/protocol.py`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from summit_game.seat.messages import ANSWERS, REQUESTS, VERSION

FOLDER = Path(__file__).parent.parent / "docs" / "protocol"


def seat_schema() -> dict[str, Any]:
    """The schema of what a client sends and of what it is answered."""
    requests, answers = REQUESTS.json_schema(), ANSWERS.json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Summit: messages of a seat, version {VERSION}",
        "$defs": {
            **requests.pop("$defs"),
            **answers.pop("$defs"),
            "Request": requests,
            "Answer": answers,
        },
        "anyOf": [{"$ref": "#/$defs/Request"}, {"$ref": "#/$defs/Answer"}],
    }


def written() -> str:
    """The schema as the file holds it."""
    return json.dumps(seat_schema(), indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    path = FOLDER / f"seat-{VERSION}.schema.json"
    path.write_text(written(), encoding="utf-8")
    print(path)
