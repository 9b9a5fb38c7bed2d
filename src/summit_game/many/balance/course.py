"""The course of a game, as the parts of the balance report look at it: what bit, how the board stood, how it ended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR, NOBODY, POSTURE, Ballot
from summit_game.engine.events import Event
from summit_game.engine.play import refusal
from summit_game.engine.queries import agreed, order_zones, sign_barred, units_of
from summit_game.engine.scoring import scores
from summit_game.engine.setting import MINUS, PLUS, PRESSURE_TOKENS, SUPPORT
from summit_game.engine.state import State

MOVES, STOPS, DECIDES, ALONE, BARS, HAPPENS, ENDS = WAYS = (
    *("moves", "stops", "decides", "alone", "bars", "happens", "ends"),
)
"""How a clause bites. It moves a track or units; objections hold by it (`decides`: and by no clause of another kind,
a principal, a protected right or several objectors; `alone`: and by no other clause at all); it bars an order or the
question; a step that it describes is taken; it ends the game."""
_CLAUSE = re.compile(r"R\d+\.\d+[a-z]?$")
_ORDERS = (a.BUILD, a.EXERCISE)

PRINCIPAL, SEVERAL = "R4.2", "R4.4"


class Standing(NamedTuple):
    """The board as the next round begins, its news turned: what all see, and what each delegation would end with."""

    public: tuple[float, ...]
    surplus: tuple[int, ...]


class Course(NamedTuple):
    """What happened in a game. `bites` counts (clause, way); `counts` are named in `COUNTS`."""

    round: int
    text: tuple[int, ...]
    outside: tuple[int, ...]
    """For each delegation, on how many issues the last text lies outside its mandate."""
    bites: tuple[tuple[str, str, int], ...]
    rounds: tuple[Standing, ...]
    counts: tuple[int, ...]
    moves: tuple[tuple[int, Action], ...]


COUNTS = ("tabled", "adopted", "amended", "steps", "answered", "kept", "broken", "lost", "brink")
"""Packages tabled, adopted, amended; unilateral steps and those that answer; promises kept and broken; treaties lost
in a capital; brink checks."""


class Listener:
    """Hears a game and tells its course."""

    def __init__(self) -> None:
        self.bites: Counter[tuple[str, str]] = Counter()
        self.rounds: list[Standing] = []
        self.moves: list[tuple[int, Action]] = []
        self._counts: Counter[str] = Counter()
        self._ballots = 0
        self._round = 1
        self._barred: set[tuple[int, int, int, str]] = set()

    def hear(self, state: State, seat: int, action: Action | None, events: Sequence[Event]) -> None:
        """One decision, and what came of it."""
        if action is not None:
            self.moves.append((seat, action))
        for event in events:
            self._event(event)
        whole = any(isinstance(event, ev.StepAnswered) for event in events)
        for ballot in state.record[self._ballots :]:
            self._ballot(state, ballot, whole)
        self._ballots = len(state.record)
        if state.round != self._round:
            self._round = state.round
            self.rounds.append(standing(state))
        self._bars(state)

    def told(self, state: State) -> Course:
        """The course of the game that has ended."""
        specs = state.setting.seat_specs
        text = tuple(max(0, level) for level in state.text)
        return Course(
            state.round,
            tuple(state.text),
            tuple(sum(row[level] > 0 for row, level in zip(spec.out, text, strict=True)) for spec in specs),
            tuple((clause, way, count) for (clause, way), count in sorted(self.bites.items()) if count),
            tuple(self.rounds),
            tuple(self._counts[name] for name in COUNTS),
            tuple(self.moves),
        )

    def _event(self, event: Event) -> None:
        match event:
            case ev.TrackMoved() | ev.SeatTrackMoved() | ev.UnitsMoved():
                if _CLAUSE.match(event.cause):
                    self.bites[event.cause, MOVES] += 1
            case ev.ConflictCame():
                self.bites[event.cause, ENDS] += 1
            case ev.PackageTabled():
                self._counts["tabled"] += 1
            case ev.PackageAdopted():
                self._counts["adopted"] += 1
            case ev.PromiseChecked():
                self._counts["kept" if event.kept else "broken"] += 1
            case ev.Stepped():
                self._counts["steps"] += 1
                self._counts["answered"] += event.answers != NOBODY
            case _:
                self._procedure(event)

    def _procedure(self, event: Event) -> None:
        clause = ""
        match event:
            case ev.ReasonGiven():
                clause = "R4.8" if event.changes else ""
            case ev.PackageAmended():
                clause = "R4.9"
                self._counts["amended"] += 1
            case ev.CapitalHesitated():
                clause = "R15.5"
            case ev.StepAsked():
                clause = "R15.5a"
            case ev.CapitalPaid():
                clause = "R15.5b"
            case ev.CapitalAnswered():
                clause = "" if event.ratified else "R15.5c"
            case ev.IssueReopened():
                clause = "R7.4a"
            case ev.SigningFailed():
                clause = "R7.4" if event.barred else "R7.2"
                self._counts["lost"] += event.barred
            case ev.OrderVoid():
                clause = "R5.5"
            case ev.MonitorPlaced():
                clause = "R14.1"
            case ev.FlashTurned() if event.purpose == "brink":
                clause = "R16.3"
                self._counts["brink"] += 1
        if clause:
            self.bites[clause, HAPPENS] += 1

    def _ballot(self, state: State, ballot: Ballot, whole: bool) -> None:
        """Why the objections held. A vote on the treaty, or on a step that a capital asks for, is on the whole text."""
        if ballot.passed:
            return
        levels = dict(ballot.changes)
        if whole or not levels:
            levels = {at: level for at, level in enumerate(ballot.before) if level > 0} | levels
        clauses = stopped_by(state, ballot.objectors, levels)
        kinds = {clause if clause in (PRINCIPAL, SEVERAL) else "" for clause in clauses}
        for clause in clauses:
            self.bites[clause, STOPS] += 1
            self.bites[clause, DECIDES] += len(kinds) == 1
        if len(clauses) == 1:
            self.bites[clauses.pop(), ALONE] += 1

    def _bars(self, state: State) -> None:
        """Orders and the question that a clause bars whoever is asked next; each once a round."""
        if not state.waiting:
            return
        seat = state.waiting[0]
        if state.phase == FLOOR and state.round >= state.setting.options.sign_from:
            barred = sign_barred(state)
            if barred is not None and barred.clause != "R3.9":
                self._bar((state.round, -1, -1, barred.clause))
        elif state.phase == POSTURE and state.setting.side_of[seat] in (PLUS, MINUS):
            self._orders(state, seat)

    def _orders(self, state: State, seat: int) -> None:
        """Where a seat must draw, everything else waits; elsewhere what it may not build or exercise."""
        free, forced = order_zones(state, seat, state.own[seat].orders)
        for zone in forced:
            self._bar((state.round, seat, zone, "R5.4"))
        if forced:
            return
        stands = state.setting.stands[state.setting.side_of[seat]]
        for zone in free:
            for kind in _ORDERS if stands[zone] else ():
                refused = refusal(state, seat, Action(a.ORDER, (kind, zone)))
                if refused is not None and refused.clause != "R12.1":
                    self._bar((state.round, seat, zone, refused.clause))

    def _bar(self, case: tuple[int, int, int, str]) -> None:
        if case not in self._barred:
            self._barred.add(case)
            self.bites[case[-1], BARS] += 1


def stopped_by(state: State, objectors: Sequence[int], levels: Mapping[int, int]) -> set[str]:
    """The clauses by which objections to these levels hold. A protected right has the clause that gives it."""
    clauses = {SEVERAL} if len(objectors) > state.setting.options.slack else set()
    for seat in objectors:
        spec = state.setting.seat_specs[seat]
        if spec.principal:
            clauses.add(PRINCIPAL)
        clauses |= {right.clause for right in spec.rights if levels.get(right.issue, -1) >= right.from_level}
    return clauses


def standing(state: State) -> Standing:
    """How the board stands. `public`: agreed issues, the least Support, levels outside mandates on average, Pressure
    tokens, units of the two sides, then each track, Support of each delegation and each level."""
    setting = state.setting
    support = state.seat_tracks[SUPPORT]
    levels = [max(0, level) for level in state.text]
    specs = setting.seat_specs
    outside = [sum(row[level] for row, level in zip(spec.out, levels, strict=True)) for spec in specs]
    public = (
        len(agreed(state)),
        min(support),
        sum(outside) / len(specs),
        sum(state.seat_tracks[PRESSURE_TOKENS]),
        units_of(state, PLUS),
        units_of(state, MINUS),
        *state.tracks,
        *support,
        *levels,
    )
    return Standing(tuple(float(each) for each in public), tuple(each.surplus for each in scores(state)))
