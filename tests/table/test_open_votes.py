"""Open votes: people at one machine decide on one page what all see anyway, and nothing private stands on it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from summit_game.bots.kinds import maker
from summit_game.deck.compile import TableOptions
from summit_game.engine import actions as a
from summit_game.engine.board import CORRIDOR, OVER, PHASES, REASONS, REOPENING, STEP_VOTE, VOTE
from summit_game.engine.notation import ActionError, action_text
from summit_game.engine.verbs import VOTES
from summit_game.seat.port import Receipt, Turned
from summit_game.seat.question import Question
from summit_game.table.course import Course
from summit_game.table.games_folder import Sitting, again, new_sitting, resume
from summit_game.table.open_votes import OpenPort
from summit_game.table.sitter import PERSON, Sitter
from support import DECK

KIND = "by-the-book:3"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_DATA_DIR", str(tmp_path / "data"))


def a_game(seed: int, open_votes: bool = True, people: int = 4) -> Sitting:
    sitters = {seat: PERSON if seat < people else Sitter(bot="simple") for seat in range(4)}
    return new_sitting(DECK, TableOptions(4, ("quick",)), seed, sitters, open_votes=open_votes)


def played(game: Sitting) -> tuple[Counter[str], list[tuple[OpenPort, Question]]]:
    """Play to the end as bots would, openly where that may be: pages by phase, open questions with their ports."""
    table, course = game.table, Course(game)
    names = table.setting.seat_ids
    minds = {seat: maker(KIND)(table.seed, names[seat]) for seat in table.setting.seats}
    pages: Counter[str] = Counter()
    asked: list[tuple[OpenPort, Question]] = []
    while table.state.phase != OVER:
        seat = table.waiting_person()
        if seat is None:
            break
        phase = table.state.phase
        wanted = {each: minds[each].decide(table.view(each)).action for each in table.asks_now}
        port = course.open_port
        if port is None:
            pages["closed"] += 1
            table.submit(seat, wanted[seat])
            continue
        pages[PHASES[phase]] += 1
        asked.append((port, port.question()))
        name = port.asked()
        if phase in VOTES:
            answer = "objections " + " ".join(names[each] for each in port.seats if wanted[each] == a.OBJECT_ACTION)
        else:
            answer = action_text(table.setting, wanted[port.seats[0]])
        assert isinstance(port.send(answer, name), Receipt)
        assert isinstance(port.send(answer, name), Turned), "the same decision twice"
    return pages, asked


def test_everything_public_is_decided_on_one_page_and_a_round_of_votes_at_once() -> None:
    met: Counter[str] = Counter()
    for seed in range(6):
        game = a_game(seed)
        pages, _ = played(game)
        met += pages
        given = [entry for entry in game.table.history.line() if entry.kind == "move"]
        assert sum(pages.values()) < len(given)
    assert {PHASES[each] for each in (VOTE, REASONS, CORRIDOR, STEP_VOTE, REOPENING)} <= set(met)
    assert met["closed"] > 0


def test_an_open_page_says_nothing_that_only_one_delegation_knows() -> None:
    for seed in range(3):
        game = a_game(seed)
        for port, question in played(game)[1]:
            assert port.seat == -1
            assert port.page().own is None
            texts = [question.text, *(line.text for line in question.lines)]
            texts += [text for row in question.rows for text in (row.label, *(line.text for line in row.lines))]
            assert not any("For you" in text or "walking away" in text or "Your goal" in text for text in texts)


def test_the_open_question_is_the_same_whatever_the_briefs_are() -> None:
    """A suggestion that was made from a brief would tell of it: the rows do not change with the values."""
    game = a_game(1)
    table, course = game.table, Course(game)
    while table.state.phase != REASONS:
        port = course.open_port
        if port is not None:
            seats = " ".join(table.setting.seat_ids[each] for each in port.seats)
            port.send(f"objections {seats}" if table.state.phase in VOTES else "promise none", port.asked())
        else:
            (seat, *_) = table.asks_now
            table.submit(seat, table.view(seat).legal()[0])
    port = course.open_port
    assert port is not None
    question = port.question()
    labels = [row.label for row in question.rows]
    assert [label.split()[0] for label in labels[:-1]] == list(table.setting.issue_ids)
    assert question.rows[-1].action == "name"
    assert not any(row.lines for row in question.rows)
    for row in question.rows:
        if row.draft is not None:
            assert not any(each.lines for each in port.question(row.draft).rows)


def test_marks_are_set_and_taken_and_what_is_no_answer_is_refused() -> None:
    game = a_game(1)
    table, course = game.table, Course(game)
    while table.state.phase != VOTE:
        port = course.open_port
        if port is not None:
            port.send("promise none", port.asked())
        else:
            (seat, *_) = table.asks_now
            table.submit(seat, table.view(seat).legal()[0])
    port = course.open_port
    assert port is not None
    first = port.question()
    assert [row.mark for row in first.rows] == ["[ ]"] * 3 + [" ► "]
    assert first.start == -1
    marked = port.question(first.rows[1].draft or "")
    assert [row.mark for row in marked.rows] == ["[ ]", "[x]", "[ ]", " ► "]
    assert port.question(marked.rows[1].draft or "").rows == first.rows
    with pytest.raises(ActionError):
        port.question("silence")
    assert isinstance(port.send("objections XX"), Turned)
    assert isinstance(port.send("silence"), Turned)
    tip = table.history.tip
    assert isinstance(port.send(marked.rows[-1].action, port.asked()), Receipt)
    given = {entry.seat: entry.action for entry in table.history.entries[tip + 1 :] if entry.kind == "move"}
    assert given == {seat: "object" if seat == port.seats[1] else "silence" for seat in port.seats}


@pytest.mark.parametrize(("open_votes", "people"), [(False, 4), (True, 1)])
def test_without_the_option_or_with_one_person_all_is_asked_in_secret(open_votes: bool, people: int) -> None:
    assert set(played(a_game(2, open_votes, people))[0]) == {"closed"}


def test_a_table_keeps_its_habit_when_it_is_resumed_or_played_again() -> None:
    game = a_game(3)
    assert game.table.journal is not None
    game.table.journal.close()
    resumed = resume(game.id)
    assert resumed.table.open_votes
    assert again(resumed, 4).table.open_votes
    assert not again(a_game(3, open_votes=False), 4).table.open_votes
