"""Questions about what everybody saw: promises, objections, tension, what tipped the game, what stayed open."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from summit_game.debrief.model import Question
from summit_game.debrief.questions.case import Case, often
from summit_game.debrief.turning import what
from summit_game.engine import events as ev
from summit_game.engine.board import BRACKETS
from summit_game.engine.setting import CONFLICT, TENSION
from summit_game.words.happened import tell
from summit_game.words.names import count


def broken(case: Case) -> Question | None:
    """A promise that was not kept, and what followed."""
    row = next((each for each in case.found.promises if each.kept is False), None)
    if row is None:
        return None
    who = case.found.seats[row.seat]
    checked = _checked(case, row.seat, row.moment)
    facts = [
        f"{who} promised at {case.found.at(row.moment)}: {row.words}. "
        f"The rules found it broken at {case.found.at(checked)}.",
    ]
    facts += _at_once(case, checked, row.seat)
    packages = [each for each in case.found.votes if each.tabler == row.seat and each.changes]
    for when, some in (
        ("before", [each for each in packages if each.moment <= checked]),
        ("afterwards", [each for each in packages if each.moment > checked]),
    ):
        if some:
            passed = sum(each.passed for each in some)
            facts.append(f"Packages of {who} {when}: {len(some)} tabled, {passed} adopted.")
    text = (
        f"{who} promised {row.words} in round {row.round} and did otherwise. What followed from it, and what would "
        "keeping the promise have cost?"
    )
    return Question(text, tuple(facts), (row.moment, checked))


def _checked(case: Case, seat: int, since: int) -> int:
    """The moment at which a promise of the seat was found broken."""
    for at in range(since, len(case.found.moments)):
        for event in case.told.entries[at].events:
            if isinstance(event, ev.PromiseChecked) and event.seat == seat and not event.kept:
                return at
    return since


def _at_once(case: Case, moment: int, seat: int) -> list[str]:
    """What moved because of it: the track events right behind the check, all with the same cause."""
    found: list[ev.TrackMoved | ev.SeatTrackMoved] = []
    behind = False
    for event in case.told.entries[moment].events:
        if isinstance(event, ev.PromiseChecked):
            behind = event.seat == seat and not event.kept
        elif isinstance(event, ev.TrackMoved | ev.SeatTrackMoved):
            if behind and (not found or event.cause == found[0].cause):
                found.append(event)
        else:
            behind = False
    return [told for event in found if (told := tell(case.words, event))]


def objections(case: Case) -> Question | None:
    """Who objected most, and to what."""
    votes = [each for each in case.found.votes if each.changes]
    if not votes:
        return None
    counts = Counter(seat for each in votes for seat in each.objectors)
    if not counts:
        text = f"Nobody objected to any of the {count(len(votes), 'package')}. What kept objections away?"
        return Question(text, (f"{count(len(votes), 'package')} tabled, all adopted.",), (votes[0].moment,))
    seat = min(counts, key=lambda each: (-counts[each], each))
    who = case.found.seats[seat]
    own = [each for each in votes if seat in each.objectors]
    issues = Counter(issue for each in own for issue, _ in each.changes)
    issue = min(issues, key=lambda each: (-issues[each], each))
    voted = sum(each.tabler != seat for each in votes)
    ranks = sorted(counts, key=lambda each: (-counts[each], each))
    facts = [
        f"Objections to packages: {', '.join(f'{case.found.seats[each]} {counts[each]}' for each in ranks)}.",
        f"Named most often in what {who} objected to: {case.words.issue(issue)}, {often(issues[issue])}.",
    ]
    if own[0].deltas:
        cost = sum(each.deltas[seat] < 0 for each in own)
        gain = sum(each.deltas[seat] > 0 for each in own)
        facts.append(f"By its brief {cost} of these would have cost it points, {gain} would have brought it points.")
    passed = sum(each.passed for each in own)
    facts.append(f"{'None' if not passed else 'All' if passed == len(own) else passed} of these {len(own)} passed.")
    text = (
        f"{who} objected to {counts[seat]} of the {count(voted, 'package')} of others; nobody objected more "
        "often. What did it protect, and what did it give up?"
    )
    return Question(text, tuple(facts), tuple(each.moment for each in own[:3]))


def tipped(case: Case) -> Question | None:
    """The largest turning point."""
    if not case.found.turning:
        return None
    most = max(case.found.turning, key=lambda each: (abs(each.after - each.before), -each.moment))
    title = case.words.setting.scenarios[most.ending].title
    facts = (
        f"At {case.found.at(most.moment)}: {most.words}.",
        f"Fit of {title}: {most.before} before, {most.after} afterwards, of 100.",
    )
    text = (
        f"The outlook changed most in round {case.found.moments[most.moment].round}: afterwards {title} matched the "
        f"table {'better' if most.after > most.before else 'less'} than before. Who saw it coming, and what could "
        "still be done then?"
    )
    return Question(text, facts, (most.moment,))


def conflict(case: Case) -> Question | None:
    """How it came to conflict."""
    return tension(case) if case.told.state.ending == CONFLICT else None


def tension(case: Case) -> Question:
    """The course of tension and its largest rise."""
    values = [each.tracks[TENSION] for each in case.found.moments]
    name = case.words.setting.tracks[TENSION].name
    high = case.words.setting.tracks[TENSION].high
    top = values.index(max(values))
    facts = [f"{name} stood at {values[0]} after the deal, {max(values)} at its highest and {values[-1]} at the end."]
    looked = [top]
    rises = [(now - was, at) for at, (was, now) in enumerate(pairwise(values), 1) if now > was]
    if rises:
        most = max(rise for rise, _ in rises)
        at = next(at for rise, at in rises if rise == most)
        behind = what(case.words, case.told.entries[at]) or case.found.moments[at].action
        facts.append(f"Its largest rise at once was {most}, at {case.found.at(at)}: {behind}.")
        looked = sorted({at, top})
    if case.told.state.ending == CONFLICT:
        text = f"Conflict came at {name.lower()} {values[-1]} of {high}. When could the table last have turned it?"
    else:
        number = case.found.moments[top].round
        text = f"{name} was at its highest in round {number}. What moved it: those at the table, or news?"
    return Question(text, tuple(facts), tuple(looked))


def kept(case: Case) -> Question | None:
    """Promises that were all kept."""
    rows = [each for each in case.found.promises if each.kept]
    if not rows or any(each.kept is False for each in case.found.promises):
        return None
    who = case.found.who(sorted({each.seat for each in rows}))
    text = "Every promise whose time came was kept. Who did something differently because of one?"
    return Question(text, (f"{count(len(rows), 'promise')} kept, by {who}.",), (rows[0].moment,))


def still_open(case: Case) -> Question:
    """Issues in brackets at the end, or that none is."""
    votes = case.found.votes
    brackets = [issue for issue, level in enumerate(case.told.state.text) if level == BRACKETS]
    if not brackets:
        counts = Counter(issue for each in votes if each.passed for issue, _ in each.changes)
        issue = min(counts, key=lambda each: (-counts[each], each))
        text = "Every issue was agreed. Which was the hardest to agree, and what made it possible?"
        fact = f"Changed most often: {case.words.issue(issue)}, {often(counts[issue])}."
        return Question(text, (fact,))
    facts = []
    for issue in brackets:
        tabled = [each for each in votes if issue in dict(each.changes)]
        facts.append(f"{case.words.issue(issue)} stayed in brackets; it was tabled {often(len(tabled))}.")
    text = "Some issues are still in brackets. Who gained by leaving them open, and who would have moved first?"
    return Question(text, tuple(facts))


def expected(case: Case) -> Question:
    """What the fits said at the start and at the end."""
    titles = [each.title for each in case.words.setting.scenarios]
    first, last = case.found.moments[0].fits, case.found.moments[-1].fits
    facts = tuple(
        f"{title}: fit {was} after the deal, {now} at the end."
        for title, was, now in zip(titles, first, last, strict=True)
    )
    text = "Which ending did you expect after the deal, and which move changed your mind?"
    return Question(text, facts, tuple(sorted({0, len(case.found.moments) - 1})))
