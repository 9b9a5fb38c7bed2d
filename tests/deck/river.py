"""The small deck of these tests: its text, its rule modules, and copies of it that can be damaged."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from summit_game.rules.params import FormulaText, IssueId, Level, LevelOfKey, SideId, ZoneId

FIXTURE = Path(__file__).parent / "fixture" / "river-talks"


class Params(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    on: bool = True


class Alliance(Params):
    """Unity of one side."""

    side: SideId
    broken: int = Field(1, ge=0)


class Transparency(Params):
    points: dict[IssueId, LevelOfKey]
    standoff_issue: IssueId


class Cap(BaseModel):
    model_config = ConfigDict(extra="forbid")

    side: SideId
    zone: ZoneId
    issue: IssueId
    limits: dict[Level, int]


class Contact(BaseModel):
    zone: ZoneId
    when: FormulaText


class Caps(Params):
    issue: IssueId
    entries: list[Cap] = []
    forbid: dict[Level, tuple[ZoneId, ...]] = {}
    contacts: tuple[Contact, ...] = ()
    reason: str = ""


class Escalation(Params):
    brink: dict[int, int]
    rest: tuple[int, int]


REGISTRY: dict[str, type[BaseModel]] = {
    "alliance": Alliance,
    "transparency": Transparency,
    "caps": Caps,
    "escalation": Escalation,
}


@cache
def texts() -> dict[str, str]:
    """Name inside the deck -> text of the file."""
    files = sorted(FIXTURE.rglob("*.yaml"))
    return {file.relative_to(FIXTURE).as_posix(): file.read_text(encoding="utf-8") for file in files}


def write(folder: Path, changed: dict[str, str | bytes] | None = None) -> Path:
    """A copy of the deck in `folder`, with some files changed or added."""
    deck = folder / "river-talks"
    for name, text in {**texts(), **(changed or {})}.items():
        path = deck / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return deck


def line_of(text: str, marker: str) -> int:
    """The line of the only place where `marker` stands."""
    assert text.count(marker) == 1, f"{marker!r} stands {text.count(marker)} times"
    return text[: text.index(marker)].count("\n") + 1
