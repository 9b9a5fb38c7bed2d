"""One modest opponent that follows the rules with sense: it weighs texts by its own brief and others by mandates.

It accepts what is good enough for it, tables what others may accept, mends fences at home, answers steps and does
not build when tension is high. It learns nothing and looks no further than the next vote.
"""

from __future__ import annotations

from summit_game.bots.decision import Decision
from summit_game.bots.facts import promised
from summit_game.bots.streams import decision_stream
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import (
    AMENDMENT,
    BRACKETS,
    CAPITALS,
    CORRIDOR,
    FLOOR,
    POSTURE,
    REASONS,
    REOPENING,
    TALK,
    Changes,
)
from summit_game.engine.effects import MOVE_TRACK
from summit_game.engine.floor import package_changes
from summit_game.engine.queries import agreed, balance, home_reaction, is_armed, tension
from summit_game.engine.setting import PLUS, SUPPORT, TENSION, TRUST
from summit_game.engine.talk import neutral
from summit_game.engine.view import View

# Values are in halves of a point, so that everything stays a whole number.
_NEW_ISSUE = 10
_HOME = 5
_HOME_SAFE = 3
_SAFE_SUPPORT = 5
_TOLERANCE_FIRST, _TOLERANCE_LAST = 4, 14
_MARGIN_FIRST, _MARGIN_LAST = 20, 0
_CALM = 6
_DANGER = 9


class SimpleBot:
    """A by-the-book negotiator. Same seed, same seat, same views: same game."""

    def __init__(self, seed: int, seat_id: str) -> None:
        self.seed = seed

    def decide(self, view: View) -> Decision:
        """One legal action."""
        return Decision(self._action(view))

    def _action(self, view: View) -> Action:
        if view.phase == CORRIDOR:
            return self._promise(view)
        if view.phase == TALK:
            return neutral(view.talk, view.seat)
        if view.phase == FLOOR:
            return self._floor(view)
        if view.phase == POSTURE:
            return self._order(view)
        if view.phase in (REASONS, AMENDMENT, CAPITALS, REOPENING):
            return _at_the_side(view)
        if view.package is not None:
            return a.SILENCE_ACTION if _accepts(view, view.package.changes) else a.OBJECT_ACTION
        return a.SILENCE_ACTION if _signs(view) else a.OBJECT_ACTION

    def _promise(self, view: View) -> Action:
        restraint = Action(a.PROMISE, (a.RESTRAINT,))
        return (
            restraint
            if restraint in view.legal() and decision_stream(self.seed, view).chance(3, 5)
            else a.NO_PROMISE_ACTION
        )

    def _floor(self, view: View) -> Action:
        legal = view.legal()
        if a.SIGN_ACTION in legal and _signs(view) and view.seat_tracks[SUPPORT][view.seat] >= 4:
            return a.SIGN_ACTION
        best, action = 0, a.PASS_ACTION
        for candidate in legal:
            worth = self._worth(view, candidate)
            if worth > best:
                best, action = worth, candidate
        return action

    def _worth(self, view: View, action: Action) -> int:
        """How much an action promises, in percent of half points; 0 is not worth doing."""
        if action.verb in (a.TABLE, a.NONPAPER):
            changes = package_changes(view.setting, action)
            if not _accepts(view, changes):
                return 0
            gain = _gain(view, changes) + 3 * home_reaction(view, view.seat, changes)
            gain += sum(_NEW_ISSUE for issue, _ in changes if view.text[issue] == BRACKETS)
            return gain * _chance(view, changes) - (100 if action.verb == a.NONPAPER else 0)
        support = view.seat_tracks[SUPPORT][view.seat]
        if action.verb == a.RALLY:
            return 450 + 400 * (len(agreed(view)) >= 4) if support < _SAFE_SUPPORT else 0
        if action.verb == a.STEP:
            wanted = tension(view) >= _CALM or view.tracks[TRUST] <= 3
            return 600 if wanted and support >= 2 and not view.step_markers[view.seat] else 0
        if action.verb == a.PRESS:
            return _press_worth(view, action.args[0])
        if action.verb == a.CONSULT:
            return 100 + len(action.args)
        owner = view.rules.owner(action)
        return 200 * owner.worth(view, action) if owner is not None else 0

    def _order(self, view: View) -> Action:
        legal = view.legal()
        kinds = {action.args[0]: action for action in legal}
        if a.HOLD not in kinds:
            return legal[0]
        if a.MONITOR in kinds:
            return kinds[a.MONITOR]
        if not is_armed(view, view.seat):
            return a.HOLD_ACTION
        ahead = balance(view) if view.setting.side_of[view.seat] == PLUS else -balance(view)
        calm = tension(view) < _DANGER
        stream = decision_stream(self.seed, view)
        if (
            a.BUILD in kinds
            and ahead < 0
            and calm
            and stream.chance(1, 3)
            and not promised(view, view.seat, a.RESTRAINT)
        ):
            return kinds[a.BUILD]
        if a.DRAW in kinds and ahead >= 0 and tension(view) >= _CALM and stream.chance(1, 3):
            return kinds[a.DRAW]
        return a.HOLD_ACTION


def _at_the_side(view: View) -> Action:
    """It names and amends nothing, pays at home what a treaty is worth to it, and reopens what it likes least."""
    legal = view.legal()
    if view.phase == REOPENING:
        values = view.held.brief.values
        return min(legal, key=lambda action: values[action.args[0]][view.text[action.args[0]]])
    cards = [action for action in legal if action.verb == a.PAY and action.args[0] == a.PAY_CARD]
    hesitates = view.rules.hesitates
    if cards and hesitates is not None and view.hesitation is not None:
        price = hesitates.pay_points * view.hesitation.short
        can = view.hesitation.short <= min(len(cards), hesitates.pay_most - view.hesitation.paid)
        if can and view.held.value(view.text) - view.no_deal() >= price:
            return cards[0]
    least = (a.NAME_NOTHING_ACTION, a.AMEND_NOTHING_ACTION, a.PAY_NOTHING_ACTION)
    return next(action for action in least if action in legal)


def _progress(view: View, first: int, last: int) -> int:
    """A number that moves from `first` in round 1 to `last` in the last round."""
    rounds = max(1, view.setting.options.rounds - 1)
    return first + (last - first) * min(view.round - 1, rounds) // rounds


def _expected(view: View, text: tuple[int, ...]) -> int:
    """What a text is worth in half points; an open issue counts as the middle of levels 1 and 2."""
    total = 0
    for row, level in zip(view.held.brief.values, text, strict=True):
        total += 2 * row[level] if level != BRACKETS else row[1] + row[min(2, len(row) - 1)]
    return total


def _after(view: View, changes: Changes) -> tuple[int, ...]:
    text = list(view.text)
    for issue, level in changes:
        text[issue] = level
    return tuple(text)


def _gain(view: View, changes: Changes) -> int:
    return _expected(view, _after(view, changes)) - _expected(view, tuple(view.text))


def _accepts(view: View, changes: Changes) -> bool:
    """Whether a package is good enough, for its own packages too: it offers nothing that it would refuse."""
    spec = view.setting.seat_specs[view.seat]
    if any(spec.red[issue][level] for issue, level in changes):
        return False
    gain = _gain(view, changes)
    wanted = 2 * view.no_deal() + _progress(view, _MARGIN_FIRST, _MARGIN_LAST) // 2 - 6
    if _expected(view, _after(view, changes)) < wanted and gain < 4:
        return False
    weight = _HOME_SAFE if view.seat_tracks[SUPPORT][view.seat] >= _SAFE_SUPPORT else _HOME
    return gain + weight * home_reaction(view, view.seat, changes) >= -_progress(
        view, _TOLERANCE_FIRST, _TOLERANCE_LAST
    )


def _chance(view: View, changes: Changes) -> int:
    """A guess in percent that the others let the package pass, from their public mandates only."""
    chance = 100
    for seat in view.setting.seats:
        if seat == view.seat:
            continue
        spec = view.setting.seat_specs[seat]
        mood = 2 * home_reaction(view, seat, changes)
        for issue, level in changes:
            out = spec.out[issue]
            old = out[view.text[issue]] if view.text[issue] != BRACKETS else (out[1] + out[min(2, len(out) - 1)]) // 2
            mood += 5 * (old - out[level]) + (out[level] == 0)
        odds = max(10, min(90, 70 + 8 * mood))
        decisive = spec.principal or view.setting.options.slack == 0
        chance = chance * (odds if decisive else 40 + 60 * odds // 100) // 100
    return chance


def _press_worth(view: View, card: int) -> int:
    """It plays cards that calm, or that build trust; it does not raise tension."""
    moves = [effect for effect in view.setting.pressure[card].effects if effect[0] == MOVE_TRACK]
    calms = any(track == TENSION and delta < 0 for _, track, delta in moves)
    builds = any(track == TRUST and delta > 0 for _, track, delta in moves)
    harms = any((track == TENSION and delta > 0) or (track == TRUST and delta < 0) for _, track, delta in moves)
    if harms or not (calms or builds):
        return 0
    return 500 if tension(view) >= _CALM else 240


def _signs(view: View) -> bool:
    """Whether the text as it stands is worth more than walking away, by a margin that shrinks."""
    if view.setting.touches_red_line(view.seat, view.text):
        return False
    gain = 2 * (view.held.value(view.text) - view.no_deal())
    return gain >= _progress(view, _MARGIN_FIRST, _MARGIN_LAST) // 2
