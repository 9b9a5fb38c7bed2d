"""Questions about the text: when a deal became possible, what paid for what, who could stop it, what was missed.

All of them need the briefs, so none is asked while only public things may be shown.
"""

from __future__ import annotations

from summit_game.debrief.ledger import moved
from summit_game.debrief.model import Question, VoteRow
from summit_game.debrief.questions.case import Case, often
from summit_game.debrief.turning import what
from summit_game.engine import events as ev
from summit_game.engine.board import BRACKETS, Changes
from summit_game.engine.queries import decisive
from summit_game.words.names import count, listed, signed

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
    stayed = (
        "It stayed so to the end." if held == since else f"It was so at {held} of the {since} moments from then on."
    )
    facts = [f"First at {case.found.at(first)}: {_against(case, first)}.", stayed]
    behind = what(case.words, case.told.entries[first])
    if first and behind:
        facts.insert(1, f"What brought it there: {behind}.")
    when = f"In round {case.found.moments[first].round}" if first else "When the cards were dealt"
    now = " for the first time" if first else ""
    text = f"{when} the draft was{now} worth at least as much as no deal to everybody. "
    if case.settled:
        text += "Who moved before, and what made it possible then?" if first else "What was still worth a negotiation?"
    else:
        text += "What stood between it and a treaty?"
        facts.insert(0, _question_put(case))
    return Question(text, tuple(facts), (first,))


def _against(case: Case, at: int) -> str:
    """What the draft and no deal were worth to each."""
    moment = case.found.moments[at]
    pairs = zip(case.found.seats, moment.values, moment.walk_away, strict=True)
    return ", ".join(f"{name} {value} against {least}" for name, value, least in pairs)


def _question_put(case: Case) -> str:
    votes = [each for each in case.found.votes if not each.changes]
    if not votes:
        agreed = sum(level != BRACKETS for level in case.told.state.text)
        needed = case.words.setting.options.min_issues
        return f"The question whether to sign was never put; {agreed} issues were agreed, {needed} are needed (R7.1)."
    objected = [case.found.who(each.objectors) for each in votes if each.objectors]
    who = f"; objections from {'; then '.join(objected)}" if objected else "; nobody objected"
    signed_times = sum(each.passed for each in votes)
    fate = f"; it was signed {often(signed_times)} and did not enter into force" if signed_times else ""
    refused = [case.found.who(each) for each in _capitals(case) if each]
    why = f" Capitals that did not ratify: {'; then '.join(refused)} (R15.5)." if refused else ""
    return f"The question whether to sign was put {often(len(votes))}{who}{fate}.{why}"


def _capitals(case: Case) -> list[list[int]]:
    """The delegations whose capital did not ratify, for each time that the capitals voted."""
    return [
        [each.seat for each in entry.events if isinstance(each, ev.CapitalVoted) and not each.ratified]
        for entry in case.told.entries
    ]


def _never(case: Case, smallest: list[int]) -> Question:
    best = max(range(len(smallest)), key=lambda at: (smallest[at], -at))
    moment = case.found.moments[best]
    short = [
        f"{name} {least - value}"
        for name, value, least in zip(case.found.seats, moment.values, moment.walk_away, strict=True)
        if value < least
    ]
    facts = [f"Nearest at {case.found.at(best)}; points missing to no deal: {', '.join(short)}."]
    deals = case.found.deals
    if case.settled:
        text = "A treaty is in force, though no draft was worth as much as no deal to everybody. What carried it?"
    else:
        text = "No draft here was worth as much as no deal to everybody. What kept the table away from such a text?"
    if deals is not None:
        facts.append(
            f"{deals.zone} of the {deals.signable} texts that could be signed were worth no deal at the start or more "
            "to everybody and crossed no red line."
        )
        if not deals.zone and not case.settled:
            text = "No text at all was worth as much as no deal to everybody. What outside the text could have helped?"
    return Question(text, tuple(facts), (best,))


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
    facts = [f"{case.found.seats[vote.tabler]} tabled it: {vote.words}."]
    for name, points in zip(case.found.seats, rows, strict=True):
        if any(points):
            parts = ", ".join(f"{title} {signed(each)}" for title, each in zip(titles, points, strict=True))
            facts.append(f"{name}: {parts}, together {signed(sum(points))}.")
    text = (
        f"In round {vote.round} {listed(titles)} moved in one package. Which paid for which, and would each have "
        "passed alone?"
    )
    return Question(text, tuple(facts), (vote.moment,))


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
    facts = [
        f"At {case.found.at(vote.moment)}: {vote.words}. Its brief values this at {signed(least)} points for {who}.",
        f"An objection of {who} alone would have stopped it (R4.2, R4.3).",
        f"It consented to {count(len(losses_of(votes, seat)), 'package')} that cost it points, "
        f"{-sum(losses_of(votes, seat))} in all.",
    ]
    text = f"In round {vote.round} {who} could have stopped a package alone and kept silence. What spoke for silence?"
    return Question(text, tuple(facts), (vote.moment,))


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
    facts = (
        f"The text over no deal when it was signed, in points: {case.found.by_seat(vote.deltas, sign=True)}.",
        f"An objection of {who} alone would have stopped the signing (R4.2, R4.3, R7.2).",
    )
    surplus = vote.deltas[seat]
    gap = f"{count(surplus, 'point')} over" if surplus > 0 else "the same as" if not surplus else "fewer points than"
    text = f"{who} could have stopped the signing alone and signed for {gap} no deal. What made the difference to it?"
    return Question(text, facts, (vote.moment,))


# --- what was missed -----------------------------------------------------------------------------------------------


def missed(case: Case) -> Question | None:
    """A change that would have helped and hurt nobody; or how a gain without waste was shared."""
    deals = case.found.deals
    if deals is None:
        return None
    if deals.single:
        change = deals.single[0]
        helped = [seat for seat, gain in enumerate(change.gains) if gain > 0]
        whom = "everybody" if len(helped) == len(change.gains) else f"{case.found.who(helped)} and cost nobody a point"
        step = case.found.change(change.issue, change.before, change.after, case.found.issue(change.issue))
        text = f"A single change would have helped {whom}: {step}. How could the table have found it?"
        tabled = [each for each in case.found.votes if (change.issue, change.after) in each.changes]
        passed = sum(each.passed for each in tabled)
        fate = "and passed" if passed == len(tabled) else f"; {passed} passed" if passed else "and did not pass"
        how = f"{often(len(tabled))} {fate}".replace(" ;", ";") if tabled else "by nobody"
        fact = f"A package with this level was tabled {how}."
        return Question(
            text,
            (f"Points: {case.found.by_seat(change.gains, sign=True)}.", fact),
            tuple(each.moment for each in tabled[:3]),
        )
    if not deals.on_front:
        text = (
            "Other texts gave more to somebody and less to nobody. What would the table have had to know to find one?"
        )
        facts = [f"{count(deals.dominating, 'text')} of {deals.texts} did so."]
        if deals.distance:
            facts.append(f"One of them gave everybody at least {count(deals.distance, 'point')} more.")
        return Question(text, tuple(facts), _last_adopted(case))
    if not case.settled:
        return None
    text = "No text gave more to one delegation and less to none. So what decided how the gain was shared?"
    fact = f"The text over no deal at the start, in points: {case.found.by_seat(deals.outcome.surplus, sign=True)}."
    return Question(text, (fact,), _last_adopted(case))


def _last_adopted(case: Case) -> tuple[int, ...]:
    """The moment at which the text took its last form, if it ever changed."""
    return tuple(each.moment for each in case.found.votes if each.passed and each.changes)[-1:]
