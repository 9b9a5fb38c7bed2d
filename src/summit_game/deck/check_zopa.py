"""Whether each table has texts that everybody prefers to no deal: some, but not too many."""

from __future__ import annotations

from math import prod

from summit_game.deck.check_base import Checker
from summit_game.deck.models import Delegation

MAX_TEXTS = 400_000
"""Decks with more possible texts than this are not enumerated."""
MAX_SHARE = 8
"""Largest share, in per cent, of all texts that may lie in the zone of possible agreement."""


def check_zopa(ck: Checker) -> None:
    """Report tables whose zone of possible agreement (first briefs, steady mood) is empty or too wide."""
    levels = [len(issue.levels) for issue in ck.deck.issues]
    texts = prod(levels)
    if texts > MAX_TEXTS:
        return
    for size in ck.sound_tables:
        count = zopa_size(ck, size)
        if count is None:
            continue
        keys = ("tables", size)
        if count == 0:
            what = f"at the table of {size} no text is worth its reservation value to every delegation"
            ck.fault(keys, what, "lower reservation values or change values", key=True)
        elif count * 100 > MAX_SHARE * texts:
            what = f"at the table of {size} {count} of {texts} texts suit every delegation, more than {MAX_SHARE} %"
            ck.fault(keys, what, "raise reservation values or change values", key=True)


def zopa_size(ck: Checker, size: int) -> int | None:
    """How many texts cross no red line and reach every reservation value; None if the deck does not say."""
    by_id = {delegation.id: delegation for delegation in ck.deck.delegations}
    seats = [by_id[name] for name in ck.deck.tables[size] if name in by_id]
    issues = ck.names["issue"]
    needs = [_reservation(delegation, size) for delegation in seats]
    rows = [[delegation.briefs[0].values.get(issue, ()) for issue in issues] for delegation in seats]
    complete = all(len(row) == ck.levels[issue] + 1 for seat in rows for issue, row in zip(issues, seat, strict=True))
    if not seats or None in needs or not complete:
        return None
    # Level by level: what the seats get from it, unless it is somebody's red line.
    columns = [
        [
            tuple(seat[i][level] for seat in rows)
            for level in range(ck.levels[issue] + 1)
            if not any(level in delegation.red_lines.get(issue, ()) for delegation in seats)
        ]
        for i, issue in enumerate(issues)
    ]
    if not all(columns):
        return 0
    # What each seat can still get at most from issue i on: texts that cannot reach a need are cut off early.
    best = [tuple(0 for _ in seats)]
    for column in reversed(columns):
        best.append(tuple(a + max(b) for a, b in zip(best[-1], zip(*column, strict=True), strict=True)))
    best.reverse()
    return _count(columns, best, 0, tuple(need or 0 for need in needs))


def _count(columns: list[list[tuple[int, ...]]], best: list[tuple[int, ...]], i: int, needs: tuple[int, ...]) -> int:
    if any(need > most for need, most in zip(needs, best[i], strict=True)):
        return 0
    if i == len(columns):
        return 1
    return sum(
        _count(columns, best, i + 1, tuple(need - value for need, value in zip(needs, values, strict=True)))
        for values in columns[i]
    )


def _reservation(delegation: Delegation, size: int) -> int | None:
    return delegation.briefs[0].reservation.get(size, delegation.reservation.get(size))
