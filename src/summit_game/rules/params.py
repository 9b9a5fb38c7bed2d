"""What the parameter models of rule modules share, and types that say what a parameter refers to.

A parameter of a type below is checked against the deck by `summit deck check`, at any depth: in lists, as keys or
values of mappings, in models of its own. A parameter of a plain type is only checked by its model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Params(BaseModel):
    """Parameters of a rule module in a deck. `on: false` leaves the module out of every game of the deck."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: bool = Field(True, description="Whether the module is on unless a person switches it off for one game.")


@dataclass(frozen=True)
class Refers:
    """The text is an id of this kind, or a formula over the quantities of the deck."""

    kind: Literal["issue", "side", "zone", "delegation", "track", "module", "formula", "label"]
    """`label` is a formula that may also read the ratings (R8.5)."""


@dataclass(frozen=True)
class LevelOf:
    """The number is a level, from `low` up, of an issue: `Annotated[int, LevelOf("issue")]`.

    `issue` is the parameter that names the issue, in the same model or the nearest one around it. `LevelOf()` stands
    for the values of a mapping whose keys are issues.
    """

    issue: str = ""
    low: int = 1


IssueId = Annotated[str, Refers("issue"), Field(description="Id of an issue.")]
SideId = Annotated[str, Refers("side"), Field(description="Id of a side.")]
ZoneId = Annotated[str, Refers("zone"), Field(description="Id of a zone.")]
DelegationId = Annotated[str, Refers("delegation"), Field(description="Id of a delegation.")]
TrackId = Annotated[str, Refers("track"), Field(description="Name of a track of the table.")]
FormulaText = Annotated[str, Refers("formula")]
Level = Annotated[int, LevelOf("issue")]
"""A level of the issue that the parameter `issue` names."""
LevelOfKey = Annotated[int, LevelOf()]
"""A level of the issue that is its key: `dict[IssueId, LevelOfKey]`."""


class RightParams(BaseModel):
    """A protected right that a module gives to a delegation (R4.3)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    delegation: DelegationId
    from_level: Level = Field(ge=1)
    reason: str = Field(max_length=160)


class IssueRightParams(RightParams):
    """A protected right on an issue that the entry names itself."""

    issue: IssueId
