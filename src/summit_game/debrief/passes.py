"""Who let whose text pass: for each two delegations, how many texts of the one the other did not object to."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.debrief.model import Debrief


class Passed(NamedTuple):
    """Of the `asked` texts of one delegation on which another voted, it let `silent` pass. Signings count as texts."""

    silent: int
    asked: int


def passes(debrief: Debrief) -> tuple[tuple[Passed | None, ...], ...]:
    """A row for each delegation that tables, a column for each that votes; None where there is nothing to vote on."""
    seats = range(len(debrief.seats))
    return tuple(tuple(_between(debrief, tabler, seat) for seat in seats) for tabler in seats)


def _between(debrief: Debrief, tabler: int, seat: int) -> Passed | None:
    asked = [each for each in debrief.votes if each.tabler == tabler and seat in each.voters]
    if tabler == seat or not asked:
        return None
    return Passed(sum(seat not in each.objectors for each in asked), len(asked))


def tabled(debrief: Debrief, seat: int) -> int:
    """How many texts a delegation put to the vote, signings among them."""
    return sum(each.tabler == seat for each in debrief.votes)


def always_against(debrief: Debrief) -> list[tuple[int, int]]:
    """Delegation and issue, where it objected to every package of others with that issue, and there were three or more.

    One issue for each delegation: the one that was voted on most often.
    """
    found = []
    for seat in range(len(debrief.seats)):
        counts: dict[int, list[bool]] = {}
        for vote in debrief.votes:
            for issue, _ in vote.changes if seat in vote.voters else ():
                counts.setdefault(issue, []).append(seat in vote.objectors)
        always = [(len(each), -issue) for issue, each in counts.items() if len(each) >= 3 and all(each)]
        if always:
            found.append((seat, -max(always)[1]))
    return found
