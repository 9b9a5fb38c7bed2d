"""What each person did at a table, as far as everybody saw it, and an empty rubric beside it: for a teacher.

The counts say what was done, not how well; people who sat together share them. Bots are left out. Only what everybody
saw is counted, so it may be written while a game goes on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summit_game.debrief.forms.blocks import cleaned
from summit_game.debrief.forms.markdown import literal
from summit_game.debrief.forms.sheets import sheet_of
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.language.catalogue import say
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.opening import Sitting
from summit_game.table.seatings import Seating

COUNTS = ("decisions", "proposals", "packages", "adopted", "promises", "kept", "broken", "objections", "adviser")
"""What is counted, by its column."""
RUBRIC = ("preparation", "argument", "agreement", "reflection")
"""What a teacher fills in."""


@dataclass(frozen=True)
class Graded:
    """A person at a delegation. `id` is empty and `name` says "a person" for those who gave no name."""

    id: str
    name: str
    delegation: str
    rounds: str
    counts: tuple[int, ...]
    """In the order of `COUNTS`."""


def graded(sitting: Sitting, pseudonyms: bool = False) -> tuple[Graded, ...]:
    """Every person of every team, in the order of delegations and of sitting down. `pseudonyms`: ids for names."""
    table = sitting.table
    sat = [each for each in table.seatings if not each.sitter.bot]
    counted = _counted(sat, table.history.line())
    asked = [each for each in table.history.entries if each.kind == kinds.ADVICE]
    for each in sat:
        counted[each]["adviser"] = sum(each.has(one.seat, one.number) for one in asked)
    people: dict[tuple[int, str], list[Seating]] = {}
    for at, each in enumerate(sat):
        for name in each.sitter.people or (f"\0{at}",):  # Of those without a name nobody knows who is who.
            people.setdefault((each.seat, name), []).append(each)
    result = []
    for (seat, name), own in people.items():
        nameless = name.startswith("\0")
        known = "" if nameless else table.people.id_of(name)
        counts = sum((counted[each] for each in own), Counter[str]())
        shown = say("sitting-somebody") if nameless else known if pseudonyms else name
        delegation = table.setting.seat_specs[seat].name
        result.append(Graded(known, shown, delegation, _rounds(own), tuple(counts[each] for each in COUNTS)))
    return cleaned(tuple(result))


def key_of(sitting: Sitting) -> str:
    """Who is who: a line for each person, id and name."""
    named = dict.fromkeys(name for each in sitting.table.seatings for name in each.sitter.people)
    return "".join(f"{sitting.table.people.id_of(name)} = {name}\n" for name in cleaned(tuple(named)))


def _rounds(own: Iterable[Seating]) -> str:
    """The rounds in which somebody held a seat: `1, 3-5`."""
    spans = ((each.first_round, each.last_round) for each in own)
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def _counted(sat: Sequence[Seating], line: Iterable[Entry]) -> dict[Seating, Counter[str]]:
    """What was done on the line of play by whoever held a seat; a promise is theirs who made it."""
    found = {each: Counter(decisions=each.decisions) for each in sat}
    promised: dict[tuple[int, int], Counter[str]] = {}

    def own(seat: int, entry: Entry) -> Counter[str]:
        return next((found[each] for each in sat if each.has(seat, entry.number)), Counter())

    for entry in line:
        for event in entry.events:
            for seat, what, number in _done(event):
                own(seat, entry)[what] += number
            match event:
                case ev.Acted(seat, a.Action(a.PROMISE, args)) if args[0] != a.NO_PROMISE:
                    promised[seat, args[0]] = own(seat, entry)
                case ev.PromiseChecked(seat, kind, kept) if (seat, kind) in promised:
                    promised.pop((seat, kind))["kept" if kept else "broken"] += 1
    return found


def _done(event: ev.Event) -> Iterator[tuple[int, str, int]]:
    """Seat, what it did, and how often, of what everybody saw."""
    match event:
        case ev.PackageTabled():
            yield event.seat, "packages", 1
            yield event.seat, "proposals", len(event.proposals)
        case ev.PackageAdopted():
            yield event.seat, "adopted", 1
        case ev.Acted(seat, a.Action(a.PROMISE, args)) if args[0] != a.NO_PROMISE:
            yield seat, "promises", 1
        case ev.VotesShown():
            yield from ((seat, "objections", 1) for seat in event.objectors)


# --- written ---------------------------------------------------------------------------------------------------------


def written(sitting: Sitting, form: str, pseudonyms: bool = False) -> str:
    """The same as `md`, `csv` or `json`."""
    people = graded(sitting, pseudonyms)
    return {"md": _markdown, "csv": _csv, "json": _json}[form](sitting, people)


def _markdown(sitting: Sitting, people: Sequence[Graded]) -> str:
    lines = [f"# {literal(say('grading-title', deck=sitting.deck.deck.title))}", "", say("grading-how"), ""]
    for each in people:
        who = f"{each.id}, {each.name}" if each.id not in ("", each.name) else each.name
        lines += [f"## {literal(who)}", "", literal(say("grading-sat", who=each.delegation, rounds=each.rounds)), ""]
        done = (f"{say(f'grading-{name}')}: {count}" for name, count in zip(COUNTS, each.counts, strict=True))
        lines += [f"- {literal(fact)}" for fact in done]
        columns = (say(f"grading-{each}") for each in ("criterion", "mark", "remark"))
        lines += ["", f"| {' | '.join(map(literal, columns))} |", "|---|---|---|"]
        lines += [*(f"| {literal(say(f'grading-{row}'))} | | |" for row in RUBRIC), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _csv(sitting: Sitting, people: Sequence[Graded]) -> str:
    columns = ("id", "name", "delegation", "rounds", *COUNTS, *RUBRIC)
    rows = ((each.id, each.name, each.delegation, each.rounds, *each.counts, *("",) * len(RUBRIC)) for each in people)
    return sheet_of(columns, rows)


def _json(sitting: Sitting, people: Sequence[Graded]) -> str:
    told = [
        {
            "id": each.id or None,
            "name": each.name,
            "delegation": each.delegation,
            "rounds": each.rounds,
            **dict(zip(COUNTS, each.counts, strict=True)),
            "rubric": dict.fromkeys(RUBRIC),
        }
        for each in people
    ]
    return json.dumps({"format": 1, "id": sitting.id, "people": told}, indent=1, ensure_ascii=False) + "\n"
