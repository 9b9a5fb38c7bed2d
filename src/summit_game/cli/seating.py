"""Seating people and bots at a table, new or resumed, and handing over to a front end."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from summit_game.bots.kinds import maker
from summit_game.bots.opponents import FAIR, opponents
from summit_game.cli.exits import EXIT_STOPPED, EXIT_USAGE, Complaint
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.deck.door import game_of, playable
from summit_game.engine.setting import Setting
from summit_game.files.folders import NoFolder
from summit_game.language.catalogue import say
from summit_game.plain.session import PlainSession
from summit_game.table.class_code import ClassCodeError, class_code, seed_of
from summit_game.table.clock import ClockRule
from summit_game.table.games_folder import GameEntry, Sitting, games, new_sitting, resume
from summit_game.table.journal import JournalError
from summit_game.table.sitter import Sitter, people_of
from summit_game.words.moments import when
from summit_game.words.safe import answered, clean

HUMAN = "human"


def seat_plan(names: Sequence[str], texts: Sequence[str], difficulty: str = FAIR) -> dict[int, Sitter]:
    """Who sits where: `NAME=WHO` for each text, WHO being `human`, `human:Ana,"Last, First"` or a kind of bot.

    The first free seat is a person's if nobody is named a person; bots of the difficulty take the others. Raises
    `SetupError` or `BotError`.
    """
    plan: dict[int, Sitter] = {}
    for text in texts:
        name, given, who = text.partition("=")
        if name.upper() not in names:
            raise SetupError(say("cli-not-seated", name=repr(name[:30]), seats=", ".join(names)))
        if not given or not who:
            raise SetupError(say("cli-seat-who", name=name, human=HUMAN))
        word, _, people = who.partition(":")
        if word == HUMAN:
            sitter = Sitter(people_of(people))
        else:
            maker(who)
            sitter = Sitter(bot=who)
        if plan.setdefault(names.index(name.upper()), sitter) is not sitter:
            raise SetupError(say("cli-seat-twice", name=name.upper(), who=who))
    seats = range(len(names))
    free = [seat for seat in seats if seat not in plan]
    if free and all(sitter.bot for sitter in plan.values()):
        plan[free[0]] = Sitter()
    bots = iter(opponents(len(names), difficulty))
    return {seat: plan[seat] if seat in plan else Sitter(bot=next(bots)) for seat in seats}


def clock_rule(text: str | None) -> ClockRule | None:
    """The rule that `SECONDS:decision`, `SECONDS:phase` or `SECONDS:decision:stand-in` stands for.

    What happens when time is up may also be `announce` (the usual) or `ask`.
    """
    if text is None:
        return None
    parts = text.split(":")
    try:
        return ClockRule(parts[1], int(parts[0]), *parts[2:])
    except (ValueError, IndexError, TypeError) as error:
        reason = f" ({error})" if 1 < len(parts) < 4 and parts[0].isdecimal() else ""
        raise Complaint(say("cli-no-clock", text=repr(text[:30]), reason=reason)) from error


def begin(
    chosen: tuple[Path, TableOptions],
    seats: Sequence[str],
    difficulty: str,
    seed: int | None,
    clock: str | None,
    word: str = "",
    name: str = "",
    open_votes: bool = False,
    typed_code: str | None = None,
    adviser: bool | None = None,
    graded: bool = False,
    voices: bool = True,
    talk_between: bool = False,
) -> Sitting:
    """A new sitting with the people and bots that were named, at a table of this name."""
    if typed_code is not None and seed is not None:
        raise Complaint(say("cli-seed-or-code"))
    try:
        code = "" if typed_code is None else class_code(typed_code)
    except ClassCodeError as error:
        raise Complaint(str(error)) from error
    path, options = chosen
    rule = clock_rule(clock)
    plan = seat_plan(game_of(playable(path).deck, options).setting.seat_ids, seats, difficulty)
    if code:
        seed = seed_of(code)
    seed = secrets.randbelow(10**9) if seed is None else seed
    return new_sitting(
        path, options, seed, plan, rule, word, name, open_votes, code, adviser, graded, voices, talk_between
    )


def offered() -> GameEntry | None:
    """The game that was played last, if it is not over. Whoever has no home folder has none."""
    try:
        return next((each for each in games() if each.open), None)
    except NoFolder:
        return None


def described(entry: GameEntry) -> str:
    """A game on the list, in words."""
    return say(
        "cli-unfinished-game",
        title=f"{entry.name}, {entry.title}" if entry.name else entry.title,
        delegations=", ".join(entry.delegations),
        round=entry.stand[0],
        rounds=entry.rounds,
        saved=when(entry.saved),
    )


def ask_to_resume() -> Sitting | None:
    """Offer the unfinished game; None if a new one is wanted."""
    entry = offered()
    if entry is None:
        return None
    click.echo(clean(say("cli-unfinished", game=described(entry), id=entry.id)))
    while True:
        try:
            answer = answered(input(say("cli-go-on") + " > ")).lower()
        except EOFError:
            raise Complaint(say("cli-no-answer"), EXIT_USAGE) from None
        if answer in ("y", "yes"):
            try:
                return resume(entry.id)
            except JournalError as error:
                # A new game is begun only if it is asked for: perhaps it is open in another window.
                click.echo(clean(say("cli-not-resumed", error=error)))
        elif answer in ("n", "no"):
            return None
        else:
            click.echo(say("cli-yes-or-no"))


def play_on_screen(sitting: Sitting) -> int:
    """Play one game on the screen; the exit code."""
    from summit_game.tui.run import on_screen

    return on_screen(sitting)


def play_plain(sitting: Sitting) -> int:
    """Play one game in plain text; the exit code. Ctrl-C stops it with 130."""
    table = sitting.table
    people = _people(table.setting, table.sitters)
    seal = table.history.entries[0].data["commitment"][:16]
    if sitting.note:
        print(clean(sitting.note))
    session = PlainSession(sitting.deck, table, people, saved_as=sitting.resumed_as, seal=seal)
    try:
        return session.run()
    except KeyboardInterrupt:
        print("\n" + session.kept("plain-stopped"))
        return EXIT_STOPPED
    finally:
        table.leave()
        if table.journal is not None:
            table.journal.close()


def _people(setting: Setting, sitters: Mapping[int, Sitter]) -> dict[int, str]:
    """Seat -> what to call whoever plays it: the people's names, or the delegation."""
    return {
        seat: str(sitter) if sitter.people else setting.seat_specs[seat].name
        for seat, sitter in sitters.items()
        if not sitter.bot
    }
