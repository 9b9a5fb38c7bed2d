"""Small given / when / then steps, so that rule cases read like the rule book."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from summit_game.engine import events as ev
from summit_game.engine.board import FLOOR, NOBODY, POSTURE, Package
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.ops import Ended, Ops
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.posture import reckon, resolve
from summit_game.engine.queries import home_reaction, objections_fail, order_zones, unsettled, zone_cap
from summit_game.engine.setting import Game
from summit_game.engine.voting import next_capital, resolve_package, resolve_signing
from support import FIRST_EDITION, game_of


def _capitals(ops: Ops) -> None:
    """Resolve the signing votes, and let the capitals vote until one hesitates."""
    resolve_signing(ops)
    while ops.state.capitals is not None and not ops.state.waiting:
        next_capital(ops)


SEAT_TRACKS = {"support": 0, "credibility": 1, "pressure": 2}


class Case:
    """A game of the 2021 deck, in its first edition if nothing is said, put into the position that a test wants."""

    def __init__(
        self,
        seats: int = 4,
        variants: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        seed: int = 1,
        deck: Path = FIRST_EDITION,
        game: Game | None = None,
    ):
        self.state, self.events = start(game or game_of(seats, variants, without, deck), seed)
        self.setting = self.state.setting

    # --- names ---

    def seat(self, name: str) -> int:
        return self.setting.seat_ids.index(name)

    def issue(self, name: str) -> int:
        return self.setting.issue_ids.index(name)

    def side(self, name: str) -> int:
        return self.setting.sides.index(name)

    def zone(self, name: str) -> int:
        return self.setting.zones.index(name)

    # --- given ---

    def text(self, **levels: int) -> Case:
        for name, level in levels.items():
            self.state.text[self.issue(name)] = level
        return self

    def track(self, **values: int) -> Case:
        for name, value in values.items():
            self.state.tracks[self.setting.track(name)] = value
        return self

    def home(self, name: str, **values: int) -> Case:
        for track, value in values.items():
            self.state.seat_tracks[SEAT_TRACKS[track]][self.seat(name)] = value
        return self

    def units(self, side: str, **zones: int) -> Case:
        for zone, count in zones.items():
            self.state.units[self.side(side)][self.zone(zone)] = count
        return self

    def floor(self, name: str, round_: int = 1) -> Case:
        self.state.phase, self.state.round, self.state.waiting = FLOOR, round_, [self.seat(name)]
        self.state.pass_number, self.state.turn = 1, 0
        return self

    def posture(self, *names: str) -> Case:
        self.state.phase, self.state.waiting = POSTURE, [self.seat(name) for name in names]
        return self

    # --- when ---

    def table(self, tabler: str, objectors: tuple[str, ...] = (), **levels: int) -> Case:
        """A package is tabled, all answer, the answers are shown and settled."""
        changes = tuple((self.issue(name), level) for name, level in levels.items())
        self.state.package = Package(self.seat(tabler), changes, (), ())
        for seat in self.setting.seats:
            self.state.own[seat].vote = ev.CONSENTS
        for name in objectors:
            self.state.own[self.seat(name)].vote = ev.OBJECTS
        return self._do(resolve_package)

    def question(self, asker: str | None, objectors: tuple[str, ...] = ()) -> Case:
        self.state.asker = NOBODY if asker is None else self.seat(asker)
        self.state.waiting = []
        for seat in self.setting.seats:
            self.state.own[seat].vote = ev.CONSENTS
        for name in objectors:
            self.state.own[self.seat(name)].vote = ev.OBJECTS
        return self._do(_capitals)

    def orders(self, **given: str) -> Case:
        """Orders such as `RU="draw B, hold"`; who is not named holds."""
        for name in self.setting.seat_ids:
            written = [f"order {each.strip()}" for each in given.get(name, "hold").split(",")]
            parsed = [parse_action(self.setting, each).args for each in written]
            self.state.own[self.seat(name)].orders = [(x[0], x[1] if len(x) > 1 else -1) for x in parsed]
        return self._do(resolve)

    def reckoning(self) -> Case:
        return self._do(reckon)

    def does(self, name: str, action: str) -> Case:
        self.events = apply(self.state, self.seat(name), parse_action(self.setting, action))
        return self

    def incident(self, zone: str) -> Case:
        def run(ops: Ops) -> None:
            for hook in self.state.rules.hooks.incident:
                hook(ops, self.zone(zone), "test")

        return self._do(run)

    def _do(self, run) -> Case:
        ops = Ops(self.state)
        with suppress(Ended):
            run(ops)
        self.events = ops.events
        return self

    # --- then ---

    def __getitem__(self, name: str) -> int:
        """The level of an issue, or the number on a table track."""
        if name in self.setting.issue_ids:
            return self.state.text[self.issue(name)]
        return self.state.tracks[self.setting.track(name)]

    def of(self, name: str, track: str = "support") -> int:
        return self.state.seat_tracks[SEAT_TRACKS[track]][self.seat(name)]

    def reaction(self, name: str, **levels: int) -> int:
        changes = tuple((self.issue(issue), level) for issue, level in levels.items())
        return home_reaction(self.state, self.seat(name), changes)

    def passes(self, objectors: tuple[str, ...], **levels: int) -> bool:
        changes = tuple((self.issue(issue), level) for issue, level in levels.items())
        return objections_fail(self.state, changes, [self.seat(name) for name in objectors])

    def cap(self, side: str, zone: str) -> int:
        return zone_cap(self.state, self.side(side), self.zone(zone))

    def must_draw(self, name: str) -> list[str]:
        _, over = order_zones(self.state, self.seat(name), self.state.own[self.seat(name)].orders)
        return [self.setting.zones[zone] for zone in over]

    def stands(self, side: str, zone: str) -> int:
        return self.state.units[self.side(side)][self.zone(zone)]

    def refused(self, name: str, action: str) -> str | None:
        """The clause that refuses the action, or None."""
        found = refusal(self.state, self.seat(name), parse_action(self.setting, action))
        return found.clause if found else None

    def menu(self, name: str) -> list[str]:
        return [action_text(self.setting, action) for action in legal(self.state, self.seat(name))]

    def causes(self) -> list[str]:
        return [event.cause for event in self.events if hasattr(event, "cause")]


def hand(case, name, proposals=(), concessions=(), pressure=()):
    own, setting = case.state.own[case.seat(name)], case.setting
    own.proposals = sorted(setting.proposal_ids.index(x) for x in proposals)
    own.concessions = sorted(setting.concession_ids.index(x) for x in concessions)
    own.pressure = sorted(setting.pressure_ids.index(x) for x in pressure)
    for kind, cards in enumerate((own.proposals, own.concessions, own.pressure)):
        case.state.hand_counts[kind][case.seat(name)] = len(cards)
    return case


def russia(**levels):
    case = Case(4).floor("RU").text(**levels).track(tension=6, trust=4)
    return hand(case, "RU", ("P-ENL-2A", "P-DEP-1A", "P-EXE-2B"), ("C-RU-2", "C-RU-6"), ("X-RU-1", "X-RU-4"))


def case_of(seats=4, **given):
    return Case(seats, **given).track(tension=6, trust=4)


def ready(seats=4, **options):
    case = Case(seats, **options).text(ENL=1, MIS=2, EXE=2).track(trust=5, tension=6)
    for name in case.setting.seat_ids:
        case.home(name, support=6)
    return case


def why(case):
    found = unsettled(case.state)
    return found.clause if found else None
