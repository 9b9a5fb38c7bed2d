"""Reading a deck: a folder of YAML files, joined section by section and validated as one `Deck`.

Sections that are lists (issues, cards, delegations …) may be split over files and are joined in the order of the
file names; every other section stands in one file only.
"""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from summit_game.deck.faults import DeckError, Fault, quote
from summit_game.deck.models import Deck
from summit_game.deck.yamlpos import Keys, Position, read_yaml

MAX_FILES = 200
MAX_BYTES = 1 << 20


@dataclass
class LoadResult:
    """A deck as read: `deck` is None when a fault stopped it. `at` maps a path in the deck to its place."""

    deck: Deck | None = None
    faults: list[Fault] = field(default_factory=list)
    digest: str = ""
    """SHA-256 over the names and bytes of all files, in order of their names."""
    at: dict[Keys, tuple[str, Position]] = field(default_factory=dict)
    main: str = ""
    """The file named for faults that have no place of their own."""

    def place(self, keys: Keys) -> tuple[str, Position]:
        """File, line and column of a path in the deck, or of the nearest thing around it."""
        while keys:
            if keys in self.at:
                return self.at[keys]
            keys = keys[:-1]
        return self.main, (1, 1)

    def fault(self, keys: Keys, what: str, todo: str) -> None:
        """Add a fault at a path."""
        file, (line, column) = self.place(keys)
        self.faults.append(Fault(file, line, column, what, todo))


def load_deck(path: Path) -> LoadResult:
    """Read and validate a deck, collecting every fault. Never raises for anything that the files hold."""
    result = LoadResult(main=str(path))
    files = _files(path, result)
    sections: dict[str, Any] = {}
    digest = hashlib.sha256()
    for file in files:
        data = _read(file, result)
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        digest.update(f"{name}\n{len(data)}\n".encode() + data)
        _join(sections, data, str(file), result)
    result.digest = digest.hexdigest()
    if not files and not result.faults:
        result.fault((), "there is no .yaml file here", "name the folder of a deck")
    if result.faults:
        return result
    try:
        result.deck = Deck.model_validate(sections)
    except ValidationError as error:
        for each in error.errors():
            _explain(result, dict(each), sections)
    return result


def open_deck(path: Path) -> tuple[Deck, str]:
    """A deck that can be played, and its digest. Raises `DeckError` with all faults."""
    result = load_deck(path)
    if result.deck is None:
        raise DeckError(tuple(sorted(result.faults)))
    return result.deck, result.digest


def _files(path: Path, result: LoadResult) -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        result.fault((), "there is no such folder", "name the folder of a deck")
        return []
    root = path.resolve()
    found = sorted(
        (file for file in path.rglob("*") if file.suffix in (".yaml", ".yml") and file.is_file()),
        key=lambda file: file.relative_to(path).as_posix(),
    )
    inside = [file for file in found if file.resolve().is_relative_to(root)]
    if len(inside) > MAX_FILES:
        result.fault((), f"there are more than {MAX_FILES} YAML files here", "name the folder of one deck")
        return []
    main = path / "deck.yaml"
    result.main = str(main if main in inside else (inside or [path])[0])
    return inside


def _read(file: Path, result: LoadResult) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        result.faults.append(Fault(str(file), 1, 1, f"the file cannot be read ({error.strerror})", "check its rights"))
        return b""
    if len(data) > MAX_BYTES:
        result.faults.append(Fault(str(file), 1, 1, "the file is larger than one mebibyte", "split it"))
        return b""
    return data


def _join(sections: dict[str, Any], data: bytes, file: str, result: LoadResult) -> None:
    document = read_yaml(data, file)
    result.faults += document.faults
    if document.value is None:
        return
    if not isinstance(document.value, dict):
        result.faults.append(Fault(file, 1, 1, "the file is not a set of sections", "begin it with a section name"))
        return
    for name, value in document.value.items():
        _place_section(sections, document, name, value, file, result)


def _place_section(
    sections: dict[str, Any], document: Any, name: Any, value: Any, file: str, result: LoadResult
) -> None:
    at: Position = document.key_at.get((name,), (1, 1))
    if name not in Deck.model_fields:
        near = difflib.get_close_matches(str(name), list(Deck.model_fields), n=1)
        todo = f"did you mean `{near[0]}`?" if near else f"the sections are {', '.join(Deck.model_fields)}"
        result.faults.append(Fault(file, *at, f"{quote(name)} is not a section of a deck", todo))
        return
    offset = 0
    if isinstance(value, list | tuple):
        before = sections.setdefault(name, [])
        if not isinstance(before, list):
            result.faults.append(Fault(file, *at, f"section `{name}` is a list here and not elsewhere", "write a list"))
            return
        offset = len(before)
        before.extend(value)
    elif name in sections:
        first = result.place((name,))
        result.faults.append(
            Fault(file, *at, f"section `{name}` stands twice (first in {first[0]}:{first[1][0]})", "keep one of them")
        )
        return
    else:
        sections[name] = value
    for table in (document.key_at, document.at):
        for keys, position in table.items():
            if keys[0:1] == (name,):
                shifted = keys if len(keys) == 1 or not offset else (name, keys[1] + offset, *keys[2:])
                result.at.setdefault(shifted, (file, position))


def _explain(result: LoadResult, error: dict[str, Any], sections: dict[str, Any]) -> None:
    """One validation error as a fault in our own words."""
    keys = tuple(key for key in error["loc"] if not (isinstance(key, str) and key.startswith(("function-", "tuple["))))
    kind, context = error["type"], error.get("ctx") or {}
    name = quote(keys[-1]) if keys else "the deck"
    owner = _owner(sections, keys)
    if kind == "missing":
        result.fault(keys, f"{name} is missing{owner}", f"add a line `{keys[-1]}: ...`")
    elif kind == "extra_forbidden":
        result.fault(keys, f"{name} is not known here{owner}", "check the spelling or remove the line")
    elif kind == "string_too_long":
        result.fault(keys, f"{name} is longer than {context.get('max_length')} characters{owner}", "shorten the text")
    elif kind == "string_too_short":
        result.fault(keys, f"{name} is empty or too short{owner}", "write the text")
    elif kind == "string_pattern_mismatch":
        result.fault(
            keys, f"{quote(error.get('input'))} is not a valid {keys[-1]}{owner}", "use letters, digits, hyphens"
        )
    else:
        message = str(error["msg"]).lower()
        result.fault(keys, f"{name} cannot be {quote(error.get('input'))}{owner}: {message}", "correct the value")


def _owner(sections: dict[str, Any], keys: Keys) -> str:
    """` in ID` for the innermost thing around the path that has an id."""
    value: Any = sections
    found = ""
    for key in keys[:-1]:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            found = f" in {quote(value['id'])}"
    return found
