"""When a delegation may take its last action back (R9.7): a question of what has become known since."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.engine.refusal import Refusal
from summit_game.table.entry import BY_TABLE, MOVE
from summit_game.table.history import START, History

CLAUSE = "R9.7"
REVEALING = (
    ev.BriefDealt,
    ev.PileSet,
    ev.NewsSet,
    ev.NewsTurned,
    ev.CardsDrawn,
    ev.Reshuffled,
    ev.FlashTurned,
    ev.CapitalVoted,
    ev.VotesShown,
    ev.OrdersShown,
    ev.AmendmentCalled,
    ev.GoalGivenUp,
    ev.WordShown,
)
"""Events by which somebody learns what was hidden, or for which a random stream moved."""


def reveals(event: Event) -> bool:
    """Whether an action with this event in its wake cannot be taken back."""
    return isinstance(event, REVEALING)


def _tells_of_a_hand(events: Sequence[Event]) -> bool:
    """The last reason was given: whether the package can be amended at all depends on the tabler's hand (R4.9)."""
    return len(events) > 1 and isinstance(events[0], ev.ReasonGiven)


def why_no_undo(history: History, seat: int) -> Refusal | None:
    """Why the seat cannot take back its last action, or None."""
    if history.tip == START:
        return Refusal(CLAUSE, "nothing-done")
    last, *added = history.last()
    if last.kind != MOVE or last.seat != seat:
        return Refusal(CLAUSE, "not-your-last")
    if any(reveals(event) for entry in (last, *added) for event in entry.events) or _tells_of_a_hand(last.events):
        return Refusal(CLAUSE, "shown-since")
    return None


def last_move(history: History, seat: int) -> int | None:
    """The number of the last action that the seat took itself on the line of play, or None."""
    own = (each for each in reversed(history.line()) if each.kind == MOVE and each.seat == seat)
    return next((each.number for each in own if each.by != BY_TABLE), None)


def why_no_redo(history: History, seat: int) -> Refusal | None:
    """Why the seat cannot do again what it took back, or None."""
    return None if history.redo_of == seat else Refusal(CLAUSE, "nothing-to-redo")
