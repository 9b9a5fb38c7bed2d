"""`terms:` what a deck calls the things that every game has, where *unit* and *zone* are not its words."""

from __future__ import annotations

from pydantic import Field

from summit_game.deck.model_base import Model, Short


class Term(Model):
    """A noun without an article."""

    one: Short
    many: Short


class Terms(Model):
    """A word that is not named is the usual one."""

    unit: Term | None = Field(None, description="What stands on the map, such as `canal works`.")
    zone: Term | None = Field(None, description="A place on the map, such as `reach`.")
