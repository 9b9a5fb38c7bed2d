"""The choices that the move pane offers are exactly the legal ones, and what it says is what the log will say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tui_support import sitting, some_action

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.table.log import lines
from summit_game.tui.asks import Ask, Row
from summit_game.tui.choosing import ask_for, confirmed
from summit_game.tui.means import SENT
from summit_game.words.explained import explained, verb_explained
from summit_game.words.names import Words
from summit_game.words.preview import sent


def rows_of(ask: Ask, seen: set[str] | None = None) -> Iterator[Row]:
    """Every row that can be reached, each builder state once."""
    seen = set() if seen is None else seen
    key = repr([(ask.title, ask.question, *((row.mark, row.label, row.action, row.changes) for row in ask.rows))])
    if key in seen:
        return
    seen.add(key)
    for row in ask.rows:
        yield row
        if row.more is not None:
            yield from rows_of(row.more(), seen)


def decisions(seats: int, seed: int, most: int) -> Iterator[tuple[Words, object, int]]:
    """Every decision of a game in which all seats are people, played on by `some_action`."""
    game = sitting(seats, seed, people=range(seats))
    words = Words(game.table.setting, game.deck)
    for turn in range(most):
        if game.table.over:
            return
        seat = game.table.asks_now[0]
        yield words, game.table, seat
        game.table.submit(seat, some_action(game.table.view(seat), turn))


@pytest.mark.parametrize(("seats", "seed"), [(2, 3), (4, 1), (6, 5)])
def test_every_legal_action_can_be_reached_and_no_other(seats: int, seed: int) -> None:
    phases = set()
    for words, table, seat in decisions(seats, seed, 120):
        view = table.view(seat)  # type: ignore[attr-defined]
        phases.add(view.phase)
        legal = set(view.legal())
        reached = {row.action for row in rows_of(ask_for(words, view)) if row.action is not None}
        assert reached == legal, (view.phase, reached ^ legal)
    assert len(phases) >= 4


def test_what_is_refused_says_why_with_its_clause_and_is_never_legal() -> None:
    refused = 0
    for words, table, seat in decisions(4, 2, 80):
        view = table.view(seat)  # type: ignore[attr-defined]
        for row in rows_of(ask_for(words, view)):
            if row.refusal is not None:
                refused += 1
                assert row.action is None
                assert row.more is None
                assert row.refusal.clause in str(row.refusal)
    assert refused > 50


def test_the_preview_has_the_sentence_that_the_log_will_have() -> None:
    verbs = set()
    for words, table, seat in decisions(4, 1, 150):
        view = table.view(seat)  # type: ignore[attr-defined]
        legal = view.legal()
        action = some_action(view, len(table.history.entries))  # type: ignore[attr-defined]
        if action not in legal:
            continue
        row = next(each for each in rows_of(ask_for(words, view)) if each.action == action)
        shown = confirmed(words, view, row).rows[0].meaning
        assert shown is not None
        promised = next(text for text, _ in shown() if text.startswith(SENT)).removeprefix(SENT)
        before = len(table.history.entries)  # type: ignore[attr-defined]
        place = table.history.tip  # type: ignore[attr-defined]
        table.submit(seat, action)  # type: ignore[attr-defined]
        told = [line for entry in table.history.entries[before:] for line in lines(words, entry, seat)]  # type: ignore[attr-defined]
        assert promised in told
        verbs.add(action.verb)
        table.rewind(place)  # type: ignore[attr-defined]
    assert len(verbs) >= 8


def test_votes_have_no_row_under_the_cursor_at_first() -> None:
    seen = 0
    for words, table, seat in decisions(4, 1, 60):
        view = table.view(seat)  # type: ignore[attr-defined]
        if {action.verb for action in view.legal()} == {a.SILENCE, a.OBJECT}:
            seen += 1
            assert ask_for(words, view).start == -1
    assert seen


def test_what_an_action_does_names_clauses_that_are_in_the_rule_book() -> None:
    import re

    from summit_game.deck.library import rules_text

    game = sitting(4)
    words = Words(game.table.setting, game.deck)
    book = rules_text()
    texts = [verb_explained(words, verb) for verb in range(14) if verb not in (a.PROMISE, a.ORDER)]
    texts += [explained(words, Action(a.PROMISE, (kind,))) for kind in range(5)]
    texts += [explained(words, Action(a.ORDER, (kind, 0))) for kind in range(5)]
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
        assert sent(words, 0, action).startswith(words.seats[0])
