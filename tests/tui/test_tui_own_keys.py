"""The page about keys, keys of one's own, and the line that says which there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_support import asks, picture, sitting, until

from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.keys import is_key, page, user_keymap


def test_the_page_about_keys_is_complete() -> None:
    """`python -m summit_game.tui.keys > docs/keys.md` makes it anew. Pages of the debrief are written elsewhere."""
    written = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8").splitlines()
    now = page().splitlines()
    ours = [[line for line in lines if not line.startswith("| `debrief.")] for lines in (written, now)]
    assert ours[0] == ours[1]


def test_what_cannot_be_used_of_own_keys_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CONFIG_DIR", str(tmp_path))
    text = '[keys]\n"table.skip" = "f5,ctrl+k"\n"table.skp" = "x"\n"table.undo" = "sp00n"\n'
    (tmp_path / "keys.toml").write_text(text, encoding="utf-8")
    keymap, trouble = user_keymap()
    assert keymap == {"table.skip": "f5,ctrl+k"}
    assert "there is no table.skp (docs/keys.md" in trouble
    assert "'sp00n' of table.undo is no key" in trouble


@pytest.mark.parametrize("key", ["c", "C", "é", "ctrl+o", "full_stop", "question_mark", "f12", "pageup", "plus"])
def test_keys_have_these_names(key: str) -> None:
    assert is_key(key)


async def test_the_first_line_of_keys_has_what_leads_out() -> None:
    game = sitting(2, people=(), bot="flat")
    game.table.waiting_person()
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Ending))
        await pilot.press("r")
        await until(pilot, lambda: "Esc Close" in picture(app)[-1])
        await pilot.press("m")
        await until(pilot, lambda: any("nothing can be decided here" in line for line in picture(app)))
    hall = GameApp(pace=0, guard=0)
    async with hall.run_test(size=(120, 40)) as pilot:
        hall.run_worker(hall.play(sitting()))
        await until(pilot, lambda: asks(hall) and "F9 Title" in picture(hall)[-1])
