"""Who is who in a game: its journal knows people by id (S1, S2 …), and the names stand in a file beside it.

So a person can be taken out of a game that is kept (delete the line), and the ids are the pseudonyms. Inside the
program entries have names; only what is written to the journal, and what is read from it, passes through here. Journals
that Summit wrote before hold names themselves and are read as they are.

The file: `GAME.summit.people`, for its owner only, one line for each person: id, space, name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from summit_game.files.reading import is_there, read_text, reason
from summit_game.files.writing import write
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.sitter import Sitter
from summit_game.words.safe import NAME_LENGTH, safe_text

SUFFIX = ".people"
"""What the name of the file has after that of the journal."""
_ID = re.compile(r"S[1-9][0-9]{0,5}")
_IDS, _NAMES = "ids", "people"
"""Under which key a sitter in a journal has ids, and in one of the older form, names."""


def is_id(text: object) -> bool:
    """Whether this can be the id of a person."""
    return isinstance(text, str) and _ID.fullmatch(text) is not None


def people_file(journal: Path) -> Path:
    """The file of names that belongs to a journal; it need not be there."""
    return journal.with_name(journal.name + SUFFIX)


def read_names(journal: Path) -> dict[str, str]:
    """Id -> name, as the file of names has them; nobody without one. Raises `OSError` if it cannot be read."""
    path = people_file(journal)
    try:
        lines = read_text(path).splitlines()
    except FileNotFoundError:
        return {}
    pairs = (line.partition(" ") for line in lines)
    return {found: named for found, _, name in pairs if is_id(found) and (named := safe_text(name, NAME_LENGTH))}


def write_names(journal: Path, names: Mapping[str, str]) -> None:
    """Write the file of names whole, or take it away if nobody is left. Raises `OSError`."""
    path = people_file(journal)
    if names:
        text = "".join(f"{each} {names[each]}\n" for each in sorted(names, key=_number))
        write(path, text.encode("utf-8", "replace"), private=True, force=True)
    elif is_there(path):
        path.unlink()


def _number(person: str) -> int:
    return int(person[1:])


class People:
    """The people of one game. `trouble` says why their names are not on the disk, if they should be and are not."""

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        self.names = dict(names or {})
        """Id -> name."""
        self.trouble: str | None = None
        self.unread = ""
        """Why the names could not be read, in a sentence; empty if they could."""
        self._unsaved = False
        self._used = set(self.names)

    @classmethod
    def beside(cls, journal: Path) -> People:
        """Those whose names stand beside a journal. Never raises: without names, ids are shown."""
        try:
            return cls(read_names(journal))
        except OSError as error:
            people = cls()
            people.unread = say("table-people-unread", file=people_file(journal).name, reason=reason(error))
            return people

    # --- ids and names ----------------------------------------------------------------------------------------

    def id_of(self, name: str) -> str:
        """The id of a person, who gets one if they have none: the next number in this game.

        Who is not named has the id for a name.
        """
        if name in self._used and name not in self.names:
            return name
        known = next((each for each, called in self.names.items() if called == name), None)
        if known is None:
            known = f"S{1 + max(map(_number, self._used), default=0)}"
            self._used.add(known)
            self.names[known] = name
            self._unsaved = True
        return known

    def named(self, sitter: Sitter) -> Sitter:
        """The same without those of whom only the id is known here."""
        return replace(sitter, people=tuple(each for each in sitter.people if each not in self._used - {*self.names}))

    def pseudonym(self, sitter: Sitter) -> Sitter:
        """The same with ids for names."""
        return replace(sitter, people=tuple(map(self.id_of, sitter.people)))

    # --- entries as the program has them, and as the journal has them -----------------------------------------

    def hidden(self, entry: Entry) -> Entry:
        """An entry as the journal keeps it: with ids for names."""
        return _changed(entry, self._hide)

    def _hide(self, sitter: Mapping[str, Any]) -> dict[str, Any]:
        kept = {key: value for key, value in sitter.items() if key != _NAMES}
        return kept if kept.get("bot") else {**kept, _IDS: [self.id_of(each) for each in sitter.get(_NAMES, ())]}

    def read(self, entries: Iterable[Entry]) -> list[Entry]:
        """Entries of a journal, whose form has been checked, with names. Ids that stand nowhere else are taken note
        of first, so that nobody new gets one of them."""
        written = list(entries)
        for each in written:
            for sitter in _sitters(each):
                self._used.update(sitter.get(_IDS, ()))
        result = [_changed(each, self._show) for each in written]
        for each in result:
            for sitter in _sitters(each):
                for name in Sitter.from_json(sitter).people:
                    self.id_of(name)
        self._unsaved = False  # Names that stand in the journal itself need no file.
        return result

    def _show(self, sitter: Mapping[str, Any]) -> Mapping[str, Any]:
        if _IDS not in sitter:
            return sitter
        kept = {key: value for key, value in sitter.items() if key != _IDS}
        return {**kept, _NAMES: [self.names.get(each, each) for each in sitter[_IDS]]}

    # --- the file ---------------------------------------------------------------------------------------------

    def save(self, journal: Path) -> None:
        """Write the names that are not on the disk yet beside a journal that is. Never raises: see `trouble`."""
        if not self._unsaved:
            return
        try:
            write_names(journal, {**read_names(journal), **self.names})
        except OSError as error:
            file = people_file(journal)
            self.trouble = say("table-people-not-saved", file=file, reason=reason(error))
        else:
            self._unsaved, self.trouble = False, None


def in_journal(entries: Iterable[Entry]) -> set[str]:
    """The names that stand in the entries of a journal itself, as older ones have them."""
    found = (Sitter.from_json(sitter).people for entry in entries for sitter in _sitters(entry) if _IDS not in sitter)
    return {name for names in found for name in names}


def meant(name: str) -> str:
    """A name as it is compared where one is looked for: capitals make no difference."""
    return safe_text(name, NAME_LENGTH).casefold()


def ids_of(who: str, journal: Path) -> set[str]:
    """The ids of all who have this name, or this id, in the file of names. Raises `OSError`."""
    names = read_names(journal)
    return {each for each, name in names.items() if meant(who) in (meant(each), meant(name))}


def erase_name(journal: Path, who: str) -> bool:
    """Delete a person, by id or name, from the file of names; whether they stood there. Raises `OSError`."""
    gone = ids_of(who, journal)
    if gone:
        write_names(journal, {each: name for each, name in read_names(journal).items() if each not in gone})
    return bool(gone)


def _sitters(entry: Entry) -> Iterator[Mapping[str, Any]]:
    if entry.kind == kinds.HEAD:
        yield from entry.data["sitters"]
    elif entry.kind == kinds.SIT:
        yield entry.data


def _changed(entry: Entry, change: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> Entry:
    """The entry with every sitter in it changed."""
    if entry.kind == kinds.HEAD:
        return replace(entry, data={**entry.data, "sitters": [change(each) for each in entry.data["sitters"]]})
    return replace(entry, data=change(entry.data)) if entry.kind == kinds.SIT else entry
