"""Signing (R7), endings and scores (R8), ratification (R15.5), transparency (R14), alliance (R18)."""

import pytest

from rulebook import Case, ready, why
from summit_game.engine.board import FINAL, RECKONING
from summit_game.engine.formula import evaluate
from summit_game.engine.ops import Ops
from summit_game.engine.play import _run
from summit_game.engine.scenarios import ending_of, fits
from summit_game.engine.scoring import band, holding, no_deal, rate, score_lines, scores, winners
from summit_game.engine.setting import COLD_WAR, CONFLICT, SETTLEMENT, STALEMATE
from summit_game.words.messages import line_text

clause = pytest.mark.clause


@clause("R7.1")
def test_a_treaty_needs_three_issues_and_a_core_issue():
    assert why(ready()) is None
    assert why(ready().text(EXE=-1)) == "R7.1"
    cores = {issue.id for issue in ready().setting.issues if issue.core}
    plain = [name for name in ready().setting.issue_ids if name not in cores]
    case = Case(4).track(trust=9).text(**dict.fromkeys(plain, 1))
    if len(plain) >= 3:
        assert why(case) == "R7.1"
    assert cores


@clause("R7.1")
@clause("R7.4")
def test_a_text_that_failed_ratification_is_barred_until_it_changes():
    case = ready()
    for name in ("RU", "US"):
        case.home(name, support=0)
    case.question("RU")
    assert not case.state.in_force
    assert case["trust"] == 4
    assert why(case) == "R7.4"
    assert why(case.text(EXE=1)) is None


@clause("R7.4")
def test_a_failed_signing_vote_costs_nothing():
    case = ready().question("RU", ("US",))
    assert case["trust"] == 5
    assert case.state.last_failed is None
    assert why(case) is None


@clause("R7.2")
def test_the_protected_rights_cover_the_whole_text():
    assert ready().question("RU", ("UA",)).state.in_force
    assert not ready().text(ENL=2).question("RU", ("UA",)).state.in_force
    assert not ready().text(DES=1).question("RU", ("UA",)).state.in_force


@clause("R7.2")
def test_a_protected_right_stops_the_signing_vote_itself():
    case = ready().text(DES=1).question("RU", ("UA",))
    assert not any(type(event).__name__ == "CapitalVoted" for event in case.events)
    assert case["trust"] == 5


@clause("R7.3")
def test_who_does_not_sign_and_who_does_not_ratify_count_together():
    case = ready().home("UA", support=0).question("RU")
    assert case.state.in_force
    case = ready().home("UA", support=0).question("RU", ("WE",))
    assert not case.state.in_force
    assert case["trust"] == 4


@clause("R7.5")
def test_after_the_last_round_all_vote_once_more_if_the_treaty_is_ready():
    for levels, phase in (({}, FINAL), ({"EXE": -1}, None)):
        case = ready().text(**levels)
        case.state.phase, case.state.round, case.state.waiting = RECKONING, 6, []
        _run(Ops(case.state))
        if phase:
            assert case.state.phase == FINAL
            assert sorted(case.state.waiting) == [0, 1, 2, 3]
        else:
            assert case.state.ending >= 0


@clause("R8.1")
def test_tension_at_its_maximum_ends_the_game_at_once():
    case = Case(4).units("West", U=1).track(tension=11, trust=4).orders(RU="build S", UA="build U")
    assert case.state.conflict
    assert case["trust"] == 4


@clause("R8.2")
def test_the_ending():
    case = ready()
    stalemate, cold_war = fits(case.state)[STALEMATE].points, fits(case.state)[COLD_WAR].points
    assert ending_of(case.state) == (COLD_WAR if cold_war > stalemate else STALEMATE)
    case.state.in_force = True
    assert ending_of(case.state) == SETTLEMENT
    case.state.conflict = True
    assert ending_of(case.state) == CONFLICT
    assert ending_of(Case(4).track(trust=0, tension=11, onlooker=10, cohesion=0).state) == COLD_WAR
    assert ending_of(Case(4).text(CON=1).track(trust=4, tension=7).state) == STALEMATE


@clause("R8.3")
@clause("R10.5")
@clause("R13.4")
def test_fits_add_up_and_have_the_printed_lines():
    for door, points in ((-1, 8), (2, 8), (3, 4), (4, 0)):
        case = ready().text(ENL=door)
        lines = [line.points for line in fits(case.state)[SETTLEMENT].lines if "door" in line.text]
        assert lines == [points]
        for fit in fits(case.state):
            assert sum(line.points for line in fit.lines) == fit.points
            assert 0 <= fit.points <= 100
    open_, closed = fits(ready().text(CON=1).state), fits(ready().state)
    assert [x.points for x in open_[STALEMATE].lines if "Channels" in x.text] == [12]
    assert open_[COLD_WAR].points == closed[COLD_WAR].points - 10


@clause("R8.3")
def test_a_limit_that_changes_a_fit_is_shown_as_a_line():
    levels = dict.fromkeys(("ENL", "DEP", "MIS", "EXE", "CON", "DES"), 1)
    case = Case(4).text(**levels).track(tension=0, trust=10, cohesion=9, onlooker=10)
    (limit,) = [line for line in fits(case.state)[SETTLEMENT].lines if line.behind == "R8.3"]
    assert limit.points < 0
    assert fits(case.state)[SETTLEMENT].points == 49
    case.state.in_force = True
    assert not [line for line in fits(case.state)[SETTLEMENT].lines if line.behind == "R8.3"]
    for each in fits(case.state):
        assert sum(line.points for line in each.lines) == each.points
    assert [line.behind for line in fits(case.state)[STALEMATE].lines].count("R8.3") == 1


@clause("R8.5")
def test_the_score_of_each_ending():
    case = Case(4).text(MIS=2)
    held, seat = holding(case.state, 1), case.setting.seat_specs[1]
    rows = dict(zip(case.setting.issue_ids, held.brief.values, strict=True))

    def points(ending):
        lines = [line for line in score_lines(case.state, 1, held, ending) if line.behind in (*rows, "R8.5")]
        return {line.behind: line.points for line in lines}

    assert points(SETTLEMENT) == {name: row[2 if name == "MIS" else 0] for name, row in rows.items()}
    assert points(STALEMATE) == {}
    assert points(COLD_WAR) == {"R8.5": -4}
    assert points(CONFLICT) == {"R8.5": -seat.war}
    assert seat.war > 0


@clause("R8.6")
def test_a_goal_is_worth_five_exactly_if_its_test_holds():
    met = set()
    for seed in range(12):
        case = Case(4, seed=seed)
        for seat in range(4):
            held = holding(case.state, seat)
            (line,) = [x for x in scores(case.state)[seat].lines if x.behind == held.goal.id]
            holds = bool(evaluate(held.goal.test, case.state))
            assert line.points == 5 * holds
            met.add(holds)
    assert met == {True, False}


@clause("R8.7")
def test_the_single_winner_has_the_highest_rating_then_credibility_then_support():
    case = Case(4)
    case.state.ending = STALEMATE
    ratings = [each.rating for each in scores(case.state)]
    ranks = [
        (rating, case.of(name, "credibility"), case.of(name))
        for rating, name in zip(ratings, case.setting.seat_ids, strict=True)
    ]
    assert len(set(ratings)) > 1
    assert winners(case.state) == tuple(seat for seat in range(4) if ranks[seat] == max(ranks))


@clause("R8.4")
@clause("R16.4")
@clause("R8.5")
def test_the_walk_away_value():
    case = Case(4).track(tension=9).home("RU", pressure=2).units("East", B=2, N=1, S=1).units("West", F=2, U=1)
    held = holding(case.state, 0)
    assert no_deal(case.state, 0, held) == held.reservation + 2 * 0 - 3 - 6
    case.units("East", B=3, N=3)
    assert no_deal(case.state, 0, held) == held.reservation + 2 * 2 - 3 - 6
    assert no_deal(case.state, 3, holding(case.state, 3)) == holding(case.state, 3).reservation - 2 * 2 - 2 * 3


@clause("R8.5")
@clause("R8.7")
def test_ratings_and_their_words():
    assert [rate(x) for x in (0, 1, 2, 8, -1, -20, 20, 30, -30)] == [50, 53, 55, 70, 48, 0, 100, 100, 0]
    words = {0: "failure", 34: "failure", 35: "below mandate", 50: "mandate met", 65: "good", 80: "excellent"}
    assert {rating: band(rating) for rating in words} == words
    case = Case(4)
    case.state.ending = CONFLICT
    assert winners(case.state) == ()


@clause("R8.6")
@clause("R17.8")
def test_goals_and_lost_credibility_are_lines_of_the_score():
    case = Case(4).home("US", credibility=1)
    lines = scores(case.state)[1].lines
    assert [x.points for x in lines if line_text(x).startswith("credibility lost")] == [-6]
    assert next(x.points for x in lines if line_text(x).startswith("goal ")) in (0, 5)
