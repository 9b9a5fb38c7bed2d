"""Sittings and pictures for tests of the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR
from summit_game.engine.notation import action_text
from summit_game.engine.view import View
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.sitter import Sitter
from summit_game.tui.ending import Ending
from summit_game.tui.table_screen import TableScreen


def sitting(
    seats: int = 4,
    seed: int = 1,
    people: Collection[int] = (0,),
    bot: str = "simple",
    names: tuple[str, ...] = (),
    word: str = "",
    without: tuple[str, ...] = ("talk",),
) -> Sitting:
    """A new game on the default deck; whoever is not a person is a bot.

    Without messages (R19), unless it is said: their questions have tests and pictures of their own (`test_tui_talk`).
    """
    name = default_deck()
    assert name is not None
    sitters = {seat: Sitter(names) if seat in people else Sitter(bot=bot) for seat in range(seats)}
    return new_sitting(Path(find_deck(name)), TableOptions(seats, (), without), seed, sitters, word=word)


def picture(app: App[Any]) -> list[str]:
    """The text on the screen, one string for each line: the one place that asks Textual's compositor."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    return ["".join(segment.text for segment in strip) for strip in strips]


def styles(app: App[Any]) -> list[tuple[str, Any]]:
    """Every painted piece of text with its style."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    return [(segment.text, segment.style) for strip in strips for segment in strip]


async def until(pilot: Pilot[Any], done: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait until something holds."""
    for _ in range(int(seconds / 0.005)):
        if done():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come to that; the screen shows:\n" + "\n".join(picture(pilot.app)))


def table_of(app: App[Any]) -> TableScreen:
    """The table screen that is shown."""
    screen = app.screen
    assert isinstance(screen, TableScreen), screen
    return screen


def asks(app: App[Any]) -> bool:
    """Whether a person is asked for a decision on the table screen."""
    return isinstance(app.screen, TableScreen) and app.screen.asking


def some_action(view: View, turn: int) -> Action:
    """A legal action that makes a game of all kinds of actions, without chance."""
    legal = view.legal()
    for verb in (a.SIGN, a.PRESS, a.STEP):
        mine = [action for action in legal if action.verb == verb]
        if mine and turn % 3 == 0:
            return mine[turn % len(mine)]
    return legal[(turn * 7) % len(legal)]


async def play_to_the_end(pilot: Pilot[Any]) -> int:
    """Give actions directly until the ending is shown. Returns how many."""
    given = 0
    while True:
        await until(pilot, lambda: asks(pilot.app) or isinstance(pilot.app.screen, Ending))
        if isinstance(pilot.app.screen, Ending):
            return given
        screen = table_of(pilot.app)
        assert screen.private
        send(screen, some_action(view_of(screen), given))
        given += 1
        assert given < 500


def private_words(game: Sitting, seat: int) -> list[str]:
    """Words that nobody but this delegation may read now: its cards, brief, goal and mood."""
    view, setting = game.table.view(seat), game.table.setting
    cards = [setting.proposals[card] for card in view.proposals]
    cards += [setting.concessions[card] for card in view.concessions]
    words = [each.id for each in cards]
    words += [setting.pressure[card].id for card in view.pressure]
    delegation = next(each for each in game.deck.delegations if each.id == setting.seat_ids[seat])
    brief = next(each for each in delegation.briefs if each.id == view.held.brief.id)
    words.append(brief.instructions.split(".")[0][:30])
    words += [view.held.goal.title] if view.held.goal else []
    public = {setting.proposals[card].id for card in game.table.state.discard}
    seen = [each for each in words if each not in public]
    elsewhere = {
        setting.proposals[card].id
        for other in setting.seats
        if other != seat
        for card in game.table.view(other).proposals
    }
    return [each for each in seen if each not in elsewhere]


async def to_the_floor(pilot: Pilot[Any]) -> None:
    """Come to the first floor action of a person."""
    while True:
        await until(pilot, lambda: asks(pilot.app))
        screen = table_of(pilot.app)
        assert screen.private
        if view_of(screen).phase == FLOOR:
            await pilot.pause()
            return
        send(screen, view_of(screen).legal()[0])


async def still(pilot: Pilot[Any]) -> list[str]:
    """The picture once it no longer changes."""
    lines = ["not yet"]
    while lines != (lines := picture(pilot.app)):
        await pilot.pause(0.03)
    return lines


def view_of(screen: TableScreen) -> View:
    """The view of whoever has the screen."""
    return screen.table.view(screen.seat)


def send(screen: TableScreen, action: Action | str) -> None:
    """Send an action as the one who has the screen."""
    screen.send(action if isinstance(action, str) else action_text(screen.table.setting, action))
