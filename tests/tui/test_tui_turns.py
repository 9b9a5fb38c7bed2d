"""The first line and the question line say who is asked now."""

from __future__ import annotations

import pytest
from tui_support import asks, picture, sitting, table_of, until, view_of

from summit_game.engine.notation import action_text
from summit_game.language.catalogue import say
from summit_game.tui.game_app import GameApp


@pytest.mark.fault("K14.10")
async def test_the_turn_is_nobody_elses_once_an_answer_is_sent() -> None:
    """Bots act at a pace of an hour here, so that what is shown after each answer stays; then they are skipped."""
    game = sitting(4, seed=11)
    app = GameApp(game, pace=3600, guard=0)
    phases = set()
    async with app.run_test(size=(120, 30)) as pilot:
        for turn in range(12):
            table = table_of(app)
            for _ in range(2000):
                await pilot.pause(0.005)
                if asks(app):
                    break
                table.skip()
            assert asks(app)
            await until(pilot, lambda: say("screen-your-turn") in picture(app)[0])
            view = view_of(table)
            phases.add(view.phase)
            asked = table._asked
            legal = view.legal()
            table.send(action_text(table.table.setting, legal[turn % len(legal)]))
            await pilot.pause()
            if asks(app):  # the next order of the same person
                continue
            lines = picture(app)
            others = [table.sheet.delegations[seat].id for seat in game.table.state.waiting]
            assert say("screen-your-turn") not in lines[0]
            assert table._asked != asked
            if others:
                assert say("screen-to-move", who=", ".join(others)) in lines[0], lines[0]
    assert len(phases) >= 3
