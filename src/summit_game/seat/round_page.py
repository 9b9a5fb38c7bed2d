"""The page between two rounds: the news, what orders and the Reckoning did, promises, and words that were kept.

It holds what all may know, so that it can be shown once to all who share a machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summit_game.engine import events as ev
from summit_game.engine.board import NOBODY
from summit_game.engine.events import Event, face
from summit_game.language.catalogue import say
from summit_game.seat.question import Lines, Said
from summit_game.words.happened import tell
from summit_game.words.names import Words

PROMISES = (ev.PromiseChecked,)
WORDS = (ev.UnderstandingKept, ev.WordShown, ev.ShadingSeen)
LEFT_OUT = (ev.ReckoningBegan, ev.CardsDrawn, ev.CardsDiscarded, ev.CardSpent, ev.Reshuffled)
"""What the page says by itself, and what is about hands."""
OPENS = (ev.CorridorOpened, ev.TalkTurn, ev.TurnBegan)
"""With these the news of a round are told."""


@dataclass(frozen=True, slots=True)
class RoundOver:
    """What there is to read when a round begins that is not the first: sentences, in the order in which it happened."""

    round: int
    """The round that is over."""
    headline: str
    """The title of the news of the round that begins; empty if there are none."""
    news: tuple[str, ...]
    """Its text, and what it brought about."""
    reckoning: tuple[str, ...]
    """Orders as they were shown, and what followed up to the new round."""
    promises: tuple[str, ...]
    """Kept and broken (R18.2)."""
    words: tuple[str, ...]
    """What all have seen of words between delegations (R19.9 to R19.12)."""


def round_over(words: Words, events: Sequence[Event]) -> RoundOver | None:
    """The page of the round that ended last on a line of play; None in the first round, and once the game is over."""
    begins = [at for at, event in enumerate(events) if isinstance(event, ev.RoundBegan)]
    if len(begins) < 2 or any(isinstance(event, ev.GameEnded) for event in events[begins[-1] :]):
        return None
    first, last = begins[-2:]
    began, ended = events[first], events[first:last]
    assert isinstance(began, ev.RoundBegan)
    shown = next((at for at, event in enumerate(ended) if isinstance(event, ev.OrdersShown | ev.ReckoningBegan)), 0)
    fresh = events[last + 1 :]
    until = next((at for at, event in enumerate(fresh) if isinstance(event, OPENS)), len(fresh))
    turned = [
        words.cards[words.setting.events[event.card].id] for event in fresh[:until] if isinstance(event, ev.NewsTurned)
    ]
    effects = [event for event in fresh[:until] if not isinstance(event, (ev.NewsTurned, *LEFT_OUT))]
    return RoundOver(
        round=began.round,
        headline=turned[0].title if turned else "",
        news=(*(card.text for card in turned), *_told(words, effects)),
        reckoning=_told(
            words, [each for each in ended[shown:] if not isinstance(each, (*PROMISES, *WORDS, *LEFT_OUT))]
        ),
        promises=_told(words, [each for each in ended if isinstance(each, PROMISES)]),
        words=_told(words, [each for each in ended if isinstance(each, WORDS)]),
    )


def _told(words: Words, events: Sequence[Event]) -> tuple[str, ...]:
    seen = (face(event, NOBODY) for event in events)
    return tuple(line for event in seen if event is not None and (line := tell(words, event)) is not None)


def round_title(page: RoundOver) -> str:
    """What stands above the page."""
    return say("round-title", round=page.round, next=page.round + 1)


def round_lines(page: RoundOver) -> Lines:
    """The page without its title. A line that begins with two spaces stands under the one before it."""
    lines = [Said(say("round-headline", title=page.headline), "strong accent")] if page.headline else []
    lines += [Said(f"  {line}") for line in page.news]
    nothing = (say("round-nothing"),)
    for name, part in (("reckoning", page.reckoning or nothing), ("promises", page.promises), ("words", page.words)):
        if part:
            lines.append(Said(say(f"round-{name}"), "strong"))
            lines += [Said(f"  {line}") for line in part]
    return tuple(lines)
