"""What came of the games on this machine that people played to the end: endings seen, and the best for each seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from summit_game.language.catalogue import say
from summit_game.table.glance import GameEntry
from summit_game.words.moments import when
from summit_game.words.names import capital, listed
from summit_game.words.papers import band_words


@dataclass(frozen=True)
class Best:
    """The highest rating (0 to 100, R8.5) that a person reached with a delegation, and in which game."""

    delegation: str
    rating: int
    entry: GameEntry


@dataclass(frozen=True)
class Results:
    """Of one deck: how many games, how often each of its endings came, and the best of each delegation."""

    title: str
    games: int
    endings: tuple[tuple[str, int], ...]
    """In the deck's order, those that never came with 0."""
    best: tuple[Best, ...]

    @property
    def seen(self) -> list[str]:
        """Endings that came at least once, with how often."""
        return [say("results-ending", ending=ending, count=count) for ending, count in self.endings if count]

    @property
    def unseen(self) -> list[str]:
        """Endings that never came."""
        return [ending for ending, count in self.endings if not count]


def results(entries: Iterable[GameEntry]) -> list[Results]:
    """Deck by deck, the one with most games first. Games of bots alone and games without an end do not count."""
    by_deck: dict[str, list[GameEntry]] = {}
    for entry in entries:
        if entry.stand[2] >= 0 and not entry.problem and any(not each.bot for each in entry.sitters):
            by_deck.setdefault(entry.title, []).append(entry)
    found = [_of_deck(title, games) for title, games in by_deck.items()]
    return sorted(found, key=lambda each: (-each.games, each.title))


def _of_deck(title: str, games: list[GameEntry]) -> Results:
    came = Counter(each.ended_as for each in games)
    known = list(dict.fromkeys([*(name for each in games for name in each.endings), *came]))
    best: dict[str, Best] = {}
    for entry in games:
        for delegation, sitter, rating in zip(entry.delegations, entry.sitters, entry.ratings, strict=False):
            if not sitter.bot and (delegation not in best or rating > best[delegation].rating):
                best[delegation] = Best(delegation, rating, entry)
    return Results(title, len(games), tuple((name, came[name]) for name in known), tuple(best.values()))


def told(found: Results) -> list[str]:
    """The results of one deck in lines, for every front end."""
    seen, count = found.seen, len(found.endings)
    lines = [
        say("results-games", count=found.games),
        say("results-endings", seen=len(seen), count=count, which=listed(seen)),
    ]
    if found.unseen:
        lines.append(say("results-not-yet", which=listed(found.unseen)))
    lines += [
        say(
            "results-best", who=each.delegation, rating=each.rating, band=band_words(each.rating),
            ending=each.entry.ended_as, when=when(each.entry.saved),
        )
        for each in found.best
    ]  # fmt: skip
    return list(map(capital, lines))
