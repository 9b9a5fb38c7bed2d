"""What a delegation may do now: `menu` lists it, `why_not` says why something is not on it.

Both read a board and what the delegation itself knows, so that a `State` and a `View` give the same answer.
A test holds the two functions together: over all actions, `why_not` is None exactly for those on the menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations
from typing import Protocol

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import amendment_menu, reasons_menu
from summit_game.engine.board import (
    AMENDMENT,
    BRACKETS,
    CAPITALS,
    FINAL,
    FLOOR,
    POSTURE,
    REASONS,
    REOPENING,
    SIGNING,
    STEP_VOTE,
    TALK,
    VOTE,
    Board,
    Exchange,
)
from summit_game.engine.formula import Formula
from summit_game.engine.hooks import Rules
from summit_game.engine.queries import is_armed, order_zones, press_barred, sign_barred, step_barred, zone_cap
from summit_game.engine.setting import Setting

MENUS_KEPT = 50_000
"""Most action lists that one game keeps; beyond it the oldest half is not worth finding, so all go."""

_VOTES = (a.SILENCE_ACTION, a.OBJECT_ACTION)
(_PACKAGES, _CONSULTS) = range(2)


class Hand(Protocol):
    """What a delegation itself knows, as far as menus need it."""

    @property
    def proposals(self) -> Sequence[int]: ...
    @property
    def concessions(self) -> Sequence[int]: ...
    @property
    def pressure(self) -> Sequence[int]: ...
    @property
    def orders(self) -> Sequence[tuple[int, int]]: ...
    @property
    def goal_test(self) -> Formula | None: ...
    @property
    def talk(self) -> Sequence[Exchange]: ...


def menu(board: Board, hand: Hand, seat: int) -> list[Action]:
    """All actions of the seat that are legal now, sorted; empty if it is not asked for anything."""
    if seat not in board.waiting:
        return []
    phase = board.phase
    if phase == FLOOR:
        result = _floor(board, hand, seat)
    elif phase in (VOTE, SIGNING, FINAL, STEP_VOTE):
        result = list(_VOTES)
    elif phase == REASONS:
        result = reasons_menu(board)
    elif phase == AMENDMENT:
        result = amendment_menu(board, hand)
    elif phase == REOPENING:
        result = [Action(a.REOPEN, (issue,)) for issue, level in enumerate(board.text) if level != BRACKETS]
    elif phase == CAPITALS:
        result = sorted(action for hook in board.rules.hooks.capital_menu for action in hook(board, hand, seat))
    elif phase == POSTURE:
        result = _orders(board, hand, seat)
    elif phase == TALK:
        result = sorted(action for hook in board.rules.hooks.talk_menu for action in hook(board, hand, seat))
    else:
        result = [a.NO_PROMISE_ACTION, *promises(board, seat)]
    if board.rules.hooks.forbids:
        result = [
            action for action in result if all(hook(board, seat, action) is None for hook in board.rules.hooks.forbids)
        ]
    return result


def promises(board: Board, seat: int) -> list[Action]:
    """Promises that the seat may make, besides none (R2.8)."""
    if not board.setting.seat_specs[seat].may_promise:
        return []
    return sorted(action for hook in board.rules.hooks.promise_menu for action in hook(board, seat))


def _floor(board: Board, hand: Hand, seat: int) -> list[Action]:
    setting, rules = board.setting, board.rules
    text = board.text
    proposals = tuple(hand.proposals)
    result: list[Action] = []
    gives, asks = setting.gives, setting.asks
    givable = tuple([card for card in hand.concessions if text[gives[card][0]] != gives[card][1]])
    previous = -1
    for card in proposals:
        if card == previous:
            continue
        previous = card
        issue, level = asks[card]
        if text[issue] != level:
            result += _kept(setting, rules, (_PACKAGES, card, *givable))
    if len(proposals) >= 2:
        _add_nonpapers(setting, rules, text, proposals, result)
    if hand.concessions and step_barred(board, seat) is None:
        result += [Action(a.STEP, (card,)) for card in _distinct(hand.concessions)]
    if hand.pressure and press_barred(board, seat) is None:
        result += [Action(a.PRESS, (card,)) for card in _distinct(hand.pressure)]
    result += _kept(setting, rules, (_CONSULTS, *proposals))
    tail = [action for hook in rules.hooks.floor_menu for action in hook(board, seat)]
    for held in rules.hooks.hand_menu:
        tail += held(board, hand, seat)
    if sign_barred(board) is None:
        tail.append(a.SIGN_ACTION)
    tail.append(a.PASS_ACTION)
    tail.sort()
    return result + tail


def _distinct(cards: Sequence[int]) -> Sequence[int]:
    return cards if len(set(cards)) == len(cards) else sorted(set(cards))


def _kept(setting: Setting, rules: Rules, key: tuple[int, ...]) -> tuple[Action, ...]:
    """The list of actions for a key, made once: it depends only on cards and levels."""
    found = rules.menus.get(key)
    if found is None:
        if len(rules.menus) >= MENUS_KEPT:
            rules.menus.clear()
        found = tuple(sorted(_MAKERS[key[0]](setting, key[1:])))
        rules.menus[key] = found
    return found


def _packages(setting: Setting, key: tuple[int, ...]) -> list[Action]:
    """One Proposal with every choice of Concessions on other issues (R3.2)."""
    card, givable = key[0], key[1:]
    result = []
    for count in range(setting.options.package_concessions + 1):
        for given in set(combinations(givable, count)):
            issues = {setting.proposals[card].issue, *(setting.concessions[c].issue for c in given)}
            if len(issues) == count + 1:
                result.append(Action(a.TABLE, (card, *given)))
    return result


def _add_nonpapers(
    setting: Setting, rules: Rules, text: Sequence[int], hand: tuple[int, ...], result: list[Action]
) -> None:
    """One issue at every other level, for every pair of Proposals (R3.3)."""
    blocks = [_papers_of(setting, rules, pair) for pair in sorted(set(combinations(hand, 2)))]
    papers = list(chain.from_iterable(zip(*blocks, strict=True)))
    pairs = len(blocks)
    taken = first = 0
    for issue, now in zip(setting.issues, text, strict=True):
        if now >= 1:
            here = (first + now - 1) * pairs
            result += papers[taken:here]
            taken = here + pairs
        first += issue.levels - 1
    result += papers[taken:]


def _papers_of(setting: Setting, rules: Rules, pair: tuple[int, int]) -> tuple[Action, ...]:
    """Every non-paper that lays down a pair of Proposals: issue after issue, level after level. Made once."""
    found = rules.papers.get(pair)
    if found is None:
        levels = ((at, level) for at, issue in enumerate(setting.issues) for level in range(1, issue.levels))
        found = tuple(Action(a.NONPAPER, (*each, *pair)) for each in levels)
        rules.papers[pair] = found
    return found


def _consults(setting: Setting, key: tuple[int, ...]) -> list[Action]:
    """Every choice of Proposals to exchange (R3.8)."""
    counts = range(min(len(key), setting.options.redraw) + 1)
    return [Action(a.CONSULT, laid) for count in counts for laid in set(combinations(key, count))]


_MAKERS = (_packages, _consults)


def _orders(board: Board, hand: Hand, seat: int) -> list[Action]:
    free, over = order_zones(board, seat, hand.orders)
    if over:
        return [Action(a.ORDER, (a.DRAW, zone)) for zone in over]
    result = [a.HOLD_ACTION]
    if is_armed(board, seat):
        side = board.setting.side_of[seat]
        units = board.units[side]
        for zone in free:
            if units[zone] < zone_cap(board, side, zone):
                result.append(Action(a.ORDER, (a.BUILD, zone)))
            if units[zone] > 0:
                result.append(Action(a.ORDER, (a.DRAW, zone)))
    for hook in board.rules.hooks.order_kinds:
        result += [Action(a.ORDER, (kind, zone)) for zone in free for kind in hook(board, seat, zone)]
    result.sort()
    return result
