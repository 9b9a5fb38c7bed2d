"""A question with its rows, as data: drawn by a screen, spoken in plain text, sent as JSON.

A draft is an unfinished action in the written form of R9.5 (`table P-1 with C-2`, `nonpaper ENL 2`). A row gives either
an action in its written form, which can be sent, or the draft of a further question, or it says why it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Said(NamedTuple):
    """A line and its tones: words out of `good bad warn dim mine accent strong`, or nothing."""

    text: str
    tone: str = ""


Lines = tuple[Said, ...]
Changes = tuple[tuple[str, int], ...]
"""What the treaty would become: (issue, level), the asked issue first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a question. `label` is what a reader chooses, `word` is a word that chooses it too."""

    label: str
    word: str = ""
    action: str = ""
    """The action in its written form, if choosing the row sends it."""
    draft: str | None = None
    """The draft of the question that follows, if choosing the row leads on."""
    stays: bool = False
    """Whether the question that follows takes the place of this one: a mark is set or taken away."""
    back: bool = False
    """Whether choosing the row goes back to the question before."""
    twice: bool = False
    """Whether a person is asked once more (`sure` and the action as draft) before the action is sent."""
    refusal: str = ""
    """Why it cannot be chosen, with its clause."""
    mark: str = ""
    """`[x]`, `( )` and the like, in front of the label."""
    lines: Lines = ()
    """What choosing it would mean."""
    changes: Changes = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the rows. `start` is the row under the cursor at first, -1 for none (a vote)."""

    draft: str
    title: str
    text: str
    rows: tuple[Row, ...]
    start: int = 0
    lines: Lines = ()
    """What it is about, shown while no row is chosen."""
    changes: Changes = ()
