"""The line of play of a journal: its votes, the points on it, and the same line with votes or rules changed.

A changed line takes over what was done as long as the changed game allows it; from there on it is a point to play on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from summit_game.deals.drawn import drawn_of
from summit_game.debrief.whatif.runs import Later, Place, Point, facilitate, place, who_plays
from summit_game.deck.compile import SetupError, TableOptions
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine import play
from summit_game.engine.board import CORRIDOR, NOBODY, OVER, TALK, Changes
from summit_game.engine.events import Event
from summit_game.engine.fold import fold
from summit_game.engine.notation import ActionError, parse_action
from summit_game.engine.ops import Ended, Ops
from summit_game.engine.refusal import Refused
from summit_game.engine.scenarios import ending_of
from summit_game.engine.setting import Game
from summit_game.engine.setup import begin_round
from summit_game.engine.state import State
from summit_game.language.catalogue import say
from summit_game.many.share_out import Table
from summit_game.table import entry as kinds
from summit_game.table.entry import Entry
from summit_game.table.injects import Inject
from summit_game.table.journal_head import changed_rules, options_of
from summit_game.table.opening import Sitting, seats_of
from summit_game.table.pinned_draw import is_drawn
from summit_game.words.messages import refusal_text


class WhatIfError(SetupError):
    """A counterfactual that cannot be had; the message is one sentence that says why, or what to write."""


class Vote(NamedTuple):
    """A vote that was shown. `put` and `shown` are numbers of the line: where it was called, and where it was counted.

    `changes` is empty for the question whether to sign; `tabler` is -1 in the Final Session.
    """

    put: int
    shown: int
    tabler: int
    changes: Changes
    voters: tuple[int, ...]
    objectors: tuple[int, ...]
    passed: bool


class Line:
    """The line of play of a sitting: what was taken back is left out. Numbers count from 0, the deal."""

    def __init__(self, sitting: Sitting) -> None:
        """Raises `WhatIfError` if the rules have changed since, so that nothing can be played on."""
        self.sitting = sitting
        history = sitting.table.history
        self.head = history.entries[0].data
        changed = changed_rules(self.head, sitting.table.setting)
        if changed is not None:
            raise WhatIfError(say("whatif-error-rules", id=sitting.id, why=changed))
        self.entries: list[Entry] = history.line()
        self.game, self.seed = sitting.table.game, sitting.table.seed
        self.options = options_of(self.head)
        self.votes = tuple(_votes(self.entries))

    def state(self, count: int) -> State:
        """The game after the first `count` entries of the line."""
        return fold(State(self.game, self.seed), self.events(count))

    def events(self, count: int) -> list[Event]:
        """What happened in the first `count` entries of the line."""
        return [event for entry in self.entries[:count] for event in entry.events]

    def sitters(self, count: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Who plays on after the first `count` entries: kinds of bots, and seats with the stand-in."""
        entries = self.sitting.table.history.entries
        until = self.entries[count].number if count < len(self.entries) else len(entries)
        return who_plays(seats_of(self.head, entries[:until]))

    def point(self, count: int) -> Point:
        """The game after the first `count` entries, to be played on."""
        return Point(
            self.table(self.options), self.seed, tuple(self.events(count)), self.later(count), self.sitters(count)[0]
        )

    def table(self, options: TableOptions) -> Table:
        """The same deck with the same mandates and briefs, for workers."""
        drawn = drawn_of(self.game) if is_drawn(self.head) else None
        return Table(self.sitting.deck, str(self.head["deck"]["digest"]), options, drawn=drawn)

    def later(self, count: int, game: Game | None = None) -> tuple[Later, ...]:
        """What the facilitator did after the first `count` entries or has lined up, for this game or another one."""
        cards = [card.id for card in (game or self.game).setting.events]
        rounds = {
            each.number: each.data["round"] for each in self.sitting.table.history.entries if each.kind == kinds.QUEUE
        }
        result: list[Later] = []
        state = State(self.game, self.seed)
        for at, entry in enumerate(self.entries):
            if at >= count and entry.kind in (kinds.INJECT, kinds.TRACK):
                queued = rounds.get(entry.data.get("queued", -1))
                where: Place = place(state) if queued is None else (queued,)
                result += _done(entry, where, cards)
            fold(state, entry.events)
        for inject in self.sitting.table.queue.items.values():
            result += _lined_up(inject, self.game.setting.events[inject.card].id, cards)
        return tuple(sorted(result, key=lambda each: each.at))


def _done(entry: Entry, where: Place, cards: Sequence[str]) -> list[Later]:
    """What an entry of the facilitator did; nothing if there is no such card, or if a track did not move."""
    if entry.kind == kinds.INJECT:
        return [Later(where, cards.index(entry.text), seat=entry.seat)] if entry.text in cards else []
    for event in entry.events:
        if isinstance(event, ev.TrackMoved):
            return [Later(where, -1, event.track, event.delta)]
        if isinstance(event, ev.SeatTrackMoved):
            return [Later(where, -1, event.track, event.delta, event.seat)]
    return []


def _lined_up(inject: Inject, card: str, cards: Sequence[str]) -> list[Later]:
    return [Later((inject.round,), cards.index(card), seat=inject.seat)] if card in cards else []


def _votes(entries: Sequence[Entry]) -> list[Vote]:
    result = []
    put, tabler = 0, NOBODY
    changes: Changes = ()
    voters: tuple[int, ...] = ()
    for at, entry in enumerate(entries):
        for event in entry.events:
            if isinstance(event, ev.PackageTabled | ev.PackageAmended):
                put, tabler, changes, voters = at, event.seat, event.changes, event.voters
            elif isinstance(event, ev.StepAsked):
                put, tabler, changes, voters = at, event.seat, ((event.issue, event.level),), event.voters
            elif isinstance(event, ev.QuestionPut):
                put, tabler, changes, voters = at, event.seat, (), event.voters
            elif isinstance(event, ev.VotesShown):
                result.append(Vote(put, at, tabler, changes, voters, event.objectors, event.passes))
    return result


# --- other votes -----------------------------------------------------------------------------------------------------


def voted(line: Line, vote: Vote, objectors: Sequence[int]) -> Point:
    """The game after a vote in which exactly these delegations objected. Raises `WhatIfError` if one may not."""
    state = line.state(vote.put + 1)
    events = line.events(vote.put + 1)
    for entry in line.entries[vote.put + 1 : vote.shown + 1]:
        if entry.kind != kinds.MOVE:
            for each in _done(entry, (), [card.id for card in line.game.setting.events]):
                events += facilitate(state, each)
        elif state.phase != OVER:
            try:
                action = a.OBJECT_ACTION if entry.seat in objectors else a.SILENCE_ACTION
                events += play.apply(state, entry.seat, action)
            except Refused as refused:
                name = line.game.setting.seat_specs[entry.seat].name
                raise WhatIfError(say("whatif-error-vote", who=name, why=refusal_text(refused.refusal))) from refused
    after = vote.shown + 1
    return Point(line.table(line.options), line.seed, tuple(events), line.later(after), line.sitters(after)[0])


# --- other rules -----------------------------------------------------------------------------------------------------


class Rerun(NamedTuple):
    """The line of play under other rules. `followed` entries of it were legal; the board first differed after entry
    `differs` (-1: never)."""

    point: Point
    followed: int
    differs: int


def without(line: Line, module: str) -> Rerun:
    """The game from the start without a rule module: same deal, same actions as long as they are legal.

    A promise is left out if the changed game does not ask for it. Raises `WhatIfError` if there is no such module.
    """
    table = line.table(replace(line.options, without=(*line.options.without, module)))
    try:
        game = table.game()
    except SetupError as error:
        raise WhatIfError(str(error)) from error
    state, events = same_deal(line, game)
    was = fold(State(line.game, line.seed), line.entries[0].events)
    differs = -1 if _seen(state) == _seen(was) else 0
    cards = [card.id for card in game.setting.events]
    followed = 1
    for entry in line.entries[1:]:
        if state.phase == OVER:
            break
        if entry.kind != kinds.MOVE:
            for each in _done(entry, (), cards):
                events += facilitate(state, each)
        else:
            done = _same_action(game, state, entry)
            if done is None:
                break
            events += done
        fold(was, entry.events)
        if differs < 0 and _seen(state) != _seen(was):
            differs = followed
        followed += 1
    later = line.later(followed, game)
    return Rerun(Point(table, line.seed, tuple(events), later, line.sitters(followed)[0]), followed, differs)


_SPOKEN = (ev.MessageSent, ev.AnswerGiven, ev.TalkPassed)


def _same_action(game: Game, state: State, entry: Entry) -> list[Event] | None:
    """What follows from the action of an entry in the changed game; None if it is not legal there."""
    if state.phase != TALK and any(isinstance(event, _SPOKEN) for event in entry.events):
        return []
    try:
        action = parse_action(game.setting, entry.action)
    except ActionError:
        return None
    if action.verb == a.PROMISE and (state.phase != CORRIDOR or entry.seat not in state.waiting):
        return []
    if play.refusal(state, entry.seat, action) is not None:
        return None
    return play.apply(state, entry.seat, action)


def _seen(state: State) -> tuple[object, ...]:
    """The board and the hands, in a form that two games with different rules share."""
    setting = state.setting
    hands = [
        (
            [setting.proposal_ids[card] for card in own.proposals],
            [setting.concession_ids[card] for card in own.concessions],
            [setting.pressure_ids[card] for card in own.pressure],
        )
        for own in state.own
    ]
    moment = (state.round, state.phase, state.pass_number, state.turn, list(state.waiting), state.ending)
    news = setting.events[state.news].id if state.news >= 0 else ""
    tracks = (list(state.tracks), [list(row) for row in state.seat_tracks])
    units = ([list(row) for row in state.units], list(state.monitors))
    return moment, list(state.text), tracks, units, hands, news, state.in_force


def same_deal(line: Line, game: Game) -> tuple[State, list[Event]]:
    """A changed game with the cards that were dealt at the table, and what happened up to the first decision.

    What is not in the changed game is left out. For news that are left out come cards that the changed game would
    have dealt by itself and that are not among the others; for a goal, the one it would have dealt.
    """
    own = {_key(event): event for event in play.start(game, line.seed)[1] if isinstance(event, _DEALT)}
    state = State(game, line.seed)
    ops = Ops(state)
    for event in line.entries[0].events:
        if isinstance(event, _DEALT):
            ops.record(_translated(event, own[_key(event)], line.game, game))
    try:
        begin_round(ops)
    except Ended:
        ops.record(ev.GameEnded(ending_of(state)))
    return state, ops.events


_Dealt = ev.BriefDealt | ev.PileSet | ev.NewsSet
_DEALT = (ev.BriefDealt, ev.PileSet, ev.NewsSet)


def _key(event: _Dealt) -> tuple[object, ...]:
    if isinstance(event, ev.BriefDealt):
        return ("brief", event.seat)
    return ("pile", event.kind, event.seat) if isinstance(event, ev.PileSet) else ("news",)


def _translated(event: _Dealt, own: _Dealt, old: Game, new: Game) -> _Dealt:
    """A part of the deal with the numbers of the changed game; `own` is what it would have dealt itself."""
    if isinstance(event, ev.BriefDealt):
        assert isinstance(own, ev.BriefDealt)
        if event.goal < 0:
            return event
        goals = [goal.id for goal in new.secrets.goals[event.seat]]
        goal = old.secrets.goals[event.seat][event.goal].id
        return event._replace(goal=goals.index(goal) if goal in goals else own.goal)
    if isinstance(event, ev.PileSet):
        names = ("proposal_ids", "concession_ids", "pressure_ids")
        numbers = _numbers(getattr(old.setting, names[event.kind]), getattr(new.setting, names[event.kind]))
        return event._replace(cards=tuple(numbers[card] for card in event.cards if card in numbers))
    assert isinstance(own, ev.NewsSet)
    numbers = _numbers([card.id for card in old.setting.events], [card.id for card in new.setting.events])
    kept = [numbers.get(card) for card in event.cards]
    spare = [card for card in own.cards if card not in kept]
    return ev.NewsSet(
        tuple(
            card if card is not None else spare.pop(0) if spare else other
            for card, other in zip(kept, own.cards, strict=False)
        )
    )


def _numbers(old: Sequence[str], new: Sequence[str]) -> Mapping[int, int]:
    """The number of each card in the changed game, of those that are in it."""
    found = {name: at for at, name in enumerate(new)}
    return {at: found[name] for at, name in enumerate(old) if name in found}
