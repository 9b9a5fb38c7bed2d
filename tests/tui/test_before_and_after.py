"""What a deck tells before the first game and right behind the ending, and source and background with `?`."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content
from tui_support import asks, picture, sitting, table_of, to_the_floor, until

from summit_game.debrief.analyse import analyse
from summit_game.engine.setting import ENDINGS
from summit_game.language.catalogue import say
from summit_game.table.games_folder import Sitting
from summit_game.tui import first_game
from summit_game.tui.debrief.pages import FitPane, StoriesPane
from summit_game.tui.ending import Verdict
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.log import Log
from summit_game.tui.widgets.page import Page
from summit_game.words.behind import behind
from support import day_of


def plain(lines: list[Content]) -> str:
    return " ".join(" ".join(line.plain for line in lines).split())


def ended(ending: int) -> Sitting:
    """A game of bots that is over, in any way that is wanted."""
    game = sitting(2, seed=11, people=(), bot="simple")
    game.table.waiting_person()
    game.table.state.ending = ending
    return game


async def test_the_content_note_is_shown_before_the_first_game_and_one_key_goes_on(tmp_path: Path) -> None:
    (tmp_path / "state" / "decks-read.txt").unlink()
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, first_game.BeforeFirst))
        await pilot.pause()
        assert day_of(game.deck) in plain(app.screen.query_one(Page).compose_lines(70))
        assert "Enter or Esc" in str(app.screen.query_one(Page).border_subtitle)
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
    assert not first_game.due(game.deck)


@pytest.mark.parametrize("ending", range(len(ENDINGS)), ids=ENDINGS)
def test_what_followed_stands_right_behind_every_ending(ending: int) -> None:
    game = ended(ending)
    verdict = Verdict(game, 0)
    verdict.unveiled = verdict.steps
    told = plain(verdict.compose_lines(78))
    title = say("papers-ending", title=game.table.setting.scenarios[ending].title)
    places = [told.index(each) for each in (title, say("about-followed"), say("ending-surplus"))]
    assert places == sorted(places)
    assert game.deck.what_followed is not None
    assert " ".join(game.deck.what_followed.short.split()) in told
    assert day_of(game.deck) in told


@pytest.mark.parametrize("ending", range(len(ENDINGS)), ids=ENDINGS)
def test_it_stands_in_the_debrief_on_the_screen(ending: int) -> None:
    game = ended(ending)
    debrief = analyse(game)
    for pane in (FitPane, StoriesPane):
        told = plain([line for lines, _ in pane().groups(debrief, 78) for line in lines])
        assert day_of(game.deck) in told, pane


async def test_help_on_a_card_or_level_begins_with_its_source_and_background() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        screen = table_of(app)
        assert screen.page.own is not None
        wanted = {"t": [f"{screen.sheet.issues[0].id} {screen.page.text[0].level}"]}
        wanted["h"] = [card.id for card in screen.page.own.hand]
        for key, names in wanted.items():
            await pilot.press(key, "question_mark")
            await until(pilot, lambda: isinstance(app.screen, Reader))
            await pilot.pause()
            told = plain(app.screen.query_one(Page).compose_lines(110))
            for name in names:
                for line in behind(game.deck, name):
                    assert " ".join(line.split()) in told, (key, name)
            assert told.index("Source:") < told.index(say("help-keys"))
            await pilot.press("escape")
            await until(pilot, lambda: asks(app))


async def test_help_on_a_choice_tells_what_stands_behind_its_card() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("m", "1", "enter")
        await until(pilot, lambda: asks(app))
        await pilot.press("1", "question_mark")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await pilot.pause()
        assert any("Source:" in line for line in picture(app))


async def test_help_on_the_log_tells_what_stands_behind_the_news() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        log = app.screen.query_one(Log)
        news = next(each for each in game.deck.events if any(f"({each.id})" in told for told in log.sentences))
        await pilot.press("l", "question_mark")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await pilot.pause()
        assert " ".join(f"Source: {news.source}".split()) in plain(app.screen.query_one(Page).compose_lines(110))


async def test_while_the_page_is_hidden_help_tells_nothing_of_the_hand() -> None:
    game = sitting()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("h", "space", "question_mark")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await pilot.pause()
        told = plain(app.screen.query_one(Page).compose_lines(110))
        assert say("help-keys") in told
        assert "Source:" not in told
