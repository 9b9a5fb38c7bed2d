"""`summit play`: a game for people at one machine and bots."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from summit_game.bots.opponents import DIFFICULTIES, FAIR
from summit_game.cli import seating
from summit_game.cli.common import chosen_table, table_options
from summit_game.cli.exits import EXIT_STOPPED, Complaint
from summit_game.cli.word import new_word, word_file_option
from summit_game.language.catalogue import say
from summit_game.table.games_folder import resume


@click.command()
@table_options
@click.option("--plain", is_flag=True, help="Play in plain text: numbered choices, one line at a time.")
@click.option(
    "--seat",
    "seats",
    multiple=True,
    metavar="NAME=WHO",
    help="Who sits where: human, human:Ana,Ben or a kind of bot. A name with a comma stands in quotes: "
    """'RU=human:"Last, First",Ben'.""",
)
@click.option(
    "--opponents", type=click.Choice(DIFFICULTIES), default=None, help="Bots in the other seats; fair if not said."
)
@click.option("--seed", type=int, default=None, help="Deal of the cards; the same seed deals the same cards.")
@click.option(
    "--class-code", default=None, metavar="CODE", help="The deal that everybody is dealt who types the same code."
)
@click.option(
    "--clock",
    default=None,
    metavar="SECONDS:PER[:THEN]",
    help="Time for each decision or phase, and what happens when it is up (announce, ask or stand-in): 60:decision, "
    "300:phase:stand-in.",
)
@click.option("--word", "ask_word", is_flag=True, help="Ask for a word that guards the facilitator's commands.")
@word_file_option
@click.option(
    "--table", "called", default="", metavar="NAME", help='What the table is called in lists, such as "Room 12".'
)
@click.option(
    "--open-votes", is_flag=True, help="Several people at one machine vote, promise and give reasons on one page."
)
@click.option(
    "--adviser/--no-adviser",
    default=None,
    help="Whether delegations may ask what an adviser would do; if not said, only a person who plays alone may.",
)
@click.option("--graded", is_flag=True, help="The game is graded: there is no adviser.")
@click.option(
    "--no-voices", is_flag=True, help="Bots say nothing in the manner of their delegations; reasons and facts are told."
)
@click.option(
    "--talk-between",
    is_flag=True,
    help="People send messages to people too (R19.1); without it only between people and bots, and among bots.",
)
@click.option("--resume", "resumed", default=None, metavar="ID|last", help="Go on with a saved game.")
@click.option("--new", is_flag=True, help="Begin a new game without being asked about an unfinished one.")
def play(
    plain: bool,
    seats: tuple[str, ...],
    opponents: str | None,
    seed: int | None,
    class_code: str | None,
    clock: str | None,
    ask_word: bool,
    word_file: Path | None,
    called: str,
    open_votes: bool,
    adviser: bool | None,
    graded: bool,
    no_voices: bool,
    talk_between: bool,
    resumed: str | None,
    new: bool,
    **table: Any,
) -> None:
    """Play a game on the screen, or with --plain in plain text. You take the first seat unless --seat says otherwise.

    Every move is saved. Without options for the table, an unfinished game is offered first.
    """
    front_end = seating.play_plain if plain or no_screen() else seating.play_on_screen
    named = (seats, opponents, seed is not None, class_code, clock, ask_word, word_file, called, open_votes, graded)
    asked_for = adviser is not None or any((*named, no_voices, talk_between, *table.values()))
    if adviser and graded:
        raise Complaint(say("cli-graded-adviser"))
    if resumed is not None:
        if asked_for or new:
            raise Complaint(say("cli-resume-alone"))
        sys.exit(front_end(resume(resumed)))
    try:
        sitting = None if new or asked_for else seating.ask_to_resume()
    except KeyboardInterrupt:
        click.echo(f"\n{say('cli-stopped')}", err=True)
        sys.exit(EXIT_STOPPED)
    if sitting is None:
        sitting = seating.begin(
            chosen_table(table),
            seats,
            opponents or FAIR,
            seed,
            clock,
            new_word(ask_word, word_file),
            called,
            open_votes,
            class_code,
            adviser,
            graded,
            not no_voices,
            talk_between,
        )
    sys.exit(front_end(sitting))


def no_screen() -> bool:
    """Whether this terminal cannot hold the table on the screen; then a sentence says that plain text is played."""
    from summit_game.tui.run import terminal_trouble

    trouble = terminal_trouble()
    if trouble is None:
        return False
    click.echo(say("cli-in-plain-text", trouble=trouble), err=True)
    return True
