"""The packages that a hand allows, each with the cheapest action that tables it, and which of them may be offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.amendment import told_package
from summit_game.engine.board import Ballot, Changes
from summit_game.engine.floor import package_changes
from summit_game.engine.view import View

RECENT = 2
"""A refusal counts in the round in which it came and in the next one."""


class Offer(NamedTuple):
    """A package that can be tabled. `changes` are sorted by issue."""

    changes: Changes
    action: Action


def same(changes: Changes) -> Changes:
    """A package without the order of its parts."""
    return tuple(sorted(changes))


def offers(view: View, legal: Sequence[Action]) -> list[Offer]:
    """One offer for each different package; of several ways to table it the first in the order of actions.

    Packages with cards come before non-papers in that order, so a non-paper is used only where cards do not reach.
    """
    found: dict[Changes, Action] = {}
    for action in legal:
        if action.verb == a.TABLE or action.verb == a.NONPAPER:
            found.setdefault(same(package_changes(view.setting, action)), action)
        elif action.verb == a.WRITE:
            found.setdefault(same(told_package(view, view.seat, action).changes), action)
    return [Offer(changes, action) for changes, action in found.items()]


def recent(view: View) -> list[Ballot]:
    """Votes on packages of this round and the one before."""
    return [ballot for ballot in view.record if ballot.changes and ballot.round > view.round - RECENT]


def refused(view: View) -> set[Changes]:
    """Packages that were refused lately on the text as it stands: they are not repeated."""
    text = tuple(view.text)
    return {same(ballot.changes) for ballot in recent(view) if not ballot.passed and ballot.before == text}


def own_word(view: View, changes: Changes) -> bool:
    """Whether this delegation itself offered the same package lately, on the same text: its word stands."""
    text, wanted = tuple(view.text), same(changes)
    return any(
        ballot.tabler == view.seat and ballot.before == text and same(ballot.changes) == wanted
        for ballot in recent(view)
    )


def spare(hand: Sequence[int], used: Iterable[int]) -> list[int]:
    """The cards of a hand that are left when some are used."""
    left = list(hand)
    for card in used:
        left.remove(card)
    return left
