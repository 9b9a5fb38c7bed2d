"""A rule module of another package: found by its entry point, checked, played, switched off; broken ones are named."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from pydantic import BaseModel

from summit_game.bots.kinds import maker
from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.engine.actions import SIGN_ACTION
from summit_game.engine.board import FLOOR
from summit_game.engine.module import Line
from summit_game.engine.notation import ActionError, action_text, parse_action
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.refusal import Refused
from summit_game.engine.setting import TENSION, TRUST
from summit_game.engine.streams import Stream
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.engine.view import view
from summit_game.rules.registry import registry
from summit_game.testing import check_module
from support import the_deck

THIRD_PARTY = Path(__file__).parent / "third_party"
PARAMS = {"trust": 2}
MEET = "use back_channel meet"


@pytest.fixture
def back_channel(monkeypatch):
    """The module class, loaded by its entry point."""
    monkeypatch.syspath_prepend(str(THIRD_PARTY))
    registry.cache_clear()
    yield registry()["back_channel"]
    registry.cache_clear()


def deck_with(params):
    deck = the_deck()
    return deck.model_copy(update={"modules": {**deck.modules, "back_channel": params}})


def on_the_floor(game, seed):
    """A game at its first floor turn."""
    state, _ = start(game, seed)
    while state.phase != FLOOR:
        apply(state, state.waiting[0], legal(state, state.waiting[0])[0])
    return state


def test_the_entry_point_gives_the_module_and_it_passes(back_channel) -> None:
    assert back_channel.__module__ == "summit_sample_module"
    assert list(registry())[-1] == "back_channel"
    for seats in (2, 4):
        check_module(back_channel, the_deck(), PARAMS, games=4, seats=seats)


@pytest.mark.parametrize(("trust", "clause"), [(0, "BC2"), (99, "BC3")])
def test_a_meeting_is_legal_once_and_refused_with_its_clause(back_channel, trust, clause) -> None:
    game = compile_game(deck_with({"trust": trust}), TableOptions(2), registry())
    state = on_the_floor(game, 3)
    seat, meet = state.waiting[0], parse_action(game.setting, MEET)
    assert action_text(game.setting, meet) == MEET
    assert meet in legal(state, seat)
    before = list(state.tracks)
    events = apply(state, seat, meet)
    assert clause in {getattr(event, "cause", None) for event in events}
    moved = [after - old for old, after in zip(before, state.tracks, strict=True)]
    assert (moved[TENSION], moved[TRUST]) == ((-1, 0) if clause == "BC2" else (0, 1))
    stream = Stream(3, "rest")
    while state.phase != FLOOR or state.waiting[0] != seat:
        other = state.waiting[0]
        apply(state, other, stream.choice([each for each in legal(state, other) if each != meet]))
    assert meet not in legal(state, seat)
    assert refusal(state, seat, meet).clause == "BC1"
    with pytest.raises(Refused, match=r"back_channel-has-met \(BC1\)"):
        apply(state, seat, meet)


@pytest.mark.parametrize("kind", ["simple", "opportunist:2", "opportunist:3"])
def test_bots_use_its_verb_when_it_says_that_it_is_worth_it(back_channel, kind, monkeypatch) -> None:
    game = compile_game(deck_with(PARAMS), TableOptions(2), registry())
    state = on_the_floor(game, 3)
    seat = state.waiting[0]
    seen = view(state, seat)
    bot = maker(kind)(3, game.setting.seat_ids[seat])
    assert action_text(game.setting, bot.decide(seen).action) == MEET
    monkeypatch.setattr(type(seen.rules.owner(parse_action(game.setting, MEET))), "worth", lambda *_: 0)
    assert action_text(game.setting, bot.decide(seen).action) != MEET


def test_it_can_be_switched_off(back_channel) -> None:
    game = compile_game(deck_with(PARAMS), TableOptions(2, without=("back_channel",)), registry())
    assert "back_channel" not in {module.id for module in game.setting.modules}
    with pytest.raises(ActionError, match="'use' is not an action"):
        parse_action(game.setting, MEET)
    with pytest.raises(SetupError, match="did you mean 'back_channel'"):
        compile_game(deck_with(PARAMS), TableOptions(2, without=("back_chanel",)), registry())


class Loose(BaseModel):
    on: bool = True
    trust: int = 2


def broken_modules(base):
    """Words of the sentence -> what makes the module break the rule."""

    def writes(self, ops, seat, action):
        ops.state.tracks[TRUST] = 0
        ops.set_slice(self.index, seat, 1)

    def grows(self, ops):
        ops.state.slices[self.index].append(0)

    def remembers(self, ops, seat, action):
        self.count = getattr(self, "count", 0) + 1
        ops.set_slice(self.index, seat, self.count)

    def fails(self, ops):
        raise KeyError("lost")

    def peeks(self, board, seat):
        return base.floor_menu(self, board, seat) if board.own[0].brief == 0 else ()

    def rolls(self, ops, seat, action):
        ops.set_slice(self.index, seat, random.randint(1, 6))

    def looks_at_the_clock(self, ops):
        try:
            ops.set_slice(self.index, 0, int(time.time()))
        except Exception:
            return

    return {
        "has no `id`": {"id": None},
        "'back channel' is not a valid id": {"id": "back channel"},
        "is the id of a module of Summit itself": {"id": "alliance"},
        "`version` is not a text": {"version": 1},
        "`api` is 1": {"api": 1},
        "`clauses` is empty": {"clauses": ()},
        "`Params` is not a pydantic model": {"Params": dict},
        "`Params` accepts unknown keys": {"Params": Loose},
        "not a list of whole numbers": {"slice_start": lambda self, setting: (0, 0)},
        "not a whole number: [0.5": {"slice_start": lambda self, setting: [0.5, 0]},
        "its slice changes in length from 2 to 3": {"round_begins": grows},
        "`round_begins` raises KeyError": {"round_begins": fails},
        "`floor_menu` raises AttributeError": {"floor_menu": peeks},
        "not a tuple of actions, sorted, each once": {
            "floor_menu": lambda self, board, seat: base.floor_menu(self, board, seat) * 2
        },
        "which is none of its own `use` options": {"floor_menu": lambda self, board, seat: (SIGN_ACTION,)},
        "change the state only through `Ops`": {"acts": writes},
        "gives another game the second time": {"acts": remembers},
        "`acts` calls random.randint": {"acts": rolls},
        "`round_begins` calls time.time": {"round_begins": looks_at_the_clock},
        "`cap` gives 2, not a Limit": {"cap": lambda self, board, side, zone: 2},
        "`status` gives 'open', not a list of Message": {"status": lambda self, board: "open"},
        "`score_lines` gives (), not a list of Line": {"score_lines": lambda self, board, seat: ()},
        "not a list of Line with whole points": {"score_lines": lambda self, board, seat: [Line("half", 0.5, "BC1")]},
        "`home_loss` gives None, not a whole number": {"home_loss": lambda self, board, seat, changes: None},
        "`standoff_relief` gives True, not a whole number": {"standoff_relief": lambda self, board: True},
        "`not_ready` gives 'no', not a Refusal": {"not_ready": lambda self, board: "no"},
        "`forbids` gives False, not a Refusal": {"forbids": lambda self, board, seat, action: False},
        "`fit_lines` gives None, not a list of Line": {"fit_lines": lambda self, board, ending: None},
        "`settle` gives 1, but a happening answers nothing": {"settle": lambda self, ops: 1},
        "rests on 'BC9', which is none of the module's `clauses`": {"verbs": (Verb("meet", clause="BC9"),)},
        "varies in number and is not the last one": {
            "verbs": (Verb("meet", (Arg(Kind.SEAT, 0, 2), Arg(Kind.ZONE)), clause="BC1"),)
        },
        "asks for at least 2 and at most 1": {"verbs": (Verb("meet", (Arg(Kind.SEAT, 2, 1),), clause="BC1"),)},
        "`explain` gives no Refusal": {"explain": lambda self, board, seat, action: None},
    }


def test_broken_modules_are_refused_with_one_sentence(back_channel) -> None:
    clocks = (random.random, random.Random, time.time)
    for words, change in broken_modules(back_channel).items():
        broken = type("Broken", (back_channel,), change)
        with pytest.raises(AssertionError) as caught:
            check_module(broken, the_deck(), PARAMS, games=3, seats=2)
        sentence = str(caught.value)
        assert words in sentence
        assert "\n" not in sentence
        assert sentence.endswith(".")
    assert (random.random, random.Random, time.time) == clocks
