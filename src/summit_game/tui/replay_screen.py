"""The same table, inert: steps through a game that was played. Nothing can be played from here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from summit_game.engine.board import NOBODY
from summit_game.language.catalogue import say
from summit_game.seat.page import Sitting as Stand
from summit_game.seat.page import seat_page
from summit_game.seat.sheet import game_sheet
from summit_game.table.games_folder import Sitting
from summit_game.table.log import EVERYTHING
from summit_game.table.port import played_by
from summit_game.table.replay import Replay
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.labels import whereabouts
from summit_game.tui.messages import DebriefWanted
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move
from summit_game.tui.widgets.titlebar import TitleBar


class ReplayScreen(BoardScreen):
    """Steps of a sitting for a reader: a seat, everybody (-1), or the open archive once the game is over."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "key-next", id="replay.next", priority=True),
        Binding("left", "step(-1)", "key-before", id="replay.before", priority=True),
        Binding("full_stop", "round(1)", "key-round", id="replay.round", key_display="."),
        Binding("comma", "round(-1)", "key-round-before", id="replay.round_before", key_display=",", show=False),
        Binding("v", "eyes", "key-view", id="replay.eyes"),
        Binding("escape", "close", "key-close", id="replay.close"),
        Binding("enter", "whole", "key-read-whole", id="replay.whole", show=False),
    ]

    def __init__(self, sitting: Sitting, reader: int = NOBODY) -> None:
        self.replay = Replay(sitting, reader)
        self.at = 0
        super().__init__(sitting, game_sheet(self.replay.words), seat_page(self.replay.words, sitting.table.public()))
        self.tab = "log"

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.lay_out()
        self.go(0)
        self.query_one(Log).focus()

    @property
    def last(self) -> int:
        """The number of the last step."""
        return len(self.replay.steps) - 1

    def go(self, step: int) -> None:
        """Show a step."""
        self.at = min(max(step, 0), self.last)
        self.seat = self.replay.reader if self.replay.reader >= 0 else NOBODY
        with self.app.batch_update():
            stand = Stand(played_by=played_by(self.table, self.seat), rounds=self.replay.rounds(self.at))
            self.show(seat_page(self.replay.words, self.replay.board(self.at), stand))
            self.query_one(Log).become(self.replay.beat(at) for at in range(self.at + 1))
            now = self.replay.lines(self.at)
            self.query_one(Move).rest(say("replay-inert"), "", *(now or [say("replay-nothing")]))
            first = say("replay-hidden") if self.covered else now[0] if now else say("replay-nothing-told")
            self.asked(say("replay-step", step=self.at, last=self.last, told=first))

    def head(self) -> None:
        page = self.page
        where = whereabouts(page.round, self.sheet.rounds, page.phase)
        self.query_one(TitleBar).tell(say("replay-title", id=self.sitting.id), where, self._eyes(), "")

    def _eyes(self) -> str:
        if self.replay.reader == EVERYTHING:
            return say("replay-open")
        return (
            say("replay-as", who=self.sheet.delegations[self.seat].id)
            if self.seat != NOBODY
            else say("replay-as-everybody")
        )

    def action_step(self, by: int) -> None:
        self.go(self.at + by)

    def action_round(self, by: int) -> None:
        """The first step of the next round, or of this one or the one before."""
        now = self.replay.steps[self.at].stand[0]
        steps = self.replay.steps
        if by > 0:
            target = next((at for at in range(self.at, len(steps)) if steps[at].stand[0] > now), self.last)
        else:
            wanted = now if self.at and steps[self.at - 1].stand[0] == now else now - 1
            target = next((at for at, each in enumerate(steps) if each.stand[0] >= wanted), 0)
        self.go(target)

    def action_hide(self) -> None:
        super().action_hide()
        self.go(self.at)

    def action_eyes(self) -> None:
        """Everybody, then each delegation, then the open archive; while the game goes on only what all may see."""
        if not self.table.over:
            self.notify(say("replay-goes-on"), markup=False)
            return
        order = [NOBODY, *self.table.setting.seats, EVERYTHING]
        reader = order[(order.index(self.replay.reader) + 1) % len(order)]
        self.replay = Replay(self.sitting, reader)
        self.go(self.at)

    def action_close(self) -> None:
        self.dismiss("closed")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "hide":
            return self.seat != NOBODY
        return super().check_action(action, parameters)

    def _debrief(self) -> None:
        self.post_message(DebriefWanted(self.sitting))

    def commands_now(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            (say("replay-next"), say("key-replay"), partial(self.action_step, 1)),
            (say("replay-before"), say("key-replay"), partial(self.action_step, -1)),
            (say("replay-whose-view"), say("key-replay"), self.action_eyes),
            (say("key-debrief"), say("screen-debrief"), self._debrief),
            (say("replay-close"), say("key-replay"), self.action_close),
            *super().commands_now(),
        ]
