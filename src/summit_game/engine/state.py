"""The one mutable core of a game: the board and what is hidden from some or all."""

from __future__ import annotations

from hashlib import blake2b

from summit_game.engine.board import NOBODY, SETUP, Board, Exchange
from summit_game.engine.events import NOT_VOTED
from summit_game.engine.formula import Formula
from summit_game.engine.setting import Game


class Own:
    """What one delegation alone knows: its hand, its orders and vote of the moment, its brief, goal and mood.

    `talk` is what it said and was told, oldest first; the other party has the same entries.

    `goal_test` is the test of its goal while it has one.
    """

    __slots__ = ("brief", "concessions", "goal", "goal_test", "mood", "orders", "pressure", "proposals", "talk", "vote")

    def __init__(self) -> None:
        self.proposals: list[int] = []
        self.concessions: list[int] = []
        self.pressure: list[int] = []
        self.orders: list[tuple[int, int]] = []
        self.talk: list[Exchange] = []
        self.vote = NOT_VOTED
        self.brief = 0
        self.goal = -1
        self.goal_test: Formula | None = None
        self.mood = -1

    def key(self) -> list[tuple[str, object]]:
        """What `State.key` holds of it. Exchanges go without their names, which would take most of the time."""
        held = [(name, getattr(self, name)) for name in sorted(self.__slots__) if name not in ("goal_test", "talk")]
        return [*held, ("talk", [tuple(each) for each in self.talk])]


class State(Board):
    """A game in play. Only `summit_game.engine.fold` writes to it."""

    __slots__ = (
        "concession_piles",
        "game",
        "news_list",
        "own",
        "pressure_piles",
        "proposal_pile",
        "reshuffles",
        "seed",
    )

    waiting: list[int]
    text: list[int]
    tracks: list[int]
    seat_tracks: list[list[int]]
    units: list[list[int]]
    monitors: list[int]
    adopted: list[int]
    step_markers: list[int]
    stepped: list[int]
    pressed: list[int]
    side_pressed: list[int]
    side_stepped: list[int]
    hand_counts: list[list[int]]
    discard: list[int]
    slices: list[list[int]]

    def __init__(self, game: Game, seed: int) -> None:
        """The table before anything is dealt. `seed` is any whole number."""
        setting = game.setting
        count = len(setting.seats)
        self.game = game
        self.setting = setting
        self.rules = game.rules
        self.seed = seed
        self.round = 0
        self.phase = SETUP
        self.pass_number = 0
        self.turn = 0
        self.initiative = 0
        self.waiting = []
        self.text = [-1] * len(setting.issues)
        self.tracks = [track.start for track in setting.tracks]
        self.seat_tracks = [[track.start] * count for track in setting.seat_tracks]
        self.units = [list(row) for row in setting.start_units]
        self.monitors = [0] * len(setting.zones)
        self.adopted = [0] * count
        self.step_markers = [0] * count
        self.stepped = [0] * count
        self.pressed = [0] * count
        self.side_pressed = [0] * len(setting.sides)
        self.side_stepped = [0] * len(setting.sides)
        self.asked_in_round = False
        self.asker = NOBODY
        self.adopted_in_round = False
        self.last_failed = None
        self.package = None
        self.amended = False
        self.named = ()
        self.named_from = 0
        self.capitals = None
        self.hesitation = None
        self.closing = False
        self.orders_shown = ()
        self.news = -1
        self.hand_counts = [[0] * count for _ in range(3)]
        self.discard = []
        self.slices = [module.slice_start(setting) for module in game.rules.modules]
        self.record = ()
        self.in_force = False
        self.conflict = False
        self.ending = -1
        self.own = [Own() for _ in setting.seats]
        self.proposal_pile: list[int] = []
        self.concession_piles: list[list[int]] = [[] for _ in setting.seats]
        self.pressure_piles: list[list[int]] = [[] for _ in setting.seats]
        self.news_list: tuple[int, ...] = ()
        self.reshuffles = 0

    def key(self) -> str:
        """Everything that decides how the game goes on from here, as text: equal states have equal keys.

        The table's options and rule modules are part of it; their numbers come with the deck.
        """
        setting = self.setting
        table = setting.deck, setting.seat_ids, tuple(setting.options), [(x.id, x.version) for x in setting.modules]
        public = [(name, getattr(self, name)) for name in sorted(Board.__slots__) if name not in ("rules", "setting")]
        hidden = [(name, getattr(self, name)) for name in sorted(State.__slots__) if name not in ("game", "own")]
        own = [own.key() for own in self.own]
        return repr((table, public, hidden, own))

    def digest(self) -> str:
        """A short fingerprint of the state: 32 hexadecimal digits."""
        return blake2b(self.key().encode(), digest_size=16).hexdigest()
