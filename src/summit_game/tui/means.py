"""What a choice would mean, as lines for the preview: value, home, mandates, who can block, and what will be sent."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine.actions import Action
from summit_game.engine.board import BRACKETS, Changes
from summit_game.engine.queries import sign_barred, unsettled
from summit_game.engine.view import View
from summit_game.words.explained import explained, verb_explained
from summit_game.words.names import Words, signed
from summit_game.words.papers import effect_words
from summit_game.words.preview import changes_of, reopened, sent, stances, text_with, worths

Line = tuple[str, str]
"""A text and its style; wrapped to the pane."""
Lines = list[Line]

SENT = "Log: "


def verb_means(words: Words, verb: int) -> Lines:
    """What a floor action is."""
    return [(verb_explained(words, verb), "")]


def sent_line(words: Words, view: View, action: Action) -> Line:
    """The sentence that the log will have."""
    return (f"{SENT}{sent(words, view.seat, action)}", "bold")


def means(words: Words, view: View, action: Action) -> Lines:
    """What an action would mean to the seat of the view."""
    changes = changes_of(words, action)
    lines = [sent_line(words, view, action)]
    if changes:
        return [*package_means(words, view, changes, view.seat), *lines]
    if action.verb in (a.SILENCE, a.OBJECT):
        if view.package is not None:
            return [*lines, *package_means(words, view, view.package.changes, view.package.tabler)]
        return [*lines, *signing_means(words, view)]
    lines.append((explained(words, action), ""))
    if action.verb == a.PRESS:
        card = words.cards[words.setting.pressure[action.args[0]].id]
        lines += [(card.text, ""), (f"Effects: {effect_words(getattr(card, 'effects', ()))}.", "$mine")]
        lines.append((f"Source: {card.source}{' (invented)' if card.invented else ''}", "$dim"))
    elif action.verb == a.SIGN:
        lines += signing_means(words, view)
    elif action.verb == a.ORDER:
        lines += orders_mean(words, view, action)
    return lines


def package_means(words: Words, view: View, changes: Changes, tabler: int) -> Lines:
    """A package line by line: value to you, home, mandates and red lines, who can block."""
    setting = words.setting
    own, seat_specs = view.seat, setting.seat_specs
    before, after = view.held.value(view.text), view.held.value(text_with(view, changes))
    gain = after - before
    lines: Lines = [
        (f"For you {before} → {after} ({signed(gain)})", "bold $good" if gain > 0 else "bold $bad" if gain else "bold")
    ]
    for worth in worths(view, changes):
        now, then = view.text[worth.issue], worth.level
        was = "[0]" if now == BRACKETS else str(now)
        title = words.deck.issues[worth.issue].levels[then].title
        lines.append((f"  {setting.issues[worth.issue].id} {was} → {then} {title}: {signed(worth.points)}", ""))
    lines.append((f"  walking away is worth {view.no_deal()} to you now", "$dim"))
    found = stances(view, changes)
    mine = found[own]
    if mine.home:
        when = "if it is adopted" if tabler == own else "if you consent"
        lines.append((f"At home: your support {signed(mine.home)} {when}.", "$warn"))
    else:
        lines.append(("At home: your support stays as it is.", ""))
    if mine.red:
        lines.append(("It touches a RED LINE of yours.", "bold $bad"))
    elif mine.out:
        lines.append((f"Outside your mandate by {mine.out}.", "$warn"))
    others = [each for each in found if each.seat not in (own, tabler)]
    paying = [f"{seat_specs[each.seat].id} {signed(each.home)}" for each in others if each.home]
    if paying:
        lines.append((f"Others at home: {', '.join(paying)}.", ""))
    reds = [seat_specs[each.seat].id for each in others if each.red]
    outs = [f"{seat_specs[each.seat].id} by {each.out}" for each in others if each.out and not each.red]
    if reds:
        lines.append((f"Red line of: {', '.join(reds)}.", "$bad"))
    if outs:
        lines.append((f"Outside the mandate of: {', '.join(outs)}.", "$warn"))
    blockers = [seat_specs[each.seat].id for each in others if each.blocks]
    slack = setting.options.slack
    alone = f"Can block alone: {', '.join(blockers)}." if blockers else "Nobody else can block alone."
    lines.append((f"{alone} Other objections overruled: {slack}.", ""))
    if reopened(view, changes):
        lines.append(("It reopens what is already agreed (R4.6).", "$warn"))
    return lines


def signing_means(words: Words, view: View) -> Lines:
    """The treaty as it stands, against walking away."""
    worth, away = view.held.value(view.text), view.no_deal()
    lines: Lines = [
        (f"The treaty is worth {worth} to you, walking away {away} ({signed(worth - away)}).", "bold"),
    ]
    whole = tuple((issue, level) for issue, level in enumerate(view.text) if level != BRACKETS)
    found = stances(view, whole)
    reds = [words.setting.seat_specs[each.seat].id for each in found if each.red]
    blockers = [words.setting.seat_specs[each.seat].id for each in found if each.blocks]
    if reds:
        lines.append((f"Red line of: {', '.join(reds)}.", "$bad"))
    if blockers:
        lines.append((f"Can block alone: {', '.join(blockers)}.", ""))
    barred = unsettled(view) or sign_barred(view)
    if barred is not None and view.asker < 0:
        lines.append((str(barred), "$warn"))
    return lines


def orders_mean(words: Words, view: View, action: Action) -> Lines:
    """The zone of an order, and the orders that are written already."""
    lines: Lines = []
    if len(action.args) > 1:
        zone = action.args[1]
        stands = [
            f"{words.side(side)} {row[zone]}" for side, row in enumerate(view.units) if words.setting.stands[side][zone]
        ]
        lines.append((f"{words.zone(zone)} now: {', '.join(stands) or 'no units'}.", ""))
    if view.orders:
        lines.append((f"Written so far: {words.orders(view.orders)}.", "$dim"))
    return lines


def partly(words: Words, view: View, action: Action | None, part: str, card: int = -1) -> Lines:
    """A package that is being built, or the card under the cursor while nothing is asked yet."""
    if action is None:
        return []
    if action.verb == a.TABLE and (not action.args or action.args[0] < 0):
        given = words.setting.concessions[card]
        found = words.cards[given.id]
        sets = f"Sets {words.issue(given.issue)} to {words.level(given.issue, given.level)}."
        points = worths(view, ((given.issue, given.level),))[0].points
        return [(f"{given.id} {given.title}", "bold"), (sets, ""), (f"For you {signed(points)}.", ""), (found.text, "")]
    if action.verb == a.NONPAPER:
        changes = changes_of(words, action)
        text = words.deck.issues[action.args[0]].levels[action.args[1]].text
        return [*package_means(words, view, changes, view.seat), (text, "$dim")]
    return means(words, view, action)
