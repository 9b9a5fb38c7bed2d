"""The tension track marks the brink; letters of other scripts; what is said when the screen has gone after the end."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from textual.pilot import Pilot
from tui_support import asks, sitting, some_action, still, styles, table_of, until

from summit_game.engine.board import NOBODY
from summit_game.engine.scoring import scores
from summit_game.language.catalogue import say
from summit_game.seat.page import seat_page
from summit_game.tui.ending import Ending
from summit_game.tui.game_app import GameApp
from summit_game.tui.run import _run
from summit_game.tui.typed import LATIN, latin
from summit_game.tui.widgets.tracks import Tracks
from summit_game.words.names import Words
from support import game_of, the_deck


@pytest.mark.fault("K14.9")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_tension_track_marks_the_brink_and_warns_near_it(size: tuple[int, int]) -> None:
    game = sitting(4, seed=11)
    app = GameApp(game, pace=0, guard=0)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: asks(app))
        tracks = table_of(app).query_one(Tracks)
        at = next(at for at, spec in enumerate(tracks.sheet.tracks) if spec.id == "tension")
        assert tracks.page is not None
        assert tracks.page.brink == 9
        looks = {}
        for tension in (2, 8, 9, 12):
            page = tracks.page
            values = tuple(tension if each == at else value for each, value in enumerate(page.tracks))
            text, style = tracks._bar(type(page)(**{**_fields(page), "tracks": values}), at, 24)
            assert len(text) == 24
            assert text.count("!") == 1
            assert text.index("!") == 17, "nine of twelve parts, the last of them"
            looks[tension] = style
        assert len({looks[2], looks[8], looks[9]}) == 3
        assert looks[9] == looks[12]
        await still(pilot)
        assert sum("!" in text and "█" in text for text, _ in styles(app)) == 1
        assert any(say("pane-track-brink", brink=9) in line for line in tracks.paper())


def _fields(page: Any) -> dict[str, Any]:
    return {name: getattr(page, name) for name in page.__dataclass_fields__}


@pytest.mark.fault("K14.9")
def test_without_escalation_there_is_no_brink() -> None:
    from summit_game.engine.play import start
    from summit_game.engine.view import public_view

    game = game_of(4, without=("escalation",))
    page = seat_page(Words(game.setting, the_deck()), public_view(start(game, 1)[0]))
    assert page.brink == -1
    assert page.seat == NOBODY


@pytest.mark.fault("K15.4")
@pytest.mark.parametrize("keys", ["lzhbd", "дярив", "λζηβδ", "ךזינג"])
async def test_letters_of_other_scripts_are_the_keys_at_their_place(keys: str) -> None:
    app = GameApp(sitting(4, seed=11), pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asks(app))
        for key, pane in zip(keys, ("log", "zones", "hand", "sheet", "delegations"), strict=True):
            await pilot.press(key)
            await until(pilot, lambda pane=pane: table_of(app).tab == pane, 5)  # type: ignore[misc]


@pytest.mark.fault("K15.4")
def test_every_sign_has_one_place() -> None:
    assert {latin(sign.upper()) for sign in "гыд"} == {"U", "S", "L"}
    assert latin("u") is None
    assert latin(None) is None
    assert set(LATIN.values()) == set("qwertyuiopasdfghjklzxcvbnm")


@pytest.mark.fault("K15.5")
@pytest.mark.parametrize("key", ["escape", "f10"])
def test_leaving_after_the_end_says_ending_score_and_debrief(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    game = sitting(4, seed=11, bot="flat")
    turn = 0
    while (seat := game.table.waiting_person()) is not None:
        game.table.submit(seat, some_action(game.table.view(seat), turn))
        turn += 1

    async def leave(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(pilot.app.screen, Ending))
        await pilot.press(key)

    app = GameApp(game, pace=0, guard=0)
    app.run = partial(app.run, headless=True, auto_pilot=leave)  # type: ignore[method-assign]
    assert _run(app) == 0
    said = capsys.readouterr().err.splitlines()
    mine = scores(game.table.state)[0]
    title = next(each.title for each in game.deck.scenarios if each.title in said[0])
    assert title
    who = Words(game.table.setting, game.deck).seats[0]
    assert said[1] == say("app-score", who=who, points=mine.points, rating=mine.rating)
    assert said[2] == say("app-debrief", id=game.id)
    assert len(said) == 3
