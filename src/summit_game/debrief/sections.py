"""What a debrief says, section by section: the one place that puts it into words for text, Markdown and the page.

`sections_deals` holds the sections on the deals that were possible, on what really happened and for the room.
"""

from __future__ import annotations

from itertools import pairwise

from summit_game.debrief.blocks import Block, Grid, Items, Names, Section, Sum, cleaned, count, yes_no
from summit_game.debrief.model import ARCHIVE, PUBLIC, Debrief, Moment, VoteRow
from summit_game.debrief.sections_deals import deals, out_of_role, questions, stories, whatifs
from summit_game.engine.scoring import band
from summit_game.words.names import signed


def sections(debrief: Debrief) -> tuple[Section, ...]:
    """All sections that this debrief has something to say in, in the order in which a room talks about them."""
    debrief = cleaned(debrief)
    makers = (
        table, verdict, fits, scores, ledger, votes, promises, turning, rounds, deals, stories, whatifs, questions,
        out_of_role, moves,
    )  # fmt: skip
    made = (make(debrief, Names(debrief)) for make in makers)
    return tuple(each for each in made if each.blocks)


def title(debrief: Debrief) -> str:
    """The heading of the whole debrief."""
    return f"Debrief: {cleaned(debrief.deck)}"


def table(debrief: Debrief, names: Names) -> Section:
    """Who played what and when, after the note."""
    sat = Grid(
        "Who sat at the table",
        ("Delegation", "Played by"),
        tuple(zip(debrief.seats, (each or "not said" for each in debrief.sitters), strict=True)),
    )
    played = (
        f"Game {debrief.id}, played on {debrief.played_on} in {count(debrief.minutes, 'minute')}. "
        f"It reached round {debrief.last_round} of {debrief.rounds}."
    )
    shown = {
        PUBLIC: "Only what everybody saw is shown.",
        ARCHIVE: "The archive is open: hands, secret votes and orders, and the reasons of bots are shown.",
    }.get(debrief.shown, "Shown is what everybody saw and, as at the end of a game, what each delegation reached.")
    return Section("table", "The table", (*((debrief.note,) if debrief.note else ()), played, shown, sat))


def verdict(debrief: Debrief, names: Names) -> Section:
    """How it ended."""
    blocks: list[Block] = []
    if debrief.ending >= 0:
        force = "A treaty is in force." if debrief.in_force else "No treaty is in force."
        blocks.append(f"{debrief.endings[debrief.ending]}. {force}")
    else:
        blocks.append("The game has no ending: it goes on, or the facilitator ended it early.")
    blocks += debrief.verdict
    if debrief.winners:
        best = names.seats(debrief.winners)
        blocks.append(f"Highest result, for those who play for a single winner (R8.7): {best}.")
    if debrief.moments:
        last = debrief.moments[-1]
        rows = tuple(
            (debrief.issues[issue], names.short(issue, level), str(_changes_of(debrief, issue)))
            for issue, level in enumerate(last.text)
        )
        blocks.append(Grid("The text at the end", ("Issue", "Level", "Times changed"), rows))
    return Section("ending", "How it ended", tuple(blocks))


def _changes_of(debrief: Debrief, issue: int) -> int:
    levels = [moment.text[issue] for moment in debrief.moments]
    return sum(was != now for was, now in pairwise(levels))


def fits(debrief: Debrief, names: Names) -> Section:
    """How well each ending fits, with lines that add up."""
    blocks: list[Block] = [
        Sum(debrief.endings[each.ending], each.points, each.lines, "of 100 points of fit") for each in debrief.fits
    ]
    return Section("fits", "How well each ending fitted", tuple(blocks))


def scores(debrief: Debrief, names: Names) -> Section:
    """What each delegation reached, against no deal and against the best that was possible."""
    if not debrief.scores:
        return Section("scores", "", ())
    best = debrief.deals.best if debrief.deals is not None else ()
    head: tuple[str, ...] = ("Delegation", "Score", "No deal", "Surplus", "Rating", "In words")
    rows: list[tuple[str, ...]] = [
        (names.seat(each.seat), str(each.points), str(each.reservation), signed(each.surplus), str(each.rating),
         band(each.rating))
        for each in debrief.scores
    ]  # fmt: skip
    if best:
        head += ("Best text possible",)
        rows = [(*row, str(best[each.seat])) for row, each in zip(rows, debrief.scores, strict=True)]
    blocks: list[Block] = [
        "No deal is what a delegation counts on without a treaty; surplus is the score over it. A rating of 50 is "
        "exactly no deal, of 100 at least 20 points more (R8.5).",
        Grid("Results", head, tuple(rows)),
    ]
    blocks += [
        Sum(names.seat(each.seat), each.points, each.lines, f"points, surplus {signed(each.surplus)}")
        for each in debrief.scores
    ]
    return Section("scores", "What each delegation reached", tuple(blocks))


def ledger(debrief: Debrief, names: Names) -> Section:
    """Who gave and gained what, on which issue."""
    if not debrief.ledger:
        return Section("ledger", "", ())
    rows = tuple(
        (f"{names.seat(each.seat)}, {debrief.issues[each.issue]}", str(each.gained), str(each.given),
         signed(each.gained - each.given), str(each.cards))
        for each in debrief.ledger
    )  # fmt: skip
    totals = []
    for seat in range(len(debrief.seats)):
        own = [each for each in debrief.ledger if each.seat == seat]
        gained, given = sum(each.gained for each in own), sum(each.given for each in own)
        totals.append(
            (names.seat(seat), str(gained), str(given), signed(gained - given), str(sum(each.cards for each in own)))
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
    seats = debrief.seats
    return ", ".join(f"{seats[seat]} {each}" for seat, each in enumerate(vote.deltas) if each < 0) or "nobody"


def votes(debrief: Debrief, names: Names) -> Section:
    """What was voted on, who objected, and who would have paid or paid."""
    if not debrief.votes:
        return Section("votes", "", ())
    known = any(each.deltas for each in debrief.votes)
    head: tuple[str, ...] = ("Moment", "By", "What", "Passed", "Objections")
    rows: list[tuple[str, ...]] = []
    for each in debrief.votes:
        row: tuple[str, ...] = (
            _first(names.at(each.moment)), names.seat(each.tabler), each.words, yes_no(each.passed),
            names.seats(each.objectors),
        )  # fmt: skip
        rows.append((*row, names.by_seat(each.deltas, sign=True), _paid(debrief, each)) if known else row)
    blocks: list[Block] = []
    if known:
        head += ("Points", "Who pays")
        blocks.append(
            "Points are what adopting the package means to each delegation by its brief; in a vote on signing, what "
            "the text is worth over no deal at that moment."
        )
    adopted = sum(each.passed for each in debrief.votes)
    blocks.append(f"{count(len(debrief.votes), 'vote')}, {adopted} passed.")
    return Section("votes", "Votes", (*blocks, Grid("Every vote that was shown", head, tuple(rows))))


def promises(debrief: Debrief, names: Names) -> Section:
    """Promises made in public, and what became of them."""
    if not debrief.promises:
        return Section("promises", "", ())
    open_ = "not known yet" if debrief.ending < 0 else "not tested, since the game ended first"
    words = {True: "kept", False: "broken", None: open_}
    rows = tuple(
        (_first(names.at(each.moment)), names.seat(each.seat), each.words, words[each.kept])
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


def turning(debrief: Debrief, names: Names) -> Section:
    """Where the game tipped."""
    items = tuple(
        f"{_first(names.at(each.moment))}: {each.words} "
        f"({debrief.endings[each.ending]}: fit {each.before} to {each.after}, {signed(each.after - each.before)})"
        for each in debrief.turning
    )
    return Section("turning", "Where it tipped", (Items(items),) if items else ())


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _round(moment: Moment) -> str:
    return str(moment.round) if moment.round else "Start"


def last_of_rounds(debrief: Debrief) -> list[Moment]:
    """The last moment of every round, in order."""
    by_round = {each.round: each for each in debrief.moments}
    return [by_round[each] for each in sorted(by_round)]


def rounds(debrief: Debrief, names: Names) -> Section:
    """How things stood at the end of every round."""
    ends = last_of_rounds(debrief)
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


def moves(debrief: Debrief, names: Names) -> Section:
    """Everything that was done, in order."""
    blocks: list[Block] = []
    for number in sorted({each.round for each in debrief.moments}):
        items = []
        for at, moment in enumerate(debrief.moments):
            if moment.round == number:
                what = [f"{names.seat(moment.seat)}: {moment.action}."] if moment.action else []
                hidden = [f"[Archive: {each}]" for each in moment.hidden]
                words = " ".join((*what, *moment.said, *hidden)) or f"{names.seat(moment.seat)}: {moment.kind}."
                items.append(f"{at + 1}. {words}")
        blocks += [f"Round {number}" if number else "Before round 1", Items(tuple(items), ordered=True)]
    return Section("moves", "Move by move", tuple(blocks))
