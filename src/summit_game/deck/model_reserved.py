"""Keys of deck format 2 that have their place in a deck before the rules know what to do with them.

Their shape and what they refer to is checked, so that a deck written today can be read by the program that uses them;
`deck check` notes each of them (`check_reserved`). `docs/decks.md` lists them under "Reserved keys".
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from summit_game.deck.model_base import CardText, DeckFormula, DelegationId, Effect, Id, Model, Short
from summit_game.rules.params import Refers

EndingKind = Literal["settlement", "stalemate", "conflict", "cold_war"]


class Voice(Model):
    """What a delegation may say by itself when something of a kind happens: one of a few wordings."""

    kind: Id = Field(description="What it reacts to, such as `broken_promise`.")
    text: tuple[CardText, ...] = Field(min_length=1, max_length=3)


class Answer(Model):
    """One of the answers to an event."""

    title: Short
    effects: tuple[Effect, ...] = Field(min_length=1)


class Choice(Model):
    """An event that asks one delegation. `usual`: the answer, counted from 0, where it has no seat."""

    asks: DelegationId
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=4)
    usual: int = Field(0, ge=0)


class Endings(Model):
    """Endings that a deck does without: told as another one, or never coming."""

    merged: dict[EndingKind, EndingKind] = Field({}, description="Ending -> the one as which it is told.")
    left_out: tuple[EndingKind, ...] = ()


class Drives(Model):
    """What moves a track in each Reckoning, in place of the number of units (R16.1)."""

    track: Annotated[Id, Refers("track")]
    by: DeckFormula
