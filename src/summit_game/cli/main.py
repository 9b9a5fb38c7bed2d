"""`summit` and its commands. Results go to stdout, everything else to stderr; exit codes stand in the README.

A command's module is loaded when the command is called, so that `summit --version` costs next to nothing.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from summit_game import __version__
from summit_game.cli.exits import EXIT_DATA, EXIT_FAULT, EXIT_STOPPED, EXIT_USAGE, Complaint
from summit_game.cli.streams import OutputLost, prepare
from summit_game.table import from_outside

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
COMMANDS = {
    "play": "play:play",
    "games": "games:games_command",
    "results": "results:results_command",
    "replay": "games:replay_command",
    "export": "games:export_command",
    "debrief": "debrief:debrief_command",
    "compare": "debrief:compare_command",
    "simulate": "bots:simulate_command",
    "tournament": "bots:tournament_command",
    "balance": "bots:balance_command",
    "deals": "deals:deals",
    "rules": "decks:rules",
    "card": "decks:card",
    "decks": "decks:decks",
    "deck": "decks:deck",
    "module": "module:module",
}
"""Name -> module of `summit_game.cli` and the command in it."""


class Summit(click.Group):
    """The group of all commands, each loaded when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"summit_game.cli.{module}"), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. Ctrl-C ends each with the same word and code, where the command has none of its own."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            from summit_game.language.catalogue import say

            click.echo(f"\n{say('cli-ended')}", err=True)
            sys.exit(EXIT_STOPPED)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from summit_game.tui.rooms import in_plain_text

        with formatter.section("The title screen in plain text"):
            formatter.write_dl(in_plain_text())


@click.group(cls=Summit, context_settings=CONTEXT, invoke_without_command=True)
@click.version_option(__version__, prog_name="summit")
@click.option("--language", metavar="xx", help="Language of the game; `xx` is English made strange, for testing.")
@click.pass_context
def cli(context: click.Context, language: str | None) -> None:
    """Summit: a negotiation game with bracketed text, rule modules and four endings.

    Alone, it opens the title screen.
    """
    from summit_game.files.folders import check_variables

    check_variables()
    _choose_language(language)
    if context.invoked_subcommand is None:
        from summit_game.deck.library import user_folder
        from summit_game.tui.run import on_screen, terminal_trouble

        if terminal_trouble() is None:
            user_folder()
            sys.exit(on_screen())
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            click.echo(context.get_help())
            return
        from summit_game.cli.play import play

        context.invoke(play)


def _choose_language(asked: str | None) -> None:
    """The option, else the variable SUMMIT_LANGUAGE, else the setting."""
    from summit_game.deck.library import language_setting

    before = os.environ.get("SUMMIT_LANGUAGE")
    language = asked or before or language_setting() or "en"
    if language == "en" and not before:
        return
    from summit_game.language.catalogue import choose, known, say

    if not known(language):
        raise Complaint(say("cli-no-language", language=repr(language[:20])))
    choose(language)


@cli.command()
def locate() -> None:
    """Say where the rule book, the decks, your games, own decks and settings, the bots and the cache are."""
    from importlib.resources import files
    from pathlib import Path

    from summit_game.deck.cache import cache_folder
    from summit_game.deck.library import config_folder, own_decks, packaged_decks, rules_path, user_folder
    from summit_game.files.folders import STATE, folder_of, others_read
    from summit_game.language.catalogue import say
    from summit_game.table.games_folder import games_folder

    places = {
        "rules": rules_path(),
        "decks": packaged_decks(),
        "own": own_decks(),
        "games": games_folder(),
        "settings": config_folder() / "settings.toml",
        "keys": config_folder() / "keys.toml",
        "scripts": Path(str(files("summit_game.bots") / "scripts")),
        "state": folder_of(STATE),
        "data": user_folder(),
        "cache": cache_folder(),
    }
    for name, path in places.items():
        click.echo(say(f"cli-locate-{name}", path=path))
    if others_read(games_folder()):
        click.echo(f"summit: {say('cli-locate-wide', path=games_folder())}", err=True)


@cli.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a shell: eval "$(summit completion bash)"."""
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    assert maker is not None
    click.echo(maker(cli, {}, "summit", "_SUMMIT_COMPLETE").source())


def main() -> None:
    """The `summit` command. Never ends in a traceback for what a person did."""
    # Next to nothing that is loaded at first is garbage: looking for it every 700 objects took a tenth of the start.
    gc.set_threshold(50_000)
    prepare()
    from_outside.watch()
    try:
        try:
            cli(prog_name="summit", standalone_mode=True)
        finally:
            sys.stdout.flush()
    except from_outside.Ended:
        from_outside.let_go()
        raise
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        from summit_game.language.catalogue import say

        told = _told(error)
        if told is None:
            if os.environ.get("SUMMIT_DEBUG"):
                raise
            click.echo(say("cli-fault", kind=type(error).__name__, error=error), err=True)
            click.echo(say("cli-report"), err=True)
            sys.exit(EXIT_FAULT)
        lines, code = told
        from summit_game.words.safe import clean

        for line in lines:
            click.echo(clean(line), err=True)
        sys.exit(code)


def _told(error: Exception) -> tuple[list[str], int] | None:
    """What a person is told about something that cannot be done, and the exit code; None for our own faults."""
    if isinstance(error, Complaint):
        return [f"summit: {error}"], error.code
    if isinstance(error, OutputLost):
        from summit_game.language.catalogue import say

        return [f"summit: {say('cli-no-output', reason=(error.strerror or str(error)).lower())}"], EXIT_USAGE
    from summit_game.deck.compile import SetupError
    from summit_game.deck.faults import DeckError, first_lines
    from summit_game.deck.library import DeckNotFound, RulesNotFound
    from summit_game.files.folders import NoFolder
    from summit_game.rules.registry import ModuleUnusable
    from summit_game.table.journal import GameNotFound, JournalError

    if isinstance(error, NoFolder):
        return [f"summit: {error}"], EXIT_USAGE
    if isinstance(error, DeckError):
        return first_lines(error.faults), EXIT_DATA
    if isinstance(error, GameNotFound | DeckNotFound | RulesNotFound | ModuleUnusable | SetupError):
        return [f"summit: {error}"], EXIT_USAGE
    if isinstance(error, JournalError):
        return [f"summit: {error}"], EXIT_DATA
    return None


if __name__ == "__main__":
    main()
