"""Questions about words and deeds (R19): a trade that nobody sounded out, whose word was worth most, which warnings
were believed. They stand in the section of that name; games without talk have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from summit_game.debrief.ledger import moved
from summit_game.debrief.model import Question
from summit_game.debrief.questions.case import Case
from summit_game.debrief.words_and_deeds.exchanges import listen
from summit_game.debrief.words_and_deeds.judging import CHANGING
from summit_game.debrief.words_and_deeds.rows import CARRIED_OUT, EMPTY, HEEDED, KEPT, WordsAndDeeds
from summit_game.engine import actions as a
from summit_game.engine.talk import sounded, terms
from summit_game.language.catalogue import say
from summit_game.words.names import capital, signed

WARNINGS = 4
"""Warnings that a question names at most."""
Change = tuple[int, int]


def about_deeds(case: Case) -> tuple[Question, ...]:
    """Up to three questions, in this order; those without facts are left out."""
    found = case.found.words_and_deeds
    if found is None:
        return ()
    makers = (unsounded(case, found), dearest(case, found), warned(case, found))
    return tuple(each for each in makers if each is not None)


# --- what nobody sounded out ---------------------------------------------------------------------------------------


class Trade(NamedTuple):
    """Two changes of the last text: the first gives to `one` and takes from `two`, the second the other way;
    together both gain."""

    one: int
    two: int
    changes: tuple[Change, Change]
    gains: tuple[int, int]

    @property
    def size(self) -> tuple[int, int]:
        """By what trades are compared: the smaller gain, then both together."""
        return min(self.gains), sum(self.gains)


def unsounded(case: Case, found: WordsAndDeeds) -> Question | None:
    """The best trade from the last text that was never sounded out, offered or voted on."""
    if not found.heard or not case.told.held:
        return None
    tried = list(_tried(case))
    trades = [each for each in _trades(case) if not any(set(each.changes) <= some for some in tried)]
    if not trades:
        return None
    size = max(each.size for each in trades)
    best = next(each for each in trades if each.size == size)
    one, two = case.found.seats[best.one], case.found.seats[best.two]
    facts = [say("debrief_talk-trade-points", one=one, first=best.gains[0], two=two, second=best.gains[1])]
    rest = [seat for seat in case.told.state.setting.seats if seat not in (best.one, best.two)]
    if rest:
        points = ", ".join(f"{case.found.seats[each]} {signed(_gain(case, each, best.changes))}" for each in rest)
        facts.append(say("debrief_talk-trade-others", points=points))
    facts.append(say("debrief_talk-trade-count", count=len(trades)))
    first, second = (case.words.changes((each,)) for each in best.changes)
    return Question(say("debrief_talk-trade", one=one, two=two, first=first, second=second), tuple(facts))


def _gain(case: Case, seat: int, changes: Sequence[Change]) -> int:
    text = case.told.state.text
    return sum(moved(case.told.held[seat], issue, text[issue], level) for issue, level in changes)


def _trades(case: Case) -> Iterator[Trade]:
    """Every trade of two delegations, over no public red line of either."""
    setting, text = case.told.state.setting, case.told.state.text
    changes = [each for each in setting.changes if text[each[0]] != each[1]]
    for one, two in combinations(setting.seats, 2):
        red = (setting.seat_specs[one].red, setting.seat_specs[two].red)
        free = [each for each in changes if not any(lines[each[0]][each[1]] for lines in red)]
        worth = {each: (_gain(case, one, (each,)), _gain(case, two, (each,))) for each in free}
        for_one = [each for each in free if worth[each][0] > 0 > worth[each][1]]
        for_two = [each for each in free if worth[each][1] > 0 > worth[each][0]]
        for first in for_one:
            for second in for_two:
                gains = (worth[first][0] + worth[second][0], worth[first][1] + worth[second][1])
                if first[0] != second[0] and min(gains) > 0:
                    yield Trade(one, two, (first, second), gains)


def _tried(case: Case) -> Iterator[set[Change]]:
    """Changes that were sounded out, offered or voted on together."""
    setting = case.told.state.setting
    for run in listen(case.told.entries, case.told.moments, case.found.shown).runs:
        if run.kind == a.SOUND:
            yield set(sounded(setting, run.exchange))
        elif run.kind == a.OFFER:
            for exchange in (run.exchange, run.exchange._replace(answers=())):
                acts = (setting.acts[each] for each in terms(exchange))
                yield {setting.changes[about] for kind, about in acts if kind in CHANGING}
    for vote in case.found.votes:
        yield set(vote.changes)


# --- whose word, and which warning ---------------------------------------------------------------------------------


def dearest(case: Case, found: WordsAndDeeds) -> Question | None:
    """What each delegation kept and broke, and what the others had from it."""
    facts = []
    for seat, who in enumerate(case.found.seats):
        own = [each for each in found.pairs if each.seat == seat]
        kept = sum((each.kept or 0) if found.heard else each.both_kept for each in own)
        broken = sum((each.broken or 0) if found.heard else each.accused for each in own)
        if not kept and not broken:
            continue
        points = _worth_to_others(found, seat)
        key = "debrief_talk-word-seen" if not found.heard else "debrief_talk-word"
        fact = say(key, who=who, kept=kept, broken=broken)
        if points is not None:
            fact = f"{fact} {say('debrief_talk-word-points', points=points)}"
        facts.append(((-(points or 0), broken - kept, seat), fact))
    if not facts:
        return None
    return Question(say("debrief_talk-dearest"), tuple(fact for _, fact in sorted(facts)), _kept_at(found))


def _worth_to_others(found: WordsAndDeeds, seat: int) -> int | None:
    """Points that the acts which a delegation kept were worth to those it kept them for; None if none has points."""
    points = [
        given[other]
        for each in found.understandings
        for at, other, given in ((0, 1, each.give_points), (1, 0, each.get_points))
        if seat == (each.seat, each.to)[at] and each.stands[at] == KEPT and given is not None
    ]
    return sum(points) if points else None


def _kept_at(found: WordsAndDeeds) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each.moment for each in found.seen))[:3]


def warned(case: Case, found: WordsAndDeeds) -> Question | None:
    """Warnings whose occasion came or did not come; empty ones first."""
    order = (EMPTY, CARRIED_OUT, HEEDED)
    known = sorted(
        (each for each in found.warnings if each.outcome in order), key=lambda each: order.index(each.outcome)
    )[:WARNINGS]
    if not known:
        return None
    facts = [
        say(
            f"debrief_talk-warned-{each.outcome}",
            at=capital(case.found.at(each.moment)),
            who=case.found.seats[each.seat],
            to=case.found.seats[each.to],
            words=each.words.rstrip("."),
        )
        for each in known
    ]
    return Question(say("debrief_talk-warned"), tuple(facts), tuple(each.moment for each in known))
