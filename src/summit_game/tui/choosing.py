"""The choices of a decision: what is asked, and for each row what it does, what it would mean, or why it is refused.

Nothing here knows a rule: what is legal comes from the view (`legal`, `refusal`), the words from `words`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, FINAL, FLOOR, POSTURE, SIGNING, VOTE
from summit_game.engine.refusal import Refusal
from summit_game.engine.view import View
from summit_game.tui import builders
from summit_game.tui.asks import Ask, Row, possible_first
from summit_game.tui.means import SENT, Lines, means, package_means, signing_means, verb_means
from summit_game.words.names import Words
from summit_game.words.preview import changes_of

SURE = frozenset((a.TABLE, a.NONPAPER, a.STEP, a.PRESS, a.SIGN, a.USE, a.PLEDGE, a.SILENCE, a.OBJECT))
"""Verbs that are asked for a second time before they are sent."""


def ask_for(words: Words, view: View) -> Ask:
    """The first question of the decision that a view is asked for."""
    who = words.seats[view.seat]
    if view.phase == FLOOR:
        return _floor(words, view)
    if view.phase == VOTE and view.package is not None:
        return _vote(words, view)
    if view.phase in (SIGNING, FINAL):
        return _signing(words, view)
    rows = tuple(_plain(words, view, action) for action in view.legal()) + _refused(words, view)
    if view.phase == POSTURE:
        total = words.setting.seat_specs[view.seat].orders
        which = f"order {len(view.orders) + 1} of {total}" if total > 1 else "an order"
        return Ask("Posture", f"{who}: write {which}. It stays secret until all are shown.", rows)
    if view.phase == CORRIDOR:
        return Ask("Corridor", f"{who}: do you make a promise in public?", rows)
    return Ask("Your move", f"{who}: what do you do?", rows)


def confirmed(words: Words, view: View, row: Row) -> Ask:
    """The second question before an action is sent; the cursor is on yes, as the choice was made before."""
    action = row.action
    assert action is not None
    yes = {
        a.SILENCE: "Yes, keep silence",
        a.OBJECT: "Yes, object",
        a.SIGN: "Yes, put the question",
        a.TABLE: "Put it to the table",
        a.NONPAPER: "Put it to the table",
    }.get(action.verb, "Yes, do it")

    def meaning() -> Lines:
        return sorted(means(words, view, action), key=lambda line: not line[0].startswith(SENT))

    changes = changes_of(words, action)
    rows = (
        Row(yes, action=action, sure=True, meaning=meaning, changes=changes),
        Row("No, back", back=True, meaning=meaning, changes=changes),
    )
    return Ask("Sure?", "It will be sent as it stands. Do you send it?", rows, changes=row.changes)


def _plain(words: Words, view: View, action: Action) -> Row:
    label = words.action(action).removeprefix("Order: ")
    return Row(f"{label[:1].upper()}{label[1:]}", action=action, meaning=lambda: means(words, view, action))


def _refused(words: Words, view: View) -> tuple[Row, ...]:
    """Orders and promises that one may think of but that are not possible now."""
    spec, setting = words.setting.seat_specs[view.seat], words.setting
    thought: list[Action] = []
    if view.phase == POSTURE:
        kinds = (a.MONITOR,) if spec.monitors else (a.BUILD, a.EXERCISE, a.DRAW)
        thought = [a.HOLD_ACTION, *(Action(a.ORDER, (kind, zone)) for zone in spec.zones for kind in kinds)]
    elif view.phase == CORRIDOR:
        thought = [Action(a.PROMISE, (kind,)) for kind in setting.options.promises if kind != a.SUPPORT_PROMISE]
    rows = []
    for action in thought:
        refusal = view.refusal(action)
        if refusal is not None:
            rows.append(replace(_plain(words, view, action), action=None, refusal=refusal))
    return tuple(rows)


def _vote(words: Words, view: View) -> Ask:
    package = view.package
    assert package is not None
    legal = view.legal()
    who = words.seats[package.tabler]

    def meaning() -> Lines:
        return package_means(words, view, package.changes, package.tabler)

    rows = tuple(
        Row(label, action=action, meaning=meaning, changes=package.changes)
        for label, action in (("Keep silence: let it pass", a.SILENCE_ACTION), ("Object", a.OBJECT_ACTION))
        if action in legal
    )
    question = f"{who} has tabled a package. {words.seats[view.seat]}: do you object?"
    return Ask("Vote", question, rows, -1, meaning, package.changes)


def _signing(words: Words, view: View) -> Ask:
    legal = view.legal()

    def meaning() -> Lines:
        return signing_means(words, view)

    rows = tuple(
        Row(label, action=action, meaning=meaning)
        for label, action in (("Keep silence: sign", a.SILENCE_ACTION), ("Object: do not sign", a.OBJECT_ACTION))
        if action in legal
    )
    question = f"{words.seats[view.seat]}: is the treaty to be signed as it stands?"
    return Ask("Signing", question, rows, -1, meaning)


FLOOR_VERBS = (
    (a.TABLE, "Table a proposal"),
    (a.NONPAPER, "Non-paper"),
    (a.STEP, "Step"),
    (a.PRESS, "Press"),
    (a.CONSULT, "Consult"),
    (a.RALLY, "Rally support at home"),
    (a.PLEDGE, "Pledge at home"),
    (a.SIGN, "Sign: put the question"),
    (a.USE, "Use a rule module"),
    (a.PASS, "Pass"),
)


def _floor(words: Words, view: View) -> Ask:
    makers = {
        a.TABLE: builders.package,
        a.NONPAPER: builders.nonpaper,
        a.CONSULT: builders.consult,
        a.STEP: builders.cards,
        a.PRESS: builders.cards,
    }
    legal = view.legal()
    rows = []
    for verb, label in FLOOR_VERBS:
        if verb == a.USE and not any(verb.code[0] == a.USE for verb in words.setting.verbs):
            continue
        actions = [action for action in legal if action.verb == verb]
        rows.append(_verb_row(words, view, verb, label, actions, makers.get(verb, builders.listed)))
    question = f"{words.seats[view.seat]} has the floor: choose one action."
    return Ask("Your move", question, possible_first(rows))


def _verb_row(
    words: Words,
    view: View,
    verb: int,
    label: str,
    actions: list[Action],
    maker: Callable[[Words, View, list[Action]], Ask],
) -> Row:
    def meaning() -> Lines:
        return verb_means(words, verb)

    if not actions:
        return Row(label, refusal=why_no(view, verb), meaning=meaning)
    if len(actions) == 1 and not actions[0].args:
        action = actions[0]
        return Row(label, action=action, meaning=lambda: means(words, view, action))
    return Row(f"{label} …", more=lambda: maker(words, view, actions), meaning=meaning)


def why_no(view: View, verb: int) -> Refusal:
    """Why no action of a verb is allowed: the refusal of some action of that verb."""
    first = {
        a.TABLE: view.proposals[:1] or (0,),
        a.NONPAPER: (0, 1, *(view.proposals[:2] if len(view.proposals) > 1 else (0, 0))),
        a.STEP: view.concessions[:1] or (0,),
        a.PRESS: view.pressure[:1] or (0,),
        a.PLEDGE: (0,),
        a.USE: (0, 0),
    }
    return view.refusal(Action(verb, first.get(verb, ()))) or Refusal("R3.1", "That is not possible now.")
