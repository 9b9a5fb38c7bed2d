"""The games on this machine: begin one, list them, go on with one, erase one. One file each, in the data folder."""

from __future__ import annotations

import os
import re
import secrets
import shlex
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from summit_game import __version__
from summit_game.deck.cache import forget
from summit_game.deck.compile import TableOptions
from summit_game.deck.dealing import dealt, draw_spec
from summit_game.deck.door import game_of, playable
from summit_game.deck.files import SourceFile
from summit_game.deck.library import user_folder
from summit_game.deck.models import Deck
from summit_game.engine.board import PHASES
from summit_game.engine.setting import ENDINGS
from summit_game.files.folders import DATA, NoFolder, home_meant, narrow
from summit_game.files.reading import is_regular, is_there, reason
from summit_game.files.record import in_use
from summit_game.language.catalogue import say
from summit_game.rules import EDITION
from summit_game.table import entry as kinds
from summit_game.table.checked import ALL_BEGUN
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.core import ENDED
from summit_game.table.entry import Entry, from_json
from summit_game.table.history import History
from summit_game.table.journal import SUFFIX, Contents, GameNotFound, Journal, JournalError, game_id, parsed, read
from summit_game.table.journal_head import (
    NAME,
    TITLES,
    deck_data,
    edition_of,
    files_of,
    head_data,
    options_of,
    pinned_game,
    table_name,
)
from summit_game.table.open_votes import KEY as OPEN
from summit_game.table.open_votes import votes_openly
from summit_game.table.opening import Sitting, seats_of, to_look_at, to_play
from summit_game.table.people import People
from summit_game.table.seatings import Seating, seatings
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.table.talk_between import KEY as TALK_BETWEEN
from summit_game.table.talk_between import talks_between
from summit_game.table.word import KEY, seat_word, word_data
from summit_game.words.safe import clean

__all__ = ["GameEntry", "Sitting", "again", "erase", "find", "games", "games_folder", "look", "new_sitting", "resume"]

_OWN_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")
LAST = "last"
"""The name of the game that was played last."""


def games_folder() -> Path:
    """Where the journals are. It need not exist. Raises `NoFolder` if no home folder is known."""
    return user_folder() / "games"


def new_sitting(
    deck_path: Path,
    options: TableOptions,
    seed: int,
    sitters: Mapping[int, Sitter] | None = None,
    rule: ClockRule | None = None,
    word: str = "",
    name: str = "",
    open_votes: bool = False,
    talk_between: bool = False,
) -> Sitting:
    """A new game, dealt and on the disk. If the disk refuses, it is in memory only and `table.trouble` says so.

    `word`: the facilitator's, if one is to guard the game; `name`: what the people call their table;
    `open_votes`: several people at one machine vote on one page; `talk_between`: people send messages to people.

    Raises `DeckError`, `SetupError` or `BotError` for what cannot be played.
    """
    deck, _, files = playable(deck_path)
    return _begun(deck, files, options, seed, sitters, rule, _extras(name, word, open_votes, talk_between))


def again(sitting: Sitting, seed: int) -> Sitting:
    """A new game with the deck (as it was then), options, people, bots, clock and words of this one.

    Raises `JournalError`, `SetupError` or `BotError`.
    """
    head, pinned = (each.data for each in sitting.table.history.entries[:2])
    deck, _, _ = pinned_game(sitting.id, head, pinned)
    chosen = options_of(head)
    rule = sitting.table.clock.rule if sitting.table.clock is not None else None
    kept = {name: head[name] for name in (KEY, NAME, OPEN) if name in head}
    kept |= {TALK_BETWEEN: True} if sitting.table.talk_between else {}
    sitters = {seat: sitting.table.people.named(sitter) for seat, sitter in sitting.table.sitters.items()}
    begun = _begun(deck, files_of(pinned), chosen, seed, sitters, rule, kept)
    for seat in begun.table.setting.seats:
        if word := seat_word(sitting.table.history, seat):
            begun.table.write(kinds.WORD, seat=seat, data=word)
    return begun


def _extras(name: str, word: str, open_votes: bool, talk_between: bool) -> dict[str, object]:
    """What the head holds besides what every head does."""
    called = table_name({NAME: name})
    habits = {key: True for key, on in ((OPEN, open_votes), (TALK_BETWEEN, talk_between)) if on}
    return {**word_data(word), **({NAME: called} if called else {}), **habits}


def _begun(
    deck: Deck,
    files: Sequence[SourceFile],
    options: TableOptions,
    seed: int,
    sitters: Mapping[int, Sitter] | None,
    rule: ClockRule | None,
    extras: Mapping[str, object],
) -> Sitting:
    """The game, with the mandates and briefs that its seed draws, dealt and on the disk."""
    printed = game_of(deck, options)
    spec = draw_spec(deck, printed, options.set)
    game = dealt(printed, spec, seed)
    seated = {seat: (sitters or {}).get(seat, PERSON) for seat in game.setting.seats}
    table = Table(game, seed, sitters=seated, history=History())
    table.open_votes, table.talk_between = votes_openly(extras), talks_between(extras)
    called = _new_id()
    try:
        called, table.journal = _new_journal(games_folder())
    except NoFolder as error:
        table.without_journal(say("table-not-saved", reason=reason(error)))
    head = {**head_data(called, deck, files, options, game, seed, seated, rule, spec is not None), **extras}
    table.write(kinds.HEAD, data=head)
    table.write(kinds.DECK, data=deck_data(files))
    if rule is not None:
        table.clock = Clock(rule, table.now)
    table.start()
    return Sitting(called, deck, table)


def _new_id() -> str:
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def _new_journal(folder: Path) -> tuple[str, Journal]:
    """A journal and the id after which it is named; if the disk refuses, it is tried again with each entry."""
    narrow(folder)
    if not os.environ.get(DATA):  # Another data folder may hold more than our files.
        narrow(folder.parent)
    while True:
        path = folder / (_new_id() + SUFFIX)
        try:
            return game_id(path), Journal.create(path, __version__)
        except OSError as error:
            if not (isinstance(error, FileExistsError) and is_there(path)):
                return game_id(path), Journal.later(path, __version__, error)
            # Another table that began in this second drew the same one.


def resume(name: str) -> Sitting:
    """Go on with a game: seats, hands, clock and open offers as they were. `name` as in `find`.

    A damaged journal is recovered up to its last good entry; the note says so. Raises `JournalError`.
    """
    path = find(name)
    # `realpath` takes links that lead to each other as they are; that of `Path` raises.
    trusted = os.path.dirname(os.path.realpath(path)) == os.path.realpath(games_folder())  # noqa: PTH120
    elsewhere = "" if trusted else shlex.quote(str(path.absolute()))
    try:
        journal, contents = Journal.reopen(path)
    except OSError as error:
        return _in_memory(path, error, trusted, elsewhere)
    try:
        sitting = to_play(path, contents, trusted)
        note = sitting.note
        if contents.damaged:
            note = f"{say('table-recovered', file=journal.keep_aside())} {note}".strip()
    except OSError as error:
        journal.close()
        return _in_memory(path, error, trusted, elsewhere)
    except BaseException:
        journal.close()
        raise
    sitting.table.journal = journal
    sitting.table.reopened(__version__)
    return replace(sitting, note=note, elsewhere=elsewhere)


def _in_memory(path: Path, trouble: OSError, trusted: bool, elsewhere: str) -> Sitting:
    """Go on with a game whose file cannot be written. Raises `JournalError` if it cannot be read either."""
    contents = _contents(path)
    sitting = to_play(path, contents, trusted)
    sitting.table.journal = Journal.reopen_later(path, contents, trouble)
    sitting.table.reopened(__version__)
    return replace(sitting, elsewhere=elsewhere)


def look(name: str) -> Sitting:
    """A game to read, not to play: nothing is written or locked. `name` as in `find`. Raises `JournalError`."""
    path = find(name)
    return to_look_at(path, _contents(path))


def _contents(path: Path) -> Contents:
    try:
        return read(path)
    except OSError as error:
        raise JournalError(say("table-not-read", path=path, reason=reason(error))) from error


# --- the list ------------------------------------------------------------------------------------------------------


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
    def open(self) -> bool:
        """Whether it can be played on."""
        return self.going_on and self.edition == EDITION

    @property
    def going_on(self) -> bool:
        """Whether it has come to no end; a game of an earlier edition of the rules stays so (R9.8)."""
        return not self.problem and not self.ended and self.stand[2] < 0


def games() -> list[GameEntry]:
    """All games, the one played last first. A journal that cannot be read is listed with its problem.

    Raises `NoFolder` if no home folder is known.
    """
    found = map(_glance, _ids().values())
    return sorted(found, key=lambda each: (not each.problem, played(each), each.id), reverse=True)


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


def _glance(path: Path) -> GameEntry:
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


def find(name: str) -> Path:
    """The journal with this id or the only one that begins so, the last one (`last`), or a file.

    Raises `GameNotFound`, `JournalError` for a path to something else, `NoFolder` if no home folder is known.
    """
    if not name or "\0" in name:
        raise GameNotFound(say("table-no-name"))
    known = _ids()
    if name in known:
        return known[name]
    if name == LAST and known:
        return games()[0].path
    path = home_meant(name)
    if is_regular(path):
        return path
    close = [each for called, each in known.items() if called.startswith(name)]
    if len(close) == 1:
        return close[0]
    if is_there(path):
        return path  # What it is, is said by whoever reads it.
    raise GameNotFound(
        say("table-several" if close else "table-not-found", name=repr(clean(name[:60])), count=len(close))
    )


def _ids() -> dict[str, Path]:
    folder = games_folder()
    try:
        return {game_id(path): path for path in folder.iterdir() if path.suffix == SUFFIX}
    except OSError:
        return {}


def erase(called: str) -> list[Path]:
    """Delete every file of the game with exactly this id, and the checked decks that are kept, and say which.

    Raises `GameNotFound`, or `JournalError` if it is in use or cannot be deleted.
    """
    path = _ids().get(called)
    if path is None:
        raise GameNotFound(say("table-no-such-id", name=repr(clean(called[:60]))))
    try:
        if is_regular(path) and in_use(path):
            raise JournalError(say("table-being-played", file=path.name))
        # What a writing that was cut off left begins with a dot.
        ours = (path.name, f".{path.name}")
        gone = sorted((each for each in path.parent.iterdir() if each.name.startswith(ours)), reverse=True)
        for each in gone:  # Names first: what lies there without its game is found by nobody.
            each.unlink()
    except OSError as error:
        raise JournalError(say("table-not-deleted", path=path, reason=reason(error))) from error
    return [*gone, *forget()]
