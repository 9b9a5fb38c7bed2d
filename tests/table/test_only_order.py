"""Where a person has one order to choose from, the table gives it and says so (R9.10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from summit_game.bots.kinds import maker
from summit_game.deck.compile import TableOptions
from summit_game.engine.board import POSTURE
from summit_game.engine.notation import action_text
from summit_game.engine.view import view
from summit_game.many.mixed import MIXED, drawn
from summit_game.seat.digest import digest
from summit_game.table.checked import check_game
from summit_game.table.checked_events import Unsound
from summit_game.table.entry import BY_TABLE, MOVE, Entry
from summit_game.table.games_folder import Sitting, look, new_sitting, resume
from summit_game.table.log import EVERYTHING, is_only_order, lines
from summit_game.table.only_order import only_order
from summit_game.table.port import LocalPort
from summit_game.table.replay import Replay
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import DECK, the_deck

clause = pytest.mark.clause
RU, US, WE = 0, 1, 2
SAID = "Russian Federation has to withdraw, and one place is left for it: the table gives the order. (R5.4, R9.10)"
LINE_OF_BOTS = "random"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_lesson(seed: int, bots: tuple[int, ...] = ()) -> Sitting:
    """A lesson of four people, or with bots in some seats."""
    sitters = {seat: Sitter(bot=LINE_OF_BOTS) if seat in bots else PERSON for seat in range(4)}
    return new_sitting(DECK, TableOptions(4, ("lesson",)), seed, sitters)


def play(table: Table, until: Callable[[], bool]) -> list[tuple[int, bool]]:
    """Play on as people who decide as bots would: whom the table asked, and whether it was for a forced order."""
    ids = table.setting.seat_ids
    kinds = drawn([MIXED] * len(ids), table.seed)
    minds = [maker(kind)(table.seed, name) for kind, name in zip(kinds, ids, strict=True)]
    asked = []
    while not until() and (seat := table.waiting_person()) is not None:
        seen = table.view(seat)
        asked.append((seat, only_order(seen) is not None))
        table.submit(seat, minds[seat].decide(seen).action)
    return asked


def given(table: Table) -> list[Entry]:
    """Orders that the table gave."""
    return [each for each in table.history.line() if is_only_order(each)]


def moves_of(table: Table) -> list[Entry]:
    return [each for each in table.history.line() if each.kind == MOVE]


def to_first(sitting: Sitting) -> Entry:
    """On to the first order that the table gives."""
    play(sitting.table, lambda: bool(given(sitting.table)))
    return given(sitting.table)[0]


@clause("R9.10")
@pytest.mark.parametrize("seed", [2, 3, 8, 12])
def test_nobody_is_asked_for_the_one_order_there_is(seed: int) -> None:
    table = a_lesson(seed).table
    asked = play(table, lambda: False)
    assert table.over
    assert given(table)
    assert not any(forced for _, forced in asked)
    for each in given(table):
        assert (each.kind, each.by) == (MOVE, BY_TABLE)
        before = table.history.state(table.game, table.seed, table.history.before(each.number))
        assert before.phase == POSTURE
        assert each.action.startswith("order draw ")


@clause("R9.10")
def test_all_read_that_the_table_gave_it_and_nobody_else_which() -> None:
    game = a_lesson(14)  # Russia withdraws in two zones, and chooses the first.
    entry = to_first(game)
    words = Words(game.table.setting, the_deck())
    first, second = (each for each in game.table.history.line()[-2:])
    assert (first.by, first.seat, second) == ("person", RU, entry)
    own = lines(words, entry, RU)
    assert own[0] == SAID
    assert "withdraw a unit" in own[1]
    for reader in (US, -1):
        assert lines(words, entry, reader)[0] == SAID
        assert not any("withdraw a unit" in line for line in lines(words, entry, reader))
        told = LocalPort(game.table, words, reader).told(entry.number)
        assert SAID in [line for beat in told.beats for line in beat.lines]
        assert SAID in Replay(look(game.id), reader).lines(len(Replay(look(game.id), reader).steps) - 1)
    assert SAID in lines(words, entry, EVERYTHING)


@clause("R9.10")
def test_a_choice_is_asked_and_so_is_a_lone_choice_that_would_tell_a_secret() -> None:
    game = a_lesson(14)
    table = game.table
    play(table, lambda: table.state.phase == POSTURE)
    assert given(table) == []
    seen = table.view(RU)
    assert len(seen.legal()) == 2, "two zones to withdraw from"
    assert only_order(seen) is None
    hold = next(table.view(seat) for seat in table.asks_now if len(table.view(seat).legal()) > 2)
    assert only_order(hold) is None


def test_two_in_a_row_are_one_step() -> None:
    game = a_lesson(12)
    to_first(game)
    table = game.table
    assert [each.seat for each in given(table)] == [WE, RU]
    assert WE not in table.asks_now
    assert len(table.view(RU).orders) == 1
    last, *added = table.history.last()
    assert (last.by, added) == ("person", given(table))


@clause("R9.10")
def test_taking_back_goes_past_the_order_and_doing_again_too() -> None:
    game = a_lesson(14)
    to_first(game)
    table = game.table
    state, orders = table.state.key(), table.view(RU).orders
    assert len(orders) == 2
    assert table.why_no_undo(RU) is None
    assert table.why_no_undo(US) is not None
    table.undo(RU)
    assert (table.state.phase, table.view(RU).orders) == (POSTURE, ())
    assert len(table.view(RU).legal()) == 2
    table.redo(RU)
    assert table.state.key() == state
    table.undo(RU)
    other = next(each for each in table.view(RU).legal() if action_text(table.setting, each) != "order draw B")
    table.submit(RU, other)
    assert table.view(RU).orders == tuple(reversed(orders))


def test_an_order_that_shows_all_orders_lets_nothing_be_taken_back() -> None:
    game = a_lesson(3)
    entry = to_first(game)
    assert game.table.state.phase != POSTURE
    assert game.table.why_no_undo(entry.seat) is not None


def test_bots_give_their_orders_themselves() -> None:
    game = a_lesson(14, bots=(RU,))
    table = game.table
    play(table, lambda: False)
    forced = []
    for entry in moves_of(table):
        before = table.history.state(table.game, table.seed, table.history.before(entry.number))
        if entry.seat == RU and only_order(view(before, RU)) is not None:
            forced.append(entry.by)
    assert forced
    assert set(forced) == {LINE_OF_BOTS}


def test_a_paused_table_gives_no_order_until_it_goes_on() -> None:
    game = a_lesson(12)
    table = game.table
    entry = to_first(game)
    table.pause()
    table.rewind(table.history.before(entry.number))
    assert given(table) == []
    table.go_on()
    assert len(given(table)) == 2


def test_a_game_that_an_earlier_program_left_there_goes_on_past_it() -> None:
    """Its journal ends where a person was asked: the order is given when the game is taken up."""
    game = a_lesson(12)
    entry = to_first(game)
    journal = game.table.journal
    assert journal is not None
    journal.close()
    kept = journal.path.read_text(encoding="utf-8").splitlines(keepends=True)
    journal.path.write_text("".join(kept[: 1 + entry.number]), encoding="utf-8")
    assert given(look(game.id).table) == []
    assert [each.seat for each in given(resume(game.id).table)] == [WE, RU]


def test_whole_games_are_saved_and_counted_without_these_orders() -> None:
    game = a_lesson(9)
    play(game.table, lambda: False)
    table = game.table
    assert given(table)
    saved = look(game.id)
    assert saved.table.state.key() == table.state.key()
    moves = moves_of(table)
    by_table = [each for each in moves if each.by == BY_TABLE]
    assert sum(each.decisions for each in table.seatings) == len(moves) - len(by_table)


def test_what_changed_is_told_since_the_person_decided_and_not_since_the_table_did() -> None:
    game = a_lesson(8)
    entry = to_first(game)
    table = game.table
    *_, own = (each for each in moves_of(table) if each.seat == entry.seat and each != entry)
    place = table.history.before(own.number)
    then = table.history.state(table.game, table.seed, place)
    told = LocalPort(table, Words(table.setting, the_deck()), entry.seat).since()
    assert told == digest(view(then, entry.seat), table.view(entry.seat))
    later = table.history.state(table.game, table.seed, table.history.before(entry.number))
    assert told != digest(view(later, entry.seat), table.view(entry.seat))


def test_a_journal_in_which_the_table_gives_any_other_order_is_refused() -> None:
    game = a_lesson(12)
    to_first(game)
    table = game.table
    play(table, lambda: table.state.phase != POSTURE)
    entries = list(table.history.entries)
    check_game(table.game, table.seed, entries)
    at = next(each for each in entries if each.by == "person" and each.action == "order hold")
    for wrong in (replace(at, by=BY_TABLE), replace(at, by=BY_TABLE, action="order build B")):
        with pytest.raises(Unsound, match="by of entry"):
            check_game(table.game, table.seed, [*entries[: at.number], wrong, *entries[at.number + 1 :]])
