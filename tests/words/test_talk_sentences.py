"""How sentences of talk read (R19)."""

from summit_game.engine.notation import parse_action
from summit_game.engine.play import refusal
from summit_game.words.messages import reason
from summit_game.words.names import Words
from support import FIRST_EDITION, the_deck
from talkbook import TalkCase


def test_a_counter_offer_says_what_the_other_is_wanted_to_do():
    case = TalkCase()
    action = parse_action(case.setting, "counter yours hold")
    assert "want you to neither build nor exercise" in Words(case.setting, the_deck(FIRST_EDITION)).action(action)


def test_two_soundings_on_one_issue_are_refused_with_what_is_wrong_before_what_is_right():
    case = TalkCase()
    found = refusal(case.state, case.seat("RU"), parse_action(case.setting, "sound US DEP-1 and DEP-2"))
    assert found is not None
    assert reason(found).startswith("Both changes are on one issue")
