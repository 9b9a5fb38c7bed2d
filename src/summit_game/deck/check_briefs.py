"""Checks of delegations: mandates, values, reservation values, orders, rights and stand-ins."""

from __future__ import annotations

import re

from summit_game.deck.check_base import Checker, numbers
from summit_game.deck.models import Brief, Delegation
from summit_game.deck.yamlpos import Keys

_RANGE = re.compile(r"([0-9])-([0-9])")
_SCALE = 100


def check_briefs(ck: Checker) -> None:
    """All delegations with their briefs."""
    for i, delegation in enumerate(ck.deck.delegations):
        keys: Keys = ("delegations", i)
        _mandate(ck, delegation, keys)
        _reservation(ck, delegation, keys)
        _orders(ck, delegation, keys)
        _stand_in(ck, delegation, keys)
        for j, brief in enumerate(delegation.briefs):
            _values(ck, brief, (*keys, "briefs", j))


def _mandate(ck: Checker, delegation: Delegation, keys: Keys) -> None:
    _complete(ck, set(delegation.mandate), (*keys, "mandate"), "0-2")
    for issue, text in delegation.mandate.items():
        at = (*keys, "mandate", issue)
        match = _RANGE.fullmatch(text)
        if not match:
            ck.fault(at, "no-range", text=text)
            continue
        low, high = int(match[1]), int(match[2])
        top = ck.levels.get(issue)
        if low > high:
            ck.fault(at, "backwards", low=low, high=high)
        elif top is not None and high > top:
            ck.fault(at, "too-high", high=high, issue=issue, top=top)


def _complete(ck: Checker, named: set[str], keys: Keys, example: str) -> None:
    for issue in ck.names["issue"]:
        if issue not in named:
            ck.fault(keys, "issue-missing", issue=issue, line=f"{issue}: {example}")


def _reservation(ck: Checker, delegation: Delegation, keys: Keys) -> None:
    own = delegation.reservation
    briefs = delegation.briefs
    needed = [
        size
        for size in ck.tables_of[delegation.id]
        if size not in own and not all(size in brief.reservation for brief in briefs)
    ]
    ck.sizes(own, needed, (*keys, "reservation"), "value")
    for j, brief in enumerate(briefs):
        ck.sizes(brief.reservation, (), (*keys, "briefs", j, "reservation"), "value")


def _orders(ck: Checker, delegation: Delegation, keys: Keys) -> None:
    orders, at = delegation.orders, (*keys, "orders")
    if not isinstance(orders, int):
        ck.sizes(orders, ck.tables_of[delegation.id], at, "orders")
    zones = len(set(delegation.zones))
    if zones or "orders" in delegation.model_fields_set:
        for number, place in numbers(orders, at):
            if not 0 <= number <= zones:
                ck.fault(place, "orders-zones", number=number, delegation=delegation.id, zones=zones)
    for j, zone_id in enumerate(delegation.zones):
        place = (*keys, "zones", j)
        if zone_id in delegation.zones[:j]:
            ck.fault(place, "zone-twice", zone=zone_id)
        zone = next((zone for zone in ck.deck.zones if zone.id == zone_id), None)
        sides = (delegation.side, *(zone.start if zone else ()))
        known = all(side in ck.names["side"] for side in sides)
        if zone and known and not delegation.monitors and delegation.side not in zone.start:
            ck.fault(place, "orders-elsewhere", delegation=delegation.id, zone=zone_id)


def _stand_in(ck: Checker, delegation: Delegation, keys: Keys) -> None:
    other = delegation.stand_in
    if other not in ck.names["delegation"]:
        return
    at = (*keys, "stand_in")
    if other == delegation.id:
        ck.fault(at, "stands-in-itself", delegation=other)
        return
    for size, seats in ck.deck.tables.items():
        if delegation.id not in seats and other not in seats:
            ck.fault(at, "stands-in-absent", other=other, delegation=delegation.id, size=size)


def _values(ck: Checker, brief: Brief, keys: Keys) -> None:
    at = (*keys, "values")
    _complete(ck, set(brief.values), at, "[…]")
    whole = set(brief.values) == set(ck.names["issue"])
    for issue, row in brief.values.items():
        top = ck.levels.get(issue)
        if top is not None and len(row) != top + 1:
            whole = False
            ck.fault((*at, issue), "values-count", count=len(row), levels=top + 1)
    best = sum(max(row) for row in brief.values.values() if row)
    if whole and best != _SCALE:
        ck.fault(at, "values-sum", key=True, about=ck.around(at, True), best=best, scale=_SCALE)
