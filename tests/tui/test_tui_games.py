"""Whole games through the screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tui_support import asks, picture, play_to_the_end, send, sitting, table_of, to_the_floor, until, view_of

from summit_game.deck.compile import TableOptions
from summit_game.deck.library import default_deck, find_deck
from summit_game.engine.board import FLOOR, NOBODY
from summit_game.seat.port import Beat
from summit_game.table.clock import Clock, ClockRule
from summit_game.table.games_folder import Sitting, again, new_sitting, resume
from summit_game.table.sitter import Sitter
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.replay_screen import ReplayScreen
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.move import Move


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
@pytest.mark.slow
async def test_a_whole_solo_game_ends_with_its_ending(width: int, height: int) -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        given = await play_to_the_end(pilot)
        assert given > 20
        assert game.table.over
        assert isinstance(app.screen, Ending)
        for _ in range(5):
            app.screen.action_next()
        title = game.table.setting.scenarios[game.table.state.ending].title
        await until(pilot, lambda: any(title in line for line in picture(app)))


async def test_time_that_is_up_is_told_and_leaves_what_is_being_built() -> None:
    game = sitting()
    seconds = [0.0]
    game.table.set_clock(Clock(ClockRule("decision", 60), lambda: seconds[0]))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter")
        seconds[0] += 1000
        await until(pilot, lambda: any("TIME IS UP" in line for line in picture(app)))
        move = app.screen.query_one(Move)
        assert move.current is not None
        assert move.current.title == "Package"
        assert "Time is up." in app.screen.query_one(Log).sentences


async def test_when_time_is_up_a_stand_in_may_act() -> None:
    game = sitting()
    seconds = [0.0]
    game.table.set_clock(Clock(ClockRule("decision", 60, "stand-in"), lambda: seconds[0]))
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        count = len(game.table.decisions)
        seconds[0] += 1000
        await until(pilot, lambda: len(game.table.decisions) > count)
        await until(pilot, lambda: asks(app))
        assert any("stand-in" in line for line in app.screen.query_one(Log).sentences)


async def test_a_game_that_is_taken_up_again_goes_on_where_it_was() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        place = game.table.history.tip
        await pilot.press("f10")
    assert game.table.journal is not None
    game.table.journal.close()
    resumed = resume(game.id)
    assert resumed.table.history.tip == place
    app = GameApp(resumed, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        view = view_of(table_of(app))
        assert view is not None
        assert view.phase == FLOOR
        assert any("begins" in line for line in app.screen.query_one(Log).sentences)


async def test_the_same_cards_can_be_played_again() -> None:
    game = sitting(2, people=(), bot="flat")
    game.table.waiting_person()
    once_more = again(game, game.table.seed)
    assert once_more.id != game.id
    assert once_more.table.seed == game.table.seed
    assert once_more.table.sitters == game.table.sitters
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press("a")
        await until(pilot, lambda: app.sitting is not game)


def test_a_deck_that_has_gone_can_be_played_again(tmp_path: Path) -> None:
    deck = tmp_path / str(default_deck())
    shutil.copytree(find_deck(deck.name), deck)
    game = new_sitting(deck, TableOptions(2), 5, {0: Sitter(("Ann",)), 1: Sitter(bot="flat")})
    shutil.rmtree(deck)
    once_more = again(game, 6)
    assert (once_more.table.seed, once_more.deck) == (6, game.deck)
    assert once_more.table.sitters == game.table.sitters
    heads = [each.table.history.entries[0].data for each in (game, once_more)]
    assert heads[0]["deck"] == heads[1]["deck"]
    assert resume_after_closing(once_more).table.view(0).proposals == once_more.table.view(0).proposals


def resume_after_closing(game: Sitting) -> Sitting:
    assert game.table.journal is not None
    game.table.journal.close()
    return resume(game.id)


async def test_a_replay_steps_and_nothing_can_be_played_in_it() -> None:
    game = sitting(2, people=(), bot="flat")
    game.table.waiting_person()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ending))
        count = len(game.table.history.entries)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, ReplayScreen))
        await pilot.pause()
        await pilot.press("right", "right", "left", "full_stop", "comma", "m", "enter", "s", "u", "U", "P")
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        screen.go(screen.last)
        for _ in range(5):
            await pilot.press("v")
        assert len(game.table.history.entries) == count
        assert any("REPLAY" in line for line in picture(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ending))


async def test_trouble_with_saving_is_told() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: asks(app))
        game.table.journal = None
        game.table.without_journal("The game is NOT being saved: [/b] the disk is full.")
        screen = table_of(app)
        assert screen.private
        send(screen, view_of(screen).legal()[0])
        await until(pilot, lambda: any("NOT being saved: [/b]" in line for line in picture(app)))


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_while_bots_act_the_newest_line_of_the_log_is_on_the_screen(width: int, height: int) -> None:
    game = sitting(6)
    app = GameApp(game, pace=0.15, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        await until(pilot, lambda: asks(app))
        await pilot.press("1", "enter")
        log = app.screen.query_one(Log)
        seen = 0
        while not asks(app):
            await pilot.pause(0.02)
            newest = log.sentences[-1][:20]
            if log.display and not asks(app):
                await until(pilot, lambda newest=newest: newest in "\n".join(picture(app)) or asks(app), 1)  # type: ignore[misc]
                seen += 1
        assert seen
        await pilot.press("l", "home")
        await pilot.pause()
        assert not log.following
        log.tell([Beat(("One more line.",))])
        await pilot.pause()
        assert log.scroll_offset.y == 0
        await pilot.press("end")
        await pilot.pause()
        assert log.following


async def test_lines_of_the_log_say_themselves_whose_doing_they_tell() -> None:
    app = GameApp(sitting(2), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_the_floor(pilot)
        course = table_of(app).course
        own, public = (list(course.port(reader).told(0).beats) for reader in (0, NOBODY))
        marked = [line for beat in own for line, mine in zip(beat.lines, beat.own, strict=False) if mine]
        assert any(line.startswith(course.port(0).sheet.delegations[0].name) for line in marked)
        assert len(marked) < sum(len(beat.lines) for beat in own)
        assert not any(mine for beat in public for mine in beat.own)
