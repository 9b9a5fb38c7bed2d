"""What each action does, in one or two sentences with the clauses of the rule book behind them."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.words.names import Words

_VERBS = {
    a.TABLE: "Ask for the level of one Proposal in your hand and give up to {package} Concessions. The others vote. "
    "The Proposal is used up either way. (R3.2, R3.4)",
    a.NONPAPER: "Table any level of one issue and give nothing. It costs two Proposals, adopted or not. (R3.3, R3.4)",
    a.STEP: "One Concession leaves the game and the text stays as it is: tension −1. It answers a step of the other "
    "side that waits, or waits itself for an answer. (R3.6)",
    a.PRESS: "Play a Pressure card: it works at once and leaves the game. (R3.7)",
    a.CONSULT: "Exchange up to {redraw} Proposals for new ones. The first of a round may lower tension. (R3.8, R13.1)",
    a.RALLY: "Win support at home: support +1. (R15.2)",
    a.PLEDGE: "Promise at home to hold an issue: support +2. If you then accept a package that moves it further "
    "outside your mandate, support −3 and credibility −1. (R15.3, R15.4)",
    a.SIGN: "Ask whether the treaty is signed as it stands. If it passes, the capitals vote. (R3.9, R7)",
    a.USE: "Take an action that a rule module adds. (R9.1)",
    a.PASS: "Do nothing. (R3.10)",
    a.SILENCE: "You let it pass. (R4.1)",
    a.OBJECT: "You object, and everybody sees it. (R4.1)",
}
_PROMISES = {
    a.NO_PROMISE: "You are bound by nothing. (R2.8)",
    a.RESTRAINT: "You give no BUILD and no EXERCISE order this round. If both sides keep it, trust +1; if not, "
    "your credibility −1 and trust −1. (R17.2 to R17.4)",
    a.NO_PRESSURE: "You play no Pressure card in this round and the next. Broken: credibility −1, trust −1. (R17.5)",
    a.SUPPORT_PROMISE: "Until the end of the next round you do not object to this level. Broken: credibility −1, "
    "trust −1. (R17.6)",
    a.STEP_PROMISE: "You take a step by the end of the next round. Broken: credibility −1, trust −1. (R17.7)",
}
_ORDERS = {
    a.HOLD: "Nothing is moved. (R5.3)",
    a.BUILD: "One unit more in the zone; it pushes tension up. (R5.3, R5.6)",
    a.EXERCISE: "Units of your side exercise in the zone; unless notified, it pushes tension up. (R5.6, R12)",
    a.DRAW: "One unit less in the zone; it pushes tension down. If the other side builds meanwhile, your support −1. "
    "(R5.3, R5.6, R5.8)",
    a.MONITOR: "A monitor is placed in the zone and helps to verify a treaty. (R14)",
}


def verb_explained(words: Words, verb: int) -> str:
    """What a kind of action does."""
    options = words.setting.options
    return _VERBS.get(verb, "").format(package=options.package_concessions, redraw=options.redraw)


def explained(words: Words, action: Action) -> str:
    """What an action does."""
    if action.verb == a.PROMISE:
        return _PROMISES[action.args[0]]
    if action.verb == a.ORDER:
        return _ORDERS[action.args[0]]
    return verb_explained(words, action.verb)
