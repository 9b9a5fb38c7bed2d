"""Checks of ids: each is unique and usable, and everything that is named exists."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator

from summit_game.deck.check_base import SEAT_TRACKS, Checker
from summit_game.deck.check_references import check_references
from summit_game.deck.faults import Said
from summit_game.deck.formulas import QUANTITIES
from summit_game.deck.models import Deck
from summit_game.deck.yamlpos import Keys

_RESERVED = {"self", "all", "min", "max", "clamp", "abs"}


def check_ids(ck: Checker) -> None:
    """Duplicates, ids that formulas cannot use, and what refers to something that is not there."""
    _unique(ck)
    _usable(ck)
    check_references(ck, Deck, ck.result.data)
    _modules(ck)


def _sections(ck: Checker, *sections: str) -> Iterator[tuple[str, Keys]]:
    for section in sections:
        for index, item in enumerate(getattr(ck.deck, section)):
            yield item.id, (section, index, "id")


def _unique(ck: Checker) -> None:
    for section in ("issues", "delegations", "sides", "zones", "variants", "references"):
        _no_twins(ck, _sections(ck, section))
    cards = list(_sections(ck, "proposals", "concessions", "pressure", "events", "moods"))
    for i, delegation in enumerate(ck.deck.delegations):
        keys: Keys = ("delegations", i)
        cards += [(goal.id, (*keys, "goals", j, "id")) for j, goal in enumerate(delegation.goals)]
        _no_twins(ck, ((brief.id, (*keys, "briefs", j, "id")) for j, brief in enumerate(delegation.briefs)))
    _no_twins(ck, cards)
    for i, scenario in enumerate(ck.deck.scenarios):
        labels = enumerate(scenario.labels)
        _no_twins(ck, ((label.id, ("scenarios", i, "labels", j, "id")) for j, label in labels))


def _no_twins(ck: Checker, ids: Iterable[tuple[str, Keys]]) -> None:
    seen: dict[str, tuple[str, Keys]] = {}
    for name, keys in ids:
        if earlier := seen.get(name.casefold()):
            file, line, _ = ck.result.places.at(earlier[1])
            what = "id-twice" if earlier[0] == name else "id-capitals"
            ck.fault(keys, what, name=name, earlier=earlier[0], first=Said(f"{file}:{line}"))
        else:
            seen[name.casefold()] = (name, keys)


def _usable(ck: Checker) -> None:
    """Formulas and effects name these things, so their ids must be words there."""
    named = list(_sections(ck, "issues", "delegations", "sides", "zones"))
    for name, keys in named:
        _word(ck, name, keys, False)
    for track in ck.deck.tracks:
        keys = ("tracks", track)
        _word(ck, track, keys, True)
        if track in QUANTITIES and track not in SEAT_TRACKS:
            ck.fault(keys, "track-quantity", key=True, track=track)


def _word(ck: Checker, name: str, keys: Keys, key: bool) -> None:
    if "-" in name:
        ck.fault(keys, "id-hyphen", key, name=name)
    elif keyword.iskeyword(name) or name in _RESERVED:
        ck.fault(keys, "id-reserved", key, name=name)


def _modules(ck: Checker) -> None:
    """Modules are known to the program."""
    for module in ck.deck.modules:
        if module not in ck.registry:
            ck.fault(("modules", module), "module-missing", key=True, module=module)
