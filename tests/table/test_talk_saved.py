"""Talk at a table (R19): saves are checked, closed exports and debriefs hide what only two have heard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from summit_game.debrief.moments import tell_all
from summit_game.debrief.whatif.line_of_play import Line, without
from summit_game.deck.compile import TableOptions
from summit_game.engine import events as ev
from summit_game.engine.board import TALK
from summit_game.engine.fold import fold
from summit_game.engine.notation import parse_action
from summit_game.engine.state import State
from summit_game.table.checked_events import EventCheck, Unsound
from summit_game.table.codec import decode, encode
from summit_game.table.export import export
from summit_game.table.games_folder import Sitting, look, new_sitting
from summit_game.table.log import lines
from summit_game.table.table import Table
from summit_game.table.undo_rule import reveals, why_no_undo
from summit_game.words.names import Words
from support import DECK, random_walk, talking, the_deck

clause = pytest.mark.clause


def test_a_saved_game_with_talk_is_the_live_one() -> None:
    game = talking(4)
    check, saved = EventCheck(game), State(game, 2)
    for live, events, _, _ in random_walk(game, 2, "saved talk"):
        for event in decode(encode(events)):
            check.happened(saved, event)
            fold(saved, [event])
        assert saved.key() == live.key()


def test_hostile_events_of_talk_are_refused() -> None:
    game = talking(4)
    check, fresh = EventCheck(game), State(game, 2)
    wrong = [
        ev.MessageSent(1, 0, 0, (20, 1, 0), False),
        ev.MessageSent(1, 0, 2, (20, 1, 1), False),
        ev.MessageSent(1, 0, -1, (20, 1, 1), False),
        ev.MessageSent(1, 0, 1, (20, 99, 1), False),
        ev.MessageSent(1, 0, 1, (20, 1), False),
        ev.MessageSent(1, 0, 1, (), False),
        ev.MessageSent(1, 0, 1, (21, 0), False),
        ev.AnswerGiven(1, 1, 0, (21, 0), False),
        ev.AnswerGiven(1, 1, -1, (21, 0), False),
        ev.WordStands(1, 0, 1, 3, False),
        ev.WordStands(1, 0, 1, 99, False),
        ev.WordShown(1, 0, 1, (20, 1, 1), ((21, 0),)),
        ev.ShadingSeen(1, 0, 1),
        ev.UnderstandingKept(0, -1),
        ev.TalkTurn(9, 0),
        ev.TalkPassed(7),
    ]
    for event in wrong:
        with pytest.raises(Unsound):
            check.happened(fresh, event)
    check.happened(fresh, ev.MessageSent(1, 0, 1, (20, 1, 1), False))


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sitting]:
    """RU asked UA, which answered; RU said something to all; it is on the disk."""
    folder = tmp_path_factory.mktemp("talk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUMMIT_DATA_DIR", str(folder / "data"))
        made = new_sitting(DECK, TableOptions(4), 5, talk_between=True)
        table = made.table
        while table.state.phase != TALK:
            table.submit(table.asks_now[0], parse_action(table.setting, "promise none"))
        for seat, said in ((0, "ask first UA"), (3, "tell DES"), (0, "say all need ENL")):
            assert table.asks_now == (seat,)
            table.submit(seat, parse_action(table.setting, said))
        yield made


@pytest.fixture
def talked(sitting: Sitting) -> Table:
    return sitting.table


def test_a_game_with_talk_is_opened_again_as_it_was(sitting: Sitting) -> None:
    again = look(sitting.id).table
    assert again.state.key() == sitting.table.state.key()
    assert again.setting.options.talk == 2


@clause("R19.2")
def test_one_is_asked_at_a_time(talked: Table) -> None:
    assert talked.asks_now == (1,)
    assert talked.state.phase == TALK


@clause("R19.2")
@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_a_closed_export_hides_what_two_have_heard(sitting: Sitting, form: str) -> None:
    closed, opened = export(sitting, form), export(sitting, form, open_archive=True)
    for secret in ("ask first UA", "tell DES", "which issue matters most"):
        assert secret not in closed
    if form != "md":
        assert "tell DES" in opened
    assert "matters to us" in closed


@clause("R19.2")
def test_the_log_and_the_closed_debrief_hide_it_too(talked: Table) -> None:
    words = Words(talked.setting, the_deck(DECK))
    entries = list(talked.history.line())
    heard = {seat: " ".join(line for each in entries for line in lines(words, each, seat)) for seat in range(-1, 4)}
    for seat, text in heard.items():
        assert ("which issue matters most" in text) == (seat in (0, 3))
        assert "matters to us" in text
    told = tell_all(words, entries, State(talked.game, talked.seed), "public")
    said = " ".join(" ".join((each.action, *each.said, *each.hidden)) for each in told.moments)
    assert "which issue matters most" not in said
    assert "matters to us" in said
    archive = tell_all(words, entries, State(talked.game, talked.seed), "archive")
    said = " ".join(" ".join((each.action, *each.said, *each.hidden)) for each in archive.moments)
    assert "which issue matters most" in said


def test_what_if_there_had_been_no_talk_leaves_messages_out(sitting: Sitting) -> None:
    line = Line(sitting)
    again = without(line, "talk")
    assert again.followed == len(line.entries)
    kinds = {type(event) for event in again.point.events}
    assert not kinds & {ev.TalkTurn, ev.MessageSent, ev.AnswerGiven}
    assert ev.TurnBegan in kinds


@clause("R9.7")
@clause("R19.10")
def test_a_message_can_be_taken_back_and_an_accusation_not(sitting: Sitting) -> None:
    table = look(sitting.id).table
    assert why_no_undo(table.history, 0) is None
    assert why_no_undo(table.history, 3) is not None
    assert reveals(ev.WordShown(1, 0, 1, (20, 9, 1, 0, 0), ((21, 7),)))
