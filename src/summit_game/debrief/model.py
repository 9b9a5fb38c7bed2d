"""What a debrief says, as plain data that every front end shows in its own way. Nothing here computes anything.

Seats, issues and levels are numbers of the game's setting; `Debrief` carries their names. Points are those of briefs
(the best levels of a brief add up to 100). An issue in brackets has level -1 and counts as level 0 (R3.5).

How much is in it depends on the game. While it goes on, only what everybody saw (`PUBLIC`). Once it is over, also what
each delegation reached and what was possible (`RESULTS`), as R8 shows it at the end. With the archive opened by the
facilitator (`ARCHIVE`), also hands, secret votes and orders, and the reasons of bots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_game.debrief.board import Capital, Units, Zone
from summit_game.debrief.real_world import Followed, IssueStory
from summit_game.debrief.words_and_deeds.rows import WordsAndDeeds
from summit_game.engine.scenarios import Fit
from summit_game.engine.scoring import Score
from summit_game.language.catalogue import say
from summit_game.seat.zonemap.model import ZoneMap
from summit_game.words.names import Names, listed

PUBLIC, RESULTS, ARCHIVE = "public", "results", "archive"
Text = tuple[int, ...]
"""A level for each issue."""
Points = tuple[int, ...]
"""A number of points for each seat."""


@dataclass(frozen=True)
class Moment:
    """One thing that was done, on the line of play: what was taken back is left out.

    `entry` is its number in the journal; `kind` is a verb of `engine.actions.VERBS` or `deal`, `inject`, `track`, and
    while the archive is closed `vote` for a secret vote, `message` and `answer` for what only two heard. `seat` is -1
    for the table and the facilitator; `round` and `phase` are those in which it was done (0 and `setup` for the deal).
    Everything from `text` on is as it stood afterwards.
    """

    entry: int
    round: int
    phase: str
    seat: int
    kind: str
    action: str
    """What was done, in words; empty for a secret vote or order unless the archive is open, and for the deal."""
    said: tuple[str, ...]
    """What everybody was told."""
    hidden: tuple[str, ...]
    """What only the open archive tells: drawn cards, secret votes and orders, a bot's reason. Else empty."""
    text: Text
    values: Points
    """What the draft was worth to each delegation by its brief. Empty if only public."""
    walk_away: Points
    """What no deal was worth to each at that moment (R8.4). Empty if only public."""
    fits: tuple[int, ...]
    """The fit of each scenario, 0..100, if the game had ended there (R8.3), in the order of `ENDINGS`."""
    tracks: tuple[int, ...]
    support: Points
    """Support at home of each delegation, from its track."""
    units: Units = ()
    caps: Units = ()
    """The most units that each side may have in each zone (R2.6)."""
    repeats: tuple[int, ...] = ()
    """The places in `said` of what `action` says too, and of whose turn it is next: a short list leaves them out."""


@dataclass(frozen=True)
class LedgerRow:
    """What one issue brought one delegation, over all changes of the text: gained minus given adds up to the total.

    `given` and `gained` are points by its brief, both at least 0. `cards` counts its own Concessions that were adopted
    or played as a step on this issue.
    """

    seat: int
    issue: int
    gained: int
    given: int
    cards: int


@dataclass(frozen=True)
class VoteRow:
    """A vote that was shown. `deltas`: what adopting the package would have meant to each, in points (empty if public);
    for the vote on signing (`changes` is empty) the surplus of the text over no deal at that moment. `voters`: who was
    asked; whoever tabled it was not."""

    moment: int
    round: int
    tabler: int
    changes: tuple[tuple[int, int], ...]
    words: str
    objectors: tuple[int, ...]
    passed: bool
    deltas: Points
    voters: tuple[int, ...] = ()

    @property
    def signing(self) -> bool:
        """Whether it was the vote on signing, and not one on a package."""
        return not self.changes


@dataclass(frozen=True)
class PromiseRow:
    """A promise made in public, and whether it was kept; None while that is not known."""

    moment: int
    round: int
    seat: int
    words: str
    kept: bool | None


@dataclass(frozen=True)
class TurningPoint:
    """A move after which a scenario's fit changed more than after almost any other."""

    moment: int
    ending: int
    before: int
    after: int
    words: str


@dataclass(frozen=True)
class Deal:
    """A text that a named definition picks out of all texts. `surplus`: points over what no deal was worth."""

    name: str
    definition: str
    text: Text
    values: Points
    surplus: tuple[int, ...]
    ties: int = 1
    """How many texts the definition fits equally well; this is the first in order."""


@dataclass(frozen=True)
class Change:
    """One issue moved to another level: what that gives to each, in points."""

    issue: int
    before: int
    after: int
    gains: tuple[int, ...]


@dataclass(frozen=True)
class Closest:
    """The text nearest to the outcome that a delegation would have signed: signable (R7.1), none of its red lines, at
    least its no-deal value.

    Nearest: fewest issues changed, then fewest levels moved, then the largest value to it, then the first in order.
    `text` is None if no text at all would have done.
    """

    seat: int
    text: Text | None
    changed: tuple[int, ...]
    surplus: int


@dataclass(frozen=True)
class Deals:
    """The whole space of texts with the briefs that were dealt, counted exactly."""

    texts: int
    signable: int
    """Texts with enough agreed issues to be put to the question (R7.1)."""
    zone: int
    """Signable texts worth the no-deal value to every delegation, without anybody's red line."""
    zone_minus_one: int
    """The same under this table's rule of consensus (R4.2 to R4.4)."""
    pareto: int
    pareto_in_zone: int
    best: Points
    """The largest value that any text has for each delegation."""
    walk_away: Points
    """The no-deal values against which surpluses are counted: those at the start, with the mood (R8.5)."""
    outcome: Deal
    """The text at the end, whether it entered into force or not."""
    on_front: bool
    """Whether no text would have been better for one and worse for none than the outcome's text."""
    distance: int
    """The most points that some text gives to everybody at once over the outcome's text; 0 on the front."""
    dominating: int
    """Texts better for somebody and worse for nobody."""
    named: tuple[Deal, ...]
    """Nash product, Kalai-Smorodinsky, largest sum, largest smallest surplus; none if the zone is empty."""
    single: tuple[Change, ...]
    """Single changes that would have helped one and hurt none, best first: largest sum, then largest smallest gain.
    Levels that are somebody's red line are left out."""
    closest: tuple[Closest, ...]
    front: tuple[Points, ...]
    """The values of all efficient texts, each once, sorted. For plots."""

    @property
    def nash(self) -> Deal | None:
        """The text with the largest product of surpluses, if there is one."""
        return self.named[0] if self.named else None


@dataclass(frozen=True)
class Question:
    """A question for the room, with the facts of this game that it comes from. `moments`: where to look."""

    text: str
    facts: tuple[str, ...]
    moments: tuple[int, ...] = ()


@dataclass(frozen=True)
class Share:
    """How often a scenario came out, in percent with a 95 % interval; the interval is one number if it is certain."""

    ending: int
    count: int
    percent: float
    low: float
    high: float


@dataclass(frozen=True)
class WhatIf:
    """A counterfactual: the game played on from a point with one thing changed, several times."""

    title: str
    how: str
    """What was changed and what was kept the same, in one sentence."""
    moment: int
    runs: int
    shares: tuple[Share, ...]
    points: tuple[float, ...] = ()
    """The score of each delegation, on average of the runs."""


@dataclass(frozen=True)
class Sat:
    """Who held a seat in which rounds, also in what was taken back; `decisions` counts those on the line of play."""

    seat: int
    played_by: str
    people: tuple[str, ...]
    """Names, or ids in a debrief without names. Empty for a bot, and for people who gave none."""
    first_round: int
    last_round: int
    decisions: int


@dataclass(frozen=True)
class Act:
    """What the facilitator did, on the line of play or not. `kind` as in the journal, `at` the time in UTC; `said` in
    sentences."""

    entry: int
    at: str
    round: int
    kind: str
    said: str


@dataclass(frozen=True)
class MapAt:
    """The map as a round ended, with what changed since the one before; round 0 is the start."""

    round: int
    map: ZoneMap


@dataclass(frozen=True)
class Debrief(Names):
    """Everything a debrief says about one sitting, and what its numbers are called."""

    id: str
    deck: str
    shown: str
    """PUBLIC, RESULTS or ARCHIVE."""
    note: str
    """What a reader should know first (not over, damaged); or empty."""
    played_on: str
    """Date of the first entry, YYYY-MM-DD."""
    minutes: int
    """Between the first and the last move."""
    sitters: tuple[str, ...]
    """Who played each delegation, all of them: people's names, a bot's kind. Ids for names in a share-safe debrief."""
    track_names: tuple[str, ...]
    track_ranges: tuple[tuple[int, int], ...]
    endings: tuple[str, ...]
    ending_ids: tuple[str, ...]
    """Kind of each ending, in the order of every list of fits: as many as the game has."""
    rounds: int
    last_round: int
    ending: int
    """-1 while the game goes on or if the facilitator ended it early."""
    in_force: bool
    verdict: tuple[str, ...]
    """The ending in sentences, as it was read out."""
    fits: tuple[Fit, ...]
    scores: tuple[Score, ...]
    """With the lines that add up. Empty if only public."""
    winners: tuple[int, ...]
    moments: tuple[Moment, ...]
    ledger: tuple[LedgerRow, ...]
    votes: tuple[VoteRow, ...]
    promises: tuple[PromiseRow, ...]
    turning: tuple[TurningPoint, ...]
    deals: Deals | None
    """None if only public, or if the deck has too many texts."""
    stories: tuple[IssueStory, ...]
    questions: tuple[Question, ...]
    out_of_role: str
    """What the facilitator says so that everybody leaves the role."""
    whatifs: tuple[WhatIf, ...] = field(default=())
    followed: Followed | None = None
    """What followed in the real world; None while the game goes on, or if the deck tells nothing of it."""
    sat: tuple[Sat, ...] = ()
    """The same as data: everybody who held a seat, seat by seat, in order."""
    acts: tuple[Act, ...] = ()
    """What the facilitator did, in order."""
    played_as: str = ""
    """Variants and switched-off rule modules, in a sentence; empty for the standard game."""
    words_and_deeds: WordsAndDeeds | None = None
    """What delegations said to each other and did; None if the game is played without talk (R19)."""
    word_questions: tuple[Question, ...] = ()
    """Questions for the room about that."""
    adviser: tuple[int, ...] = ()
    """About how many decisions each delegation asked its adviser, what was taken back included."""
    maps: tuple[MapAt, ...] = ()
    """The map round by round; none if the deck has no boxes."""
    opening: tuple[str, ...] = ()
    """What to say first, in one to three sentences that follow from the data by rule; empty if no rule fits."""
    labels: tuple[str, ...] = ()
    """Words that were added to the ending, such as "fragile", each with its meaning."""
    core: tuple[int, ...] = ()
    """The core issues."""
    capitals: tuple[Capital, ...] = ()
    """Every vote of a capital, in order."""
    zones: tuple[Zone, ...] = ()
    sides: tuple[str, ...] = ()
    """The armed sides."""
    you: int = -1
    """The seat of the only person at a table of bots, to whom the debrief speaks; -1 if there is none."""

    @property
    def how_much(self) -> str:
        """How much is shown, in words."""
        told = say(f"debrief-shown-{self.shown}")
        return told if self.shown == ARCHIVE else f"{told} {say('debrief-closed')}"

    def at(self, moment: int) -> str:
        """Where in the game a moment is; the number is the one of the move-by-move list."""
        if not 0 <= moment < len(self.moments):
            return say("debrief-at-the-end")
        return say("debrief-at", round=self.moments[moment].round, moment=moment + 1)

    def steps(self, moments: Sequence[int]) -> str:
        """The same moments as a replay counts them: from 0, with notes, pauses and what was taken back."""
        known = [self.moments[each].entry for each in moments if 0 <= each < len(self.moments)]
        numbers = listed(str(entry - self.moments[0].entry) for entry in known)
        return say("debrief-steps", count=len(known), numbers=numbers)

    def round_ends(self) -> list[Moment]:
        """The last moment of every round, in order; round 0 is the deal."""
        last = {each.round: each for each in self.moments}
        return [last[each] for each in sorted(last)]

    def given(self, seat: int) -> LedgerRow:
        """What a delegation gained and gave on all issues together (issue -1)."""
        own = [each for each in self.ledger if each.seat == seat]
        return LedgerRow(
            seat, -1, sum(each.gained for each in own), sum(each.given for each in own), sum(each.cards for each in own)
        )
