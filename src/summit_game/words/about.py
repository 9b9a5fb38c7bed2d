"""What a deck tells beside the game: the content note, the background, and what followed. All of it is the deck's."""

from __future__ import annotations

from collections.abc import Iterable

from summit_game.deck.models import Background, Deck, Reference
from summit_game.language.catalogue import say
from summit_game.words.names import listed


def before(deck: Deck) -> list[str]:
    """What a person reads before the first game: what it is about, the content note, fact and invention, background."""
    lines = [deck.deck.summary, *content_note(deck)]
    if deck.deck.note:
        lines += ["", say("about-note"), *_paragraphs(deck.deck.note)]
    if deck.content_note is not None and deck.content_note.advice:
        lines += ["", say("about-advice"), *(f"- {each}" for each in deck.content_note.advice)]
    if deck.background:
        lines += ["", say("about-background")]
    for each in deck.background:
        lines += ["", *background_lines(deck, each)]
    return lines


def background_lines(deck: Deck, each: Background) -> list[str]:
    """An entry of the background with its sources."""
    title = say("about-when", title=each.title, when=each.when) if each.when else each.title
    return [title, each.text, say("about-sources", sources=cited(deck, each.sources))]


def content_note(deck: Deck) -> list[str]:
    """The content note under its heading; nothing if the deck has none."""
    return ["", say("about-content"), *_paragraphs(deck.content_note.text)] if deck.content_note is not None else []


def after(deck: Deck) -> list[str]:
    """What followed in the real world, whole; nothing if the deck has none."""
    told = deck.what_followed
    if told is None:
        return []
    lines = [say("about-followed"), told.opening, ""]
    for each in told.facts:
        lines.append(say("about-fact", when=each.when, text=each.text, sources=cited(deck, each.sources)))
    return [*lines, "", *_paragraphs(told.closing)]


def after_short(deck: Deck) -> list[str]:
    """The same in two or three sentences."""
    return [say("about-followed"), deck.what_followed.short] if deck.what_followed is not None else []


def cited(deck: Deck, ids: Iterable[str]) -> str:
    """References by publisher and date, each once; the whole list is the deck's own."""
    known = {each.id: each for each in deck.references}
    return listed(dict.fromkeys(_short(known[each]) for each in ids if each in known))


def _short(reference: Reference) -> str:
    if reference.date:
        return say("about-reference", publisher=reference.publisher, date=reference.date)
    return reference.publisher


def _paragraphs(text: str) -> list[str]:
    return [each.strip() for each in text.split("\n") if each.strip()]
