"""The debrief on the screen: every page at two sizes, its keys, what stays private, and the files it writes."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from test_tui_colours import in_all_themes
from textual.geometry import Region
from textual.pilot import Pilot
from tui_pictures import same_picture
from tui_support import asks, picture, sitting, still, until

from debrief.small import HOSTILE, SHOWN, hostile, small
from summit_game.debrief.forms.blocks import Grid, Items
from summit_game.debrief.forms.sections import sections
from summit_game.debrief.model import ARCHIVE, Debrief
from summit_game.table.games_folder import Sitting
from summit_game.tui.app import SummitApp
from summit_game.tui.choices import Choices
from summit_game.tui.debrief import screen as screen_module
from summit_game.tui.debrief.blocks import block_groups, block_lines
from summit_game.tui.debrief.layout import PAGES, PANES, places
from summit_game.tui.debrief.moment_pane import MomentPane
from summit_game.tui.debrief.panes import DebriefPane, SectionsPane
from summit_game.tui.debrief.plot import pairs, plot_lines
from summit_game.tui.debrief.screen import DebriefScreen, ReplayAt
from summit_game.tui.debrief.timeline_pane import columns_of, window
from summit_game.tui.debrief.whatif import WhatIfPane, WhatIfScreen
from summit_game.tui.dialogs import Pick
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.gameslist import GamesScreen


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Sitting:
    """A game of bots that is over."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMIT_DATA_DIR", str(tmp_path_factory.mktemp("debrief")))
        played = sitting(2, seed=11, people=(), bot="simple")
        played.table.waiting_person()
    return played


@asynccontextmanager
async def debriefed(game: Sitting, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Pilot[Any], DebriefScreen]]:
    """The debrief of a game, read and shown."""
    app = SummitApp()
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = DebriefScreen(game)
        await app.push_screen(screen)
        await until(pilot, lambda: screen.debrief is not None)
        await pilot.pause()
        yield pilot, screen


def said(screen: DebriefScreen, pane: str) -> str:
    """Everything a pane says, also what it scrolls to."""
    return "\n".join(line.plain for line in screen.query_one(f"#{pane}", DebriefPane).lines)


def made_by_hand(monkeypatch: pytest.MonkeyPatch, made: Callable[[], Debrief]) -> None:
    monkeypatch.setattr(screen_module, "analyse", lambda *_: made())


# --- pictures --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids="{0[0]}x{0[1]}".format)
async def test_every_page_looks_as_it_did(
    game: Sitting, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    made_by_hand(monkeypatch, small)
    async with debriefed(game, size) as (pilot, _):
        for page in PAGES:
            await pilot.press(page, *(["right", "right"] if page == "4" else []))
            await same_picture(pilot, f"debrief-{page}")


ELSEWHERE = {"rounds": "timeline", "moves": "moment", "facts": "questions", "chances": "deals"}
"""Sections of the written debrief whose facts another pane shows in its own way."""


async def test_the_screen_says_what_the_text_says(game: Sitting) -> None:
    async with debriefed(game) as (pilot, screen):
        assert screen.debrief is not None
        shown = set()
        for page, (pane, *_) in PANES.items():
            await pilot.press(page)
            here = screen.query_one(f"#{pane}")
            for make in here.MAKERS if isinstance(here, SectionsPane) else ():
                section = make(screen.debrief)
                shown.add(section.key)
                told = " ".join(said(screen, pane).split())
                for block in section.blocks:
                    parts = [block] if isinstance(block, str) else [block.title.rstrip(":.")]
                    parts += block.items if isinstance(block, Items) else ()
                    assert [part for part in parts if " ".join(part.split()) not in told] == [], section.key
        assert {each.key for each in sections(screen.debrief)} - shown <= set(ELSEWHERE)


def test_a_table_that_does_not_fit_is_turned_or_read_row_by_row() -> None:
    grid = Grid(
        "Numbers", ("Name", "First", "Second", "Third"), (("Ana", "+1", "22", "good"), ("Ben", "-3", "4", "bad"))
    )
    wide, turned, narrow = ([line.plain.rstrip() for line in block_lines(grid, width)] for width in (40, 20, 12))
    assert wide == [
        "Numbers",
        "  Name  First  Second  Third",
        "  Ana      +1      22  good",
        "  Ben      -3       4  bad",
    ]
    assert turned == [
        "Numbers",
        "  Name     Ana   Ben",
        "  First     +1    -3",
        "  Second    22     4",
        "  Third   good   bad",
    ]
    assert " ".join(" ".join(narrow).split()) == (
        "Numbers: Ana. First: +1; Second: 22; Third: good Ben. First: -3; Second: 4; Third: bad"
    )
    leading = replace(grid, moments=(4, 2))
    groups = list(block_groups(leading, 20))
    assert [each.moment for each in groups] == [-1, 4, 2], "rows that lead somewhere stay rows"


async def test_all_of_every_page_can_be_reached_in_a_small_terminal(game: Sitting) -> None:
    async with debriefed(game, (60, 20)) as (pilot, screen):
        for page, (pane, *_) in PANES.items():
            await pilot.press(page)
            lines = await still(pilot)
            assert all(cell_len(line) == 60 for line in lines)
            shown = screen.query_one(f"#{pane}", DebriefPane)
            assert screen.focused is shown
            assert all(line.cell_length <= shown.inner for line in shown.lines), pane
            await pilot.press("end")
            await pilot.pause()
            last = shown.lines[-1].plain.strip()
            assert any(last in line for line in picture(pilot.app)), (page, last)


async def test_the_debrief_can_be_read_in_every_theme(game: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by_hand(monkeypatch, small)
    async with debriefed(game, (120, 40)) as (pilot, _):
        found = set()
        for page in "245":
            await pilot.press(page, "down")
            found |= await in_all_themes(pilot)
        assert found == set()


async def test_hostile_text_is_shown_literally(game: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by_hand(monkeypatch, hostile)
    start = "=SUM(A1) <script>"
    assert SHOWN.startswith(start)
    async with debriefed(game, (120, 40)) as (pilot, screen):
        for page in PAGES:
            await pilot.press(page)
            lines = "\n".join(await still(pilot))
            assert not any(sign in lines for sign in "\x1b\x07\u202e"), page
        assert start in said(screen, "deeds")
        await pilot.press("7")
        await still(pilot)
        assert start in said(screen, "questions")
        assert "[a](b)" in HOSTILE
        assert "[a](b)" in " ".join(said(screen, "questions").split())


def test_panes_never_overlap_and_never_leave_the_room() -> None:
    for page in PAGES:
        for width in (20, 60, 80, 117, 118, 120, 200):
            for height in (7, 17, 21, 37, 60):
                for timeline in (6, 9, 20):
                    regions = list(places(page, width, height, timeline).values())
                    for at, region in enumerate(regions):
                        assert Region(0, 0, width, height).contains_region(region)
                        assert not any(region.overlaps(other) for other in regions[:at])


# --- keys ------------------------------------------------------------------------------------------------------------


async def test_keys_step_through_moments_and_rounds(game: Sitting) -> None:
    async with debriefed(game) as (pilot, screen):
        assert screen.debrief is not None
        moments = screen.debrief.moments
        await pilot.press("right")
        assert screen.at == 0, "arrows step only on the page with the timeline"
        await pilot.press("4", "right", "right", "left")
        assert screen.at == 1
        await pilot.press("full_stop", "full_stop")
        assert moments[screen.at].round == 3 - (moments[1].round == 0)
        assert moments[screen.at - 1].round == moments[screen.at].round - 1
        here = screen.at
        await pilot.press("right", "comma")
        assert screen.at == here
        await pilot.press("comma")
        assert moments[screen.at].round == moments[here].round - 1
        screen.go(10**6)
        await pilot.press("right")
        assert screen.at == len(moments) - 1
        if turning := screen.debrief.turning:
            await pilot.press("t")
            assert screen.at in {each.moment for each in turning}


async def test_the_moment_that_is_looked_at_is_always_in_the_picture(game: Sitting) -> None:
    async with debriefed(game) as (pilot, screen):
        await pilot.press("4")
        assert screen.debrief is not None
        for at in range(0, len(screen.debrief.moments), 20):
            screen.go(at)
            await pilot.pause()
            assert any("^" in line for line in picture(pilot.app)), at
            assert f"moment {at + 1} of" in "\n".join(picture(pilot.app))


async def test_a_question_leads_to_its_moment(game: Sitting) -> None:
    async with debriefed(game) as (pilot, screen):
        assert screen.debrief is not None
        asked = screen.debrief.questions
        wanted = next(at for at, each in enumerate(asked) if each.moments)
        pane = screen.query_one("#questions")
        await pilot.press("7")
        for _ in range(40):
            if getattr(pane, "cursor", -1) == wanted:
                break
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: screen.page == "4" and screen.at == asked[wanted].moments[0])


async def test_f_goes_through_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    played = sitting(4, seed=11, people=(), bot="flat")
    played.table.waiting_person()
    async with debriefed(played, (120, 40)) as (pilot, screen):
        await pilot.press("3")
        seen = set()
        for _ in pairs(4):
            await still(pilot)
            title, shown, _ = said(screen, "plot").partition("(up)")
            assert shown
            seen.add(title)
            await pilot.press("f")
        assert len(seen) == len(pairs(4)) == 6
        assert screen.pair == 0


def test_outcome_and_no_deal_are_told_in_numbers_beside_the_picture() -> None:
    debrief = small()
    deals = debrief.deals
    assert deals is not None
    told = "\n".join(line.plain for line in plot_lines(debrief, deals, (0, 1), 60, 10))
    assert f"T the text at the end {deals.outcome.values[0]}/{deals.outcome.values[1]}" in told
    assert f"fallback {deals.walk_away[0]}/{deals.walk_away[1]}" in told
    assert "T" in told.split("└")[0]
    assert "o" in told.split("└")[0]


def test_the_window_of_the_timeline_holds_its_moment() -> None:
    moments = small().moments
    columns = columns_of(moments)
    assert [each for each in columns if each >= 0] == list(range(len(moments)))
    for count in (1, 10, 200):
        for width in (4, 40):
            for at in range(count):
                first = window(count, at, width)
                assert first <= at < first + width


async def test_the_replay_begins_at_the_moment_and_comes_back(game: Sitting) -> None:
    async with debriefed(game) as (pilot, screen):
        await pilot.press("4")
        screen.go(20)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReplayAt))
        replay = pilot.app.screen
        assert isinstance(replay, ReplayAt)
        assert screen.debrief is not None
        entry = screen.debrief.moments[20].entry
        await until(pilot, lambda: replay.replay.steps[replay.at].number == entry)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert screen.at == 20


# --- what was private ------------------------------------------------------------------------------------------------


async def test_what_was_private_is_shown_only_after_the_facilitator_agreed(game: Sitting) -> None:
    async with debriefed(game, (120, 40)) as (pilot, screen):
        assert screen.debrief is not None
        assert not any(each.hidden for each in screen.debrief.moments)
        await pilot.press("4")
        assert "[Archive:" not in said(screen, "moment")
        await pilot.press("h")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        assert "Everybody at the table will see it" in "\n".join(picture(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert not screen.archive, "the first answer leaves it closed"
        await pilot.press("h", "down", "enter")
        await until(pilot, lambda: "[Archive:" in said(screen, "moment"))
        assert any("ARCHIVE OPEN" in line for line in await still(pilot))
        await pilot.press("h")
        await until(pilot, lambda: "[Archive:" not in said(screen, "moment"))
        await pilot.press("h")
        await until(pilot, lambda: "[Archive:" in said(screen, "moment"))


async def test_a_game_that_goes_on_shows_only_what_everybody_saw() -> None:
    going_on = sitting(2, seed=3, names=("Ada",))
    while len(going_on.table.decisions) < 12:
        seat = going_on.table.waiting_person()
        assert seat is not None
        going_on.table.submit(seat, going_on.table.view(seat).legal()[0])
    async with debriefed(going_on, (120, 40)) as (pilot, screen):
        assert "once the game is over" in " ".join(said(screen, "results").split())
        await pilot.press("h", "x")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert not screen.archive
        for page in PAGES:
            await pilot.press(page)
            await still(pilot)
        assert "What the draft was worth" not in said(screen, "moment")


async def test_names_of_people_are_hidden_with_n() -> None:
    played = sitting(2, seed=5, people=(), bot="flat")
    played.table.waiting_person()
    async with debriefed(played) as (pilot, screen):
        await pilot.press("n")
        await until(pilot, lambda: any("names hidden" in line for line in picture(pilot.app)))
        assert screen.pseudonyms
        await pilot.press("n")
        await until(pilot, lambda: not any("names hidden" in line for line in picture(pilot.app)))


# --- what if and files -----------------------------------------------------------------------------------------------


async def test_a_what_if_is_played_in_the_background_and_shown(game: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    real, base = screen_module.run, screen_module.baseline
    monkeypatch.setattr(screen_module, "run", lambda game, named: real(game, named, 2))
    monkeypatch.setattr(screen_module, "baseline", lambda game, named: base(game, named, 2))
    async with debriefed(game) as (pilot, screen):
        await pilot.press("x")
        await until(pilot, lambda: isinstance(pilot.app.screen, Pick))
        assert len(pilot.app.screen.query_one(Choices).entries) > 1
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, WhatIfScreen), 30)
        pane = pilot.app.screen.query_one(WhatIfPane)
        await until(pilot, lambda: " ".join(line.plain.strip() for line in pane.lines).count(", 2 times.") == 2)
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert ", 2 times." in " ".join(said(screen, "fit").split())
        assert screen.debrief is not None
        assert len(screen.debrief.whatifs) == 1


async def test_export_says_where_and_never_overwrites(game: Sitting, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "exports"
    async with debriefed(game) as (pilot, screen):
        await pilot.press("e", "enter")
        await until(pilot, lambda: folder.is_dir() and len(list(folder.iterdir())) == 5)
        await until(pilot, lambda: any("Written to" in line for line in picture(pilot.app)))
        before = {path: path.read_bytes() for path in folder.iterdir()}
        assert {path.suffix for path in before} == {".html", ".md", ".csv", ".json", ".txt"}
        await pilot.press("e", "down", "enter")
        await until(pilot, (folder / f"debrief-{game.id}-2.html").is_file)
        assert all(path.read_bytes() == old for path, old in before.items())
        await until(pilot, lambda: len(list(folder.iterdir())) == 6)
        await pilot.press("h", "down", "enter")
        await until(pilot, lambda: screen.debrief is not None and screen.debrief.shown == ARCHIVE)
        await pilot.press("e", "down", "down", "down", "down", "enter")
        opened = folder / f"debrief-{game.id}-archive.json"
        await until(pilot, opened.is_file)
        assert stat.S_IMODE(opened.stat().st_mode) & 0o077 == 0


# --- the way there ---------------------------------------------------------------------------------------------------


async def test_d_leads_from_the_ending_to_the_debrief_and_escape_back(game: Sitting) -> None:
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.debrief is not None)
        await pilot.press("4", "f1")
        await pilot.pause()
        assert any("Letters: P package tabled" in line for line in await still(pilot))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, Ending))


async def test_d_leads_from_the_list_of_games_to_the_debrief_of_one_that_goes_on() -> None:
    started = sitting(2, seed=4)
    started.table.waiting_person()
    assert started.table.journal is not None
    started.table.journal.close()
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.screen.query("*").first() is not None and not asks(app))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen) and app.screen.entry is not None)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen) and app.screen.debrief is not None)
        assert any("not over" in line for line in await still(pilot))
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.query_one(MomentPane).debrief is not None
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, GamesScreen))
