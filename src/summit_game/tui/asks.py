"""What the move pane shows: a question with rows. A row leads to an action, to a further ask, or is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from summit_game.engine.actions import Action
from summit_game.engine.board import Changes
from summit_game.engine.refusal import Refusal
from summit_game.tui.means import Lines


@dataclass(frozen=True)
class Row:
    """A row of an ask. `more` leads on (`replace`: in place of this ask); `meaning` gives the lines of the preview."""

    label: str
    action: Action | None = None
    more: Callable[[], Ask] | None = None
    replace: bool = False
    refusal: Refusal | None = None
    mark: str = ""
    """`[x]`, `( )` and the like, in front of the label."""
    meaning: Callable[[], Lines] | None = None
    changes: Changes = ()
    """What the treaty would become, shown in the draft while the row is under the cursor."""
    back: bool = False
    sure: bool = False
    """Whether sending needs no further question."""


@dataclass(frozen=True)
class Ask:
    """A question with its rows. `start` is the row under the cursor at first, -1 for none (a vote)."""

    title: str
    question: str
    rows: tuple[Row, ...]
    start: int = 0
    meaning: Callable[[], Lines] | None = None
    """Shown while no row is chosen, and by rows without a meaning of their own."""
    changes: Changes = ()


def possible_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Refused rows at the end."""
    return tuple(sorted(rows, key=lambda row: row.refusal is not None))
