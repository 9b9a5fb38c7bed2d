"""The three pages of the way in: what they say, that they are short, and that they tell one seat's things only."""

from __future__ import annotations

import textwrap

import pytest

from summit_game.seat.way_in import WayInPage, way_in
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import game_of, the_deck

WIDE, HIGH = 76, 20


def _pages(seat: int) -> tuple[Table, tuple[WayInPage, ...]]:
    game = game_of(4)
    table = Table(game, 1)
    table.start()
    return table, way_in(Words(game.setting, the_deck()), table.view(seat))


@pytest.mark.parametrize("seat", range(4))
def test_each_page_fits_a_small_screen(seat: int) -> None:
    for page in _pages(seat)[1]:
        rows = [row for line in page.lines for row in textwrap.wrap(line, WIDE)]
        assert 0 < len(rows) <= HIGH, rows


@pytest.mark.parametrize("seat", range(4))
def test_they_name_the_issues_that_are_worth_most_and_both_sums(seat: int) -> None:
    table, (who, worth, ends) = _pages(seat)
    view, setting = table.view(seat), table.game.setting
    best = sorted(range(len(setting.issues)), key=lambda at: (-max(view.held.brief.values[at]), at))[:3]
    named = [line for line in who.lines if line[:2] in ("1.", "2.", "3.")]
    assert [str(max(view.held.brief.values[at])) in line for at, line in zip(best, named, strict=True)] == [True] * 3
    assert f" {view.no_deal()} points" in worth.lines[0]
    assert any(f" {view.held.value(view.text)} points" in line for line in worth.lines)
    assert [line[2:] for line in ends.lines[1:5]] == [each.title for each in setting.scenarios]


def test_a_page_names_no_goal_of_another_seat() -> None:
    for seat in range(4):
        table, pages = _pages(seat)
        text = "\n".join(line for page in pages for line in page.lines)
        own = table.view(seat).held.goal
        others = {held.goal.title for each in range(4) if each != seat and (held := table.view(each).held).goal}
        assert own is not None
        assert own.title in text
        assert not [title for title in others - {own.title} if title in text]


def test_a_draft_that_is_worth_less_than_leaving_is_said_to_be_too_little() -> None:
    table, (_, worth, _) = _pages(0)
    view = table.view(0)
    assert view.held.value(view.text) < view.no_deal()
    assert any("must still get better" in line for line in worth.lines)
