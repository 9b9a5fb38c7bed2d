"""The floor (R3), setting up and rounds (R1, R2), R13.1, R15.2 to R15.4, promises (R17), options (R9)."""

import pytest

from rulebook import Case
from summit_game.engine.effects import apply_effects
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.ops import Ops
from summit_game.engine.play import apply, legal, refusal, start
from summit_game.engine.scoring import scores
from summit_game.engine.setup import begin_round, draw_proposals
from summit_game.rules.registry import own_modules
from support import game_of

clause = pytest.mark.clause


def hand(case, name, proposals=(), concessions=(), pressure=()):
    own, setting = case.state.own[case.seat(name)], case.setting
    own.proposals = sorted(setting.proposal_ids.index(x) for x in proposals)
    own.concessions = sorted(setting.concession_ids.index(x) for x in concessions)
    own.pressure = sorted(setting.pressure_ids.index(x) for x in pressure)
    for kind, cards in enumerate((own.proposals, own.concessions, own.pressure)):
        case.state.hand_counts[kind][case.seat(name)] = len(cards)
    return case


def russia(**levels):
    case = Case(4).floor("RU").text(**levels).track(tension=6, trust=4)
    return hand(case, "RU", ("P-ENL-2A", "P-DEP-1A", "P-EXE-2B"), ("C-RU-2", "C-RU-6"), ("X-RU-1", "X-RU-4"))


@clause("R3.2")
def test_a_package_has_different_issues_and_levels_that_differ_from_the_text():
    assert russia().refused("RU", "table P-ENL-2A with C-RU-2") is None
    assert russia(ENL=2).refused("RU", "table P-ENL-2A") == "R3.2"
    assert russia(DES=2).refused("RU", "table P-ENL-2A with C-RU-2") == "R3.2"
    assert russia().refused("RU", "table P-ENL-1A") == "R3.2"
    assert russia().refused("RU", "table P-ENL-2A with C-RU-1") == "R3.2"


@clause("R3.3")
@clause("R3.5")
def test_a_non_paper_sets_one_issue_at_any_other_level_from_one():
    case = russia(DES=3)
    assert case.refused("RU", "nonpaper DES 4 laying P-DEP-1A P-EXE-2B") is None
    assert case.refused("RU", "nonpaper DES 3 laying P-DEP-1A P-EXE-2B") == "R3.3"
    assert case.refused("RU", "nonpaper DES 5 laying P-DEP-1A P-EXE-2B") == "R3.3"
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
def test_consult_exchanges_proposals_and_the_first_calms_if_talks_are_agreed():
    case = russia(CON=1).does("RU", "consult P-DEP-1A P-EXE-2B")
    assert case["tension"] == 5
    assert len(case.state.own[0].proposals) == 3
    assert len(case.state.discard) == 2
    assert case.floor("RU").does("RU", "consult")["tension"] == 5
    assert russia().does("RU", "consult")["tension"] == 6


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


@clause("R15.2")
@clause("R15.3")
def test_rally_or_pledge_once_in_a_round():
    case = russia().home("RU", support=3).does("RU", "rally")
    assert case.of("RU") == 4
    assert case.floor("RU").refused("RU", "pledge ENL") == "R15.2"
    case = russia().home("RU", support=3).does("RU", "pledge DES")
    assert case.of("RU") == 5
    assert russia().home("RU", credibility=0).refused("RU", "pledge ENL") == "R15.3"


@clause("R15.4")
@pytest.mark.parametrize(("objectors", "support", "credibility"), [((), 0, 2), (("WE",), 0, 2)])
def test_a_broken_pledge(objectors, support, credibility):
    case = russia().home("RU", support=1).does("RU", "pledge DES").table("RU", objectors, DES=2)
    assert case.of("RU") == support
    assert case.of("RU", "credibility") == credibility
    assert case.home("RU", support=5).table("RU", DES=3).of("RU", "credibility") == credibility


@clause("R17.1")
@clause("R2.8")
def test_promises_are_made_in_the_corridor_with_credibility():
    case = Case(6)
    assert case.menu("RU") == ["promise none", "promise restraint"]
    assert case.menu("OS") == []
    assert case.home("RU", credibility=0).refused("RU", "promise restraint") == "R17.1"
    assert russia().refused("RU", "promise restraint") == "R2.8"


@clause("R17.6")
def test_who_promised_support_and_objects_breaks_it():
    case = Case(4, variants=("all-promises",)).does("US", "promise support MIS 1").track(trust=4)
    case.table("RU", ("US",), MIS=2)
    assert case.of("US", "credibility") == 3
    case.table("RU", ("US",), MIS=1)
    assert (case.of("US", "credibility"), case["trust"]) == (2, 3)


@clause("R17.7")
def test_a_promised_step_is_due_by_the_end_of_the_next_round():
    case = Case(4, variants=("all-promises",)).does("US", "promise step").track(trust=4).reckoning()
    assert case.of("US", "credibility") == 3
    case.state.round = 2
    case.reckoning()
    assert case.of("US", "credibility") == 2


@clause("R17.7")
def test_a_step_promised_in_the_last_round_is_due_in_that_round():
    case = Case(4, variants=("all-promises",))
    case.state.round = 6
    case.does("US", "promise step").reckoning()
    assert case.of("US", "credibility") == 2


@clause("R17.7")
def test_promising_a_step_again_does_not_put_off_the_first_promise():
    case = Case(4, variants=("all-promises",)).does("US", "promise step").reckoning()
    case.state.round = 2
    case.state.phase, case.state.waiting = 2, [case.seat("US"), case.seat("WE")]
    again = parse_action(case.setting, "promise step")
    refused = refusal(case.state, case.seat("US"), again)
    assert refused is not None
    assert refused.clause == "R17.1"
    case.reckoning()
    assert case.of("US", "credibility") == 2


@clause("R17.5")
def test_no_pressure_is_checked_in_the_reckoning_of_the_next_round():
    case = Case(4, variants=("all-promises",)).does("RU", "promise no_pressure").track(trust=4)
    case.state.pressed[0] = 1
    case.reckoning()
    assert case.of("RU", "credibility") == 3


@clause("R17.5")
def test_pressing_after_a_promise_of_no_pressure_breaks_it():
    case = Case(4, variants=("all-promises",)).does("RU", "promise no_pressure").track(trust=4)
    case.state.round = 2
    case.state.pressed[0] = 2
    case.reckoning()
    assert case.of("RU", "credibility") == 2


@clause("R17.9")
@pytest.mark.parametrize(("onlooker", "points"), [(0, 2), (4, 1), (5, 0), (8, -2)])
def test_the_score_line_of_the_onlooker(onlooker, points):
    case = Case(4).track(onlooker=onlooker)
    lines = [x.points for each in scores(case.state) for x in each.lines if "nlooker" in x.text + x.behind]
    assert points in lines


@clause("R1.1")
@clause("R1.2")
@clause("R1.3")
@clause("R1.7")
def test_the_start():
    tables = {2: "RU US", 3: "RU US UA", 4: "RU US WE UA", 5: "RU US WE UA EA", 6: "RU US WE UA EA OS"}
    for seats, tension in zip(tables, (5, 5, 6, 7, 7), strict=True):
        setting = game_of(seats).setting
        assert " ".join(setting.seat_ids) == tables[seats]
        start_of = {spec.id: spec.start for spec in (*setting.tracks, *setting.seat_tracks)}
        assert start_of["tension"] == tension
        assert (start_of["trust"], start_of["cohesion"], start_of["onlooker"]) == (4, 7, 5)
        assert (start_of["support"], start_of["credibility"], start_of["pressure"]) == (3, 3, 0)
        assert setting.start_units == ((2, 1, 1, 0, 0), (0, 0, 0, 2, 1))
        assert start(game_of(seats), 3)[0].initiative == 0


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
@pytest.mark.parametrize("module", [module.id for module in own_modules()])
def test_a_module_that_is_off_offers_nothing(module):
    setting = game_of(4, (), (module,)).setting
    assert module not in [each.id for each in setting.modules]
    owned = next(each.tracks for each in own_modules() if each.id == module)
    assert all(spec.frozen == (spec.id in owned) for spec in (*setting.tracks, *setting.seat_tracks))
    assert {card.owner for card in setting.concessions} == {0, 1, 2, 3}


@clause("R9.3")
def test_a_variant_changes_what_it_names():
    plain, quick = game_of(4).setting, game_of(4, ("quick",)).setting
    changed = {"rounds": 4, "sign_from": 3, "goals": False, "moods": False}
    assert quick.options == plain.options._replace(**changed)
    assert quick.seat_tracks[0].start == 4


@clause("R9.4")
@clause("R9.5")
def test_a_refusal_names_its_clause_and_an_action_its_form():
    case = russia()
    assert case.refused("RU", "order hold") == "R5.1"
    action = next(each for each in legal(case.state, 0) if len(each.args) == 2 and each.verb == 0)
    assert action_text(case.setting, action).startswith("table P-")
