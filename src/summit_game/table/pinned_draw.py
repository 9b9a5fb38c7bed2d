"""What a game drew before it began, as the head of its journal keeps it: opening a game draws nothing again.

Mandates and red lines are public and stand in the head; the briefs stand in its `secret` part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from summit_game.deals.drawn import Drawn, Flags, Rows, SeatDrawn
from summit_game.engine.setting import BriefSpec, Game, Setting
from summit_game.table.checked_events import Unsound

MANDATES, BRIEFS = "mandates", "briefs"
MOST = 10**6
"""No value of a level and no value of no deal is larger."""


def is_drawn(head: Mapping[str, Any]) -> bool:
    """Whether the game has mandates and briefs of its own; else it has those that its deck prints."""
    return MANDATES in head


def drawn_data(game: Game) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is kept of the mandates and briefs of a game that drew them: the public part, and the secret one."""
    setting = game.setting
    mandates: dict[str, Any] = {}
    briefs: dict[str, Any] = {}
    for spec, (brief,) in zip(setting.seat_specs, game.secrets.briefs, strict=True):
        mandates[spec.id] = {
            issue: {"from": low, "to": high, "red": [level for level, flag in enumerate(red) if flag]}
            for issue, (low, high), red in zip(setting.issue_ids, spec.mandate, spec.red, strict=True)
        }
        values = {issue: list(row) for issue, row in zip(setting.issue_ids, brief.values, strict=True)}
        briefs[spec.id] = {"id": brief.id, "values": values, "reservation": brief.reservation}
    return {MANDATES: mandates}, {BRIEFS: briefs}


def pinned_draw(head: Mapping[str, Any], game: Game) -> Drawn | None:
    """What the game of a head drew, checked against the game as its deck prints it; None if it drew nothing.

    Raises `Unsound`, `KeyError` or `TypeError` for what no game draws.
    """
    if not is_drawn(head):
        _must(BRIEFS not in head["secret"])
        return None
    mandates, briefs = head[MANDATES], head["secret"][BRIEFS]
    _must(_has(mandates, game.setting.seat_ids) and _has(briefs, game.setting.seat_ids))
    return Drawn(
        tuple(
            SeatDrawn(
                *_mandate(game.setting, mandates[name]),
                _brief(game.setting, briefs[name], [each.id for each in game.secrets.briefs[seat]]),
            )
            for seat, name in enumerate(game.setting.seat_ids)
        )
    )


def _mandate(setting: Setting, written: Mapping[str, Any]) -> tuple[tuple[tuple[int, int], ...], Flags]:
    _must(_has(written, setting.issue_ids))
    mandate, red = [], []
    for issue in setting.issues:
        each, levels = written[issue.id], range(issue.levels)
        _must(_has(each, ("from", "to", "red")))
        low, high, lines = each["from"], each["to"], each["red"]
        _must(_is_of(low, levels) and _is_of(high, levels) and low <= high)
        _must(isinstance(lines, list) and all(_is_of(line, levels) for line in lines))
        mandate.append((low, high))
        red.append(tuple(level in lines for level in levels))
    return tuple(mandate), tuple(red)


def _brief(setting: Setting, written: Mapping[str, Any], known: Sequence[str]) -> BriefSpec:
    _must(_has(written, ("id", "values", "reservation")))
    name, reservation = written["id"], written["reservation"]
    # The deck's texts are looked up by the id of the brief from which this one was made.
    _must(isinstance(name, str) and name in known and _is_of(reservation, range(-MOST, MOST + 1)))
    return BriefSpec(name, _values(setting, written["values"]), reservation)


def _values(setting: Setting, written: Mapping[str, Any]) -> Rows:
    _must(_has(written, setting.issue_ids))
    rows = []
    for issue in setting.issues:
        row = written[issue.id]
        _must(isinstance(row, list) and len(row) == issue.levels)
        _must(all(_is_of(value, range(-MOST, MOST + 1)) for value in row))
        rows.append(tuple(row))
    return tuple(rows)


def _has(written: object, keys: Sequence[str]) -> bool:
    return isinstance(written, Mapping) and set(written) == set(keys)


def _is_of(value: object, numbers: range) -> bool:
    return type(value) is int and value in numbers


def _must(fits: bool) -> None:
    if not fits:
        raise Unsound("the mandates and briefs in the head")
