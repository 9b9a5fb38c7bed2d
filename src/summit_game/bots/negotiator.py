"""The scripted negotiator: it weighs every legal action by its script and its values and takes the best.

Level 2 lives here: it plays to its values with a concession curve. Level 1, in `bots.beginner`, is the same with the
mistakes that a person makes; levels 3 and 4 build on it in `bots.planner` and `bots.search`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summit_game.bots import sworn, talk, treaty, words
from summit_game.bots.decision import Decision
from summit_game.bots.mind import POINT, Verdict
from summit_game.bots.offers import own_word
from summit_game.bots.others import WHOLE
from summit_game.bots.script import Personality, Ruling
from summit_game.bots.weighing import Option, Weighing
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, FINAL, FLOOR, POSTURE, SIGNING, TALK, VOTE
from summit_game.engine.queries import agreed, objections_fail
from summit_game.engine.setting import CREDIBILITY, SUPPORT
from summit_game.engine.view import View
from summit_game.language.catalogue import say

CALM_ENOUGH = 9
PLEDGES_INSTEAD = 60
_WRONGED = 2
"""A word that was broken to itself counts as so much lost credibility, whichever side broke it."""


class Negotiator:
    """A personality at a level. A pure function of the table's seed and the view: it remembers nothing."""

    def __init__(self, who: Personality, turns: Callable[[Negotiator, View], Turn], seed: int, seat_id: str) -> None:
        """`turns` is what decides at its level."""
        self.who = who
        self.turns = turns
        self.seed = seed
        self.seat_id = seat_id

    def decide(self, view: View) -> Decision:
        """The decision that the view asks for."""
        return self.decided(self.turn(view))

    def decided(self, turn: Turn) -> Decision:
        """The decision of a turn that has been begun."""
        view = turn.view
        if view.phase == TALK:
            return talk.decide(turn)
        given = sworn.decide(turn) if view.talk else None
        if given is not None:
            return given
        if view.phase == CORRIDOR:
            return turn.promise()
        if view.phase == FLOOR:
            return turn.floor()
        if view.phase == POSTURE:
            return turn.order()
        if view.phase == VOTE:
            return turn.vote()
        return turn.sign() if view.phase in (SIGNING, FINAL) else treaty.decide(turn)

    def told(self, view: View, action: Action, because: str) -> str:
        """A sentence for an action that a rule of the script asks for."""
        return words.about(view, action, because)

    def turn(self, view: View) -> Turn:
        """What decides at this level."""
        return self.turns(self, view)


class Turn(Weighing):
    """One decision at level 2."""

    def __init__(self, bot: Negotiator, view: View) -> None:
        super().__init__(bot, view)
        self.bot = bot

    @property
    def last_round(self) -> bool:
        """Whether no other round follows."""
        return self.view.round >= self.view.setting.options.rounds

    # --- corridor ---------------------------------------------------------------------------------------------

    def promise(self) -> Decision:
        """A promise of restraint, as often as the script says."""
        restraint = Action(a.PROMISE, (a.RESTRAINT,))
        habit = self.habit("restraint", "promise")
        if restraint in self.legal and not self.forbidden("promise", ()) and self.stream.chance(habit, 100):
            return self.because(restraint, say("bot-because-restraint", habit=habit))
        return self.because(a.NO_PROMISE_ACTION, say("bot-because-no-promise"))

    # --- votes ------------------------------------------------------------------------------------------------

    def vote(self) -> Decision:
        """Let the package on the table pass, or object."""
        package = self.view.package
        assert package is not None
        found = self.mind.verdict(package.changes)
        side = self.view.setting.side_of
        self.facts.put(
            gain=found.gain // 100,
            home=found.home,
            outside=self.mind.outside(package.changes),
            red=int(found.reason == "red"),
            from_own_side=int(side[package.tabler] == side[self.seat]),
        )
        if found.reason != "red" and own_word(self.view, package.changes) and not self.worse_than_no_deal(found.after):
            return self.because(a.SILENCE_ACTION, say("bot-because-word"))
        for ruling in self.who.answers["vote"]:
            if self.facts.holds(ruling.when) and (ruling.objects or found.reason not in ("red", "below")):
                return self._answered(ruling)
        accepts = self.minds_people(found, package.tabler)
        reason = words.about_vote(self.mind, found, accepts)
        return Decision(a.SILENCE_ACTION if accepts else a.OBJECT_ACTION, reason)

    def considered(self) -> Decision:
        """Its vote as it means it, where it is asked about many packages at once."""
        return self.vote()

    def judges(self, view: View) -> bool:
        turn = self.bot.turn(view)
        given = sworn.decide(turn) if view.talk else None
        return (given or turn.considered()).action == a.SILENCE_ACTION

    def minds_people(self, found: Verdict, tabler: int) -> bool:
        """Whether it lets a package pass once it counts who tabled it: an ally's a little sooner, and later the one
        of the other side whose word has been broken."""
        view, trade = self.view, self.who.trade
        balance = found.gain + self.mind.home_weight * min(0, found.home) + self.mind.loss
        alliance = view.rules.unity
        if alliance and not found.accepts and found.reason == "loss":
            allies = alliance.member(view, tabler) and alliance.member(view, self.seat)
            return allies and alliance.strained(view) and balance >= -trade.unity
        if not found.accepts:
            return False
        sides, lost = view.setting.side_of, 0
        if sides[tabler] != sides[self.seat]:
            lost = max(0, view.setting.seat_tracks[CREDIBILITY].start - view.seat_tracks[CREDIBILITY][tabler])
        if view.talk and self.wronged_by(tabler):
            lost += _WRONGED
        return lost == 0 or balance >= trade.distrust * lost

    def sign(self) -> Decision:
        """Sign the text as it stands, or not."""
        signs = self.mind.signs(self.view.text)
        for ruling in self.who.answers["sign"]:
            if self.facts.holds(ruling.when) and (ruling.objects or signs):
                return self._answered(ruling)
        reason = words.about_signing(self.mind, signs)
        return Decision(a.SILENCE_ACTION if signs else a.OBJECT_ACTION, reason)

    def _answered(self, ruling: Ruling) -> Decision:
        return self.because(a.OBJECT_ACTION if ruling.objects else a.SILENCE_ACTION, ruling.because)

    # --- floor ------------------------------------------------------------------------------------------------

    def floor(self) -> Decision:
        """The best thing to do with a turn."""
        question = self.question()
        if question is not None:
            return question
        best = Option(0, a.PASS_ACTION, self.about(a.PASS_ACTION, say("bot-because-nothing-else")))
        for option in self.options():
            if option.worth > best.worth:
                best = option
        return Decision(best.action, best.reason)

    def question(self) -> Decision | None:
        """Put the question if the text is good enough and likely to be ratified, or if time runs out."""
        view, mind = self.view, self.mind
        if a.SIGN_ACTION not in self.legal or a.SIGN in self.forbidden_verbs("floor"):
            return None
        if not mind.signs(view.text) or mind.worth(view.text) < mind.walk + mind.margin // 2:
            return None
        if not objections_fail(view, agreed(view), self.heard.refuse_to_sign()) and not self.last_round:
            return None
        odds = self.capitals.odds(view, view.text, view.seat_tracks[SUPPORT])
        if 100 * odds < WHOLE * self.who.odds and view.round < view.setting.options.rounds:
            return None
        return Decision(a.SIGN_ACTION, words.about_question(mind, odds))

    def options(self) -> Iterable[Option]:
        """Everything worth a thought, in a fixed order."""
        banned = self.forbidden_verbs("floor")
        if a.TABLE not in banned:
            yield from self.packages()
        yield from self.preferred(banned)
        yield from self.worthwhile(banned)

    def worthwhile(self, banned: set[int]) -> Iterable[Option]:
        """Verbs of rule modules that say themselves what an action is worth."""
        for action in self.legal:
            owner = self.view.rules.owner(action)
            worth = POINT * owner.worth(self.view, action) if owner is not None and action.verb not in banned else 0
            if worth > 0:
                because = say("bot-worth-to-us", points=words.points(worth))
                yield Option(worth, action, self.about(action, because))

    def preferred(self, banned: set[int]) -> Iterable[Option]:
        """What the rules of the script propose."""
        for ruling in self.who.prefer:
            verb = ruling.verbs[0]
            rolled = self.stream.chance(ruling.chance, 100)
            if verb in banned or not rolled:
                continue
            for action in self._candidates(verb):
                if action.verb == a.PRESS:
                    self.facts.put_card(self.view.setting, action.args[0])
                if self.facts.holds(ruling.when):
                    weight = self.facts.value(ruling.weight)
                    yield Option(weight, action, self.about(action, ruling.because))

    def _candidates(self, verb: int) -> list[Action]:
        found = [action for action in self.legal if action.verb == verb]
        if verb == a.RALLY and not found:
            found = self._pledging()
        if not found:
            return []
        if verb == a.CONSULT:
            return [self._exchange(found)]
        if verb == a.STEP:
            return [max(found, key=self._least_useful)]
        if verb == a.RALLY:
            return [self._rally(found)]
        if verb == a.PRESS:
            return [self.stream.choice(found)] if len(found) > 1 else found
        return found[:1] if verb == a.SIGN else found

    def _least_useful(self, action: Action) -> int:
        """How little a Concession is worth keeping: what it would cost to give it."""
        card = self.view.setting.concessions[action.args[0]]
        return -self.mind.gain(((card.issue, card.level),))

    def _exchange(self, found: list[Action]) -> Action:
        """Exchange the Proposals that ask for what the own side does not want."""
        asks = self.view.setting.asks

        def useless(card: int) -> bool:
            issue, level = asks[card]
            return self.view.text[issue] == level or self.mind.gain(((issue, level),)) < 0

        return max(
            found, key=lambda action: (sum(1 if useless(card) else -1 for card in action.args), -len(action.args))
        )

    def _rally(self, found: list[Action]) -> Action:
        """Rally, or pledge, as often as the script says."""
        if found[0].verb == a.RALLY and self.stream.chance(self.who.habits["pledge"], 100):
            return (self._pledges() or found)[0]
        return found[0]

    def _pledging(self) -> list[Action]:
        """Pledges where RALLY is not offered: somewhat more often than elsewhere."""
        often = max(self.who.habits["pledge"], PLEDGES_INSTEAD)
        return self._pledges() if self.stream.chance(often, 100) else []

    def _pledges(self) -> list[Action]:
        """Pledges of what stands inside the mandate, that of the issue which matters most first."""
        text, out = self.view.text, self.mind.spec.out
        pledges = [action for action in self.legal if action.verb == a.PLEDGE]
        safe = [p for p in pledges if text[p.args[0]] < 0 or out[p.args[0]][text[p.args[0]]] == 0]
        return sorted(safe, key=lambda action: (-max(self.mind.values[action.args[0]]), action.args[0]))

    # --- posture ----------------------------------------------------------------------------------------------

    def order(self) -> Decision:
        """One order: forced ones first, then by habit."""
        kinds: dict[int, list[Action]] = {}
        for action in self.legal:
            kinds.setdefault(action.args[0], []).append(action)
        if a.HOLD not in kinds:
            return self.because(self.legal[0], say("bot-because-too-many"))
        if a.MONITOR in kinds:
            return self.because(kinds[a.MONITOR][0], say("bot-because-monitor"))
        banned = self.forbidden_verbs("order")
        held = self.bound.orders_barred()
        arming = [action for kind in (a.BUILD, a.EXERCISE) if kind not in held for action in kinds.get(kind, ())]
        if self.breaks_word() and arming:
            return self.because(self.stream.choice(arming), say("bot-because-breaks"))
        roll = self.stream.below(100)
        reached = 0
        for kind, name in ((a.BUILD, "build"), (a.EXERCISE, "exercise"), (a.DRAW, "draw")):
            if kind == a.DRAW:
                roll, reached = self.stream.below(100), 0
            if kind in banned:
                continue
            reached += self.habit(name, "order")
            if kind in kinds and roll < reached:
                return self.because(self.stream.choice(kinds[kind]), self._posture_reason(kind))
        return self.because(a.HOLD_ACTION, self._posture_reason(a.HOLD))

    def breaks_word(self) -> bool:
        """Whether it breaks a promise of restraint now, as often as the script says; not near the brink."""
        habit = self.who.habits["breaks"]
        promised = habit > 0 and self.facts.promised_restraint
        return bool(promised and self.facts.tension < CALM_ENOUGH and self.stream.chance(habit, 100))

    def _posture_reason(self, kind: int) -> str:
        tension, ahead = self.facts.tension, self.facts.ahead
        key = "bot-level" if ahead == 0 else "bot-ahead" if ahead > 0 else "bot-behind"
        does = say(f"bot-does-{a.ORDERS[kind]}")
        return say("bot-because-posture", does=does, tension=tension, place=say(key, units=abs(ahead)))
