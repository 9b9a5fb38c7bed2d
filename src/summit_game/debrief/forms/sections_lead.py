"""The summary that a debrief begins with: what a teacher with a quarter of an hour needs, on about one page."""

from __future__ import annotations

from itertools import pairwise

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section
from summit_game.debrief.forms.sections_deals import place, whatifs
from summit_game.debrief.model import ARCHIVE, CLOSED, PUBLIC, Debrief
from summit_game.engine.scoring import band
from summit_game.words.names import capital, count, listed, signed

LONG = 300
"""Minutes; a longer game was hardly played at one go."""


def lead(debrief: Debrief) -> tuple[Section, ...]:
    """The sections of the summary that have something to say, in the order in which a room talks about them."""
    makers = (table, ending, scores, turning, chances, whatifs, questions, out_of_role)
    return tuple(each for make in makers if (each := make(debrief)).blocks)


def table(debrief: Debrief) -> Section:
    """What a reader should know first, who played what and when, and how much is shown."""
    sat = "; ".join(f"{who}, {by or 'not said'}" for who, by in zip(debrief.seats, debrief.sitters, strict=True))
    played = (
        f"Game {debrief.id}, played on {debrief.played_on}, {_minutes(debrief.minutes)}. "
        f"It reached round {debrief.last_round} of {debrief.rounds}."
    )
    shown = {
        PUBLIC: "Only what everybody saw is shown.",
        ARCHIVE: "The archive is open: hands, secret votes and orders, and the reasons of bots are shown.",
    }.get(debrief.shown, "Shown is what everybody saw and, as at the end of a game, what each delegation reached.")
    note = debrief.note.removesuffix(CLOSED).strip()
    if debrief.note.endswith(CLOSED):
        shown = CLOSED if shown in note else f"{shown} {CLOSED}"
    blocks = (note, played, f"Players: {sat}.", shown)
    return Section("table", "The table", tuple(each for each in blocks if each), lead=True)


def _minutes(minutes: int) -> str:
    if minutes > LONG:
        return f"with {count(minutes // 60, 'hour')} from the first move to the last, pauses included"
    return f"in {count(minutes, 'minute')}" if minutes else "in less than a minute"


def ending(debrief: Debrief) -> Section:
    """How it ended, and the text at the end."""
    blocks: list[Block] = []
    if debrief.ending >= 0:
        force = "A treaty is in force." if debrief.in_force else "No treaty is in force."
        blocks.append(f"{debrief.endings[debrief.ending]}. {force}")
    else:
        blocks.append("There is no ending.")
    blocks += map(capital, debrief.verdict[: max(1, len(debrief.verdict) - 1)])
    if debrief.moments:
        rows = tuple(
            (debrief.issues[issue], debrief.cell(issue, level), str(_changes_of(debrief, issue)))
            for issue, level in enumerate(debrief.moments[-1].text)
        )
        over = debrief.ending >= 0
        blocks.append(Grid("The text at the end" if over else "The text", ("Issue", "Level", "Times changed"), rows))
    return Section("ending", "How it ended" if debrief.ending >= 0 else "How it stands", tuple(blocks), lead=True)


def _changes_of(debrief: Debrief, issue: int) -> int:
    levels = [moment.text[issue] for moment in debrief.moments]
    return sum(was != now for was, now in pairwise(levels))


def scores(debrief: Debrief) -> Section:
    """What each delegation reached against no deal, what it gave and gained, and how it behaved."""
    if not debrief.scores:
        return Section("scores", "", (), lead=True)
    head = (
        "Delegation", "Score", "No deal", "Surplus", "Rating", "In words", "Gained", "Given", "Objections",
        "Promises kept", "Promises broken",
    )  # fmt: skip
    rows = []
    for each in debrief.scores:
        own = debrief.given(each.seat)
        promised = [row.kept for row in debrief.promises if row.seat == each.seat]
        numbers = (
            each.points, each.reservation, signed(each.surplus), each.rating, band(each.rating),
            own.gained, own.given,
            sum(each.seat in vote.objectors for vote in debrief.votes),
            promised.count(True), promised.count(False),
        )  # fmt: skip
        rows.append((debrief.seat(each.seat), *map(str, numbers)))
    blocks: list[Block] = [
        "No deal is what a delegation counts on without a treaty; surplus is the score over it. A rating of 50 is "
        "exactly no deal, of 100 at least 20 points more (R8.5). Gained and given are points by its own brief, over "
        "all changes of the text.",
        Grid("Results", head, tuple(rows)),
    ]
    if debrief.winners:
        best = debrief.who(debrief.winners)
        blocks.append(f"Highest result, for those who play for a single winner (R8.7): {best}.")
    return Section("scores", "What each delegation reached", tuple(blocks), lead=True)


def turning(debrief: Debrief) -> Section:
    """Where the game tipped."""
    if not debrief.turning:
        return Section("turning", "", (), lead=True)
    items = tuple(
        f"{capital(debrief.at(each.moment))}: {each.words} "
        f"({debrief.endings[each.ending]}: fit {each.before} to {each.after}, {signed(each.after - each.before)})"
        for each in debrief.turning
    )
    why = "The fit of an ending says how well it would have matched the table at that moment, from 0 to 100 (R8.3)."
    return Section("turning", "Where it tipped", (why, Items(items)), lead=True)


def chances(debrief: Debrief) -> Section:
    """What was possible and what was missed, in a few sentences; the details have the numbers."""
    found = debrief.deals
    if found is None:
        return Section("chances", "", (), lead=True)
    blocks: list[Block] = [
        f"Of {count(found.texts, 'text')} that could have been written, {found.zone} could be signed, gave everybody "
        f"at least as much as no deal and crossed no red line. {place(found)}"
    ]
    if found.single:
        step = found.single[0]
        gains = debrief.by_seat(step.gains, sign=True)
        blocks.append(f"One change that helps and hurts nobody: {debrief.change(step.issue, step.before, step.after)} "
                      f"({gains}).")  # fmt: skip
    unwilling = [each.seat for each in found.closest if each.changed or each.text is None]
    if unwilling:
        blocks.append(f"By their briefs {debrief.who(unwilling)} would not have signed the text at the end.")
    return Section("chances", "What was possible", tuple(blocks), lead=True)


def questions(debrief: Debrief) -> Section:
    """Questions for the room, each with the first of the facts it comes from; `facts` has all of them."""
    blocks: list[Block] = []
    for number, each in enumerate(debrief.questions, 1):
        where = listed(debrief.at(moment) for moment in each.moments)
        look = (f"Look at {where} ({debrief.steps(each.moments)}).",) if each.moments else ()
        blocks += [f"{number}. {each.text}", Items((*each.facts[:1], *look))]
    return Section(
        "questions", "Questions for the room", tuple(each for each in blocks if each != Items(())), lead=True
    )


def out_of_role(debrief: Debrief) -> Section:
    """The words with which everybody leaves the role."""
    return Section("out-of-role", "Out of role", (debrief.out_of_role,) if debrief.out_of_role else (), lead=True)
