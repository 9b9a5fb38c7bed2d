"""What a list of games says about one: read from the head, the changes of hands and the last entries alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from summit_game.engine.board import PHASES
from summit_game.engine.setting import ENDINGS
from summit_game.files.reading import reason
from summit_game.language.catalogue import say
from summit_game.rules import EDITION
from summit_game.table.checked import ALL_BEGUN
from summit_game.table.class_code import code_of
from summit_game.table.core import ENDED
from summit_game.table.entry import Entry, from_json
from summit_game.table.journal import JournalError, game_id, parsed, read
from summit_game.table.journal_head import TITLES, edition_of, table_name
from summit_game.table.opening import seats_of
from summit_game.table.people import People
from summit_game.table.ratings import kept_ratings
from summit_game.table.seatings import Seating, seatings
from summit_game.table.sitter import Sitter
from summit_game.words.safe import clean

_OWN_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")


@dataclass(frozen=True)
class GameEntry:
    """A game on the list. `problem` says why it cannot be opened here; everything else may then be empty.

    `saved` is when it was last played, in UTC; `stand` is round, phase and ending (-1 while it goes on); `ended`: the
    facilitator ended the sitting; `damaged`: what follows the last good entry cannot be read.
    """

    id: str
    path: Path
    saved: str = ""
    name: str = ""
    """What the people call their table."""
    title: str = ""
    delegations: tuple[str, ...] = ()
    sitters: tuple[Sitter, ...] = ()
    """Who sits there now."""
    seatings: tuple[Seating, ...] = ()
    """Who sits and sat there; their decisions are not counted."""
    rounds: int = 0
    edition: int = EDITION
    """Of the rules that it began with."""
    stand: tuple[int, int, int] = (0, 0, -1)
    ending: str = ""
    """What its deck calls the ending it came to; empty if it came to none, or if nobody wrote it down."""
    ratings: tuple[int, ...] = ()
    """What it was worth to each delegation, if it is over and somebody wrote it down (R8.5)."""
    code: str = ""
    """The class code that its deal comes from."""
    endings: tuple[str, ...] = ()
    """What its deck calls all the endings that it can come to, if the head says so."""
    ended: bool = False
    damaged: bool = False
    problem: str = ""

    @property
    def mark(self) -> str:
        """A short sign that tells it apart: the last part of an id of this program's, else the whole id."""
        return self.id.rpartition("-")[2] if _OWN_ID.fullmatch(self.id) else self.id

    @property
    def ended_as(self) -> str:
        """What the ending it came to is called, if it came to one."""
        return self.ending or say("title-ending", ending=ENDINGS[self.stand[2]])

    @property
    def rated(self) -> list[str]:
        """What it was worth to each delegation that a person played, in words; nothing where it is not known."""
        known = zip(self.delegations, self.sitters, self.ratings, strict=False)
        return [say("results-rating", who=name, rating=rating) for name, sitter, rating in known if not sitter.bot]

    @property
    def open(self) -> bool:
        """Whether it can be played on."""
        return self.going_on and self.edition == EDITION

    @property
    def going_on(self) -> bool:
        """Whether it has come to no end; a game of an earlier edition of the rules stays so (R9.8)."""
        return not self.problem and not self.ended and self.stand[2] < 0


def played(entry: GameEntry) -> int:
    """When a game was played last, in nanoseconds: the later of what its entry and what its file says.

    A clock that was wrong then, or a file that was copied with its old date, does not hide it.
    """
    moments = [0]
    with suppress(OSError):
        moments.append(entry.path.stat().st_mtime_ns)
    with suppress(ValueError, OverflowError, OSError):
        moments.append(int(datetime.fromisoformat(entry.saved).timestamp()) * 10**9)
    return max(moments)


_SITS, _BACK = b'"kind":"sit"', b'"kind":"rewind"'


def glance(path: Path) -> GameEntry:
    """What the head, the changes of hands and the last entry of a journal say, without unfolding the rest."""
    name = game_id(path)
    try:
        contents = read(path)
        if len(contents.lines) < len(ALL_BEGUN):
            return GameEntry(name, path, problem="ends before the game was dealt; nothing can be played from it")
        head, last = parsed(contents.lines[0])["data"], parsed(contents.lines[-1])
        people = People.beside(path)
        entries = people.read(who_and_when(contents.lines))
        round_, phase, ending = map(int, last.get("stand", (0, 0, -1)))
        ending = range(-1, len(ENDINGS))[ending + 1] if ending >= -1 else -1
        titles = head.get(TITLES, {})
        sitters = seats_of(entries[0].data, entries)
        return GameEntry(
            name,
            path,
            saved=clean(str(last["at"]))[:20],
            name=table_name(head),
            title=clean(str(head["deck"]["title"])),
            delegations=tuple(clean(str(each)) for each in head["delegations"]),
            sitters=tuple(sitters[seat] for seat in sorted(sitters)),
            seatings=seatings(entries, sitters),
            rounds=int(head["rounds"]),
            edition=int(edition_of(head)),
            stand=(round_, PHASES.index(PHASES[phase]), ending),
            ending=clean(str(titles.get(ENDINGS[ending], ""))) if ending >= 0 else "",
            ratings=kept_ratings(len(contents.lines), lambda at: parsed(contents.lines[at])) if ending >= 0 else (),
            code=code_of(head),
            endings=tuple(clean(str(titles[each])) for each in ENDINGS if each in titles),
            ended=last.get("halt") == ENDED,
            damaged=contents.damaged > 0,
        )
    except OSError as error:
        return GameEntry(name, path, problem=say("table-unreadable", reason=reason(error)))
    except JournalError as error:
        return GameEntry(name, path, problem=str(error))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, OverflowError):
        return GameEntry(name, path, problem="holds what this program does not know; use a newer Summit")


def who_and_when(lines: Sequence[bytes]) -> list[Entry]:
    """Of all entries those that say who sat where, and those that say how far the game had come by then."""
    told = [at for at, line in enumerate(lines) if _SITS in line or _BACK in line]
    chosen = sorted({0, len(lines) - 1, *told, *(at - 1 for at in told)})
    return [from_json({**parsed(lines[at]), "events": ()}) for at in chosen]
