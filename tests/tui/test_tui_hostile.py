"""Names and texts that try to steer the screen: shown literally, harmless, and every line keeps its width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from typing import Any

import pytest
from rich.cells import cell_len
from tui_support import asks, picture, play_to_the_end, sitting, styles, until

from summit_game.deck.compile import TableOptions, compile_game
from summit_game.deck.library import default_deck, find_deck
from summit_game.deck.load import open_deck
from summit_game.deck.models import Deck
from summit_game.rules.registry import registry
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.tui.cells import cut, fit, right, wrap
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp

NAMES = (
    "[",
    "[/",
    "[/b]",
    "[@click=app.quit]x[/]",
    "[red]no[/red] $primary",
    "\x1b]2;owned\x07\x1b[2Jhello\x9b31m",
    "\u202eevil\u202c \u200bשלום مرحبا",
    "W" * 300,
    "漢" * 150,
    "👩‍👩‍👧 🇺🇦 ❤️",
)


def renamed(names: Sequence[str]) -> Deck:
    """The default deck with every name and title replaced, by each of the names in turn."""
    known = default_deck()
    assert known is not None
    deck = open_deck(find_deck(known))[0]
    turn = cycle(names)

    def titled(cards: Any) -> Any:
        return tuple(each.model_copy(update={"title": (name := next(turn)), "text": f"{name} x"}) for each in cards)

    return deck.model_copy(
        update={
            "deck": deck.deck.model_copy(update={"title": next(turn)}),
            "delegations": tuple(each.model_copy(update={"name": next(turn)}) for each in deck.delegations),
            "issues": tuple(
                each.model_copy(update={"title": next(turn), "levels": titled(each.levels)}) for each in deck.issues
            ),
            "proposals": titled(deck.proposals),
            "concessions": titled(deck.concessions),
            "pressure": titled(deck.pressure),
            "events": titled(deck.events),
        }
    )


def hostile(*names: str) -> Sitting:
    """A game in memory on such a deck, with a person of such a name."""
    deck = renamed(names)
    game = compile_game(deck, TableOptions(4, (), ()), registry())
    sitters = {seat: Sitter(bot="simple") for seat in range(1, 4)} | {0: Sitter(names)}
    table = Table(game, 3, sitters=sitters)
    table.start()
    return Sitting("hostile", deck, table)


ONE_EACH = [pytest.param((name,), marks=pytest.mark.slow) for name in NAMES]


@pytest.mark.parametrize("names", [pytest.param(NAMES, marks=pytest.mark.slow), *ONE_EACH])
async def test_a_whole_game_with_such_names(names: tuple[str, ...]) -> None:
    app = GameApp(hostile(*names), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        for key in ("l", "h", "d", "z", "t"):
            await pilot.press(key)
            check(app)
        await pilot.press("enter")
        check(app)
        await pilot.press("escape")
        await pilot.resize_terminal(120, 40)
        check(app)
        await play_to_the_end(pilot)
        assert isinstance(app.screen, Ending)
        await pilot.press(*["enter"] * 5)
        check(app)
    assert not app.return_code


def check(app: GameApp) -> None:
    width, height = app.size
    lines = picture(app)
    assert len(lines) == height
    assert {cell_len(line) for line in lines} == {width}
    everything = "".join(lines)
    assert not [char for char in everything if ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u200b"]
    assert not [style for _, style in styles(app) if style and style.meta and "@click" in style.meta]


async def test_brackets_are_shown_as_they_are() -> None:
    app = GameApp(hostile("[/b]"), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("d")
        await pilot.pause()
        assert any("[/b]" in line for line in picture(app))


async def test_a_hostile_name_on_the_curtain() -> None:
    game = sitting(2, people=(0, 1), names=("[@click=app.quit]x[/]",))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: any("[@click=app.quit]x[/]" in line for line in picture(app)))
        check(app)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [1, 2, 3, 10, 79])
def test_cut_fit_and_wrap_keep_the_width(name: str, width: int) -> None:
    assert cell_len(cut(name, width)) <= width
    assert cell_len(fit(name, width)) == width
    assert cell_len(right(name, width)) == width
    if width >= 4:
        assert all(cell_len(line) <= width for line in wrap(f"{name} and {name}", width, "  "))
    assert fit(name, 0) == ""
