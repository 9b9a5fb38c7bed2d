"""What a scripted bot decides between a failed package and its amendment, and between signing and ratification.

It says what would really turn it: a level is named only if the bot would then be silent (R4.8).
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Protocol

from summit_game.bots import words
from summit_game.bots.decision import Decision
from summit_game.bots.mind import POINT, Mind, after
from summit_game.bots.others import WHOLE, Mandates
from summit_game.bots.script import Personality
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import amended, nameable, written
from summit_game.engine.board import AMENDMENT, BRACKETS, CAPITALS, REASONS, REOPENING, VOTE, Changes
from summit_game.engine.queries import agreed, decisive
from summit_game.engine.view import View
from summit_game.language.catalogue import say


class Turn(Protocol):
    """What these decisions need of one decision of a negotiator."""

    view: View
    who: Personality
    seat: int
    mind: Mind

    @property
    def legal(self) -> list[Action]:
        """What the seat may do now."""

    @property
    def outlook(self) -> Mandates:
        """What the others want."""

    def because(self, action: Action, because: str) -> Decision:
        """A decision with its reason in words."""

    def silent(self, view: View) -> bool:
        """Whether the bot would let the package pass that lies on the table in this view."""


TRIED = 6
"""Levels that an objector thinks through before it says that none would turn it."""
_ODDS = 300
"""Least odds, in thousandths, at which an amendment is tried."""
_HEARD, _HEARD_MORE = 950, 700
"""Odds that an objector is silent once what it named is met, by how much else was changed."""
_UNHEARD = 200
_AS_BEFORE = 950
"""Odds that whoever was silent is so again, if the amendment costs it nothing."""
_ADOPTED = 400
_HOME = 150
_ASKS_ABOVE = -4 * POINT
"""It asks for no step that costs it more than this."""
_OTHERS = 3 * POINT
"""What a step counts for each level by which it leads another delegation out of its mandate."""


def decide(turn: Turn) -> Decision:
    """The decision of one of these phases."""
    phase = turn.view.phase
    if phase == REASONS:
        return reason(turn)
    if phase == AMENDMENT:
        return amendment(turn)
    if phase == CAPITALS:
        return at_home(turn)
    if phase == REOPENING:
        return reopening(turn)
    return step(turn)


# --- reasons ----------------------------------------------------------------------------------------------------


def reason(turn: Turn) -> Decision:
    """Up to as many levels as the table allows, of which either would turn the objection; those first that cost
    the tabler least."""
    view, mind = turn.view, turn.mind
    package = view.package
    assert package is not None
    out = view.setting.seat_specs[package.tabler].out
    found = []
    for at in nameable(view):
        issue, level = view.setting.changes[at]
        changes = written(view, package.changes, (issue, level))
        verdict = mind.verdict(changes)
        if changes and verdict.accepts and not mind.red(changes):
            found.append((out[issue][level], verdict.gain, at, changes))
    named: list[int] = []
    for _, _, at, changes in sorted(found)[:TRIED]:
        if would_be_silent(turn, changes):
            named.append(at)
        if len(named) == view.setting.options.reasons:
            break
    because = say("bot-because-named" if named else "bot-because-nothing-named")
    return turn.because(Action(a.NAME, tuple(sorted(named))), because)


def would_be_silent(turn: Turn, changes: Changes) -> bool:
    """Whether the bot would let the package pass if these were its changes: it asks itself."""
    assert turn.view.package is not None
    thought: View = copy(turn.view)
    thought.phase = VOTE
    thought.package = turn.view.package._replace(changes=changes)
    return turn.silent(thought)


# --- amendment --------------------------------------------------------------------------------------------------


def amendment(turn: Turn) -> Decision:
    """The amendment that promises most, if it is likely enough to pass."""
    view, mind = turn.view, turn.mind
    package = view.package
    assert package is not None
    best, chosen = 0, a.AMEND_NOTHING_ACTION
    seen: set[Changes] = set()
    wishes = named_now(view)
    for action in sorted(turn.legal, key=lambda each: _laid(turn, each)):
        if action == a.AMEND_NOTHING_ACTION:
            continue
        changes = amended(view, action).changes
        key = tuple(sorted(changes))
        if key in seen:
            continue
        seen.add(key)
        verdict = mind.verdict(changes)
        if not verdict.accepts:
            continue
        odds = amended_odds(turn, changes, wishes)
        new = sum(view.text[issue] == BRACKETS for issue, _ in changes)
        gain = verdict.gain + _HOME * verdict.home + _ADOPTED + POINT * turn.who.trade.new_issue * new
        if odds >= _ODDS and odds * gain // WHOLE > best:
            best, chosen = odds * gain // WHOLE, action
    leaves = chosen == a.AMEND_NOTHING_ACTION
    return turn.because(chosen, say("bot-because-leaves-it" if leaves else "bot-because-amends"))


def _laid(turn: Turn, action: Action) -> tuple[int, Action]:
    """Of amendments that come to the same, the one that lays down the Proposal of least use comes first."""
    if action.args[0] not in (a.AMEND_REPLACE, a.AMEND_WRITE):
        return 0, action
    return turn.mind.gain((turn.view.setting.asks[action.args[-1]],)), action


def named_now(view: View) -> Mapping[int, list[tuple[int, int]]]:
    """Who named what for the package on the table."""
    result: dict[int, list[tuple[int, int]]] = {}
    for each in view.named[view.named_from :]:
        result.setdefault(each.seat, []).append((each.issue, each.level))
    return result


def amended_odds(turn: Turn, changes: Changes, wishes: Mapping[int, list[tuple[int, int]]]) -> int:
    """Odds in thousandths that the amended package passes."""
    view, outlook = turn.view, turn.outlook
    package = view.package
    assert package is not None
    objectors = view.record[-1].objectors
    text = after(view.text, changes)
    all_in, one_out = WHOLE, 0
    for seat in outlook.others:
        if seat in wishes:
            met = any(text[issue] == level for issue, level in wishes[seat])
            heard = _HEARD if len(changes) <= len(package.changes) + 1 else _HEARD_MORE
            each = heard if met else min(_UNHEARD, outlook.seat_odds(seat, changes) // 2)
        elif seat in objectors:
            each = outlook.seat_odds(seat, changes) // 3
        else:
            now = outlook.seat_odds(seat, changes)
            each = _AS_BEFORE if now >= outlook.seat_odds(seat, package.changes) else now
        lone = view.setting.options.slack and not decisive(view, seat, changes)
        one_out = one_out * each // WHOLE + (all_in * (WHOLE - each) // WHOLE if lone else 0)
        all_in = all_in * each // WHOLE
    return all_in + one_out


# --- capitals and signing ---------------------------------------------------------------------------------------


def at_home(turn: Turn) -> Decision:
    """Ask for the step that others mind least; then pay, as long as the treaty is worth it."""
    view = turn.view
    hesitation = view.hesitation
    assert hesitation is not None
    asked = _best_step(turn)
    if asked is not None:
        return turn.because(asked, say("bot-because-asks", short=hesitation.short))
    payment = _payment(turn, hesitation.short)
    if payment is None:
        return turn.because(a.PAY_NOTHING_ACTION, say("bot-because-does-not-pay"))
    return turn.because(payment, say("bot-because-pays", short=hesitation.short))


def _best_step(turn: Turn) -> Action | None:
    view, values = turn.view, turn.mind.values
    best: tuple[int, Action] | None = None
    for action in turn.legal:
        if action.verb != a.ASK:
            continue
        issue, level = view.setting.changes[action.args[0]]
        now = view.text[issue]
        gain = values[issue][level] - values[issue][now]
        rows = [spec.out[issue] for seat, spec in enumerate(view.setting.seat_specs) if seat != turn.seat]
        cost = _OTHERS * sum(row[level] - row[now] for row in rows)
        if gain > _ASKS_ABOVE and (best is None or gain - cost > best[0]):
            best = (gain - cost, action)
    return best[1] if best else None


def _payment(turn: Turn, short: int) -> Action | None:
    """The next payment, if all that is short can be paid and the treaty is worth that much more than no deal."""
    view, mind = turn.view, turn.mind
    hesitates = view.rules.hesitates
    assert hesitates is not None
    assert view.hesitation is not None
    room = mind.worth(view.text) - mind.walk
    cards = [action for action in turn.legal if action.verb == a.PAY and action.args[0] in (a.PAY_CARD, a.PAY_PLEDGE)]
    goal = Action(a.PAY, (a.PAY_GOAL,))
    times = min(hesitates.pay_most - view.hesitation.paid, len(cards))
    if cards and times >= short and room >= POINT * hesitates.pay_points * short:
        return min(cards, key=lambda action: _use(turn, action))
    if goal in turn.legal:
        rest = max(0, short - hesitates.goal_covers)
        price = view.setting.options.goal_worth + hesitates.pay_points * rest
        if times >= rest and room >= POINT * price:
            return goal
    return None


def _use(turn: Turn, action: Action) -> tuple[int, Action]:
    """How useful a card is that is given up; a pledge less than any card."""
    if action.args[0] == a.PAY_PLEDGE:
        return -100 * POINT, action
    return turn.mind.gain((turn.view.setting.gives[action.args[1]],)), action


def step(turn: Turn) -> Decision:
    """Answer a step that another capital needs: for a treaty that is worth it, the script gives up a little."""
    view, mind = turn.view, turn.mind
    package = view.package
    assert package is not None
    text = after(view.text, package.changes)
    loss = mind.worth(view.text) - mind.worth(text)
    red = view.setting.touches_red_line(turn.seat, text) and not view.setting.touches_red_line(turn.seat, view.text)
    grants = not red and mind.worth(text) >= mind.walk and loss <= POINT * turn.who.trade.step_loss
    because = say("bot-because-grants" if grants else "bot-because-no-step", loss=words.more_or_less(-loss))
    return turn.because(a.SILENCE_ACTION if grants else a.OBJECT_ACTION, because)


def reopening(turn: Turn) -> Decision:
    """Name the issue that is worth more open than as it was agreed."""
    mind = turn.mind
    worst = max(
        agreed(turn.view), key=lambda each: (mind.open_worth[each[0]] - mind.values[each[0]][each[1]], -each[0])
    )
    return turn.because(Action(a.REOPEN, (worst[0],)), say("bot-because-reopens"))
