"""Tables at which each seat draws who sits there."""

from __future__ import annotations

from collections import Counter

from summit_game.bots.script import script_names
from summit_game.deck.compile import TableOptions
from summit_game.many.mixed import LEVELS, MIX, MIXED, PERSONALITIES, drawn
from summit_game.many.play import play_one
from summit_game.many.share_out import Crew
from summit_game.many.simulate import seat_kinds, simulate
from support import DECK, dealt_game, game_of


def test_each_seat_draws_a_personality_and_a_level_and_the_same_again():
    kinds = [drawn([MIXED] * 4, seed) for seed in range(400)]
    count = Counter(each for table in kinds for each in table)
    assert set(count) == set(MIX) == {f"{name}:{level}" for name in PERSONALITIES for level in LEVELS}
    assert set(PERSONALITIES) == set(script_names()) - {"spoiler"}
    assert min(count.values()) > 80  # of 1,600, each a twelfth
    assert kinds == [drawn([MIXED] * 4, seed) for seed in range(400)]
    assert len({tuple(table) for table in kinds}) > 380


def test_whoever_is_named_changes_no_draw_of_the_others():
    for seed in range(20):
        alone = drawn([MIXED] * 4, seed)
        assert drawn([MIXED, "flat", MIXED, MIXED], seed) == [alone[0], "flat", *alone[2:]]


def test_simulate_takes_mixed_for_all_or_for_the_rest():
    game = game_of(2)
    assert seat_kinds(game, "mixed") == [MIXED, MIXED]
    assert seat_kinds(game, "US=flat,mixed") == [MIXED, "flat"]
    assert seat_kinds(game, "US=mixed") == ["random", MIXED]
    result = simulate(DECK, TableOptions(2), "US=flat,mixed", 3, 5, Crew(1))
    assert result["bots"] == {"RU": MIXED, "US": "flat"}
    one = [play_one(dealt_game(2, seed), seed, drawn([MIXED, "flat"], seed)).ratings[0] for seed in range(5, 8)]
    assert result["delegations"]["RU"]["rating"] == round(sum(one) / 3, 2)
