"""Whether each table has texts that everybody prefers to no deal: some, but not too many."""

from __future__ import annotations

from math import prod

from summit_game.deck.check_base import Checker
from summit_game.deck.models import Delegation

MAX_SHARE = 8
"""Largest share, in per cent, of all texts that may lie in the zone of possible agreement. One always may."""


def check_zopa(ck: Checker) -> None:
    """Report tables whose zone of possible agreement (first briefs, steady mood) is empty or too wide."""
    texts = prod(len(issue.levels) for issue in ck.deck.issues)
    for size in ck.sound_tables:
        count = zopa_size(ck, size)
        if count is None:
            continue
        keys = ("tables", size)
        if count == 0:
            ck.fault(keys, "zone-empty", key=True, size=size)
        elif count > max(1, MAX_SHARE * texts // 100):
            ck.fault(keys, "zone-wide", key=True, size=size, count=count, texts=texts, share=MAX_SHARE)


def zopa_size(ck: Checker, table: int) -> int | None:
    """How many texts lie in the zone; None if the deck does not say, or has too many texts to look at them all."""
    from summit_game.deals.agreement import agreement_zone, countable  # numpy loads at first use
    from summit_game.deals.space import Space

    by_id = {delegation.id: delegation for delegation in ck.deck.delegations}
    seats = [by_id[name] for name in ck.deck.tables[table]]
    issues = ck.names["issue"]
    sizes = tuple(ck.levels[issue] + 1 for issue in issues)
    needs = [need for delegation in seats if (need := _reservation(delegation, table)) is not None]
    rows = [[delegation.briefs[0].values.get(issue, ()) for issue in issues] for delegation in seats]
    if len(needs) < len(seats) or not countable(prod(sizes), len(seats)):
        return None
    red = [
        [
            [level in delegation.red_lines.get(issue, ()) for level in range(size)]
            for issue, size in zip(issues, sizes, strict=True)
        ]
        for delegation in seats
    ]
    try:
        space = Space(rows, needs)
    except ValueError:  # a value is missing or beyond all measure, which is another check's fault to report
        return None
    return int(agreement_zone(space, red).sum()) if space.sizes == sizes else None


def _reservation(delegation: Delegation, size: int) -> int | None:
    return delegation.briefs[0].reservation.get(size, delegation.reservation.get(size))
