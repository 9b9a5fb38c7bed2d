"""Delegations that talk (R19) on the screen, at 80 by 24: a message in four choices, an answer, and what was said."""

from __future__ import annotations

from test_tui_hostile import asks
from textual.pilot import Pilot
from tui_pictures import same_picture
from tui_support import picture, until

from summit_game.engine import actions as a
from summit_game.engine.board import TALK, Exchange
from summit_game.engine.talk import asked
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.tui.game_app import GameApp
from support import talking, the_deck, with_talk


def at_talk(kind: int | None) -> Sitting:
    """A game in which the first delegation is a person: who speaks (None), or who answers a kind of message."""
    game = talking(4)
    for seed in range(40):
        sitters = {seat: PERSON if seat == 0 else Sitter(bot="by-the-book") for seat in game.setting.seats}
        table = Table(game, seed, sitters=sitters)
        table.start()
        for _ in range(60):
            seat = table.waiting_person()
            if seat is None:
                break
            seen = table.view(seat)
            exchange: Exchange | None = asked(seen.talk, seat)
            if seen.phase == TALK and (exchange.said[1] if exchange else None) == kind:
                return Sitting("talk", with_talk(the_deck()), table)
            legal = seen.legal()
            table.submit(seat, legal[0])
    raise AssertionError("never there")


async def pressed(pilot: Pilot, *keys: str) -> str:
    await pilot.press(*keys)
    await pilot.pause()
    return "\n".join(picture(pilot.app))


async def test_an_offer_takes_four_digits_and_one_confirmation() -> None:
    game = at_talk(None)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        before = game.table.history.tip
        await same_picture(pilot, "talk")
        await pressed(pilot, "3", "enter", "1", "enter")
        await same_picture(pilot, "talk-offer")
        await pressed(pilot, "1", "enter", "1")
        await same_picture(pilot, "talk-offer-last")
        assert game.table.history.tip == before
        await pressed(pilot, "enter", "enter")
        await until(pilot, lambda: game.table.history.tip > before, 20)
        sent = game.table.history.entries[before + 1]
        assert sent.seat == 0
        assert sent.action.startswith("offer US ")
    assert not app.return_code


async def test_whoever_answers_reads_what_it_is_worth() -> None:
    game = at_talk(a.OFFER)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        before = game.table.history.tip
        await same_picture(pilot, "talk-answer")
        await pressed(pilot, "2", "enter")
        await until(pilot, lambda: game.table.history.tip > before, 20)
        assert game.table.history.entries[before + 1].action == "refuse"
    assert not app.return_code
