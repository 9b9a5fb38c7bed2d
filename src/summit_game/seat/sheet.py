"""What everybody may know about a game before it starts, with its texts: sent once, then pages refer to it."""

from __future__ import annotations

from dataclasses import dataclass

from summit_game.words.names import Words


@dataclass(frozen=True, slots=True)
class Level:
    """A level of an issue."""

    title: str
    text: str
    source: str
    invented: bool


@dataclass(frozen=True, slots=True)
class Said:
    """Who said what on an issue, and when."""

    who: str
    when: str
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue with its levels, beginning with 0."""

    id: str
    title: str
    core: bool
    question: str
    levels: tuple[Level, ...]
    history: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Right:
    """Objecting is decisive when the issue stands at `from_level` or above (R4.3)."""

    issue: int
    from_level: int
    clause: str
    reason: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """The public side of a delegation's mat. `out` and `red` are by issue and level."""

    id: str
    name: str
    side: str
    principal: bool
    mandate: tuple[tuple[int, int], ...]
    out: tuple[tuple[int, ...], ...]
    red: tuple[tuple[bool, ...], ...]
    rights: tuple[Right, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """A track of the table, with the words of its ends."""

    id: str
    name: str
    low: int
    high: int
    frozen: bool
    lowest: str
    highest: str
    meaning: str


Box = tuple[int, int, int, int]
"""Left, top, width and height on a grid of 100 by 60."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone. `stands`: the numbers of the sides whose units may be there. `box`: where it is drawn; null: nowhere."""

    id: str
    name: str
    note: str
    stands: tuple[int, ...]
    box: Box | None = None
    sea: bool = False


@dataclass(frozen=True, slots=True)
class GameSheet:
    """A game as it stands on the table before the deal. Pages name issues, tracks and seats by their place here."""

    deck: str
    title: str
    setting: str
    """Time and place."""
    summary: str
    note: str
    """What is fact and what is invented."""
    rounds: int
    passes: int
    slack: int
    """Objections that are overruled (R4.4)."""
    sides: tuple[str, ...]
    issues: tuple[Issue, ...]
    delegations: tuple[Delegation, ...]
    tracks: tuple[Track, ...]
    zones: tuple[Zone, ...]
    units: tuple[str, str]
    """What one of those that stand on the map is called, and several."""
    zone_cap: int = 0
    """The most units of a side in a zone if nothing limits it there (R2.6)."""

    def objecting_blocks(self, seat: int, issue: int, level: int) -> bool:
        """Whether a protected right makes the delegation's objection decisive at this level (R4.3)."""
        return any(right.issue == issue and level >= right.from_level for right in self.delegations[seat].rights)


def game_sheet(words: Words) -> GameSheet:
    """The sheet of a game, in the words of its deck."""
    setting, deck = words.setting, words.deck
    options = setting.options
    return GameSheet(
        deck=setting.deck,
        title=deck.deck.title,
        setting=deck.deck.setting,
        summary=deck.deck.summary,
        note=deck.deck.note or "",
        rounds=options.rounds,
        passes=options.passes,
        slack=options.slack,
        sides=tuple(words.side(side) for side in range(len(setting.sides))),
        issues=tuple(
            Issue(
                spec.id,
                spec.title,
                spec.core,
                issue.question,
                tuple(Level(each.title, each.text, each.source, each.invented) for each in issue.levels),
                tuple(Said(each.who, each.when, each.text) for each in issue.history),
            )
            for spec, issue in zip(setting.issues, deck.issues, strict=True)
        ),
        delegations=tuple(
            Delegation(
                spec.id,
                spec.name,
                words.side(spec.side),
                spec.principal,
                spec.mandate,
                spec.out,
                spec.red,
                tuple(Right(*right) for right in spec.rights),
            )
            for spec in setting.seat_specs
        ),
        tracks=tuple(
            Track(
                spec.id,
                spec.name,
                spec.low,
                spec.high,
                spec.frozen,
                deck.tracks[spec.id].low or "",
                deck.tracks[spec.id].high or "",
                deck.tracks[spec.id].meaning,
            )
            for spec in setting.tracks
        ),
        zones=tuple(
            Zone(
                zone_id,
                zone.name,
                zone.note or "",
                tuple(side for side, row in enumerate(setting.stands) if row[at]),
                zone.box,
                zone.sea,
            )
            for at, (zone_id, zone) in enumerate(zip(setting.zones, deck.zones, strict=True))
        ),
        units=(words.term("unit", 1), words.term("unit", 2)),
        zone_cap=options.zone_cap,
    )
