"""What was possible: for each delegation its fallback, the text at the end and the most even text, on one scale."""

from __future__ import annotations

from markupsafe import Markup

from summit_game.debrief.forms.page.courses import fits
from summit_game.debrief.forms.page.render import Part, render
from summit_game.debrief.forms.sections_deals import place
from summit_game.debrief.forms.svg import circle, drawing, label, line, seat_mark
from summit_game.debrief.model import Deal, Deals, Debrief
from summit_game.debrief.opening import passed_over
from summit_game.debrief.your_game import your_game
from summit_game.language.catalogue import say

ROW, LEFT, WIDTH = 46.0, 36.0, 360.0


def deals(debrief: Debrief) -> Part | None:
    """The part; None while the game goes on, or if there are too many texts to count."""
    found = debrief.deals
    if found is None and not debrief.fits:
        return None
    pictures = [] if found is None else [_dots(debrief, found)]
    even = None if found is None else even_deal(found)
    body = render(
        "deals.html",
        debrief=debrief,
        pictures=pictures,
        caption=say("debrief_page-deals-caption", even=_named(debrief, even) if even else "none"),
        fits=fits(debrief) if debrief.fits else "",
        over=passed_over(debrief),
    )
    title = say("debrief-title-chances") if found is not None else say("debrief-title-fits")
    says = (say("debrief-chances", count=found.texts, zone=found.zone), place(found)) if found is not None else ()
    you = your_game(debrief).get("deals", "")
    return Part("possible", title, say("debrief_page-named-deals"), says, body, "", you)


def even_deal(found: Deals) -> Deal | None:
    """The text of the zone that gives most to whoever gains least: the last of the named ones."""
    return found.named[-1] if found.named else None


def _named(debrief: Debrief, deal: Deal) -> str:
    return ", ".join(f"{debrief.issue_ids[issue]} {max(0, level)}" for issue, level in enumerate(deal.text))


def _dots(debrief: Debrief, found: Deals) -> Markup:
    even = even_deal(found)
    shown = [*found.walk_away, *found.outcome.values, *(even.values if even else ())]
    low, high = (min(shown) - 8) // 10 * 10, -(-(max(shown) + 4) // 10) * 10
    bottom = ROW * len(debrief.seats) + 12

    def across(points: int) -> float:
        return LEFT + (points - low) * (WIDTH - LEFT - 16) / (high - low)

    step = 20 if high - low > 40 else 10
    parts = []
    for at in range(-(-low // step) * step, high + 1, step):
        parts += [
            line(across(at), 4, across(at), bottom, "g"),
            label(across(at), bottom + 16, str(at), anchor="middle"),
        ]
    for seat, name in enumerate(debrief.seat_ids):
        y = 34 + ROW * seat
        ends = [found.walk_away[seat], found.outcome.values[seat], *([even.values[seat]] if even else [])]
        parts.append(label(0, y + 4, name, "t"))
        parts.append(line(across(min(ends)), y, across(max(ends)), y, "e"))
        parts.append(line(across(ends[0]), y - 10, across(ends[0]), y + 10, "k"))
        if even:
            parts.append(circle(across(ends[2]), y, 6, "ring"))
            parts.append(label(across(ends[2]), y + 20, str(ends[2]), "halo", "middle"))
        parts.append(seat_mark(seat, across(ends[1]), y, 18))
        parts.append(label(across(ends[1]), y - 13, str(ends[1]), "halo", "middle"))
    told = "; ".join(
        say("debrief_page-deals-told", who=name, least=found.walk_away[seat], points=found.outcome.values[seat])
        for seat, name in enumerate(debrief.seats)
    )
    return drawing(WIDTH, bottom + 24, told, parts, "ch plane")
