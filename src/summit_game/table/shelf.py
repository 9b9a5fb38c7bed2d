"""The games on this machine: begin one, list them, go on with one, erase one. One file each, in the data folder."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summit_game import __version__
from summit_game.bots.external import PREFIX
from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.faults import DeckError
from summit_game.deck.files import read_files
from summit_game.deck.library import user_folder
from summit_game.deck.load import load_files
from summit_game.deck.models import Deck
from summit_game.rules.registry import registry
from summit_game.table import entry as kinds
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.entry import Entry, from_json
from summit_game.table.history import History
from summit_game.table.journal import (
    FORMAT,
    SUFFIX,
    GameNotFound,
    Journal,
    JournalError,
    first_line,
    head_and_tail,
    read,
)
from summit_game.table.lock import lock
from summit_game.table.pinned import changed_rules, deck_data, head_data, pinned_game
from summit_game.table.seats import PERSON, Sitter
from summit_game.table.table import Table

LAST = "last"
"""The name of the game that was played last."""


@dataclass(frozen=True)
class Sitting:
    """A table with its deck and its id. `note`: what a person should be told about how it was opened, if anything."""

    id: str
    deck: Deck
    table: Table
    note: str = ""


def games_folder() -> Path:
    """Where the journals are. It need not exist."""
    return user_folder() / "games"


def new_sitting(
    deck_path: Path,
    options: TableOptions,
    seed: int,
    sitters: Mapping[int, Sitter] | None = None,
    rule: ClockRule | None = None,
) -> Sitting:
    """A new game, dealt and on the disk. If the disk refuses, it is in memory only and `table.trouble` says so.

    Raises `DeckError`, `SetupError` or `BotError` for what cannot be played.
    """
    found = read_files(deck_path)
    loaded = load_files(deck_path, found)
    if loaded.deck is None or loaded.faults:
        raise DeckError(loaded.faults)
    game = compile_game(loaded.deck, options, registry())
    seated = {seat: (sitters or {}).get(seat, PERSON) for seat in game.setting.seats}
    game_id = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    history = History()
    table = Table(game, seed, sitters=seated, history=history)
    try:
        table.journal = Journal.create(games_folder() / (game_id + SUFFIX), __version__)
    except OSError as error:
        table.without_journal(_not_saved(games_folder(), error))
    head = head_data(game_id, loaded.deck, found.files, options, game, seed, seated, rule)
    table.write(kinds.HEAD, data=head)
    table.write(kinds.DECK, data=deck_data(found.files))
    if rule is not None:
        table.clock = Clock(rule, table.now)
    table.start()
    return Sitting(game_id, loaded.deck, table)


def _not_saved(place: Path, error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"The game is NOT being saved: {place} cannot be written ({reason}). It goes on in memory only."


def resume(name: str) -> Sitting:
    """Go on with a game: seats, hands, clock and open offers as they were. `name` as in `find`.

    A damaged journal is recovered up to its last good entry; the note says so. Raises `JournalError`.
    """
    path = find(name)
    note = ""
    journal: Journal | None = None
    trouble = ""
    try:
        journal, contents, aside = Journal.reopen(path)
        if aside is not None:
            note = f"The journal was damaged at its end; it was recovered, and what could not be read is in {aside}."
    except OSError as error:
        trouble = _not_saved(path, error)
        try:
            contents = read(path)
        except OSError:
            raise JournalError(f"{path} cannot be read ({(error.strerror or str(error)).lower()})") from error
    try:
        sitting, head = _open(path, contents.entries, playing=True)
        changed = changed_rules(head, sitting.table.setting)
        if changed is not None and not sitting.table.over:
            raise JournalError(f"{sitting.id} can be replayed, but not played on: {changed}")
    except BaseException:
        if journal is not None:
            journal.close()
        raise
    sitting.table.journal = journal
    if journal is None:
        sitting.table.without_journal(trouble)
    sitting.table.write(kinds.OPENED, text=__version__)
    if sitting.table.clock is not None and not sitting.table.paused and sitting.table.waiting:
        sitting.table.clock.start()
    return Sitting(sitting.id, sitting.deck, sitting.table, note)


def look(name: str) -> Sitting:
    """A game to read, not to play: nothing is written, locked or changed. `name` as in `find`, or a file's path."""
    path = find(name)
    try:
        return _open(path, read(path).entries, playing=False)[0]
    except OSError as error:
        raise JournalError(f"{path} cannot be read ({(error.strerror or str(error)).lower()})") from error


def _open(path: Path, written: tuple[Mapping[str, Any], ...], playing: bool) -> tuple[Sitting, Mapping[str, Any]]:
    """The table that the entries of a journal lead to, with its head. Bots are made only for playing on."""
    try:
        entries = [from_json(each) for each in written]
    except (KeyError, TypeError, ValueError) as error:
        raise JournalError(
            f"{path.name} holds what this program does not know ({error}); use a newer Summit"
        ) from error
    if [each.kind for each in entries[:3]] != [kinds.HEAD, kinds.DECK, kinds.DEAL]:
        raise JournalError(f"{path.name} ends before the game was dealt; nothing can be played from it")
    head = entries[0].data
    deck, game, seed = pinned_game(path.name, head, entries[1].data)
    try:
        seated = _seated(entries, head)
        if playing:
            _trusted(path, seated)
        table = Table(game, seed, history=History(entries), sitters=seated if playing else None)
        table.sitters.update(seated)
        table.restore()
        _as_it_was(table, entries, head)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise JournalError(f"{path.name} cannot be opened by Summit {__version__} ({error})") from error
    return Sitting(str(head["id"]), deck, table), head


def _trusted(path: Path, seated: Mapping[int, Sitter]) -> None:
    """Resuming starts the programs that a journal names; only an own game may (in the games folder)."""
    programs = [sitter.bot for sitter in seated.values() if sitter.bot.startswith(PREFIX)]
    if programs and path.resolve().parent != games_folder().resolve():
        raise JournalError(
            f"{path.name} would start the program {programs[0].removeprefix(PREFIX)[:60]!r}; "
            f"if you trust it, copy the file to {games_folder()} and resume it there"
        )


def _seated(entries: list[Entry], head: Mapping[str, Any]) -> dict[int, Sitter]:
    sitters = dict(enumerate(map(Sitter.from_json, head["sitters"])))
    sitters.update({each.seat: Sitter.from_json(dict(each.data)) for each in entries if each.kind == kinds.SIT})
    return sitters


def _as_it_was(table: Table, entries: list[Entry], head: Mapping[str, Any]) -> None:
    """Pause, end and clock, as the entries left them."""
    rule = head["clock"]
    left = None
    for each in entries:
        if each.kind in (kinds.PAUSE, kinds.GO):
            table.paused = each.kind == kinds.PAUSE
        elif each.kind in (kinds.END, kinds.REWIND):
            table.ended = each.kind == kinds.END
        elif each.kind == kinds.CLOCK and not each.text:
            rule = each.data
        left = each.left if each.left is not None else left
    if rule:
        table.clock = Clock(ClockRule(**rule), table.now)
        table.clock.set(left if left is not None else table.clock.left)


# --- the list ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GameEntry:
    """A game on the list. `problem` says why it cannot be opened here; everything else may then be empty.

    `saved` is when it was last played, in UTC; `stand` is round, phase and ending (-1 while it goes on).
    """

    id: str
    path: Path
    saved: str = ""
    title: str = ""
    delegations: tuple[str, ...] = ()
    sitters: tuple[Sitter, ...] = ()
    rounds: int = 0
    stand: tuple[int, int, int] = (0, 0, -1)
    ended: bool = False
    problem: str = ""

    @property
    def open(self) -> bool:
        """Whether it can be played on."""
        return not self.problem and not self.ended and self.stand[2] < 0


def games() -> list[GameEntry]:
    """All games, the one played last first. A journal that cannot be read is listed with its problem."""
    try:
        paths = [path for path in games_folder().iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []
    return sorted(map(_glance, paths), key=lambda each: (each.saved, each.id), reverse=True)


def _glance(path: Path) -> GameEntry:
    """What the head and the last entry of a journal say, without reading the rest."""
    name = path.name.removesuffix(SUFFIX)
    try:
        number, program = first_line(path)
        if number > FORMAT:
            return GameEntry(name, path, problem=f"written by Summit {program} in format {number}; use a newer Summit")
        head, last = head_and_tail(path)
        data = head["data"]
        return GameEntry(
            name,
            path,
            saved=str(last["at"]),
            title=str(data["deck"]["title"]),
            delegations=tuple(map(str, data["delegations"])),
            sitters=tuple(map(Sitter.from_json, data["sitters"])),
            rounds=int(data["rounds"]),
            stand=tuple(last.get("stand", (0, 0, -1))),
            ended=last["kind"] == kinds.END,
        )
    except OSError as error:
        return GameEntry(name, path, problem=f"cannot be read ({(error.strerror or str(error)).lower()})")
    except JournalError as error:
        return GameEntry(name, path, problem=str(error))
    except (KeyError, TypeError, ValueError, json.JSONDecodeError):
        return GameEntry(name, path, problem="damaged at its beginning; it cannot be opened")


def find(name: str) -> Path:
    """The journal with this id or the only one that begins so, the last one (`last`), or a file.

    Raises `GameNotFound`.
    """
    if not name or "\0" in name:
        raise GameNotFound("no game was named; `summit games` lists them")
    path = Path(name).expanduser()
    try:
        if path.is_file():
            return path
    except OSError:
        pass
    known = games()
    if name == LAST and known:
        return known[0].path
    exact = [each.path for each in known if each.id == name]
    close = exact or [each.path for each in known if each.id.startswith(name)]
    if len(close) == 1:
        return close[0]
    what = f"{len(close)} games begin with" if close else "there is no game"
    raise GameNotFound(f"{what} {name[:60]!r}; `summit games` lists them")


def erase(name: str) -> list[Path]:
    """Delete every file of a game and say which. Raises `JournalError` if it is in use or cannot be deleted."""
    path = find(name)
    if path.parent != games_folder():
        raise JournalError(f"{path} is not in {games_folder()}; delete it yourself")
    try:
        with path.open("r+b") as file:
            if not lock(file):
                raise JournalError(f"{path.name} is being played; stop it there first")
        gone = sorted(each for each in path.parent.iterdir() if each.name.startswith(path.name))
        for each in gone:
            each.unlink()
    except OSError as error:
        raise JournalError(f"{path} cannot be deleted ({(error.strerror or str(error)).lower()})") from error
    return gone
