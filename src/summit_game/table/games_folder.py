"""The games on this machine: begin one, list them, go on with one, erase one. One file each, in the data folder."""

from __future__ import annotations

import os
import secrets
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from summit_game.files.folders import DATA, NoFolder, home_meant, narrow
from summit_game.files.reading import is_regular, is_there, reason
from summit_game.files.record import in_use
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.advice import GRADED, advised, extras
from summit_game.table.advice import KEY as ADVISER
from summit_game.table.class_code import CLASS_CODE
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.glance import GameEntry, glance, played
from summit_game.table.history import History
from summit_game.table.journal import SUFFIX, Contents, GameNotFound, Journal, JournalError, game_id, read
from summit_game.table.journal_head import (
    NAME,
    deck_data,
    files_of,
    head_data,
    options_of,
    pinned_game,
    table_name,
)
from summit_game.table.open_votes import KEY as OPEN
from summit_game.table.open_votes import votes_openly
from summit_game.table.opening import Sitting, to_look_at, to_play
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.table.talk_between import KEY as TALK_BETWEEN
from summit_game.table.talk_between import talks_between
from summit_game.table.voices import KEY as VOICES
from summit_game.table.word import KEY, seat_word, word_data
from summit_game.words.safe import clean

__all__ = ["GameEntry", "Sitting", "again", "erase", "find", "games", "games_folder", "look", "new_sitting", "resume"]

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
    code: str = "",
    adviser: bool | None = None,
    graded: bool = False,
    voices: bool = True,
    talk_between: bool = False,
) -> Sitting:
    """A new game, dealt and on the disk. If the disk refuses, it is in memory only and `table.trouble` says so.

    `word`: the facilitator's, if one is to guard the game; `name`: what the people call their table;
    `open_votes`: several people at one machine vote on one page; `code`: the class code that `seed` comes from;
    `adviser`: whether delegations have one (None: only a person alone); `graded`: the game is graded, so that nobody
    has one; `voices`: bots speak with the lines of their deck; `talk_between`: people send messages to people.

    Raises `DeckError`, `SetupError` or `BotError` for what cannot be played.
    """
    deck, _, files = playable(deck_path)
    more = {**_extras(name, word, open_votes, code, talk_between), **extras(adviser, graded), VOICES: voices}
    return _begun(deck, files, options, seed, sitters, rule, more)


def again(sitting: Sitting, seed: int) -> Sitting:
    """A new game with the deck (as it was then), options, people, bots, clock and words of this one.

    Raises `JournalError`, `SetupError` or `BotError`.
    """
    head, pinned = (each.data for each in sitting.table.history.entries[:2])
    deck, _, _ = pinned_game(sitting.id, head, pinned)
    chosen = options_of(head)
    rule = sitting.table.clock.rule if sitting.table.clock is not None else None
    kept = {name: head[name] for name in (KEY, NAME, OPEN, ADVISER, GRADED) if name in head}
    kept[VOICES] = head.get(VOICES, True)
    kept |= {TALK_BETWEEN: True} if sitting.table.talk_between else {}
    sitters = {seat: sitting.table.people.named(sitter) for seat, sitter in sitting.table.sitters.items()}
    begun = _begun(deck, files_of(pinned), chosen, seed, sitters, rule, kept)
    for seat in begun.table.setting.seats:
        if word := seat_word(sitting.table.history, seat):
            begun.table.write(kinds.WORD, seat=seat, data=word)
    return begun


def _extras(name: str, word: str, open_votes: bool, code: str, talk_between: bool) -> dict[str, object]:
    """What the head holds besides what every head does."""
    called = table_name({NAME: name})
    given = {NAME: called, OPEN: open_votes, CLASS_CODE: code, TALK_BETWEEN: talk_between}
    return {**word_data(word), **{name: value for name, value in given.items() if value}}


def _begun(
    deck: Deck,
    files: Sequence[SourceFile],
    options: TableOptions,
    seed: int,
    sitters: Mapping[int, Sitter] | None,
    rule: ClockRule | None,
    more: Mapping[str, object],
) -> Sitting:
    """The game, with the mandates and briefs that its seed draws, dealt and on the disk. `more`: what the head holds
    besides what every head does."""
    printed = game_of(deck, options)
    spec = draw_spec(deck, printed, options.set)
    game = dealt(printed, spec, seed)
    seated = {seat: (sitters or {}).get(seat, PERSON) for seat in game.setting.seats}
    table = Table(game, seed, sitters=seated, history=History())
    table.open_votes, table.talk_between = votes_openly(more), talks_between(more)
    table.adviser, table.graded = advised(more), more.get(GRADED) is True
    called = _new_id()
    try:
        called, table.journal = _new_journal(games_folder())
    except NoFolder as error:
        table.without_journal(say("table-not-saved", reason=reason(error)))
    head = {**head_data(called, deck, files, options, game, seed, seated, rule, spec is not None), **more}
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


def games() -> list[GameEntry]:
    """All games, the one played last first. A journal that cannot be read is listed with its problem.

    Raises `NoFolder` if no home folder is known.
    """
    found = map(glance, _ids().values())
    return sorted(found, key=lambda each: (not each.problem, played(each), each.id), reverse=True)


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
