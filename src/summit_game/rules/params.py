"""What the parameter models of rule modules share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Params(BaseModel):
    """Parameters of a rule module in a deck. `on: false` leaves the module out of every game of the deck."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    on: bool = Field(True, description="Whether the module is on unless a person switches it off for one game.")


class RightParams(BaseModel):
    """A protected right that a module gives to a delegation (R4.3)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    delegation: str
    from_level: int = Field(ge=1)
    reason: str = Field(max_length=160)


class IssueRightParams(RightParams):
    """A protected right on an issue that the entry names itself."""

    issue: str
