"""The way in: three short pages that one seat reads before its first decision, made of what that seat may see."""

from __future__ import annotations

from dataclasses import dataclass

from summit_game.engine.scoring import no_deal_lines
from summit_game.engine.view import View
from summit_game.language.catalogue import say
from summit_game.words.names import Words, listed, signed

PRIORITIES = 3
"""How many issues are named, those that are worth most first."""


@dataclass(frozen=True, slots=True)
class WayInPage:
    """A page: its title, and lines in the order in which they are read."""

    title: str
    lines: tuple[str, ...]


def way_in(words: Words, view: View) -> tuple[WayInPage, ...]:
    """The three pages of a seat: who it is, what it stands to gain, how the game can end."""
    return (
        WayInPage(say("way_in-who", who=words.setting.seat_specs[view.seat].name), tuple(_who(words, view))),
        WayInPage(say("way_in-worth"), tuple(_worth(words, view))),
        WayInPage(say("way_in-ends"), tuple(_ends(words))),
    )


def _who(words: Words, view: View) -> list[str]:
    spec, values = words.setting.seat_specs[view.seat], view.held.brief.values
    lines = [words.delegations[spec.id].sentence, say("way_in-priorities")]
    by_weight = sorted(range(len(values)), key=lambda at: (-max(values[at]), at))
    for number, at in enumerate(by_weight[:PRIORITIES], 1):
        row = values[at]
        best = row.index(max(row))
        lines.append(say("way_in-priority", number=number, issue=words.issue(at), points=max(row)))
        red = [str(level) for level, flag in enumerate(spec.red[at]) if flag]
        level = words.level(at, best)
        lines.append(say("way_in-best", level=level, red=listed(red) if red else "", reds=len(red)))
    return lines


def _worth(words: Words, view: View) -> list[str]:
    held = view.held
    leaving, draft = view.no_deal(), held.value(view.text)
    lines = [say("way_in-leaving", points=leaving)]
    moved = sum(1 for each in no_deal_lines(view, view.seat, held) if each.points)
    if moved:
        lines.append(say("way_in-moves"))
    lines += [say("way_in-draft", points=draft), say("way_in-gap", gap=signed(draft - leaving), less=draft < leaving)]
    if held.goal is not None:
        lines.append(say("way_in-goal", title=held.goal.title, points=words.setting.options.goal_worth))
    if held.mood is not None:
        lines.append(say("way_in-mood", title=held.mood.title))
    return lines


def _ends(words: Words) -> list[str]:
    options = words.setting.options
    titles = [each.title for each in words.setting.scenarios]
    return [
        say("way_in-rounds", rounds=options.rounds),
        *(say("way_in-ending", title=title) for title in titles),
        say("way_in-treaty", issues=options.min_issues, core=options.need_core, round=options.sign_from),
    ]
