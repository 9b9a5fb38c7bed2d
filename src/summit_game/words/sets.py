"""Numbered sets of mandates and briefs as a sheet in Markdown, for whoever reviews or prints them (R1.4d)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summit_game.deals.drawn import SeatDrawn
from summit_game.deals.sets import NumberedSet, spread
from summit_game.deck.models import Deck
from summit_game.engine.setting import Setting
from summit_game.language.catalogue import say
from summit_game.words.names import Words


def sheet(deck: Deck, setting: Setting, sets: Sequence[NumberedSet]) -> str:
    """All sets of one table: an overview, then for each the public mandates and the secret briefs."""
    words = Words(setting, deck)
    lines = ["# " + say("sets-title", deck=deck.deck.title, seats=len(setting.seats)), "", say("sets-about"), ""]
    lines += ["## " + say("sets-overview"), "", *_overview(setting, sets), ""]
    lines += [say("sets-line", line=f"`sets: {{{len(setting.seats)}: {[each.seed for each in sets]}}}`"), ""]
    for number, each in enumerate(sets, 1):
        lines += ["## " + say("sets-set", number=number), "", "### " + say("sets-mandates"), ""]
        lines += [*_mandates(words, setting, each), "", "### " + say("sets-briefs"), ""]
        for seat, drawn in enumerate(each.drawn.seats):
            lines += _brief(words, setting, seat, drawn)
    return "\n".join(lines).rstrip() + "\n"


def _overview(setting: Setting, sets: Sequence[NumberedSet]) -> Iterator[str]:
    yield _row([say(f"sets-head-{name}") for name in ("set", "seed", "suits", "best")])
    yield _row(["---"] * 4)
    for number, each in enumerate(sets, 1):
        best = " ".join(f"{name} {level}" for name, level in zip(setting.issue_ids, each.best, strict=False))
        yield _row([str(number), str(each.seed), str(each.suits), best])
    if len(sets) > 1:
        yield from ("", say("sets-spread", sets=len(sets), **spread(sets)._asdict()))


def _mandates(words: Words, setting: Setting, one: NumberedSet) -> Iterator[str]:
    yield _row([say("sets-delegation"), *setting.issue_ids])
    yield _row(["---"] * (1 + len(setting.issues)))
    for seat, each in enumerate(one.drawn.seats):
        yield _row([words.seats[seat], *(_range(*pair) for pair in zip(each.mandate, each.red, strict=True))])


def _range(mandate: tuple[int, int], red: Sequence[bool]) -> str:
    low, high = mandate
    lines = ", ".join(str(level) for level, flag in enumerate(red) if flag)
    return say("sets-range", low=low, high=high, same=low == high, red=lines or "none")


def _brief(words: Words, setting: Setting, seat: int, drawn: SeatDrawn) -> Iterator[str]:
    levels = max(issue.levels for issue in setting.issues)
    yield from ("#### " + say("sets-brief", who=words.seats[seat], id=drawn.brief.id), "")
    yield _row([say("sets-issue"), *(say("sets-level", level=level) for level in range(levels))])
    yield _row(["---"] * (1 + levels))
    for at, row in enumerate(drawn.brief.values):
        yield _row([words.issue(at), *map(str, row), *[""] * (levels - len(row))])
    yield from ("", say("sets-fallback", points=drawn.brief.reservation), "")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
