"""What all models of a deck share: frozen pydantic models without unknown keys, and the types of texts and numbers."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from summit_game.rules.params import LevelOf, Refers

FORMAT = 2
"""The newest deck format: `draw`, `fixed` and `modules` of variants came with it. Format 1 is read for ever."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$", max_length=40)]
CardId = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", max_length=24)]
DeckId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
CardText = Annotated[str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Source = Annotated[str, StringConstraints(min_length=3, max_length=300, strip_whitespace=True)]
Formula = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
IssueId = Annotated[Id, Refers("issue")]
SideId = Annotated[Id, Refers("side")]
ZoneId = Annotated[Id, Refers("zone")]
DelegationId = Annotated[Id, Refers("delegation")]
ModuleId = Annotated[Id, Refers("module")]
ReferenceId = Annotated[Id, Refers("reference")]
Line = Annotated[str, StringConstraints(min_length=1, max_length=600, strip_whitespace=True)]
IssueLevel = Annotated[int, LevelOf("issue")]
RedLine = Annotated[int, LevelOf(low=0)]
AnyLevel = Annotated[int, LevelOf("issue", low=0)]
InHundred = Annotated[int, Field(ge=0, le=100)]
"""A chance."""
DeckFormula = Annotated[Formula, Refers("formula")]
BySeats = int | dict[int, int]
"""One number for every table, or a number for each table size (number of delegations)."""
Effect = str | dict[str, Any]
"""`"tension +1"`, or `{"if level(EXE) < 2": ["tension +1", ...]}` (see `deck.effects`)."""


class Model(BaseModel):
    """Frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
