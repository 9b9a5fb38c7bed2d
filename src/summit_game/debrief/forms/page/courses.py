"""Small courses, one a row: a name, a picture from the first move to the last, the number that counts."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from summit_game.debrief.forms.page.render import render
from summit_game.debrief.forms.svg import box, drawing, element, stairs
from summit_game.debrief.model import Debrief
from summit_game.language.catalogue import say
from summit_game.look.marks import ending_class

WIDTH, HEIGHT = 300.0, 34.0


def course(values: Sequence[int], low: int, high: int, told: str = "", klass: str = "") -> Markup:
    """A line with the ground under it, in a frame from `low` to `high`."""
    span = max(1, high - low)
    last = max(1, len(values) - 1)
    points = [
        (float(round(WIDTH * at / last)), HEIGHT - 2 - (value - low) * (HEIGHT - 4) / span)
        for at, value in enumerate(values)
    ]
    if len(points) == 1:
        points.append((WIDTH, points[0][1]))
    parts = [box(0, 0, WIDTH, HEIGHT, "b"), element("path", d=f"{stairs(points)}V{HEIGHT:.0f}H0z", klass="a")]
    return drawing(WIDTH, HEIGHT, told, parts, f"ch course {klass}".rstrip())


def tracks(debrief: Debrief) -> Markup:
    """The tracks of the table, each on its own scale."""
    rows = []
    for at, name in enumerate(debrief.track_names):
        values = [each.tracks[at] for each in debrief.moments]
        if values:
            low, high = debrief.track_ranges[at]
            rows.append((name, course(values, low, high), values[0], values[-1]))
    return render("tracks.html", rows=rows)


def fits(debrief: Debrief) -> Markup:
    """How well each ending fitted, move by move; the one that came has its name in ink, all have their sign."""
    rows = []
    for each in debrief.fits:
        kind = debrief.ending_ids[each.ending]
        values = [moment.fits[each.ending] for moment in debrief.moments] or [each.points]
        picture = course(values, 0, 100, klass=ending_class(kind))
        rows.append((kind, debrief.endings[each.ending], picture, values[0], each.points))
    return render("fits.html", rows=rows)


def small_course(debrief: Debrief, track: int) -> Markup:
    """One track of one table, to stand beside those of other tables."""
    values = [each.tracks[track] for each in debrief.moments]
    ends = {"first": values[0], "last": values[-1], "high": max(values)}
    told = say("debrief-chart-small", track=debrief.track_names[track], **ends)
    return course(values, *debrief.track_ranges[track], told)
