"""Checks of `draw`: levels that there are, ranges that run forward, numbers for every table, and room for a mandate."""

from __future__ import annotations

import re
from math import prod

from summit_game.deck.check_base import Checker, numbers
from summit_game.deck.compile import parse_range
from summit_game.deck.dealing import spec_at
from summit_game.deck.faults import choose
from summit_game.deck.model_base import BySeats
from summit_game.deck.model_draw import DelegationDraw, Draw
from summit_game.deck.yamlpos import Keys

_RANGE = re.compile(r"[0-9](-[0-9])?")
_MOST_SHARE, _MOST_POWER, _IN_ZONE = 1000, 400, 1000


def check_draw(ck: Checker) -> None:
    """How mandates and briefs are drawn, if they are."""
    draw, meta = ck.deck.draw, ck.deck.deck
    if meta.format == 1:
        changed = [("variants", i, "modules") for i, each in enumerate(ck.deck.variants) if each.modules]
        for keys in (
            [("draw",)] * (draw is not None)
            + [("deck", "fixed")] * meta.fixed
            + [("deck", "ranking")] * (not meta.ranking)
            + changed
        ):
            ck.fault(keys, "format-2", key=True, name=keys[-1])
    if draw is None:
        return
    if len(draw.weights) != len(ck.deck.issues):
        ck.fault(("draw", "weights"), "draw-weights", count=len(draw.weights), issues=len(ck.deck.issues))
    every = tuple(ck.deck.tables)
    _by_seats(ck, draw.power, every, ("draw", "power"), 1, _MOST_POWER)
    _by_seats(ck, draw.zone.least, every, ("draw", "zone", "least"), 0, _IN_ZONE)
    _by_seats(ck, draw.zone.most, every, ("draw", "zone", "most"), 1, _IN_ZONE)
    for size, seeds in draw.sets.items():
        if size not in ck.deck.tables:
            ck.fault(("draw", "sets", size), "no-table", key=True, size=size, todo=choose(size, ck.deck.tables))
        for at, seed in enumerate(seeds):
            if seed in seeds[:at]:
                ck.fault(("draw", "sets", size, at), "set-twice", seed=seed, number=seeds.index(seed) + 1)
    for name, own in draw.delegations.items():
        if name in ck.names["delegation"]:
            _delegation(ck, draw, name, own)


def check_sets(ck: Checker) -> None:
    """What the numbered sets draw (R1.4d): texts that suit everybody, and other best texts. The deck has no faults."""
    draw = ck.deck.draw
    if draw is None or not draw.sets or ck.faults or not _countable(ck):
        return
    from summit_game.deals.sets import set_of  # numpy loads at first use

    for size, seeds in draw.sets.items():
        spec, seen = spec_at(ck.deck, draw, size), dict[tuple[int, ...], int]()
        for at, seed in enumerate(seeds):
            found, keys = set_of(spec, seed), ("draw", "sets", size, at)
            if not (found.drawn.within and found.best):
                ck.fault(keys, "set-no-zone", number=at + 1, size=size)
            elif (first := seen.setdefault(found.best, at)) != at:
                ck.note(keys, "set-same-best", number=at + 1, first=first + 1, size=size)


def _countable(ck: Checker) -> bool:
    from summit_game.deals.agreement import countable

    return countable(prod(len(issue.levels) for issue in ck.deck.issues), max(ck.deck.tables))


def _delegation(ck: Checker, draw: Draw, name: str, own: DelegationDraw) -> None:
    keys: Keys = ("draw", "delegations", name)
    sizes = ck.tables_of[name]
    _by_seats(ck, own.share, sizes, (*keys, "share"), 1, _MOST_SHARE)
    for issue, ends in own.mandate.items():
        for end in ("low", "high"):
            _range(ck, issue, getattr(ends, end), (*keys, "mandate", issue, end))
    for issue, row in own.values.items():
        top = ck.levels.get(issue)
        if top is not None and len(row) != top + 1:
            ck.fault((*keys, "values", issue), "values-count", count=len(row), levels=top + 1)
    for at, line in enumerate(own.red_lines):
        _by_seats(ck, line.chance, sizes, (*keys, "red_lines", at, "chance"), 0, 100)
    printed = next(each for each in ck.deck.delegations if each.id == name).red_lines
    for issue, top in ck.levels.items():
        red = {*printed.get(issue, ()), *(line.level for line in own.red_lines if line.issue == issue)}
        if red >= set(range(top + 1)):
            ck.fault((*keys, "red_lines"), "draw-all-red", delegation=name, issue=issue)


def _range(ck: Checker, issue: str, text: str, keys: Keys) -> None:
    if not _RANGE.fullmatch(text):
        ck.fault(keys, "no-range", text=text)
        return
    low, _, high = text.partition("-")
    if int(low) > int(high or low):
        ck.fault(keys, "backwards", low=int(low), high=int(high))
        return
    top = ck.levels.get(issue)
    if top is not None and parse_range(text)[1] > top:
        ck.fault(keys, "too-high", high=parse_range(text)[1], issue=issue, top=top)


def _by_seats(ck: Checker, value: BySeats, sizes: tuple[int, ...], keys: Keys, low: int, high: int) -> None:
    if not isinstance(value, int):
        ck.sizes(value, sizes, keys, "value")
    for number, at in numbers(value, keys):
        if not low <= number <= high:
            ck.fault(at, "draw-number", number=number, low=low, high=high)
