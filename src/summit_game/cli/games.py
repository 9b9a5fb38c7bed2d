"""`summit games`, `summit replay` and `summit export`: the games on this machine (`erase` erases)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from summit_game.cli.erase import erase_command
from summit_game.cli.exits import Complaint
from summit_game.cli.output import STDOUT, beside, free, put
from summit_game.cli.word import must_open, sure_option, word_file_option
from summit_game.engine.board import PHASES
from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.table.export import FORMATS, export
from summit_game.table.games_folder import GameEntry, Sitting, games, look
from summit_game.table.log import EVERYTHING
from summit_game.table.replay import Replay
from summit_game.table.seatings import by_seat, played_by
from summit_game.words.names import listed
from summit_game.words.safe import clean

EVERYBODY = -1


@click.group(name="games", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def games_command(context: click.Context, as_json: bool) -> None:
    """List the games on this machine, the one played last first."""
    if context.invoked_subcommand is not None:
        return
    found = games()
    if as_json:
        click.echo(json.dumps([_as_json(each) for each in found], indent=2, ensure_ascii=False))
        return
    for each in found:
        click.echo(clean(_line(each)))
    if not found:
        click.echo(say("cli-games-none"), err=True)


def state_of(entry: GameEntry) -> str:
    """Where a game is, in words."""
    if entry.problem:
        return entry.problem
    round_, phase, ending = entry.stand
    if ending >= 0:
        over = say("cli-game-over", ending=entry.ended_as)
        return say("title-rated", stands=over, ratings=listed(rated)) if (rated := entry.rated) else over
    where = say("cli-game-stands", round=round_, rounds=entry.rounds, phase=PHASES[phase], damaged=entry.damaged)
    if entry.going_on and not entry.open:
        return say("cli-game-older", where=where, edition=entry.edition)
    return say("cli-game-ended", where=where) if entry.ended else where


def _line(entry: GameEntry) -> str:
    if not entry.title:
        return f"{entry.id}: {entry.problem}"
    sat = by_seat(entry.seatings)
    seats = ", ".join(f"{name} ({played_by(sat[seat])})" for seat, name in enumerate(entry.delegations) if seat in sat)
    title = f"{entry.name}, {entry.title}" if entry.name else entry.title
    return f"{entry.id}: {title}; {seats}; {entry.saved}; {state_of(entry)}"


def _as_json(entry: GameEntry) -> dict[str, object]:
    sat = by_seat(entry.seatings)
    return {
        "id": entry.id,
        "file": str(entry.path),
        "name": entry.name,
        "deck": entry.title,
        "seats": [
            {"delegation": name, "played_by": played_by(sat[seat]), "seatings": [each.to_json() for each in sat[seat]]}
            for seat, name in enumerate(entry.delegations)
            if seat in sat
        ],
        "ratings": dict(zip(entry.delegations, entry.ratings, strict=False)),
        "class_code": entry.code,
        "saved": entry.saved,
        "round": entry.stand[0],
        "rounds": entry.rounds,
        "phase": PHASES[entry.stand[1]],
        "ending": ENDINGS[entry.stand[2]] if entry.stand[2] >= 0 else None,
        "state": state_of(entry),
        "open": entry.open,
    }


games_command.add_command(erase_command)


def _looked_at(game_id: str) -> Sitting:
    """A game to read; what is wrong with its journal is said on stderr."""
    sitting = look(game_id)
    if sitting.note:
        click.echo(f"summit: {sitting.note}", err=True)
    return sitting


def reader_of(sitting: Sitting, seat: str | None, everything: bool) -> int:
    """For whom a game is shown: everybody, one delegation, or the open archive. Raises `Complaint`."""
    if seat is None:
        return EVERYTHING if everything else EVERYBODY
    ids = sitting.table.setting.seat_ids
    if everything:
        raise Complaint(say("cli-seat-or-open"))
    if seat.upper() not in ids:
        raise Complaint(say("cli-no-delegation", name=repr(seat[:30]), known=", ".join(ids)))
    return ids.index(seat.upper())


@click.command(name="replay")
@click.argument("game_id", metavar="FILE|ID")
@click.option("--plain", is_flag=True, help="Step through in plain text.")
@click.option("--json", "as_json", is_flag=True, help="Print every step as JSON.")
@click.option("--seat", default=None, metavar="NAME", help="As one delegation saw it.")
@click.option("--open", "everything", is_flag=True, help="With everything that was private. For after the game.")
@word_file_option
@sure_option
def replay_command(
    game_id: str, plain: bool, as_json: bool, seat: str | None, everything: bool, word_file: Path | None, sure: bool
) -> None:
    """Step through a game. Nothing can be played from inside. `last` is the game played last."""
    sitting = _looked_at(game_id)
    reader = reader_of(sitting, seat, everything)
    must_open(sitting, reader != EVERYBODY, word_file, sure)
    replay = Replay(sitting, reader)
    if as_json:
        click.echo(json.dumps({"id": sitting.id, "steps": list(replay.json_steps())}, indent=1, ensure_ascii=False))
        return
    from summit_game.tui.run import on_screen, terminal_trouble

    if not plain and terminal_trouble() is None:
        sys.exit(on_screen(sitting, replay.reader))
    from summit_game.plain.replay import step_through

    step_through(replay)


@click.command(name="export")
@click.argument("game_id", metavar="FILE|ID")
@click.option("--format", "form", type=click.Choice(FORMATS), default="md", show_default=True)
@click.option("--open", "open_archive", is_flag=True, help="With everything that was private. For after the game.")
@click.option("--grading", is_flag=True, help="Instead: what each person did, from what everybody saw, and a rubric.")
@click.option("--pseudonyms", is_flag=True, help="Ids (S1, S2 …) for people's names; no text of notes.")
@word_file_option
@sure_option
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), default=None, help="A new file.")
def export_command(
    game_id: str,
    form: str,
    open_archive: bool,
    grading: bool,
    pseudonyms: bool,
    word_file: Path | None,
    sure: bool,
    output: Path | None,
) -> None:
    """Write a game as JSON, CSV (for a spreadsheet) or Markdown: without --open, what everybody could see.

    A file with people's names, or with what was private, can be read by its owner only.
    """
    if grading and open_archive:
        raise Complaint(say("cli-grading-open"))
    sitting = _looked_at(game_id)
    if grading:
        _for_grading(sitting, form, pseudonyms, output)
        return
    must_open(sitting, open_archive, word_file, sure)
    words = export(sitting, form, open_archive, pseudonyms)
    put(output or STDOUT, words, private=open_archive or not pseudonyms)


def _for_grading(sitting: Sitting, form: str, pseudonyms: bool, output: Path | None) -> None:
    """Counts and a rubric for each person; with pseudonyms, and a file to stand beside, also the key to them."""
    from summit_game.debrief.grading import key_of, written

    key = output.with_name(f"{output.stem}-key.txt") if pseudonyms and output not in (None, STDOUT) else None
    who = key_of(sitting)
    free((output, key if who else None), force=False)
    put(output or STDOUT, written(sitting, form, pseudonyms), private=True)
    if key is not None and who:
        put(key, who, private=True)
        beside(say("cli-grading-key", file=key))
