"""What bots say on their own, what they make of what they hear, and how it changes what they table (R19)."""

from __future__ import annotations

from copy import copy

import pytest
from botgames import steps, talked, talker
from test_script import GOOD, fault_of

from summit_game.bots.beginner import REMEMBERED
from summit_game.bots.heard import Heard
from summit_game.bots.learned import Learned
from summit_game.bots.offers import Offer
from summit_game.bots.others import Mandates
from summit_game.bots.script import Talking, load_script, personality
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import told_package
from summit_game.engine.board import BROKEN, FLOOR, NO_WORD, OPEN, TALK, Changes, Exchange
from summit_game.engine.talk import spent
from summit_game.engine.view import View, view
from support import game_of, talking
from talkbook import TalkCase, cards

MIXED = ["by-the-book:2", "hardliner:3", "cooperator:2", "opportunist:3"]


def told(seen: View, to: int, changes: Changes, kind: int, *level: tuple[int, int], **given: object) -> Exchange:
    """The seat of the view sounded another out in this round, and was answered so."""
    numbers = {change: at for at, change in enumerate(seen.setting.changes)}
    said = (a.MESSAGE, a.SOUND, to, *(numbers[change] for change in changes))
    answer = (a.ANSWER, kind, *(numbers[each] for each in level))
    words = (NO_WORD, OPEN if kind == a.YES else NO_WORD)
    exchange = Exchange(90, seen.round, seen.seat, to, said, tuple(seen.text), (answer,), words, seen.round)
    return exchange._replace(**given)


def hearing(seen: View, *talk: Exchange) -> View:
    result = copy(seen)
    result.talk = talk
    return result


@pytest.fixture
def seen() -> View:
    case = cards(TalkCase()).silent()
    return view(case.state, case.seat("RU"))


US = 1


def change(seen: View, name: str) -> tuple[int, int]:
    return seen.setting.changes[seen.setting.change_ids.index(name)]


# --- what an answer is worth ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outlook", [Mandates, Learned])
def test_answers_move_the_odds_of_the_package_that_was_sounded_out(seen: View, outlook: type[Mandates]) -> None:
    one, more = change(seen, "ENL-2"), change(seen, "DES-1")
    odds = {
        kind: outlook(hearing(seen, told(seen, US, (one,), kind, *level))).seat_odds(US, (one,))
        for kind, level in ((a.YES, ()), (a.NO, ()), (a.ONLY, (more,)))
    }
    assert odds[a.NO] < odds[a.ONLY] < 200
    assert odds[a.YES] > 900
    met = outlook(hearing(seen, told(seen, US, (one,), a.ONLY, more)))
    assert met.seat_odds(US, tuple(sorted((one, more)))) >= 900


def test_a_no_carries_over_to_larger_packages_and_a_yes_to_those_that_its_word_covers(seen: View) -> None:
    one, two = change(seen, "ENL-2"), change(seen, "DES-1")
    both = tuple(sorted((one, two)))
    refused = Heard(hearing(seen, told(seen, US, (one,), a.NO)))
    assert refused.odds(US, both, 500) < refused.odds(2, both, 500)
    out = seen.setting.seat_specs[US].out
    inside = next(each for each in seen.setting.changes if each[0] != one[0] and out[each[0]][each[1]] == 0)
    outside = next(each for each in seen.setting.changes if each[0] != one[0] and out[each[0]][each[1]] > 0)
    agreed = Heard(hearing(seen, told(seen, US, (one,), a.YES)))
    assert agreed.odds(US, (one, inside), 100) == agreed.odds(US, (one,), 100)
    assert agreed.odds(2, (one, outside), 100) < agreed.odds(US, (one, outside), 100) < agreed.odds(US, (one,), 100)


def test_answers_hold_while_the_text_stands_and_a_yes_as_a_word_for_its_round(seen: View) -> None:
    one = change(seen, "ENL-2")
    for kind, moved, holds in ((a.YES, True, True), (a.NO, True, False), (a.NO, False, True)):
        text = tuple(1 if moved and at == one[0] else level for at, level in enumerate(seen.text))
        heard = Heard(hearing(seen, told(seen, US, (one,), kind, text=text)))
        assert bool(heard.told) == holds
    for ago, holds in ((0, True), (1, True), (2, False)):
        later = hearing(seen, told(seen, US, (one,), a.YES))
        later.round += ago
        assert bool(Heard(later).told) == holds
    later = hearing(seen, told(seen, US, (one,), a.YES))
    later.round += 1
    assert Heard(later).odds(US, (one,), 0) < Heard(hearing(seen, *later.talk)).odds(US, (one,), 0)


def test_level_one_forgets_half_of_what_it_heard(seen: View) -> None:
    one = change(seen, "ENL-2")
    asked = hearing(seen, told(seen, US, (one,), a.YES))
    known = {
        level: sum(bool(talker(f"cooperator:{level}", seed, "RU").turn(asked).heard.told) for seed in range(200))
        for level in (1, 2)
    }
    assert known[2] == 200
    assert abs(known[1] - 2 * REMEMBERED) < 30


def test_level_three_learns_from_answers(seen: View) -> None:
    guesses = Learned(seen)
    one = next(each for each in seen.setting.changes if guesses.guess(US, (each,)) > 800)
    more = next(each for each in seen.setting.changes if each[0] != one[0])
    before = guesses.values[US]
    refused = Learned(hearing(seen, told(seen, US, (one,), a.ONLY, more))).values[US]
    agreed = Learned(hearing(seen, told(seen, US, (one,), a.YES))).values[US]
    assert refused[one[0]][one[1]] < before[one[0]][one[1]] <= agreed[one[0]][one[1]]
    assert refused[more[0]][more[1]] > before[more[0]][more[1]]
    said = told(seen, US, (one,), a.YES)._replace(said=(a.MESSAGE, a.ASK_FIRST, US), answers=((a.ANSWER, a.TELL, 2),))
    first = Learned(hearing(seen, said)).values[US]
    assert max(first[2]) > max(before[2])
    assert first[3] == before[3]


# --- what it says -----------------------------------------------------------------------------------------------------


def sent(kinds: list[str], seeds: range, **talk: int):
    """Every message of such bots: the bot, its view, and the message."""
    for seed in seeds:
        for _, bot, now, action in talked(talking(len(kinds)), seed, kinds, **talk):
            if now.phase == TALK and action.verb == a.MESSAGE:
                yield bot, now, action


def test_questions_are_about_packages_of_the_own_hand_that_it_would_accept_itself() -> None:
    soundings = 0
    for bot, now, action in sent(MIXED, range(4)):
        kind, *about = action.args
        if kind == a.SOUND:
            changes = tuple(now.setting.changes[at] for at in about[1:])
            assert bot.turn(now).mind.verdict(changes).accepts
            held = {now.setting.asks[card] for card in now.proposals} | {now.setting.gives[c] for c in now.concessions}
            assert len(changes) == 1 or set(changes) <= held
            soundings += 1
    assert soundings > 40


def test_in_the_last_two_rounds_it_asks_first_whether_others_would_sign() -> None:
    asked = 0
    for _, now, action in sent(MIXED, range(6)):
        treaty = tuple((issue, level) for issue, level in enumerate(now.text) if level >= 0)
        last = now.round >= now.setting.options.rounds - 1 and len(treaty) >= now.setting.options.min_issues
        if last and not spent(now.talk, now.seat, now.round) and action.args[0] not in (a.ACCUSE, a.REGRET_SUPPORT):
            assert action.args[0] in (a.ASK_SIGN, a.REGRET_CARD)
            asked += 1
    assert asked >= 20


def test_what_it_was_told_is_written_into_packages() -> None:
    written = 0
    for seed in range(10):
        for _, bot, now, action in talked(talking(4), seed, MIXED):
            if action.verb == a.WRITE:
                package = told_package(now, now.seat, action)
                turn, offer = bot.turn(now), Offer(package.changes, action)
                assert turn.would_table(offer, turn.mind.verdict(package.changes))
                assert any(each.answers and each.answers[-1][1] in (a.ONLY, a.MISSING) for each in now.talk)
                written += 1
    assert written >= 2


def test_a_no_to_the_question_keeps_it_from_being_put_before_the_last_round() -> None:
    looked = 0
    for seed in range(12):
        for _, seat, now, action in steps(game_of(4), seed, ["cooperator:3"] * 4):
            if action == a.SIGN_ACTION and now.phase == FLOOR:
                bot = talker("cooperator:3", seed, now.setting.seat_ids[seat])
                them = (seat + 1) % 2 if seat < 2 else 0
                said = (a.MESSAGE, a.ASK_SIGN, them)
                refusal = Exchange(1, now.round, seat, them, said, tuple(now.text), ((a.ANSWER, a.NO),))
                last = now.round >= now.setting.options.rounds
                again = bot.decide(hearing(now, refusal)).action
                assert (again == a.SIGN_ACTION) == last
                looked += not last
    assert looked >= 2


def test_offers_are_such_as_it_would_agree_to_itself_and_at_most_two_a_round() -> None:
    made: dict[tuple[int, int, int], int] = {}
    for seed in range(4):
        for _, now, action in sent(MIXED, range(seed, seed + 1)):
            if action.args[0] == a.OFFER:
                made[seed, now.round, now.seat] = made.get((seed, now.round, now.seat), 0) + 1
    assert len(made) > 10
    assert max(made.values()) == 2


def test_it_warns_only_if_it_is_firm() -> None:
    def warnings(firm: int) -> int:
        return sum(action.args[0] == a.WARN for _, _, action in sent(MIXED, range(5), firm=firm))

    warned = {
        firm: sum(action.args[0] == a.WARN for _, _, action in sent(MIXED, range(5), firm=firm)) for firm in (2, 3)
    }
    assert warned[2] == 0
    assert warned[3] > 0


@pytest.mark.parametrize(("grudge", "accuses"), [(100, True), (0, False)])
def test_it_shows_a_broken_word_as_often_as_it_bears_a_grudge(grudge: int, accuses: bool) -> None:
    case = cards(TalkCase()).understanding("RU", "UA", "hold", "hold")
    case.round_ends(RU="build B")
    case.next_round()
    cards(case)
    while case.asked != "UA":
        case.does(case.asked, "nothing")
    now = view(case.state, case.seat("UA"))
    assert now.talk[-1].words[0] == BROKEN
    action = talker("cooperator:2", 1, "UA", grudge=grudge).decide(now).action
    assert (action == Action(a.MESSAGE, (a.ACCUSE, case.seat("RU")))) == accuses


@pytest.mark.parametrize(
    ("credibility", "support", "kind"), [(1, 5, a.REGRET_SUPPORT), (1, 3, a.REGRET_CARD), (2, 5, -1)]
)
def test_it_regrets_where_hardly_anybody_believes_it(credibility: int, support: int, kind: int) -> None:
    case = cards(TalkCase()).home("RU", credibility=credibility, support=support)
    action = talker("cooperator:2", 1, "RU").decide(view(case.state, case.seat("RU"))).action
    assert (action.args[0] in (a.REGRET_SUPPORT, a.REGRET_CARD)) == (kind >= 0)
    assert kind < 0 or action.args[0] == kind


# --- scripts ----------------------------------------------------------------------------------------------------------


def test_a_script_without_the_block_loads_with_defaults() -> None:
    assert load_script(GOOD, "mine.yaml").talk == Talking()
    given = load_script(GOOD + b"talk: {candour: 10, firm: 4}\n", "mine.yaml").talk
    assert given == Talking(candour=10, firm=4)
    assert personality("hardliner").talk == Talking(candour=40, keep=70, firm=4, memory=4, grudge=80)


@pytest.mark.parametrize("wrong", [b"talk: {candour: 101}\n", b"talk: {firm: 5}\n", b"talk: {trust: 3}\n"])
def test_numbers_out_of_range_and_unknown_keys_are_told_with_their_line(wrong: bytes) -> None:
    assert fault_of(GOOD + wrong).startswith("mine.yaml:13:")
