"""Questions about the text: when a deal became possible, what paid for what, who could stop it, what was missed.

All of them need the briefs, so none is asked while only public things may be shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.debrief.ledger import moved
from summit_game.debrief.model import Question, VoteRow
from summit_game.debrief.questions.case import Case
from summit_game.debrief.turning import what
from summit_game.engine import events as ev
from summit_game.engine.board import BRACKETS, Changes
from summit_game.engine.queries import decisive
from summit_game.language.catalogue import say
from summit_game.words.names import listed, signed

NARROW = 5
"""A surplus of at most so many points over no deal is called narrow."""


# --- when a deal became possible -----------------------------------------------------------------------------------


def possible(case: Case) -> Question | None:
    """When the draft was first worth no less than no deal to everybody, or how near it came."""
    if not case.told.held:
        return None
    smallest = [
        min(value - least for value, least in zip(each.values, each.walk_away, strict=True))
        for each in case.found.moments
    ]
    first = next((at for at, surplus in enumerate(smallest) if surplus >= 0), None)
    if first is None:
        return _never(case, smallest)
    held, since = sum(surplus >= 0 for surplus in smallest[first:]), len(smallest) - first
    facts = [
        say("debrief-possible-first", at=case.found.at(first), worth=_against(case, first)),
        say("debrief-possible-stayed", stayed=held == since, held=held, since=since),
    ]
    behind = what(case.words, case.told.entries[first])
    if first and behind:
        facts.insert(1, say("debrief-possible-behind", behind=behind))
    key = "debrief-possible-later" if first else "debrief-possible-dealt"
    text = say(key, round=case.found.moments[first].round, settled=case.settled)
    if not case.settled:
        facts.insert(0, _question_put(case))
    return Question(text, tuple(facts), (first,))


def _against(case: Case, at: int) -> str:
    """What the draft and no deal were worth to each."""
    moment = case.found.moments[at]
    pairs = zip(case.found.seats, moment.values, moment.walk_away, strict=True)
    return ", ".join(
        say("debrief-possible-against", who=name, value=value, least=least) for name, value, least in pairs
    )


def _question_put(case: Case) -> str:
    votes = [each for each in case.found.votes if not each.changes]
    if not votes:
        agreed = sum(level != BRACKETS for level in case.told.state.text)
        return say("debrief-never-put", agreed=agreed, needed=case.words.setting.options.min_issues)
    return say(
        "debrief-put",
        put=len(votes),
        objectors=_in_turn(case, [each.objectors for each in votes]),
        signed=sum(each.passed for each in votes),
        refused=_in_turn(case, _capitals(case)),
    )


def _in_turn(case: Case, groups: Sequence[Sequence[int]]) -> str:
    """Those of each vote, one vote after the other; `none` if there was nobody."""
    return say("debrief-then").join(case.found.who(each) for each in groups if each) or "none"


def _capitals(case: Case) -> list[list[int]]:
    """The delegations whose capital did not ratify, for each time that the capitals voted."""
    return [
        [each.seat for each in entry.events if isinstance(each, ev.CapitalVoted) and not each.ratified]
        for entry in case.told.entries
    ]


def _never(case: Case, smallest: list[int]) -> Question:
    best = max(range(len(smallest)), key=lambda at: (smallest[at], -at))
    moment = case.found.moments[best]
    short = ", ".join(
        f"{name} {least - value}"
        for name, value, least in zip(case.found.seats, moment.values, moment.walk_away, strict=True)
        if value < least
    )
    facts = [say("debrief-never-nearest", at=case.found.at(best), short=short)]
    deals = case.found.deals
    key = "carried" if case.settled else "kept-away"
    if deals is not None:
        facts.append(say("debrief-never-zone", zone=deals.zone, signable=deals.signable))
        if not deals.zone and not case.settled:
            key = "none"
    return Question(say(f"debrief-never-{key}"), tuple(facts), (best,))


# --- what paid for what --------------------------------------------------------------------------------------------


def _by_issue(case: Case, vote: VoteRow) -> list[list[int]]:
    """Points of each delegation for each change of an adopted package."""
    before = case.found.moments[vote.moment - 1].text
    return [
        [moved(each, issue, before[issue], level) for issue, level in vote.changes] for each in case.told.held
    ]  # fmt: skip


def _paid(points: list[int]) -> int:
    """How many points of a loss in a package were paid for by a gain in it."""
    return min(sum(each for each in points if each > 0), -sum(each for each in points if each < 0))


def trade(case: Case) -> Question | None:
    """The adopted package in which most was given on one issue for something on another."""
    best: tuple[int, VoteRow, list[list[int]]] | None = None
    for vote in case.found.votes:
        if vote.passed and len(vote.changes) > 1 and case.told.held:
            rows = _by_issue(case, vote)
            paid = sum(map(_paid, rows))
            if paid > (best[0] if best else 0):
                best = (paid, vote, rows)
    if best is None:
        return None
    _, vote, rows = best
    titles = [case.words.issue(issue) for issue, _ in vote.changes]
    facts = [say("debrief-trade-tabled", who=case.found.seats[vote.tabler], what=vote.words)]
    for name, points in zip(case.found.seats, rows, strict=True):
        if any(points):
            parts = ", ".join(f"{title} {signed(each)}" for title, each in zip(titles, points, strict=True))
            facts.append(say("debrief-trade-points", who=name, parts=parts, total=signed(sum(points))))
    return Question(say("debrief-trade", round=vote.round, issues=listed(titles)), tuple(facts), (vote.moment,))


# --- who could have stopped it -------------------------------------------------------------------------------------


def blockers(case: Case) -> Question | None:
    """A delegation that could have stopped what passed, and did not: narrow at the signing, or at a loss before."""
    votes = [each for each in case.found.votes if each.passed and each.deltas]
    signing = next((each for each in reversed(votes) if not each.changes), None)
    if case.settled and signing is not None:
        found = _silent(case, signing, _treaty(case, signing))
        if found is not None and signing.deltas[found] <= NARROW:
            return _signed_narrowly(case, signing, found)
    losses = [
        (vote.deltas[seat], vote, seat)
        for vote in votes
        if vote.changes and (seat := _silent(case, vote, vote.changes)) is not None and vote.deltas[seat] < 0
    ]
    if not losses:
        return None
    least = min(delta for delta, _, _ in losses)
    _, vote, seat = next(each for each in losses if each[0] == least)
    who = case.found.seats[seat]
    lost = losses_of(votes, seat)
    facts = (
        say("debrief-blocker-at", at=case.found.at(vote.moment), what=vote.words, points=signed(least), who=who),
        say("debrief-blocker-package", who=who),
        say("debrief-blocker-losses", count=len(lost), points=-sum(lost)),
    )
    return Question(say("debrief-blocker", round=vote.round, who=who), facts, (vote.moment,))


def losses_of(votes: list[VoteRow], seat: int) -> list[int]:
    """What adopted packages cost a delegation that did not object to them, in points."""
    return [
        each.deltas[seat] for each in votes if each.changes and seat not in each.objectors and each.deltas[seat] < 0
    ]


def _treaty(case: Case, vote: VoteRow) -> Changes:
    text = case.found.moments[vote.moment].text
    return tuple((issue, level) for issue, level in enumerate(text) if level != BRACKETS)


def _silent(case: Case, vote: VoteRow, levels: Changes) -> int | None:
    """Who consented to the levels for the fewest points, of those whose objection alone would have stopped them."""
    able = [
        seat
        for seat in case.told.state.setting.seats
        if seat != vote.tabler and seat not in vote.objectors and decisive(case.told.state, seat, levels)
    ]
    return min(able, key=lambda seat: vote.deltas[seat], default=None)


def _signed_narrowly(case: Case, vote: VoteRow, seat: int) -> Question:
    who = case.found.seats[seat]
    surplus = vote.deltas[seat]
    facts = (
        say("debrief-signer-points", points=case.found.by_seat(vote.deltas, sign=True)),
        say("debrief-signer-alone", who=who),
    )
    gap = "more" if surplus > 0 else "less" if surplus else "same"
    return Question(say("debrief-signer", who=who, gap=gap, points=surplus), facts, (vote.moment,))


# --- what was missed -----------------------------------------------------------------------------------------------


def missed(case: Case) -> Question | None:
    """A change that would have helped and hurt nobody; or how a gain without waste was shared."""
    deals = case.found.deals
    if deals is None:
        return None
    if deals.single:
        change = deals.single[0]
        helped = [seat for seat, gain in enumerate(change.gains) if gain > 0]
        whom = case.found.who(helped) if len(helped) < len(change.gains) else "all"
        step = case.found.change(change.issue, change.before, change.after, case.found.issue(change.issue))
        tabled = [each for each in case.found.votes if (change.issue, change.after) in each.changes]
        passed = sum(each.passed for each in tabled)
        fate = "all" if passed == len(tabled) else "some" if passed else "none"
        facts = [
            say("debrief-missed-points", points=case.found.by_seat(change.gains, sign=True)),
            say("debrief-missed-tabled", tabled=len(tabled), fate=fate, passed=passed),
        ]
        moments = tuple(each.moment for each in tabled[:3])
        return Question(say("debrief-missed", whom=whom, change=step), tuple(facts), moments)
    if not deals.on_front:
        facts = [say("debrief-missed-better", count=deals.dominating, texts=deals.texts)]
        if deals.distance:
            facts.append(say("debrief-missed-distance", points=deals.distance))
        return Question(say("debrief-missed-other"), tuple(facts), _last_adopted(case))
    if not case.settled:
        return None
    fact = say("debrief-shared-points", points=case.found.by_seat(deals.outcome.surplus, sign=True))
    return Question(say("debrief-shared"), (fact,), _last_adopted(case))


def _last_adopted(case: Case) -> tuple[int, ...]:
    """The moment at which the text took its last form, if it ever changed."""
    return tuple(each.moment for each in case.found.votes if each.passed and each.changes)[-1:]
