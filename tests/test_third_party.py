"""A rule module of another package: found by its entry point, checked, played, switched off; broken ones are named."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from summit_game.bots.kinds import maker
from summit_game.cli.exits import EXIT_DATA, Complaint
from summit_game.cli.main import cli
from summit_game.deck.compile import SetupError, TableOptions, compile_game
from summit_game.engine.actions import HOLD, SIGN_ACTION
from summit_game.engine.board import FLOOR, POSTURE
from summit_game.engine.module import Limit, Line, ModuleRight
from summit_game.engine.notation import ActionError, action_text, parse_action
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.refusal import Refusal, Refused
from summit_game.engine.setting import TENSION, TRUST
from summit_game.engine.streams import Stream
from summit_game.engine.verbs import Arg, Kind, Verb
from summit_game.engine.view import view
from summit_game.rules.registry import built_in, forget, registry
from summit_game.testing import check_module
from support import the_deck

THIRD_PARTY = Path(__file__).parent / "third_party"
PARAMS = {"trust": 2}
MEET = "use back_channel meet"


@pytest.fixture
def back_channel(monkeypatch):
    """The module class, loaded by its entry point."""
    monkeypatch.syspath_prepend(str(THIRD_PARTY))
    forget()
    yield registry()["back_channel"]
    forget()


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
        check_module(back_channel, the_deck(), PARAMS, games=2, seats=seats)


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
@pytest.mark.fault("K17.2")
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
        "not a sorted tuple of its own actions": {
            "floor_menu": lambda self, board, seat: base.floor_menu(self, board, seat) * 2
        },
        "`floor_menu` answers (Action(": {"floor_menu": lambda self, board, seat: (SIGN_ACTION,)},
        "change the state only through `Ops`": {"acts": writes},
        "gives another game the second time": {"acts": remembers},
        "`acts` calls random.randint": {"acts": rolls},
        "`round_begins` calls time.time": {"round_begins": looks_at_the_clock},
        "`explain` gives no Refusal": {"explain": lambda self, board, seat, action: None},
        # What a hook answers, whether a random game asks for it or not.
        "`explain` answers Refusal": {"explain": lambda self, board, seat, action: Refusal("BC9", "No.")},
        "`worth` answers None": {"worth": lambda self, view, action: None},
        "`acts` answers []": {"acts": lambda self, ops, seat, action: []},
        "`settle` answers True": {"settle": lambda self, ops: True},
        "`on_force` answers 0": {"on_force": lambda self, ops, absent: 0},
        "`incident` does not take (ops, zone, cause)": {"incident": lambda self, ops, zone: None},
        "`consulted` raises IndexError": {"consulted": lambda self, ops, seat: [][seat]},
        "`ratify` answers [99]": {"ratify": lambda self, ops, signatories: [99]},
        "`cap` answers Limit(units=-1": {"cap": lambda self, board, side, zone: Limit(-1, "BC1")},
        "`cap` answers Limit(units=9": {"cap": lambda self, board, side, zone: Limit(9, "R11.1")},
        "`home_loss` answers -1": {"home_loss": lambda self, board, seat, changes: -1},
        "`home_reaction` answers True": {"home_reaction": lambda self, board, seat, changes: True},
        "`incident_relief` answers None": {"incident_relief": lambda self, board, zone: None},
        "`standoff_relief` answers 0.5": {"standoff_relief": lambda self, board: 0.5},
        "`not_ready` answers ''": {"not_ready": lambda self, board: ""},
        "`forbids` answers False": {"forbids": lambda self, board, seat, action: False},
        "`order_kinds` answers (0,)": {"order_kinds": lambda self, board, seat, zone: (HOLD,)},
        "`no_deal_lines` answers [('met', 1)]": {"no_deal_lines": lambda self, board, seat: [("met", 1)]},
        "`score_lines` answers None": {"score_lines": lambda self, board, seat: None},
        "`fit_lines` answers [Line(": {"fit_lines": lambda self, board, ending: [Line("", 1, "BC1")]},
        "`status` answers 'quiet'": {"status": lambda self, board: "quiet"},
        "`status` raises": {"status": lambda self, board: board.slices.clear()},
        "`score_lines` raises AttributeError": {"score_lines": lambda self, board, seat: board.own[seat]},
        "`rights` answers (ModuleRight(": {"rights": lambda self: (ModuleRight(0, 0, 1, "R11.3", "No."),)},
        # What it declares, and says.
        "the clause 'R9.1' of `meet` is none of its `clauses`": {"verbs": (Verb("meet"),)},
        "names a clause of Summit's own rules": {"clauses": ("R13.1", "BC1")},
        "takes at least 2 and at most 1": {"verbs": (Verb("meet", (Arg(Kind.SEAT, 2),), "BC1"),)},
        "varying number that is not its last": {
            "verbs": (Verb("meet", (Arg(Kind.SEAT, 0, 2), Arg(Kind.ZONE)), "BC1"),)
        },
        "needs different `options`": {"verbs": (Verb("meet", (Arg(Kind.OPTION),), "BC1"),)},
        "each with a Kind": {"verbs": (Verb("meet", (Arg("seat"),), "BC1"),)},
        "leave its code, module and phases as they are": {"verbs": (Verb("meet", (), "BC1", phases=(POSTURE,)),)},
        "has no `back_channel-greet` that can be said with": {"verbs": (Verb("greet", (), "BC1"),)},
        "the sentence `back_channel-meet` leaves out <seat>": {"verbs": (Verb("meet", (Arg(Kind.SEAT),), "BC1"),)},
    }


@pytest.mark.slow
def test_those_of_this_package_pass_their_own_checker() -> None:
    deck = the_deck()
    for module in built_in():
        check_module(module, deck, deck.modules.get(module.id, {}), games=1)


@pytest.mark.fault("K17.1")
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


def test_a_module_with_needs_is_checked_with_the_decks_that_name_it() -> None:
    """`open_door` must be told an issue, and the small deck has none for it."""
    run = CliRunner()
    checked = run.invoke(cli, ["module", "check", "open_door", "--games", "1"])
    assert checked.exit_code == 0, checked.output
    assert f"{the_deck().deck.id}: 1 random game without a fault" in checked.output
    assert (
        "linnet-river: left out; it has not the module open_door, whose parameters have no default: " in checked.output
    )
    alone = run.invoke(cli, ["module", "check", "open_door", "--deck", "linnet-river"])
    assert isinstance(alone.exception, Complaint)
    assert alone.exception.code == EXIT_DATA
    assert "no deck gives open_door the parameters that have no default (" in str(alone.exception)
