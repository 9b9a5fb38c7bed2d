"""Two bots that play by chance: `RandomBot` picks a kind of action first, `FlatBot` picks from the whole list."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.bots.decision import Decision
from summit_game.bots.streams import decision_stream
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, FINAL, FLOOR, POSTURE, SIGNING, STEP_VOTE, TALK, VOTE
from summit_game.engine.streams import Stream
from summit_game.engine.talk import neutral
from summit_game.engine.view import View


class RandomBot:
    """A kind of action at random, then one of that kind; consents two times in three; promises three in ten.

    Like all bots so far it sends no message, and answers none.
    """

    def __init__(self, seed: int, seat_id: str) -> None:
        self.seed = seed

    def decide(self, view: View) -> Decision:
        """One legal action."""
        return Decision(self._action(view))

    def _action(self, view: View) -> Action:
        if view.phase == TALK:
            return neutral(view.talk, view.seat)
        legal = view.legal()
        stream = decision_stream(self.seed, view)
        if view.phase == CORRIDOR:
            return _promise(legal, stream)
        if view.phase == FLOOR:
            return _floor(legal, stream)
        if view.phase == POSTURE:
            kind = stream.choice(sorted({action.args[0] for action in legal}))
            return stream.choice([action for action in legal if action.args[0] == kind])
        if view.phase not in (VOTE, SIGNING, FINAL, STEP_VOTE):
            kinds = sorted({(action.verb, len(action.args)) for action in legal})
            shape = stream.choice(kinds)
            return stream.choice([action for action in legal if (action.verb, len(action.args)) == shape])
        return a.SILENCE_ACTION if stream.chance(2, 3) else a.OBJECT_ACTION


class FlatBot:
    """Any legal action with equal chance; choices that differ only in the cards laid down count once."""

    def __init__(self, seed: int, seat_id: str) -> None:
        self.seed = seed

    def decide(self, view: View) -> Decision:
        """One legal action."""
        if view.phase == TALK:
            return Decision(neutral(view.talk, view.seat))
        legal = view.legal()
        stream = decision_stream(self.seed, view)
        return Decision(_promise(legal, stream) if view.phase == CORRIDOR else _pick(legal, stream))


def _floor(legal: Sequence[Action], stream: Stream) -> Action:
    """Tabling with or without cards is one kind; so are rallying and pledging."""
    merged = {a.NONPAPER: a.TABLE, a.PLEDGE: a.RALLY}
    kinds = sorted({merged.get(action.verb, action.verb) for action in legal})
    kind = stream.choice(kinds)
    chosen = [action for action in legal if merged.get(action.verb, action.verb) == kind]
    if kind == a.CONSULT:
        most = max(len(action.args) for action in chosen)
        return stream.choice([action for action in chosen if len(action.args) == most])
    return _pick(chosen, stream)


def _promise(legal: Sequence[Action], stream: Stream) -> Action:
    """A promise three times in ten, if one is offered."""
    if len(legal) > 1 and stream.chance(3, 10):
        return stream.choice(legal[1:])
    return a.NO_PROMISE_ACTION


def _what_it_does(action: Action) -> tuple[int, tuple[int, ...]]:
    """The action without the Proposals that are merely laid down for it."""
    if action.verb == a.NONPAPER:
        return action.verb, action.args[:2]
    return action.verb, () if action.verb == a.CONSULT else action.args


def _pick(legal: Sequence[Action], stream: Stream) -> Action:
    chosen = stream.choice(list(dict.fromkeys(_what_it_does(action) for action in legal)))
    return stream.choice([action for action in legal if _what_it_does(action) == chosen])
