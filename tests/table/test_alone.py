"""One person against bots: the last decision is taken back whatever came after it (R9.7)."""

from __future__ import annotations

from typing import Any

import pytest
from test_commands import calmest

from summit_game.deck.compile import TableOptions
from summit_game.engine.refusal import Refused
from summit_game.table import entry as kinds
from summit_game.table.checked import check_game
from summit_game.table.checked_events import Unsound
from summit_game.table.entry import Entry
from summit_game.table.games_folder import Sitting, look, new_sitting, resume
from summit_game.table.log import lines
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import DECK

clause = pytest.mark.clause
BOTS = {seat: Sitter(bot="random") for seat in (1, 2, 3)}


def sitting(people: int = 1, **values: Any) -> Sitting:
    return new_sitting(DECK, TableOptions(4), 3, {seat: BOTS[seat] for seat in range(people, 4)}, **values)


def decided(table: Table, count: int) -> None:
    """Seat 0 takes decisions, the bots theirs, until it has to take another."""
    for _ in range(count):
        assert table.waiting_person() == 0
        table.submit(0, calmest(table, 0))
    table.waiting_person()


@clause("R9.7")
def test_one_person_alone_takes_back_the_last_decision_whatever_followed() -> None:
    begun = sitting()
    table = begun.table
    table.waiting_person()
    before = []
    for _ in range(6):
        before.append(table.state.digest())
        decided(table, 1)
    entries = len(table.history.entries)
    assert [each.seat for each in table.history.entries[-3:]] != [0, 0, 0], "bots acted since"
    table.undo(0)
    assert table.state.digest() == before[5]
    table.undo(0)
    assert table.state.digest() == before[4]
    for place in (3, 2, 1, 0):
        table.undo(0)
        assert table.state.digest() == before[place]
    undone = table.history.entries[entries:]
    assert [each.kind for each in undone] == [kinds.UNDO] * 6
    words = Words(table.setting, begun.deck)
    told = {lines(words, each, 1)[0]: each.data for each in undone}
    assert len(told) == 2, "what nobody but one alone may do is told as such"
    for said, data in told.items():
        assert ("and all that followed" in said) == ("alone" in data)


@clause("R9.7")
def test_what_was_taken_back_is_done_again_and_not_by_another() -> None:
    table = sitting().table
    decided(table, 3)
    after = table.state.digest()
    table.undo(0)
    assert table.state.digest() != after
    with pytest.raises(Refused, match="nothing-to-redo"):
        table.redo(1)
    table.redo(0)
    assert table.state.digest() == after


@clause("R9.7")
def test_not_with_two_people_and_not_by_a_bot() -> None:
    table = sitting(2).table
    for _ in range(3):
        seat = table.waiting_person()
        assert seat is not None
        table.submit(seat, calmest(table, seat))
    first = 0 if table.history.entries[-1].seat == 1 else 1
    with pytest.raises(Refused, match=r"R9\.7"):
        table.undo(first)
    table = sitting().table
    decided(table, 2)
    with pytest.raises(Refused, match=r"R9\.7"):
        table.undo(1 if table.history.entries[-1].seat != 1 else 2)


@clause("R9.7")
def test_not_before_the_first_decision_nor_where_a_word_guards_the_game() -> None:
    table = sitting().table
    table.waiting_person()
    assert table.why_no_undo(0) is not None
    guarded = sitting(word="rose").table
    decided(guarded, 3)
    assert guarded.history.entries[-1].seat != 0
    with pytest.raises(Refused, match="not-your-last"):
        guarded.undo(0)
    graded = sitting(graded=True).table
    decided(graded, 3)
    with pytest.raises(Refused, match="not-your-last"):
        graded.undo(0)


@clause("R9.7")
def test_not_once_the_game_is_over() -> None:
    table = sitting().table
    while not table.over:
        table.waiting_person()
        if not table.over:
            table.submit(0, calmest(table, 0))
    assert table.why_no_undo(0) is not None


def test_a_game_with_it_is_resumed_where_it_stood_and_a_forged_one_is_refused() -> None:
    begun = sitting()
    decided(begun.table, 4)
    begun.table.undo(0)
    stood, waits = begun.table.state.digest(), begun.table.asks_now
    begun.table.journal.close()  # type: ignore[union-attr]
    again = resume(begun.id)
    assert (again.table.state.digest(), again.table.asks_now) == (stood, waits)
    again.table.journal.close()  # type: ignore[union-attr]
    path = look(begun.id)
    history = path.table.history
    last = next(each for each in reversed(history.entries) if each.kind == kinds.UNDO)
    bad = [Entry(**{**vars(each), "to": 2}) if each is last else each for each in history.entries[: last.number + 1]]
    with pytest.raises(Unsound):
        check_game(path.table.game, path.table.seed, bad)
