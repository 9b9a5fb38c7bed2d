"""Level 1: the script of level 2 with slips."""

from __future__ import annotations

from functools import cached_property

from summit_game.bots.decision import Decision
from summit_game.bots.heard import Heard
from summit_game.bots.negotiator import Turn
from summit_game.bots.offers import offers, own_word, refused
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.streams import Stream
from summit_game.language.catalogue import say

REMEMBERED = 50
"""Percent of what it was told that level 1 remembers."""
MISTAKES = 50
"""Percent of the floor turns and votes of level 1 that go wrong."""


class Beginner(Turn):
    """Level 1: the same script, with the slips of somebody who plays for the first time.

    A slip is a random kind of action on the floor, or the opposite vote. It never breaks the own word, never touches
    a red line and never agrees to less than no deal.
    """

    def vote(self) -> Decision:
        chosen = super().vote()
        package = self.view.package
        assert package is not None
        if not self.slips() or own_word(self.view, package.changes) or self.who.answers["vote"]:
            return chosen
        found = self.mind.verdict(package.changes)
        if chosen.action == a.SILENCE_ACTION:
            return Decision(a.OBJECT_ACTION, say("bot-slips-objects"))
        if found.reason != "loss":
            return chosen
        return Decision(a.SILENCE_ACTION, say("bot-slips-silent"))

    def floor(self) -> Decision:
        if not self.slips():
            return super().floor()
        banned = self.forbidden_verbs("floor")
        fair = [action for action in self.legal if action.verb not in banned and self._fair(action)]
        verbs = sorted({action.verb for action in fair})
        verb = self.stream.choice(verbs)
        action = self.stream.choice([action for action in fair if action.verb == verb])
        return self.because(action, say("bot-because-try"))

    def considered(self) -> Decision:
        """What it means to vote: it does not foresee its slips."""
        return super().vote()

    @cached_property
    def heard(self) -> Heard:
        """Half of what it was told it has forgotten; what it forgets does not come back to it."""
        seat = self.view.setting.seat_ids[self.seat]
        seed = self.bot.seed
        return Heard(
            self.view,
            lambda each: Stream(seed, "remembers", seat, each.number).chance(REMEMBERED, 100),
            self.who.talk.memory,
        )

    def slips(self) -> bool:
        """Whether this decision goes wrong."""
        return self.stream.chance(MISTAKES, 100)

    def _fair(self, action: Action) -> bool:
        """Whether a random action stays within what the bot may do at all."""
        if action.verb == a.SIGN:
            return self.mind.signs(self.view.text)
        if action.verb not in (a.TABLE, a.NONPAPER, a.WRITE):
            return True
        (offer,) = offers(self.view, [action])
        found = self.mind.verdict(offer.changes)
        stale = offer.changes in refused(self.view)
        return not stale and found.reason not in ("red", "below") and not self.would_object(offer.changes)
