"""Who is asked now, who is told of an entry, and moves that are sent twice or too late."""

from __future__ import annotations

import pytest

from summit_game.deck.compile import TableOptions
from summit_game.engine import actions as a
from summit_game.engine.board import CORRIDOR, FLOOR, POSTURE, VOTE
from summit_game.engine.refusal import Refused
from summit_game.engine.streams import Stream
from summit_game.table import entry as kinds
from summit_game.table.clock import PER_DECISION, STAND_IN, Clock, ClockRule
from summit_game.table.core import ORDERED
from summit_game.table.games_folder import new_sitting, resume
from summit_game.table.table import Table
from support import DECK, game_of


def table_of(seats: int = 4, seed: int = 3) -> Table:
    table = Table(game_of(seats), seed)
    table.start()
    return table


@pytest.mark.clause("R2.8")
def test_one_is_asked_in_an_ordered_phase_and_all_in_a_simultaneous_one():
    table, stream = table_of(), Stream(1, "asked")
    promised: dict[int, list[int]] = {}
    order: dict[int, list[int]] = {}
    seen = set()
    while not table.over:
        state, asked = table.state, table.asks_now
        seen.add(state.phase)
        if state.phase in ORDERED:
            assert asked == (state.waiting[0],)
        else:
            assert asked == tuple(state.waiting)
        for early in set(state.waiting) - set(asked):
            before = len(table.history.entries)
            with pytest.raises(Refused, match=r"turn-of-another \(R2\.8\)"):
                table.submit(early, table.view(early).legal()[0])
            assert len(table.history.entries) == before
        seat = stream.choice(asked)
        if state.phase == CORRIDOR:
            promised.setdefault(state.round, []).append(seat)
            order[state.round] = list(state.turn_order())
        table.submit(seat, stream.choice(table.view(seat).legal()))
    assert {CORRIDOR, FLOOR, VOTE, POSTURE} <= seen
    assert max(map(len, promised.values())) > 1
    assert all(speakers == sorted(speakers, key=order[round_].index) for round_, speakers in promised.items())


def test_nobody_is_asked_while_the_table_is_paused_or_ended():
    table = table_of()
    table.pause()
    assert table.asks_now == ()
    table.go_on()
    assert table.asks_now
    table.end()
    assert table.asks_now == ()


@pytest.mark.clause("R2.8")
def test_when_time_is_up_only_the_one_who_is_asked_is_late():
    table = table_of()
    time = [0.0]
    table.now = lambda: time[0]
    table.set_clock(Clock(ClockRule(PER_DECISION, 30, STAND_IN), table.now))
    assert table.state.phase == CORRIDOR
    first, before = table.asks_now, len(table.decisions)
    time[0] = 31
    assert table.tick()
    assert len(table.decisions) == before + 1
    assert table.asks_now != first


def test_every_subscriber_hears_of_every_entry_once_it_stands_until_it_leaves():
    table = Table(game_of(3), 5)
    heard: list[int] = []
    other: list[tuple[int, str, int]] = []
    leave = table.subscribe(heard.append)
    table.subscribe(lambda number: other.append((number, table.history.entries[number].kind, table.public().round)))
    table.start()
    table.submit(table.asks_now[0], a.NO_PROMISE_ACTION)
    table.pause()
    leave()
    table.go_on()
    assert heard == [0, 1, 2]
    assert other == [(0, kinds.DEAL, 1), (1, kinds.MOVE, 1), (2, kinds.PAUSE, 1), (3, kinds.GO, 1)]


def test_a_move_sent_again_gets_the_same_receipt_and_changes_nothing_also_after_a_resume():
    sitting = new_sitting(DECK, TableOptions(3), 21)
    table = sitting.table
    seat = table.asks_now[0]
    receipt = table.move(seat, a.NO_PROMISE_ACTION, move_id="9f-1", question=table.decision(seat))
    assert table.history.entries[receipt].action == "promise none"
    key, count = table.state.key(), len(table.history.entries)
    assert table.move(seat, a.NO_PROMISE_ACTION, move_id="9f-1", question="0.0") == receipt
    table.pause()
    assert table.move(seat, a.PASS_ACTION, move_id="9f-1") == receipt
    table.go_on()
    other = table.asks_now[0]
    assert table.move(other, a.NO_PROMISE_ACTION, move_id="9f-1") > receipt, "each seat has ids of its own"
    table.undo(other)
    assert table.state.key() == key
    assert table.journal is not None
    table.journal.close()
    again = resume(sitting.id).table
    assert again.move(seat, a.NO_PROMISE_ACTION, move_id="9f-1") == receipt
    assert again.state.key() == key
    assert len(again.history.entries) > count
    assert [each.data["id"] for each in again.history.entries if "id" in each.data and each.kind == kinds.MOVE] == [
        "9f-1",
        "9f-1",
    ]


@pytest.mark.parametrize("move_id", ["x" * 65, "a\nb", " a", "a\x1b[2J"])
def test_an_id_that_would_be_changed_by_cleaning_is_refused(move_id: str):
    table = table_of()
    with pytest.raises(Refused, match="move-id"):
        table.move(table.asks_now[0], a.NO_PROMISE_ACTION, move_id=move_id)
    assert len(table.history.entries) == 1


def test_an_answer_to_an_older_question_is_refused_and_others_do_not_make_it_old():
    table, stream = table_of(seed=11), Stream(4, "stale")
    votes = 0
    while not table.over:
        asked = {seat: table.decision(seat) for seat in table.asks_now}
        votes += len(asked) > 1
        for seat, question in asked.items():
            action = stream.choice(table.view(seat).legal())
            number = table.move(seat, action, question=question)
            assert table.history.entries[number].seat == seat
            with pytest.raises(Refused, match="question-is-over"):
                table.move(seat, action, question=question)
            if not set(asked) & set(table.asks_now) - {seat}:
                break
    assert votes > 3
    table = table_of()
    seat = table.asks_now[0]
    question = table.decision(seat)
    table.submit(seat, a.NO_PROMISE_ACTION)
    table.undo(seat)
    with pytest.raises(Refused, match="question-is-over"):
        table.move(seat, a.NO_PROMISE_ACTION, question=question)
    table.move(seat, a.NO_PROMISE_ACTION, question=table.decision(seat))
