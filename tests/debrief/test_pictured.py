"""What the pictures of a debrief are drawn from: units and caps, capitals, who let whose text pass, the first words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from played import finished, sitting
from small import small

from summit_game.bots.kinds import maker
from summit_game.debrief.analyse import analyse
from summit_game.debrief.board import Capital
from summit_game.debrief.forms.data import as_data
from summit_game.debrief.forms.page.worth import told_worth
from summit_game.debrief.model import Debrief, Moment, VoteRow
from summit_game.debrief.opening import last_capitals, opening, passed_over
from summit_game.debrief.passes import Passed, always_against, passes, tabled
from summit_game.debrief.your_game import your_game
from summit_game.engine import events as ev
from summit_game.engine.queries import zone_cap
from summit_game.engine.scenarios import Fit
from summit_game.table.sitter import Sitter


@pytest.mark.parametrize("seed", range(1, 9))
def test_what_all_saw_of_capitals_and_votes_is_told_in_numbers(seed: int) -> None:
    played, found = finished(seed)
    events = [event for entry in played.table.history.line() for event in entry.events]
    voted = [event for event in events if isinstance(event, ev.CapitalVoted)]
    assert [(each.seat, each.support, each.draw, each.penalty, each.ratified) for each in found.capitals] == [
        (each.seat, each.support, each.draw, each.penalty, each.ratified) for each in voted
    ]
    for each in found.capitals:
        assert (each.total >= each.need) == each.ratified, "the sum decides"
    asked = [
        event.voters
        for event in events
        if isinstance(event, ev.PackageTabled | ev.PackageAmended | ev.QuestionPut | ev.StepAsked)
    ]
    assert [each.voters for each in found.votes] == asked
    for vote in found.votes:
        assert set(vote.objectors) <= set(vote.voters)
        assert vote.tabler not in vote.voters
        assert vote.signing == (not vote.changes)


def test_some_capital_was_helped_at_home() -> None:
    assert any(each.covered for seed in range(1, 13) for each in finished(seed)[1].capitals)


@pytest.mark.parametrize("seed", [2, 7])
def test_units_and_caps_stand_as_the_journal_folds(seed: int) -> None:
    played, found = finished(seed)
    table = played.table
    for moment in found.moments[::9]:
        state = table.history.state(table.game, table.seed, moment.entry)
        assert moment.units == tuple(map(tuple, state.units))
        zones = range(len(found.zones))
        assert moment.caps == tuple(tuple(zone_cap(state, side, zone) for zone in zones) for side in (0, 1))
    data = as_data(found)
    last = json.loads(json.dumps(data))["moments"][-1]
    assert set(last["units"]) == set(found.sides)
    assert set(last["units"][found.sides[0]]) == {each.id for each in found.zones}


def test_what_a_short_list_leaves_out_is_said_by_the_action() -> None:
    _, found = finished(4)
    left_out = [moment.said[at] for moment in found.moments for at in moment.repeats]
    assert left_out
    assert all(at < len(moment.said) for moment in found.moments for at in moment.repeats)
    told = [each for moment in found.moments for at, each in enumerate(moment.said) if at not in moment.repeats]
    assert len(told) > len(left_out) / 4


def votes(*rows: tuple[int, tuple[tuple[int, int], ...], tuple[int, ...], bool]) -> Debrief:
    made = tuple(
        VoteRow(3, 1, tabler, changes, "", objectors, passed, (), tuple({0, 1} - {tabler}))
        for tabler, changes, objectors, passed in rows
    )
    return replace(small(), votes=made, capitals=())


def test_who_let_whose_text_pass_counts_texts_of_others() -> None:
    found = votes((0, ((1, 1),), (1,), False), (0, ((2, 1),), (), True), (1, (), (0,), False))
    assert passes(found) == ((None, Passed(1, 2)), (Passed(0, 1), None))
    assert [tabled(found, seat) for seat in (0, 1)] == [2, 1]


def test_an_objection_to_every_package_on_an_issue_is_named_from_three_on() -> None:
    twice = [(0, ((1, 1),), (1,), False)] * 2
    assert always_against(votes(*twice)) == []
    assert always_against(votes(*twice, twice[0])) == [(1, 1)]
    assert always_against(votes(*twice, twice[0], (0, ((1, 2),), (), True))) == []


def at(moment: Moment, text: tuple[int, ...]) -> Moment:
    return replace(moment, text=text)


def test_the_first_words_follow_from_the_game_by_rule() -> None:
    start = small()
    brackets = replace(
        votes((0, ((1, 1),), (1,), False), (0, ((1, 1),), (1,), False), (0, (), (1,), False)),
        moments=(*start.moments[:-1], at(start.moments[-1], (2, -1, 0))),
        in_force=False,
        ending=1,
    )
    assert opening(brackets) == (
        "2 of the 3 issues left their brackets.",
        "The vote on signing failed: Southshore objected.",
        "Gauges was tried most often, 2 times, and stayed open.",
    )
    assert opening(replace(start, moments=())) == ()
    whole = replace(start, in_force=True, votes=(replace(start.votes[0], changes=()),))
    assert opening(whole) == ("All 3 issues left their brackets.", "Every capital ratified.")
    unsigned = replace(start, votes=(), in_force=False, ending=1)
    assert "never called" in opening(unsigned)[1]
    war = replace(start, ending=2)
    assert opening(war)[1] == "In round 2 it came to a conflict, with Tension at 3."


def test_an_issue_is_named_only_if_no_other_was_tried_as_often() -> None:
    tied = replace(
        votes(*[(0, ((issue, 1),), (1,), False) for issue in (0, 0, 1, 1)]),
        moments=tuple(at(each, (-1, -1, 0)) for each in small().moments),
    )
    assert not any("tried" in each for each in opening(tied))


def test_capitals_are_those_of_the_last_signing() -> None:
    first, second = Capital(2, 1, 0, 3, 0, 0, 0, 5, False), Capital(4, 2, 0, 5, 0, 0, 0, 5, True)
    signed = [replace(small().votes[0], changes=(), moment=each.moment) for each in (first, second)]
    assert last_capitals(replace(small(), votes=tuple(signed), capitals=(first, second))) == (second,)


@pytest.mark.parametrize(
    ("ending", "best", "words"),
    [(1, 0, "no treaty is in force"), (3, 2, "did not come to a conflict"), (0, 1, "a treaty is in force"),
     (2, 1, "came to a conflict"), (1, 1, "")],
)  # fmt: skip
def test_it_is_said_why_the_best_fit_is_not_the_ending(ending: int, best: int, words: str) -> None:
    fits = tuple(Fit(each, 90 if each == best else 10, ()) for each in range(4))
    said = passed_over(replace(small(), ending=ending, fits=fits))
    assert words in said
    assert bool(said) == bool(words)


def test_the_worth_of_the_draft_is_told_in_a_sentence() -> None:
    assert told_worth(small()) == "From round 2 on the draft was worth the fallback or more to everybody."
    stopped = replace(small(), moments=small().moments[:4])
    assert told_worth(stopped).endswith("was worth less than the fallback to everybody.")


def test_only_one_person_among_bots_is_spoken_to() -> None:
    alone = analyse(sitting(2, sitters={1: Sitter(("Ana",))}))
    assert alone.you == -1, "a bot decided for the seat until the end"
    assert analyse(sitting(2)).you == -1
    played = sitting(2, moves=0, sitters={1: Sitter(("Ana",))})
    mind = maker("simple")(2, played.table.setting.seat_ids[1])
    while played.table.history.tip < 12:
        if (due := played.table.bot_due()) is not None:
            played.table.bot_acts(due)
        else:
            played.table.submit(1, mind.decide(played.table.view(1)).action)
    assert analyse(played).you == 1
    assert your_game(analyse(sitting(2))) == {}
    found = your_game(small())
    assert found["results"] == "You played Northshore and reached 38 points, +7 against your fallback."
    assert found["votes"] == "You voted on 1 text of others and objected to 1, once alone."
