"""The instructions of a brief that was drawn for one game (R1.4b): made from its values.

The deck's own instructions name levels and what they are worth; they hold only for the values that the deck prints.
"""

from __future__ import annotations

from summit_game.engine.setting import BriefSpec
from summit_game.language.catalogue import say
from summit_game.words.names import Words, listed


def draws(words: Words) -> bool:
    """Whether games at this table draw their mandates and briefs (R1.4a)."""
    return words.deck.draw is not None and words.setting.options.draw_brief


def as_printed(words: Words, seat: int, brief: BriefSpec) -> bool:
    """Whether the seat has a brief as the deck prints it, so that the deck's own instructions hold."""
    who = words.delegations[words.setting.seat_specs[seat].id]
    rows = (each.values for each in who.briefs if each.id == brief.id)
    return any(tuple(row[issue] for issue in words.setting.issue_ids) == brief.values for row in rows)


def title_of(words: Words, seat: int, brief: BriefSpec) -> str:
    """What the brief is called. One that was drawn has no title of its own."""
    who = words.delegations[words.setting.seat_specs[seat].id]
    printed = next((each.title for each in who.briefs if each.id == brief.id), brief.id)
    return printed if as_printed(words, seat, brief) else say("papers-drawn-title")


def priorities(words: Words, seat: int, brief: BriefSpec) -> list[str]:
    """A line for each issue, the one that counts most first: what it is worth, its best level, what it must not be."""
    spec = words.setting.seat_specs[seat]
    by_weight = sorted(enumerate(brief.values), key=lambda each: (-max(each[1]), each[0]))
    lines = []
    for at, row in by_weight:
        best = max(row)
        red = [say("papers-drawn-level", level=level) for level, flag in enumerate(spec.red[at]) if flag]
        lines.append(
            say(
                "papers-drawn-priority",
                issue=words.issue(at),
                points=best,
                best=words.level(at, row.index(best)),
                red=listed(red) if red else "",
                reds=len(red),
            )
        )
    return lines
