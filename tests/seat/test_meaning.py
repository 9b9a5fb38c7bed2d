"""What the questions of a seat say: refusals with clauses, and what the log will say."""

from __future__ import annotations

from collections.abc import Iterator

from tui_support import sitting, some_action

from summit_game.engine import actions as a
from summit_game.engine.notation import action_text
from summit_game.language.catalogue import say
from summit_game.seat.ask import SURE, question_at
from summit_game.seat.meaning import sent
from summit_game.seat.question import Row
from summit_game.table.log import lines
from summit_game.table.table import Table
from summit_game.words.explained import verb_explained
from summit_game.words.names import Words


def rows_of(words: Words, table: Table, seat: int) -> Iterator[Row]:
    """Every row that can be reached, each draft once."""
    todo, seen = [""], set()
    while todo:
        draft = todo.pop()
        if draft not in seen:
            seen.add(draft)
            for row in question_at(words, table.view(seat), draft).rows:
                yield row
                todo += [row.draft] if row.draft is not None else []


def decisions(seats: int, seed: int, most: int) -> Iterator[tuple[Words, Table, int]]:
    """Every decision of a game in which all seats are people, played on by `some_action`."""
    game = sitting(seats, seed, people=range(seats))
    words = Words(game.table.setting, game.deck)
    for turn in range(most):
        if game.table.over:
            return
        seat = game.table.asks_now[0]
        yield words, game.table, seat
        game.table.submit(seat, some_action(game.table.view(seat), turn))


def test_what_is_refused_says_why_with_its_clause() -> None:
    import re

    refused = 0
    for words, table, seat in decisions(4, 2, 80):
        for row in rows_of(words, table, seat):
            if row.refusal:
                refused += 1
                assert re.search(r"\(R\d+\.\d+[a-z]?\)", row.refusal), row.refusal
    assert refused > 50


def test_the_second_question_has_the_sentence_that_the_log_will_have() -> None:
    verbs = set()
    for words, table, seat in decisions(4, 1, 150):
        view = table.view(seat)
        action = some_action(view, len(table.history.entries))
        if action not in view.legal():
            continue
        sure = question_at(words, view, SURE + action_text(table.setting, action))
        before, place = len(table.history.entries), table.history.tip
        table.submit(seat, action)
        told = [line for entry in table.history.entries[before:] for line in lines(words, entry, seat)]
        assert sure.rows[0].lines[0].text in [say("meaning-log", sentence=line) for line in told]
        verbs.add(action.verb)
        table.rewind(place)
    assert len(verbs) >= 8


def test_votes_have_no_row_under_the_cursor_at_first() -> None:
    seen = 0
    for words, table, seat in decisions(4, 1, 60):
        view = table.view(seat)
        if {action.verb for action in view.legal()} == {a.SILENCE, a.OBJECT}:
            seen += 1
            assert question_at(words, view).start == -1
    assert seen


def test_what_an_action_does_names_clauses_that_are_in_the_rule_book() -> None:
    import re

    from summit_game.deck.library import rules_text

    game = sitting(4)
    words = Words(game.table.setting, game.deck)
    book = rules_text()
    texts = [verb_explained(words, verb) for verb in game.table.setting.verbs]
    assert len(texts) > 15
    for text in texts:
        clauses = re.findall(r"R\d+(?:\.\d+)?", text)
        assert clauses, text
        for clause in clauses:
            assert clause in book, clause


def test_sentences_of_all_verbs_are_told() -> None:
    game = sitting(4)
    words = Words(game.table.setting, game.deck)
    view = game.table.view(0)
    for action in (a.SILENCE_ACTION, a.OBJECT_ACTION, a.HOLD_ACTION, a.PASS_ACTION, *view.legal()):
        assert sent(words, view, action).startswith(words.seats[0])
