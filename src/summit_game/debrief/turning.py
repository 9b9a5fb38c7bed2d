"""Where a game tipped: the moves after which a scenario's fit changed most."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summit_game.debrief.model import Moment, TurningPoint
from summit_game.engine import events as ev
from summit_game.engine.actions import HOLD
from summit_game.language.catalogue import say
from summit_game.table.entry import Entry
from summit_game.words.happened import tell
from summit_game.words.names import Words

FEWEST, MOST = 3, 5


def turning_points(
    words: Words, entries: Sequence[Entry], moments: Sequence[Moment], came: int = -1
) -> tuple[TurningPoint, ...]:
    """Three to five of them in the order of play, fewer if fewer moves changed a fit. The end itself is none.

    Counted is the fit of the ending that `came`, and while there is none (-1) the fit that changed most. The fourth and
    fifth are named if they changed a fit at least half as much as the largest did.
    """
    found = []
    for at, (before, after) in enumerate(pairwise(moments), 1):
        if any(isinstance(event, ev.GameEnded) for event in entries[at].events):
            continue
        changes = [now - was for was, now in zip(before.fits, after.fits, strict=True)]
        ending = came if came >= 0 else max(range(len(changes)), key=lambda each: (abs(changes[each]), -each))
        if changes[ending]:
            found.append((at, ending))
    found.sort(key=lambda each: (-_size(moments, *each), each[0]))
    least = _size(moments, *found[0]) / 2 if found else 0
    kept = [each for place, each in enumerate(found[:MOST]) if place < FEWEST or _size(moments, *each) >= least]
    return tuple(
        TurningPoint(
            at,
            ending,
            moments[at - 1].fits[ending],
            moments[at].fits[ending],
            what(words, entries[at]) or moments[at].action or next(iter(moments[at].said), "").removesuffix("."),
        )
        for at, ending in sorted(kept)
    )


def _size(moments: Sequence[Moment], at: int, ending: int) -> int:
    return abs(moments[at].fits[ending] - moments[at - 1].fits[ending])


def what(words: Words, entry: Entry) -> str:
    """What a person would name as the reason of what came after: the open move, or what a last secret one led to.

    Holds only what everybody may read; empty for a move that only its delegation saw and for a moved track.
    """
    return "; ".join(part for event in entry.events if (part := _part(words, event)))


def _part(words: Words, event: ev.Event) -> str:
    match event:
        case ev.NewsTurned():
            return say("debrief-news", card=words.card(words.setting.events[event.card].id))
        case ev.CardInjected():
            card, whom = words.card(words.setting.events[event.card].id), event.seat
            who = words.seats[whom] if whom >= 0 else "all"
            return say("debrief-injected", card=card, who=who)
        case ev.OrdersShown():
            given = (
                f"{words.seats[seat]} {words.orders(orders)}"
                for seat, each in enumerate(event.orders)
                if (orders := tuple(order for order in each if order[0] != HOLD))
            )
            return say("debrief-orders", orders=", ".join(given) or "none")
        case ev.PackageAdopted():
            return say("debrief-adopted", who=words.seats[event.seat], changes=words.changes(event.changes))
        case ev.PromiseChecked() if event.kept:
            return ""
    if isinstance(event, _REASONS):
        return (tell(words, event) or "").removesuffix(".")
    return ""


_REASONS = (
    ev.Acted,
    ev.PackageFailed,
    ev.SigningFailed,
    ev.TreatyInForce,
    ev.PromiseChecked,
    ev.StepLapsed,
    ev.ConflictCame,
    ev.UnderstandingKept,
    ev.WordShown,
)
