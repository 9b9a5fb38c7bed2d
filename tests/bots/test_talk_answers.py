"""What bots answer (R19.3, R19.8): what they would really do with candour 100, never that with candour 0."""

from __future__ import annotations

from copy import copy

import pytest
from botgames import talked, talker

from summit_game.bots.heard import WHOLE, reliability
from summit_game.bots.negotiator import Negotiator
from summit_game.bots.offers import same
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import written
from summit_game.engine.board import BRACKETS, BROKEN, SIGNING, VOTE, Changes, Package
from summit_game.engine.notation import action_text, parse_action
from summit_game.engine.talk import asked, sounded
from summit_game.engine.view import View, view
from support import talking
from talkbook import TalkCase, cards

MIXED = ["by-the-book:2", "hardliner:3", "cooperator:2", "opportunist:3"]


def lets(bot: Negotiator, seen: View, tabler: int, changes: Changes) -> bool:
    """Whether the bot, asked to vote on a package now, would let it pass."""
    thought = copy(seen)
    thought.phase, thought.package = VOTE, Package(tabler, changes, (), ())
    return bot.decide(thought).action == a.SILENCE_ACTION


def would_sign(bot: Negotiator, seen: View, text: tuple[int, ...]) -> bool:
    thought = copy(seen)
    thought.phase, thought.text = SIGNING, text
    return bot.decide(thought).action == a.SILENCE_ACTION


def answers(kinds: list[str], seeds: range, kind: int, **talk: int):
    """Every answer to a message of a kind: the bot, its view, and what it was asked and answered."""
    for seed in seeds:
        for _, bot, seen, action in talked(talking(len(kinds)), seed, kinds, **talk):
            exchange = asked(seen.talk, seen.seat)
            if exchange is not None and exchange.said[1] == kind:
                yield bot, seen, exchange, action.args


def test_who_is_sounded_out_says_how_it_would_vote() -> None:
    kinds_given = {a.YES: 0, a.NO: 0, a.ONLY: 0}
    for bot, seen, exchange, (kind, *level) in answers(MIXED, range(6), a.SOUND, candour=100, memory=0):
        changes = sounded(seen.setting, exchange)
        kinds_given[kind] += 1
        assert lets(bot, seen, exchange.seat, changes) == (kind == a.YES)
        if kind == a.ONLY:
            assert lets(bot, seen, exchange.seat, written(seen, changes, seen.setting.changes[level[0]]))
    assert min(kinds_given.values()) >= 3


def said_yes_to(seen: View) -> bool:
    """Whether it said yes in this round to just the package that lies on the table."""
    package = seen.package
    return package is not None and any(
        each.said[1] == a.SOUND
        and (each.seat, each.to, each.round) == (package.tabler, seen.seat, seen.round)
        and each.answers[-1][1] == a.YES
        and same(sounded(seen.setting, each)) == same(package.changes)
        for each in seen.talk
    )


def test_who_said_yes_lets_the_package_pass_in_that_round() -> None:
    kept = 0
    for seed in range(6):
        for _, _, seen, action in talked(talking(4), seed, MIXED, keep=100):
            if seen.phase == VOTE and said_yes_to(seen):
                assert action == a.SILENCE_ACTION
                kept += 1
    assert kept >= 10


def test_what_is_asked_for_costs_the_asker_least_and_is_no_red_line_of_it() -> None:
    answered = looked = 0
    for bot, seen, exchange, (kind, *level) in answers(MIXED, range(6), a.SOUND, candour=100, memory=0):
        if kind != a.ONLY:
            continue
        answered += 1
        spec, changes = seen.setting.seat_specs[exchange.seat], sounded(seen.setting, exchange)
        (issue, wanted) = seen.setting.changes[level[0]]
        assert not spec.red[issue][wanted]
        turn = bot.turn(seen)
        price = turn.outlook.price(exchange.seat, written(seen, changes, (issue, wanted)))
        for other, cheaper in seen.setting.changes:
            turned = written(seen, changes, (other, cheaper))
            known = turned and turned != changes and turn.mind.verdict(turned).accepts
            if known and not spec.red[other][cheaper] and turn.outlook.price(exchange.seat, turned) < price:
                assert not lets(bot, seen, exchange.seat, turned)
                looked += 1
    assert answered > 20
    assert looked > 0


def test_who_shades_asks_for_one_level_more() -> None:
    shaded = told = 0
    for bot, seen, exchange, (kind, *level) in answers(MIXED, range(5), a.SOUND, candour=0):
        changes = sounded(seen.setting, exchange)
        if lets(bot, seen, exchange.seat, changes):
            told += 1
            if kind == a.ONLY:
                issue, wanted = seen.setting.changes[level[0]]
                assert abs(dict(changes)[issue] - wanted) == 1
                values = seen.held.brief.values[issue]
                assert values[wanted] > values[dict(changes)[issue]]
                shaded += 1
    assert told > 0
    assert shaded >= told // 3


def test_who_is_asked_for_its_signature_says_how_it_would_sign_and_what_is_missing() -> None:
    kinds_given = {a.YES: 0, a.NO: 0, a.MISSING: 0}
    for bot, seen, _, (kind, *level) in answers(MIXED, range(12), a.ASK_SIGN, candour=100, memory=0):
        kinds_given[kind] += 1
        assert would_sign(bot, seen, tuple(seen.text)) == (kind == a.YES)
        if kind == a.MISSING:
            text = list(seen.text)
            issue, text[issue] = seen.setting.changes[level[0]]
            assert would_sign(bot, seen, tuple(text))
    assert kinds_given[a.YES] >= 20
    assert kinds_given[a.MISSING] >= 2


@pytest.mark.parametrize(("message", "most"), [("ask first UA", True), ("ask cheap UA", False)])
def test_what_matters_to_it_is_what_its_brief_says(message: str, most: bool) -> None:
    case = cards(TalkCase()).text(ENL=1).says("RU", message)
    seen = view(case.state, case.seat("UA"))
    values, text = seen.held.brief.values, seen.text
    room = {
        at: 2 * max(row) - (row[1] + row[min(2, len(row) - 1)]) for at, row in enumerate(values) if text[at] == BRACKETS
    }
    ranked = sorted(room, key=lambda at: (-room[at] if most else room[at], at))
    for candour, issue in ((100, ranked[0]), (0, ranked[1])):
        bot = talker("cooperator:2", 1, "UA", candour=candour)
        assert bot.decide(seen).action == Action(a.ANSWER, (a.TELL, issue))


def broken_case(message: str, later: int = 0) -> TalkCase:
    """RU has broken an understanding with UA; so many rounds later it sends UA a message."""
    case = cards(TalkCase()).understanding("RU", "UA", "hold", "hold")
    case.round_ends(RU="build B")
    assert case.words("UA") == (BROKEN, 2)
    for _ in range(1 + later):
        case.next_round()
    return cards(case).says("RU", message)


@pytest.mark.parametrize(
    ("message", "closed"),
    [("ask first UA", "decline"), ("sound UA DES-2", "no"), ("offer UA quiet for quiet", "refuse")],
)
def test_nothing_is_told_to_who_broke_its_word_while_it_is_remembered(message: str, closed: str) -> None:
    for later, memory, is_closed in ((0, 3, True), (0, 0, False), (2, 3, True), (2, 2, False)):
        case = broken_case(message, later)
        bot = talker("cooperator:2", 1, "UA", memory=memory, candour=100)
        action = bot.decide(view(case.state, case.seat("UA"))).action
        if is_closed:
            assert action == parse_action(case.setting, closed)
        elif message.startswith("ask"):
            assert action.args[0] == a.TELL


def test_who_breaks_its_word_is_believed_less() -> None:
    case = broken_case("ask first UA")
    ru, ua, us = (case.seat(name) for name in ("RU", "UA", "US"))
    assert reliability(view(case.state, ua), ru) == WHOLE // 3
    assert reliability(view(case.state, us), ru) == WHOLE
    kept = cards(TalkCase()).understanding("RU", "UA", "hold", "hold")
    kept.round_ends(RU="hold, hold", UA="hold")
    assert reliability(view(kept.state, us), ru) == WHOLE
    assert kept.kept("RU", "UA") == 1


# --- offers -----------------------------------------------------------------------------------------------------------


def answer_to(offer: str, kind: str, **talk: int) -> tuple[Action, TalkCase]:
    case = cards(TalkCase()).says("RU", offer)
    bot = talker(kind, 1, "UA", **talk)
    return bot.decide(view(case.state, case.seat("UA"))).action, case


def test_a_deed_of_the_other_side_for_one_that_costs_little_is_agreed() -> None:
    action, _ = answer_to("offer UA hold for hold", "cooperator:2")
    assert action == Action(a.ANSWER, (a.AGREE,))


def test_a_deed_that_costs_more_than_it_brings_is_refused_or_another_is_asked() -> None:
    action, case = answer_to("offer UA quiet for draw-U", "hardliner:2")
    assert action.args[0] in (a.REFUSE, a.COUNTER_MINE, a.COUNTER_YOURS)
    if action.args[0] != a.REFUSE:
        case.does("UA", action_text(case.setting, action))
        assert case.asked == "RU"


def test_a_counter_offer_is_one_that_it_would_agree_to() -> None:
    countered = 0
    for bot, seen, exchange, args in answers(MIXED, range(8), a.OFFER):
        if args[0] not in (a.COUNTER_MINE, a.COUNTER_YOURS):
            continue
        give, get = exchange.said[3:5]
        give, get = (args[1], get) if args[0] == a.COUNTER_YOURS else (give, args[1])
        offered = copy(seen)
        changed = exchange._replace(said=(*exchange.said[:3], give, get), answers=())
        offered.talk = (*seen.talk[:-1], changed)
        assert bot.decide(offered).action == Action(a.ANSWER, (a.AGREE,))
        countered += 1
    assert countered >= 3
