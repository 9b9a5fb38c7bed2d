"""What the decisions after a vote would mean: a level that is named, a hesitating capital, an issue that reopens."""

from __future__ import annotations

from collections.abc import Mapping

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import BRACKETS, NOBODY, Board, Changes
from summit_game.engine.queries import agreed, decisive, objections_fail
from summit_game.engine.setting import SUPPORT
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat.goal import goal_points
from summit_game.seat.question import Lines, Said
from summit_game.seat.suggest import met, worth
from summit_game.words.happened import tell
from summit_game.words.names import Words, signed


def value_line(view: View, changes: Changes, tabler: int = NOBODY) -> Said:
    """What the treaty would be worth with these changes, against now and against walking away."""
    before, after = worth(view, changes, tabler)
    gain, away = after - before, view.no_deal() + goal_points(view, treaty=False)
    tone = "strong good" if gain > 0 else "strong bad" if gain else "strong"
    return Said(say("meaning-value", before=before, after=after, gain=signed(gain), away=away), tone)


def named_lines(words: Words, view: View) -> Lines:
    """Who objected to the package on the table, and what each would have let pass (R4.8)."""
    named = view.named[view.named_from :]
    lines = []
    for seat in view.record[-1].objectors if view.record else ():
        levels = [(each.issue, each.level) for each in named if each.seat == seat]
        if levels:
            lines.append(Said(say("meaning-named", who=words.seats[seat], changes=words.either(tuple(levels)))))
        elif seat not in view.waiting:
            lines.append(Said(say("meaning-named-nothing", who=words.seats[seat])))
    return tuple(lines)


def changed_line(words: Words, board: Board, change: tuple[int, int], points: str = "") -> Said:
    """One change of a package, as it was and as it would be; with what it is worth to the reader, if one reads."""
    issue, level = change
    was = "[0]" if board.text[issue] == BRACKETS else str(board.text[issue])
    title = words.deck.issues[issue].levels[level].title
    named = {"issue": words.setting.issues[issue].id, "was": was, "level": level, "title": title}
    return Said("  " + (say("meaning-issue", **named, points=points) if points else say("meaning-change", **named)))


def amend_lines(words: Words, view: View, action: Action, changes: Changes) -> Lines:
    """Which objectors an amendment meets, and the Proposal that is laid down for it (R4.9)."""
    if action.verb != a.AMEND:
        return ()
    who = met(view, changes)
    lines = [Said(say("meaning-meets", who=words.who(who)), "good")] if who else []
    if action.args[0] in (a.AMEND_REPLACE, a.AMEND_WRITE):
        lines.append(Said(say("meaning-lays-down", card=words.proposal(action.args[-1])), "warn"))
    return tuple(lines)


def capital_lines(words: Words, view: Board) -> Lines:
    """What a hesitating capital asks for and lacks, and what hangs on it (R15.5)."""
    keeper, hesitation = view.rules.capitals, view.hesitation
    if keeper is None or hesitation is None:
        return ()
    seat = hesitation.seat
    red = keeper.red_line if words.setting.touches_red_line(seat, view.text) else 0
    need = {"support": view.seat_tracks[SUPPORT][seat], "need": keeper.need, "red": red, "short": hesitation.short}
    return (
        Said(say("meaning-short", who=words.seats[seat], **need), "warn"),
        Said(say("meaning-if-refused", who=words.seats[seat], holds=goes_on_without(view))),
    )


def goes_on_without(view: Board) -> bool:
    """Whether the treaty enters into force although the capital that hesitates refuses (R7.3)."""
    if view.hesitation is None:
        return False
    absent = (*(view.capitals.absent if view.capitals else ()), view.hesitation.seat)
    return objections_fail(view, agreed(view), absent)


def at_home_lines(words: Words, view: View) -> Lines:
    """The question of a delegation whose capital hesitates: what is short, what the treaty is worth."""
    goal, without = goal_points(view), goal_points(view, treaty=False)
    value, away = view.held.value(view.text) + goal, view.no_deal() + without
    treaty = Said(say("meaning-treaty", worth=value, away=away, gain=signed(value - away)), "strong")
    short, refused = capital_lines(words, view) or (Said(""), Said(""))
    return (refused, treaty, short)


def step_lines(words: Words, view: View) -> Lines:
    """A step that a hesitating delegation asks for: what it changes for the reader, and what hangs on it."""
    package, setting = view.package, words.setting
    assert package is not None
    issue, level = package.changes[0]
    values = view.held.brief.values[issue]
    points = signed(values[level] - values[max(0, view.text[issue])])
    lines = [value_line(view, package.changes), changed_line(words, view, package.changes[0], points)]
    own = setting.seat_specs[view.seat]
    if own.red[issue][level]:
        lines.append(Said(say("meaning-own-red-line"), "strong bad"))
    elif own.out[issue][level]:
        lines.append(Said(say("meaning-own-mandate", steps=own.out[issue][level]), "warn"))
    lines += capital_lines(words, view)
    whole = tuple({**dict(agreed(view)), **dict(package.changes)}.items())
    others = [seat for seat in setting.seats if seat not in (view.seat, package.tabler)]
    blockers = ", ".join(setting.seat_ids[seat] for seat in others if decisive(view, seat, whole))
    lines.append(Said(say("meaning-blocks", who=blockers) if blockers else say("meaning-nobody-blocks")))
    return (*lines, Said(say("meaning-slack", slack=setting.options.slack), "dim"))


def paid(words: Words, view: View, action: Action) -> str:
    """The sentence with which the log will tell what is done for a hesitating capital."""
    seat, kind = view.seat, action.args[0]
    keeper, goal = view.rules.capitals, view.held.goal
    if kind == a.PAY_CARD:
        return tell(words, ev.CardSpent(seat, ev.CONCESSION, action.args[1])) or ""
    if kind == a.PAY_PLEDGE:
        return tell(words, ev.CapitalPaid(seat, kind, 1)) or ""
    if kind == a.PAY_GOAL:
        return say("happened-goal-given-up", who=words.seats[seat], title=goal.title if goal is not None else "")
    red = keeper.red_line if keeper and words.setting.touches_red_line(seat, view.text) else 0
    return tell(words, ev.CapitalVoted(seat, False, view.seat_tracks[SUPPORT][seat], 0, red)) or ""


def home_numbers(words: Words) -> Mapping[str, int]:
    """What is paid at home and what it covers (R15.5b); empty where no capital hesitates."""
    numbers = next((spec.numbers for spec in words.setting.modules if "pay_points" in spec.numbers), {})
    return {**numbers, "goal_worth": words.setting.options.goal_worth} if numbers else {}


def cost(words: Words, action: Action) -> Lines:
    """What a payment at home covers and costs (R15.5b)."""
    numbers = home_numbers(words)
    if not numbers or action.verb != a.PAY or action.args[0] == a.PAY_NONE:
        return ()
    goal = action.args[0] == a.PAY_GOAL
    points = numbers["goal_worth" if goal else "pay_points"]
    covers = numbers["goal_covers"] if goal else 1
    return (Said(say("meaning-pays", covers=covers, points=points, goal=goal), "warn"),)
