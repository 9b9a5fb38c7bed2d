"""A game in play: bots act by themselves, and people are waited for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from summit_game.engine import play
from summit_game.engine.actions import Action, action_text
from summit_game.engine.board import OVER
from summit_game.engine.events import Event
from summit_game.engine.refusal import Refused
from summit_game.engine.setting import Game
from summit_game.engine.state import State
from summit_game.engine.view import View, view


class Bot(Protocol):
    """Whoever decides for a seat by program. It sees a view, never the state."""

    def choose(self, view: View, /) -> Action:
        """One legal action for the seat of the view."""
        ...


class Table:
    """One game from the deal to the end. `events` holds everything that happened, in order.

    `listener`, if given, is called with the new events after each decision.
    """

    def __init__(
        self,
        game: Game,
        seed: int,
        bots: Mapping[int, Bot] | None = None,
        listener: Callable[[list[Event]], None] | None = None,
    ) -> None:
        self.game = game
        self.seed = seed
        self.bots: dict[int, Bot] = dict(bots or {})
        self.listener = listener
        self.events: list[Event] = []
        self.decisions: list[tuple[int, Action]] = []
        """Every decision taken, in order: with the seed they are the whole game."""
        self._state: State | None = None

    @property
    def state(self) -> State:
        """The game as it stands. Only for the table itself and for what is shown after the end."""
        if self._state is None:
            raise RuntimeError("the table has not been started; call start() first")
        return self._state

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.phase == OVER

    def start(self) -> list[Event]:
        """Deal, and run to the first decision."""
        self._state, events = play.start(self.game, self.seed)
        self.events = []
        self.decisions = []
        self._happened(events)
        return events

    def view(self, seat: int) -> View:
        """What the seat may know now."""
        return view(self.state, seat)

    def waiting_person(self) -> int | None:
        """Let bots act until a person must decide: the seat of that person, or None when the game is over."""
        while self.state.waiting:
            seat = self.state.waiting[0]
            if seat not in self.bots:
                return seat
            self.bot_acts(seat)
        return None

    def bot_acts(self, seat: int) -> list[Event]:
        """Let the bot of a seat take its one decision."""
        action = self.bots[seat].choose(view(self.state, seat))
        try:
            return self.submit(seat, action)
        except Refused as refused:
            written = self._written(action)
            name = self.game.setting.seat_specs[seat].name
            raise RuntimeError(f"the bot of {name} chose an illegal action, {written}: {refused}") from refused

    def submit(self, seat: int, action: Action) -> list[Event]:
        """Take a decision. Returns what followed; raises `Refused`, with nothing changed, if it is not legal."""
        events = play.apply(self.state, seat, action)
        self.decisions.append((seat, action))
        self._happened(events)
        return events

    def _happened(self, events: list[Event]) -> None:
        self.events += events
        if self.listener is not None:
            self.listener(events)

    def _written(self, action: Action) -> str:
        try:
            return action_text(self.game.setting, action)
        except (IndexError, TypeError, ValueError):
            return repr(action)
