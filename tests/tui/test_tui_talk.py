"""Delegations that talk (R19) on the screen, at 80 by 24: a message in four choices, an answer, and what was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_tui_hostile import asks
from textual.pilot import Pilot
from tui_pictures import EACH, same_picture
from tui_support import picture, until

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import FLOOR, TALK, Exchange
from summit_game.engine.talk import asked
from summit_game.engine.view import View
from summit_game.table.games_folder import Sitting
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.tui.curtain import Curtain
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
        await pressed(pilot, "enter")
        assert ".." not in "\n".join(picture(pilot.app)), "a message has its own full stop"
        await pressed(pilot, "enter")
        await until(pilot, lambda: game.table.history.tip > before, 20)
        sent = game.table.history.entries[before + 1]
        assert sent.seat == 0
        assert sent.action.startswith("offer US ")
        await until(pilot, lambda: asks(app) and any("United States, in answer: " in each for each in picture(app)))
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


async def looked_at(pilot: Pilot, name: str, *keys: str) -> None:
    await pressed(pilot, *keys)
    await same_picture(pilot, name)


@pytest.mark.parametrize(("width", "height"), EACH)
async def test_every_question_of_a_message_looks_as_it_did(width: int, height: int) -> None:
    app = GameApp(at_talk(None), pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: asks(app))
        await looked_at(pilot, "talk-kind")
        await looked_at(pilot, "talk-to-whom", "1", "enter")
        await looked_at(pilot, "talk-ask", "1", "enter")
        await looked_at(pilot, "talk-sound-issue", "escape", "escape", "2", "enter", "1", "enter")
        await looked_at(pilot, "talk-sound-level", "3", "enter")
        await looked_at(pilot, "talk-offer-give", "escape", "escape", "escape", "3", "enter", "1", "enter")
        await looked_at(pilot, "talk-offer-get", "1", "enter")
        await looked_at(pilot, "talk-warn-act", "escape", "escape", "escape", "4", "enter", "1", "enter")
        await looked_at(pilot, "talk-warn-penalty", "1", "enter")
        await looked_at(pilot, "talk-say", "escape", "escape", "escape", "5", "enter", "1", "enter")
        await looked_at(pilot, "talk-say-issue", "1", "enter")


async def opened(pilot: Pilot, app: GameApp) -> None:
    """Past the curtain, to the question."""
    await until(pilot, lambda: isinstance(app.screen, Curtain))
    await pilot.press("enter")
    await until(pilot, lambda: asks(app))


@pytest.mark.parametrize(("width", "height"), EACH)
@pytest.mark.parametrize("kind", ["first", "sign", "sound", "offer"])
async def test_every_question_of_an_answer_looks_as_it_did(width: int, height: int, kind: str) -> None:
    app = GameApp(answers_to(a.MESSAGES.index(kind)), pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await opened(pilot, app)
        await looked_at(pilot, f"talk-answers-{kind}")
        if kind == "sound":
            await looked_at(pilot, "talk-answers-only", "3", "enter")
        if kind == "offer":
            await looked_at(pilot, "talk-answers-counter", "3", "enter")


@pytest.mark.parametrize(("width", "height"), EACH)
async def test_to_write_a_level_into_a_package_looks_as_it_did(width: int, height: int) -> None:
    app = GameApp(may_write(), pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await opened(pilot, app)
        await looked_at(pilot, "talk-floor")


def by_people(done: Callable[[View], bool], wanted: Callable[[View], Action | None]) -> Sitting:
    """A game of people, at which the one who is asked may see what is `done`; it changes only with the rules."""
    game = talking(4)
    table = Table(game, 1, sitters=dict.fromkeys(game.setting.seats, PERSON))
    table.talk_between = True
    table.start()
    for _ in range(200):
        seat = table.waiting_person()
        assert seat is not None
        seen = table.view(seat)
        if done(seen):
            return Sitting("talk", with_talk(the_deck()), table)
        table.submit(seat, wanted(seen) or seen.legal()[0])
    raise AssertionError("never there")


def answers_to(kind: int) -> Sitting:
    """Somebody is asked for an answer to this kind of message."""

    def done(seen: View) -> bool:
        exchange = asked(seen.talk, seen.seat)
        return exchange is not None and exchange.said[1] == kind

    def wanted(seen: View) -> Action | None:
        return next((each for each in seen.legal() if each[0] == a.MESSAGE and each.args[0] == kind), None)

    return by_people(done, wanted)


def may_write() -> Sitting:
    """Somebody has the floor and may write a level into a package that another asked for (R19.5)."""

    def done(seen: View) -> bool:
        return seen.phase == FLOOR and any(each.verb == a.WRITE for each in seen.legal())

    def wanted(seen: View) -> Action | None:
        of_talk = (a.ONLY, a.SOUND)
        return next(
            (
                each
                for each in seen.legal()
                if each.verb in (a.MESSAGE, a.ANSWER)
                and each.args[0] in of_talk
                and (each.verb == a.MESSAGE) == (each.args[0] == a.SOUND)
            ),
            None,
        )

    return by_people(done, wanted)
