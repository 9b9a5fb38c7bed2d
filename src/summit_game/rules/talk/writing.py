"""Packages with one level that was told in private (R19.5): R4.9 in advance."""

from __future__ import annotations

from itertools import combinations

from summit_game.engine.actions import WRITE, Action
from summit_game.engine.amendment import told_package
from summit_game.engine.board import Board
from summit_game.engine.legal import Hand
from summit_game.engine.setting import Setting
from summit_game.engine.talk import writable


def writings(board: Board, hand: Hand, seat: int) -> tuple[Action, ...]:
    """Every WRITE of the seat, sorted."""
    known = writable(board, hand.talk, seat)
    if not known or len(hand.proposals) < 2:
        return ()
    pairs = set(combinations(hand.proposals, 2))
    pairs |= {(two, one) for one, two in pairs}
    return tuple(
        sorted(
            Action(WRITE, (at, card, laid, *given))
            for at in known
            for card, laid in pairs
            for given in _gifts(board, hand, card)
            if _brings(board, seat, Action(WRITE, (at, card, laid, *given)))
        )
    )


def may_write(board: Board, hand: Hand, seat: int, action: Action) -> bool:
    """Whether a WRITE is one of `writings`."""
    at, card, laid, *given = action.args
    held = hand.proposals.count(laid) - (laid == card)
    if at not in writable(board, hand.talk, seat) or card not in hand.proposals or held < 1:
        return False
    return tuple(given) in _gifts(board, hand, card) and _brings(board, seat, action)


def _gifts(board: Board, hand: Hand, card: int) -> set[tuple[int, ...]]:
    """Concessions that may stand beside a Proposal, which must change the text itself (R3.2)."""
    setting, text = board.setting, board.text
    issue, level = setting.asks[card]
    if text[issue] == level:
        return set()
    held = [each for each in hand.concessions if text[setting.gives[each][0]] != setting.gives[each][1]]
    counts = range(setting.options.package_concessions + 1)
    return {
        given for count in counts for given in combinations(held, count) if _differ(setting, (issue, *given), given)
    }


def _differ(setting: Setting, named: tuple[int, ...], given: tuple[int, ...]) -> bool:
    issues = {named[0], *(setting.gives[each][0] for each in given)}
    return len(issues) == len(given) + 1


def _brings(board: Board, seat: int, action: Action) -> bool:
    """Whether the level changes the package, and something is left of it that stands for every card laid down."""
    setting = board.setting
    _, card, _, *given = action.args
    package = told_package(board, seat, action)
    base = (setting.asks[card], *(setting.gives[each] for each in given))
    return bool(package.changes) and package.changes != base and len(package.concessions) == len(given)
