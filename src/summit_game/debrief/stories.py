"""What was really said about each issue, beside the level that this table reached. All of it is the deck's."""

from __future__ import annotations

from collections.abc import Sequence

from summit_game.debrief.real_world import Fact, Followed, IssueStory, Said
from summit_game.deck.models import Deck
from summit_game.words.about import cited


def stories(deck: Deck, text: Sequence[int]) -> tuple[IssueStory, ...]:
    """A story for each issue of the deck; for an issue in brackets the words are those of level 0 (R3.5)."""
    result = []
    for issue, (spec, level) in enumerate(zip(deck.issues, text, strict=True)):
        found = spec.levels[max(0, level)]
        said = tuple(Said(each.who, each.when, each.text, each.source) for each in spec.history)
        result.append(IssueStory(issue, level, found.title, found.text, found.source, found.invented, said))
    return tuple(result)


def followed(deck: Deck) -> Followed | None:
    """What followed in the real world, as the deck tells it."""
    told = deck.what_followed
    if told is None:
        return None
    numbers = {each.id: at for at, each in enumerate(deck.issues)}
    facts = tuple(
        Fact(each.when, each.text, cited(deck, each.sources), tuple(numbers[issue] for issue in each.issues))
        for each in told.facts
    )
    return Followed(told.short, told.opening, facts, told.closing)
