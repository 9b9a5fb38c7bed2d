"""The opening of a page: the ending with its sign, a sentence on what happened, who played, and what each reached."""

from __future__ import annotations

from markupsafe import Markup

from summit_game.debrief.forms.page.render import render
from summit_game.debrief.forms.sections_lead import adviser, players
from summit_game.debrief.forms.svg import box, drawing, line
from summit_game.debrief.model import Debrief
from summit_game.debrief.your_game import your_game
from summit_game.engine.scoring import Score
from summit_game.language.catalogue import say
from summit_game.look.marks import seat_class
from summit_game.words.names import capital

WIDTH = 300.0


def hero(debrief: Debrief) -> Markup:
    """The opening. While the game goes on it says so and names no ending."""
    over = debrief.ending >= 0
    kind = debrief.ending_ids[debrief.ending] if over else ""
    surplus = [each.surplus for each in debrief.scores]
    return render(
        "hero.html",
        debrief=debrief,
        kind=kind,
        heading=debrief.endings[debrief.ending] if over else say("debrief-title-ending", over=False),
        labels=[each.partition(": ") for each in map(capital, debrief.labels)],
        rows=[(each, _bar(debrief, each)) for each in debrief.scores],
        played_by=f"{players(debrief)} {adviser(debrief)}".strip(),
        least=min(surplus, default=0),
        you=your_game(debrief).get("results", ""),
    )


def _bar(debrief: Debrief, score: Score) -> Markup:
    """From no deal to the result, on the scale that all share."""
    ends = [0, 100, *(each.points for each in debrief.scores), *(each.reservation for each in debrief.scores)]
    low, high = min(ends), max(ends)

    def across(points: float) -> float:
        return (points - low) * WIDTH / (high - low)

    start, end = sorted((across(score.reservation), across(score.points)))
    without = across(score.reservation)
    parts = [box(0, 5, WIDTH, 16, "b"), box(start, 5, end - start, 16, "f"), line(without, 0, without, 26, "k")]
    return drawing(WIDTH, 26, "", parts, f"ch row {seat_class(score.seat)}")
