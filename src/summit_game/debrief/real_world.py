"""What a debrief tells of the real world, as plain data: all of it is the deck's, and nothing is decided by it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """What was really said about an issue."""

    who: str
    when: str
    text: str
    source: str


@dataclass(frozen=True)
class IssueStory:
    """An issue at this table beside what really happened."""

    issue: int
    level: int
    level_title: str
    level_text: str
    level_source: str
    invented: bool
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Fact:
    """A fact of the time after the game. `about`: the issues that it belongs to, by number."""

    when: str
    text: str
    source: str
    about: tuple[int, ...] = ()


@dataclass(frozen=True)
class Followed:
    """What followed in the real world: in short, and with dates and sources. All of it is the deck's."""

    short: str
    opening: str
    facts: tuple[Fact, ...]
    closing: str
