"""What a debrief says, section by section: the one place that puts it into words for text, Markdown and the page.

`sections_lead` holds the summary that comes first; `sections_board` the tables of capitals, units and of who let whose
text pass; `sections_deals` the details on the deals that were possible, on
what really happened, on what could have been and behind the questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, Sum, cleaned, head, yes_no
from summit_game.debrief.forms.sections_board import capitals, let_pass, units
from summit_game.debrief.forms.sections_deals import aftermath, deals, facts, stories
from summit_game.debrief.forms.sections_deeds import words_and_deeds
from summit_game.debrief.forms.sections_lead import lead
from summit_game.debrief.forms.sizes import CLASS, FULL, SHORT
from summit_game.debrief.model import Debrief, LedgerRow, Moment, VoteRow
from summit_game.engine.board import PHASES, TALK
from summit_game.language.catalogue import say
from summit_game.words.names import capital, signed


def sections(debrief: Debrief) -> tuple[Section, ...]:
    """All sections that this debrief has something to say in: first the summary, then the details."""
    debrief = cleaned(debrief)
    makers = (
        aftermath, deals, stories, facts, points, fits, ledger, votes, capitals, promises, words_and_deeds, facilitator,
        zones, rounds, moves,
    )  # fmt: skip
    return (*lead(debrief, whole=True), *(each for make in makers if (each := make(debrief)).blocks))


def summary(debrief: Debrief) -> tuple[Section, ...]:
    """The sections for a room with little time: how it ended, results, where it tipped, and what to ask."""
    return lead(cleaned(debrief))


def for_class(debrief: Debrief) -> tuple[Section, ...]:
    """The sections for a class: the summary, then who supported whom, capitals, units, promises, and what was said."""
    debrief = cleaned(debrief)
    makers = (votes, capitals, zones, promises, stories)
    return (*lead(debrief), *(each for make in makers if (each := make(debrief)).blocks))


def of_size(debrief: Debrief, size: str) -> tuple[Section, ...]:
    """The sections of one of the sizes."""
    return {SHORT: summary, CLASS: for_class, FULL: sections}[size](debrief)


def title(debrief: Debrief) -> str:
    """The heading of the whole debrief."""
    return say("debrief-title", deck=cleaned(debrief.deck))


def fits(debrief: Debrief) -> Section:
    """How well each ending fits, with lines that add up."""
    blocks: list[Block] = [
        Sum(debrief.endings[each.ending], each.points, each.lines, say("debrief-of-fit")) for each in debrief.fits
    ]
    return Section("fits", say("debrief-title-fits"), tuple(blocks))


def points(debrief: Debrief) -> Section:
    """What the score of each delegation is made of, in lines that add up."""
    blocks: list[Block] = [
        Sum(debrief.seat(each.seat), each.points, each.lines, say("debrief-of-score", surplus=signed(each.surplus)))
        for each in debrief.scores
    ]
    return Section("points", say("debrief-title-points"), tuple(blocks))


def ledger(debrief: Debrief) -> Section:
    """Who gave and gained what, on which issue."""
    if not debrief.ledger:
        return Section("ledger", "", ())
    rows = tuple((f"{debrief.seat(each.seat)}, {debrief.issues[each.issue]}", *_gave(each)) for each in debrief.ledger)
    totals = tuple((debrief.seat(seat), *_gave(debrief.given(seat))) for seat in range(len(debrief.seats)))
    columns = head("gained given together concessions")
    return Section(
        "ledger",
        say("debrief-title-ledger"),
        (
            say("debrief-ledger-how"),
            Grid(say("debrief-grid-delegations"), (*head("delegation"), *columns), totals),
            Grid(say("debrief-grid-issues"), (*head("delegation-issue"), *columns), rows),
        ),
    )


def _gave(row: LedgerRow) -> tuple[str, str, str, str]:
    return str(row.gained), str(row.given), signed(row.gained - row.given), str(row.cards)


def _paid(debrief: Debrief, vote: VoteRow) -> str:
    return debrief.who(seat for seat, each in enumerate(vote.deltas) if each < 0)


def votes(debrief: Debrief) -> Section:
    """What was voted on, who objected, and who would have paid or paid."""
    if not debrief.votes:
        return Section("votes", "", ())
    known = any(each.deltas for each in debrief.votes)
    columns = head("moment by what passed objections")
    rows: list[tuple[str, ...]] = []
    for each in debrief.votes:
        row: tuple[str, ...] = (
            capital(debrief.at(each.moment)), debrief.seat(each.tabler), each.words, yes_no(each.passed),
            debrief.who(each.objectors),
        )  # fmt: skip
        rows.append((*row, _paid(debrief, each), *map(signed, each.deltas)) if known else row)
    blocks: list[Block] = []
    if known:
        columns += (*head("pays"), *debrief.seats)
        blocks.append(say("debrief-votes-how"))
    blocks.append(say("debrief-votes", count=len(debrief.votes), passed=sum(each.passed for each in debrief.votes)))
    grid = Grid(say("debrief-grid-votes"), columns, tuple(rows), tuple(each.moment for each in debrief.votes))
    return Section("votes", say("debrief-title-votes"), (*blocks, grid, let_pass(debrief)))


def promises(debrief: Debrief) -> Section:
    """Promises made in public, and what became of them."""
    if not debrief.promises:
        return Section("promises", "", ())
    outcome = {True: "kept", False: "broken", None: "open" if debrief.ending < 0 else "untested"}
    words = {kept: say(f"debrief-promise-{each}") for kept, each in outcome.items()}
    rows = tuple(
        (capital(debrief.at(each.moment)), debrief.seat(each.seat), each.words, words[each.kept])
        for each in debrief.promises
    )
    outcomes = Counter(each.kept for each in debrief.promises)
    counts = {"count": len(rows), "kept": outcomes[True], "broken": outcomes[False]}
    told = say("debrief-promises", **counts, others=outcomes[None], open=debrief.ending < 0)
    moments = tuple(each.moment for each in debrief.promises)
    grid = Grid(say("debrief-grid-promises"), head("moment by what outcome"), rows, moments)
    return Section("promises", say("debrief-title-promises"), (told, grid))


def facilitator(debrief: Debrief) -> Section:
    """What the facilitator did: notes, pauses, changes of seats, cards, tracks, the clock, an early end."""
    if not debrief.acts:
        return Section("facilitator", "", ())
    rows = tuple((each.at[11:16], str(each.round), each.said) for each in debrief.acts)
    grid = Grid(say("debrief-grid-facilitator"), head("time round what"), rows)
    return Section("facilitator", say("debrief-title-facilitator"), (grid,))


def zones(debrief: Debrief) -> Section:
    """How many units stood where, round by round: with the map if the deck draws one."""
    return maps(debrief) if debrief.maps else units(debrief)


def maps(debrief: Debrief) -> Section:
    """How many units stood where, round by round; pages show the maps too."""
    if not debrief.maps:
        return Section("map", "", ())
    shown = debrief.maps[0].map
    columns = [
        say("map-column", zone=zone.name, side=shown.sides[each.side])
        for zone in shown.zones
        for each in zone.standings
    ]
    rows = tuple(
        (
            str(at.round) if at.round else say("debrief-start"),
            *(
                say("map-cell", there=each.there, cap=each.cap, limited=each.cap < each.usual)
                for zone in at.map.zones
                for each in zone.standings
            ),
        )
        for at in debrief.maps
    )
    units = shown.units[1]
    grid = Grid(say("map-caption"), (*head("round"), *columns), rows)
    return Section("map", say("map-title", units=units), (say("map-schema", units=units), grid))


def _round(moment: Moment) -> str:
    return str(moment.round) if moment.round else say("debrief-start")


def rounds(debrief: Debrief) -> Section:
    """How things stood at the end of every round."""
    ends = debrief.round_ends()
    if not ends:
        return Section("rounds", "", ())
    support = (say("debrief-support", who=each) for each in debrief.seats)
    blocks: list[Block] = [
        Grid(
            say("debrief-grid-tracks"),
            (*head("round"), *debrief.track_names, *support),
            tuple((_round(each), *map(str, each.tracks), *map(str, each.support)) for each in ends),
        ),
        Grid(
            say("debrief-grid-fits"),
            (*head("round"), *debrief.endings),
            tuple((_round(each), *map(str, each.fits)) for each in ends),
        ),
    ]
    if ends[0].values:
        what = (say(f"debrief-worth-{each}", who=who) for who in debrief.seats for each in ("text", "no-deal"))
        rows = tuple(
            (_round(each), *(str(number) for pair in _pairs(each) for number in pair)) for each in ends if each.values
        )
        blocks.append(Grid(say("debrief-grid-worth"), (*head("round"), *what), rows))
    return Section("rounds", say("debrief-title-rounds"), tuple(blocks))


def _pairs(moment: Moment) -> list[tuple[int, int]]:
    return list(zip(moment.values, moment.walk_away, strict=True))


def moves(debrief: Debrief) -> Section:
    """Everything that was done, in order."""
    blocks: list[Block] = []
    for number in sorted({each.round for each in debrief.moments}):
        own = [(at, each) for at, each in enumerate(debrief.moments, 1) if each.round == number]
        items = [item for key, some in groupby(own, alike) for item in _told(key, list(some), debrief)]
        blocks.append(Items(tuple(items), say("debrief-moves-round", round=number), ordered=True))
    return Section("moves", say("debrief-title-moves"), tuple(blocks))


SECRET = ("vote", "order", "answer")
"""Kinds of moments of which nothing may be told while the archive is closed."""


def alike(numbered: tuple[int, Moment]) -> str:
    """The kind of a secret move of which nothing may be told; several in a row make one item of the list."""
    _, moment = numbered
    return moment.kind if moment.kind in SECRET and not (moment.action or moment.said or moment.hidden) else ""


def _told(kind: str, some: Sequence[tuple[int, Moment]], debrief: Debrief) -> list[str]:
    if kind:
        first, last = some[0][0], some[-1][0]
        where = str(first) if first == last else say("debrief-from-to", first=first, last=last)
        who = debrief.who(dict.fromkeys(each.seat for _, each in some))
        return [f"{where}. {say(f'debrief-secret-{kind}', who=who)}"]
    return [f"{at}. {' '.join(happened(debrief, moment))}" for at, moment in some]


def happened(debrief: Debrief, moment: Moment) -> list[str]:
    """What was done at a moment and what was told of it, in sentences."""
    what = f"{debrief.seat(moment.seat)}: {moment.action}."
    told = what in moment.said
    if moment.seat < 0:
        told |= bool(moment.said)  # what a facilitator does is always said to all
    elif moment.phase == PHASES[TALK]:
        told |= bool(moment.said or moment.hidden)  # they quote what was said
    parts = [what] if moment.action and not told else []
    parts += moment.said
    parts += [say("debrief-hidden", what=each) for each in moment.hidden]
    if not parts and moment.kind in SECRET:
        return [say(f"debrief-secret-{moment.kind}", who=debrief.seat(moment.seat))]
    return parts or [f"{debrief.seat(moment.seat)}: {moment.kind}."]
