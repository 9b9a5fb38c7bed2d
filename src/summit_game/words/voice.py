"""What delegations say by themselves, and their manner of speaking, in words (`hearing`, `deck.model_voice`)."""

from __future__ import annotations

from zlib import crc32

from summit_game.engine import actions as a
from summit_game.engine import events as ev
from summit_game.engine.events import Event
from summit_game.language.catalogue import say
from summit_game.words.hearing import Reaction, Reason, Said
from summit_game.words.names import Words

_MESSAGES = {
    **dict.fromkeys((a.ASK_FIRST, a.ASK_CHEAP, a.ASK_SIGN, a.SOUND), "ask"),
    **dict.fromkeys((a.REGRET_SUPPORT, a.REGRET_CARD), "regret"),
    a.OFFER: "offer",
    a.WARN: "warn",
    a.ACCUSE: "accuse",
}
_ANSWERS = {
    **dict.fromkeys((a.YES, a.AGREE), "agree"),
    **dict.fromkeys((a.NO, a.REFUSE), "refuse"),
    **dict.fromkeys((a.ONLY, a.MISSING, a.COUNTER_MINE, a.COUNTER_YOURS), "only_with"),
}


def wording(words: Words, seat: int, kind: str, turn: int) -> str:
    """The line of a delegation for an occasion, one wording after the other; nothing if its deck has none."""
    voice = words.delegations[words.seat_ids[seat]].voice
    lines = next((each.text for each in voice if each.kind == kind), ())
    return lines[turn % len(lines)] if lines else ""


def manner(words: Words, event: Event) -> str:
    """With which line of its own a delegation says a message or an answer (R19); nothing if with none."""
    if not isinstance(event, ev.MessageSent | ev.AnswerGiven) or not event.said:
        return ""
    verb, kind, *_ = event.said
    known = _MESSAGES if verb == a.MESSAGE else _ANSWERS
    # Messages to one reader come every few numbers: their remainders alone would choose the same line again and again.
    turn = crc32(f"{event.number} {event.seat}".encode())
    return wording(words, event.seat, known[kind], turn) if kind in known else ""


def spoken(words: Words, said: Said) -> str | None:
    """What a delegation says by itself, as one line; None if its deck has no line for it."""
    who = words.seats[said.seat]
    if isinstance(said, Reason):
        return say("voice-explains", who=who, why=_why(words, said))
    line = wording(words, said.seat, said.kind, said.turn)
    return say(f"voice-{_fact(said)}", who=who, line=line, about=said.about) if line else None


def _why(words: Words, reason: Reason) -> str:
    issue, level = reason.change
    facts = {"change": words.changes((reason.change,)), "issue": words.issue(issue), "level": level}
    return say(f"voice-why-{reason.kind}", times=reason.times, **facts)


def _fact(reaction: Reaction) -> str:
    """The sentence in which a line stands: with the fact, where the event before it does not tell it."""
    return reaction.kind if reaction.kind in ("repeat", "near") else "says"
