"""Checks of delegations: mandates, values, reservation values, orders, rights and stand-ins."""

from __future__ import annotations

import re

from summit_game.deck.check_base import Checker, numbers
from summit_game.deck.faults import quote
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
            ck.fault(at, f"{ck.about(at)} is {quote(text)}, not a range of levels", "write two levels, such as `0-2`")
            continue
        low, high = int(match[1]), int(match[2])
        top = ck.levels.get(issue)
        if low > high:
            ck.fault(at, f"{ck.about(at)} runs backwards from {low} to {high}", f"write `{high}-{low}`")
        elif top is not None and high > top:
            what = f"{ck.about(at)} goes up to level {high}, but the issue {quote(issue)} ends at {top}"
            ck.fault(at, what, f"write {top} or less")


def _complete(ck: Checker, named: set[str], keys: Keys, example: str) -> None:
    for issue in ck.names["issue"]:
        if issue not in named:
            ck.fault(keys, f"{ck.about(keys)} has nothing for the issue {quote(issue)}", f"add `{issue}: {example}`")


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
                what = f"{ck.about(place)} is {number}, but {quote(delegation.id)} has {zones} zones for its orders"
                ck.fault(place, what, f"write 0 to {zones}, or add zones")
    for j, zone_id in enumerate(delegation.zones):
        place = (*keys, "zones", j)
        if zone_id in delegation.zones[:j]:
            ck.fault(place, f"{ck.about(place)} repeats {quote(zone_id)}", "name each zone once")
        zone = next((zone for zone in ck.deck.zones if zone.id == zone_id), None)
        sides = (delegation.side, *(zone.start if zone else ()))
        known = all(side in ck.names["side"] for side in sides)
        if zone and known and not delegation.monitors and delegation.side not in zone.start:
            what = f"{quote(delegation.id)} gives orders in {quote(zone_id)}, where its side never stands"
            ck.fault(place, what, "remove the zone, or add the side to the zone's `start`")


def _stand_in(ck: Checker, delegation: Delegation, keys: Keys) -> None:
    other = delegation.stand_in
    if other not in ck.names["delegation"]:
        return
    at = (*keys, "stand_in")
    if other == delegation.id:
        ck.fault(at, f"{quote(other)} stands in for itself", "name another delegation, or remove the line")
        return
    for size, seats in ck.deck.tables.items():
        if delegation.id not in seats and other not in seats:
            what = f"{quote(other)} stands in for {quote(delegation.id)}, but neither sits at the table of {size}"
            ck.fault(at, what, "name a delegation that sits there, or remove the line")


def _values(ck: Checker, brief: Brief, keys: Keys) -> None:
    at = (*keys, "values")
    _complete(ck, set(brief.values), at, "[…]")
    whole = set(brief.values) == set(ck.names["issue"])
    for issue, row in brief.values.items():
        top = ck.levels.get(issue)
        if top is not None and len(row) != top + 1:
            whole = False
            what = f"{ck.about((*at, issue))} has {len(row)} values, but the issue has {top + 1} levels"
            ck.fault((*at, issue), what, f"write {top + 1} values, from level 0 up")
    best = sum(max(row) for row in brief.values.values() if row)
    if whole and best != _SCALE:
        what = f"the best values of {ck.about(keys)} add up to {best}"
        ck.fault(at, what, f"change them so that the best of each row add up to {_SCALE}", key=True)
