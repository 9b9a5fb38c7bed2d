"""Opening a journal: the table that its entries lead to, with seats, pause, clock and queue as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summit_game import __version__
from summit_game.bots.external import PREFIX
from summit_game.bots.kinds import maker
from summit_game.deck.compile import SetupError
from summit_game.deck.models import Deck
from summit_game.engine.refusal import Refusal
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.advice import GRADED, advised
from summit_game.table.checked import ALL_BEGUN, check_deck, check_form, check_game, check_head, check_sitters
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.entry import Entry, from_json
from summit_game.table.history import History
from summit_game.table.journal import Contents, JournalError, game_id, parsed
from summit_game.table.journal_head import changed_rules, pinned_game, table_name
from summit_game.table.open_votes import votes_openly
from summit_game.table.people import People
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.table.talk_between import talks_between

REPLACEMENT = Sitter(bot="simple")
"""Who plays for a bot that this program does not have."""


@dataclass(frozen=True)
class Sitting:
    """A table with its deck and its id: the name of its file.

    `note`: what a person should be told about how it was opened, if anything.
    """

    id: str
    deck: Deck
    table: Table
    note: str = ""
    damaged: bool = False
    """Whether the journal could be read only up to a damage."""
    elsewhere: str = ""
    """What `--resume` takes for a file that is not in the games folder."""

    @property
    def resumed_as(self) -> str:
        """What `--resume` takes."""
        return self.elsewhere or self.id

    @property
    def name(self) -> str:
        """What the people call their table, such as `Room 12`; nothing if they call it nothing."""
        return table_name(self.table.history.entries[0].data)


def to_play(path: Path, contents: Contents, trusted: bool) -> Sitting:
    """The sitting, to be played on. Only a `trusted` journal may start the programs that it names.

    Raises `JournalError`.
    """
    sitting = _open(path, contents, playing=True, trusted=trusted)
    head = sitting.table.history.entries[0].data
    changed = changed_rules(head, sitting.table.setting)
    if changed is None:
        return sitting
    if not sitting.table.over:
        raise JournalError(say("table-only-replayed", id=sitting.id, changed=changed))
    sitting.table.closed = Refusal("R9.8", "other-rules", {"why": changed})
    return sitting


def to_look_at(path: Path, contents: Contents) -> Sitting:
    """The sitting, to be read: no bot is made. Raises `JournalError`."""
    sitting = _open(path, contents, playing=False, trusted=False)
    if not contents.damaged:
        return sitting
    return replace(sitting, note=f"{say('table-damaged')} {sitting.note}".strip(), damaged=True)


def _open(path: Path, contents: Contents, playing: bool, trusted: bool) -> Sitting:
    if len(contents.lines) < len(ALL_BEGUN):
        raise JournalError(say("table-not-dealt", file=path.name))
    with _known(path):
        entries = [from_json(parsed(line)) for line in contents.lines]
        check_form(entries, contents.format)
        head = entries[0].data
        check_head(head)
        check_deck(entries[1].data)
        check_sitters(entries)
        people = People.beside(path)
        entries = people.read(entries)
        head = entries[0].data
    deck, game, seed = pinned_game(path.name, head, entries[1].data)
    with _known(path):
        check_game(game, seed, entries)
    try:
        seated = seats_of(head, entries)
        note = ""
        if playing:
            if not trusted:
                _no_programs(path, seated)
            seated, note = _with_replacements(seated, game.setting.seat_ids)
        table = Table(game, seed, history=History(entries), sitters=seated if playing else None)
        table.people, table.open_votes, table.talk_between = people, votes_openly(head), talks_between(head, entries)
        table.adviser, table.graded = advised(head), head.get(GRADED) is True
        table.sitters.update(seated)
        table.restore()
        _as_it_was(table, entries, head)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise JournalError(say("table-not-opened", file=path.name, version=__version__, error=error)) from error
    return Sitting(game_id(path), deck, table, " ".join(each for each in (note, people.unread) if each))


@contextmanager
def _known(path: Path) -> Iterator[None]:
    """What a journal holds that cannot be, as a `JournalError`."""
    try:
        yield
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
        what = " ".join(str(error).split())[:80]
        raise JournalError(say("table-unknown-entry", file=path.name, error=what)) from error


def seats_of(head: Mapping[str, Any], entries: list[Entry]) -> dict[int, Sitter]:
    """Who sits where after the entries."""
    sitters = dict(enumerate(map(Sitter.from_json, head["sitters"])))
    sitters.update({each.seat: Sitter.from_json(each.data) for each in entries if each.kind == kinds.SIT})
    return sitters


def _no_programs(path: Path, seated: Mapping[int, Sitter]) -> None:
    """Resuming starts the programs that a journal names; a stranger's journal must not."""
    programs = [sitter.bot for sitter in seated.values() if sitter.bot.startswith(PREFIX)]
    if programs:
        raise JournalError(
            say("table-would-start", file=path.name, program=repr(programs[0].removeprefix(PREFIX)[:60]))
        )


def _with_replacements(seated: Mapping[int, Sitter], names: tuple[str, ...]) -> tuple[dict[int, Sitter], str]:
    """The same seats, with a simple bot for each kind that is not here, and a sentence about it."""
    result, gone = dict(seated), []
    for seat, sitter in seated.items():
        if sitter.bot:
            try:
                maker(sitter.bot)
            except SetupError:
                result[seat] = REPLACEMENT
                gone.append(say("table-bot-gone", who=names[seat], player=sitter))
    return result, " ".join(gone)


def _as_it_was(table: Table, entries: list[Entry], head: Mapping[str, Any]) -> None:
    """Pause, end, adviser and clock, as the entries left them."""
    rule = head["clock"]
    left = None
    for each in entries:
        if each.kind in (kinds.PAUSE, kinds.GO):
            table.paused = each.kind == kinds.PAUSE
        elif each.kind in (kinds.END, kinds.REWIND):
            table.ended = each.kind == kinds.END
        elif each.kind == kinds.ADVISER:
            table.adviser = each.data["on"]
        elif each.kind == kinds.CLOCK and not each.text:
            rule = each.data
        left = each.left if each.left is not None else left
    if rule:
        table.clock = Clock(ClockRule(**rule), table.now)
        table.clock.set(left if left is not None else table.clock.left)
        # Whether or not it was said before the program ended: it is said again, and a stand-in acts.
        table.clock.announced = False
