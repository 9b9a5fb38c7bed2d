"""Every decision can be explained in one sentence with numbers from the own view."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from botgames import bot_for, steps

from summit_game.bots import search, words
from summit_game.bots.kinds import LEVELS
from summit_game.engine import actions as a
from summit_game.engine.board import OPEN, VOTE
from summit_game.engine.talk import word
from support import game_of

KINDS = ("by-the-book", "opportunist", "hardliner", "cooperator", "bridge-builder", "salami-slicer")


@pytest.fixture(autouse=True)
def small_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FLOOR_NODES", 1)
    monkeypatch.setattr(search, "VOTE_NODES", 1)
    monkeypatch.setattr(search, "IDEAS", 3)
    monkeypatch.setattr(search, "_LEAST_WORLDS", 1)


@pytest.mark.parametrize("level", LEVELS)
def test_every_action_has_one_sentence(level: int) -> None:
    seats = 6 if level < 3 else 3
    kinds = [f"{KINDS[seat]}:{level}" for seat in range(seats)]
    explained: dict[int, str] = {}
    for seed in range(3 if level < 3 else 1):
        for at, (_, seat, seen, action) in enumerate(steps(game_of(seats), seed, kinds)):
            if level == 4 and at % 3:
                continue
            chosen, reason = bot_for(kinds[seat], seen, seed).decide(seen)
            assert chosen == action
            assert re.fullmatch(r"[A-Z][^\n]*[.]", reason), reason
            assert len(reason) < 400
            explained.setdefault(action.verb, reason)
    wanted = {a.TABLE, a.PROMISE, a.SILENCE, a.ORDER}
    if level < 4:
        wanted |= {a.CONSULT, a.OBJECT}
    if level < 3:
        wanted |= {a.STEP, a.PRESS, a.RALLY, a.SIGN}
    assert wanted <= set(explained)


def test_the_numbers_are_those_of_the_own_brief() -> None:
    """Where a word decides, an own offer or one given in talk, no number is told."""
    looked = bound = 0
    played = [steps(game_of(4), seed, ["cooperator:2"] * 4) for seed in (3, 4)]
    for _, seat, seen, _ in chain(*played):
        if seen.package is None or seen.phase != VOTE:
            continue
        reason = bot_for("cooperator:2", seen, 3).decide(seen).why
        given = any(word(each, seat) == OPEN for each in seen.talk if each.said[1] in (a.SOUND, a.OFFER))
        values = seen.held.brief.values
        gain = 0
        for issue, level in seen.package.changes:
            old = seen.text[issue]
            row = values[issue]
            gain += 2 * row[level] - (2 * row[old] if old >= 0 else row[1] + row[2])
        if "gave our word" in reason:
            assert given
            bound += 1
        elif "word stands" not in reason:
            assert words.more_or_less(50 * gain) in reason
            looked += 1
    assert looked > 10
    assert bound > 0


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0 points"), (100, "1 point"), (-100, "1 point"), (250, "2.5 points"), (1205, "12.05 points")],
)
def test_points_are_written_as_people_write_them(value: int, text: str) -> None:
    assert words.points(value) == text
