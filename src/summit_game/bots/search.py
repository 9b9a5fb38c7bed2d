"""Level 4: it tries its best ideas in worlds that agree with its view, and takes the one that ends best.

The search is a flat one over determinised worlds: every idea is tried in the same worlds with the same chance, so that
ideas are compared and not luck. Its budget is counted in nodes (actions applied), never in time. What it believes
about others comes from `bots.learned`; each world shifts these guesses a little, because they may be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

from summit_game.bots import words
from summit_game.bots.decision import Decision
from summit_game.bots.mind import POINT
from summit_game.bots.negotiator import Negotiator
from summit_game.bots.offers import own_word
from summit_game.bots.planner import Planner
from summit_game.bots.playout import Playout
from summit_game.bots.weighing import Option
from summit_game.bots.worlds import Guess, world
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.streams import Stream
from summit_game.engine.view import View

FLOOR_NODES = 16_000
VOTE_NODES = 1_600
"""Nodes of all delegations together for one turn on the floor or one vote: each has its share."""
IDEAS = 7
STAGE = 3
"""Worlds after which the worse half of the ideas is dropped."""
PRIOR = 1
"""What level 3 thinks of an idea counts one part in so many."""
_STRETCH = 150
_LEAST_WORLDS, _MOST_WORLDS = 2, 40
_DOUBT = 5
"""Points by which a world shifts a guessed value of no deal at most."""


class Searcher(Planner):
    """One decision at level 4."""

    def __init__(self, bot: Negotiator, view: View) -> None:
        super().__init__(bot, view)
        self.seed = bot.seed
        self.nodes = 0

    # --- decisions --------------------------------------------------------------------------------------------

    def floor(self) -> Decision:
        options = sorted(enumerate(self.options()), key=lambda each: (-each[1].worth, each[0]))
        ideas: dict[Action, Option] = {}
        question = self.question()
        if question is not None:
            ideas[question.action] = Option(0, *question)
        elif self.may_ask():
            ideas[a.SIGN_ACTION] = Option(0, a.SIGN_ACTION, "")
        for _, option in options:
            if len(ideas) < IDEAS:
                ideas.setdefault(option.action, option)
        ideas.setdefault(a.PASS_ACTION, Option(0, a.PASS_ACTION, ""))
        results = self.tried({action: option.worth for action, option in ideas.items()}, FLOOR_NODES)
        best = max(results, key=lambda action: results[action])
        rest = [result for action, result in results.items() if action != best]
        reason = words.about_search(results[best] - max(rest, default=results[best]), ideas[best].reason)
        return Decision(best, reason)

    def may_ask(self) -> bool:
        """Whether putting the question is an idea at all."""
        allowed = a.SIGN_ACTION in self.legal and a.SIGN not in self.forbidden_verbs("floor")
        return allowed and self.mind.signs(self.view.text)

    def vote(self) -> Decision:
        chosen = super(Planner, self).vote()
        package = self.view.package
        assert package is not None
        found = self.mind.verdict(package.changes)
        if self.who.answers["vote"] or own_word(self.view, package.changes):
            return chosen
        if (found.accepts and found.gain >= 0) or not (found.accepts or self.stretches(found)):
            return chosen
        first = self.difference(self.adopted(package.changes))
        results = self.tried({a.SILENCE_ACTION: first, a.OBJECT_ACTION: 0}, VOTE_NODES)
        better = results[a.SILENCE_ACTION] - results[a.OBJECT_ACTION]
        if found.accepts and better < -self.patience():
            return Decision(a.OBJECT_ACTION, words.about_future(better, a.OBJECT_ACTION))
        if not found.accepts and better > _STRETCH:
            return Decision(a.SILENCE_ACTION, words.about_future(better, a.SILENCE_ACTION))
        return chosen

    def considered(self) -> Decision:
        """Its vote without a search: it is asked about many packages at once."""
        return Planner.vote(self)

    # --- the search -------------------------------------------------------------------------------------------

    def tried(self, ideas: Mapping[Action, int], budget: int) -> Mapping[Action, int]:
        """Result of the best ideas, in hundredths of a point: mean over worlds, and a part of what level 3 thinks.

        After every few worlds the worse half of the ideas is dropped, so that the budget goes to the close ones.
        """
        budget //= len(self.view.setting.seats)
        alive = list(ideas)
        totals = dict.fromkeys(ideas, 0)
        worlds = 0
        while worlds < _MOST_WORLDS:
            for idea in alive:
                totals[idea] += self.played(idea, worlds)
            worlds += 1
            if self.nodes >= budget and worlds >= _LEAST_WORLDS:
                break
            if worlds % STAGE == 0 and len(alive) > 2:
                alive.sort(key=lambda idea: -(totals[idea] // worlds + ideas[idea] // PRIOR))
                alive = alive[: (len(alive) + 1) // 2]
        return {idea: totals[idea] // worlds + ideas[idea] // PRIOR for idea in alive}

    def played(self, idea: Action, number: int) -> int:
        """The result of one idea in one world."""
        stream = Stream(self.seed, "world", self.view.setting.seat_ids[self.seat], len(self.view.record), number)
        guesses = self.guesses(stream)
        losses = {seat: self.outlook.ease[seat] for seat in self.outlook.others}
        losses[self.seat] = max(0, self.mind.loss // 2)
        playout = Playout(self.view, world(self.view, guesses, stream), guesses, losses, stream)
        result = playout.result(self.seat, idea)
        self.nodes += playout.nodes
        return result

    def guesses(self, stream: Stream) -> dict[int, Guess]:
        """What the briefs might be: the own one as it is, the others as learned and a little shifted."""
        found = {self.seat: Guess(self.mind.values, self.mind.walk)}
        for seat in self.outlook.others:
            shift = POINT * (stream.below(2 * _DOUBT + 1) - _DOUBT)
            found[seat] = Guess(self.outlook.values[seat], self.outlook.walks[seat] + shift)
        return found
