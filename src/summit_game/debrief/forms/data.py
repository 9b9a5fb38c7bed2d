"""A debrief as JSON. Numbers of seats, issues and endings stand as their ids or names; `KEYS` says what is under what.

A moment is the number that the written forms use too: 1 for the first. Null stands for what does not exist.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from summit_game.debrief.forms.blocks import cleaned
from summit_game.debrief.model import Closest, Deals, Debrief, VoteRow, WhatIf
from summit_game.engine.board import BRACKETS
from summit_game.engine.module import Line
from summit_game.words.messages import line_text

FORMAT = 1
KEYS = {
    "format": "the number of this description; another one means that a key has gone or means something else. Keys may "
    "be added under the same number",
    "id": "of the game, as in `summit games`",
    "deck": "title",
    "shown": "public, results or archive: how much is in it",
    "note": "what a reader should know first, or empty",
    "played_on": "YYYY-MM-DD",
    "minutes": "between the first and the last move",
    "delegations": "id, name and played_by of each; asked_adviser: at how many decisions it asked its adviser",
    "sat": "everybody who held a seat: delegation, played_by, people (names; empty for a bot), first_round, "
    "last_round, decisions (on the line of play)",
    "acts": "what the facilitator did: entry, at (UTC), round, kind, said",
    "issues": "id, title and levels (titles, from level 0) of each",
    "tracks": "name, low and high of each",
    "endings": "id and title of each, in the order of all lists of fits",
    "rounds": "of the game",
    "last_round": "that was reached",
    "ending": "id, or null while there is none",
    "in_force": "whether a treaty entered into force",
    "opening": "what to say first: one to three sentences that follow from the data by rule",
    "verdict": "sentences",
    "labels": "words that were added to the ending, each with its meaning",
    "core": "ids of the core issues",
    "zones": "id, name, box (left, top, width, height, or null), open_to (sides that may stand there), sea",
    "sides": "names of the armed sides",
    "you": "id of the delegation of the only person at a table of bots, or null",
    "fits": "ending, points (0 to 100) and lines (text, points, behind) that add up to them",
    "scores": "delegation, points with lines that add up to them, reservation, surplus, rating; empty if only public",
    "winners": "ids of delegations with the highest result",
    "moments": "all that was done: moment, entry (in the journal), round, phase, delegation (or null), kind, action, "
    "said, hidden, repeats (places in said of what action says too, and of whose turn it is); and as it stood "
    "afterwards: text, values, no_deal, fits, tracks, support, units and caps (by side and zone)",
    "ledger": "delegation, issue, gained, given (points, both at least 0), cards (own Concessions)",
    "votes": "moment, round, tabler, changes, words, objectors, passed, points (of adopting it, by delegation), "
    "voters, signing (whether it was the vote on signing)",
    "capitals": "every vote of a capital: moment, round, delegation, support, draw, covered, penalty, need, ratified; "
    "it ratifies if support + draw + covered - penalty reaches need",
    "promises": "moment, round, delegation, words, kept (true, false or null)",
    "words_and_deeds": "what delegations said and did: heard (whether what was said is told), messages, pairs, "
    "understandings (points: to delegation and to), answers (mark: true, shaded, declined, not-judged or empty), "
    "warnings, seen (by all); to is null for all; null if played without talk",
    "word_questions": "about that: text, facts, moments",
    "maps": "the map as each round ended (0: the start): round, and map: sides, units (one and several), "
    "zones (name, box, sea, monitor, standings: side by number, there, cap, usual, change); empty without boxes",
    "turning_points": "moment, ending, before, after, words",
    "deals": "counts of all texts, what deals give, the outcome among them, named deals, single changes, the closest "
    "text for each delegation and the front; null if not known",
    "history": "issue, the table's level with title, text and source, and what was said (who, when, text, source)",
    "followed": "what followed in the real world: short, opening, facts (when, text, source, about: issues), closing; "
    "null if nothing is told",
    "questions": "text, facts, moments",
    "out_of_role": "what the facilitator says at the end",
    "whatifs": "title, how, moment, runs, shares (ending, count, percent, low, high), points (of each delegation, on "
    "average)",
}
"""What stands under each key."""

_NAMES = {
    "seat": "delegation", "deltas": "points", "walk_away": "no_deal", "turning": "turning_points",
    "single": "single_changes", "stories": "history", "level_title": "title", "level_text": "text",
    "level_source": "source",
}  # fmt: skip
"""Fields that stand under a key of another name."""


def as_json(debrief: Debrief) -> str:
    """The debrief as a JSON text that ends with a newline."""
    return json.dumps(as_data(debrief), indent=1, ensure_ascii=False) + "\n"


def as_data(debrief: Debrief) -> dict[str, Any]:
    """The debrief as plain data with the keys of `KEYS`."""
    d = cleaned(debrief)
    found = _Data(d).of(d)
    lows, highs = zip(*d.track_ranges, strict=True) if d.track_ranges else ((), ())
    found |= {
        "format": FORMAT,
        "delegations": _rows(
            id=d.seat_ids, name=d.seats, played_by=d.sitters, asked_adviser=d.adviser or (0,) * len(d.seats)
        ),
        "issues": _rows(id=d.issue_ids, title=d.issues, levels=[list(each) for each in d.level_titles]),
        "tracks": _rows(name=d.track_names, low=lows, high=highs),
        "endings": _rows(id=d.ending_ids, title=d.endings),
        "moments": [{"moment": number, **each} for number, each in enumerate(found["moments"], 1)],
    }
    return {key: found[key] for key in KEYS}


def _rows(**columns: Sequence[Any]) -> list[dict[str, Any]]:
    """A row for each place of the columns."""
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


class _Data:
    """Turns what a debrief holds into plain data, field by field; numbers of seats, issues and endings into ids."""

    def __init__(self, debrief: Debrief) -> None:
        self.debrief = debrief
        seats = debrief.seat_ids
        self._made: dict[str, Callable[[Any], Any]] = {
            **dict.fromkeys(("values", "surplus", "deltas", "walk_away", "best", "gains", "support"), self._by_seat),
            **dict.fromkeys(("before", "after", "level"), _level),
            **dict.fromkeys(("seat", "tabler", "to"), lambda seat: seats[seat] if seat >= 0 else None),
            **dict.fromkeys(("objectors", "winners", "voters"), lambda found: [seats[seat] for seat in found]),
            "issue": lambda issue: debrief.issue_ids[issue],
            "about": lambda issues: [debrief.issue_ids[issue] for issue in issues],
            "changed": lambda issues: [debrief.issue_ids[issue] for issue in issues],
            "changes": lambda changes: {debrief.issue_ids[issue]: level for issue, level in changes},
            "ending": lambda ending: debrief.ending_ids[ending] if ending >= 0 else None,
            "moment": lambda moment: moment + 1,
            "moments": lambda moments: [each + 1 if isinstance(each, int) else self.of(each) for each in moments],
            "tracks": lambda values: dict(zip(debrief.track_names, values, strict=True)),
            "text": self._text,
            "units": self._by_zone,
            "caps": self._by_zone,
            "core": lambda issues: [debrief.issue_ids[issue] for issue in issues],
            "open_to": lambda sides: [debrief.sides[side] for side in sides],
            "you": lambda seat: seats[seat] if seat >= 0 else None,
        }

    def of(self, value: Any) -> Any:
        """Any value as plain data."""
        if isinstance(value, Line):
            return {**value._asdict(), "text": line_text(value)}
        if hasattr(value, "_asdict") or hasattr(value, "__dataclass_fields__"):
            fields = value._asdict() if hasattr(value, "_asdict") else vars(value)
            kept = {"walk_away"} if isinstance(value, Deals) else set()
            data = {
                name if name in kept else _NAMES.get(name, name): self._made.get(name, self.of)(each)
                for name, each in fields.items()
            }
            if isinstance(value, WhatIf):
                data["points"] = self._by_seat(value.points)
            if isinstance(value, VoteRow):
                data["signing"] = value.signing
            return {**data, "surplus": None} if isinstance(value, Closest) and value.text is None else data
        return [self.of(each) for each in value] if isinstance(value, tuple) else value

    def _by_seat(self, numbers: Any) -> Any:
        return dict(zip(self.debrief.seat_ids, numbers, strict=False)) if isinstance(numbers, tuple) else numbers

    def _by_zone(self, rows: Any) -> Any:
        """Numbers by side and zone; what is no such rows, such as the words for units, stays as it is."""
        if not rows or not isinstance(rows[0], tuple):
            return self.of(rows)
        zones = [each.id for each in self.debrief.zones]
        return {side: dict(zip(zones, row, strict=True)) for side, row in zip(self.debrief.sides, rows, strict=True)}

    def _text(self, text: Any) -> Any:
        """Level by issue; what is no text of a treaty stays as it is."""
        known = isinstance(text, tuple)
        return dict(zip(self.debrief.issue_ids, map(_level, text), strict=True)) if known else text


def _level(level: int) -> int | None:
    return None if level == BRACKETS else level
