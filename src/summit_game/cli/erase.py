"""`summit games erase`: a game, all games before a day, or a person's name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime

import click

from summit_game.cli.exits import EXIT_DATA, Complaint
from summit_game.cli.output import beside
from summit_game.files.reading import reason
from summit_game.files.record import InUse
from summit_game.language.catalogue import say
from summit_game.table import erasing
from summit_game.table.games_folder import GameEntry, erase, games
from summit_game.table.journal import GameNotFound, JournalError
from summit_game.table.people import is_id
from summit_game.words.safe import clean


@click.command(name="erase")
@click.argument("game_id", required=False)
@click.option("--person", metavar="NAME", help="A person's name, in all games or in the one named; S1, S2 … in one.")
@click.option(
    "--before", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Games last played before a day."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase_command(game_id: str | None, person: str | None, day: datetime | None, yes: bool) -> None:
    """Delete every file of a game and the checked decks that are kept, or old games, or a person's name.

    There is no way back. A game named by its whole id is erased at once; everything else is asked for. Games that are
    being played are left as they are.
    """
    if person is not None and day is not None:
        raise Complaint(say("cli-erase-either"))
    if day is not None:
        if game_id is not None:
            raise Complaint(say("cli-erase-all-before"))
        _before(day.date(), yes)
    elif person is not None:
        _person(person, game_id, yes)
    elif game_id is not None:
        _erased(game_id)
    else:
        raise Complaint(say("cli-erase-nothing"))


def _erased(game_id: str) -> None:
    for path in erase(game_id):
        click.echo(clean(say("cli-erased", file=path.name)))


def _before(day: date, yes: bool) -> None:
    old = erasing.before(day, games())
    if not old:
        beside(say("cli-erase-none-before", day=str(day)))
        return
    _must_be_sure(old, say("cli-erase-sure", count=len(old)), yes)
    left = False
    for each in old:
        try:
            _erased(each.id)
        except JournalError as error:
            beside(str(error))
            left = True
    if left:
        sys.exit(EXIT_DATA)


def _person(who: str, game_id: str | None, yes: bool) -> None:
    if game_id is None and is_id(who.strip().upper()):
        raise Complaint(say("cli-erase-id-of-game", person=who.strip().upper()))
    entries = [each for each in games() if game_id in (None, each.id)]
    if game_id is not None and not entries:
        raise GameNotFound(say("table-no-such-id", name=repr(clean(game_id[:60]))))
    found = erasing.stands(who, entries)
    if not found:
        raise Complaint(say("cli-erase-nobody", person=repr(clean(who[:60])), one=game_id is not None))
    erasable = [each.entry for each in found if each.beside]
    if erasable:
        _must_be_sure(erasable, say("cli-erase-person-sure", person=clean(who), count=len(erasable)), yes)
    left = False
    for each in found:
        game = each.entry.id
        try:
            if each.beside:
                erasing.erase_person(who, each.entry)
                click.echo(say("cli-erase-person", game=game))
        except InUse:
            beside(say("cli-erase-in-use", game=game))
            left = True
        except OSError as error:
            beside(say("cli-erase-not", game=game, reason=reason(error)))
            left = True
        if each.inside:
            beside(say("cli-erase-in-journal", game=game))
            left = True
    if left:
        sys.exit(EXIT_DATA)


def _must_be_sure(entries: Sequence[GameEntry], question: str, yes: bool) -> None:
    """Show which games are meant, and ask. Raises `Complaint` unless the answer is yes."""
    for each in entries:
        click.echo(clean(f"{each.id}: {each.title or each.problem}; {each.saved}"), err=True)
    if yes:
        return
    if not sys.stdin.isatty():
        raise Complaint(say("cli-erase-yes-needed"))
    click.echo(f"{question} ", err=True, nl=False)
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise Complaint(say("cli-erase-left-alone"))
