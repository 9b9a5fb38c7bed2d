"""What tells the levels apart in a single decision."""

from __future__ import annotations

from botgames import bot_for, steps

from summit_game.bots.learned import Learned
from summit_game.bots.mind import after
from summit_game.bots.negotiator import Negotiator
from summit_game.bots.planner import Planner
from summit_game.bots.weighing import Option
from summit_game.engine import actions as a
from summit_game.engine.board import FLOOR
from summit_game.engine.setting import SUPPORT
from summit_game.engine.view import View
from support import game_of

KINDS = ("cooperator:3", "opportunist:3", "by-the-book:3", "salami-slicer:3")


def floor_turns(seed: int) -> list[tuple[str, View, a.Action]]:
    return [
        (KINDS[seat], seen, action)
        for _, seat, seen, action in steps(game_of(4), seed, list(KINDS))
        if seen.phase == FLOOR
    ]


def test_level_three_does_not_idle_while_its_capital_may_still_refuse() -> None:
    idle = 0
    for kind, seen, action in floor_turns(3) + floor_turns(4):
        if action.verb in (a.CONSULT, a.PASS):
            idle += 1
            enough = 5 if kind == "cooperator:3" else seen.setting.seat_tracks[SUPPORT].high
            assert a.RALLY_ACTION not in seen.legal() or seen.seat_tracks[SUPPORT][seen.seat] >= enough
    assert idle > 5


def test_level_three_tables_no_package_that_another_one_beats_in_gain_odds_and_readiness_to_sign() -> None:
    compared = 0
    turns = [(seed, *turn) for seed in (5, 6) for turn in floor_turns(seed)]
    for seed, kind, seen, action in turns:
        if action.verb not in (a.TABLE, a.NONPAPER):
            continue
        bot = bot_for(kind, seen, seed)
        assert isinstance(bot, Negotiator)
        turn = bot.turn(seen)
        assert isinstance(turn, Planner)
        found: list[Option] = list(turn.packages())
        chosen = next(option for option in found if option.action == action)
        assert chosen.worth == max(option.worth for option in found) > 0
        compared += len(found) > 1
    assert compared > 5


def test_a_text_that_others_objected_to_is_guessed_to_be_less_likely_to_be_signed() -> None:
    dropped = 0
    for _, seen, _ in floor_turns(6):
        for ballot in seen.record:
            if ballot.changes and ballot.objectors and ballot.before == tuple(seen.text):
                outlook = Learned(seen)
                objectors = [seat for seat in ballot.objectors if seat != seen.seat]
                worse = after(seen.text, ballot.changes)
                drops = [outlook.expected(s, worse) - outlook.expected(s, seen.text) for s in objectors]
                assert all(drop < 300 for drop in drops)
                dropped += len(drops)
    assert dropped > 5
