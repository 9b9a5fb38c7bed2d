"""What a bot reckons with in one decision: its values, what it heard, its word, and packages that it could table."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple, Protocol

from summit_game.bots import words
from summit_game.bots.decision import Decision
from summit_game.bots.facts import Facts, facts
from summit_game.bots.heard import Heard, broken_to
from summit_game.bots.keeping import Bound
from summit_game.bots.mind import Mind, Verdict
from summit_game.bots.offers import Offer, offers, refused
from summit_game.bots.others import WHOLE, Capitals, Mandates, by_reasons
from summit_game.bots.script import Personality
from summit_game.bots.streams import decision_stream
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import Changes
from summit_game.engine.streams import Stream
from summit_game.engine.view import View

_COSTS = {a.NONPAPER: 100, a.WRITE: 60}
"""What the second Proposal counts that these lay down, in hundredths of a point."""
HOME_GAIN = 150
LEAST_ODDS = 300
_NAMED = 200
"""What it counts more, in hundredths of a point, that a package holds a level which an objector named lately."""
_MISSING = 300
"""The same for a level that somebody said to be missing before it would sign."""
_TABLED = 400
"""The same for a level that it agreed to table."""


class Option(NamedTuple):
    """Something that could be done on the floor. `worth` is in hundredths of a point."""

    worth: int
    action: Action
    reason: str


class Plan(NamedTuple):
    """A package that could be tabled: what it thinks of it, the odds, and its worth if it passes and as it stands."""

    offer: Offer
    found: Verdict
    odds: int
    passed: int
    worth: int


class Decider(Protocol):
    """The bot whose decision it is."""

    who: Personality
    seed: int
    seat_id: str

    def decide(self, view: View, /) -> Decision:
        """The decision that a view asks for."""
        ...

    def told(self, view: View, action: Action, because: str, /) -> str:
        """How it says why it takes what a rule of its script asks for."""
        ...


class Weighing:
    """What one decision reckons with."""

    def __init__(self, bot: Decider, view: View) -> None:
        self.decider = bot
        self.view = view
        self.who = bot.who
        self.seat = view.seat
        self.stream: Stream = decision_stream(bot.seed, view)
        self.mind = Mind(view, bot.who)
        self.facts: Facts = facts(view, bot.who.habits)
        self.facts.put(surplus=(self.mind.worth(view.text) - self.mind.walk) // 100)
        self.capitals = Capitals(view)
        self.bound = Bound(view, bot.who, bot.seed)

    @cached_property
    def legal(self) -> list[Action]:
        """What the seat may do now."""
        return self.view.legal()

    @cached_property
    def heard(self) -> Heard:
        """What it was told and has not forgotten."""
        return Heard(self.view, memory=self.who.talk.memory)

    def wronged_by(self, seat: int) -> bool:
        """Whether a seat broke its word to it lately, as far as it remembers."""
        memory = self.who.talk.memory
        return memory > 0 and broken_to(self.view, self.seat, seat, memory)

    def packages(self) -> Iterable[Option]:
        """Packages that it would accept itself and that were not refused just now."""
        for plan in self.plans(offers(self.view, self.legal), self.least_odds):
            if plan.worth > 0:
                yield Option(plan.worth, plan.offer.action, words.about_offer(self.mind, plan.found, plan.odds))

    def plans(self, found: Iterable[Offer], least: int = 0) -> Iterable[Plan]:
        """What those packages are worth which it would accept itself and which were not refused just now.

        Packages with odds below the least are left out.
        """
        stale, outlook = refused(self.view), self.outlook
        for offer in found:
            if offer.changes in stale or not self.suits(offer):
                continue
            if offer.action.verb == a.WRITE and not self.heard.asks_for(offer.changes):
                continue
            verdict = self.mind.verdict(offer.changes)
            if not self.would_table(offer, verdict) or self.would_object(offer.changes):
                continue
            odds = by_reasons(self.view, offer.changes, outlook.odds(offer.changes))
            if odds < least:
                continue
            passed = self.weigh(offer.changes, verdict, odds)
            worth = odds * passed // WHOLE - _COSTS.get(offer.action.verb, 0) - self.bound.warned_off(offer.changes)
            yield Plan(offer, verdict, odds, passed, worth)

    def would_table(self, offer: Offer, found: Verdict) -> bool:
        """Whether it would let a package pass that it tables itself."""
        return found.accepts

    @property
    def least_odds(self) -> int:
        """Odds in thousandths under which a package stays in hand, where objectors give reasons; less at the end."""
        options = self.view.setting.options
        if not options.reasons:
            return 0
        return LEAST_ODDS if self.view.round < options.rounds else LEAST_ODDS // 2

    @cached_property
    def outlook(self) -> Mandates:
        """What the others want."""
        return Mandates(self.view, self.heard)

    def weigh(self, changes: Changes, found: Verdict, odds: int) -> int:
        """What a package is worth to it if it passes, in hundredths of a point."""
        return found.gain + HOME_GAIN * found.home + self.extra(changes)

    def suits(self, offer: Offer) -> bool:
        """Whether the script allows a package of this size."""
        cards = {a.TABLE: 1, a.WRITE: 3}.get(offer.action.verb)
        return cards is None or len(offer.action.args) - cards <= self.who.trade.concessions

    def would_object(self, changes: Changes) -> bool:
        """Whether a rule of the script would object to the package: it offers nothing that it would refuse."""
        rulings = [ruling for ruling in self.who.answers["vote"] if ruling.objects]
        if not rulings:
            return False
        found = self.mind.verdict(changes)
        self.facts.put(gain=found.gain // 100, home=found.home, outside=self.mind.outside(changes), from_own_side=1)
        return any(self.facts.holds(ruling.when) for ruling in rulings)

    def extra(self, changes: Changes) -> int:
        """What the script adds for newly agreed issues and for texts near the middle of all mandates."""
        trade, text = self.who.trade, self.view.text
        total = 100 * trade.new_issue * sum(text[issue] < 0 for issue, _ in changes)
        wishes = {(x.issue, x.level) for x in self.view.named if x.round > self.view.round - 2 and x.seat != self.seat}
        total += _NAMED * any(change in wishes for change in changes)
        total += _MISSING * any(change in self.heard.missing for change in changes)
        total += _TABLED * any(change in self.bound.to_table() for change in changes)
        if trade.middle:
            specs = self.view.setting.seat_specs
            for issue, level in changes:
                total += (
                    100
                    * trade.middle
                    * sum(spec.out[issue][max(0, text[issue])] - spec.out[issue][level] for spec in specs)
                    // len(specs)
                )
        return total

    # --- asking itself ----------------------------------------------------------------------------------------

    def silent(self, view: View) -> bool:
        """Whether the bot would let the package pass that lies on the table in this view."""
        return self.decider.decide(view).action == a.SILENCE_ACTION

    def judges(self, view: View) -> bool:
        """The same as it means to vote: what it says when it is sounded out."""
        return self.silent(view)

    def worse_than_no_deal(self, worth: int) -> bool:
        """Whether an expected value lies below what the script accepts."""
        return worth < self.mind.least

    def because(self, action: Action, because: str) -> Decision:
        """A decision with its reason in words."""
        return Decision(action, self.about(action, because))

    def about(self, action: Action, because: str) -> str:
        """A sentence for an action that a rule of the script asks for."""
        return self.decider.told(self.view, action, because)

    # --- the script -------------------------------------------------------------------------------------------

    def habit(self, name: str, occasion: str) -> int:
        """How often it does something now, in percent, after the rules that scale it."""
        value = self.who.habits[name]
        for ruling in self.who.scale:
            for scaled, percent in ruling.scale:
                if scaled == name and self.facts.holds(ruling.when):
                    value = value * percent // 100
        return min(100, value)

    def forbidden_verbs(self, occasion: str) -> set[int]:
        """Verbs or orders that the script rules out now, or its word."""
        script = {verb for each in self.who.forbid[occasion] if self.facts.holds(each.when) for verb in each.verbs}
        if not self.view.talk:
            return script
        return script | (self.bound.orders_barred() if occasion == "order" else self.bound.verbs_barred())

    def forbidden(self, occasion: str, default: Iterable[int]) -> bool:
        """Whether the script rules the occasion out altogether now."""
        return any(self.facts.holds(ruling.when) for ruling in self.who.forbid[occasion])
