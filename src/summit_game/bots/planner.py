"""Level 3: it learns what the others want, and weighs what an action does to its result at the end of the game."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from summit_game.bots import words
from summit_game.bots.decision import Decision
from summit_game.bots.learned import Learned
from summit_game.bots.mind import POINT, Verdict, after
from summit_game.bots.negotiator import Turn
from summit_game.bots.offers import Offer, own_word
from summit_game.bots.others import WHOLE
from summit_game.bots.road import Road, road
from summit_game.bots.sketch import Sketch, apart, aside, goal_credit, war_risk
from summit_game.bots.weighing import Option
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import Board, Changes
from summit_game.engine.queries import home_reaction
from summit_game.engine.setting import SUPPORT, TENSION
from summit_game.language.catalogue import say

_STRETCH = 150
"""A package that costs more than the script gives up must better the result by this much."""
_SIGN_WORTH = 600
"""What a treaty that is sure to be signed counts against one that never is, when packages are compared."""
_THEIR_HOME = 80
"""What one Support that a package costs another delegation counts: its capital must ratify too."""
_RALLY, _RALLY_SURE = 260, 110
"""What rallying counts, and where the own capital is nearly sure to ratify."""
_ENOUGH = 5
_CONSULT, _CONSULT_LATE = 60, 5
"""Consulting before and in the last pass of a round: hands are filled up after it, so a weak offer costs less then."""


class Planner(Turn):
    """One decision at level 3."""

    @cached_property
    def here(self) -> int:
        """Expected points at the end from the present board."""
        return self.outcome(self.view, self.view.text)

    @cached_property
    def outlook(self) -> Learned:
        """What the others want, as far as their votes tell."""
        return Learned(self.view, self.heard)

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
            home = home_reaction(view, seat, changes)
            if home and seat not in objectors:
                board.move_seat(SUPPORT, seat, home)
        board.text = after(view.text, changes)
        return board

    def difference(self, board: Board) -> int:
        """How much better a board is than the present one, in hundredths of a point."""
        return self.outcome(board, board.text) - self.here

    def would_table(self, offer: Offer, found: Verdict) -> bool:
        """A level that it was told may cost it more than its script gives up, as in a vote."""
        if found.accepts or offer.action.verb != a.WRITE or self.who.answers["vote"] or not self.stretches(found):
            return found.accepts
        return self.difference(self.adopted(offer.changes)) > _STRETCH

    # --- votes ------------------------------------------------------------------------------------------------

    def vote(self) -> Decision:
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
            return Decision(a.SILENCE_ACTION, words.about_future(better, a.SILENCE_ACTION))
        if found.accepts and better < -self.patience():
            return Decision(a.OBJECT_ACTION, words.about_future(better, a.OBJECT_ACTION))
        return chosen

    def stretches(self, found: Verdict) -> bool:
        """Whether it may go beyond what the script gives up in one package, if the result is clearly better for it."""
        return found.reason == "loss" and self.mind.loss >= 0 and self.mind.who.trade.counts_losses

    def patience(self) -> int:
        """What it gives up for the sake of the talks, in hundredths of a point of its result."""
        return max(0, self.mind.loss) // 8

    # --- floor ------------------------------------------------------------------------------------------------

    @cached_property
    def ready(self) -> int:
        """Odds that the others sign the text as it stands, in thousandths."""
        return self.outlook.sign_odds(self.view.text)

    @cached_property
    def road(self) -> Road:
        """Where two packages should lead, as far as it knows what the others miss."""
        return road(self.view, self.mind, self.outlook, self.heard)

    def weigh(self, changes: Changes, found: Verdict, odds: int) -> int:
        """The own gain counts, and so do the odds of a treaty.

        These are how ready the others become to sign, and the Support that a package costs them at home, because their
        capitals must ratify.
        """
        worth = super().weigh(changes, found, odds)
        if odds * (worth + _SIGN_WORTH) <= 0:
            return 0
        outlook = self.outlook
        worth += _THEIR_HOME * sum(home_reaction(self.view, seat, changes) for seat in outlook.others)
        if self.view.setting.options.talk:
            worth += self.road.leads(changes)
        return worth + _SIGN_WORTH * (outlook.sign_odds(after(self.view.text, changes)) - self.ready) // WHOLE

    def preferred(self, banned: set[int]) -> Iterable[Option]:
        rallied = self.rallying(banned)
        if rallied is not None:
            yield rallied
        for option in super().preferred(banned):
            if option.action.verb == a.CONSULT:
                last = self.view.pass_number == self.view.setting.options.passes
                option = option._replace(worth=_CONSULT_LATE if last else _CONSULT)
            yield self.weighed(option)

    def rallying(self, banned: set[int]) -> Option | None:
        """Rally until the own capital is sure to ratify, unless there is something better to do."""
        room = self.view.setting.seat_tracks[SUPPORT].high - self.mind.support
        if a.RALLY_ACTION not in self.legal or a.RALLY in banned or room <= 0:
            return None
        action = self._rally([a.RALLY_ACTION]) if room > 1 else a.RALLY_ACTION
        because = say("bot-because-ratify", support=self.mind.support)
        sure = self.view.rules.hesitates and self.mind.support >= max(_ENOUGH, self.capitals.need)
        return Option(_RALLY_SURE if sure else _RALLY, action, self.about(action, because))

    def weighed(self, option: Option) -> Option:
        """What a rule of the script proposes, weighed by what it does to the result."""
        board = self.done(option.action)
        if board is None:
            return option
        better = self.difference(board)
        return Option(option.worth // 4 + better, option.action, option.reason)

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
        capitals = self.view.rules.capitals
        if capitals is None:
            return 0
        return capitals.rally if action.verb == a.RALLY else capitals.pledge_gain

    # --- posture ----------------------------------------------------------------------------------------------

    def order(self) -> Decision:
        chosen = super().order()
        if a.HOLD_ACTION not in self.legal or chosen.action.args[0] == a.MONITOR:
            return chosen
        worths = self.orders()
        best = next(iter(worths))
        ahead = worths[best] - worths.get(chosen.action, 0)
        if ahead >= self.nudge():
            return Decision(best, words.about_future(worths[best] - worths[a.HOLD_ACTION]))
        return chosen

    def orders(self) -> dict[Action, int]:
        """How much each order betters its result, the best first; holding is always among them."""
        banned = self.forbidden_verbs("order")
        worths = {
            action: self.difference(self.ordered(action)) for action in self.legal if action.args[0] not in banned
        }
        worths.setdefault(a.HOLD_ACTION, 0)
        found = sorted(worths, key=lambda action: (-worths[action], action != a.HOLD_ACTION, action.args[-1]))
        return {action: worths[action] for action in found}

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
