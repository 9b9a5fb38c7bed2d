"""The wire of a seat: whole games through it, messages sent again and too late, and whatever else may come."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wiring import wired

from summit_game.deck.compile import TableOptions
from summit_game.engine.board import NOBODY
from summit_game.engine.notation import ActionError
from summit_game.engine.streams import Stream
from summit_game.seat.messages import ANSWERS, Error
from summit_game.seat.port import Port, Receipt, Turned
from summit_game.seat.wire import MOST_BYTES, WireError, WirePort, serve
from summit_game.table.course import Course, Due
from summit_game.table.games_folder import Sitting, new_sitting
from summit_game.table.port import LocalPort
from summit_game.table.sitter import Sitter
from support import DECK

BOTS = {1: Sitter(bot="simple"), 3: Sitter(bot="opportunist:2"), 5: Sitter(bot="random")}


def sitting_of(seats: int = 6, seed: int = 21) -> Sitting:
    return new_sitting(DECK, TableOptions(seats), seed, {seat: who for seat, who in BOTS.items() if seat < seats})


def chosen(port: Port, stream: Stream) -> str:
    """An action that is found by choosing rows at random."""
    draft = ""
    for _ in range(20):
        rows = [row for row in port.question(draft).rows if row.action or row.draft is not None]
        row = stream.choice(rows)
        if row.action:
            return row.action
        draft = row.draft or ""
    return next(row.action for row in port.question("").rows if row.action)


def test_six_seats_play_a_whole_game_over_the_wire_and_messages_sent_again_change_nothing() -> None:
    sitting = sitting_of()
    table, lines = sitting.table, []
    ports = wired(sitting, lines)
    course, stream = Course(sitting, ports.__getitem__), Stream(4, "wire")
    sent: list[tuple[int, bytes, bytes]] = []
    kinds_seen = set()
    assert table.journal is not None
    while course.due[0] is not Due.OVER:
        assert course.bot_moves(lambda: None)
        due, seat = course.due
        if due is not Due.PERSON:
            continue
        port = course.port(seat)
        page = port.page()
        kinds_seen.add(page.phase)
        assert page.seat == seat
        assert seat in page.asked
        action, asked = chosen(port, stream), port.asked()
        stale = f"{asked.split('.')[0]}.{int(asked.split('.')[1]) + 1}"
        late = port.send(action, stale, f"{seat}-{len(sent)}")
        assert isinstance(late, Turned)
        assert late.why.endswith("(R3.1)")
        receipt = port.send(action, asked, f"{seat}-{len(sent)}")
        assert isinstance(receipt, Receipt)
        assert table.history.entries[receipt.entry].action == action
        sent.append(lines[-1])
        before = table.journal.path.read_bytes(), table.state.key()
        for who, line, first in {sent[-1], sent[stream.below(len(sent))], sent[0]}:
            assert serve(LocalPort(table, course.words, who), line) == first
        assert (table.journal.path.read_bytes(), table.state.key()) == before
    assert len(sent) > 40
    assert {"corridor", "floor", "vote", "posture"} <= kinds_seen
    final = table.journal.path.read_bytes(), table.state.key()
    for who, line, answered in reversed(lines):
        if b'"type":"send"' in line:
            again = serve(LocalPort(table, course.words, who), line)
            assert (again == answered) == (b'"taken"' in answered) or b"refused" in again
    assert (table.journal.path.read_bytes(), table.state.key()) == final
    assert ports[0].page().ending


def test_a_port_over_the_wire_says_what_a_port_at_the_table_says() -> None:
    sitting = sitting_of()
    course, ports = Course(sitting), wired(sitting)
    stream = Stream(2, "same")
    for _ in range(60):
        course.bot_moves(lambda: None)
        due, seat = course.due
        if due is not Due.PERSON:
            continue
        for each, port in ports.items():
            local = course.port(each)
            assert port.seat == local.seat == each
            assert (port.sheet, port.page(), port.asked()) == (local.sheet, local.page(), local.asked())
            assert port.told(0) == local.told(0)
            assert [port.paper(name) for name in PAPERS] == [local.paper(name) for name in PAPERS]
        assert ports[seat].question() == course.port(seat).question()
        ports[seat].send(chosen(ports[seat], stream))
    assert sitting.table.state.round > 1


PAPERS = ("brief", "text", "mandates", "cards", "map", "score", "talk", "none")


def test_an_action_is_taken_back_once_and_done_again_once() -> None:
    sitting = sitting_of(2)
    table, lines = sitting.table, []
    table.sitters.update(dict.fromkeys(table.setting.seats, Sitter()))
    table.bots.clear()
    ports = wired(sitting, lines)
    seat = table.asks_now[0]
    port, start = ports[seat], table.state.key()
    turned = port.undo()
    assert turned is not None
    assert "look at the table again" in turned.why
    port.send("promise none", port.asked(), "a")
    after = table.state.key()
    assert port.undo() is None
    undone = lines[-1][1]
    assert table.state.key() == start
    assert port.redo() is None
    assert table.state.key() == after
    assert b"refused" in serve(LocalPort(table, Course(sitting).words, seat), undone)
    assert table.state.key() == after


def test_a_spectator_sees_what_is_public_and_does_nothing() -> None:
    sitting = sitting_of()
    public = wired(sitting)[NOBODY]
    assert public.page().own is None
    assert public.asked() == ""
    assert public.paper("brief") == public.paper("cards") == public.paper("score") == ()
    assert public.paper("text")
    with pytest.raises(ActionError, match="nothing is asked"):
        public.question()
    count = len(sitting.table.history.entries)
    for turned in (public.send("pass"), public.undo(), public.redo()):
        assert isinstance(turned, Turned)
    assert len(sitting.table.history.entries) == count


# --- whatever may come ------------------------------------------------------------------------------------------------

GOOD = [
    {"type": "hello", "version": 1},
    {"type": "sheet"},
    {"type": "page"},
    {"type": "asked"},
    {"type": "question", "draft": "table P-ENL-2A with"},
    {"type": "told", "since": 3},
    {"type": "send", "action": "nonpaper ENL 2 laying P-ENL-1A P-ENL-2A", "question": "0.0", "id": "x"},
    {"type": "undo", "rev": 1},
    {"type": "redo", "rev": 1},
    {"type": "paper", "name": "brief"},
]
WORDS = [
    "",
    "sure ",
    "sure table",
    "table",
    "nonpaper ENL",
    "order build",
    "use x y",
    "with with",
    "\x00",
    "promise",
    "é" * 80,
]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(WORDS),
    st.lists(st.integers()),
)


@pytest.fixture(scope="module")
def quiet(tmp_path_factory) -> LocalPort:
    from summit_game.table.table import Table
    from summit_game.words.names import Words
    from support import game_of, the_deck

    table = Table(game_of(2), 3)
    table.start()
    for _seat in tuple(table.asks_now) * 2:
        table.submit(table.asks_now[0], table.view(table.asks_now[0]).legal()[0])
    return LocalPort(table, Words(table.setting, the_deck()), table.asks_now[0])


def answered(port: Port, line: bytes) -> object:
    """The one answer; it is a line and can be read."""
    answer = serve(port, line)
    assert answer.count(b"\n") == 1
    assert answer.endswith(b"\n")
    return ANSWERS.validate_json(answer, strict=True)


@given(line=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=150, deadline=None)
def test_any_bytes_get_one_answer(quiet: LocalPort, line: bytes) -> None:
    assert isinstance(answered(quiet, line), Error)


@given(
    message=st.sampled_from(GOOD),
    key=st.text(max_size=6) | st.sampled_from(["draft", "since", "action", "id"]),
    value=VALUES,
    at=st.integers(0, 80),
)
@settings(max_examples=300, deadline=None)
def test_changed_messages_get_one_answer(
    quiet: LocalPort, message: dict[str, object], key: str, value: object, at: int
) -> None:
    changed = {**message, key: value} if at % 2 else {**message, list(message)[-1]: value}
    line = json.dumps(changed).encode()
    answered(quiet, line)
    answered(quiet, line[:at] + line[at + 1 :])


def test_what_is_wrong_is_said_in_one_sentence(quiet: LocalPort) -> None:
    for line, words in (
        (b"x" * (MOST_BYTES + 1), f"longer than {MOST_BYTES} bytes"),
        (b'{"type": "hello", "version": 2}', "version 1 of the messages of a seat, not version 2"),
        (b'{"type": "decide"}', "not a message of a seat"),
        (b"[" * 5000, "not a message of a seat"),
        (b'{"type": "undo"}', "rev: "),
    ):
        found = answered(quiet, line)
        assert isinstance(found, Error)
        assert words in found.why
        assert found.why.endswith(".")
    assert not isinstance(answered(quiet, b'{"type": "page", "later": [1]}'), Error)


@pytest.mark.parametrize(
    "back", [b"", b"{}", b'{"type":"page","page":{}}', b'{"type":"hello","version":2,"seat":0,"program":""}']
)
def test_what_comes_back_is_checked(back: bytes) -> None:
    with pytest.raises(WireError):
        WirePort(lambda line: back)
