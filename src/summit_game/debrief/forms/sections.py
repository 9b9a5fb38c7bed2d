"""What a debrief says, section by section: the one place that puts it into words for text, Markdown and the page.

`sections_lead` holds the summary that comes first; `sections_deals` the details on the deals that were possible, on
what really happened, on what could have been and behind the questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, Sum, cleaned, yes_no
from summit_game.debrief.forms.sections_deals import aftermath, deals, facts, stories
from summit_game.debrief.forms.sections_lead import lead
from summit_game.debrief.model import Debrief, Moment, VoteRow
from summit_game.words.names import capital, count, signed


def sections(debrief: Debrief) -> tuple[Section, ...]:
    """All sections that this debrief has something to say in: first the summary, then the details."""
    debrief = cleaned(debrief)
    makers = (
        aftermath, deals, stories, facts, points, fits, ledger, votes, promises, rounds, moves,
    )  # fmt: skip
    return (*lead(debrief), *(each for make in makers if (each := make(debrief)).blocks))


def summary(debrief: Debrief) -> tuple[Section, ...]:
    """The sections for a room with little time: how it ended, results, where it tipped, and what to ask."""
    return lead(cleaned(debrief))


def title(debrief: Debrief) -> str:
    """The heading of the whole debrief."""
    return f"Debrief: {cleaned(debrief.deck)}"


def fits(debrief: Debrief) -> Section:
    """How well each ending fits, with lines that add up."""
    blocks: list[Block] = [
        Sum(debrief.endings[each.ending], each.points, each.lines, "of 100 points of fit") for each in debrief.fits
    ]
    return Section("fits", "How well each ending fitted", tuple(blocks))


def points(debrief: Debrief) -> Section:
    """What the score of each delegation is made of, in lines that add up."""
    blocks: list[Block] = [
        Sum(debrief.seat(each.seat), each.points, each.lines, f"points, surplus {signed(each.surplus)}")
        for each in debrief.scores
    ]
    return Section("points", "Point by point", tuple(blocks))


def ledger(debrief: Debrief) -> Section:
    """Who gave and gained what, on which issue."""
    if not debrief.ledger:
        return Section("ledger", "", ())
    rows = tuple(
        (f"{debrief.seat(each.seat)}, {debrief.issues[each.issue]}", str(each.gained), str(each.given),
         signed(each.gained - each.given), str(each.cards))
        for each in debrief.ledger
    )  # fmt: skip
    totals = []
    for seat in range(len(debrief.seats)):
        own = debrief.given(seat)
        totals.append(
            (debrief.seat(seat), str(own.gained), str(own.given), signed(own.gained - own.given), str(own.cards))
        )
    head = ("Gained", "Given", "Together", "Concessions")
    return Section(
        "ledger",
        "Who gave what",
        (
            "Points by each delegation's own brief, over all changes of the text. Concessions are its own cards that "
            "were adopted in a package or played as a step.",
            Grid("Delegations", ("Delegation", *head), tuple(totals)),
            Grid("Issue by issue", ("Delegation and issue", *head), rows),
        ),
    )


def _paid(debrief: Debrief, vote: VoteRow) -> str:
    return debrief.who(seat for seat, each in enumerate(vote.deltas) if each < 0)


def votes(debrief: Debrief) -> Section:
    """What was voted on, who objected, and who would have paid or paid."""
    if not debrief.votes:
        return Section("votes", "", ())
    known = any(each.deltas for each in debrief.votes)
    head: tuple[str, ...] = ("Moment", "By", "What", "Passed", "Objections")
    rows: list[tuple[str, ...]] = []
    for each in debrief.votes:
        row: tuple[str, ...] = (
            capital(debrief.at(each.moment)), debrief.seat(each.tabler), each.words, yes_no(each.passed),
            debrief.who(each.objectors),
        )  # fmt: skip
        rows.append((*row, _paid(debrief, each), *map(signed, each.deltas)) if known else row)
    blocks: list[Block] = []
    if known:
        head += ("Who pays", *debrief.seats)
        blocks.append(
            "The points are what adopting the package means to each delegation by its brief; in a vote on signing, "
            "what the text is worth over no deal at that moment. Who pays is who would lose by it."
        )
    adopted = sum(each.passed for each in debrief.votes)
    blocks.append(f"{count(len(debrief.votes), 'vote')}, {adopted} passed.")
    return Section("votes", "Votes", (*blocks, Grid("Every vote that was shown", head, tuple(rows))))


def promises(debrief: Debrief) -> Section:
    """Promises made in public, and what became of them."""
    if not debrief.promises:
        return Section("promises", "", ())
    open_ = "not known yet" if debrief.ending < 0 else "not tested, since the game ended first"
    words = {True: "kept", False: "broken", None: open_}
    rows = tuple(
        (capital(debrief.at(each.moment)), debrief.seat(each.seat), each.words, words[each.kept])
        for each in debrief.promises
    )
    kept = sum(each.kept is True for each in debrief.promises)
    broken = sum(each.kept is False for each in debrief.promises)
    unknown = len(debrief.promises) - kept - broken
    others = f", {unknown} {open_}" if unknown else ""
    return Section(
        "promises",
        "Promises",
        (
            f"{count(len(debrief.promises), 'promise')}: {kept} kept, {broken} broken{others}.",
            Grid("Every promise", ("Moment", "By", "What", "Outcome"), rows),
        ),
    )


def _round(moment: Moment) -> str:
    return str(moment.round) if moment.round else "Start"


def rounds(debrief: Debrief) -> Section:
    """How things stood at the end of every round."""
    ends = debrief.round_ends()
    if not ends:
        return Section("rounds", "", ())
    blocks: list[Block] = [
        Grid(
            "Tracks",
            ("Round", *debrief.track_names, *(f"Support, {each}" for each in debrief.seats)),
            tuple((_round(each), *map(str, each.tracks), *map(str, each.support)) for each in ends),
        ),
        Grid(
            "How well each ending would have fitted then",
            ("Round", *debrief.endings),
            tuple((_round(each), *map(str, each.fits)) for each in ends),
        ),
    ]
    if ends[0].values:
        blocks.append(
            Grid(
                "What the text and no deal were worth, in points",
                ("Round", *(f"{each}, {what}" for each in debrief.seats for what in ("text", "no deal"))),
                tuple(
                    (_round(each), *(str(number) for pair in _pairs(each) for number in pair))
                    for each in ends
                    if each.values
                ),
            )
        )
    return Section("rounds", "Round by round", tuple(blocks))


def _pairs(moment: Moment) -> list[tuple[int, int]]:
    return list(zip(moment.values, moment.walk_away, strict=True))


def moves(debrief: Debrief) -> Section:
    """Everything that was done, in order."""
    blocks: list[Block] = []
    for number in sorted({each.round for each in debrief.moments}):
        own = [(at, each) for at, each in enumerate(debrief.moments, 1) if each.round == number]
        items = [item for key, some in groupby(own, _alike) for item in _told(key, list(some), debrief)]
        blocks += [f"Round {number}" if number else "Before round 1", Items(tuple(items), ordered=True)]
    return Section("moves", "Move by move", tuple(blocks))


_SECRET = {"vote": "Secret votes", "order": "Secret orders"}


def _alike(numbered: tuple[int, Moment]) -> str:
    """The kind of a secret move of which nothing may be told; several in a row make one item of the list."""
    _, moment = numbered
    return moment.kind if moment.kind in _SECRET and not (moment.action or moment.said or moment.hidden) else ""


def _told(kind: str, some: Sequence[tuple[int, Moment]], debrief: Debrief) -> list[str]:
    if kind:
        where = " to ".join(dict.fromkeys(f"{at}" for at, _ in (some[0], some[-1])))
        return [f"{where}. {_SECRET[kind]}: {debrief.who(dict.fromkeys(each.seat for _, each in some))}."]
    return [f"{at}. {_words(moment, debrief)}" for at, moment in some]


def _words(moment: Moment, debrief: Debrief) -> str:
    what = f"{debrief.seat(moment.seat)}: {moment.action}."
    told = what in moment.said or (moment.seat < 0 and moment.said)  # what a facilitator does is always said to all
    parts = [what] if moment.action and not told else []
    parts += moment.said
    parts += [f"[Archive: {each}]" for each in moment.hidden]
    return " ".join(parts) or f"{debrief.seat(moment.seat)}: {moment.kind}."
