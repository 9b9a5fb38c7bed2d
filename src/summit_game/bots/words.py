"""The reasons of a bot in plain words: one sentence each, with the numbers it reckoned with."""

from __future__ import annotations

from summit_game.bots.mind import POINT, Mind, Verdict
from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import Changes
from summit_game.engine.notation import action_text
from summit_game.engine.view import View


def points(value: int) -> str:
    """A number of points in words: `4 points`, `1 point`, `2.5 points`. The sign is left to the sentence."""
    size = abs(value)
    whole, part = divmod(size, POINT)
    number = str(whole) if not part else f"{whole}.{part:02d}".rstrip("0")
    return f"{number} point" if number == "1" else f"{number} points"


def more_or_less(value: int) -> str:
    """`4 points more than`, `2 points less than`, `as much as`."""
    if value == 0:
        return "as much as"
    return f"{points(value)} {'more' if value > 0 else 'less'} than"


def about_offer(mind: Mind, found: Verdict, odds: int) -> str:
    """Why a package is tabled."""
    return (
        f"This package is worth {more_or_less(found.gain)} the text as it stands to us, and we give it"
        f" {_percent(odds)} to pass{_at_home(found.home)}."
    )


def about_vote(mind: Mind, found: Verdict, accepts: bool) -> str:
    """Why a package is let pass or objected to."""
    worth = f"the package is worth {more_or_less(found.gain)} the text as it stands to us{_at_home(found.home)}"
    if accepts:
        return f"We stay silent: {worth}, and we give up at most {points(mind.loss)} in one package this round."
    if found.reason == "red":
        return f"We object: a level in the package is a red line of ours, and {worth}."
    if found.reason == "below":
        gap = more_or_less(found.after - mind.walk)
        return f"We object: with the package we expect {gap} no deal, which is not enough, and {worth}."
    if mind.loss >= 0:
        return f"We object: {worth}, and we give up at most {points(mind.loss)} in one package this round."
    return f"We object: {worth}, and we ask for a gain of {points(mind.loss)} in every package this round."


def about_signing(mind: Mind, signs: bool) -> str:
    """Why a text is signed or not."""
    gap = mind.worth(mind.view.text) - mind.walk
    if mind.view.setting.touches_red_line(mind.seat, mind.view.text):
        return "We do not sign: the text crosses a red line of ours."
    below = mind.who.trade.sign_below
    if signs and gap < 0 and below is not None:
        return f"We sign although the text is worth {more_or_less(gap)} no deal to us: {below.because}."
    verb = "sign" if signs else "do not sign"
    return f"We {verb}: the text is worth {more_or_less(gap)} no deal to us."


def about_future(better: int, vote: Action | None = None) -> str:
    """Why something is done, let pass or objected to for what it does to the own result."""
    size = points(better)
    if vote == a.OBJECT_ACTION:
        return f"We object: we reckon to end {size} lower with this package, and that is more than we give up."
    if vote == a.SILENCE_ACTION:
        return f"We stay silent: the package costs us now, but we reckon to end {size} higher with it."
    change = f"gain {size} by it" if better > 0 else f"lose {size} by it, less than by anything else"
    return f"We reckon to {change} at the end of the game."


def about_search(lead: int, otherwise: str) -> str:
    """Why an idea was taken that did best in the worlds that were tried."""
    what = f"It ended {points(lead)} better for us than the next idea" if lead > 0 else "It ended as well as any other"
    return f"{what} in the games that we thought through{_because(otherwise)}."


def _because(reason: str) -> str:
    return f" ({reason[0].lower()}{reason[1:].rstrip('.')})" if reason else ""


def about_question(mind: Mind, odds: int) -> str:
    """Why the question is put."""
    gap = mind.worth(mind.view.text) - mind.walk
    return (
        f"We put the question: the text is worth {more_or_less(gap)} no deal to us, and we give it {_percent(odds)}"
        " to be ratified."
    )


_PLAIN = {
    a.TABLE: "tabling this package",
    a.NONPAPER: "tabling this non-paper",
    a.STEP: "a step of our own",
    a.PRESS: "this Pressure card",
    a.CONSULT: "consulting",
    a.RALLY: "rallying support at home",
    a.PLEDGE: "a pledge at home",
    a.SIGN: "putting the question",
    a.USE: "this action",
    a.PASS: "passing",
    a.PROMISE: "this promise",
    a.SILENCE: "staying silent",
    a.OBJECT: "objecting",
    a.ORDER: "this order",
}


def about(view: View, action: Action, because: str) -> str:
    """A sentence for an action that a rule of the script asks for."""
    done = _PLAIN[action.verb]
    if action.verb == a.ORDER:
        done = action_text(view.setting, action)
    return f"We chose {done}: {because}."


def about_other(view: View, action: Action) -> str:
    """A sentence for an action that this bot would not have chosen itself."""
    text = action_text(view.setting, action)
    return f"This was not our own choice: by our script we would not have taken `{text}` now."


def changes_text(view: View, changes: Changes) -> str:
    """A package in short: `DES to 2 and ENL to 1`."""
    return " and ".join(f"{view.setting.issues[issue].id} to {level}" for issue, level in changes)


def _percent(odds: int) -> str:
    return f"{(odds + 5) // 10} %"


def _at_home(home: int) -> str:
    return f", at a cost of {-home} Support at home" if home < 0 else ""
