"""Checks of the frame of the game: tables, sides, tracks, map, options and variants."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from summit_game.deck.check_base import NEEDED_TRACKS, Checker, numbers
from summit_game.deck.faults import choose
from summit_game.deck.model_options import Options
from summit_game.deck.shape import shape_faults
from summit_game.deck.yamlpos import Keys

_MAX_UNITS = 9
_MAX_SEATS = 8


def check_tables(ck: Checker) -> None:
    """Everything that is settled before a card is dealt."""
    _tables(ck)
    _sides(ck)
    _tracks(ck)
    _zones(ck)
    check_options(ck, ck.deck.options, ("options",), None)
    _variants(ck)


def _tables(ck: Checker) -> None:
    deck = ck.deck
    principals = {delegation.id for delegation in deck.delegations if delegation.principal}
    for size, seats in deck.tables.items():
        keys: Keys = ("tables", size)
        if not 2 <= size <= _MAX_SEATS:
            ck.fault(keys, "table-impossible", key=True, size=size, most=_MAX_SEATS)
        elif len(seats) != size and len(set(seats)) == len(seats):
            ck.fault(keys, "table-count", key=True, size=size, count=len(seats))
        for i, name in enumerate(seats):
            if ck.knows("delegation", name, (*keys, i)) and name in seats[:i]:
                ck.fault((*keys, i), "sits-twice", delegation=name, size=size)
        if not principals & set(seats):
            ck.fault(keys, "no-principal", key=True, size=size)
    if not deck.tables:
        ck.fault(("tables",), "no-tables")
    elif deck.default_table not in deck.tables:
        size = deck.default_table
        ck.fault(("default_table",), "default-table", size=size, todo=choose(size, deck.tables))
    for i, delegation in enumerate(deck.delegations):
        if len(ck.sound_tables) == len(deck.tables) > 0 and not ck.tables_of[delegation.id]:
            ck.fault(("delegations", i, "id"), "sits-nowhere", delegation=delegation.id)


def _sides(ck: Checker) -> None:
    armed = [i for i, side in enumerate(ck.deck.sides) if not side.neutral]
    if len(armed) == 2:
        return
    keys: Keys = ("sides", armed[2]) if len(armed) > 2 else ("sides",)
    ck.fault(keys, "sides-armed", count=len(armed))


def _tracks(ck: Checker) -> None:
    deck = ck.deck
    for name in NEEDED_TRACKS:
        if name not in deck.tracks:
            ck.fault(("tracks",), "track-missing", key=True, track=name, line=f"{name}:")
    for module in deck.modules:
        for name in ck.owned_tracks.get(module, ()):
            if name not in deck.tracks and name not in NEEDED_TRACKS:
                ck.fault(("modules", module), "module-track", key=True, module=module, track=name, line=f"{name}:")
    for name, track in deck.tracks.items():
        keys: Keys = ("tracks", name)
        if track.min >= track.max:
            ck.fault((*keys, "max"), "track-runs", track=name, low=track.min, high=track.max)
        else:
            _start(ck, name, track.start, (*keys, "start"))


def _start(ck: Checker, name: str, start: Any, keys: Keys) -> None:
    track = ck.deck.tracks[name]
    if not isinstance(start, int):
        ck.sizes(start, ck.deck.tables, keys, "start")
    for number, place in numbers(start, keys):
        if not track.min <= number <= track.max:
            ck.fault(place, "track-start", number=number, track=name, low=track.min, high=track.max)


def _zones(ck: Checker) -> None:
    neutral = {side.id for side in ck.deck.sides if side.neutral}
    for i, zone in enumerate(ck.deck.zones):
        for side, units in zone.start.items():
            keys: Keys = ("zones", i, "start", side)
            if side in neutral:
                ck.fault(keys, "neutral-units", key=True, side=side, zone=zone.id)
            elif not 0 <= units <= _MAX_UNITS:
                ck.fault(keys, "units-range", units=units, most=_MAX_UNITS)


def check_options(ck: Checker, options: Options, keys: Keys, changed: set[str] | None) -> None:
    """Options that contradict each other or the deck. `changed`: only faults that these options cause."""

    def blame(*names: str) -> Keys | None:
        if changed is None:
            written = ck.result.data.get("options") or {}
            return (*keys, next((name for name in names if name in written), names[0]))
        return next(((*keys, name) for name in names if name in changed), None)

    if options.sign_from > options.rounds and (at := blame("sign_from", "rounds")):
        ck.fault(at, "sign-from", sign_from=options.sign_from, rounds=options.rounds)
    count = len(ck.deck.issues)
    if options.min_issues > count and (at := blame("min_issues")):
        ck.fault(at, "min-issues", min_issues=options.min_issues, count=count)
    if options.need_core and not any(issue.core for issue in ck.deck.issues) and (at := blame("need_core")):
        ck.fault(at, "need-core")
    if options.goals and (changed is None or "goals" in changed):
        for i, delegation in enumerate(ck.deck.delegations):
            if not delegation.goals:
                ck.fault(("delegations", i, "id"), "no-goal", delegation=delegation.id)
    if options.moods and (at := blame("moods")):
        largest = max(ck.deck.tables, default=0)
        cards = sum(mood.copies for mood in ck.deck.moods)
        if cards < largest:
            ck.fault(at, "few-moods", cards=cards, seats=largest)


def _variants(ck: Checker) -> None:
    base = ck.deck.options.model_dump()
    for i, variant in enumerate(ck.deck.variants):
        keys: Keys = ("variants", i)
        for track, start in variant.start.items():
            at = (*keys, "start", track)
            if ck.knows("any track", track, at, key=True):
                _start(ck, track, start, at)
        try:
            options = Options.model_validate({**base, **variant.options}, strict=True)
        except ValidationError as error:
            found = shape_faults(error, Options, ck.result.data, ck.result.places, (*keys, "options"))
            ck.faults += [fault for _, fault in found]
        else:
            check_options(ck, options, (*keys, "options"), set(variant.options))
