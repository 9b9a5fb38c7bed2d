"""Plain text: open votes on one page, and short pages: what cannot be chosen in one line, lesser lines on request."""

from __future__ import annotations

import re

from test_plain import Person

from summit_game.bots.kinds import maker
from summit_game.engine import actions as a
from summit_game.engine.board import POSTURE, VOTE
from summit_game.engine.notation import action_text
from summit_game.engine.verbs import VOTES
from summit_game.language.catalogue import say
from summit_game.plain import PlainSession
from summit_game.table.table import Table
from support import game_of, the_deck

GAME = game_of(4, ("quick",))
IDS = GAME.setting.seat_ids


def played(open_votes: bool, seed: int = 3) -> tuple[list[str], Table, int]:
    """A whole game of four people who think as a bot does: what was written, the table, and how often it was passed."""
    table = Table(GAME, seed)
    table.open_votes = open_votes
    minds = {seat: maker("by-the-book:3")(seed, IDS[seat]) for seat in GAME.setting.seats}
    passed = 0

    def answer(person: Person) -> str:
        nonlocal passed
        if not table.asks_now:
            return "quit"
        if any(line.startswith("Pass the machine") for line in person.shown[-1:]):
            passed += 1
            return ""
        wanted = {seat: minds[seat].decide(table.view(seat)).action for seat in table.asks_now}
        port = session.course.open_port
        if port is not None and table.state.phase in VOTES:
            return " ".join(["objections", *(IDS[seat] for seat in port.seats if wanted[seat] == a.OBJECT_ACTION)])
        return action_text(GAME.setting, wanted[table.asks_now[0]])

    person = Person(then=answer)
    people = {seat: spec.name for seat, spec in enumerate(GAME.setting.seat_specs)}
    session = PlainSession(the_deck(), table, people, person.read, person.write, confirm_quit=False)
    session.run()
    return person.shown, table, passed


def test_the_same_game_is_played_with_fewer_hand_overs_and_nothing_private_on_an_open_page() -> None:
    shown, table, passed = played(open_votes=True)
    _, secret, more = played(open_votes=False)
    assert table.over
    assert [each[1] for each in table.decisions] == [each[1] for each in secret.decisions]
    assert passed <= 60 < more
    pages = "\n".join(shown).split("\n\n")
    open_pages = [page for page in pages if "All decide on this page." in page]
    assert len(open_pages) > 20
    for page in open_pages:
        assert "For you" not in page


def test_what_all_say_aloud_is_told_to_all_at_once() -> None:
    shown, _, _ = played(open_votes=True)
    for at, line in enumerate(shown):
        if line.startswith("> promise"):
            assert "romise" in shown[at + 1]


def test_marks_and_ids_answer_an_open_vote() -> None:
    table = Table(GAME, 3)
    table.open_votes = True

    def answer(person: Person) -> str:
        if table.state.phase == VOTE:
            raise EOFError
        if person.shown[-1].startswith("Pass the machine"):
            return ""
        return action_text(GAME.setting, table.view(table.asks_now[0]).legal()[0])

    people = {seat: spec.name for seat, spec in enumerate(GAME.setting.seat_specs)}
    PlainSession(the_deck(), table, people, (first := Person(then=answer)).read, first.write).run()
    assert table.state.phase == VOTE
    person = Person(["2", "word", "undo", "objections XX", "4"])
    PlainSession(the_deck(), table, people, person.read, person.write).run()
    assert "2. [x] Western European allies object" in person.shown
    assert "4. ► 1 objection: count" in person.shown
    assert table.state.phase != VOTE or table.state.amended
    votes = [entry for entry in table.history.entries if entry.action in ("object", "silence")]
    assert [entry.action for entry in votes].count("object") == 1


def test_orders_that_cannot_be_given_stand_in_one_line() -> None:
    table = Table(GAME, 3, {seat: maker("simple")(3, IDS[seat]) for seat in GAME.setting.seats if seat})

    def answer(person: Person) -> str:
        if table.state.phase == POSTURE and len(table.view(0).orders) == 1:
            raise EOFError
        return action_text(GAME.setting, table.view(0).legal()[0])

    person = Person(then=answer)
    PlainSession(the_deck(), table, {0: "Ana"}, person.read, person.write).run()
    at = max(number for number, line in enumerate(person.shown) if line.startswith("Which order"))
    rows = person.shown[at + 1 :]
    folded = [line for line in rows if re.match(r"Not now: \d", line)]
    assert len(folded) <= 1
    if folded:
        assert not any(line.endswith("(not now)") for line in rows)
        assert "why " in folded[0]


def test_a_vote_in_plain_text_leaves_lesser_lines_for_what() -> None:
    table = Table(GAME, 5, {seat: maker("flat")(5, IDS[seat]) for seat in GAME.setting.seats if seat})

    def answer(person: Person) -> str:
        if table.state.phase == VOTE:
            return "what 1" if not person.shown[-1].startswith(slack) and asked.append(1) is None else "quit"
        return action_text(GAME.setting, table.view(0).legal()[0])

    slack, asked = say("meaning-slack", slack=GAME.setting.options.slack), list[int]()
    person = Person(then=answer)
    PlainSession(the_deck(), table, {0: "Ana"}, person.read, person.write, confirm_quit=False).run()
    at = max(number for number, line in enumerate(person.shown) if line.startswith("Do you object"))
    page = person.shown[at : person.shown.index("> what 1")]
    assert f"  {slack}" not in page
    assert slack in person.shown[at:]
