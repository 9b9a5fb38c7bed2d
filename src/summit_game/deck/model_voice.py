"""How a delegation speaks: invented lines for kinds of occasion, in its own manner. They are no quotations.

The models hold a deck to its shape alone, so that one that a game has pinned can always be read; what a voice must be
in a deck of today (its kinds, how many wordings, how long) is said by `check_voice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from summit_game.deck.model_base import CardText, Id, Model

OCCASIONS: Mapping[str, str] = MappingProxyType(
    {
        "ask": "it asks another delegation a question",
        "offer": "it makes an offer",
        "agree": "it says yes or agrees to an offer",
        "refuse": "it says no, refuses, or does not say",
        "only_with": "it says that it would agree only with something more or something else",
        "warn": "it warns",
        "accuse": "it shows that a word was broken, or another delegation broke a promise",
        "regret": "it regrets and pays for it",
        "build_up": "a delegation of another side has built up forces",
        "step": "its own step was answered",
        "repeat": "a text is tabled again that it objected to",
        "near": "enough is agreed now for a treaty",
        "signed": "a treaty enters into force with it",
        "failed": "a treaty was put to the vote and failed",
    }
)
"""Kind of occasion -> when the delegation speaks."""
LONGEST_LINE = 90
"""Characters of a wording."""
LEAST_WORDINGS, MOST_WORDINGS, LEAST_KINDS = 2, 3, 6

Kind = Annotated[Id, Field(json_schema_extra={"enum": [*OCCASIONS]})]
Wording = Annotated[CardText, Field(json_schema_extra={"maxLength": LONGEST_LINE})]


class Voice(Model):
    """What a delegation says on occasions of one kind: one of a few wordings, in turn."""

    kind: Kind = Field(description="The occasion, such as `build_up`.")
    text: tuple[Wording, ...] = Field(
        min_length=1, max_length=MOST_WORDINGS, description="Two or three wordings, without quotation marks."
    )
