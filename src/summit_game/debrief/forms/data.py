"""A debrief as JSON. Numbers of seats, issues and endings stand as their ids or names; `KEYS` says what is under what.

A moment is the number that the written forms use too: 1 for the first. Null stands for what does not exist.
"""

from __future__ import annotations

import json
from typing import Any

from summit_game.debrief.forms.blocks import cleaned
from summit_game.debrief.model import Deal, Deals, Debrief, Moment, VoteRow
from summit_game.engine.board import BRACKETS
from summit_game.engine.module import Line
from summit_game.engine.setting import ENDINGS
from summit_game.words.messages import line_text

FORMAT = 1
KEYS = {
    "format": "the number of this description; another one means that keys have changed",
    "id": "of the game, as in `summit games`",
    "deck": "title",
    "shown": "public, results or archive: how much is in it",
    "note": "what a reader should know first, or empty",
    "played_on": "YYYY-MM-DD",
    "minutes": "between the first and the last move",
    "delegations": "id, name and played_by of each",
    "issues": "id, title and levels (titles, from level 0) of each",
    "tracks": "name, low and high of each",
    "endings": "id and title of each, in the order of all lists of fits",
    "rounds": "of the game",
    "last_round": "that was reached",
    "ending": "id, or null while there is none",
    "in_force": "whether a treaty entered into force",
    "verdict": "sentences",
    "fits": "ending, points (0 to 100) and lines (text, points, behind) that add up to them",
    "scores": "delegation, points with lines that add up to them, reservation, surplus, rating; empty if only public",
    "winners": "ids of delegations with the highest result",
    "moments": "all that was done: moment, entry (in the journal), round, phase, delegation (or null), kind, action, "
    "said, hidden; and as it stood afterwards: text, values, no_deal, fits, tracks, support",
    "ledger": "delegation, issue, gained, given (points, both at least 0), cards (own Concessions)",
    "votes": "moment, round, tabler, changes, words, objectors, passed, points (of adopting it, by delegation)",
    "promises": "moment, round, delegation, words, kept (true, false or null)",
    "turning_points": "moment, ending, before, after, words",
    "deals": "counts of all texts, what deals give, the outcome among them, named deals, single changes, the closest "
    "text for each delegation and the front; null if not known",
    "history": "issue, the table's level with title, text and source, and what was said (who, when, text, source)",
    "questions": "text, facts, moments",
    "out_of_role": "what the facilitator says at the end",
    "whatifs": "title, how, moment, runs, shares (ending, count, percent, low, high)",
}
"""What stands under each key."""


def as_json(debrief: Debrief) -> str:
    """The debrief as a JSON text that ends with a newline."""
    return json.dumps(as_data(debrief), indent=1, ensure_ascii=False) + "\n"


def as_data(debrief: Debrief) -> dict[str, Any]:
    """The debrief as plain data with the keys of `KEYS`."""
    d = cleaned(debrief)
    ids = d.seat_ids
    return {
        "format": FORMAT,
        **{key: getattr(d, key) for key in ("id", "deck", "shown", "note", "played_on", "minutes")},
        "delegations": [
            {"id": seat, "name": name, "played_by": sitter}
            for seat, name, sitter in zip(ids, d.seats, d.sitters, strict=True)
        ],
        "issues": [
            {"id": issue, "title": title, "levels": list(levels)}
            for issue, title, levels in zip(d.issue_ids, d.issues, d.level_titles, strict=True)
        ],
        "tracks": [
            {"name": name, "low": low, "high": high}
            for name, (low, high) in zip(d.track_names, d.track_ranges, strict=True)
        ],
        "endings": [{"id": each, "title": title} for each, title in zip(ENDINGS, d.endings, strict=True)],
        "rounds": d.rounds,
        "last_round": d.last_round,
        "ending": ENDINGS[d.ending] if d.ending >= 0 else None,
        "in_force": d.in_force,
        "verdict": list(d.verdict),
        "fits": [
            {"ending": ENDINGS[each.ending], "points": each.points, "lines": _lines(each.lines)} for each in d.fits
        ],
        "scores": [
            {
                "delegation": ids[each.seat],
                "points": each.points,
                "reservation": each.reservation,
                "surplus": each.surplus,
                "rating": each.rating,
                "lines": _lines(each.lines),
            }
            for each in d.scores
        ],
        "winners": [ids[seat] for seat in d.winners],
        "moments": [_moment(d, number, each) for number, each in enumerate(d.moments, 1)],
        "ledger": [
            {
                "delegation": ids[each.seat],
                "issue": d.issue_ids[each.issue],
                "gained": each.gained,
                "given": each.given,
                "cards": each.cards,
            }
            for each in d.ledger
        ],
        "votes": [_vote(d, each) for each in d.votes],
        "promises": [
            {
                "moment": each.moment + 1,
                "round": each.round,
                "delegation": ids[each.seat],
                "words": each.words,
                "kept": each.kept,
            }
            for each in d.promises
        ],
        "turning_points": [
            {
                "moment": each.moment + 1,
                "ending": ENDINGS[each.ending],
                "before": each.before,
                "after": each.after,
                "words": each.words,
            }
            for each in d.turning
        ],
        "deals": _deals(d, d.deals) if d.deals is not None else None,
        **_talk(d),
    }


def _lines(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    return [{**line._asdict(), "text": line_text(line)} for line in lines]


def _by_seat(d: Debrief, numbers: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(d.seat_ids, numbers, strict=False))


def _text(d: Debrief, text: tuple[int, ...]) -> dict[str, int | None]:
    """Level by issue; null for an issue in brackets."""
    return {each: None if level == BRACKETS else level for each, level in zip(d.issue_ids, text, strict=True)}


def _moment(d: Debrief, number: int, each: Moment) -> dict[str, Any]:
    return {
        "moment": number,
        "entry": each.entry,
        "round": each.round,
        "phase": each.phase,
        "delegation": d.seat_ids[each.seat] if each.seat >= 0 else None,
        "kind": each.kind,
        "action": each.action,
        "said": list(each.said),
        "hidden": list(each.hidden),
        "text": _text(d, each.text),
        "values": _by_seat(d, each.values),
        "no_deal": _by_seat(d, each.walk_away),
        "fits": list(each.fits),
        "tracks": dict(zip(d.track_names, each.tracks, strict=True)),
        "support": _by_seat(d, each.support),
    }


def _vote(d: Debrief, each: VoteRow) -> dict[str, Any]:
    return {
        "moment": each.moment + 1,
        "round": each.round,
        "tabler": d.seat_ids[each.tabler] if each.tabler >= 0 else None,
        "changes": {d.issue_ids[issue]: level for issue, level in each.changes},
        "words": each.words,
        "objectors": [d.seat_ids[seat] for seat in each.objectors],
        "passed": each.passed,
        "points": _by_seat(d, each.deltas),
    }


def _deal(d: Debrief, deal: Deal) -> dict[str, Any]:
    return {
        "name": deal.name,
        "definition": deal.definition,
        "text": _text(d, deal.text),
        "values": _by_seat(d, deal.values),
        "surplus": _by_seat(d, deal.surplus),
        "ties": deal.ties,
    }


def _deals(d: Debrief, found: Deals) -> dict[str, Any]:
    counts = ("texts", "signable", "zone", "zone_minus_one", "pareto", "pareto_in_zone")
    place = ("on_front", "distance", "dominating")
    return {
        **{key: getattr(found, key) for key in counts},
        "best": _by_seat(d, found.best),
        "walk_away": _by_seat(d, found.walk_away),
        "outcome": _deal(d, found.outcome),
        **{key: getattr(found, key) for key in place},
        "named": [_deal(d, each) for each in found.named],
        "single_changes": [
            {
                "issue": d.issue_ids[each.issue],
                "before": None if each.before == BRACKETS else each.before,
                "after": each.after,
                "gains": _by_seat(d, each.gains),
            }
            for each in found.single
        ],
        "closest": [
            {
                "delegation": d.seat_ids[each.seat],
                "text": _text(d, each.text) if each.text is not None else None,
                "changed": [d.issue_ids[issue] for issue in each.changed],
                "surplus": each.surplus if each.text is not None else None,
            }
            for each in found.closest
        ],
        "front": [list(each) for each in found.front],
    }


def _talk(d: Debrief) -> dict[str, Any]:
    return {
        "history": [
            {
                "issue": d.issue_ids[each.issue],
                "level": None if each.level == BRACKETS else each.level,
                "title": each.level_title,
                "text": each.level_text,
                "source": each.level_source,
                "invented": each.invented,
                "said": [vars(said) for said in each.said],
            }
            for each in d.stories
        ],
        "questions": [
            {"text": each.text, "facts": list(each.facts), "moments": [moment + 1 for moment in each.moments]}
            for each in d.questions
        ],
        "out_of_role": d.out_of_role,
        "whatifs": [
            {
                "title": each.title,
                "how": each.how,
                "moment": each.moment + 1,
                "runs": each.runs,
                "shares": [{**vars(share), "ending": ENDINGS[share.ending]} for share in each.shares],
            }
            for each in d.whatifs
        ],
    }
