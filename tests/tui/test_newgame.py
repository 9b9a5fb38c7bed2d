"""New game: the plan behind the form, the form, and what begins."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tui_pictures import all_seen, walk
from tui_support import asks, picture, until

from summit_game.bots.kinds import KINDS, LEVELS, maker
from summit_game.deck.library import default_deck, find_deck
from summit_game.rules.registry import registry
from summit_game.table.class_code import seed_of
from summit_game.table.clock import PER_DECISION, STAND_IN
from summit_game.table.games_folder import games
from summit_game.table.sitter import people_of
from summit_game.tui.curtain import Curtain
from summit_game.tui.descriptions import bot_name, bots_told, modules_told
from summit_game.tui.dialogs import Pick, Write
from summit_game.tui.form import STEPS, Form
from summit_game.tui.game_app import GameApp
from summit_game.tui.game_setup import CLOCKS, PERSON, YOU, Plan, read_deal, stack, stacks
from summit_game.tui.newgame import NewGame, clock_words
from summit_game.tui.table_screen import TableScreen
from summit_game.tui.title import TitleScreen
from summit_game.words.names import capital


@pytest.fixture(autouse=True)
def short_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATA", "STATE", "CONFIG"):
        monkeypatch.setenv(f"SUMMIT_{name}_DIR", name.lower())


@pytest.fixture(autouse=True)
def checked_elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checker reads the whole deck in a thread; only the test of its finding needs it."""
    if "checker" not in request.node.name:
        monkeypatch.setattr(NewGame, "examine", lambda self: None)


def usual_plan() -> Plan:
    name = default_deck()
    assert name is not None
    return Plan([stack(name, find_deck(name))])


def screen_of(app: GameApp) -> NewGame:
    assert isinstance(app.screen, NewGame)
    return app.screen


async def open_form(app: GameApp, pilot: object) -> NewGame:
    await until(pilot, lambda: isinstance(app.screen, TitleScreen))  # type: ignore[arg-type]
    app.screen.action_choose("new")  # type: ignore[attr-defined]
    await until(
        pilot, lambda: isinstance(app.screen, NewGame) and any(form.items > 3 for form in app.screen.query(Form))
    )  # type: ignore[arg-type]
    await pilot.pause()  # type: ignore[attr-defined]
    return screen_of(app)


def shown(app: GameApp, text: str) -> bool:
    return any(text in line for line in picture(app))


# --- the plan ----------------------------------------------------------------------------------------------------


def test_the_usual_plan_can_be_played_and_seats_you_and_bots_of_different_temper() -> None:
    plan = usual_plan()
    assert plan.problem == ""
    assert plan.size == 4
    assert plan.people == [plan.delegations[0]]
    assert len({plan.seats[name].who for name in plan.delegations}) == 4


def test_every_size_variant_and_module_that_is_offered_can_be_played() -> None:
    plan = usual_plan()
    for size in plan.sizes:
        plan.resize(size)
        assert plan.problem == ""
        assert len(plan.delegations) == size
    assert plan.deck is not None
    for variant in plan.deck.variants:
        plan.variants ^= {variant.id}
        assert plan.problem == "", variant.id
        plan.variants ^= {variant.id}
    for module in plan.modules:
        plan.off ^= {module}
        assert plan.problem == "", module
    assert plan.options.without == plan.modules


@pytest.mark.clause("R1.4d")
def test_every_set_of_a_table_can_be_chosen_and_another_table_or_deck_begins_anew() -> None:
    plan = usual_plan()
    for size in plan.sizes:
        plan.resize(size)
        assert plan.options.set is None
        assert plan.sets == 12
        for number in (1, plan.sets):
            plan.numbered = number
            assert plan.problem == ""
            assert plan.options.set == number
        plan.numbered = plan.sets + 1
        assert "no set 13" in plan.problem
    plan.use(0)
    assert plan.numbered is None


def test_the_form_says_that_mandates_are_public_cards_and_offers_the_sets() -> None:
    form = NewGame()
    (field,) = (each for each in form.fields() if each.name == "set")
    assert "public cards" in " ".join(field.about)
    assert len(field.options) == 13
    assert field.take is not None
    field.take("4")
    assert form.plan.options.set == 4
    field.take("")
    assert form.plan.options.set is None


def test_every_bot_at_every_level_that_is_offered_can_sit() -> None:
    plan = usual_plan()
    name = plan.delegations[1]
    for kind in (YOU, PERSON, *KINDS):
        plan.seat(name, kind)
        for level in LEVELS:
            plan.seats[name].level = level
            if bot := plan.seats[name].sitter().bot:
                maker(bot)
    assert {each.kind for each in bots_told()} == set(KINDS)
    assert all(each.about for each in bots_told())


def test_seats_are_kept_when_the_table_grows() -> None:
    plan = usual_plan()
    name = plan.delegations[1]
    plan.seat(name, PERSON)
    plan.resize(plan.sizes[0])
    plan.resize(plan.sizes[-1])
    assert plan.seats[name].who == PERSON
    assert len(plan.people) == 2


def test_a_size_the_deck_does_not_offer_is_told_in_one_sentence() -> None:
    plan = usual_plan()
    plan.size = 99
    with pytest.raises(KeyError):
        _ = plan.delegations
    assert "99 delegations" in plan.problem
    assert plan.problem.endswith(".")


def test_a_module_that_a_variant_switches_off_is_not_switched_twice() -> None:
    plan = usual_plan()
    assert plan.deck is not None
    variant = next(each for each in plan.deck.variants if each.without)
    plan.variants ^= {variant.id}
    module = next(name for name in variant.without)
    assert plan.off_by_variant[module] == variant.title
    plan.off.add(module)
    assert module not in plan.options.without
    assert plan.problem == ""


def test_without_decks_and_with_a_broken_deck_the_plan_says_why(tmp_path: Path) -> None:
    assert Plan([]).problem == "No deck is installed."
    (tmp_path / "bad.yaml").write_text("deck: [", encoding="utf-8")
    plan = Plan([stack("bad", tmp_path / "bad.yaml")])
    assert "fault" in plan.problem
    assert plan.delegations == ()
    assert plan.sizes == ()


@pytest.mark.parametrize(("text", "seed"), [("", None), ("  ", None), ("7", 7), (" 12 ", 12), ("0", 0)])
def test_a_seed_is_a_whole_number_or_nothing(text: str, seed: int | None) -> None:
    assert read_deal(text) == (seed, "")


@pytest.mark.parametrize("text", ["-1", "1.5", "٣", "9" * 19])
def test_anything_else_is_no_seed(text: str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        read_deal(text)


def test_a_class_code_is_a_deal_too_and_what_is_neither_is_said() -> None:
    assert read_deal(" hrdk 47 ") == (seed_of("HRDK47"), "HRDK47")
    with pytest.raises(ValueError, match="letters and digits"):
        read_deal("x")


def test_every_rule_module_is_told_from_the_rule_book() -> None:
    told = modules_told()
    assert set(told) == set(registry())
    for name, kind in registry().items():
        if kind.__module__.startswith("summit_game."):
            assert told[name].clause.startswith("R"), name
            assert told[name].adds.endswith(".")
            assert told[name].off.endswith(".")


def test_bots_have_names_in_words() -> None:
    assert bot_name("hardliner:3") == "Hardliner, level 3"
    assert bot_name("simple") == "Simple"
    assert bot_name("nobody-knows") == "nobody-knows"


# --- the form ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [pytest.param(80, 24, marks=pytest.mark.slow), (60, 20)])
async def test_every_line_of_the_form_can_be_reached_and_is_shown(width: int, height: int) -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        screen = await open_form(app, pilot)
        form = screen.query_one(Form)
        for at in range(form.items):
            form.cursor = at
            await pilot.pause()
            assert form.current is not None
            assert any("►" in line and form.current.label[:12] in line for line in picture(app)), form.current


@pytest.mark.slow
async def test_every_value_can_be_stepped_both_ways_and_comes_round() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_form(app, pilot)
        form = screen.query_one(Form)
        for name in [field.name for field in form.fields if field.kind == STEPS]:
            form.go(name)
            first = form.current
            assert first is not None
            values = [first.value]
            for _ in range(40):
                screen.stepped(Form.Stepped(name, 1))
                assert form.current is not None
                if form.current.value == first.value:
                    break
                values.append(form.current.value)
            assert form.current.value == first.value, name
            assert len(values) == len(set(values)) > 1, name
            screen.stepped(Form.Stepped(name, -1))
            assert form.current.value == values[-1]
            screen.stepped(Form.Stepped(name, 1))


async def test_a_form_filled_by_hand_begins_that_very_game() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await open_form(app, pilot)
        form, plan = screen.query_one(Form), screen.plan
        first, second = plan.delegations[:2]
        form.go(f"seat.{second}")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("home", "down", "enter")
        await until(pilot, lambda: app.screen is screen and plan.seats[second].who == PERSON)
        form.go(f"name.{second}")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Write))
        await pilot.press(*"Ana", "enter")
        await until(pilot, lambda: plan.seats[second].people == ("Ana",))
        form.go(f"word.{second}")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Write))
        await pilot.press(*"owl", "enter")
        await until(pilot, lambda: plan.seats[second].word == "owl")
        assert not shown(app, "owl")
        module = plan.modules[0]
        form.go(f"module.{module}")
        await pilot.press("space")
        assert plan.off == {module}
        form.go("seed")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Write))
        await pilot.press(*"42", "enter")
        await until(pilot, lambda: plan.seed == 42)
        form.go("clock")
        await pilot.press("right")
        form.go("up")
        await pilot.press("right")
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        await pilot.press("enter")
        await until(pilot, lambda: asks(app))
        table = app.screen
        assert isinstance(table, TableScreen)
        assert table.table.seed == 42
        assert module not in [each.id for each in table.table.setting.modules]
        assert table.table.sitters[1].people == ("Ana",)
        assert table.table.clock is not None
        assert table.table.clock.rule.to_json() == {"per": PER_DECISION, "seconds": 60, "on_time_up": STAND_IN}
        assert table.secret.has(1)
        assert not table.secret.has(0)
        assert table.secret.opens(1, "owl")
        assert not table.secret.opens(1, "cat")
        assert first == table.table.setting.seat_ids[0]


async def test_escape_in_a_window_changes_nothing() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_form(app, pilot)
        form, plan = screen.query_one(Form), screen.plan
        before = (plan.at, plan.size, dict(plan.seats), plan.seed, plan.clock)
        for name in ("deck", "size", f"seat.{plan.delegations[1]}", "seed", "clock"):
            form.go(name)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Pick | Write))
            all_seen(app)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
        assert (plan.at, plan.size, dict(plan.seats), plan.seed, plan.clock) == before


@pytest.mark.parametrize(("width", "height"), [pytest.param(60, 20, marks=pytest.mark.slow), (40, 14)])
async def test_windows_fit_small_terminals(width: int, height: int) -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(width, height)) as pilot:
        screen = await open_form(app, pilot)
        for name in (f"seat.{screen.plan.delegations[0]}", "seed"):
            screen.query_one(Form).go(name)
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Pick | Write))
            await pilot.pause()
            all_seen(app)
            await pilot.press("escape")


async def test_picking_a_deck_a_size_and_a_clock_takes_them() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_form(app, pilot)
        form, plan = screen.query_one(Form), screen.plan
        form.go("clock")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("end", "enter")
        await until(pilot, lambda: plan.clock == len(CLOCKS) - 1)
        assert shown(app, clock_words(len(CLOCKS) - 1))
        form.go("size")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Pick))
        await pilot.press("end", "enter")
        await until(pilot, lambda: plan.size == plan.sizes[-1])
        if len(stacks()) > 1:
            form.go("deck")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Pick))
            await pilot.press("end", "enter")
            await until(pilot, lambda: plan.at == len(plan.stacks) - 1)
            assert plan.problem == ""


async def test_what_cannot_be_played_is_said_and_cannot_be_begun() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_form(app, pilot)
        assert screen.plan.stack is not None
        screen.plan.faulty[screen.plan.stack.id] = "This deck has 1 fault; the first: it is a test"
        screen.renew()
        await pilot.pause()
        assert shown(app, "This deck has 1 fault")
        assert screen.query_one("#begin").disabled
        await pilot.press("b")
        await pilot.pause()
        assert app.screen is screen
        assert games() == []
        assert "begin" not in await walk(pilot)


async def test_what_the_checker_finds_cannot_be_begun() -> None:
    name = default_deck()
    assert name is not None
    copy = Path("data/decks") / name
    shutil.copytree(find_deck(name), copy)
    text = (copy / "deck.yaml").read_text(encoding="utf-8")
    (copy / "deck.yaml").write_text(text.replace("version:", "version: 1 # ", 1), encoding="utf-8")
    next((copy / "cards").glob("events*")).unlink()
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        app.push_screen(NewGame(copy))
        await until(pilot, lambda: shown(app, "fault"), 20)
        assert screen_of(app).query_one("#begin").disabled


async def test_what_is_neither_seed_nor_code_is_refused_with_a_sentence() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await open_form(app, pilot)
        screen.query_one(Form).go("seed")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Write))
        await pilot.press(*"x1", "enter")
        await until(pilot, lambda: shown(app, "A class code has"))
        assert screen.plan.seed is None


async def written_in(app: GameApp, pilot: object, name: str, text: str) -> None:
    screen_of(app).query_one(Form).go(name)
    await pilot.press("enter")  # type: ignore[attr-defined]
    await until(pilot, lambda: isinstance(app.screen, Write))  # type: ignore[arg-type]
    app.screen.query_one("#line").value = text  # type: ignore[attr-defined]
    await pilot.press("enter")  # type: ignore[attr-defined]
    await until(pilot, lambda: isinstance(app.screen, NewGame))  # type: ignore[arg-type]


@pytest.mark.fault("K13.9")
async def test_people_and_the_table_are_named_in_the_form_as_on_the_command_line() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await open_form(app, pilot)
        plan = screen.plan
        first, second = plan.delegations[:2]
        plan.seat(second, PERSON)
        screen.renew()
        await written_in(app, pilot, f"name.{first}", 'Ana, "Last, First"')
        await written_in(app, pilot, f"name.{second}", "Ben")
        await written_in(app, pilot, "called", "Room 12")
        assert (plan.seats[first].people, plan.seats[second].people) == (("Ana", "Last, First"), ("Ben",))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        (entry,) = games()
        assert entry.name == "Room 12"
        table = next(each for each in app.screen_stack if isinstance(each, TableScreen)).table
        assert [table.sitters[seat].people for seat in (0, 1)] == [("Ana", "Last, First"), ("Ben",)]


@pytest.mark.clause("R19.1")
async def test_messages_between_people_are_a_switch_where_people_and_messages_are() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_form(app, pilot)
        plan = screen.plan
        name = "table.talk_between"
        assert name not in [each.name for each in screen.fields()]
        plan.seat(plan.delegations[1], PERSON)
        plan.off.add("talk")
        assert name not in [each.name for each in screen.fields()]
        assert plan.table == {"voices"}
        plan.off.clear()
        screen.renew()
        screen.query_one(Form).go(name)
        await pilot.press("space")
        assert plan.table == {"talk_between", "voices"}
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, Curtain))
        table = next(each for each in app.screen_stack if isinstance(each, TableScreen)).table
        assert table.talk_between
        assert not table.open_votes


@pytest.mark.fault("K13.9")
@pytest.mark.parametrize("names", ["x" * 41, ",".join("abcdefghi"), '"Ana', "A\u200bna"])
async def test_names_that_cannot_be_kept_are_refused_in_the_form_with_a_sentence(names: str) -> None:
    app = GameApp(pace=0, guard=0)
    with pytest.raises(ValueError) as refused:
        people_of(names)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await open_form(app, pilot)
        name = screen.plan.delegations[0]
        screen.plan.seats[name].people = ("Eva",)
        await written_in(app, pilot, f"name.{name}", names)
        assert screen.plan.seats[name].people == ("Eva",)
        assert [capital(str(refused.value))] == [each.message for each in app._notifications]


async def test_the_mouse_steps_switches_and_begins() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await open_form(app, pilot)
        plan = screen.plan
        await pilot.pause()
        size = plan.size
        y = next(at for at, line in enumerate(picture(app)) if "Delegations" in line)
        line = picture(app)[y]
        await pilot.click(offset=(line.index("›"), y))
        await until(pilot, lambda: plan.size != size)
        await pilot.click(offset=(picture(app)[y].index("‹"), y))
        await until(pilot, lambda: plan.size == size)
        module = plan.modules[0]
        y = next(at for at, line in enumerate(picture(app)) if f"[x] {modules_told()[module].name}" in line)
        await pilot.click(offset=(6, y))
        await until(pilot, lambda: module in plan.off)
        await pilot.click("#begin")
        await until(pilot, lambda: asks(app))


async def test_back_goes_to_the_title_and_begins_nothing() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_form(app, pilot)
        assert await pilot.click("#back")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        assert games() == []


async def test_a_table_of_bots_only_is_played_without_anybody() -> None:
    app = GameApp(pace=0, guard=0)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await open_form(app, pilot)
        for name in screen.plan.delegations:
            screen.plan.seat(name, "simple")
        screen.renew()
        await pilot.pause()
        assert shown(app, "you watch")
        screen.action_begin()
        await until(pilot, lambda: isinstance(app.screen, TableScreen))
        table = app.screen
        assert isinstance(table, TableScreen)
        await until(pilot, lambda: len(table.table.decisions) > 3)
        assert YOU not in [sitter.bot for sitter in table.table.sitters.values()]
