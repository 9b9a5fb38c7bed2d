"""Open votes on the screen, at 80 by 24: one page for all, nothing private on it, then the curtain."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from test_tui_hotseat import curtained, leaks, open_curtain
from test_tui_pictures import compare
from tui_support import asks, picture, send, still, table_of, until, view_of

from summit_game.deck.compile import TableOptions
from summit_game.engine.board import CORRIDOR, FINAL, FLOOR, NOBODY, REASONS, SIGNING, VOTE
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.table_screen import TableScreen
from support import DECK, REPO, game_of, the_deck

sys.path.append(str(REPO / "tests" / "seat"))
from test_after_a_vote import walk


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game() -> Sitting:
    sitters = {seat: PERSON if seat < 3 else Sitter(bot="random") for seat in range(4)}
    return new_sitting(DECK, TableOptions(4, ("quick",), ("talk",)), 5, sitters, open_votes=True)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_all_vote_on_one_page_and_the_curtain_follows(size: tuple[int, int]) -> None:
    game = a_game()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        phases = []
        while not (phases and phases[-1] == REASONS):
            await until(pilot, lambda: asks(app) or curtained(app))
            if curtained(app):
                assert leaks(app, game) == []
                await open_curtain(pilot)
            screen = table_of(app)
            phase = game.table.state.phase
            phases.append(phase)
            if phase == FLOOR:
                assert screen.seat != NOBODY
                send(screen, view_of(screen).legal()[0])
                continue
            assert screen.seat == NOBODY
            assert leaks(app, game) == []
            if phase == CORRIDOR:
                tip = game.table.history.tip
                await pilot.press("1", "enter")
                await until(pilot, lambda tip=tip: game.table.history.tip > tip)
            elif phase == VOTE:
                await pilot.press("1", "enter")
                await until(pilot, lambda: "[x]" in "\n".join(picture(app)))
                await pilot.press("2", "enter")
                lines = [line.replace(game.id, "0" * len(game.id)) for line in await still(pilot)]
                compare("open-vote", lines, size)
                tip = game.table.history.tip
                await pilot.press("3", "enter")
                await until(pilot, lambda tip=tip: game.table.history.tip > tip + 1)
        votes = [entry for entry in game.table.history.entries if entry.action == "object" and entry.by == "person"]
        assert len(votes) == 2
        assert say("ask-open-reasons", who="United States")[-20:] in "\n".join(picture(app))
        assert phases.count(CORRIDOR) == 3


def before_the_last_vote_to_sign() -> tuple[Sitting, int]:
    """A game in memory in which one person's answer decides whether the treaty is signed, and who that is."""
    moves = []
    for state, _, seat, action in walk(game_of(), 3):
        if action is not None and state.phase in (SIGNING, FINAL) and len(state.waiting) == 1:
            sitters = {each: PERSON if each == seat else Sitter(bot="random") for each in range(4)}
            table = Table(game_of(), 3, sitters=sitters)
            table.start()
            for who, what in moves:
                table.submit(who, what)
            return Sitting("failed", the_deck(), table), seat
        moves.append((seat, action))
    raise AssertionError("nobody puts the question")


async def test_a_treaty_that_fails_stands_until_it_is_read() -> None:
    game, seat = before_the_last_vote_to_sign()
    table = game.table
    app = GameApp(game, pace=0.01, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        assert table_of(app).seat == seat
        send(table_of(app), "object")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        said = say("happened-signing-failed", barred=False)
        await until(pilot, lambda: said.rstrip(".") in "\n".join(picture(app)))
        tip = table.history.tip
        await pilot.pause(0.2)
        assert table.history.tip == tip
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, TableScreen) and (asks(app) or table.history.tip > tip))
