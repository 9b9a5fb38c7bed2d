"""Events as plain JSON lists, and back: `["TrackMoved", 0, 1, 5, "R4.6"]`.

Numbers are those of the setting; the head of a journal keeps the names they stand for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.events import Event

_KINDS: dict[str, Any] = {kind.__name__: kind for kind in get_args(Event)}


class UnknownEventError(ValueError):
    """The list is no event that this program knows."""


def encode(events: Iterable[Event]) -> list[list[Any]]:
    """Events as lists that `json` writes; tuples become lists there."""
    return [[type(event).__name__, *event] for event in events]


def decode(lists: Iterable[list[Any]]) -> list[Event]:
    """The events that `encode` wrote. Raises `UnknownEventError`."""
    return [_event(each) for each in lists]


def _event(each: list[Any]) -> Event:
    try:
        name, *fields = each
        kind = _KINDS[name]
        if kind is ev.Acted:
            seat, (verb, args) = fields
            return ev.Acted(seat, Action(verb, tuple(args)))
        event: Event = kind(*map(_frozen, fields))
    except (KeyError, TypeError, ValueError) as error:
        raise UnknownEventError(f"{str(each)[:60]} is not an event of this version") from error
    return event


def _frozen(value: Any) -> Any:
    """Lists become tuples, all the way down."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
