"""What an adviser would do in a person's place: the best move of a neutral script at level 3, and another one.

It is asked about a view and reads nothing else: no seed, no state. So its advice is the same in all games that the
delegation cannot tell apart. The reasons are those that the script has for itself; the second move is the one it takes
when the first is taken from it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from summit_game.bots import talk, words
from summit_game.bots.decision import Decision
from summit_game.bots.heard import Told
from summit_game.bots.negotiator import Negotiator, Turn
from summit_game.bots.planner import Planner
from summit_game.bots.script import neutral
from summit_game.engine import actions as a
from summit_game.engine.actions import ANSWER, MESSAGE, Action
from summit_game.engine.amendment import amended, told_package
from summit_game.engine.board import CORRIDOR, FINAL, POSTURE, REOPENING, SIGNING, TALK, VOTE, Changes
from summit_game.engine.floor import package_changes
from summit_game.engine.talk import asked
from summit_game.engine.talk import neutral as neutral_answer
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.words.names import capital

_PACKAGES = (a.TABLE, a.NONPAPER, a.WRITE)
_ONE_OF_A_KIND = (a.CONSULT, a.STEP, a.PLEDGE, a.PAY)
"""Verbs of which the cards that go with them make no other advice."""
_LEAST = {
    a.PROMISE: (a.NO_PROMISE_ACTION, "adviser-no-promise"),
    a.NAME: (a.NAME_NOTHING_ACTION, "adviser-leaves"),
    a.AMEND: (a.AMEND_NOTHING_ACTION, "adviser-leaves"),
    a.PAY: (a.PAY_NOTHING_ACTION, "adviser-refuses"),
    MESSAGE: (a.NO_MESSAGE_ACTION, "adviser-leaves"),
}
"""Verb -> what does least instead, and the key of what speaks for it."""


class Advised(NamedTuple):
    """A move, and why. Of a package: which mandates it keeps to, and what others said of it."""

    action: Action
    why: str
    inside: tuple[int, ...] = ()
    """Other delegations inside whose mandate all of the package lies; public (R1.4)."""
    outside: tuple[int, ...] = ()
    told: tuple[Told, ...] = ()
    """What was answered to the own delegation about this package."""


class Adviser(Negotiator):
    """The neutral script at level 3. Its chance hangs on the moment and the delegation alone, not on a game's seed."""

    def __init__(self, view: View) -> None:
        super().__init__(neutral(), Planner, 0, view.setting.seat_ids[view.seat])

    def told(self, view: View, action: Action, because: str) -> str:
        """The reason alone: what is advised stands beside it."""
        return say("adviser-because", because=capital(because))


def advice(view: View) -> tuple[Advised, ...]:
    """One or two moves for the seat that a view asks, the best first: one if the script has only one view.

    All are legal and different; none if the seat is asked for nothing.
    """
    legal = view.legal()
    if not legal:
        return ()
    adviser = Adviser(view)
    found: list[Decision] = []
    for each in _thoughts(adviser, view):
        known = {_gist(view, one.action) for one in found}
        if _gist(view, each.action) not in known and view.refusal(each.action) is None:
            found.append(each)
        if len(found) == 2:
            break
    return tuple(_with_others(adviser, view, each) for each in found)


def _thoughts(adviser: Adviser, view: View) -> Iterator[Decision]:
    """What it would do, then what it would do else."""
    turn = adviser.turn(view)
    assert isinstance(turn, Planner)
    first = _spoken(adviser.decided(turn))
    yield first
    if view.phase == VOTE:
        yield from _votes(turn)
    elif view.phase in (SIGNING, FINAL):
        yield from _signing(turn)
    elif view.phase == POSTURE:
        yield from _orders(turn)
    elif view.phase == TALK:
        yield from talk.messages(turn) if asked(view.talk, view.seat) is None else ()
    elif view.phase not in (CORRIDOR, REOPENING):
        yield from _without(adviser, view, first)
    yield from _least(view, first.action)


def _least(view: View, first: Action) -> Iterator[Decision]:
    """What does least instead: it gives nothing away."""
    if first.verb in _LEAST:
        action, key = _LEAST[first.verb]
        yield Decision(action, say(key))
    elif first.verb == ANSWER:
        action = neutral_answer(view.talk, view.seat)
        yield Decision(action, say("adviser-not-meant" if action.args[0] == a.NO else "adviser-leaves"))


def _without(adviser: Adviser, view: View, first: Decision) -> Iterator[Decision]:
    """What it does if the first move, and what comes to the same, is taken from it."""
    turn, gist = adviser.turn(view), _gist(view, first.action)
    turn.legal = [each for each in turn.legal if _gist(view, each) != gist]
    if turn.legal:
        yield adviser.decided(turn)


def _votes(turn: Planner) -> Iterator[Decision]:
    """What speaks for the other vote: the package by itself, or the result at the end of the game."""
    package = turn.view.package
    assert package is not None
    yield Turn.vote(turn)
    found = turn.mind.verdict(package.changes)
    if found.reason == "red":
        return
    better = turn.difference(turn.adopted(package.changes))
    if better:
        key, vote = ("adviser-silent", a.SILENCE_ACTION) if better > 0 else ("adviser-objects", a.OBJECT_ACTION)
        yield Decision(vote, say(key, points=words.points(better)))
    if found.gain:
        key, vote = ("adviser-gains", a.SILENCE_ACTION) if found.gain > 0 else ("adviser-costs", a.OBJECT_ACTION)
        yield Decision(vote, say(key, points=words.points(found.gain)))


def _signing(turn: Planner) -> Iterator[Decision]:
    """A text that is worth more than no deal may be signed, also if more could be had; one worth less need not be."""
    yield turn.sign()
    surplus = turn.mind.worth(turn.view.text) - turn.mind.walk
    red = turn.view.setting.touches_red_line(turn.seat, turn.view.text)
    if surplus > 0 and not red:
        yield Decision(a.SILENCE_ACTION, words.about_signing(turn.mind, True))
    elif surplus < 0 or red:
        yield Decision(a.OBJECT_ACTION, words.about_signing(turn.mind, False))


def _orders(turn: Planner) -> Iterator[Decision]:
    """The orders, those first after which it ends best; holding is the measure of the others."""
    if a.HOLD_ACTION not in turn.legal:
        yield from (Decision(each, turn.about(each, say("bot-because-too-many"))) for each in turn.legal)
        return
    worths = turn.orders()
    for action, worth in worths.items():
        better = worth - worths[a.HOLD_ACTION]
        if action == a.HOLD_ACTION:
            yield Decision(action, say("adviser-holds"))
        elif better:
            key = "adviser-order-gains" if better > 0 else "adviser-order-costs"
            yield Decision(action, say(key, points=words.points(better)))


def _gist(view: View, action: Action) -> Hashable:
    """What a move comes to: two with the same gist are one piece of advice."""
    if action.verb in _PACKAGES:
        changes = told_package(view, view.seat, action).changes if action.verb == a.WRITE else ()
        return "package", (changes or package_changes(view.setting, action))[0]
    if action.verb == a.AMEND and action != a.AMEND_NOTHING_ACTION:
        return "amended", tuple(sorted(amended(view, action).changes))
    return action.verb if action.verb in _ONE_OF_A_KIND and action != a.PAY_NOTHING_ACTION else action


def _spoken(found: Decision) -> Decision:
    """The reason as somebody says it who advises: where the script tells afterwards what it did, in other words."""
    action = found.action
    if action.verb == ANSWER:
        return Decision(action, say(f"adviser-answers-{a.ANSWERS[action.args[0]].replace('_', '-')}"))
    if action == Action(a.PROMISE, (a.RESTRAINT,)):
        return Decision(action, say("adviser-restraint"))
    return found


def _with_others(adviser: Adviser, view: View, found: Decision) -> Advised:
    """The move with what is known of others, if it puts a package on the table."""
    action = found.action
    if action.verb not in _PACKAGES:
        return Advised(*found)
    changes = (
        told_package(view, view.seat, action).changes
        if action.verb == a.WRITE
        else package_changes(view.setting, action)
    )
    outlook, specs = adviser.turn(view), view.setting.seat_specs
    others = [each for each in view.setting.seats if each != view.seat]
    inside = tuple(each for each in others if not any(specs[each].out[issue][level] for issue, level in changes))
    told = tuple(each for seat in others for each in outlook.heard.told.get(seat, ())[:1] if _about(each, changes))
    return Advised(*found, inside, tuple(each for each in others if each not in inside), told)


def _about(told: Told, changes: Changes) -> bool:
    """Whether an answer is about this package, or about it with the level that was asked for."""
    asked_, wanted = set(told.changes), set(changes)
    return asked_ == wanted or (told.more is not None and asked_ | {told.more} == wanted)
