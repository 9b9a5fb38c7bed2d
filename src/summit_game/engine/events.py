"""What happened: small frozen values that carry outcomes, and `fold`, the only code that changes a state.

The rules decide and record events; folding the events of any prefix gives the live state without running a rule
again. `face` gives the side of an event that a seat may see.
"""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY, Changes, Orders
from summit_game.engine.talk_events import AnswerGiven as AnswerGiven
from summit_game.engine.talk_events import MessageSent as MessageSent
from summit_game.engine.talk_events import ShadingSeen as ShadingSeen
from summit_game.engine.talk_events import TalkPassed as TalkPassed
from summit_game.engine.talk_events import TalkTurn as TalkTurn
from summit_game.engine.talk_events import UnderstandingKept as UnderstandingKept
from summit_game.engine.talk_events import WordShown as WordShown
from summit_game.engine.talk_events import WordStands as WordStands
from summit_game.engine.treaty_events import AmendmentCalled as AmendmentCalled
from summit_game.engine.treaty_events import AmendmentDeclined as AmendmentDeclined
from summit_game.engine.treaty_events import CapitalAnswered as CapitalAnswered
from summit_game.engine.treaty_events import CapitalHesitated as CapitalHesitated
from summit_game.engine.treaty_events import CapitalPaid as CapitalPaid
from summit_game.engine.treaty_events import CapitalsCalled as CapitalsCalled
from summit_game.engine.treaty_events import GoalGivenUp as GoalGivenUp
from summit_game.engine.treaty_events import IssueReopened as IssueReopened
from summit_game.engine.treaty_events import PackageAmended as PackageAmended
from summit_game.engine.treaty_events import ReasonGiven as ReasonGiven
from summit_game.engine.treaty_events import ReasonsCalled as ReasonsCalled
from summit_game.engine.treaty_events import ReopeningCalled as ReopeningCalled
from summit_game.engine.treaty_events import StepAnswered as StepAnswered
from summit_game.engine.treaty_events import StepAsked as StepAsked

PROPOSAL, CONCESSION, PRESSURE_CARD = range(3)
NOT_VOTED, CONSENTS, OBJECTS = range(3)


class BriefDealt(NamedTuple):
    """Private to the seat: which brief variant, goal and mood it holds (-1: none)."""

    seat: int
    brief: int
    goal: int
    mood: int


class PileSet(NamedTuple):
    """Hidden from all: the order of a deck, last card on top. `seat` is -1 for the shared Proposals."""

    kind: int
    seat: int
    cards: tuple[int, ...]


class NewsSet(NamedTuple):
    """Hidden from all: the event card of each round."""

    cards: tuple[int, ...]


class RoundBegan(NamedTuple):
    """A round begins; the seat `initiative` moves first."""

    round: int
    initiative: int


class CardsDrawn(NamedTuple):
    """A seat drew cards. `cards` is private to it (and empty on others' face); their `number` is public."""

    seat: int
    kind: int
    number: int
    cards: tuple[int, ...]


class CardsDiscarded(NamedTuple):
    """A seat laid Proposals on the discard pile, face up."""

    seat: int
    cards: tuple[int, ...]


class CardSpent(NamedTuple):
    """A Concession or Pressure card left the game."""

    seat: int
    kind: int
    card: int


class Reshuffled(NamedTuple):
    """The discard pile became the Proposal deck. The order is hidden (and empty on every face)."""

    cards: tuple[int, ...]


class NewsTurned(NamedTuple):
    """The event card of the round."""

    card: int


class CardInjected(NamedTuple):
    """The facilitator brings in an event card, aimed at one seat or at all (-1) (R9.6)."""

    card: int
    seat: int


class CorridorOpened(NamedTuple):
    """Seats that may make a promise now."""

    seats: tuple[int, ...]


class TurnBegan(NamedTuple):
    """A seat has the floor: pass from 1, and its place in the order from 0."""

    pass_number: int
    turn: int
    seat: int


class Acted(NamedTuple):
    """A seat took an action that all see: a promise or a floor action."""

    seat: int
    action: Action


class TrackMoved(NamedTuple):
    """A table track moved by `delta` to `value`; `cause` is a card, clause or module."""

    track: int
    delta: int
    value: int
    cause: str


class SeatTrackMoved(NamedTuple):
    """A delegation's track moved by `delta` to `value`."""

    track: int
    seat: int
    delta: int
    value: int
    cause: str


class UnitsMoved(NamedTuple):
    """Units of a side in a zone changed by `delta` to `value`."""

    side: int
    zone: int
    delta: int
    value: int
    cause: str


class MonitorPlaced(NamedTuple):
    """A monitor stands in a zone."""

    seat: int
    zone: int


class SliceSet(NamedTuple):
    """A rule module wrote a number of its public state."""

    module: int
    at: int
    value: int


class PackageTabled(NamedTuple):
    """A package lies on the table; the `voters` answer SILENCE or OBJECT."""

    seat: int
    changes: Changes
    proposals: tuple[int, ...]
    concessions: tuple[int, ...]
    voters: tuple[int, ...]


class VoteGiven(NamedTuple):
    """A seat answered. `vote` is private until the votes are shown (NOT_VOTED on others' face)."""

    seat: int
    vote: int


class VotesShown(NamedTuple):
    """All votes are in and shown; `passes` says whether the objections suffice."""

    objectors: tuple[int, ...]
    passes: bool


class PackageAdopted(NamedTuple):
    """The levels are written. `reopened`: an agreed issue was changed."""

    seat: int
    changes: Changes
    reopened: bool


class PackageFailed(NamedTuple):
    """The package is off the table."""

    seat: int


class Stepped(NamedTuple):
    """A seat took a unilateral step; `answers` is the seat whose pending step it answers, or -1."""

    seat: int
    answers: int


class StepLapsed(NamedTuple):
    """A pending step was not answered in time."""

    seat: int


class QuestionPut(NamedTuple):
    """The question whether to sign was put by a seat (-1: Final Session); the `voters` answer."""

    seat: int
    voters: tuple[int, ...]


class FlashTurned(NamedTuple):
    """A flash number 1..6 was turned for a purpose and a seat (-1: the table)."""

    purpose: str
    seat: int
    number: int


class CapitalVoted(NamedTuple):
    """A capital ratified or not: support, draw and red-line penalty that were added up (R15.5)."""

    seat: int
    ratified: bool
    support: int
    draw: int
    penalty: int


class SigningFailed(NamedTuple):
    """The treaty is not in force. `barred`: this text failed ratification and cannot be put again (R7.4)."""

    barred: bool


class TreatyInForce(NamedTuple):
    """The treaty entered into force without the `absent`."""

    absent: tuple[int, ...]


class OrdersCalled(NamedTuple):
    """Posture: the seats write secret orders."""

    seats: tuple[int, ...]


class OrderGiven(NamedTuple):
    """A seat wrote an order. Kind and zone are private until revealed (-1 on others' face)."""

    seat: int
    kind: int
    zone: int
    last: bool


class OrdersShown(NamedTuple):
    """All orders are revealed, per seat."""

    orders: tuple[Orders, ...]


class OrderVoid(NamedTuple):
    """An order could not be carried out (R5.5)."""

    seat: int
    kind: int
    zone: int


class ReckoningBegan(NamedTuple):
    """The Reckoning of the round begins."""

    round: int


class PromiseChecked(NamedTuple):
    """A promise (number of its kind) was found kept or broken."""

    seat: int
    promise: int
    kept: bool


class ConflictCame(NamedTuple):
    """Tension reached its maximum, or the brink check failed."""

    cause: str


class GameEnded(NamedTuple):
    """The game is over: SETTLEMENT, STALEMATE, CONFLICT or COLD_WAR."""

    ending: int


Event = (
    BriefDealt | PileSet | NewsSet | RoundBegan | CardsDrawn | CardsDiscarded | CardSpent | Reshuffled
    | NewsTurned | CardInjected | CorridorOpened | TurnBegan | Acted | TrackMoved | SeatTrackMoved
    | UnitsMoved | MonitorPlaced | SliceSet | PackageTabled | VoteGiven | VotesShown | PackageAdopted
    | PackageFailed | Stepped | StepLapsed | QuestionPut | FlashTurned | CapitalVoted | SigningFailed
    | TreatyInForce | OrdersCalled | OrderGiven | OrdersShown | OrderVoid | ReckoningBegan | PromiseChecked
    | ConflictCame | GameEnded | ReasonsCalled | ReasonGiven | AmendmentCalled | PackageAmended | AmendmentDeclined
    | CapitalsCalled | CapitalHesitated | StepAsked | StepAnswered | CapitalPaid | GoalGivenUp | CapitalAnswered
    | ReopeningCalled | IssueReopened | TalkTurn | TalkPassed | MessageSent | AnswerGiven | WordStands
    | UnderstandingKept | WordShown | ShadingSeen
)  # fmt: skip


def in_private(event: Event) -> bool:
    """Whether only two delegations learn what the event says (R19.2)."""
    return face(event, NOBODY) != event and isinstance(event, MessageSent | AnswerGiven)


def face(event: Event, seat: int) -> Event | None:
    """The side of an event that a seat may see (R1.6); -1 asks for a spectator's. None: it sees nothing."""
    match event:
        case PileSet() | NewsSet():
            return None
        case BriefDealt() if event.seat != seat:
            return None
        case CardsDrawn() if event.seat != seat:
            return event._replace(cards=())
        case Reshuffled():
            return Reshuffled(())
        case VoteGiven() if event.seat != seat:
            return event._replace(vote=NOT_VOTED)
        case OrderGiven() if event.seat != seat:
            return event._replace(kind=-1, zone=-1)
        case MessageSent() if not (event.open or event.to == NOBODY or seat in (event.seat, event.to)):
            return event._replace(said=())
        case AnswerGiven() | WordStands() if not (event.open or seat in (event.seat, event.to)):
            return None
    return event
