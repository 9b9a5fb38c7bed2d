"""What counts for a decision stands beside it: the own goal, whether the treaty is ready, the odds of one's capital."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from summit_game.engine import actions as a
from summit_game.engine.board import BRACKETS, FINAL, FLOOR, OVER, SIGNING, VOTE
from summit_game.engine.play import apply, legal, start
from summit_game.engine.queries import agreed, objections_fail, sign_barred
from summit_game.engine.scoring import score
from summit_game.engine.setting import SETTLEMENT, SUPPORT
from summit_game.engine.state import State
from summit_game.engine.streams import Stream
from summit_game.engine.view import View, view
from summit_game.language.catalogue import say
from summit_game.seat.ask import question_at
from summit_game.seat.goal import goal_points
from summit_game.seat.meaning import package_meaning, signing_meaning, text_with
from summit_game.seat.page import seat_page
from summit_game.seat.question import Lines
from summit_game.tui.cells import wrap
from summit_game.words.names import Words, signed
from support import DECK, FIRST_EDITION, game_of, the_deck


def moments(seed: int, most: int = 200, deck: Path = DECK) -> Iterator[tuple[Words, State]]:
    """The decisions of a game that is played at random."""
    game = game_of(4, deck=deck)
    words = Words(game.setting, the_deck(deck))
    state, _ = start(game, seed)
    stream = Stream(seed, "decisive")
    for _ in range(most):
        if state.phase == OVER:
            return
        yield words, state
        seat = stream.choice(tuple(state.waiting))
        apply(state, seat, stream.choice(legal(state, seat)))


def with_goal(words: Words, seat_id: str, goal_id: str) -> tuple[State, View]:
    """The start of a game in which a delegation holds a goal."""
    game = game_of(4)
    seat = game.setting.seat_ids.index(seat_id)
    goals = [goal.id for goal in game.secrets.goals[seat]]
    state, _ = start(game, 7)
    state.own[seat].goal = goals.index(goal_id)
    return state, view(state, seat)


@pytest.mark.fault("K14.4")
def test_a_package_that_loses_the_goal_says_what_it_is_worth_in_truth() -> None:
    words = Words(game_of(4).setting, the_deck())
    state, _ = with_goal(words, "RU", "G-RU-1")
    con = words.setting.issue_ids.index("CON")
    state.text[con] = 3
    seen = view(state, words.setting.seat_ids.index("RU"))
    values = seen.held.brief.values[con]
    package = ((con, 2),)
    lines = package_meaning(words, seen, package, seen.seat)
    assert f"({signed(values[2] - values[3] - 8)})" in lines[0].text
    assert lines[1].text == say("meaning-goal", won=False, points="-8")
    back = package_meaning(words, seen, ((con, 4),), seen.seat)
    assert say("meaning-goal", won=False, points="-8") not in [line.text for line in back]
    own = seat_page(words, seen).own
    assert own is not None
    assert (own.goal, own.goal_away) == (8, 8)


@pytest.mark.fault("K14.4")
def test_the_value_of_a_treaty_is_what_the_score_would_be() -> None:
    seen_goal = set()
    for seed in range(3):
        for _, state in moments(seed):
            for seat in state.setting.seats:
                seen = view(state, seat)
                goal = goal_points(seen)
                assert goal in (0, state.setting.options.goal_worth)
                seen_goal.add(goal)
                before, state.in_force = state.in_force, True
                lines = score(state, seat, seen.held, SETTLEMENT).lines
                state.in_force = before
                assert goal == next(line.points for line in lines if line.behind == seen.held.goal.id)
                assert seen.in_force == before, "the view is as it was"
    assert seen_goal == {0, 8}


def texts(lines: Lines) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.fault("K14.5")
def test_the_question_whether_to_sign_says_what_it_depends_on() -> None:
    asked = 0
    for words, state in moments(3, deck=FIRST_EDITION):
        ready = sign_barred(state) is None
        for seat in state.setting.seats:
            said = texts(signing_meaning(words, view(state, seat)))
            keeper = state.rules.capitals
            assert keeper is not None
            penalty = keeper.red_line if state.setting.touches_red_line(seat, state.text) else 0
            support = state.seat_tracks[SUPPORT][seat]
            times = sum(support + draw - penalty >= keeper.need for draw in keeper.draw)
            odds = {"times": times, "of": 6, "support": support, "penalty": penalty, "need": keeper.need}
            assert say("meaning-capital", **odds) in said
            if ready:
                asked += 1
                issues = len(agreed(state))
                assert say("meaning-ready", agreed=issues, need=state.setting.options.min_issues) in said
                assert any(line.startswith("Trust") for line in said), said
            elif state.phase not in (SIGNING, FINAL):
                assert any("(R" in line and "R15.5" not in line for line in said), said
    assert asked, "no question could be put in this game"


@pytest.mark.fault("K14.5")
@pytest.mark.parametrize(("seats", "variants"), [(2, ()), (4, ()), (6, ()), (4, ("strict",))])
def test_the_capitals_that_are_said_to_be_needed_are_needed(seats: int, variants: tuple[str, ...]) -> None:
    game = game_of(seats, variants)
    words = Words(game.setting, the_deck())
    state, _ = start(game, 7)
    state.text[:] = [1] * len(state.text)
    everybody = set(game.setting.seats)
    alone = [seat for seat in everybody if not objections_fail(state, agreed(state), [seat])]
    said = texts(signing_meaning(words, view(state, 0)))
    if set(alone) == everybody:
        assert say("meaning-all-capitals", count=seats) in said
    else:
        names = ", ".join(game.setting.seat_ids[seat] for seat in alone)
        count = seats - game.setting.options.slack
        assert say("meaning-capitals", count=count, all=seats, who=names, named=bool(alone)) in said


PREVIEW = (39, 8)
"""Cells and lines for what a row means, on a screen of 80x24."""


@pytest.mark.fault("K14.6")
def test_what_decides_about_a_package_comes_first() -> None:
    looked = 0
    for words, state in moments(5):
        if state.phase not in (FLOOR, VOTE):
            continue
        for seat in tuple(state.waiting):
            seen = view(state, seat)
            first = question_at(words, seen)
            tables = [action for action in seen.legal() if action.verb == a.TABLE][:20] if state.phase == FLOOR else []
            rows = [] if tables else [first.lines]
            for lines in rows or [package_meaning(words, seen, _changes(words, action), seat) for action in tables]:
                if "fallback now" not in (lines[0].text if lines else ""):
                    continue
                looked += 1
                said = texts(lines)
                issue = next(at for at, text in enumerate(said) if text.startswith("  "))
                shown = sum(len(wrap(text, PREVIEW[0], "  ")) for text in said[:issue])
                assert shown <= PREVIEW[1], said
                head = " ".join(said[:issue])
                assert "At home" in head
                assert "block alone" in head
                assert not any("andate" in text or "public wants" in text or "ed line" in text for text in said[issue:])
    assert looked > 50


def _changes(words: Words, action: a.Action):
    from summit_game.engine.floor import package_changes

    return package_changes(words.setting, action)


def test_brackets_count_as_the_lowest_level() -> None:
    words = Words(game_of(4).setting, the_deck())
    state, _ = start(game_of(4), 7)
    seen = view(state, 0)
    assert set(text_with(seen, ())) == {BRACKETS}
    assert f"For you {seen.held.value(seen.text) + goal_points(seen)} " in package_meaning(words, seen, (), 0)[0].text
