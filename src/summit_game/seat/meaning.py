"""What a choice would mean, as lines: value, home, mandates, who can block, and what will be told of it."""

from __future__ import annotations

from typing import NamedTuple

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import BRACKETS, Board, Changes
from summit_game.engine.floor import package_changes
from summit_game.engine.queries import decisive, home_reaction, reopens, sign_barred, unsettled
from summit_game.engine.setting import Setting
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat.question import Lines, Said
from summit_game.words.explained import explained
from summit_game.words.happened import tell
from summit_game.words.messages import refusal_text
from summit_game.words.names import Words, signed
from summit_game.words.papers import effect_words


def changes_of(setting: Setting, action: Action) -> Changes:
    """What a package or non-paper would write; nothing for other actions."""
    return package_changes(setting, action) if action.verb in (a.TABLE, a.NONPAPER) else ()


def told(words: Words, view: View, action: Action) -> Said:
    """The sentence that the log will have."""
    return Said(say("meaning-log", sentence=sent(words, view.seat, action)), "strong")


def meaning(words: Words, view: View, action: Action) -> Lines:
    """What an action would mean to the seat of the view."""
    changes = changes_of(words.setting, action)
    log = told(words, view, action)
    if changes:
        return (*package_meaning(words, view, changes, view.seat), log)
    if action.verb in (a.SILENCE, a.OBJECT):
        if view.package is not None:
            return (log, *package_meaning(words, view, view.package.changes, view.package.tabler))
        return (log, *signing_meaning(words, view))
    lines = [log, Said(explained(words, action))]
    if action.verb == a.PRESS:
        card = words.cards[words.setting.pressure[action.args[0]].id]
        lines.append(Said(card.text))
        lines.append(Said(say("papers-effects", effects=effect_words(getattr(card, "effects", ()))), "mine"))
        lines.append(Said(say("papers-source", source=card.source, invented=card.invented), "dim"))
    elif action.verb == a.SIGN:
        lines += signing_meaning(words, view)
    elif action.verb == a.ORDER:
        lines += _orders(words, view, action)
    return tuple(lines)


def package_meaning(words: Words, view: View, changes: Changes, tabler: int) -> Lines:
    """A package line by line: value to you, home, mandates and red lines, who can block."""
    setting = words.setting
    own, specs = view.seat, setting.seat_specs
    before, after = view.held.value(view.text), view.held.value(text_with(view, changes))
    gain = after - before
    tone = "strong good" if gain > 0 else "strong bad" if gain else "strong"
    lines = [Said(say("meaning-value", before=before, after=after, gain=signed(gain)), tone)]
    for (issue, level), points in zip(changes, worths(view, changes), strict=True):
        was = "[0]" if view.text[issue] == BRACKETS else str(view.text[issue])
        title = words.deck.issues[issue].levels[level].title
        change = {"was": was, "level": level, "title": title, "points": signed(points)}
        lines.append(Said("  " + say("meaning-issue", issue=setting.issues[issue].id, **change)))
    lines.append(Said("  " + say("meaning-walk-away", points=view.no_deal()), "dim"))
    found = stances(view, changes)
    mine = found[own]
    if mine.home:
        lines.append(Said(say("meaning-home", change=signed(mine.home), own=tabler == own), "warn"))
    else:
        lines.append(Said(say("meaning-home-same")))
    if mine.red:
        lines.append(Said(say("meaning-own-red-line"), "strong bad"))
    elif mine.out:
        lines.append(Said(say("meaning-own-mandate", steps=mine.out), "warn"))
    others = [each for each in found if each.seat not in (own, tabler)]
    paying = ", ".join(f"{specs[each.seat].id} {signed(each.home)}" for each in others if each.home)
    reds = ", ".join(specs[each.seat].id for each in others if each.red)
    outs = ", ".join(
        say("meaning-out-by", who=specs[each.seat].id, steps=each.out) for each in others if each.out and not each.red
    )
    if paying:
        lines.append(Said(say("meaning-others-home", who=paying)))
    if reds:
        lines.append(Said(say("meaning-red-line", who=reds), "bad"))
    if outs:
        lines.append(Said(say("meaning-mandate", who=outs), "warn"))
    blockers = ", ".join(specs[each.seat].id for each in others if each.blocks)
    alone = say("meaning-blocks", who=blockers) if blockers else say("meaning-nobody-blocks")
    lines.append(Said(f"{alone} {say('meaning-slack', slack=setting.options.slack)}"))
    if reopens(view, changes):
        lines.append(Said(say("meaning-reopens"), "warn"))
    return tuple(lines)


def signing_meaning(words: Words, view: View) -> Lines:
    """The treaty as it stands, against walking away."""
    worth, away = view.held.value(view.text), view.no_deal()
    lines = [Said(say("meaning-treaty", worth=worth, away=away, gain=signed(worth - away)), "strong")]
    whole = tuple((issue, level) for issue, level in enumerate(view.text) if level != BRACKETS)
    found = stances(view, whole)
    reds = ", ".join(words.setting.seat_specs[each.seat].id for each in found if each.red)
    blockers = ", ".join(words.setting.seat_specs[each.seat].id for each in found if each.blocks)
    if reds:
        lines.append(Said(say("meaning-red-line", who=reds), "bad"))
    if blockers:
        lines.append(Said(say("meaning-blocks", who=blockers)))
    barred = unsettled(view) or sign_barred(view)
    if barred is not None and view.asker < 0:
        lines.append(Said(refusal_text(barred), "warn"))
    return tuple(lines)


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
        units = stands or say("papers-no-units")
        lines.append(Said(say("meaning-zone", zone=words.zone(zone), units=units)))
    if view.orders:
        lines.append(Said(say("meaning-written", orders=words.orders(view.orders)), "dim"))
    return tuple(lines)


def text_with(board: Board, changes: Changes) -> list[int]:
    """The treaty text with a package written into it."""
    text = list(board.text)
    for issue, level in changes:
        text[issue] = level
    return text


def sent(words: Words, seat: int, action: Action) -> str:
    """The sentence with which the log will tell this action."""
    event: ev.Event
    if action.verb in (a.SILENCE, a.OBJECT):
        event = ev.VoteGiven(seat, ev.OBJECTS if action.verb == a.OBJECT else ev.CONSENTS)
    elif action.verb == a.ORDER:
        kind, zone = (*action.args, -1)[:2]
        event = ev.OrderGiven(seat, kind, zone, False)
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
