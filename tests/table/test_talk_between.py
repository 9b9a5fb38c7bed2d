"""Messages between people (R19.1): by default there are none, and nobody is asked for one; a table may choose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summit_game.debrief.analyse import analyse
from summit_game.deck.compile import TableOptions
from summit_game.engine.actions import NO_MESSAGE_ACTION
from summit_game.engine.board import CORRIDOR, FLOOR, OVER, TALK
from summit_game.engine.notation import parse_action
from summit_game.engine.refusal import Refused
from summit_game.engine.talk import asked, neutral, only_to
from summit_game.seat.port import Turned
from summit_game.table.checked import check_game
from summit_game.table.checked_events import Unsound
from summit_game.table.entry import BY_TABLE, MOVE
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, again, look, new_sitting, resume
from summit_game.table.log import lines
from summit_game.table.port import LocalPort
from summit_game.table.replay import Replay
from summit_game.table.sitter import PERSON, Sitter
from summit_game.table.table import Table
from summit_game.words.names import Words
from support import DECK, talking, the_deck

clause = pytest.mark.clause
BOT = Sitter(bot="by-the-book")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game(people: int, between: bool = False, seed: int = 5) -> Sitting:
    """A game whose first delegations are people."""
    sitters = {seat: PERSON if seat < people else BOT for seat in range(4)}
    return new_sitting(DECK, TableOptions(4), seed, sitters, talk_between=between)


def to_talk(table: Table) -> None:
    """On to the first message of a person in the round: nobody promises anything."""
    while table.state.phase == CORRIDOR:
        table.submit(table.asks_now[0], parse_action(table.setting, "promise none"))
    table.waiting_person()


def passed(sitting: Sitting) -> list[int]:
    return [each.seat for each in sitting.table.history.line() if each.by == BY_TABLE]


def neutral_to_the_end(table: Table) -> None:
    """Play on: people do the first thing they may, bots as they are."""
    while (seat := table.waiting_person()) is not None:
        seen = table.view(seat)
        table.submit(seat, neutral(seen.talk, seat) if seen.phase == TALK else seen.legal()[0])


@clause("R19.1")
def test_people_alone_are_not_asked_for_messages() -> None:
    game = a_game(4)
    to_talk(game.table)
    assert game.table.state.phase == FLOOR
    assert sorted(passed(game)) == [0, 1, 2, 3]
    assert passed(game) == list(game.table.state.turn_order())


@clause("R19.1")
def test_a_table_may_choose_messages_between_people() -> None:
    game = a_game(4, between=True)
    to_talk(game.table)
    assert game.table.state.phase == TALK
    assert passed(game) == []
    first = game.table.asks_now[0]
    other = next(each for each in game.table.setting.seats if each != first)
    assert game.table.aloud(first) == ()
    game.table.submit(first, parse_action(game.table.setting, f"ask first {game.table.setting.seat_ids[other]}"))
    assert game.table.asks_now == (other,)


@clause("R19.1")
def test_a_person_sends_messages_to_bots_only() -> None:
    table = a_game(2).table
    to_talk(table)
    assert table.state.phase == TALK
    (seat,) = table.asks_now
    person, bots = 1 - seat, (2, 3)
    assert table.aloud(seat) == (person,)
    port = LocalPort(table, Words(table.setting, the_deck()), seat)
    names = table.setting.seat_ids
    for group in ("ask", "sound", "offer", "warn", "say"):
        rows = {row.word: row for row in port.question(group).rows}
        assert rows[names[person]].refusal == (
            "People play that delegation too: speak to them. At this table messages go to bots. (R19.1)"
        )
        assert rows[names[person]].draft is None
        assert not any(rows[names[bot]].refusal for bot in bots)
    tip = table.history.tip
    told = port.send(f"ask first {names[person]}")
    assert isinstance(told, Turned)
    assert "speak to them" in str(told)
    with pytest.raises(Refused, match="people-speak-aloud"):
        table.submit(seat, parse_action(table.setting, f"say need {names[person]} ENL"))
    assert table.history.tip == tip
    table.submit(seat, parse_action(table.setting, "say all need ENL"))
    table.submit(seat, parse_action(table.setting, f"ask first {names[2]}"))
    assert table.asks_now == (2,)


@clause("R19.1")
def test_a_bot_may_send_messages_to_people_and_is_answered() -> None:
    for seed in range(12):
        table = a_game(3, seed=seed).table
        while table.state.phase != OVER:
            seat = table.waiting_person()
            if seat is None:
                break
            seen = table.view(seat)
            exchange = asked(seen.talk, seat)
            if exchange is not None:
                assert exchange.seat == 3, "only the bot asks people"
                assert len(LocalPort(table, Words(table.setting, the_deck()), seat).question().rows) > 1
                return
            table.submit(seat, NO_MESSAGE_ACTION if seen.phase == TALK else seen.legal()[0])
    raise AssertionError("no bot ever asked a person")


def test_what_is_left_out_is_what_goes_to_people_alone() -> None:
    setting = talking(4).setting
    for text, others, alone in (
        ("ask first US", (1,), True),
        ("ask first US", (2, 3), False),
        ("say all need ENL", (1, 2), False),
        ("say all need ENL", (1, 2, 3), True),
        ("nothing", (1, 2, 3), False),
        ("decline", (1, 2, 3), False),
        ("pass", (1, 2, 3), False),
    ):
        assert only_to(setting, 0, parse_action(setting, text), others) is alone, text


def test_a_bot_that_sits_down_is_sent_messages_and_one_that_leaves_is_not() -> None:
    table = a_game(3).table
    to_talk(table)
    seat = table.asks_now[0]
    left = [each for each in range(3) if each != seat]
    assert table.aloud(seat) == tuple(left)
    table.sit(left[0], BOT)
    assert table.aloud(seat) == (left[1],)
    table.sit(left[0], PERSON)
    table.sit(3, PERSON)
    assert table.state.phase == FLOOR, "nobody is left to write to"


def test_the_facilitator_switches_it_in_the_middle_of_a_corridor() -> None:
    game = a_game(4, between=True)
    table = game.table
    to_talk(table)
    assert table.state.phase == TALK
    table.set_talk_between(False)
    assert table.state.phase == FLOOR
    assert table.history.entries[-5].kind == "option"
    table.set_talk_between(True)
    assert table.aloud(0) == ()
    assert table.journal is not None
    table.journal.close()
    resumed = resume(game.id)
    assert resumed.table.talk_between
    assert again(resumed, 3).table.talk_between
    assert not again(a_game(4), 3).table.talk_between
    words = Words(table.setting, the_deck())
    said = [line for entry in resumed.table.history.entries for line in lines(words, entry, -1)]
    assert "From now on people send no messages to people; they speak to each other. (R19.1)" in said
    assert "From now on people may send messages to people too. (R19.1)" in said


def test_a_paused_table_passes_for_nobody_until_it_goes_on() -> None:
    game = a_game(4, between=True)
    table = game.table
    to_talk(table)
    table.pause()
    table.set_talk_between(False)
    assert passed(game) == []
    table.go_on()
    assert len(passed(game)) == 4


def test_the_last_promise_can_be_taken_back_past_the_table_and_done_again() -> None:
    game = a_game(4)
    table = game.table
    to_talk(table)
    last = table.state.turn_order()[-1]
    state = table.state.key()
    assert table.why_no_undo(last) is None
    assert table.why_no_undo(table.state.turn_order()[0]) is not None
    table.undo(last)
    assert (table.state.phase, table.asks_now) == (CORRIDOR, (last,))
    table.redo(last)
    assert table.state.key() == state
    assert table.journal is not None
    table.journal.close()
    assert resume(game.id).table.state.key() == state


def test_a_rewind_to_a_message_nobody_is_asked_for_goes_on_past_it() -> None:
    game = a_game(4)
    table = game.table
    to_talk(table)
    place = next(each.number for each in table.history.line() if each.by == BY_TABLE)
    table.rewind(place)
    assert table.state.phase == FLOOR
    assert sorted(passed(game)) == [0, 1, 2, 3]


def test_a_game_is_taken_up_past_a_message_that_nobody_is_asked_for() -> None:
    """Such as one that an earlier program left, or whose bot is gone."""
    game = a_game(4, between=True)
    to_talk(game.table)
    assert game.table.journal is not None
    game.table.journal.close()
    head = game.table.journal.path
    sitting = resume(game.id)
    assert sitting.table.state.phase == TALK
    sitting.table.talk_between = False
    sitting.table.reopened("test")
    assert sitting.table.state.phase == FLOOR
    assert head.exists()


def test_whole_games_of_people_are_saved_replayed_exported_and_debriefed() -> None:
    game = a_game(4)
    neutral_to_the_end(game.table)
    table = game.table
    assert table.over
    assert len(passed(game)) % 4 == 0
    assert len(passed(game)) > 8
    saved = look(game.id)
    assert saved.table.state.key() == table.state.key()
    words = Words(table.setting, the_deck())
    assert not any(
        "no more messages" in line for each in saved.table.history.entries for line in lines(words, each, -2)
    )
    replay = Replay(saved, -1)
    assert not any("no more messages" in line for at in range(len(replay.steps)) for line in replay.lines(at))
    for form in ("json", "csv", "md"):
        assert export(saved, form, open_archive=True)
    found = analyse(saved)
    moves = [each for each in table.history.line() if each.kind == MOVE]
    assert sum(each.decisions for each in table.seatings) == len(moves) - len(passed(game))
    assert len(found.moments) >= len(moves)


def test_a_journal_in_which_the_table_decides_more_than_that_is_refused() -> None:
    game = a_game(4)
    to_talk(game.table)
    table = game.table
    assert table.journal is not None
    table.journal.close()
    entries = list(table.history.entries)
    check_game(table.game, table.seed, entries)
    at = next(each.number for each in entries if each.kind == MOVE and each.by == "person")
    with pytest.raises(Unsound, match="by of entry"):
        check_game(table.game, table.seed, [*entries[:at], replace(entries[at], by=BY_TABLE), *entries[at + 1 :]])


@pytest.mark.parametrize("data", [{}, {"talk_between": 1}, {"talk_between": True, "more": True}, {"open_votes": True}])
def test_an_option_that_is_none_is_refused(data: dict[str, object]) -> None:
    game = a_game(4)
    game.table.set_talk_between(True)
    entries = list(game.table.history.entries)
    check_game(game.table.game, game.table.seed, entries)
    with pytest.raises(Unsound):
        check_game(game.table.game, game.table.seed, [*entries[:-1], replace(entries[-1], data=data)])
