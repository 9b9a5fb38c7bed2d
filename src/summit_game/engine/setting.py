"""The compiled game: plain tuples of whole numbers that every game with the same deck and options shares.

`Setting` is public knowledge: cards that exist, mandates, numbers. `Secrets` holds the briefs, goals and moods
that may be dealt; a view never carries it. `summit_game.deck.compile` makes both from a checked deck.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summit_game.engine.actions import ACT_DRAW, ACT_LATER, ACT_LET, ACT_TABLE, ACTS, Action
from summit_game.engine.effects import Effect
from summit_game.engine.formula import Formula
from summit_game.engine.hooks import Rules
from summit_game.engine.verbs import Form, Verb, code_of, form_of

# Table tracks and delegation tracks that the rules themselves name; a deck may add further table tracks.
TENSION, TRUST = 0, 1
SUPPORT, CREDIBILITY, PRESSURE_TOKENS = 0, 1, 2
SEAT_TRACK_IDS = ("support", "credibility", "pressure")
PLUS, MINUS = 0, 1
"""The two armed sides. Neutral sides have numbers from 2 up and no units."""


class IssueSpec(NamedTuple):
    """An issue: its id and title, how many levels it has, whether it is core."""

    id: str
    title: str
    levels: int
    core: bool


class TextCard(NamedTuple):
    """A Proposal or Concession: the issue and level it sets. `owner` is a seat, or -1 for the shared deck."""

    id: str
    title: str
    issue: int
    level: int
    copies: int
    owner: int = -1


CRISIS = -1
"""The act of a crisis card (R2.5a)."""


class EffectCard(NamedTuple):
    """A Pressure card (`owner` is a seat) or an Event card (`owner` is -1), of an act (`CRISIS`: a crisis card)."""

    id: str
    title: str
    effects: tuple[Effect, ...]
    copies: int
    owner: int = -1
    act: int = 0


class TrackSpec(NamedTuple):
    """A track: range, start, and whether it is frozen because the module that owns it is off (R9.1)."""

    id: str
    name: str
    start: int
    low: int
    high: int
    frozen: bool


class Right(NamedTuple):
    """A protected right: objecting is decisive when the issue stands at `from_level` or above (R4.3)."""

    issue: int
    from_level: int
    clause: str
    reason: str


class SeatSpec(NamedTuple):
    """The public side of a delegation's mat."""

    id: str
    name: str
    side: int
    principal: bool
    zones: tuple[int, ...]
    orders: int
    monitors: bool
    may_step: bool
    may_promise: bool
    mandate: tuple[tuple[int, int], ...]
    out: tuple[tuple[int, ...], ...]
    """`out[issue][level]`: how far the level lies outside the mandate."""
    red: tuple[tuple[bool, ...], ...]
    """`red[issue][level]`: whether the level is a red line."""
    rights: tuple[Right, ...]
    balance: int
    tension: int
    war: int


class ScoreSpec(NamedTuple):
    """A line of a delegation's score; `behind` names the module or track it rests on."""

    line: str
    points: Formula
    behind: str


class FitSpec(NamedTuple):
    """A line of a fit. With `fixed` set (its module is off) the line is that number."""

    line: str
    points: Formula
    behind: str
    fixed: int | None


class LimitSpec(NamedTuple):
    """A bound on a fit: `at_most`, or the share `numerator/denominator`, when the condition holds."""

    line: str
    when: Formula
    at_most: int | None
    share: tuple[int, int] | None


class LabelSpec(NamedTuple):
    """A word that is added to an ending."""

    id: str
    title: str
    when: Formula


SETTLEMENT, STALEMATE, CONFLICT, COLD_WAR = range(4)
ENDINGS = ("settlement", "stalemate", "conflict", "cold_war")


class ScenarioSpec(NamedTuple):
    """An ending with the lines of its fit."""

    title: str
    fit: tuple[FitSpec, ...]
    limits: tuple[LimitSpec, ...]
    labels: tuple[LabelSpec, ...]


class BriefSpec(NamedTuple):
    """A confidential brief: `values[issue][level]` in points and the value of no deal."""

    id: str
    values: tuple[tuple[int, ...], ...]
    reservation: int


class GoalSpec(NamedTuple):
    """A secret goal card."""

    id: str
    title: str
    test: Formula


class MoodSpec(NamedTuple):
    """A secret mood card: added to the value of no deal."""

    id: str
    title: str
    shift: int
    copies: int


class OptionSpec(NamedTuple):
    """The numbers of the basic game (`summit_game.deck.models.Options`), for this table."""

    rounds: int
    passes: int
    sign_from: int
    min_issues: int
    need_core: bool
    hand_proposals: int
    hand_concessions: int
    hand_pressure: int
    package_concessions: int
    redraw: int
    press_per_side: int
    step_per_side: int
    slack: int
    zone_cap: int
    pressure_value: int
    balance_offset: int
    balance_bound: int
    goals: bool
    goal_worth: int
    moods: bool
    draw_brief: bool
    cold_war_cost: int
    rating_scale: int
    winner_least: int
    acts: tuple[int, ...]
    crisis_rounds: tuple[int, ...]
    news_ceiling: tuple[int, ...]
    reasons: int
    amended_concessions: int
    reopening: bool
    promises: tuple[int, ...]
    talk: int


class ModuleSpec(NamedTuple):
    """A rule module that is on."""

    id: str
    version: str
    clauses: tuple[str, ...]
    numbers: Mapping[str, int]
    """Its parameters that are single numbers, for texts."""


CHANGING = (ACT_LET, ACT_TABLE, ACT_LATER)
"""Acts that are about a change."""


def acts_of(changes: int, zones: int) -> Iterator[tuple[int, int]]:
    """Every act with each change or zone that it may be about, kind after kind."""
    for kind in range(len(ACTS)):
        count = changes if kind in CHANGING else zones if kind == ACT_DRAW else 0
        yield from ((kind, at) for at in range(count)) if count else ((kind, -1),)


@dataclass(frozen=True)
class Setting:
    """Everything about a game that everybody may know before it starts: plain data, never written to."""

    deck: str
    sides: tuple[str, ...]
    zones: tuple[str, ...]
    stands: tuple[tuple[bool, ...], ...]
    """`stands[side][zone]`: whether units of an armed side may be there."""
    start_units: tuple[tuple[int, ...], ...]
    tracks: tuple[TrackSpec, ...]
    seat_tracks: tuple[TrackSpec, ...]
    issues: tuple[IssueSpec, ...]
    seat_specs: tuple[SeatSpec, ...]
    proposals: tuple[TextCard, ...]
    concessions: tuple[TextCard, ...]
    pressure: tuple[EffectCard, ...]
    events: tuple[EffectCard, ...]
    scenarios: tuple[ScenarioSpec, ...]
    score_lines: tuple[tuple[ScoreSpec, ...], ...]
    options: OptionSpec
    modules: tuple[ModuleSpec, ...]
    verbs: tuple[Verb, ...]
    """What delegations can do in this game, in the order of their codes."""
    seats: range = field(init=False)
    side_of: tuple[int, ...] = field(init=False)
    proposal_ids: tuple[str, ...] = field(init=False)
    concession_ids: tuple[str, ...] = field(init=False)
    pressure_ids: tuple[str, ...] = field(init=False)
    asks: tuple[tuple[int, int], ...] = field(init=False)
    """(issue, level) of each Proposal."""
    gives: tuple[tuple[int, int], ...] = field(init=False)
    """(issue, level) of each Concession."""
    issue_ids: tuple[str, ...] = field(init=False)
    changes: tuple[tuple[int, int], ...] = field(init=False)
    """Every issue with every level from 1: what may be named, asked for or written (R4.8)."""
    change_ids: tuple[str, ...] = field(init=False)
    acts: tuple[tuple[int, int], ...] = field(init=False)
    """What messages may be about: the kind of act, and its change or zone (-1: none)."""
    act_ids: tuple[str, ...] = field(init=False)
    seat_ids: tuple[str, ...] = field(init=False)
    forms: dict[tuple[int, ...] | int, Form] = field(init=False, repr=False, compare=False)
    """The form of each verb by its code; by the number alone where that is the whole code."""

    def __post_init__(self) -> None:
        def keep(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        keep("seats", range(len(self.seat_specs)))
        keep("side_of", tuple(seat.side for seat in self.seat_specs))
        keep("proposal_ids", tuple(card.id for card in self.proposals))
        keep("concession_ids", tuple(card.id for card in self.concessions))
        keep("pressure_ids", tuple(card.id for card in self.pressure))
        keep("asks", tuple((card.issue, card.level) for card in self.proposals))
        keep("gives", tuple((card.issue, card.level) for card in self.concessions))
        keep("issue_ids", tuple(issue.id for issue in self.issues))
        keep("changes", tuple((at, n) for at, issue in enumerate(self.issues) for n in range(1, issue.levels)))
        keep("change_ids", tuple(f"{self.issues[at].id}-{level}" for at, level in self.changes))
        keep("acts", tuple(acts_of(len(self.changes), len(self.zones))))
        about = dict.fromkeys(CHANGING, self.change_ids) | {ACT_DRAW: self.zones}
        keep("act_ids", tuple(f"{ACTS[kind]}-{about[kind][at]}" if at >= 0 else ACTS[kind] for kind, at in self.acts))
        keep("seat_ids", tuple(seat.id for seat in self.seat_specs))
        forms = {verb.code: form_of(self, verb) for verb in self.verbs}
        keep("forms", {code if len(code) > 1 else code[0]: form for code, form in forms.items()})

    def touches_red_line(self, seat: int, text: Sequence[int]) -> bool:
        """Whether a treaty text crosses a red line of the delegation. Brackets (-1) count as level 0."""
        return any(red[max(0, level)] for red, level in zip(self.seat_specs[seat].red, text, strict=True))

    def verb(self, action: Action) -> Verb | None:
        """The verb of an action, or None if this game does not have it."""
        form = self.form(action)
        return form.verb if form else None

    def form(self, action: Action) -> Form | None:
        """The form of the verb of an action, or None if this game does not have it."""
        return self.forms.get(action.verb) or self.forms.get(code_of(action))

    def track(self, name: str) -> int | None:
        """The number of a table track, or None if the deck does not have it."""
        for at, spec in enumerate(self.tracks):
            if spec.id == name:
                return at
        return None


@dataclass(frozen=True)
class Secrets:
    """What may be dealt secretly: per seat the brief variants and goals, and the moods shared by all."""

    briefs: tuple[tuple[BriefSpec, ...], ...]
    goals: tuple[tuple[GoalSpec, ...], ...]
    moods: tuple[MoodSpec, ...]


@dataclass(frozen=True)
class Game:
    """A compiled game: public setting, rules in play and secrets. One `Game` serves any number of plays."""

    setting: Setting
    rules: Rules
    secrets: Secrets
