"""Check a deck: everything that its shape does not tell. One run reports all faults, in the order of the files.

A deck is checked in two steps. Loading reports what cannot be understood; if anything is, the second step waits,
because it would only report what follows from it. The second step is this one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import BaseModel

from summit_game.deck.check_base import Checker
from summit_game.deck.check_briefs import check_briefs
from summit_game.deck.check_cards import check_cards
from summit_game.deck.check_draw import check_draw, check_sets
from summit_game.deck.check_endings import can_be_searched, check_endings, check_reach
from summit_game.deck.check_formulas import check_effects
from summit_game.deck.check_ids import check_ids
from summit_game.deck.check_map import check_map
from summit_game.deck.check_modules import check_modules
from summit_game.deck.check_reserved import check_reserved
from summit_game.deck.check_tables import check_tables
from summit_game.deck.check_texts import check_texts
from summit_game.deck.check_variety import check_variety
from summit_game.deck.check_zopa import check_zopa
from summit_game.deck.faults import Fault, one_line
from summit_game.deck.load import LoadResult, load_deck
from summit_game.deck.models import Deck

OWNED_TRACKS: Mapping[str, tuple[str, ...]] = {"alliance": ("cohesion",), "onlooker_credibility": ("onlooker",)}
"""Rule module -> tracks that it cannot do without."""

Registry = Mapping[str, type[BaseModel]]
"""Rule module -> pydantic model of its parameters."""

_FRAME: tuple[Callable[[Checker], None], ...] = (check_ids, check_tables, check_effects, check_endings)
"""What must hold before the search for end states makes sense."""
_CONTENTS: tuple[Callable[[Checker], None], ...] = (
    check_briefs,
    check_draw,
    check_cards,
    check_modules,
    check_map,
    check_reserved,
    check_zopa,
    check_texts,
)


@dataclass(frozen=True)
class CheckReport:
    """What a check found. `deck_id` and `counts` are empty if the deck could not be understood."""

    faults: tuple[Fault, ...]
    deck_id: str
    title: str
    digest: str
    counts: Mapping[str, int]
    notes: tuple[Fault, ...] = ()
    """What should be better, and keeps nobody from playing."""

    def report_json(self, notes: Sequence[str] | None = None) -> str:
        """The report as JSON, in fixed order, with a line end. `notes`, if given, are what bots' games showed."""
        faults = [asdict(fault) | {"text": one_line(str(fault), 1200)} for fault in self.faults]
        report = {
            "deck": self.deck_id,
            "title": self.title,
            "digest": self.digest,
            "ok": not self.faults,
            "counts": dict(self.counts),
            "faults": faults,
        } | ({} if notes is None else {"notes": list(notes)})
        return json.dumps(report, ensure_ascii=True, indent=2) + "\n"


def check_path(
    path: Path, registry: Registry, owned_tracks: Mapping[str, tuple[str, ...]] = OWNED_TRACKS
) -> CheckReport:
    """Load and check the deck in a folder or file. Never raises for what the files hold.

    >>> from summit_game.deck.library import find_deck
    >>> from summit_game.rules.registry import parameters
    >>> check_path(find_deck("linnet-river"), parameters()).faults
    ()
    """
    return check_loaded(load_deck(path), registry, owned_tracks)


def check_deck(
    result: LoadResult, registry: Registry, owned_tracks: Mapping[str, tuple[str, ...]] = OWNED_TRACKS
) -> tuple[Fault, ...]:
    """The faults of a loaded deck beyond those of loading, sorted. Empty if the deck could not be loaded."""
    return _checked(result, registry, owned_tracks)[0]


def _checked(
    result: LoadResult, registry: Registry, owned_tracks: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Faults and notes."""
    if result.deck is None:
        return (), ()
    ck = Checker(result, result.deck, registry, owned_tracks)
    for check in _FRAME:
        check(ck)
    if not ck.faults and can_be_searched(ck):
        check_reach(ck)
    for check in _CONTENTS:
        check(ck)
    if not result.faults:
        check_sets(ck)
        check_variety(ck)
    return tuple(sorted(set(ck.faults))), tuple(sorted(set(ck.notes)))


def check_loaded(
    result: LoadResult, registry: Registry, owned_tracks: Mapping[str, tuple[str, ...]] = OWNED_TRACKS
) -> CheckReport:
    """The same for a deck that is read already."""
    found, notes = _checked(result, registry, owned_tracks)
    faults = {*result.faults, *found}
    deck = result.deck
    if deck is None:
        return CheckReport(tuple(sorted(faults)), "", "", result.digest, {})
    if result.path.is_dir() and (folder := result.path.resolve().name) != deck.deck.id:
        faults.add(result.places.fault(("deck", "id"), "folder-name", name=deck.deck.id, folder=folder))
    return CheckReport(tuple(sorted(faults)), deck.deck.id, deck.deck.title, result.digest, _counts(deck), notes)


def _counts(deck: Deck) -> dict[str, int]:
    cards = {
        "proposals": sum(card.copies for card in deck.proposals),
        "concessions": sum(card.copies for card in deck.concessions),
        "pressure": sum(card.copies for card in deck.pressure),
        "events": sum(card.copies for card in deck.events),
        "goals": sum(len(delegation.goals) for delegation in deck.delegations),
        "moods": sum(mood.copies for mood in deck.moods),
    }
    return {
        "issues": len(deck.issues),
        "delegations": len(deck.delegations),
        "briefs": sum(len(delegation.briefs) for delegation in deck.delegations),
        "tables": len(deck.tables),
        "modules": len(deck.modules),
        "variants": len(deck.variants),
        **cards,
        "cards": sum(cards.values()),
    }
