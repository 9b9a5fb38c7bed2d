"""What a bot says on its own (R19), and that it answers: at most as many messages as the deck allows.

First what is due for a broken word, then whether others would sign, then an offer, then the question from whose answer
it expects most, then a warning; at last it asks what matters to others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from summit_game.bots import answers, bargains
from summit_game.bots.decision import Decision
from summit_game.bots.keeping import FIRM
from summit_game.bots.offers import Offer, same
from summit_game.bots.others import WHOLE
from summit_game.bots.weighing import Plan, Weighing
from summit_game.engine import actions as a
from summit_game.engine.actions import MESSAGE, Action
from summit_game.engine.board import BROKEN, Changes
from summit_game.engine.floor import package_changes
from summit_game.engine.queries import agreed, decisive, is_armed
from summit_game.engine.setting import CREDIBILITY, SUPPORT
from summit_game.engine.streams import Stream
from summit_game.engine.talk import asked, neutral, offered, sounded, spent, word
from summit_game.language.catalogue import say

_PLANS = 6
"""Packages that it weighs questions about."""
_LEAST = 15
"""What the answer to a question must be worth, in hundredths of a point."""
_YES, _NO, _MET = 930, 30, 900
_WRITES, _WRITING = 35, 150
"""How often, in percent, it can write what it is told, and what that costs it."""
_NO_CARDS = 40
"""What a question about a non-paper counts, in percent: a level that is told cannot be written into one."""
_OFFERS = 2
_LOW = 1
"""Credibility at which it shows regret."""
_ENOUGH = 4
_EARLY = 2
"""Rounds in which it asks what matters to others."""


def decide(turn: Weighing) -> Decision:
    """The answer to what it is asked, or the next message. Never anything that is not legal."""
    exchange = asked(turn.view.talk, turn.seat)
    if exchange is not None:
        chosen = answers.decide(turn, exchange)
    else:
        chosen = next(messages(turn), None) or Decision(a.NO_MESSAGE_ACTION, say("bot-says-no-more"))
    if turn.view.refusal(chosen.action) is not None:
        return Decision(neutral(turn.view.talk, turn.seat), say("bot-says-nothing"))
    return chosen


def messages(turn: Weighing) -> Iterator[Decision]:
    """Everything that it would send now, what matters most first."""
    yield from _accusing(turn)
    if a.TABLE in turn.forbidden_verbs("floor"):
        return
    yield from _regretting(turn)
    yield from _asking_to_sign(turn)
    if not spent(turn.view.talk, turn.seat, turn.view.round):
        yield from _offering(turn)
    yield from _sounding(turn)
    yield from _warning(turn)
    yield from _asking_first(turn)


def _sends(turn: Weighing, key: str, kind: int, *about: int) -> Iterator[Decision]:
    action = Action(MESSAGE, (kind, *about))
    if turn.view.refusal(action) is None:
        yield Decision(action, say(f"bot-says-{key}"))


def _others(turn: Weighing) -> Sequence[int]:
    return [each for each in turn.view.setting.seats if each != turn.seat]


# --- broken words -------------------------------------------------------------------------------------------------


def _accusing(turn: Weighing) -> Iterator[Decision]:
    """It shows a word that was broken to it, as often as its script bears a grudge."""
    name = turn.view.setting.seat_ids[turn.seat]
    for each in turn.view.talk:
        them = each.to if each.seat == turn.seat else each.seat
        broken = each.said[1] in (a.OFFER, a.SOUND) and word(each, them) == BROKEN
        if broken and Stream(turn.decider.seed, "grudge", name, each.number).chance(turn.who.talk.grudge, 100):
            yield from _sends(turn, "accuses", a.ACCUSE, them)


def _regretting(turn: Weighing) -> Iterator[Decision]:
    """Where hardly anybody believes it, it pays for its word: with Support if it has enough, else with a card."""
    view = turn.view
    if view.seat_tracks[CREDIBILITY][turn.seat] > _LOW:
        return
    cards = sorted(view.concessions, key=lambda card: (turn.mind.gain((view.setting.gives[card],)), card))
    for them in _others(turn):
        if view.seat_tracks[SUPPORT][turn.seat] > _ENOUGH:
            yield from _sends(turn, "regrets", a.REGRET_SUPPORT, them)
        elif len(cards) > 1:
            yield from _sends(turn, "regrets", a.REGRET_CARD, them, cards[0])


# --- questions ----------------------------------------------------------------------------------------------------


def _asking_to_sign(turn: Weighing) -> Iterator[Decision]:
    """Before it would put the question, and in the last two rounds, it asks who is likeliest not to sign."""
    view = turn.view
    options = view.setting.options
    late = view.round >= options.rounds - 1
    ready = view.round >= options.sign_from and turn.mind.signs(view.text)
    if not (late or ready) or len(agreed(view)) < options.min_issues - (1 if late else 0):
        return
    if any(each.seat == turn.seat and each.said[1] == a.ASK_SIGN and each.round == view.round for each in view.talk):
        return
    treaty = agreed(view)
    unknown = [each for each in _others(turn) if each not in turn.heard.signing]
    for them in sorted(unknown, key=lambda each: (not decisive(view, each, treaty), turn.outlook.ready(each), each)):
        yield from _sends(turn, "asks-sign", a.ASK_SIGN, them)
        return


def _planned(turn: Weighing) -> list[Plan]:
    """What its hand allows and can be sounded out, the packages first that are worth most: a Proposal and at most one
    Concession, or a non-paper."""
    view, setting = turn.view, turn.view.setting
    found: dict[Changes, Action] = {}
    asks = [(card, setting.asks[card]) for card in view.proposals]
    gives = [(card, setting.gives[card]) for card in view.concessions] if turn.who.trade.concessions else []
    for card, ask in asks:
        if view.text[ask[0]] != ask[1]:
            found.setdefault((ask,), Action(a.TABLE, (card,)))
    for (card, ask), (given, give) in product(asks, gives):
        if ask[0] != give[0] and view.text[ask[0]] != ask[1] and view.text[give[0]] != give[1]:
            found.setdefault(same((ask, give)), Action(a.TABLE, (card, given)))
    if len(view.proposals) > 1 and a.NONPAPER not in turn.forbidden_verbs("floor"):
        for issue, level in setting.changes:
            if view.text[issue] != level:
                found.setdefault(((issue, level),), Action(a.NONPAPER, (issue, level, *view.proposals[:2])))
    plans = turn.plans([Offer(changes, action) for changes, action in sorted(found.items())])
    worth = [plan for plan in plans if plan.passed > 0]
    return sorted(worth, key=lambda plan: (-plan.worth, plan.offer.changes))[:_PLANS]


def _sounding(turn: Weighing) -> Iterator[Decision]:
    """The question from whose answer it expects to gain most, about any package of its hand."""
    view, plans = turn.view, _planned(turn)
    if not plans:
        return
    numbers = {change: at for at, change in enumerate(view.setting.changes)}
    asked_ = {
        (each.to, same(sounded(view.setting, each)))
        for each in view.talk
        if each.seat == turn.seat and each.said[1] == a.SOUND and each.round == view.round
    }
    best, chosen = _LEAST, None
    for at, plan in enumerate(plans):
        rest = max((each.worth for number, each in enumerate(plans) if number != at), default=0)
        for them in _others(turn):
            red = view.setting.seat_specs[them].red
            if (them, plan.offer.changes) in asked_ or any(red[issue][level] for issue, level in plan.offer.changes):
                continue
            gain = _expected(turn, plan, them, max(0, rest))
            gain = gain * _NO_CARDS // 100 if plan.offer.action.verb == a.NONPAPER else gain
            if gain > best:
                ordered = package_changes(view.setting, plan.offer.action)
                best, chosen = gain, (them, *(numbers[change] for change in ordered if change in numbers))
    if chosen is not None and len(chosen) > 1:
        yield from _sends(turn, "sounds", a.SOUND, *chosen)


def _expected(turn: Weighing, plan: Plan, them: int, rest: int) -> int:
    """By how much the answer betters what it can expect of its turn: a yes, a level to write, or another package."""
    outlook, changes = turn.outlook, plan.offer.changes
    chance = outlook.seat_odds(them, changes)
    now = max(rest, plan.worth)
    yes = max(rest, plan.passed * outlook.odds(changes, {them: _YES}) // WHOLE)
    no = max(rest, plan.passed * outlook.odds(changes, {them: _NO}) // WHOLE)
    if len(turn.view.proposals) > 1 and plan.offer.action.verb == a.TABLE:
        met = (plan.passed - _WRITING) * outlook.odds(changes, {them: _MET}) // WHOLE
        no += max(0, met - no) * _WRITES // 100
    return (chance * yes + (WHOLE - chance) * no) // WHOLE - now


def _asking_first(turn: Weighing) -> Iterator[Decision]:
    """Early in the game it asks a principal of another side what matters to it, once."""
    view = turn.view
    if view.round > _EARLY:
        return
    known = {each.to for each in view.talk if each.seat == turn.seat and each.said[1] in (a.ASK_FIRST, a.ASK_CHEAP)}
    specs = view.setting.seat_specs
    for them in _others(turn):
        if them not in known and specs[them].principal and specs[them].side != specs[turn.seat].side:
            yield from _sends(turn, "asks-first", a.ASK_FIRST if view.round == 1 else a.ASK_CHEAP, them)


# --- understandings and warnings ----------------------------------------------------------------------------------


def _offering(turn: Weighing) -> Iterator[Decision]:
    """It offers what costs it little for what it wants; most of all where one delegation alone blocks its package."""
    view = turn.view
    if offered(view.talk, turn.seat, view.round) >= _OFFERS:
        return
    tried = {each.to for each in view.talk if each.seat == turn.seat and each.round == view.round}
    action = bargains.offer(turn, [each for each in _others(turn) if each not in tried])
    if action is not None:
        yield from _sends(turn, "offers", *action.args)


def _warning(turn: Weighing) -> Iterator[Decision]:
    """A firm delegation warns an armed rival that has more units not to build, once in two rounds."""
    view, setting = turn.view, turn.view.setting
    recent = any(
        each.seat == turn.seat and each.said[1] == a.WARN and each.round >= view.round - 1 for each in view.talk
    )
    if turn.who.talk.firm < FIRM or recent or turn.facts.ahead > 0 or not is_armed(view, turn.seat):
        return
    builds = setting.acts.index((a.ACT_BUILD, -1))
    for them in _others(turn):
        if is_armed(view, them) and setting.side_of[them] != setting.side_of[turn.seat]:
            yield from _sends(turn, "warns", a.WARN, them, builds, a.PENALTY_BUILD)
