"""Numbered choices for a decision. On the Floor first the verb, then what it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import CORRIDOR, FINAL, FLOOR, POSTURE, SIGNING, VOTE
from summit_game.engine.refusal import Refusal
from summit_game.engine.view import View
from summit_game.words.names import Words, listed
from summit_game.words.preview import changes_of, preview


@dataclass(frozen=True)
class Choice:
    """A line of a menu: it is an action, or leads to a further menu, or is refused now."""

    label: str
    action: Action | None = None
    more: Callable[[], Menu] | None = None
    refusal: Refusal | None = None
    key: str = ""
    """A word that chooses it as well as its number."""


@dataclass(frozen=True)
class Menu:
    """What is asked, and the choices: possible ones first."""

    asked: str
    choices: tuple[Choice, ...]


def _menu(asked: str, choices: Iterable[Choice]) -> Menu:
    return Menu(asked, tuple(sorted(choices, key=lambda choice: choice.refusal is not None)))


def menu_for(words: Words, view: View) -> Menu:
    """The first menu of the decision that a view is asked for."""
    phase = view.phase
    if phase == FLOOR:
        return _floor(words, view)
    choices = (Choice(words.action(action), action) for action in view.legal())
    if phase == VOTE and view.package is not None:
        asked = f"{words.seats[view.package.tabler]} tables a package: it {preview(words, view, view.package.changes)}."
        return _menu(f"{asked} Do you object?", choices)
    if phase in (SIGNING, FINAL):
        worth = f"worth {view.held.value(view.text)} to you, walking away {view.no_deal()}"
        return _menu(f"Is the treaty to be signed as it stands? It is {worth}. Do you object?", choices)
    if phase == POSTURE:
        given = f" Orders given so far: {words.orders(view.orders)}." if view.orders else ""
        return _menu(f"Posture: write a secret order.{given}", choices)
    if phase == CORRIDOR:
        return _menu("Corridor: do you make a promise in public?", choices)
    return _menu("What do you do?", choices)


_FLOOR = (
    (a.TABLE, "Table a proposal"),
    (a.NONPAPER, "Non-paper: set any issue at any level for two Proposals"),
    (a.STEP, "Step: a unilateral step for a Concession"),
    (a.PRESS, "Press: play a Pressure card"),
    (a.CONSULT, "Consult: exchange Proposals"),
    (a.RALLY, "Rally support at home"),
    (a.PLEDGE, "Pledge on an issue at home"),
    (a.SIGN, "Sign: put the question"),
    (a.USE, "Use a rule module"),
    (a.PASS, "Pass"),
)


def _sample(view: View, verb: int) -> Action:
    """Some action of a verb, to ask why it is refused."""
    first = {
        a.TABLE: view.proposals[:1] or (0,),
        a.NONPAPER: (0, 1, *(view.proposals[:2] if len(view.proposals) > 1 else (0, 0))),
        a.STEP: view.concessions[:1] or (0,),
        a.PRESS: view.pressure[:1] or (0,),
        a.PLEDGE: (0,),
        a.USE: (0, 0),
    }
    return Action(verb, first.get(verb, ()))


def _floor(words: Words, view: View) -> Menu:
    legal = view.legal()
    choices = []
    for verb, label in _FLOOR:
        if verb == a.USE and not any(verb.code[0] == a.USE for verb in words.setting.verbs):
            continue
        actions = [action for action in legal if action.verb == verb]
        key = a.VERBS[verb]
        if not actions:
            refusal = view.refusal(_sample(view, verb)) or Refusal("R3.1", "That is not possible now.")
            choices.append(Choice(label, refusal=refusal, key=key))
        elif verb in (a.RALLY, a.SIGN, a.PASS):
            choices.append(Choice(label, actions[0], key=key))
        else:
            choices.append(Choice(label, more=_opener(words, view, verb, actions), key=key))
    return _menu(f"Floor: what does {words.seats[view.seat]} do?", choices)


def _opener(words: Words, view: View, verb: int, actions: list[Action]) -> Callable[[], Menu]:
    makers = {a.TABLE: _tables, a.NONPAPER: _nonpapers}
    return lambda: makers.get(verb, _plain)(words, view, actions)


def _plain(words: Words, view: View, actions: list[Action]) -> Menu:
    """Verbs with one parameter; held cards that cannot be used are named too."""
    choices = []
    for action in actions:
        label = words.action(action)
        if action.verb == a.PRESS:
            label = f"{label}. {words.cards[words.setting.pressure[action.args[0]].id].text}"
        choices.append(Choice(label, action))
    held = {a.STEP: view.concessions, a.PRESS: view.pressure}.get(actions[0].verb, ())
    for card in dict.fromkeys(held):
        action = Action(actions[0].verb, (card,))
        refusal = view.refusal(action)
        if refusal is not None:
            choices.append(Choice(words.action(action), refusal=refusal))
    return _menu("Which one?", choices)


def _tables(words: Words, view: View, actions: list[Action]) -> Menu:
    """First the Proposal."""
    choices = []
    for card in dict.fromkeys(view.proposals):
        spot = words.setting.proposals[card]
        sets = f"{words.issue(spot.issue)} to {words.level(spot.issue, spot.level)}"
        label = f"{words.proposal(card)}: {sets}"
        mine = [action for action in actions if action.args[0] == card]
        if mine:
            choices.append(Choice(label, more=_giving(words, view, mine), key=spot.id.lower()))
        else:
            choices.append(Choice(label, refusal=view.refusal(Action(a.TABLE, (card,))), key=spot.id.lower()))
    return _menu("Table which Proposal?", choices)


def _giving(words: Words, view: View, actions: list[Action]) -> Callable[[], Menu]:
    def make() -> Menu:
        choices = []
        for action in actions:
            given = action.args[1:]
            what = f"give {listed(map(words.concession, given))}" if given else "give nothing"
            choices.append(Choice(f"{what}; {preview(words, view, changes_of(words, action))}", action))
        return _menu(f"What do you give with {words.proposal(actions[0].args[0])}? It is sent at once.", choices)

    return make


def _nonpapers(words: Words, view: View, actions: list[Action]) -> Menu:
    """First the issue, then the level, then the Proposals to lay down."""
    issues = dict.fromkeys(action.args[0] for action in actions)

    def levels(issue: int) -> Menu:
        found = dict.fromkeys(action.args[1] for action in actions if action.args[0] == issue)
        return _menu(
            f"{words.issue(issue)} to which level?",
            (
                Choice(
                    f"level {level}: {preview(words, view, ((issue, level),))}",
                    more=lambda level=level: laying(issue, level),  # type: ignore[misc]
                )
                for level in found
            ),
        )

    def laying(issue: int, level: int) -> Menu:
        return _menu(
            "Which two Proposals do you lay down? It is sent at once.",
            (
                Choice(f"lay down {listed(map(words.proposal, action.args[2:]))}", action)
                for action in actions
                if action.args[:2] == (issue, level)
            ),
        )

    return _menu(
        "A non-paper on which issue?",
        (
            Choice(
                f"{words.issue(issue)}, now {words.level(issue, view.text[issue])}",
                more=lambda issue=issue: levels(issue),  # type: ignore[misc]
            )
            for issue in issues
        ),
    )
