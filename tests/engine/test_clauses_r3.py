"""The floor (R3), setting up and rounds (R1, R2), R13.1, R15.2 to R15.4, promises (R17), options (R9)."""

import pytest

from rulebook import Case, hand, russia
from summit_game.deck.effects import resolve_effects
from summit_game.engine.effects import apply_effects
from summit_game.engine.notation import ActionError, action_text, parse_action
from summit_game.engine.ops import Ops
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.setup import begin_round, draw_proposals
from summit_game.engine.state import State
from summit_game.rules.registry import built_in
from support import game_of

clause = pytest.mark.clause


@clause("R3.2")
def test_a_package_has_different_issues_and_levels_that_differ_from_the_text():
    assert russia().refused("RU", "table P-ENL-2A with C-RU-2") is None
    assert russia(ENL=2).refused("RU", "table P-ENL-2A") == "R3.2"
    assert russia(DES=2).refused("RU", "table P-ENL-2A with C-RU-2") == "R3.2"
    assert russia().refused("RU", "table P-ENL-1A") == "R3.2"
    assert russia().refused("RU", "table P-ENL-2A with C-RU-1") == "R3.2"


@clause("R3.2")
def test_the_cards_of_a_package_are_on_different_issues_and_in_the_hand():
    case = hand(russia(), "RU", ("P-ENL-2A",), ("C-RU-1", "C-RU-2", "C-RU-5", "C-RU-6"))
    assert case.refused("RU", "table P-ENL-2A with C-RU-2 C-RU-6") is None
    assert case.refused("RU", "table P-ENL-2A with C-RU-5") == "R3.2"
    assert case.refused("RU", "table P-ENL-2A with C-RU-1 C-RU-2") == "R3.2"


@clause("R3.3")
@clause("R3.5")
def test_a_non_paper_sets_one_issue_at_any_other_level_from_one():
    case = russia(DES=3)
    assert case.refused("RU", "nonpaper DES 4 laying P-DEP-1A P-EXE-2B") is None
    assert case.refused("RU", "nonpaper DES 3 laying P-DEP-1A P-EXE-2B") == "R3.3"
    with pytest.raises(ActionError, match="levels 0 to 4, not 5"):
        case.refused("RU", "nonpaper DES 5 laying P-DEP-1A P-EXE-2B")
    assert case.refused("RU", "nonpaper DES 0 laying P-DEP-1A P-EXE-2B") == "R3.5"
    assert case.refused("RU", "nonpaper DES 1 laying P-DEP-1A P-DEP-1A") == "R3.3"


@clause("R3.4")
@clause("R4.1")
@pytest.mark.parametrize("adopted", [True, False])
def test_proposals_are_discarded_and_concessions_only_spent_if_adopted(adopted):
    case = russia().does("RU", "table P-ENL-2A with C-RU-2")
    assert [case.setting.proposals[card].id for card in case.state.discard] == ["P-ENL-2A"]
    assert case.menu("US") == ["silence", "object"]
    assert case.refused("RU", "object") is not None
    for name in ("US", "WE", "UA"):
        case.does(name, "object" if name == "UA" and not adopted else "silence")
    held = [case.setting.concessions[card].id for card in case.state.own[0].concessions]
    assert held == (["C-RU-6"] if adopted else ["C-RU-2", "C-RU-6"])
    assert case["ENL"] == (2 if adopted else -1)


@clause("R3.6")
def test_a_step_lowers_tension_and_waits_or_answers():
    case = russia().does("RU", "step C-RU-6")
    assert (case["tension"], case.state.step_markers[0]) == (5, 1)
    case = russia().home("WE", support=3)
    case.state.step_markers[case.seat("WE")] = 1
    case.does("RU", "step C-RU-6")
    assert (case["tension"], case["trust"], case.of("WE")) == (5, 5, 4)
    assert case.state.step_markers == [0, 0, 0, 0]
    case.floor("RU")
    assert case.refused("RU", "step C-RU-2") == "R3.6"


@clause("R3.6")
@pytest.mark.parametrize(("us", "we", "answered"), [(2, 1, "WE"), (1, 2, "US")])
def test_a_step_answers_the_oldest_pending_step_of_the_other_side(us, we, answered):
    case = russia().floor("RU", 3).home("US", support=3).home("WE", support=3)
    case.state.step_markers[case.seat("US")], case.state.step_markers[case.seat("WE")] = us, we
    case.does("RU", "step C-RU-6")
    left = {name: case.state.step_markers[case.seat(name)] for name in ("RU", "US", "WE")}
    assert left == {"RU": 0, "US": us, "WE": we} | {answered: 0}
    assert {name: case.of(name) for name in ("US", "WE")} == {"US": 3, "WE": 3} | {answered: 4}


@clause("R3.6")
def test_a_second_step_moves_the_marker_to_the_present_round_and_the_own_side_answers_nobody():
    case = russia().floor("RU", 3)
    case.state.step_markers[case.seat("RU")] = 1
    assert case.does("RU", "step C-RU-6").state.step_markers == [3, 0, 0, 0]
    case = hand(Case(4).floor("US", 2), "US", concessions=("C-US-3",))
    case.state.step_markers[case.seat("WE")] = 1
    assert case.does("US", "step C-US-3").state.step_markers == [0, 2, 1, 0]


@clause("R3.7")
def test_a_pressure_card_is_carried_out_and_leaves_the_game():
    case = russia().home("RU", support=3).track(cohesion=7).does("RU", "press X-RU-4")
    assert (case["cohesion"], case.of("RU")) == (5, 4)
    assert len(case.state.own[0].pressure) == 1
    case.floor("RU")
    assert case.refused("RU", "press X-RU-1") == "R3.7"


@clause("R3.7")
def test_a_side_presses_at_most_twice_in_a_round():
    case = russia()
    case.state.side_pressed[case.side("East")] = 2
    assert case.refused("RU", "press X-RU-1") == "R3.7"


@clause("R3.8")
@clause("R13.1")
def test_consult_exchanges_proposals():
    case = russia(CON=1).does("RU", "consult P-DEP-1A P-EXE-2B")
    assert case["tension"] == 6
    assert len(case.state.own[0].proposals) == 3
    assert len(case.state.discard) == 2
    assert case.floor("US").does("US", "consult")["tension"] == 5


@clause("R3.9")
def test_the_question_is_put_from_round_five_once_in_a_round():
    levels = {"ENL": 1, "MIS": 1, "EXE": 1}
    assert russia(**levels).floor("RU", 4).refused("RU", "sign") == "R3.9"
    assert russia(**levels).floor("RU", 5).refused("RU", "sign") is None
    case = russia(**levels).floor("RU", 5)
    case.state.asked_in_round = True
    assert case.refused("RU", "sign") == "R3.9"
    assert russia().floor("RU", 5).refused("RU", "sign") == "R7.1"


@clause("R3.10")
@clause("R3.1")
def test_pass_does_nothing_and_the_floor_goes_round_twice():
    case = russia()
    before = (list(case.state.tracks), list(case.state.text))
    turns = []
    for _ in range(8):
        (seat,) = case.state.waiting
        turns.append(seat)
        case.does(case.setting.seat_ids[seat], "pass")
    assert turns == [0, 1, 2, 3, 0, 1, 2, 3]
    assert (list(case.state.tracks), list(case.state.text)) == before
    assert case.refused("RU", "pass") == "R3.1"


@clause("R1.1")
@clause("R1.2")
@clause("R1.3")
@clause("R1.7")
def test_the_start():
    tables = {2: "RU US", 3: "RU US UA", 4: "RU US WE UA", 5: "RU US WE UA EA", 6: "RU US WE UA EA OS"}
    for seats, tension in zip(tables, (5, 5, 5, 6, 6), strict=True):
        setting = game_of(seats).setting
        assert " ".join(setting.seat_ids) == tables[seats]
        start_of = {spec.id: spec.start for spec in (*setting.tracks, *setting.seat_tracks)}
        assert start_of["tension"] == tension
        assert (start_of["trust"], start_of["cohesion"], start_of["onlooker"]) == (4, 7, 5)
        assert (start_of["support"], start_of["credibility"], start_of["pressure"]) == (3, 3, 0)
        assert setting.start_units == ((2, 1, 1, 0, 0), (0, 0, 0, 2, 2))
        assert start(game_of(seats), 3)[0].initiative == 0


@clause("R1.2")
@clause("R1.3")
@pytest.mark.parametrize("variants", [(), ("quick",)])
def test_before_anything_is_dealt_tracks_and_units_stand_where_the_deck_puts_them(variants):
    for seats in (2, 6):
        game = game_of(seats, variants)
        state, setting = State(game, 0), game.setting
        assert state.tracks == [spec.start for spec in setting.tracks]
        assert state.seat_tracks == [[spec.start] * seats for spec in setting.seat_tracks]
        assert state.units == [[2, 1, 1, 0, 0], [0, 0, 0, 2, 2]]


@clause("R1.3")
def test_a_side_has_no_units_where_the_deck_does_not_name_it():
    case = Case(4)
    assert [case.cap("East", zone) for zone in "BNSFU"] == [3, 3, 3, 0, 0]
    assert [case.cap("West", zone) for zone in "BNSFU"] == [0, 0, 3, 3, 3]


@clause("R1.4")
def test_everything_that_is_dealt_is_drawn_at_random():
    states = [start(game_of(4), seed)[0] for seed in range(40)]
    for seat in range(4):
        assert len({state.own[seat].brief for state in states}) == len(states[0].game.secrets.briefs[seat])
        assert len({state.own[seat].goal for state in states}) == len(states[0].game.secrets.goals[seat])
        assert len({state.own[seat].mood for state in states}) == len(states[0].game.secrets.moods)
        assert len({tuple(state.concession_piles[seat]) for state in states}) > 20
        assert len({tuple(state.own[seat].pressure) for state in states}) > 1
    assert len({tuple(state.proposal_pile) for state in states}) == len(states)
    assert len({state.news_list for state in states}) > 30


@clause("R1.4")
@clause("R2.2")
def test_the_deal():
    state, _ = start(game_of(5), 9)
    assert state.hand_counts == [[3] * 5, [3] * 5, [2] * 5]
    assert len(state.news_list) == 6
    assert all(own.goal >= 0 and own.mood >= 0 for own in state.own)


@clause("R2.2")
@pytest.mark.parametrize(("held", "after"), [(0, 1), (1, 2), (2, 2)])
def test_a_later_round_fills_up_the_hand_with_one_pressure_card_at_most(held, after):
    case = Case(4)
    case.state.own[0].pressure = case.state.own[0].pressure[:held]
    case.state.own[0].proposals = []
    case.state.own[0].concessions = case.state.own[0].concessions[:1]
    case.state.concession_piles[0] = case.state.concession_piles[0][:1]
    begin_round(Ops(case.state))
    own = case.state.own[0]
    assert (len(own.proposals), len(own.concessions), len(own.pressure)) == (3, 2, after)


@clause("R9.2")
def test_cards_of_a_module_that_is_off_are_not_dealt():
    incidents = {"E-01", "E-02", "E-03", "E-04"}
    without = {card.id for card in game_of(4, (), ("exercises_incidents",)).setting.events}
    with_ = {card.id for card in game_of(4).setting.events}
    assert incidents <= with_
    assert not incidents & without


@clause("R2.4")
def test_an_empty_deck_is_made_of_the_discards():
    case = Case(4)
    state = case.state
    state.discard, state.proposal_pile = state.proposal_pile[:2], []
    draw_proposals(Ops(state), 0, 3)
    assert (len(state.own[0].proposals), state.discard, state.proposal_pile) == (5, [], [])


@clause("R2.8")
@clause("R2.3")
def test_promises_are_asked_for_in_initiative_order():
    case = Case(4)
    assert case.state.waiting == [0, 1, 2, 3]
    begin_round(Ops(case.state))
    assert case.state.waiting == [1, 2, 3, 0]


@clause("R2.1")
@clause("R2.3")
@clause("R2.5")
def test_rounds_pass_the_initiative_and_turn_news():
    state, events = start(game_of(3), 2)
    began = [event.initiative for event in events if type(event).__name__ == "RoundBegan"]
    while state.ending < 0 and state.round < 4:
        seat = state.waiting[0]
        state.tracks[0] = 5
        events = apply(state, seat, legal(state, seat)[-1] if state.phase == 3 else legal(state, seat)[0])
        began += [event.initiative for event in events if type(event).__name__ == "RoundBegan"]
        assert state.news == state.news_list[state.round - 1]
    assert began == [0, 1, 2, 0]


def carried_out(case, *effects):
    """The operations of a card, as a deck writes them."""
    names = case.state.game.rules.modules[0].names
    apply_effects(Ops(case.state), resolve_effects(effects, names, {}), 0, "test")
    return case


@clause("R2.6")
def test_a_card_adds_units_below_the_cap_only_and_removes_only_what_is_there():
    def east(units, *effects, **levels):
        case = carried_out(Case(4).units("East", B=units).text(**levels).track(trust=4), *effects, "trust +1")
        assert case["trust"] == 5, "an operation that cannot be carried out is skipped, the next one is not"
        return case.stands("East", "B")

    assert [east(units, "unit East B +1") for units in (0, 2, 3)] == [1, 3, 3]
    assert [east(units, "unit East B +1", DES=2) for units in (0, 1, 2)] == [1, 1, 2]
    assert [east(units, "unit East B -1") for units in (2, 1, 0)] == [1, 0, 0]
    assert east(2, "unit East B -1", "unit East B -1", "unit East B -1") == 0
    assert carried_out(Case(4), "unit West B +1").stands("West", "B") == 0


@clause("R2.6")
def test_operations_are_carried_out_in_the_printed_order_and_a_condition_is_tested_when_it_is_reached():
    condition = {"if tension >= 7": ["trust -1"], "else": ["trust +1"]}
    assert carried_out(Case(4).track(tension=6, trust=4), "tension +1", condition)["trust"] == 3
    assert carried_out(Case(4).track(tension=6, trust=4), condition, "tension +1")["trust"] == 5
    assert carried_out(Case(4).track(trust=9), "trust +2", "trust -1")["trust"] == 9


@clause("R2.6")
@clause("R2.7")
def test_operations_stay_in_range_and_tokens_go_to_the_stand_in():
    case = Case(3).track(cohesion=1, trust=1)
    card = next(card for card in case.setting.pressure if card.id == "X-RU-3")
    ops = Ops(case.state)
    for _ in range(3):
        apply_effects(ops, card.effects, 0, card.id)
    assert (case["trust"], case["cohesion"]) == (0, 0)
    assert case.of("US", "pressure") == 2


@clause("R9.1")
@clause("R9.2")
@pytest.mark.parametrize("module", [module.id for module in built_in()])
def test_a_module_that_is_off_offers_nothing(module):
    setting = game_of(4, (), (module,)).setting
    assert module not in [each.id for each in setting.modules]
    owned = next(each.tracks for each in built_in() if each.id == module)
    assert all(spec.frozen == (spec.id in owned) for spec in (*setting.tracks, *setting.seat_tracks))
    assert {card.owner for card in setting.concessions} == {0, 1, 2, 3}


@clause("R9.3")
def test_a_variant_changes_what_it_names():
    plain, quick = game_of(4).setting, game_of(4, ("quick",)).setting
    changed = {"rounds": 4, "sign_from": 3, "goals": False, "moods": False}
    changed |= {"acts": (1, 2, 3, 3), "crisis_rounds": (3, 4), "news_ceiling": (8, 8, 10, 10)}
    assert quick.options == plain.options._replace(**changed)
    assert quick.seat_tracks[0].start == 4


@clause("R9.5")
def test_every_action_has_one_written_form():
    case = russia()
    forms = [
        *("table P-ENL-2A", "table P-ENL-2A with C-RU-2", "table P-ENL-2A with C-RU-2 C-RU-4"),
        *("nonpaper ENL 2 laying P-DEP-1A P-EXE-2B", "step C-RU-1", "press X-RU-1", "consult"),
        *("consult P-DEP-1A P-EXE-2B", "rally", "pledge ENL", "sign", "pass", "silence", "object", "order hold"),
        *("promise none", "promise restraint", "promise no_pressure", "promise support ENL 2", "promise step"),
        *("order build B", "order draw B", "order exercise B", "order monitor B"),
    ]
    actions = [parse_action(case.setting, form) for form in forms]
    assert [action_text(case.setting, action) for action in actions] == forms
    assert len(set(actions)) == len(forms)


@clause("R9.5")
def test_cards_of_one_kind_are_in_the_order_of_the_deck():
    case = russia()
    right = parse_action(case.setting, "table P-ENL-2A with C-RU-2 C-RU-6")
    wrong = right._replace(args=(right.args[0], right.args[2], right.args[1]))
    assert refusal(case.state, 0, right) is None
    assert refusal(case.state, 0, wrong).clause == "R9.5"
    assert parse_action(case.setting, "table P-ENL-2A with C-RU-6 C-RU-2") == right


@clause("R9.4")
@clause("R9.5")
@clause("R5.1")
def test_a_refusal_names_its_clause_and_an_action_its_form():
    case = russia()
    assert case.refused("RU", "order hold") == "R5.1"
    action = next(each for each in legal(case.state, 0) if len(each.args) == 2 and each.verb == 0)
    assert action_text(case.setting, action).startswith("table P-")
