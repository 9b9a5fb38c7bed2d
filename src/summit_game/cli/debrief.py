"""`summit debrief` and `summit compare`: what happened at a table, written down, and several tables side by side."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summit_game.cli.common import options
from summit_game.cli.exits import Complaint
from summit_game.cli.output import STDOUT, beside, free, put
from summit_game.cli.word import must_open, sure_option, word_file_option
from summit_game.debrief.forms.sizes import CLASS, FULL, SHORT
from summit_game.language.catalogue import say
from summit_game.table.games_folder import LAST, Sitting, find, games, look
from summit_game.words.safe import clean

if TYPE_CHECKING:
    from summit_game.debrief.model import Debrief

SUGGESTED = 3
"""How many counterfactuals are played if none is named."""
_FILE = click.Path(dir_okay=False, path_type=Path)
form_options = options(
    click.option("--html", "html_file", type=_FILE, metavar="FILE", help="One page for a browser or printer."),
    click.option("--csv", "form", flag_value="csv", help="Print one table for a spreadsheet."),
    click.option("--json", "form", flag_value="json", help="Print JSON."),
    click.option("--out", "-o", type=_FILE, metavar="FILE", help="Write there instead of printing."),
    click.option("--force", is_flag=True, help="Overwrite files."),
)
"""Options that say how it is told, and where."""


@click.command(name="debrief")
@click.argument("game_id", metavar="[FILE|ID]", required=False)
@form_options
@click.option("--md", "form", flag_value="md", help="Print Markdown.")
@click.option("--short", "size", flag_value="short", help="Two pages for each person. The default without --open.")
@click.option("--class", "size", flag_value="class", help="Four pages for a class.")
@click.option("--full", "size", flag_value="full", help="Everything. The default with --open.")
@click.option("--open", "archive", is_flag=True, help="With everything that was private. For after the game.")
@click.option("--pseudonyms", is_flag=True, help="Ids (S1, S2 …) for people's names; no text of notes.")
@click.option(
    "--what-if", "runs", type=click.IntRange(1, 1000), default=None, metavar="N",
    help=f"Play {SUGGESTED} suggested counterfactuals on, N times each.",
)  # fmt: skip
@click.option("--change", "changes", multiple=True, metavar="ID", help="With --what-if: this one (adopt:12 …) instead.")
@word_file_option
@sure_option
def debrief_command(
    game_id: str | None,
    html_file: Path | None,
    form: str | None,
    out: Path | None,
    size: str | None,
    archive: bool,
    pseudonyms: bool,
    runs: int | None,
    changes: tuple[str, ...],
    force: bool,
    word_file: Path | None,
    sure: bool,
) -> None:
    """What happened at a table, why, and what could have been; without an ID, of the game played last.

    Plain text by default: about two screens to begin the talk with; --class adds votes, promises and history, --full
    deals and every move. Nothing is changed in the game.
    """
    if size in (SHORT, CLASS) and form in ("csv", "json"):
        raise Complaint(say("cli-short-form"))
    if changes and runs is None:
        raise Complaint(say("cli-change-alone"))
    free((html_file, out or (STDOUT if form else None)), force)
    sitting = look(game_id) if game_id is not None else _latest()
    must_open(sitting, archive, word_file, sure)
    from summit_game.debrief.analyse import analyse

    found = analyse(sitting, archive, pseudonyms)
    size = size or (FULL if archive else SHORT)
    private = archive or not pseudonyms  # Names are nobody else's business either.
    if (form, html_file, out) != (None, None, None):  # the text begins with it
        beside(f"{found.note} {found.how_much}".strip())
    if runs is not None:
        found = _with_whatifs(sitting, found, runs, changes, archive)
    if html_file is not None:
        from summit_game.debrief.forms import page

        put(html_file, page.page(found, size), force, private)
        if form is None and out is None:
            return
    _give(_written(found, form, size), form, out, force, private)


def _written(found: Debrief, form: str | None, size: str) -> str:
    """One form of the debrief."""
    from summit_game.debrief.forms import data, markdown, sheets, text

    if form == "md":
        return markdown.markdown(found, size)
    if form == "csv":
        return sheets.sheet(found)
    if form == "json":
        return data.as_json(found)
    return text.text(found, size)


@click.command(name="compare")
@click.argument("game_ids", metavar="ID ID…", nargs=-1, required=True)
@form_options
def compare_command(
    game_ids: tuple[str, ...], html_file: Path | None, form: str | None, out: Path | None, force: bool
) -> None:
    """Several tables side by side: endings, terms, scores, distance to the front, tension.

    It says whether they played the same deck, options and seed. Names of people are left out.
    """
    if len(game_ids) < 2:
        raise Complaint(say("cli-compare-one"))
    free((html_file, out or (STDOUT if form else None)), force)
    from summit_game.debrief import compare

    files = [os.path.realpath(find(each)) for each in game_ids]
    for file, named in zip(files, game_ids, strict=True):
        if files.count(file) > 1:
            raise Complaint(say("cli-game-twice", game=clean(named)))
    tables = [compare.seated(look(each), pseudonyms=True) for each in game_ids]
    for words in compare.differences(tables):
        beside(words)
    if html_file is not None:
        put(html_file, compare.html(tables), force)
        if form is None and out is None:
            return
    makers = {None: compare.text, "csv": compare.sheet, "json": compare.as_json}
    _give(makers[form](tables), form, out, force)


# --- games and files -----------------------------------------------------------------------------------------------


def _latest() -> Sitting:
    """The game played last; which one it is, is said on stderr."""
    found = games()
    if not found:
        raise Complaint(say("cli-no-games"))
    sitting = look(LAST)
    title = sitting.deck.deck.title
    beside(say("cli-played-last", id=sitting.id, title=f"{sitting.name}, {title}" if sitting.name else title))
    return sitting


def _give(words: str, form: str | None, out: Path | None, force: bool, private: bool = False) -> None:
    """To the file or to stdout: a text in the terminal's own code, everything else in UTF-8."""
    if out is not None:
        put(out, words, force, private)
    elif form is None:
        click.echo(words, nl=False)
    else:
        put(STDOUT, words)


# --- what if -------------------------------------------------------------------------------------------------------


def _with_whatifs(sitting: Sitting, found: Debrief, runs: int, changes: Sequence[str], archive: bool) -> Debrief:
    """The debrief with counterfactuals, each after the game as it was, played on from the same point."""
    from summit_game.debrief.whatif.comparison import baseline, parse, run, suggestions

    if found.ending < 0 and not archive:
        raise Complaint(say("cli-what-if-early"))
    suggested = suggestions(sitting)
    chosen = [parse(sitting, each) for each in changes] or list(suggested[:SUGGESTED])
    others = [each.id for each in suggested if each not in chosen]
    played = []
    for each in chosen:
        beside(say("cli-playing-on", title=each.title, id=each.id))
        one, other = baseline(sitting, each, runs), run(sitting, each, runs)
        played += [one, other] if one not in played else [other]
    if others:
        beside(say("cli-more-changes", changes=", ".join(others)))
    return replace(found, whatifs=tuple(played))
