"""What happened between delegations that talk (R19)."""

from __future__ import annotations

from collections.abc import Collection

from summit_game.engine import events as ev
from summit_game.engine.actions import Action
from summit_game.engine.board import BROKEN, DONE, KEPT, NOBODY
from summit_game.engine.events import Event
from summit_game.language.catalogue import say
from summit_game.words.names import Words
from summit_game.words.spoken import quoted, said_in_words
from summit_game.words.voice import manner

_STANDS = {KEPT: "kept", BROKEN: "broken", DONE: "done"}


def tell_talk(words: Words, event: Event, voiced: Collection[int] = ()) -> str | None:
    """The sentence of such an event; None for all others, for whose turn it is to talk, and for words that lapse.

    Before what a `voiced` delegation says stands a line of its own; what is said is always told in full.
    """
    name = words.seats
    line = manner(words, event) if getattr(event, "seat", None) in voiced else ""
    match event:
        case ev.TalkPassed():
            return say("happened-talk-passed", who=name[event.seat])
        case ev.MessageSent() if not event.said:
            return say("happened-message", who=name[event.seat], to=name[event.to])
        case ev.MessageSent():
            parts = {"who": name[event.seat], "to": name[event.to] if event.to != NOBODY else say("names-table")}
            said = _said(words, event.said)
            return say("happened-message-voice" if line else "happened-message-heard", **parts, line=line, said=said)
        case ev.AnswerGiven():
            parts = {"who": name[event.seat], "to": name[event.to]}
            said = _said(words, event.said)
            return say("happened-answer-voice" if line else "happened-answer", **parts, line=line, said=said)
        case ev.WordStands():
            how = _STANDS.get(event.now)
            return say("happened-word", who=name[event.seat], to=name[event.to], how=how) if how else None
        case ev.UnderstandingKept():
            return say("happened-understanding-kept", one=name[event.seat], other=name[event.to])
        case ev.WordShown():
            said = quoted(words, event.said, *event.answers)
            return say("happened-accused", who=name[event.seat], to=name[event.to], said=said)
        case ev.ShadingSeen():
            return say("happened-shading", who=name[event.seat], to=name[event.to])
    return None


def _said(words: Words, said: tuple[int, ...]) -> str:
    return said_in_words(words, Action(said[0], said[1:]))
