"""`summit replay` on the screen: only looking, and out again."""

from __future__ import annotations

from tui_support import picture, sitting, until

from summit_game.tui.game_app import GameApp


async def test_a_game_is_stepped_through_and_nothing_is_played() -> None:
    shown = sitting(people=())
    shown.table.waiting_person()
    before = len(shown.table.history.entries)
    app = GameApp(shown, reader=-1)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: any("step 0 of" in line for line in picture(app)))
        assert "REPLAY" in picture(app)[0]
        await pilot.press("right", "right", "1", "enter", "escape", "m", "enter", "p")
        await until(pilot, lambda: any("step 2 of" in line for line in picture(app)))
        await pilot.press("escape")
        await pilot.pause()
    assert app.return_code == 0
    assert len(shown.table.history.entries) == before
