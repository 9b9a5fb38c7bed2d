"""Messages, questions, soundings and claims (R19.1 to R19.4, R19.7)."""

import re

import pytest

from rulebook import hand
from summit_game.engine import events as ev
from summit_game.engine.board import FLOOR, TALK
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.play import start
from summit_game.engine.view import view
from support import DECK, FIRST_EDITION, RULES, SECOND_DECK, game_of, talking
from talkbook import TalkCase, cards

clause = pytest.mark.clause


@clause("R19.1")
def test_messages_follow_the_promises_in_initiative_order():
    state = start(talking(4, deck=FIRST_EDITION), 1)[0]
    assert state.phase != TALK
    case = TalkCase()
    assert case.talks
    spoke = []
    while case.talks:
        spoke.append(case.asked)
        case.does(case.asked, "nothing")
    assert spoke == ["RU", "US", "WE", "UA"]
    assert (case.state.phase, case.asked) == (FLOOR, "RU")
    case.next_round()
    assert case.asked == "US"


@clause("R19.1")
@pytest.mark.parametrize("messages", [1, 2, 3])
def test_so_many_messages_may_be_sent_one_after_the_other(messages):
    case = TalkCase(messages=messages)
    for _ in range(messages):
        assert case.asked == "RU"
        case.does("RU", "say need US ENL")
    assert case.asked == "US"


@clause("R19.1")
def test_what_is_left_lapses():
    case = TalkCase().says("RU", "say need US ENL", "nothing")
    assert case.asked == "US"
    case.silent().next_round()
    case.says("RU", "say need US ENL", "say need US ENL")
    assert not case.talks


@clause("R19.1")
def test_nobody_writes_to_itself():
    case = TalkCase()
    assert case.refused("RU", "ask first RU") == "R19.1"
    assert case.refused("RU", "ask first US") is None


@clause("R19.1")
def test_without_messages_there_is_no_talk():
    assert "TalkTurn" not in TalkCase(messages=0).kinds()
    assert "TalkTurn" in TalkCase(messages=1).kinds()
    assert TalkCase(messages=0).state.phase == FLOOR
    off = talking(4, without=("talk",))
    assert off.setting.options.talk == 0
    assert all(verb.module != "talk" for verb in off.setting.verbs)
    assert game_of(4, without=("talk",)).setting.options.talk == 0
    assert game_of(4).setting.options.talk == 2
    assert talking(4).setting.options.talk == 2
    assert game_of(2, deck=SECOND_DECK).setting.options.talk == 0


@clause("R19.1")
def test_messages_have_their_time():
    case = TalkCase().silent()
    assert case.refused("RU", "ask first US") == "R19.1"
    assert TalkCase().refused("RU", "pass") == "R3.1"


# --- who hears ------------------------------------------------------------------------------------------------------


@clause("R19.2")
def test_the_two_know_all_and_others_that_a_message_went():
    case = TalkCase().says("RU", "ask first UA")
    sent = next(event for event in case.events if isinstance(event, ev.MessageSent))
    for name in ("RU", "UA"):
        assert sent in case.seen_by(name)
    for name in ("US", "WE", None):
        assert sent._replace(said=()) in case.seen_by(name)
        assert sent not in case.seen_by(name)
    case.does("UA", "tell DES")
    told = next(event for event in case.events if isinstance(event, ev.AnswerGiven))
    assert told in case.seen_by("RU")
    assert told in case.seen_by("UA")
    for name in ("US", "WE", None):
        assert not [event for event in case.seen_by(name) if isinstance(event, ev.AnswerGiven)]
    assert view(case.state, case.seat("RU")).talk == view(case.state, case.seat("UA")).talk != ()
    assert view(case.state, case.seat("US")).talk == ()


@clause("R19.2")
def test_what_is_asked_is_answered_at_once():
    case = TalkCase().says("RU", "ask first UA")
    assert case.asked == "UA"
    assert case.refused("UA", "ask first US") == "R19.2"
    assert case.refused("RU", "nothing") == "R3.1"
    case.does("UA", "decline")
    assert case.asked == "RU"
    assert case.refused("RU", "decline") == "R19.2"


@clause("R19.2")
def test_all_hear_where_the_deck_says_so():
    case = TalkCase(open_talk=True).says("RU", "ask first UA")
    for name in ("US", "WE", None):
        assert case.seen_by(name) == case.events
    case.does("UA", "tell DES")
    for name in ("US", "WE", None):
        assert case.seen_by(name) == case.events
    assert len({view(case.state, seat).talk for seat in case.setting.seats}) == 1


# --- questions ------------------------------------------------------------------------------------------------------


@clause("R19.3")
@pytest.mark.parametrize("question", ["first", "cheap"])
def test_which_issue_is_answered_with_an_issue_or_not_at_all(question):
    case = TalkCase().says("RU", f"ask {question} UA")
    assert case.menu("UA") == ["decline", *(f"tell {issue}" for issue in case.setting.issue_ids)]
    assert case.refused("UA", "yes") == "R19.3"
    assert case.refused("UA", "agree") == "R19.8"
    case.does("UA", "tell CON")
    assert case.last("RU").answers == case.last("UA").answers == (tuple(_numbers(case, "tell CON")),)


def _numbers(case, text):
    action = parse_action(case.setting, text)
    return (action.verb, *action.args)


@clause("R19.3")
def test_whether_it_would_sign_is_asked_once_something_is_agreed():
    case = TalkCase()
    assert case.refused("RU", "ask sign UA") == "R19.3"
    case.text(ENL=2)
    case.does("RU", "ask sign UA")
    named = [f"missing {change}" for change in case.setting.change_ids if change != "ENL-2"]
    assert case.menu("UA") == ["no", "yes", *named]
    case.does("UA", "yes")
    assert case.words("RU") == (0, 0)


@clause("R19.3")
def test_a_package_of_the_hand_may_be_sounded_out():
    case = cards(TalkCase()).text(MIS=1)
    assert case.refused("RU", "sound US ENL-2") is None
    assert case.refused("RU", "sound US ENL-2 and DES-2") is None
    assert case.refused("RU", "sound US ENL-2 and MIS-2") == "R19.3"
    assert case.refused("RU", "sound US DES-2 and ENL-2") == "R19.3"
    assert case.refused("RU", "sound US MIS-1") == "R19.3"
    hand(case, "RU", ("P-DES-1A",), ("C-RU-2",), ())
    assert case.refused("RU", "sound US DES-1 and DES-2") == "R19.3"


@clause("R19.3")
def test_a_sounding_is_answered_yes_no_or_only_with_what_the_package_lacks():
    case = cards(TalkCase()).says("RU", "sound US ENL-2 and DES-2")
    named = [f"only with {change}" for change in case.setting.change_ids if change not in ("ENL-2", "DES-2")]
    assert case.menu("US") == ["no", "yes", *named]
    assert case.refused("US", "only with ENL-2") == "R19.3"
    assert case.refused("US", "missing ENL-1") == "R19.3"
    case.does("US", "only with EXE-1")
    assert case.asked == "RU"


@clause("R19.4")
def test_a_public_red_line_is_not_sounded_out_and_costs_nothing():
    case = TalkCase(messages=1)
    assert case.refused("RU", "sound US ENL-4") == "R19.4"
    assert case.refused("RU", "sound WE ENL-4") == "R19.4"
    assert case.refused("RU", "sound US ENL-3") is None
    assert case.refused("RU", "sound UA CON-4") is None
    assert case.asked == "RU"
    hand(case, "RU", ("P-ENL-4", "P-ENL-3"), (), ())
    assert "offer US quiet for let-ENL-4" not in case.menu("RU")
    assert "offer US quiet for let-ENL-3" in case.menu("RU")


@clause("R19.7")
def test_a_claim_goes_to_one_or_to_all_and_is_not_answered():
    case = TalkCase()
    said = [f"say {kind} ENL" for kind in ("need US", "free US", "need UA", "free UA", "all need", "all free")]
    assert set(said) <= set(case.menu("RU"))
    assert [text for text in said if case.refused("RU", text)] == []
    case.does("RU", "say free UA MIS")
    assert case.asked == "RU"
    assert case.state.own[case.seat("US")].talk == []
    case.does("RU", "say all need ENL")
    for seat in case.setting.seats:
        assert case.state.own[seat].talk[-1].to == -1
    for name in ("US", "WE", "UA", None):
        assert case.seen_by(name) == case.events


@clause("R9.5")
def test_questions_and_the_step_of_a_capital_are_told_apart():
    setting = talking(4, deck=DECK).setting
    for text in ("ask ENL-2", "ask first US", "say need US ENL", "say all need ENL", "only with ENL-2"):
        assert action_text(setting, parse_action(setting, text.upper())) == text


@clause("R9.5")
@clause("R19.1")
def test_the_written_forms_of_the_chapter_are_those_of_the_game():
    setting = talking(4, deck=FIRST_EDITION, later=True).setting
    table = RULES.read_text(encoding="utf-8").partition("| Message or answer (R9.5)")[2].partition("\n\n")[0]
    rows = [row.split("|")[2] for row in table.splitlines()[2:]]
    forms = [form for row in rows for form in re.findall("`([^`]+)`", row)]
    codes = set()
    for form in forms:
        action = parse_action(setting, form)
        assert action_text(setting, action) == form
        codes.add(setting.verb(action).code)
    assert codes == {verb.code for verb in setting.verbs if verb.module == "talk"}
