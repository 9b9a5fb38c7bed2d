"""Reasons of objectors, and the one amendment on the spot (R4.8, R4.9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import Board, Changes, Package
from summit_game.engine.ops import Ops

if TYPE_CHECKING:
    from summit_game.engine.legal import Hand


def nameable(board: Board) -> list[int]:
    """Numbers of the changes that an objector may name: what the package would not bring about (R4.8)."""
    package = board.package
    if package is None:
        return []
    after = dict(package.changes)
    return [
        at for at, (issue, level) in enumerate(board.setting.changes) if after.get(issue, board.text[issue]) != level
    ]


def reasons_menu(board: Board) -> list[Action]:
    """To name nothing, one change or two (R4.8), sorted."""
    known = nameable(board)
    most = board.setting.options.reasons
    result = [_naming(())]
    for at, first in enumerate(known if most else ()):
        result.append(_naming((first,)))
        if most > 1:
            result += [_naming((first, second)) for second in known[at + 1 :]]
    return result


@cache
def _naming(named: tuple[int, ...]) -> Action:
    """An action that is made once: a menu has hundreds, and every objector gets one."""
    return Action(a.NAME, named)


def call_reasons(ops: Ops, objectors: Sequence[int]) -> bool:
    """Ask the objectors to a package for their reasons, where the table plays with them; once for a package."""
    state = ops.state
    if not state.setting.options.reasons or state.amended or not objectors:
        return False
    ops.record(ev.ReasonsCalled(tuple(seat for seat in state.turn_order() if seat in objectors)))
    return True


def give_reason(ops: Ops, seat: int, action: Action) -> None:
    """What an objector named is public (R4.8)."""
    ops.record(ev.ReasonGiven(seat, tuple(ops.state.setting.changes[at] for at in action.args)))


def call_amendment(ops: Ops) -> bool:
    """Ask the tabler whether it amends, if it could; False if the package has failed for good."""
    state = ops.state
    package = state.package
    assert package is not None
    if not any(True for _ in _amendments(state, state.own[package.tabler], package)):
        return False
    ops.record(ev.AmendmentCalled(package.tabler))
    return True


def amendment_menu(board: Board, hand: Hand) -> list[Action]:
    """To leave the package, and every amendment (R4.9), sorted."""
    assert board.package is not None
    return sorted({a.AMEND_NOTHING_ACTION, *_amendments(board, hand, board.package)})


def amend(ops: Ops, seat: int, action: Action) -> None:
    """Lay the package on the table again as it is amended, or leave it (R4.9)."""
    state = ops.state
    assert state.package is not None
    if action == a.AMEND_NOTHING_ACTION:
        ops.record(ev.AmendmentDeclined(seat))
        return
    kind = action.args[0]
    if kind in (a.AMEND_REPLACE, a.AMEND_WRITE):
        ops.record(ev.CardsDiscarded(seat, (action.args[-1],)))
    changed = amended(state, action)
    voters = tuple(other for other in state.turn_order() if other != seat)
    ops.record(ev.PackageAmended(seat, changed.changes, changed.proposals, changed.concessions, voters))


def amended(board: Board, action: Action) -> Package:
    """The package on the table as an amendment would change it."""
    package, setting = board.package, board.setting
    assert package is not None
    kind, *args = action.args
    changes, concessions = package.changes, package.concessions
    if kind == a.AMEND_ADD:
        return package._replace(changes=(*changes, setting.gives[args[0]]), concessions=(*concessions, args[0]))
    if kind == a.AMEND_DROP:
        left = tuple(change for change in changes if change != setting.gives[args[0]])
        rest = list(concessions)
        rest.remove(args[0])
        return package._replace(changes=left, concessions=tuple(rest))
    if kind == a.AMEND_REPLACE:
        return package._replace(changes=(setting.asks[args[0]], *changes[1:]), proposals=(args[0],))
    changes = written(board, changes, setting.changes[args[0]])
    kept = tuple(card for card in concessions if setting.gives[card] in changes)
    return package._replace(changes=changes, concessions=kept)


def told_package(board: Board, seat: int, action: Action) -> Package:
    """The package that a WRITE tables: a Proposal, what is given with it, and a level told in private (R19.5)."""
    setting = board.setting
    at, card, laid, *given = action.args
    base = (setting.asks[card], *(setting.gives[each] for each in given))
    changes = written(board, base, setting.changes[at])
    kept = tuple(each for each in given if setting.gives[each] in changes)
    return Package(seat, changes, (card, laid), kept)


def written(board: Board, changes: Changes, wanted: tuple[int, int]) -> Changes:
    """The changes with one level as an objector named it; what would stay as it is falls away."""
    issue, level = wanted
    if board.text[issue] == level:
        return tuple(change for change in changes if change[0] != issue)
    if issue in dict(changes):
        return tuple((at, level if at == issue else now) for at, now in changes)
    return (*changes, wanted)


def _amendments(board: Board, hand: Hand, package: Package) -> Iterator[Action]:
    setting, text = board.setting, board.text
    within = {issue for issue, _ in package.changes}
    held = Counter(hand.concessions) - Counter(package.concessions)
    if len(package.concessions) < setting.options.amended_concessions:
        for card in held:
            issue, level = setting.gives[card]
            if issue not in within and text[issue] != level:
                yield Action(a.AMEND, (a.AMEND_ADD, card))
    for card in set(package.concessions):
        yield Action(a.AMEND, (a.AMEND_DROP, card))
    if len(package.proposals) == 1:
        asked, now = package.changes[0]
        for card in set(hand.proposals):
            issue, level = setting.asks[card]
            if issue == asked and level not in (now, text[issue]):
                yield Action(a.AMEND, (a.AMEND_REPLACE, card))
    named = {(each.issue, each.level) for each in board.named[board.named_from :]}
    for wanted in named:
        if written(board, package.changes, wanted):
            for card in set(hand.proposals):
                yield Action(a.AMEND, (a.AMEND_WRITE, setting.changes.index(wanted), card))
