"""The commands of players and of the facilitator: R9.6 (facilitator), R9.7 (taking back), clocks, changes of hands."""

from __future__ import annotations

import pytest

from summit_game.bots.kinds import BotError
from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, FLOOR, POSTURE, VOTE
from summit_game.engine.notation import parse_action
from summit_game.engine.refusal import Refused
from summit_game.table import entry as kinds
from summit_game.table.clock import ANNOUNCE, ASK, PER_DECISION, PER_PHASE, STAND_IN, Clock, ClockRule
from summit_game.table.injects import Inject
from summit_game.table.sitter import Sitter
from summit_game.table.table import Table
from support import game_of

clause = pytest.mark.clause


def table_of(seats: int = 4, seed: int = 3, **values) -> Table:
    table = Table(game_of(seats), seed, **values)
    table.start()
    return table


def do(table: Table, text: str) -> int:
    seat = table.asks_now[0]
    table.submit(seat, parse_action(table.setting, text))
    return seat


def to_floor(table: Table) -> int:
    while table.state.phase == CORRIDOR:
        do(table, "promise none")
    assert table.state.phase == FLOOR
    return table.asks_now[0]


def calmest(table: Table, seat: int) -> Action:
    legal = table.view(seat).legal()
    wanted = (a.PASS_ACTION, a.NO_PROMISE_ACTION, a.SILENCE_ACTION, a.HOLD_ACTION)
    return next((each for each in wanted if each in legal), legal[0])


def to_round(table: Table, number: int) -> None:
    while table.state.round < number:
        seat = table.asks_now[0]
        table.submit(seat, calmest(table, seat))


def kinds_of(table: Table) -> list[str]:
    return [entry.kind for entry in table.history.entries]


# --- taking back ---------------------------------------------------------------------------------------------------


@clause("R9.7")
def test_an_action_is_taken_back_while_nobody_else_has_acted_and_nothing_was_shown():
    table = table_of()
    seat = to_floor(table)
    before = table.state.digest()
    do(table, "rally")
    assert table.state.digest() != before
    table.undo(seat)
    assert table.state.digest() == before
    assert table.asks_now[0] == seat
    assert kinds_of(table)[-2:] == [kinds.MOVE, kinds.UNDO], "nothing is deleted"


@clause("R9.7")
def test_not_after_somebody_else_acted():
    table = table_of()
    first = to_floor(table)
    do(table, "rally")
    do(table, "pass")
    with pytest.raises(Refused, match="not-your-last"):
        table.undo(first)


@clause("R9.7")
def test_not_after_cards_were_drawn():
    table = table_of()
    seat = to_floor(table)
    do(table, "consult")
    if any(isinstance(event, ev.CardsDrawn) for event in table.history.entries[-1].events):
        with pytest.raises(Refused, match="shown-since"):
            table.undo(seat)
    consult = next(x for x in table.view(table.asks_now[0]).legal() if x.verb == a.CONSULT and x.args)
    second = table.asks_now[0]
    table.submit(second, consult)
    with pytest.raises(Refused, match="shown-since"):
        table.undo(second)


@clause("R9.7")
def test_a_secret_vote_is_taken_back_but_not_once_the_votes_are_shown():
    table = table_of()
    seat = to_floor(table)
    table.submit(seat, next(x for x in table.view(seat).legal() if x.verb == a.TABLE))
    assert table.state.phase == VOTE
    voter = table.asks_now[0]
    table.submit(voter, a.OBJECT_ACTION)
    table.undo(voter)
    assert voter in table.asks_now
    while table.state.phase == VOTE:
        voter = table.asks_now[0]
        table.submit(voter, a.SILENCE_ACTION)
    with pytest.raises(Refused, match=r"R9\.7"):
        table.undo(voter)


def test_undo_and_redo_ten_times_give_the_same_state_and_fire_nothing(monkeypatch):
    table = table_of()
    seat = to_floor(table)
    before = table.state.digest()
    do(table, "rally")
    after = table.state.digest()
    from summit_game.engine import ops, play

    def never(*args, **kwargs):
        raise AssertionError("a rule ran while going back or forth")

    monkeypatch.setattr(play, "apply", never)
    monkeypatch.setattr(ops.Ops, "record", never)
    monkeypatch.setattr(ops.Ops, "stream", never)
    for _ in range(10):
        table.undo(seat)
        assert table.state.digest() == before
        table.redo(seat)
        assert table.state.digest() == after
    assert kinds_of(table).count(kinds.UNDO) == kinds_of(table).count(kinds.REDO) == 10


def test_redo_only_right_after_undo():
    table = table_of()
    seat = to_floor(table)
    with pytest.raises(Refused, match="nothing-to-redo"):
        table.redo(seat)
    do(table, "rally")
    table.undo(seat)
    do(table, "pass")
    with pytest.raises(Refused, match="nothing-to-redo"):
        table.redo(seat)


# --- the facilitator -----------------------------------------------------------------------------------------------


@clause("R9.6")
def test_a_pause_stops_players_and_is_in_the_log():
    table = table_of()
    table.pause()
    assert table.asks_now == ()
    with pytest.raises(Refused, match="paused"):
        table.submit(table.state.waiting[0], a.NO_PROMISE_ACTION)
    table.go_on()
    assert table.asks_now
    assert kinds_of(table)[-2:] == [kinds.PAUSE, kinds.GO]


@clause("R9.6")
def test_an_event_card_is_brought_in_and_aimed():
    table = table_of()
    setting = table.setting
    card, track, change = next(
        (at, effect[1], effect[3])
        for at, spec in enumerate(setting.events)
        for effect in spec.effects
        if effect[0] == 1 and effect[2] == -2
    )
    before = list(table.state.seat_tracks[track])
    events = table.inject(card, seat=1)
    moved = [event for event in events if isinstance(event, ev.SeatTrackMoved) and event.track == track]
    assert events[0] == ev.CardInjected(card, 1)
    assert {event.seat for event in moved} <= {1}
    assert table.state.seat_tracks[track][1] != before[1] or change == 0
    assert table.state.seat_tracks[track][0] == before[0]
    assert table.history.entries[-1].kind == kinds.INJECT


@clause("R9.6")
def test_a_queued_card_comes_at_the_beginning_of_its_round_and_comes_back_after_a_rewind():
    table = table_of()
    place = table.history.tip
    table.enqueue(Inject(2, 2))
    assert list(table.queue.items.values()) == [Inject(2, 2)]
    to_round(table, 2)
    assert [entry.kind for entry in table.history.line()][-1] == kinds.INJECT
    assert not table.queue.items
    table.rewind(place)
    assert list(table.queue.items.values()) == [Inject(2, 2)]
    (number,) = table.queue.items
    table.dequeue(number)
    assert not table.queue.items
    with pytest.raises(Refused, match="no-card-queued"):
        table.dequeue(number)


@clause("R9.6")
def test_a_card_is_queued_for_a_later_round_only():
    table = table_of()
    for inject in (Inject(0, 1), Inject(0, 99), Inject(999, 2), Inject(0, 2, 17)):
        with pytest.raises(Refused, match=r"R9\.6"):
            table.enqueue(inject)


@clause("R9.6")
def test_a_track_is_moved_by_two_at_most_and_with_a_reason():
    table = table_of()
    before = table.state.tracks[0]
    with pytest.raises(Refused, match="track-moved-too-far"):
        table.move_track(0, 3, "too much")
    with pytest.raises(Refused, match="track-needs-reason"):
        table.move_track(0, 1, "  \x1b ")
    table.move_track(0, 2, "an exercise is reported\x1b[2J")
    assert table.state.tracks[0] == before + 2
    assert table.history.entries[-1].text == "an exercise is reported[2J"
    table.move_track(0, -1, "only its own home", seat=1)
    assert table.state.seat_tracks[0][1] == table.setting.seat_tracks[0].start - 1


@clause("R9.6")
def test_a_rewind_goes_anywhere_is_logged_and_play_goes_on_from_there():
    table = table_of()
    digests = {table.history.tip: table.state.digest()}
    while table.state.round < 3:
        seat = table.asks_now[0]
        table.submit(seat, calmest(table, seat))
        digests[table.history.tip] = table.state.digest()
    for place, digest in digests.items():
        table.rewind(place)
        assert table.state.digest() == digest
        assert (table.history.entries[-1].kind, table.history.entries[-1].to) == (kinds.REWIND, place)
    with pytest.raises(Refused, match="no-such-point"):
        table.rewind(9999)
    table.rewind(next(iter(digests)))
    to_round(table, 2)
    assert [entry.kind for entry in table.history.line()].count(kinds.DEAL) == 1


@clause("R9.6")
def test_the_facilitator_ends_the_sitting_and_a_rewind_opens_it_again():
    table = table_of()
    table.end("the bell")
    assert table.asks_now == ()
    assert table.waiting_person() is None
    with pytest.raises(Refused, match="sitting-ended"):
        table.submit(0, a.NO_PROMISE_ACTION)
    table.rewind(table.history.tip)
    assert table.asks_now


@clause("R9.6")
def test_a_note_is_cleaned_and_kept():
    table = table_of()
    table.note("read \u202e this\x07\nnow", seat=2)
    assert (table.history.entries[-1].text, table.history.entries[-1].seat) == ("read this now", 2)
    with pytest.raises(Refused, match="note-is-empty"):
        table.note("\x00")


def test_nothing_is_brought_in_after_the_end():
    table = Table(game_of(2), 5, sitters={0: Sitter(bot="random"), 1: Sitter(bot="random")})
    table.start()
    assert table.waiting_person() is None
    assert table.over
    with pytest.raises(Refused, match="over"):
        table.inject(0)
    with pytest.raises(Refused, match="over"):
        table.move_track(0, 1, "why")
    with pytest.raises(Refused, match="over"):
        table.enqueue(Inject(0, 2))


# --- hands ---------------------------------------------------------------------------------------------------------


def test_a_seat_changes_hands_in_the_middle_of_a_game():
    table = table_of()
    to_floor(table)
    for seat in table.setting.seats:
        table.sit(seat, Sitter(bot="simple"))
    assert table.waiting_person() is None
    assert table.over


def test_a_person_takes_over_from_a_bot():
    table = Table(game_of(3), 1, sitters={seat: Sitter(bot="simple") for seat in range(3)})
    table.start()
    table.sit(1, Sitter(("Ana\x1b[31m", "Ben")))
    assert table.waiting_person() == 1
    assert str(table.sitters[1]) == "Ana[31m and Ben"
    with pytest.raises(BotError, match="no bot 'nobody'"):
        table.sit(0, Sitter(bot="nobody"))
    with pytest.raises(Refused, match="no-such-seat"):
        table.sit(9, Sitter())


# --- clocks --------------------------------------------------------------------------------------------------------


class Time:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def timed(rule: ClockRule) -> tuple[Table, Time]:
    time = Time()
    table = table_of()
    table.set_clock(Clock(rule, time))
    return table, time


def test_there_is_no_clock_by_default():
    table = table_of()
    assert table.clock is None
    assert table.tick() is False
    with pytest.raises(Refused, match="no-clock"):
        table.extend(30)


def test_time_up_is_announced_once_and_moves_nothing():
    table, time = timed(ClockRule(PER_DECISION, 30, ANNOUNCE))
    before = table.state.digest()
    time.now += 29
    assert table.tick() is False
    time.now += 2
    assert table.tick() is True
    assert table.tick() is False
    assert table.state.digest() == before
    assert table.history.entries[-1].kind == kinds.TIME_UP


def test_each_decision_has_its_own_allowance_and_a_phase_shares_one():
    for per, left in ((PER_DECISION, 30), (PER_PHASE, 20)):
        table, time = timed(ClockRule(per, 30))
        assert table.state.phase == CORRIDOR
        time.now += 10
        do(table, "promise none")
        assert table.state.phase == CORRIDOR
        assert table.clock.left == left


def test_a_new_phase_starts_the_clock_afresh():
    table, time = timed(ClockRule(PER_PHASE, 30))
    time.now += 25
    to_floor(table)
    assert table.clock.left == 30


def test_pause_and_more_time():
    table, time = timed(ClockRule(PER_DECISION, 30, ASK))
    time.now += 10
    table.pause()
    time.now += 500
    assert table.clock.left == 20
    assert table.tick() is False
    table.go_on()
    time.now += 5
    table.extend(60)
    assert table.clock.left == 75


def test_a_stand_in_does_the_least_and_is_marked():
    table, time = timed(ClockRule(PER_DECISION, 30, STAND_IN))
    seat = to_floor(table)
    time.now += 31
    assert table.tick() is True
    entry = table.history.entries[-1]
    assert (entry.kind, entry.seat, entry.by, entry.action) == (kinds.MOVE, seat, "time", "pass")
    assert table.asks_now[0] != seat
    assert table.clock.left == 30


def test_a_stand_in_for_a_whole_phase_stops_with_the_phase():
    table, time = timed(ClockRule(PER_PHASE, 30, STAND_IN))
    to_floor(table)
    while table.state.phase == FLOOR:
        do(table, "pass")
    assert table.state.phase == POSTURE
    time.now += 31
    table.tick()
    assert table.state.phase != POSTURE
    assert {entry.by for entry in table.history.entries[-3:] if entry.kind == kinds.MOVE} == {"time"}


@pytest.mark.parametrize("values", [("turn", 30), (PER_PHASE, 0), (PER_PHASE, 10**6), (PER_PHASE, 30, "guess")])
def test_a_clock_that_makes_no_sense_is_refused(values):
    with pytest.raises(ValueError, match=r"clock|time is up"):
        ClockRule(*values)
