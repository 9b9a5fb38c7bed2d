"""The charts of a debrief along the moments of a game: tracks, votes, promises, and what the text was worth."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from summit_game.debrief.forms.svg import Point, box, chart, label, line, mark, path, short, stairs
from summit_game.debrief.model import Debrief
from summit_game.language.catalogue import say

WIDTH = 440.0
LEFT, RIGHT = 26.0, 8.0
PANEL = 68.0


def across(at: int, moments: int) -> float:
    """Where a moment stands from left to right."""
    return LEFT + (WIDTH - LEFT - RIGHT) * at / max(1, moments - 1)


def _round_marks(debrief: Debrief, top: float, bottom: float) -> list[Markup]:
    """A line where each round begins, and its number."""
    parts = []
    begun = 0
    for at, each in enumerate(debrief.moments):
        if each.round != begun:
            begun = each.round
            x = across(at, len(debrief.moments))
            parts += [line(x, top, x, bottom, "grid"), label(x + 2, top + 9, f"R{begun}", "small")]
    return parts


def _scale(values: Sequence[int], low: int, high: int, top: float) -> list[Point]:
    span = max(1, high - low)
    height = PANEL - 22
    return [
        (across(at, len(values)), top + 18 + height - (value - low) * height / span) for at, value in enumerate(values)
    ]


def _panel(top: float, title: str, low: int, high: int) -> list[Markup]:
    height = PANEL - 22
    return [
        label(LEFT, top + 13, title, "strong"),
        box(LEFT, top + 18, WIDTH - LEFT - RIGHT, height, "frame"),
        label(LEFT - 3, top + 25, str(high), "small", "end"),
        label(LEFT - 3, top + 18 + height, str(low), "small", "end"),
    ]


def timeline(debrief: Debrief) -> Markup:
    """Votes, objections and broken promises over the tracks of the table, moment by moment."""
    moments = debrief.moments
    rows = [say(f"debrief-chart-{each}") for each in ("passed", "failed", "objections", "broken")]
    top = 12.0
    parts: list[Markup] = []
    for at, (shape, klass, words) in enumerate(zip(("triangle", "cross", "circle", "down"), _KINDS, rows, strict=True)):
        y = top + 10 + 28 * at
        parts += [label(LEFT, y + 1, words, "small"), line(LEFT, y + 10, WIDTH - RIGHT, y + 10, "grid")]
        for moment, number in _happened(debrief)[at]:
            x = across(moment, len(moments))
            parts.append(mark(shape, x, y + 10, 4, klass))
            if number > 1:
                parts.append(label(x + 5, y + 8, str(number), "small"))
    events = top + 28 * len(rows) + 4
    for at, name in enumerate(debrief.track_names):
        low, high = debrief.track_ranges[at]
        begin = events + PANEL * at
        values = [each.tracks[at] for each in moments]
        parts += _panel(
            begin, say("debrief-chart-track", track=short(name, 40), first=values[0], last=values[-1]), low, high
        )
        parts.append(path(stairs(_scale(values, low, high, begin)), "line"))
    bottom = events + PANEL * len(debrief.track_names)
    told = [_course(debrief, at) for at in range(len(debrief.track_names))]
    passed = sum(each.passed for each in debrief.votes)
    votes = say("debrief-chart-votes", passed=passed, failed=len(debrief.votes) - passed)
    return chart(
        "timeline", WIDTH, bottom + 4, say("debrief-chart-timeline"), f"{'; '.join(told)}. {votes}",
        [*_round_marks(debrief, 0, bottom - 4), *parts],
    )  # fmt: skip


def _course(debrief: Debrief, track: int) -> str:
    """How a track went, for those who cannot see it."""
    values = [each.tracks[track] for each in debrief.moments]
    ends = {"first": values[0], "last": values[-1], "low": min(values), "high": max(values)}
    return say("debrief-chart-course", track=debrief.track_names[track], **ends)


_KINDS = ("mark", "mark", "mark open", "mark")


def _happened(debrief: Debrief) -> list[list[tuple[int, int]]]:
    """Moment and number for each row of the timeline."""
    return [
        [(each.moment, 1) for each in debrief.votes if each.passed],
        [(each.moment, 1) for each in debrief.votes if not each.passed],
        [(each.moment, len(each.objectors)) for each in debrief.votes if each.objectors],
        [(each.moment, 1) for each in debrief.promises if each.kept is False],
    ]


def values(debrief: Debrief) -> Markup:
    """What the text (line) and no deal (dashes) were worth to each delegation, moment by moment."""
    moments = debrief.moments
    numbers = [number for each in moments for number in (*each.values, *each.walk_away)]
    low, high = min(0, *numbers), max(100, *numbers)
    parts: list[Markup] = []
    told = []
    for seat, name in enumerate(debrief.seats):
        begin = 12 + PANEL * seat
        worth, without = [each.values[seat] for each in moments], [each.walk_away[seat] for each in moments]
        ends = {"text": worth[-1], "without": without[-1]}
        parts += _panel(begin, say("debrief-chart-worth", who=short(name, 40), **ends), low, high)
        parts.append(path(stairs(_scale(without, low, high, begin)), "nodeal"))
        parts.append(path(stairs(_scale(worth, low, high, begin)), "line"))
        told.append(say("debrief-chart-worth-told", who=name, first=worth[0], **ends))
    bottom = 12 + PANEL * len(debrief.seats)
    parts += [
        line(LEFT, bottom + 8, LEFT + 16, bottom + 8, "line"),
        label(LEFT + 20, bottom + 12, say("debrief-chart-the-text"), "small"),
    ]
    parts += [
        line(LEFT + 90, bottom + 8, LEFT + 106, bottom + 8, "nodeal"),
        label(LEFT + 110, bottom + 12, say("debrief-chart-no-deal"), "small"),
    ]
    return chart(
        "values", WIDTH, bottom + 18, say("debrief-chart-values"), f"{'; '.join(told)}.",
        [*_round_marks(debrief, 0, bottom - 4), *parts],
    )  # fmt: skip


def small_tracks(key: str, title: str, debrief: Debrief, track: int) -> Markup:
    """One track of one table, small, to stand beside those of other tables; rounds are marked."""
    values = [each.tracks[track] for each in debrief.moments]
    low, high = debrief.track_ranges[track]
    parts = [
        *_round_marks(debrief, 0, 12 + PANEL - 4),
        *_panel(12, say("debrief-from-to", first=values[0], last=values[-1]), low, high),
    ]
    parts.append(path(stairs(_scale(values, low, high, 12)), "line"))
    ends = {"first": values[0], "last": values[-1], "high": max(values)}
    told = say("debrief-chart-small", track=debrief.track_names[track], **ends)
    return chart(key, WIDTH, 12 + PANEL, title, told, parts)
