"""Panes that are read whole, the question line, notices and the palette."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.command import CommandPalette
from textual.pilot import Pilot
from tui_support import asks, picture, send, sitting, some_action, still, table_of, until, view_of

from summit_game.language.catalogue import say
from summit_game.tui.board_screen import PANES
from summit_game.tui.game_app import GameApp
from summit_game.tui.labels import label
from summit_game.tui.reader import Reader
from summit_game.tui.widgets.page import Page
from summit_game.words.messages import refusal_text


async def at_the_table(pilot: Pilot[int]) -> None:
    await until(pilot, lambda: asks(pilot.app))
    await pilot.pause()


@pytest.mark.fault("K14.11")
async def test_the_log_read_whole_opens_at_its_newest_line() -> None:
    app = GameApp(sitting(4, seed=11), pace=0, guard=0)
    async with app.run_test(size=(80, 12)) as pilot:
        await at_the_table(pilot)
        table = table_of(app)
        while len(table.query_one("#log").sentences) < 30:  # type: ignore[attr-defined]
            send(table, some_action(view_of(table), len(table.table.history.entries)))
            await at_the_table(pilot)
        await pilot.press("l", "enter")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await still(pilot)
        page = app.screen.query_one(Page)
        assert page.max_scroll_y > 0
        assert page.scroll_offset.y == page.max_scroll_y


@pytest.mark.fault("K14.11")
async def test_panes_read_whole_show_more_than_the_pane() -> None:
    app = GameApp(sitting(4, seed=11), pace=0, guard=0)
    async with app.run_test(size=(100, 60)) as pilot:
        await at_the_table(pilot)
        sheet = table_of(app).sheet
        for key, more in (
            ("d", [right.reason for who in sheet.delegations for right in who.rights]),
            ("z", [zone.note for zone in sheet.zones if zone.note] or [sheet.zones[0].name]),
        ):
            await pilot.press(key, "enter")
            await until(pilot, lambda: isinstance(app.screen, Reader))
            page = app.screen.query_one(Page)
            await until(pilot, lambda page=page: bool(page.lines))  # type: ignore[misc]
            text = " ".join(line.plain.strip() for line in page.lines)
            assert more
            for each in more:
                assert each in text
            assert app.screen.styles.background.a > 0.5, "the table behind is dimmed"
            await pilot.press("escape")


@pytest.mark.fault("K14.12")
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_question_that_does_not_fit_ends_with_an_ellipsis(size: tuple[int, int]) -> None:
    app = GameApp(sitting(4, seed=11), pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await at_the_table(pilot)
        table = table_of(app)
        for text in ("short", "a question " * 20):
            table.asked(text.strip())
            lines = await still(pilot)
            line = next(line for line in lines if "►" in line and text[:5] in line)
            room = table.query_one("#asked").size.width + 2
            fits = cell_len(text) + 2 <= room
            assert ("…" in line[:room]) == (not fits)


@pytest.mark.fault("K14.13")
async def test_why_nothing_is_undone_covers_nothing() -> None:
    app = GameApp(sitting(4, seed=11), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_the_table(pilot)
        table = table_of(app)
        why = table.table.why_no_undo(table.seat)
        assert why is not None
        before = await still(pilot)
        await pilot.press("u")
        after = await still(pilot)
        changed = [line for line, was in zip(after, before, strict=True) if line != was]
        assert len(changed) == 1
        assert refusal_text(why)[:40] in changed[0]
        assert not app._notifications


@pytest.mark.fault("K15.7")
async def test_the_palette_has_no_emoji_and_a_row_for_each_pane() -> None:
    app = GameApp(sitting(4, seed=11), pace=0, guard=0)
    async with app.run_test(size=(80, 40)) as pilot:
        await at_the_table(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press(*"go to")
        panes = [say("screen-go-to", pane=label(pane.NAME)) for pane in PANES.values()]
        await until(pilot, lambda: all(any(each in line for line in picture(app)) for each in panes))
        lines = await still(pilot)
        wide = {sign for line in lines for sign in line if ord(sign) > 0x2FFF}
        assert not wide
        rows = [at for at, line in enumerate(lines) if any(each in line for each in panes)]
        assert rows == list(range(rows[0], rows[0] + len(panes)))
