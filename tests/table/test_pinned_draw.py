"""What a game drew is kept in its journal: opened again it is the same, and nothing that no game draws is taken."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.deck.dealing import dealt
from summit_game.table.checked_events import Unsound
from summit_game.table.export import export
from summit_game.table.games_folder import again, look, new_sitting, resume
from summit_game.table.pinned_draw import drawn_data, is_drawn, pinned_draw
from support import DECK, SECOND_DECK, game_of

Head = dict[str, Any]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path))


def begun():
    sitting = new_sitting(DECK, TableOptions(4), 7)
    assert sitting.table.journal is not None
    sitting.table.journal.close()
    return sitting


def head_of(sitting) -> Head:
    return copy.deepcopy(sitting.table.history.entries[0].data)


@pytest.mark.clause("R1.4a")
def test_a_resumed_game_has_what_it_drew_and_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = begun()
    game = sitting.table.game
    assert game.setting.seat_specs != game_of(4).setting.seat_specs
    monkeypatch.setattr("summit_game.deals.draw.draw", None)
    opened = resume(sitting.id)
    assert opened.table.game.setting.seat_specs == game.setting.seat_specs
    assert opened.table.game.secrets == game.secrets
    assert look(sitting.id).table.game.secrets == game.secrets


def test_the_next_game_of_the_same_table_draws_anew() -> None:
    sitting = begun()
    other = again(sitting, 8)
    same = again(sitting, 7)
    assert other.table.game.secrets != sitting.table.game.secrets
    assert same.table.game.secrets == sitting.table.game.secrets


def test_a_deck_without_draw_is_as_it_was() -> None:
    sitting = new_sitting(SECOND_DECK, TableOptions(2, ("first-lesson",)), 7)
    assert not is_drawn(head_of(sitting))
    assert dealt(game_of(2), None, 7) is game_of(2)
    assert sitting.table.game.secrets.briefs == game_of(2, ("first-lesson",), deck=SECOND_DECK).secrets.briefs


def test_no_brief_and_no_seed_stands_in_what_others_may_read() -> None:
    sitting = begun()
    head = head_of(sitting)
    assert set(head["mandates"]) == {"RU", "US", "WE", "UA"}
    assert all(set(each) == {"from", "to", "red"} for row in head["mandates"].values() for each in row.values())
    for form in ("json", "md", "csv"):
        written = export(sitting, form)
        assert '"values"' not in written
        assert "reservation" not in written.casefold()


def _set(path: str, value: object) -> Callable[[Head], None]:
    def change(head: Head) -> None:
        *way, last = path.split("/")
        node: Any = head
        for part in way:
            node = node[part]
        if value is KeyError:
            del node[last]
        else:
            node[last] = value

    return change


WRONG = [
    ("mandates", []),
    ("mandates", {}),
    ("mandates/RU", KeyError),
    ("mandates/RU/ENL", KeyError),
    ("mandates/RU/ENL/from", -1),
    ("mandates/RU/ENL/to", 5),
    ("mandates/RU/ENL/from", 4.0),
    ("mandates/RU/DES/from", 4),
    ("mandates/RU/ENL/red", [7]),
    ("mandates/RU/ENL/red", "0"),
    ("mandates/XX", {}),
    ("secret/briefs", None),
    ("secret/briefs/UA", KeyError),
    ("secret/briefs/UA/id", "another"),
    ("secret/briefs/UA/reservation", True),
    ("secret/briefs/UA/reservation", 10**9),
    ("secret/briefs/UA/values/ENL", [1, 2, 3]),
    ("secret/briefs/UA/values/ENL", [1, 2, 3, 4, "5"]),
    ("secret/briefs/UA/values/XX", [1, 2, 3, 4, 5]),
]


@pytest.fixture(scope="module")
def kept() -> Head:
    from summit_game.deck.dealing import draw_spec
    from support import the_deck

    public, secret = drawn_data(dealt(game_of(4), draw_spec(the_deck(), game_of(4)), 7))
    return {**public, "secret": secret}


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_what_no_game_draws_is_refused(kept: Head, path: str, value: object) -> None:
    assert pinned_draw(kept, game_of(4)) is not None
    head = copy.deepcopy(kept)
    _set(path, value)(head)
    with pytest.raises(Unsound):
        pinned_draw(head, game_of(4))


def test_briefs_without_mandates_are_refused(kept: Head) -> None:
    head = copy.deepcopy(kept)
    del head["mandates"]
    with pytest.raises(Unsound):
        pinned_draw(head, game_of(4))
