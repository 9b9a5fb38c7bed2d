"""Several tables side by side: how each ended, its text, scores, distance to the front and tension.

A comparison says first whether the tables played the same: deck, options, rules and seed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from summit_game.debrief.analyse import analyse
from summit_game.debrief.forms import page
from summit_game.debrief.forms.blocks import Block, Grid, Section, cleaned, head, yes_no
from summit_game.debrief.forms.page.courses import small_course
from summit_game.debrief.forms.page.render import render
from summit_game.debrief.forms.sheets import sheet_of
from summit_game.debrief.forms.text import written as as_text
from summit_game.debrief.model import Debrief
from summit_game.engine.board import BRACKETS
from summit_game.engine.setting import TENSION
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting
from summit_game.words.names import listed, signed
from summit_game.words.safe import clean

FORMAT = 1
NONE = "-"
COLUMNS = ("table", "id", "section", "round", "delegation", "issue", "item", "value", "words")


@dataclass(frozen=True)
class Seated:
    """One table: its debrief, and what it was dealt. `seed` is compared and never shown."""

    debrief: Debrief
    digest: str
    options: str
    rules: str
    seed: int
    note: str = ""
    """What is wrong with its journal, if anything."""
    called: str = ""
    """What the people called their table, if anything."""

    @property
    def known_as(self) -> str:
        """How it is told apart: by the name that people gave it, and by its file."""
        return f"{self.called} ({self.debrief.id})" if self.called else self.debrief.id


def seated(sitting: Sitting, pseudonyms: bool = False) -> Seated:
    """A sitting as one table of a comparison."""
    first = sitting.table.history.entries[0].data
    options = first["options"]
    variants, without = options["variants"], options["without"]
    named = {"variants": "; ".join(variants) or "none", "without": "; ".join(without) or "none"}
    named["set"] = str(options.get("set", "none"))
    rules = json.dumps([first["rounds"], first["modules"]], sort_keys=True)
    return Seated(
        cleaned(analyse(sitting, pseudonyms=pseudonyms)),
        first["deck"]["digest"],
        say("compare-options", seats=options["seats"], **named),
        rules,
        first["secret"]["seed"],
        clean(sitting.note),
        sitting.name,
    )


def name(at: int) -> str:
    """What a table is called here."""
    return say("compare-table", number=at + 1)


def differences(tables: Sequence[Seated]) -> tuple[str, ...]:
    """What the tables did not have in common, in sentences that say what follows from it; empty if nothing."""
    said = []
    for what, differ in (
        ("deck", lambda each: each.digest),
        ("options", lambda each: each.options),
        ("rules", lambda each: each.rules),
        ("seed", lambda each: each.seed),
    ):
        groups = _groups(tables, differ)
        if len(groups) > 1:
            alike = "; ".join(listed(name(at) for at in group) for group in groups if len(group) > 1)
            said.append(say("compare-differ", what=what, alike=alike or "none"))
    return tuple(said)


def _groups(tables: Sequence[Seated], key: Callable[[Seated], Hashable]) -> list[list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at, each in enumerate(tables):
        groups.setdefault(key(each), []).append(at)
    return list(groups.values())


def sections(tables: Sequence[Seated]) -> tuple[Section, ...]:
    """The comparison in sections, as every written form shows it."""
    same = differences(tables) or (say("compare-same"),)
    noted = any(each.note for each in tables)
    rows = (
        (name(at), each.known_as, each.debrief.deck, each.options, each.debrief.played_on, each.note)
        for at, each in enumerate(tables)
    )
    columns = head("table game deck options played note" if noted else "table game deck options played")
    who = Grid(say("compare-grid-tables"), columns, tuple(row[: len(columns)] for row in rows))
    blocks: dict[str, tuple[Block, ...]] = {
        "tables": (*same, who),
        "outcomes": (_outcomes(tables), say("about-tables-no-forecast")),
        "terms": (_terms(tables),),
        "scores": _scores(tables),
        "tension": (_tension(tables),),
    }
    return tuple(Section(key, say(f"compare-title-{key}"), each) for key, each in blocks.items())


def _names(tables: Sequence[Seated]) -> tuple[str, ...]:
    return tuple(map(name, range(len(tables))))


def _ending(debrief: Debrief) -> str:
    return debrief.endings[debrief.ending] if debrief.ending >= 0 else say("compare-no-ending")


def _distance(debrief: Debrief) -> str:
    found = debrief.deals
    if found is None:
        return NONE
    if found.on_front:
        return say("compare-on-front")
    return say("compare-distance", points=found.distance, better=found.dominating)


def _outcomes(tables: Sequence[Seated]) -> Grid:
    rows = []
    for at, table in enumerate(tables):
        each = table.debrief
        passed = say("compare-of", part=sum(vote.passed for vote in each.votes), whole=len(each.votes))
        reached = say("compare-of", part=each.last_round, whole=each.rounds)
        tension = str(each.moments[-1].tracks[TENSION]) if each.moments else NONE
        rows.append((name(at), _ending(each), yes_no(each.in_force), reached, _distance(each), passed, tension))
    return Grid(say("compare-grid-outcomes"), head("table ending force round distance votes tension"), tuple(rows))


def _union(lists: Sequence[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(each for one in lists for each in one))


def _terms(tables: Sequence[Seated]) -> Grid:
    rows = []
    for issue in _union([each.debrief.issue_ids for each in tables]):
        title = next(
            _named(d.debrief.issue_ids, d.debrief.issues, issue) for d in tables if issue in d.debrief.issue_ids
        )
        rows.append((f"{title} ({issue})", *(_term(each.debrief, issue) for each in tables)))
    return Grid(say("compare-grid-terms"), (*head("issue"), *_names(tables)), tuple(rows))


def _named(ids: Sequence[str], titles: Sequence[str], wanted: str) -> str:
    return titles[ids.index(wanted)]


def _term(debrief: Debrief, issue: str) -> str:
    if issue not in debrief.issue_ids or not debrief.moments:
        return NONE
    at = debrief.issue_ids.index(issue)
    return debrief.cell(at, debrief.moments[-1].text[at])


def _scores(tables: Sequence[Seated]) -> tuple[Block, ...]:
    rows = []
    for seat in _union([each.debrief.seat_ids for each in tables]):
        title = next(_named(d.debrief.seat_ids, d.debrief.seats, seat) for d in tables if seat in d.debrief.seat_ids)
        rows.append((title, *(_score(each.debrief, seat) for each in tables)))
    together = (*head("together"), *(_sum_of_surplus(each.debrief) for each in tables))
    grid = Grid(say("compare-grid-scores"), (*head("delegation"), *_names(tables)), (*rows, together))
    return say("compare-scores-how"), grid


def _score(debrief: Debrief, seat: str) -> str:
    if seat not in debrief.seat_ids or not debrief.scores:
        return NONE
    each = debrief.scores[debrief.seat_ids.index(seat)]
    return say("compare-score", points=each.points, surplus=signed(each.surplus), rating=each.rating)


def _sum_of_surplus(debrief: Debrief) -> str:
    if not debrief.scores:
        return NONE
    points = sum(each.points for each in debrief.scores)
    return f"{points} ({signed(sum(each.surplus for each in debrief.scores))})"


def _tension(tables: Sequence[Seated]) -> Grid:
    ends = [{each.round: str(each.tracks[TENSION]) for each in table.debrief.round_ends()} for table in tables]
    numbers = sorted({number for each in ends for number in each})
    columns = (*head("table"), *(say("compare-round", round=number) for number in numbers))
    rows = tuple((name(at), *(each.get(number, NONE) for number in numbers)) for at, each in enumerate(ends))
    return Grid(say("compare-grid-tension"), columns, rows)


# --- the forms -----------------------------------------------------------------------------------------------------


def text(tables: Sequence[Seated]) -> str:
    """The comparison as plain text."""
    return as_text(say("compare-title"), sections(tables))


def html(tables: Sequence[Seated]) -> str:
    """The comparison as one page, with the tension of every table as small pictures side by side."""
    shown = [(name(at), each.debrief) for at, each in enumerate(tables) if each.debrief.moments]
    rows = [(_kind(each), f"{table}: {_ending(each)}", small_course(each, TENSION), each) for table, each in shown]
    pictures: dict[str, Markup] = {"tension": render("tensions.html", rows=rows, tension=TENSION)} if rows else {}
    return page.written(say("compare-title"), sections(tables), pictures)


def _kind(debrief: Debrief) -> str:
    return debrief.ending_ids[debrief.ending] if debrief.ending >= 0 else ""


def as_data(tables: Sequence[Seated]) -> dict[str, Any]:
    """The comparison as plain data: `same` and `differences` first, then one object for each table."""
    said = differences(tables)
    return {"format": FORMAT, "same": not said, "differences": list(said), "tables": [_data(each) for each in tables]}


def _data(table: Seated) -> dict[str, Any]:
    d = table.debrief
    found = d.deals
    text = d.moments[-1].text if d.moments else ()
    return {
        "id": d.id,
        **({"name": table.called} if table.called else {}),
        "deck": d.deck,
        "digest": table.digest,
        "options": table.options,
        "played_on": d.played_on,
        "note": table.note,
        "ending": d.ending_ids[d.ending] if d.ending >= 0 else None,
        "in_force": d.in_force,
        "rounds": d.rounds,
        "last_round": d.last_round,
        "distance": found.distance if found is not None else None,
        "on_front": found.on_front if found is not None else None,
        "dominating": found.dominating if found is not None else None,
        "votes": len(d.votes),
        "votes_passed": sum(vote.passed for vote in d.votes),
        "text": {issue: None if level == BRACKETS else level for issue, level in zip(d.issue_ids, text, strict=False)},
        "scores": {
            d.seat_ids[each.seat]: {"points": each.points, "surplus": each.surplus, "rating": each.rating}
            for each in d.scores
        },
        "tension": [each.tracks[TENSION] for each in d.moments],
        "tension_by_round": {str(each.round): each.tracks[TENSION] for each in d.round_ends()},
    }


def as_json(tables: Sequence[Seated]) -> str:
    """`as_data` as a JSON text."""
    return json.dumps(as_data(tables), indent=1, ensure_ascii=False) + "\n"


def sheet(tables: Sequence[Seated]) -> str:
    """The comparison as one tidy table for a spreadsheet, with the columns of `COLUMNS`."""
    rows: list[tuple[object, ...]] = [("", "", "same", "", "", "", "", "", each) for each in differences(tables)]
    for at, table in enumerate(tables):
        d, own = table.debrief, _data(table)
        first = (name(at), d.id)
        ending = own["ending"] or ""
        rows += [
            (*first, "outcome", "", "", "", "ending", "", ending),
            (*first, "outcome", "", "", "", "options", "", table.options),
        ]
        for key in ("in_force", "rounds", "last_round", "distance", "on_front", "dominating", "votes", "votes_passed"):
            value = own[key]
            rows.append((*first, "outcome", "", "", "", key, int(value) if value is not None else "", ""))
        for issue, level in own["text"].items():
            words = _term(d, issue)
            rows.append((*first, "text", "", "", issue, "level", BRACKETS if level is None else level, words))
        for seat, result in own["scores"].items():
            rows += [(*first, "score", "", seat, "", key, value, "") for key, value in result.items()]
        rows += [
            (*first, "tension", number, "", "", "", value, "") for number, value in own["tension_by_round"].items()
        ]
    return sheet_of(COLUMNS, rows)
