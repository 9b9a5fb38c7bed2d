"""Whether an event of a journal can have happened in this game: every number names something, at this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_type_hints

from summit_game.engine import events as ev
from summit_game.engine.actions import ALL_FREE, ALL_NEED, ANSWER, MESSAGE, ORDERS, PAYMENTS, PROMISES, Action
from summit_game.engine.board import DONE, NOBODY
from summit_game.engine.events import Event
from summit_game.engine.notation import action_text
from summit_game.engine.setting import ENDINGS, Game
from summit_game.engine.state import State
from summit_game.engine.talk import asked

MOST = 10**6
"""No sum, number of a flash or of a module is larger."""
LONGEST = 200
"""Characters of a cause or purpose."""
_NEEDS: Mapping[type, tuple[str, ...]] = {
    ev.PackageAdopted: ("package",),
    ev.PackageAmended: ("package",),
    ev.StepAsked: ("hesitation",),
    ev.StepAnswered: ("hesitation", "package"),
    ev.CapitalPaid: ("hesitation",),
    ev.CapitalAnswered: ("capitals",),
}
"""Event -> what must be on the board when it comes."""
Fits = Callable[[Any], bool]


class Unsound(ValueError):  # noqa: N818 - it reads as a sentence
    """What a journal holds cannot be."""


def _in(numbers: range) -> Fits:
    return lambda value: type(value) is int and value in numbers


def _all(fits: Fits, once: bool = False) -> Fits:
    def all_fit(value: Any) -> bool:
        return isinstance(value, tuple) and all(map(fits, value)) and not (once and len(set(value)) < len(value))

    return all_fit


def _pair(one: Fits, two: Fits) -> Fits:
    return lambda value: isinstance(value, tuple) and len(value) == 2 and one(value[0]) and two(value[1])


class EventCheck:
    """The check for one game."""

    def __init__(self, game: Game) -> None:
        self.game = game
        setting = game.setting
        count = len(setting.seats)
        seat, anybody = _in(range(count)), _in(range(-1, count))
        self._cards = [_in(range(len(each))) for each in (setting.proposals, setting.concessions, setting.pressure)]
        event = _in(range(len(setting.events)))
        zone, order_zone = _in(range(len(setting.zones))), _in(range(-1, len(setting.zones)))
        flag: Fits = lambda value: type(value) is bool  # noqa: E731
        text: Fits = lambda value: isinstance(value, str) and len(value) <= LONGEST  # noqa: E731
        rounds, sum_ = _in(range(1, setting.options.rounds + 1)), _in(range(-MOST, MOST + 1))
        seats, kind = _all(seat, once=True), _in(range(len(self._cards)))
        order = _pair(_in(range(len(ORDERS))), order_zone)
        common: dict[str, Fits] = {
            "seat": seat,
            "initiative": seat,
            "voters": seats,
            "seats": seats,
            "objectors": seats,
            "absent": seats,
            "round": rounds,
            "kind": kind,
            "zone": zone,
            "number": sum_,
            "delta": sum_,
            "value": sum_,
            "at": sum_,
            "card": event,
            "cause": text,
            "purpose": text,
            "passes": flag,
            "reopened": flag,
            "ratified": flag,
            "barred": flag,
            "last": flag,
            "kept": flag,
            "support": sum_,
            "draw": sum_,
            "penalty": sum_,
            "vote": _in(range(3)),
            "promise": _in(range(len(PROMISES))),
            "action": self._action,
            "ending": _in(range(len(ENDINGS))),
            "pass_number": _in(range(1, setting.options.passes + 1)),
            "turn": seat,
            "side": _in(range(len(setting.start_units))),
            "module": _in(range(len(setting.modules))),
            "proposals": _all(self._cards[0]),
            "concessions": _all(self._cards[1]),
            "changes": self._changes,
            "brief": sum_,
            "goal": sum_,
            "mood": sum_,
            "orders": _all(_all(order)),
            "issue": _in(range(len(setting.issues))),
            "level": _in(range(max(issue.levels for issue in setting.issues))),
            "short": sum_,
            "covers": sum_,
            "granted": flag,
            "payment": _in(range(len(PAYMENTS))),
            "to": anybody,
            "said": self._said,
            "now": _in(range(DONE + 1)),
            "open": flag,
            "words": text,
        }
        own: Mapping[type, dict[str, Fits]] = {
            ev.PileSet: {"seat": anybody, "cards": _all(sum_)},
            ev.NewsSet: {"cards": _all(event)},
            ev.CardsDrawn: {"cards": _all(sum_)},
            ev.CardsDiscarded: {"cards": _all(self._cards[0])},
            ev.CardSpent: {"card": sum_},
            ev.Reshuffled: {"cards": _all(self._cards[0])},
            ev.CardInjected: {"seat": anybody},
            ev.TrackMoved: {"track": _in(range(len(setting.tracks)))},
            ev.SeatTrackMoved: {"track": _in(range(len(setting.seat_tracks)))},
            ev.QuestionPut: {"seat": anybody},
            ev.FlashTurned: {"seat": anybody},
            ev.WordShown: {"answers": _all(self._said)},
            ev.Stepped: {"answers": anybody},
            ev.OrderGiven: {"kind": _in(range(len(ORDERS))), "zone": order_zone},
            ev.OrderVoid: {"kind": _in(range(len(ORDERS))), "zone": order_zone},
        }
        kinds: tuple[type, ...] = Event.__args__
        self._fits = {
            each: {name: {**common, **own.get(each, {})}[name] for name in get_type_hints(each)} for each in kinds
        }
        """Event -> field -> whether a value can stand there."""

    def _action(self, value: Any) -> bool:
        if not isinstance(value, Action) or not all(type(each) is int for each in (value.verb, *value.args)):
            return False
        form = self.game.setting.form(value)
        if form is None or not form.sound(value.args[form.skip :]):
            return False
        return bool(action_text(self.game.setting, value))

    def _said(self, value: Any) -> bool:
        """A message or an answer, as the numbers of its action."""
        if not isinstance(value, tuple) or len(value) < 2 or value[0] not in (MESSAGE, ANSWER):
            return False
        return self._action(Action(value[0], value[1:]))

    def _changes(self, value: Any) -> bool:
        issues = self.game.setting.issues
        pairs = _all(_pair(_in(range(len(issues))), _in(range(10))))(value)
        return pairs and all(level <= issues[issue].levels for issue, level in value)

    def happened(self, state: State, event: Event) -> None:
        """Raises `Unsound` if the event cannot have come at this moment."""
        values: Mapping[str, Any] = event._asdict()
        for name, fits in self._fits[type(event)].items():
            if not fits(values[name]):
                raise Unsound(f"{name} of {type(event).__name__}")
        if not self._at_this_moment(state, event):
            raise Unsound(type(event).__name__)

    def _at_this_moment(self, state: State, event: Event) -> bool:
        setting, secrets = self.game.setting, self.game.secrets
        if type(event) in _NEEDS and not all(getattr(state, name) is not None for name in _NEEDS[type(event)]):
            return False
        match event:
            case ev.BriefDealt(seat, brief, goal, mood):
                goals, moods = len(secrets.goals[seat]), len(secrets.moods)
                return 0 <= brief < len(secrets.briefs[seat]) and -1 <= goal < goals and -1 <= mood < moods
            case ev.PileSet(kind, seat, cards):
                return all(map(self._cards[kind], cards)) and (kind == ev.PROPOSAL or seat >= 0)
            case ev.RoundBegan(number):
                return number == state.round + 1
            case ev.NewsSet(cards):
                return len(cards) == setting.options.rounds
            case ev.CardsDrawn(seat, kind, number, cards):
                piles = {ev.PROPOSAL: state.proposal_pile, ev.CONCESSION: state.concession_piles[seat]}
                pile = piles.get(kind, state.pressure_piles[seat])
                return 0 <= number == len(cards) <= len(pile) and list(cards) == pile[len(pile) - number :]
            case ev.CardSpent(_, kind, card):
                return self._cards[kind](card)
            case ev.TrackMoved(track, delta, value):
                spec = setting.tracks[track]
                return spec.low <= value <= spec.high and value == state.tracks[track] + delta
            case ev.SeatTrackMoved(track, seat, delta, value):
                spec = setting.seat_tracks[track]
                return spec.low <= value <= spec.high and value == state.seat_tracks[track][seat] + delta
            case ev.UnitsMoved(side, zone, delta, value):
                return value >= 0 and value == state.units[side][zone] + delta
            case ev.SliceSet(module, at):
                return 0 <= at < len(state.slices[module])
            case ev.ReasonGiven(seat) | ev.IssueReopened(seat):
                return seat in state.waiting
            case ev.StepAsked(_, issue, level):
                return level < setting.issues[issue].levels
            case ev.GoalGivenUp(seat, goal):
                return 0 <= goal < len(secrets.goals[seat])
            case ev.MessageSent(_, seat, to, said):
                to_all = said[0] == MESSAGE and said[1] in (ALL_NEED, ALL_FREE)
                return said[0] == MESSAGE and to != seat and (to == NOBODY if to_all else said[2:3] == (to,))
            case ev.AnswerGiven(number, seat, to, said):
                exchange = asked(state.own[seat].talk, seat) if to >= 0 else None
                return said[0] == ANSWER and exchange is not None and exchange.number == number
            case ev.WordStands(number, seat, to) | ev.WordShown(number, seat, to) | ev.ShadingSeen(number, seat, to):
                return to >= 0 and any(each.number == number for each in state.own[seat].talk)
            case ev.UnderstandingKept(_, to):
                return to >= 0
            case ev.OrdersShown(orders):
                return len(orders) == len(setting.seats)
        return True
