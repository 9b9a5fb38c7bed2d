"""Questions after a vote: the question comes first and fits, the price is shown, the cursor is on what makes sense."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from test_after_a_vote import NEW, walks

from summit_game.engine import actions as a
from summit_game.engine.amendment import amended
from summit_game.engine.board import AMENDMENT, CAPITALS, REASONS, REOPENING, STEP_VOTE, VOTE
from summit_game.engine.notation import parse_action
from summit_game.engine.play import legal
from summit_game.engine.view import view
from summit_game.seat.ask import question_at
from summit_game.seat.suggest import gain, met, to_amend
from summit_game.words.names import Words
from support import game_of, the_deck

ROOM = 80 - len(" ► ")
"""Cells of the line of the question at 80 by 24."""


@pytest.fixture(scope="module")
def met_questions():
    """Views and their first questions, phase by phase."""
    words = Words(game_of().setting, the_deck())
    found: dict[int, list] = {}
    for state, _, seat, action in walks(4, 14):
        if action is not None and state.phase in (*NEW, VOTE) and len(found.setdefault(state.phase, [])) < 40:
            seen = view(state, seat)
            found[state.phase].append((words, seen, question_at(words, seen)))
    assert set(found) == {*NEW, VOTE}
    return found


def test_a_question_begins_with_the_question_and_it_fits(met_questions) -> None:
    for questions in met_questions.values():
        for words, _, question in questions:
            asked, _, rest = question.text.partition("?")
            assert rest, question.text
            assert cell_len(asked) + 1 <= ROOM
            assert not any(question.text.startswith(str(name)) for name in words.seats)


def test_rows_after_a_vote_lead_somewhere(met_questions) -> None:
    """No row says that there is no suggestion while there is anything that could be named or changed."""
    refused = 0
    for phase in (REASONS, AMENDMENT):
        for _, seen, question in met_questions[phase]:
            closed = [row for row in question.rows if row.refusal]
            refused += len(closed)
            if phase == REASONS:
                assert len(closed) <= 1, [row.label for row in question.rows]
                assert len(seen.package.changes) == 1 or not closed
    assert refused < sum(len(met_questions[phase]) for phase in (REASONS, AMENDMENT))


def test_an_amendment_says_whom_it_meets_and_which_proposal_it_costs(met_questions) -> None:
    checked = 0
    for words, seen, question in met_questions[AMENDMENT]:
        for row in question.rows[1:3]:
            if not row.action:
                continue
            action = parse_action(words.setting, row.action)
            lines = [line.text for line in row.lines]
            who = met(seen, amended(seen, action).changes)
            for seat in who:
                assert words.setting.seat_ids[seat] in row.label
            assert any("was named by" in text for text in lines) == bool(who)
            if action.args[0] in (a.AMEND_WRITE, a.AMEND_REPLACE):
                assert any(str(words.proposal(action.args[-1])) in text for text in lines[:3])
                checked += 1
        named = seen.named[seen.named_from :]
        assert bool(named) <= any("would have agreed" in line.text for line in question.rows[0].lines)
    assert checked


def test_an_amendment_that_meets_an_objector_is_suggested_at_a_price_but_not_over_a_red_line() -> None:
    at_a_price = 0
    for state, _, seat, action in walks(4, 14):
        if action is None or state.phase != AMENDMENT:
            continue
        seen, menu = view(state, seat), legal(state, seat)
        red = seen.setting.seat_specs[seat].red
        found = to_amend(seen, menu)
        gains = [gain(seen, amended(seen, each).changes, seat) for each in found]
        assert gains == sorted(gains, key=lambda points: points <= 0)
        for each, points in zip(found, gains, strict=True):
            changes = amended(seen, each).changes
            if points <= 0:
                at_a_price += 1
                assert met(seen, changes)
                assert not any(red[issue][level] for issue, level in changes)
    assert at_a_price


def test_a_hesitating_capital_says_what_each_way_covers_and_costs(met_questions) -> None:
    numbers = next(spec.numbers for spec in game_of().setting.modules if "pay_points" in spec.numbers)
    for _, seen, question in met_questions[CAPITALS]:
        labels = {row.word: row.label for row in question.rows}
        for word in ("card", "pledge"):
            assert f"−{numbers['pay_points']} points" in labels[word]
        assert f"covers {numbers['goal_covers']}" in labels["goal"]
        assert str(seen.hesitation.short) in question.text
        assert all(any("If it refuses" in line.text for line in row.lines) for row in question.rows)
        assert labels["none"] == question.rows[-1].label


def test_the_step_that_is_asked_for_is_named_where_it_is_voted_on(met_questions) -> None:
    for words, seen, question in met_questions[STEP_VOTE]:
        issue, level = seen.package.changes[0]
        wanted = f"{words.setting.issue_ids[issue]} .* → {level} "
        assert any(re.search(wanted, line.text) for line in question.lines)


def test_the_cursor_is_on_the_issue_that_costs_least_to_reopen(met_questions) -> None:
    for _, seen, question in met_questions[REOPENING]:
        costs = {at: gain(seen, ((at, 0),)) for at, row in enumerate(question.rows) if not row.refusal}
        assert question.start in costs
        assert costs[question.start] == max(costs.values())
