"""Taking people and old games out of the games folder. A game that is being played is left as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from summit_game.files.record import Record
from summit_game.table.glance import GameEntry, played, who_and_when
from summit_game.table.journal import JournalError, read
from summit_game.table.people import erase_name, ids_of, in_journal, meant


@dataclass(frozen=True)
class Person:
    """Where somebody's name stands: in the file of names `beside` a game, or `inside` the journal (an older game)."""

    entry: GameEntry
    beside: bool
    inside: bool


def before(day: date, entries: Iterable[GameEntry]) -> list[GameEntry]:
    """The games that were played last before a day (in UTC); one that cannot be read counts by its file's date."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    return [each for each in entries if played(each) < midnight * 10**9]


def stands(who: str, entries: Iterable[GameEntry]) -> list[Person]:
    """The games in which somebody of this name, or with this id, stands. What cannot be read has nobody."""
    found = (Person(each, _beside(who, each), _inside(who, each)) for each in entries)
    return [each for each in found if each.beside or each.inside]


def _beside(who: str, entry: GameEntry) -> bool:
    try:
        return bool(ids_of(who, entry.path))
    except OSError:
        return False


def _inside(who: str, entry: GameEntry) -> bool:
    if entry.problem:
        return False
    try:
        return meant(who) in map(meant, in_journal(who_and_when(read(entry.path).lines)))
    except (OSError, JournalError):
        return False


def erase_person(who: str, entry: GameEntry) -> None:
    """Delete somebody's name from the file beside a game, which nobody can open meanwhile.

    Raises `OSError`, `InUse` among them.
    """
    record = Record(entry.path)
    try:
        erase_name(entry.path, who)
    finally:
        record.close()
