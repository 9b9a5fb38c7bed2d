"""What a bot does because it gave its word, or warned somebody, before its script is asked (R19)."""

from __future__ import annotations

from summit_game.bots.decision import Decision
from summit_game.bots.keeping import DEAR
from summit_game.bots.weighing import Weighing
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import FINAL, FLOOR, POSTURE, SIGNING, VOTE
from summit_game.language.catalogue import say


def decide(turn: Weighing) -> Decision | None:
    """The decision that its word or a warning of its own asks for, or None."""
    phase = turn.view.phase
    if phase == VOTE:
        return vote(turn)
    if phase in (SIGNING, FINAL):
        return signature(turn)
    if phase == POSTURE:
        return order(turn)
    return floor(turn) if phase == FLOOR else None


def vote(turn: Weighing) -> Decision | None:
    """A yes or a let goes before the script, unless it costs too much; then an objection of which it has warned."""
    package, mind = turn.view.package, turn.mind
    assert package is not None
    found = mind.verdict(package.changes)
    balance = found.gain + mind.home_weight * min(0, found.home)
    below = found.after < mind.least and found.gain < 0
    cost = DEAR + 1 if below else max(0, -balance)
    if found.reason != "red" and turn.bound.keeps_silent(package.tabler, package.changes, cost):
        return turn.because(a.SILENCE_ACTION, say("bot-because-gave-word"))
    given = turn.bound.gives_word(package.tabler, package.changes)
    if not given and turn.bound.carries_out(a.PENALTY_OBJECT, max(0, balance), package.changes, package.tabler):
        return turn.because(a.OBJECT_ACTION, say("bot-because-warned"))
    return None


def signature(turn: Weighing) -> Decision | None:
    """It signs what it agreed to sign, never below what its script accepts; or leaves, of which it has warned."""
    mind, text = turn.mind, turn.view.text
    worth = mind.worth(text)
    sound = worth >= mind.least and not turn.view.setting.touches_red_line(turn.seat, text)
    if (a.ACT_SIGN, -1) in turn.bound.deeds and sound:
        return turn.because(a.SILENCE_ACTION, say("bot-because-gave-word"))
    if turn.bound.carries_out(a.PENALTY_LEAVE, max(0, worth - mind.walk)):
        return turn.because(a.OBJECT_ACTION, say("bot-because-warned"))
    return None


def order(turn: Weighing) -> Decision | None:
    """It draws where it agreed to, and builds if it has warned of it."""
    for kind, zone in sorted(turn.bound.deeds):
        action = Action(a.ORDER, (a.DRAW, zone))
        if kind == a.ACT_DRAW and action in turn.legal:
            return turn.because(action, say("bot-because-gave-word"))
    building = [each for each in turn.legal if each.args[0] == a.BUILD]
    if building and a.BUILD not in turn.forbidden_verbs("order") and turn.bound.carries_out(a.PENALTY_BUILD, 0):
        return turn.because(building[0], say("bot-because-warned"))
    return None


def floor(turn: Weighing) -> Decision | None:
    """It steps if it agreed to, and presses if it has warned of it."""
    steps = [each for each in turn.legal if each.verb == a.STEP] if (a.ACT_STEP, -1) in turn.bound.deeds else []
    if steps:
        gives = turn.view.setting.gives
        return turn.because(
            min(steps, key=lambda each: (turn.mind.gain((gives[each.args[0]],)), each)), say("bot-because-gave-word")
        )
    presses = [each for each in turn.legal if each.verb == a.PRESS]
    if presses and a.PRESS not in turn.forbidden_verbs("floor") and turn.bound.carries_out(a.PENALTY_PRESS, 0):
        return turn.because(presses[0], say("bot-because-warned"))
    return None
