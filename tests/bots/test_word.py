"""A bot keeps its word: it takes back its own offers, repeats no refusal and agrees to nothing below no deal."""

from __future__ import annotations

from copy import copy

import pytest
from botgames import NAMES, bot_for, steps

from summit_game.bots import search
from summit_game.bots.keeping import Bound
from summit_game.bots.kinds import LEVELS
from summit_game.bots.mind import Mind
from summit_game.bots.offers import refused, same
from summit_game.bots.script import personality
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import told_package
from summit_game.engine.board import FINAL, FLOOR, SIGNING, VOTE, Ballot, Package
from summit_game.engine.floor import package_changes
from summit_game.engine.talk import act_of, asked
from summit_game.engine.view import View
from support import game_of

OPPONENTS = [name for name in NAMES if name != "spoiler"]


@pytest.fixture(autouse=True)
def small_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FLOOR_NODES", 1)
    monkeypatch.setattr(search, "VOTE_NODES", 1)
    monkeypatch.setattr(search, "IDEAS", 3)
    monkeypatch.setattr(search, "_LEAST_WORLDS", 1)


def offered_back(seen: View, changes: tuple[tuple[int, int], ...], tabler: int) -> View:
    """The view of a seat whose own refused package is tabled by another delegation, unchanged, in the same state."""
    view = copy(seen)
    text = tuple(seen.text)
    others = tuple(seat for seat in seen.setting.seats if seat != seen.seat)
    view.phase = VOTE
    view.package = Package(tabler, tuple(reversed(changes)), (), ())
    view.record = (*seen.record, Ballot(seen.round, seen.seat, changes, text, others, False))
    view.waiting = (seen.seat,)
    return view


@pytest.mark.parametrize("level", LEVELS)
def test_an_own_offer_that_comes_back_unchanged_is_accepted_at_once(level: int) -> None:
    offers = 0
    for at, name in enumerate(OPPONENTS if level < 4 else OPPONENTS[::3]):
        kinds = [f"{name}:{level}"] + [f"{name}:2"] * 3
        for _, seat, seen, action in steps(game_of(4), at, kinds):
            if seat == 0 and action.verb in (a.TABLE, a.NONPAPER):
                back = offered_back(seen, package_changes(seen.setting, action), 1)
                assert bot_for(kinds[0], back, at).decide(back).action == a.SILENCE_ACTION
                offers += 1
    assert offers >= (6 if level < 4 else 2)


def broken_words(kinds: list[str], seed: int) -> tuple[int, int, int]:
    """Play a game: refused packages that were repeated, agreements below no deal, and votes and offers looked at.

    Every other game is one without talk. A vote that is bound by a word given before is not looked at: then the word
    goes first (`test_talk_word`). What a delegation agrees to in talk is.
    """
    repeated = below = looked = 0
    for _, seat, seen, action in steps(game_of(len(kinds), without=("talk",) if seed % 2 else ()), seed, kinds):
        who = personality(kinds[seat].partition(":")[0])
        mind = Mind(seen, who)
        spare = 100 * who.trade.sign_below.points if who.trade.sign_below else 0
        if seen.phase == FLOOR and action.verb in (a.TABLE, a.NONPAPER, a.WRITE):
            looked += 1
            written = action.verb == a.WRITE
            found = told_package(seen, seat, action).changes if written else package_changes(seen.setting, action)
            changes = same(found)
            repeated += changes in refused(seen)
            below += mind.gain(changes) < 0 and mind.now + mind.gain(changes) < mind.no_deal - spare
        if seen.phase == VOTE and action == a.SILENCE_ACTION:
            assert seen.package is not None
            if not Bound(seen, who, seed).gives_word(seen.package.tabler, seen.package.changes):
                looked += 1
                gain = mind.gain(seen.package.changes)
                below += gain < 0 and mind.now + gain < mind.no_deal - spare
        if action == Action(a.ANSWER, (a.AGREE,)):
            exchange = asked(seen.talk, seat)
            assert exchange is not None
            kind, about = seen.setting.acts[act_of(exchange, seat)]
            gain = mind.gain((seen.setting.changes[about],)) if kind in (a.ACT_LET, a.ACT_TABLE) else 0
            looked += 1
            below += gain < 0 and mind.now + gain < mind.no_deal - spare
        if (seen.phase in (SIGNING, FINAL) and action == a.SILENCE_ACTION) or action.verb == a.SIGN:
            looked += 1
            below += 100 * (seen.held.value(seen.text) - seen.no_deal()) < -spare
            below += seen.setting.touches_red_line(seat, seen.text)
    return repeated, below, looked


def all_of(level: int, seeds: range) -> tuple[int, int, int]:
    found = [
        broken_words([f"{OPPONENTS[(seed + seat) % len(OPPONENTS)]}:{level}" for seat in range(2 + seed % 5)], seed)
        for seed in seeds
    ]
    repeated, below, looked = (sum(column) for column in zip(*found, strict=True))
    return repeated, below, looked


@pytest.mark.parametrize(("level", "games"), [(1, 10), (2, 10), (3, 4), (4, 1)])
def test_no_refused_package_is_repeated_and_nothing_below_no_deal_is_agreed_to(level: int, games: int) -> None:
    repeated, below, looked = all_of(level, range(100, 100 + games))
    assert (repeated, below) == (0, 0)
    assert looked > 10 * games


# Levels and seeds of 10,020 games, in parts that xdist can share between cores; the first 500 by day.
PARTS = [
    pytest.param(
        level,
        range(first, min(first + 250, 1000 + games)),
        marks=pytest.mark.slow if first < 1500 and level in (2, 4) else pytest.mark.long,
        id=f"{level}-{first}",
    )
    for level, games in ((4, 20), (3, 1000), (1, 3000), (2, 6000))
    for first in range(1000, 1000 + games, 250)
]


@pytest.mark.parametrize(("level", "seeds"), PARTS)
def test_the_same_over_ten_thousand_games(level: int, seeds: range) -> None:
    repeated, below, looked = all_of(level, seeds)
    assert (repeated, below) == (0, 0)
    assert looked > 40 * len(seeds)


def test_a_bot_acts_even_when_it_has_nothing_to_say() -> None:
    spoken = set()
    for _, _, seen, action in steps(game_of(3), 4, ["spoiler:2"] * 3):
        assert action in seen.legal()
        spoken.add(action.verb)
        assert action.verb != a.MESSAGE or action == a.NO_MESSAGE_ACTION
    assert spoken <= {a.PASS, a.CONSULT, a.PROMISE, a.ORDER, a.OBJECT, a.MESSAGE}
