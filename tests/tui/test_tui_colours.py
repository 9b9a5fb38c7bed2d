"""Colours: contrast of everything that is painted, in every theme; nothing told by colour alone; fewer colours."""

from __future__ import annotations

from typing import Any

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.app import App
from textual.pilot import Pilot
from tui_support import asks, picture, sitting, still, styles, to_the_floor, until

from summit_game.tui.curtain import Curtain
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.reader import Reader
from summit_game.tui.themes import NAMES

LEAST = 4.5
FRAMES = set("─━│┃╭╮╰╯┏┓┗┛█░▁▂▃▄▅▆▇▔▕▏▎▍▌▋▊▉▐▀ ")


def luminance(colour: Any) -> float:
    def part(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.get_truecolor()
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    fore, back = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
    light, dark = sorted((luminance(fore), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(painted: list[tuple[str, Any]]) -> set[tuple[str, float]]:
    """Texts that are painted with too little contrast (frames and bars count with 3)."""
    result = set()
    for text, style in painted:
        if not text.strip() or style is None:
            continue
        least = 3 if set(text) <= FRAMES else LEAST
        if (found := contrast(style)) < least:
            result.add((text.strip()[:30], round(found, 2)))
    return result


def looked_at(app: App[Any]) -> list[tuple[str, Any]]:
    """What is painted to be read: all of it, or, over a table that is dimmed on purpose, the window and its keys."""
    if not isinstance(app.screen, Reader):
        return styles(app)
    strips = app.screen._compositor.render_strips(app.screen.size)
    regions = [each.region for each in app.screen.children]
    return [
        (segment.text, segment.style)
        for region in regions
        for strip in strips[region.y : region.bottom]
        for segment in strip.crop(region.x, region.right)
    ]


async def in_all_themes(pilot: Pilot[Any]) -> set[tuple[str, str, float]]:
    """What is faint on this screen, in each of the themes."""
    result = set()
    for theme in NAMES:
        pilot.app.theme = theme
        await still(pilot)
        result |= {(theme, *each) for each in faint(looked_at(pilot.app))}
    return result


async def test_the_table_can_be_read_in_every_theme() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter", "1", "enter")
        assert await in_all_themes(pilot) == set()


@pytest.mark.slow
async def test_everything_painted_can_be_read_in_every_theme() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await to_the_floor(pilot)
        found = await in_all_themes(pilot)
        for keys in (("1", "enter", "1", "enter"), ("t",), ("b", "down"), ("ctrl+o",), ("escape", "f1")):
            await pilot.press(*keys)
            found |= await in_all_themes(pilot)
        await pilot.press("escape", "ctrl+p")
        await pilot.pause(0.3)
        found |= await in_all_themes(pilot)
        await pilot.press("escape")
        app.notify("A notice.", severity="warning")
        await pilot.resize_terminal(80, 24)
        found |= await in_all_themes(pilot)
        assert found == set()


async def test_the_ending_can_be_read_in_every_theme() -> None:
    game = sitting(2, people=(), bot="flat")
    game.table.waiting_person()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press(*["enter"] * 5)
        assert await in_all_themes(pilot) == set()


async def test_the_curtain_can_be_read_in_every_theme() -> None:
    app = GameApp(sitting(2, people=(0, 1)), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        found = await in_all_themes(pilot)
        await pilot.press("a", "b")
        assert found | await in_all_themes(pilot) == set()


async def test_focus_and_choice_are_told_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("t")
        await pilot.pause()
        with_treaty = picture(app)
        await pilot.press("k")
        await pilot.pause()
        assert picture(app) != with_treaty
        assert any("┏" in line for line in picture(app))
    monkeypatch.setenv("NO_COLOR", "1")
    plain = GameApp(sitting(), pace=0, guard=0)
    async with plain.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(plain))
        await pilot.pause()
        hidden = [
            text
            for text, style in styles(plain)
            if text.strip() and style and style.color and style.color == style.bgcolor and not style.reverse
        ]
        assert hidden == []


async def test_with_sixteen_colours_no_text_is_lost() -> None:
    app = GameApp(sitting(), pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_the_floor(pilot)
        await pilot.press("1", "enter", "1", "enter")
        for theme in NAMES:
            app.theme = theme
            await still(pilot)
            lost = {
                text.strip()
                for text, style in styles(app)
                if text.strip()
                and style
                and style.color.downgrade(ColorSystem.STANDARD) == style.bgcolor.downgrade(ColorSystem.STANDARD)
            }
            assert lost == set(), theme
