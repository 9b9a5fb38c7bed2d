"""Load a deck: read its files, join their sections, and validate the whole as one `Deck`.

Sections that are lists (issues, cards, delegations …) may be split over files and are joined in the order of the
file names; every other section stands in one file only. Faults are collected, not raised. This module reports what
can be told from the shape alone (YAML, unknown or missing keys, wrong kinds of values); whether ids, numbers and
rules fit together is `deck.check`'s subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_origin

from pydantic import ValidationError

from summit_game.deck.faults import DeckError, Fault, Said, choose, nearest, quote, told
from summit_game.deck.files import Found, SourceFile, digest_of, is_overlay, read_files
from summit_game.deck.models import Deck
from summit_game.deck.overlay import translated
from summit_game.deck.places import Places
from summit_game.deck.shape import shape_faults
from summit_game.deck.yamlpos import Document, Keys, read_yaml

JOINED = tuple(name for name, field in Deck.model_fields.items() if get_origin(field.annotation) is tuple)
"""Sections that are lists. All other sections stand once in a deck."""


@dataclass(frozen=True)
class LoadResult:
    """A deck as read. `deck` is None when something could not be understood; `faults` then says what.

    `data` holds the joined sections as they were written, `places` says where; both are for the checker.
    `digest` covers names and bytes of the deck's `files` (`files.digest_of`); `overlays` are its other texts.
    """

    path: Path
    deck: Deck | None
    faults: tuple[Fault, ...]
    digest: str
    data: Mapping[str, Any]
    places: Places
    overlays: tuple[SourceFile, ...] = ()
    files: tuple[SourceFile, ...] = ()

    def in_language(self) -> LoadResult:
        """The same with the deck's texts in the language that is chosen."""
        return replace(self, deck=translated(self.deck, self.overlays)) if self.deck else self


def load_deck(path: Path) -> LoadResult:
    """Read a deck: a folder of YAML files, or one YAML file. Never raises for what the files hold."""
    return load_files(path, read_files(path))


def load_files(path: Path, found: Found) -> LoadResult:
    """The same from files that are already in memory; `path` is only what faults show."""
    overlays = tuple(filter(is_overlay, found.files))
    joined = _Joined(path)
    joined.faults += found.faults
    joined.broken = bool(found.faults)
    for file in found.files:
        if file not in overlays:
            joined.add(file)
    deck = joined.validate() if found.files else None
    faults = tuple(sorted(set(joined.faults)))
    return LoadResult(
        path, deck, faults, digest_of(found.files), joined.data, joined.places, overlays, tuple(found.files)
    )


def open_deck(path: Path) -> tuple[Deck, str]:
    """A deck that can be understood, and its digest. Raises `DeckError` with all faults of loading.

    >>> from summit_game.deck.library import find_deck
    >>> deck, digest = open_deck(find_deck("linnet-river"))
    >>> len(deck.tables[2]), len(digest)
    (2, 64)
    """
    return _usable(load_deck(path))


def pinned_deck(files: Iterable[SourceFile]) -> Deck:
    """A deck from the files that a journal keeps (R9.8). Raises `DeckError`."""
    return _usable(load_files(Path(), Found(list(files))))[0]


def _usable(result: LoadResult) -> tuple[Deck, str]:
    if result.deck is None or result.faults:
        raise DeckError(result.faults)
    return translated(result.deck, result.overlays), result.digest


class _Joined:
    """The sections of all files of a deck, while they are being put together."""

    def __init__(self, path: Path) -> None:
        self.data: dict[str, Any] = {}
        self.places = Places((str(path), 1, 1))
        self.faults: list[Fault] = []
        self.broken = False
        """A part of the deck was not read, so that what seems to be missing may be there."""
        self.bad: set[Keys] = set()
        """Ways to values that have a fault already."""

    def add(self, file: SourceFile) -> None:
        """Take over the sections of a file."""
        document = read_yaml(file.data, file.shown)
        self.faults += document.faults
        self.broken = self.broken or document.broken
        if not self.data:
            self.places.start = (file.shown, 1, 1)
        if document.value is None:
            return
        if not isinstance(document.value, dict):
            self.broken = True
            self._refuse(document, file, (), told("no-sections"))
            return
        self._sections(document, file)

    def _sections(self, document: Document, file: SourceFile) -> None:
        offsets = {name: len(self.data.get(name, ())) for name in JOINED}
        taken = set()
        for name, value in document.value.items():
            refused = self._section(name, value)
            if refused:
                taken.add(name)
                self._refuse(document, file, (name,), refused)
        self.bad |= {_shifted(keys, offsets) for keys in document.bad}
        self.places.add(document, file.shown, offsets, frozenset(taken))
        if "deck" in document.value and "deck" not in taken:
            self.places.start = self.places.at(("deck",), key=True)

    def _section(self, name: Any, value: Any) -> tuple[str, str] | None:
        """Put a section in its place, or say why not: what is wrong and what to do."""
        if name not in Deck.model_fields:
            self.broken = self.broken or nearest(name, Deck.model_fields) is not None
            return told("no-section", name=quote(name), todo=choose(name, Deck.model_fields))
        if name in JOINED:
            if isinstance(value, tuple):
                self.data[name] = self.data.get(name, ()) + value
                return None
            self.broken = True
            return told("section-empty" if value is None else "section-no-list", name=name)
        if name in self.data:
            first = self.places.at((name,), key=True)
            return told("section-twice", name=name, first=Said(f"{first[0]}:{first[1]}"))
        self.data[name] = value
        return None

    def _refuse(self, document: Document, file: SourceFile, keys: Keys, words: tuple[str, str]) -> None:
        position = document.key_at.get(keys) or document.at.get(keys) or (1, 1)
        self.faults.append(Fault(file.shown, *position, *words))

    def validate(self) -> Deck | None:
        """The deck, unless its shape is wrong or a part could not be read."""
        try:
            # Strict: neither quoted numbers nor yes-and-no words are bent into what a field asks for.
            deck = Deck.model_validate(self.data, strict=True)
        except ValidationError as error:
            found = shape_faults(error, Deck, self.data, self.places)
            self.faults += [fault for keys, fault in found if not self._follows(keys)]
            return None
        return None if self.broken or self.bad else deck

    def _follows(self, keys: Keys) -> bool:
        """Whether a fault only follows from one that is reported already."""
        if self.broken and len(keys) <= 1:
            return True
        return any(keys[:length] in self.bad for length in range(len(keys) + 1))


def _shifted(keys: Keys, offsets: Mapping[str, int]) -> Keys:
    if len(keys) > 1 and isinstance(keys[0], str) and isinstance(keys[1], int) and keys[0] in offsets:
        return (keys[0], keys[1] + offsets[keys[0]], *keys[2:])
    return keys
