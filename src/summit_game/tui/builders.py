"""Asks that build an action from parts: a package, a non-paper, an exchange, a card, an option."""

from __future__ import annotations

from functools import partial

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.refusal import Refusal
from summit_game.engine.view import View
from summit_game.tui.asks import Ask, Row, possible_first
from summit_game.tui.means import Lines, means, partly
from summit_game.words.names import Words
from summit_game.words.preview import changes_of

NOT_YET = Refusal("R3.2", "A package asks for one Proposal; choose it first.")


def _spot(words: Words, issue: int, level: int) -> str:
    """An issue and a level, short: `ENL 2`."""
    return f"{words.setting.issues[issue].id} {level}"


def package(
    words: Words, view: View, actions: list[Action], asked: int = -1, given: tuple[int, ...] = (), start: int = 0
) -> Ask:
    """Choose the Proposal that is asked for, then what is given with it; the last row sends it."""
    setting = words.setting
    rows: list[Row] = []
    action = Action(a.TABLE, (asked, *given))

    def changed(card: int, gives: tuple[int, ...], at: int) -> Ask:
        return package(words, view, actions, card, gives, at)

    for card in dict.fromkeys(view.proposals):
        spec = setting.proposals[card]
        chosen = card == asked
        kept = given if view.refusal(Action(a.TABLE, (card, *given))) is None else ()
        refusal = None if chosen else view.refusal(Action(a.TABLE, (card,)))
        rows.append(
            Row(
                f"ask {_spot(words, spec.issue, spec.level)}  {spec.title}",
                more=None if refusal else partial(changed, -1 if chosen else card, () if chosen else kept, len(rows)),
                replace=True,
                refusal=refusal,
                mark="(•)" if chosen else "( )",
                meaning=partial(partly, words, view, Action(a.TABLE, (card, *kept)), "asked"),
                changes=changes_of(words, Action(a.TABLE, (card, *kept))),
            )
        )
    for card in dict.fromkeys(view.concessions):
        spec = setting.concessions[card]
        chosen = card in given
        new = tuple(sorted({*given, card})) if not chosen else tuple(each for each in given if each != card)
        refusal = None if chosen else NOT_YET if asked < 0 else view.refusal(Action(a.TABLE, (asked, *new)))
        shown = Action(a.TABLE, (asked, *(given if chosen or refusal else new)))
        rows.append(
            Row(
                f"give {_spot(words, spec.issue, spec.level)}  {spec.title}",
                more=None if refusal else partial(changed, asked, new, len(rows)),
                replace=True,
                refusal=refusal,
                mark="[x]" if chosen else "[ ]",
                meaning=partial(partly, words, view, shown, "given", card),
                changes=changes_of(words, shown) if asked >= 0 else ((spec.issue, spec.level),),
            )
        )
    refusal = NOT_YET if asked < 0 else view.refusal(action)
    rows.append(
        Row(
            "Put this package to the table",
            action=action if asked >= 0 and refusal is None else None,
            refusal=refusal,
            mark=" ► ",
            meaning=partial(means, words, view, action) if asked >= 0 else None,
            changes=changes_of(words, action) if asked >= 0 else (),
        )
    )
    question = "Mark what you ask and give; the last row sends it."
    return Ask("Package", question, tuple(rows), start)


def nonpaper(words: Words, view: View, actions: list[Action]) -> Ask:
    """First the issue, then the level, then which two Proposals are laid down."""
    setting = words.setting
    issues = dict.fromkeys(action.args[0] for action in actions)
    rows = []
    for at, spec in enumerate(setting.issues):
        here = [action for action in actions if action.args[0] == at]
        label = f"{spec.id}  {spec.title}, now {max(0, view.text[at])}"
        if at in issues:
            rows.append(Row(label, more=partial(_levels, words, view, here)))
        else:
            laid = view.proposals[:2]
            rows.append(Row(label, refusal=view.refusal(Action(a.NONPAPER, (at, 1, *laid)))))
    return Ask("Non-paper", "A non-paper on which issue? It costs two Proposals.", possible_first(rows))


def _levels(words: Words, view: View, actions: list[Action]) -> Ask:
    issue = actions[0].args[0]
    rows = []
    for level in range(words.setting.issues[issue].levels):
        mine = [action for action in actions if action.args[1] == level]
        label = f"{_spot(words, issue, level)}  {words.deck.issues[issue].levels[level].title}"
        if mine:
            first = mine[0]
            rows.append(
                Row(
                    label,
                    more=partial(_laying, words, view, mine),
                    meaning=partial(partly, words, view, first, "level"),
                    changes=changes_of(words, first),
                )
            )
        else:
            refused = view.refusal(Action(a.NONPAPER, (issue, level, *view.proposals[:2])))
            rows.append(Row(label, refusal=refused, meaning=partial(partly, words, view, None, "level")))
    return Ask("Non-paper", f"{words.issue(issue)}: to which level?", possible_first(rows))


def _laying(words: Words, view: View, actions: list[Action]) -> Ask:
    setting = words.setting
    rows = tuple(
        Row(
            " and ".join(f"{setting.proposals[card].id} {setting.proposals[card].title}" for card in action.args[2:]),
            action=action,
            meaning=partial(means, words, view, action),
            changes=changes_of(words, action),
        )
        for action in actions
    )
    return Ask("Non-paper", "Which two Proposals do you lay down for it?", rows)


def consult(words: Words, view: View, actions: list[Action], laid: tuple[int, ...] = (), start: int = 0) -> Ask:
    """Mark the Proposals to exchange; the last row sends it."""
    rows: list[Row] = []
    held = list(view.proposals)
    used = list(laid)
    for card in held:
        marked = card in used
        if marked:
            used.remove(card)
        new = tuple(sorted((*laid, card))) if not marked else _without(laid, card)
        refusal = None if marked else view.refusal(Action(a.CONSULT, new))
        spec = words.setting.proposals[card]
        rows.append(
            Row(
                f"{spec.id}  {_spot(words, spec.issue, spec.level)}  {spec.title}",
                more=None if refusal else partial(consult, words, view, actions, new, len(rows)),
                replace=True,
                refusal=refusal,
                mark="[x]" if marked else "[ ]",
            )
        )
    action = Action(a.CONSULT, laid)
    many = f"Consult and exchange {len(laid)}" if laid else "Consult without an exchange"
    rows.append(Row(many, action=action, mark=" ► ", meaning=partial(means, words, view, action)))
    limit = words.setting.options.redraw

    def meaning() -> Lines:
        return means(words, view, action)

    question = f"Mark up to {limit} Proposals to exchange; the last row sends it."
    return Ask("Consult", question, tuple(rows), start, meaning)


def _without(cards: tuple[int, ...], card: int) -> tuple[int, ...]:
    left = list(cards)
    left.remove(card)
    return tuple(left)


def cards(words: Words, view: View, actions: list[Action]) -> Ask:
    """One card of the hand: a Concession for a step, or a Pressure card."""
    verb = actions[0].verb
    held = view.concessions if verb == a.STEP else view.pressure
    specs = words.setting.concessions if verb == a.STEP else words.setting.pressure
    rows = []
    for card in dict.fromkeys(held):
        action = Action(verb, (card,))
        refusal = view.refusal(action)
        rows.append(
            Row(
                f"{specs[card].id}  {specs[card].title}",
                action=None if refusal else action,
                refusal=refusal,
                meaning=partial(means, words, view, action),
            )
        )
    question = "Which Concession leaves your hand for the step?" if verb == a.STEP else "Which Pressure card?"
    return Ask("Step" if verb == a.STEP else "Press", question, possible_first(rows))


def listed(words: Words, view: View, actions: list[Action]) -> Ask:
    """Any other verb: its actions as they are."""
    rows = tuple(
        Row(words.action(action), action=action, meaning=partial(means, words, view, action)) for action in actions
    )
    return Ask("Choose", "Which one?", rows)
