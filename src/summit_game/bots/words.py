"""The reasons of a bot in plain words: one sentence each, with the numbers it reckoned with."""

from __future__ import annotations

from summit_game.bots.mind import POINT, Mind, Verdict
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, POSTURE
from summit_game.engine.notation import action_text
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.words.explained import said_of


def points(value: int) -> str:
    """A number of points in words: `4 points`, `1 point`, `2.5 points`. The sign is left to the sentence."""
    size = abs(value)
    whole, part = divmod(size, POINT)
    number = str(whole) if not part else f"{whole}.{part:02d}".rstrip("0")
    return say("bot-points", number=number, size=size / POINT)


def more_or_less(value: int) -> str:
    """`4 points more than`, `2 points less than`, `as much as`."""
    if value == 0:
        return say("bot-as-much")
    return say("bot-more" if value > 0 else "bot-less", points=points(value))


def about_offer(mind: Mind, found: Verdict, odds: int) -> str:
    """Why a package is tabled."""
    worth = more_or_less(found.gain)
    return say("bot-offer", worth=worth, odds=_percent(odds), home=_at_home(found.home))


def about_vote(mind: Mind, found: Verdict, accepts: bool) -> str:
    """Why a package is let pass or objected to."""
    worth = say("bot-worth", worth=more_or_less(found.gain), home=_at_home(found.home))
    if accepts:
        return say("bot-vote-silent", worth=worth, loss=points(mind.loss))
    if found.reason == "red":
        return say("bot-vote-red", worth=worth)
    if found.reason == "below":
        return say("bot-vote-below", gap=more_or_less(found.after - mind.walk), worth=worth)
    if mind.loss >= 0:
        return say("bot-vote-loss", worth=worth, loss=points(mind.loss))
    return say("bot-vote-gain", worth=worth, gain=points(mind.loss))


def about_signing(mind: Mind, signs: bool) -> str:
    """Why a text is signed or not."""
    gap = mind.worth(mind.view.text) - mind.walk
    if mind.view.setting.touches_red_line(mind.seat, mind.view.text):
        return say("bot-red-line")
    below = mind.who.trade.sign_below
    if signs and gap < 0 and below is not None:
        return say("bot-signs-below", gap=more_or_less(gap), because=below.because)
    return say("bot-signs" if signs else "bot-does-not-sign", gap=more_or_less(gap))


def about_future(better: int, vote: Action | None = None) -> str:
    """Why something is done, let pass or objected to for what it does to the own result."""
    if vote == a.OBJECT_ACTION:
        return say("bot-future-objects", points=points(better))
    if vote == a.SILENCE_ACTION:
        return say("bot-future-silent", points=points(better))
    return say("bot-future-gains" if better > 0 else "bot-future-loses", points=points(better))


def about_search(lead: int, otherwise: str) -> str:
    """Why an idea was taken that did best in the worlds that were tried."""
    if lead > 0:
        return say("bot-search-better", points=points(lead), because=_because(otherwise))
    return say("bot-search-as-well", because=_because(otherwise))


def _because(reason: str) -> str:
    return f" ({reason[0].lower()}{reason[1:].rstrip('.')})" if reason else ""


def about_question(mind: Mind, odds: int) -> str:
    """Why the question is put."""
    gap = mind.worth(mind.view.text) - mind.walk
    return say("bot-question", gap=more_or_less(gap), odds=_percent(odds))


def about(view: View, action: Action, because: str) -> str:
    """A sentence for an action that a rule of the script asks for."""
    return say("bot-chose", done=_done(view, action), because=because)


def _done(view: View, action: Action) -> str:
    verb = view.setting.verb(action)
    assert verb is not None
    if POSTURE in verb.phases:
        return action_text(view.setting, action)
    try:
        return say("chose-promise") if CORRIDOR in verb.phases else said_of(verb, "chose")
    except LookupError:
        return say("chose-use")


def _percent(odds: int) -> str:
    return say("bot-percent", percent=(odds + 5) // 10)


def _at_home(home: int) -> str:
    return say("bot-at-home", cost=-home) if home < 0 else ""
