"""What stands behind a card or a level: its source, the pages on which it rests, and background that rests on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summit_game.deck.models import Deck, Reference
from summit_game.language.catalogue import say
from summit_game.words.about import background_lines
from summit_game.words.lookup import deck_cards

_LEVEL = re.compile(r"([A-Z]\w*?)[\s-]*(\d)")


def behind(deck: Deck, name: str) -> list[str]:
    """Text, source, references and background of a card (`P-ENL-1A`), a level (`ENL 2`) or all levels of an issue
    (`ENL`), as written; empty if the deck has nothing of that name.
    """
    wanted = name.strip().upper()
    issue = next((each for each in deck.issues if each.id == wanted), None)
    if issue is not None:
        return [line for level in range(len(issue.levels)) for line in [*behind(deck, f"{wanted} {level}"), ""]][:-1]
    found = _card(deck, wanted) or _level(deck, wanted)
    if found is None:
        return []
    title, text, source, invented = found
    lines = [title, text]
    if not source:
        return lines
    cited = references(deck, source)
    lines.append(say("papers-source", source=source, invented=invented))
    lines += [_whole(each) for each in cited]
    known = {each.id for each in cited}
    for each in deck.background:
        if known.intersection(each.sources):
            lines += ["", *background_lines(deck, each)]
    return lines


def references(deck: Deck, source: str) -> list[Reference]:
    """The pages and papers that a source cites."""
    return [each for each in deck.references if any(words in source for words in each.cited_as)]


def named_in(deck: Deck, action: str, changes: Iterable[tuple[str, int]] = ()) -> list[str]:
    """The cards that an action in its written form names; else the levels that it names or would write."""
    cards = deck_cards(deck)
    words = action.upper().split()
    found = [word for word in words if word in cards]
    return list(dict.fromkeys(found or [*_levels(deck, words), *(f"{issue} {level}" for issue, level in changes)]))


def _levels(deck: Deck, words: list[str]) -> Iterator[str]:
    """`ENL 2` for `ENL 2` and `ENL-2`."""
    for issue, level in _LEVEL.findall(" ".join(words)):
        if _level(deck, f"{issue} {level}") is not None:
            yield f"{issue} {level}"


def _card(deck: Deck, name: str) -> tuple[str, str, str, bool] | None:
    _, card = deck_cards(deck).get(name, ("", None))
    if card is None:
        return None
    source, invented = getattr(card, "source", ""), getattr(card, "invented", False)
    return say("about-card", id=card.id, title=card.title), card.text, source, invented


def _level(deck: Deck, name: str) -> tuple[str, str, str, bool] | None:
    found = _LEVEL.fullmatch(name)
    issue = next((each for each in deck.issues if found and each.id == found[1]), None)
    if found is None or issue is None or int(found[2]) >= len(issue.levels):
        return None
    level = issue.levels[int(found[2])]
    return say("about-card", id=f"{issue.id} {found[2]}", title=level.title), level.text, level.source, level.invented


def _whole(reference: Reference) -> str:
    shown = {"title": reference.heading, "publisher": reference.publisher, "address": reference.address}
    if reference.date:
        return say("about-page", **shown, date=reference.date)
    return say("about-page-undated", **shown)
