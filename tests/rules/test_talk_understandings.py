"""Offers, acts, and understandings kept and broken (R19.8 to R19.10, R19.14)."""

import pytest

from rulebook import hand
from summit_game.engine import events as ev
from summit_game.engine.board import BROKEN, GONE, KEPT, NOBODY, OPEN, SHOWN, Ballot
from talkbook import TalkCase, cards

clause = pytest.mark.clause

NOTHING = (0, 0)


def agreed(give, get, one="RU", other="US", **given):
    return cards(TalkCase(**given)).understanding(one, other, give, get)


# --- making them ------------------------------------------------------------------------------------------------------


@clause("R19.8")
def test_an_offer_is_agreed_refused_or_answered_with_one_side_changed_once():
    case = cards(TalkCase()).says("RU", "offer UA quiet for hold")
    menu = case.menu("UA")
    assert {"agree", "refuse", "counter mine draw-U", "counter yours draw-B", "counter yours hold"} <= set(menu)
    assert "counter mine hold" not in menu
    assert "counter yours quiet" not in menu
    case.does("UA", "counter yours draw-B")
    assert case.asked == "RU"
    assert case.menu("RU") == ["refuse", "agree"]
    case.does("RU", "agree")
    assert case.words("UA") == (OPEN, OPEN)
    case.round_ends(RU="draw B, hold", UA="hold")
    assert case.words("UA") == (KEPT, KEPT)


@clause("R19.8")
def test_the_other_side_may_be_changed_too():
    case = cards(TalkCase()).says("RU", "offer UA quiet for hold").does("UA", "counter mine draw-U").does("RU", "agree")
    case.round_ends(UA="hold")
    assert case.words("UA") == (OPEN, BROKEN)


@clause("R19.8")
def test_an_offer_uses_a_message_only_if_it_is_agreed_to():
    case = cards(TalkCase(messages=1)).says("RU", "offer UA quiet for hold").does("UA", "refuse")
    assert case.asked == "RU"
    case.does("RU", "offer UA quiet for hold").does("UA", "counter mine quiet").does("RU", "refuse")
    assert case.asked == "RU"
    assert case.words("RU") == NOTHING
    case.does("RU", "offer UA quiet for hold").does("UA", "agree")
    assert case.asked == "US"


@clause("R19.8")
@pytest.mark.parametrize("offers", [1, 3])
def test_so_many_offers_are_made_in_a_round(offers):
    case = cards(TalkCase(offers=offers))
    for _ in range(offers):
        case.says("RU", "offer UA quiet for hold").does("UA", "refuse")
    assert case.refused("RU", "offer UA quiet for hold") == "R19.8"
    assert case.refused("RU", "ask first UA") is None
    case.silent().next_round().says("RU")
    assert case.refused("RU", "offer UA quiet for hold") is None


@clause("R19.8")
def test_an_offer_needs_credibility():
    case = cards(TalkCase()).home("RU", credibility=0)
    assert case.refused("RU", "offer UA quiet for hold") == "R19.8"
    assert case.home("RU", credibility=1).refused("RU", "offer UA quiet for hold") is None


@clause("R19.8")
def test_two_have_one_open_understanding():
    case = agreed("quiet", "hold")
    assert case.refused("RU", "offer US hold for quiet") == "R19.8"
    assert case.refused("RU", "offer UA hold for quiet") is None
    case.says("US")
    assert case.refused("US", "offer RU hold for quiet") == "R19.8"


@clause("R19.8")
def test_acts_are_what_hands_mandates_and_the_map_allow():
    case = cards(TalkCase())
    menu = set(case.menu("RU"))
    assert {"offer US let-DES-1 for let-ENL-2", "offer US table-ENL-2 for let-DEP-1"} <= menu
    assert {"offer US draw-B for hold", "offer US draw-B for draw-F", "offer UA draw-N for draw-U"} <= menu
    assert "offer US let-DES-1 for table-DES-1" in menu
    assert "offer US let-DES-1 for table-MIS-1" not in menu
    assert "offer US draw-F for hold" not in menu
    assert "offer US let-DES-1 for let-ENL-1" not in menu
    assert "offer US let-DES-2 for let-ENL-2" not in menu
    assert "offer US hold for sign" in menu
    assert "offer US hold for press" not in menu
    for text in ("offer US let-DES-1 for let-ENL-1", "offer US hold for press", "offer US let-DES-1 for table-MIS-1"):
        assert case.refused("RU", text) == "R19.8"


@clause("R19.8")
def test_what_counts_after_the_game_is_offered_only_where_the_deck_says_so():
    assert "offer US quiet for later-ENL-1" not in cards(TalkCase()).menu("RU")
    case = cards(TalkCase(later=True))
    menu = case.menu("RU")
    assert {"offer US quiet for later-ENL-1", "offer US later-DES-1 for let-ENL-2"} <= set(menu)
    assert not {"offer US let-DES-1 for later-ENL-1", "offer US later-DES-1 for later-ENL-1"} & set(menu)
    case.understanding("RU", "US", "quiet", "later-ENL-1")
    for _ in range(3):
        case.silent().round_ends()
        case.next_round()
    assert case.words("RU") == (KEPT, OPEN)


# --- acts -------------------------------------------------------------------------------------------------------------


@clause("R19.8")
def test_a_let_is_kept_by_silence_and_broken_by_an_objection():
    assert agreed("quiet", "let-ENL-2").table("RU", (), ENL=2).words("RU") == (OPEN, KEPT)
    assert agreed("quiet", "let-ENL-2").table("RU", ("US",), ENL=2).words("RU") == (OPEN, BROKEN)
    # EXE 3 is outside the mandate of US, EXE 2 inside.
    assert agreed("quiet", "let-ENL-2").table("RU", ("US",), ENL=2, EXE=3).words("RU") == (OPEN, OPEN)
    assert agreed("quiet", "let-ENL-2").table("RU", ("US",), ENL=2, EXE=2).words("RU") == (OPEN, BROKEN)
    assert agreed("quiet", "let-ENL-2").table("RU", ("US",), DEP=1).words("RU") == (OPEN, OPEN)
    assert agreed("quiet", "let-ENL-2").table("UA", ("US",), ENL=2).words("RU") == (OPEN, OPEN)


@clause("R19.8")
def test_a_let_falls_due_at_the_end_of_the_next_round():
    case = agreed("quiet", "let-ENL-2").silent().round_ends()
    assert case.words("RU") == (OPEN, OPEN)
    case.next_round().silent().round_ends()
    assert case.words("RU") == (KEPT, KEPT)


@clause("R19.8")
def test_who_is_to_table_does_so_by_the_end_of_the_next_round():
    case = agreed("table-ENL-2", "let-DEP-1")
    assert case.table("RU", ("US", "UA"), ENL=2).words("RU") == (KEPT, OPEN)
    case = agreed("table-ENL-2", "let-DEP-1").table("RU", (), ENL=1).silent().round_ends()
    assert case.words("RU") == (OPEN, OPEN)
    assert case.next_round().silent().round_ends().words("RU") == (BROKEN, KEPT)


@clause("R19.8")
@pytest.mark.parametrize(
    ("orders", "kept"), [("hold", KEPT), ("draw F", KEPT), ("build F", BROKEN), ("exercise F", BROKEN)]
)
def test_who_holds_neither_builds_nor_exercises_in_this_round(orders, kept):
    assert agreed("quiet", "hold").silent().round_ends(US=orders).words("RU") == (OPEN, kept)


@clause("R19.8")
@pytest.mark.parametrize(("orders", "kept"), [("draw F", KEPT), ("hold", BROKEN), ("draw U", BROKEN)])
def test_who_draws_orders_it_in_that_zone_in_this_round(orders, kept):
    assert agreed("quiet", "draw-F").silent().round_ends(US=orders).words("RU") == (OPEN, kept)


@clause("R19.8")
def test_who_is_quiet_plays_no_pressure_in_this_round_and_the_next():
    for pressed, first, second in ((0, OPEN, KEPT), (1, BROKEN, BROKEN), (2, OPEN, BROKEN)):
        case = agreed("quiet", "hold").silent()
        case.state.pressed[case.seat("RU")] = pressed if pressed == 1 else 0
        case.round_ends()
        assert case.words("RU") == (first, KEPT)
        case.next_round().silent()
        case.state.pressed[case.seat("RU")] = pressed
        assert case.round_ends().words("RU") == (second, KEPT)


@clause("R19.8")
def test_a_step_is_taken_by_the_end_of_the_next_round():
    for stepped, first, second in ((1, KEPT, KEPT), (2, OPEN, KEPT), (0, OPEN, BROKEN)):
        case = agreed("step", "hold").silent()
        case.state.stepped[case.seat("RU")] = stepped if stepped == 1 else 0
        assert case.round_ends().words("RU") == (first, KEPT)
        case.next_round().silent()
        case.state.stepped[case.seat("RU")] = stepped
        assert case.round_ends().words("RU") == (second, KEPT)


@clause("R19.8")
def test_who_is_to_sign_consents_when_the_question_is_put():
    for objectors, kept in (((1,), BROKEN), ((0,), KEPT), (None, OPEN)):
        case = agreed("quiet", "sign").silent()
        if objectors is not None:
            case.state.record += (Ballot(1, NOBODY, (), tuple(case.state.text), objectors, False),)
        case.state.record += (Ballot(1, 0, ((0, 2),), tuple(case.state.text), (1,), False),)
        assert case.round_ends().words("RU") == (OPEN, kept)
        if objectors is None:
            assert case.next_round().silent().round_ends().words("RU") == (KEPT, KEPT)


@clause("R19.8")
def test_a_signature_counts_though_the_other_has_kept_its_word_since():
    for objectors, kept in (((1,), BROKEN), ((), KEPT)):
        case = agreed("let-DES-1", "sign").silent()
        case.state.record += (Ballot(1, NOBODY, (), tuple(case.state.text), objectors, False),)
        case.table("US", (), DES=1)
        assert case.words("RU") == (KEPT, OPEN)
        assert case.round_ends().words("RU") == (KEPT, kept)


@clause("R19.14")
def test_what_is_open_at_the_end_of_the_game_counts_as_neither():
    case = agreed("step", "hold").silent()
    case.track(tension=11).units("East", B=3, N=3, S=3)
    case.orders(RU="build B, build N", US="build F")
    assert case.state.conflict
    assert case.words("RU") == (OPEN, OPEN)
    last = agreed("step", "let-ENL-2").silent()
    last.state.round = last.setting.options.rounds
    for own in last.state.own:
        own.talk[:] = [each._replace(round=last.state.round) for each in own.talk]
    assert last.round_ends().words("RU") == (OPEN, OPEN)
    assert "WordStands" not in last.kinds()


# --- kept -------------------------------------------------------------------------------------------------------------


@clause("R19.9")
def test_all_see_who_has_kept_an_understanding_and_not_what():
    case = agreed("hold", "draw-F").silent().round_ends(US="draw F")
    kept = next(event for event in case.events if isinstance(event, ev.UnderstandingKept))
    assert {kept.seat, kept.to} == {case.seat("RU"), case.seat("US")}
    for name in (*case.setting.seat_ids, None):
        assert kept in case.seen_by(name)
    assert not [event for event in case.seen_by("WE") if isinstance(event, ev.WordStands)]
    assert [event for event in case.seen_by("US") if isinstance(event, ev.WordStands)]
    assert (case.kept("RU", "US"), case.kept("US", "RU"), case.kept("RU", "UA")) == (1, 1, 0)


@clause("R19.9")
def test_one_word_kept_is_not_enough():
    case = agreed("hold", "draw-F").silent().round_ends()
    assert "UnderstandingKept" not in case.kinds()
    assert case.kept("RU", "US") == 0


@clause("R19.9")
def test_the_first_of_a_round_between_the_sides_gives_trust():
    case = cards(TalkCase()).understanding("RU", "US", "hold", "hold").understanding("RU", "UA", "hold", "hold")
    case.silent().round_ends()
    assert case.causes().count("R19.9") == 1
    assert case["trust"] == 5
    case.next_round().understanding("RU", "US", "hold", "hold").silent().round_ends()
    assert case["trust"] == 6
    alone = cards(TalkCase()).understanding("US", "UA", "hold", "hold").silent().round_ends()
    assert "UnderstandingKept" in alone.kinds()
    assert alone["trust"] == 4


@clause("R19.9")
@clause("R17.3")
@pytest.mark.parametrize(("messages", "trust"), [(0, 5), (2, 4)])
def test_promises_that_both_sides_keep_give_no_trust_while_talk_is_on(messages, trust):
    case = TalkCase(messages=messages)
    module = next(each for each in case.state.rules.modules if each.id == "onlooker_credibility")
    for name in ("RU", "US"):
        case.state.slices[module.index][5 * case.seat(name)] = case.state.round
    assert case.silent().round_ends()["trust"] == trust


# --- broken -----------------------------------------------------------------------------------------------------------


@clause("R19.10")
def test_a_broken_word_changes_nothing_until_the_injured_accuses():
    case = agreed("quiet", "hold").silent().round_ends(US="build F")
    assert (case.of("US", "credibility"), case.broken("US", "RU")) == (3, 0)
    assert not any(isinstance(event, ev.WordStands) for event in case.seen_by("WE"))
    trust = case["trust"]
    case.next_round().says("RU", "accuse US")
    assert (case.of("US", "credibility"), case["trust"], case.broken("US", "RU")) == (2, trust - 1, 1)
    shown = next(event for event in case.events if isinstance(event, ev.WordShown))
    assert shown.said == case.state.own[case.seat("US")].talk[0].said
    assert all(shown in case.seen_by(name) for name in (*case.setting.seat_ids, None))
    assert case.state.own[case.seat("RU")].talk[0].words == (OPEN, SHOWN)
    assert case.refused("RU", "accuse US") == "R19.10"


@clause("R19.10")
def test_only_the_injured_can_accuse_and_it_uses_a_message():
    case = agreed("quiet", "hold", messages=1).silent().round_ends(US="build F").next_round().says("RU")
    assert case.refused("RU", "accuse UA") == "R19.10"
    assert case.refused("RU", "accuse US") is None
    case.does("RU", "accuse US")
    assert not case.talks or case.asked != "RU"
    other = agreed("quiet", "hold").silent().round_ends(US="build F").next_round()
    assert other.asked == "US"
    assert other.refused("US", "accuse RU") == "R19.10"


@clause("R19.10")
def test_a_yes_that_was_broken_can_be_shown_too():
    case = cards(TalkCase()).says("RU", "sound US ENL-2").does("US", "yes").silent().table("RU", ("US",), ENL=2)
    case.next_round().says("RU", "accuse US")
    assert case.of("US", "credibility") == 2


@clause("R19.11")
def test_an_understanding_is_taken_back_before_anything_has_fallen_due():
    case = agreed("quiet", "hold").does("RU", "withdraw US")
    assert case.state.own[case.seat("US")].talk[0].words == (GONE, GONE)
    assert case.silent().round_ends(US="build F").state.own[case.seat("US")].talk[0].words == (GONE, GONE)
    late = agreed("quiet", "hold").silent().round_ends().next_round().says("RU")
    assert late.refused("RU", "withdraw US") == "R19.11"
    assert cards(TalkCase()).refused("RU", "withdraw US") == "R19.11"


def test_hands_of_others_do_not_count():
    """What may be offered follows from the own hand and the board alone."""
    case = cards(TalkCase())
    before = case.menu("RU")
    hand(case, "US", (), (), ())
    assert case.menu("RU") == before
