"""The adviser in plain text: a word, two moves that can be written, and a line that all read."""

from __future__ import annotations

import re

import pytest
from test_plain import Person

from summit_game.bots.kinds import maker
from summit_game.plain import PlainSession
from summit_game.table import entry as kinds
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from support import game_of, the_deck


def played(*script: str, adviser: bool | None = None) -> tuple[Person, Table]:
    game = game_of(4)
    bots = {seat: maker("by-the-book")(3, game.setting.seat_ids[seat]) for seat in range(1, 4)}
    sitters = {seat: Sitter(bot="by-the-book") if seat else PERSON for seat in range(4)}
    table = Table(game, 3, bots, sitters=sitters)
    table.adviser = adviser
    person = Person([*script, "quit"])
    PlainSession(the_deck(), table, {0: "Player"}, person.read, person.write, confirm_quit=False).run()
    return person, table


def test_the_word_says_two_moves_with_reasons_and_how_to_write_them() -> None:
    person, table = played("promise none", "adviser", "help", "log")
    assert "It would do this: " in person.text
    assert "Or else: " in person.text
    ways = re.findall(r"To do it, write `([^`]+)`\.", person.text)
    assert len(ways) == 2
    assert [each.kind for each in table.history.entries].count(kinds.ADVICE) == 1
    assert "`adviser`: two moves" in person.text
    assert "asks its adviser." in person.text
    again, after = played("promise none", ways[0])
    assert any(each.action == ways[0] for each in after.history.entries), again.text


@pytest.mark.parametrize("adviser", [False])
def test_without_an_adviser_it_says_so_and_help_does_not_name_it(adviser: bool) -> None:
    person, table = played("adviser", "help", adviser=adviser)
    assert "There is no adviser at this table." in person.text
    assert "`adviser`" not in person.text
    assert all(each.kind != kinds.ADVICE for each in table.history.entries)
