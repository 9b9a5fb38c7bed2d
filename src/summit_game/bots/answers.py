"""What a bot answers when another delegation asks it (R19.3): from its own brief and script.

It says what it would really do, with `candour` percent; else it shades: the second issue, or one level more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy

from summit_game.bots import bargains
from summit_game.bots.decision import Decision
from summit_game.bots.mind import after
from summit_game.bots.weighing import Weighing
from summit_game.engine import actions as a
from summit_game.engine.actions import ANSWER, Action
from summit_game.engine.amendment import written
from summit_game.engine.board import BRACKETS, SIGNING, VOTE, Changes, Exchange, Package
from summit_game.engine.streams import Stream
from summit_game.engine.talk import sounded
from summit_game.engine.view import View
from summit_game.language.catalogue import say

TRIED = 6
"""Levels that it thinks through before it says that none would turn it."""


def decide(turn: Weighing, exchange: Exchange) -> Decision:
    """The answer to what it is asked now."""
    asked = exchange.said[1]
    if asked in (a.ASK_FIRST, a.ASK_CHEAP):
        return _said(issue(turn, exchange))
    if asked == a.OFFER:
        return _said(bargains.answer(turn, exchange))
    if turn.wronged_by(exchange.seat):
        return Decision(Action(ANSWER, (a.NO,)), say("bot-answers-decline"))
    return _said(sounding(turn, exchange) if asked == a.SOUND else signing(turn, exchange))


def _said(action: Action) -> Decision:
    return Decision(action, say(f"bot-answers-{a.ANSWERS[action.args[0]].replace('_', '-')}"))


def honest(turn: Weighing, exchange: Exchange) -> bool:
    """Whether it answers this truthfully; the same whenever it is asked."""
    seat = turn.view.setting.seat_ids[turn.seat]
    return Stream(turn.decider.seed, "candour", seat, exchange.number).chance(turn.who.talk.candour, 100)


def issue(turn: Weighing, exchange: Exchange) -> Action:
    """Which issue matters most, or least, to it: what the best level is worth above the text as it stands.

    Open issues come first. Nothing is told to who broke its word. What is not the truth is the second issue.
    """
    view, mind = turn.view, turn.mind
    if turn.wronged_by(exchange.seat):
        return Action(ANSWER, (a.DECLINE,))
    issues = range(len(view.text))
    open_ = [at for at in issues if view.text[at] == BRACKETS] or list(issues)

    def room(at: int) -> int:
        row, level = mind.values[at], view.text[at]
        return max(row) - (mind.open_worth[at] if level == BRACKETS else row[level])

    most = exchange.said[1] == a.ASK_FIRST
    ranked = sorted(open_, key=lambda at: (-room(at) if most else room(at), at))
    return Action(ANSWER, (a.TELL, ranked[0 if honest(turn, exchange) else min(1, len(ranked) - 1)]))


def sounding(turn: Weighing, exchange: Exchange) -> Action:
    """Whether it would let a package pass, and if not, the level that would turn it and that costs the asker least."""
    view = turn.view
    changes = sounded(view.setting, exchange)
    thought = _voting(view, exchange.seat)

    def passes(tried: Changes) -> bool:
        assert thought.package is not None
        thought.package = thought.package._replace(changes=tried)
        return turn.judges(thought)

    def more(at: int) -> Changes:
        return written(view, changes, view.setting.changes[at])

    after_ = dict(changes)
    known = [
        at for at, (issue, level) in enumerate(view.setting.changes) if after_.get(issue, view.text[issue]) != level
    ]
    if passes(changes):
        shade = None if honest(turn, exchange) else _one_more(turn, exchange.seat, changes, known, None)
        return Action(ANSWER, (a.YES,) if shade is None else (a.ONLY, shade))
    hopeful = {at: more(at) for at in known if more(at) and turn.mind.verdict(more(at)).accepts}
    turned = next((at for at in _cheapest(turn, exchange.seat, hopeful)[:TRIED] if passes(hopeful[at])), None)
    if turned is None:
        return Action(ANSWER, (a.NO,))
    return Action(ANSWER, (a.ONLY, _shaded(turn, exchange, changes, known, turned)))


def signing(turn: Weighing, exchange: Exchange) -> Action:
    """Whether it would sign the text as it stands, and if not, the one level that is missing."""
    view, mind = turn.view, turn.mind
    known = [at for at, (issue, level) in enumerate(view.setting.changes) if view.text[issue] != level]
    if _signs(turn, view.text):
        shade = None if honest(turn, exchange) else _one_more(turn, exchange.seat, (), known, None)
        return Action(ANSWER, (a.YES,) if shade is None else (a.MISSING, shade))
    one = {at: (view.setting.changes[at],) for at in known}
    hopeful = {at: changes for at, changes in one.items() if mind.signs(after(view.text, changes))}
    turned = _cheapest(turn, exchange.seat, hopeful)
    if not turned or not _signs(turn, after(view.text, (view.setting.changes[turned[0]],))):
        return Action(ANSWER, (a.NO,))
    return Action(ANSWER, (a.MISSING, _shaded(turn, exchange, (), known, turned[0])))


def _signs(turn: Weighing, text: Iterable[int]) -> bool:
    """Whether it would sign a text now: it asks itself."""
    thought = copy(turn.view)
    thought.phase, thought.text = SIGNING, tuple(text)
    return turn.silent(thought)


def _voting(view: View, tabler: int) -> View:
    thought = copy(view)
    thought.phase = VOTE
    thought.package = Package(tabler, (), (), ())
    return thought


def _cheapest(turn: Weighing, asker: int, found: Mapping[int, Changes]) -> list[int]:
    """Those levels first with which the whole package costs the asker least, as far as the bot knows what it wants;
    then those that the bot needs least. `found` says what each would bring about.

    What is a red line of the asker is no answer to it.
    """
    view, changes = turn.view, turn.view.setting.changes
    red = view.setting.seat_specs[asker].red

    def cost(at: int) -> tuple[int, int, int]:
        return turn.outlook.price(asker, found[at]), turn.mind.gain((changes[at],)), at

    return sorted((at for at in found if not red[changes[at][0]][changes[at][1]]), key=cost)


def _shaded(turn: Weighing, exchange: Exchange, changes: Changes, known: list[int], turned: int) -> int:
    """The level that turned it, or one level more."""
    if honest(turn, exchange):
        return turned
    shade = _one_more(turn, exchange.seat, changes, known, turned)
    return turned if shade is None else shade


def _one_more(turn: Weighing, asker: int, changes: Changes, known: list[int], turned: int | None) -> int | None:
    """One level more than it needs: next to the one that it needs, or on an issue of the package (or the text)."""
    view, values = turn.view, turn.mind.values
    if turned is not None:
        here = [view.setting.changes[turned]]
    else:
        here = list(changes) or [(at, level) for at, level in enumerate(view.text) if level != BRACKETS]
    red = view.setting.seat_specs[asker].red
    for issue_, level in here:
        for at in known:
            about, other = view.setting.changes[at]
            if red[about][other]:
                continue
            if about == issue_ and abs(other - level) == 1 and values[about][other] > values[about][level]:
                return at
    return None
