"""`summit deck new`: a small deck that can be played as it is and says in comments what to change.

The files stand as templates in `starter/` beside this module.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from summit_game.deck.check_zopa import MAX_SHARE
from summit_game.deck.compile import SetupError
from summit_game.deck.faults import quote
from summit_game.deck.library import packaged_decks
from summit_game.deck.schema import deck_schema
from summit_game.deck.words import hits
from summit_game.files.reading import reason
from summit_game.files.writing import write, write_new
from summit_game.language.catalogue import say

MOST = 6
"""Most delegations, and most issues, of a new deck. By hand a deck can have more."""
SCHEMA = ".schema/deck.json"
"""Where the schema for editors stands in a deck's folder. Deck files are not looked for in hidden folders."""

_STARTER = Path(__file__).with_name("starter")
_NAME = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(-[a-z0-9]+)*")
_TAKEN = re.compile(r"default|con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that mean something else: to the library of decks, or to a system."""
_RISING, _FALLING = (0, 60, 85, 100), (100, 90, 65, 0)
"""Per cent of an issue's weight that each level is worth to those who want it, and to those who give it."""


class NotWritten(SetupError):  # noqa: N818  (an answer to a person, not a fault of the program)
    """A deck or a schema that cannot be written; the message is one sentence with what to do."""


def new_deck(folder: Path, name: str, seats: int, issues: int, registry: Mapping[str, type[BaseModel]]) -> Path:
    """Write a deck of `seats` delegations (2 to `MOST`) and `issues` issues (2 to `MOST`) into `folder`/`name`.

    Raises `NotWritten` if the name is none for a deck, or if something is there already.
    """
    if not _NAME.fullmatch(name):
        todo = say("deck-name-form")
        raise NotWritten(say("deck-no-name", name=quote(name), todo=todo))
    if _TAKEN.fullmatch(name):
        raise NotWritten(say("deck-name-means", name=name))
    path = folder / name
    if (packaged_decks() / name).exists():
        raise NotWritten(say("deck-name-taken", name=name))
    made = False
    try:
        path.mkdir(parents=True)
        made = True
        for file, text in _files(name, seats, issues).items():
            write_new(path / file, text.encode())
        write_schema(path, registry)
    except FileExistsError:
        raise NotWritten(say("deck-there-already", path=path)) from None
    except BaseException as error:
        if made:
            shutil.rmtree(path, ignore_errors=True)
        if isinstance(error, OSError):
            raise NotWritten(say("deck-not-written", path=path, reason=reason(error))) from None
        raise
    return path


def write_schema(folder: Path, registry: Mapping[str, type[BaseModel]]) -> Path:
    """Write the schema for editors into a deck's folder. Raises `NotWritten`."""
    path = folder / SCHEMA
    try:
        path.parent.mkdir(exist_ok=True)
        write(path, f"{json.dumps(deck_schema(registry), indent=2)}\n".encode(), force=True)
    except OSError as error:
        raise NotWritten(say("deck-schema-not-written", path=path, reason=reason(error))) from None
    return path


def _files(name: str, seats: int, issues: int) -> dict[str, str]:
    """File of the deck -> its text."""
    env = Environment(
        loader=FileSystemLoader(_STARTER), undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
    names = yaml.safe_load((_STARTER / "names.yaml").read_text(encoding="utf-8"))
    title = name.replace("-", " ").capitalize()
    lands = [land | _interests(at, seats, issues) for at, land in enumerate(names["lands"][:seats])]
    for at, land in enumerate(lands):
        land["other"] = names["lands"][(at + 1) % seats if at % 2 == 0 and at + 1 < seats else at - 1]
    values: dict[str, Any] = {
        "name": name,
        "title": "New deck" if list(hits(title)) else title,
        "seats": seats,
        "issues": names["issues"][:issues],
        "lands": lands,
        "reservation": _reservation([land["points"] for land in lands]),
        "copies": -(-3 * seats // issues),
    }
    parts = ("deck.yaml", "issues.yaml", "cards.yaml", "scenarios.yaml")
    mats = {f"delegations/{land['id']}.yaml": land for land in lands}
    mat = env.get_template("delegation.yaml.jinja")
    return {part: env.get_template(f"{part}.jinja").render(values) for part in parts} | {
        file: mat.render(values, land=land) for file, land in mats.items()
    }


def _interests(at: int, seats: int, issues: int) -> dict[str, Any]:
    """What a delegation wants: one issue most, and those that nobody else claims; the others it can give."""
    want, side = at % issues, at % 2
    rising = [issue == want or issue >= seats for issue in range(issues)]
    weights = [60 // (issues - 1) if issues > 2 else 40] * issues
    weights[want] = 100 - sum(weights[1:])
    rows = [
        [weight * share // 100 for share in (_RISING if up else _FALLING)]
        for weight, up in zip(weights, rising, strict=True)
    ]
    return {
        "want": want,
        "rising": rising,
        "points": rows,
        "side": ("North", "South")[side],
        "zone": ("NR", "SR")[side],
        "principal": at < 2,
    }


def _reservation(values: list[list[list[int]]]) -> int:
    """What no deal is worth to all: so much that a few texts are better for everybody, well below `MAX_SHARE`."""
    texts = product(range(len(_RISING)), repeat=len(values[0]))
    lowest = [min(sum(row[level] for row, level in zip(rows, text, strict=True)) for rows in values) for text in texts]
    allowed = len(lowest) * MAX_SHARE // 100
    return next(need for need in range(101) if sum(each >= need for each in lowest) <= allowed)
