"""Questions about what everybody saw: promises, objections, tension, what tipped the game, what stayed open."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from summit_game.debrief.model import Question
from summit_game.debrief.questions.case import Case
from summit_game.debrief.turning import what
from summit_game.engine import events as ev
from summit_game.engine.board import BRACKETS
from summit_game.engine.queries import decisive
from summit_game.engine.setting import CONFLICT, TENSION
from summit_game.language.catalogue import say
from summit_game.words.happened import tell


def broken(case: Case) -> Question | None:
    """A promise that was not kept, and what followed."""
    row = next((each for each in case.found.promises if each.kept is False), None)
    if row is None:
        return None
    who = case.found.seats[row.seat]
    checked = _checked(case, row.seat, row.moment)
    at, found_at = case.found.at(row.moment), case.found.at(checked)
    facts = [say("debrief-broken-at", who=who, at=at, promise=row.words, checked=found_at)]
    facts += _at_once(case, checked, row.seat)
    packages = [each for each in case.found.votes if each.tabler == row.seat and each.changes]
    for when, some in (
        ("before", [each for each in packages if each.moment <= checked]),
        ("afterwards", [each for each in packages if each.moment > checked]),
    ):
        if some:
            passed = sum(each.passed for each in some)
            facts.append(say(f"debrief-broken-{when}", who=who, tabled=len(some), adopted=passed))
    text = say("debrief-broken", who=who, promise=row.words, round=row.round)
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
        fact = say("debrief-no-objections-fact", count=len(votes))
        return Question(say("debrief-no-objections", count=len(votes)), (fact,), (votes[0].moment,))
    seat = min(counts, key=lambda each: (-counts[each], each))
    who = case.found.seats[seat]
    own = [each for each in votes if seat in each.objectors]
    issues = Counter(issue for each in own for issue, _ in each.changes)
    issue = min(issues, key=lambda each: (-issues[each], each))
    voted = sum(each.tabler != seat for each in votes)
    ranks = sorted(counts, key=lambda each: (-counts[each], each))
    objected = ", ".join(f"{case.found.seats[each]} {counts[each]}" for each in ranks)
    facts = [
        say("debrief-objections-counts", counts=objected),
        say("debrief-objections-issue", who=who, issue=case.words.issue(issue), count=issues[issue]),
    ]
    if own[0].deltas:
        cost = sum(each.deltas[seat] < 0 for each in own)
        gain = sum(each.deltas[seat] > 0 for each in own)
        facts.append(say("debrief-objections-cost", cost=cost, gain=gain))
    passed = sum(each.passed for each in own)
    fate = "all" if passed == len(own) else "some" if passed else "none"
    facts.append(say("debrief-objections-passed", fate=fate, passed=passed, count=len(own)))
    own_right = not case.words.setting.seat_specs[seat].principal
    right = own_right and any(decisive(case.told.state, seat, each.changes) for each in own)
    text = say("debrief-objections", who=who, count=counts[seat], packages=voted, right=right)
    return Question(text, tuple(facts), tuple(each.moment for each in own[:3]))


def tipped(case: Case) -> Question | None:
    """The largest turning point."""
    if not case.found.turning:
        return None
    most = max(case.found.turning, key=lambda each: (abs(each.after - each.before), -each.moment))
    title = case.words.setting.scenarios[most.ending].title
    facts = (
        say("debrief-tipped-at", at=case.found.at(most.moment), what=most.words),
        say("debrief-tipped-fit", ending=title, before=most.before, after=most.after),
    )
    number = case.found.moments[most.moment].round
    text = say("debrief-tipped", round=number, ending=title, better=most.after > most.before)
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
    facts = [say("debrief-tension-course", track=name, first=values[0], most=max(values), last=values[-1])]
    looked = [top]
    rises = [(now - was, at) for at, (was, now) in enumerate(pairwise(values), 1) if now > was]
    if rises:
        most = max(rise for rise, _ in rises)
        at = next(at for rise, at in rises if rise == most)
        behind = what(case.words, case.told.entries[at]) or case.found.moments[at].action
        facts.append(say("debrief-tension-rise", rise=most, at=case.found.at(at), what=behind))
        looked = sorted({at, top})
    if case.told.state.ending == CONFLICT:
        text = say("debrief-tension-conflict", track=name.lower(), value=values[-1], high=high)
        facts.insert(0, say("debrief-tension-limit", track=name.lower()))
    else:
        text = say("debrief-tension", track=name, round=case.found.moments[top].round)
    return Question(text, tuple(facts), tuple(looked))


def kept(case: Case) -> Question | None:
    """Promises that were all kept."""
    rows = [each for each in case.found.promises if each.kept]
    if not rows or any(each.kept is False for each in case.found.promises):
        return None
    who = case.found.who(sorted({each.seat for each in rows}))
    return Question(say("debrief-kept"), (say("debrief-kept-by", count=len(rows), who=who),), (rows[0].moment,))


def still_open(case: Case) -> Question:
    """Issues in brackets at the end, or that none is."""
    votes = case.found.votes
    brackets = [issue for issue, level in enumerate(case.told.state.text) if level == BRACKETS]
    if not brackets:
        counts = Counter(issue for each in votes if each.passed for issue, _ in each.changes)
        issue = min(counts, key=lambda each: (-counts[each], each))
        fact = say("debrief-agreed-most", issue=case.words.issue(issue), count=counts[issue])
        return Question(say("debrief-agreed"), (fact,))
    facts = []
    for issue in brackets:
        tabled = [each for each in votes if issue in dict(each.changes)]
        facts.append(say("debrief-brackets-issue", issue=case.words.issue(issue), count=len(tabled)))
    return Question(say("debrief-brackets"), tuple(facts))


def expected(case: Case) -> Question:
    """What the fits said at the start and at the end."""
    titles = [each.title for each in case.words.setting.scenarios]
    first, last = case.found.moments[0].fits, case.found.moments[-1].fits
    facts = tuple(
        say("debrief-expected-fit", ending=title, first=was, last=now)
        for title, was, now in zip(titles, first, last, strict=True)
    )
    return Question(say("debrief-expected"), facts, tuple(sorted({0, len(case.found.moments) - 1})))
