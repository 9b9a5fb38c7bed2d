"""What a change in a message, or what another delegation said, is worth to the seat that reads it (R19)."""

from __future__ import annotations

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import NOBODY, Exchange
from summit_game.engine.talk import act_of, asked, other, sounded
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.seat.meaning_treaty import changed_line, value_line
from summit_game.seat.question import Lines, Said
from summit_game.seat.suggest import gain
from summit_game.words.happened_talk import tell_talk
from summit_game.words.names import Words, signed
from summit_game.words.spoken import CHANGING, about_one_change, act_in_words

_WRITTEN = (a.ACT_LET, a.ACT_TABLE)
"""Acts whose change may come into the text."""


def act_gain(view: View, act: int) -> int:
    """What the change of an act would be worth to the seat, in points; 0 for what changes no text."""
    kind, about = view.setting.acts[act]
    return gain(view, (view.setting.changes[about],)) if kind in _WRITTEN else 0


def change_in_short(words: Words, at: int, titled: bool = True) -> str:
    """A change by its number as in a row, or without the title of the level."""
    issue, level = words.setting.changes[at]
    spot = f"{words.setting.issue_ids[issue]} {level}"
    return f"{spot}  {words.level_titles[issue][level]}" if titled else spot


def act_in_short(words: Words, act: int, titled: bool = True) -> str:
    """What one of the two does, with a change as in a row: issue, level, and the title of the level."""
    kind, about = words.setting.acts[act]
    if kind not in CHANGING:
        return act_in_words(words, act)
    return say(f"talk-act-{a.ACTS[kind]}", change=change_in_short(words, about, titled))


def worth_line(points: int) -> Said:
    """What a change would be worth."""
    tone = "strong good" if points > 0 else "strong bad" if points else ""
    return Said(say("meaning-talk-worth", points=signed(points)), tone)


def heard_lines(words: Words, view: View, exchange: Exchange) -> Lines:
    """What a message to be answered would mean, from the own brief; nothing for a question about issues."""
    kind = exchange.said[1]
    if kind == a.SOUND:
        changes = sounded(view.setting, exchange)
        return (value_line(view, changes), *(changed_line(words, view, change) for change in changes))
    if kind != a.OFFER:
        return ()
    them, lines = other(exchange, view.seat), []
    acts = [act_of(exchange, seat) for seat in (them, view.seat)]
    once = about_one_change(view.setting, acts)
    for act, key in zip(acts, ("meaning-talk-they", "meaning-talk-you"), strict=True):
        lines.append(Said(say(key, act=act_in_short(words, act))))
        if view.setting.acts[act][0] in _WRITTEN and not (once and act == acts[0]):
            lines.append(worth_line(act_gain(view, act)))
    return tuple(lines)


def talk_sentence(words: Words, view: View, action: Action) -> str:
    """The sentence with which the log will tell a message or an answer of the seat, or that it sends no more."""
    seat, said = view.seat, (action.verb, *action.args)
    exchange = asked(view.talk, seat)
    event: ev.Event
    if action.verb == a.ANSWER and exchange is None:
        # Nobody has asked: it is refused, and the log will tell nothing.
        return say("happened-acted", who=words.seats[seat], action=words.action(action))
    if action.verb == a.ANSWER:
        assert exchange is not None
        event = ev.AnswerGiven(exchange.number, seat, other(exchange, seat), said, False)
    elif action == a.NO_MESSAGE_ACTION:
        event = ev.TalkPassed(seat)
    else:
        to = NOBODY if action.args[0] in (a.ALL_NEED, a.ALL_FREE) else action.args[1]
        event = ev.MessageSent(0, seat, to, said, False)
    return tell_talk(words, event) or ""
