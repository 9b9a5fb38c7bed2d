"""Cards that add nothing to a deck: never played, or never better than another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from summit_game.engine.setting import Game, TextCard
from summit_game.language.catalogue import say

ENOUGH = 30
"""Plays of a card from which its results are compared."""
SURE = 1.96
"""Standard errors to each side of a 95 % interval."""


class Dominated(NamedTuple):
    """A card that is never better than another, and why."""

    card: str
    by: str
    why: str


class Tally(NamedTuple):
    """Plays of a card with one kind of play: how many, and the sum and the sum of squares of the player's surplus."""

    played: int = 0
    total: int = 0
    squares: int = 0

    def interval(self) -> tuple[float, float]:
        """The mean surplus, within its 95 % interval (normal approximation)."""
        mean = self.total / self.played
        spread = sqrt(max(0.0, self.squares / self.played - mean * mean) / self.played)
        return mean - SURE * spread, mean + SURE * spread


def by_text(game: Game) -> Iterator[Dominated]:
    """Proposals and Concessions whose level nobody prefers to that of another card that does the same job.

    The same job: the same issue, and the same hand (the shared deck, or one delegation's). Nobody: no brief of any
    delegation, no mandate and no red line.
    """
    setting = game.setting
    for cards in (setting.proposals, setting.concessions):
        for card in cards:
            better = next((other for other in cards if _never_better(game, card, other)), None)
            if better is not None:
                issue = setting.issue_ids[card.issue]
                why = say("balance-nobody-prefers", level=card.level, issue=issue, better=better.level)
                yield Dominated(card.id, better.id, why)


def _never_better(game: Game, card: TextCard, other: TextCard) -> bool:
    if (card.issue, card.owner) != (other.issue, other.owner) or card.level == other.level:
        return False
    rows = [brief.values[card.issue] for briefs in game.secrets.briefs for brief in briefs]
    specs = game.setting.seat_specs
    return (
        all(row[card.level] <= row[other.level] for row in rows)
        and any(row[card.level] < row[other.level] for row in rows)
        and all(spec.out[card.issue][card.level] >= spec.out[card.issue][other.level] for spec in specs)
        and all(spec.red[card.issue][card.level] >= spec.red[card.issue][other.level] for spec in specs)
    )


def by_play(groups: Sequence[Sequence[str]], tallies: Mapping[str, Sequence[Tally]]) -> Iterator[Dominated]:
    """Pressure cards after which their player did worse than after another of its own, whatever the kind of play.

    `groups` are the ids of each delegation's cards, `tallies` per card one entry for each kind of play. Compared is
    where both were played often enough; the 95 % intervals must lie apart each time.
    """
    for group in groups:
        for card in group:
            better = next((other for other in group if other != card and _worse(tallies[card], tallies[other])), None)
            if better is not None:
                yield Dominated(card, better, say("balance-did-worse"))


def _worse(mine: Sequence[Tally], others: Sequence[Tally]) -> bool:
    pairs = [(one, two) for one, two in zip(mine, others, strict=True) if min(one.played, two.played) >= ENOUGH]
    return bool(pairs) and all(one.interval()[1] < two.interval()[0] for one, two in pairs)
