"""What the screens look like, as text that can be read in a review. `SUMMIT_GOLDEN=write` writes them anew.

The bots here play by chance from purpose-keyed streams, so the pictures change only with the deck, the rules or us.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from rich.cells import cell_len
from tui_support import asks, sitting, some_action, still, until

from summit_game.engine.board import CORRIDOR, FLOOR, OVER, POSTURE, VOTE
from summit_game.table.games_folder import Sitting
from summit_game.tui.curtain import Curtain
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.themes import NAMES

FOLDER = Path(__file__).parent / "snapshots"
SIZES = [(80, 24), (100, 30), (120, 40)]


def at_phase(phase: int) -> Sitting:
    """A game that has come to a decision of its person in a phase."""
    game = sitting(4, seed=11, bot="flat")
    turn = 0
    while (seat := game.table.waiting_person()) is not None:
        view = game.table.view(seat)
        if view.phase == phase:
            break
        game.table.submit(seat, some_action(view, turn))
        turn += 1
    return game


RUNS: dict[str, tuple[int, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "start": (
        CORRIDOR,
        (
            ("corridor", ()),
            ("log", ("l",)),
            ("hand", ("h",)),
            ("brief", ("b",)),
            ("delegations", ("d",)),
            ("zones", ("z",)),
            ("letters", ("ctrl+o",)),
            ("issue", ("escape", "t", "down", "enter")),
            ("help", ("escape", "m", "f1")),
        ),
    ),
    "floor": (FLOOR, (("floor", ()), ("package", ("1", "enter", "1", "enter", "5", "enter")))),
    "vote": (VOTE, (("vote", ("2",)), ("sure", ("enter",)))),
    "posture": (POSTURE, (("posture", ()),)),
    "end": (OVER, (("ending", ("enter",) * 5), ("replay", ("r", "full_stop", "right", "right")))),
}
"""Name -> the phase in which it begins, and the pictures with the keys that lead from each to the next."""


FAST = {("start", 24), ("start", 40), ("floor", 24), ("floor", 40), ("vote", 24), ("posture", 24), ("end", 24)}
"""Runs and heights that are looked at every time; the others are slow."""
EACH = [
    pytest.param(run, size, id=f"{run}-{size[0]}x{size[1]}", marks=[] if (run, size[1]) in FAST else [pytest.mark.slow])
    for run in RUNS
    for size in SIZES
]


async def look_through(run: str, size: tuple[int, int], theme: str) -> None:
    phase, pictures = RUNS[run]
    game = at_phase(phase)
    app = GameApp(game, pace=0, guard=0, theme=theme)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: asks(app) or isinstance(app.screen, Ending))
        for name, keys in pictures:
            await pilot.press(*keys)
            lines = [line.replace(game.id, "0" * len(game.id)) for line in await still(pilot)]
            compare(name, lines, size)


def compare(name: str, lines: list[str], size: tuple[int, int]) -> None:
    assert [cell_len(line) for line in lines] == [size[0]] * size[1]
    path = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    text = "\n".join(line.rstrip() for line in lines) + "\n"
    if os.environ.get("SUMMIT_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.is_file(), f"{path.name} is missing; SUMMIT_GOLDEN=write writes it"
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("run", "size"), EACH)
async def test_screens_look_as_they_did(run: str, size: tuple[int, int]) -> None:
    await look_through(run, size, NAMES[0])


@pytest.mark.parametrize("size", [(80, 24), pytest.param((100, 30), marks=pytest.mark.slow), (120, 40)])
async def test_the_curtain_looks_as_it_did(size: tuple[int, int]) -> None:
    app = GameApp(sitting(2, seed=11, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        compare("curtain", await still(pilot), size)


@pytest.mark.slow
@pytest.mark.parametrize("theme", NAMES[1:])
@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("run", RUNS)
async def test_themes_change_colours_and_nothing_else(run: str, size: tuple[int, int], theme: str) -> None:
    await look_through(run, size, theme)
