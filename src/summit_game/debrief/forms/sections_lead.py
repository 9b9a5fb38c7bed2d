"""The summary that a debrief begins with: what a teacher with a quarter of an hour needs, on about one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from summit_game.debrief.forms.blocks import Block, Grid, Items, Section, head
from summit_game.debrief.forms.sections_deals import place, whatifs
from summit_game.debrief.model import Debrief, Question, TurningPoint
from summit_game.debrief.opening import passed_over
from summit_game.debrief.your_game import your_game
from summit_game.language.catalogue import say
from summit_game.words.names import capital, listed, signed
from summit_game.words.papers import band_words

LONG = 300
"""Minutes; a longer game was hardly played at one go."""


def lead(debrief: Debrief, whole: bool = False) -> tuple[Section, ...]:
    """The sections of the summary that have something to say, in the order in which a room talks about them.

    `whole`: what followed in the real world with its dates and sources, not only in short.
    """
    what_followed, asked = (followed, questions) if whole else (followed_short, all_questions)
    makers = (table, ending, out_of_role, what_followed, scores, own_game, turning, chances, whatifs, asked)
    return tuple(each for make in makers if (each := make(debrief)).blocks)


def table(debrief: Debrief) -> Section:
    """What a reader should know first, who played what and when, and how much is shown."""
    played = say(
        "debrief-played",
        id=debrief.id,
        date=debrief.played_on,
        long=debrief.minutes > LONG,
        minutes=debrief.minutes,
        hours=debrief.minutes // 60,
        round=debrief.last_round,
        rounds=debrief.rounds,
    )
    blocks = (debrief.note, debrief.played_as, played, players(debrief), adviser(debrief), debrief.how_much)
    return Section("table", say("debrief-title-table"), tuple(each for each in blocks if each), lead=True)


def players(debrief: Debrief) -> str:
    """Everybody who sat for each delegation."""
    sat = "; ".join(
        say("debrief-player", who=who, by=by or say("debrief-player-not-said"))
        for who, by in zip(debrief.seats, debrief.sitters, strict=True)
    )
    return say("debrief-players", sat=sat)


def adviser(debrief: Debrief) -> str:
    """Which delegation asked its adviser how often; nothing if none did."""
    counts = enumerate(debrief.adviser)
    asked = [say("debrief-asked", who=debrief.seats[seat], count=count) for seat, count in counts if count]
    return say("debrief-adviser", asked=listed(asked)) if asked else ""


def ending(debrief: Debrief) -> Section:
    """How it ended, and the text at the end."""
    blocks: list[Block] = []
    over = debrief.ending >= 0
    if over:
        blocks.append(say("debrief-ended", ending=debrief.endings[debrief.ending], force=debrief.in_force))
    else:
        blocks.append(say("debrief-no-ending"))
    blocks += [" ".join(debrief.opening)] if debrief.opening else []
    blocks += map(capital, debrief.verdict[: max(1, len(debrief.verdict) - 1)])
    blocks += [passed_over(debrief)] if passed_over(debrief) else []
    if debrief.moments:
        rows = tuple(
            (debrief.issues[issue], debrief.cell(issue, level), str(_changes_of(debrief, issue)))
            for issue, level in enumerate(debrief.moments[-1].text)
        )
        blocks.append(Grid(say("debrief-text", over=over), head("issue level changed"), rows))
    return Section("ending", say("debrief-title-ending", over=over), tuple(blocks), lead=True)


def _changes_of(debrief: Debrief, issue: int) -> int:
    levels = [moment.text[issue] for moment in debrief.moments]
    return sum(was != now for was, now in pairwise(levels))


def scores(debrief: Debrief) -> Section:
    """What each delegation reached against no deal, what it gave and gained, and how it behaved."""
    if not debrief.scores:
        return Section("scores", "", (), lead=True)
    rows = []
    for each in debrief.scores:
        own = debrief.given(each.seat)
        promised = [row.kept for row in debrief.promises if row.seat == each.seat]
        numbers = (
            each.points, each.reservation, signed(each.surplus), each.rating, band_words(each.rating),
            own.gained, own.given,
            sum(each.seat in vote.objectors for vote in debrief.votes),
            promised.count(True), promised.count(False),
        )  # fmt: skip
        rows.append((debrief.seat(each.seat), *map(str, numbers)))
    blocks: list[Block] = [
        say("debrief-scores-how"),
        Grid(
            say("debrief-grid-results"),
            head("delegation score no-deal surplus rating in-words gained given objections kept broken"),
            tuple(rows),
        ),
    ]
    surplus = [each.surplus for each in debrief.scores]
    blocks.append(say("debrief-scores-together", total=signed(sum(surplus)), all=min(surplus) >= 0))
    if debrief.winners:
        blocks.append(say("debrief-winners", who=debrief.who(debrief.winners)))
    return Section("scores", say("debrief-title-scores"), tuple(blocks), lead=True)


def own_game(debrief: Debrief) -> Section:
    """What there is to say to the one person at a table of bots."""
    return Section("your-game", say("debrief_page-your-game"), tuple(your_game(debrief).values()), lead=True)


def turning(debrief: Debrief) -> Section:
    """Where the game tipped."""
    if not debrief.turning:
        return Section("turning", "", (), lead=True)
    items = tuple(turned(debrief, each) for each in debrief.turning)
    found = Items(items, moments=tuple(each.moment for each in debrief.turning))
    return Section("turning", say("debrief-title-turning"), (say("debrief-turning-how"), found), lead=True)


def turned(debrief: Debrief, point: TurningPoint) -> str:
    """A turning point in a sentence."""
    return say(
        "debrief-turning",
        at=capital(debrief.at(point.moment)),
        what=point.words,
        ending=debrief.endings[point.ending],
        before=point.before,
        after=point.after,
        change=signed(point.after - point.before),
    )


def chances(debrief: Debrief) -> Section:
    """What was possible and what was missed, in a few sentences; the details have the numbers."""
    found = debrief.deals
    if found is None:
        return Section("chances", "", (), lead=True)
    blocks: list[Block] = [f"{say('debrief-chances', count=found.texts, zone=found.zone)} {place(found)}"]
    if found.single:
        step = found.single[0]
        change = debrief.change(step.issue, step.before, step.after)
        blocks.append(say("debrief-chances-single", change=change, gains=debrief.by_seat(step.gains, sign=True)))
    unwilling = [each.seat for each in found.closest if each.changed or each.text is None]
    if unwilling:
        blocks.append(say("debrief-chances-unwilling", who=debrief.who(unwilling)))
    return Section("chances", say("debrief-title-chances"), tuple(blocks), lead=True)


def questions(debrief: Debrief, most: int | None = 1) -> Section:
    """Questions for the room, each with the facts it comes from, `most` of them at most, and where to look."""
    return Section("questions", say("debrief-title-questions"), tuple(put(debrief, debrief.questions, most)), lead=True)


def all_questions(debrief: Debrief) -> Section:
    """The same, and in one line those about words and deeds (R19), whose section the summary leaves out."""
    found = questions(debrief)
    if not debrief.word_questions:
        return found
    line = say("debrief_talk-questions", asked=" ".join(each.text for each in debrief.word_questions))
    return replace(found, blocks=(*found.blocks, line))


def put(debrief: Debrief, asked: Sequence[Question], most: int | None = None) -> Iterator[Block]:
    """Questions with their facts and where to look, as numbered lists."""
    for number, each in enumerate(asked, 1):
        facts = each.facts[:most]
        where = listed(debrief.at(moment) for moment in each.moments)
        look = (say("debrief-look", where=where, steps=debrief.steps(each.moments)),) if each.moments else ()
        leads = ((-1,) * len(facts) + each.moments[:1]) if look else ()
        yield Items((*facts, *look), f"{number}. {each.text}", moments=leads)


def out_of_role(debrief: Debrief) -> Section:
    """The words with which everybody leaves the role."""
    said = (debrief.out_of_role,) if debrief.out_of_role else ()
    return Section("out-of-role", say("debrief-title-out-of-role"), said, lead=True)


def followed_short(debrief: Debrief) -> Section:
    """What followed in the real world, in two or three sentences."""
    told = (debrief.followed.short,) if debrief.followed is not None else ()
    return Section("followed", say("about-followed"), told, lead=True)


def followed(debrief: Debrief) -> Section:
    """What followed in the real world, with dates and sources."""
    told = debrief.followed
    if told is None:
        return Section("followed", "", (), lead=True)
    rows = tuple(
        (each.when, each.text, ", ".join(debrief.issue_ids[issue] for issue in each.about), each.source)
        for each in told.facts
    )
    grid = Grid(say("about-facts"), head("when what issue source"), rows)
    return Section("followed", say("about-followed"), (told.opening, grid, told.closing), lead=True)
