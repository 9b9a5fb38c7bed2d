"""Level 3: it learns what the others want, and weighs what an action does to its result at the end of the game."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from summit_game.bots import words
from summit_game.bots.learned import Learned
from summit_game.bots.mind import POINT, Verdict, after
from summit_game.bots.negotiator import Choice, Negotiator, Option, Turn
from summit_game.bots.offers import Offer, offers, own_word, refused
from summit_game.bots.others import WHOLE
from summit_game.bots.sketch import Sketch, apart, aside, goal_credit, war_risk
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import Board, Changes
from summit_game.engine.setting import SUPPORT, TENSION
from summit_game.engine.view import View

_STRETCH = 150
"""A package that costs more than the script gives up must better the result by this much."""
_EARLY = 50
"""Percent of the script's odds at which it puts the question: after a refusal there is time to ask again."""


class Planner(Turn):
    """One decision at level 3."""

    def __init__(self, bot: Negotiator, view: View) -> None:
        super().__init__(bot, view)
        self.here = self.outcome(view, view.text)

    @cached_property
    def outlook(self) -> Learned:
        """What the others want, as far as their votes tell."""
        return Learned(self.view)

    # --- what a board is worth --------------------------------------------------------------------------------

    def outcome(self, board: Board, text: Sequence[int]) -> int:
        """Expected points at the end, in hundredths, if the game goes on from this board in the usual way."""
        return self.parts(board, text)[0]

    def parts(self, board: Board, text: Sequence[int]) -> tuple[int, int, int]:
        """Expected points at the end, odds of a treaty in thousandths, gain of a treaty over no deal."""
        view = self.view
        base = POINT * apart(view, board) - war_risk(board) * view.setting.seat_specs[self.seat].war * POINT // WHOLE
        gain = self.mind.expected(text) - base
        odds = self.treaty_odds(board, text)
        return base + odds * max(0, gain) // WHOLE + POINT * aside(view, board) + goal_credit(view, board), odds, gain

    def treaty_odds(self, board: Board, text: Sequence[int]) -> int:
        """Odds in thousandths that a text like this is signed and ratified by the end."""
        view = self.view
        left = view.setting.options.rounds - view.round
        top = view.setting.seat_tracks[SUPPORT].high
        supports = [min(top, support + left // 2) for support in board.seat_tracks[SUPPORT]]
        supports[self.seat] = board.seat_tracks[SUPPORT][self.seat]
        one = self.capitals.odds(view, text, supports)
        odds = WHOLE - (WHOLE - one) * (WHOLE - one // 2) // WHOLE
        odds = odds * self.outlook.sign_odds(text) // WHOLE
        agreed = sum(level >= 0 for level in text)
        missing = max(0, view.setting.options.min_issues - agreed)
        return odds * max(0, 10 - missing * (2 if left else 10)) // 10

    def adopted(self, changes: Changes, objectors: Sequence[int] = ()) -> Sketch:
        """The board if a package were adopted with the consent of all but the objectors."""
        view = self.view
        board = Sketch(view)
        for seat in view.setting.seats:
            home = self.home(seat, changes)
            if home and seat not in objectors:
                board.move_seat(SUPPORT, seat, home)
        board.text = after(view.text, changes)
        return board

    def home(self, seat: int, changes: Changes) -> int:
        """Change of a seat's Support if it consents."""
        return sum(hook(self.view, seat, changes) for hook in self.view.setting.hooks.home_reaction)

    def difference(self, board: Board) -> int:
        """How much better a board is than the present one, in hundredths of a point."""
        return self.outcome(board, board.text) - self.here

    # --- votes ------------------------------------------------------------------------------------------------

    def vote(self) -> Choice:
        chosen = super().vote()
        package = self.view.package
        assert package is not None
        if self.who.answers["vote"] or own_word(self.view, package.changes):
            return chosen
        found = self.mind.verdict(package.changes)
        if found.accepts and found.gain >= 0:
            return chosen
        better = self.difference(self.adopted(package.changes))
        if self.stretches(found) and better > _STRETCH:
            return Choice(a.SILENCE_ACTION, words.about_future(better, a.SILENCE_ACTION))
        if found.accepts and better < -self.patience():
            return Choice(a.OBJECT_ACTION, words.about_future(better, a.OBJECT_ACTION))
        return chosen

    def stretches(self, found: Verdict) -> bool:
        """Whether it may go beyond what the script gives up in one package, if the result is clearly better for it."""
        return found.reason == "loss" and self.mind.loss >= 0 and self.mind.who.trade.counts_losses

    def patience(self) -> int:
        """What it gives up for the sake of the talks, in hundredths of a point of its result."""
        return max(0, self.mind.loss) // 8

    # --- floor ------------------------------------------------------------------------------------------------

    def question(self) -> Choice | None:
        """Put the question while there is still time to put it again, if the odds are fair."""
        view, mind = self.view, self.mind
        if a.SIGN_ACTION not in self.legal or a.SIGN in self.forbidden_verbs("floor"):
            return None
        if not mind.signs(view.text):
            return None
        odds = self.capitals.odds(view, view.text, view.seat_tracks[SUPPORT])
        if 100 * odds < WHOLE * self.who.odds * _EARLY // 100 and view.round < view.setting.options.rounds:
            return None
        return Choice(a.SIGN_ACTION, words.about_question(mind, odds))

    def packages(self) -> Iterable[Option]:
        stale = refused(self.view)
        rough: list[tuple[int, int, Offer, Verdict, int]] = []
        for at, offer in enumerate(offers(self.view, self.legal)):
            if offer.changes in stale or not self.suits(offer):
                continue
            found = self.mind.verdict(offer.changes)
            if not (found.accepts or self.stretches(found)) or self.would_object(offer.changes):
                continue
            odds = self.outlook.odds(offer.changes)
            worth = odds * (found.gain + 150 * found.home + self.extra(offer.changes)) // WHOLE
            rough.append((-worth, at, offer, found, odds))
        rough.sort(key=lambda each: each[:2])
        for _, _, offer, found, odds in rough[: self.breadth()]:
            better = self.difference(self.adopted(offer.changes))
            if not found.accepts and better <= _STRETCH:
                continue
            worth = odds * (better + self.extra(offer.changes) // 4) // WHOLE
            worth -= 60 if offer.action.verb == a.NONPAPER else 0
            yield Option(worth, offer.action, words.about_offer(self.mind, found, odds))

    def breadth(self) -> int:
        """How many packages it looks at closely."""
        return 12

    def preferred(self, banned: set[int]) -> Iterable[Option]:
        rally = False
        for option in super().preferred(banned):
            rally = rally or option.action.verb in (a.RALLY, a.PLEDGE)
            yield self.weighed(option)
        if not rally and a.RALLY_ACTION in self.legal and a.RALLY not in banned:
            yield self.weighed(Option(0, a.RALLY_ACTION, ""))

    def weighed(self, option: Option) -> Option:
        """What a rule of the script proposes, weighed by what it does to the result."""
        board = self.done(option.action)
        if board is None:
            return option
        better = self.difference(board)
        reason = option.reason or words.about_future(better)
        return Option(option.worth // 4 + better, option.action, reason)

    def done(self, action: Action) -> Sketch | None:
        """The board after an action whose effect is certain; None if it is not."""
        view, board = self.view, Sketch(self.view)
        if action.verb == a.PRESS:
            return board.play(view.setting.pressure[action.args[0]].effects, self.seat)
        if action.verb == a.STEP:
            board.move_track(TENSION, -1)
            return board
        if action.verb in (a.RALLY, a.PLEDGE):
            board.move_seat(SUPPORT, self.seat, self._rallies(action))
            return board
        return None

    def _rallies(self, action: Action) -> int:
        name = "rally" if action.verb == a.RALLY else "pledge_gain"
        return max(
            (getattr(getattr(module, "params", None), name, 0) for module in self.view.setting.modules), default=0
        )

    # --- posture ----------------------------------------------------------------------------------------------

    def order(self) -> Choice:
        chosen = super().order()
        if a.HOLD_ACTION not in self.legal or chosen.action.args[0] == a.MONITOR:
            return chosen
        banned = self.forbidden_verbs("order")
        worths = {
            action: self.difference(self.ordered(action)) for action in self.legal if action.args[0] not in banned
        }
        worths.setdefault(a.HOLD_ACTION, 0)
        best = max(worths, key=lambda action: (worths[action], action == a.HOLD_ACTION, -action.args[-1]))
        ahead = worths[best] - worths.get(chosen.action, 0)
        if ahead >= self.nudge():
            return Choice(best, words.about_future(worths[best] - worths[a.HOLD_ACTION]))
        return chosen

    def nudge(self) -> int:
        """By how much another order must be better before it leaves its habits."""
        return 150

    def ordered(self, action: Action) -> Sketch:
        """The board after an order of the own side, if nobody else moves."""
        board = Sketch(self.view)
        kind = action.args[0]
        side = self.view.setting.side_of[self.seat]
        if kind in (a.BUILD, a.DRAW):
            sign = 1 if kind == a.BUILD else -1
            board.move_units(side, action.args[1], sign)
            board.move_track(TENSION, sign)
        return board
