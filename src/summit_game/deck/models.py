"""What a deck file may say: frozen pydantic models, no unknown keys, two format versions.

A deck is a folder of YAML files. All files of the folder are read and their sections joined (`deck.load`);
the joined sections are validated as one `Deck`. Strings that hold formulas or effects are parsed by
`deck.formulas` and `deck.effects`; ids are resolved by `deck.check` and `deck.compile`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from summit_game.deck.model_base import (
    BySeats,
    CardId,
    CardText,
    DeckFormula,
    DeckId,
    DelegationId,
    Effect,
    Formula,
    Id,
    IssueId,
    IssueLevel,
    Line,
    Model,
    ModuleId,
    RedLine,
    ReferenceId,
    Short,
    SideId,
    Source,
    Text,
    ZoneId,
)
from summit_game.deck.model_draw import Draw
from summit_game.deck.model_map import Box
from summit_game.deck.model_options import Options
from summit_game.deck.model_reserved import Choice, Drives, EndingKind, Endings, Voice
from summit_game.deck.model_terms import Terms
from summit_game.rules.params import Refers


class Meta(Model):
    """`deck:` who made the deck, what it is about, and which format it is written in."""

    format: Literal[1, 2] = Field(description="Version of the deck format; this program reads 1 and 2.")
    id: DeckId = Field(description="Lower-case words joined by hyphens; the folder has the same name.")
    version: Short = "1"
    title: Short
    summary: Text
    setting: Short = Field(description="Time and place, one line.")
    note: Text | None = Field(None, description="Shown before the first game: what is fact, what is invented.")
    authors: tuple[Short, ...] = ()
    licence: Short
    language: Short = "en"
    fixed: bool = Field(
        False,
        description="The same deal each time is meant, as in a lesson: nothing is asked of its variety.",
    )
    ranking: bool = Field(True, description="Whether the end and the debrief name the highest result (R8.7).")


class Side(Model):
    """A camp on the map. Exactly two sides are not neutral; the first of them is the plus side of the balance."""

    id: Id
    name: Short
    neutral: bool = False


class Zone(Model):
    """A box on the map. Only the sides named in `start` may place units there (R1.3)."""

    id: Id
    name: Short
    note: Text | None = None
    start: dict[SideId, int] = Field(
        description="Side -> units at the start, 0 to 9. A side not named never stands here."
    )
    box: Box | None = Field(None, description="Where it is drawn: left, top, width, height on a grid of 100 by 60.")
    sea: bool = Field(False, description="Drawn as water.")


class Track(Model):
    """A public number everybody can see, with what it means."""

    name: Short
    meaning: Text
    low: Short | None = Field(None, description="Word for the lowest end of the track.")
    high: Short | None = Field(None, description="Word for the highest end of the track.")
    start: BySeats
    min: int = 0
    max: int


class Level(Model):
    """One treaty text. Level 0 is the status quo, shown as brackets until something is agreed."""

    title: Short
    text: CardText
    source: Source
    invented: bool = False


class Said(Model):
    """What was really said about an issue: by whom, when, and where it stands. Facts only."""

    who: Short
    when: Short
    text: Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]
    source: Source


class Issue(Model):
    """An issue with its ordered levels. A core issue can carry a treaty (R7.1)."""

    id: Id
    title: Short
    question: CardText
    core: bool = False
    levels: tuple[Level, ...] = Field(min_length=2, max_length=8)
    history: tuple[Said, ...] = Field(min_length=1)


class ScoreTerm(Model):
    """A line of a delegation's score: a formula over the end state (R8.5)."""

    line: Short
    points: DeckFormula
    module: ModuleId | None = None


class Goal(Model):
    """A secret goal card: worth `options.goal_worth` when its test holds at the end (R8.6)."""

    id: CardId
    title: Short
    text: CardText
    test: DeckFormula
    source: Source
    invented: bool = False
    module: ModuleId | None = None


class Brief(Model):
    """One variant of a confidential brief. Values are points per level; the best levels add up to 100."""

    id: Id
    title: Short
    instructions: Text
    priorities: tuple[CardText, ...] = Field(min_length=1, max_length=8)
    questions: tuple[CardText, ...] = Field((), max_length=6)
    values: dict[IssueId, tuple[int, ...]]
    reservation: dict[int, int] = Field({}, description="Table size -> value of no deal; overrides the delegation's.")


class ProtectedRight(Model):
    """An issue on which this delegation's objection is decisive from a level upwards (R4.3)."""

    issue: IssueId
    from_level: IssueLevel = 1
    reason: CardText


class Delegation(Model):
    """A delegation: the public side of its mat, and its confidential briefs."""

    id: Id
    name: Short
    number: Literal["singular", "plural"] = Field("singular", description="Of the name: `the allies have` is plural.")
    side: SideId
    principal: bool = Field(False, description="A principal's objection is always decisive (R4.2).")
    difficulty: int = Field(1, ge=1, le=3)
    sentence: Text = Field(description="One public sentence of interest, in the delegation's own point of view.")
    profile: Text = Field(description="Public profile: who it is, what it can do at this table.")
    zones: tuple[ZoneId, ...] = Field((), description="Zones in which it may give orders.")
    orders: BySeats = Field(1, description="Orders per round, each in a different zone.")
    monitors: bool = Field(False, description="Places monitors in its zones in place of units.")
    lacks: tuple[Literal["step", "promise"], ...] = ()
    stand_in: DelegationId | None = Field(None, description="Takes its pressure tokens while it has no seat (R2.7).")
    mandate: dict[IssueId, str] = Field(description="Issue -> range of levels that home expects, such as `0-2`.")
    red_lines: dict[IssueId, tuple[RedLine, ...]] = Field({})
    protected: tuple[ProtectedRight, ...] = ()
    reservation: dict[int, int] = Field(description="Table size -> value of no deal at the start, in points.")
    balance: int = Field(0, description="Points of fallback now for each step of the balance (signed).")
    tension: int = Field(0, description="Points of fallback now lost for each tension above the free range.")
    war: int = Field(0, ge=0, description="Points lost in a conflict.")
    score: tuple[ScoreTerm, ...] = ()
    goals: tuple[Goal, ...] = ()
    briefs: tuple[Brief, ...] = Field(min_length=1)
    voice: tuple[Voice, ...] = Field((), description="Reserved: what it may say by itself.")


class Card(Model):
    """What all cards have. `source` names the clause or fact; `invented` says that the card is the game's own."""

    id: CardId
    title: Short
    text: CardText
    source: Source
    invented: bool = False
    copies: int = Field(1, ge=1, le=12)
    tags: tuple[Id, ...] = ()
    module: ModuleId | None = Field(None, description="The card leaves the game when this module is off (R9.2).")


class Proposal(Card):
    """What a delegation may ask: one issue at one level. One shared deck."""

    issue: IssueId
    level: IssueLevel = Field(ge=1)


class Concession(Card):
    """What its owner may give: one issue at one level. Each owner has an own deck, used once."""

    owner: DelegationId
    issue: IssueId
    level: IssueLevel = Field(ge=1)


class Pressure(Card):
    """An action card of its owner, used once."""

    owner: DelegationId
    effects: tuple[Effect, ...] = Field(min_length=1)


class Event(Card):
    """News: turned at the start of a round.

    `act`: the rounds that it may come in (`options.acts`), or `crisis` (R2.5a); a table without acts leaves it aside.
    """

    act: int | Literal["crisis"] = Field(1, description="Act of the game, or `crisis`.")
    effects: tuple[Effect, ...] = Field(min_length=1)
    choice: Choice | None = Field(None, description="Reserved: asks a delegation.")


class Mood(Model):
    """A secret mood card: shifts the value of no deal."""

    id: CardId
    title: Short
    text: CardText
    shift: int
    copies: int = Field(1, ge=1, le=12)


class FitTerm(Model):
    """A line of a scenario's fit. `otherwise` are the points of the line while its module is off (R8.3)."""

    line: Short
    points: DeckFormula
    module: ModuleId | None = None
    otherwise: int = 0


class FitLimit(Model):
    """A bound on a fit, applied in order after the lines: a ceiling, or a share such as `2/5`."""

    line: Short
    when: DeckFormula
    at_most: int | None = None
    share: Annotated[str, StringConstraints(pattern=r"^\d+/\d+$")] | None = None


class Label(Model):
    """A word added to an ending, such as "fragile". No points."""

    id: Id
    title: Short
    text: CardText
    when: Annotated[Formula, Refers("label")]


class Scenario(Model):
    """One of the four endings: how well the end state fits it, and what is read out when it comes."""

    kind: EndingKind
    title: Short
    text: Text
    aftermath: Text = Field(description="What the end state would mean in the months that follow; in the game's world.")
    fit: tuple[FitTerm, ...] = Field(min_length=1)
    limits: tuple[FitLimit, ...] = ()
    labels: tuple[Label, ...] = ()


class Variant(Model):
    """A named set of changes for one game, such as the quick game (R9.3)."""

    id: Id
    title: Short
    text: Text
    options: dict[str, Any] = Field({})
    start: dict[Id, BySeats] = Field({}, description="Track -> other start value.")
    without: tuple[ModuleId, ...] = Field((), description="Rule modules that are switched off.")
    modules: dict[ModuleId, dict[str, Any]] = Field(
        {}, description="Rule module -> parameters that stand in for those of the deck (format 2)."
    )


class ContentNote(Model):
    """What people should know before a game that may touch them, and advice for whoever leads a class."""

    text: Text
    advice: tuple[Line, ...] = ()


class Background(Model):
    """A short titled paragraph about what was before the game, or what somebody said. Facts only, with sources."""

    title: Short
    when: Short | None = None
    text: Text
    sources: tuple[ReferenceId, ...] = Field(min_length=1)


class Followed(Model):
    """A fact of the time after the game, with its date."""

    when: Short
    text: Line
    issues: tuple[IssueId, ...] = ()
    sources: tuple[ReferenceId, ...] = Field(min_length=1)


class WhatFollowed(Model):
    """What followed in the real world, told after play whatever the ending. `short` stands in short debriefs."""

    short: Line
    opening: Line
    facts: tuple[Followed, ...] = Field(min_length=1)
    closing: Text


class Reference(Model):
    """A page or paper that can be looked up. `cited_as`: the words with which cards and texts cite it."""

    id: Id
    heading: Annotated[str, StringConstraints(min_length=1, max_length=250, strip_whitespace=True)]
    publisher: Short
    date: Short | None = None
    address: Annotated[str, StringConstraints(min_length=4, max_length=400, pattern=r"^\S+$")]
    cited_as: tuple[Short, ...] = ()


class Deck(Model):
    """A whole deck: all sections of all files in its folder."""

    deck: Meta
    sides: tuple[Side, ...]
    zones: tuple[Zone, ...] = ()
    tracks: dict[Id, Track]
    tables: dict[int, tuple[Id, ...]] = Field(description="Table size -> delegations in seat order.")
    default_table: int
    draw: Draw | None = None
    options: Options = Options()
    modules: dict[Id, dict[str, Any]] = Field({})
    variants: tuple[Variant, ...] = ()
    issues: tuple[Issue, ...] = Field(min_length=1, max_length=8)
    delegations: tuple[Delegation, ...] = Field(min_length=2, max_length=8)
    proposals: tuple[Proposal, ...] = Field(min_length=1)
    concessions: tuple[Concession, ...] = ()
    pressure: tuple[Pressure, ...] = ()
    events: tuple[Event, ...] = Field(min_length=1)
    moods: tuple[Mood, ...] = ()
    scenarios: tuple[Scenario, ...] = Field(min_length=4, max_length=4)
    terms: Terms | None = None
    endings: Endings | None = Field(None, description="Reserved: endings that are merged or left out.")
    drives: tuple[Drives, ...] = Field((), description="Reserved: what moves a track, such as tension.")
    content_note: ContentNote | None = Field(None, description="Shown before the first game.")
    background: tuple[Background, ...] = ()
    what_followed: WhatFollowed | None = None
    references: tuple[Reference, ...] = ()
    allowed_words: tuple[Short, ...] = Field(
        (), description="Words of the loaded-word list this deck may use, and why in a comment."
    )
