"""Make the pictures of the README from real games: `python scripts/pictures.py`, into `docs/pictures/`.

Everything is fixed (seed, sizes, theme, who plays), so the same program makes the same pictures. The seat of the person
is played by a bot of the package, through the screen, until the moment of the picture.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from summit_game.bots.kinds import maker
from summit_game.engine.actions import TABLE, Action
from summit_game.engine.board import FLOOR, NOBODY
from summit_game.engine.notation import action_text
from summit_game.engine.view import View
from summit_game.tui import first_game
from summit_game.tui.debrief.screen import DebriefScreen
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.learn import LessonScreen
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.title import TitleScreen, quick_game, usual_deck
from summit_game.tui.widgets.move import Move

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SEED = 4
STAND_IN = "bridge-builder:2"
"""Who plays the person's seat on the way to a picture."""
ROUND, PASS = 1, 1
"""From this round and pass on the pictures of the table are taken."""
FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"


def lean(svg: str) -> str:
    """The picture without fonts from elsewhere: nothing is fetched, and whoever looks at it uses a font of their own.

    Spaces at the beginning of a text are kept by every viewer, and the size is the one at which the first font fills
    the cells of the picture (12.2 wide).
    """
    svg = re.sub(r"@font-face\s*{[^}]*}\s*", "", svg)
    svg = re.sub(r"font-family:\s*[^;]*;", f"font-family: {FONTS};", svg)
    svg = svg.replace("font-size: 20px;", "font-size: 20.26px;", 1)
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    return re.sub(r"[ \t]+\n", "\n", svg)


async def until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until something holds."""
    for _ in range(int(seconds / 0.01)):
        if done():
            return
        await asyncio.sleep(0.01)
    raise SystemExit("pictures: the screen did not come to where a picture is taken")


async def keep(pilot: Pilot[Any], name: str) -> None:
    """Take the picture."""
    await pilot.pause()
    await pilot.pause(0.2)
    path = FOLDER / f"{name}.svg"
    path.write_text(lean(pilot.app.export_screenshot(title="Summit")), encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size} bytes")


async def play_to(app: GameApp, wanted: Callable[[TableScreen], bool]) -> None:
    """Play the person's seat until `wanted` holds at a decision, or the game is over."""
    while True:
        await until(
            lambda: isinstance(app.screen, Ending) or (isinstance(app.screen, TableScreen) and app.screen.asking)
        )
        screen = app.screen
        if not isinstance(screen, TableScreen) or wanted(screen):
            return
        screen.send(action_text(view_of(screen).setting, choice_of(screen)))


def choice_of(screen: TableScreen) -> Action:
    """What the stand-in would do for the person whose view is shown."""
    view = view_of(screen)
    return maker(STAND_IN)(screen.table.seed, view.setting.seat_ids[view.seat]).decide(view).action


def view_of(screen: TableScreen) -> View:
    """What the person at the screen may see."""
    return screen.course.sitting.table.view(screen.seat)


def about_to_table(screen: TableScreen) -> bool:
    """Whether the stand-in would put a package with a Concession to the table, late enough in the game."""
    if screen.seat == NOBODY:
        return False
    view = view_of(screen)
    if (view.round, view.pass_number) < (ROUND, PASS) or view.phase != FLOOR:
        return False
    action = choice_of(screen)
    return action.verb == TABLE and len(action.args) > 1


def build(screen: TableScreen) -> None:
    """Mark the cards of the stand-in's package in the builder, and stop before it is sent."""
    action, setting = choice_of(screen), view_of(screen).setting
    cards = [setting.proposals[action.args[0]].id, *(setting.concessions[card].id for card in action.args[1:])]
    move = screen.query_one(Move)
    for wanted in ["table", *cards]:
        assert move.current is not None
        move.cursor = next(at for at, row in enumerate(move.current.rows) if wanted in (row.draft, row.word))
        move.action_choose()
    assert move.current is not None
    move.cursor = len(move.current.rows) - 1


async def title_picture() -> None:
    app = GameApp(pace=0, guard=0, theme="summit-dark")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: isinstance(app.screen, TitleScreen))
        await keep(pilot, "title")


async def table_pictures() -> None:
    for name, size in (("table", (80, 24)), ("table-wide", (120, 40))):
        app = GameApp(quick_game(usual_deck(), SEED), pace=0, guard=0, theme="summit-dark")
        async with app.run_test(size=size) as pilot:
            await play_to(app, about_to_table)
            assert isinstance(app.screen, TableScreen)
            build(app.screen)
            await keep(pilot, name)


async def ending_picture() -> None:
    app = GameApp(quick_game(usual_deck(), SEED), pace=0, guard=0, theme="summit-dark")
    async with app.run_test(size=(100, 36)) as pilot:
        await play_to(app, lambda screen: False)
        screen = app.screen
        assert isinstance(screen, Ending)
        for _ in range(5):
            await pilot.press("enter")
        await keep(pilot, "ending")


async def debrief_picture() -> None:
    """Narrower than 100: from there on the title bar names the day, which would change the picture."""
    app = GameApp(quick_game(usual_deck(), SEED), pace=0, guard=0, theme="summit-dark")
    async with app.run_test(size=(98, 36)) as pilot:
        await play_to(app, lambda screen: False)
        await pilot.press("d")
        await until(lambda: isinstance(app.screen, DebriefScreen) and app.screen.debrief is not None)
        await pilot.press("4", "t", "t")
        await keep(pilot, "debrief")


async def lesson_picture() -> None:
    app = GameApp(pace=0, guard=0, theme="summit-light")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: isinstance(app.screen, TitleScreen))
        await pilot.press("l")
        await until(lambda: isinstance(app.screen, LessonScreen))
        screen = app.screen
        assert isinstance(screen, LessonScreen)
        while not (screen.asking and screen.step == 2):
            await pilot.press("enter" if screen.panel.reading else "g")
            await pilot.pause()
        await keep(pilot, "lesson")


def main() -> None:
    """Make all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "STATE", "CONFIG"):
            os.environ[f"SUMMIT_{name}_DIR"] = str(Path(folder) / name.lower())
        deck = usual_deck().deck
        assert deck is not None
        first_game.mark(deck)  # no picture shows what is read before the first game
        for picture in (title_picture, table_pictures, ending_picture, debrief_picture, lesson_picture):
            asyncio.run(picture())


if __name__ == "__main__":
    main()
