"""A debrief as one tidy table for a spreadsheet: a fact in each row, everything the debrief holds.

Columns: `section` (what kind of fact), `round` and `moment` (where in the game, if anywhere), `delegation`, `issue`,
`item` (what is counted or said), `value` (a whole number, or a share in percent), `words`. Cells never start a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from summit_game.debrief.forms.blocks import cleaned
from summit_game.debrief.model import Deal, Debrief
from summit_game.table.export import MARK, cell
from summit_game.words.messages import line_text

COLUMNS = ("section", "round", "moment", "delegation", "issue", "item", "value", "words")
Row = tuple[str, int | str, int | str, str, str, str, int | float | str, str]


def sheet(debrief: Debrief) -> str:
    """The table as CSV, with the mark by which spreadsheets know UTF-8, and CRLF."""
    return sheet_of(COLUMNS, rows(cleaned(debrief)))


def sheet_of(head: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    """Rows as CSV for a spreadsheet."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(head)
    for each in lines:
        writer.writerow(map(cell, each))
    return MARK + target.getvalue()


def _row(
    section: str,
    item: str,
    value: int | float | str = "",
    words: str = "",
    who: str = "",
    issue: str = "",
    at: tuple[int | str, int | str] = ("", ""),
) -> Row:
    return (section, *at, who, issue, item, value, words)


def rows(debrief: Debrief) -> Iterator[Row]:
    """All rows, section by section."""
    yield from _table(debrief)
    yield from _results(debrief)
    yield from _moments(debrief)
    yield from _units(debrief)
    yield from _gave(debrief)
    yield from _deals(debrief)
    yield from _talk(debrief)
    yield from _words_and_deeds(debrief)


def _table(debrief: Debrief) -> Iterator[Row]:
    for item, words in (
        ("id", debrief.id), ("deck", debrief.deck), ("shown", debrief.shown), ("note", debrief.note),
        ("played_on", debrief.played_on),
    ):  # fmt: skip
        yield _row("table", item, words=words)
    for item, value in (("minutes", debrief.minutes), ("rounds", debrief.rounds), ("last_round", debrief.last_round)):
        yield _row("table", item, value)
    for who, sitter in zip(debrief.seats, debrief.sitters, strict=True):
        yield _row("table", "played_by", words=sitter, who=who)
    for who, asked in zip(debrief.seats, debrief.adviser, strict=False):
        yield _row("table", "asked_adviser", asked, who=who)
    for sat in debrief.sat:
        who = debrief.seats[sat.seat]
        for item, value in (
            ("first_round", sat.first_round), ("last_round", sat.last_round), ("decisions", sat.decisions),
        ):  # fmt: skip
            yield _row("seating", item, value, sat.played_by, who)
    ending = debrief.endings[debrief.ending] if debrief.ending >= 0 else ""
    yield _row("ending", "ending", words=ending)
    yield _row("ending", "in_force", int(debrief.in_force))
    for each in debrief.opening:
        yield _row("ending", "opening", words=each)
    for each in debrief.verdict:
        yield _row("ending", "verdict", words=each)
    for seat in debrief.winners:
        yield _row("ending", "winner", who=debrief.seats[seat])


def _results(debrief: Debrief) -> Iterator[Row]:
    for each in debrief.fits:
        ending = debrief.endings[each.ending]
        yield _row("fit", ending, each.points, "together")
        for line in each.lines:
            yield _row("fit_line", ending, line.points, f"{line_text(line)} ({line.behind})")
    for score in debrief.scores:
        who = debrief.seats[score.seat]
        for item in ("points", "reservation", "surplus", "rating"):
            yield _row("score", item, getattr(score, item), who=who)
        for line in score.lines:
            yield _row("score_line", line_text(line), line.points, line.behind, who)


def _moments(debrief: Debrief) -> Iterator[Row]:
    for number, each in enumerate(debrief.moments, 1):
        at = (each.round, number)
        who = debrief.seat(each.seat)
        yield _row("moment", each.kind, each.entry, each.action, who, at=at)
        for words in each.said:
            yield _row("moment_said", each.phase, words=words, at=at)
        for words in each.hidden:
            yield _row("moment_hidden", each.phase, words=words, at=at)
        for issue, level in zip(debrief.issues, each.text, strict=True):
            yield _row("moment_text", "level", level, issue=issue, at=at)
        for item, numbers in (("value", each.values), ("no_deal", each.walk_away), ("support", each.support)):
            for seat, value in enumerate(numbers):
                yield _row("moment_delegation", item, value, who=debrief.seats[seat], at=at)
        for ending, points in zip(debrief.endings, each.fits, strict=True):
            yield _row("moment_fit", ending, points, at=at)
        for track, value in zip(debrief.track_names, each.tracks, strict=True):
            yield _row("moment_track", track, value, at=at)


def _units(debrief: Debrief) -> Iterator[Row]:
    """Units and caps at the end of every round; the side stands in the column of words."""
    for each in debrief.round_ends():
        for item, rows_ in (("units", each.units), ("cap", each.caps)):
            for side, row in zip(debrief.sides, rows_, strict=False):
                for zone, value in zip(debrief.zones, row, strict=True):
                    yield _row(item, zone.name, value, side, at=(each.round, ""))


def _at(debrief: Debrief, moment: int) -> tuple[int | str, int | str]:
    known = 0 <= moment < len(debrief.moments)
    return (debrief.moments[moment].round, moment + 1) if known else ("", "")


def _gave(debrief: Debrief) -> Iterator[Row]:
    for each in debrief.ledger:
        for item in ("gained", "given", "cards"):
            yield _row("ledger", item, getattr(each, item), "", debrief.seats[each.seat], debrief.issues[each.issue])
    for vote in debrief.votes:
        at = _at(debrief, vote.moment)
        yield _row("vote", "passed", int(vote.passed), vote.words, debrief.seat(vote.tabler), at=at)
        for seat in vote.objectors:
            yield _row("vote", "objection", who=debrief.seats[seat], at=at)
        for issue, level in vote.changes:
            yield _row("vote", "level", level, issue=debrief.issues[issue], at=at)
        for seat, value in enumerate(vote.deltas):
            yield _row("vote", "points", value, who=debrief.seats[seat], at=at)
    for capital in debrief.capitals:
        at, who = _at(debrief, capital.moment), debrief.seats[capital.seat]
        for item in ("support", "draw", "covered", "penalty", "need", "ratified"):
            yield _row("capital", item, int(getattr(capital, item)), who=who, at=at)
    for promise in debrief.promises:
        kept = "" if promise.kept is None else int(promise.kept)
        yield _row("promise", "kept", kept, promise.words, debrief.seats[promise.seat], at=_at(debrief, promise.moment))
    for act in debrief.acts:
        yield _row("facilitator", act.kind, act.entry, act.said, at=(act.round, ""))
    for turn in debrief.turning:
        ending, at = debrief.endings[turn.ending], _at(debrief, turn.moment)
        yield _row("turning_point", f"{ending}, before", turn.before, turn.words, at=at)
        yield _row("turning_point", f"{ending}, after", turn.after, turn.words, at=at)


def _deal(debrief: Debrief, deal: Deal) -> Iterator[Row]:
    yield _row("deal", deal.name, deal.ties, deal.definition)
    for issue, level in zip(debrief.issues, deal.text, strict=True):
        yield _row("deal_text", deal.name, level, issue=issue)
    for who, value, over in zip(debrief.seats, deal.values, deal.surplus, strict=True):
        yield _row("deal_value", deal.name, value, who=who)
        yield _row("deal_surplus", deal.name, over, who=who)


def _deals(debrief: Debrief) -> Iterator[Row]:
    found = debrief.deals
    if found is None:
        return
    for item in ("texts", "signable", "zone", "zone_minus_one", "pareto", "pareto_in_zone", "distance", "dominating"):
        yield _row("deals", item, getattr(found, item))
    yield _row("deals", "on_front", int(found.on_front))
    for seat, who in enumerate(debrief.seats):
        yield _row("deals", "best", found.best[seat], who=who)
        yield _row("deals", "walk_away", found.walk_away[seat], who=who)
    for deal in (found.outcome, *found.named):
        yield from _deal(debrief, deal)
    for number, change in enumerate(found.single, 1):
        issue = debrief.issues[change.issue]
        yield _row("single_change", f"{number}, from level", change.before, issue=issue)
        yield _row("single_change", f"{number}, to level", change.after, issue=issue)
        for who, gain in zip(debrief.seats, change.gains, strict=True):
            yield _row("single_change", f"{number}, points", gain, who=who, issue=issue)
    for each in found.closest:
        who = debrief.seats[each.seat]
        if each.text is None:
            yield _row("closest", "none", who=who)
            continue
        yield _row("closest", "surplus", each.surplus, who=who)
        for at, level in enumerate(each.text):
            yield _row("closest", "changed" if at in each.changed else "same", level, "", who, debrief.issues[at])
    for number, point in enumerate(found.front, 1):
        for who, value in zip(debrief.seats, point, strict=True):
            yield _row("front", str(number), value, who=who)


def _talk(debrief: Debrief) -> Iterator[Row]:
    for story in debrief.stories:
        issue = debrief.issues[story.issue]
        words = f"{story.level_title}. {story.level_text} ({story.level_source})"
        yield _row("history", "at this table", story.level, words, issue=issue)
        for said in story.said:
            yield _row("history", said.when, words=f"{said.text} ({said.source})", who=said.who, issue=issue)
    if debrief.followed is not None:
        yield _row("followed", "short", words=debrief.followed.short)
        for fact in debrief.followed.facts:
            yield _row("followed", fact.when, words=f"{fact.text} ({fact.source})")
    for each in debrief.whatifs:
        yield _row("whatif", each.title, each.runs, each.how, at=_at(debrief, each.moment))
        for share in each.shares:
            ending = debrief.endings[share.ending]
            yield _row("whatif_games", each.title, share.count, ending)
            for item in ("percent", "low", "high"):
                yield _row(f"whatif_{item}", each.title, getattr(share, item), ending)
        for who, points in zip(debrief.seats, each.points, strict=False):
            yield _row("whatif_points", each.title, points, who=who)
    for number, question in enumerate(debrief.questions, 1):
        yield _row("question", str(number), words=question.text)
        for said_of in question.facts:
            yield _row("question_fact", str(number), words=said_of)
        for moment in question.moments:
            yield _row("question_moment", str(number), at=_at(debrief, moment))
    yield _row("out_of_role", "words", words=debrief.out_of_role)


def _words_and_deeds(debrief: Debrief) -> Iterator[Row]:
    """Who said it is the delegation; to whom, or with whom, stands first in the words."""
    found = debrief.words_and_deeds
    if found is None:
        return
    names = debrief.seats
    for pair in found.pairs:
        for item in ("sent", "asked", "told", "offered", "agreed", "kept", "broken", "both_kept", "accused"):
            if getattr(pair, item) is not None:
                yield _row("words", item, getattr(pair, item), debrief.seat(pair.to), names[pair.seat])
    for each in found.understandings:
        at = _at(debrief, each.moment)
        parts = ((each.seat, each.to, each.give), (each.to, each.seat, each.get))
        for place, (seat, to, act) in enumerate(parts):
            yield _row("understanding", each.stands[place], words=f"{names[to]}: {act}", who=names[seat], at=at)
            if each.points is not None:
                yield _row("understanding", "points", each.points[place], who=names[seat], at=at)
    for answer in found.answers:
        words = f"{names[answer.to]}: {answer.question} {answer.answer}"
        yield _row("answer", answer.mark, words=words, who=names[answer.seat], at=_at(debrief, answer.moment))
    for warning in found.warnings:
        words = f"{names[warning.to]}: {warning.words}"
        yield _row("warning", warning.outcome, words=words, who=names[warning.seat], at=_at(debrief, warning.moment))
    for seen in found.seen:
        words = f"{names[seen.to]}: {seen.words}"
        yield _row("seen", seen.kind, words=words, who=names[seen.seat], at=_at(debrief, seen.moment))
    for number, question in enumerate(debrief.word_questions, 1):
        yield _row("word_question", str(number), words=question.text)
        for fact in question.facts:
            yield _row("word_question_fact", str(number), words=fact)
