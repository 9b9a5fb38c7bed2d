"""What may be suggested to a person after a failed package: a level to name, or an amendment."""

from __future__ import annotations

from collections.abc import Iterable

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import amended
from summit_game.engine.board import NOBODY, Board, Changes
from summit_game.engine.view import View
from summit_game.seat.goal import goal_points

MOST = 2
"""So many are suggested at most."""


def text_with(board: Board, changes: Changes) -> list[int]:
    """The treaty text with a package written into it."""
    text = list(board.text)
    for issue, level in changes:
        text[issue] = level
    return text


def worth(view: View, changes: Changes, adopts: int = NOBODY) -> tuple[int, int]:
    """What the treaty is worth to the seat of the view, now and with these changes; its own goal counts too."""
    text = text_with(view, changes)
    before = view.held.value(view.text) + goal_points(view)
    return before, view.held.value(text) + goal_points(view, text, adopts)


def gain(view: View, changes: Changes, adopts: int = NOBODY) -> int:
    """By how much changes are better for the seat of the view than the text as it is."""
    before, after = worth(view, changes, adopts)
    return after - before


def with_named(board: Board, at: int) -> Changes:
    """The package on the table with one change, by its number, as an objector would name it."""
    return amended(board, Action(a.AMEND, (a.AMEND_WRITE, at, 0))).changes


def met(board: Board, changes: Changes) -> tuple[int, ...]:
    """The objectors that named what these changes bring about."""
    after = dict(changes)
    named = board.named[board.named_from :]
    return tuple(dict.fromkeys(x.seat for x in named if after.get(x.issue, board.text[x.issue]) == x.level))


def to_name(view: View, legal: Iterable[Action]) -> list[Action]:
    """Levels that would turn the package on the table into a gain: the smallest step first, on different issues."""
    package, setting = view.package, view.setting
    assert package is not None
    there, red = dict(package.changes), setting.seat_specs[view.seat].red
    ranked = []
    for action in legal:
        if len(action.args) != 1:
            continue
        issue, level = setting.changes[action.args[0]]
        points = gain(view, with_named(view, action.args[0]), package.tabler)
        if points > 0 and not red[issue][level]:
            distance = abs(level - max(0, there.get(issue, view.text[issue])))
            ranked.append((distance, -points, issue, action))
    ranked.sort()
    result: dict[int, Action] = {}
    for _, _, issue, action in ranked:
        result.setdefault(issue, action)
    return list(result.values())[:MOST]


def to_amend(view: View, legal: Iterable[Action]) -> list[Action]:
    """Amendments that are a gain: those first that meet most objectors, then those worth most.

    Then those that meet an objector at a price, unless they touch a red line of the seat: the row says the price.
    """
    red = view.setting.seat_specs[view.seat].red
    ranked = []
    for action in legal:
        if action == a.AMEND_NOTHING_ACTION:
            continue
        changes = amended(view, action).changes
        points = gain(view, changes, view.seat)
        meets = len(met(view, changes))
        if points > 0 or (meets and not any(red[issue][level] for issue, level in changes)):
            ranked.append((points <= 0, -meets, -points, _price(view, action), action, changes))
    ranked.sort()
    result: dict[Changes, Action] = {}
    for *_, action, changes in ranked:
        result.setdefault(tuple(sorted(changes)), action)
    return list(result.values())[:MOST]


def _price(view: View, action: Action) -> int:
    """What the Proposal would be worth that is laid down."""
    if action.args[0] != a.AMEND_WRITE:
        return 0
    card = view.setting.proposals[action.args[2]]
    return view.held.brief.values[card.issue][card.level]
