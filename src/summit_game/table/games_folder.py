"""The games on this machine: begin one, list them, go on with one, erase one. One file each, in the data folder."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from summit_game import __version__
from summit_game.deck.cache import forget
from summit_game.deck.compile import TableOptions
from summit_game.deck.door import game_of, playable
from summit_game.deck.files import SourceFile, reason
from summit_game.deck.library import user_folder
from summit_game.deck.models import Deck
from summit_game.engine.board import PHASES
from summit_game.engine.setting import ENDINGS, Game
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.core import ENDED
from summit_game.table.entry import from_json
from summit_game.table.history import History
from summit_game.table.journal import SUFFIX, Contents, GameNotFound, Journal, JournalError, parsed, read
from summit_game.table.journal_head import deck_data, files_of, head_data, pinned_game
from summit_game.table.lock import lock
from summit_game.table.opening import ALL_BEGUN, Sitting, seats_of, to_look_at, to_play
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.table.word import KEY, word_data
from summit_game.words.safe import clean

__all__ = ["GameEntry", "Sitting", "again", "erase", "find", "games", "games_folder", "look", "new_sitting", "resume"]

LAST = "last"
"""The name of the game that was played last."""


def games_folder() -> Path:
    """Where the journals are. It need not exist."""
    return user_folder() / "games"


def new_sitting(
    deck_path: Path,
    options: TableOptions,
    seed: int,
    sitters: Mapping[int, Sitter] | None = None,
    rule: ClockRule | None = None,
    word: str = "",
) -> Sitting:
    """A new game, dealt and on the disk. If the disk refuses, it is in memory only and `table.trouble` says so.

    `word`: the facilitator's, if one is to guard the game.

    Raises `DeckError`, `SetupError` or `BotError` for what cannot be played.
    """
    deck, _, files = playable(deck_path)
    return _begun(deck, files, options, game_of(deck, options), seed, sitters, rule, word_data(word))


def again(sitting: Sitting, seed: int) -> Sitting:
    """A new game with the deck (as it was then), options, people, bots, clock and facilitator's word of this one.

    Raises `JournalError`, `SetupError` or `BotError`.
    """
    head, pinned = (each.data for each in sitting.table.history.entries[:2])
    deck, game, _ = pinned_game(sitting.id, head, pinned)
    options = head["options"]
    chosen = TableOptions(options["seats"], tuple(options["variants"]), tuple(options["without"]))
    rule = sitting.table.clock.rule if sitting.table.clock is not None else None
    kept = {name: head[name] for name in (KEY,) if name in head}
    return _begun(deck, files_of(pinned), chosen, game, seed, sitting.table.sitters, rule, kept)


def _begun(
    deck: Deck,
    files: Sequence[SourceFile],
    options: TableOptions,
    game: Game,
    seed: int,
    sitters: Mapping[int, Sitter] | None,
    rule: ClockRule | None,
    word: Mapping[str, object],
) -> Sitting:
    """The game, dealt and on the disk."""
    seated = {seat: (sitters or {}).get(seat, PERSON) for seat in game.setting.seats}
    game_id = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    history = History()
    table = Table(game, seed, sitters=seated, history=history)
    try:
        table.journal = Journal.create(games_folder() / (game_id + SUFFIX), __version__)
    except OSError as error:
        table.without_journal(_not_saved(games_folder(), error))
    head = {**head_data(game_id, deck, files, options, game, seed, seated, rule), **word}
    table.write(kinds.HEAD, data=head)
    table.write(kinds.DECK, data=deck_data(files))
    if rule is not None:
        table.clock = Clock(rule, table.now)
    table.start()
    return Sitting(game_id, deck, table)


def _not_saved(place: Path, error: OSError) -> str:
    return say("table-not-saved", place=place, reason=reason(error))


def resume(name: str) -> Sitting:
    """Go on with a game: seats, hands, clock and open offers as they were. `name` as in `find`.

    A damaged journal is recovered up to its last good entry; the note says so. Raises `JournalError`.
    """
    path = find(name)
    trusted = path.resolve().parent == games_folder().resolve()
    try:
        journal, contents = Journal.reopen(path)
    except OSError as error:
        return _in_memory(path, error, trusted)
    try:
        sitting = to_play(path, contents, trusted)
        note = sitting.note
        if contents.damaged:
            note = f"{say('table-recovered', file=journal.keep_aside())} {note}".strip()
    except OSError as error:
        journal.close()
        return _in_memory(path, error, trusted)
    except BaseException:
        journal.close()
        raise
    sitting.table.journal = journal
    sitting.table.reopened(__version__)
    return replace(sitting, note=note)


def _in_memory(path: Path, trouble: OSError, trusted: bool) -> Sitting:
    """Go on with a game whose file cannot be written."""
    sitting = to_play(path, _contents(path), trusted)
    sitting.table.without_journal(_not_saved(path, trouble))
    sitting.table.reopened(__version__)
    return sitting


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
    title: str = ""
    delegations: tuple[str, ...] = ()
    sitters: tuple[Sitter, ...] = ()
    rounds: int = 0
    stand: tuple[int, int, int] = (0, 0, -1)
    ended: bool = False
    damaged: bool = False
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
    return sorted(map(_glance, paths), key=lambda each: (each.saved, _written(each.path), each.id), reverse=True)


def _written(path: Path) -> int:
    """When a file was last written, in nanoseconds; tells apart what was saved within one second."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


_SITS = b'"kind":"sit"'


def _glance(path: Path) -> GameEntry:
    """What the head, the changes of hands and the last entry of a journal say, without unfolding the rest."""
    name = path.name.removesuffix(SUFFIX)
    try:
        contents = read(path)
        if len(contents.lines) < len(ALL_BEGUN):
            return GameEntry(name, path, problem="ends before the game was dealt; nothing can be played from it")
        head, last = parsed(contents.lines[0])["data"], parsed(contents.lines[-1])
        sits = [from_json(parsed(line)) for line in contents.lines if _SITS in line]
        round_, phase, ending = map(int, last.get("stand", (0, 0, -1)))
        sitters = seats_of(head, sits)
        return GameEntry(
            name,
            path,
            saved=clean(str(last["at"]))[:20],
            title=clean(str(head["deck"]["title"])),
            delegations=tuple(clean(str(each)) for each in head["delegations"]),
            sitters=tuple(sitters[seat] for seat in sorted(sitters)),
            rounds=int(head["rounds"]),
            stand=(round_, PHASES.index(PHASES[phase]), range(-1, len(ENDINGS))[ending + 1] if ending >= -1 else -1),
            ended=last.get("halt") == ENDED,
            damaged=contents.damaged > 0,
        )
    except OSError as error:
        return GameEntry(name, path, problem=say("table-unreadable", reason=reason(error)))
    except JournalError as error:
        return GameEntry(name, path, problem=str(error))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, OverflowError):
        return GameEntry(name, path, problem="holds what this program does not know; use a newer Summit")


def find(name: str) -> Path:
    """The journal with this id or the only one that begins so, the last one (`last`), or a file.

    Raises `GameNotFound`.
    """
    if not name or "\0" in name:
        raise GameNotFound(say("table-no-name"))
    known = _ids()
    if name in known:
        return known[name]
    if name == LAST and known:
        return games()[0].path
    path = Path(name).expanduser()
    try:
        if path.is_file():
            return path
    except OSError:
        pass
    close = [each for game_id, each in known.items() if game_id.startswith(name)]
    if len(close) == 1:
        return close[0]
    raise GameNotFound(
        say("table-several" if close else "table-not-found", name=repr(clean(name[:60])), count=len(close))
    )


def _ids() -> dict[str, Path]:
    try:
        return {path.name.removesuffix(SUFFIX): path for path in games_folder().iterdir() if path.suffix == SUFFIX}
    except OSError:
        return {}


def erase(game_id: str) -> list[Path]:
    """Delete every file of the game with exactly this id, and the checked decks that are kept, and say which.

    Raises `GameNotFound`, or `JournalError` if it is in use or cannot be deleted.
    """
    path = _ids().get(game_id)
    if path is None:
        raise GameNotFound(say("table-no-such-id", name=repr(clean(game_id[:60]))))
    try:
        with path.open("r+b") as file:
            if not lock(file):
                raise JournalError(say("table-being-played", file=path.name))
        gone = sorted(each for each in path.parent.iterdir() if each.name.startswith(path.name))
        for each in gone:
            each.unlink()
    except OSError as error:
        raise JournalError(say("table-not-deleted", path=path, reason=reason(error))) from error
    return [*gone, *forget()]
