"""What is pasted into a field for one line."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App
from tui_support import until

from summit_game.tui.widgets.line import Line


class Fields(App[None]):
    def compose(self):  # type: ignore[no-untyped-def]
        yield Line(max_length=10)


@pytest.mark.fault("K10.7")
@pytest.mark.parametrize(
    ("pasted", "kept", "told"),
    [
        ("one\ntwo", "", "2 lines"),
        ("one\r\ntwo\r\n", "", "2 lines"),
        ("one\n", "one", ""),
        ("ten signs!", "ten signs!", ""),
        ("eleven sign", "", "at most 10"),
        ("\n\none", "one", ""),
        ("", "", ""),
        ("\n", "", ""),
    ],
)
async def test_several_lines_are_refused_whole(pasted: str, kept: str, told: str) -> None:
    app = Fields()
    async with app.run_test() as pilot:
        field = app.query_one(Line)
        await until(pilot, lambda: app.focused is field)
        field.post_message(events.Paste(pasted))
        await pilot.pause()
        await pilot.pause()
        assert field.value.strip() == kept
        said = [each.message for each in app._notifications]
        assert [told in each for each in said] == ([True] if told else [])
