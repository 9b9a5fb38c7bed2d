"""A game as a file for others: JSON for programs, CSV for a spreadsheet, Markdown to read.

Without `open_archive` an export holds what everybody could see. Cells of a spreadsheet never start a formula.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any

from summit_game.engine.actions import ORDER, VERBS
from summit_game.engine.board import PHASES
from summit_game.engine.events import OrdersShown, VotesShown, in_private
from summit_game.engine.notation import parse_action
from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.entry import CHANGES_GAME, FACILITATOR, SPOKEN, Entry
from summit_game.table.games_folder import Sitting
from summit_game.table.journal_head import EDITION_KEY, edition_of
from summit_game.table.log import EVERYTHING
from summit_game.table.pseudonyms import nameless, nameless_sitter
from summit_game.table.replay import Replay
from summit_game.table.seatings import by_seat, played_by
from summit_game.words.before import played_as

FORMATS = ("json", "csv", "md")
EVERYBODY = -1
MARK = "\ufeff"
"""Spreadsheets take a file for UTF-8 only if it begins with this mark."""
_SECRET_VERBS = ("silence", "object", VERBS[ORDER])
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    *("number", "time_utc", "round", "phase", "delegation", "played_by", "action", "in_words", "stands", "reason"),
    *("table", "seated"),
)
BY_FACILITATOR = "facilitator"
"""Stands under `played_by` where the facilitator did something; `action` has the kind of entry then."""


def export(sitting: Sitting, form: str, open_archive: bool = False, pseudonyms: bool = False) -> str:
    """The game in one of `FORMATS`. `pseudonyms` has ids for names, and nothing that people wrote."""
    if pseudonyms:
        sitting = _without_names(sitting)
    replay = Replay(sitting, EVERYTHING if open_archive else EVERYBODY)
    return {"json": _json, "csv": _csv, "md": _markdown}[form](sitting, replay)


def _without_names(sitting: Sitting) -> Sitting:
    """The same game with nobody's name in it."""
    table = sitting.table
    table.history.entries = [nameless(each, table.people) for each in table.history.entries]
    table.sitters = {seat: nameless_sitter(sitter, table.people) for seat, sitter in table.sitters.items()}
    return sitting


def _facts(sitting: Sitting, replay: Replay) -> dict[str, Any]:
    table = sitting.table
    head = table.history.entries[0].data
    ending = table.state.ending
    open_archive = replay.reader == EVERYTHING
    sat = by_seat(table.seatings)
    return {
        "format": 1,
        "id": sitting.id,
        "deck": head["deck"],
        "options": head["options"],
        EDITION_KEY: edition_of(head),
        "modules": head["modules"],
        "commitment": head["commitment"],
        **({"seed": head["secret"]["seed"], "salt": head["secret"]["salt"]} if open_archive else {}),
        "delegations": [
            {
                "id": spec.id,
                "name": spec.name,
                "played_by": played_by(sat[seat]),
                "seatings": [{**each.to_json(), "decisions": each.decisions} for each in sat[seat]],
            }
            for seat, spec in enumerate(table.setting.seat_specs)
        ],
        "ending": ENDINGS[ending] if ending >= 0 else None,
        "ended_by_facilitator": table.ended,
        "damaged": sitting.damaged,
    }


def _json(sitting: Sitting, replay: Replay) -> str:
    return json.dumps({**_facts(sitting, replay), "steps": list(replay.json_steps())}, indent=1, ensure_ascii=False)


def _csv(sitting: Sitting, replay: Replay) -> str:
    """One row for each action played, whether it was taken back later or not, and for each act of the facilitator."""
    table = sitting.table
    stands = {each.number for each in table.history.line()}
    hidden = set() if replay.reader == EVERYTHING else _not_yet_shown(table.history.entries)
    as_played = played_as(sitting.deck, table.history.entries[0].data["options"])
    sat = table.seatings
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    before = (0, 0, -1)
    for at, each in enumerate(replay.steps):
        what: tuple[str, ...] = ()
        if each.kind == kinds.MOVE:
            secret = say("table-export-secret") if each.number in hidden else ""
            by = say("table-export-stand-in") if each.by == "time" else each.by
            what = (by, secret or each.action, secret or replay.words.action(parse_action(table.setting, each.action)))
        elif each.kind in SPOKEN or each.kind == kinds.ADVICE:
            what = (each.by, each.kind, " ".join(replay.lines(at)))
        elif each.kind in FACILITATOR:
            what = (BY_FACILITATOR, each.kind, " ".join(replay.lines(at)))
        if what:
            row = (
                *(each.number, each.at, before[0], PHASES[before[1]]),
                table.setting.seat_ids[each.seat] if each.seat != EVERYBODY else "",
                *what,
                "yes" if each.number in stands or each.kind not in CHANGES_GAME else "no",
                each.why if replay.reader == EVERYTHING else "",
                as_played,
                next((str(one.sitter) for one in sat if one.has(each.seat, each.number)), ""),
            )
            writer.writerow(map(cell, row))
        before = each.stand
    return MARK + target.getvalue()


def _not_yet_shown(entries: Iterable[Entry]) -> set[int]:
    """Votes and orders that nobody else had seen when the game stopped, or that were taken back before; messages."""
    pending: set[int] = set()
    secret: set[int] = set()
    for each in entries:
        if each.kind == kinds.MOVE and each.action.split()[0] in _SECRET_VERBS:
            pending.add(each.number)
        if any(map(in_private, each.events)):
            secret.add(each.number)
        if each.kind in (kinds.UNDO, kinds.REWIND):
            secret |= pending
            pending.clear()
        if any(isinstance(event, VotesShown | OrdersShown) for event in each.events):
            pending.clear()
    return secret | pending


def cell(value: object) -> object:
    """The value as a cell that shows what it holds and computes nothing."""
    if isinstance(value, str) and value.startswith(_STARTS_FORMULA):
        return "'" + value
    return value


def _markdown(sitting: Sitting, replay: Replay) -> str:
    facts = _facts(sitting, replay)
    lines = [f"# {plain(facts['deck']['title'])}", "", say("table-export-game", id=facts["id"]), ""]
    if told := played_as(sitting.deck, facts["options"]):
        lines += [plain(told), ""]
    lines += [f"- {plain(each['name'])}: {plain(each['played_by'])}" for each in facts["delegations"]]
    current = -1
    for at, step in enumerate(replay.steps):
        if step.stand[0] != current:
            current = step.stand[0]
            lines += ["", f"## {say('table-export-round', round=current)}", ""]
        lines += [f"- {plain(line)}" for line in replay.lines(at)]
    ending = facts["ending"]
    if ending is not None:
        scenario = next(each for each in sitting.deck.scenarios if each.kind == ending)
        ending = f"{plain(scenario.title)}. {plain(scenario.text)}"
        lines += ["", f"## {say('table-export-ending')}", "", ending]
    return "\n".join(lines) + "\n"


_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]<>#|"})
_ADDRESS = re.compile(r":(?=//)|(?<=\bmailto):|(?<=\bxmpp):|(?<=\w)@(?=\w)|(?<=\w)\.(?=[^\W\d_]{2})")
"""Where viewers of Markdown see an address and make a link of it that nobody has written."""


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _ADDRESS.sub(r"\\\g<0>", text.translate(_MARKDOWN))
