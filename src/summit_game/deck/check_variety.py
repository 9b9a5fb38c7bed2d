"""Whether the deals of a deck differ: at its default table, over a hundred seeds.

A deck whose best text is nearly always the same is a riddle that is solved once. Decks of format 1 were not asked, so
what is found there is a note; `fixed: true` says that the same deal each time is meant.
"""

from __future__ import annotations

from collections import Counter
from math import prod
from typing import NamedTuple

from summit_game.deck.check_base import Checker
from summit_game.deck.dealing import spec_at
from summit_game.deck.models import Deck
from summit_game.engine.streams import Stream

DEALS = 100
MOST_SAME = 50
"""Largest share of deals, in per cent, that may have the same best text."""
MOST_FITTING = 90
"""Largest share of deals that one text should suit."""


class Variety(NamedTuple):
    """Of the deals that were looked at: in how many the commonest best (Nash) text is the best, and how many the text
    that suits everybody most often suits."""

    same: int
    fitting: int


def check_variety(ck: Checker) -> None:
    """A fault or a note where one text is best in most deals; a note where one text suits everybody in nearly all."""
    deck = ck.deck
    if deck.deck.fixed or ck.faults or deck.default_table not in ck.sound_tables:
        return
    found = variety(deck)
    keys = ("deck", "format")
    if found and 100 * found.same > MOST_SAME * DEALS:
        tell = ck.fault if deck.deck.format > 1 else ck.note
        tell(keys, "same-best", same=found.same, deals=DEALS)
    if found and 100 * found.fitting > MOST_FITTING * DEALS:
        ck.note(keys, "one-fits", fitting=found.fitting, deals=DEALS)


def variety(deck: Deck) -> Variety | None:
    """How the deals of a sound deck differ; None if it has too many texts to look at them all."""
    from summit_game.deals.agreement import agreement_zone, countable  # numpy loads at first use
    from summit_game.deals.solutions import nash
    from summit_game.deals.space import Space

    names = deck.tables[deck.default_table]
    if not countable(prod(len(issue.levels) for issue in deck.issues), len(names)):
        return None
    best: Counter[int] = Counter()
    fitting = None
    for seed in range(1, DEALS + 1):
        values, needs, red = _deal(deck, seed)
        space = Space(values, needs)
        zone = agreement_zone(space, red)
        fitting = zone.astype(int) if fitting is None else fitting + zone
        if (pick := nash(space, zone, plus=1)) is not None:
            best[pick.deal] += 1
    assert fitting is not None
    return Variety(max(best.values(), default=0), int(fitting.max()))


_Table = list[list[tuple[int, ...]]]


def _deal(deck: Deck, seed: int) -> tuple[_Table, list[int], list[list[tuple[bool, ...]]]]:
    """Values, values of no deal and red lines of the seats, as a game with this seed has them."""
    size = deck.default_table
    if deck.draw is not None and deck.options.briefs == "drawn":
        from summit_game.deals.draw import draw

        seats = draw(spec_at(deck, deck.draw, size), seed).seats
        return (
            [list(each.brief.values) for each in seats],
            [each.brief.reservation for each in seats],
            [list(each.red) for each in seats],
        )
    by_id = {each.id: each for each in deck.delegations}
    values, needs, red = [], [], []
    for name in deck.tables[size]:
        who = by_id[name]
        at = Stream(seed, "brief", name).below(len(who.briefs)) if deck.options.briefs == "drawn" else 0
        brief = who.briefs[at]
        values.append([brief.values[issue.id] for issue in deck.issues])
        needs.append(brief.reservation.get(size, who.reservation.get(size, 0)))
        red.append([tuple(n in who.red_lines.get(i.id, ()) for n in range(len(i.levels))) for i in deck.issues])
    return values, needs, red
