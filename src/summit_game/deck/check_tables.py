"""Checks of the frame of the game: tables, sides, tracks, map, options and variants."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from summit_game.deck.check_base import NEEDED_TRACKS, Checker, numbers
from summit_game.deck.faults import choose, quote
from summit_game.deck.models import Options
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
            ck.fault(keys, f"a table of {size} is not possible", f"tables have 2 to {_MAX_SEATS} seats", key=True)
        elif len(seats) != size and len(set(seats)) == len(seats):
            todo = f"name {size} delegations, or change the key"
            count = f"{len(seats)} delegation{'' if len(seats) == 1 else 's'}"
            ck.fault(keys, f"the table of {size} has {count}", todo, key=True)
        for i, name in enumerate(seats):
            if ck.knows("delegation", name, (*keys, i)) and name in seats[:i]:
                ck.fault((*keys, i), f"{quote(name)} sits twice at the table of {size}", "name each delegation once")
        if not principals & set(seats):
            todo = "seat one, or mark a delegation with `principal: true`"
            ck.fault(keys, f"no principal sits at the table of {size}", todo, key=True)
    if not deck.tables:
        ck.fault(("tables",), "the deck has no tables", "add a line such as `2: [A, B]`")
    elif deck.default_table not in deck.tables:
        what = f"`default_table` is {deck.default_table}, but the deck has no such table"
        ck.fault(("default_table",), what, choose(deck.default_table, deck.tables))
    for i, delegation in enumerate(deck.delegations):
        if len(ck.sound_tables) == len(deck.tables) > 0 and not ck.tables_of[delegation.id]:
            what = f"the delegation {quote(delegation.id)} sits at no table"
            ck.fault(("delegations", i, "id"), what, "add it to a table, or remove it")


def _sides(ck: Checker) -> None:
    armed = [i for i, side in enumerate(ck.deck.sides) if not side.neutral]
    if len(armed) == 2:
        return
    keys: Keys = ("sides", armed[2]) if len(armed) > 2 else ("sides",)
    ck.fault(
        keys, f"the deck has {len(armed)} sides that are not neutral", "leave exactly two sides without `neutral: true`"
    )


def _tracks(ck: Checker) -> None:
    deck = ck.deck
    for name in NEEDED_TRACKS:
        if name not in deck.tracks:
            ck.fault(("tracks",), f"the track {quote(name)} is missing", f"add `{name}:` under `tracks`", key=True)
    for module in deck.modules:
        for name in ck.owned_tracks.get(module, ()):
            if name not in deck.tracks and name not in NEEDED_TRACKS:
                what = f"the module {quote(module)} needs the track {quote(name)}"
                ck.fault(("modules", module), what, f"add `{name}:` under `tracks`, or remove the module", key=True)
    for name, track in deck.tracks.items():
        keys: Keys = ("tracks", name)
        if track.min >= track.max:
            what = f"the track {quote(name)} runs from {track.min} to {track.max}"
            ck.fault((*keys, "max"), what, "write a `max` above `min`")
        else:
            _start(ck, name, track.start, (*keys, "start"))


def _start(ck: Checker, name: str, start: Any, keys: Keys) -> None:
    track = ck.deck.tracks[name]
    if not isinstance(start, int):
        ck.sizes(start, ck.deck.tables, keys, "start")
    for number, place in numbers(start, keys):
        if not track.min <= number <= track.max:
            what = f"{ck.about(place)} is {number}, but the track {quote(name)} runs from {track.min} to {track.max}"
            ck.fault(place, what, "write a number in this range")


def _zones(ck: Checker) -> None:
    neutral = {side.id for side in ck.deck.sides if side.neutral}
    for i, zone in enumerate(ck.deck.zones):
        for side, units in zone.start.items():
            keys: Keys = ("zones", i, "start", side)
            if side in neutral:
                what = f"the neutral side {quote(side)} has units in the zone {quote(zone.id)}"
                ck.fault(keys, what, "remove it: neutral sides have no units", key=True)
            elif not 0 <= units <= _MAX_UNITS:
                ck.fault(keys, f"{ck.about(keys)} is {units}", f"write 0 to {_MAX_UNITS} units")


def check_options(ck: Checker, options: Options, keys: Keys, changed: set[str] | None) -> None:
    """Options that contradict each other or the deck. `changed`: only faults that these options cause."""

    def blame(*names: str) -> Keys | None:
        if changed is None:
            written = ck.result.data.get("options") or {}
            return (*keys, next((name for name in names if name in written), names[0]))
        return next(((*keys, name) for name in names if name in changed), None)

    if options.sign_from > options.rounds and (at := blame("sign_from", "rounds")):
        what = f"`sign_from` is {options.sign_from}, but the game has {options.rounds} rounds"
        ck.fault(at, f"{what}, so that no treaty can be signed", f"write {options.rounds} or less")
    count = len(ck.deck.issues)
    if options.min_issues > count and (at := blame("min_issues")):
        what = f"`min_issues` is {options.min_issues}, but the deck has {count} issues"
        ck.fault(at, f"{what}, so that no treaty can be signed", f"write {count} or less")
    if options.need_core and not any(issue.core for issue in ck.deck.issues) and (at := blame("need_core")):
        what = "a treaty needs a core issue, but no issue is one"
        ck.fault(at, what, "mark an issue with `core: true`, or write `need_core: false`")
    if options.goals and (changed is None or "goals" in changed):
        for i, delegation in enumerate(ck.deck.delegations):
            if not delegation.goals:
                what = f"the delegation {quote(delegation.id)} has no goal, but goals are dealt"
                ck.fault(("delegations", i, "id"), what, "add `goals`, or write `goals: false` under `options`")
    if options.moods and (at := blame("moods")):
        largest = max(ck.deck.tables, default=0)
        cards = sum(mood.copies for mood in ck.deck.moods)
        if cards < largest:
            what = f"the deck has fewer mood cards ({cards}) than seats ({largest})"
            ck.fault(at, what, "add cards or copies under `moods`, or write `moods: false` under `options`")


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
