"""Several people at one machine: the curtain shows nothing private, whatever is done at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input
from tui_support import asks, picture, private_words, send, sitting, some_action, table_of, until, view_of

from summit_game.engine import actions as a
from summit_game.language.catalogue import say
from summit_game.table.entry import to_json
from summit_game.table.games_folder import Sitting
from summit_game.tui.board_screen import BoardScreen
from summit_game.tui.curtain import Curtain
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.passwords import SeatWords
from summit_game.tui.widgets.paper import Paper


def curtained(app: App[Any]) -> bool:
    return isinstance(app.screen, Curtain)


async def write(pilot: Pilot[Any], word: str) -> None:
    """Write into the field of the curtain, once it listens."""
    await until(pilot, lambda: curtained(pilot.app) and isinstance(pilot.app.focused, Input))
    field = pilot.app.screen.query_one(Input)
    await pilot.press(*word)
    await until(pilot, lambda: field.value == word)


async def open_curtain(pilot: Pilot[Any], word: str = "") -> None:
    """Write a word, if the field for it is there or one is wanted, and open."""
    await until(pilot, lambda: curtained(pilot.app) and pilot.app.screen.is_mounted)
    await pilot.pause()
    if word or isinstance(pilot.app.focused, Input):
        await write(pilot, word)
    await pilot.press("enter")
    await until(pilot, lambda: asks(pilot.app))


def leaks(app: App[Any], game: Sitting) -> list[str]:
    """Private words of any delegation that are on the screen, or in any pane below it."""
    texts = list(picture(app))
    for screen in app.screen_stack:
        texts += [line.plain for pane in screen.query(Paper) for line in pane.lines]
        texts += [str(getattr(pane, "border_title", "")) for pane in screen.query(Paper)]
    held: Iterable[str] = (word for seat in game.table.setting.seats for word in private_words(game, seat))
    everything = "\n".join(texts)
    return [word for word in held if word in everything]


async def meddle(pilot: Pilot[Any], game: Sitting, turn: int) -> None:
    """Try to see something behind the curtain: keys, another size, the palette."""
    app = pilot.app
    await pilot.press("pagedown", "up", "tab", "ctrl+o", "f1", "space")
    await pilot.resize_terminal(70 + turn, 22)
    assert curtained(app)
    assert leaks(app, game) == []
    await pilot.press("ctrl+p")
    await pilot.pause()
    assert leaks(app, game) == []
    await pilot.press("escape")
    await pilot.resize_terminal(120, 40)


async def test_nothing_private_is_shown_or_kept_while_the_screen_changes_hands() -> None:
    game = sitting(4, people=(0, 1, 2))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        for turn in range(4):
            await until(pilot, lambda: curtained(app) or asks(app))
            if curtained(app):
                await pilot.pause()
                assert leaks(app, game) == []
                if turn == 1:
                    await meddle(pilot, game, turn)
                app.screen.query_one(Input).value = ""
                await open_curtain(pilot)
            table = table_of(app)
            assert table.private
            assert table.seat == table.page.seat
            own = private_words(game, table.seat)
            await pilot.pause()
            shown = "\n".join(picture(app))
            assert any(word in shown for word in own)
            others = [w for seat in game.table.setting.seats if seat != table.seat for w in private_words(game, seat)]
            assert not [word for word in others if word in shown]
            send(table, some_action(view_of(table), turn))


async def test_a_word_keeps_others_out() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "moss")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query_one(Input).value == "")
        assert curtained(app)
        await open_curtain(pilot, "moss")
        first = table_of(app).seat
        send(table_of(app), a.NO_PROMISE_ACTION)
        await open_curtain(pilot)
        assert table_of(app).seat != first
        while table_of(app).seat != first:
            screen = table_of(app)
            assert screen.private
            send(screen, some_action(view_of(screen), 1))
            await until(pilot, lambda: curtained(app) or asks(app))
            if curtained(app):
                await write(pilot, "fern")
                await pilot.press("enter")
                await until(pilot, lambda: any("not the word" in line for line in picture(app)))
                assert curtained(app)
                assert any("Forgotten?" in line for line in picture(app))
                await open_curtain(pilot, "Moss")


async def test_a_whole_hot_seat_game_comes_to_its_ending() -> None:
    game = sitting(2, seed=4, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        for turn in range(400):
            await until(pilot, lambda: curtained(app) or asks(app) or isinstance(app.screen, Ending))
            if isinstance(app.screen, Ending):
                break
            if curtained(app):
                app.screen.dismiss(True)
                await until(pilot, lambda: asks(app))
            screen = table_of(app)
            assert screen.private
            send(screen, some_action(view_of(screen), turn))
        assert game.table.over


async def test_coming_back_from_the_shell_puts_the_curtain_up() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_curtain(pilot)
        table_of(app).back_from_shell()
        await until(pilot, lambda: curtained(app))
        await pilot.pause()
        assert leaks(app, game) == []


async def test_hiding_the_brief_takes_it_off_the_screen() -> None:
    game = sitting(4)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("space")
        await pilot.pause()
        shown = "\n".join(picture(app))
        assert not [word for word in private_words(game, 0) if word in shown]
        assert isinstance(app.screen, BoardScreen)


def test_words_are_not_kept_as_they_were_written() -> None:
    table = sitting(2, people=(0, 1)).table
    words = SeatWords(table)
    assert words.opens(0, "")
    assert not words.has(0)
    assert words.opens(0, " Heron ")
    assert words.opens(0, "heron")
    assert not words.opens(0, "stork")
    assert not words.opens(0, "")
    assert "heron" not in repr([to_json(each) for each in table.history.entries]).casefold()


async def test_a_key_that_was_meant_for_the_last_screen_does_not_open_the_curtain() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=30)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: curtained(app))
        await pilot.pause()
        await pilot.press("1", "enter", "enter")
        assert curtained(app)
        assert app.screen.query_one(Input).value == ""


@pytest.mark.fault("K15.3")
@pytest.mark.parametrize("key", ["f7", "u", "palette"])
async def test_the_last_move_can_be_taken_back_at_the_curtain(key: str) -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        while True:  # to a move on the Floor after which the other person is asked
            await open_curtain(pilot)
            table = table_of(app)
            last, place = table.seat, game.table.history.tip
            send(table, view_of(table).legal()[-1])
            await until(pilot, lambda: curtained(app) or asks(app))
            if curtained(app) and game.table.why_no_undo(last) is None:
                break
        await pilot.pause()
        other = app.screen.seat  # type: ignore[attr-defined]
        assert other != last
        if key == "palette":
            callbacks = {title: back for title, _, back in app.screen.commands_now()}  # type: ignore[attr-defined]
            callbacks[say("screen-do-undo")]()
        else:
            field = app.screen.query_one(Input)
            if key == "u" and field.display:
                app.set_focus(None)
            await pilot.press(key)
        await until(pilot, lambda: curtained(app) and app.screen.seat == last)  # type: ignore[attr-defined]
        assert game.table.history.tip == place
        assert leaks(app, game) == []
        await open_curtain(pilot)
        assert table_of(app).seat == last


@pytest.mark.fault("K15.3")
async def test_what_cannot_be_taken_back_is_not_offered_at_the_curtain() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: curtained(app))
        await pilot.pause()
        assert not app.screen.check_action("undo", ())
        assert app.screen.commands_now() == []  # type: ignore[attr-defined]


@pytest.mark.fault("K15.6")
async def test_who_wanted_no_word_is_not_asked_again_but_can_choose_one() -> None:
    game = sitting(2, people=(0, 1))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        seen: set[int] = set()
        while True:
            await until(pilot, lambda: curtained(app))
            await pilot.pause()
            seat = app.screen.seat  # type: ignore[attr-defined]
            assert app.screen.query_one("#row").display == (seat not in seen)
            if seat in seen:
                break
            seen.add(seat)
            await open_curtain(pilot)
            send(table_of(app), some_action(view_of(table_of(app)), 0))
            await until(pilot, lambda: curtained(app) or asks(app))
            while asks(app):
                send(table_of(app), some_action(view_of(table_of(app)), 1))
                await until(pilot, lambda: curtained(app) or asks(app))
        await pilot.press("w")
        for _ in range(2):
            await write(pilot, "moss")
            await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        assert table_of(app).secret.has(seat)


@pytest.mark.fault("K15.6")
async def test_a_stray_letter_at_the_curtain_asks_for_no_second_word() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await write(pilot, "x")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: asks(app))
        assert not table_of(app).secret.has(table_of(app).seat)
