"""Checks of the four endings: each is there once, its fit is sensible, and some end state leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summit_game.deck import effects as fx
from summit_game.deck.check_base import SEAT_TRACKS, Checker, numbers
from summit_game.deck.endstate import CONFLICT, OPEN, TREATY, EndStates, Fit, State, highest
from summit_game.deck.faults import word
from summit_game.deck.formulas import FormulaError
from summit_game.deck.models import FitLimit
from summit_game.deck.yamlpos import Keys

KINDS = ("settlement", "stalemate", "conflict", "cold_war")
_MAX_FIT = 100
_INCIDENT = 2
"""More than an incident raises tension by itself in the modules that come with the program."""


def check_endings(ck: Checker) -> None:
    """Kinds and limits of the scenarios."""
    found: dict[str, int] = {}
    for i, scenario in enumerate(ck.deck.scenarios):
        if scenario.kind in found:
            missing = next(kind for kind in KINDS if kind not in {each.kind for each in ck.deck.scenarios})
            ck.fault(("scenarios", i, "kind"), "scenario-twice", kind=scenario.kind, missing=missing)
        found.setdefault(scenario.kind, i)
        for j, limit in enumerate(scenario.limits):
            _limit(ck, limit, ("scenarios", i, "limits", j))


def _limit(ck: Checker, limit: FitLimit, keys: Keys) -> None:
    if (limit.at_most is None) == (limit.share is None):
        ck.fault(keys, "limit-neither" if limit.share is None else "limit-both")
    if limit.at_most is not None and not 0 <= limit.at_most <= _MAX_FIT:
        ck.fault((*keys, "at_most"), "limit-range", number=limit.at_most, most=_MAX_FIT)
    if limit.share is not None:
        part, _, whole = limit.share.partition("/")
        if len(limit.share) > 9 or not 0 <= int(part) <= int(whole) or not int(whole):
            ck.fault((*keys, "share"), "limit-share", share=limit.share)


def check_reach(ck: Checker) -> None:
    """Whether each ending can come about. To be called for decks whose formulas and tracks are without fault."""
    index = {scenario.kind: i for i, scenario in enumerate(ck.deck.scenarios)}
    states = EndStates(ck)
    fits = {kind: Fit(ck, states, ck.deck.scenarios[i]) for kind, i in index.items()}
    for kind, i in index.items():
        _too_high(ck, states, fits[kind], ("scenarios", i, "fit"))
    cold_war, stalemate = fits["cold_war"], fits["stalemate"]
    needed = states.needed([*cold_war.trees, *stalemate.trees])
    ranges = {key: states.all[key] for key in needed}

    def lead(state: State) -> int:
        return _cut(cold_war.bounds(state, OPEN).low) - _cut(stalemate.bounds(state, OPEN).low)

    if highest(lead, ranges, 0) <= 0:
        _unreachable(ck, index["cold_war"])
    if highest(lambda state: -lead(state), ranges, -1) < 0:
        _unreachable(ck, index["stalemate"])
    if not _tension_can_break(ck):
        _unreachable(ck, index["conflict"])


def _unreachable(ck: Checker, index: int) -> None:
    kind = ck.deck.scenarios[index].kind
    ck.fault(("scenarios", index, "kind"), "unreachable", kind=kind, why=word(f"unreachable-{kind}"))


def _cut(fit: int) -> int:
    return max(0, min(_MAX_FIT, fit))


def _too_high(ck: Checker, states: EndStates, fit: Fit, keys: Keys) -> None:
    ranges = {key: states.all[key] for key in states.needed(fit.trees)}
    for ending in (OPEN, TREATY, CONFLICT):
        if fit.bounds(dict(ranges), ending).high <= _MAX_FIT:
            continue
        # The bound may be too wide; only a state that really is too high is a fault.
        found = highest(lambda state, ending=ending: fit.bounds(state, ending).low, ranges, _MAX_FIT)  # type: ignore[misc]
        if found > _MAX_FIT:
            ck.fault(keys, "fit-too-high", key=True, about=ck.around(keys, True), found=found, most=_MAX_FIT)
            return


def _tension_can_break(ck: Checker) -> bool:
    """Whether tension can reach conflict, if every round raises it as much as it can at the very most."""
    deck = ck.deck
    limit = deck.tracks["tension"].max
    rise = max((_rise(card.effects) for card in deck.events), default=0)
    rise += 2 * deck.options.press_per_side * max((_rise(card.effects) for card in deck.pressure), default=0)
    if any(delegation.zones and delegation.orders for delegation in deck.delegations):
        rise += 2
    if "escalation" in deck.modules and ck.active("escalation"):
        rise += 1
        brink = deck.modules["escalation"].get("brink")
        if brink is None or (isinstance(brink, Mapping) and brink):
            limit = min([limit, *(key for key in brink or (9,) if isinstance(key, int))])
    start = max(number for number, _ in numbers(deck.tracks["tension"].start, ()))
    return start + rise * deck.options.rounds >= limit


def _rise(effects: Any) -> int:
    """The most that effects can raise tension."""
    total = 0
    for effect in effects:
        if isinstance(effect, Mapping):
            total += max((_rise(held) for held in effect.values()), default=0)
            continue
        try:
            move = fx.parse(effect)
        except FormulaError:
            continue
        if isinstance(move, fx.Move):
            if move.kind == "track" and move.ids[0] == "tension":
                total += max(0, move.amount)
            total += _INCIDENT * (move.kind == "incident")
    return total


def can_be_searched(ck: Checker) -> bool:
    """Whether the deck has what `check_reach` needs."""
    kinds = {scenario.kind for scenario in ck.deck.scenarios}
    tracks = ("tension", *SEAT_TRACKS)
    return kinds == set(KINDS) and bool(ck.deck.tables) and all(name in ck.deck.tracks for name in tracks)
