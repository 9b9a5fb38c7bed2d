"""What a choice would mean, as lines: value, home, mandates, who can block, and what will be told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.amendment import amended, told_package
from summit_game.engine.board import FINAL, SIGNING, STEP_VOTE, Board, Changes
from summit_game.engine.floor import package_changes
from summit_game.engine.queries import agreed, decisive, home_reaction, reopens, sign_barred, unsettled
from summit_game.engine.setting import SUPPORT, TRUST
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat.goal import goal_points
from summit_game.seat.meaning_talk import talk_sentence
from summit_game.seat.meaning_treaty import amend_lines, changed_line, cost, paid, step_lines, value_line
from summit_game.seat.question import Lines, Said
from summit_game.seat.suggest import text_with, with_named
from summit_game.words.effects import effect_words
from summit_game.words.explained import explained
from summit_game.words.happened import tell
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words, signed


def changes_of(view: View, action: Action) -> Changes:
    """What an action would write into the text, by itself or if it passes; nothing for other actions.

    An amendment writes only if it is one that may be made now.
    """
    setting = view.setting
    if action.verb in (a.TABLE, a.NONPAPER):
        return package_changes(setting, action)
    if action.verb == a.AMEND and action != a.AMEND_NOTHING_ACTION:
        return amended(view, action).changes if action in view.legal() else ()
    if action.verb == a.WRITE and len(action.args) > 2:
        return told_package(view, view.seat, action).changes
    if action.verb == a.NAME and len(action.args) == 1 and view.package is not None:
        return with_named(view, action.args[0])
    if action.verb == a.ASK:
        return (setting.changes[action.args[0]],)
    return ((action.args[0], 0),) if action.verb == a.REOPEN else ()


def told(words: Words, view: View, action: Action) -> Said:
    """The sentence that the log will have."""
    return Said(say("meaning-log", sentence=sent(words, view, action)), "strong")


def meaning(words: Words, view: View, action: Action) -> Lines:
    """What an action would mean to the seat of the view."""
    changes = changes_of(view, action)
    log = told(words, view, action)
    if action.verb in (a.ASK, a.REOPEN):
        return (value_line(view, changes), log, Said(explained(words, action)))
    if action.verb == a.NAME and view.package is not None:
        return (*_named(words, view, action, changes), log, Said(explained(words, action)))
    if changes:
        value, *others = package_meaning(words, view, changes, view.seat)
        return (value, *amend_lines(words, view, action, changes), *others, log)
    if action.verb in (a.SILENCE, a.OBJECT):
        if view.phase == STEP_VOTE:
            return (log, *step_lines(words, view))
        if view.package is not None:
            return (log, *package_meaning(words, view, view.package.changes, view.package.tabler))
        return (log, *signing_meaning(words, view))
    if action.verb == a.SIGN:
        return (log, *signing_meaning(words, view), Said(explained(words, action)))
    lines = [*cost(words, action), log, Said(explained(words, action))]
    if action.verb == a.PRESS:
        card = words.cards[words.setting.pressure[action.args[0]].id]
        lines.append(Said(card.text))
        effects = effect_words(getattr(card, "effects", ()), words.deck)
        lines.append(Said(say("papers-effects", effects=effects), "mine"))
        lines.append(Said(say("papers-source", source=card.source, invented=card.invented), "dim"))
    elif action.verb == a.ORDER:
        lines += _orders(words, view, action)
    return tuple(lines)


def _named(words: Words, view: View, action: Action, changes: Changes) -> Lines:
    """What the package would be with the level that is named; with two of them, what each would be worth."""
    assert view.package is not None
    if changes:
        return package_meaning(words, view, changes, view.package.tabler)
    lines = []
    for at in action.args:
        value = value_line(view, with_named(view, at), view.package.tabler)
        change = words.changes((words.setting.changes[at],))
        lines.append(Said(say("meaning-either", change=change, value=value.text), value.tone))
    return tuple(lines)


def package_meaning(words: Words, view: View, changes: Changes, tabler: int) -> Lines:
    """A package: first what decides (value, goal, home, mandates and red lines, who can block), then line by line."""
    setting = words.setting
    own, specs = view.seat, setting.seat_specs
    found = stances(view, changes)
    mine = found[own]
    lines = _worth(view, changes, tabler)
    if mine.home:
        lines.append(Said(say("meaning-home", change=signed(mine.home), own=tabler == own), "warn"))
    else:
        lines.append(Said(say("meaning-home-same"), "dim"))
    if mine.red:
        lines.append(Said(say("meaning-own-red-line"), "strong bad"))
    elif mine.out:
        lines.append(Said(say("meaning-own-mandate", steps=mine.out), "warn"))
    others = [each for each in found if each.seat not in (own, tabler)]
    lines += stance_lines(words, others)
    for change, points in zip(changes, worths(view, changes), strict=True):
        lines.append(changed_line(words, view, change, signed(points)))
    paying = ", ".join(f"{specs[each.seat].id} {signed(each.home)}" for each in others if each.home)
    if paying:
        lines.append(Said(say("meaning-others-home", who=paying), "dim"))
    lines.append(Said(say("meaning-slack", slack=setting.options.slack), "dim"))
    if reopens(view, changes):
        lines.append(Said(say("meaning-reopens"), "warn"))
    return tuple(lines)


def stance_lines(words: Words, others: Sequence[Stance]) -> list[Said]:
    """Whose red line or mandate a package touches, and whose objection alone blocks it."""
    specs = words.setting.seat_specs
    reds = ", ".join(specs[each.seat].id for each in others if each.red)
    outs = ", ".join(
        say("meaning-out-by", who=specs[each.seat].id, steps=each.out) for each in others if each.out and not each.red
    )
    lines = [Said(say("meaning-red-line", who=reds), "bad")] if reds else []
    if outs:
        lines.append(Said(say("meaning-mandate", who=outs), "warn"))
    blockers = ", ".join(specs[each.seat].id for each in others if each.blocks)
    return [*lines, Said(say("meaning-blocks", who=blockers) if blockers else say("meaning-nobody-blocks"))]


def _worth(view: View, changes: Changes, tabler: int) -> list[Said]:
    """What the treaty would be worth with a package, against now and against walking away; the own goal counts too."""
    met, meets = goal_points(view), goal_points(view, text_with(view, changes), tabler)
    lines = [value_line(view, changes, tabler)]
    if meets != met:
        tone = "good" if meets > met else "bad"
        lines.append(Said(say("meaning-goal", won=meets > met, points=signed(meets - met)), tone))
    return lines


def signing_meaning(words: Words, view: View) -> Lines:
    """The treaty as it stands, against walking away; whether it is ready; and what the capitals would make of it."""
    goal, without = goal_points(view), goal_points(view, treaty=False)
    worth, away = view.held.value(view.text) + goal, view.no_deal() + without
    lines = [Said(say("meaning-treaty", worth=worth, away=away, gain=signed(worth - away)), "strong")]
    if view.held.goal is not None:
        lines.append(Said(say("meaning-goal-signed", met=bool(goal), points=signed(goal), without=signed(without))))
    barred, ready = _readiness(view)
    lines += [*barred, *_capitals(words, view)]
    found = stances(view, agreed(view))
    reds = ", ".join(words.setting.seat_specs[each.seat].id for each in found if each.red)
    blockers = ", ".join(words.setting.seat_specs[each.seat].id for each in found if each.blocks)
    if reds:
        lines.append(Said(say("meaning-red-line", who=reds), "bad"))
    if blockers:
        lines.append(Said(say("meaning-blocks", who=blockers)))
    return (*lines, *ready)


def _readiness(view: View) -> tuple[list[Said], list[Said]]:
    """Why the question cannot be put now, and last that all is there that signing needs (R7.1, R14.3)."""
    asked = view.phase in (SIGNING, FINAL)
    barred = unsettled(view) or (None if asked else sign_barred(view))
    if barred is not None:
        return [Said(refusal_text(barred), "warn")], []
    lines = [Said(say("meaning-ready", agreed=len(agreed(view)), need=view.setting.options.min_issues), "dim")]
    if (verifier := view.rules.verifies) is not None:
        trust, points = view.tracks[TRUST], verifier.verification(view)
        lines.append(Said(say("meaning-trusted", trust=trust, points=points, need=verifier.commit), "dim"))
    return [], lines


def _capitals(words: Words, view: View) -> list[Said]:
    """How many capitals are needed, and the odds of the own one at its support (R15.5, R4.2 to R4.4)."""
    keeper, setting = view.rules.capitals, words.setting
    if keeper is None:
        return []
    support, penalty = view.seat_tracks[SUPPORT][view.seat], 0
    if setting.touches_red_line(view.seat, view.text):
        penalty = keeper.red_line
    ratifies = sum(support + draw - penalty >= keeper.need for draw in keeper.draw)
    tone = "good" if 2 * ratifies > len(keeper.draw) else "bad"
    if any(keeper.draw):
        odds = {"times": ratifies, "of": len(keeper.draw), "support": support, "penalty": penalty, "need": keeper.need}
        own = Said(say("meaning-capital", **odds), tone)
    else:
        short = max(0, keeper.need + penalty - support)
        own = Said(say("meaning-asks", support=support, need=keeper.need, red=penalty, short=short), tone)
    seats = len(setting.seats)
    needed = seats - setting.options.slack
    names = [setting.seat_ids[seat] for seat in setting.seats if decisive(view, seat, agreed(view))]
    count = max(needed, len(names))
    if count == seats:
        among = say("meaning-all-capitals", count=seats)
    else:
        among = say("meaning-capitals", count=count, all=seats, who=", ".join(names), named=bool(names))
    return [own, Said(among)]


def card_meaning(words: Words, view: View, card_id: str, issue: int, level: int) -> Lines:
    """A card under the cursor while nothing is asked yet."""
    card = words.cards[card_id]
    sets = say("meaning-sets", issue=words.issue(issue), level=words.level(issue, level))
    points = worths(view, ((issue, level),))[0]
    title = Said(f"{card_id} {card.title}", "strong")
    return (title, Said(sets), Said(say("meaning-for-you", points=signed(points))), Said(card.text))


def _orders(words: Words, view: View, action: Action) -> Lines:
    """The zone of an order, and the orders that are written already."""
    lines: list[Said] = []
    if len(action.args) > 1:
        zone = action.args[1]
        stands = ", ".join(
            f"{words.side(side)} {row[zone]}" for side, row in enumerate(view.units) if words.setting.stands[side][zone]
        )
        units = stands or say("papers-no-units", units=words.term("unit", 2))
        lines.append(Said(say("meaning-zone", zone=words.zone(zone), units=units)))
    if view.orders:
        lines.append(Said(say("meaning-written", orders=words.orders(view.orders)), "dim"))
    return tuple(lines)


def sent(words: Words, view: View, action: Action) -> str:
    """The sentence with which the log will tell this action."""
    event: ev.Event
    seat, changes = view.seat, changes_of(view, action)
    if action.verb in (a.SILENCE, a.OBJECT):
        event = ev.VoteGiven(seat, ev.OBJECTS if action.verb == a.OBJECT else ev.CONSENTS)
    elif action.verb == a.ORDER:
        kind, zone = (*action.args, -1)[:2]
        event = ev.OrderGiven(seat, kind, zone, False)
    elif action.verb == a.NAME:
        event = ev.ReasonGiven(seat, tuple(words.setting.changes[at] for at in action.args))
    elif action == a.AMEND_NOTHING_ACTION:
        event = ev.AmendmentDeclined(seat)
    elif action.verb == a.AMEND and changes:
        event = ev.PackageAmended(seat, changes, (), (), ())
    elif action.verb in (a.MESSAGE, a.ANSWER):
        return talk_sentence(words, view, action)
    elif action.verb == a.ASK:
        event = ev.StepAsked(seat, *changes[0], ())
    elif action.verb == a.REOPEN:
        event = ev.IssueReopened(seat, action.args[0])
    elif action.verb == a.PAY:
        return paid(words, view, action)
    else:
        event = ev.Acted(seat, action)
    return tell(words, event) or ""


def worths(view: View, changes: Changes) -> list[int]:
    """What each change of a package is worth to the seat of the view, in points."""
    values = view.held.brief.values
    return [values[issue][level] - values[issue][max(0, view.text[issue])] for issue, level in changes]


class Stance(NamedTuple):
    """What everybody can know about a delegation and a package.

    `out`: steps outside its mandate, in all; `red`: a red line is touched; `home`: change of its support if it
    consents; `blocks`: its objection alone is decisive.
    """

    seat: int
    out: int
    red: bool
    home: int
    blocks: bool


def stances(board: Board, changes: Changes) -> list[Stance]:
    """How a package stands to every delegation, from public facts."""
    return [
        Stance(
            seat,
            sum(spec.out[issue][level] for issue, level in changes),
            any(spec.red[issue][level] for issue, level in changes),
            home_reaction(board, seat, changes),
            decisive(board, seat, changes),
        )
        for seat, spec in enumerate(board.setting.seat_specs)
    ]
