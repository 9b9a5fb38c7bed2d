"""`draw:` how mandates and briefs are drawn before each game (R1.4a to R1.4c). Whole numbers only."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from summit_game.deck.model_base import AnyLevel, BySeats, DelegationId, InHundred, IssueId, Model


class LevelRange(Model):
    """Where the two ends of a mandate on one issue are drawn from; each level is equally likely."""

    low: str = Field(description="Levels of the lower end, such as `0-2`, or one level.")
    high: str = Field(description="Levels of the upper end, such as `3-4`, or one level.")


class FurtherRedLine(Model):
    """A red line that a delegation has in some games only. It is drawn with the mandate and is public."""

    issue: IssueId
    level: AnyLevel = Field(ge=0)
    chance: BySeats = Field(description="Of 100 games, in how many.")


class DelegationDraw(Model):
    """What is drawn for one delegation."""

    mandate: dict[IssueId, LevelRange] = Field({}, description="An issue that is not named keeps the printed range.")
    values: dict[IssueId, tuple[Annotated[int, Field(ge=0)], ...]] = Field(
        {}, description="Rows that stand in for the printed ones of every brief before they are weighted."
    )
    red_lines: tuple[FurtherRedLine, ...] = ()
    share: BySeats = Field(
        100, description="Per cent: the share of texts that the delegation accepts is multiplied with it."
    )


class ZoneBounds(Model):
    """How many texts may suit everybody: of 1000 texts, at least and at most so many."""

    least: BySeats = 1
    most: BySeats = 1000


class Draw(Model):
    """How each game gets its own mandates and briefs. With `options.briefs: first` nothing is drawn."""

    delegations: dict[DelegationId, DelegationDraw] = Field({})
    weights: tuple[Annotated[int, Field(ge=1, le=1000)], ...] = Field(
        description="One weight in per cent for each issue, put on the issues in random order."
    )
    shift: InHundred = Field(0, description="Chance that a best level between the lowest and the highest moves by one.")
    power: BySeats = Field(
        100, description="Per cent: the share of texts that a printed brief accepts is raised to this power."
    )
    spread: tuple[Annotated[int, Field(ge=10, le=1000)], ...] = Field(
        (), description="Per cent: one of these, drawn for each delegation, multiplies that share; none: 100."
    )
    zone: ZoneBounds = ZoneBounds()
    sets: dict[int, tuple[Annotated[int, Field(ge=0, lt=10**9)], ...]] = Field(
        {}, description="Table size -> its numbered sets (R1.4d), each as the seed that draws it."
    )
    attempts: int = Field(40, ge=1, le=200, description="Draws after which the last one is taken as it is.")
