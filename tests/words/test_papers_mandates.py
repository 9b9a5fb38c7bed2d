"""The public cards beside the mat: every mandate and red line, on the screen and in plain text, for everybody."""

from __future__ import annotations

import pytest

from summit_game.engine.board import NOBODY
from summit_game.plain.lines import opening
from summit_game.table.history import History
from summit_game.table.port import LocalPort
from summit_game.table.table import Table
from summit_game.tui.table_screen import PUBLIC_PAPERS
from summit_game.words.names import Words
from support import DECK, FIRST_EDITION, dealt_game, game_of, the_deck


def port_of(game, deck, seat: int = NOBODY) -> LocalPort:
    table = Table(game, 3, history=History())
    table.start()
    return LocalPort(table, Words(game.setting, the_deck(deck)), seat)


@pytest.mark.clause("R1.4a")
@pytest.mark.clause("R1.6")
@pytest.mark.parametrize("seat", [NOBODY, 0, 3])
def test_everybody_reads_every_mandate_and_red_line_of_this_game(seat: int) -> None:
    game = dealt_game(4, 3)
    head, *lines = port_of(game, DECK, seat).paper("mandates")
    assert "drawn for this game" in head
    assert "mandates" in PUBLIC_PAPERS
    for at, spec in enumerate(game.setting.seat_specs):
        title, *own = lines[7 * at : 7 * at + 7]
        assert f"({spec.id})" in title
        for issue, (low, high), red, line in zip(game.setting.issue_ids, spec.mandate, spec.red, own, strict=True):
            levels = f"level {low}" if low == high else f"levels {low} to {high}"
            forbidden = [str(level) for level, flag in enumerate(red) if flag]
            assert f"({issue}): {levels}" in line
            assert line.endswith(f"red line: {', '.join(forbidden)}") == bool(forbidden)
    assert len(lines) == 28


def test_two_games_draw_other_cards() -> None:
    one, other = (port_of(dealt_game(4, seed), DECK).paper("mandates") for seed in (3, 4))
    assert one != other


@pytest.mark.parametrize(("deck", "drawn"), [(DECK, True), (FIRST_EDITION, False)])
def test_whoever_begins_in_plain_text_is_told_where_they_lie(deck, drawn: bool) -> None:
    game = game_of(4, deck=deck)
    words = Words(game.setting, the_deck(deck))
    (told,) = (line for line in opening(port_of(game, deck).sheet, words) if "`mandates`" in line)
    assert ("drawn for this game" in told) == drawn
    assert ("drawn for this game" in port_of(game, deck).paper("mandates")[0]) == drawn
