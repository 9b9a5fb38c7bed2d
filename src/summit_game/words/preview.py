"""What an action would do, before it is sent: the sentence the log will have, and what a package means to one seat."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import Board, Changes
from summit_game.engine.queries import decisive, home_reaction
from summit_game.engine.view import View
from summit_game.words.happened import tell
from summit_game.words.names import Words


def text_with(board: Board, changes: Changes) -> list[int]:
    """The treaty text with a package written into it."""
    text = list(board.text)
    for issue, level in changes:
        text[issue] = level
    return text


def sent(words: Words, seat: int, action: Action) -> str:
    """The sentence with which the log will tell this action."""
    event: ev.Event
    if action.verb in (a.SILENCE, a.OBJECT):
        event = ev.VoteGiven(seat, ev.OBJECTS if action.verb == a.OBJECT else ev.CONSENTS)
    elif action.verb == a.ORDER:
        kind, zone = (*action.args, -1)[:2]
        event = ev.OrderGiven(seat, kind, zone, False)
    else:
        event = ev.Acted(seat, action)
    return tell(words, event) or ""


class Worth(NamedTuple):
    """What one change of a package is worth to a delegation, in points."""

    issue: int
    level: int
    points: int


def worths(view: View, changes: Changes) -> list[Worth]:
    """The value of a package to the seat of the view, line by line."""
    values = view.held.brief.values
    return [Worth(at, level, values[at][level] - values[at][max(0, view.text[at])]) for at, level in changes]


class Stance(NamedTuple):
    """What everybody can know about a delegation and a package.

    `out`: steps outside its mandate, in all; `red`: a red line is touched; `home`: change of its support if it
    consents; `blocks`: its objection alone is decisive.
    """

    seat: int
    out: int
    red: bool
    home: int
    blocks: bool


def stances(board: Board, changes: Changes) -> list[Stance]:
    """How a package stands to every delegation, from public facts."""
    return [
        Stance(
            seat,
            sum(spec.out[issue][level] for issue, level in changes),
            any(spec.red[issue][level] for issue, level in changes),
            home_reaction(board, seat, changes),
            decisive(board, seat, changes),
        )
        for seat, spec in enumerate(board.setting.seat_specs)
    ]
